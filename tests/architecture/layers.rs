//! What each folder of `src/` may know: other folders, libraries, the outside.

use super::source::{Word, first_names_below, is_of_tests, push_first_names, text_at, words_of};

/// Each layer and the layers it may use, in reading order.
///
/// Two rows of arrows: `base ← arabic ← corpus ← {entity, analysis} ← jobs ← app`
/// and `base ← {text, texts} ← ui ← app`. The formulas of `statistics` know numbers
/// only and serve whoever counts. Panes draw values of the domain, so `ui` may
/// use the layers that have them; it never sees how or when they were made.
pub(crate) const LAYERS: [(&str, &[&str]); 12] = [
    ("base", &[]),
    ("texts", &["base"]),
    ("files", &["base"]),
    ("statistics", &["base"]),
    ("arabic", &["base"]),
    ("corpus", &["base", "arabic"]),
    ("entity", &["base", "statistics", "arabic", "corpus"]),
    (
        "analysis",
        &["base", "files", "statistics", "arabic", "corpus"],
    ),
    ("jobs", &["base", "arabic", "corpus", "entity", "analysis"]),
    ("text", &["base"]),
    (
        "ui",
        &[
            "base",
            "texts",
            "text",
            "statistics",
            "arabic",
            "corpus",
            "entity",
            "analysis",
        ],
    ),
    (
        "app",
        &[
            "base",
            "texts",
            "files",
            "statistics",
            "arabic",
            "corpus",
            "entity",
            "analysis",
            "jobs",
            "text",
            "ui",
        ],
    ),
];

/// Files of `src/` that stand above the layers.
const ROOTS: [&str; 2] = ["src/lib.rs", "src/main.rs"];

/// Libraries with a home: each group of crates and the files that may name it.
/// A place covers the file or folder of that name: `src/a` is `src/a.rs` and
/// everything in `src/a/`.
pub(crate) const HOMES: [(&[&str], &[&str]); 20] = [
    (
        &[
            "egui", "eframe", "epaint", "emath", "ecolor", "winit", "glow",
        ],
        &["src/ui", "src/app", "src/main"],
    ),
    (&["rfd", "pollster"], &["src/app/shell/picker"]),
    (&["arboard"], &["src/app/shell/clipboard"]),
    (&["fontdb", "parley"], &["src/text"]),
    (&["swash"], &["src/text", "src/ui/glyph_atlas"]),
    (&["fluent_bundle", "sys_locale"], &["src/texts"]),
    (&["clap"], &["src/app/cli", "src/main"]),
    (&["encoding_rs", "pulldown_cmark"], &["src/corpus"]),
    (
        &["jiff"],
        &[
            "src/app/storage/panics",
            "src/corpus",
            "src/entity/expressions/dates",
            "src/entity/study/timeline",
        ],
    ),
    (&["snowball_stemmers_rs"], &["src/arabic/stem"]),
    (&["bytestring"], &["src/corpus/text"]),
    // Nothing maps files: what is mapped changes with the file.
    (&["memmap2"], &[]),
    (
        &["postcard"],
        &[
            "src/analysis/cache",
            "src/corpus",
            "src/entity/annotations/kept",
        ],
    ),
    (&["regex"], &["src/analysis/query"]),
    (&["notify"], &["src/jobs/watch"]),
    (&["plotters", "plotters_backend"], &["src/ui/chart"]),
    (&["walkdir"], &["src/corpus/folder/store"]),
    // All but the first only make folders for tests.
    (
        &["tempfile"],
        &[
            "src/files",
            "src/app/storage",
            "src/app/cli/check",
            "src/analysis/cache",
        ],
    ),
    (&["etcetera"], &["src/app/storage/places"]),
    (&["png"], &["src/ui/raster/picture"]),
];

/// The edges: the only files that touch the file system, and what for.
pub(crate) const FILE_EDGES: [(&str, &str); 6] = [
    ("src/corpus/folder/store", "reads a corpus folder"),
    ("src/text/fonts", "reads the faces installed on the machine"),
    ("src/files", "replaces files, whole or not at all"),
    ("src/app/cli", "writes the picture of `warraq screenshot`"),
    ("src/app/storage", "reads what the program keeps"),
    ("src/analysis/cache", "keeps indexed corpora"),
];

/// Files that start threads or wait for them.
pub(crate) const THREAD_EDGES: [(&str, &str); 3] = [
    ("src/app/storage/panics", "names the thread that panicked"),
    ("src/jobs", "runs tasks"),
    ("src/app/shell/picker", "waits for the system's dialog"),
];

/// Modules through which a program reaches the file system.
const FILE_MODULES: [&str; 3] = ["fs", "memmap2", "walkdir"];
/// Types that open files. They count only where one of their functions is
/// named: a variant may be called so as well.
const FILE_TYPES: [&str; 2] = ["File", "OpenOptions"];
/// Methods of paths that ask the file system.
const FILE_METHODS: [&str; 9] = [
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "is_symlink",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];
/// Names of the standard library's network and of common clients.
const NETWORK_NAMES: [&str; 6] = ["net", "TcpStream", "UdpSocket", "reqwest", "ureq", "hyper"];

