//! Nodes that stand below those of egui.
//!
//! egui gives a node to what has a rectangle and a parent among its own; the
//! runs of a whole article have neither. They are put into the tree when a
//! frame has ended, below the node that they belong to.

use egui::accesskit::{Live, Node, NodeId};
use egui::{Context, FullOutput, Id, Plugin, Rect, Role, Sense, Ui, WidgetInfo};

/// Whether a screen reader listens, and `id` has a node in this pass.
pub(in crate::ui) fn is_heard(ctx: &Context, id: Id) -> bool {
    ctx.has_accesskit_node(id)
}

/// Puts `nodes` into the tree of this pass; `children`, which are among them,
/// stand below `parent`, in this order.
pub(in crate::ui) fn add_nodes(
    ctx: &Context,
    parent: Id,
    children: Vec<NodeId>,
    nodes: Vec<(NodeId, Node)>,
) {
    let plugin = ctx.plugin_or_default::<Spoken>();
    plugin.lock().added.push(Added {
        parent: parent.accesskit_id(),
        children,
        nodes,
    });
}

/// Gives the window its name.
pub fn name_window(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// A line that is spoken whenever `text` is another than in the last pass,
/// without taking the focus. It takes no room in `rect` and is not seen.
pub fn announce(ui: &Ui, rect: Rect, id: Id, text: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_live(Live::Polite);
        node.set_live_atomic();
    });
}

struct Added {
    parent: NodeId,
    children: Vec<NodeId>,
    nodes: Vec<(NodeId, Node)>,
}

/// What is put into the tree of the pass under way.
#[derive(Default)]
struct Spoken {
    added: Vec<Added>,
}

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken"
    }

    fn on_begin_pass(&mut self, _: &mut Ui) {
        self.added.clear();
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let added = std::mem::take(&mut self.added);
        let Some(update) = &mut output.platform_output.accesskit_update else {
            return;
        };
        for added in added {
            let parent = update.nodes.iter_mut().find(|(id, _)| *id == added.parent);
            // A node without a parent would be a fault of the whole tree.
            if let Some((_, parent)) = parent {
                for child in added.children {
                    parent.push_child(child);
                }
                update.nodes.extend(added.nodes);
            }
        }
    }
}
