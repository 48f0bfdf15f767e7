//! What do the bytes of a file say: which text, which title, which date?
//!
//! Knows nothing of files, of the index or of other articles.

mod date;
mod dateline;
mod decode;
mod encoding;
mod furniture;
mod press;
mod scan;
mod title;

pub use date::{PartialDate, today};
pub(super) use dateline::dateline;
pub(super) use decode::known_what;
pub use decode::{Decoded, NotText, decode};
pub use encoding::TextEncoding;
pub use furniture::furniture_lines;
pub(crate) use press::{month_names, weekday_names};
pub(super) use title::{Title, title_of};
