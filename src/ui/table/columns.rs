//! The columns of a table and their places.

use super::cell::Align;
use super::{BAR, TableLook};
use crate::ui::RowRoom;
use egui::{Rangef, Rect};

/// Points between a text and the border of its column.
const PAD: f32 = 8.0;
/// Room of the checkbox.
const TICK: f32 = 34.0;
/// A column that takes a share is not narrower than this, while there is room.
const LEAST: f32 = 48.0;

/// The width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// So many points.
    Points(f32),
    /// A share of what the others leave; more than 0.
    Share(f32),
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableColumn<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// Where its texts and its heading stand.
    pub align: Align,
    /// How wide it is.
    pub width: ColumnWidth,
    /// The order that a first click on its heading asks for, if it can be
    /// sorted by.
    pub sort: Option<super::SortOrder>,
}

/// Where the columns stand, from left edge to right edge in points.
pub(super) struct ColumnPlaces {
    /// The checkboxes.
    pub(super) tick: Option<Rangef>,
    /// The texts of each column.
    pub(super) columns: Vec<Rangef>,
}

impl ColumnPlaces {
    pub(super) fn new(look: &TableLook<'_>, rect: Rect, right_to_left: bool) -> Self {
        let mut row = RowRoom::new(rect, right_to_left);
        row.start(PAD);
        row.end(BAR);
        let tick = look.ticks.map(|_| row.start(TICK).x_range());
        let widths = widths(look.columns, row.rest().width());
        let columns = widths
            .into_iter()
            .map(|width| row.start(width).x_range().shrink(PAD.min(width / 2.0)));
        Self {
            columns: columns.collect(),
            tick,
        }
    }
}

/// The widths of `columns` in `room` points; together not more than that.
fn widths(columns: &[TableColumn<'_>], room: f32) -> Vec<f32> {
    let (mut fixed, mut shares) = (0.0, 0.0);
    for column in columns {
        match column.width {
            ColumnWidth::Points(width) => fixed += width,
            ColumnWidth::Share(share) => shares += share,
        }
    }
    let rest = (room - fixed).max(0.0);
    let mut widths: Vec<f32> = columns
        .iter()
        .map(|column| match column.width {
            ColumnWidth::Points(width) => width,
            ColumnWidth::Share(share) => (rest * share / shares).max(LEAST),
        })
        .collect();
    let total: f32 = widths.iter().sum();
    if total > room {
        let scale = room.max(0.0) / total;
        for width in &mut widths {
            *width *= scale;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn column(width: ColumnWidth) -> TableColumn<'static> {
        TableColumn {
            heading: "",
            align: Align::Start,
            width,
            sort: None,
        }
    }

    #[test]
    fn shares_take_what_is_left() {
        let columns = [
            ColumnWidth::Points(100.0),
            ColumnWidth::Share(1.0),
            ColumnWidth::Share(3.0),
        ];
        assert_eq!(widths(&columns.map(column), 500.0), [100.0, 100.0, 300.0]);
    }

    proptest! {
        #[test]
        fn columns_stay_inside(
            all in prop::collection::vec((prop::bool::ANY, 1.0f32..300.0), 1..9),
            room in 0.0f32..1200.0,
        ) {
            let columns: Vec<_> = all
                .iter()
                .map(|(fixed, n)| column(if *fixed { ColumnWidth::Points(*n) } else { ColumnWidth::Share(*n) }))
                .collect();
            let widths = widths(&columns, room);
            prop_assert!(widths.iter().all(|width| *width >= 0.0));
            prop_assert!(widths.iter().sum::<f32>() <= room + 0.1);
        }
    }
}
