//! `warraq concordance`: the lines of a query, or their number.

use super::say::{Complaint, complain, sentence};
use super::{indexed_corpus, names_of, one_of};
use crate::analysis::concordance::export::{
    Columns, ExportError, ExportOrigin, Format, Head, LineExport,
};
use crate::analysis::concordance::{
    Concordance, ConcordanceSettings, Indexed, Marks, Sample, SortError, SortSpec,
};
use crate::analysis::query::{Level, Query, Typing};
use crate::app::state::search::{Matching, SearchAnswer};
use crate::base::{CancelToken, Progress};
use crate::entity::Annotations;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(super) struct ConcordanceArguments {
    /// The corpus folder and the query; the query alone asks the built-in corpus
    #[arg(value_names = ["FOLDER", "QUERY"], num_args = 1..=2, required = true)]
    words: Vec<String>,
    /// Print the number of hits alone
    #[arg(long)]
    count: bool,
    /// What is printed
    #[arg(long, default_value = "jsonl", value_parser = one_of(FORMATS))]
    format: Format,
    /// Up to any number of keys, such as `after1,after2` or `date:desc,file`: node,
    /// before1 to before5, after1 to after5, period, date, outlet, file, position
    #[arg(long, value_name = "KEYS", value_parser = sort_keys)]
    sort: Option<SortSpec>,
    /// Which forms a word stands for
    #[arg(long, default_value = "folded", value_parser = one_of(LEVELS))]
    level: Level,
    /// Print a random sample of this many lines
    #[arg(long, value_name = "N")]
    sample: Option<u32>,
    /// Draws another sample
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Put query, settings and counts before the lines
    #[arg(long)]
    head: bool,
}

const FORMATS: [(&str, Format); 5] = [
    ("jsonl", Format::Jsonl),
    (
        "csv",
        Format::Csv {
            byte_order_mark: false,
        },
    ),
    ("tsv", Format::Tsv),
    ("text", Format::Text),
    ("html", Format::Html),
];

pub(super) const LEVELS: [(&str, Level); 4] = [
    ("exact", Level::Exact),
    ("folded", Level::Folded),
    ("clitics", Level::Clitics),
    ("stem", Level::Stem),
];

/// Prints the lines. Exit code 0, also without any hit; 2 for a query that
/// cannot be understood at all.
pub(super) fn concordance(mut arguments: ConcordanceArguments) -> Result<ExitCode, Complaint> {
    let text = arguments.words.pop().unwrap_or_default();
    let folder = arguments.words.pop().map(PathBuf::from);
    let Some(query) = query_of(&text) else {
        return Ok(ExitCode::from(2));
    };
    let is_embedded = folder.is_none();
    let indexed = Arc::new(indexed_corpus(folder)?);
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let names = query.names_entities().then(|| {
        let gazetteer = names_of(&indexed.corpus, is_embedded).gazetteer();
        Annotations::new(&indexed.corpus, &Arc::new(gazetteer), &progress, &cancel).ok()
    });
    let matching = Matching {
        level: arguments.level,
        ..Matching::default()
    };
    let names = names.flatten();
    let names = names.as_ref();
    let found = SearchAnswer::new((&query, ""), indexed, names, &matching, &progress, &cancel);
    // Nobody cancels a command but by ending the program.
    let Ok(found) = found else {
        return Ok(ExitCode::from(2));
    };
    for notice in &found.answer.notices {
        complain(&sentence(&notice.kind));
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.count {
        writeln!(out, "{}", found.answer.n_hits())?;
    } else {
        print(&mut out, &found, &matching, &text, &arguments)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn sort_keys(text: &str) -> Result<SortSpec, String> {
    text.parse().map_err(|fault: SortError| sentence(&fault))
}

/// The query in `text`; says what of it is not understood.
pub(super) fn query_of(text: &str) -> Option<Query> {
    let parsed = Query::parse(text, Typing::Done);
    for problem in &parsed.problems {
        let before = text.get(..problem.at.start).unwrap_or_default();
        let place = before.chars().count() + 1;
        let sentence = sentence(&problem.kind);
        complain(&format!("in the query, at character {place}: {sentence}"));
    }
    parsed.query
}

fn print(
    out: &mut impl Write,
    found: &SearchAnswer,
    matching: &Matching,
    text: &str,
    arguments: &ConcordanceArguments,
) -> Result<(), Complaint> {
    let settings = ConcordanceSettings {
        sort: arguments.sort.clone().unwrap_or_default(),
        sample: arguments.sample.map(|size| Sample {
            size,
            seed: arguments.seed,
        }),
        ..ConcordanceSettings::default()
    };
    let of = Indexed {
        corpus: &found.indexed.corpus,
        index: &found.indexed.index,
    };
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let marks = Marks::default();
    let hits = found.answer.hits.as_slice().into();
    let Ok(concordance) = Concordance::new(of, hits, settings, &marks, &cancel) else {
        return Ok(());
    };
    let head = arguments.head.then(|| {
        let origin = ExportOrigin {
            program: concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned(),
            corpus: of.corpus.name.clone(),
            exported: crate::corpus::today(),
            query: text.to_owned(),
            level: matching.level.as_str().to_owned(),
            folds: matching.folds.names().map(str::to_owned).collect(),
            filter: String::new(),
            n_words: u64::from(of.index.n_tokens()),
        };
        Head::new(&concordance, origin)
    });
    let export = LineExport {
        of,
        concordance: &concordance,
        marks: &marks,
        format: arguments.format,
        head: head.as_ref(),
        columns: Columns::Short,
        lines: None,
    };
    export
        .write(out, &progress, &cancel)
        .map_err(|error| match error {
            ExportError::Cancelled => Complaint(None),
            ExportError::Io(error) => error.into(),
        })
}
