//! Tasks that panic: said, tried again, and nothing lost.

use crate::corpora::Folder;
use crate::support::{Look, Window};
use egui_kittest::kittest::NodeT as _;
use std::fs;
use std::path::Path;
use warraq::analysis::SortBy;
use warraq::analysis::concordance::SortSpec;
use warraq::analysis::concordance::export::Format;
use warraq::analysis::statistics::TableOrder;
use warraq::app::views::names::{NamesColumn, NamesCommand, NamesOrder, NamesPart};
use warraq::app::{
    Command, Export, Finder, LineCommand, RepairCommand, Source, StatisticsCommand, StatisticsKind,
    UiCommand,
};
use warraq::entity::EntityType;
use warraq::entity::repair::{Meaning, Repair, Scope};
use warraq::jobs::{Executor, Stage};

/// A task that panics, and what the reader then sees.
struct Case {
    task: &'static str,
    /// What leads to the task and comes before it, and what starts it.
    before: &'static [fn(&Place) -> Command],
    starts: fn(&Place) -> Command,
    /// Whether what was there is still to be seen; otherwise it would be an
    /// old answer to a new question.
    keeps: fn(&Window) -> bool,
}

/// The folders of a test.
struct Place {
    corpus: Folder,
    other: Folder,
    files: Folder,
}

impl Place {
    fn new() -> Self {
        let copied = "وصل الوفد إلى باكو في 14 أكتوبر 2020 وقال إن اللقاء كان طويلا ومفيدا \
                      وإن الحديث دار حول المدينة والناس والطريق بين الجبال والبحر في الصيف.";
        let corpus = Folder::new()
            .with("corpus/a.txt", format!("خبر أول\n\n{copied}\n"))
            .with("corpus/b.txt", format!("خبر ثان\n\n{copied} ثم عاد.\n"))
            .with("corpus/c.txt", "خبر ثالث\n\nزار سمكرود يريفان ثم باكو.\n")
            .with(
                "corpus/INDEX.md",
                "| file | date |\n|-|-|\n| a.txt | 2020-10-14 |\n| c.txt | 2023-09-20 |\n",
            );
        let other = Folder::new()
            .with("other/a.txt", "نبأ أول\n\nفي باكو اليوم 3 مايو 2021.\n")
            .with("other/b.txt", "نبأ ثان\n\nفي يريفان اليوم.\n");
        let files = Folder::new();
        Self {
            corpus,
            other,
            files,
        }
    }

    fn open(&self, executor: Executor) -> Window {
        let mut window = Window::open(Look {
            source: Source::Folder(self.corpus.path().join("corpus")),
            executor,
            ..Look::default()
        });
        let caches = self.files.path().join("caches");
        window.with_app(|app| app.keep_caches_in(&caches));
        window
    }
}

fn open_other(place: &Place) -> Command {
    Command::Open(Source::Folder(place.other.path().join("other")))
}

fn search(words: &str) -> Command {
    Command::SearchFor(words.to_owned())
}

fn mark_person(_: &Place) -> Command {
    let repair = Repair::Mark {
        text: "سمكرود".to_owned(),
        scope: Scope::Here {
            file: "c.txt".to_owned(),
            start: 14,
        },
        meaning: Meaning::OfType(EntityType::Per),
    };
    Command::Repair(RepairCommand::Ask(Box::new(repair)))
}

fn show_a(_: &Place) -> Command {
    Command::GoToFile("a.txt".into())
}

fn show_c(_: &Place) -> Command {
    Command::GoToFile("c.txt".into())
}

fn for_baku(_: &Place) -> Command {
    search("باكو ")
}

fn concordance(_: &Place) -> Command {
    Command::Ui(UiCommand::ShowConcordance)
}

fn statistics(_: &Place) -> Command {
    Command::Ui(UiCommand::ShowStatistics)
}

fn names(_: &Place) -> Command {
    Command::Ui(UiCommand::ShowNames)
}

fn look_at_baku(_: &Place) -> Command {
    Command::LookAt(Some("Baku".into()))
}

fn lists_articles(window: &Window) -> bool {
    !window.titles().is_empty()
}

fn lists_none(window: &Window) -> bool {
    !window.has(&window.text("a11y-article-list"))
}

fn has_rows(window: &Window) -> bool {
    window.has(&window.text("a11y-statistics-table"))
}

fn has_no_rows(window: &Window) -> bool {
    !has_rows(window)
}

fn has_names(window: &Window) -> bool {
    window.has(&window.text("a11y-names-table"))
}

fn has_no_names(window: &Window) -> bool {
    !has_names(window)
}

