//! What a reader does to names.

use super::draft::Draft;
use crate::base::fits;
use crate::entity::model::EntityType;
use crate::entity::names_file::{Known, NamesFile, Patch, RepairFault, Scope, Verdict, holds_more};

/// Words at a place of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Where they start, in Unicode scalar values of the article's text.
    pub start: u32,
    /// The words as they stand there.
    pub text: String,
}

/// How far a repair made at one place reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairReach {
    /// That place.
    Here,
    /// The article.
    Article,
    /// Every article.
    Everywhere,
}

impl RepairReach {
    /// The scope of a repair of words that start at scalar value `start` of
    /// `file`.
    #[must_use]
    pub fn scope(self, file: &str, start: u32) -> Scope {
        let file = file.to_owned();
        match self {
            Self::Here => Scope::Here { file, start },
            Self::Article => Scope::Article { file },
            Self::Everywhere => Scope::Everywhere,
        }
    }
}

/// What marked words are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A name of this type; of whom, is found as of any other.
    OfType(EntityType),
    /// The entity of this id.
    Entity(String),
}

/// One action of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each comment says what its fields are")]
pub enum Repair {
    /// The words `text` are a name.
    Mark {
        text: String,
        scope: Scope,
        meaning: Meaning,
    },
    /// The words `text` are no name.
    NotAName { text: String, scope: Scope },
    /// The words `text` are of type `kind`; given `entity`, everywhere: the
    /// entity is.
    ChangeType {
        text: String,
        scope: Scope,
        entity: Option<String>,
        kind: EntityType,
    },
    /// In `file`, not the words `from` but the words `to` are the name. What
    /// is left of a name that is shortened names whom any such name does;
    /// `meaning` is what a longer name is.
    ChangeSpan {
        file: String,
        from: Words,
        to: Words,
        reach: RepairReach,
        meaning: Meaning,
    },
    /// The words `text` name `entity`.
    SameAs {
        text: String,
        scope: Scope,
        entity: String,
    },
    /// `entity` and `other` are never the same.
    DifferentFrom { entity: String, other: String },
    /// New names shown; an empty `en` takes the English name away.
    Rename {
        entity: String,
        ar: Option<String>,
        en: Option<String>,
    },
    /// `from`, with all that was merged into it, is `into`.
    Merge { from: String, into: String },
    /// `spellings` of `entity` are another entity with the new id `into`.
    Split {
        entity: String,
        spellings: Vec<String>,
        into: String,
    },
    /// `spelling` names `entity`.
    AddSpelling { entity: String, spelling: String },
    /// `spelling` does not name `entity`, whoever says so.
    RemoveSpelling { entity: String, spelling: String },
    /// A note; an empty one takes it away.
    SetNote { entity: String, note: String },
}

impl Repair {
    /// The changes that do the repair; none if all is so already.
    ///
    /// # Errors
    /// [`RepairFault`] when the repair makes no sense.
    pub fn patch(&self, names: &NamesFile, known: &impl Known) -> Result<Patch, RepairFault> {
        self.done(names, known).map(|(_, patch)| patch)
    }

    /// Whether `name` is a longer one that holds the words which are to be no
    /// name of their own in more than one place: it stays.
    #[must_use]
    pub fn leaves(&self, name: &str) -> bool {
        match self {
            Self::NotAName { text, scope } => {
                !matches!(scope, Scope::Here { .. }) && holds_more(name, text)
            }
            _ => false,
        }
    }

    /// Whether it speaks of words of the article `file`.
    #[must_use]
    pub fn is_about(&self, file: &str) -> bool {
        match self {
            Self::Mark { scope, .. }
            | Self::NotAName { scope, .. }
            | Self::ChangeType { scope, .. }
            | Self::SameAs { scope, .. } => scope.file().is_none_or(|own| own == file),
            _ => false,
        }
    }

    /// The repair as it is told: where it speaks of one place, with the alef
    /// of the article that a preposition there has taken (للأمم). `is_cut`
    /// says so of the words that start at a scalar value of a file.
    #[must_use]
    pub fn in_full(mut self, is_cut: impl Fn(&str, u32) -> bool) -> Self {
        let amend = |text: &mut String, file: &str, start: u32| {
            if is_cut(file, start) {
                text.insert(0, 'ا');
            }
        };
        match &mut self {
            Self::Mark { text, scope, .. }
            | Self::NotAName { text, scope }
            | Self::ChangeType { text, scope, .. }
            | Self::SameAs { text, scope, .. } => {
                if let Scope::Here { file, start } = scope {
                    amend(text, file, *start);
                }
            }
            Self::ChangeSpan {
                file,
                from,
                to,
                reach: RepairReach::Here,
                ..
            } => {
                for words in [from, to] {
                    amend(&mut words.text, file, words.start);
                }
            }
            _ => {}
        }
        self
    }

