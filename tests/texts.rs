//! The texts of the interface: both languages complete, plurals and dates
//! right, and no key in the program without its text.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may panic, and says where"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use warraq::texts::{Arg, Language, Texts};

const ARABIC: &str = include_str!("../assets/texts/ar.ftl");
const ENGLISH: &str = include_str!("../assets/texts/en.ftl");

/// The messages of a Fluent file: their text as written, by key.
fn messages(source: &str) -> BTreeMap<&str, String> {
    let mut found = BTreeMap::new();
    let mut current = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let (key, text) = match line.split_once(" = ") {
            Some((key, text)) if !line.starts_with(' ') => (Some(key), text),
            _ => (current, line),
        };
        current = key;
        if let Some(key) = key {
            let value: &mut String = found.entry(key).or_default();
            value.push_str(text);
            value.push('\n');
        }
    }
    found.retain(|key, _| !key.starts_with('-'));
    found
}

/// The names of the arguments that a message takes.
fn arguments(message: &str) -> BTreeSet<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after_signs = message.split('$').skip(1);
    after_signs
        .filter_map(|rest| rest.split(|c| !is_part(c)).next())
        .map(|name| name.trim_end_matches('-'))
        .collect()
}

/// A text without the marks that isolate words.
fn visible(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2068}', '\u{2069}'], "")
}

/// Keys are named by the table of commands, for each system in its own way.
#[test]
fn no_text_names_keys_by_itself() {
    for (key, text) in messages(ARABIC).into_iter().chain(messages(ENGLISH)) {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '⌘');
        let names = ["Ctrl", "Alt", "Shift", "Cmd", "Esc", "⌘"];
        assert!(!words.any(|word| names.contains(&word)), "{key}: {text}");
    }
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let (arabic, english) = (messages(ARABIC), messages(ENGLISH));
    assert!(arabic.len() > 150, "the files are read: {}", arabic.len());
    let keys = |messages: &BTreeMap<&str, String>| -> Vec<String> {
        messages.keys().map(ToString::to_string).collect()
    };
    assert_eq!(keys(&arabic), keys(&english));
    for (key, text) in &arabic {
        assert_eq!(arguments(text), arguments(&english[key]), "{key}");
    }
}

#[test]
fn every_text_can_be_written() {
    for (language, source) in [(Language::Arabic, ARABIC), (Language::English, ENGLISH)] {
        let texts = Texts::new(language);
        for (key, message) in messages(source) {
            let names = arguments(&message);
            for arg in [Arg::from("x"), 0_u32.into(), 1_u32.into(), 12_u32.into()] {
                let args: Vec<_> = names.iter().map(|name| (*name, arg.clone())).collect();
                let text = texts.with(key, &args);
                assert!(!text.trim().is_empty(), "{key}");
                assert!(!text.contains(['{', '}', '$']), "{key}: {text}");
                assert_ne!(text, format!("[{key}]"));
                if args.is_empty() {
                    assert_eq!(text, texts.get(key));
                }
            }
        }
    }
}

#[test]
fn no_text_ends_in_a_colon_or_spells_its_ellipsis_in_dots() {
    for (key, message) in messages(ARABIC).into_iter().chain(messages(ENGLISH)) {
        assert!(!message.trim_end().ends_with(':'), "{key}");
        assert!(!message.contains("..."), "{key}");
    }
}

#[test]
fn arabic_plurals_give_all_six_forms() {
    for (key, message) in messages(ARABIC) {
        if message.contains("->") {
            assert!(
                message.contains("{ PLURAL($"),
                "{key} asks Fluent's own rules"
            );
            for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"] {
                assert!(message.contains(form), "{key} has no {form}");
            }
        }
    }
}

#[test]
fn arabic_counts_follow_their_numbers() {
    let texts = Texts::new(Language::Arabic);
    let count = |key: &str, n: u64| texts.with(key, &[("n", n.into())]);
    for (n, expected) in [
        (0, "لا مقالات"),
        (1, "مقالة واحدة"),
        (2, "مقالتان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالة"),
        (99, "99 مقالة"),
        (100, "100 مقالة"),
        (102, "102 مقالة"),
        (103, "103 مقالات"),
        (60_000, "60,000 مقالة"),
    ] {
        assert_eq!(count("count-articles", n), expected);
    }
    assert_eq!(count("count-words", 1_204), "1,204 كلمات");
    assert_eq!(count("count-words", 3_080), "3,080 كلمة");
    assert_eq!(count("count-problems", 2), "مشكلتان");
    assert_eq!(count("count-hits", 3), "3 نتائج");
    assert_eq!(count("count-hits", 1_111), "1,111 نتيجة");
}

