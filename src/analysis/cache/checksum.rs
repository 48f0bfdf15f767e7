//! The checksum of a section, which many threads can compute together.

use xxhash_rust::xxh3::Xxh3;

/// Bytes whose checksum is computed by one thread.
pub(super) const CHUNK_BYTES: usize = 4 << 20;

/// The checksum of bytes of whose chunks the xxh3-64 are `chunks`: the xxh3-64
/// of these.
pub(super) fn checksum_of(chunks: &[u64]) -> u64 {
    let mut whole = Xxh3::new();
    for chunk in chunks {
        whole.update(&chunk.to_le_bytes());
    }
    whole.digest()
}

/// Computes the checksum of bytes that come in pieces.
pub(super) struct Checksum {
    whole: Xxh3,
    chunk: Xxh3,
    /// Bytes of the chunk so far.
    n_bytes: usize,
}

impl Checksum {
    pub(super) fn new() -> Self {
        Self {
            whole: Xxh3::new(),
            chunk: Xxh3::new(),
            n_bytes: 0,
        }
    }

    pub(super) fn update(&mut self, mut piece: &[u8]) {
        while !piece.is_empty() {
            let room = CHUNK_BYTES - self.n_bytes;
            let (now, rest) = piece.split_at(room.min(piece.len()));
            self.chunk.update(now);
            self.n_bytes += now.len();
            if self.n_bytes == CHUNK_BYTES {
                self.end_chunk();
            }
            piece = rest;
        }
    }

    pub(super) fn finish(mut self) -> u64 {
        if self.n_bytes > 0 {
            self.end_chunk();
        }
        self.whole.digest()
    }

    fn end_chunk(&mut self) {
        self.whole.update(&self.chunk.digest().to_le_bytes());
        self.chunk.reset();
        self.n_bytes = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::source::read_checked;
    use super::*;

    #[test]
    fn pieces_give_the_checksum_of_the_whole() {
        for n_bytes in [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 5] {
            let bytes: Vec<u8> = (0..n_bytes).map(|n| n.to_le_bytes()[0]).collect();
            for n_piece in [1000, CHUNK_BYTES, usize::MAX] {
                let mut pieces = Checksum::new();
                for piece in bytes.chunks(n_piece) {
                    pieces.update(piece);
                }
                let (again, sum) = read_checked(&&*bytes, 0, bytes.len() as u64).expect("read");
                assert_eq!(again, bytes);
                assert_eq!(pieces.finish(), sum, "{n_bytes} {n_piece}");
            }
        }
    }
}
