//! Which words, sequences of words and hits does the corpus have, how often, where
//! and when?
//!
//! `table` and `plots` say how the numbers look that the state has counted, the
//! panels draw them, and `save` writes them. Must not know the other views.

mod panel;
mod plot_panel;
mod plots;
mod save;
mod side;
mod table;

pub(in crate::app) use panel::StatisticsPanel;
pub(in crate::app) use plots::write_plot;
pub(in crate::app) use save::{table_head, write_statistics};
pub(in crate::app) use side::statistics_side_ui;
