//! Reads what the program keeps.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// Opens the file at `path` to read it.
///
/// # Errors
/// What the system says, and for what is no file: to read a pipe would take
/// for ever.
pub(super) fn open(path: &Path) -> io::Result<File> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is no file"));
    }
    File::open(path)
}

/// The bytes of the file at `path`.
///
/// # Errors
/// What the system says, and for what is no file, such as a pipe.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}
