//! Folding: spellings that a reader takes for the same word become equal.
//!
//! For matching only; the folded form is never shown. What is folded:
//!
//! | written | folded | why |
//! |---|---|---|
//! | أ إ آ ٱ ٲ ٳ ٵ | ا | the hamza of alef is often left out |
//! | ؤ | و, ئ → ي | Unicode makes them canonically equal to the bare letter with U+0654, which is dropped like every mark; both spellings must fold alike |
//! | ى ی ے | ي | alef maqsura and the Persian and Urdu forms of yeh |
//! | ة ۃ ہ ھ ە ۀ ۂ | ه | final ة is typed as ه by many hands |
//! | ک | ك | Persian keyboards |
//! | tashkeel, Quranic marks, tatweel | nothing | optional in print |
//! | joiners, bidi controls | nothing | invisible |
//! | presentation forms | their letters | Unicode compatibility mapping |
//! | ٠–٩ ۰–۹ | 0–9 | both systems of digits |
//! | ٫ ٬ | . , | decimal and thousands separators of those digits |
//! | capital letters | small letters | |
//!
//! A bare hamza, and letters of other sounds such as گ پ چ ڤ, stay as they are.

use unicode_normalization::char::decompose_compatible;

use super::chars::{TATWEEL, is_arabic_mark, is_format_control};

/// The folded form of `c`, given to `emit` one character at a time: none for
/// marks and controls, several for ligatures.
pub fn fold_char(c: char, emit: &mut impl FnMut(char)) {
    match simple(c) {
        Simple::Same => emit(c),
        Simple::To(folded) => emit(folded),
        Simple::Nothing => {}
        Simple::Letters => decompose_compatible(c, |part| match simple(part) {
            // The isolated forms of tashkeel decompose to a space and the mark.
            Simple::Same if part == ' ' => {}
            Simple::Same => emit(part),
            Simple::To(folded) => emit(folded),
            Simple::Nothing | Simple::Letters | Simple::Lower => {}
        }),
        Simple::Lower => c.to_lowercase().for_each(emit),
    }
}

/// The folded form of `text`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (same, changed) = rest.split_at(unchanged_len(rest));
        out.push_str(same);
        let mut chars = changed.chars();
        if let Some(c) = chars.next() {
            fold_char(c, &mut |folded| out.push(folded));
        }
        rest = chars.as_str();
    }
}

/// The number of bytes at the start of `text` that fold to themselves.
fn unchanged_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            0x00..=0x7F => {
                if byte.is_ascii_uppercase() {
                    return at;
                }
                at += 1;
            }
            0xD8..=0xDB => {
                let trail = bytes.get(at + 1).copied().unwrap_or_default();
                if !ARABIC_UNCHANGED[arabic_slot(byte, trail)] {
                    return at;
                }
                at += 2;
            }
            _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if matches!(simple(c), Simple::Same) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
    at
}

/// The place in a table of U+0600 to U+06FF of the character whose UTF-8 form
/// is `lead`, `trail`; `lead` is D8 to DB.
pub(super) const fn arabic_slot(lead: u8, trail: u8) -> usize {
    ((lead & 0x03) as usize) << 6 | (trail & 0x3F) as usize
}

/// Whether each character from U+0600 to U+06FF folds to itself.
static ARABIC_UNCHANGED: [bool; 256] = {
    let mut table = [false; 256];
    let mut slot = 0;
    while slot < table.len() {
        table[slot] = matches!(simple_arabic(arabic_char(slot)), Simple::Same);
        slot += 1;
    }
    table
};

