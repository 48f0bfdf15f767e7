//! Where the files of a corpus are: a folder on disk.
//!
//! The only file of this layer that touches the file system.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::SystemTime;

use percent_encoding::{AsciiSet, CONTROLS, percent_encode_byte, utf8_percent_encode};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::fault::LoadError;
use super::{ENTITIES_FILE, INDEX_FILE};
use crate::base::{CancelToken, Cancelled};
use crate::corpus::stamp::nanoseconds;
use crate::corpus::state::Landmarks;
use crate::corpus::{FileStamp, Problem, ProblemKind};

/// Lists and reads the files of a corpus.
pub(super) trait Store: Sync {
    /// Every file that is not hidden, in any folder below, sorted by name.
    fn list(&self, cancel: &CancelToken) -> Result<FolderListing, LoadError>;

    /// Puts the bytes of a listed file into `buffer`, in place of what it held.
    fn read(&self, file: &FileEntry, buffer: &mut Vec<u8>) -> Result<(), ReadFault>;

    /// What a relative path leads to that names no listed file.
    fn resolve(&self, path: &str) -> Target;
}

/// The files of a corpus, and links and folders that could not be followed.
#[derive(Debug, Default)]
pub(super) struct FolderListing {
    /// Sorted by name.
    pub(super) files: Vec<FileEntry>,
    pub(super) problems: Vec<Problem>,
    /// Folders and links: a row of an index may mean one of them.
    pub(super) landmarks: Landmarks,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileEntry {
    /// The path inside the corpus, with `/` between parts.
    pub(super) name: Box<str>,
    /// The path for the system, where the name does not give it.
    pub(super) os_path: Option<PathBuf>,
    /// What it was like when it was listed.
    pub(super) stamp: FileStamp,
}

/// Why a file could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ReadFault {
    /// It was there a moment ago.
    Vanished,
    /// It is 4 GiB or larger, in bytes.
    TooLarge(u64),
    /// What the system says.
    Refused(String),
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Nothing.
    Missing,
    /// Something outside the corpus.
    Outside,
    /// A folder.
    Folder,
    /// The file of that name inside the corpus.
    File(String),
}

/// A corpus folder on disk.
#[derive(Debug)]
pub(super) struct Folder {
    /// Absolute, without symbolic links.
    root: PathBuf,
}

impl Folder {
    /// The folder at `path`.
    pub(super) fn open(path: &Path) -> Result<Self, LoadError> {
        let fault = |reason: io::Error| {
            let path = path.to_path_buf();
            match reason.kind() {
                io::ErrorKind::NotFound => LoadError::NotFound { path },
                _ => LoadError::Unreadable { path, reason },
            }
        };
        let root = fs::canonicalize(path).map_err(fault)?;
        if !root.is_dir() {
            let path = path.to_path_buf();
            return Err(LoadError::NotAFolder { path });
        }
        fs::read_dir(&root).map_err(fault)?;
        Ok(Self { root })
    }

    /// The absolute path of the folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The file at `path`, whose stamp is still to be taken.
    fn entry(&self, path: &Path) -> FileEntry {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let (name, is_faithful) = name_of(relative);
        FileEntry {
            name: name.into(),
            os_path: (!is_faithful).then(|| path.to_path_buf()),
            stamp: FileStamp::UNKNOWN,
        }
    }

    fn path_of(&self, file: &FileEntry) -> PathBuf {
        match &file.os_path {
            Some(path) => path.clone(),
            None => self.root.join(&*file.name),
        }
    }

    /// What is wrong with a symbolic link; a link to something inside is
    /// fine, and not followed, since its target is found under its own name.
    fn link_problem(&self, link: &DirEntry) -> Option<Problem> {
        let kind = match fs::canonicalize(link.path()) {
            // Nobody finds the index under another name.
            Ok(target) if target.starts_with(&self.root) && !self.describes(link, INDEX_FILE) => {
                return None;
            }
            Ok(_) | Err(_) if self.describes(link, INDEX_FILE) => {
                return Some(self.special(link));
            }
            Ok(target) if target.is_dir() || is_text_name(link.path()) => ProblemKind::LinkOutside,
            Err(_) if is_text_name(link.path()) => ProblemKind::LinkBroken,
            _ => return None,
        };
        Some(Problem::of_file(&self.entry(link.path()).name, kind))
    }

    /// What is wrong with a folder, a pipe or a device: it has the name of a
    /// file that is read.
    fn special_problem(&self, entry: &DirEntry) -> Option<Problem> {
        let describes = [INDEX_FILE, ENTITIES_FILE].map(|name| self.describes(entry, name));
        let is_pipe = !entry.file_type().is_dir();
        let is_meant = describes.contains(&true) || is_pipe && is_text_name(entry.path());
        is_meant.then(|| self.special(entry))
    }

    /// Whether `entry` has the name of the file `name` that describes a corpus.
    fn describes(&self, entry: &DirEntry, name: &str) -> bool {
        entry.path().parent() == Some(&self.root) && entry.file_name().eq_ignore_ascii_case(name)
    }

