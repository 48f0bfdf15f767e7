//! What a reader can ask of the concordance.

use crate::analysis::concordance::{GroupBy, Sample, SortKey, SortSpec};
use crate::analysis::query::Hit;

/// What a reader asks of the lines of the concordance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineCommand {
    /// Sorts by a key as well, after the others; or no longer.
    ToggleKey(SortKey),
    /// Sorts by these keys.
    SortBy(SortSpec),
    /// Groups the lines, or no longer.
    Group(Option<GroupBy>),
    /// Shows a sample of the lines, or all.
    Sample(Option<Sample>),
    /// Draws another sample of the same size.
    AnotherSample,
    /// Shows ticked lines only, or all.
    OnlyTicked(bool),
    /// Hides the lines of a group, or shows them again.
    Collapse(usize),
    /// Moves to a line.
    Select(Hit),
    /// Opens the article of a line.
    Open(Hit),
    /// Ticks a line, or takes the tick back.
    Tick(Hit),
    /// Takes a line out of the concordance.
    Remove(Hit),
    /// Copies the line that one is at, or all ticked ones.
    Copy,
    /// Puts back all lines that were taken out.
    RestoreAll,
    /// Notes something beside a line.
    Note(Hit, String),
}
