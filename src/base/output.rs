//! Output of several parts.

use std::io;

/// Takes a file of a folder: its path in it, with `/` between parts, and its
/// content.
pub type TakeFile<'a> = dyn FnMut(&str, &[u8]) -> io::Result<()> + 'a;
