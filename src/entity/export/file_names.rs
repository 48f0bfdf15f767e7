//! Names of files that every system takes.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Gives each article a path of its own: safe on every system, unique where
/// case and the composition of letters do not count, and never both a file
/// and a folder.
///
/// Sources: the naming rules of Windows (reserved names and characters, no
/// dot or space at the end) and 255 bytes for a part, as most systems have it.
#[derive(Default)]
pub(super) struct FileNames {
    /// Folded paths that are taken, and whether by a folder.
    taken: HashMap<String, bool>,
}

/// Room for an ending and a number is left of 255 bytes.
const LONGEST: usize = 200;

impl FileNames {
    /// Takes `path` for a file of the export.
    pub(super) fn reserve(&mut self, path: &str) {
        self.taken.insert(folded(path), false);
    }

    /// A path without ending for the article `file`, such that it is free with
    /// each of `endings`. The ending `.txt` of the article is dropped.
    pub(super) fn stem(&mut self, file: &str, endings: &[&str]) -> String {
        let (stem, ending) = file.split_at(file.floor_char_boundary(file.len().saturating_sub(4)));
        let file = if ending.eq_ignore_ascii_case(".txt") {
            stem
        } else {
            file
        };
        let mut parts: Vec<&str> = file.split(['/', '\\']).collect();
        let name = parts.pop().unwrap_or_default();
        let mut path = String::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            let folder = self.free(&format!("{path}{}", safe(part)), &[""], true);
            path = folder + "/";
        }
        self.free(&format!("{path}{}", safe(name)), endings, false)
    }

    /// `path`, with a number if it is taken; takes it. A folder may be taken
    /// by another article.
    fn free(&mut self, path: &str, endings: &[&str], is_folder: bool) -> String {
        let mut candidate = path.to_owned();
        let mut n = 1_u64;
        let is_free = |candidate: &str, taken: &HashMap<String, bool>| {
            endings.iter().all(|ending| {
                let by = taken.get(&folded(&format!("{candidate}{ending}")));
                by.is_none_or(|by_folder| is_folder && *by_folder)
            })
        };
        while !is_free(&candidate, &self.taken) {
            n += 1;
            candidate = format!("{path}-{n}");
        }
        for ending in endings {
            let path = folded(&format!("{candidate}{ending}"));
            self.taken.insert(path, is_folder);
        }
        candidate
    }
}

fn folded(path: &str) -> String {
    path.nfkc()
        .collect::<String>()
        .to_lowercase()
        .nfc()
        .collect()
}

/// `part` of a path as every system takes it; never empty.
fn safe(part: &str) -> String {
    let refused = |c: char| {
        c.is_control()
            || crate::arabic::is_format_control(c)
            || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '/' | '\\')
    };
    let mut safe: String = part
        .chars()
        .map(|c| if refused(c) { '_' } else { c })
        .collect();
    safe.truncate(safe.floor_char_boundary(LONGEST));
    let kept = safe.trim_end_matches(['.', ' ']).len();
    safe.truncate(kept);
    if safe.is_empty() || safe.starts_with(['.', ' ']) || is_device(&safe) {
        safe.insert(0, '_');
    }
    safe
}

/// Whether Windows takes `name` for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or_default().trim_end();
    let base = base.to_ascii_uppercase();
    let is_port = |port: &str| {
        let number = base.strip_prefix(port);
        number.is_some_and(|n| {
            matches!(
                n,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    };
    matches!(
        base.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || is_port("COM")
        || is_port("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_safe_and_unique() {
        let mut names = FileNames::default();
        let mut stem = |file: &str| names.stem(file, &[".txt", ".ann"]);
        assert_eq!(stem("2020/باكو.txt"), "2020/باكو");
        assert_eq!(stem("2020/باكو"), "2020/باكو-2");
        assert_eq!(stem("A.TXT"), "A");
        assert_eq!(stem("a"), "a-2");
        assert_eq!(stem("a.txt/b.txt"), "a.txt-2/b", "a.txt is a file");
        assert_eq!(stem("../../etc/passwd"), "_/_/etc/passwd");
        assert_eq!(stem("/x/con.txt"), "x/_con");
        assert_eq!(stem("what?:. .txt"), "what__");
        assert_eq!(stem(""), "_");
        assert_eq!(stem("caf\u{E9}"), "caf\u{E9}");
        assert_eq!(stem("cafe\u{301}"), "cafe\u{301}-2");
        assert_eq!(stem(&"ق".repeat(300)).len(), LONGEST);
    }
}
