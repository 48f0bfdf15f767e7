//! Entity files with mistakes: each is a problem with its line, the rest loads.

use warraq::base::Word;
use warraq::corpus::{EntityFault, ProblemKind};
use warraq::entity::{EntityType, parse_definitions};

/// The ids that load and the problems, by line.
fn read(text: &str) -> (Vec<String>, Vec<(u32, EntityFault)>) {
    let (definitions, problems) = parse_definitions("entities.toml", text);
    let problems = problems.into_iter().map(|problem| {
        assert_eq!(problem.file.as_deref(), Some("entities.toml"));
        match problem.kind {
            ProblemKind::Entity(fault) => match problem.line {
                Some(line) => (line, fault),
                None => panic!("no line: {fault:?}"),
            },
            other => panic!("{other:?}"),
        }
    });
    let problems = problems.collect();
    (definitions.into_iter().map(|d| d.id).collect(), problems)
}

const GOOD: &str = "[[entity]]\nid = \"Baku\"\ntype = \"GPE\"\nnames = [\"باكو\"]\n";

#[test]
fn a_good_entry_keeps_everything() {
    let text = "title = 1\n[[entity]]\nid = \"X\"\ntype = \"gpe\"\nar = \"س\"\nnames = [\"ص\", \"ض\"]\n\
                country = \"Y\"\nambiguous = [\"ض\"]\nnote = \"kept by others\"\n";
    let (definitions, problems) = parse_definitions("entities.toml", text);
    assert_eq!(problems, []);
    let [definition] = definitions.as_slice() else {
        panic!("{definitions:?}");
    };
    assert_eq!(definition.kind, EntityType::Gpe);
    assert_eq!(definition.ar.as_deref(), Some("س"));
    assert_eq!(definition.names, ["س", "ص", "ض"]);
    let ambiguous = ["س", "ص", "ض"].map(|name| definition.ambiguous.contains(name));
    assert_eq!(ambiguous, [false, false, true]);
    assert_eq!(definition.country.as_deref(), Some("Y"));
}

#[test]
fn a_missing_key_is_a_problem_of_its_entry() {
    for (key, body) in [
        ("id", "type = \"GPE\"\nnames = [\"س\"]"),
        ("type", "id = \"X\"\nnames = [\"س\"]"),
    ] {
        let text = format!("{GOOD}\n[[entity]]\n{body}\n");
        let (ids, problems) = read(&text);
        assert_eq!(ids, ["Baku"]);
        assert_eq!(problems, [(6, EntityFault::MissingKey { key })]);
    }
}

#[test]
fn a_bad_value_is_a_problem_of_its_line() {
    let value = "CITY".to_owned();
    let key = "names";
    let expected = Word("value-strings");
    for (body, line, fault) in [
        (
            "type = \"CITY\"\nnames = [\"س\"]",
            8,
            EntityFault::UnknownType { value },
        ),
        (
            "type = \"GPE\"\nnames = \"س\"",
            9,
            EntityFault::WrongType { key, expected },
        ),
        (
            "type = \"GPE\"\nnames = [\"س\", \" - \"]",
            9,
            EntityFault::EmptyName,
        ),
    ] {
        let text = format!("{GOOD}\n[[entity]]\nid = \"X\"\n{body}\n");
        let (ids, problems) = read(&text);
        assert_eq!(ids, ["Baku"]);
        assert_eq!(problems, [(line, fault)], "{text}");
    }
}

#[test]
fn ids_and_names_are_used_once() {
    let other = "[[entity]]\nid = \"Other\"\ntype = \"GPE\"\nnames = [\"بَاكو\", \"س\"]\n";
    let (ids, problems) = read(&format!("{GOOD}{GOOD}{other}"));
    assert_eq!(ids, ["Baku", "Other"]);
    let taken = EntityFault::IdTaken {
        id: "Baku".to_owned(),
        first_line: 1,
    };
    let name = EntityFault::NameTaken {
        name: "بَاكو".to_owned(),
        owner: "Baku".to_owned(),
    };
    assert_eq!(problems, [(5, taken), (9, name)]);
}

#[test]
fn a_syntax_error_costs_one_entry() {
    let broken = "[[entity]]\nid = \"Broken\ntype = \"GPE\"\nnames = [\"س\"]\n";
    let other = GOOD.replace("Baku", "Other").replace("باكو", "غيرها");
    let (ids, problems) = read(&format!("{GOOD}\n{broken}\n{other}"));
    assert_eq!(ids, ["Baku", "Other"]);
    let [(line, EntityFault::Syntax { .. })] = problems.as_slice() else {
        panic!("{problems:?}");
    };
    assert_eq!(*line, 7);
}

#[test]
fn a_file_that_is_no_toml_is_one_problem() {
    let (ids, problems) = read("هذا نص عادي\n");
    assert!(ids.is_empty());
    assert!(
        matches!(problems.as_slice(), [(1, EntityFault::Syntax { .. })]),
        "{problems:?}"
    );
    assert_eq!(read(""), (Vec::new(), Vec::new()));
    let expected = Word("value-entities");
    let key = "entity";
    let fault = EntityFault::WrongType { key, expected };
    assert_eq!(read("entity = 3\n").1, [(1, fault)]);
}
