//! Why a stretch of text is marked as a name.

use super::entity::Origin;

/// Why a span is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Basis {
    /// A list holds the name.
    List(Origin),
    /// A rule made it out.
    Rule(Rule),
    /// The tagger found it.
    Model,
    /// The reader said so.
    Reader,
}

/// The rules that make a name out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Rule {
    /// A form of a group word: الروسية.
    GroupWord,
    /// A body that every state has: وزارة الدفاع التركية.
    StateBody,
    /// A medium with its head noun: وكالة "إنترفاكس" الروسية.
    Medium,
    /// A listed name that is also an ordinary word, with support beside it.
    Supported,
    /// A title or role stands before it: وزير الري ياسر عباس.
    AfterTitle,
    /// A first name and what goes with it: محمد مفتاح الفيتوري.
    NamePattern,
    /// Words spelt as foreign names are: باولو فيري.
    ForeignWords,
    /// A verb of saying stands before it: قالت غابرييلا.
    AfterSaying,
    /// The family name of someone whose full name the article has.
    FamilyName,
    /// The same words are a name elsewhere in the article.
    SecondMention,
    /// The head noun of an organisation: شركة, وزارة, حزب.
    OrganisationHead,
    /// A head noun and the name in quotation marks: حركة «النهضة».
    QuotedName,
    /// A generic noun of place stands before it: بلدة سوما.
    AfterPlaceNoun,
    /// The head noun of a place: جبل إيفرست.
    PlaceHead,
    /// A preposition or direction of place stands before it.
    AfterPlaceCue,
    /// Another name of the type is joined to it: فلان وفلان.
    Coordination,
    /// An apposition after it says who it is: فلان، وزير الدفاع.
    Apposition,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 17] = [
        Self::GroupWord,
        Self::StateBody,
        Self::Medium,
        Self::Supported,
        Self::AfterTitle,
        Self::NamePattern,
        Self::ForeignWords,
        Self::AfterSaying,
        Self::FamilyName,
        Self::SecondMention,
        Self::OrganisationHead,
        Self::QuotedName,
        Self::AfterPlaceNoun,
        Self::PlaceHead,
        Self::AfterPlaceCue,
        Self::Coordination,
        Self::Apposition,
    ];

    /// A short name in English, for files and messages.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::GroupWord => "group-word",
            Self::StateBody => "state-body",
            Self::Medium => "medium",
            Self::Supported => "supported",
            Self::AfterTitle => "after-title",
            Self::NamePattern => "name-pattern",
            Self::ForeignWords => "foreign-words",
            Self::AfterSaying => "after-saying",
            Self::FamilyName => "family-name",
            Self::SecondMention => "second-mention",
            Self::OrganisationHead => "organisation-head",
            Self::QuotedName => "quoted-name",
            Self::AfterPlaceNoun => "after-place-noun",
            Self::PlaceHead => "place-head",
            Self::AfterPlaceCue => "after-place-cue",
            Self::Coordination => "coordination",
            Self::Apposition => "apposition",
        }
    }
}
