//! Every action on every kind of mention, in every scope: what is told before
//! it is done is what happens, nothing else changes, and undoing restores the
//! file byte for byte.

use super::Subject;
use crate::app::command::{Command, Source, UiCommand};
use crate::app::repairs::{MarkedWords, RepairCommand, SpanEdge};
use crate::app::settings::Settings;
use crate::app::state::AppState;
use crate::app::state::start::Look;
use crate::app::storage::{Layers, RepairsStore};
use crate::arabic::fold;
use crate::base::{ByteSpan, CancelToken, Progress};
use crate::corpus::{Corpus, LoadOptions, open_folder};
use crate::entity::repair::{Repair, RepairReach};
use crate::entity::{Annotations, Basis, EntityType, Rule};
use crate::jobs::Executor;
use crate::texts::Language;
use crate::ui::theme::Theme;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

const A: &str = "خبر أول\n\nوصل الرئيس الفرنسي إيمانويل ماكرون إلى باريس، وقال ماكرون إنه سيزور موسكو. \
    والتقى الوزير زغراب مناتساكانيان وزير الخارجية في يريفان، ثم أكد مناتساكانيان أن الوفد عاد.\n\
    وقال المتحدث باسم الجيش العقيد سمير كرنفالي إن الجنود في بلدة سوماكوفا بخير. وأضاف كرنفالي أن سوماكوفا هادئة.\n\
    وذكر التقرير أن الوزير حيدر علييف حكم طويلا، وأن علييف سافر. وكتب ماكرون أجريا في رسالته.\n\
    وزار الضيف القاعة الكبرى أمس، ووصل دلفونسو فيركانتي إلى مطار باكو الدولي. وعاد للأمم المتحدة.\n";
const B: &str = "خبر ثان\n\nقال ماكرون في باريس إن موسكو بعيدة، وزار القاعة الكبرى. \
    وقالت الأمم المتحدة إن باكو في سوماكوفا.\nوعاد وزير الخارجية زغراب مناتساكانيان إلى يريفان، ووصل كرنفالي. وقال علييف ذلك.\n";
/// Written by hand, with what writing must not touch.
const BY_HAND: &str = "# by hand\r\n[[entity]]\r\nid = \"Zohrab Mnatsakanyan\" # the minister\r\ntype = \"PER\"\r\n\
    names = [\"زغراب مناتساكانيان\"]\r\nmine = 1\r\n\r\n[[reading]]\r\ntext = \"القاعة الكبرى\"\r\ntype = \"LOC\" # a room";

/// A basis, the words of a mention that has it, and what tells it.
type Case = (&'static str, &'static str, fn(Basis) -> bool);

/// What a mention rests on, as far as repairs may differ by it.
const BASES: [Case; 6] = [
    ("list", "زغراب مناتساكانيان", |b| {
        matches!(b, Basis::List(_))
    }),
    ("rule", "سمير كرنفالي", |b| {
        matches!(b, Basis::Rule(_))
    }),
    ("model", "كرنفالي", |b| b == Basis::Model),
    ("family name", "علييف", |b| {
        matches!(b, Basis::Rule(Rule::FamilyName))
    }),
    ("second mention", "سوماكوفا", |b| {
        matches!(b, Basis::Rule(Rule::SecondMention))
    }),
    ("reader", "القاعة الكبرى", |b| {
        b == Basis::Reader
    }),
];
const REACHES: [RepairReach; 3] = [
    RepairReach::Here,
    RepairReach::Article,
    RepairReach::Everywhere,
];

/// A mention as a reader knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    file: String,
    span: ByteSpan,
    words: String,
    kind: &'static str,
    id: String,
}

fn seen(corpus: &Corpus, names: &Annotations) -> Vec<Seen> {
    let mut all = Vec::new();
    for article in &corpus.articles {
        all.extend(names.of(article.id).iter().map(|mention| {
            Seen {
                file: article.file.to_string(),
                span: mention.span,
                words: mention.span.slice(&article.text).to_owned(),
                kind: mention.kind.tag(),
                id: names
                    .table()
                    .get(mention.entity)
                    .expect("an entity")
                    .id
                    .to_string(),
            }
        }));
    }
    all
}

/// A corpus on disk, opened.
struct Desk {
    folder: tempfile::TempDir,
    state: AppState,
}

impl Desk {
    fn open(names: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let write =
            |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
        write("a.txt", A);
        write("b.txt", B);
        if let Some(names) = names {
            write("entities.toml", names);
        }
        let source = Source::Folder(folder.path().to_path_buf());
        let look = Look {
            theme: Theme::Light,
            language: Language::English,
        };
        let mut state = AppState::new(
            Executor::Inline,
            &Settings::default(),
            source.clone(),
            look,
            false,
        );
        state.open(source, false);
        let mut desk = Self { folder, state };
        desk.settle();
        desk
    }

