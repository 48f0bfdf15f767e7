//! Repairs kept in folders of every kind.

use super::*;
use crate::app::storage::Layers;
use crate::base::{CancelToken, Message, Progress};
use crate::corpus::{LoadOptions, open_folder};
use crate::entity::EntityType;
use crate::entity::repair::{Meaning, Repair, Scope};
use tempfile::TempDir;

const BAKU: &str =
    "# by hand\n[[entity]]\nid = \"Baku\"\ntype = \"GPE\" # capital\nar = \"باكو\"\n";

struct Nobody;

impl crate::entity::repair::Known for Nobody {
    fn known(&self, _: &str) -> Option<crate::entity::repair::KnownEntity> {
        None
    }
}

fn store(data: &TempDir) -> RepairsStore {
    RepairsStore::at(Some(data.path().to_path_buf()))
}

fn dirs() -> (TempDir, TempDir) {
    let dir = || tempfile::tempdir().expect("a folder");
    (dir(), dir())
}

fn mark(names: &NamesFile, text: &str) -> NamesFile {
    let repair = Repair::Mark {
        text: text.to_owned(),
        scope: Scope::Everywhere,
        meaning: Meaning::OfType(EntityType::Per),
    };
    let patch = repair.patch(names, &Nobody).expect("a repair");
    patch.apply(names).expect("applies")
}

fn spell(names: &NamesFile, spelling: &str) -> NamesFile {
    let repair = Repair::AddSpelling {
        entity: "Baku".to_owned(),
        spelling: spelling.to_owned(),
    };
    let patch = repair.patch(names, &Nobody).expect("a repair");
    patch.apply(names).expect("applies")
}

#[test]
fn repairs_go_to_the_folder_and_keep_what_is_there() {
    let (data, corpus) = dirs();
    let file = corpus.path().join(FILE);
    fs::write(&file, BAKU).expect("written");
    let mut kept = store(&data).open(Some(corpus.path()));
    assert_eq!(kept.path().as_deref(), Some(file.as_path()));
    let ours = spell(kept.names(), "باكوو");
    let saved = kept.save(&ours).expect("saved");
    assert_eq!(saved.names, ours);
    let text = fs::read_to_string(&file).expect("read");
    assert_eq!(text, format!("{BAKU}names = [\"باكوو\"]\n"));
    assert_eq!(fs::read_dir(corpus.path()).expect("a folder").count(), 1);
    assert_eq!(fs::read_dir(data.path()).expect("a folder").count(), 0);
}

#[test]
fn two_programs_keep_both_repairs() {
    let (data, corpus) = dirs();
    let file = corpus.path().join(FILE);
    fs::write(&file, BAKU).expect("written");
    let store = store(&data);
    let (mut a, mut b) = (
        store.open(Some(corpus.path())),
        store.open(Some(corpus.path())),
    );
    let (in_a, in_b) = (spell(a.names(), "ا"), spell(b.names(), "ب"));
    let in_b = mark(&in_b, "فلان");
    a.save(&in_a).expect("saved");
    let saved = b.save(&in_b).expect("saved");
    assert!(saved.conflicts.is_empty());
    let baku = saved.names.entity("Baku").expect("there");
    assert_eq!(baku.names, ["ا", "ب"]);
    let again = a.save(&in_a).expect("saved");
    assert_eq!(again.names, saved.names, "a takes over what b did");
    assert_eq!(again.names.readings().len(), 1);
}

#[test]
fn many_writers_at_once_lose_nothing() {
    let (data, corpus) = dirs();
    let store = store(&data);
    rayon::scope(|scope| {
        for writer in 0..4 {
            let (store, corpus) = (&store, &corpus);
            scope.spawn(move |_| {
                let mut kept = store.open(Some(corpus.path()));
                for n in 0..5 {
                    let ours = mark(kept.names(), &format!("اسم {writer} {n}"));
                    kept.save(&ours).expect("saved");
                }
            });
        }
    });
    let kept = store.open(Some(corpus.path()));
    assert_eq!(kept.names().readings().len(), 20);
}

