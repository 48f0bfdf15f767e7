//! What kinds of entities there are.

/// The type of an entity, as the annotation guidelines define it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityType {
    /// A named person.
    Per,
    /// A place with a government: state, region, district, town, village.
    Gpe,
    /// Any other named place.
    Loc,
    /// A named body: government, army, party, agency, company, medium.
    Org,
    /// A nationality, ethnic or religious group word.
    Norp,
}

impl EntityType {
    /// All types, in the order they are listed to a reader.
    pub const ALL: [Self; 5] = [Self::Per, Self::Gpe, Self::Loc, Self::Org, Self::Norp];

    /// The tag in files: `PER`, `GPE`, `LOC`, `ORG`, `NORP`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Org => "ORG",
            Self::Norp => "NORP",
        }
    }

    /// The type whose tag `tag` is, in any case.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.tag().eq_ignore_ascii_case(tag))
    }
}
