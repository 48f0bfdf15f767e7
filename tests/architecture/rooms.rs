//! Who knows whom inside a layer: files, the folders they stand in, and the
//! arrows that are drawn for the rooms of a layer.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Word, paths_in, without_tests, words_of};

/// A layer's rooms, each with those that it may use.
type Rooms = [(&'static str, &'static [&'static str])];

/// The rooms of `src/entity`, in reading order.
pub(crate) const ENTITY: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("words", &["model"]),
    ("names_file", &["model"]),
    ("readings", &["words", "names_file"]),
    ("spelling", &["model", "words"]),
    (
        "gazetteer",
        &["model", "words", "names_file", "readings", "spelling"],
    ),
    ("tagger", &["model", "words", "gazetteer"]),
    ("recognition", &["model", "words", "gazetteer", "tagger"]),
    ("linking", &["model", "words", "spelling", "gazetteer"]),
    (
        "annotations",
        &[
            "model",
            "words",
            "names_file",
            "readings",
            "spelling",
            "gazetteer",
            "tagger",
            "recognition",
            "linking",
        ],
    ),
    ("expressions", &["model", "words"]),
    ("repair", &["model", "names_file"]),
    ("study", &["model", "words", "annotations"]),
    (
        "export",
        &["model", "gazetteer", "annotations", "expressions"],
    ),
];

/// The rooms of `src/app`, in reading order.
pub(crate) const APP: [(&str, &[&str]); 10] = [
    ("storage", &[]),
    ("repairs", &["storage"]),
    ("command", &["storage", "repairs"]),
    ("state", &["storage", "repairs", "command"]),
    ("panels", &["repairs", "command", "state"]),
    ("tables", &["state", "panels"]),
    (
        "views",
        &["storage", "repairs", "command", "state", "panels", "tables"],
    ),
    (
        "handling",
        &["storage", "repairs", "command", "state", "views"],
    ),
    ("shell", &["storage", "command", "state", "panels", "views"]),
    ("cli", &["storage", "command", "state", "shell"]),
];

/// The views of the window. What belongs to one stands under its name in each
/// of [`FLOORS`].
const VIEWS: [&str; 4] = ["reading", "concordance", "statistics", "names"];
/// Rooms of `src/app` that have a part for each view.
const FLOORS: [&str; 3] = ["state", "handling", "views"];

/// The files of a tree, and which names which. Modules of tests are left out.
pub(crate) struct Files<'s> {
    /// Sources by the path of their module: `src/a/b.rs` and `src/a/b/mod.rs`
    /// are `a`, `b`.
    modules: BTreeMap<Vec<String>, Module<'s>>,
}

struct Module<'s> {
    path: &'s str,
    words: Vec<Word>,
    /// What its `use`s bring in, by name: whole paths from the crate.
    brought: BTreeMap<String, Vec<String>>,
}

/// A file and one that it names.
type Arrow<'f> = (&'f str, &'f str);

impl<'s> Files<'s> {
    /// The files of `sources`, paths from the project's folder with their text.
    pub(crate) fn new(sources: &'s BTreeMap<String, String>) -> Self {
        let mut modules = BTreeMap::new();
        let mut tests = BTreeSet::new();
        for (path, source) in sources {
            let Some(name) = module_of(path) else {
                continue;
            };
            let (words, test_modules) = without_tests(&words_of(source));
            let below = |module: String| [name.clone(), vec![module]].concat();
            tests.extend(test_modules.into_iter().map(below));
            let module = Module {
                path,
                words,
                brought: BTreeMap::new(),
            };
            modules.insert(name, module);
        }
        modules.retain(|name, _| !tests.iter().any(|test| name.starts_with(test)));
        let mut files = Self { modules };
        let names: Vec<Vec<String>> = files.modules.keys().cloned().collect();
        for name in names {
            let paths = files.absolute_paths(&name);
            if let Some(module) = files.modules.get_mut(&name) {
                let used = paths.into_iter().filter(|(_, _, is_use)| *is_use);
                module.brought = used.map(|(path, last, _)| (last, path)).collect();
            }
        }
        files
    }

