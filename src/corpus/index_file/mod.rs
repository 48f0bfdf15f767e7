//! What does `INDEX.md` say of the corpus and its articles?
//!
//! Knows nothing of files: it is handed the text.

mod index;
mod list_form;
mod mend;
mod rows;
mod table_form;

pub use index::{IndexFile, parse_index};
pub(super) use rows::FacetInterner;
pub use rows::IndexRow;