    fn settle(&mut self) {
        self.state.refresh();
        while !self.state.is_idle() {
            self.state.refresh();
        }
    }

    fn send(&mut self, command: Command) {
        self.state.handle(command);
        self.settle();
    }

    fn seen(&self) -> Vec<Seen> {
        seen(&self.state.corpus, self.state.annotations().expect("names"))
    }

    /// What another program finds with the file as it is on disk.
    fn told_by_the_file(&self) -> Vec<Seen> {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let options = LoadOptions::default();
        let corpus =
            open_folder(self.folder.path(), &options, &progress, &cancel).expect("a corpus");
        let layers = Layers::read(&RepairsStore::default(), &corpus, false);
        let found = Annotations::new(&corpus, &Arc::new(layers.gazetteer()), &progress, &cancel);
        seen(&corpus, &found.expect("whole"))
    }

    fn file(&self) -> Option<Vec<u8>> {
        fs::read(self.folder.path().join("entities.toml")).ok()
    }

    /// The first mention of these words for a reason of this kind, by place in
    /// the open article, which is then its article.
    fn find(&mut self, words: &str, is: fn(Basis) -> bool) -> Option<usize> {
        let names = Arc::clone(self.state.annotations()?);
        let corpus = Arc::clone(&self.state.corpus);
        let article = corpus.articles.iter().find(|article| {
            names
                .of(article.id)
                .iter()
                .any(|m| is(m.basis) && m.span.slice(&article.text) == words)
        })?;
        self.send(Command::SelectArticle(article.id));
        let mentions = self.state.marks.mentions();
        mentions
            .iter()
            .position(|m| is(m.basis) && m.span.slice(&article.text) == words)
    }
}

