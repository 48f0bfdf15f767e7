//! Which names does the corpus have, how often, when, how are they spelt, and who
//! is named with whom?
//!
//! `options` is what the reader chooses, `counting` counts it off the window's
//! thread into `figures`, the tables and charts say how these look, `panel` draws
//! them, `save` writes them, and `state` keeps them. Must not know the other
//! views.

mod company_tables;
mod counting;
mod figures;
mod mentions_chart;
mod names_table;
mod network_chart;
mod options;
mod order;
mod panel;
mod save;
mod shares_chart;
mod spelling_table;
mod state;
mod words;

pub use crate::entity::study::SpellingRows;
pub(in crate::app) use counting::NamesTask;
pub(in crate::app) use figures::{Figures, NamesContent};
pub use options::{
    NamesColumn, NamesCommand, NamesLook, NamesOptions, NamesOrder, NamesPart, NamingBy,
};
pub(in crate::app) use order::NamesArrangement;
pub(in crate::app) use panel::NamesPanel;
pub(in crate::app) use save::{write_names, write_names_chart};
pub(in crate::app) use state::{FiguresKey, NamesView};