    /// The paths that module `name` has, from the crate on, with the name that
    /// each has here and whether a `use` brings it in.
    fn absolute_paths(&self, name: &[String]) -> Vec<(Vec<String>, String, bool)> {
        let Some(module) = self.modules.get(name) else {
            return Vec::new();
        };
        let child = |first: &str| {
            self.modules
                .contains_key(&[name, &[first.to_owned()]].concat())
        };
        let mut found = Vec::new();
        for path in paths_in(&module.words, child) {
            let mut names = path.names.iter().map(String::as_str).peekable();
            let mut absolute = match names.peek() {
                Some(&"crate") => Vec::new(),
                _ => [name, &path.inside].concat(),
            };
            while let Some(first) = names.next_if(|n| matches!(*n, "crate" | "self" | "super")) {
                if first == "super" {
                    absolute.pop();
                }
            }
            absolute.extend(names.filter(|name| *name != "self").map(str::to_owned));
            found.push((absolute, path.here, path.is_use));
        }
        found
    }

    /// The file that a path leads to, through what modules on the way bring in;
    /// `None` outside the tree.
    fn file_of(&self, path: &[String], depth: usize) -> Option<&'s str> {
        let n_names = (0..=path.len()).rev();
        let mut prefixes = n_names.filter_map(|n| Some((n, self.modules.get(path.get(..n)?)?)));
        let (n, module) = prefixes.next()?;
        let brought = path.get(n).and_then(|item| module.brought.get(item));
        match brought {
            // A name that leads back to itself is its own.
            Some(origin) if depth < 9 && *origin != path => {
                let rest = path.get(n + 1..).unwrap_or_default();
                self.file_of(&[origin, rest].concat(), depth + 1)
                    .or(Some(module.path))
            }
            _ => Some(module.path),
        }
    }

    /// Every file with every other one that it names.
    pub(crate) fn arrows(&self) -> BTreeSet<Arrow<'s>> {
        let mut arrows = BTreeSet::new();
        for (name, module) in &self.modules {
            for (path, _, _) in self.absolute_paths(name) {
                let file = self.file_of(&path, 0).filter(|file| *file != module.path);
                arrows.extend(file.map(|file| (module.path, file)));
            }
        }
        arrows
    }
}

/// The module of a file of the library; `None` for any other file.
fn module_of(path: &str) -> Option<Vec<String>> {
    let name = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let name = name.strip_suffix("/mod").unwrap_or(name);
    match name {
        "main" => None,
        "lib" => Some(Vec::new()),
        _ => Some(name.split('/').map(str::to_owned).collect()),
    }
}

/// What stands directly in `folder` and holds `path`: a file, or a folder.
fn unit_in<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    let rest = path.strip_prefix(folder)?.strip_prefix('/')?;
    rest.split('/').next()
}

/// Circles of files that cross a folder below `root`: folders that name a
/// neighbour, in one step or in several, which names them.
pub(crate) fn circle_breaches(root: &str, arrows: &BTreeSet<Arrow<'_>>) -> Vec<String> {
    let paths = arrows.iter().flat_map(|(from, to)| [from, to]);
    let folders: BTreeSet<&str> = paths
        .flat_map(|path| path.match_indices('/').filter_map(|(at, _)| path.get(..at)))
        .filter(|folder| folder.starts_with(root))
        .collect();
    let mut breaches = Vec::new();
    for folder in folders {
        let mut steps: BTreeMap<(&str, &str), Arrow<'_>> = BTreeMap::new();
        for (from, to) in arrows {
            if let (Some(a), Some(b)) = (unit_in(folder, from), unit_in(folder, to))
                && a != b
            {
                steps.entry((a, b)).or_insert((from, to));
            }
        }
        let units: BTreeSet<&str> = steps.keys().map(|(unit, _)| *unit).collect();
        for unit in units.into_iter().filter(|unit| !unit.contains('.')) {
            if let Some(circle) = circle_through(unit, &steps) {
                let files = circle.iter().filter_map(|step| steps.get(step));
                let files: Vec<String> = files.map(|(a, b)| format!("{a} names {b}")).collect();
                breaches.push(format!(
                    "a circle through {folder}/{unit}: {}",
                    files.join(", ")
                ));
            }
        }
    }
    breaches
}

