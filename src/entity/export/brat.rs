//! brat standoff.

use super::file_names::FileNames;
use super::input::ExportedArticle;
use super::layouts::FilesLayout;
use super::placed::PlacedMention;
use super::record::Told;
use crate::base::TakeFile;
use serde::Serialize;
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

/// Texts and annotations, side by side.
///
/// Each mention is a text-bound annotation with a note in JSON: the entity,
/// its names, and all that is told of the mention. A normalisation line would
/// need a database on the side of brat.
///
/// Source: <https://brat.nlplab.org/standoff.html>.
#[derive(Default)]
pub(super) struct Brat {
    names: FileNames,
    /// What is known of the articles, a line of JSON for each.
    files: Vec<u8>,
}

const CONFIGURATION_FILE: &str = "annotation.conf";
const FILES_FILE: &str = "files.jsonl";

/// The types. Sections must be there even when they are empty; casualties may
/// overlap all others, which brat must be told.
const CONFIGURATION: &str = "[entities]
PER
GPE
LOC
ORG
NORP
DATE
TIME
NUM_CASUALTY
[relations]
<OVERLAP> Arg1:NUM_CASUALTY, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
";

/// What is known of an article.
#[derive(Serialize)]
struct FileRecord<'a> {
    txt: &'a str,
    file: &'a str,
    title: &'a str,
    date: Option<String>,
    source: Option<&'a str>,
}

/// What is told of a mention.
#[derive(Serialize)]
struct Note<'a> {
    #[serde(flatten)]
    told: Told<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ar: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'a str>,
}

impl FilesLayout for Brat {
    fn article(
        &mut self,
        article: &ExportedArticle<'_>,
        file: &mut TakeFile<'_>,
    ) -> io::Result<()> {
        if self.files.is_empty() {
            self.names.reserve(CONFIGURATION_FILE);
            self.names.reserve(FILES_FILE);
        }
        let stem = self.names.stem(article.file, &[".txt", ".ann"]);
        let txt = format!("{stem}.txt");
        let record = FileRecord {
            txt: &txt,
            file: article.file,
            title: article.title,
            date: article.date.map(|date| date.to_string()),
            source: article.source,
        };
        serde_json::to_writer(&mut self.files, &record)?;
        self.files.push(b'\n');

        let mut lines = String::new();
        for (placed, n) in PlacedMention::of_article(article).iter().zip(1..) {
            lines.push_str(&annotation(placed, n)?);
        }
        file(&txt, article.text.as_bytes())?;
        file(&format!("{stem}.ann"), lines.as_bytes())
    }

    fn end(&mut self, file: &mut TakeFile<'_>) -> io::Result<()> {
        file(CONFIGURATION_FILE, CONFIGURATION.as_bytes())?;
        file(FILES_FILE, &self.files)
    }
}

/// The lines of annotation number `n`.
fn annotation(placed: &PlacedMention<'_>, n: usize) -> io::Result<String> {
    let mut line = format!("T{n}\t{} ", placed.mention.kind.tag());
    let fragments = fragments(placed);
    for (fragment, n) in fragments.iter().zip(0..) {
        let separator = if n == 0 { "" } else { ";" };
        let (start, end) = (fragment.chars.start, fragment.chars.end);
        // A String takes all that is written.
        let _ = write!(line, "{separator}{start} {end}");
    }
    let words: Vec<&str> = fragments.iter().map(|fragment| fragment.words).collect();
    let note = Note {
        told: Told::of(placed),
        ar: placed.mention.ar,
        en: placed.mention.en,
    };
    let note = serde_json::to_string(&note)?;
    let _ = writeln!(
        line,
        "\t{}\n#{n}\tAnnotatorNotes T{n}\t{}",
        words.join(" "),
        one_line(&note)
    );
    Ok(line)
}

/// A stretch of a mention that fits on a line.
struct Fragment<'a> {
    chars: Range<usize>,
    words: &'a str,
}

/// The stretches of a mention between what would end its line or its field.
fn fragments<'a>(placed: &PlacedMention<'a>) -> Vec<Fragment<'a>> {
    let mut at = placed.chars.start;
    let stretches = placed.words.split(ends_line).map(|words| {
        let chars = at..at + words.chars().count();
        at = chars.end + 1;
        Fragment { chars, words }
    });
    stretches
        .filter(|fragment| !fragment.words.is_empty())
        .collect()
}

/// Whether `c` ends a line or a field for a reader of annotations; brat is
/// written in Python, whose lines end at all of Unicode's line ends.
fn ends_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// JSON with the line ends escaped that JSON lets stand.
fn one_line(json: &str) -> String {
    let mut line = String::with_capacity(json.len());
    for c in json.chars() {
        if ends_line(c) {
            let _ = write!(line, "\\u{:04x}", u32::from(c));
        } else {
            line.push(c);
        }
    }
    line
}
