//! Writes the cache of a corpus.

use std::path::{Path, PathBuf};

use super::container::{CORPUS, IDENTITY, Section, TEXTS, write};
use super::{CachePlace, SaveFault, tidy};
use crate::analysis::index::Index;
use crate::base::CancelToken;
use crate::corpus::Corpus;
use crate::files::{Owner, replace};

/// A cache that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The file.
    pub path: PathBuf,
    /// Its size.
    pub n_bytes: u64,
}

/// Writes the cache of `corpus` and its `index` in place of the one before,
/// and makes room for it. A program stopped at any point leaves the one
/// before, or the new one.
///
/// # Errors
/// [`SaveFault`]; `cancel` is heard at every article.
pub fn save(
    place: &CachePlace,
    corpus: &Corpus,
    index: &Index,
    cancel: &CancelToken,
) -> Result<Saved, SaveFault> {
    let root = corpus.root.as_ref().ok_or(SaveFault::NoFolder)?;
    let path = place.file_of(root).ok_or(SaveFault::NoPlace)?;
    let stored = corpus.to_stored().map_err(|_| SaveFault::Corpus)?;
    let sections = sections(root, &stored, corpus, index);
    let written = replace(&path, Owner::Program, |out| write(out, &sections, cancel))?;
    let n_bytes = written.map_err(|_| SaveFault::Cancelled)?;
    // What could not be removed now is removed next time.
    let _ = tidy::tidy(place, &path);
    Ok(Saved { path, n_bytes })
}

/// All sections of the cache of `corpus`, which is `stored` but for its texts.
fn sections<'a>(
    root: &'a Path,
    stored: &'a [u8],
    corpus: &'a Corpus,
    index: &'a Index,
) -> Vec<Section<'a>> {
    let texts = corpus.articles.iter();
    let own = [
        (IDENTITY, vec![root.as_os_str().as_encoded_bytes()]),
        (CORPUS, vec![stored]),
        (
            TEXTS,
            texts.map(|article| article.text.as_bytes()).collect(),
        ),
    ];
    let of_index = index.sections().into_iter();
    let of_index = of_index.map(|(id, bytes)| (id, vec![bytes]));
    own.into_iter()
        .chain(of_index)
        .map(|(id, pieces)| Section { id, pieces })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use xxhash_rust::xxh3::xxh3_64;

    use super::*;
    use crate::analysis::cache::container::FORMAT;
    use crate::analysis::cache::folder::list;
    use crate::analysis::cache::parse_cache;
    use crate::base::Progress;
    use crate::corpus::embedded;

    /// A disk with room for so many bytes.
    struct Full<W>(W, usize);

    impl<W: Write> Write for Full<W> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let bytes = &bytes[..bytes.len().min(self.1)];
            if bytes.is_empty() {
                return Err(io::ErrorKind::StorageFull.into());
            }
            let n_written = self.0.write(bytes)?;
            self.1 -= n_written;
            Ok(n_written)
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0.flush()
        }
    }

    #[test]
    fn what_is_stored_changes_only_with_the_format() {
        let stored = embedded::open().to_stored().expect("stored");
        let known = (1, 9_026_596_399_675_698_187);
        assert_eq!(
            (FORMAT, xxh3_64(&stored)),
            known,
            "if how a corpus is stored has changed, raise FORMAT; if only the seeds have, \
             correct the checksum here"
        );
    }

    #[test]
    fn a_write_that_fails_anywhere_leaves_the_cache_before() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let mut corpus = embedded::open();
        corpus.root = Some(folder.path().to_path_buf());
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let texts = corpus.articles.iter().map(|article| &*article.text);
        let index = Index::build(texts, &progress, &cancel).expect("an index");
        let place = CachePlace::at(folder.path().join("caches"));
        let saved = save(&place, &corpus, &index, &cancel).expect("saved");

        let stored = corpus.to_stored().expect("stored");
        let sections = sections(folder.path(), &stored, &corpus, &index);
        let mut boundaries: Vec<usize> = vec![0, 1, 63, 64];
        let mut whole = Vec::new();
        write(&mut whole, &sections, &cancel)
            .expect("written")
            .expect("whole");
        let lengths = sections.iter().map(|section| {
            let lengths = section.pieces.iter().map(|piece| piece.len());
            lengths.sum::<usize>()
        });
        let mut at = 64 + 32 * sections.len();
        for length in lengths {
            at = at.next_multiple_of(64);
            boundaries.extend([at - 1, at, at + 1, at + length / 2]);
            at += length;
        }
        assert_eq!(at, whole.len());
        boundaries.extend((0..whole.len()).step_by(whole.len() / 97));
        for n_bytes in boundaries.into_iter().filter(|n| *n < whole.len()) {
            let refused = replace(&saved.path, Owner::Program, |out| {
                write(&mut Full(out, n_bytes), &sections, &cancel)
            });
            let refused = refused.expect_err("a full disk");
            assert_eq!(refused.source.kind(), io::ErrorKind::StorageFull);
            // What such a write leaves when it is not cleared up.
            assert!(parse_cache(&whole[..n_bytes], folder.path()).is_err());
        }
        let kept = std::fs::read(&saved.path).expect("a cache");
        assert_eq!(
            parse_cache(&kept, folder.path()),
            Ok((corpus.clone(), index.clone()))
        );
        assert_eq!(
            list(&folder.path().join("caches")).expect("listed").len(),
            1
        );
    }
}
