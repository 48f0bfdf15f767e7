//! What a corpus is, and how a folder becomes one.
//!
//! A [`Corpus`] is plain, immutable data; reading a folder yields a corpus and
//! a list of [`Problem`]s, never a failure of the whole for the fault of a part.
//! Knows nothing of windows, fonts or entities' mentions. Only `store.rs`
//! touches the file system. What has been read can be [stored](Corpus::to_stored)
//! and had back without its folder.

mod article;
mod assemble;
mod corpus_data;
mod date;
mod dateline;
mod decode;
pub mod embedded;
mod encoding;
mod entity_fault;
mod facet;
mod furniture;
mod index;
mod list_form;
mod load;
mod mend;
mod months;
mod previous;
mod problem;
mod reading;
mod reopen;
mod rows;
mod scan;
mod stamp;
mod state;
mod store;
mod stored;
mod table_form;
mod text;
mod title;

pub use article::{Article, DatedBy};
pub use corpus_data::{Corpus, PeriodCount, Periods};
pub use date::{PartialDate, today};
pub use decode::{Decoded, NotText, decode};
pub use encoding::TextEncoding;
pub use entity_fault::EntityFault;
pub use facet::Facet;
pub use furniture::furniture_lines;
pub use index::{Index, IndexRow, parse_index};
pub use load::{LoadError, LoadOptions, open_folder};
pub(crate) use months::{month_names, weekday_names};
pub use problem::{Problem, ProblemKind};
pub use reopen::{Reopened, Reread, reopen_folder};
pub use stamp::FileStamp;
pub use state::FolderState;
pub use stored::StoredFault;
pub use text::Text;
