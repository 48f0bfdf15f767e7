//! What is computed from a corpus?
//!
//! Its index, what a query finds, lines in context, counts, and which articles
//! are listed.
//!
//! Pure functions over an immutable corpus. Knows nothing of windows or threads.

mod article_set;
pub mod cache;
pub mod comparison;
pub mod concordance;
mod facets;
pub mod index;
mod indexed;
mod listing;
pub mod query;
pub mod statistics;
mod wire;

pub use article_set::ArticleSet;
pub use facets::{FacetColumn, Facets};
pub use indexed::IndexedCorpus;
pub use listing::{GroupKey, ListRow, Listing, Order, PeriodFilter, SortBy};
pub use wire::{WireGroupId, WireGroups};
