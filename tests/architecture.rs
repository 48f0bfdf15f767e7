//! The promises that `ARCHITECTURE.md` makes about the sources, held by
//! reading them. Each rule is a function over source text with tests of its
//! own that it can fail; here the rules meet the tree.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/layers.rs"]
mod layers;
#[path = "architecture/names.rs"]
mod names;
#[path = "architecture/profiles.rs"]
mod profiles;
#[path = "architecture/rooms.rs"]
mod rooms;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/words.rs"]
mod words;

/// What builds and runs leave behind.
const NOT_OURS: [&str; 7] = [
    ".git",
    "target",
    "tests/fuzz/artifacts",
    "tests/fuzz/corpus",
    "tests/fuzz/target",
    "tests/peers/target",
    "tests/trainer/target",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the project in `folder` (all with an empty name) by its path
/// from the project's folder, with `/` between parts; sorted.
fn files_in(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(at) = waiting.pop() {
        let entries = fs::read_dir(root().join(&at)).unwrap_or_else(|e| panic!("{at}: {e}"));
        for entry in entries {
            let entry = entry.unwrap_or_else(|e| panic!("{at}: {e}"));
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = if at.is_empty() {
                name
            } else {
                format!("{at}/{name}")
            };
            let kind = entry.file_type().unwrap_or_else(|e| panic!("{path}: {e}"));
            if kind.is_file() {
                found.push(path);
            } else if kind.is_dir() && !NOT_OURS.contains(&path.as_str()) {
                waiting.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The Rust files in the given top-level folders, with their sources.
fn sources(folders: &[&str]) -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    for path in folders.iter().flat_map(|folder| files_in(folder)) {
        if Path::new(&path)
            .extension()
            .is_some_and(|ending| ending == "rs")
        {
            let source = read(&path);
            sources.insert(path, source);
        }
    }
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

/// Holds that no file of `folders` breaks `rule`.
#[track_caller]
fn hold(folders: &[&str], rule: fn(&str, &str) -> Vec<String>) {
    let breaches: Vec<String> = sources(folders)
        .iter()
        .flat_map(|(path, source)| rule(path, source))
        .collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// A contributor is sent to places that are there.
#[test]
fn what_contributors_are_told_of_exists() {
    let page = read("CONTRIBUTING.md");
    let quoted = page.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| {
        let folders = ["src/", "tests/", "assets/", ".ci/"];
        folders.iter().any(|folder| word.starts_with(folder))
    };
    let paths = quoted.filter_map(|words| words.split(' ').next());
    let paths: Vec<&str> = paths.filter(is_path).collect();
    assert!(paths.len() > 60, "the paths were not found");
    let gone = paths.into_iter().filter(|path| !root().join(path).exists());
    assert_eq!(gone.collect::<Vec<_>>(), [""; 0]);
    let tests = files_in("tests").into_iter().filter_map(|path| {
        let name = path.strip_prefix("tests/")?;
        let file = name.strip_suffix(".rs").filter(|stem| !stem.contains('/'));
        let heads = ["/main.rs", "/mod.rs"];
        let folder = heads.iter().find_map(|head| name.strip_suffix(head));
        let folder = folder.filter(|folder| !folder.contains('/'));
        let test = folder.or(file.map(|_| name))?;
        Some(format!("`tests/{test}`"))
    });
    let unnamed = tests.filter(|test| !page.contains(test.as_str()));
    assert_eq!(unnamed.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn layers_know_only_those_before_them() {
    hold(&["src"], layers::layer_breaches);
}

#[test]
fn views_do_not_know_each_other() {
    let sources = sources(&["src"]);
    let breaches = rooms::view_breaches(&rooms::Files::new(&sources).arrows());
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn rooms_know_only_those_before_them() {
    let sources = sources(&["src"]);
    let files = rooms::Files::new(&sources);
    let arrows = files.arrows();
    let mut breaches = rooms::room_breaches("src/entity", &rooms::ENTITY, &arrows);
    breaches.extend(rooms::room_breaches("src/app", &rooms::APP, &arrows));
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn no_circle_of_files_crosses_a_folder() {
    let sources = sources(&["src"]);
    let files = rooms::Files::new(&sources);
    let arrows = files.arrows();
    assert!(arrows.len() > 1_000, "the arrows were not found");
    let breaches = rooms::circle_breaches("src", &arrows);
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn libraries_stay_at_home() {
    hold(&["src"], layers::library_breaches);
}

#[test]
fn files_are_touched_at_the_edges_only() {
    hold(&["src"], layers::file_breaches);
}

#[test]
fn threads_belong_to_jobs() {
    hold(&["src"], layers::thread_breaches);
}

#[test]
fn nothing_uses_the_network() {
    hold(&["src"], layers::network_breaches);
}

#[test]
fn homes_and_edges_exist() {
    let sources = sources(&["src"]);
    let homes = layers::HOMES.iter().flat_map(|(_, places)| places.iter());
    let edges = layers::FILE_EDGES.iter().chain(&layers::THREAD_EDGES);
    for place in homes.chain(edges.map(|(place, _)| place)) {
        let exists = sources
            .keys()
            .any(|path| *path == format!("{place}.rs") || path.starts_with(&format!("{place}/")));
        assert!(exists, "the rules name {place}, which is gone");
    }
}

#[test]
fn words_are_data() {
    hold(&["src"], words::arabic_breaches);
    let sources = sources(&["src"]);
    for (file, _) in words::ARABIC_LITERALS {
        let exists = sources.keys().any(|path| path.ends_with(file));
        assert!(exists, "the rules name {file}, which is gone");
    }
}

#[test]
fn no_two_types_have_one_name() {
    let types = names::types_seen(&sources(&["src"]));
    assert!(types.len() > 500, "the types were not found");
    let breaches = names::name_breaches(&types);
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn no_source_file_is_long() {
    hold(&["src"], files::length_breaches);
}

#[test]
fn every_source_file_says_what_it_is_for() {
    hold(&["src", "tests"], files::doc_breaches);
}

#[test]
fn every_folder_asks_what_it_answers() {
    hold(&["src"], files::head_breaches);
    let sources = sources(&["src"]);
    let headless = files::headless_folders(&sources.keys().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(headless, [""; 0]);
}

#[test]
fn nothing_unsafe_or_left_over() {
    hold(&["src", "tests"], files::word_breaches);
}

#[test]
fn sentences_of_problems_stand_in_the_texts() {
    hold(&["src"], files::sentence_breaches);
}

#[test]
fn no_file_has_raw_bidi_controls() {
    let mut breaches = Vec::new();
    for path in files_in("") {
        // Fonts and pictures are no text.
        if let Ok(text) = fs::read_to_string(root().join(&path)) {
            breaches.extend(files::control_breaches(&path, &text));
        }
    }
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn assets_have_readme_and_licence_beside_them() {
    let files = files_in("assets");
    let mut folders: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for file in files.iter().filter_map(|file| file.strip_prefix("assets/")) {
        let Some((folder, name)) = file.split_once('/') else {
            panic!("assets/{file}: assets stand in folders");
        };
        folders.entry(folder).or_default().push(name.to_owned());
    }
    assert!(folders.contains_key("fonts") && folders.contains_key("gazetteer"));
    let mut breaches = Vec::new();
    for (folder, names) in folders {
        let folder = format!("assets/{folder}");
        let readme = fs::read_to_string(root().join(&folder).join("README.md")).ok();
        breaches.extend(files::licence_breaches(&folder, &names, readme.as_deref()));
    }
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_layer_is_described() {
    let layers: Vec<&str> = layers::LAYERS.iter().map(|(layer, _)| *layer).collect();
    let missing = files::undescribed_layers(&read("ARCHITECTURE.md"), &layers);
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}
