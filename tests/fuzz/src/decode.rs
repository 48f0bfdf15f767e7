//! Any bytes are text with `\n` at its line ends, or are told to be no text.

use warraq::corpus::{NotText, TextEncoding, decode};

/// Panics where what must hold does not.
pub fn check(bytes: &[u8]) {
    match decode(bytes, None) {
        Ok(decoded) => {
            assert!(!decoded.text.contains(['\r', '\0']));
            // What was read can be read again as what it was taken for.
            let again = decode(bytes, Some(decoded.encoding));
            assert_eq!(again.as_ref(), Ok(&decoded));
            if decoded.n_broken == 0 && decoded.encoding == TextEncoding::Utf8 {
                assert!(std::str::from_utf8(bytes).is_ok());
            }
        }
        Err(NotText { what }) => assert!(!what.0.is_empty()),
    }
}
