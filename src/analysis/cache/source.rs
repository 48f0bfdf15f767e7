//! Where the bytes of a cache come from, and how they come into memory.
//!
//! They are read, not mapped: a mapped file that another program makes shorter
//! ends this one, and one that it writes into changes texts that were checked.

use std::fs::File;
use std::io;

use bytes::Bytes;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::checksum::{CHUNK_BYTES, checksum_of};

/// A file, or what stands for one.
pub(super) trait FileSource: Sync {
    /// How many bytes it has.
    fn n_bytes(&self) -> io::Result<u64>;

    /// Fills `into` with the bytes from place `at` on.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()>;
}

impl FileSource for File {
    fn n_bytes(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    #[cfg(unix)]
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(self, into, at)
    }

    #[cfg(windows)]
    fn read_at(&self, mut at: u64, mut into: &mut [u8]) -> io::Result<()> {
        while !into.is_empty() {
            let n = std::os::windows::fs::FileExt::seek_read(self, into, at)?;
            if n == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            at += n as u64;
            into = into.get_mut(n..).unwrap_or_default();
        }
        Ok(())
    }
}

impl FileSource for &[u8] {
    fn n_bytes(&self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let rest = usize::try_from(at).ok().and_then(|at| self.get(at..));
        let mut rest = rest.unwrap_or_default();
        io::Read::read_exact(&mut rest, into)
    }
}

/// Bytes that lie where any plain value may lie.
struct Aligned {
    words: Vec<u64>,
    n_bytes: usize,
}

impl AsRef<[u8]> for Aligned {
    fn as_ref(&self) -> &[u8] {
        let bytes: &[u8] = bytemuck::cast_slice(&self.words);
        bytes.get(..self.n_bytes).unwrap_or(bytes)
    }
}

/// The `n_bytes` bytes of `source` from place `start` on, aligned, and their
/// checksum; both are done on all cores, each chunk at one go.
pub(super) fn read_checked(
    source: &impl FileSource,
    start: u64,
    n_bytes: u64,
) -> io::Result<(Bytes, u64)> {
    let n_bytes = usize::try_from(n_bytes).map_err(io::Error::other)?;
    let mut words = vec![0_u64; n_bytes.div_ceil(size_of::<u64>())];
    let all: &mut [u8] = bytemuck::cast_slice_mut(&mut words);
    let bytes = all.get_mut(..n_bytes).unwrap_or_default();
    let chunks = bytes.par_chunks_mut(CHUNK_BYTES).enumerate();
    let sums = chunks.map(|(n, chunk)| -> io::Result<u64> {
        source.read_at(start + (n * CHUNK_BYTES) as u64, chunk)?;
        Ok(xxh3_64(chunk))
    });
    let sums: Vec<u64> = sums.collect::<io::Result<_>>()?;
    let bytes = Bytes::from_owner(Aligned { words, n_bytes });
    Ok((bytes, checksum_of(&sums)))
}
