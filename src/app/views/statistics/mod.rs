//! Which words, sequences of words and hits does the corpus have, how often, where
//! and when?
//!
//! `options` is what the reader chooses, `counting` counts it off the window's
//! thread, `table` and `plots` say how it looks, the panels draw it, `save`
//! writes it, and `state` keeps it. Must not know the other views.

mod counting;
mod options;
mod panel;
mod plot_panel;
mod plots;
mod save;
mod side;
mod state;
mod table;

pub(in crate::app) use counting::{CountedRows, StatisticsTask, TableOrPlot};
pub use options::{Scope, StatisticsKind, StatisticsOptions};
pub(in crate::app) use panel::{STATISTICS_FIELD, StatisticsPanel};
pub(in crate::app) use plots::write_plot;
pub(in crate::app) use save::{table_head, write_statistics};
pub(in crate::app) use side::statistics_side_ui;
pub(in crate::app) use state::{Statistics, StatisticsKey};
