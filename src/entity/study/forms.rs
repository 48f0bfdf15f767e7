//! The forms under which an entity is written.

use rustc_hash::{FxHashMap, FxHashSet};

use super::scope::{StudyScope, names};
use crate::arabic::{fold, is_format_control, tokens};
use crate::base::{ByteSpan, CancelToken, Cancelled, EntityId};

/// A form as the texts have it, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenForm {
    /// The words, with one space between two and without invisible controls of
    /// direction; the article in full where ل took its alef.
    pub form: String,
    /// How often in each period, in the order of [`StudyScope::periods`].
    pub by_period: Box<[u32]>,
    /// How often in each outlet, in the order of [`StudyScope::outlets`].
    pub by_outlet: Box<[u32]>,
}

impl WrittenForm {
    /// How often in all periods.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.by_period.iter().sum()
    }

    pub(super) fn add(&mut self, other: &Self) {
        add_cells(&mut self.by_period, &other.by_period);
        add_cells(&mut self.by_outlet, &other.by_outlet);
    }
}

pub(super) fn add_cells(cells: &mut [u32], more: &[u32]) {
    for (cell, more) in cells.iter_mut().zip(more) {
        *cell += more;
    }
}

/// What counts as writing an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountedAs {
    /// Its mentions.
    Mentions,
    /// Also its spellings inside a longer name of another.
    InsideNames,
}

/// The forms of `entities` in `scope`, the most frequent first, ties by form.
#[expect(
    clippy::iter_over_hash_type,
    reason = "what is added up does not depend on the order"
)]
pub(super) fn written_forms(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    written: CountedAs,
    cancel: &CancelToken,
) -> Result<Vec<WrittenForm>, Cancelled> {
    let n_periods = scope.periods().len();
    let n_cells = n_periods + scope.outlets().len();
    let spellings = match written {
        CountedAs::Mentions => FxHashSet::default(),
        CountedAs::InsideNames => scope.spellings(entities),
    };
    let longest = spellings.iter().map(Vec::len).max().unwrap_or_default();
    // By the words as they stand first: each is put in order only once.
    let raw = scope.sum(
        cancel,
        FxHashMap::<(&str, bool), Vec<u32>>::default,
        |raw, shown| {
            let mut count = |words, is_elided| {
                let cells = raw
                    .entry((words, is_elided))
                    .or_insert_with(|| vec![0; n_cells]);
                cells[shown.period] += 1;
                cells[n_periods + shown.outlet] += 1;
            };
            for mention in shown.mentions {
                let words = mention.span.slice(&shown.article.text);
                if names(mention, entities) {
                    count(words, mention.article_elided);
                } else if longest > 0 {
                    for words in held(words, &spellings, longest) {
                        count(words, false);
                    }
                }
            }
        },
        |raw, more| {
            for (key, more) in more {
                add_cells(raw.entry(key).or_insert_with(|| vec![0; n_cells]), &more);
            }
        },
    )?;
    let mut by_form: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for ((words, is_elided), more) in raw {
        let form = in_order(words, is_elided);
        add_cells(
            by_form.entry(form).or_insert_with(|| vec![0; n_cells]),
            &more,
        );
    }
    let mut forms: Vec<WrittenForm> = by_form
        .into_iter()
        .map(|(form, cells)| {
            let (by_period, by_outlet) = cells.split_at(n_periods);
            WrittenForm {
                form,
                by_period: by_period.into(),
                by_outlet: by_outlet.into(),
            }
        })
        .collect();
    forms.sort_unstable_by(|a, b| b.total().cmp(&a.total()).then_with(|| a.form.cmp(&b.form)));
    Ok(forms)
}

/// Where `name`, another's, holds one of `spellings` of at most `longest` words:
/// وزارة خارجية آرتساخ. Its first word is its own. The longest first, from the
/// left, not overlapping.
fn held<'t>(name: &'t str, spellings: &FxHashSet<Vec<String>>, longest: usize) -> Vec<&'t str> {
    if !name.contains(char::is_whitespace) {
        return Vec::new();
    }
    let tokens: Vec<ByteSpan> = tokens(name).map(|token| token.span).collect();
    let folded: Vec<String> = tokens.iter().map(|span| fold(span.slice(name))).collect();
    let mut held = Vec::new();
    let mut at = 1;
    while at < folded.len() {
        let most = longest.min(folded.len() - at);
        let len = (1..=most).rev().find(|len| {
            let words = folded.get(at..at + len);
            words.is_some_and(|words| spellings.contains(words))
        });
        if let Some(len) = len
            && let (Some(first), Some(last)) = (tokens.get(at), tokens.get(at + len - 1))
        {
            held.push(ByteSpan::new(first.start, last.end).slice(name));
        }
        at += len.unwrap_or(1);
    }
    held
}

/// The words of a mention as they are shown.
fn in_order(words: &str, is_elided: bool) -> String {
    // The joiners stay: they show.
    let is_seen = |c: &char| !is_format_control(*c) || matches!(c, '\u{200C}' | '\u{200D}');
    let seen: String = words.chars().filter(is_seen).collect();
    let mut form = String::with_capacity(seen.len() + 2);
    if is_elided {
        form.push('ا');
    }
    for (n, word) in seen.split_whitespace().enumerate() {
        if n > 0 {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::{held, in_order};

    #[test]
    fn spellings_inside_longer_names_are_found_folded_and_the_longest_first() {
        let words = |name: &str| crate::arabic::folded_words(name);
        let spellings = ["آرتساخ", "قره باغ", "باغ"].map(words);
        let spellings = spellings.into_iter().collect();
        let held = |name| held(name, &spellings, 2);
        assert_eq!(held("وزارة خارجية أرتساخ"), ["أرتساخ"]);
        assert_eq!(held("إقليم قره باغ"), ["قره باغ"]);
        assert!(held("آرتساخ برس").is_empty(), "the first word is its own");
    }

    #[test]
    fn forms_have_single_spaces_and_their_article() {
        assert_eq!(in_order("قره\n  باغ", false), "قره باغ");
        assert_eq!(in_order("قره\u{200F} باغ", false), "قره باغ");
        assert_eq!(in_order("لأرمن", true), "الأرمن");
        assert_eq!(in_order("قره\u{200C}باغ", false), "قره\u{200C}باغ");
    }
}
