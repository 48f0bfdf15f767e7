//! How are names drawn?
//!
//! A table of all, one of them, how it is spelt, and who is named with whom.
//!
//! Must not know how anything is counted or saved.

mod bar;
mod entity;
mod list;
mod naming;
mod network;
mod side;
mod table;

use crate::app::command::Command;
use crate::app::command::names::{NamesCommand, NamesPart};
use crate::app::panels::Panel;
use crate::app::panels::chart_key::ChartKey;
use crate::app::panels::notice::{failure_ui, names_notice};
use crate::app::state::names::{Figures, NamesContent};
use crate::app::tables::{FindField, TablePanel};
use crate::ui::chart::Drawing;
use crate::ui::{Place, theme};
use egui::{Id, Rect, Ui, Vec2, pos2};

/// Height of the bar in points.
const BAR: f32 = 50.0;
/// Height of the line under it.
const LINE: f32 = 48.0;
/// Room at the sides.
const SIDE: f32 = 16.0;

/// The state of the panel.
pub(in crate::app) struct NamesPanel {
    field: FindField,
    names: TablePanel,
    spellings: TablePanel,
    companions: TablePanel,
    near: TablePanel,
    articles: list::List,
    naming: TablePanel,
    edges: list::List,
    /// Mentions over time.
    mentions: Option<(ChartKey, Drawing)>,
    /// The shares of spellings, and the number of rows that had no room.
    shares: Option<(ChartKey, (Drawing, usize))>,
    network: network::NetworkPane,
    /// The revisions of the parts that are shown.
    revisions: [u64; 4],
}

impl Default for NamesPanel {
    fn default() -> Self {
        let table = |name: &str| TablePanel::new(Id::unique(("names", name)));
        Self {
            field: FindField::new(Id::unique("names-field")),
            names: table("table"),
            spellings: table("spellings"),
            companions: table("companions"),
            near: table("near"),
            articles: list::List::default(),
            naming: table("naming"),
            edges: list::List::default(),
            mentions: None,
            shares: None,
            network: network::NetworkPane::default(),
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
                if matches!(shown.what, NamesContent::Nothing) {
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
        shown: &Figures,
    ) {
        let has_side = beside.width() > 0.0;
        match &shown.what {
            NamesContent::Nothing => {
                if has_side {
                    side::options_ui(ui, beside, panel, None);
                }
            }
            NamesContent::Table(table) => {
                self.table_ui(ui, body, panel, (shown, table));
                if has_side {
                    side::options_ui(ui, beside, panel, Some(shown));
                }
            }
            NamesContent::Entity(one) => {
                self.entity_ui(ui, body, panel, (shown, one));
                if has_side {
                    self.articles_ui(ui, beside, panel, (shown, one));
                }
            }
            NamesContent::Naming(naming) => {
                self.naming_ui(ui, body, panel, (shown, naming));
                if has_side {
                    side::options_ui(ui, beside, panel, Some(shown));
                }
            }
            NamesContent::Network(graph, n_alone) => {
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

    /// The key of a chart of what is shown, `size` large; `variant` is what else
    /// it depends on.
    fn names_chart(&self, size: Vec2, variant: usize) -> ChartKey {
        let view = &self.state.names_view;
        ChartKey::new(self, view.revision(view.part), size, variant)
    }
}

/// Writes a heading at the top of `rect`; returns what is left.
fn heading_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, text: &str) -> Rect {
    let (head, rest) = rect.split_top_bottom_at_y(rect.top() + 30.0);
    let words = (text, theme::text().bold(), panel.cx.palette.ink);
    panel.write(ui, head, Place::Start, words);
    rest
}
