//! Bytes that stay as they are.

use super::*;

const SEEDS: &str = crate::corpus::embedded::ENTITIES_TOML;

/// The lines of `new` that `old` does not have and the other way round.
fn changed_lines<'t>(old: &'t str, new: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let same_before = old
        .lines()
        .zip(new.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let pairs = old.lines().rev().zip(new.lines().rev());
    let short = old.lines().count().min(new.lines().count()) - same_before;
    let same_after = pairs.take(short).take_while(|(a, b)| a == b).count();
    let cut = |text: &'t str| {
        let n = text.lines().count();
        text.lines()
            .take(n - same_after)
            .skip(same_before)
            .collect()
    };
    (cut(old), cut(new))
}

#[test]
fn in_the_real_file_only_the_lines_of_the_repair_change() {
    let new = written(SEEDS, &spell("Nagorno-Karabakh", "كره باغ"));
    let (gone, come) = changed_lines(SEEDS, &new);
    assert_eq!((gone, come), (vec![], vec!["  \"كره باغ\","]));
    let at = new.find("\"كره باغ\"").expect("there");
    assert!(
        new.get(..at)
            .is_some_and(|before| before.contains("a misprint of the sources"))
    );

    let new = written(SEEDS, &spell("Baku", "باكوو"));
    let (gone, come) = changed_lines(SEEDS, &new);
    assert_eq!(
        (gone, come),
        (vec!["names = []"], vec!["names = [\"باكوو\"]"])
    );

    let note = Repair::SetNote {
        entity: "Armenia".into(),
        note: "سطر \"أول\"\nسطر ثان".into(),
    };
    let new = written(SEEDS, &note);
    let (gone, come) = changed_lines(SEEDS, &new);
    assert!(
        gone.is_empty() && come[0].starts_with("note = "),
        "{come:?}"
    );

    let new = written(SEEDS, &merge_of("Armenia", "Baku"));
    let (gone, come) = changed_lines(SEEDS, &new);
    assert_eq!((gone, come), (vec![], vec!["same_as = \"Baku\""]));

    let new = written(SEEDS, &no_name("الجمعة", here("a.txt", 1204)));
    let block = "\n[[reading]]\ntext = \"الجمعة\"\nfile = \"a.txt\"\nstart = 1204\nname = false\n";
    assert_eq!(new, format!("{SEEDS}{block}"));
}

#[test]
fn undone_and_written_again_the_real_file_is_as_it_was() {
    for repair in [
        spell("Nagorno-Karabakh", "كره باغ"),
        merge_of("Armenia", "Baku"),
        no_name("الجمعة", Scope::Everywhere),
        mark("باكو", here("a", 3), "Baku"),
        spell("فلان الفلاني", "فلان"),
    ] {
        let names = file(SEEDS);
        let patch = repair.patch(&names, &World).expect("a repair");
        let new = write(SEEDS, &patch).expect("written");
        assert_eq!(
            write(&new, &patch.inverse()).as_deref(),
            Ok(SEEDS),
            "{repair:?}"
        );
    }
}

#[test]
fn line_ends_and_the_byte_order_mark_survive() {
    let text = "\u{FEFF}# c\r\n[[entity]]\r\nid = \"A\" # id\r\ntype = \"GPE\"\r\nnames = [\r\n  \"ا\", # one\r\n  \"ب\" # two\r\n]\r\n";
    let new = written(text, &spell("A", "ج"));
    let expected = text.replace("\"ب\" # two", "\"ب\", # two\r\n  \"ج\",");
    assert_eq!(new, expected);
    let new = written(&new, &no_name("س", Scope::Everywhere));
    assert_eq!(
        new,
        format!("{expected}\r\n[[reading]]\r\ntext = \"س\"\r\nname = false\r\n")
    );
    let note = Repair::SetNote {
        entity: "A".into(),
        note: "س\nص\t\"\\".into(),
    };
    let new = written(text, &note);
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
}

