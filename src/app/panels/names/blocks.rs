//! What the parts of the view share: charts that are kept, rows that are
//! selected, and cells that many tables have.

use super::Panel;
use crate::app::entity_view::Figures;
use crate::texts::Texts;
use crate::ui::chart::Drawing;
use crate::ui::table::{Align, Cell, TableColumn, Width};
use crate::ui::theme::{self, Palette};
use egui::{Color32, Ui, Vec2};

/// What a drawing depends on.
#[derive(PartialEq)]
pub(super) struct Key {
    pub(super) revision: u64,
    pub(super) size: Vec2,
    pub(super) dark: bool,
    pub(super) right_to_left: bool,
    /// What else it depends on.
    pub(super) variant: usize,
}

impl Key {
    pub(super) fn new(panel: &Panel<'_>, size: Vec2, variant: usize) -> Self {
        let view = &panel.state.names_view;
        Self {
            revision: view.revision(view.part),
            size,
            dark: panel.cx.palette.dark,
            right_to_left: panel.cx.right_to_left,
            variant,
        }
    }
}

/// The charts, as far as they are kept from one frame to the next.
#[derive(Default)]
pub(super) struct Charts {
    pub(super) mentions: Option<(Key, Drawing)>,
    /// With the number of rows that had no room.
    pub(super) shares: Option<(Key, (Drawing, usize))>,
}

/// The rows that the reader is at.
#[derive(Default)]
pub(super) struct At {
    pub(super) spelling: Option<usize>,
    pub(super) companion: Option<usize>,
    pub(super) near: Option<usize>,
    pub(super) naming: Option<usize>,
}

/// A column of numbers that is as wide as its heading, and at least `least`
/// points.
pub(super) fn number_column<'a>(
    ui: &Ui,
    panel: &mut Panel<'_>,
    heading: &'a str,
    least: f32,
) -> TableColumn<'a> {
    let label = panel.cx.label(ui, heading, theme::small().bold());
    TableColumn {
        heading,
        align: Align::Number,
        width: Width::Points((label.width() + 20.0).max(least)),
        sort: None,
    }
}

/// A column that takes what is left.
pub(super) const fn words_column(heading: &str) -> TableColumn<'_> {
    TableColumn {
        heading,
        align: Align::Start,
        width: Width::Share(1.0),
        sort: None,
    }
}

/// A count; none is faint.
pub(super) fn count(texts: &Texts, palette: &Palette, n: u32) -> Cell {
    let cell = Cell::new(texts.number(n.into()));
    if n == 0 {
        cell.ink(palette.faint)
    } else {
        cell
    }
}

/// A number with a digit after its point, or a dash.
pub(super) fn real(texts: &Texts, palette: &Palette, number: Option<f64>) -> Cell {
    match number {
        Some(number) => Cell::new(texts.decimal(number, 1)),
        None => Cell::new("–").ink(palette.faint),
    }
}

/// The colour of the period in a column of counts.
pub(super) fn period_ink(panel: &Panel<'_>, shown: &Figures, column: usize) -> Color32 {
    let period = shown.periods.get(column).and_then(Option::as_ref);
    panel.period_tone(period).ink
}
