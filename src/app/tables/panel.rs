//! Draws a table and the field and the sentence that belong to it.

use super::columns::{Fit, FittedColumn, fitted};
use super::{CellLook, MeasureTable, heading};
use crate::app::panels::Panel;
use crate::statistics::Formula;
use crate::ui::table::{SortOrder, TableColumn, TableLook, TableRow, TableWidget};
use crate::ui::widgets::{CONTROL, tooltip};
use crate::ui::{RowRoom, SearchField, SearchFieldLook, TextPlace, theme};
use egui::{Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// Height of the lines that say what a column tells, in points.
const HELP: f32 = 52.0;
/// Room at the sides of these lines.
const SIDE: f32 = 16.0;
/// Room of the sign that columns are hidden.
const SIGN: f32 = 44.0;
/// Most width of the field that finds rows.
const FIELD: f32 = 240.0;

/// A table of the window, as far as it is kept from one frame to the next.
pub(in crate::app) struct TablePanel {
    table: TableWidget,
    /// The row that the reader is at, if nobody else keeps that.
    pub(in crate::app) at: Option<usize>,
}

/// How a table is looked at.
pub(in crate::app) struct TableView<'a, K> {
    /// What screen readers call it.
    pub(in crate::app) name: &'a str,
    /// Its rows in their order; without, all as they are numbered.
    pub(in crate::app) rows: Option<&'a [u32]>,
    /// The column that the rows are sorted by.
    pub(in crate::app) sort: Option<(K, SortOrder)>,
    /// The place of the selected row.
    pub(in crate::app) selected: Option<usize>,
    pub(in crate::app) fit: Fit,
}

impl<'a, K> TableView<'a, K> {
    /// All rows as they are numbered.
    pub(in crate::app) const fn all(name: &'a str, selected: Option<usize>, fit: Fit) -> Self {
        Self {
            name,
            rows: None,
            sort: None,
            selected,
            fit,
        }
    }
}

/// What the reader did in a table; rows go by their place.
pub(in crate::app) struct TableAnswer<K> {
    pub(in crate::app) sort: Option<(K, SortOrder)>,
    /// Moved to, by a click or a key.
    pub(in crate::app) selected: Option<usize>,
    /// Clicked.
    pub(in crate::app) clicked: Option<usize>,
    /// Clicked twice, or Enter.
    pub(in crate::app) opened: Option<usize>,
    pub(in crate::app) copied: Option<usize>,
    /// The column whose heading is pointed at or has the keyboard.
    pub(in crate::app) pointed: Option<K>,
    /// The headings of the columns that have no room.
    pub(in crate::app) hidden: Vec<String>,
}

impl TablePanel {
    /// A table at its first row.
    pub(in crate::app) fn new(id: Id) -> Self {
        Self {
            table: TableWidget::new(id),
            at: None,
        }
    }

    /// Goes back to the first row, as when the rows are others.
    pub(in crate::app) fn go_to_top(&mut self) {
        self.table.go_to_top();
        self.at = None;
    }