fn has_no_lines(window: &Window) -> bool {
    !window.has(&window.text("a11y-lines"))
}

fn has_lines(window: &Window) -> bool {
    !has_no_lines(window)
}

/// One for each task of the window but the one that reads a corpus.
const CASES: [Case; 32] = [
    case(
        "sort",
        &[],
        |_| Command::Sort(SortBy::Title),
        lists_articles,
    ),
    case("list", &[], for_baku, lists_none),
    case("index", &[], open_other, lists_articles),
    case("know-names", &[], open_other, lists_articles),
    case("find-names", &[], open_other, lists_articles),
    case("mark-names", &[], show_a, lists_articles),
    case("find-dates", &[], show_a, lists_articles),
    case("mark-hits", &[for_baku], show_a, lists_articles),
    case(
        "list-entities",
        &[],
        |_| Command::EntitiesOfCorpus(false),
        lists_articles,
    ),
    case("card", &[], look_at_baku, lists_articles),
    case(
        "hover-card",
        &[],
        |_| Command::HoverOver(Some("Baku".into())),
        lists_articles,
    ),
    case(
        "propose",
        &[look_at_baku],
        |_| Command::Repair(RepairCommand::Edit(true)),
        |window| window.has(&window.text("repair-merge-with")) || lists_articles(window),
    ),
    case("near-copies", &[], open_other, lists_articles),
    case("watch", &[], open_other, lists_articles),
    case("cache", &[], open_other, lists_articles),
    case("keep-names", &[], open_other, lists_articles),
    case("other-spellings", &[], for_baku, lists_articles),
    case("search", &[for_baku], |_| search("يريفان "), lists_none),
    case(
        "concordance",
        &[for_baku, concordance],
        |_| {
            let sort: SortSpec = "before1".parse().expect("a sort");
            Command::Line(LineCommand::SortBy(sort))
        },
        has_no_lines,
    ),
    case(
        "keep-marks",
        &[for_baku, concordance],
        |_| Command::Line(LineCommand::RestoreAll),
        has_lines,
    ),
    case(
        "statistics",
        &[statistics],
        |_| Command::Statistics(StatisticsCommand::Show(StatisticsKind::Ngrams)),
        has_no_rows,
    ),
    case(
        "arrange",
        &[statistics],
        |_| Command::Statistics(StatisticsCommand::Order(TableOrder::Alphabetical)),
        has_rows,
    ),
    case(
        "names",
        &[names],
        |_| Command::Names(NamesCommand::Show(NamesPart::Network)),
        has_no_names,
    ),
    case(
        "arrange-names",
        &[names],
        |_| {
            Command::Names(NamesCommand::Order(NamesOrder {
                column: NamesColumn::Name,
                descending: false,
            }))
        },
        has_names,
    ),
    case(
        "spell",
        &[names],
        |_| Command::Names(NamesCommand::Concordance("Baku".into())),
        has_names,
    ),
    case(
        "save",
        &[for_baku, concordance, |_| {
            Command::Save(Export::Lines(Format::Tsv))
        }],
        |place| Command::SaveTo(place.files.path().join("lines.tsv")),
        has_lines,
    ),
    case("copy", &[], |_| Command::CopyProblems, lists_articles),
    case(
        "find-entity",
        &[],
        |_| Command::Repair(RepairCommand::Find(Finder::Card, "باكو".to_owned())),
        lists_articles,
    ),
    case("repair", &[show_c], mark_person, lists_articles),
    case("save-names", &[show_c], mark_person, lists_articles),
    case(
        "renew",
        &[],
        |place| {
            place.corpus.write("corpus/d.txt", "خبر رابع\n\nفي باكو.\n");
            Command::Ui(UiCommand::Reload)
        },
        |window| window.titles().len() == 3,
    ),
    case(
        "list-fonts",
        &[],
        |_| Command::SetReadingFamily(Some("No Such".to_owned())),
        lists_articles,
    ),
];

const fn case(
    task: &'static str,
    before: &'static [fn(&Place) -> Command],
    starts: fn(&Place) -> Command,
    keeps: fn(&Window) -> bool,
) -> Case {
    Case {
        task,
        before,
        starts,
        keeps,
    }
}

/// Everything that is written and said in the window, without the paths of
/// this test.
fn everything(window: &Window, place: &Place) -> Vec<String> {
    let nodes = window.all_nodes();
    let labels = nodes
        .iter()
        .filter_map(|node| node.accesskit_node().label());
    let painted = window.painted();
    let painted = painted.iter().map(|text| text.text().to_owned());
    let is_path = |text: &String| {
        let folders = [&place.corpus, &place.other, &place.files];
        folders
            .iter()
            .any(|f| text.contains(&*f.path().to_string_lossy()))
    };
    labels
        .chain(painted)
        .filter(|text| !is_path(text))
        .collect()
}

