//! Files say what they hold: the settings that their rows were made with, also
//! while others are under way.

use crate::corpora::Folder;
use crate::support::{Look, Window};
use std::fs;
use warraq::analysis::concordance::export::Format;
use warraq::analysis::query::Level;
use warraq::analysis::statistics::TableFormat;
use warraq::app::{Command, Export, StatisticsCommand, UiCommand};
use warraq::corpus::Facet;
use warraq::jobs::{Executor, Stage};

fn folder() -> Folder {
    Folder::new()
        .with("a.txt", "خبر أول\n\nوصل الوفد إلى باكو مساء.\n")
        .with("b.txt", "خبر ثان\n\nغادر الوفد يريفان صباحا.\n")
        .with(
            "INDEX.md",
            "| file | date |\n|-|-|\n| a.txt | 2020-10-14 |\n| b.txt | 2023-09-20 |\n",
        )
}

fn open(folder: &Folder, stage: &Stage) -> Window {
    Window::open(Look {
        source: folder.source(),
        executor: Executor::Staged(stage.clone()),
        ..Look::default()
    })
}

/// What is saved while the tasks called `held` do not come to their end.
#[track_caller]
fn saved_under(
    window: &mut Window,
    stage: &Stage,
    held: &'static str,
    changes: &[Command],
    export: Export,
) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    stage.hold(held);
    for change in changes {
        window.with_app(|app| app.send(change.clone()));
        window.step();
    }
    window.with_app(|app| app.send(Command::Save(export)));
    window.step();
    window.with_app(|app| app.send(Command::SaveTo(path.clone())));
    window.step();
    window.step();
    let file = fs::read_to_string(&path).expect("a file");
    stage.lift(held);
    window.settle();
    file
}

fn others() -> Vec<Command> {
    vec![
        Command::SearchFor("يريفان".to_owned()),
        Command::SetLevel(Level::Stem),
        Command::TogglePeriod(Some(Facet::new("2023"))),
    ]
}

#[test]
fn lines_are_saved_with_the_query_level_and_filter_that_they_are_of() {
    let (folder, stage) = (folder(), Stage::default());
    let mut window = open(&folder, &stage);
    window.send(Command::SearchFor("الوفد".to_owned()));
    window.command(UiCommand::ShowConcordance);
    let before = saved_under(&mut window, &stage, "none", &[], Export::Lines(Format::Tsv));
    for held in ["search", "concordance"] {
        let mut window = open(&folder, &stage);
        window.send(Command::SearchFor("الوفد".to_owned()));
        window.command(UiCommand::ShowConcordance);
        let export = Export::Lines(Format::Tsv);
        let file = saved_under(&mut window, &stage, held, &others(), export);
        if held == "search" {
            // The filter is known to the lines of the old answer already.
            let old = file.contains("query\tالوفد") && file.contains("level\tfolded");
            let one = file.contains("filter\tperiod:2023") && file.contains("lines\t1\n");
            assert!(old && one, "{file}");
        } else {
            assert_eq!(file, before, "while {held} is under way");
        }
        let after = saved_under(&mut window, &stage, "none", &[], export);
        let new = after.contains("query\tيريفان") && after.contains("level\tstem");
        assert!(new && after.contains("filter\tperiod:2023"), "{after}");
    }
}

#[test]
fn tables_are_saved_with_the_query_level_and_filter_that_they_are_of() {
    let (folder, stage) = (folder(), Stage::default());
    let shown = |stage: &Stage| {
        let mut window = open(&folder, stage);
        window.send(Command::SearchFor("الوفد".to_owned()));
        window.command(UiCommand::ShowStatistics);
        let kind = StatisticsCommand::Show(warraq::app::StatisticsKind::Time);
        window.send(Command::Statistics(kind));
        window
    };
    let export = Export::Table(TableFormat::Csv);
    let before = saved_under(&mut shown(&stage), &stage, "none", &[], export);
    assert!(
        before.contains("query,الوفد") && !before.contains("period:"),
        "{before}"
    );
    for held in ["search", "statistics"] {
        let mut window = shown(&stage);
        let file = saved_under(&mut window, &stage, held, &others(), export);
        assert_eq!(file, before, "while {held} is under way");
        let after = saved_under(&mut window, &stage, "none", &[], export);
        assert!(
            after.contains("query,يريفان") && after.contains("period:2023"),
            "{after}"
        );
    }
}

#[test]
fn names_are_saved_with_the_query_and_filter_that_they_are_of() {
    let (folder, stage) = (folder(), Stage::default());
    let shown = |stage: &Stage| {
        let mut window = open(&folder, stage);
        window.send(Command::SearchFor("الوفد".to_owned()));
        window.command(UiCommand::ShowNames);
        window
    };
    let export = Export::Names(TableFormat::Csv);
    let before = saved_under(&mut shown(&stage), &stage, "none", &[], export);
    assert!(
        before.contains("query,الوفد") && before.contains("باكو"),
        "{before}"
    );
    for held in ["search", "names"] {
        let mut window = shown(&stage);
        let file = saved_under(&mut window, &stage, held, &others(), export);
        assert_eq!(file, before, "while {held} is under way");
        let after = saved_under(&mut window, &stage, "none", &[], export);
        assert!(
            after.contains("query,يريفان") && !after.contains("باكو"),
            "{after}"
        );
    }
}