/// The shortest way along `steps` from `unit` back to it.
fn circle_through<'u>(
    unit: &'u str,
    steps: &BTreeMap<(&'u str, &'u str), Arrow<'_>>,
) -> Option<Vec<(&'u str, &'u str)>> {
    let mut ways = vec![vec![unit]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or(unit);
            for (_, next) in steps.keys().filter(|(from, _)| *from == last) {
                let way = [way.as_slice(), &[*next]].concat();
                if *next == unit {
                    return Some(way.windows(2).map(|pair| (pair[0], pair[1])).collect());
                }
                if seen.insert(*next) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

/// Arrows between rooms of `folder` that `rooms` does not draw, and rooms that
/// it does not know.
pub(crate) fn room_breaches(
    folder: &str,
    rooms: &Rooms,
    arrows: &BTreeSet<Arrow<'_>>,
) -> Vec<String> {
    let mut breaches = Vec::new();
    for (from, to) in arrows {
        let room_of = |path| Some(unit_in(folder, path)?.trim_end_matches(".rs"));
        let (Some(room), Some(used)) = (room_of(from), room_of(to)) else {
            continue;
        };
        let known = rooms.iter().find(|(name, _)| *name == room);
        match known {
            _ if room == used || room == "mod" => {}
            None => breaches.push(format!("{from}: `{room}` is no room")),
            Some((_, may_use)) if may_use.contains(&used) => {}
            Some(_) => breaches.push(format!("{from}: `{room}` must not use `{used}` ({to})")),
        }
    }
    breaches
}

/// The view that a file belongs to.
fn view_of(path: &str) -> Option<&str> {
    let (floor, rest) = path.strip_prefix("src/app/")?.split_once('/')?;
    let part = rest.split('/').next()?.trim_end_matches(".rs");
    (FLOORS.contains(&floor) && VIEWS.contains(&part)).then_some(part)
}

/// Arrows from one view to another: each is a slice of its own, on every floor.
pub(crate) fn view_breaches(arrows: &BTreeSet<Arrow<'_>>) -> Vec<String> {
    let views = arrows
        .iter()
        .filter_map(|(from, to)| Some((from, to, view_of(from)?, view_of(to)?)));
    let across = views.filter(|(_, _, view, other)| view != other);
    across
        .map(|(from, to, view, other)| format!("{from}: `{view}` must not know `{other}` ({to})"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        let files = files.iter();
        files
            .map(|(path, source)| ((*path).to_owned(), (*source).to_owned()))
            .collect()
    }

    fn arrows(files: &[(&str, &str)]) -> Vec<String> {
        let tree = tree(files);
        let arrows = Files::new(&tree).arrows();
        arrows.iter().map(|(a, b)| format!("{a} {b}")).collect()
    }

    #[test]
    fn files_are_named_from_the_crate_from_above_and_below() {
        let files = [
            ("src/a/mod.rs", "mod b; mod c; fn f() { b::g() }"),
            ("src/a/b.rs", "use super::c::{C, D as E};"),
            (
                "src/a/c.rs",
                "pub(in crate::a) fn f(x: &crate::d::X) { super::super::d::y() }",
            ),
            (
                "src/d.rs",
                "// crate::a::b\nuse std::a; mod x { use super::super::d::z; fn f() {} }",
            ),
        ];
        let expected = [
            "src/a/b.rs src/a/c.rs",
            "src/a/c.rs src/d.rs",
            "src/a/mod.rs src/a/b.rs",
        ];
        assert_eq!(arrows(&files), expected);
    }

    #[test]
    fn a_name_that_a_module_hands_on_leads_to_its_file() {
        let files = [
            (
                "src/a/mod.rs",
                "mod b; pub use b::{B, c::C as Sea}; pub struct Own;",
            ),
            ("src/a/b/mod.rs", "pub mod c; pub struct B;"),
            ("src/a/b/c.rs", "pub struct C;"),
            ("src/d.rs", "use crate::a::Sea;"),
            ("src/e.rs", "use crate::a::{B, Own};"),
        ];
        let found = arrows(&files);
        assert!(
            found.contains(&"src/d.rs src/a/b/c.rs".to_owned()),
            "{found:?}"
        );
        assert!(
            found.contains(&"src/e.rs src/a/b/mod.rs".to_owned()),
            "{found:?}"
        );
        assert!(
            found.contains(&"src/e.rs src/a/mod.rs".to_owned()),
            "{found:?}"
        );
    }

    #[test]
    fn tests_may_name_what_they_like() {
        let files = [
            (
                "src/a/mod.rs",
                "mod b;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\nuse crate::d::D;",
            ),
            ("src/a/b.rs", "#[cfg(test)]\nmod tests { use crate::d::D; }"),
            ("src/a/tests.rs", "use crate::d::D;"),
            ("src/d.rs", ""),
        ];
        assert_eq!(arrows(&files), [""; 0]);
    }

    fn circles(files: &[(&str, &str)]) -> usize {
        let tree = tree(files);
        circle_breaches("src", &Files::new(&tree).arrows()).len()
    }

    #[test]
    fn a_circle_may_stay_in_its_folder() {
        let files = [
            ("src/a/b.rs", "use super::c::C;"),
            ("src/a/c.rs", "use super::b::B; use crate::d::D;"),
            ("src/d.rs", ""),
        ];
        assert_eq!(circles(&files), 0);
    }

    #[test]
    fn a_circle_must_not_cross_a_folder() {
        let two = [
            ("src/a/b.rs", "use crate::d::D;"),
            ("src/d/mod.rs", "use crate::a::b::B;"),
        ];
        assert_eq!(circles(&two), 2);
        let three = [
            ("src/l/a/b.rs", "use super::super::d::D;"),
            ("src/l/d.rs", "use super::e::E;"),
            ("src/l/e/mod.rs", "use crate::l::a::b::B;"),
        ];
        assert_eq!(circles(&three), 2);
        // The parent names the folder, which names what the parent has.
        let up = [
            ("src/l/mod.rs", "mod a; use a::A; pub trait T {}"),
            ("src/l/a/mod.rs", "use super::T;"),
        ];
        assert_eq!(circles(&up), 1);
    }

    #[test]
    fn a_room_may_use_what_is_drawn() {
        let rooms: &Rooms = &[("a", &[]), ("b", &["a"])];
        let breaches = |files: &[(&str, &str)]| {
            let tree = tree(files);
            room_breaches("src/l", rooms, &Files::new(&tree).arrows())
        };
        let a = ("src/l/a.rs", "");
        assert!(breaches(&[a, ("src/l/b/mod.rs", "use super::a::A;")]).is_empty());
        assert!(breaches(&[a, ("src/l/mod.rs", "mod a; pub use a::A;")]).is_empty());
        assert!(breaches(&[a, ("src/m.rs", "use crate::l::a::A;")]).is_empty());
        let told = breaches(&[
            ("src/l/a.rs", "use crate::l::b::B;"),
            ("src/l/b/mod.rs", ""),
        ]);
        assert_eq!(told, ["src/l/a.rs: `a` must not use `b` (src/l/b/mod.rs)"]);
        assert_eq!(breaches(&[a, ("src/l/c.rs", "use super::a::A;")]).len(), 1);
    }

    #[test]
    fn a_view_must_not_know_another_on_any_floor() {
        let breaches = |files: &[(&str, &str)]| {
            let tree = tree(files);
            view_breaches(&Files::new(&tree).arrows()).len()
        };
        let state = ("src/app/state/names/mod.rs", "pub mod counting;");
        let counting = ("src/app/state/names/counting.rs", "");
        let own = "use crate::app::state::names::counting::C;";
        let below = [state, counting, ("src/app/views/names/panel/a.rs", own)];
        assert_eq!(breaches(&below), 0);
        let across = [state, counting, ("src/app/handling/reading.rs", own)];
        assert_eq!(breaches(&across), 1);
        let shared = [state, counting, ("src/app/handling/saving.rs", own)];
        assert_eq!(breaches(&shared), 0);
        let beside = (
            "src/app/state/statistics.rs",
            "use super::names::counting::C;",
        );
        assert_eq!(breaches(&[state, counting, beside]), 1);
    }

    #[test]
    fn every_arrow_between_rooms_points_one_way() {
        for rooms in [&ENTITY[..], &APP[..]] {
            for (i, (room, may_use)) in rooms.iter().enumerate() {
                let before = rooms.get(..i).unwrap_or_default();
                for used in *may_use {
                    let is_before = before.iter().any(|(name, _)| name == used);
                    assert!(is_before, "{room} uses {used}");
                }
            }
        }
    }
}
