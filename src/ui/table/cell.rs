//! What stands in a row.

use crate::text::BaseDirection;
use egui::Color32;

/// Where texts stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the side where lines start.
    Start,
    /// At the side where lines end.
    End,
    /// On the right in every interface, since numbers run from left to right:
    /// with as many decimals in each, the decimal points stand in one line.
    Number,
}

/// A text in a table. Each is a line of its own, which no other changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// The text; cut where it does not fit.
    pub text: String,
    /// Its colour; without one, the usual ink.
    pub ink: Option<Color32>,
    /// Bold instead of regular.
    pub bold: bool,
    /// The direction that its line starts with.
    pub direction: BaseDirection,
    /// The stretches of a bar in the place of a text, from the side where lines
    /// start: thousandths of the column's width, and the colour.
    pub bar: Vec<(u16, Color32)>,
}

impl TableCell {
    /// A cell of the direction of its first letter.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ink: None,
            bold: false,
            direction: BaseDirection::Auto,
            bar: Vec::new(),
        }
    }

    /// A cell with a bar and without text.
    #[must_use]
    pub fn bar(stretches: Vec<(u16, Color32)>) -> Self {
        Self {
            bar: stretches,
            ..Self::new("")
        }
    }

    /// The same in another colour.
    #[must_use]
    pub fn ink(self, ink: Color32) -> Self {
        Self {
            ink: Some(ink),
            ..self
        }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same as a line from right to left, whatever it begins with.
    #[must_use]
    pub fn right_to_left(self) -> Self {
        Self {
            direction: BaseDirection::RightToLeft,
            ..self
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRow {
    /// A cell for each column; missing ones are empty.
    pub cells: Vec<TableCell>,
    /// Whether it is ticked, where rows can be ticked.
    pub ticked: bool,
    /// The colour of a stripe at the side where lines start.
    pub stripe: Option<Color32>,
}