#[test]
fn english_counts_follow_their_numbers() {
    let texts = Texts::new(Language::English);
    let count = |key: &str, n: u64| texts.with(key, &[("n", n.into())]);
    assert_eq!(count("count-articles", 0), "0 articles");
    assert_eq!(count("count-articles", 1), "1 article");
    assert_eq!(count("count-words", 1_204), "1,204 words");
    let shown = [
        ("shown", Arg::from(5_usize)),
        ("total", 60_000_usize.into()),
    ];
    assert_eq!(texts.with("list-count", &shown), "5 of 60,000");
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let arabic = Texts::new(Language::Arabic);
    assert_eq!(arabic.date(2023, Some(9), Some(20)), "20 سبتمبر/أيلول 2023");
    assert_eq!(arabic.date(2020, Some(10), None), "أكتوبر/تشرين الأول 2020");
    assert_eq!(arabic.date(2020, None, None), "2020");
    let english = Texts::new(Language::English);
    assert_eq!(english.date(2023, Some(9), Some(20)), "20 September 2023");
    assert_eq!(english.date(2020, Some(10), None), "October 2020");
    assert_eq!(english.date(2020, None, Some(3)), "2020");
    assert_eq!(english.date(2020, Some(13), Some(3)), "2020");
    for month in 1..=12 {
        assert!(!arabic.date(2020, Some(month), None).contains('['));
    }
}

#[test]
fn words_are_isolated_where_they_could_disturb_the_sentence() {
    let path = [("path", Arg::from("a (1).txt"))];
    let arabic = Texts::new(Language::Arabic);
    let sentence = arabic.with("problem-not-a-file", &path);
    assert!(sentence.starts_with("«\u{2066}a (1).txt\u{2069}» "));
    let more = arabic.with("card-more-spellings", &[("n", 3_u32.into())]);
    assert_eq!(more, visible(&more), "digits need no isolation");
    assert!(visible(&sentence).starts_with("«a (1).txt» "));

    let english = Texts::new(Language::English);
    let sentence = english.with("problem-not-a-file", &path);
    assert!(
        sentence.starts_with("“a (1).txt” "),
        "plain ASCII stays plain"
    );
    let sentence = english.with("problem-not-a-folder", &[("path", "أخبار".into())]);
    assert!(sentence.starts_with("“\u{2066}أخبار\u{2069}” is not a folder"));
}

#[test]
fn literals_with_signs_are_isolated_in_arabic() {
    let arabic = Texts::new(Language::Arabic);
    let sentence = arabic.with("problem-bad-date", &[("value", "x".into())]);
    assert!(
        sentence.contains(" \u{2066}2020-10-14\u{2069} "),
        "{sentence}"
    );
    let hint = arabic.get("empty-no-articles-hint");
    assert!(hint.contains(" \u{2066}.txt\u{2069} "), "{hint}");
}

#[test]
fn words_cannot_leave_their_isolate() {
    let english = Texts::new(Language::English);
    let path = [("path", "a\u{202E}b\u{2069}c".into())];
    let sentence = english.with("problem-not-a-folder", &path);
    assert!(sentence.starts_with("“\u{2066}abc\u{2069}” is not a folder"));
}

#[test]
fn the_sign_of_per_cent_stays_with_its_number() {
    let args = [("percent", Arg::Number(62))];
    for language in Language::ALL {
        let text = Texts::new(language).with("status-finding-names", &args);
        assert!(text.ends_with(" 62%"), "{text}");
    }
}

#[test]
fn a_missing_text_shows_its_key() {
    let texts = Texts::new(Language::Arabic);
    assert_eq!(texts.get("no-such-key"), "[no-such-key]");
    assert_eq!(texts.with("no-such-key", &[]), "[no-such-key]");
    assert!(!texts.has("no-such-key"));
    assert!(texts.has("open-folder"));
}

#[test]
fn languages_are_known_by_their_locales() {
    for locale in ["ar", "ar-EG", "ar_SA.UTF-8", "AR", "ar-001"] {
        assert_eq!(Language::from_locale(locale), Some(Language::Arabic));
    }
    for locale in ["en", "en-GB", "en_US@euro"] {
        assert_eq!(Language::from_locale(locale), Some(Language::English));
    }
    for locale in ["", "C", "fr-FR", "arn", "POSIX", "-ar"] {
        assert_eq!(Language::from_locale(locale), None, "{locale}");
    }
}

#[test]
fn texts_may_be_used_on_any_thread() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    is_shared(&Texts::new(Language::English));
}

