//! Readings laid over articles.

use rustc_hash::{FxHashMap, FxHashSet};

use super::occurrences::FoldedArticle;
use super::places::{PlaceFinder, Whereabouts};
use crate::arabic::folded_words;
use crate::base::ByteSpan;
use crate::corpus::{EntityFault, Problem};
use crate::entity::names_file::{Key, Keyed, NamePart, NamesFile, Placed, Reading, Scope, Verdict};

/// A reading that holds in every article, for the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::entity) struct EverywhereReading {
    /// Its words, folded.
    pub(in crate::entity) words: Vec<String>,
    /// The words as they are written.
    pub(in crate::entity) text: String,
    /// What they are.
    pub(in crate::entity) verdict: Verdict,
}

/// A reading at its place in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::entity) struct Applied {
    /// Where it stands, in bytes of the article's text.
    pub(in crate::entity) span: ByteSpan,
    /// The words of it that are the name: all but where they are
    /// [`Verdict::Part`].
    pub(in crate::entity) name: ByteSpan,
    /// What the words are.
    pub(in crate::entity) verdict: Verdict,
    /// Whether the words stood elsewhere when the reader marked them.
    pub(in crate::entity) moved: bool,
    /// Whether the reader spoke of this place alone. What is said of words in
    /// the whole article leaves longer names that hold them as they are.
    pub(in crate::entity) is_here: bool,
}

/// The readings of all layers, by article.
#[derive(Debug, Clone, Default)]
pub(in crate::entity) struct Overlay {
    everywhere: Vec<EverywhereReading>,
    by_file: FxHashMap<String, Vec<(Problems, Reading)>>,
}

/// Where the problems of a reading are reported.
#[derive(Debug, Clone)]
struct Problems {
    file: std::sync::Arc<str>,
    line: Option<u32>,
}

impl Problems {
    fn report(&self, fault: EntityFault) -> Problem {
        let kind = crate::corpus::ProblemKind::Entity(fault);
        match self.line {
            Some(line) => Problem::at_line(&self.file, line, kind),
            None => Problem::of_file(&self.file, kind),
        }
    }
}

impl Overlay {
    /// The readings of `layers`, those that take precedence first. A key that
    /// one layer has stays with it.
    #[must_use]
    pub(in crate::entity) fn new(layers: &[&NamesFile]) -> Self {
        let mut overlay = Self::default();
        let mut keys: FxHashSet<Key> = FxHashSet::default();
        let mut words_known: FxHashSet<Vec<String>> = FxHashSet::default();
        for layer in layers {
            for Placed { line, value } in layer.readings() {
                if !keys.insert(value.key()) {
                    continue;
                }
                let Some(file) = value.scope.file() else {
                    let words = folded_words(&value.text);
                    if words_known.insert(words.clone()) {
                        overlay.everywhere.push(EverywhereReading {
                            words,
                            text: value.text.clone(),
                            verdict: value.verdict.clone(),
                        });
                    }
                    continue;
                };
                let problems = Problems {
                    file: layer.name.clone(),
                    line: *line,
                };
                let readings = overlay.by_file.entry(file.to_owned()).or_default();
                readings.push((problems, value.clone()));
            }
        }
        overlay
    }

    /// The readings that hold in every article, for the gazetteer.
    #[must_use]
    pub(in crate::entity) fn everywhere(&self) -> &[EverywhereReading] {
        &self.everywhere
    }

