//! `warraq compare`: how two sets of articles differ, row by row.

use super::compare_table::{COLUMNS, CompareRow, CompareTable};
use super::concordance::{LEVELS, query_of};
use super::say::{Complaint, complain, sentence};
use super::{indexed_corpus, names_of, one_of};
use crate::analysis::comparison::ComparedArticles;
use crate::analysis::query::{Level, Query};
use crate::analysis::statistics::NgramLength;
use crate::analysis::{ArticleSet, IndexedCorpus, WireGroups};
use crate::app::state::search::{Matching, SearchAnswer};
use crate::base::{CancelToken, Progress};
use crate::entity::Annotations;
use serde_json::{Map, Value as Json};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(super) struct CompareArguments {
    /// The corpus folder; without it, the built-in corpus
    folder: Option<PathBuf>,
    /// The articles of side A, such as `period:2020`
    #[arg(long, value_name = "QUERY")]
    pub(super) a: String,
    /// The articles of side B; ratios are those of B by A, what rises is positive
    #[arg(long, value_name = "QUERY")]
    pub(super) b: String,
    /// What is compared
    #[arg(long, default_value = "words", value_parser = one_of(TABLES))]
    pub(super) what: What,
    /// Words of an n-gram, 1 to 5
    #[arg(long, value_name = "N", default_value = "2", value_parser = length)]
    pub(super) length: NgramLength,
    /// What is printed
    #[arg(long, default_value = "jsonl", value_parser = one_of(FORMS))]
    format: Form,
    /// Which forms a word of the queries stands for
    #[arg(long, default_value = "folded", value_parser = one_of(LEVELS))]
    pub(super) level: Level,
    /// Leave out what stands in fewer articles; 5 where articles are shuffled, else 1
    #[arg(long, value_name = "N")]
    pub(super) min_articles: Option<u32>,
    /// Leave out function words
    #[arg(long)]
    pub(super) no_function_words: bool,
    /// Count near-copies, too
    #[arg(long)]
    pub(super) with_copies: bool,
    /// Shuffles the articles otherwise, where there are too many to list all arrangements
    #[arg(long, default_value_t = 0)]
    pub(super) seed: u64,
    /// Put queries, settings and counts before the rows
    #[arg(long)]
    head: bool,
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Folded forms.
    Words,
    /// Entities.
    Names,
    /// Words that follow each other.
    Ngrams,
    /// Outlets, by articles.
    Outlets,
}

pub(super) const TABLES: [(&str, What); 4] = [
    ("words", What::Words),
    ("names", What::Names),
    ("ngrams", What::Ngrams),
    ("outlets", What::Outlets),
];

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// RFC 4180.
    Csv,
    /// An object for each row.
    Jsonl,
}

const FORMS: [(&str, Form); 2] = [("csv", Form::Csv), ("jsonl", Form::Jsonl)];

fn length(text: &str) -> Result<NgramLength, String> {
    let length = text.parse().ok().and_then(NgramLength::new);
    length.ok_or_else(|| "give a number from 1 to 5".to_owned())
}

/// Prints the rows. Exit code 0; 2 for a query that cannot be understood, and
/// where a side has no articles.
pub(super) fn compare(arguments: &CompareArguments) -> Result<ExitCode, Complaint> {
    let (Some(a), Some(b)) = (query_of(&arguments.a), query_of(&arguments.b)) else {
        return Ok(ExitCode::from(2));
    };
    let is_embedded = arguments.folder.is_none();
    let indexed = Arc::new(indexed_corpus(arguments.folder.clone())?);
    let needs_names = a.names_entities() || b.names_entities() || arguments.what == What::Names;
    let names = needs_names.then(|| {
        let gazetteer = Arc::new(names_of(&indexed.corpus, is_embedded).gazetteer());
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        Annotations::new(&indexed.corpus, &gazetteer, &progress, &cancel)
    });
    let names = names.transpose()?;
    let set = |query: &Query, text: &str| found(query, text, &indexed, names.as_ref(), arguments);
    let sets = [set(&a, &arguments.a)?, set(&b, &arguments.b)?];
    let mut out = BufWriter::new(io::stdout().lock());
    let code = print(&mut out, &indexed, names.as_ref(), &sets, arguments)?;
    out.flush()?;
    Ok(code)
}

