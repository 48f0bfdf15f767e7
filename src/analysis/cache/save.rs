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
    use xxhash_rust::xxh3::xxh3_64;

    use crate::analysis::cache::container::FORMAT;
    use crate::corpus::embedded;

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
}