    /// The articles that readings name, sorted; some may not exist.
    #[must_use]
    pub(in crate::entity) fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = self.by_file.keys().map(String::as_str).collect();
        files.sort_unstable();
        files
    }

    /// The readings of the article `file` at their places in its `text`:
    /// sorted, not overlapping. Those of one place come before those of the
    /// article, longer ones before shorter. No other mention may share words
    /// with any of them. And the problems of readings that have no place.
    #[must_use]
    pub(in crate::entity) fn of(&self, file: &str, text: &str) -> (Vec<Applied>, Vec<Problem>) {
        let Some(readings) = self.by_file.get(file) else {
            return (Vec::new(), Vec::new());
        };
        let mut laid = Laid::new(text);
        let mut here: Vec<(u32, &Problems, &Reading)> = Vec::new();
        let mut of_article: Vec<(Vec<String>, &Problems, &Reading)> = Vec::new();
        for (problems, reading) in readings {
            match reading.scope {
                Scope::Here { start, .. } => here.push((start, problems, reading)),
                _ => of_article.push((folded_words(&reading.text), problems, reading)),
            }
        }
        here.sort_by_key(|(start, _, reading)| (*start, std::cmp::Reverse(reading.text.len())));
        let mut places = PlaceFinder::new(text);
        let here: Vec<_> = here
            .into_iter()
            .map(|(start, problems, reading)| {
                (places.find(start, &reading.text), problems, reading)
            })
            .collect();
        // What stands where it was marked comes before what has moved there.
        for moved_ones in [false, true] {
            for (found, problems, reading) in &here {
                let (text, file) = (reading.text.clone(), file.to_owned());
                match *found {
                    Whereabouts::At { span, moved } if moved == moved_ones => {
                        laid.here(span, moved, problems, reading);
                    }
                    Whereabouts::Nowhere if !moved_ones => {
                        let fault = EntityFault::ReadingLost { text, file };
                        laid.problems.push(problems.report(fault));
                    }
                    Whereabouts::Unclear if !moved_ones => {
                        let fault = EntityFault::ReadingUnclear { text, file };
                        laid.problems.push(problems.report(fault));
                    }
                    _ => {}
                }
            }
        }
        if !of_article.is_empty() {
            of_article.sort_by_key(|(words, _, _)| std::cmp::Reverse(words.len()));
            let article = FoldedArticle::new(text);
            for (words, problems, reading) in of_article {
                let spans = article.occurrences(&words);
                if spans.is_empty() {
                    let (text, file) = (reading.text.clone(), file.to_owned());
                    let fault = EntityFault::ReadingLost { text, file };
                    laid.problems.push(problems.report(fault));
                }
                for span in spans {
                    laid.of_article(span, reading);
                }
            }
        }
        laid.finish()
    }
}

/// What is laid over an article so far, by the byte where it starts.
struct Laid<'r> {
    text: &'r str,
    places: std::collections::BTreeMap<u32, (Applied, &'r str)>,
    problems: Vec<Problem>,
}

impl<'r> Laid<'r> {
    const fn new(text: &'r str) -> Self {
        Self {
            text,
            places: std::collections::BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    fn in_the_way(&self, span: ByteSpan) -> Option<&'r str> {
        let (_, (before, text)) = self.places.range(..span.end).next_back()?;
        before.span.overlaps(span).then_some(*text)
    }

    fn here(&mut self, span: ByteSpan, moved: bool, problems: &Problems, reading: &'r Reading) {
        if let Some(other) = self.in_the_way(span) {
            let (text, other) = (reading.text.clone(), other.to_owned());
            let fault = EntityFault::ReadingsOverlap { text, other };
            return self.problems.push(problems.report(fault));
        }
        self.put(span, moved, reading);
    }

    fn of_article(&mut self, span: ByteSpan, reading: &'r Reading) {
        // Of a name that was shortened, what remains can be spoken of again.
        let before = self.places.range(..span.end).next_back();
        let remains = before.filter(|(_, (before, _))| before.name == span && before.span != span);
        if let Some((&start, _)) = remains {
            self.places.remove(&start);
        }
        if self.in_the_way(span).is_none() {
            self.put(span, false, reading);
        }
    }

    fn put(&mut self, span: ByteSpan, moved: bool, reading: &'r Reading) {
        let verdict = reading.verdict.clone();
        let name = match &verdict {
            Verdict::Part { name, .. } => NamePart::of(&reading.text, name)
                .and_then(|part| part.within(self.text, span))
                .unwrap_or(span),
            Verdict::NoName | Verdict::Names { .. } | Verdict::OfType(_) => span,
        };
        let applied = Applied {
            span,
            name,
            verdict,
            moved,
            is_here: matches!(reading.scope, Scope::Here { .. }),
        };
        self.places.insert(span.start, (applied, &reading.text));
    }

    fn finish(mut self) -> (Vec<Applied>, Vec<Problem>) {
        self.problems.sort_by_key(|problem| problem.line);
        let applied = self.places.into_values().map(|(applied, _)| applied);
        (applied.collect(), self.problems)
    }
}