/// Every string literal that `source` hands to `get`, `with` or `has` of
/// something named `texts`.
fn keys_in_use(source: &str) -> Vec<String> {
    let packed: String = source.split_whitespace().collect();
    let mut keys = Vec::new();
    for method in [".get(\"", ".with(\"", ".has(\""] {
        let mut parts = packed.split(method);
        let mut before = parts.next().unwrap_or_default();
        for after in parts {
            let receiver = before.strip_suffix("()").unwrap_or(before);
            if receiver.ends_with("texts") {
                keys.extend(after.split('"').next().map(str::to_owned));
            }
            before = after;
        }
    }
    keys
}

#[test]
fn keys_in_use_are_found() {
    let source = "texts.get(\"a-b\"); self.texts().with(\n    \"c\",\n &[]); map.get(\"d\")";
    assert_eq!(keys_in_use(source), ["a-b", "c"]);
}

/// The codes that `source` gives to messages, each with the names of what is
/// filled in: the fields before it.
fn messages_in(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let is_code = |line: &&str| !line.trim_start().starts_with(['/', '#']);
    let code: Vec<&str> = source.lines().filter(is_code).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for level in ["=> Error \"", "=> Warning \"", "=> Note \""] {
        for (at, _) in code.match_indices(level) {
            let name = code[at + level.len()..].split('"').next().unwrap();
            let before = code[..at].trim_end().strip_suffix('}');
            let fields = before.map_or("", |before| before.rsplit('{').next().unwrap());
            let fields = fields.split(',').filter_map(|field| field.split_once(':'));
            let fields = fields.filter_map(|(field, _)| field.split_whitespace().last());
            found.push((name.to_owned(), fields.map(str::to_owned).collect()));
        }
    }
    found
}

#[test]
fn codes_and_fields_are_found() {
    let source = "enum E {\n Bare => Note \"a\",\n /// Says: this, that.\n One {\n #[serde(x)]\n\
                  what: Word, n: u32 } => Error \"b\" }\n struct S { pub(super) path: io::Path } => Warning \"c\"";
    let found: BTreeMap<_, _> = messages_in(source).into_iter().collect();
    let fields = |code: &str| found[code].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(found.len(), 3);
    assert_eq!(
        (fields("a"), fields("b"), fields("c")),
        (vec![], vec!["n", "what"], vec!["path"])
    );
}

/// Calls `see` with the path and the source of every file of the program.
fn each_source(folder: &Path, see: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_source(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            see(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_message_has_a_text_with_its_arguments_and_every_text_a_message() {
    let mut declared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    each_source(&sources(), &mut |path, source| {
        // Where messages are made, some are made up.
        if path.ends_with("base/message.rs") {
            return;
        }
        for (code, fields) in messages_in(source) {
            let key = format!("problem-{code}");
            let before = declared.insert(key.clone(), fields.clone());
            assert!(
                before.is_none_or(|before| before == fields),
                "{key} is two messages"
            );
        }
    });
    assert!(declared.len() > 80, "{}", declared.len());
    for source in [ARABIC, ENGLISH] {
        let mut texts = messages(source);
        texts.retain(|key, _| key.starts_with("problem-") && !key.starts_with("problem-place-"));
        let texts: BTreeMap<String, BTreeSet<String>> = texts
            .iter()
            .map(|(key, text)| {
                let arguments = arguments(text).into_iter().map(str::to_owned);
                (key.to_string(), arguments.collect())
            })
            .collect();
        assert_eq!(texts, declared);
    }
}

#[test]
fn a_message_is_a_whole_sentence_of_its_language() {
    for (source, is_arabic) in [(ARABIC, true), (ENGLISH, false)] {
        for (key, text) in messages(source) {
            if !key.starts_with("problem-") || key.starts_with("problem-place-") {
                continue;
            }
            // It may end in what the system says, or in “.txt”, isolated.
            let end = text.trim_end().trim_end_matches("{ \"\\u2069\" }");
            let is_watch = key.starts_with("problem-watch-");
            assert!(
                end.ends_with(['.', '}']) || end.ends_with("txt") || is_watch,
                "{key}"
            );
            let has_arabic = text.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
            assert_eq!(has_arabic, is_arabic, "{key}");
            assert!(text.split_whitespace().count() > 1, "{key}");
        }
    }
}

#[test]
fn every_key_in_the_program_has_its_text() {
    let texts = Texts::new(Language::English);
    let (mut n_files, mut n_words) = (0, 0);
    each_source(&sources(), &mut |path, source| {
        n_files += 1;
        let mut keys = keys_in_use(source);
        let words = source.split("Word(\"").skip(1);
        let words = words.filter_map(|word| word.split('"').next());
        // Other things are called words as well, but have no hyphen.
        for word in words.filter(|word| word.contains('-')) {
            n_words += 1;
            keys.push(word.to_owned());
        }
        for key in keys {
            assert!(texts.has(&key), "{}: {key}", path.display());
        }
    });
    assert!(n_files > 3 && n_words > 10, "the program's files are read");
}
