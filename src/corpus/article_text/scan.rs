//! Telling encodings apart by what the bytes look like.

use crate::corpus::TextEncoding;

/// How many bytes of a file are looked at.
const SAMPLE: usize = 16 * 1024;

/// The byte order of UTF-16 without a mark, if `bytes` look like it.
///
/// In Arabic and Latin text the high byte is 06 or 00 nearly always, the low
/// byte hardly ever.
pub(super) fn utf16_by_pattern(bytes: &[u8]) -> Option<TextEncoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut n_first, mut n_second, mut n_units) = (0, 0, 0);
    let is_high = |byte: u8| matches!(byte, 0x00 | 0x06);
    for unit in sample.chunks_exact(2) {
        n_units += 1;
        n_first += usize::from(is_high(unit[0]));
        n_second += usize::from(is_high(unit[1]));
    }
    let mostly = |n: usize| n * 10 >= n_units * 8;
    let hardly = |n: usize| n * 10 <= n_units;
    if n_units == 0 {
        None
    } else if mostly(n_second) && hardly(n_first) {
        Some(TextEncoding::Utf16Le)
    } else if mostly(n_first) && hardly(n_second) {
        Some(TextEncoding::Utf16Be)
    } else {
        None
    }
}

/// Whichever of Windows-1256 and ISO-8859-6 makes the likelier text of
/// `bytes`. Windows-1256 if both do, since it is far more common and also
/// holds the letters of French.
pub(super) fn likelier_legacy(bytes: &[u8]) -> TextEncoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let score = |encoding: TextEncoding| {
        let (text, _) = encoding.decoder().decode_without_bom_handling(sample);
        plausibility(&text)
    };
    if score(TextEncoding::Iso8859_6) > score(TextEncoding::Windows1256) {
        TextEncoding::Iso8859_6
    } else {
        TextEncoding::Windows1256
    }
}

/// How much `text` looks like Arabic or Latin prose: common letters count for
/// it; against it count places that the encoding leaves undefined, C1
/// controls, and letters of the two scripts inside one word.
fn plausibility(text: &str) -> i64 {
    let mut score = 0;
    let mut last = Script::Neither;
    for c in text.chars() {
        let (script, weight) = weigh(c);
        score += weight;
        match (last, script) {
            // Two scripts in one word, or a mark after anything but a letter.
            (Script::Arabic, Script::Latin)
            | (Script::Latin, Script::Arabic | Script::Mark)
            | (Script::Neither, Script::Mark) => score -= 8,
            _ => {}
        }
        if script != Script::Mark {
            last = script;
        }
    }
    score
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Latin,
    Mark,
    Neither,
}

/// The script of `c`, and how common it is in newspaper Arabic.
fn weigh(c: char) -> (Script, i64) {
    match c {
        'ا' | 'ل' | 'ي' | 'م' | 'و' | 'ن' | 'ر' | 'ت' => (Script::Arabic, 4),
        'ب' | 'ع' | 'د' | 'س' | 'ف' | 'ه' | 'ك' | 'ق' | 'ة' | 'أ' => (Script::Arabic, 3),
        'ح' | 'ج' | 'ش' | 'ط' | 'ص' | 'خ' | 'ى' | 'ذ' | 'إ' => (Script::Arabic, 2),
        'ض' | 'ز' | 'ث' | 'ئ' | 'غ' | 'ء' | 'ظ' | 'آ' | 'ؤ' => (Script::Arabic, 1),
        'ـ' | 'پ' | 'چ' | 'گ' | 'ژ' | 'ک' | 'ٹ' | 'ڑ' | 'ں' | 'ھ' | 'ہ' | 'ے' | 'ڈ' => {
            (Script::Arabic, 0)
        }
        '\u{064B}'..='\u{0652}' => (Script::Mark, 0),
        '،' | '؛' | '؟' => (Script::Neither, 2),
        '\u{80}'..='\u{9F}' | '\u{FFFD}' => (Script::Neither, -10),
        _ if c.is_ascii_alphabetic() => (Script::Latin, 0),
        _ if c.is_alphabetic() => (Script::Latin, -1),
        _ => (Script::Neither, 0),
    }
}
