//! Every action on words, on every kind of mention, in every scope.

use super::*;

/// An entity that only an article names.
const FOUND: &str = "دلفونسو فيركانتي";

/// An action of the menu, and what must then be at the place.
#[derive(Debug, Clone, Copy)]
enum Action {
    NoName,
    Type,
    SameAs,
    /// The same with an entity that no list knows.
    SameAsFound,
    Shorten,
    Grow,
}
const ACTIONS: [Action; 6] = [
    Action::NoName,
    Action::Type,
    Action::SameAs,
    Action::SameAsFound,
    Action::Shorten,
    Action::Grow,
];

impl Action {
    fn repair(
        self,
        state: &AppState,
        subject: &Subject,
        reach: RepairReach,
    ) -> Option<(Repair, ByteSpan)> {
        let mention = subject.mention?;
        let text = &state.open_article()?.text;
        let moved = |grows| MarkedWords::moved(text, mention.span, SpanEdge::End, grows);
        Some(match self {
            Self::NoName => (subject.no_name(state, reach)?, mention.span),
            Self::Type => (
                subject.change_type(state, reach, EntityType::Org)?,
                mention.span,
            ),
            Self::SameAs => (subject.same_as(state, reach, "Moscow")?, mention.span),
            Self::SameAsFound => (subject.same_as(state, reach, FOUND)?, mention.span),
            Self::Shorten => {
                let to = moved(false)?;
                (subject.change_span(state, reach, to)?, to)
            }
            Self::Grow => {
                let to = moved(true)?;
                (subject.change_span(state, reach, to)?, to)
            }
        })
    }
}

/// Does what the case says and collects what is wrong.
/// Also with what another program reads in the file, if `is_file_read`.
fn audit(
    desk: &mut Desk,
    basis: &Case,
    (action, reach): (Action, RepairReach),
    is_file_read: bool,
) -> Vec<String> {
    let index = desk.find(basis.1, basis.2).expect("a mention");
    let subject = Subject::of_mention(&desk.state, index, None).expect("a mention");
    let Some((repair, to)) = action.repair(&desk.state, &subject, reach) else {
        return Vec::new();
    };
    let article = desk.state.open_article().expect("an article");
    let (here, own) = (article.file.to_string(), subject.words.span);
    let new_words = fold(to.slice(&article.text));
    let old_words = fold(own.slice(&article.text));
    let mut trial = Trial::of(desk, &repair);
    if trial.n_changed().0 == 0 {
        trial.fail("nothing changes");
    }
    let is_reached = |seen: &Seen| reach == RepairReach::Everywhere || (seen.file == here);
    // Nothing else changes.
    let was_shown = trial.promised.is_some();
    let is_meant = |seen: &&&Seen| match reach {
        // A part of a full name goes with it, where that was shown first.
        RepairReach::Here => {
            let is_place = seen.span.overlaps(own) || seen.span.overlaps(to);
            seen.file == here && (is_place || (was_shown && old_words.contains(&fold(&seen.words))))
        }
        RepairReach::Article | RepairReach::Everywhere => {
            let words = fold(&seen.words);
            let is_near = words.contains(&old_words)
                || words.contains(&new_words)
                || new_words.contains(&words)
                || old_words.contains(&words);
            is_near && is_reached(seen)
        }
    };
    let mut changed = trial.gone();
    changed.extend(trial.come());
    let others = changed.iter().filter(|seen| !is_meant(seen));
    let mut wrong: Vec<String> = others.map(|s| format!("changes also: {s:?}")).collect();
    // What was asked for holds.
    let overlaps = |s: &&Seen| s.file == here && (s.span.overlaps(to) || s.span.overlaps(own));
    let now = trial.after.iter().find(overlaps);
    let holds = match action {
        Action::NoName => now.is_none(),
        Action::Type => now.is_some_and(|s| s.kind == "ORG" && s.span == own),
        Action::SameAs => now.is_some_and(|s| s.id == "Moscow" && s.span == own),
        Action::SameAsFound => now.is_some_and(|s| s.id == FOUND && s.span == own),
        Action::Shorten | Action::Grow => now.is_some_and(|s| s.span == to),
    };
    if !holds {
        wrong.push(format!("the place is {now:?}"));
    }
    let reached = trial.after.iter().filter(|seen| is_reached(seen));
    for seen in reached.filter(|_| reach != RepairReach::Here) {
        let is_same = fold(&seen.words) == old_words;
        let holds = match action {
            Action::NoName | Action::Shorten => !is_same,
            Action::Type => !is_same || seen.kind == "ORG",
            Action::SameAs => !is_same || seen.id == "Moscow",
            Action::SameAsFound => !is_same || seen.id == FOUND,
            Action::Grow => true,
        };
        if !holds {
            wrong.push(format!("not so at {seen:?}"));
        }
    }
    // Of words that are no name of their own, it is said what longer names stay.
    if let (Action::NoName, Some(promised)) = (action, &trial.promised) {
        let holds = |seen: &&Seen| {
            let words = fold(&seen.words);
            words != old_words && words.split(' ').any(|word| word == old_words)
        };
        let stay = trial.after.iter().filter(|seen| is_reached(seen));
        let n = stay.filter(holds).count();
        let n = if reach == RepairReach::Here { 0 } else { n };
        if promised.n_longer != n {
            wrong.push(format!("{} longer names told, {n} stay", promised.n_longer));
        }
    }
    trial.wrong.append(&mut wrong);
    if is_file_read {
        trial.is_in_the_file(desk);
    }
    trial.undone(desk, &format!("{} × {action:?} × {reach:?}", basis.0))
}

