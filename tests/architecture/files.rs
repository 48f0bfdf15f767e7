//! What every file must be like: readable, documented, licensed.

use super::source::{text_at, words_of};

/// Most lines in a source file.
const MOST_LINES: usize = 500;

/// A source file that holds more than a reader can.
pub(crate) fn length_breaches(path: &str, source: &str) -> Vec<String> {
    let n = source.lines().count();
    if n > MOST_LINES {
        vec![format!("{path}: {n} lines, more than {MOST_LINES}")]
    } else {
        Vec::new()
    }
}

/// A source file that does not begin with what it is for.
pub(crate) fn doc_breaches(path: &str, source: &str) -> Vec<String> {
    let first = source.lines().next().unwrap_or_default();
    if first
        .strip_prefix("//! ")
        .is_some_and(|doc| !doc.trim().is_empty())
    {
        Vec::new()
    } else {
        vec![format!(
            "{path}: does not begin with `//!` and what it is for"
        )]
    }
}

/// A head of a folder that does not ask which question the folder answers, or
/// does not say what the folder must not know.
pub(crate) fn head_breaches(path: &str, source: &str) -> Vec<String> {
    if !path.ends_with("/mod.rs") || path.contains("/tests/") {
        return Vec::new();
    }
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let head: Vec<&str> = head.map(str::trim).collect();
    let first = head.split(|line| line.is_empty()).next();
    let question = first.unwrap_or_default().join(" ");
    let mut breaches = Vec::new();
    if !question.ends_with('?') {
        breaches.push(format!("{path}: does not begin with a question"));
    }
    let text = head.join(" ").replace("? ", ". ");
    let says_limit = text.split(". ").any(|sentence| {
        let mut words = sentence.split(|c: char| !c.is_alphabetic());
        let knows = words.any(|word| matches!(word, "Knows" | "knows"));
        knows && words.any(|word| matches!(word, "no" | "not" | "nothing" | "only"))
            || sentence.contains("ust not know")
    });
    if !says_limit {
        breaches.push(format!("{path}: does not say what it must not know"));
    }
    breaches
}

/// Folders below `src` that hold sources and no `mod.rs` which heads them.
pub(crate) fn headless_folders<'p>(paths: &[&'p str]) -> Vec<&'p str> {
    let folder = |path: &'p str| path.rsplit_once('/').map(|(folder, _)| folder);
    let mut found: Vec<&str> = paths.iter().copied().filter_map(folder).collect();
    found.dedup();
    let is_headed = |folder: &str| {
        let head = format!("{folder}/mod.rs");
        paths.contains(&head.as_str())
    };
    found.retain(|folder| *folder != "src" && !is_headed(folder));
    found
}

/// Code that must not stand anywhere: `unsafe`, and what is left over from
/// writing.
pub(crate) fn word_breaches(path: &str, source: &str) -> Vec<String> {
    let words = words_of(source);
    let found = words.iter().enumerate().filter(|(i, word)| {
        let is_macro = text_at(&words, i + 1) == "!";
        match word.text.as_str() {
            "unsafe" => true,
            "todo" | "dbg" | "unimplemented" => is_macro,
            _ => false,
        }
    });
    found
        .map(|(_, word)| format!("{path}:{}: `{}`", word.line, word.text))
        .collect()
}

/// Sentences of problems outside `assets/texts`, and errors that spell out
/// their own: what the reader is told is a `Message`, made by `messages!`.
///
/// A literal counts as a sentence when it has four words and quotes something
/// or ends in a full stop. Reasons of lints and tests may speak.
pub(crate) fn sentence_breaches(path: &str, source: &str) -> Vec<String> {
    let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
    if is_test || path == MESSAGE_FILE {
        return Vec::new();
    }
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut breaches = Vec::new();
    for (i, line) in code.lines().enumerate() {
        let line = line.trim_start();
        if line.starts_with("//") || line.contains("reason = \"") {
            continue;
        }
        let own_error = ["thiserror", "Message for ", "Error for "];
        if own_error.iter().any(|words| line.contains(words)) {
            breaches.push(format!("{path}:{}: an error that is made by hand", i + 1));
        }
        let literals = line.split('"').skip(1).step_by(2);
        for literal in literals.filter(|literal| is_sentence(literal)) {
            breaches.push(format!(
                "{path}:{}: “{literal}” belongs to the texts",
                i + 1
            ));
        }
    }
    breaches
}

