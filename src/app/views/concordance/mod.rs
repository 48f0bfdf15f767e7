//! In which contexts do the hits of a query stand?
//!
//! The lines, the bar over them, and the forms that the query found beside them.
//! Must not know the other views.

mod forms;
mod line_entry;
mod panel;
mod toolbar;

pub(in crate::app) use forms::FormsPanel;
pub(in crate::app) use panel::ConcordancePanel;
