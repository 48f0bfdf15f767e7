//! Why a stretch of text is marked as a name.

use super::entity::Origin;
use crate::base::tagged;

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

tagged! {
    /// The rules that make a name out, each with its short name in files and messages.
    #[derive(serde::Serialize, serde::Deserialize)]
    pub enum Rule {
        /// A form of a group word: الروسية.
        GroupWord = "group-word",
        /// A body that every state has: وزارة الدفاع التركية.
        StateBody = "state-body",
        /// A medium with its head noun: وكالة "إنترفاكس" الروسية.
        Medium = "medium",
        /// A listed name that is also an ordinary word, with support beside it.
        Supported = "supported",
        /// A title or role stands before it: وزير الري ياسر عباس.
        AfterTitle = "after-title",
        /// A first name and what goes with it: محمد مفتاح الفيتوري.
        NamePattern = "name-pattern",
        /// Words spelt as foreign names are: باولو فيري.
        ForeignWords = "foreign-words",
        /// A verb of saying stands before it: قالت غابرييلا.
        AfterSaying = "after-saying",
        /// The family name of someone whose full name the article has.
        FamilyName = "family-name",
        /// The same words are a name elsewhere in the article.
        SecondMention = "second-mention",
        /// The head noun of an organisation: شركة, وزارة, حزب.
        OrganisationHead = "organisation-head",
        /// A head noun and the name in quotation marks: حركة «النهضة».
        QuotedName = "quoted-name",
        /// A generic noun of place stands before it: بلدة سوما.
        AfterPlaceNoun = "after-place-noun",
        /// The head noun of a place: جبل إيفرست.
        PlaceHead = "place-head",
        /// A preposition or direction of place stands before it.
        AfterPlaceCue = "after-place-cue",
        /// Another name of the type is joined to it: فلان وفلان.
        Coordination = "coordination",
        /// An apposition after it says who it is: فلان، وزير الدفاع.
        Apposition = "apposition",
    }
}
