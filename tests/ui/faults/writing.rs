//! Everything that a window writes, on a full disk and killed anywhere:
//! settings, repairs, notes, caches, exports.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::Key;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::time::{Duration, Instant};
use warraq::analysis::query::Hit;
use warraq::app::annotated_export::AnnotatedFormat;
use warraq::app::settings::Settings;
use warraq::app::{Command, Export, LineCommand, RepairCommand, Source, UiCommand};
use warraq::entity::EntityType;
use warraq::entity::repair::{Meaning, NamesFile, Repair, Scope};

/// Names the folder that the child works in.
const FOLDER_VARIABLE: &str = "WARRAQ_TEST_WRITING_FOLDER";
/// How often the child writes everything; for ever without a number.
const ROUNDS_VARIABLE: &str = "WARRAQ_TEST_WRITING_ROUNDS";
const BY_HAND: &str = "# by hand\n";

fn corpus() -> Folder {
    let text = "قال سمكرود إن باكو بعيدة. ".repeat(30);
    Folder::new()
        .with(
            "corpus/a.txt",
            format!("خبر أول\n\nوصل سمكرود إلى باكو.\n{text}\n"),
        )
        .with("corpus/b.txt", "خبر ثان\n\nنص الخبر الثاني في يريفان.\n")
        .with("corpus/entities.toml", BY_HAND)
        .with("out/empty", "")
}

fn mark() -> Command {
    let repair = Repair::Mark {
        text: "سمكرود".to_owned(),
        scope: Scope::Here {
            file: "a.txt".to_owned(),
            start: 13,
        },
        meaning: Meaning::OfType(EntityType::Per),
    };
    Command::Repair(RepairCommand::Ask(Box::new(repair)))
}

/// Writes everything once.
fn write_all(window: &mut Window, folder: &Path, round: usize) {
    window.command(if round.is_multiple_of(2) {
        UiCommand::LargerText
    } else {
        UiCommand::ResetText
    });
    window.send(mark());
    window.command(UiCommand::UndoRepair);
    window.send(Command::SearchFor("باكو ".to_owned()));
    window.command(UiCommand::ShowConcordance);
    let note = format!("ملاحظة {round} {}", "طويلة ".repeat(200));
    let hit = Hit { start: 4, end: 5 };
    window.send(Command::Line(LineCommand::Note(hit, note)));
    window.send(Command::Save(Export::Annotated(AnnotatedFormat::Jsonl)));
    window.with_app(warraq::app::App::take_dialog_request);
    window.send(Command::SaveTo(folder.join("out/mentions.jsonl")));
    // Another content of the corpus, so that its cache is written again.
    let text = format!("خبر ثالث\n\nرقم {round} في باكو.\n");
    let _ = fs::write(folder.join("corpus/c.txt"), text);
    window.command(UiCommand::ShowReading);
    window.press(CTRL, Key::Num1);
    window.command(UiCommand::Reload);
}

/// The child: writes until it is killed, or as often as it is told.
#[test]
#[expect(clippy::print_stdout, reason = "the parent listens")]
fn child_that_writes_everything() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let folder = Path::new(&folder);
    let rounds = std::env::var(ROUNDS_VARIABLE).map(|n| n.parse().expect("a number"));
    let mut window = Window::open(Look {
        source: Source::Folder(folder.join("corpus")),
        saves: true,
        ..Look::default()
    });
    println!("started");
    for round in 0..rounds.unwrap_or(usize::MAX) {
        write_all(&mut window, folder, round);
    }
    println!("articles: {}", window.titles().len());
}

/// The child, whose files go to `folder`; with `room`, no file that it writes
/// is larger than so many blocks of 512 bytes.
fn child(folder: &Path, room: Option<u32>) -> Process {
    let this = std::env::current_exe().expect("this program");
    let mut child = Process::new("sh");
    let limit = room.map_or(String::new(), |room| {
        format!("trap '' XFSZ; ulimit -f {room}; ")
    });
    child
        .args(["-c", &format!("{limit}exec \"$0\" --exact faults::writing::child_that_writes_everything --nocapture")])
        .arg(this)
        .env(FOLDER_VARIABLE, folder)
        .env("WARRAQ_CONFIG_DIR", folder.join("settings"))
        .env("WARRAQ_DATA_DIR", folder.join("data"))
        .env("WARRAQ_CACHE_DIR", folder.join("caches"));
    child
}

