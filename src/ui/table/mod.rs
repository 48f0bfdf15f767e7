//! How do any number of rows look, of which only those in view are made?
//!
//! It draws what the caller says and answers what the reader did: sorting,
//! selecting and ticking are the caller's.
//!
//! Knows no corpus and no number: cells are words.

mod cell;
mod columns;
mod header;
mod keys;
mod row;

pub use cell::{Align, TableCell, TableRow};
pub use columns::{ColumnWidth, TableColumn};

use super::cx::Cx;
use super::rows::{Extent, Rows, SCROLLBAR};
use super::widgets::focus_ring;
use columns::ColumnPlaces;
use egui::{Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

/// Height of a row in points.
pub const ROW: f32 = 30.0;
/// Height of the row of headings.
pub const HEADER: f32 = 32.0;

/// The order of a sorted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

impl SortOrder {
    /// The other one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// What a table shows besides its rows.
pub struct TableLook<'a> {
    /// What screen readers call it.
    pub name: &'a str,
    /// What screen readers call its scrollbar.
    pub scrollbar_name: &'a str,
    /// The columns, from the side where lines start.
    pub columns: &'a [TableColumn<'a>],
    /// Number of rows.
    pub n_rows: usize,
    /// The column that the rows are sorted by.
    pub sort: Option<(usize, SortOrder)>,
    /// The selected row.
    pub selected: Option<usize>,
    /// Whether rows can be ticked, and what screen readers call that: the
    /// checkbox of a row is called this and the text of its first cell.
    pub ticks: Option<&'a str>,
}

/// What the reader did in one pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableResponse {
    /// Sort by this column in this order.
    pub sort: Option<(usize, SortOrder)>,
    /// Select this row.
    pub select: Option<usize>,
    /// Open this row: a double click, or Enter.
    pub open: Option<usize>,
    /// Tick this row, or take its tick away.
    pub tick: Option<(usize, bool)>,
    /// Put this row on the clipboard.
    pub copy: Option<usize>,
    /// The row under the pointer.
    pub hovered: Option<usize>,
}

/// The scroll position of a table.
pub struct TableWidget {
    id: Id,
    rows: Rows,
    reveal: Option<usize>,
}

impl TableWidget {
    /// A table at its first row.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            rows: Rows::default(),
            reveal: None,
        }
    }

    /// The widget that has the keyboard while the reader moves over rows.
    #[must_use]
    pub const fn id(&self) -> Id {
        self.id
    }

    /// The widget of the heading of a column, from 0.
    #[must_use]
    pub fn heading_id(&self, column: usize) -> Id {
        header::id_of(self.id, column)
    }

    /// Brings row `index` into view when the table is drawn next.
    pub const fn reveal(&mut self, index: usize) {
        self.reveal = Some(index);
    }

    /// Goes back to the first row, as when the rows are others.
    pub fn go_to_top(&mut self) {
        self.rows.go_to_top();
    }

    /// Draws the table in `rect`; `row` makes the row asked for, and is asked
    /// for rows in view and the selected one only.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        rect: Rect,
        look: &TableLook<'_>,
        row: &mut dyn FnMut(usize) -> TableRow,
    ) -> TableResponse {
        let mut answer = TableResponse::default();
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEADER.min(rect.height()));
        let places = ColumnPlaces::new(look, rect, cx.right_to_left);
        answer.sort = header::show(ui, cx, self.id, head, look, &places);
        let extent = Extent {
            n: look.n_rows,
            row: ROW,
            view: body.height(),
        };
        let response = ui.interact(body, self.id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Table, true, look.name));
        if response.has_focus() {
            keys::read(ui, self.id, look, extent, &mut answer, row);
        }
        if let Some(index) = self.reveal.take().or(answer.select) {
            self.rows
                .reveal(index.min(look.n_rows.saturating_sub(1)), extent);
        }
        self.rows.wheel(ui, body);
        let (range, top) = self.rows.visible(extent);
        let rows = row::RowStyle {
            table: self.id,
            body,
            look,
            places: &places,
        };
        let inside = UiBuilder::new().max_rect(body).id_salt(self.id);
        let mut inside = ui.new_child(inside.accessibility_parent(self.id));
        inside.shrink_clip_rect(body);
        rows.show(&mut inside, cx, (range, top), row, &mut answer);
        if answer.select.is_some() || answer.tick.is_some() {
            response.request_focus();
        }
        let line = Stroke::new(1.0, cx.palette.line);
        ui.painter()
            .hline(rect.x_range(), head.bottom() - 0.5, line);
        focus_ring(cx, &ui.painter_at(rect.expand(2.0)), &response, 0);
        let bar = (self.id.with("scrollbar"), look.scrollbar_name);
        self.rows.scrollbar(ui, cx, body, bar, extent);
        self.describe(ui, look);
        answer
    }

    /// Tells screen readers how large the table is, and where the keyboard is.
    fn describe(&self, ui: &Ui, look: &TableLook<'_>) {
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_row_count(look.n_rows);
            node.set_column_count(look.columns.len());
        });
        let selected = look.selected.map(|index| row::id_of(self.id, index));
        if let Some(row) = selected.filter(|row| ui.ctx().has_accesskit_node(*row)) {
            ui.ctx().accesskit_node_builder(self.id, |node| {
                node.set_active_descendant(row.accesskit_id());
            });
        }
    }
}

/// Room of the scrollbar, which is free in every row.
const BAR: f32 = SCROLLBAR + 2.0;