/// The character of a place in a table of U+0600 to U+06FF.
pub(super) const fn arabic_char(slot: usize) -> char {
    #[expect(clippy::cast_possible_truncation, reason = "a place is below 256")]
    match char::from_u32(0x0600 + slot as u32) {
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// What happens to one character.
#[derive(Clone, Copy)]
enum Simple {
    Same,
    To(char),
    Nothing,
    /// A presentation form: the letters of its compatibility mapping, folded.
    Letters,
    /// A letter of another script with a small form.
    Lower,
}

fn simple(c: char) -> Simple {
    match c {
        'A'..='Z' => Simple::To(c.to_ascii_lowercase()),
        '\0'..='\x7F' => Simple::Same,
        '\u{0600}'..='\u{06FF}' => simple_arabic(c),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' if has_letters(c) => Simple::Letters,
        _ if is_format_control(c) || is_arabic_mark(c) => Simple::Nothing,
        _ if c.is_lowercase() => Simple::Same,
        _ if c.to_lowercase().ne([c]) => Simple::Lower,
        _ => Simple::Same,
    }
}

/// Folding within U+0600 to U+06FF.
const fn simple_arabic(c: char) -> Simple {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | '\u{0672}' | '\u{0673}' | '\u{0675}' => Simple::To('ا'),
        'ؤ' | '\u{0676}' => Simple::To('و'),
        'ئ' | 'ى' | '\u{0678}' | '\u{06CC}' | '\u{06D2}' | '\u{06D3}' => Simple::To('ي'),
        'ة' | '\u{06BE}' | '\u{06C0}'..='\u{06C3}' | '\u{06D5}' => Simple::To('ه'),
        '\u{06A9}' => Simple::To('ك'),
        '٠'..='٩' => Simple::To(ascii_digit(c as u32 - 0x0660)),
        '۰'..='۹' => Simple::To(ascii_digit(c as u32 - 0x06F0)),
        '٫' => Simple::To('.'),
        '٬' => Simple::To(','),
        TATWEEL => Simple::Nothing,
        _ if is_arabic_mark(c) || is_format_control(c) => Simple::Nothing,
        _ => Simple::Same,
    }
}

/// The ASCII digit of `value`, 0 to 9.
const fn ascii_digit(value: u32) -> char {
    match char::from_digit(value, 10) {
        Some(digit) => digit,
        None => '0',
    }
}

/// Whether the presentation form `c` has a compatibility mapping. Ornate
/// parentheses, the symbols U+FBB2 to U+FBC2 and unassigned places have none.
fn has_letters(c: char) -> bool {
    let mut changed = false;
    decompose_compatible(c, |part| changed |= part != c);
    changed
}

/// The length in bytes of the beginning of `written` whose folded form is
/// `folded_len` bytes long, with the marks, tatweels and controls after it.
#[must_use]
pub fn written_len(written: &str, folded_len: usize) -> usize {
    let mut left = folded_len;
    for (at, c) in written.char_indices() {
        let mut len = 0;
        fold_char(c, &mut |folded| len += folded.len_utf8());
        if left == 0 && len > 0 {
            return at;
        }
        left = left.saturating_sub(len);
    }
    written.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_folds_to_something_that_folds_to_itself() {
        for c in '\0'..=char::MAX {
            let mut once = String::new();
            fold_char(c, &mut |f| once.push(f));
            assert_eq!(fold(&once), once, "{c:?} U+{:04X}", c as u32);
            assert_eq!(fold(&c.to_string()), once, "{c:?} by the fast path");
        }
    }

    #[test]
    fn composed_and_decomposed_hamza_fold_alike() {
        use unicode_normalization::UnicodeNormalization as _;
        for word in ["أرمينيا", "مسؤول", "رئيس", "آرتساخ", "إلهام"] {
            let decomposed: String = word.nfd().collect();
            assert_ne!(decomposed, word);
            assert_eq!(fold(&decomposed), fold(word));
        }
    }

    #[test]
    fn presentation_forms_become_letters() {
        assert_eq!(fold("\u{FEFB}"), "لا");
        assert_eq!(fold("\u{FEED}\u{FED7}\u{FED2}"), "وقف");
        assert_eq!(fold("\u{FDF2}"), "الله");
        assert_eq!(
            fold("\u{FE77}\u{FC61}"),
            "",
            "tatweel or space with tashkeel"
        );
    }
}
