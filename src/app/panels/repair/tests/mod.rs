//! Does every repair do what it says?
//!
//! Every action on words (`words.rs`) and on entities (`entities.rs`), on every
//! kind of mention, in every scope: what is told before it is done is what
//! happens, nothing else changes, and undoing restores the file byte for byte
//! (`files.rs`). The world is cut down to what the texts name
//! ([`know_only_what_stands_in`]), since each step builds all names anew.

mod entities;
mod files;
mod words;

use super::Subject;
use crate::app::command::{Command, Source, UiCommand};
use crate::app::repairs::{ChangedPlace, HowDone, MarkedWords, RepairCommand, SpanEdge};
use crate::app::settings::Settings;
use crate::app::state::AppState;
use crate::app::state::start::Look;
use crate::app::storage::{Layers, RepairsStore};
use crate::arabic::fold;
use crate::base::{ByteSpan, CancelToken, Progress};
use crate::corpus::{Corpus, LoadOptions, open_folder};
use crate::entity::repair::{Repair, RepairReach};
use crate::entity::{Annotations, Basis, EntityType, Rule, know_only_what_stands_in};
use crate::jobs::{Executor, Slot as _};
use crate::texts::Language;
use crate::ui::theme::Theme;
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
    ar: String,
}

fn seen(corpus: &Corpus, names: &Annotations) -> Vec<Seen> {
    let mut all = Vec::new();
    for article in &corpus.articles {
        all.extend(names.of(article.id).iter().map(|mention| {
            let entity = names.table().get(mention.entity).expect("an entity");
            Seen {
                file: article.file.to_string(),
                span: mention.span,
                words: mention.span.slice(&article.text).to_owned(),
                kind: mention.kind.tag(),
                id: entity.id.to_string(),
                ar: entity.ar.to_string(),
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
        know_only_what_stands_in(&[A, B]);
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

/// What a repair was told to do, and what it did.
struct Trial {
    before: Vec<Seen>,
    after: Vec<Seen>,
    file: Option<Vec<u8>>,
    /// What was shown before it was done, if anything.
    promised: Option<Promised>,
    wrong: Vec<String>,
}

/// What was shown before a repair was done.
struct Promised {
    n_mentions: usize,
    n_articles: usize,
    places: Vec<ChangedPlace>,
    /// Mentions of longer names that were said to stay.
    n_longer: usize,
}

impl Trial {
    /// Asks for `repair` and does it, once it was seen what it would do.
    fn of(desk: &mut Desk, repair: &Repair) -> Self {
        let (before, file) = (desk.seen(), desk.file());
        let ask = RepairCommand::Ask(Box::new(repair.clone()));
        desk.send(Command::Repair(ask));
        let mut wrong = Vec::new();
        let shown = desk.state.repairs.shown();
        let promised = shown.and_then(|asked| {
            let effect = asked.effect.shown().filter(|_| asked.effect.is_idle())?;
            let effect = effect.as_ref().as_ref().ok()?;
            Some(Promised {
                n_mentions: effect.n_mentions,
                n_articles: effect.n_articles,
                places: effect.places.clone(),
                n_longer: effect.longer.as_ref().map_or(0, |(_, n)| *n),
            })
        });
        if shown.is_some() {
            if desk.seen() != before || desk.file() != file {
                wrong.push("done before it was asked for".to_owned());
            }
            desk.send(Command::Repair(RepairCommand::Do));
        }
        let after = desk.seen();
        let mut trial = Self {
            before,
            after,
            file,
            promised,
            wrong,
        };
        trial.keeps_its_word(desk);
        trial
    }

    fn gone(&self) -> Vec<&Seen> {
        let before = self.before.iter();
        before.filter(|seen| !self.after.contains(seen)).collect()
    }

    fn come(&self) -> Vec<&Seen> {
        let after = self.after.iter();
        after.filter(|seen| !self.before.contains(seen)).collect()
    }

    /// Mentions that changed, and the files of them. One that changes and one
    /// that stands there instead are one.
    fn n_changed(&self) -> (usize, usize) {
        let (gone, come) = (self.gone(), self.come());
        let is_replaced = |seen: &&&Seen| {
            let is_there = |n: &&Seen| n.file == seen.file && n.span.overlaps(seen.span);
            come.iter().any(is_there)
        };
        let n = come.len() + gone.iter().filter(|seen| !is_replaced(seen)).count();
        let files = gone.iter().chain(&come).map(|seen| seen.file.as_str());
        (n, files.collect::<BTreeSet<_>>().len())
    }

    fn fail(&mut self, what: impl Into<String>) {
        self.wrong.push(what.into());
    }

    /// What was shown before is what changed, and what is told after it.
    fn keeps_its_word(&mut self, desk: &Desk) {
        let changed = self.n_changed();
        let done = desk.state.repairs.done.as_ref();
        let told = done.map(|done| (done.n_mentions, done.n_articles));
        if told != Some(changed) {
            self.fail(format!("{told:?} told, {changed:?} changed"));
        }
        if !matches!(done.map(|done| &done.what), Some(HowDone::Did)) {
            self.fail("not done");
        }
        let Some(promised) = &self.promised else {
            return;
        };
        let n = (promised.n_mentions, promised.n_articles);
        let mut wrong = Vec::new();
        if n != changed {
            wrong.push(format!("{n:?} promised, {changed:?} changed"));
        }
        for place in &promised.places {
            if place.old == place.new && self.gone().iter().any(|seen| seen.words == place.words) {
                wrong.push(format!("{} seems unchanged in what is shown", place.words));
            }
        }
        self.wrong.extend(wrong);
    }

    /// What another program finds with the file is what is shown.
    fn is_in_the_file(&mut self, desk: &Desk) {
        let told = desk.told_by_the_file();
        let differ = told.iter().filter(|seen| !self.after.contains(seen));
        let differ = differ.chain(self.after.iter().filter(|seen| !told.contains(seen)));
        let differ: Vec<String> = differ.map(|seen| format!("{seen:?}")).collect();
        if !differ.is_empty() {
            self.fail(format!("the file says otherwise: {}", differ.join(", ")));
        }
    }

    /// Takes the repair back; what is wrong with it, each after `case`.
    fn undone(mut self, desk: &mut Desk, case: &str) -> Vec<String> {
        desk.send(Command::Ui(UiCommand::UndoRepair));
        if desk.seen() != self.before {
            self.fail("other names after undoing");
        }
        if desk.file() != self.file {
            self.fail("another file after undoing");
        }
        let wrong = self.wrong.into_iter();
        wrong.map(|wrong| format!("{case}: {wrong}")).collect()
    }
}
