//! What each repair does to the file.

use super::*;
use crate::base::Message as _;

const ARMENIA: &str = "[[entity]]\nid = \"A\"\ntype = \"GPE\"\nar = \"أرمينيا\"\nnames = [\"ارمنيا\"]\n\
    [[entity]]\nid = \"B\"\ntype = \"GPE\"\nar = \"بيروت\"\n";

fn verdicts(names: &NamesFile) -> Vec<(Scope, Verdict)> {
    let readings = names.readings().iter().map(|r| &r.value);
    readings
        .map(|r| (r.scope.clone(), r.verdict.clone()))
        .collect()
}

fn names(entity: &str) -> Verdict {
    let entity = entity.to_owned();
    Verdict::Names { entity, kind: None }
}

#[test]
fn a_wider_word_takes_back_narrower_ones_that_contradict_it_and_undo_restores_them() {
    let known = &World;
    let mut history = History::default();
    let start = file("");
    let mut at = start.clone();
    let article = Scope::Article { file: "a".into() };
    for repair in [
        no_name("باكو", here("a", 7)),
        mark("باكو", here("b", 3), "Baku"),
        mark("بَاكو", article, "Baku"),
    ] {
        at = history.act(&at, repair, known).expect("done");
    }
    let before = at.clone();
    assert_eq!(at.readings().len(), 2, "the one in a is contradicted");
    at = history
        .act(&at, no_name("باكو", Scope::Everywhere), known)
        .expect("done");
    assert_eq!(verdicts(&at), [(Scope::Everywhere, Verdict::NoName)]);
    at = history.undo(&at).expect("undone").expect("one");
    assert_eq!(at, before);
    while let Some(undone) = history.undo(&at).expect("undone") {
        at = undone;
    }
    assert_eq!(at, start);
    while let Some(redone) = history.redo(&at).expect("redone") {
        at = redone;
    }
    assert_eq!(verdicts(&at), [(Scope::Everywhere, Verdict::NoName)]);
}

#[test]
fn a_mark_replaces_what_overlaps_it() {
    let at = done(&file(""), &no_name("علييف", here("a", 6)));
    let at = done(&at, &no_name("علييف", here("a", 60)));
    let at = done(&at, &mark("إلهام علييف", here("a", 0), "Ilham Aliyev"));
    assert_eq!(
        verdicts(&at),
        [
            (here("a", 60), Verdict::NoName),
            (here("a", 0), names("Ilham Aliyev"))
        ]
    );
}

#[test]
fn a_changed_span_replaces_the_old_one() {
    let words = |start, text: &str| Words {
        start,
        text: text.to_owned(),
    };
    let change = |to: Words, reach| Repair::ChangeSpan {
        file: "a".into(),
        from: words(6, "علييف"),
        to,
        reach,
        meaning: Meaning::Entity("Ilham Aliyev".into()),
    };
    let at = done(&file(""), &mark("علييف", here("a", 6), "Ilham Aliyev"));
    let grown = done(&at, &change(words(0, "إلهام علييف"), RepairReach::Here));
    assert_eq!(verdicts(&grown), [(here("a", 0), names("Ilham Aliyev"))]);
    let moved = done(&at, &change(words(20, "حيدر"), RepairReach::Here));
    let expected = [
        (here("a", 6), Verdict::NoName),
        (here("a", 20), names("Ilham Aliyev")),
    ];
    assert_eq!(verdicts(&moved), expected);
}

#[test]
fn a_shortened_name_says_which_part_is_the_name() {
    let words = |start, text: &str| Words {
        start,
        text: text.to_owned(),
    };
    let shorten = |reach| Repair::ChangeSpan {
        file: "a".into(),
        from: words(6, "ماكرون أجريا"),
        to: words(6, "ماكرون"),
        reach,
        meaning: Meaning::OfType(EntityType::Per),
    };
    let part = Verdict::Part {
        name: "ماكرون".into(),
        kind: EntityType::Per,
    };
    for reach in [RepairReach::Here, RepairReach::Everywhere] {
        let at = done(&file(""), &shorten(reach));
        assert_eq!(verdicts(&at), [(reach.scope("a", 6), part.clone())]);
    }
    let text = written("", &shorten(RepairReach::Everywhere));
    let expected = "[[reading]]\ntext = \"ماكرون أجريا\"\ntype = \"PER\"\nname = \"ماكرون\"\n";
    assert_eq!(text, expected);
    // What the reader alone made a name is made shorter instead.
    let scope = Scope::Everywhere;
    let marked = done(&file(""), &mark("ماكرون أجريا", scope.clone(), "Baku"));
    let at = done(&marked, &shorten(RepairReach::Everywhere));
    assert_eq!(verdicts(&at), [(scope, names("Baku"))]);
    let wrong = file("[[reading]]\ntext = \"ماكرون\"\ntype = \"PER\"\nname = \"باكو\"\n");
    assert_eq!(wrong.problems()[0].kind.code(), "reading-name-elsewhere");
}

