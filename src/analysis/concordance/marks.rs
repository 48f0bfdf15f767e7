//! What the reader has ticked, removed and noted.

use super::column::small;
use super::{Hit, Indexed};
use crate::base::ByteSpan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The place of a hit, in terms that outlive a query and an index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HitKey {
    /// The path of the file inside the corpus.
    pub file: Box<str>,
    /// The first byte of the node in the article's text.
    pub start: u32,
}

/// What the reader did with a hit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HitMark {
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether it was taken out of the concordance.
    pub removed: bool,
    /// What was noted; empty for nothing.
    pub note: String,
}

/// The marks of a corpus. They stay with the words they were put on when lines
/// are sorted anew, another query is asked or the corpus is read again; in a
/// file whose text changes before a hit, its mark finds no hit any more and is
/// kept in case the text comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<(HitKey, HitMark)>", into = "Vec<(HitKey, HitMark)>")]
pub struct Marks(BTreeMap<HitKey, HitMark>);

impl HitKey {
    /// The place of `hit`; `None` if it is a hit in another corpus.
    #[must_use]
    pub fn of(of: Indexed<'_>, hit: Hit) -> Option<Self> {
        Some(Self {
            file: of.article(hit)?.file.clone(),
            start: of.node(hit).start,
        })
    }

    /// The first hit there, among `hits`, which ascend.
    pub(super) fn first_hit(&self, of: Indexed<'_>, hits: &[Hit]) -> Option<Hit> {
        hits.get(self.find(of, hits).next()? as usize).copied()
    }

    /// The indices of the hits there, among `hits`, which ascend.
    fn find(&self, of: Indexed<'_>, hits: &[Hit]) -> std::ops::Range<u32> {
        let position = || {
            let articles = &of.corpus.articles;
            let place = articles.binary_search_by(|article| article.file.cmp(&self.file));
            let positions = of.index.positions_of(articles.get(place.ok()?)?.id);
            let range = positions.start as usize..positions.end as usize;
            let starts = of.index.starts().get(range)?;
            let place = starts.binary_search(&self.start).ok()?;
            Some(positions.start + small(place))
        };
        position().map_or(0..0, |position| {
            let first = hits.partition_point(|hit| hit.start < position);
            let last = hits.partition_point(|hit| hit.start <= position);
            small(first)..small(last)
        })
    }
}

impl Marks {
    /// The mark at `key`.
    #[must_use]
    pub fn get(&self, key: &HitKey) -> Option<&HitMark> {
        self.0.get(key)
    }

    /// The mark of `hit`.
    #[must_use]
    pub fn of(&self, of: Indexed<'_>, hit: Hit) -> Option<&HitMark> {
        if self.0.is_empty() {
            return None;
        }
        self.get(&HitKey::of(of, hit)?)
    }

    /// Where the note on `words` of `file` stands: at the first of them that has
    /// one, else at their first byte. A note belongs to a word, by whatever words
    /// around it a hit or a selection has taken it in.
    #[must_use]
    pub fn place_of_note(&self, file: &str, words: ByteSpan) -> HitKey {
        let noted = self.note_on(file, words).map(|(place, _)| place.clone());
        noted.unwrap_or_else(|| HitKey {
            file: file.into(),
            start: words.start,
        })
    }

    /// The first note on `words` of `file`, and its place.
    #[must_use]
    pub fn note_on(&self, file: &str, words: ByteSpan) -> Option<(&HitKey, &str)> {
        if self.0.is_empty() {
            return None;
        }
        let at = |start| HitKey {
            file: file.into(),
            start,
        };
        let mut marked = self.0.range(at(words.start)..at(words.end));
        let noted = marked.find(|(_, mark)| !mark.note.is_empty());
        noted.map(|(place, mark)| (place, &*mark.note))
    }

    /// Changes the mark at `key`. A mark that says nothing any more is dropped.
    pub fn change(&mut self, key: HitKey, change: impl FnOnce(&mut HitMark)) {
        let mut mark = self.0.remove(&key).unwrap_or_default();
        change(&mut mark);
        if mark != HitMark::default() {
            self.0.insert(key, mark);
        }
    }

    /// Takes back every removal.
    pub fn restore_all(&mut self) {
        for mark in self.0.values_mut() {
            mark.removed = false;
        }
        self.0.retain(|_, mark| *mark != HitMark::default());
    }

    /// Every mark, by file and place.
    pub fn iter(&self) -> impl Iterator<Item = (&HitKey, &HitMark)> {
        self.0.iter()
    }

    /// Whether nothing is marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The marked ones among `hits`, which ascend: index and mark, ascending.
    pub(super) fn among(&self, of: Indexed<'_>, hits: &[Hit]) -> Vec<(u32, &HitMark)> {
        let marked = self.0.iter();
        let mut found: Vec<_> = marked
            .flat_map(|(key, mark)| key.find(of, hits).map(move |n| (n, mark)))
            .collect();
        found.sort_unstable_by_key(|(n, _)| *n);
        found
    }
}

impl From<Vec<(HitKey, HitMark)>> for Marks {
    fn from(marks: Vec<(HitKey, HitMark)>) -> Self {
        Self(marks.into_iter().collect())
    }
}

impl From<Marks> for Vec<(HitKey, HitMark)> {
    fn from(marks: Marks) -> Self {
        marks.0.into_iter().collect()
    }
}
