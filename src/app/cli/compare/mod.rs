//! How do two sets of articles differ? `warraq compare` prints it row by row.
//!
//! Must not know how anything is counted.

mod table;
#[cfg(test)]
mod tests;

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
use table::{COLUMNS, CompareRow, CompareTable};

#[derive(Debug, clap::Args)]
pub(super) struct CompareArguments {
    /// The corpus folder; without it, the built-in corpus
    folder: Option<PathBuf>,
    /// The articles of side A, such as `period:2020`
    #[arg(long, value_name = "QUERY")]
    a: String,
    /// The articles of side B; ratios are those of B by A, what rises is positive
    #[arg(long, value_name = "QUERY")]
    b: String,
    /// What is compared
    #[arg(long, default_value = "words", value_parser = one_of(TABLES))]
    what: What,
    /// Words of an n-gram, 1 to 5
    #[arg(long, value_name = "N", default_value = "2", value_parser = length)]
    length: NgramLength,
    /// What is printed
    #[arg(long, default_value = "jsonl", value_parser = one_of(FORMS))]
    format: Form,
    /// Which forms a word of the queries stands for
    #[arg(long, default_value = "folded", value_parser = one_of(LEVELS))]
    level: Level,
    /// Leave out what stands in fewer articles; 5 where articles are shuffled, else 1
    #[arg(long, value_name = "N")]
    min_articles: Option<u32>,
    /// Leave out function words
    #[arg(long)]
    no_function_words: bool,
    /// Count near-copies, too
    #[arg(long)]
    with_copies: bool,
    /// Shuffles the articles otherwise, where there are too many to list all arrangements
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Put queries, settings and counts before the rows
    #[arg(long)]
    head: bool,
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// Folded forms.
    Words,
    /// Entities.
    Names,
    /// Words that follow each other.
    Ngrams,
    /// Outlets, by articles.
    Outlets,
}

const TABLES: [(&str, What); 4] = [
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
