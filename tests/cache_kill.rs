//! A program that is killed while it writes a cache leaves the cache before,
//! or the new one, or none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{FOLDER_VARIABLE, kill};
use warraq::analysis::cache::{CacheFault, CachePlace, OpenedFrom, open_indexed, save};
use warraq::base::{CancelToken, Progress};
use warraq::corpus::LoadOptions;

fn paths(folder: &Path) -> (PathBuf, CachePlace) {
    (folder.join("corpus"), CachePlace::at(folder.join("caches")))
}

/// The child: writes the cache again and again until it is killed. Without
/// the variable this is no child, and there is nothing to do.
#[test]
fn child_that_writes() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let (corpus, place) = paths(Path::new(&folder));
    let (options, progress) = (LoadOptions::default(), Progress::default());
    let cancel = CancelToken::default();
    let opened = open_indexed(
        &corpus,
        &options,
        &CachePlace::disabled(),
        &progress,
        &cancel,
    );
    let opened = opened.expect("a corpus");
    fs::write(Path::new(&folder).join("started"), "").expect("written");
    loop {
        save(&place, &opened.corpus, &opened.index, &cancel).expect("saved");
    }
}

#[test]
fn a_killed_writer_leaves_a_whole_cache_or_none() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let (corpus, place) = paths(folder.path());
    fs::create_dir(&corpus).expect("folder");
    for n in 0..200 {
        let text = format!(
            "خبر {n}\n{}",
            "قال الرئيس إن القوات دخلت المدينة. ".repeat(n)
        );
        fs::write(corpus.join(format!("{n}.txt")), text).expect("file");
    }
    let (options, progress) = (LoadOptions::default(), Progress::default());
    let cancel = CancelToken::default();
    let fresh = open_indexed(
        &corpus,
        &options,
        &CachePlace::disabled(),
        &progress,
        &cancel,
    );
    let fresh = fresh.expect("a corpus");
    for round in 0..8 {
        kill("cache_kill::child_that_writes", folder.path(), round);
        let opened = open_indexed(&corpus, &options, &place, &progress, &cancel);
        let opened = opened.expect("a corpus");
        match opened.fault {
            None => assert_ne!(opened.origin, OpenedFrom::Folder),
            Some(fault) => assert_eq!(fault, CacheFault::Absent),
        }
        assert_eq!(opened.corpus, fresh.corpus);
        assert_eq!(opened.index, fresh.index);
    }
    // The next write clears up.
    save(&place, &fresh.corpus, &fresh.index, &cancel).expect("saved");
    let left = fs::read_dir(folder.path().join("caches")).expect("a folder");
    assert_eq!(left.count(), 1);
}
