//! Keeps where the reader was in each corpus: view, filter, search, and what
//! was read, each article at its place.

use super::of_corpus::{CorpusFiles, OfCorpus};
use crate::base::Word;
use crate::ui::reading::PagePlace;
use serde::{Deserialize, Serialize};

/// So many articles are remembered, with their places and in the trail.
const MOST: usize = 200;

/// Where places are kept.
pub(in crate::app) type PlaceStore = CorpusFiles<KeptPlace>;

/// Where the reader was in a corpus. What is not there has its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::app) struct KeptPlace {
    /// What the middle of the window showed, by its stable name.
    pub(in crate::app) view: String,
    /// The periods chosen; `None` for undated articles.
    pub(in crate::app) periods: Vec<Option<String>>,
    /// What was searched for, as it was written.
    pub(in crate::app) search: String,
    /// What was read.
    pub(in crate::app) trail: Trail,
}

impl OfCorpus for KeptPlace {
    const NAME: &'static str = "place";
    const CALLED: Word = Word("kept-place");
}

/// The articles that were read, by their files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::app) struct Trail {
    /// The articles as they were gone through, the first one first.
    files: Vec<Box<str>>,
    /// The one that is open, among them.
    at: usize,
    /// The place in each article, the one read last at the end.
    places: Vec<ReadPlace>,
}

/// Where an article was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ReadPlace {
    file: Box<str>,
    /// What was searched for then.
    search: String,
    place: PagePlace,
}

impl Trail {
    /// The article that is open.
    pub(in crate::app) fn here(&self) -> Option<&str> {
        self.files.get(self.at).map(|file| &**file)
    }

    /// Goes on to `file`: what lay ahead is forgotten.
    pub(in crate::app) fn visit(&mut self, file: &str) {
        if self.here() == Some(file) {
            return;
        }
        self.files.truncate(self.at.saturating_add(1));
        self.files.push(file.into());
        let n_before = self.files.len().saturating_sub(MOST);
        self.files.drain(..n_before);
        self.at = self.files.len() - 1;
    }

    /// Goes one article back, or on again; past those of which `is_there` knows
    /// nothing. `None` at the end.
    pub(in crate::app) fn step(
        &mut self,
        back: bool,
        is_there: impl Fn(&str) -> bool,
    ) -> Option<&str> {
        let here = self.here().unwrap_or_default();
        let leads = |at: &usize| {
            let file = self.files.get(*at);
            file.is_some_and(|file| **file != *here && is_there(file))
        };
        let at = if back {
            (0..self.at.min(self.files.len())).rev().find(leads)
        } else {
            (self.at.saturating_add(1)..self.files.len()).find(leads)
        }?;
        self.at = at;
        self.here()
    }

    /// Notes that `file` is read at `place`, found by `search`.
    pub(in crate::app) fn note(&mut self, file: &str, place: PagePlace, search: &str) {
        let known = self.places.iter().rposition(|known| *known.file == *file);
        let mut now = match known {
            Some(n) => self.places.remove(n),
            None => ReadPlace {
                file: file.into(),
                search: String::new(),
                place,
            },
        };
        now.place = place;
        if now.search != search {
            search.clone_into(&mut now.search);
        }
        self.places.push(now);
        let n_before = self.places.len().saturating_sub(MOST);
        self.places.drain(..n_before);
    }

    /// Where `file` was left.
    pub(in crate::app) fn place_in(&self, file: &str) -> Option<PagePlace> {
        self.left(file).map(|left| left.place)
    }

    /// Whether `file` was left while `search` was searched for.
    pub(in crate::app) fn was_read_with(&self, file: &str, search: &str) -> bool {
        self.left(file).is_some_and(|left| left.search == search)
    }

    fn left(&self, file: &str) -> Option<&ReadPlace> {
        self.places.iter().rev().find(|left| *left.file == *file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(item: usize) -> PagePlace {
        PagePlace { item, share: 0.5 }
    }

    #[test]
    fn back_and_on_lead_through_what_was_read() {
        let mut trail = Trail::default();
        for file in ["a", "b", "b", "c", "a"] {
            trail.visit(file);
        }
        let all = |_: &str| true;
        let not_b = |file: &str| file != "b";
        assert_eq!(trail.step(true, all), Some("c"));
        // One whose file is gone is passed over.
        assert_eq!(trail.step(true, not_b), Some("a"));
        assert_eq!(trail.step(true, all), None);
        assert_eq!(trail.here(), Some("a"));
        assert_eq!(trail.step(false, all), Some("b"));
        trail.visit("d");
        assert_eq!(trail.step(false, all), None, "what lay ahead is forgotten");
        assert_eq!(trail.step(true, all), Some("b"));
    }

    #[test]
    fn places_are_kept_of_the_articles_read_last() {
        let mut trail = Trail::default();
        for n in 0..MOST + 2 {
            trail.visit(&n.to_string());
            trail.note(&n.to_string(), place(n), "q");
        }
        assert_eq!(trail.place_in("1"), None);
        assert_eq!(trail.place_in("2"), Some(place(2)));
        assert_eq!((trail.files.len(), trail.places.len()), (MOST, MOST));
        assert!(trail.was_read_with("2", "q") && !trail.was_read_with("2", ""));
        trail.note("2", place(9), "");
        assert_eq!(trail.place_in("2"), Some(place(9)));
        assert!(trail.was_read_with("2", ""));
        assert_eq!(trail.places.len(), MOST);
    }

    #[test]
    fn any_place_in_a_file_is_taken_calmly() {
        for json in [
            "{}",
            r#"{"trail": {"files": [], "at": 7}}"#,
            r#"{"trail": {"files": ["a"], "at": 18446744073709551615}, "later": 1}"#,
        ] {
            let mut place: KeptPlace = serde_json::from_str(json).expect(json);
            assert_eq!(place.trail.here(), None);
            place.trail.visit("b");
            assert_eq!(place.trail.here(), Some("b"));
        }
    }
}
