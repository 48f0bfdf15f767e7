//! Ids, spans and the plumbing of long work: what every other layer may use.
//!
//! Knows nothing of Arabic, of files or of windows.

mod beside;
mod column;
mod id;
mod progress;
mod span;

pub use beside::Beside;
pub use column::Column;
pub use id::{ArticleId, EntityId};
pub use progress::{CancelToken, Cancelled, Checkpoint, Progress};
pub use span::{ByteSpan, CharIndex};
