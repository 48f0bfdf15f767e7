//! The network of names, and the same as a list beside it.

use super::bar::counts_ui;
use super::list::{ListItem, ListLook};
use super::{LINE, NamesPanel, SIDE, heading_ui};
use crate::app::command::names::NamesCommand;
use crate::app::panels::Panel;
use crate::app::panels::chart_key::ChartKey;
use crate::app::panels::entity_name::EntityName;
use crate::app::state::names::Figures;
use crate::app::views::names::network_chart::{draw_network, edge_name, network_name};
use crate::base::EntityId;
use crate::entity::study::{Edge, Graph};
use crate::texts::Texts;
use crate::ui::chart::{Network, show};
use crate::ui::theme;
use crate::ui::widgets::tooltip;
use egui::{Id, Rect, Ui, vec2};
use std::borrow::Cow;

/// In less room a note has no expected number, in points.
const NARROW: f32 = 230.0;

/// The network, as far as it is kept from one frame to the next.
#[derive(Default)]
pub(super) struct NetworkPane {
    /// Where the dots stand, and for what.
    places: Option<(ChartKey, Option<Vec<[f64; 2]>>)>,
    drawn: Option<(ChartKey, Network)>,
    /// The dot that the pointer or the keyboard was at.
    hovered: Option<usize>,
}