    fn special(&self, entry: &DirEntry) -> Problem {
        let name = self.entry(entry.path()).name;
        let path = name.to_string();
        Problem::of_file(&name, ProblemKind::SpecialFile { path })
    }
}

impl Store for Folder {
    fn list(&self, cancel: &CancelToken) -> Result<FolderListing, LoadError> {
        let mut listing = FolderListing::default();
        let walk = WalkDir::new(&self.root)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        for entry in walk {
            cancel.check()?;
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    listing.files.push(self.entry(entry.path()));
                }
                Ok(entry) if entry.file_type().is_symlink() => {
                    let target = fs::read_link(entry.path()).unwrap_or_default();
                    listing.landmarks.add_link(entry.path(), &target);
                    listing.problems.extend(self.link_problem(&entry));
                }
                Ok(entry) => {
                    listing.landmarks.add(entry.path());
                    listing.problems.extend(self.special_problem(&entry));
                }
                Err(error) => {
                    let path = error.path().unwrap_or(&self.root);
                    let name = self.entry(path).name;
                    let kind = ProblemKind::Unreadable {
                        path: name.to_string(),
                        reason: error.io_error().map_or_else(String::new, reason_of),
                    };
                    listing.problems.push(Problem::of_file(&name, kind));
                }
            }
        }
        listing
            .files
            .par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
        let now = SystemTime::now();
        let files = listing.files.par_iter_mut().with_min_len(STAMPS_AT_LEAST);
        files.try_for_each(|file| {
            cancel.check()?;
            file.stamp = stamp_of(&self.path_of(file), now);
            Ok::<(), Cancelled>(())
        })?;
        Ok(listing)
    }

    fn read(&self, file: &FileEntry, buffer: &mut Vec<u8>) -> Result<(), ReadFault> {
        read_whole(&self.path_of(file), buffer)
    }

    fn resolve(&self, path: &str) -> Target {
        let Ok(target) = fs::canonicalize(self.root.join(path)) else {
            return Target::Missing;
        };
        if !target.starts_with(&self.root) {
            Target::Outside
        } else if target.is_dir() {
            Target::Folder
        } else {
            Target::File(self.entry(&target).name.into())
        }
    }
}

/// Files that one thread asks for before another may take from its share.
const STAMPS_AT_LEAST: usize = 256;

/// The stamp of the file at `path`, taken not before `now`.
fn stamp_of(path: &Path, now: SystemTime) -> FileStamp {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return FileStamp::UNKNOWN;
    };
    let Ok(modified) = metadata.modified() else {
        return FileStamp::UNKNOWN;
    };
    let modified = nanoseconds(modified);
    #[cfg(unix)]
    let changed = {
        use std::os::unix::fs::MetadataExt as _;
        let seconds = metadata.ctime().saturating_mul(1_000_000_000);
        seconds.saturating_add(metadata.ctime_nsec())
    };
    #[cfg(not(unix))]
    let changed = modified;
    FileStamp::new(metadata.len(), modified, changed, now)
}

/// Reads a file into `buffer`.
fn read_whole(path: &Path, buffer: &mut Vec<u8>) -> Result<(), ReadFault> {
    let fault = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadFault::Vanished,
        _ => ReadFault::Refused(reason_of(&error)),
    };
    let file = File::open(path).map_err(fault)?;
    let n_bytes = file.metadata().map_err(fault)?.len();
    let size = match u32::try_from(n_bytes) {
        Ok(size) if size < u32::MAX => size as usize,
        _ => return Err(ReadFault::TooLarge(n_bytes)),
    };
    buffer.clear();
    buffer
        .try_reserve_exact(size)
        .map_err(|error| ReadFault::Refused(error.to_string()))?;
    // A file that grows meanwhile is read up to the size it had.
    file.take(n_bytes).read_to_end(buffer).map_err(fault)?;
    Ok(())
}

/// What the system says, without its error number.
fn reason_of(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((reason, _)) => reason.to_lowercase(),
        None => text,
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether the file of that path is taken for an article: `.txt` in any case.
pub(super) fn is_text_name(path: impl AsRef<Path>) -> bool {
    path.as_ref()
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

/// The name of a relative path, and whether the path can be had back from it.
/// Bytes that are no Unicode become `%XX`, and so does `%` beside them.
fn name_of(relative: &Path) -> (String, bool) {
    const PERCENT: &AsciiSet = &CONTROLS.add(b'%');
    if let Some(name) = relative.to_str().filter(|_| MAIN_SEPARATOR == '/') {
        return (name.to_owned(), true);
    }
    let mut name = String::new();
    let mut is_faithful = true;
    for part in relative {
        if !name.is_empty() {
            name.push('/');
        }
        if let Some(part) = part.to_str() {
            name.push_str(part);
            continue;
        }
        is_faithful = false;
        for chunk in part.as_encoded_bytes().utf8_chunks() {
            name.extend(utf8_percent_encode(chunk.valid(), PERCENT));
            name.extend(chunk.invalid().iter().map(|&b| percent_encode_byte(b)));
        }
    }
    (name, is_faithful)
}
