//! What is a corpus, and how does a folder become one?
//!
//! A [`Corpus`] is plain, immutable data; reading a folder yields a corpus and
//! a list of [`Problem`]s, never a failure of the whole for the fault of a part.
//! Knows nothing of windows, fonts or entities' mentions. Only
//! `folder/store.rs` touches the file system. What has been read can be
//! [stored](Corpus::to_stored) and had back without its folder.

mod article;
mod article_text;
mod corpus_data;
mod entity_fault;
mod facet;
mod folder;
mod index_file;
mod problem;
mod stamp;
mod state;
mod stored;
mod text;

pub use article::{Article, DatedBy};
pub use article_text::{
    Decoded, NotText, PartialDate, TextEncoding, decode, furniture_lines, today,
};
pub(crate) use article_text::{month_names, weekday_names};
pub use corpus_data::{Corpus, PeriodCount, Periods};
pub use entity_fault::EntityFault;
pub use facet::Facet;
pub use folder::{LoadError, LoadOptions, Reopened, Reread, embedded, open_folder, reopen_folder};
pub use index_file::{IndexFile, IndexRow, parse_index};
pub use problem::{Problem, ProblemKind};
pub use stamp::FileStamp;
pub use state::FolderState;
pub use stored::StoredFault;
pub use text::Text;
