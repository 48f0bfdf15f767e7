//! Which files become articles, and which row of the index speaks of which.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use super::store::{FileEntry, FolderListing, Store, Target, is_text_name};
use crate::arabic::is_format_control;
use crate::corpus::state::Landmarks;
use crate::corpus::{IndexFile, IndexRow, Problem, ProblemKind};

/// A file to be read as an article.
#[derive(Debug)]
pub(super) struct CandidateFile {
    pub(super) file: FileEntry,
    /// What the index says of it.
    pub(super) row: Option<IndexRow>,
}

/// The files to read, in their order, and the problems met on the way.
#[derive(Debug, Default)]
pub(super) struct ReadingPlan {
    pub(super) candidates: Vec<CandidateFile>,
    pub(super) problems: Vec<Problem>,
    /// What the folder holds besides.
    pub(super) landmarks: Landmarks,
}

/// Matches the rows of `index`, the file `index_name`, with the files of
/// `listing`. `reserved` names files that are no articles.
pub(super) fn plan(
    listing: FolderListing,
    index: Option<(&str, IndexFile)>,
    reserved: &[&str],
    store: &dyn Store,
) -> ReadingPlan {
    let mut landmarks = listing.landmarks;
    let mut problems = listing.problems;
    for problem in &problems {
        landmarks.add_problem(problem);
    }
    let mut rows = FxHashMap::default();
    let mut reports_unlisted = false;
    if let Some((index_name, index)) = index {
        reports_unlisted = index.has_rows;
        if !index.has_rows {
            problems.push(Problem::of_file(index_name, ProblemKind::NoIndexTable));
        }
        let at_line = |(line, kind)| Problem::at_line(index_name, line, kind);
        problems.extend(index.problems.into_iter().map(at_line));
        let mut finder = Finder::new(&listing.files, store);
        for row in index.rows {
            match finder.find(&row) {
                Ok(place) => {
                    let line = row.line;
                    if let Some(first) = rows.get(&place) {
                        let first: &IndexRow = first;
                        let kind = ProblemKind::ListedTwice {
                            path: listing.files[place].name.to_string(),
                            first_line: first.line,
                        };
                        problems.push(Problem::at_line(index_name, line, kind));
                    } else {
                        rows.insert(place, row);
                    }
                }
                Err(kind) => {
                    // One trouble, one problem: the row says more than the link.
                    if let ProblemKind::OutsideFolder { path } = &kind {
                        problems.retain(|p| {
                            p.kind != ProblemKind::LinkOutside || p.file.as_deref() != Some(path)
                        });
                    }
                    problems.push(Problem::at_line(index_name, row.line, kind));
                }
            }
        }
    }
    let mut candidates = Vec::new();
    for (place, file) in listing.files.into_iter().enumerate() {
        let row = rows.remove(&place);
        if row.is_none() {
            if reserved.contains(&&*file.name) {
                continue;
            }
            if !is_text_name(&*file.name) {
                landmarks.add(&*file.name);
                continue;
            }
            if reports_unlisted {
                problems.push(Problem::of_file(&file.name, ProblemKind::Unlisted));
            }
        }
        if file.os_path.is_some() {
            problems.push(Problem::of_file(&file.name, ProblemKind::NameNotUnicode));
        }
        candidates.push(CandidateFile { file, row });
    }
    ReadingPlan {
        candidates,
        problems,
        landmarks,
    }
}

/// Finds the files that rows name.
struct Finder<'a> {
    /// Sorted by name.
    files: &'a [FileEntry],
    store: &'a dyn Store,
    /// Places by a key that forgives; made when first needed.
    loose: Option<BTreeMap<String, usize>>,
}

impl<'a> Finder<'a> {
    fn new(files: &'a [FileEntry], store: &'a dyn Store) -> Self {
        Self {
            files,
            store,
            loose: None,
        }
    }

    /// The place of the file that `row` names.
    fn find(&mut self, row: &IndexRow) -> Result<usize, ProblemKind> {
        let as_written = || {
            row.paths
                .first()
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let mut paths = Vec::new();
        for path in &row.paths {
            let decoded = percent_decode_str(path).decode_utf8().ok();
            let decoded = decoded.filter(|decoded| *decoded != **path);
            for path in [Some(&**path), decoded.as_deref()].into_iter().flatten() {
                match inside(path) {
                    Some(path) => paths.push(path),
                    None => return Err(ProblemKind::OutsideFolder { path: as_written() }),
                }
            }
        }
        if let Some(place) = paths.iter().find_map(|path| self.exact(path)) {
            return Ok(place);
        }
        for path in &paths {
            match self.store.resolve(path) {
                Target::Missing => {}
                Target::Outside => {
                    return Err(ProblemKind::OutsideFolder { path: path.clone() });
                }
                Target::Folder => return Err(ProblemKind::NotAFile { path: path.clone() }),
                Target::File(name) => {
                    if let Some(place) = self.exact(&name) {
                        return Ok(place);
                    }
                }
            }
        }
        let found = paths.iter().find_map(|path| self.loosely(path));
        found.ok_or_else(|| ProblemKind::MissingFile { path: as_written() })
    }

    fn exact(&self, path: &str) -> Option<usize> {
        self.files
            .binary_search_by(|file| (*file.name).cmp(path))
            .ok()
    }

    /// The file whose name looks the same: composed or decomposed letters, and
    /// with or without invisible controls.
    fn loosely(&mut self, path: &str) -> Option<usize> {
        let files = self.files;
        let key = |name: &str| name.nfc().filter(|&c| !is_format_control(c)).collect();
        let loose = self.loose.get_or_insert_with(|| {
            let places = files.iter().enumerate();
            places
                .map(|(place, file)| (key(&file.name), place))
                .collect()
        });
        loose.get(&key(path)).copied()
    }
}

/// `path` without what says nothing (`./`, doubled `/`), with `/` for `\`;
/// `None` for a path that is absolute, an address, or climbs with `..`.
fn inside(path: &str) -> Option<String> {
    let path = path.trim().replace('\\', "/");
    let mut inside = String::new();
    for (n, part) in path.split('/').enumerate() {
        match part {
            "" if n == 0 => return None,
            ".." => return None,
            _ if n == 0 && part.ends_with(':') => return None,
            "" | "." => {}
            _ => {
                if !inside.is_empty() {
                    inside.push('/');
                }
                inside.push_str(part);
            }
        }
    }
    (!inside.is_empty() && !inside.contains('\0')).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_are_refused() {
        for path in [
            "../a.txt",
            "x/../../a",
            "/etc/passwd",
            "\\a",
            "C:\\a",
            "http://a/b",
            "..",
            "",
        ] {
            assert_eq!(inside(path), None, "{path}");
        }
    }

    #[test]
    fn paths_that_stay_are_tidied() {
        assert_eq!(inside("./a//b\\c.txt").as_deref(), Some("a/b/c.txt"));
        assert_eq!(inside("a..b.txt").as_deref(), Some("a..b.txt"));
    }
}
