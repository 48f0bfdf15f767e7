//! What does the program do without a window?
//!
//! The command line: it opens the window, or writes what is asked for and ends.
//!
//! Must not know how a panel draws, nor how a command is carried out.

mod check;
mod compare;
mod compare_table;
mod concordance;
mod index;
mod names;
mod say;

use crate::analysis::IndexedCorpus;
use crate::analysis::cache::{OpenedFrom, open_indexed, save};
use crate::app::command::names::NamesPart;
use crate::app::command::statistics::StatisticsKind;
use crate::app::command::{self, Source};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::shell::native::open_window;
use crate::app::shell::screenshot;
use crate::app::shell::screenshot::Shot;
use crate::app::storage::{DataFolders, Layers};
use crate::base::{CancelToken, Progress};
use crate::corpus::{Corpus, LoadOptions, embedded, open_folder};
use crate::texts::Language;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use compare::CompareArguments;
use concordance::ConcordanceArguments;
use names::{ExportArguments, not_written};
use say::{Complaint, complain, sentence};
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Warraq (ورّاق): an explorer for Arabic news corpora.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// The corpus folder to open; without it, the last one or the built-in corpus
    folder: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Work>,
}

#[derive(Debug, Subcommand)]
enum Work {
    /// Lists the articles of a folder and everything that is wrong with it
    Check {
        /// The corpus folder; without it, the built-in corpus
        folder: Option<PathBuf>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Prints every name, date, time and count of casualties as JSON Lines
    Mentions {
        /// The corpus folder; without it, the built-in corpus
        folder: Option<PathBuf>,
    },
    /// Writes the annotated corpus in the form of another program
    Export(ExportArguments),
    /// Prints the lines of a query, or their number
    Concordance(ConcordanceArguments),
    /// Prints how two sets of articles differ
    Compare(CompareArguments),
    /// Indexes a folder and reports figures
    Index {
        /// The corpus folder; without it, the built-in corpus
        folder: Option<PathBuf>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Draws the window into a PNG file, without a display
    Screenshot(ShotArguments),
}

#[derive(Debug, clap::Args)]
struct ShotArguments {
    /// The corpus folder; without it, the built-in corpus
    folder: Option<PathBuf>,
    /// The picture to write
    #[arg(long, value_name = "FILE.png")]
    out: PathBuf,
    /// The place of the article in the list, from 1
    #[arg(long, value_name = "N")]
    article: Option<usize>,
    /// Width and height in points
    #[arg(long, default_value = "1360x860", value_parser = parse_size)]
    size: [f32; 2],
    /// Pixels in a point
    #[arg(long, default_value_t = 1.0, value_parser = parse_scale)]
    scale: f32,
    /// Colours
    #[arg(long, default_value = "light", value_parser = one_of(THEMES))]
    theme: ThemeChoice,
    /// Language of the interface
    #[arg(long, default_value = "ar", value_parser = one_of(LANGUAGES))]
    lang: Language,
    /// The view
    #[arg(long, value_enum, default_value_t = View::Reading)]
    view: View,
    /// What the statistics show
    #[arg(long, default_value = "words", value_parser = one_of(TABLES))]
    table: StatisticsKind,
    /// The canonical name of the entity that the view of names is about
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Words to search for
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// A period to choose, such as 2023, or `undated`; may be repeated
    #[arg(long, value_name = "PERIOD")]
    period: Vec<String>,
    /// Size of article text, as a multiple of the usual one
    #[arg(long, default_value_t = 1.0)]
    text_scale: f32,
}

const THEMES: [(&str, ThemeChoice); 2] =
    [("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark)];

const LANGUAGES: [(&str, Language); 2] = [("ar", Language::Arabic), ("en", Language::English)];

const TABLES: [(&str, StatisticsKind); 5] = [
    ("words", StatisticsKind::Words),
    ("ngrams", StatisticsKind::Ngrams),
    ("collocates", StatisticsKind::Collocates),
    ("dispersion", StatisticsKind::Dispersion),
    ("time", StatisticsKind::Time),
];

#[derive(Debug, Clone, Copy, ValueEnum)]
enum View {
    Reading,
    Concordance,
    Statistics,
    /// The table of names
    Names,
    /// The name that is found most, or the one of `--name`
    NamesEntity,
    /// Its spellings by period
    NamesNaming,
    /// Who is named with whom
    NamesNetwork,
}

/// Reads one of the names of `table`.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    table: [(&'static str, T); N],
) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(table.map(|(name, _)| name));
    names.try_map(move |name| {
        let found = table.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value).ok_or("no such name")
    })
}

/// Runs the program with the arguments of the process. Exit codes: 0 for
/// success, 1 where `check` found errors, 2 for wrong usage or no result.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        None => return window(arguments.folder),
        Some(Work::Check { folder, json }) => check::check(folder, json),
        Some(Work::Mentions { folder }) => names::mentions(folder),
        Some(Work::Export(arguments)) => names::export(arguments),
        Some(Work::Concordance(arguments)) => concordance::concordance(arguments),
        Some(Work::Compare(arguments)) => compare::compare(&arguments),
        Some(Work::Index { folder, json }) => index::index(folder.as_deref(), json),
        Some(Work::Screenshot(arguments)) => picture(&arguments),
    };
    outcome.unwrap_or_else(Complaint::tell)
}

