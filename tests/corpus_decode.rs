//! Encodings: each is told from the others, on Arabic of every kind.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use encoding_rs::{ISO_8859_6, WINDOWS_1256};
use proptest::prelude::*;
use warraq::corpus::{NotText, TextEncoding, decode};

const NEWS: &str = "وقف إطلاق النار في ناغورني قره باغ\nقال رئيس أذربيجان إلهام علييف، يوم الأربعاء، إن بلاده مستمرة في العملية العسكرية.\n";
const VOCALISED: &str = "قُتِلَ سَبْعَةٌ وَعِشْرُونَ شَخْصًا فِي المِنْطَقَةِ.\n";

#[track_caller]
fn decodes(bytes: &[u8], encoding: TextEncoding, text: &str) {
    let decoded = decode(bytes, None).expect("text");
    assert_eq!(decoded.encoding, encoding);
    assert_eq!(decoded.text, text);
    assert_eq!(decoded.n_broken, 0);
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn utf8_with_and_without_mark() {
    decodes(NEWS.as_bytes(), TextEncoding::Utf8, NEWS);
    decodes(
        format!("\u{FEFF}{NEWS}").as_bytes(),
        TextEncoding::Utf8Bom,
        NEWS,
    );
    decodes(b"", TextEncoding::Utf8, "");
}

#[test]
fn utf16_with_and_without_mark() {
    let marked = format!("\u{FEFF}{NEWS}");
    for (text, to_bytes, encoding) in [
        (
            NEWS,
            u16::to_le_bytes as fn(u16) -> [u8; 2],
            TextEncoding::Utf16Le,
        ),
        (NEWS, u16::to_be_bytes, TextEncoding::Utf16Be),
        (&marked, u16::to_le_bytes, TextEncoding::Utf16Le),
        (&marked, u16::to_be_bytes, TextEncoding::Utf16Be),
        ("باكو", u16::to_be_bytes, TextEncoding::Utf16Be),
        ("Baku, 2020", u16::to_le_bytes, TextEncoding::Utf16Le),
    ] {
        let bytes = utf16(text, to_bytes);
        decodes(&bytes, encoding, text.trim_start_matches('\u{FEFF}'));
    }
}

#[test]
fn windows_1256_and_iso_8859_6() {
    for text in [
        NEWS,
        VOCALISED,
        "باكو",
        "علييف: السيادة على قره باغ",
        "قال: 27 قتيلا؟ نعم؛ لا",
    ] {
        for (encoder, encoding) in [
            (WINDOWS_1256, TextEncoding::Windows1256),
            (ISO_8859_6, TextEncoding::Iso8859_6),
        ] {
            let (bytes, _, unmappable) = encoder.encode(text);
            assert!(!unmappable);
            decodes(&bytes, encoding, text);
        }
    }
}

#[test]
fn every_word_is_told_apart_by_itself_or_reads_as_windows_1256() {
    // Too little to go by is allowed to read as the more common encoding,
    // never the other way about.
    for word in NEWS.split_whitespace() {
        let (bytes, ..) = WINDOWS_1256.encode(word);
        let decoded = decode(&bytes, None).expect("text");
        assert_eq!(decoded.encoding, TextEncoding::Windows1256, "{word}");
    }
}

#[test]
fn persian_letters_and_french_are_windows_1256() {
    for text in [
        "پاريس وچاد وگروزني",
        "Le président arménien a été reçu à Moscou.",
    ] {
        let (bytes, _, unmappable) = WINDOWS_1256.encode(text);
        assert!(!unmappable, "{text}");
        decodes(&bytes, TextEncoding::Windows1256, text);
    }
}

#[test]
fn damage_is_counted() {
    let bytes = [NEWS.as_bytes(), b"\xFF", NEWS.as_bytes(), b"\xD8"].concat();
    let decoded = decode(&bytes, None).expect("text");
    assert_eq!(
        (decoded.encoding, decoded.n_broken),
        (TextEncoding::Utf8, 2)
    );
    let mut bytes = utf16(&format!("\u{FEFF}{NEWS}"), u16::to_le_bytes);
    bytes.pop();
    let decoded = decode(&bytes, None).expect("text");
    assert_eq!(
        (decoded.encoding, decoded.n_broken),
        (TextEncoding::Utf16Le, 1)
    );
}

#[test]
fn binary_is_refused_and_named() {
    let refused = |bytes: &[u8]| decode(bytes, None).err();
    assert_eq!(
        refused(b"%PDF-1.7\n"),
        Some(NotText {
            what: warraq::base::Word("data-pdf")
        })
    );
    assert!(refused(b"abc\0def").is_some());
    assert!(refused(b"\xFF\xFEa\0\0\0b\0").is_some());
}

#[test]
fn forced_encoding_decides() {
    let (bytes, ..) = WINDOWS_1256.encode(NEWS);
    let decoded = decode(&bytes, Some(TextEncoding::Utf8)).expect("text");
    assert!(decoded.n_broken > 0);
    let marked = format!("\u{FEFF}{NEWS}");
    let decoded = decode(marked.as_bytes(), Some(TextEncoding::Utf8)).expect("text");
    assert_eq!(decoded.text, NEWS);
}

#[test]
fn labels_name_their_encodings() {
    for encoding in TextEncoding::ALL {
        assert_eq!(
            TextEncoding::from_label(&encoding.label().to_lowercase()),
            Some(encoding)
        );
    }
}

fn encodings() -> impl Strategy<Value = Option<TextEncoding>> {
    prop::option::of(prop::sample::select(TextEncoding::ALL.to_vec()))
}

proptest! {
    #[test]
    fn any_bytes_decode_or_are_refused(bytes: Vec<u8>, forced in encodings()) {
        if let Ok(decoded) = decode(&bytes, forced) {
            prop_assert!(!decoded.text.contains('\r'));
        } else {
            prop_assert!(forced.is_none());
        }
    }

    #[test]
    fn any_text_comes_back_from_utf8(text in "[\\PC\\n]*") {
        // A first letter keeps it from looking like a binary format.
        let text = format!("ع{text}");
        let decoded = decode(text.as_bytes(), None).expect("text");
        prop_assert_eq!(decoded.text, text);
    }
}
