//! What can be saved, and in which form.

use crate::analysis::concordance::export::Format as LineFormat;
use crate::analysis::statistics::TableFormat;
use crate::app::storage::annotated_export::AnnotatedFormat;

/// What can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The lines of the concordance.
    Lines(LineFormat),
    /// The numbers of the statistics.
    Table(TableFormat),
    /// The plot of the statistics.
    Plot(PlotFormat),
    /// The numbers of the view of names.
    Names(TableFormat),
    /// The chart of the view of names.
    NamesChart(PlotFormat),
    /// The annotated articles that are listed.
    Annotated(AnnotatedFormat),
}

/// How a plot is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotFormat {
    /// Lines and outlines.
    Svg,
    /// Pixels, two in a point.
    Png,
}
