//! Every action on an entity, reached from every kind of mention.

use super::*;
use crate::app::repairs::StepFault;

/// What is done to the entity of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    MergeInto,
    MergeFrom,
    Apart,
    Rename,
    EnglishName,
    AddSpelling,
    RemoveSpelling,
    Split,
    Note,
}
const ACTIONS: [Action; 9] = [
    Action::MergeInto,
    Action::MergeFrom,
    Action::Apart,
    Action::Rename,
    Action::EnglishName,
    Action::AddSpelling,
    Action::RemoveSpelling,
    Action::Split,
    Action::Note,
];
/// Another entity of that type, named in both articles.
fn other(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Per => "Emmanuel Macron",
        _ => "Moscow",
    }
}
/// A word that is no name.
const WORD: &str = "التقرير";
const NEW: &str = "اسم جديد";

impl Action {
    /// The repair of the entity `id`, one of whose spellings is `words`, and
    /// of `other`.
    fn repair(self, id: &str, words: &str, other: &str) -> Repair {
        let (entity, other) = (id.to_owned(), other.to_owned());
        let words = words.to_owned();
        let merge = |from, into| Repair::Merge { from, into };
        let rename = |ar, en| Repair::Rename {
            entity: id.to_owned(),
            ar,
            en,
        };
        match self {
            Self::MergeInto => merge(entity, other),
            Self::MergeFrom => merge(other, entity),
            Self::Apart => Repair::DifferentFrom { entity, other },
            Self::Rename => rename(Some(NEW.to_owned()), None),
            Self::EnglishName => rename(None, Some("New Name".to_owned())),
            Self::AddSpelling => Repair::AddSpelling {
                entity,
                spelling: WORD.to_owned(),
            },
            Self::RemoveSpelling => Repair::RemoveSpelling {
                entity,
                spelling: words,
            },
            Self::Split => Repair::Split {
                entity,
                spellings: vec![words],
                into: "New One".to_owned(),
            },
            Self::Note => Repair::SetNote {
                entity,
                note: "ملاحظة".to_owned(),
            },
        }
    }

    /// What a mention is after it, that was `seen`: nothing, where the action
    /// says only what it is not.
    fn expected(self, seen: &Seen, id: &str, words: &str, other: &str) -> Option<Seen> {
        let mut now = seen.clone();
        let is_own = seen.id == id;
        let is_spelt = fold(&seen.words) == fold(words);
        // What stands for a full name goes where that goes.
        let is_part = is_own && fold(words).contains(&fold(&seen.words));
        match self {
            Self::MergeInto if is_own => other.clone_into(&mut now.id),
            Self::MergeFrom if seen.id == other => id.clone_into(&mut now.id),
            Self::Rename if is_own => NEW.clone_into(&mut now.ar),
            Self::RemoveSpelling if is_part => return None,
            // A spelling has one owner: it is the new one's, whoever had it.
            Self::Split if is_spelt || is_part => "New One".clone_into(&mut now.id),
            _ => {}
        }
        Some(now)
    }
}

