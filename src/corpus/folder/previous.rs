//! What need not be read again of a folder that was read before.

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::fault::LoadOptions;
use super::store::{FileEntry, FolderListing};
use crate::base::ArticleId;
use crate::corpus::state::{ArticleFile, OtherFile};
use crate::corpus::{Article, Corpus, FileStamp, FolderState, Problem, ProblemKind};

/// A corpus as it was, when its folder is read again.
#[derive(Clone, Copy)]
pub(super) struct Previous<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) options: &'a LoadOptions,
}

impl<'a> Previous<'a> {
    /// Whether reading the folder, now with that `listing`, would give this
    /// corpus again.
    pub(super) fn is_still(self, listing: &FolderListing) -> bool {
        let FolderState {
            articles,
            others,
            landmarks,
            overrides,
        } = &self.corpus.state;
        let mut now = listing.landmarks;
        for problem in &listing.problems {
            now.add_problem(problem);
        }
        let names = self.corpus.articles.iter().map(|article| &*article.file);
        let stamps = articles.iter().map(|file| &file.stamp);
        let mut articles = names.zip(stamps).peekable();
        let mut others = others
            .iter()
            .map(|file| (&*file.name, &file.stamp))
            .peekable();
        for file in &listing.files {
            let is_file = |(name, _): &(&str, &FileStamp)| *name == &*file.name;
            // A row may make an article of a file that describes the corpus.
            let known = [articles.next_if(is_file), others.next_if(is_file)];
            let mut stamps = known.iter().flatten().map(|(_, stamp)| stamp);
            if !stamps.all(|stamp| stamp.is_still(&file.stamp)) {
                return false;
            }
            if known.iter().all(Option::is_none) {
                now.add(&*file.name);
            }
        }
        let none_is_gone = articles.next().is_none() && others.next().is_none();
        none_is_gone && now == *landmarks && self.options.encoding_override == *overrides
    }

    /// The article of the file of that name, and what its file was like.
    pub(super) fn article(self, name: &str) -> Option<(&'a Article, &'a ArticleFile)> {
        let articles = &self.corpus.articles;
        let place = articles.binary_search_by(|article| (*article.file).cmp(name));
        let place = place.ok()?;
        Some((&articles[place], self.corpus.state.articles.get(place)?))
    }

    /// The article in `file`, if the file is as it was and is to be read in
    /// the same encoding. Files that also describe the corpus are read anew,
    /// or their oddities would be taken for those of the article.
    pub(super) fn unchanged(self, file: &FileEntry) -> Option<(&'a Article, &'a ArticleFile)> {
        let name = &*file.name;
        self.article(name).filter(|(_, known)| {
            let is_same = known.stamp.is_still(&file.stamp) && self.reads_alike(name);
            is_same && self.other(name).is_none()
        })
    }

    fn other(self, name: &str) -> Option<&'a OtherFile> {
        let others = &self.corpus.state.others;
        let place = others.binary_search_by(|other| (*other.name).cmp(name));
        others.get(place.ok()?)
    }

    /// Why `file` is no article, if it is as it was.
    pub(super) fn fault(self, file: &FileEntry) -> Option<&'a ProblemKind> {
        let other = self.other(&file.name)?;
        let is_known = other.stamp.is_still(&file.stamp) && self.reads_alike(&file.name);
        other.fault.as_ref().filter(|_| is_known)
    }

    /// What was odd about the bytes of the file of that name.
    pub(super) fn oddities(self, name: &str) -> impl Iterator<Item = &'a Problem> {
        let problems = &self.corpus.problems;
        let first = problems.partition_point(|problem| problem.file.as_deref() < Some(name));
        let of_file = problems[first..]
            .iter()
            .take_while(move |problem| problem.file.as_deref() == Some(name));
        of_file.filter(|problem| {
            matches!(
                problem.kind,
                ProblemKind::OtherEncoding { .. } | ProblemKind::BrokenText { .. }
            )
        })
    }

    fn reads_alike(self, name: &str) -> bool {
        let asked = self.options.encoding_override.get(name);
        asked == self.corpus.state.overrides.get(name)
    }

    /// Finds the articles that only changed their file: gives those of
    /// `articles` that are not `kept` the text of an old article that is gone
    /// and had the same text.
    pub(super) fn find_moved(self, articles: &mut [Article], kept: &mut [Option<ArticleId>]) {
        if kept.iter().all(Option::is_some) {
            return;
        }
        let in_use: FxHashSet<ArticleId> = kept.iter().flatten().copied().collect();
        let gone = self.corpus.articles.iter();
        let mut gone_by_text = FxHashMap::<u64, Vec<&Article>>::default();
        for old in gone.filter(|old| !in_use.contains(&old.id)).rev() {
            let texts = gone_by_text.entry(xxh3_64(old.text.as_bytes()));
            texts.or_default().push(old);
        }
        for (article, kept) in articles.iter_mut().zip(kept) {
            if kept.is_some() {
                continue;
            }
            let Some(same) = gone_by_text.get_mut(&xxh3_64(article.text.as_bytes())) else {
                continue;
            };
            if let Some(old) = same.pop_if(|old| old.text == article.text) {
                article.text = old.text.clone();
                *kept = Some(old.id);
            }
        }
    }
}