#[test]
fn a_file_that_is_no_toml_is_left_and_repairs_go_aside() {
    let (data, corpus) = dirs();
    let file = corpus.path().join(FILE);
    let broken = format!("{BAKU}[[entity]]\nid = \"Broken\n");
    fs::write(&file, BAKU).expect("written");
    let mut kept = store(&data).open(Some(corpus.path()));
    let ours = mark(&spell(kept.names(), "ب"), "فلان");
    fs::write(&file, &broken).expect("written");
    let saved = kept.save(&ours).expect("saved aside");
    let went_aside = saved.went_aside.expect("a reason");
    assert_eq!(went_aside.code(), "names-not-toml");
    assert_eq!(fs::read_to_string(&file).expect("read"), broken);
    let kept = store(&data).open(Some(corpus.path()));
    assert!(
        kept.path()
            .is_some_and(|path| path.starts_with(data.path()))
    );
    assert_eq!(kept.names().readings().len(), 1);
    assert_eq!(kept.names().entity("Baku").expect("there").names, ["ب"]);
    let below = kept.below().expect("the folder's file");
    assert!(below.entity("Baku").is_some());
    assert_eq!(kept.notice().map(Message::code), Some("names-not-toml"));
}

#[test]
fn the_file_of_the_data_folder_is_the_layer_above() {
    let (data, corpus) = dirs();
    fs::write(corpus.path().join(FILE), [b'#', 0xC7, 0xE1, b'\n']).expect("written");
    let mut kept = store(&data).open(Some(corpus.path()));
    assert_eq!(kept.notice().map(Message::code), Some("names-not-utf-8"));
    let ours = mark(kept.names(), "فلان");
    kept.save(&ours).expect("saved");
    fs::write(corpus.path().join(FILE), BAKU).expect("written");
    let kept = store(&data).open(Some(corpus.path()));
    assert_eq!(kept.names(), &ours);
    assert!(
        kept.below()
            .is_some_and(|below| below.entity("Baku").is_some())
    );
    assert!(kept.notice().is_none());
}

#[test]
fn a_damaged_file_of_the_data_folder_is_kept_and_what_can_be_read_of_it_goes_on() {
    let (data, corpus) = dirs();
    let root = Some(corpus.path());
    fs::write(corpus.path().join(FILE), [b'#', 0xC7, 0xE1, b'\n']).expect("written");
    let mut kept = store(&data).open(root);
    let ours = mark(kept.names(), "فلان");
    kept.save(&ours).expect("saved");
    let file = kept.path().expect("aside");
    let whole = fs::read_to_string(&file).expect("read");
    for damage in [
        format!("{whole}[[entity]]\nid = \"Broken\n").into_bytes(),
        [whole.as_bytes(), b"# \xC7\n"].concat(),
    ] {
        fs::write(&file, &damage).expect("written");
        let mut kept = store(&data).open(root);
        let told = kept.damaged().expect("told");
        assert_eq!(told.code(), "names-damaged");
        let DefinitionFault::Damaged { kept: bad } = told else {
            panic!("{told}");
        };
        assert_eq!(fs::read(bad).expect("kept"), damage);
        assert_eq!(kept.names(), &ours);
        let more = mark(kept.names(), "علان");
        kept.save(&more).expect("saved");
        assert!(store(&data).open(root).damaged().is_none(), "told once");
        assert_eq!(store(&data).open(root).names(), &more);
    }
}