/// An action of the menu, and what must then be at the place.
#[derive(Debug, Clone, Copy)]
enum Action {
    NoName,
    Type,
    SameAs,
    Shorten,
    Grow,
}
const ACTIONS: [Action; 5] = [
    Action::NoName,
    Action::Type,
    Action::SameAs,
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

/// Does what the case says and collects what is wrong; also with what another
/// program reads in the file, if `is_file_read`.
#[expect(clippy::too_many_lines, reason = "one case, from asking to undoing")]
fn audit(
    desk: &mut Desk,
    basis: &Case,
    (action, reach): (Action, RepairReach),
    is_file_read: bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let (before, file) = (desk.seen(), desk.file());
    let index = desk.find(basis.1, basis.2).expect("a mention");
    let subject = Subject::of_mention(&desk.state, index, None).expect("a mention");
    let Some((repair, to)) = action.repair(&desk.state, &subject, reach) else {
        return wrong;
    };
    let article = desk.state.open_article().expect("an article");
    let (here, own) = (article.file.to_string(), subject.words.span);
    let new_words = fold(to.slice(&article.text));
    let old_words = fold(own.slice(&article.text));
    desk.send(Command::Repair(RepairCommand::Ask(Box::new(
        repair.clone(),
    ))));
    let shown = desk.state.repairs.shown().is_some();
    let promised = desk.state.repairs.shown().and_then(|asked| {
        let effect = crate::jobs::Slot::is_idle(&asked.effect)
            .then(|| asked.effect.shown())
            .flatten()?;
        effect
            .as_ref()
            .as_ref()
            .ok()
            .map(|effect| (effect.n_mentions, effect.n_articles, effect.places.clone()))
    });
    if shown {
        if desk.seen() != before || desk.file() != file {
            wrong.push("done before it was asked for".to_owned());
        }
        desk.send(Command::Repair(RepairCommand::Do));
    }
    let after = desk.seen();
    let is_changed = |seen: &&Seen, other: &[Seen]| !other.contains(seen);
    let gone: Vec<&Seen> = before.iter().filter(|s| is_changed(s, &after)).collect();
    let new: Vec<&Seen> = after.iter().filter(|s| is_changed(s, &before)).collect();
    // A mention that changes and one that stands there instead are one.
    let replaced = |seen: &&&Seen| {
        new.iter()
            .any(|n| n.file == seen.file && n.span.overlaps(seen.span))
    };
    let n = new.len() + gone.iter().filter(|seen| !replaced(seen)).count();
    let files: BTreeSet<&str> = gone
        .iter()
        .chain(&new)
        .map(|seen| seen.file.as_str())
        .collect();
    match (&promised, &desk.state.repairs.done) {
        (Some((mentions, articles, _)), _) if (*mentions, *articles) != (n, files.len()) => {
            wrong.push(format!(
                "{mentions} mentions in {articles} promised, {n} in {files:?} changed"
            ));
        }
        (None, Some(done)) if (done.n_mentions, done.n_articles) != (n, files.len()) => {
            wrong.push(format!("{} mentions told, {n} changed", done.n_mentions));
        }
        (None, _) if n == 0 => wrong.push("done at once without effect".to_owned()),
        _ => {}
    }
    for place in promised.iter().flat_map(|(_, _, places)| places) {
        if place.old.as_ref().map(|n| (&n.ar, n.kind))
            == place.new.as_ref().map(|n| (&n.ar, n.kind))
            && gone.iter().any(|seen| seen.words == place.words)
        {
            wrong.push(format!("{} seems unchanged in what is shown", place.words));
        }
    }
    if n == 0 {
        wrong.push("nothing changes".to_owned());
    }
    // Nothing else changes.
    let is_meant = |seen: &Seen| match reach {
        // A part of a full name goes with it, where that was shown first.
        RepairReach::Here => {
            let is_place = seen.span.overlaps(own) || seen.span.overlaps(to);
            seen.file == here && (is_place || (shown && old_words.contains(&fold(&seen.words))))
        }
        RepairReach::Article | RepairReach::Everywhere => {
            let words = fold(&seen.words);
            let is_near = words.contains(&old_words)
                || words.contains(&new_words)
                || new_words.contains(&words)
                || old_words.contains(&words);
            is_near && (reach == RepairReach::Everywhere || seen.file == here)
        }
    };
    for seen in gone.iter().chain(&new).filter(|seen| !is_meant(seen)) {
        wrong.push(format!("changes also: {seen:?}"));
    }
    // What was asked for holds.
    let mut places = after
        .iter()
        .filter(|s| s.file == here && (s.span.overlaps(to) || s.span.overlaps(own)));
    let now = places.next();
    // A shorter name inside words of a rule that are no name in any article may
    // still be one.
    let may_hold_a_name = basis.0 == "rule" && reach == RepairReach::Everywhere;
    let is_inside =
        |s: &Seen| own.start <= s.span.start && s.span.end <= own.end && s.span.len() < own.len();
    let holds = match action {
        Action::NoName => now.is_none_or(|s| may_hold_a_name && is_inside(s)),
        Action::Type => now.is_some_and(|s| s.kind == "ORG" && s.span == own),
        Action::SameAs => now.is_some_and(|s| s.id == "Moscow" && s.span == own),
        Action::Shorten | Action::Grow => now.is_some_and(|s| s.span == to),
    };
    if !holds {
        wrong.push(format!("the place is {now:?}"));
    }
    if reach != RepairReach::Here {
        for seen in after
            .iter()
            .filter(|s| reach == RepairReach::Everywhere || s.file == here)
        {
            let is_same = fold(&seen.words) == old_words;
            let holds = match action {
                Action::NoName | Action::Shorten => !is_same,
                Action::Type => !is_same || seen.kind == "ORG",
                Action::SameAs => !is_same || seen.id == "Moscow",
                Action::Grow => true,
            };
            if !holds {
                wrong.push(format!("not so at {seen:?}"));
            }
        }
    }
    // The file is what counts.
    let told = is_file_read.then(|| desk.told_by_the_file());
    if let Some(told) = told.filter(|told| *told != after) {
        let differ = told
            .iter()
            .filter(|s| !after.contains(s))
            .chain(after.iter().filter(|s| !told.contains(s)));
        wrong.push(format!(
            "the file says otherwise: {:?}",
            differ.collect::<Vec<_>>()
        ));
    }
    desk.send(Command::Ui(UiCommand::UndoRepair));
    if desk.seen() != before {
        wrong.push("other names after undoing".to_owned());
    }
    if desk.file() != file {
        wrong.push("another file after undoing".to_owned());
    }
    let told = format!("{} × {action:?} × {reach:?}", basis.0);
    wrong
        .into_iter()
        .map(|wrong| format!("{told}: {wrong}"))
        .collect()
}

#[test]
fn every_action_on_every_basis_in_every_scope_does_what_it_says() {
    let cases = BASES.par_iter().enumerate().map(|(nth, basis)| {
        let mut desk = Desk::open(Some(BY_HAND));
        if desk.find(basis.1, basis.2).is_none() {
            return vec![format!("no mention for the basis {}", basis.0)];
        }
        let mut wrong = Vec::new();
        for (row, action) in ACTIONS.into_iter().enumerate() {
            for (column, reach) in REACHES.into_iter().enumerate() {
                // Slow: every two of the three meet once.
                let is_file_read = (nth + row + column).is_multiple_of(3);
                wrong.extend(audit(&mut desk, basis, (action, reach), is_file_read));
            }
        }
        wrong
    });
    let wrong: Vec<String> = cases.collect::<Vec<_>>().concat();
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
        let n = desk.state.repairs.done.as_ref().map(|done| done.n_mentions);
        let expected = if reach == RepairReach::Everywhere {
            2
        } else {
            1
        };
        assert_eq!(n, Some(expected), "{reach:?}");
        desk.send(Command::Ui(UiCommand::UndoRepair));
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
