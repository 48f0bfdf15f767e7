//! The forms under which an entity is written.

use rustc_hash::FxHashMap;

use super::scope::{StudyScope, names};
use crate::arabic::is_format_control;
use crate::base::{CancelToken, Cancelled, EntityId};

/// A form as the texts have it, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenForm {
    /// The words, with one space between two and without invisible controls of
    /// direction; the article in full where ل took its alef.
    pub form: String,
    /// Mentions in each period, in the order of [`StudyScope::periods`].
    pub by_period: Box<[u32]>,
    /// Mentions in each outlet, in the order of [`StudyScope::outlets`].
    pub by_outlet: Box<[u32]>,
}

impl WrittenForm {
    /// Mentions in all periods.
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

/// The forms of `entities` in `scope`, the most frequent first, ties by form.
#[expect(
    clippy::iter_over_hash_type,
    reason = "what is added up does not depend on the order"
)]
pub(super) fn written_forms(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    cancel: &CancelToken,
) -> Result<Vec<WrittenForm>, Cancelled> {
    let n_periods = scope.periods().len();
    let n_cells = n_periods + scope.outlets().len();
    // By the words as they stand first: each is put in order only once.
    let raw = scope.sum(
        cancel,
        FxHashMap::<(&str, bool), Vec<u32>>::default,
        |raw, shown| {
            for mention in shown.mentions.iter().filter(|m| names(m, entities)) {
                let words = mention.span.slice(&shown.article.text);
                let cells = raw
                    .entry((words, mention.article_elided))
                    .or_insert_with(|| vec![0; n_cells]);
                cells[shown.period] += 1;
                cells[n_periods + shown.outlet] += 1;
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
    use super::in_order;

    #[test]
    fn forms_have_single_spaces_and_their_article() {
        assert_eq!(in_order("قره\n  باغ", false), "قره باغ");
        assert_eq!(in_order("قره\u{200F} باغ", false), "قره باغ");
        assert_eq!(in_order("لأرمن", true), "الأرمن");
        assert_eq!(in_order("قره\u{200C}باغ", false), "قره\u{200C}باغ");
    }
}
