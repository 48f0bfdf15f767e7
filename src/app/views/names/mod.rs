//! Which names does the corpus have, how often, when, how are they spelt, and who
//! is named with whom?
//!
//! The tables and charts say how the figures look that the state has counted,
//! `panel` draws them, and `save` writes them. Must not know the other views.

mod company_tables;
mod mentions_chart;
mod names_table;
mod network_chart;
mod panel;
mod save;
mod shares_chart;
mod spelling_table;
mod words;

pub use crate::app::command::names::{
    NamesColumn, NamesCommand, NamesLook, NamesOptions, NamesOrder, NamesPart, NamingBy,
};
pub use crate::entity::study::SpellingRows;
pub(in crate::app) use panel::NamesPanel;
pub(in crate::app) use save::{write_names, write_names_chart};