#[test]
fn empty_files_and_files_without_a_last_line_break_are_written() {
    let reading = "[[reading]]\ntext = \"س\"\nname = false\n";
    let repair = no_name("س", Scope::Everywhere);
    assert_eq!(written("", &repair), reading);
    assert_eq!(written("\u{FEFF}", &repair), format!("\u{FEFF}{reading}"));
    assert_eq!(written("# c", &repair), format!("# c\n\n{reading}"));
    let entity = "[[entity]]\nid = \"A\"\ntype = \"GPE\"";
    assert_eq!(written(entity, &repair), format!("{entity}\n\n{reading}"));
    let new = written(entity, &spell("A", "ا"));
    assert_eq!(new, format!("{entity}\nnames = [\"ا\"]"));
}

#[test]
fn unknown_keys_tables_and_comments_survive_a_removal() {
    let text = "# top\n[[entity]]\nid = \"A\" # of A\ntype = \"GPE\"\nnote = \"a # b\"\nx.y = 1\n# inside\n\
        [entity.sub]\n\"k#\" = 1\n\n[[entity]]\nid = \"B\"\ntype = \"GPE\"\nnames = [\"ب\"]\n[other]\nz = 1\n";
    let names = file(text);
    let mut without = names.clone();
    without.entities.remove(0);
    let patch = names.patch_to(&without);
    let new = write(text, &patch).expect("written");
    let rest = "[[entity]]\nid = \"B\"\ntype = \"GPE\"\nnames = [\"ب\"]\n[other]\nz = 1\n";
    assert_eq!(new, format!("# top\n# of A\n# inside\n\n{rest}"));
    let back = write(&new, &patch.inverse()).expect("written");
    assert_eq!(
        file(&back),
        names,
        "unknown keys and the order come back: {back}"
    );
    let new = written(text, &spell("A", "ا"));
    assert_eq!(
        new,
        text.replace("\"GPE\"\nnote", "\"GPE\"\nnames = [\"ا\"]\nnote")
    );
}

#[test]
fn hostile_ids_and_layouts_come_back() {
    let id = "\"]]\\ \u{202E}#'''\"\"\"\t\n[[entity]]";
    let split = Repair::Split {
        entity: "Baku".into(),
        spellings: vec!["ا\"]#\\".into(), "ب\u{7F}ب".into()],
        into: id.into(),
    };
    for text in [
        "",
        "a = \"\"\"\n[[entity]]\n\"\"\"\n",
        "[[ entity ]]\n\"id\" = '''A'''\n'type' = \"GPE\"\nnames=[ \"ا\" ,\"ب\",]#c\n",
    ] {
        let new = written(text, &split);
        assert!(file(&new).entity(id).is_some(), "{new}");
        assert!(new.starts_with(text));
    }
    let text = "[[entity]]\nid = \"A\"\ntype = \"GPE\"\nnames = [ # open\n \"ا\", \"ب\", # two\n \"ج\" ]\n";
    let new = written(text, &spell("A", "د"));
    let remove = |spelling: &str| Repair::RemoveSpelling {
        entity: "A".into(),
        spelling: spelling.into(),
    };
    for spelling in ["ا", "ب", "ج", "د"] {
        let new = written(&new, &remove(spelling));
        assert!(new.contains("# open") && new.contains("# two"), "{new}");
    }
    let none = ["ا", "ب", "ج", "د"]
        .iter()
        .fold(new, |text, s| written(&text, &remove(s)));
    assert!(none.contains("# open") && none.contains("# two"), "{none}");
    written(&none, &spell("A", "ه"));
}

#[test]
fn a_patch_for_another_text_is_refused() {
    let patch = spell("A", "ا").patch(&file("[[entity]]\nid = \"A\"\ntype = \"GPE\"\n"), &World);
    let changed = vec![Key::Entity("A".into())];
    let conflict = WriteFault::Conflict(Conflict { changed });
    assert_eq!(write("", &patch.expect("a repair")), Err(conflict));
}
