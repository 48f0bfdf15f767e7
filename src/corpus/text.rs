//! The text of an article, in memory of its own or in a piece of a file's.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use bytestring::ByteString;

/// The text of an article. Clones share one copy; it reads like a `&str`.
#[derive(Clone)]
pub struct Text(Arc<Inner>);

struct Inner {
    bytes: Bytes,
    /// The same bytes, known to be UTF-8.
    checked: OnceLock<ByteString>,
}

impl Text {
    /// The text in `bytes`, which may be a piece of a file that was read. They
    /// are not looked at before the text is read for the first time; what is
    /// no UTF-8 in them then reads as U+FFFD.
    #[must_use]
    pub fn from_bytes(bytes: Bytes) -> Self {
        Self(Arc::new(Inner {
            bytes,
            checked: OnceLock::new(),
        }))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.checked.get_or_init(|| {
            let bytes = &self.0.bytes;
            ByteString::try_from(bytes.clone())
                .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned().into())
        })
    }

    /// The bytes of the text, without a check whether they are UTF-8.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// Whether both are one copy.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let text = ByteString::from(text);
        Self(Arc::new(Inner {
            bytes: text.as_bytes().clone(),
            checked: OnceLock::from(text),
        }))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_is_the_same_copy() {
        let text = Text::from("باكو");
        let clone = text.clone();
        assert_eq!(clone.as_ptr(), text.as_ptr());
        assert!(clone.is_shared_with(&text));
        assert!(!clone.is_shared_with(&Text::from("باكو")));
        assert_eq!(clone, Text::from("باكو"));
    }

    #[test]
    fn bytes_are_checked_when_they_are_read() {
        let bytes = Bytes::from_static("شوشا".as_bytes());
        let text = Text::from_bytes(bytes.clone());
        assert!(text.0.checked.get().is_none());
        assert_eq!(&*text, "شوشا");
        assert_eq!(text.as_ptr(), bytes.as_ptr(), "not copied");
        assert!(text.0.checked.get().is_some());
    }

    #[test]
    fn broken_bytes_read_as_replacement_characters() {
        let text = Text::from_bytes(Bytes::from_static(b"a\xFFb"));
        assert_eq!(&*text, "a\u{FFFD}b");
    }

    #[test]
    fn a_string_is_taken_over_without_a_copy() {
        let string = String::from("خبر").into_boxed_str().into_string();
        let place = string.as_ptr();
        assert_eq!(Text::from(string).as_ptr(), place);
    }
}
