//! Files as people write them.

use super::*;
use crate::base::Word;
use crate::corpus::{EntityFault, ProblemKind};

/// The problems, by line.
fn faults(names: &NamesFile) -> Vec<(u32, EntityFault)> {
    let problems = names.problems().into_iter();
    let faults = problems.map(|problem| match problem.kind {
        ProblemKind::Entity(fault) => (problem.line.expect("a line"), fault),
        other => panic!("{other:?}"),
    });
    faults.collect()
}

#[test]
fn every_key_is_read() {
    let text = "[[entity]]\nid = \"X\"\ntype = \"PER\"\nen = \"Mr X\"\nnote = \"  \"\nnot = [\"ص\", \"ص\"]\n\
        same_as = \"Y\"\ndifferent = [\"Z\"]\nmine = {a = 1}\n[entity.sub]\n\"k k\" = [1, 2] # c\n\
        [[reading]]\ntext = \"الجمعة \"\nfile = \"a.txt\"\nstart = 12\nentity = \"X\"\ntype = \"LOC\"\n";
    let names = file(text);
    assert_eq!(names.problems(), []);
    let entry = names.entity("X").expect("X");
    assert_eq!(
        (entry.en.as_deref(), entry.note.as_deref()),
        (Some("Mr X"), None)
    );
    assert_eq!(
        (entry.not.as_slice(), entry.same_as.as_deref()),
        (&["ص".to_owned()][..], Some("Y"))
    );
    assert_eq!(
        entry.unknown,
        [
            ("mine".to_owned(), "{a = 1}".to_owned()),
            ("sub".to_owned(), "{ \"k k\" = [1, 2] }".to_owned())
        ]
    );
    let reading = &names.readings()[0];
    assert_eq!(reading.line, Some(12));
    assert_eq!(
        (reading.value.text.as_str(), &reading.value.scope),
        ("الجمعة ", &here("a.txt", 12))
    );
}

#[test]
fn bad_readings_cost_themselves() {
    let bad = [
        ("start = 1\nname = false", 3, EntityFault::StartWithoutFile),
        (
            "name = false\ntype = \"PER\"",
            3,
            EntityFault::NameAndNoName,
        ),
        ("file = \"a\"", 1, EntityFault::MissingKey { key: "entity" }),
        (
            "file = \"a\"\nstart = -1\nname = false",
            4,
            EntityFault::WrongType {
                key: "start",
                expected: Word("value-natural"),
            },
        ),
    ];
    for (body, line, fault) in bad {
        let text =
            format!("[[reading]]\ntext = \"س\"\n{body}\n[[reading]]\ntext = \"س\"\nname = false\n");
        let names = file(&text);
        assert_eq!(faults(&names), [(line, fault)], "{text}");
        assert_eq!(names.readings().len(), 1);
    }
    let twice = "[[reading]]\ntext = \"س\"\nname = false\n".repeat(2);
    let taken = EntityFault::ReadingTaken {
        text: "س".into(),
        first_line: 1,
    };
    assert_eq!(faults(&file(&twice)), [(4, taken)]);
}

#[test]
fn circles_and_unknown_ids_are_problems() {
    let entry = |id: &str, same: &str| {
        format!("[[entity]]\nid = \"{id}\"\ntype = \"PER\"\nsame_as = \"{same}\"\n")
    };
    let names = file(
        &[
            entry("A", "B"),
            entry("B", "A"),
            entry("C", "A"),
            entry("D", "D"),
        ]
        .concat(),
    );
    let circle = |id: &str| EntityFault::SameAsCircle { id: id.into() };
    assert_eq!(
        faults(&names),
        [(1, circle("A")), (5, circle("B")), (13, circle("D"))]
    );
    assert_eq!((names.canonical("A"), names.canonical("D")), ("A", "D"));
    let names = file(&format!(
        "{}[[entity]]\nid = \"N\"\ntype = \"PER\"\n",
        entry("E", "Nobody")
    ));
    let lines: Vec<_> = names.unknown_ids(&World).iter().map(|p| p.line).collect();
    assert_eq!(lines, [Some(1), Some(5)]);
}

#[test]
fn a_broken_file_is_read_in_parts_and_never_written() {
    let text = "[[entity]]\nid = \"A\"\ntype = \"PER\"\nnames = [\"ا\"]\n[[entity]]\nid = \"B\n\
        [[reading]]\ntext = \"س\"\nname = false\n";
    let names = file(text);
    assert!(!names.is_toml());
    assert_eq!((names.entities().len(), names.readings().len()), (1, 1));
    let patch = spell("A", "ب").patch(&names, &World).expect("a repair");
    assert!(patch.apply(&names).is_ok(), "the reader goes on");
    assert_eq!(write(text, &patch), Err(WriteFault::NotToml { line: 6 }));
    for (line, text) in [(1, "entity = 3\n"), (2, "reading = []\nentity = []\n")] {
        let patch = spell("Baku", "ب")
            .patch(&file(text), &World)
            .expect("a repair");
        assert_eq!(
            write(text, &patch),
            Err(WriteFault::NotToml { line }),
            "{text}"
        );
    }
}

#[test]
fn a_huge_file_is_read_and_written() {
    let entry = |n: u32| {
        format!(
            "[[reading]]\ntext = \"اسم {n}\"\nfile = \"{n}.txt\"\nstart = {n}\nname = false\n\n"
        )
    };
    let text: String = (0..20_000).map(entry).collect();
    let names = file(&text);
    assert_eq!((names.readings().len(), names.problems()), (20_000, vec![]));
    let new = written(&text, &no_name("اسم", here("5.txt", 5)));
    assert_eq!(new.lines().count(), text.lines().count());
}