#[test]
fn a_program_that_does_not_repair_knows_what_the_window_knows() {
    let (data, folder) = dirs();
    let root = Some(folder.path());
    let (options, progress) = (LoadOptions::default(), Progress::default());
    let corpus = || open_folder(folder.path(), &options, &progress, &CancelToken::default());
    let texts = |window: bool| {
        let (store, corpus) = (store(&data), corpus().expect("a corpus"));
        let layers = if window {
            Layers::new(&store.open(root), &corpus, false)
        } else {
            Layers::read(&store, &corpus, false)
        };
        layers.texts().into_iter().map(str::to_owned).collect()
    };
    let both = || -> [Vec<String>; 2] { [texts(true), texts(false)] };
    fs::write(folder.path().join("a.txt"), "باكو").expect("written");
    fs::write(folder.path().join(FILE), BAKU).expect("written");
    assert_eq!(both(), [[BAKU], [BAKU]]);
    fs::write(folder.path().join(FILE), "[[entity]\n").expect("written");
    let mut kept = store(&data).open(root);
    kept.save(&mark(kept.names(), "فلان")).expect("saved aside");
    fs::write(folder.path().join(FILE), BAKU).expect("written");
    let [window, other] = both();
    assert_eq!(window, other);
    assert!(other.len() == 2 && other[0].contains("فلان") && other[1] == BAKU);
}

#[test]
fn the_built_in_corpus_has_a_file_of_the_user() {
    let (data, _) = dirs();
    let mut kept = store(&data).open(None);
    let ours = mark(kept.names(), "فلان");
    kept.save(&ours).expect("saved");
    assert_eq!(store(&data).open(None).names(), &ours);
    let mut nowhere = RepairsStore::default().open(None);
    assert!(nowhere.save(&ours).is_ok() && nowhere.path().is_none());
}

#[test]
fn a_folder_that_is_gone_is_a_fault_and_saving_can_be_tried_again() {
    let (data, corpus) = dirs();
    let root = corpus.path().join("c");
    fs::create_dir(&root).expect("made");
    let mut kept = store(&data).open(Some(&root));
    let ours = mark(kept.names(), "فلان");
    fs::remove_dir_all(&root).expect("removed");
    let fault = kept.save(&ours).expect_err("gone");
    assert_eq!(fault.code(), "names-folder-gone");
    fs::create_dir(&root).expect("made");
    kept.save(&ours).expect("saved");
    assert_eq!(store(&data).open(Some(&root)).names(), &ours);
}

#[test]
fn a_deleted_file_is_written_again_whole() {
    let (data, corpus) = dirs();
    let file = corpus.path().join(FILE);
    fs::write(&file, BAKU).expect("written");
    let mut kept = store(&data).open(Some(corpus.path()));
    let ours = mark(kept.names(), "فلان");
    fs::remove_file(&file).expect("removed");
    kept.save(&ours).expect("saved");
    let text = fs::read_to_string(&file).expect("read");
    assert!(text.starts_with(BAKU), "{text}");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn a_read_only_file_is_left_alone() {
        let (data, corpus) = dirs();
        let file = corpus.path().join(FILE);
        fs::write(&file, BAKU).expect("written");
        let mut kept = store(&data).open(Some(corpus.path()));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
        let saved = kept.save(&mark(kept.names(), "فلان")).expect("saved aside");
        assert_eq!(saved.went_aside.map(|f| f.code()), Some("names-read-only"));
        assert_eq!(fs::read_to_string(&file).expect("read"), BAKU);
        let kept = store(&data).open(Some(corpus.path()));
        assert_eq!(kept.notice().map(Message::code), Some("names-read-only"));
    }

    #[test]
    fn links_are_followed_inside_the_folder_only() {
        let (data, corpus) = dirs();
        let (inner, outer) = (
            corpus.path().join("real.toml"),
            data.path().join("other.toml"),
        );
        fs::write(&inner, BAKU).expect("written");
        fs::write(&outer, BAKU).expect("written");
        let link = corpus.path().join(FILE);
        symlink(&inner, &link).expect("linked");
        let mut kept = store(&data).open(Some(corpus.path()));
        kept.save(&mark(kept.names(), "فلان")).expect("saved");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert!(fs::read_to_string(&inner).expect("read").contains("فلان"));
        fs::remove_file(&link).expect("removed");
        symlink(&outer, &link).expect("linked");
        let mut kept = store(&data).open(Some(corpus.path()));
        assert_eq!(kept.notice().map(Message::code), Some("names-link-outside"));
        kept.save(&mark(kept.names(), "علان")).expect("saved aside");
        assert_eq!(fs::read_to_string(&outer).expect("read"), BAKU);
    }
}
