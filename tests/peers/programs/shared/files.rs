//! The files of a corpus, and folders for indexes.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The articles below `folder`, sorted by path.
pub(crate) fn texts(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Reads every file into one buffer; returns the number of bytes.
pub(crate) fn read_all(files: &[PathBuf]) -> anyhow::Result<u64> {
    let mut buffer = Vec::new();
    let mut n_bytes = 0;
    for file in files {
        buffer.clear();
        File::open(file)?.read_to_end(&mut buffer)?;
        n_bytes += buffer.len() as u64;
    }
    Ok(n_bytes)
}

/// Bytes of all files below `folder`.
pub(crate) fn size(folder: &Path) -> anyhow::Result<u64> {
    let mut n_bytes = 0;
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            n_bytes += entry.metadata()?.len();
        }
    }
    Ok(n_bytes)
}

/// An empty folder of that name in the target folder. What it held is removed.
pub(crate) fn fresh_folder(name: &str) -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