fn window(folder: Option<PathBuf>) -> ExitCode {
    // What is wrong with the settings file is said, but never stops the start.
    let (settings, warnings) = Settings::load();
    for warning in warnings {
        complain(&sentence(&warning));
    }
    let source = match folder.or_else(|| settings.last_corpus.clone()) {
        Some(folder) => Source::Folder(std::path::absolute(&folder).unwrap_or(folder)),
        None => Source::Embedded,
    };
    match open_window(source, settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => complain(&sentence(&fault)),
    }
}

fn open(folder: Option<PathBuf>) -> Result<(Corpus, bool), Complaint> {
    match folder {
        None => Ok((embedded::open(), true)),
        Some(folder) => {
            let corpus = open_folder(
                &folder,
                &LoadOptions::default(),
                &Progress::default(),
                &CancelToken::default(),
            )?;
            Ok((corpus, false))
        }
    }
}

/// The definition files of `corpus`, with the reader's repairs in the data
/// folder, as the window reads them.
fn names_of(corpus: &Corpus, is_embedded: bool) -> Layers {
    Layers::read(&DataFolders::of_user().repairs, corpus, is_embedded)
}

/// The corpus of `folder` with its index: from the cache, as far as that is
/// still true.
fn indexed_corpus(folder: Option<PathBuf>) -> Result<IndexedCorpus, Complaint> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let Some(folder) = folder else {
        return Ok(IndexedCorpus::build(
            Arc::new(embedded::open()),
            &progress,
            &cancel,
        )?);
    };
    let (options, place) = (LoadOptions::default(), DataFolders::of_user().cache);
    let opened = open_indexed(&folder, &options, &place, &progress, &cancel)?;
    if opened.origin != OpenedFrom::Cache {
        // Without a cache the next call takes longer, and that is all.
        let _ = save(&place, &opened.corpus, &opened.index, &cancel);
    }
    Ok(IndexedCorpus::new(
        Arc::new(opened.corpus),
        Arc::new(opened.index),
        &cancel,
    )?)
}

fn picture(arguments: &ShotArguments) -> Result<ExitCode, Complaint> {
    let settings = Settings {
        theme: arguments.theme,
        language: Some(arguments.lang),
        text_scale: arguments.text_scale.clamp(0.7, 2.5),
        ..Settings::default()
    };
    let shot = Shot {
        source: match &arguments.folder {
            None => Source::Embedded,
            Some(folder) => Source::Folder(folder.clone()),
        },
        article: arguments.article,
        view: match arguments.view {
            View::Reading => command::View::Reading,
            View::Concordance => command::View::Concordance,
            View::Statistics => command::View::Statistics,
            View::Names | View::NamesEntity | View::NamesNaming | View::NamesNetwork => {
                command::View::Names
            }
        },
        names: match arguments.view {
            View::NamesEntity => NamesPart::Entity,
            View::NamesNaming => NamesPart::Naming,
            View::NamesNetwork => NamesPart::Network,
            _ => NamesPart::Table,
        },
        name: arguments.name.clone(),
        table: arguments.table,
        search: arguments.search.clone(),
        periods: arguments.period.clone(),
        size: arguments.size,
        scale: arguments.scale,
        settings,
    };
    let picture = screenshot::take(&shot)?;
    let file = File::create(&arguments.out).map_err(not_written(&arguments.out))?;
    let written = picture.write_png(BufWriter::new(file));
    written.map_err(not_written(&arguments.out))?;
    Ok(ExitCode::SUCCESS)
}

fn parse_size(text: &str) -> Result<[f32; 2], String> {
    let wrong =
        || "write it as WIDTHxHEIGHT, such as 1360x860, from 100x100 to 8000x8000".to_owned();
    let (width, height) = text.split_once(['x', '×']).ok_or_else(wrong)?;
    let side = |text: &str| {
        text.parse::<u16>()
            .ok()
            .filter(|side| (100..=8000).contains(side))
            .map(f32::from)
            .ok_or_else(wrong)
    };
    Ok([side(width)?, side(height)?])
}

fn parse_scale(text: &str) -> Result<f32, String> {
    text.parse::<f32>()
        .ok()
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "give a number from 0.5 to 4".to_owned())
}