    /// Draws `table` in `rect`.
    pub(in crate::app) fn show<T: MeasureTable>(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (table, view): (&T, &TableView<'_, T::Key>),
    ) -> TableAnswer<T::Key> {
        let (columns, hidden) = fitted(ui, panel, table, rect.width(), view.fit);
        let heads: Vec<TableColumn<'_>> = columns.iter().map(FittedColumn::look).collect();
        let scrollbar_name = panel.texts.get("a11y-statistics-scrollbar");
        let look = TableLook {
            name: view.name,
            scrollbar_name: &scrollbar_name,
            columns: &heads,
            n_rows: view.rows.map_or_else(|| table.n_rows(), <[u32]>::len),
            sort: view.sort.and_then(|(key, order)| {
                let place = columns.iter().position(|column| column.key == key);
                Some((place?, order))
            }),
            selected: view.selected,
            ticks: None,
        };
        let cells = CellLook::new(panel);
        let mut make = |place: usize| {
            let row = match view.rows {
                Some(rows) => rows.get(place).copied(),
                None => u32::try_from(place).ok(),
            };
            let Some(row) = row else {
                return TableRow::default();
            };
            let of_row = columns
                .iter()
                .map(|column| table.cell(row, column.key, &cells));
            TableRow {
                cells: of_row.collect(),
                stripe: table.stripe(row, cells.palette),
                ..TableRow::default()
            }
        };
        let answer = self.table.show(ui, &mut panel.cx, rect, &look, &mut make);
        self.at = answer.select.or(self.at);
        let was_clicked = ui.input(|input| input.pointer.any_click());
        let pointed = (0..columns.len()).find(|place| {
            let heading = ui.ctx().read_response(self.table.heading_id(*place));
            heading.is_some_and(|heading| heading.hovered() || heading.has_focus())
        });
        let key_of = |place: usize| columns.get(place).map(|column| column.key);
        TableAnswer {
            sort: answer
                .sort
                .and_then(|(place, order)| Some((key_of(place)?, order))),
            selected: answer.select,
            clicked: answer.select.filter(|_| was_clicked),
            opened: answer.open,
            copied: answer.copy,
            pointed: pointed.and_then(key_of),
            hidden,
        }
    }

    /// Draws `table` over the lines that say what the column pointed at tells,
    /// or else the column `explained`. Without rows, it says so once `is_done`.
    pub(in crate::app) fn show_explained<T: MeasureTable>(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (table, view): (&T, &TableView<'_, T::Key>),
        (explained, is_done): (Option<T::Key>, bool),
    ) -> TableAnswer<T::Key> {
        let (body, help) = rect.split_top_bottom_at_y(rect.bottom() - HELP);
        let answer = self.show(ui, body, panel, (table, view));
        if view.rows.is_some_and(<[u32]>::is_empty) && is_done {
            panel.say(ui, body, "statistics-no-rows", theme::text());
        }
        let line = Stroke::new(1.0, panel.cx.palette.line);
        ui.painter().hline(help.x_range(), help.top() + 0.5, line);
        let (help, sign) = split_sign(help, &answer.hidden, panel);
        if let Some(sign) = sign {
            hidden_ui(ui, sign, panel, &answer.hidden);
        }
        let texts = panel.texts;
        let keys = [answer.pointed, explained].into_iter().flatten();
        let told = keys.map(|key| (key, format!("{}-help", table.text_key(key))));
        if let Some((key, help_key)) = told.into_iter().find(|(_, key)| texts.has(key)) {
            let heading = heading(table, key, texts);
            let args = table.help_args(key, texts);
            let args = args.iter().map(|(name, value)| (*name, value.into()));
            let sentence = texts.with(&help_key, &args.collect::<Vec<_>>());
            let formula = table.formula(key);
            let inner = help.shrink2(vec2(SIDE, 6.0));
            let halves = inner.split_top_bottom_at_y(inner.center().y);
            let has_halves = formula.is_some() || T::KEEPS_FORMULA_ROOM;
            let rects = if has_halves { halves } else { (inner, inner) };
            help_ui(ui, rects, panel, (&heading, &sentence, formula));
        }
        answer
    }
}

/// The room of the help, and that of the sign that columns are hidden, at its
/// end, if any are.
fn split_sign(help: Rect, hidden: &[String], panel: &Panel<'_>) -> (Rect, Option<Rect>) {
    if hidden.is_empty() {
        return (help, None);
    }
    if panel.cx.right_to_left {
        let (sign, help) = help.split_left_right_at_x(help.left() + SIGN);
        (help, Some(sign))
    } else {
        let (help, sign) = help.split_left_right_at_x(help.right() - SIGN);
        (help, Some(sign))
    }
}

/// Says that columns have no room, and which ones to who rests on it.
fn hidden_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, hidden: &[String]) {
    let columns = hidden.join(" · ");
    let name = panel
        .texts
        .with("table-hidden", &[("columns", (&columns).into())]);
    let number = panel.texts.number(hidden.len() as u64);
    let response = ui.interact(rect, Id::unique("hidden-columns"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let palette = panel.cx.palette;
    let shown = format!("+{number}");
    let shown = (shown.as_str(), theme::small().bold(), palette.soft);
    panel.write(ui, rect, TextPlace::Center, shown);
    tooltip(&mut panel.cx, &response, &name);
}

/// What a column tells, its formula and where that comes from.
fn help_ui(
    ui: &Ui,
    (above, below): (Rect, Rect),
    panel: &mut Panel<'_>,
    (heading, sentence, formula): (&str, &str, Option<Formula>),
) {
    let palette = panel.cx.palette;
    let mut row = RowRoom::new(above, panel.cx.right_to_left);
    let bold = theme::small().bold();
    let width = panel.cx.label(ui, heading, bold).width();
    let words = (heading, bold, palette.ink);
    panel.write(ui, row.start(width), TextPlace::Start, words);
    row.start(10.0);
    let words = (sentence, theme::small(), palette.soft);
    panel.write(ui, row.rest(), TextPlace::Start, words);
    if let Some(formula) = formula {
        let text = format!("{}   ({})", formula.formula, formula.source);
        let words = (text.as_str(), theme::small(), palette.faint);
        panel.write(ui, below, TextPlace::Start, words);
    }
}

/// The field that finds rows of a table.
pub(in crate::app) struct FindField(SearchField);

impl FindField {
    /// An empty one.
    pub(in crate::app) fn new(id: Id) -> Self {
        Self(SearchField::plain(id))
    }

    /// Draws it at the start of `row`, as `share` of its width at most; `names`
    /// are the keys of what stands in the empty field and of what screen readers
    /// call it. Returns what is looked for, if that is no longer `wanted`.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        row: &mut RowRoom,
        panel: &mut Panel<'_>,
        (names, share): ([&str; 2], f32),
        wanted: &str,
    ) -> Option<String> {
        let field = &mut self.0;
        if field.text() != wanted {
            field.set_text(wanted);
        }
        let place = row.start(FIELD.min(row.rest().width() * share));
        row.start(12.0);
        let place = Rect::from_center_size(place.center(), vec2(place.width(), CONTROL));
        let texts = panel.texts;
        let [placeholder, name] = names.map(|key| texts.get(key));
        let look = SearchFieldLook {
            placeholder: &placeholder,
            hint: "",
            name: &name,
            clear_name: &texts.get("statistics-find-clear"),
            right_to_left: panel.cx.right_to_left,
            width: place.width(),
            height: CONTROL,
        };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
        let answer = field.show(&mut inside, panel.cx.pen, panel.cx.palette, &look);
        answer.changed.then(|| field.text().to_owned())
    }
}
