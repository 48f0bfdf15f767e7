//! Where the reader is among the hits of the open article.

use crate::base::ByteSpan;

/// Where the reader is, and how they came there.
#[derive(Debug, Default)]
pub(in crate::app) struct HitSteps {
    /// The hit stepped to, in the text of the open article.
    pub(in crate::app) at: Option<ByteSpan>,
    /// A step that waits for the answer to the search; `true` goes onwards.
    pub(in crate::app) waiting: Option<bool>,
    /// How the last step left the article, if it did.
    pub(in crate::app) turn: Option<HitTurn>,
    /// Counts the steps that left an article, so that each is told.
    pub(in crate::app) n_turns: u64,
}

/// How a step leaves an article: for another one of the list, or around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum HitTurn {
    /// To the first hit of the next article.
    Next,
    /// To the last hit of the article before.
    Previous,
    /// From the last article to the first.
    ToFirst,
    /// From the first article to the last.
    ToLast,
    /// From the last hit of the only article to its first.
    ToStart,
    /// From its first hit to its last.
    ToEnd,
}

impl HitTurn {
    /// The key of what is said of it among the interface texts.
    pub(in crate::app) const fn text_key(self) -> &'static str {
        match self {
            Self::Next => "hit-next-article",
            Self::Previous => "hit-previous-article",
            Self::ToFirst => "hit-first-article",
            Self::ToLast => "hit-last-article",
            Self::ToStart => "hit-around-to-start",
            Self::ToEnd => "hit-around-to-end",
        }
    }
}

impl HitSteps {
    /// Forgets the hit, as when another article is opened or something else is
    /// searched for.
    pub(in crate::app) fn leave(&mut self) {
        self.at = None;
        self.turn = None;
    }
}
