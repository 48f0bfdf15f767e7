//! `warraq mentions` and `warraq export`: the names of a corpus.

use super::{complain, open};
use crate::base::{CancelToken, Progress};
use crate::corpus::Corpus;
use crate::entity::export::{self, CsvCells, FilesFormat, StreamFormat};
use crate::entity::{Annotations, Gazetteer};
use anyhow::Context as _;
use clap::ValueEnum;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(super) struct ExportArguments {
    /// The corpus folder; without it, the built-in corpus
    folder: Option<PathBuf>,
    /// The form of the result
    #[arg(long, value_enum)]
    format: FormatName,
    /// The file to write, or the folder for the formats of many files
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    /// A row for each mention
    Csv,
    /// An object for each mention, one a line
    Jsonl,
    /// W3C Web Annotation (JSON-LD)
    WebAnnotation,
    /// Tokens in columns with IOB2 tags (CoNLL-U Plus)
    Conll,
    /// brat standoff: a folder
    Brat,
    /// TEI P5: a folder
    Tei,
}

/// A format of one file, or of many.
enum Form {
    Stream(StreamFormat),
    Files(FilesFormat),
}

impl FormatName {
    const fn form(self) -> Form {
        match self {
            Self::Csv => Form::Stream(StreamFormat::Csv(CsvCells::Exact)),
            Self::Jsonl => Form::Stream(StreamFormat::JsonLines),
            Self::WebAnnotation => Form::Stream(StreamFormat::WebAnnotation),
            Self::Conll => Form::Stream(StreamFormat::Conll),
            Self::Brat => Form::Files(FilesFormat::Brat),
            Self::Tei => Form::Files(FilesFormat::Tei),
        }
    }
}

/// The corpus of `folder` with its names; what is wrong with the files of
/// names goes to standard error.
pub(super) fn annotated(folder: Option<PathBuf>) -> anyhow::Result<(Corpus, Annotations)> {
    let (corpus, is_embedded) = open(folder)?;
    let (gazetteer, problems) = Gazetteer::for_corpus(&corpus, is_embedded);
    for problem in problems {
        complain(&problem.to_string());
    }
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let names = Annotations::new(&corpus, &Arc::new(gazetteer), &progress, &cancel)
        .map_err(|_| anyhow::anyhow!("cancelled"))?;
    Ok((corpus, names))
}

/// Prints every mention as JSON Lines.
pub(super) fn mentions(folder: Option<PathBuf>) -> anyhow::Result<ExitCode> {
    let (corpus, names) = annotated(folder)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let articles = export::articles(&corpus, &names, true, |_| true);
    StreamFormat::JsonLines.write(articles, &mut out)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the annotated corpus in the form of another program.
pub(super) fn export(arguments: ExportArguments) -> anyhow::Result<ExitCode> {
    let (corpus, names) = annotated(arguments.folder)?;
    let articles = export::articles(&corpus, &names, true, |_| true);
    let out = &arguments.out;
    let cannot = || format!("“{}” cannot be written", out.display());
    match arguments.format.form() {
        Form::Stream(format) => {
            let mut file = BufWriter::new(File::create(out).with_context(cannot)?);
            format.write(articles, &mut file).with_context(cannot)?;
            file.flush().with_context(cannot)?;
        }
        Form::Files(format) => {
            let mut write = |path: &str, bytes: &[u8]| write_in(out, path, bytes);
            format.write(articles, &mut write).with_context(cannot)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes one file of an export, with the folders on the way to it.
fn write_in(folder: &Path, path: &str, bytes: &[u8]) -> std::io::Result<()> {
    let path = folder.join(path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)
}