/// Every file below `folder` and what is in it, but half files that a killed
/// writer leaves and the next one clears up.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if !name.starts_with(".warraq-") && name != "c.txt" {
                let bytes = fs::read(&path).expect("a file");
                found.insert(path, bytes);
            }
        }
    }
    found
}

/// That every file is whole; gives how many of them there are.
#[track_caller]
fn check(folder: &Path) -> usize {
    let all = contents(folder);
    for (path, bytes) in &all {
        let name = path.strip_prefix(folder).expect("inside").to_string_lossy();
        let text = || std::str::from_utf8(bytes).expect("a text");
        if name.starts_with("settings") {
            let (_, warnings) = Settings::load_from(path);
            assert_eq!(warnings, [], "{name}");
        } else if name == "corpus/entities.toml" {
            let names = NamesFile::parse("entities.toml", text());
            assert!(names.is_toml() && names.problems().is_empty(), "{}", text());
            let is_old = text() == BY_HAND;
            let is_new = text().starts_with(BY_HAND) && names.readings().len() == 1;
            assert!(is_old || is_new, "{}", text());
        } else if name.starts_with("data/marks") {
            let marks: serde_json::Value = serde_json::from_slice(bytes).expect("whole");
            assert!(
                marks["marks"].is_object() || marks["marks"].is_array(),
                "{marks}"
            );
        } else if name == "out/mentions.jsonl" {
            assert!(text().ends_with('\n'), "{}", text());
            for line in text().lines() {
                let line = serde_json::from_str::<serde_json::Value>(line);
                assert!(line.expect("whole").is_object());
            }
        }
        assert!(!name.contains(".bad"), "{name}: something was damaged");
    }
    all.len()
}

/// Everything is written once, by a window that is let alone.
#[track_caller]
fn opens(folder: &Path) {
    let output = child(folder, None).env(ROUNDS_VARIABLE, "1").output();
    let output = output.expect("a child");
    let said = String::from_utf8_lossy(&output.stdout);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("articles: 2"), "{said}{why}");
    check(folder);
}

#[cfg(unix)]
#[test]
fn a_window_that_is_killed_or_has_no_room_leaves_the_old_files_or_the_new() {
    let folder = corpus();
    opens(folder.path());
    let n_files = check(folder.path());
    assert!(
        n_files >= 8,
        "settings, repairs, notes, caches, export: {n_files}"
    );
    // More of it with as much time as a long walk has.
    let n_kills = if std::env::var_os("WARRAQ_WALK_EVENTS").is_some() {
        12
    } else {
        1
    };
    for round in 0..n_kills {
        let mut process = child(folder.path(), None)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child");
        let mut said = process.stdout.take().expect("piped");
        // It says that it has started when its window is up.
        let mut heard = Vec::new();
        let start = Instant::now();
        while !String::from_utf8_lossy(&heard).contains("started") {
            let mut buffer = [0; 256];
            let n = std::io::Read::read(&mut said, &mut buffer).expect("a pipe");
            assert!(
                n > 0 && start.elapsed() < Duration::from_mins(2),
                "the child failed"
            );
            heard.extend(&buffer[..n]);
        }
        std::thread::sleep(Duration::from_millis(200 + 130 * round));
        process.kill().expect("killed");
        process.wait().expect("ended");
        check(folder.path());
    }
    for room in [0, 1] {
        let _ = fs::remove_file(folder.path().join("corpus/c.txt"));
        no_room(folder.path(), room);
    }
}

/// A window that may not write `room` blocks goes on, and leaves what is too
/// long as it was.
fn no_room(folder: &Path, room: u32) {
    let before = contents(folder);
    let output = child(folder, Some(room)).env(ROUNDS_VARIABLE, "1").output();
    let output = output.expect("a child");
    let said = String::from_utf8_lossy(&output.stdout);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("articles: "),
        "{said}{why}"
    );
    let after = contents(folder);
    if room == 0 {
        assert_eq!(before, after, "nothing can be written");
    } else {
        // What is short has room.
        check(folder);
        let export = folder.join("out/mentions.jsonl");
        assert_eq!(before[&export], after[&export], "too long");
    }
    assert_eq!(before.len(), after.len(), "no file comes or goes");
}
