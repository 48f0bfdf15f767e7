//! A file as memory. The only `unsafe` of the program.

use std::fs::File;
use std::io;

use bytes::Bytes;
use memmap2::Mmap;

/// The bytes of `file`, mapped. They stay what they are when the file is
/// replaced or removed.
#[expect(unsafe_code, reason = "a mapped file has no safe form")]
pub(super) fn map(file: &File) -> io::Result<Bytes> {
    // SAFETY: the bytes of a map must not change while they are borrowed, and
    // the file must not be made shorter. What is mapped is a cache, in a folder
    // that is private to the user and to this program (`files.rs` creates it
    // with mode 0700). The program never opens a finished cache for writing:
    // it writes a temporary file and renames it, which leaves the mapped file
    // as it is, without its name. The map is read-only. So only a program that
    // is not ours, run by the user or by root and set on changing this very
    // file in place, could break the rule; no reader of a mapped file, `ripgrep`
    // and `fontdb` included, can guard against that. What such a change can
    // then reach is plain bytes and numbers, which are looked up with bounds.
    let map = unsafe { Mmap::map(file)? };
    Ok(Bytes::from_owner(map))
}
