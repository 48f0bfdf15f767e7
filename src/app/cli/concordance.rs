//! `warraq concordance`: the lines of a query, or their number.

use super::{complain, indexed_corpus};
use crate::analysis::concordance::export::{Columns, Export, Format, Head, Origin};
use crate::analysis::concordance::{Concordance, Indexed, Marks, Sample, Settings, SortSpec};
use crate::analysis::query::{Level, Query, Typing};
use crate::app::search::{Found, Matching};
use crate::base::{CancelToken, Progress};
use crate::entity::{Annotations, Gazetteer};
use clap::ValueEnum;
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
    #[arg(long, value_enum, default_value_t = FormatName::Jsonl)]
    format: FormatName,
    /// Up to any number of keys, such as `after1,after2` or `date:desc,file`: node,
    /// before1 to before5, after1 to after5, period, date, outlet, file, position
    #[arg(long, value_name = "KEYS")]
    sort: Option<SortSpec>,
    /// Which forms a word stands for
    #[arg(long, value_enum, default_value_t = LevelName::Folded)]
    level: LevelName,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    Jsonl,
    Csv,
    Tsv,
    Text,
    Html,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LevelName {
    Exact,
    Folded,
    Clitics,
    Stem,
}

/// Prints the lines. Exit code 0, also without any hit; 2 for a query that
/// cannot be understood at all.
pub(super) fn concordance(arguments: ConcordanceArguments) -> anyhow::Result<ExitCode> {
    let mut words = arguments.words;
    let text = words.pop().unwrap_or_default();
    let folder = words.pop().map(PathBuf::from);
    let parsed = Query::parse(&text, Typing::Done);
    for problem in &parsed.problems {
        complain(&format!(
            "in the query, at character {}: {problem}",
            1 + text
                .get(..problem.at.start)
                .map_or(0, |before| before.chars().count())
        ));
    }
    let Some(query) = parsed.query else {
        return Ok(ExitCode::from(2));
    };
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let is_embedded = folder.is_none();
    let indexed = Arc::new(indexed_corpus(folder)?);
    let names = query.names_entities().then(|| {
        let (gazetteer, _) = Gazetteer::for_corpus(&indexed.corpus, is_embedded);
        Annotations::new(&indexed.corpus, Arc::new(gazetteer), &progress, &cancel).ok()
    });
    let level = match arguments.level {
        LevelName::Exact => Level::Exact,
        LevelName::Folded => Level::Folded,
        LevelName::Clitics => Level::Clitics,
        LevelName::Stem => Level::Stem,
    };
    let matching = Matching {
        level,
        ..Matching::default()
    };
    let names = names.flatten();
    let found = Found::new(
        &query,
        Arc::clone(&indexed),
        names.as_ref(),
        &matching,
        &progress,
        &cancel,
    );
    let Ok(found) = found else {
        return Ok(ExitCode::from(2));
    };
    for notice in &found.answer.notices {
        complain(&notice.to_string());
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.count {
        writeln!(out, "{}", found.answer.n_hits())?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let settings = Settings {
        sort: arguments.sort.unwrap_or_default(),
        sample: arguments.sample.map(|size| Sample {
            size,
            seed: arguments.seed,
        }),
        ..Settings::default()
    };
    let of = Indexed {
        corpus: &indexed.corpus,
        index: &indexed.index,
    };
    let marks = Marks::default();
    let hits = found.answer.hits.into();
    let Ok(concordance) = Concordance::new(of, hits, settings, &marks, &cancel) else {
        return Ok(ExitCode::from(2));
    };
    let head = arguments.head.then(|| {
        let origin = Origin {
            program: concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned(),
            corpus: indexed.corpus.name.clone(),
            exported: crate::corpus::today(),
            query: text,
            level: level.name().to_owned(),
            folds: matching.folds.names().map(str::to_owned).collect(),
            filter: String::new(),
            n_words: u64::from(indexed.index.n_tokens()),
        };
        Head::new(&concordance, origin)
    });
    let export = Export {
        of,
        concordance: &concordance,
        marks: &marks,
        format: match arguments.format {
            FormatName::Jsonl => Format::Jsonl,
            FormatName::Csv => Format::Csv {
                byte_order_mark: false,
            },
            FormatName::Tsv => Format::Tsv,
            FormatName::Text => Format::Text,
            FormatName::Html => Format::Html,
        },
        head: head.as_ref(),
        columns: Columns::Short,
        lines: None,
    };
    export.write(&mut out, &progress, &cancel)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
