//! The table of all names.

use super::bar::counts_ui;
use super::columns::{
    RowReader, columns_of, heading_of, help_of, order_of, sort_of, table_columns,
};
use super::{LINE, NamesPanel, Panel, SIDE};
use crate::app::entity_view::{Figures, NamesColumn, NamesCommand, TableFigures};
use crate::ui::table::{TableLook, TableRow};
use crate::ui::widgets::CONTROL;
use crate::ui::{Place, Row, SearchFieldLook, theme};
use egui::{Rect, Stroke, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// Most width of the field, in points.
const FIELD: f32 = 240.0;
/// Height of the lines that say what a column tells.
const HELP: f32 = 52.0;

impl NamesPanel {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, table): (&Arc<Figures>, &TableFigures),
    ) {
        let (line, body) = rect.split_top_bottom_at_y(rect.top() + LINE);
        let inner = line.shrink2(vec2(SIDE, 0.0));
        let mut row = Row::new(inner, panel.cx.right_to_left);
        self.field_ui(ui, &mut row, panel);
        let texts = panel.texts;
        let (n, total) = (panel.state.names_view.rows().len(), table.rows.len());
        let names = if n == total {
            texts.with("count-names", &[("n", n.into())])
        } else {
            let counts = [("shown", n.into()), ("total", total.into())];
            texts.with("names-rows", &counts)
        };
        let mentions = texts.with("count-mentions", &[("n", shown.n_mentions.into())]);
        counts_ui(ui, row.rest(), panel, (shown, &[names, mentions]));

        let (body, help) = body.split_top_bottom_at_y(body.bottom() - HELP);
        let name = texts.get("names-column-name");
        let columns = columns_of(ui, panel, shown, body.width());
        let heads = table_columns(&name, &columns);
        let view = &panel.state.names_view;
        let view_rows = view.rows();
        let place_of = |id: &str| {
            let entity = shown.names.table().find(id)?;
            let number = u32::try_from(table.rows.find(entity)?).ok()?;
            view_rows.iter().position(|row| *row == number)
        };
        let look = TableLook {
            name: &texts.get("a11y-names-table"),
            scrollbar_name: &texts.get("a11y-statistics-scrollbar"),
            columns: &heads,
            n_rows: view_rows.len(),
            sort: sort_of(view.rows_order(), &columns),
            selected: view.entity.as_deref().and_then(place_of),
            ticks: None,
        };
        let reader = RowReader {
            shown,
            table,
            state: panel.state,
            texts,
            palette: panel.cx.palette,
            most: table.most,
        };
        let mut make = |place: usize| {
            let row = view_rows.get(place);
            row.map_or_else(TableRow::default, |row| reader.row(*row, &columns))
        };
        let answer = self.names.show(ui, &mut panel.cx, body, &look, &mut make);
        let id_at = |place: usize| -> Option<Box<str>> {
            let row = table.rows.row(*view_rows.get(place)? as usize)?;
            Some(shown.entity(row.entity).id.clone())
        };
        if let Some(order) = answer.sort.and_then(|sort| order_of(sort, &columns)) {
            panel.names(NamesCommand::Order(order));
        } else if let Some(id) = answer.open.and_then(id_at) {
            panel.names(NamesCommand::Open(id));
        } else if let Some(id) = answer.select.and_then(id_at) {
            panel.names(NamesCommand::Choose(id));
        } else if let Some(place) = answer.copy {
            panel.names(NamesCommand::Copy(place));
        }
        if view_rows.is_empty() && view.is_idle() {
            let text = texts.get("statistics-no-rows");
            let words = (text.as_ref(), theme::text(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, body, Place::Center, words);
        }
        // What the pointer is at is explained, or else what the order is.
        let hovered = (0..heads.len()).find(|column| {
            let response = ui.ctx().read_response(self.names.heading_id(*column));
            response.is_some_and(|response| response.hovered() || response.has_focus())
        });
        let hovered = hovered.and_then(|place| match place.checked_sub(1) {
            None => Some(NamesColumn::Name),
            Some(place) => columns.get(place)?.sorts_by(),
        });
        help_ui(
            ui,
            help,
            panel,
            (shown, hovered.unwrap_or(view.order.column)),
        );
    }

    fn field_ui(&mut self, ui: &mut Ui, row: &mut Row, panel: &mut Panel<'_>) {
        let wanted = &panel.state.names_view.search;
        if self.field.text() != wanted {
            self.field.set_text(wanted);
        }
        let place = row.start(FIELD.min(row.rest().width() * 0.35));
        row.start(12.0);
        let place = Rect::from_center_size(place.center(), vec2(place.width(), CONTROL));
        let texts = panel.texts;
        let look = SearchFieldLook {
            placeholder: &texts.get("names-find"),
            hint: "",
            name: &texts.get("a11y-names-find"),
            clear_name: &texts.get("statistics-find-clear"),
            right_to_left: panel.cx.right_to_left,
            width: place.width(),
            height: CONTROL,
        };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
        let answer = self
            .field
            .show(&mut inside, panel.cx.pen, panel.cx.palette, &look);
        if answer.changed {
            let text = self.field.text().to_owned();
            panel.names(NamesCommand::Find(text));
        }
    }
}

/// What a column tells, its formula and where that comes from.
fn help_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, (shown, column): (&Figures, NamesColumn)) {
    let palette = panel.cx.palette;
    let painter = ui.painter().clone();
    let line = Stroke::new(1.0, palette.line);
    painter.hline(rect.x_range(), rect.top() + 0.5, line);
    let heading = heading_of(panel.texts, shown, column);
    let (sentence, formula) = help_of(panel.state, panel.texts, shown, column);
    let inner = rect.shrink2(vec2(SIDE, 6.0));
    let (above, below) = if formula.is_some() {
        inner.split_top_bottom_at_y(inner.center().y)
    } else {
        (inner, inner)
    };
    let mut row = Row::new(above, panel.cx.right_to_left);
    let bold = theme::small().bold();
    let width = panel.cx.label(ui, &heading, bold).width();
    let words = (heading.as_str(), bold, palette.ink);
    let place = row.start(width);
    panel.cx.write(ui, &painter, place, Place::Start, words);
    row.start(10.0);
    let words = (sentence.as_str(), theme::small(), palette.soft);
    panel
        .cx
        .write(ui, &painter, row.rest(), Place::Start, words);
    if let Some(formula) = formula {
        let words = (formula, theme::small(), palette.faint);
        panel.cx.write(ui, &painter, below, Place::Start, words);
    }
}
