//! Two programs that change one file.

use super::*;

const BASE: &str = "[[entity]]\nid = \"A\"\ntype = \"GPE\"\nnames = [\"ا\", \"ب\"]\nmine = 1\n\
    [[entity]]\nid = \"B\"\ntype = \"GPE\"\nnames = [\"ج\"]\n";

fn note(note: &str) -> Repair {
    let (entity, note) = ("A".to_owned(), note.to_owned());
    Repair::SetNote { entity, note }
}

fn unspell(spelling: &str) -> Repair {
    let (entity, spelling) = ("A".to_owned(), spelling.to_owned());
    Repair::RemoveSpelling { entity, spelling }
}

#[test]
fn lists_are_joined_and_both_additions_stay() {
    let base = file(BASE);
    let ours = done(&done(&base, &spell("A", "د")), &unspell("ا"));
    let theirs = done(&done(&base, &spell("A", "ه")), &note("لهم"));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    let a = merged.file.entity("A").expect("A");
    assert_eq!(
        (a.names.as_slice(), a.not.as_slice()),
        (
            &["ب", "ه", "د"].map(str::to_owned)[..],
            &["ا".to_owned()][..]
        )
    );
    assert_eq!(a.note.as_deref(), Some("لهم"));
    assert_eq!(a.unknown, [("mine".to_owned(), "1".to_owned())]);
}

#[test]
fn single_values_conflict_only_when_both_changed_them_otherwise() {
    let base = file(BASE);
    let (ours, theirs) = (done(&base, &note("لنا")), done(&base, &note("لهم")));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.file, theirs);
    let [conflict] = merged.conflicts.as_slice() else {
        panic!("{:?}", merged.conflicts);
    };
    assert_eq!(
        (&conflict.key, conflict.fields.as_slice()),
        (&Key::Entity("A".into()), &["note"][..])
    );
    let again = conflict
        .again(&merged.file)
        .apply(&merged.file)
        .expect("applies");
    assert_eq!(again, ours, "the reader insists");
    assert_eq!(merge(&base, &ours, &ours).conflicts, []);
    assert_eq!(merge(&base, &base, &theirs).file, theirs);
    assert_eq!(merge(&base, &ours, &base).file, ours);
}

#[test]
fn what_one_adds_and_the_other_denies_is_a_conflict() {
    let base = file(BASE);
    let (adds, denies) = (done(&base, &spell("A", "د")), done(&base, &unspell("د")));
    for (ours, theirs, field) in [(&adds, &denies, "names"), (&denies, &adds, "not")] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(&merged.file, theirs);
        assert_eq!(merged.conflicts[0].fields, [field]);
        let again = merged.conflicts[0].again(&merged.file);
        assert_eq!(&again.apply(&merged.file).expect("applies"), ours);
    }
}

#[test]
fn merges_of_two_readers_make_no_circle() {
    let base = file(BASE);
    let (ours, theirs) = (
        done(&base, &merge_of("A", "B")),
        done(&base, &merge_of("B", "A")),
    );
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.file, theirs);
    assert_eq!(merged.conflicts[0].fields, ["same_as"]);
    assert_eq!(merged.file.problems(), []);
}

#[test]
fn readings_and_whole_entries_conflict() {
    let base = done(&file(""), &mark("باكو", here("a", 1), "Baku"));
    let ours = done(&base, &no_name("باكو", here("a", 1)));
    let theirs = done(&base, &mark("باكو", here("a", 1), "Ilham Aliyev"));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((&merged.file, merged.conflicts.len()), (&theirs, 1));
    let empty = file("");
    let merged = merge(&base, &ours, &empty);
    assert_eq!(merged.file, empty, "they took it out");
    let conflict = &merged.conflicts[0];
    assert_eq!(
        (conflict.theirs.as_ref(), conflict.ours.is_some()),
        (None, true)
    );
    let again = conflict
        .again(&merged.file)
        .apply(&merged.file)
        .expect("applies");
    assert_eq!(again, ours);
    let merged = merge(&base, &empty, &theirs);
    assert_eq!((&merged.file, merged.conflicts.len()), (&theirs, 1));
    assert_eq!(merge(&base, &empty, &base).file, empty);
}