    /// `names` with the repair done, and the changes that do it.
    pub(super) fn done(
        &self,
        names: &NamesFile,
        known: &impl Known,
    ) -> Result<(NamesFile, Patch), RepairFault> {
        let mut draft = Draft::new(names, known);
        self.draw(&mut draft)?;
        let after = draft.finish();
        let patch = names.patch_to(&after);
        Ok((after, patch))
    }

    fn draw(&self, draft: &mut Draft<'_, impl Known>) -> Result<(), RepairFault> {
        match self {
            Self::Mark {
                text,
                scope,
                meaning,
            } => mark(draft, text, scope, meaning),
            Self::NotAName { text, scope } => draft.say(text, scope, Verdict::NoName),
            Self::ChangeType {
                text,
                scope: Scope::Everywhere,
                entity: Some(entity),
                kind,
            } => draft.retype(entity, text, *kind),
            Self::ChangeType {
                text,
                scope,
                entity,
                kind,
            } => {
                let verdict = match entity {
                    None => Verdict::OfType(*kind),
                    Some(entity) => {
                        let usual = draft.kind_of(entity)?;
                        let entity = entity.clone();
                        let kind = Some(*kind).filter(|kind| *kind != usual);
                        Verdict::Names { entity, kind }
                    }
                };
                draft.say(text, scope, verdict)
            }
            Self::ChangeSpan {
                file,
                from,
                to,
                reach,
                meaning,
            } => {
                if from.holds(to) {
                    let scope = reach.scope(file, from.start);
                    if let Some(verdict) = draft.take_mark(&from.text, &scope) {
                        // Nothing but the reader's own word made it a name.
                        return draft.say(&to.text, &scope, verdict);
                    }
                    let kind = match meaning {
                        Meaning::OfType(kind) => *kind,
                        Meaning::Entity(entity) => draft.kind_of(entity)?,
                    };
                    let name = to.text.clone();
                    return draft.say(&from.text, &scope, Verdict::Part { name, kind });
                }
                if !from.touches(to) {
                    let scope = reach.scope(file, from.start);
                    draft.say(&from.text, &scope, Verdict::NoName)?;
                } else if *reach == RepairReach::Here {
                    draft.forget_here(file, from);
                }
                mark(draft, &to.text, &reach.scope(file, to.start), meaning)
            }
            Self::SameAs {
                text,
                scope,
                entity,
            } => mark(draft, text, scope, &Meaning::Entity(entity.clone())),
            Self::DifferentFrom { entity, other } => draft.part(entity, other),
            Self::Rename { entity, ar, en } => draft.rename(entity, ar.as_deref(), en.as_deref()),
            Self::Merge { from, into } => draft.merge(from, into),
            Self::Split {
                entity,
                spellings,
                into,
            } => draft.split(entity, spellings, into),
            Self::AddSpelling { entity, spelling } => draft.add_spelling(entity, spelling),
            Self::RemoveSpelling { entity, spelling } => draft.deny(entity, spelling),
            Self::SetNote { entity, note } => draft.note(entity, note),
        }
    }
}

fn mark(
    draft: &mut Draft<'_, impl Known>,
    text: &str,
    scope: &Scope,
    meaning: &Meaning,
) -> Result<(), RepairFault> {
    match meaning {
        Meaning::OfType(kind) => draft.say(text, scope, Verdict::OfType(*kind)),
        Meaning::Entity(entity) => {
            draft.kind_of(entity)?;
            draft.establish(entity);
            if *scope == Scope::Everywhere {
                draft.allow(entity, text);
            }
            let entity = entity.clone();
            draft.say(text, scope, Verdict::Names { entity, kind: None })
        }
    }
}

impl Words {
    /// The scalar value after the last.
    pub(super) fn end(&self) -> u32 {
        let len = fits(self.text.chars().count());
        self.start.saturating_add(len)
    }

    /// Whether `other` is a part of them, and not all.
    pub(super) fn holds(&self, other: &Self) -> bool {
        let is_inside = self.start <= other.start && other.end() <= self.end();
        is_inside && holds_more(&self.text, &other.text)
    }

    /// Whether both share a scalar value.
    pub(super) fn touches(&self, other: &Self) -> bool {
        self.start < other.end() && other.start < self.end()
    }
}
