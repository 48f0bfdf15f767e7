//! Names that change under the reader: what is looked at is never asked of
//! other names than those it came with.

use crate::corpora::Folder;
use crate::dice::Dice;
use crate::support::{Look, Window};
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use std::fs;
use std::sync::Arc;
use std::time::Duration;
use warraq::app::{Command, RepairCommand, UiCommand};
use warraq::entity::EntityType;
use warraq::entity::repair::{Meaning, Repair, Scope};
use warraq::jobs::{Executor, Stage};
use warraq::ui::reading::MarkClass;

/// Articles that name people whom no list knows, so that their places among
/// the entities of the corpus are beyond those of any one article.
fn people() -> Folder {
    (0..12).fold(Folder::new(), |folder, n| {
        let name = ["سامر", "ياسر", "ماجد", "نبيل", "عامر", "رامي"][n % 6];
        let family = ["الحداد", "النجار", "الخياط", "البناء"][n % 4];
        let text = format!(
            "خبر رقم {n}\n\nقال الوزير {name} {family} إن باكو ويريفان قريبتان. \
             وأضاف الرئيس {family} {name} في المساء.\n"
        );
        folder.with(&format!("{n:02}.txt"), text)
    })
}

fn entities(n: u16) -> String {
    let entity =
        |n| format!("[[entity]]\nid = \"Entity {n}\"\ntype = \"PER\"\nnames = [\"كيان {n}\"]\n");
    let entities: Vec<String> = (0..n).map(entity).collect();
    entities.join("\n")
}

fn mark(file: u16, text: &str, start: u32) -> Command {
    let repair = Repair::Mark {
        text: text.to_owned(),
        scope: Scope::Here {
            file: format!("{file:02}.txt"),
            start,
        },
        meaning: Meaning::OfType(EntityType::Per),
    };
    Command::Repair(RepairCommand::Ask(Box::new(repair)))
}

#[test]
fn a_card_and_a_list_outlive_the_names_that_they_were_made_of() {
    let folder = people();
    let stage = Stage::default();
    let mut window = Window::open(Look {
        source: folder.source(),
        executor: Executor::Staged(stage.clone()),
        ..Look::default()
    });
    // The last entity of the table is one that only texts name.
    window.command(UiCommand::NextMention);
    for at in 0..3 {
        window.send(Command::LookAtMention(at));
    }
    // A repair comes between the reading of the folder and its end, so that
    // all names are found anew; until then, those of the article alone are.
    stage.hold("renew");
    folder.write("zz.txt", "خبر أخير\n\nقال الوزير سامر الخياط كلمة.\n");
    window.with_app(|app| app.send(Command::Ui(UiCommand::Reload)));
    window.step();
    window.with_app(|app| app.send(mark(0, "قريبتان", 40)));
    window.step();
    stage.hold("find-names");
    stage.lift("renew");
    for _ in 0..5 {
        window.step();
    }
    for command in [
        Command::Ui(UiCommand::NextMention),
        Command::LookAtMention(0),
        Command::Ui(UiCommand::Repair),
        Command::EntitiesOfCorpus(false),
        Command::Repair(RepairCommand::Edit(true)),
        Command::Ui(UiCommand::UndoRepair),
        Command::Ui(UiCommand::NextArticle),
        Command::LookAtMention(1),
    ] {
        window.with_app(|app| app.send(command));
        window.step();
        window.step();
    }
    stage.lift("find-names");
    window.settle();
    let n = [("shown", 13_u32.into()), ("total", 13_u32.into())];
    assert!(window.shows(&window.text_with("list-count", &n)));
}

