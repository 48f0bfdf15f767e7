//! What holds of any sequence of repairs.

use super::*;
use crate::base::Message as _;
use proptest::prelude::*;

/// Files with layouts that are hard to write to.
const FILES: [&str; 5] = [
    "",
    "# top\n[[entity]]\nid = \"A\"\ntype = \"GPE\"\nar = \"ا\" # shown\nnames = [\n  \"بب\", # one\n  \"جج\"]\nx = {y = 1}\n\n[[entity]]\nid = \"B\"\ntype = \"PER\"\nnames = []",
    "\u{FEFF}[[reading]]\r\ntext = \"باكو\"\r\nname = false # no\r\n\r\n[[entity]]\r\nid = \"B\"\r\ntype = \"ORG\"\r\nnot = [\"بب\"]\r\n[entity.sub]\r\nk = 1\r\n[[reading]]\r\ntext = \"بب\"\r\nfile = \"a\"\r\nentity = \"B\"\r\n",
    "[[entity]]\nid = \"A\"\ntype = \"LOC\"\nambiguous = true\nnames = [\"باكو\", \"بب\",\n# last\n]\n[[reading]]\ntext = \"جج\"\nfile = \"a\"\nstart = 2\ntype = \"LOC\"\n[[entity]]\nid = \"B\"\ntype = \"LOC\"\nsame_as = \"A\"\n[z]\nq = 1",
    "[[entity]]\nid = \"Baku\"\ntype = \"GPE\"\ndifferent = [\"A\"]\n[[entity]]\nid = \"bad\"\n[[entity]]\nid = \"A\"\ntype = \"PER\"\nnames = [\"بب\", \"بب\", 'جج']\n",
];

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["باكو", "بَاكو", "بب", "جج", "بب جج", "د\"د"]).prop_map(str::to_owned)
}

fn id() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "A",
        "B",
        "Baku",
        "Ilham Aliyev",
        "فلان الفلاني",
        "N\n1",
        "?",
    ])
    .prop_map(str::to_owned)
}

fn kind() -> impl Strategy<Value = EntityType> {
    prop::sample::select(EntityType::ALL.to_vec())
}

fn file_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b"]).prop_map(str::to_owned)
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::Everywhere),
        file_name().prop_map(|file| Scope::Article { file }),
        (file_name(), 0_u32..9).prop_map(|(file, start)| Scope::Here { file, start }),
    ]
}

fn meaning() -> impl Strategy<Value = Meaning> {
    prop_oneof![
        kind().prop_map(Meaning::OfType),
        id().prop_map(Meaning::Entity)
    ]
}

fn words() -> impl Strategy<Value = Words> {
    (0_u32..9, text()).prop_map(|(start, text)| Words { start, text })
}

fn repair() -> impl Strategy<Value = Repair> {
    let reach = prop::sample::select(vec![
        RepairReach::Here,
        RepairReach::Article,
        RepairReach::Everywhere,
    ]);
    let maybe = |of: BoxedStrategy<String>| prop::option::of(of);
    prop_oneof![
        (text(), scope(), meaning()).prop_map(|(text, scope, meaning)| Repair::Mark {
            text,
            scope,
            meaning
        }),
        (text(), scope()).prop_map(|(text, scope)| Repair::NotAName { text, scope }),
        (text(), scope(), maybe(id().boxed()), kind()).prop_map(|(text, scope, entity, kind)| {
            Repair::ChangeType {
                text,
                scope,
                entity,
                kind,
            }
        }),
        (file_name(), words(), words(), reach, meaning()).prop_map(
            |(file, from, to, reach, meaning)| Repair::ChangeSpan {
                file,
                from,
                to,
                reach,
                meaning
            }
        ),
        (text(), scope(), id()).prop_map(|(text, scope, entity)| Repair::SameAs {
            text,
            scope,
            entity
        }),
        (id(), id()).prop_map(|(entity, other)| Repair::DifferentFrom { entity, other }),
        (id(), maybe(text().boxed()), maybe(text().boxed()))
            .prop_map(|(entity, ar, en)| Repair::Rename { entity, ar, en }),
        (id(), id()).prop_map(|(from, into)| Repair::Merge { from, into }),
        (id(), prop::collection::vec(text(), 0..3), id()).prop_map(|(entity, spellings, into)| {
            Repair::Split {
                entity,
                spellings,
                into,
            }
        }),
        (id(), text()).prop_map(|(entity, spelling)| Repair::AddSpelling { entity, spelling }),
        (id(), text()).prop_map(|(entity, spelling)| Repair::RemoveSpelling { entity, spelling }),
        (id(), text()).prop_map(|(entity, note)| Repair::SetNote { entity, note }),
    ]
}

