//! Undoing leaves the file as it was, byte for byte, whatever it was like.

use super::*;
use crate::entity::repair::Scope;

const ENTRY: &str =
    "[[entity]]\nid = \"Hall\" # a room\ntype = \"LOC\"\nnames = [\"القاعة\"]\nmine = 1";

/// Files as people leave them.
fn files() -> [(&'static str, Option<String>); 12] {
    let windows = ENTRY.replace('\n', "\r\n");
    [
        ("absent", None),
        ("empty", Some(String::new())),
        ("a line break", Some("\n".to_owned())),
        ("spaces", Some("  ".to_owned())),
        ("byte order mark", Some("\u{FEFF}".to_owned())),
        ("comment", Some("# by hand".to_owned())),
        ("whole", Some(format!("# by hand\n\n{ENTRY}\n"))),
        ("no last line break", Some(ENTRY.to_owned())),
        ("CRLF", Some(format!("# by hand\r\n{windows}\r\n"))),
        ("CRLF, no last line break", Some(windows.clone())),
        ("mark, CRLF", Some(format!("\u{FEFF}{windows}\r\n\r\n"))),
        (
            "comments after",
            Some(format!("{ENTRY}\n\n# the end\n  # of it")),
        ),
    ]
}

/// Repairs that write into entries, take readings out, and append.
fn repairs() -> Vec<Repair> {
    let file = || "a.txt".to_owned();
    let no_name = |text: &str, scope| Repair::NotAName {
        text: text.to_owned(),
        scope,
    };
    let entity = || "Moscow".to_owned();
    vec![
        no_name("موسكو", Scope::Article { file: file() }),
        no_name("موسكو", Scope::Everywhere),
        Repair::SetNote {
            entity: entity(),
            note: "سطر\nثان".to_owned(),
        },
        Repair::AddSpelling {
            entity: entity(),
            spelling: "التقرير".to_owned(),
        },
        Repair::Merge {
            from: "Paris".to_owned(),
            into: entity(),
        },
    ]
}

#[test]
fn undoing_restores_every_kind_of_file_byte_for_byte() {
    for (kind, text) in files() {
        let mut desk = Desk::open(text.as_deref());
        let before = desk.file();
        assert_eq!(before, text.map(String::into_bytes), "{kind}");
        let mut states = vec![before];
        let shows = |desk: &mut Desk, repair: &Repair| {
            let ask = RepairCommand::Ask(Box::new(repair.clone()));
            desk.send(Command::Repair(ask));
            desk.send(Command::Repair(RepairCommand::Do));
        };
        for repair in repairs() {
            shows(&mut desk, &repair);
            assert_ne!(Some(&desk.file()), states.last(), "{kind}: {repair:?}");
            states.push(desk.file());
        }
        let undo = |desk: &mut Desk| desk.send(Command::Ui(UiCommand::UndoRepair));
        let redo = |desk: &mut Desk| desk.send(Command::Ui(UiCommand::RedoRepair));
        for state in states.iter().rev().skip(1) {
            undo(&mut desk);
            assert_eq!(desk.file(), *state, "{kind}, undone");
        }
        // There and back again, with the folder read anew between.
        redo(&mut desk);
        assert_eq!(desk.file(), states[1], "{kind}, done again");
        desk.send(Command::Ui(UiCommand::Reload));
        undo(&mut desk);
        assert_eq!(desk.file(), states[0], "{kind}, undone again");
    }
}
