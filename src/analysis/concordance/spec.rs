//! What a concordance is sorted by, and how the command line writes it.

use crate::base::messages;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Which word before or after the node: the first is next to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nth(u8);

impl Nth {
    /// The first to the fifth word.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The word `n`, counted from 1; `None` unless it is 1 to 5.
    #[must_use]
    pub fn new(n: u8) -> Option<Self> {
        (1..=5).contains(&n).then_some(Self(n))
    }

    /// The number of the word, counted from 1.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// What lines are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// The folded words of the node.
    Node,
    /// A folded word before the node; a line without that word comes first.
    Before(Nth),
    /// A folded word after the node; a line without that word comes first.
    After(Nth),
    /// The label of the period; undated articles last in either direction.
    Period,
    /// The date; undated articles last in either direction.
    Date,
    /// The outlet, in the order of the folded alphabet; unknown outlets last in
    /// either direction.
    Outlet,
    /// The path of the file.
    File,
    /// The place in the corpus: articles by file, hits from the first word on.
    Position,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum SortDirection {
    /// The smallest, oldest, first of the alphabet.
    #[default]
    Ascending,
    /// The largest, newest, last of the alphabet.
    Descending,
}

/// A key and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What is compared.
    pub key: SortKey,
    /// Which end comes first.
    pub direction: SortDirection,
}

/// Keys in the order in which they decide; what they leave equal is in the
/// order of the corpus, so every order is total.
///
/// Written as `after1,after2:desc,file`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SortSpec(pub Vec<Sort>);

messages! {
    /// A sort order that cannot be read.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum SortError {
        /// There is no key of that name.
        Key {
            /// What stands in its place.
            word: String,
        } => Error "no-sort-key",
        /// What follows the colon is no direction.
        Direction {
            /// What stands in its place.
            word: String,
        } => Error "no-sort-direction",
    }
}

impl fmt::Display for SortKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node => f.write_str("node"),
            Self::Before(nth) => write!(f, "before{}", nth.0),
            Self::After(nth) => write!(f, "after{}", nth.0),
            Self::Period => f.write_str("period"),
            Self::Date => f.write_str("date"),
            Self::Outlet => f.write_str("outlet"),
            Self::File => f.write_str("file"),
            Self::Position => f.write_str("position"),
        }
    }
}

/// Reads what `Display` writes; the outlet may also be called `source`, as in
/// `INDEX.md`.
impl FromStr for SortKey {
    type Err = SortError;

    fn from_str(text: &str) -> Result<Self, SortError> {
        let nth = |digit: &str| digit.parse().ok().and_then(Nth::new);
        let key = match text {
            "node" => Some(Self::Node),
            "period" => Some(Self::Period),
            "date" => Some(Self::Date),
            "outlet" | "source" => Some(Self::Outlet),
            "file" => Some(Self::File),
            "position" => Some(Self::Position),
            _ => {
                let before = text.strip_prefix("before").and_then(nth);
                let after = || text.strip_prefix("after").and_then(nth);
                before
                    .map(Self::Before)
                    .or_else(|| after().map(Self::After))
            }
        };
        key.ok_or_else(|| SortError::Key {
            word: text.to_owned(),
        })
    }
}

impl From<SortKey> for Sort {
    fn from(key: SortKey) -> Self {
        Self {
            key,
            direction: SortDirection::Ascending,
        }
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.direction {
            SortDirection::Ascending => self.key.fmt(f),
            SortDirection::Descending => write!(f, "{}:desc", self.key),
        }
    }
}

impl FromStr for Sort {
    type Err = SortError;

    fn from_str(text: &str) -> Result<Self, SortError> {
        let (key, direction) = text.split_once(':').unwrap_or((text, "asc"));
        Ok(Self {
            key: key.trim().parse()?,
            direction: match direction.trim() {
                "asc" => SortDirection::Ascending,
                "desc" => SortDirection::Descending,
                other => {
                    let word = other.to_owned();
                    return Err(SortError::Direction { word });
                }
            },
        })
    }
}

impl fmt::Display for SortSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, sort) in self.0.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            write!(f, "{comma}{sort}")?;
        }
        Ok(())
    }
}

impl FromStr for SortSpec {
    type Err = SortError;

    fn from_str(text: &str) -> Result<Self, SortError> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        let keys = text.split(',').map(|key| key.trim().parse());
        keys.collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for SortSpec {
    type Error = SortError;

    fn try_from(text: String) -> Result<Self, SortError> {
        text.parse()
    }
}

impl From<SortSpec> for String {
    fn from(spec: SortSpec) -> Self {
        spec.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for text in [
            "",
            "after1,after2,file",
            "before1:desc",
            "node,period:desc,date,outlet:desc,position,before5",
        ] {
            let spec: SortSpec = text.parse().unwrap();
            assert_eq!(spec.to_string(), text);
        }
        let loose: SortSpec = " source:asc , date : desc ".parse().unwrap();
        assert_eq!(loose.to_string(), "outlet,date:desc");
    }

    #[test]
    fn what_is_no_order_is_named() {
        let fault = |text: &str| text.parse::<SortSpec>().unwrap_err();
        for (text, part) in [
            ("before6", "before6"),
            ("after0", "after0"),
            ("node,,file", ""),
            ("Node", "Node"),
            ("after", "after"),
            ("after+1x", "after+1x"),
        ] {
            let word = part.to_owned();
            assert_eq!(fault(text), SortError::Key { word }, "{text}");
        }
        let word = "up".to_owned();
        assert_eq!(fault("node:up"), SortError::Direction { word });
    }

    #[test]
    fn settings_keep_an_order_as_text() {
        let spec: SortSpec = "after1:desc,file".parse().unwrap();
        let json = serde_json::to_string(&spec).unwrap();
        assert_eq!(json, "\"after1:desc,file\"");
        assert_eq!(serde_json::from_str::<SortSpec>(&json).unwrap(), spec);
        assert!(serde_json::from_str::<SortSpec>("\"x\"").is_err());
    }
}
