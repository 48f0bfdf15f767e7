//! The encodings of article files.

use std::fmt;

use crate::base::listed;
use serde::{Deserialize, Serialize};

listed! {
    /// How the bytes of a file spell its text.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum TextEncoding {
        /// UTF-8 without a byte order mark.
        Utf8,
        /// UTF-8 after a byte order mark.
        Utf8Bom,
        /// UTF-16, low byte first.
        Utf16Le,
        /// UTF-16, high byte first.
        Utf16Be,
        /// Windows-1256, of Arabic Windows.
        Windows1256,
        /// ISO-8859-6, of older Unix systems.
        Iso8859_6,
    }
}

impl TextEncoding {
    /// The name that reports and the window show.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 BOM",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1256 => "windows-1256",
            Self::Iso8859_6 => "ISO-8859-6",
        }
    }

    /// The encoding of that [`label`](Self::label), in any case.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.label().eq_ignore_ascii_case(label))
    }

    /// Whether it is UTF-8, with or without a byte order mark.
    #[must_use]
    pub const fn is_utf8(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf8Bom)
    }

    /// The decoder.
    pub(super) const fn decoder(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1256 => encoding_rs::WINDOWS_1256,
            Self::Iso8859_6 => encoding_rs::ISO_8859_6,
        }
    }
}

impl fmt::Display for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