#[test]
fn types_change_for_a_mention_or_for_the_entity() {
    let change = |scope, entity: Option<&str>, kind| Repair::ChangeType {
        text: "باكو".into(),
        scope,
        entity: entity.map(str::to_owned),
        kind,
    };
    let at = done(
        &file(""),
        &change(here("a", 0), Some("Baku"), EntityType::Org),
    );
    let entity = "Baku".to_owned();
    let kind = Some(EntityType::Org);
    assert_eq!(
        verdicts(&at),
        [(here("a", 0), Verdict::Names { entity, kind })]
    );
    let at = done(
        &at,
        &change(Scope::Everywhere, Some("Baku"), EntityType::Org),
    );
    assert_eq!(at.entity("Baku").map(|e| e.kind), Some(EntityType::Org));
    assert_eq!(verdicts(&at), [(here("a", 0), names("Baku"))]);
    let at = done(&file(""), &change(Scope::Everywhere, None, EntityType::Loc));
    assert_eq!(
        verdicts(&at),
        [(Scope::Everywhere, Verdict::OfType(EntityType::Loc))]
    );
}

#[test]
fn amending_a_lower_layer_says_only_what_is_new() {
    let at = done(&file(""), &spell("Baku", "باكوو"));
    let entry = at.entity("Baku").expect("an entry");
    let shown = World.known("Baku").expect("known").ar;
    // Else the new spelling would be the name shown.
    let expected = (EntityType::Gpe, Some(shown.as_str()));
    assert_eq!((entry.kind, entry.ar.as_deref()), expected);
    assert_eq!(entry.names, ["باكوو"]);
    let (ar, en) = (Some("فلان".to_owned()), Some("Fulan".to_owned()));
    let entity = "فلان الفلاني".to_owned();
    let at = done(&at, &Repair::Rename { entity, ar, en });
    let entry = at.entity("فلان الفلاني").expect("an entry");
    assert_eq!(entry.ar.as_deref(), Some("فلان"));
    assert_eq!(entry.names, ["فلان الفلاني"], "the old name is a spelling");
    assert_eq!(entry.en.as_deref(), Some("Fulan"));
    assert_eq!(entry.country.as_deref(), Some("Azerbaijan"));
    assert_eq!(at.unknown_ids(&World), []);
}

#[test]
fn merges_follow_chains_and_turn_round() {
    let at = done(&file(ARMENIA), &merge_of("A", "B"));
    let at = done(&at, &merge_of("A", "Baku"));
    assert_eq!(at.canonical("A"), "Baku", "B came along");
    assert_eq!(at.entity("A").expect("A").same_as.as_deref(), Some("B"));
    assert_eq!(at.entity("B").expect("B").same_as.as_deref(), Some("Baku"));
    let at = done(&at, &merge_of("Baku", "A"));
    assert_eq!((at.canonical("B"), at.canonical("Baku")), ("A", "A"));
    assert_eq!(at.problems(), []);
    let same = RepairFault::SameEntity { id: "A".into() };
    assert_eq!(merge_of("A", "A").patch(&at, &World), Err(same));
    let id = "Nobody".to_owned();
    let unknown = RepairFault::UnknownEntity { id };
    assert_eq!(merge_of("A", "Nobody").patch(&at, &World), Err(unknown));
    let (entity, other) = ("A".to_owned(), "B".to_owned());
    let apart = Repair::DifferentFrom { entity, other };
    let at = done(&done(&file(ARMENIA), &merge_of("A", "B")), &apart);
    assert_eq!(at.canonical("A"), "A");
    assert_eq!(at.entity("A").expect("A").different, ["B"]);
    let at = done(&at, &merge_of("B", "A"));
    assert!(at.entity("A").expect("A").different.is_empty());
}

#[test]
fn spellings_are_split_off_with_their_readings() {
    let at = done(&file(ARMENIA), &mark("ارمنيا", here("a", 5), "A"));
    let split = |into: &str| Repair::Split {
        entity: "A".into(),
        spellings: vec!["ارمنيا".into(), "ارمنية".into()],
        into: into.into(),
    };
    let after = done(&at, &split("C"));
    let (a, c) = (after.entity("A").expect("A"), after.entity("C").expect("C"));
    assert!(a.names.is_empty() && a.not == ["ارمنيا", "ارمنية"]);
    assert_eq!((c.ar.as_deref(), c.kind), (Some("ارمنيا"), EntityType::Gpe));
    assert_eq!(
        (&c.names, &c.different),
        (&vec!["ارمنية".to_owned()], &vec!["A".to_owned()])
    );
    assert_eq!(verdicts(&after), [(here("a", 5), names("C"))]);
    let id = "B".to_owned();
    assert_eq!(
        split("B").patch(&at, &World),
        Err(RepairFault::IdTaken { id })
    );
}

