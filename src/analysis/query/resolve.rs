//! From what one token may be to the types that it is.

use super::super::index::{FoldId, Index, TypeId};
use super::ast::Term;
use super::pattern::{self, Glob};
use super::types::Types;
use super::{Level, Options};
use crate::arabic::{
    attached_forms, attached_prefixes, ends_in_teh_marbuta, fold, fold_with, has_base_with_start,
    stem_into,
};
use crate::base::fits;
use memchr::memmem::Finder;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// The types that `term` stands for; those of `options.excluded` are still
/// among them.
pub(super) fn types_of(term: &Term, index: &Index, options: &Options<'_>) -> Types {
    match (term, options.level) {
        (Term::Any, _) => Types::All,
        (Term::Word(word), Level::Exact) => {
            let wanted = composed(word);
            of_fold(index, &fold(word), |form| composed(form) == wanted)
        }
        (Term::Word(word), Level::Folded) => {
            let same = SameFold::new(word, options);
            of_fold(index, &fold(word), |form| same.is(form))
        }
        (Term::Word(word), Level::Clitics) => of_base(index, &fold(word)),
        (Term::Word(word), Level::Stem) => Types::new(of_stem(index, &fold(word))),
        (Term::Prefix(start), level) => of_prefix(start, level, index, options),
        (Term::Glob(text), Level::Exact) => {
            let glob = Glob::new(text, |letters| composed(letters).into_owned());
            let matches = |form: &str| glob.matches(composed(form).as_bytes());
            let letters = glob.longest();
            if letters.is_empty() || !is_plain(letters) {
                return of_forms(index, matches);
            }
            // Plain letters come of themselves, or of letters that fold alike
            // with marks that fold to nothing; each letter folds by itself.
            let folds = folds_with_letters(index, &fold(letters), |_| true);
            of_folds(index, &folds, matches)
        }
        (Term::Glob(text), _) => {
            let glob = Glob::new(text, fold);
            let folds = folds_of_glob(index, &glob);
            if options.folds.is_all() {
                return Types::new(all_of_folds(index, &folds));
            }
            let finer = Glob::new(text, |letters| fold_with(letters, options.folds));
            of_folds(index, &folds, |form| {
                finer.matches(fold_with(form, options.folds).as_bytes())
            })
        }
        (Term::Regex(pattern), Level::Exact) => match pattern::whole(pattern) {
            Ok(regex) => of_forms(index, |form| regex.is_match(&composed(form))),
            Err(_) => Types::These(Vec::new()),
        },
        (Term::Regex(pattern), _) => of_regex(pattern, index, options),
    }
}

/// `text` with composed letters (NFC).
fn composed(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether `text` has only ASCII and the letters U+0600 to U+064A, which
/// nothing composes: true of most forms, and quickly said.
fn is_plain(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_plain = match byte {
            0x00..=0x7F => true,
            // The marks U+0610 to U+061A are not among the letters.
            0xD8 => bytes
                .next()
                .is_some_and(|trail| !matches!(trail, 0x90..=0x9A)),
            0xD9 => bytes.next().is_some_and(|trail| trail <= 0x8A),
            _ => false,
        };
        if !is_plain {
            return false;
        }
    }
    true
}

/// Whether a form, whose full fold is that of a word, is also the same under
/// the folds that are on.
struct SameFold<'a> {
    wanted: Option<String>,
    options: &'a Options<'a>,
}

impl<'a> SameFold<'a> {
    fn new(word: &str, options: &'a Options<'a>) -> Self {
        let is_all = options.folds.is_all();
        Self {
            wanted: (!is_all).then(|| fold_with(word, options.folds)),
            options,
        }
    }

    fn is(&self, form: &str) -> bool {
        let wanted = self.wanted.as_ref();
        wanted.is_none_or(|wanted| fold_with(form, self.options.folds) == *wanted)
    }
}

fn of_fold(index: &Index, folded: &str, belongs: impl Fn(&str) -> bool) -> Types {
    let Some(id) = index.fold_id(folded) else {
        return Types::These(Vec::new());
    };
    let types = index.types_of(id).iter().copied();
    Types::These(
        types
            .filter(|id| belongs(index.form(TypeId(*id))))
            .collect(),
    )
}

/// The types of `folds`, numbers of folded forms, for which `belongs` holds.
fn of_folds(index: &Index, folds: &[u32], belongs: impl Fn(&str) -> bool) -> Types {
    let mut types = all_of_folds(index, folds);
    types.retain(|id| belongs(index.form(TypeId(*id))));
    Types::new(types)
}

/// The types of `folds`, numbers of folded forms, in any order.
fn all_of_folds(index: &Index, folds: &[u32]) -> Vec<u32> {
    let mut types = Vec::with_capacity(folds.len());
    for &id in folds {
        types.extend_from_slice(index.types_of(FoldId(id)));
    }
    types
}

/// The types for which `belongs` holds, looked at on all cores.
fn of_forms(index: &Index, belongs: impl Fn(&str) -> bool + Sync) -> Types {
    let n_types = fits(index.n_types());
    let types = (0..n_types).into_par_iter().with_min_len(1 << 12);
    Types::These(
        types
            .filter(|id| belongs(index.form(TypeId(*id))))
            .collect(),
    )
}

fn of_base(index: &Index, base: &str) -> Types {
    let mut types = Vec::new();
    attached_forms(base, &mut |form, is_heh| {
        let Some(id) = index.fold_id(form) else {
            return;
        };
        let found = index.types_of(id).iter().copied();
        types.extend(found.filter(|id| !is_heh || !ends_in_teh_marbuta(index.form(TypeId(*id)))));
    });
    Types::new(types)
}

