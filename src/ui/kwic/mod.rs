//! How do lines of a concordance look?
//!
//! Keywords stand in context, aligned on the node.
//!
//! Draws rows that a closure gives, and only those in view; it knows nothing of
//! queries, indexes or sorting. Text runs in the direction of the corpus
//! whatever the direction of the interface: in Arabic, what comes before the
//! node stands to its right.

mod acting;
mod cache;
mod cells;
mod columns;
mod context;
mod drawing;
mod header;
mod inked;
mod keys;
mod note;
mod painting;
mod pane;
mod phrase;
mod request;
mod row;
mod rows;
mod scrollbar;
mod words;

pub use inked::Inked;
pub use pane::KwicPane;
pub use phrase::{Cell, straighten};
pub use request::{
    KwicAnswer, KwicColumn, KwicContext, KwicEntry, KwicNames, KwicRequest, KwicRow, sort_key_inks,
};