fn audit(desk: &mut Desk, basis: &Case, action: Action) -> Vec<String> {
    let index = desk.find(basis.1, basis.2).expect("a mention");
    let subject = Subject::of_mention(&desk.state, index, None).expect("a mention");
    let (id, words) = (subject.entity().expect("an entity"), basis.1);
    let other = other(subject.mention.expect("a mention").kind);
    let mut trial = Trial::of(desk, &action.repair(&id, words, other));
    let mut wrong = Vec::new();
    for seen in &trial.before {
        let is_there = |now: &&Seen| now.file == seen.file && now.span == seen.span;
        let now = trial.after.iter().find(is_there);
        match (action.expected(seen, &id, words, other), now) {
            (Some(expected), Some(now)) => {
                // Who is merged is shown, and of the type, as whom it is now.
                let same_name = now.ar == expected.ar || now.id != seen.id;
                let same_kind = now.kind == expected.kind || now.id != seen.id;
                if now.id != expected.id || !same_name || !same_kind {
                    wrong.push(format!("{seen:?} is {now:?}"));
                }
            }
            (Some(_), None) => wrong.push(format!("{seen:?} is gone")),
            (None, Some(now)) if now.id == id => wrong.push(format!("still so: {now:?}")),
            (None, _) => {}
        }
    }
    let before = |now: &&&Seen| {
        let is_there = |s: &Seen| s.file == now.file && s.span.overlaps(now.span);
        !trial.before.iter().any(is_there)
    };
    let new = trial.come();
    let added: Vec<_> = new.iter().filter(before).collect();
    // What a list has is found wherever it stands.
    let is_added = |s: &&Seen| match action {
        Action::AddSpelling => s.words == WORD && s.id == id,
        Action::Split => fold(&s.words) == fold(words) && s.id == "New One",
        _ => false,
    };
    let is_one = action != Action::AddSpelling || added.len() == 1;
    if !is_one || !added.iter().all(|s| is_added(s)) {
        wrong.push(format!("new: {added:?}"));
    }
    let is_noted = matches!(action, Action::Apart | Action::EnglishName | Action::Note);
    if is_noted != (trial.n_changed().0 == 0) {
        wrong.push(format!("{} mentions change", trial.n_changed().0));
    }
    if desk.file() == trial.file {
        wrong.push("nothing is written".to_owned());
    }
    // What was done already is not done again.
    let file = desk.file();
    let (_, what, _) = told(desk, action.repair(&id, words, other));
    if !matches!(what, Some(HowDone::Failed(_))) || desk.file() != file {
        wrong.push(format!("done again: {what:?}"));
    }
    trial.wrong.append(&mut wrong);
    trial.is_in_the_file(desk);
    trial.undone(desk, &format!("{} × {action:?}", basis.0))
}

#[test]
fn every_action_on_an_entity_does_what_it_says() {
    let mut desk = Desk::open(Some(BY_HAND));
    let mut wrong = Vec::new();
    for basis in &BASES {
        for action in ACTIONS {
            wrong.extend(audit(&mut desk, basis, action));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Asks for `repair`, and if it is shown, for doing it; what is told.
fn told(desk: &mut Desk, repair: Repair) -> (bool, Option<HowDone>, usize) {
    desk.send(Command::Repair(RepairCommand::Dismiss));
    desk.send(Command::Repair(RepairCommand::Ask(Box::new(repair))));
    let shown = desk.state.repairs.shown().is_some();
    desk.send(Command::Repair(RepairCommand::Do));
    let done = desk.state.repairs.done.as_ref();
    let n = done.map_or(0, |done| done.n_mentions);
    (shown, done.map(|done| done.what.clone()), n)
}

#[test]
fn an_action_without_effect_on_an_entity_is_not_done() {
    for basis in &BASES {
        let mut desk = Desk::open(Some(BY_HAND));
        let index = desk.find(basis.1, basis.2).expect("a mention");
        let subject = Subject::of_mention(&desk.state, index, None).expect("a mention");
        let id = subject.entity().expect("an entity");
        let (entity, before) = (id.clone(), desk.file());
        let rename = |ar, en| Repair::Rename {
            entity: id.clone(),
            ar,
            en,
        };
        let same = Repair::Merge {
            from: id.clone(),
            into: id.clone(),
        };
        let note = Repair::SetNote {
            entity,
            note: " ".to_owned(),
        };
        for repair in [
            same,
            rename(None, None),
            rename(None, Some(String::new())),
            note,
        ] {
            let (_, what, _) = told(&mut desk, repair.clone());
            let is_told = matches!(
                what,
                Some(HowDone::Failed(StepFault::Already | StepFault::Repair(_)))
            );
            assert!(is_told, "{} {repair:?}: {what:?}", basis.0);
            assert_eq!(desk.file(), before, "{} {repair:?}", basis.0);
        }
        // What nobody writes is told to change nothing before it is done.
        let spelling = Repair::AddSpelling {
            entity: id.clone(),
            spelling: "كلمة لا يكتبها أحد".to_owned(),
        };
        let (shown, what, n) = told(&mut desk, spelling);
        assert!(shown && n == 0, "{}: {what:?}", basis.0);
    }
}