impl NamesPanel {
    pub(super) fn network_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, graph, n_alone): (&Figures, &Graph, usize),
    ) {
        let texts = panel.texts;
        let (line, body) = rect.split_top_bottom_at_y(rect.top() + LINE);
        let names = texts.with("count-names", &[("n", graph.nodes.len().into())]);
        let pairs = texts.with("count-pairs", &[("n", graph.edges.len().into())]);
        let line = line.shrink2(vec2(SIDE, 0.0));
        let mut counts = vec![names, pairs];
        if n_alone > 0 {
            counts.push(texts.with("names-alone", &[("n", n_alone.into())]));
        }
        counts_ui(ui, line, panel, (shown, &counts));
        if graph.nodes.is_empty() {
            panel.say(ui, body, "names-no-network", theme::text());
            return;
        }
        let body = body.shrink2(vec2(SIDE, 0.0));
        let body = body.with_max_y(body.bottom() - 12.0);
        let chosen = chosen_of(panel, shown, graph);
        let pane = &mut self.network;
        let focus = pane.hovered.or(chosen);
        let layout = panel.names_chart(body.size(), 0);
        if pane.places.as_ref().is_none_or(|(of, _)| *of != layout) {
            pane.places = Some((layout, None));
        }
        let key = panel.names_chart(body.size(), focus.map_or(0, |node| node + 1));
        if pane.drawn.as_ref().is_none_or(|(of, _)| *of != key)
            && let Some((_, places)) = &mut pane.places
        {
            let mut sheet = panel.sheet(body.size());
            let drawn = draw_network(&mut sheet, shown, graph, (texts, None), (places, focus));
            pane.drawn = Some((key, drawn));
        }
        let Some((_, network)) = &pane.drawn else {
            return;
        };
        let name = network_name(graph, texts);
        let id = Id::unique("names-network");
        let answer = show(&mut panel.cx, ui, id, body.min, &network.drawing, &name);
        let hovered = answer.hovered.map(|pick| pick.index);
        if hovered.is_none()
            && let Some(pointer) = answer.response.hover_pos()
            && let Some(edge) = network.edge_at((pointer - body.min).to_pos2())
            && let Some(edge) = graph.edges.get(edge)
        {
            let text = edge_name(shown, graph, edge, texts);
            tooltip(&mut panel.cx, &answer.response, &text);
        }
        if pane.hovered != hovered {
            pane.hovered = hovered;
            ui.ctx().request_repaint();
        }
        let clicked = answer.clicked.map(|pick| pick.index);
        if let Some(node) = clicked.and_then(|n| Some((n, graph.nodes.get(n)?))) {
            let id = shown.entity(node.1.entity).id.clone();
            panel.names(if chosen == Some(node.0) {
                NamesCommand::Open(id)
            } else {
                NamesCommand::Choose(id)
            });
        }
    }

    /// The pairs of the network as a list: of the name chosen, or all.
    pub(super) fn edges_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, graph): (&Figures, &Graph),
    ) {
        let texts = panel.texts;
        let chosen = chosen_of(panel, shown, graph);
        let title = match chosen.and_then(|n| graph.nodes.get(n)) {
            Some(node) => {
                let name = EntityName::of(shown.entity(node.entity), texts.language()).line();
                texts.with("names-pairs-of", &[("name", name.as_ref().into())])
            }
            None => texts.get("names-pairs").into_owned(),
        };
        if rect.height() < 90.0 {
            return;
        }
        let inner = rect.shrink2(vec2(SIDE, 6.0));
        let body = heading_ui(ui, inner, panel, &title);
        let body = rect.with_min_y(body.top());
        let rows: Vec<&Edge> = graph
            .edges
            .iter()
            .filter(|edge| chosen.is_none_or(|node| edge.nodes.contains(&node)))
            .collect();
        let name = |n: usize| {
            let entity = graph.nodes.get(n).map(|node| shown.entity(node.entity));
            entity.map(|entity| EntityName::of(entity, texts.language()))
        };
        // Of a pair, what comes first: there is no room for four names.
        let first = |n: usize| name(n).map_or("", |name| name.first);
        let whole = |n: usize| name(n).map_or_else(Cow::default, EntityName::line);
        let is_narrow = body.width() < NARROW;
        let mut item = |place: usize| {
            let Some(edge) = rows.get(place) else {
                return ListItem::default();
            };
            let [a, b] = edge.nodes;
            ListItem {
                title: match chosen {
                    Some(node) => whole(if a == node { b } else { a }).into_owned(),
                    None => format!("{} – {}", first(a), first(b)),
                },
                note: edge_note(edge, is_narrow, texts),
                count: String::new(),
                name: edge_name(shown, graph, edge, texts),
                stripe: None,
                is_on: false,
            }
        };
        let view = &panel.state.names_view;
        let look = ListLook {
            id: "names-pairs",
            n_items: rows.len(),
            revision: view.revision(view.part),
            title_lines: if chosen.is_some() { 1 } else { 2 },
            right_to_left: panel.cx.right_to_left,
        };
        let clicked = self.edges.show(ui, body, panel, &look, &mut item);
        if let Some(edge) = clicked.and_then(|place| rows.get(place)) {
            // The other one of the pair, or its first.
            let [a, b] = edge.nodes;
            let node = if chosen == Some(a) { b } else { a };
            let entity = graph.nodes.get(node).map(|node| shown.entity(node.entity));
            if let Some(entity) = entity {
                panel.names(NamesCommand::Choose(entity.id.clone()));
            }
        }
    }
}

/// How often two are named together, what chance would bring, and how many
/// times more that is.
fn edge_note(edge: &Edge, is_narrow: bool, texts: &Texts) -> String {
    let number = |number: Option<f64>| number.map_or_else(String::new, |n| texts.decimal(n, 1));
    let (expected, times) = (number(edge.pair.expected()), number(edge.pair.lift()));
    let args = [
        ("n", edge.pair.observed().into()),
        ("expected", (&expected).into()),
        ("times", (&times).into()),
    ];
    if is_narrow {
        texts.with("names-pair-short", &args)
    } else {
        texts.with("names-pair-note", &args)
    }
}

/// The place of the chosen entity among the dots.
fn chosen_of(panel: &Panel<'_>, shown: &Figures, graph: &Graph) -> Option<usize> {
    let id = panel.state.names_view.entity.as_deref()?;
    let entity: EntityId = shown.names.table().find(id)?;
    graph.nodes.iter().position(|node| node.entity == entity)
}
