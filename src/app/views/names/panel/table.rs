//! The table of all names.

use super::bar::counts_ui;
use super::{LINE, NamesPanel, SIDE};
use crate::app::command::names::{NamesCommand, NamesOrder};
use crate::app::panels::Panel;
use crate::app::state::names::{Figures, TableFigures};
use crate::app::tables::{Fit, TableView};
use crate::app::views::names::names_table::NamesTable;
use crate::ui::RowRoom;
use egui::{Rect, Ui, vec2};

/// How the columns share the width; in English, names are two.
const FIT: Fit = Fit {
    first: 200.0,
    beside: 32.0,
    more: 40.0,
    stops: false,
};

/// Least width of an English name with the Arabic one, in points.
const NAMES: f32 = 280.0;

impl NamesPanel {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, table): (&Figures, &TableFigures),
    ) {
        let (line, body) = rect.split_top_bottom_at_y(rect.top() + LINE);
        let inner = line.shrink2(vec2(SIDE, 0.0));
        let mut row = RowRoom::new(inner, panel.cx.right_to_left);
        let state = panel.state;
        let view = &state.names_view;
        let view_rows = view.rows();
        let names = ["names-find", "a11y-names-find"];
        let found = self
            .field
            .show(ui, &mut row, panel, (names, 0.35), &view.search);
        if let Some(text) = found {
            panel.names(NamesCommand::Find(text));
        }
        let texts = panel.texts;
        let (n, total) = (view_rows.len(), table.rows.len());
        let names = if n == total {
            texts.with("count-names", &[("n", n.into())])
        } else {
            let counts = [("shown", n.into()), ("total", total.into())];
            texts.with("names-rows", &counts)
        };
        let mentions = texts.with("count-mentions", &[("n", shown.n_mentions.into())]);
        counts_ui(ui, row.rest(), panel, (shown, &[names, mentions]));

        let place_of = |id: &str| {
            let entity = shown.names.table().find(id)?;
            let number = u32::try_from(table.rows.find(entity)?).ok()?;
            view_rows.iter().position(|row| *row == number)
        };
        let looked_at = TableView {
            name: &texts.get("a11y-names-table"),
            rows: Some(&view_rows),
            sort: Some(view.rows_order().sort()),
            selected: view.entity.as_deref().and_then(place_of),
            fit: Fit {
                first: if panel.cx.right_to_left {
                    FIT.first
                } else {
                    NAMES
                },
                ..FIT
            },
        };
        let names = NamesTable {
            figures: shown,
            table,
            look: &view.look,
        };
        let help = (Some(view.order.column), view.is_idle());
        let answer = self
            .names
            .show_explained(ui, body, panel, (&names, &looked_at), help);
        let id_at = |place: usize| -> Option<Box<str>> {
            let row = table.rows.row(*view_rows.get(place)? as usize)?;
            Some(shown.entity(row.entity).id.clone())
        };
        if let Some(sort) = answer.sort {
            panel.names(NamesCommand::Order(NamesOrder::of(sort)));
        } else if let Some(id) = answer.opened.and_then(id_at) {
            panel.names(NamesCommand::Open(id));
        } else if let Some(id) = answer.selected.and_then(id_at) {
            panel.names(NamesCommand::Choose(id));
        } else if let Some(place) = answer.copied {
            panel.names(NamesCommand::Copy(place));
        }
    }
}
