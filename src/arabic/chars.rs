//! What kind of character a character is, as far as matching cares.

/// Whether `c` is a letter of the Arabic script, tatweel included.
///
/// Blocks: Arabic, Arabic Supplement, Extended-A and -B, and both blocks of
/// presentation forms.
#[must_use]
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
        && c.is_alphabetic()
        && !is_mark(c)
        && !matches!(c, '\u{0700}'..='\u{074F}' | '\u{0780}'..='\u{085F}')
}

/// Whether `c` is a mark that attaches to the letter before it: tashkeel,
/// Quranic annotation, or a general combining mark.
#[must_use]
pub const fn is_mark(c: char) -> bool {
    is_arabic_mark(c)
        || matches!(c,
            '\u{0300}'..='\u{036F}'
            | '\u{1AB0}'..='\u{1ACE}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20F0}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}')
}

/// Whether `c` is tashkeel or a Quranic annotation mark. The small letters
/// U+06E5 and U+06E6 count as marks: they are recitation signs, not spelling.
pub(super) const fn is_arabic_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}'
        | '\u{08CA}'..='\u{08E1}'
        | '\u{08E3}'..='\u{08FF}')
}

/// Whether `c` is an invisible format control that never ends a word: the
/// joiners, the bidi controls of UAX #9, soft hyphen, word joiner, and the
/// byte order mark.
#[must_use]
pub const fn is_format_control(c: char) -> bool {
    matches!(c,
        '\u{00AD}'
        | '\u{061C}'
        | '\u{200C}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
}

/// The tatweel, which stretches a word and spells nothing.
pub(super) const TATWEEL: char = '\u{0640}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_marks_and_controls_are_apart() {
        for c in ('\0'..='\u{FFFF}').filter(|c| !c.is_ascii()) {
            let kinds = [is_arabic_letter(c), is_mark(c), is_format_control(c)];
            assert!(kinds.iter().filter(|&&k| k).count() <= 1, "{c:?}");
        }
    }

    #[test]
    fn arabic_letters_are_known_in_every_block() {
        for c in [
            'ا', 'ي', 'ة', 'ٱ', 'ڤ', 'ک', '\u{0750}', '\u{08A0}', '\u{FEFB}', TATWEEL,
        ] {
            assert!(is_arabic_letter(c), "{c:?}");
        }
        for c in ['a', 'é', '٣', '۳', '،', '؟', '\u{064E}', 'ש', '\u{0710}'] {
            assert!(!is_arabic_letter(c), "{c:?}");
        }
    }
}