/// The articles of a query; what the corpus does not have is said.
fn found(
    query: &Query,
    text: &str,
    indexed: &Arc<IndexedCorpus>,
    names: Option<&Annotations>,
    arguments: &CompareArguments,
) -> Result<ArticleSet, Complaint> {
    let matching = Matching {
        level: arguments.level,
        ..Matching::default()
    };
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let indexed = Arc::clone(indexed);
    let found = SearchAnswer::new((query, text), indexed, names, &matching, &progress, &cancel)?;
    for notice in &found.answer.notices {
        complain(&sentence(&notice.kind));
    }
    Ok(found.answer.articles)
}

fn print(
    out: &mut impl Write,
    indexed: &IndexedCorpus,
    names: Option<&Annotations>,
    [a, b]: &[ArticleSet; 2],
    arguments: &CompareArguments,
) -> Result<ExitCode, Complaint> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let copies = if arguments.with_copies {
        None
    } else {
        Some(WireGroups::of_index(&indexed.index, &progress, &cancel)?)
    };
    let articles = ComparedArticles::new(a, b, copies.as_ref());
    let table = CompareTable::new(indexed, names, &articles, arguments, &cancel)?;
    for notice in articles.notices(&table.sides) {
        complain(&sentence(&notice));
    }
    if articles.a().is_empty() || articles.b().is_empty() {
        return Ok(ExitCode::from(2));
    }
    let head = arguments.head.then(|| table.head(indexed, arguments));
    write(out, arguments.format, head.as_deref(), table.rows(&cancel)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the head, if it is wanted, as the concordance does, then the rows.
fn write(
    out: &mut impl Write,
    form: Form,
    head: Option<&[(&'static str, Json)]>,
    rows: impl Iterator<Item = CompareRow>,
) -> io::Result<()> {
    match form {
        Form::Jsonl => {
            if let Some(head) = head {
                let head = head.iter().filter(|(_, value)| !value.is_null());
                let head: Map<String, Json> = head
                    .map(|(key, value)| ((*key).to_owned(), value.clone()))
                    .collect();
                serde_json::to_writer(
                    &mut *out,
                    &Map::from_iter([("warraq".to_owned(), Json::Object(head))]),
                )?;
                out.write_all(b"\n")?;
            }
            for row in rows {
                serde_json::to_writer(&mut *out, &row)?;
                out.write_all(b"\n")?;
            }
        }
        Form::Csv => {
            let mut writer = csv::WriterBuilder::new()
                .has_headers(false)
                .flexible(true)
                .terminator(csv::Terminator::CRLF)
                .from_writer(out);
            for (key, value) in head.unwrap_or_default() {
                let value = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                writer.write_record([&format!("# {key}"), &value])?;
            }
            writer.write_record(COLUMNS)?;
            for row in rows {
                writer.serialize(row)?;
            }
            writer.flush()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::embedded;
    use clap::Parser;
    use std::collections::BTreeMap;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        arguments: CompareArguments,
    }

    /// What the command prints of the built-in corpus, and its exit code.
    fn printed(line: &str) -> (String, ExitCode) {
        let arguments = Line::parse_from(["compare"].into_iter().chain(line.split(' ')));
        let arguments = arguments.arguments;
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let corpus = Arc::new(embedded::open());
        let indexed = Arc::new(IndexedCorpus::build(corpus, &progress, &cancel).unwrap());
        let names = (arguments.what == What::Names).then(|| {
            let gazetteer = Arc::new(names_of(&indexed.corpus, true).gazetteer());
            Annotations::new(&indexed.corpus, &gazetteer, &progress, &cancel).unwrap()
        });
        let sets = [&arguments.a, &arguments.b].map(|text| {
            let query = query_of(text).unwrap();
            let set = found(&query, text, &indexed, names.as_ref(), &arguments);
            set.map_err(|_| "no set").unwrap()
        });
        let mut out = Vec::new();
        let code = print(&mut out, &indexed, names.as_ref(), &sets, &arguments);
        let code = code.map_err(|_| "no rows").unwrap();
        (String::from_utf8(out).unwrap(), code)
    }

    /// The rows of CSV and of JSON Lines as texts by column.
    fn read(line: &str) -> [Vec<BTreeMap<String, String>>; 2] {
        let (csv, _) = printed(&format!("{line} --format csv"));
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(csv.as_bytes());
        let rows = reader.deserialize().map(Result::unwrap).collect();
        let (json, _) = printed(&format!("{line} --format jsonl"));
        let lines = json.lines().map(|line| {
            let row: BTreeMap<String, Json> = serde_json::from_str(line).unwrap();
            let text = |value: Json| match value {
                Json::Null => String::new(),
                Json::String(text) => text,
                number => number.to_string(),
            };
            row.into_iter()
                .map(|(key, value)| (key, text(value)))
                .collect()
        });
        [rows, lines.collect()]
    }

    #[test]
    fn both_forms_say_the_same_and_as_the_corpus_has_it() {
        for what in ["words", "names", "ngrams", "outlets"] {
            let [csv, json] = read(&format!("--a period:2020 --b period:2023 --what {what}"));
            assert_eq!(csv.len(), json.len(), "{what}");
            assert!(!csv.is_empty(), "{what}");
            for (row, other) in csv.iter().zip(&json) {
                assert_eq!(row.len(), COLUMNS.len());
                for column in COLUMNS {
                    let (here, there) = (&row[column], &other[column]);
                    let same = here.parse::<f64>().ok().zip(there.parse::<f64>().ok());
                    assert!(
                        here == there
                            || same.is_some_and(|(a, b)| (a - b).abs() <= 1e-12 * b.abs()),
                        "{column}: {here} {there}"
                    );
                }
                // Three against two: nothing can be significant.
                assert!(row["p"].parse::<f64>().unwrap() >= 0.2);
                assert!(row["q"].parse::<f64>().unwrap() >= row["p"].parse::<f64>().unwrap());
            }
            let articles = |row: &BTreeMap<String, String>| {
                let n = |column: &str| row[column].parse::<u32>().unwrap();
                n("a_articles") + n("b_articles")
            };
            assert!(
                csv.is_sorted_by(|a, b| articles(a) >= articles(b)),
                "{what}"
            );
        }
    }

    #[test]
    fn a_row_counts_what_stands_in_the_texts() {
        let [rows, _] = read("--a period:2020 --b period:2023");
        let corpus = embedded::open();
        let row = rows
            .iter()
            .find(|row| crate::arabic::fold(&row["item"]) == crate::arabic::fold("باكو"));
        let row = row.unwrap();
        for (side, period) in [("a", "2020"), ("b", "2023")] {
            let of_side = corpus
                .articles
                .iter()
                .filter(|article| article.period.as_deref() == Some(period));
            let counts: Vec<usize> = of_side
                .map(|article| {
                    let words = crate::arabic::folded_words(&article.text);
                    words
                        .iter()
                        .filter(|word| **word == crate::arabic::fold("باكو"))
                        .count()
                })
                .collect();
            assert_eq!(
                row[&format!("{side}_count")],
                counts.iter().sum::<usize>().to_string()
            );
            let n = counts.iter().filter(|count| **count > 0).count();
            assert_eq!(row[&format!("{side}_articles")], n.to_string());
        }
    }

    #[test]
    fn the_head_says_what_was_asked() {
        let line = "--a period:2020 --b period:2023 --no-function-words --head";
        let (json, code) = printed(&format!("{line} --format jsonl"));
        assert_eq!(code, ExitCode::SUCCESS);
        let head: Json = serde_json::from_str(json.lines().next().unwrap()).unwrap();
        let head = &head["warraq"];
        assert_eq!(
            (&head["a"], &head["b"]),
            (&Json::from("period:2020"), &Json::from("period:2023"))
        );
        assert_eq!(
            (&head["a_articles"], &head["b_articles"]),
            (&Json::from(3), &Json::from(2))
        );
        assert_eq!(
            (&head["least_p"], &head["function_words"]),
            (&Json::from(0.2), &Json::from(false))
        );
        assert!(head["candidates"].as_u64() > u64::try_from(json.lines().count()).ok());
        assert!(!json.contains("\"item\":\"في\""));
        let (csv, _) = printed(&format!("{line} --format csv"));
        assert!(csv.starts_with("# program,") && csv.contains("\r\n# seed,0\r\n"));
    }

    #[test]
    fn an_empty_side_is_no_result() {
        let (out, code) = printed("--a period:2020 --b period:1999");
        assert_eq!((out.as_str(), code), ("", ExitCode::from(2)));
    }
}
