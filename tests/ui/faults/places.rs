//! Files and folders that are not what the window was opened on.

use crate::corpora::Folder;
use crate::support::Window;
use egui::Key;
use std::fs;
use std::path::{Path, PathBuf};
use warraq::app::{Command, RepairCommand, Source, UiCommand};
use warraq::entity::EntityType;
use warraq::entity::repair::{Meaning, Repair, Scope};
use warraq::texts::{Language, Texts};

fn articles(folder: Folder) -> Folder {
    folder
        .with("a.txt", "خبر أول\n\nوصل سمكرود إلى باكو صباحا.\n")
        .with("b.txt", "خبر ثان\n\nنص الخبر الثاني في يريفان.\n")
}

/// The word of the first article as a person.
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

const ENTITY: &str = "# by hand\n[[entity]]\nid = \"Hall\"\ntype = \"LOC\"\nnames = [\"القاعة\"]\n";

#[test]
fn a_repair_keeps_the_form_of_the_file_and_undoing_restores_it() {
    for form in [
        ENTITY.to_owned(),
        format!("\u{FEFF}{ENTITY}"),
        ENTITY.replace('\n', "\r\n"),
        ENTITY.trim_end().to_owned(),
        String::new(),
        " \n\t\n".to_owned(),
        "# only a comment".to_owned(),
    ] {
        let folder = articles(Folder::new()).with("entities.toml", &form);
        let file = folder.path().join("entities.toml");
        let mut window = Window::on(folder.source());
        window.send(mark());
        let done = fs::read_to_string(&file).expect("a text");
        assert!(done.starts_with(&form), "{form:?} became {done:?}");
        assert!(done.contains("سمكرود"), "{form:?} became {done:?}");
        window.command(UiCommand::UndoRepair);
        let undone = fs::read_to_string(&file).expect("a text");
        // The end of the last line is all that may stay.
        let ended = format!("{form}\n");
        assert!(
            undone == form || undone == ended,
            "{form:?} became {undone:?}"
        );
    }
}

#[test]
fn names_that_cannot_be_written_into_are_left_alone_and_repairs_hold() {
    for form in [
        ENTITY.replace('\n', "\r").into_bytes(),
        b"[[entity]]\nid = \"\xC8\xC7\"\n".to_vec(),
        b"entity = 1\n".to_vec(),
        b"\0".to_vec(),
    ] {
        let (folder, data) = (
            articles(Folder::new()).with("entities.toml", &form),
            Folder::new(),
        );
        let file = folder.path().join("entities.toml");
        let mut window = Window::on(folder.source());
        window.with_app(|app| app.keep_names_in(data.path()));
        window.send(Command::Open(folder.source()));
        window.send(mark());
        assert_eq!(fs::read(&file).expect("a file"), form, "left alone");
        let aside = fs::read_dir(data.path().join("names")).expect("a folder");
        let aside: Vec<PathBuf> = aside.map(|entry| entry.expect("entry").path()).collect();
        let kept = fs::read_to_string(aside.first().expect("kept aside")).expect("a text");
        assert!(kept.contains("سمكرود"), "{kept}");
    }
}

#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_the_names_is_left_alone() {
    use std::os::unix::fs::symlink;
    let outside = Folder::new().with("mine.toml", ENTITY);
    for kind in ["folder", "pipe", "outside", "nowhere"] {
        let (folder, data) = (articles(Folder::new()), Folder::new());
        let file = folder.path().join("entities.toml");
        match kind {
            "folder" => fs::create_dir(&file).expect("folder"),
            "pipe" => {
                let made = std::process::Command::new("mkfifo").arg(&file).status();
                assert!(made.expect("mkfifo").success());
            }
            "outside" => symlink(outside.path().join("mine.toml"), &file).expect("link"),
            _ => symlink("nowhere", &file).expect("link"),
        }
        let before = fs::symlink_metadata(&file).expect("there").file_type();
        let mut window = Window::on(folder.source());
        window.with_app(|app| app.keep_names_in(data.path()));
        window.send(Command::Open(folder.source()));
        assert_eq!(window.titles().len(), 2, "{kind}");
        window.send(mark());
        let after = fs::symlink_metadata(&file).expect("there").file_type();
        assert_eq!(before, after, "{kind}");
        assert_eq!(
            fs::read_to_string(outside.path().join("mine.toml")).expect("a text"),
            ENTITY
        );
        // The next window has the repair.
        let names = data.path().join("names");
        let kept = fs::read_dir(names).map_or(0, Iterator::count);
        assert_eq!(kept, 1, "{kind}: the repair is kept");
    }
}

