//! A text to learn from, in one form for all sources.

use warraq::base::ByteSpan;
use warraq::entity::tagger::TagClass;
use warraq::entity::tagger::model::Label;

/// A set of labels, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Labels(pub(super) u8);

impl Labels {
    /// No label.
    pub(super) const NONE: Self = Self(0);
    /// Every label: the source says nothing.
    pub(super) const ANY: Self = Self(u8::MAX);
    /// No name.
    pub(super) const O: Self = Self::only(Label::O);
    /// No name, or a group word that the source does not mark.
    pub(super) const O_OR_NORP: Self = Self(1 | 1 << 7);

    /// Labels with which no name goes on.
    pub(super) const NO_CONTINUATION: Self = Self(0b1010_1011);

    /// Those that are in both sets.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn only(label: Label) -> Self {
        Self(1 << label.0)
    }

    pub(super) const fn has(self, label: Label) -> bool {
        self.0 & 1 << label.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A name that an annotator marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) span: ByteSpan,
    pub(super) class: TagClass,
}

/// A text with its names.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(super) text: String,
    /// Sorted, not overlapping.
    pub(super) names: Vec<Name>,
    /// Other readings that are as right.
    pub(super) alternatives: Vec<Name>,
    /// Stretches that are not to be learned from, and count neither way.
    pub(super) open: Vec<ByteSpan>,
    /// What a token outside all of these can be.
    pub(super) elsewhere: Labels,
    /// Whether the text is annotated by the guidelines of this project.
    pub(super) is_own: bool,
    /// How much a token of this text counts.
    pub(super) weight: f32,
}

impl Example {
    /// The labels that are right at a token that stands at `span`.
    pub(super) fn labels_at(&self, span: ByteSpan) -> Labels {
        if self.open.iter().any(|open| open.overlaps(span)) {
            return Labels::ANY;
        }
        let reading = |names: &[Name]| {
            let name = names.iter().find(|name| name.span.overlaps(span))?;
            // A proclitic may stand in the token before the name begins.
            let is_first = span.start <= name.span.start;
            Some(Labels::only(Label::of(name.class, is_first)))
        };
        let main = reading(&self.names);
        match reading(&self.alternatives) {
            None => main.unwrap_or(self.elsewhere),
            Some(alternative) => alternative.or(main.unwrap_or(Labels::O)),
        }
    }
}
