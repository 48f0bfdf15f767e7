//! Keeps the mentions that were found in a corpus for the next start.

use crate::analysis::cache::CachePlace;
use crate::corpus::Corpus;
use crate::entity::{Annotations, KeptNames};
use crate::files::{Owner, put, read};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::xxh3_64;

/// Where the mentions of one corpus are kept, and what they depend on.
#[derive(Debug, Clone)]
pub(in crate::app) struct MentionsCache {
    file: PathBuf,
    knowledge: u64,
}

impl MentionsCache {
    /// The place for the mentions of `corpus`, found by this program with
    /// `definitions`, the texts of its definition files; `None` where nothing
    /// is kept.
    pub(in crate::app) fn of(
        place: &CachePlace,
        corpus: &Corpus,
        definitions: &[&str],
    ) -> Option<Self> {
        let file = place.companion_of(corpus.root.as_deref()?)?;
        let mut knowledge = program().to_le_bytes().to_vec();
        for text in definitions {
            knowledge.extend(xxh3_64(text.as_bytes()).to_le_bytes());
        }
        Some(Self {
            file,
            knowledge: xxh3_64(&knowledge),
        })
    }

    /// The mentions kept, if they hold.
    pub(in crate::app) fn load(&self) -> Option<KeptNames> {
        KeptNames::read(&read(&self.file).ok()?, self.knowledge)
    }

    /// Keeps the mentions of `names`, whole or not at all.
    ///
    /// # Errors
    /// When the system refuses.
    pub(in crate::app) fn save(&self, corpus: &Corpus, names: &Annotations) -> io::Result<()> {
        let bytes = names.to_kept(corpus, self.knowledge);
        let bytes = bytes.map_err(io::Error::other)?;
        put(&self.file, Owner::Program, &bytes).map_err(|error| error.source)
    }
}

/// A number that changes with the program: lists, rules and model are part of
/// it.
fn program() -> u64 {
    let about = std::env::current_exe().and_then(fs::metadata);
    let Ok(about) = about else {
        // Its version is all that is left to go by.
        return xxh3_64(env!("CARGO_PKG_VERSION").as_bytes());
    };
    let written = about.modified().ok();
    let written = written.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let nanos = written.map_or(0, |time| time.as_nanos());
    xxh3_64(format!("{} {} {nanos}", env!("CARGO_PKG_VERSION"), about.len()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{CancelToken, Progress};
    use crate::corpus::embedded;
    use crate::entity::Gazetteer;
    use std::sync::Arc;

    #[test]
    fn names_come_back_for_the_same_corpus_and_the_same_lists() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = CachePlace::at(folder.path());
        let mut corpus = embedded::open();
        assert!(
            MentionsCache::of(&place, &corpus, &[]).is_none(),
            "no folder"
        );
        corpus.root = Some("/corpus".into());
        let cache = MentionsCache::of(&place, &corpus, &["a"]).expect("a place");
        assert!(cache.load().is_none());
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let gazetteer = Arc::new(Gazetteer::for_corpus(&corpus, true).0);
        let names = Annotations::new(&corpus, &gazetteer, &progress, &cancel).expect("whole");
        cache.save(&corpus, &names).expect("saved");
        let kept = cache.load().expect("kept");
        let again = Annotations::with_kept(&corpus, &gazetteer, &kept, &progress, &cancel);
        assert_eq!(again.expect("whole").entities(), names.entities());
        let other = MentionsCache::of(&place, &corpus, &["b"]).expect("a place");
        assert!(other.load().is_none(), "other lists");
    }
}
