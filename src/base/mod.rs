//! What may every layer use?
//!
//! Ids, spans, columns, messages and the plumbing of long work.
//!
//! Knows nothing of Arabic, of files or of windows.

mod beside;
mod column;
mod id;
mod message;
mod output;
mod progress;
mod span;
mod table;

pub use beside::Beside;
pub use column::PlainColumn;
pub use id::{ArticleId, EntityId, fits};
pub(crate) use message::messages;
pub use message::{Arg, Message, Severity, Word, write_terse};
pub use output::TakeFile;
pub use progress::{CancelToken, Cancelled, Checkpoint, Progress};
pub use span::{ByteSpan, CharIndex};
pub use table::{AssetTable, TableProblem};
pub(crate) use table::{asset_table, listed, tagged};