fn repairs() -> impl Strategy<Value = Vec<Repair>> {
    prop::collection::vec(repair(), 0..12)
}

fn source() -> impl Strategy<Value = &'static str> {
    prop::sample::select(FILES.to_vec())
}

/// `start` after those repairs that make sense.
fn after(start: &NamesFile, repairs: &[Repair]) -> NamesFile {
    repairs.iter().fold(start.clone(), |at, repair| {
        repair
            .patch(&at, &World)
            .map_or_else(|_| at.clone(), |patch| patch.apply(&at).expect("applies"))
    })
}

/// The comments of a file whose strings hold none.
fn comments(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.split_once('#'))
        .map(|(_, c)| c.trim())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn undoing_all_gives_the_original_and_redoing_all_the_result(source in source(), repairs in repairs()) {
        let start = file(source);
        let (mut at, mut history) = (start.clone(), History::default());
        for repair in repairs {
            if let Ok(next) = history.act(&at, repair, &World) {
                at = next;
            }
        }
        let end = at.clone();
        while let Some(undone) = history.undo(&at).expect("undone") {
            at = undone;
        }
        prop_assert_eq!(&at, &start);
        while let Some(redone) = history.redo(&at).expect("redone") {
            at = redone;
        }
        prop_assert_eq!(&at, &end);
    }

    #[test]
    fn what_is_written_reads_as_what_was_done(source in source(), repairs in repairs()) {
        let mut text = source.to_owned();
        let mut at = file(source);
        for repair in repairs {
            let Ok(patch) = repair.patch(&at, &World) else { continue };
            text = write(&text, &patch).expect("written");
            at = patch.apply(&at).expect("applies");
            prop_assert_eq!(&file(&text), &at, "{}", text);
            prop_assert!(at.problems().iter().all(|p| p.kind.code() != "entity-same-as-circle"));
            let new = comments(&text);
            prop_assert!(comments(source).iter().all(|c| new.contains(c)), "{}", text);
        }
        let start = file(source);
        // All at once; entries that both have keep their order.
        let patch = start.patch_to(&at);
        let reached = patch.apply(&start).expect("applies");
        let once = write(source, &patch).expect("written");
        prop_assert_eq!(&file(&once), &reached, "{}", once);
        prop_assert!(reached.patch_to(&at).is_empty());
        let back = write(&once, &reached.patch_to(&start)).expect("written");
        prop_assert_eq!(&file(&back), &start, "{}", back);
    }

    #[test]
    fn repairs_of_two_writers_survive_or_are_reported(source in source(), a in repairs(), b in repairs()) {
        let base = file(source);
        let (ours, theirs) = (after(&base, &a), after(&base, &b));
        // Theirs is what they saved.
        let text = write(source, &base.patch_to(&theirs)).expect("written");
        let theirs = file(&text);
        let merged = merge(&base, &ours, &theirs);
        let text = write(&text, &theirs.patch_to(&merged.file)).expect("written");
        prop_assert_eq!(&file(&text), &merged.file);
        let reported = |key: &Key| merged.conflicts.iter().any(|c| c.key == *key);
        for change in base.patch_to(&ours).changes() {
            if theirs.get(&change.key) == base.get(&change.key) && !reported(&change.key) {
                prop_assert_eq!(&merged.file.get(&change.key), &change.after);
            }
        }
        for change in base.patch_to(&theirs).changes() {
            if ours.get(&change.key) == base.get(&change.key) {
                prop_assert_eq!(&merged.file.get(&change.key), &change.after);
            }
        }
        prop_assert_eq!(&merge(&base, &base, &theirs).file, &theirs);
        prop_assert!(merge(&base, &ours, &ours).conflicts.is_empty());
        prop_assert!(merged.file.problems().iter().all(|p| p.kind.code() != "entity-same-as-circle"));
        for conflict in &merged.conflicts {
            let again = conflict.again(&merged.file).apply(&merged.file);
            prop_assert!(again.is_ok());
        }
    }

    #[test]
    fn any_text_is_read_and_an_overlay_of_it_stays_inside(
        text in "[\\[\\]a-e=\"'#\n\u{FEFF}ابج 0-9.-]{0,80}",
        article in "[ابجكو َ.\n]{0,60}",
        repairs in repairs(),
    ) {
        let names = file(&text);
        let unchanged = write(&text, &Patch::default());
        prop_assert!(unchanged.is_err() || unchanged.as_deref() == Ok(text.as_str()));
        let names = after(&names, &repairs);
        let (applied, _) = Overlay::new(&[&names]).of("a", &article);
        let mut end = 0;
        for one in applied {
            let span = one.span.range();
            prop_assert!(span.start >= end && span.end > span.start);
            prop_assert!(article.get(span.clone()).is_some());
            end = span.end;
        }
    }
}
