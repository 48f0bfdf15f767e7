//! What a path leads to while the reader writes it, and how it may go on.

use super::places::home_folder;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf, is_separator};

/// So many ways to go on are offered.
const MOST_COMPLETIONS: usize = 200;
/// So many entries of a folder are looked at.
const MOST_ENTRIES: usize = 100_000;

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum PathKind {
    /// A folder.
    Folder,
    /// A file, or what else is no folder.
    File,
    /// Nothing; the folder before it is there.
    Nothing,
    /// Nothing, nor is there a folder before it that can be read.
    Nowhere,
}

/// A path as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct PathLook {
    /// The path that is meant: from the root, `~` being the home folder.
    pub(in crate::app) path: PathBuf,
    pub(in crate::app) kind: PathKind,
    /// What may be meant, in the order of the letters: whole texts of the
    /// field; folders end in a separator.
    pub(in crate::app) completions: Vec<String>,
}

impl PathLook {
    /// Looks at what `text` means. Files are offered besides folders if
    /// `offers_files`; what is hidden is offered where its dot is written.
    pub(in crate::app) fn at(text: &str, offers_files: bool) -> Self {
        let text = text.trim_start();
        let path = path_of(text);
        let (written, begun) = text.split_at(text.rfind(is_separator).map_or(0, |at| at + 1));
        let folder = path_of(written);
        let kind = match fs::metadata(&path) {
            // Nobody means the home folder by writing nothing.
            _ if text.is_empty() => PathKind::Nothing,
            Ok(found) if found.is_dir() => PathKind::Folder,
            Ok(_) => PathKind::File,
            Err(_) if folder.is_dir() => PathKind::Nothing,
            Err(_) => PathKind::Nowhere,
        };
        let mut completions = Vec::new();
        let begun = begun.to_lowercase();
        for entry in fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .take(MOST_ENTRIES)
        {
            let Ok(entry) = entry else { continue };
            // A name that is not Unicode cannot be written in a field.
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            if !name.to_lowercase().starts_with(&begun)
                || (name.starts_with('.') && !begun.starts_with('.'))
            {
                continue;
            }
            // As the link that it may be leads.
            let is_folder = entry.path().is_dir();
            if is_folder {
                completions.push(format!("{written}{name}{MAIN_SEPARATOR}"));
            } else if offers_files {
                completions.push(format!("{written}{name}"));
            }
        }
        completions.sort_unstable();
        completions.truncate(MOST_COMPLETIONS);
        Self {
            path,
            kind,
            completions,
        }
    }

    /// What all ways to go on have in common, if that is more than `text`.
    pub(in crate::app) fn common(&self, text: &str) -> Option<String> {
        let (first, others) = self.completions.split_first()?;
        let mut common = first.as_str();
        for other in others {
            let alike = common
                .chars()
                .zip(other.chars())
                .take_while(|(a, b)| a == b);
            let n: usize = alike.map(|(c, _)| c.len_utf8()).sum();
            common = common.get(..n)?;
        }
        (common.len() > text.trim_start().len()).then(|| common.to_owned())
    }
}

/// The path that `text` means: from the home folder where it begins with `~`,
/// or from nowhere else.
fn path_of(text: &str) -> PathBuf {
    match text.strip_prefix('~') {
        Some("") => home_folder(),
        Some(rest) if rest.starts_with(is_separator) => {
            home_folder().join(rest.trim_start_matches(is_separator))
        }
        _ => home_folder().join(Path::new(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_looked_at_as_far_as_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["أخبار 2020", "أخبار 2023", "Notes", ".hidden"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("notes.csv"), "").unwrap();
        let root = format!("{}/", folder.path().display());
        let look = |rest: &str, files| PathLook::at(&format!("{root}{rest}"), files);
        let offered = |look: &PathLook| -> Vec<String> {
            let rest = look.completions.iter().map(|text| text.strip_prefix(&root));
            rest.map(|text| text.unwrap().to_owned()).collect()
        };

        let all = look("", false);
        assert_eq!(all.kind, PathKind::Folder);
        assert_eq!(offered(&all), ["Notes/", "أخبار 2020/", "أخبار 2023/"]);
        let begun = look("أخ", false);
        assert_eq!(begun.kind, PathKind::Nothing);
        let common = begun.common(&format!("{root}أخ"));
        assert_eq!(common, Some(format!("{root}أخبار 202")));
        assert_eq!(begun.common(&common.unwrap()), None);
        // Whatever the case: but what is there is what is offered.
        let notes = look("NO", true);
        assert_eq!(offered(&notes), ["Notes/", "notes.csv"]);
        assert_eq!(offered(&look("NO", false)), ["Notes/"]);
        assert_eq!(offered(&look(".", false)), [".hidden/"]);
        assert_eq!(look("notes.csv", true).kind, PathKind::File);
        assert_eq!(look("new.csv", true).kind, PathKind::Nothing);
        assert_eq!(look("gone/new.csv", true).kind, PathKind::Nowhere);
        assert_eq!(look("gone/", false).kind, PathKind::Nowhere);
        assert_eq!(PathLook::at(" ", false).kind, PathKind::Nothing);
    }

    #[test]
    fn a_path_begins_at_home_or_at_the_root() {
        assert_eq!(path_of("~"), home_folder());
        assert_eq!(path_of("~/a b"), home_folder().join("a b"));
        assert_eq!(path_of("a"), home_folder().join("a"));
        assert_eq!(path_of("/a"), PathBuf::from("/a"));
    }
}
