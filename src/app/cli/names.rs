//! `warraq mentions` and `warraq export`: the names of a corpus.

use super::say::{Complaint, at_place, complain};
use super::{names_of, one_of, open};
use crate::app::storage::annotated_export::{AnnotatedFormat, ExportForm};
use crate::base::{CancelToken, Progress};
use crate::corpus::Corpus;
use crate::entity::Annotations;
use crate::entity::export::{self, StreamFormat};
use crate::files::{SaveError, write_folder};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(super) struct ExportArguments {
    /// The corpus folder; without it, the built-in corpus
    folder: Option<PathBuf>,
    /// The form of the result; brat and tei are folders
    #[arg(long, value_parser = one_of(AnnotatedFormat::ALL.map(|format| (format.name(), format))))]
    format: AnnotatedFormat,
    /// The file to write, or the folder for the formats of many files
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
}

/// The corpus of `folder` with its names; what is wrong with the files of
/// names goes to standard error.
pub(super) fn annotated(folder: Option<PathBuf>) -> Result<(Corpus, Annotations), Complaint> {
    let (corpus, is_embedded) = open(folder)?;
    let layers = names_of(&corpus, is_embedded);
    for problem in layers.problems(&corpus) {
        complain(&at_place(&problem));
    }
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let names = Annotations::new(&corpus, &Arc::new(layers.gazetteer()), &progress, &cancel)?;
    Ok((corpus, names))
}

/// Prints every mention as JSON Lines.
pub(super) fn mentions(folder: Option<PathBuf>) -> Result<ExitCode, Complaint> {
    let (corpus, names) = annotated(folder)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let cancel = CancelToken::default();
    let articles = export::articles(&corpus, &names, &cancel, |_| true);
    StreamFormat::JsonLines.write(articles, &mut out)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the annotated corpus in the form of another program.
pub(super) fn export(arguments: ExportArguments) -> Result<ExitCode, Complaint> {
    let (corpus, names) = annotated(arguments.folder)?;
    let cancel = CancelToken::default();
    let articles = export::articles(&corpus, &names, &cancel, |_| true);
    let out = &arguments.out;
    match arguments.format.form() {
        ExportForm::Stream(format) => {
            let mut file = BufWriter::new(File::create(out).map_err(not_written(out))?);
            let written = format.write(articles, &mut file);
            written
                .and_then(|()| file.flush())
                .map_err(not_written(out))?;
        }
        ExportForm::Files(format) => {
            write_folder(out, |file| format.write(articles, file))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Complains that the file at `path` cannot be written, unless it is a pipe
/// whose reader has left.
pub(super) fn not_written(path: &Path) -> impl Fn(io::Error) -> Complaint {
    let path = path.to_path_buf();
    move |source| match source.kind() {
        io::ErrorKind::BrokenPipe => Complaint(None),
        _ => SaveError {
            path: path.clone(),
            source,
        }
        .into(),
    }
}
