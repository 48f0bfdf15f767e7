//! Repairs and what became of them, in sentences.

use crate::app::repairs::{Done, Effect, HowDone, StepFault};
use crate::entity::repair::{Key, Meaning, Repair, RepairReach, Scope};
use crate::entity::{EntityTable, EntityType};
use crate::texts::{Arg, Texts};

/// Says things about names in the language of the interface.
pub(super) struct Speaker<'a> {
    pub(super) texts: &'a Texts,
    pub(super) table: Option<&'a EntityTable>,
}

impl Speaker<'_> {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(k, v)| (*k, (*v).into())).collect();
        self.texts.with(key, &args)
    }

    /// The Arabic name shown of the entity `id`; the id where it is not known.
    pub(super) fn name(&self, id: &str) -> String {
        let known = self
            .table
            .and_then(|table| Some(table.known_as(id)?.ar.to_string()));
        known.unwrap_or_else(|| id.to_owned())
    }

    /// A type as what something is marked as.
    pub(super) fn kind(&self, kind: EntityType) -> String {
        let key = match kind {
            EntityType::Per => "repair-kind-per",
            EntityType::Gpe => "repair-kind-gpe",
            EntityType::Loc => "repair-kind-loc",
            EntityType::Org => "repair-kind-org",
            EntityType::Norp => "repair-kind-norp",
        };
        self.texts.get(key).into_owned()
    }

    fn place(&self, scope: &Scope) -> String {
        let key = match scope {
            Scope::Here { .. } => "repair-in-here",
            Scope::Article { .. } => "repair-in-article",
            Scope::Everywhere => "repair-in-everywhere",
        };
        self.texts.get(key).into_owned()
    }

    /// What `repair` does.
    pub(super) fn repair(&self, repair: &Repair) -> String {
        match repair {
            Repair::Mark {
                text,
                scope,
                meaning: Meaning::OfType(kind),
            } => {
                let (kind, place) = (self.kind(*kind), self.place(scope));
                let args = [("words", text.as_str()), ("kind", &kind), ("place", &place)];
                self.say("repair-says-mark", &args)
            }
            Repair::Mark {
                text,
                scope,
                meaning: Meaning::Entity(entity),
            }
            | Repair::SameAs {
                text,
                scope,
                entity,
            } => {
                let (name, place) = (self.name(entity), self.place(scope));
                let args = [("words", text.as_str()), ("name", &name), ("place", &place)];
                self.say("repair-says-same", &args)
            }
            Repair::NotAName { text, scope, .. } => {
                let args = [("words", text.as_str()), ("place", &self.place(scope))];
                self.say("repair-says-no-name", &args)
            }
            Repair::ChangeType {
                text, scope, kind, ..
            } => {
                let (kind, place) = (self.kind(*kind), self.place(scope));
                let args = [("words", text.as_str()), ("kind", &kind), ("place", &place)];
                self.say("repair-says-type", &args)
            }
            Repair::ChangeSpan {
                file,
                from,
                to,
                reach,
                ..
            } => {
                let place = self.place(&RepairReach::scope(*reach, file, from.start));
                let args = [
                    ("from", from.text.as_str()),
                    ("to", to.text.as_str()),
                    ("place", &place),
                ];
                self.say("repair-says-span", &args)
            }
            Repair::DifferentFrom { entity, other } => {
                self.two("repair-says-different", entity, other)
            }
            Repair::Rename { entity, ar, en } => {
                let to = ar.as_deref().or(en.as_deref()).unwrap_or_default();
                let args = [("name", self.name(entity)), ("to", to.to_owned())];
                let args = args.each_ref().map(|(k, v)| (*k, v.as_str()));
                self.say("repair-says-rename", &args)
            }
            Repair::Merge { from, into } => self.two("repair-says-merge", from, into),
            Repair::Split {
                entity, spellings, ..
            } => {
                let words = spellings.join("، ");
                self.say(
                    "repair-says-split",
                    &[("words", &words), ("name", &self.name(entity))],
                )
            }
            Repair::AddSpelling { entity, spelling } => {
                let args = [("words", spelling.as_str()), ("name", &self.name(entity))];
                self.say("repair-says-add", &args)
            }
            Repair::RemoveSpelling { entity, spelling } => {
                let args = [("words", spelling.as_str()), ("name", &self.name(entity))];
                self.say("repair-says-remove", &args)
            }
            Repair::SetNote { entity, .. } => {
                self.say("repair-says-note", &[("name", &self.name(entity))])
            }
        }
    }

    fn two(&self, key: &str, a: &str, b: &str) -> String {
        self.say(key, &[("name", &self.name(a)), ("other", &self.name(b))])
    }

    /// How much changes.
    pub(super) fn effect(&self, n_mentions: usize, n_articles: usize) -> String {
        if n_mentions == 0 {
            return self.texts.get("repair-changes-nothing").into_owned();
        }
        let n = [("n", n_articles.into())];
        let articles = self.texts.with("repair-changes-articles", &n);
        let args = [("n", n_mentions.into()), ("articles", (&articles).into())];
        self.texts.with("repair-changes", &args)
    }

    /// How much changes, and what does not though it holds the words.
    pub(super) fn whole_effect(&self, effect: &Effect) -> String {
        let changes = self.effect(effect.n_mentions, effect.n_articles);
        let Some((words, n)) = &effect.longer else {
            return changes;
        };
        let args = [("n", (*n).into()), ("words", words.into())];
        let stays = self.texts.with("repair-longer-stay", &args);
        format!("{changes} {stays}")
    }

    /// Why a step was not done.
    pub(super) fn fault(&self, fault: &StepFault) -> String {
        match fault {
            StepFault::Nothing => self.texts.get("repair-nothing").into_owned(),
            StepFault::Already => self.texts.get("repair-already").into_owned(),
            StepFault::Conflict(conflict) => {
                let names: Vec<String> = conflict.changed.iter().map(|k| self.key(k)).collect();
                self.say("repair-conflict", &[("names", &names.join("، "))])
            }
            StepFault::Repair(fault) => self.texts.message(fault),
        }
    }

    /// An entry of the file, as a reader knows it.
    pub(super) fn key(&self, key: &Key) -> String {
        match key {
            Key::Entity(id) => self.name(id),
            Key::Reading { text, .. } => text.clone(),
        }
    }

    /// What became of the last step.
    pub(super) fn done(&self, done: &Done) -> String {
        if let HowDone::Failed(fault) = &done.what {
            return self.fault(fault);
        }
        let effect = self.effect(done.n_mentions, done.n_articles);
        let label = match done.what {
            HowDone::Undid => "repair-undid",
            HowDone::Redid => "repair-redid",
            HowDone::TookOver => "repair-took-over",
            // "Done" is not said of what changes nothing that is read.
            HowDone::Did if done.n_mentions == 0 => "repair-noted",
            HowDone::Did | HowDone::Failed(_) => "repair-did",
        };
        let label = self.texts.get(label);
        match &done.repair {
            Some(repair) => format!("{label}: {} · {effect}", self.repair(repair)),
            None => format!("{label}: {effect}"),
        }
    }
}
