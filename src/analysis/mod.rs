//! What is computed from a corpus: which articles match, in what order they
//! are listed.
//!
//! Pure functions over an immutable corpus. Knows nothing of windows or threads.

mod article_set;
pub mod index;
mod listing;
mod search;

pub use article_set::ArticleSet;
pub use listing::{GroupKey, ListRow, Listing, Order, PeriodFilter, SortBy};
pub use search::{Match, Query, SearchResult};