#[test]
fn what_fails_is_said_kept_apart_and_tried_again() {
    let mut faults = Vec::new();
    for case in &CASES {
        // As it is without a fault.
        let place = Place::new();
        let mut sound = place.open(Executor::Staged(Stage::default()));
        for command in case.before {
            sound.send(command(&place));
        }
        sound.send((case.starts)(&place));
        let right = everything(&sound, &place);
        drop(sound);

        let place = Place::new();
        let stage = Stage::default();
        let mut window = place.open(Executor::Staged(stage.clone()));
        for command in case.before {
            window.send(command(&place));
        }
        let (said, again) = (format!("failed-{}", case.task), window.text("try-again"));
        let said = window.text(&said);
        assert!(!window.has(&said) && !window.has(&again), "{}", case.task);
        stage.panic_in(case.task);
        window.send((case.starts)(&place));
        let mut check = |is_so: bool, what: &str| {
            if !is_so {
                faults.push(format!("{}: {what}", case.task));
            }
        };
        check(window.has(&said), "is said");
        check((case.keeps)(&window), "keeps or hides what was there");
        if window.has(&again) {
            window.press_button(&again);
            check(window.has(&said), "fails again");
        }
        stage.lift(case.task);
        if window.has(&again) {
            window.press_button(&again);
        }
        check(!window.has(&said) && !window.has(&again), "is tried again");
        let now = everything(&window, &place);
        let differ = |a: &[String], b: &[String]| -> Vec<String> {
            a.iter().filter(|text| !b.contains(text)).cloned().collect()
        };
        let differ = (differ(&now, &right), differ(&right, &now));
        check(now == right, &format!("brings what is right: {differ:?}"));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_corpus_that_could_not_be_read_is_tried_again() {
    let place = Place::new();
    let stage = Stage::default();
    let mut window = place.open(Executor::Staged(stage.clone()));
    let titles = window.titles();
    stage.panic_in("read-corpus");
    window.send(open_other(&place));
    assert_eq!(window.titles(), titles, "the other corpus stays");
    assert!(window.shows_part("read-corpus was told to panic"));
    stage.lift("read-corpus");
    window.press_button(&window.text("try-again"));
    assert_eq!(window.titles(), ["نبأ أول", "نبأ ثان"]);
}

fn saved(place: &Place) -> Option<String> {
    read(&place.corpus.path().join("corpus/entities.toml"))
}

fn read(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

#[test]
fn repairs_go_on_being_saved_after_saving_failed() {
    let place = Place::new();
    let stage = Stage::default();
    let mut window = place.open(Executor::Staged(stage.clone()));
    window.send(show_c(&place));
    stage.panic_in("save-names");
    window.send(mark_person(&place));
    assert_eq!(saved(&place), None);
    // The next repair saves the one before, too.
    stage.lift("save-names");
    let rename = Repair::SetNote {
        entity: "Baku".to_owned(),
        note: "عاصمة".to_owned(),
    };
    window.send(Command::Repair(RepairCommand::Ask(Box::new(rename))));
    let file = saved(&place).expect("a file");
    assert!(file.contains("سمكرود") && file.contains("عاصمة"), "{file}");
    assert!(!window.has(&window.text("failed-save-names")));
}

#[test]
fn repairs_that_could_not_be_saved_are_saved_when_the_window_closes() {
    let place = Place::new();
    let stage = Stage::default();
    let mut window = place.open(Executor::Staged(stage.clone()));
    window.send(show_c(&place));
    stage.panic_in("save-names");
    window.send(mark_person(&place));
    stage.lift("save-names");
    window.with_app(warraq::app::App::finish_saving);
    assert!(saved(&place).is_some_and(|file| file.contains("سمكرود")));
}

#[test]
fn a_repair_that_failed_can_be_left() {
    let place = Place::new();
    let stage = Stage::default();
    let mut window = place.open(Executor::Staged(stage.clone()));
    window.send(show_c(&place));
    stage.panic_in("repair");
    window.send(mark_person(&place));
    let said = window.text("failed-repair");
    assert!(window.has(&said), "and not that there is nothing to undo");
    window.send(Command::Repair(RepairCommand::GiveUp));
    assert!(!window.has(&said));
    assert_eq!(saved(&place), None);
}