/// The file whose macro makes errors.
const MESSAGE_FILE: &str = "src/base/message.rs";

fn is_sentence(literal: &str) -> bool {
    let is_word = |word: &&str| word.chars().any(|c| c.is_ascii_lowercase());
    let quotes = literal.contains('“') || literal.ends_with(['.', '`']);
    quotes && literal.split_whitespace().filter(is_word).count() > 3
}

/// Raw characters that turn the direction of text (UAX #9, 2): they make a file
/// read otherwise than it is written. Escapes such as `\u{200F}` say the same.
pub(crate) fn control_breaches(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    let controls = lines.flat_map(|(i, line)| {
        line.chars()
            .filter(|c| is_bidi_control(*c))
            .map(move |c| (i + 1, c))
    });
    controls
        .map(|(line, c)| format!("{path}:{line}: raw U+{:04X}", u32::from(c)))
        .collect()
}

const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Files of a folder of assets that its `README.md` does not account for:
/// each must be named there, a font in a row that also names its licence, and
/// the licence must stand beside it. `files` are paths within the folder.
pub(crate) fn licence_breaches(
    folder: &str,
    files: &[String],
    readme: Option<&str>,
) -> Vec<String> {
    let Some(readme) = readme else {
        return vec![format!("{folder}: no README.md")];
    };
    let mut breaches = Vec::new();
    if !readme.to_lowercase().contains("licen") {
        breaches.push(format!("{folder}/README.md: says nothing of a licence"));
    }
    let licences: Vec<&String> = files.iter().filter(|file| is_licence(file)).collect();
    for file in files.iter().filter(|file| file.as_str() != "README.md") {
        let rows: Vec<&str> = readme
            .lines()
            .filter(|line| line.contains(file.as_str()))
            .collect();
        if rows.is_empty() {
            breaches.push(format!("{folder}/{file}: not in README.md"));
        } else if is_font(file)
            && !rows
                .iter()
                .any(|row| licences.iter().any(|l| row.contains(l.as_str())))
        {
            breaches.push(format!(
                "{folder}/{file}: no licence beside it is named in its row"
            ));
        }
    }
    breaches
}

fn is_licence(file: &str) -> bool {
    file.ends_with("OFL.txt") || file.starts_with("LICENSE")
}

fn is_font(file: &str) -> bool {
    [".ttf", ".otf", ".ttc"]
        .iter()
        .any(|ending| file.ends_with(ending))
}

