//! `warraq index`: builds the index of a folder anew, keeps it, and reports.

use super::say::{Complaint, complain, sentence};
use crate::analysis::cache::{Saved, save};
use crate::analysis::index::Index;
use crate::app::storage::DataFolders;
use crate::base::{CancelToken, Progress};
use crate::corpus::{LoadOptions, embedded, open_folder};
use serde::Serialize;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What is reported. Bytes are bytes, times are milliseconds.
#[derive(Debug, Serialize)]
struct Figures {
    articles: usize,
    words: u32,
    types: usize,
    folded_forms: usize,
    stems: usize,
    text_bytes: u64,
    index_bytes: u64,
    read_ms: u128,
    index_ms: u128,
    /// The cache, unless the corpus is the built-in one or it cannot be kept.
    cache: Option<CacheFigures>,
}

#[derive(Debug, Serialize)]
struct CacheFigures {
    file: PathBuf,
    bytes: u64,
    write_ms: u128,
}

/// Reads and indexes all of `folder`, whatever its cache says, and replaces
/// the cache.
pub(super) fn index(folder: Option<&Path>, json: bool) -> Result<ExitCode, Complaint> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let start = Instant::now();
    let corpus = match folder {
        None => embedded::open(),
        Some(folder) => open_folder(folder, &LoadOptions::default(), &progress, &cancel)?,
    };
    let read_ms = start.elapsed().as_millis();
    let start = Instant::now();
    let index = Index::of_corpus(&corpus, &progress, &cancel)?;
    let index_ms = start.elapsed().as_millis();
    let start = Instant::now();
    let cache = match folder {
        None => None,
        Some(_) => match save(&DataFolders::of_user().cache, &corpus, &index, &cancel) {
            Ok(Saved { path, n_bytes, .. }) => Some(CacheFigures {
                file: path,
                bytes: n_bytes,
                write_ms: start.elapsed().as_millis(),
            }),
            Err(fault) => {
                complain(&sentence(&fault));
                None
            }
        },
    };
    let figures = Figures {
        articles: corpus.articles.len(),
        words: index.n_tokens(),
        types: index.n_types(),
        folded_forms: index.n_folds(),
        stems: index.n_stems(),
        text_bytes: corpus.articles.iter().map(|a| a.text.len() as u64).sum(),
        index_bytes: index.sections().iter().map(|(_, s)| s.len() as u64).sum(),
        read_ms,
        index_ms,
        cache,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, &figures)?;
        writeln!(out)?;
    } else {
        print(&mut out, &figures)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn print(out: &mut impl Write, figures: &Figures) -> std::io::Result<()> {
    writeln!(out, "articles      {}", figures.articles)?;
    writeln!(out, "words         {}", figures.words)?;
    writeln!(out, "types         {}", figures.types)?;
    writeln!(out, "folded forms  {}", figures.folded_forms)?;
    writeln!(out, "stems         {}", figures.stems)?;
    writeln!(out, "text          {} bytes", figures.text_bytes)?;
    writeln!(out, "index         {} bytes", figures.index_bytes)?;
    writeln!(out, "reading       {} ms", figures.read_ms)?;
    writeln!(out, "indexing      {} ms", figures.index_ms)?;
    if let Some(cache) = &figures.cache {
        writeln!(out, "cache         {} bytes", cache.bytes)?;
        writeln!(out, "writing       {} ms", cache.write_ms)?;
        writeln!(out, "kept in       {}", cache.file.display())?;
    }
    Ok(())
}
