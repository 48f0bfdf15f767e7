//! What is exported: articles with their mentions.

use crate::base::ByteSpan;
use crate::corpus::PartialDate;
use crate::entity::model::EntityType;
use std::fmt;

/// An article with its mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedArticle<'a> {
    /// The path in the corpus, with `/` between parts.
    pub file: &'a str,
    /// The title.
    pub title: &'a str,
    /// The text that the spans are of.
    pub text: &'a str,
    /// The date of publication, as precisely as it is known.
    pub date: Option<PartialDate>,
    /// The outlet.
    pub source: Option<&'a str>,
    /// The mentions in any order. Those of one layer (casualties; all others)
    /// do not overlap. White space and invisible controls at the edges of a
    /// span are left outside; a span that holds nothing else, or is none of
    /// this text, is not written.
    pub mentions: Vec<ExportedMention<'a>>,
}

/// A mention with what is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedMention<'a> {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is.
    pub kind: ExportedKind<'a>,
    /// The canonical id of the entity, where the mention is a name and linked
    /// to one.
    pub entity: Option<&'a str>,
    /// The Arabic name of the entity.
    pub ar: Option<&'a str>,
    /// The English name of the entity.
    pub en: Option<&'a str>,
    /// Why it is marked: a list, a rule, the model, the reader.
    pub basis: &'a str,
    /// Whether the alef of the name's article is missing because ل stands
    /// before it.
    pub article_elided: bool,
}

impl<'a> ExportedMention<'a> {
    /// The entity, if the mention is a name.
    pub(super) const fn named(&self) -> Option<&'a str> {
        match self.kind {
            ExportedKind::Name(_) => self.entity,
            _ => None,
        }
    }
}

/// What a mention is. Words are those of the annotation guidelines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportedKind<'a> {
    /// A name.
    Name(EntityType),
    /// A calendar expression.
    Date {
        /// The days, months or years meant; none for a duration.
        iso: Vec<PartialDate>,
        /// `explicit`, `docdate`, `context` or `inferred`.
        resolved: Option<&'a str>,
        /// `calendar`, `weekday`, `relative` or `duration`.
        sub: &'a str,
    },
    /// A clock time.
    Time(Option<ClockTime>),
    /// A count of casualties.
    Casualties {
        /// How many.
        value: Option<u64>,
        /// `killed`, `wounded`, `killed_and_wounded`, `captured`, `missing`,
        /// `displaced` or `evacuated`.
        kind: &'a str,
        /// `exact`, `at_least`, `more_than`, `about`, `tens` or `hundreds`.
        cmp: &'a str,
        /// Who they are.
        who: Option<&'a str>,
        /// Whether it is a part of a figure just given.
        subset: bool,
        /// Whether it counts all since the beginning.
        cumulative: bool,
    },
}

impl ExportedKind<'_> {
    /// The tag in files: that of an entity type, `DATE`, `TIME` or
    /// `NUM_CASUALTY`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        match self {
            Self::Name(kind) => kind.tag(),
            Self::Date { .. } => "DATE",
            Self::Time(_) => "TIME",
            Self::Casualties { .. } => "NUM_CASUALTY",
        }
    }

    /// Whether it lies in the layer of casualties, which may overlap the others.
    pub(super) const fn is_casualties(&self) -> bool {
        matches!(self, Self::Casualties { .. })
    }
}

/// A time of the day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

impl ClockTime {
    /// `hour` from 0 to 23, `minute` from 0 to 59.
    #[must_use]
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour < 24 && minute < 60 {
            Some(Self { hour, minute })
        } else {
            None
        }
    }
}

/// `HH:MM`.
impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}
