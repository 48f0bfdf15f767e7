//! From the bytes of a file to its text.
//!
//! The order of the questions: does the caller know the encoding; is there a
//! byte order mark; is it the beginning of a known binary format; is it valid
//! UTF-8; do zero bytes fall as in UTF-16; is it UTF-8 with damage; and only
//! then, which of the two 8-bit encodings gives the likelier Arabic.

use std::borrow::Cow;

use encoding_rs::Encoding;
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};

use super::scan::{likelier_legacy, utf16_by_pattern};
use crate::base::{Word, fits};
use crate::corpus::TextEncoding;

/// The text of a file, line ends normalised to `\n`, byte order mark removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding that gave it.
    pub encoding: TextEncoding,
    /// Stretches of bytes that the encoding does not allow; each became U+FFFD.
    pub n_broken: u32,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// What they are instead.
    pub what: Word,
}

/// Decodes `bytes`, by `forced` if it is given, else by what they look like.
/// The text has a buffer of exactly its size.
///
/// # Errors
/// [`NotText`] when the bytes are an image, an archive or other binary data.
pub fn decode(bytes: &[u8], forced: Option<TextEncoding>) -> Result<Decoded, NotText> {
    let encoding = match forced {
        Some(encoding) => encoding,
        None => detect(bytes)?,
    };
    let (text, n_broken) = as_encoding(without_mark(bytes, encoding), encoding);
    // Zero characters are what binary data that passes for UTF-16 decodes to.
    if forced.is_none() && memchr::memchr(0x00, text.as_bytes()).is_some() {
        return Err(ZERO_BYTES);
    }
    Ok(Decoded {
        text: with_line_feeds(&text),
        encoding,
        n_broken,
    })
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF16_LE_MARK: &[u8] = b"\xFF\xFE";
const UTF16_BE_MARK: &[u8] = b"\xFE\xFF";

/// How files of common binary formats begin.
const MAGIC: [(&[u8], Word); 13] = [
    (b"\x89PNG\r\n\x1A\n", Word("data-png")),
    (b"\xFF\xD8\xFF", Word("data-jpeg")),
    (b"GIF87a", Word("data-gif")),
    (b"GIF89a", Word("data-gif")),
    (b"II*\0", Word("data-tiff")),
    (b"MM\0*", Word("data-tiff")),
    (b"%PDF-", Word("data-pdf")),
    (b"PK\x03\x04", Word("data-zip")),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Word("data-office")),
    (b"{\\rtf", Word("data-rtf")),
    (b"\x1F\x8B", Word("data-gzip")),
    (b"RIFF", Word("data-riff")),
    (b"\x7FELF", Word("data-program")),
];

fn detect(bytes: &[u8]) -> Result<TextEncoding, NotText> {
    for (mark, encoding) in [
        (UTF8_MARK, TextEncoding::Utf8Bom),
        (UTF16_LE_MARK, TextEncoding::Utf16Le),
        (UTF16_BE_MARK, TextEncoding::Utf16Be),
    ] {
        if bytes.starts_with(mark) {
            return Ok(encoding);
        }
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NotText { what: *what });
    }
    // UTF-16 of Arabic is valid UTF-8 too, full of 00 and 06: ask first.
    if memchr::memchr2(0x00, 0x06, bytes).is_some() {
        if let Some(encoding) = utf16_by_pattern(bytes) {
            return Ok(encoding);
        }
        if memchr::memchr(0x00, bytes).is_some() {
            return Err(ZERO_BYTES);
        }
    }
    if Encoding::utf8_valid_up_to(bytes) == bytes.len() {
        return Ok(TextEncoding::Utf8);
    }
    if has_control_noise(bytes) {
        return Err(NOISE);
    }
    if is_damaged_utf8(bytes) {
        return Ok(TextEncoding::Utf8);
    }
    Ok(likelier_legacy(bytes))
}

const ZERO_BYTES: NotText = NotText {
    what: Word("data-zero-bytes"),
};
const NOISE: NotText = NotText {
    what: Word("data-noise"),
};

/// Reads a stored [`NotText::what`]: one of those that this program gives.
///
/// # Errors
/// For any other words.
pub(in crate::corpus) fn known_what<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    let stored = <Cow<'de, str>>::deserialize(from)?;
    let known = MAGIC.iter().map(|(_, what)| *what);
    known
        .chain([ZERO_BYTES.what, NOISE.what])
        .find(|what| *what.0 == *stored)
        .ok_or_else(|| D::Error::custom("no such kind of data"))
}

/// `bytes` without the byte order mark of `encoding`.
fn without_mark(bytes: &[u8], encoding: TextEncoding) -> &[u8] {
    let mark = match encoding {
        TextEncoding::Utf8 | TextEncoding::Utf8Bom => UTF8_MARK,
        TextEncoding::Utf16Le => UTF16_LE_MARK,
        TextEncoding::Utf16Be => UTF16_BE_MARK,
        TextEncoding::Windows1256 | TextEncoding::Iso8859_6 => return bytes,
    };
    bytes.strip_prefix(mark).unwrap_or(bytes)
}

/// Decodes `bytes`, which have no byte order mark, and counts the damage.
fn as_encoding(bytes: &[u8], encoding: TextEncoding) -> (Cow<'_, str>, u32) {
    let (text, had_errors) = encoding.decoder().decode_without_bom_handling(bytes);
    if !had_errors {
        return (text, 0);
    }
    let n_broken = text.matches('\u{FFFD}').count();
    (text, fits(n_broken))
}

/// Whether more than one byte in a hundred is a control character that no
/// text file holds.
fn has_control_noise(bytes: &[u8]) -> bool {
    let is_noise = |byte: &&u8| matches!(byte, 0x01..=0x08 | 0x0E..=0x19 | 0x1B..=0x1F | 0x7F);
    let n_noise = bytes.iter().filter(is_noise).count();
    n_noise * 100 > bytes.len()
}

/// Whether `bytes`, which are not valid UTF-8, are UTF-8 all the same: valid
/// sequences of several bytes hardly occur by chance in 8-bit text.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_valid, mut n_broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let leads = chunk.valid().bytes().filter(|byte| *byte >= 0xC0);
        n_valid += leads.count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_valid > 2 * n_broken
}

/// `text` with each `\r\n` and `\r` turned into `\n`.
fn with_line_feeds(text: &str) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text.to_owned();
    }
    let mut normal = String::with_capacity(text.len());
    let mut lines = text.split('\r');
    normal.push_str(lines.next().unwrap_or_default());
    for line in lines {
        normal.push('\n');
        normal.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
    normal.shrink_to_fit();
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_line_feeds() {
        let text = with_line_feeds("a\r\nb\rc\n\r\nd\r");
        assert_eq!(text, "a\nb\nc\n\nd\n");
    }
}
