//! The view of names: a table of all, one of them, how it is spelt, and who is
//! named with whom.

mod bar;
mod blocks;
mod columns;
mod entity;
mod list;
mod naming;
mod network;
mod side;
mod spellings;
mod table;

use super::Panel;
use super::notice::{failure_ui, names_notice};
use crate::app::command::Command;
use crate::app::entity_view::{Figures, NamesCommand, NamesPart, What};
use crate::ui::table::Table;
use crate::ui::{Cx, Place, SearchField, theme};
use egui::{Id, Rect, Stroke, Ui, pos2};
use std::sync::Arc;

/// Height of the bar in points.
const BAR: f32 = 50.0;
/// Height of the line under it.
const LINE: f32 = 48.0;
/// Room at the sides.
const SIDE: f32 = 16.0;

/// The state of the panel.
pub(in crate::app) struct NamesPanel {
    field: SearchField,
    names: Table,
    spellings: Table,
    companions: Table,
    near: Table,
    articles: list::List,
    naming: Table,
    edges: list::List,
    charts: blocks::Charts,
    network: network::NetworkPane,
    /// What each of the tables is at.
    at: blocks::At,
    /// The revisions of the parts that are shown.
    revisions: [u64; 4],
}

impl Default for NamesPanel {
    fn default() -> Self {
        let table = |name: &str| Table::new(Id::unique(("names", name)));
        Self {
            field: SearchField::plain(Id::unique("names-field")),
            names: table("table"),
            spellings: table("spellings"),
            companions: table("companions"),
            near: table("near"),
            articles: list::List::default(),
            naming: table("naming"),
            edges: list::List::default(),
            charts: blocks::Charts::default(),
            network: network::NetworkPane::default(),
            at: blocks::At::default(),
            revisions: [0; 4],
        }
    }
}

impl NamesPanel {
    /// Draws the panel in `main`, and what belongs to it in `beside`, which may
    /// be empty.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        (main, beside): (Rect, Rect),
        panel: &mut Panel<'_>,
    ) {
        let top = failure_ui(ui, main, panel);
        let main = Rect::from_min_max(pos2(main.left(), main.top() + top), main.max);
        let (bar, body) = main.split_top_bottom_at_y(main.top() + BAR);
        bar::bar_ui(ui, bar, panel);
        let view = &panel.state.names_view;
        let part = view.part;
        let revision = view.revision(part);
        let shown = view.shown(part).cloned();
        let shown = shown.filter(|_| panel.state.annotations().is_some());
        if self.revisions[part as usize] != revision {
            self.revisions[part as usize] = revision;
            self.start_over(part);
        }
        let has_side = beside.width() > 0.0;
        match shown {
            None => names_notice(ui, body, panel),
            Some(shown) => {
                self.part_ui(ui, (body, beside), panel, &shown);
                if matches!(shown.what, What::Nothing) {
                    names_notice(ui, body, panel);
                }
                return;
            }
        }
        if has_side {
            side::options_ui(ui, beside, panel, None);
        }
    }

    /// Goes back to the top of what is new.
    fn start_over(&mut self, part: NamesPart) {
        match part {
            NamesPart::Table => self.names.go_to_top(),
            NamesPart::Entity => {
                for table in [&mut self.spellings, &mut self.companions, &mut self.near] {
                    table.go_to_top();
                }
                self.at = blocks::At::default();
            }
            NamesPart::Naming => self.naming.go_to_top(),
            NamesPart::Network => self.network = network::NetworkPane::default(),
        }
    }

    fn part_ui(
        &mut self,
        ui: &mut Ui,
        (body, beside): (Rect, Rect),
        panel: &mut Panel<'_>,
        shown: &Arc<Figures>,
    ) {
        let has_side = beside.width() > 0.0;
        match &shown.what {
            What::Nothing => {
                if has_side {
                    side::options_ui(ui, beside, panel, None);
                }
            }
            What::Table(table) => {
                self.table_ui(ui, body, panel, (shown, table));
                if has_side {
                    side::options_ui(ui, beside, panel, Some(shown));
                }
            }
            What::Entity(one) => {
                self.entity_ui(ui, body, panel, (shown, one));
                if has_side {
                    self.articles_ui(ui, beside, panel, (shown, one));
                }
            }
            What::Naming(naming) => {
                self.naming_ui(ui, body, panel, (shown, naming));
                if has_side {
                    side::options_ui(ui, beside, panel, Some(shown));
                }
            }
            What::Network(graph, n_alone) => {
                self.network_ui(ui, body, panel, (shown, graph, *n_alone));
                if has_side {
                    let rest = side::options_ui(ui, beside, panel, Some(shown));
                    self.edges_ui(ui, rest, panel, (shown, graph));
                }
            }
        }
    }
}

impl Panel<'_> {
    fn names(&mut self, command: NamesCommand) {
        self.send(Command::Names(command));
    }
}

/// Writes a heading at the top of `rect`; returns what is left.
fn heading_ui(ui: &Ui, rect: Rect, cx: &mut Cx<'_>, text: &str) -> Rect {
    let (head, rest) = rect.split_top_bottom_at_y(rect.top() + 30.0);
    let words = (text, theme::text().bold(), cx.palette.ink);
    let painter = ui.painter().clone();
    cx.write(ui, &painter, head, Place::Start, words);
    rest
}

/// A line along the foot of `rect`.
fn underline(ui: &Ui, rect: Rect, cx: &Cx<'_>) {
    let line = Stroke::new(1.0, cx.palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}
