//! The corpus that ships is our own writing: it tells the facts of its sources
//! in new sentences. These tests hold that promise, and hold `seeds/INDEX.md`
//! and the files of `seeds/` to each other.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{self, Write as _};
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};

/// A run of this many words in common counts as copied. Long names and titles
/// (the full name of the OSCE has five words) stay below it.
const COPIED_RUN_WORDS: usize = 8;

/// How long a seed article may be, in words between white space.
const ARTICLE_WORDS: RangeInclusive<usize> = 350..=900;

/// The words of `text` as they are compared: without tashkeel, tatweel and
/// punctuation, and with the letters folded that Arabic writers interchange.
fn comparable_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut after_tatweel = false;
    for c in text.chars() {
        match c {
            '\u{064B}'..='\u{0652}' | '\u{0670}' => {}
            '\u{0640}' => after_tatweel = true,
            // A tatweel ties a proclitic to a quoted word: one word, not two.
            '«' | '“' | '”' | '"' if after_tatweel => {}
            _ if c.is_alphanumeric() => {
                word.push(folded(c));
                after_tatweel = false;
            }
            _ => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                after_tatweel = false;
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// One letter for all forms of alef, for both forms of final ya, and for the
/// teh marbuta and the heh.
fn folded(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        _ => c,
    }
}

/// The runs of at least `min_words` consecutive words of `text` that also stand
/// in `source`, in the order of `text`. Runs that overlap are joined into one.
/// `min_words` is at least one.
fn shared_runs(text: &str, source: &str, min_words: usize) -> Vec<String> {
    let (text, source) = (comparable_words(text), comparable_words(source));
    let known: HashSet<&[String]> = source.windows(min_words).collect();

    let mut runs: Vec<Range<usize>> = Vec::new();
    for (start, window) in text.windows(min_words).enumerate() {
        if !known.contains(window) {
            continue;
        }
        let end = start + min_words;
        match runs.last_mut() {
            Some(run) if start < run.end => run.end = end,
            _ => runs.push(start..end),
        }
    }
    runs.into_iter().map(|run| text[run].join(" ")).collect()
}

/// The folder of the corpus that ships.
fn seeds_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

/// The names and texts of the articles in `folder`, sorted by name.
fn articles(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path.file_name().unwrap_or_default();
            found.push((
                name.to_string_lossy().into_owned(),
                fs::read_to_string(&path)?,
            ));
        }
    }
    found.sort();
    Ok(found)
}

/// The targets of the Markdown links that stand in table rows of `index`.
fn indexed_files(index: &str) -> Vec<String> {
    index
        .lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|row| row.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.to_owned())
        .collect()
}

#[test]
fn words_compare_without_marks_and_letter_variants() {
    assert_eq!(
        comparable_words("إلى «المَدْرَسَةِ»، الكبـــرى؛ 12/5؟"),
        ["الي", "المدرسه", "الكبري", "12", "5"]
    );
    assert_eq!(
        comparable_words("مرّ بـ“القرية” أمس"),
        ["مر", "بالقريه", "امس"]
    );
    assert!(comparable_words(" … «» - ").is_empty());
}

#[test]
fn shared_run_is_found_through_punctuation_and_tashkeel() {
    let text = "قال الراوي: ذهب الولدُ إلى السوق، فاشترى خبزًا ولبنًا وعاد.";
    let source = "ذهب الولد الى السوق فاشترى خبزا ولبنا وعاد إلى البيت";
    assert_eq!(
        shared_runs(text, source, 8),
        ["ذهب الولد الي السوق فاشتري خبزا ولبنا وعاد"]
    );
}

#[test]
fn shared_run_needs_its_full_length_without_a_gap() {
    let source = "one two three four five six seven eight nine";
    assert!(shared_runs("one two three four five six seven", source, 8).is_empty());
    assert!(shared_runs("one two three four and five six seven eight", source, 8).is_empty());
    assert_eq!(
        shared_runs("one two three four and five six seven eight", source, 4),
        ["one two three four", "five six seven eight"]
    );
    assert!(shared_runs("", source, 8).is_empty());
}

#[test]
fn shared_run_longer_than_the_limit_is_reported_once() {
    let source = "zero one two three four five six";
    assert_eq!(
        shared_runs("and one two three four five go", source, 3),
        ["one two three four five"]
    );
}

#[test]
fn seeds_share_no_long_run_of_words_with_their_sources() -> io::Result<()> {
    let sources_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/karabakh");
    if !sources_folder.is_dir() {
        // Not `eprintln!`: the test runner swallows it when the test passes.
        writeln!(
            io::stderr(),
            "SKIPPED: {} is absent, so the seed articles were compared with nothing",
            sources_folder.display()
        )?;
        return Ok(());
    }
    let sources = articles(&sources_folder)?;
    let seeds = articles(&seeds_folder())?;
    assert!(!sources.is_empty(), "the sources folder holds no article");
    assert!(!seeds.is_empty(), "the seeds folder holds no article");

    let mut copied = Vec::new();
    for (seed_name, seed) in &seeds {
        for (source_name, source) in &sources {
            for run in shared_runs(seed, source, COPIED_RUN_WORDS) {
                copied.push(format!("{seed_name} and {source_name}: {run}"));
            }
        }
    }
    assert!(copied.is_empty(), "copied words:\n{}", copied.join("\n"));
    Ok(())
}

#[test]
fn seeds_keep_to_their_length() -> io::Result<()> {
    for (name, text) in articles(&seeds_folder())? {
        let n_words = text.split_whitespace().count();
        assert!(
            ARTICLE_WORDS.contains(&n_words),
            "{name} has {n_words} words, not {ARTICLE_WORDS:?}"
        );
    }
    Ok(())
}

#[test]
fn seeds_and_their_index_name_the_same_files() -> io::Result<()> {
    let index = fs::read_to_string(seeds_folder().join("INDEX.md"))?;
    let listed = indexed_files(&index);
    let listed_once: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(listed.len(), listed_once.len(), "a file is listed twice");

    let present: BTreeSet<String> = articles(&seeds_folder())?
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(listed_once, present);
    assert!(!present.is_empty(), "the seeds folder holds no article");
    Ok(())
}