#[test]
fn a_folder_that_is_replaced_under_the_window_is_followed() {
    let place = Folder::new();
    let path = place.path().join("corpus");
    let write = |name: &str, text: &str| place.write(&format!("corpus/{name}"), text);
    write("a.txt", "خبر أول\n\nباكو.\n");
    let mut window = Window::on(Source::Folder(path.clone()));
    assert_eq!(window.titles(), ["خبر أول"]);

    // Another folder of the same name.
    fs::rename(&path, place.path().join("old")).expect("renamed");
    write("z.txt", "خبر آخر\n\nيريفان.\n");
    window.key(Key::F5);
    assert_eq!(window.titles(), ["خبر آخر"]);

    // A file in its place: what was read stays, and it is said.
    fs::remove_dir_all(&path).expect("removed");
    place.write("corpus", "no folder");
    window.key(Key::F5);
    assert_eq!(window.titles(), ["خبر آخر"], "what was read stays");
    assert!(window.has(&window.text("close")), "and it is said");

    // Nothing there, then the first again.
    fs::remove_file(&path).expect("removed");
    window.key(Key::F5);
    assert_eq!(window.titles(), ["خبر آخر"]);
    assert!(window.has(&window.text("close")));
    fs::rename(place.path().join("old"), &path).expect("renamed");
    window.key(Key::F5);
    assert_eq!(window.titles(), ["خبر أول"]);
    assert!(!window.has(&window.text("close")), "all is well again");
}

/// What a window shows of the corpus.
fn shown(source: Source, caches: &Path) -> (Vec<String>, Vec<String>) {
    let mut window = Window::new();
    window.with_app(|app| app.keep_caches_in(caches));
    window.send(Command::Open(source));
    window.command(UiCommand::ShowNames);
    let names = window.painted();
    let names = names.iter().map(|text| text.text().to_owned()).collect();
    window.command(UiCommand::ShowReading);
    (window.titles(), names)
}

#[test]
fn caches_that_are_damaged_between_starts_change_nothing() {
    let folder = articles(Folder::new());
    let caches = Folder::new();
    let first = shown(folder.source(), caches.path());
    assert_eq!(first.0.len(), 2);
    let damages: [fn(&Path); 5] = [
        |path| fs::write(path, "").expect("cut"),
        |path| {
            let bytes = fs::read(path).expect("a file");
            fs::write(path, &bytes[..bytes.len() / 2]).expect("cut");
        },
        |path| {
            let mut bytes = fs::read(path).expect("a file");
            for at in (0..bytes.len()).step_by(97) {
                bytes[at] ^= 0x55;
            }
            fs::write(path, bytes).expect("changed");
        },
        |path| {
            fs::remove_file(path).expect("removed");
            fs::create_dir(path).expect("folder");
        },
        |path| {
            if path.is_dir() {
                fs::remove_dir(path).expect("removed");
            } else {
                fs::remove_file(path).expect("removed");
            }
            if cfg!(unix) {
                let made = std::process::Command::new("mkfifo").arg(path).status();
                assert!(made.expect("mkfifo").success());
            }
        },
    ];
    let not_kept = Texts::new(Language::English)
        .get("cache-not-kept")
        .into_owned();
    let mut n_damaged = 0;
    for damage in damages {
        for entry in fs::read_dir(caches.path()).expect("a folder") {
            damage(&entry.expect("an entry").path());
            n_damaged += 1;
        }
        let (titles, mut said) = shown(folder.source(), caches.path());
        // What is no file is left alone, and that is said.
        let is_told = said.last().is_some_and(|last| *last == not_kept);
        assert_eq!(is_told, n_damaged > 3 * 2, "{said:?}");
        said.truncate(said.len() - usize::from(is_told));
        assert_eq!((titles, said), first);
    }
    assert_eq!(n_damaged, 2 * damages.len(), "index and names");
}