/// Whether `path` is the file of that `place` or lies in its folder.
fn is_at(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Uses of a layer that the layer of `path` must not know.
pub(crate) fn layer_breaches(path: &str, source: &str) -> Vec<String> {
    if ROOTS.contains(&path) {
        return Vec::new();
    }
    let folder = path.split('/').nth(1).unwrap_or_default();
    let Some((layer, may_use)) = LAYERS
        .iter()
        .find(|(layer, _)| is_at(path, &format!("src/{layer}")))
    else {
        return vec![format!("{path}: `{folder}` is no layer")];
    };
    let words = words_of(source);
    let mut used = first_names_below(&words, &["crate", "warraq"]);
    used.extend(names_above(&words, module_depth(path)));
    used.iter()
        .filter(|name| name.text != *layer && !may_use.contains(&name.text.as_str()))
        .map(|name| {
            format!(
                "{path}:{}: `{layer}` must not use `{}`",
                name.line, name.text
            )
        })
        .collect()
}

/// How many modules lead from the crate to the module of `path`.
fn module_depth(path: &str) -> usize {
    let n_parts = path.split('/').count() - 1;
    n_parts - usize::from(path.ends_with("/mod.rs"))
}

/// Layers that are reached by a chain of `super` that may lead to the crate's
/// root. Inline modules are not counted, so the answer can only be too strict.
fn names_above(words: &[Word], depth: usize) -> Vec<Word> {
    let mut names = Vec::new();
    let mut n_supers = 0;
    for (i, word) in words.iter().enumerate() {
        match word.text.as_str() {
            "super" => n_supers += 1,
            "::" => {}
            _ => n_supers = 0,
        }
        let chain_ends = n_supers >= depth && word.text == "::" && text_at(words, i + 1) != "super";
        if n_supers > 0 && chain_ends {
            push_first_names(words, i + 1, &mut names);
        }
    }
    names.retain(|name| LAYERS.iter().any(|(layer, _)| name.text == *layer));
    names
}

/// Uses of a library outside its home, but in files of tests `tempfile`.
pub(crate) fn library_breaches(path: &str, source: &str) -> Vec<String> {
    let words = words_of(source);
    let mut breaches = Vec::new();
    for (crates, places) in HOMES {
        let is_for_tests = is_of_tests(path) && crates.contains(&"tempfile");
        if is_for_tests || places.iter().any(|place| is_at(path, place)) {
            continue;
        }
        for (i, word) in words.iter().enumerate() {
            if crates.contains(&word.text.as_str()) && is_start_of_path(&words, i) {
                breaches.push(format!(
                    "{path}:{}: `{}` is at home in {}",
                    word.line,
                    word.text,
                    places.join(", ")
                ));
            }
        }
    }
    breaches
}

/// Whether word `at` is the first name of a path or of an import.
fn is_start_of_path(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text_at(words, i));
    let leads_on = text_at(words, at + 1) == "::";
    let is_imported = before == "use" || before == "crate";
    is_imported || (leads_on && (before != "::" || at == 1 || !is_name(text_at(words, at - 2))))
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Uses of the file system outside the edges and files of tests.
pub(crate) fn file_breaches(path: &str, source: &str) -> Vec<String> {
    let is_edge = FILE_EDGES.iter().any(|(place, _)| is_at(path, place));
    if is_edge || is_of_tests(path) {
        return Vec::new();
    }
    let words = words_of(source);
    let calls = words.iter().enumerate().filter(|(i, word)| {
        let name = word.text.as_str();
        let (before, after) = (
            i.checked_sub(1).map_or("", |i| text_at(&words, i)),
            text_at(&words, i + 1),
        );
        let in_path = before == "::" || after == "::" || before == "use";
        (FILE_MODULES.contains(&name) && in_path)
            || (FILE_TYPES.contains(&name) && after == "::" && before != "::")
            || (FILE_METHODS.contains(&name) && before == "." && after == "(")
    });
    calls
        .map(|(_, word)| {
            format!(
                "{path}:{}: `{}` touches the file system",
                word.line, word.text
            )
        })
        .collect()
}

/// Threads outside the files that may start them.
pub(crate) fn thread_breaches(path: &str, source: &str) -> Vec<String> {
    if THREAD_EDGES.iter().any(|(place, _)| is_at(path, place)) {
        return Vec::new();
    }
    let words = words_of(source);
    let uses = words.iter().enumerate().filter(|(i, word)| {
        word.text == "thread" && i.checked_sub(1).is_some_and(|i| text_at(&words, i) == "::")
    });
    uses.map(|(_, word)| format!("{path}:{}: threads belong to `jobs`", word.line))
        .collect()
}

/// Any use of the network: the program works offline.
pub(crate) fn network_breaches(path: &str, source: &str) -> Vec<String> {
    let words = words_of(source);
    let uses = words.iter().enumerate().filter(|(i, word)| {
        let (before, after) = (
            i.checked_sub(1).map_or("", |i| text_at(&words, i)),
            text_at(&words, i + 1),
        );
        NETWORK_NAMES.contains(&word.text.as_str()) && (before == "::" || after == "::")
    });
    uses.map(|(_, word)| format!("{path}:{}: `{}` is of the network", word.line, word.text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_may_use_what_stands_before_it() {
        assert!(layer_breaches("src/corpus/a.rs", "use crate::arabic::fold;").is_empty());
        assert!(
            layer_breaches("src/corpus/a.rs", "use super::b; use crate::corpus::c;").is_empty()
        );
        assert!(layer_breaches("src/lib.rs", "pub mod ui;").is_empty());
        assert!(
            layer_breaches("src/ui/a.rs", "/// [`App`](crate::app::App)\nfn f() {}").is_empty()
        );
    }

    #[test]
    fn a_layer_must_not_use_what_stands_after_it() {
        let breaches = [
            ("src/arabic/a.rs", "use crate::corpus::Article;"),
            ("src/entity/a.rs", "use crate::{base::X, analysis::Y};"),
            ("src/analysis/a.rs", "fn f() -> crate::entity::Mention {}"),
            ("src/text/mod.rs", "use crate::arabic::fold;"),
            ("src/ui/reading/a.rs", "use crate::jobs::Task;"),
            ("src/ui/reading/a.rs", "use super::super::super::app::App;"),
            ("src/ui/mod.rs", "use super::{app::App, text::Block};"),
            ("src/jobs/task.rs", "use crate::*;"),
            ("src/net/a.rs", ""),
        ];
        for (path, source) in breaches {
            assert_eq!(layer_breaches(path, source).len(), 1, "{path}: {source}");
        }
        let told = layer_breaches("src/base/id.rs", "\nuse crate::ui::Pen;");
        assert_eq!(told, ["src/base/id.rs:2: `base` must not use `ui`"]);
    }

    #[test]
    fn a_chain_of_super_below_the_root_is_no_breach() {
        // `text` is here a module of `ui`.
        assert!(layer_breaches("src/ui/reading/a.rs", "use super::super::app;").is_empty());
    }

    #[test]
    fn every_arrow_points_one_way() {
        for (i, (layer, may_use)) in LAYERS.iter().enumerate() {
            let before = LAYERS.get(..i).unwrap_or_default();
            for used in *may_use {
                assert!(
                    before.iter().any(|(name, _)| name == used),
                    "{layer} uses {used}"
                );
            }
        }
    }

    #[test]
    fn a_library_stays_at_home() {
        assert!(library_breaches("src/text/line.rs", "use parley::Layout;").is_empty());
        assert!(library_breaches("src/ui/glyph_atlas.rs", "use swash::scale::Render;").is_empty());
        assert!(
            library_breaches("src/ui/glyph_atlas/pages.rs", "use swash::scale::Render;").is_empty()
        );
        assert!(
            library_breaches("src/jobs/mod.rs", "//! Knows nothing of egui::Context.").is_empty()
        );
        assert!(library_breaches("src/corpus/a.rs", "x.png; fn png() {} my::png::f();").is_empty());
        let breaches = [
            ("src/text/line.rs", "use egui::Rect;"),
            ("src/jobs/task.rs", "fn f(ctx: &::egui::Context) {}"),
            ("src/app/window.rs", "use rfd;"),
            ("src/ui/pen.rs", "let x = parley::Layout::new();"),
            (
                "src/ui/glyph_atlas_two.rs",
                "use {swash::scale, std::sync};",
            ),
            ("src/app/cli.rs", "extern crate walkdir;"),
        ];
        for (path, source) in breaches {
            assert_eq!(library_breaches(path, source).len(), 1, "{path}: {source}");
        }
    }

    #[test]
    fn files_are_touched_at_the_edges_only() {
        assert!(
            file_breaches("src/corpus/folder/store.rs", "use std::fs::{self, File};").is_empty()
        );
        assert!(
            file_breaches("src/entity/a.rs", "// std::fs\nlet file = SortBy::File;").is_empty()
        );
        for path in ["src/app/a/tests.rs", "src/app/a/tests/b.rs"] {
            assert!(file_breaches(path, "use std::fs;").is_empty(), "{path}");
        }
        let breaches = [
            ("src/entity/a.rs", "let text = std::fs::read(path);"),
            ("src/entity/a.rs", "let file = File::open(path);"),
            ("src/corpus/storehouse.rs", "use std::fs;"),
            ("src/ui/a.rs", "if path.exists() {}"),
            ("src/app/mod.rs", "path.is_dir()"),
        ];
        for (path, source) in breaches {
            assert!(!file_breaches(path, source).is_empty(), "{path}: {source}");
        }
    }

    #[test]
    fn threads_and_network_are_seen() {
        assert!(thread_breaches("src/jobs/task.rs", "std::thread::Builder::new()").is_empty());
        assert_eq!(
            thread_breaches("src/ui/pen.rs", "use std::thread;").len(),
            1
        );
        assert!(network_breaches("src/ui/pen.rs", "let net = 1;").is_empty());
        assert_eq!(
            network_breaches("src/app/mod.rs", "use std::net::TcpListener;").len(),
            1
        );
    }
}