#[test]
fn every_action_on_every_basis_in_every_scope_does_what_it_says() {
    let mut desk = Desk::open(Some(BY_HAND));
    let mut wrong = Vec::new();
    for (nth, basis) in BASES.iter().enumerate() {
        assert!(desk.find(basis.1, basis.2).is_some(), "{}", basis.0);
        for (row, action) in ACTIONS.into_iter().enumerate() {
            for (column, reach) in REACHES.into_iter().enumerate() {
                // Every two of the three meet once.
                let is_file_read = (nth + row + column).is_multiple_of(3);
                wrong.extend(audit(&mut desk, basis, (action, reach), is_file_read));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The id of whom the words name in the article, where they are a name.
fn id_of(desk: &Desk, words: &str, n: usize) -> Option<String> {
    let seen = desk.seen();
    let mut found = seen
        .iter()
        .filter(|s| s.file == "a.txt" && s.words == words);
    found.nth(n).map(|seen| seen.id.clone())
}

#[test]
fn what_remains_of_a_shortened_name_is_linked_and_a_file_that_was_made_goes() {
    for reach in REACHES {
        let mut desk = Desk::open(None);
        let before = desk.seen();
        let index = desk.find("ماكرون أجريا", |_| true).expect("a mention");
        let subject = Subject::of_mention(&desk.state, index, None).expect("a subject");
        let (repair, _) = Action::Shorten
            .repair(&desk.state, &subject, reach)
            .expect("shorter");
        desk.send(Command::Repair(RepairCommand::Ask(Box::new(repair))));
        desk.send(Command::Repair(RepairCommand::Do));
        let macron = Some("Emmanuel Macron".to_owned());
        assert_eq!(id_of(&desk, "ماكرون أجريا", 0), None, "{reach:?}");
        assert_eq!(id_of(&desk, "ماكرون", 0), macron, "{reach:?}");
        assert_eq!(id_of(&desk, "ماكرون", 1), macron, "{reach:?}");
        assert_eq!(desk.told_by_the_file(), desk.seen());
        assert!(desk.file().is_some());
        desk.send(Command::Ui(UiCommand::UndoRepair));
        assert_eq!((desk.seen(), desk.file()), (before, None), "{reach:?}");
    }
}

#[test]
fn a_repair_of_more_than_one_place_speaks_of_the_article_that_a_preposition_took() {
    let mut desk = Desk::open(None);
    let index = desk.find("لأمم المتحدة", |_| true).expect("a mention");
    let subject = Subject::of_mention(&desk.state, index, None).expect("a subject");
    assert_eq!(subject.text(&desk.state), "الأمم المتحدة");
    for reach in REACHES {
        let repair = subject.no_name(&desk.state, reach).expect("a repair");
        let Repair::NotAName { text, .. } = &repair else {
            panic!("{repair:?}");
        };
        let whole = reach != RepairReach::Here;
        assert_eq!(text.starts_with('ا'), whole, "{text}");
        desk.send(Command::Repair(RepairCommand::Ask(Box::new(
            repair.clone(),
        ))));
        desk.send(Command::Repair(RepairCommand::Do));
        assert_eq!(id_of(&desk, "لأمم المتحدة", 0), None, "{reach:?}");
        let told = |desk: &Desk| {
            let done = desk.state.repairs.done.as_ref().expect("done");
            let Some(Repair::NotAName { text, .. }) = &done.repair else {
                panic!("{:?}", done.repair);
            };
            (text.clone(), done.n_mentions)
        };
        let expected = if reach == RepairReach::Everywhere {
            2
        } else {
            1
        };
        // It is told as the reader knows it, the one that is written too.
        assert_eq!(
            told(&desk),
            ("الأمم المتحدة".to_owned(), expected),
            "{reach:?}"
        );
        desk.send(Command::Ui(UiCommand::UndoRepair));
        assert_eq!(
            told(&desk),
            ("الأمم المتحدة".to_owned(), expected),
            "{reach:?}"
        );
    }
}

#[test]
fn what_has_no_effect_is_told_before_it_is_done() {
    let mut desk = Desk::open(None);
    let index = desk.find("باريس", |_| true).expect("a mention");
    let subject = Subject::of_mention(&desk.state, index, None).expect("a subject");
    let same = subject.same_as(&desk.state, RepairReach::Here, "Paris");
    let same = Box::new(same.expect("a repair"));
    desk.send(Command::Repair(RepairCommand::Ask(same)));
    assert!(desk.state.repairs.shown().is_some(), "not done at once");
    assert!(desk.state.repairs.done.is_none() && desk.file().is_none());
    desk.send(Command::Repair(RepairCommand::Do));
    let done = desk.state.repairs.done.as_ref();
    assert_eq!(done.map(|done| done.n_mentions), Some(0));
    assert!(desk.file().is_some(), "the reader wants it all the same");
}
