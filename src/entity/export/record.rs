//! What is told of a mention, by name.

use super::input::ExportedKind;
use super::placed::PlacedMention;
use serde::Serialize;
use std::borrow::Cow;

/// A mention as JSON holds it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) file: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    pub(super) r#type: &'static str,
    #[serde(flatten)]
    pub(super) told: Told<'a>,
}

impl<'a> MentionRecord<'a> {
    pub(super) fn new(file: &'a str, placed: &'a PlacedMention<'a>) -> Self {
        Self {
            file,
            start: placed.chars.start,
            end: placed.chars.end,
            text: placed.words,
            r#type: placed.mention.kind.tag(),
            told: Told::of(placed),
        }
    }
}

/// What is told of a mention beyond place and type.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Told<'a> {
    /// The id of the entity; of a date its days, of a time its hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entity: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) norm: Option<String>,
    pub(super) basis: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) iso: Option<Iso>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cmp: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    subset: bool,
    #[serde(skip_serializing_if = "is_false")]
    cumulative: bool,
}

/// One date or several.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Iso {
    One(String),
    Several(Vec<String>),
}

impl Iso {
    fn new(dates: impl Iterator<Item = String>) -> Option<Self> {
        let mut dates: Vec<String> = dates.collect();
        match dates.len() {
            0 => None,
            1 => dates.pop().map(Self::One),
            _ => Some(Self::Several(dates)),
        }
    }

    /// The dates with `between` between them.
    pub(super) fn join(&self, between: &str) -> String {
        match self {
            Self::One(date) => date.clone(),
            Self::Several(dates) => dates.join(between),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_false(is: &bool) -> bool {
    !*is
}

/// The names of [`Told::values`].
pub(super) const TOLD: [&str; 11] = [
    "norm",
    "basis",
    "iso",
    "resolved",
    "sub",
    "value",
    "kind",
    "cmp",
    "who",
    "subset",
    "cumulative",
];

impl<'a> Told<'a> {
    pub(super) fn of(placed: &'a PlacedMention<'a>) -> Self {
        let mention = placed.mention;
        let mut told = Self {
            entity: mention.named().map(Cow::Borrowed),
            norm: placed.norm(),
            basis: mention.basis,
            ..Self::default()
        };
        match &mention.kind {
            ExportedKind::Name(_) => {}
            ExportedKind::Date { iso, resolved, sub } => {
                told.iso = Iso::new(iso.iter().map(ToString::to_string));
                told.entity = told.iso.as_ref().map(|iso| iso.join("; ").into());
                told.resolved = *resolved;
                told.sub = Some(sub);
            }
            ExportedKind::Time(clock) => {
                told.entity = clock.map(|clock| clock.to_string().into());
            }
            ExportedKind::Casualties {
                value,
                kind,
                cmp,
                who,
                subset,
                cumulative,
            } => {
                told.value = *value;
                told.kind = Some(kind);
                told.cmp = Some(cmp);
                told.who = *who;
                told.subset = *subset;
                told.cumulative = *cumulative;
            }
        }
        told
    }

    /// All but the entity; empty for what is not told.
    pub(super) fn values(&self) -> [Cow<'_, str>; TOLD.len()] {
        let word = |word: Option<&'a str>| Cow::Borrowed(word.unwrap_or_default());
        let flag = |is| Cow::Borrowed(if is { "true" } else { "" });
        [
            Cow::Borrowed(self.norm.as_deref().unwrap_or_default()),
            Cow::Borrowed(self.basis),
            self.iso
                .as_ref()
                .map_or(Cow::Borrowed(""), |iso| iso.join("; ").into()),
            word(self.resolved),
            word(self.sub),
            self.value
                .map_or(Cow::Borrowed(""), |value| value.to_string().into()),
            word(self.kind),
            word(self.cmp),
            word(self.who),
            flag(self.subset),
            flag(self.cumulative),
        ]
    }

    /// Names and values of what is told, without the entity.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, Cow<'_, str>)> {
        let pairs = TOLD.into_iter().zip(self.values());
        pairs.filter(|(_, value)| !value.is_empty())
    }
}
