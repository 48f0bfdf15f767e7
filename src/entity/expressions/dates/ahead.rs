//! Whether a sentence tells of what is to come.

use super::super::scan::{Gap, Scan};
use crate::arabic::fold;

/// How many tokens before a date are looked at.
const WINDOW: usize = 14;

/// Folded words that tell of the future.
const FUTURE_WORDS: &[&str] = &[
    "سوف",
    "المقرر",
    "المرتقب",
    "المتوقع",
    "المنتظر",
    "مقرر",
    "مقرره",
];

/// Beginnings of folded words that look like a future verb and are none.
const NO_FUTURE: &[&str] = &[
    "ستيب",
    "ستول",
    "ستوك",
    "ستين",
    "ستون",
    "ستار",
    "ستاد",
    "ستيف",
    "سياس",
    "سيار",
    "سيطر",
    "سيرغ",
    "سيرا",
    "سيره",
    "سيد",
    "سين",
    "سيف",
    "سيول",
    "سيل",
    "سيام",
    "سيدي",
    "سيما",
    "سيري",
    "سيمو",
    "سيبير",
    "سيات",
];

impl Scan<'_> {
    /// Whether a future verb or word stands before token `at` in its sentence.
    pub(in super::super) fn looks_ahead(&self, at: usize) -> bool {
        let from = at.saturating_sub(WINDOW);
        for before in (from..at).rev() {
            if matches!(self.gap(before + 1), Gap::Break | Gap::Point) {
                return false;
            }
            let folded = fold(self.written(before));
            if FUTURE_WORDS.contains(&folded.as_str()) || is_future_verb(&folded) {
                return true;
            }
        }
        false
    }
}

/// Whether `folded` is a verb with the mark of the future: سيعقد.
fn is_future_verb(folded: &str) -> bool {
    let verb = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
    (verb.starts_with("سي") || verb.starts_with("ست"))
        && verb.chars().nth(4).is_some()
        && !NO_FUTURE.iter().any(|other| verb.starts_with(other))
}