/// Layers of `layers` that the table of `ARCHITECTURE.md` has no row for.
pub(crate) fn undescribed_layers(architecture: &str, layers: &[&str]) -> Vec<String> {
    let has_row = |layer: &str| {
        let start = format!("| `{layer}` |");
        architecture.lines().any(|line| line.starts_with(&start))
    };
    layers
        .iter()
        .filter(|layer| !has_row(layer))
        .map(|layer| format!("ARCHITECTURE.md: no row for `{layer}`"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_seen() {
        assert!(length_breaches("a.rs", &"x\n".repeat(500)).is_empty());
        assert_eq!(length_breaches("a.rs", &"x\n".repeat(501)).len(), 1);
    }

    #[test]
    fn a_file_without_doc_is_seen() {
        assert!(doc_breaches("a.rs", "//! What it is.\n").is_empty());
        for source in [
            "",
            "use a;",
            "// A comment.\n//! What it is.",
            "//! \nuse a;",
            "/// An item.",
        ] {
            assert_eq!(doc_breaches("a.rs", source).len(), 1, "{source:?}");
        }
    }

    #[test]
    fn a_head_without_question_or_limit_is_seen() {
        let n = |source| head_breaches("src/a/mod.rs", source).len();
        assert_eq!(n("//! What is it?\n//!\n//! Text. Knows no file.\n"), 0);
        assert_eq!(
            n("//! What is it,\n//! then?\n//!\n//! Must not know b."),
            0
        );
        assert_eq!(n("//! What is it?\n//!\n//! Knows `a`; not b."), 0);
        assert_eq!(n("//! What it is.\n//!\n//! So. Knows nothing of b."), 1);
        assert_eq!(n("//! What is it? It is a.\n//!\n//! Knows no b."), 1);
        assert_eq!(n("//! What is it?\n//!\n//! No file. Knows b."), 1);
        assert_eq!(n("//! What is it?\n\n/// Knows no b.\nstruct A;"), 1);
        assert_eq!(n("mod a;"), 2);
        assert!(head_breaches("src/a/b.rs", "//! What it is.").is_empty());
    }

    #[test]
    fn a_folder_without_head_is_seen() {
        let paths = ["src/a.rs", "src/a/b.rs", "src/c/d.rs", "src/c/mod.rs"];
        assert_eq!(headless_folders(&paths), ["src/a"]);
    }

    #[test]
    fn left_over_code_is_seen() {
        assert!(word_breaches("a.rs", "// unsafe\nlet a = \"todo!()\"; fn todo() {}").is_empty());
        let source = "todo!();\ndbg!(x);\nunsafe { f() }\nunimplemented!()";
        assert_eq!(word_breaches("a.rs", source).len(), 4);
        assert_eq!(word_breaches("a.rs", "\ntodo!()"), ["a.rs:2: `todo`"]);
    }

    #[test]
    fn a_sentence_in_the_code_is_seen() {
        let quiet = "//! It is not a sentence here.\n#[expect(x, reason = \"it is told to the linter.\")]\n\
                     let a = \"first of four words\";\n#[cfg(test)]\nlet b = \"in a test all may speak.\";";
        assert!(sentence_breaches("src/a.rs", quiet).is_empty());
        for line in [
            "write!(f, \"“{path}” is not a file\")",
            "f.write_str(\"the file is empty; fill it or delete it.\")",
            "#[derive(Debug, thiserror::Error)]",
            "impl std::error::Error for Fault {}",
            "impl Message for Fault {",
        ] {
            assert_eq!(sentence_breaches("src/a.rs", line).len(), 1, "{line}");
        }
    }

    #[test]
    fn raw_controls_are_seen() {
        assert!(control_breaches("a", r"\u{200F} نص عربي").is_empty());
        assert_eq!(control_breaches("a", "x\n\u{202B}y\u{202C}").len(), 2);
        assert_eq!(control_breaches("a", "x\n\u{200F}"), ["a:2: raw U+200F"]);
    }

    #[test]
    fn an_asset_without_licence_is_seen() {
        let files = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let check = |names: &[&str], readme| licence_breaches("f", &files(names), readme).len();
        let readme = Some("| A.ttf | OFL, `A-OFL.txt` |\n| `b.tsv` | licence of the program |");
        assert_eq!(
            check(&["README.md", "A.ttf", "A-OFL.txt", "b.tsv"], readme),
            0
        );
        assert_eq!(check(&["A.ttf", "A-OFL.txt"], None), 1);
        assert_eq!(check(&["README.md", "A.ttf"], readme), 1);
        assert_eq!(check(&["README.md", "C.ttf", "A-OFL.txt"], readme), 1);
        assert_eq!(check(&["README.md", "c.tsv"], readme), 1);
        assert_eq!(check(&["README.md"], Some("Fonts.")), 1);
    }

    #[test]
    fn a_layer_without_row_is_seen() {
        let table = "| layer | what |\n| `base` | numbers |";
        assert!(undescribed_layers(table, &["base"]).is_empty());
        assert_eq!(undescribed_layers(table, &["base", "ui"]).len(), 1);
    }
}