/// What a reader or another program does next.
fn act(dice: &mut Dice, window: &mut Window, folder: &Folder) {
    let pane = pos2(
        300.0 + 20.0 * f32::from(dice.below(38)),
        150.0 + 20.0 * f32::from(dice.below(30)),
    );
    let command = match dice.below(20) {
        0..=3 => {
            folder.write("entities.toml", entities(dice.below(9)));
            return;
        }
        4 => {
            let n = dice.below(14);
            let path = folder.path().join(format!("{n:02}.txt"));
            if dice.below(3) == 0 {
                let _ = fs::remove_file(path);
            } else {
                let text = format!("خبر آخر {n}\n\nقال الوزير سامر النجار {n} في باكو.\n");
                fs::write(path, text).expect("written");
            }
            return;
        }
        5 => {
            let key = [Key::N, Key::M, Key::Enter, Key::Escape, Key::ArrowDown];
            let key = key[usize::from(dice.below(5))];
            window.event(Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            });
            return;
        }
        6 => return window.point(pane),
        7 => {
            window.point(pane);
            for pressed in [true, false] {
                window.event(Event::PointerButton {
                    pos: pane,
                    button: [PointerButton::Primary, PointerButton::Secondary]
                        [usize::from(dice.below(2))],
                    pressed,
                    modifiers: Modifiers::NONE,
                });
            }
            return;
        }
        8 => Command::Ui(UiCommand::NextMention),
        9 => Command::LookAtMention(usize::from(dice.below(4))),
        10 => Command::Ui(UiCommand::UndoRepair),
        11 => Command::Ui(UiCommand::RedoRepair),
        12 => Command::MoveBy(if dice.below(2) == 0 { 1 } else { -1 }),
        13 => mark(dice.below(12), "قريبتان", 40),
        14 => Command::Ui(UiCommand::Repair),
        15 => Command::ToggleClass(MarkClass::ALL[usize::from(dice.below(6))]),
        16 => Command::EntitiesOfCorpus(dice.below(2) == 0),
        17 => Command::Repair(RepairCommand::Edit(dice.below(2) == 0)),
        18 => Command::Ui(
            [
                UiCommand::ShowReading,
                UiCommand::ShowNames,
                UiCommand::ShowConcordance,
            ][usize::from(dice.below(3))],
        ),
        _ => Command::Repair(RepairCommand::Dismiss),
    };
    window.with_app(|app| app.send(command));
}

#[test]
fn other_programs_write_names_while_the_reader_does_anything() {
    for seed in 1..=3_u64 {
        let folder = people();
        let mut window = Window::open(Look {
            source: folder.source(),
            executor: Executor::Threads(Arc::new(|| {})),
            step: 0.1,
            ..Look::default()
        });
        let mut dice = Dice::new(seed);
        for _ in 0..80 {
            act(&mut dice, &mut window, &folder);
            window.step();
            if dice.below(3) == 0 {
                std::thread::sleep(Duration::from_millis(dice.below(60).into()));
            }
        }
        // The window comes to rest, and what others write is still taken over.
        window.settle();
        folder.write("entities.toml", entities(3));
        window.send(Command::Ui(UiCommand::Reload));
        window.settle();
        let file = fs::read_to_string(folder.path().join("entities.toml")).expect("a file");
        assert!(file.contains("Entity 2"), "seed {seed}: {file}");
    }
}

#[test]
fn a_list_that_comes_late_is_never_shown_with_another_corpus() {
    let (one, other) = (
        people(),
        Folder::new().with("x.txt", "نبأ آخر\n\nفي باكو.\n"),
    );
    let stage = Stage::default();
    let mut window = Window::open(Look {
        source: one.source(),
        executor: Executor::Staged(stage.clone()),
        ..Look::default()
    });
    let before = window.titles();
    // Without waiting for what is held.
    let send = |window: &mut Window, command: Command| {
        window.with_app(|app| app.send(command));
        (0..5).for_each(|_| window.step());
    };
    stage.hold("list");
    send(&mut window, Command::SearchFor("البناء ".to_owned()));
    assert_eq!(window.titles(), before, "until the list has come");
    window.send(Command::Open(other.source()));
    assert_eq!(window.titles(), ["نبأ آخر"], "a corpus comes with its list");
    stage.lift("list");
    window.settle();
    assert_eq!(window.titles(), ["نبأ آخر"], "the held list is of no use");

    // The reader filters while the folder is read again: the list that it
    // brings is another one than is wanted.
    stage.hold("renew");
    other.write("y.txt", "نبأ ثان\n\nفي يريفان.\n");
    send(&mut window, Command::Ui(UiCommand::Reload));
    stage.hold("list");
    send(&mut window, Command::TogglePeriod(None));
    stage.lift("renew");
    (0..5).for_each(|_| window.step());
    let list = window.text("a11y-article-list");
    assert!(!window.has(&list), "not that of before");
    let said = window.text("empty-no-period");
    assert!(!window.has(&said) && !window.shows(&said), "it is to come");
    stage.lift("list");
    window.settle();
    assert_eq!(window.titles().len(), 2);
}
