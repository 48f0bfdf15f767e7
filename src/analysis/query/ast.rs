//! A query as a tree.

use crate::arabic::fold;
use crate::corpus::PartialDate;
use std::ops::Range;

/// A query or a part of one. Its `Display` writes it so that
/// [`Query::parse`](super::Query::parse) reads the same tree again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// One token.
    Word(Term),
    /// Two or more tokens one after another, not all of them any token.
    Phrase(Vec<Term>),
    /// Articles that match each part, with the hits of all parts.
    All(Vec<Node>),
    /// Articles that match a part, with the hits of all parts.
    Any(Vec<Node>),
    /// Articles that do not match; no hits.
    Not(Box<Node>),
    /// Hits near other hits.
    Near(Box<Near>),
    /// Articles with a value in a column; no hits.
    Where(Restriction),
}

/// The hits of `node` for which a hit of `other`, which shares no token with
/// it, is at most `distance` tokens away in the same article. Neighbours are
/// one token away. Titles are not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// What is found.
    pub node: Node,
    /// The greatest distance, in tokens.
    pub distance: u32,
    /// What is near it.
    pub other: Node,
}

/// What one token of a text may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A word or number as it is typed.
    Word(Box<str>),
    /// The beginning of a word that is still being typed.
    Prefix(Box<str>),
    /// Letters with `*` for any letters or none and `?` for one letter.
    Glob(Box<str>),
    /// A regular expression that compiles, for whole forms.
    Regex(Box<str>),
    /// Any token; only inside a phrase.
    Any,
}

/// Articles that have one of some values in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// The column.
    pub column: Column,
    /// The values, one or more.
    pub values: Vec<RestrictionValue>,
}

/// A column that a restriction looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The period.
    Period,
    /// The outlet.
    Source,
    /// The entities that an article mentions.
    Entity,
    /// The date.
    Date,
    /// Another column of the corpus' index, by its header.
    Other(Box<str>),
}

/// A value of a restriction, and where it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestrictionValue {
    /// The value.
    pub wanted: Wanted,
    /// The bytes of key and value in the text of the query.
    pub at: Place,
}

/// What a restriction asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A value, compared by its folded form.
    Text(Box<str>),
    /// Dates from the first day of the one to the last day of the other.
    Dates {
        /// The first; none for no bound.
        from: Option<PartialDate>,
        /// The last; none for no bound.
        to: Option<PartialDate>,
    },
}

/// Bytes of the text of a query. All places are equal, so that two queries are
/// equal if they ask the same.
#[derive(Debug, Clone, Default)]
pub struct Place(pub Range<usize>);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

impl Column {
    /// The key that stands for the column in a query.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Period => "period",
            Self::Source => "source",
            Self::Entity => "entity",
            Self::Date => "date",
            Self::Other(header) => header,
        }
    }

    /// Whether two keys name the same column.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(a), Self::Other(b)) => fold(a.trim()) == fold(b.trim()),
            _ => self == other,
        }
    }
}

impl Node {
    /// Whether the part brings hits.
    pub(super) fn brings_hits(&self) -> bool {
        match self {
            Self::Word(_) | Self::Phrase(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::brings_hits),
            Self::Not(_) | Self::Where(_) => false,
            Self::Near(near) => near.node.brings_hits(),
        }
    }

    /// Calls `see` with the terms of every word and phrase that brings hits.
    pub(super) fn each_hit_term<'a>(&'a self, see: &mut impl FnMut(&'a Term)) {
        match self {
            Self::Word(term) => see(term),
            Self::Phrase(terms) => terms.iter().for_each(see),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_hit_term(see);
                }
            }
            Self::Near(near) => near.node.each_hit_term(see),
            Self::Not(_) | Self::Where(_) => {}
        }
    }

    /// Calls `see` with every restriction.
    pub(super) fn each_restriction<'a>(&'a self, see: &mut impl FnMut(&'a Restriction)) {
        match self {
            Self::Where(restriction) => see(restriction),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_restriction(see);
                }
            }
            Self::Not(part) => part.each_restriction(see),
            Self::Near(near) => {
                near.node.each_restriction(see);
                near.other.each_restriction(see);
            }
            Self::Word(_) | Self::Phrase(_) => {}
        }
    }
}