fn of_stem(index: &Index, folded: &str) -> Vec<u32> {
    let stem = if let Some(id) = index.fold_id(folded) {
        Some(index.stem_of(id))
    } else {
        let mut stem = String::new();
        stem_into(folded, &mut stem);
        index.stem_id(&stem)
    };
    let folds = stem
        .map(|stem| index.folds_of_stem(stem))
        .unwrap_or_default();
    let types = folds.iter().flat_map(|&id| index.types_of(FoldId(id)));
    types.copied().collect()
}

fn of_prefix(start: &str, level: Level, index: &Index, options: &Options<'_>) -> Types {
    let folded = fold(start);
    let folds = |prefix: &str| index.folds_with_prefix(prefix).collect::<Vec<u32>>();
    match level {
        Level::Exact => {
            let wanted = composed(start);
            of_folds(index, &folds(&folded), |form| {
                composed(form).starts_with(&*wanted)
            })
        }
        Level::Folded if options.folds.is_all() => Types::new(all_of_folds(index, &folds(&folded))),
        Level::Folded => {
            let wanted = fold_with(start, options.folds);
            of_folds(index, &folds(&folded), |form| {
                fold_with(form, options.folds).starts_with(&wanted)
            })
        }
        Level::Clitics => {
            let mut found = Vec::new();
            attached_prefixes(&folded, &mut |prefix| {
                found.extend(index.folds_with_prefix(prefix));
            });
            found.sort_unstable();
            found.dedup();
            found.retain(|id| has_base_with_start(index.folded(FoldId(*id)), &folded));
            Types::new(all_of_folds(index, &found))
        }
        Level::Stem => {
            let mut types = of_stem(index, &folded);
            types.extend(all_of_folds(index, &folds(&folded)));
            Types::new(types)
        }
    }
}

fn of_regex(pattern: &str, index: &Index, options: &Options<'_>) -> Types {
    let all = crate::arabic::Folds::ALL;
    // Folding makes some expressions larger than the limit; they find nothing.
    let (Ok(regex), Ok(finer)) = (
        pattern::whole(&pattern::folded(pattern, all)),
        pattern::whole(&pattern::folded(pattern, options.folds)),
    ) else {
        return Types::These(Vec::new());
    };
    let n_folds = fits(index.n_folds());
    let folds: Vec<u32> = (0..n_folds)
        .into_par_iter()
        .with_min_len(1 << 12)
        .filter(|id| regex.is_match(index.folded(FoldId(*id))))
        .collect();
    of_folds(index, &folds, |form| {
        options.folds.is_all() || finer.is_match(&fold_with(form, options.folds))
    })
}

/// The folded forms that `glob` matches, ascending.
fn folds_of_glob(index: &Index, glob: &Glob) -> Vec<u32> {
    let matches = |id: u32| glob.matches(index.folded_bytes(FoldId(id)));
    let prefix = glob.prefix();
    if prefix.is_empty() {
        let is_infix = glob.is_infix();
        return folds_with_letters(index, glob.longest(), |id| is_infix || matches(id));
    }
    let folds = index.folds_with_prefix(prefix);
    if glob.is_prefix() {
        return folds.collect();
    }
    folds_that(folds, matches)
}

/// Those of `folds` for which `belongs` holds, looked at on all cores.
fn folds_that(folds: Range<u32>, belongs: impl Fn(u32) -> bool + Sync) -> Vec<u32> {
    let folds = folds.into_par_iter().with_min_len(1 << 13);
    folds.filter(|id| belongs(*id)).collect()
}

/// The folded forms with `letters` in them for which `belongs` holds, ascending.
fn folds_with_letters(
    index: &Index,
    letters: &str,
    belongs: impl Fn(u32) -> bool + Sync,
) -> Vec<u32> {
    let (bytes, ends) = index.all_folded();
    if letters.is_empty() {
        return folds_that(0..fits(ends.len()), belongs);
    }
    let finder = Finder::new(letters);
    let parts = ends.par_chunks(STRETCH).enumerate().map(|(n, part)| {
        let first = n * STRETCH;
        let start = first
            .checked_sub(1)
            .map_or(0, |before| ends[before] as usize);
        let end = part.last().map_or(start, |end| *end as usize);
        let text = bytes.get(start..end).unwrap_or_default();
        folds_with(&finder, letters.len(), text, start, part)
            .map(|place| fits(first + place))
            .filter(|id| belongs(*id))
            .collect::<Vec<u32>>()
    });
    parts.collect::<Vec<_>>().concat()
}

/// Folded forms that a thread looks through at once.
const STRETCH: usize = 1 << 15;

/// The places in `ends` of the strings that contain what `finder` finds. The
/// strings lie in `text`, whose first byte is byte `base` of those that `ends`
/// counts; `len` is the length of what is looked for.
fn folds_with<'a>(
    finder: &'a Finder<'_>,
    len: usize,
    text: &'a [u8],
    base: usize,
    ends: &'a [u32],
) -> impl Iterator<Item = usize> + 'a {
    let mut at = 0;
    let mut place = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + finder.find(text.get(at..)?)?;
            while ends
                .get(place)
                .is_some_and(|end| *end as usize - base <= found)
            {
                place += 1;
            }
            let end = *ends.get(place)? as usize - base;
            if found + len <= end {
                let this = place;
                at = end;
                return Some(this);
            }
            // It goes over the end of a string.
            at = found + 1;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_composed() {
        for c in '\0'..='\u{06FF}' {
            for after in ['ا', 'ي', 'a'] {
                let text = format!("{after}{c}");
                if is_plain(&text) {
                    assert!(text.nfc().eq(text.chars()), "{c:?}");
                }
            }
        }
        assert!(is_plain("أرمينيا G20") && !is_plain("ا\u{0654}") && !is_plain("e\u{0301}"));
    }
}