#[test]
fn a_spelling_has_one_owner() {
    let at = done(&file(ARMENIA), &no_name("ارمنيا", Scope::Everywhere));
    let at = done(&at, &spell("B", "أرمنيا"));
    assert!(at.entity("A").expect("A").names.is_empty());
    assert_eq!(at.entity("B").expect("B").names, ["أرمنيا"]);
    assert!(at.readings().is_empty());
    let fault = spell("B", "أرمينيا").patch(&at, &World).expect_err("shown");
    assert_eq!(fault.code(), "repair-spelling-shown");
    let (entity, spelling) = ("B".to_owned(), "بيروت".to_owned());
    let at = done(&at, &Repair::RemoveSpelling { entity, spelling });
    let b = at.entity("B").expect("B");
    assert_eq!(
        (b.ar.as_deref(), b.not.as_slice()),
        (None, &["بيروت".to_owned()][..])
    );
    let back = done(&at, &spell("B", "بيروت"));
    assert!(back.entity("B").expect("B").not.is_empty());
    assert_eq!(
        spell("B", " - ").patch(&at, &World),
        Err(RepairFault::EmptyName)
    );
}

#[test]
fn undo_works_after_others_changed_other_entries_and_says_what_stands_in_the_way() {
    let mut history = History::default();
    let base = file(ARMENIA);
    let ours = history
        .act(&base, spell("A", "هايستان"), &World)
        .expect("done");
    let ours = history
        .act(&ours, spell("B", "بيروث"), &World)
        .expect("done");
    let merged = merge(&base, &ours, &done(&base, &spell("A", "ارمينية"))).file;
    let undone = history.undo(&merged).expect("undone").expect("one");
    assert!(undone.entity("B").expect("B").names.is_empty());
    let conflict = history.undo(&undone).expect_err("A is otherwise");
    assert_eq!(conflict.changed, [Key::Entity("A".into())]);
    assert_eq!(history.to_undo(), Some(&spell("A", "هايستان")), "not lost");
    assert_eq!(history.keep_last(), Some(spell("A", "هايستان")));
    let redone = history.redo(&undone).expect("redone").expect("one");
    assert_eq!(redone, merged);
    history
        .act(&base, spell("A", "ارمنيا"), &World)
        .expect("done");
    assert_eq!(
        history.to_undo(),
        Some(&spell("B", "بيروث")),
        "nothing changed"
    );
}

#[test]
fn an_entity_of_the_texts_alone_gets_an_entry_where_others_speak_of_it() {
    let found = "فلان الفلاني";
    let merged = done(&file(""), &merge_of("Baku", found));
    let entry = merged.entity(found).expect("an entry");
    assert_eq!(entry.ar.as_deref(), Some(found));
    assert_eq!(merged.canonical("Baku"), found);
    let marked = done(&file(""), &mark("فلان", here("a", 0), found));
    assert_eq!(marked.unknown_ids(&World), []);
    assert!(marked.entity(found).is_some());
    let (entity, other) = ("Baku".to_owned(), found.to_owned());
    let apart = done(&file(""), &Repair::DifferentFrom { entity, other });
    assert!(apart.entity(found).is_some());
    // One that a list knows needs none.
    let merged = done(&file(""), &merge_of(found, "Baku"));
    assert!(merged.entity("Baku").is_none());
}

#[test]
fn what_says_nothing_writes_nothing() {
    for entity in ["Baku", "فلان الفلاني"] {
        let entity = entity.to_owned();
        let note = Repair::SetNote {
            entity: entity.clone(),
            note: " ".to_owned(),
        };
        let (ar, en) = (None, None);
        for repair in [note, Repair::Rename { entity, ar, en }] {
            let patch = repair.patch(&file(""), &World).expect("a repair");
            assert!(patch.is_empty(), "{repair:?}");
        }
    }
}

#[test]
fn a_mark_that_is_no_spelling_of_itself_goes() {
    let (text, scope) = ("القاعة".to_owned(), Scope::Everywhere);
    let meaning = Meaning::OfType(EntityType::Loc);
    let marked = done(
        &file(""),
        &Repair::Mark {
            text,
            scope,
            meaning,
        },
    );
    let (entity, spelling) = ("القاعة".to_owned(), "القاعة".to_owned());
    let at = done(&marked, &Repair::RemoveSpelling { entity, spelling });
    assert_eq!(at, file(""));
}
