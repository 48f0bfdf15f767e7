//! Changes in a watched folder are told.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use tempfile::TempDir;
use warraq::jobs::{Waker, Watch, WatchFault};

/// More than any machine needs.
const DEADLINE: Duration = Duration::from_secs(30);

struct Watched {
    folder: TempDir,
    watch: Watch,
    woken: Receiver<()>,
}

fn watched() -> Watched {
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::create_dir(folder.path().join("sub")).expect("folder");
    fs::write(folder.path().join("a.txt"), "نص").expect("file");
    let (wake, woken) = sync_channel(1000);
    let waker: Waker = Arc::new(move || {
        let _ = wake.try_send(());
    });
    let root = fs::canonicalize(folder.path()).expect("a path");
    let watch = Watch::start(&root, waker).expect("a watch");
    Watched {
        folder,
        watch,
        woken,
    }
}

impl Watched {
    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Waits until a change is told.
    #[track_caller]
    fn expect_change(&self) {
        self.woken.recv_timeout(DEADLINE).expect("a change is told");
        assert!(self.watch.poll());
    }
}

#[test]
fn every_kind_of_change_is_told() {
    let watched = watched();
    let path = watched.path();
    assert!(!watched.watch.poll());
    fs::write(path.join("b.txt"), "نص").expect("written");
    watched.expect_change();
    fs::write(path.join("a.txt"), "غيره").expect("written");
    watched.expect_change();
    fs::rename(path.join("a.txt"), path.join("sub/c.txt")).expect("renamed");
    watched.expect_change();
    fs::remove_file(path.join("b.txt")).expect("removed");
    watched.expect_change();
    assert_eq!(watched.watch.fault(), None);
}

#[test]
fn a_folder_made_later_is_watched() {
    let watched = watched();
    let new = watched.path().join("new");
    fs::create_dir(&new).expect("folder");
    watched.expect_change();
    fs::write(new.join("d.txt"), "نص").expect("written");
    watched.expect_change();
}

#[test]
fn a_burst_is_told_in_one() {
    let watched = watched();
    for n in 0..500 {
        fs::write(watched.path().join(format!("{n}.txt")), "نص").expect("written");
    }
    watched.expect_change();
    // Whatever comes after is a change of its own; a burst is not 500 of them.
    let n_more = watched.woken.try_iter().count();
    assert!(n_more < 100, "{n_more}");
}

#[test]
fn the_end_of_the_folder_is_told() {
    let watched = watched();
    let path = watched.path().to_path_buf();
    fs::remove_dir_all(&path).expect("removed");
    watched.expect_change();
    while watched.watch.fault().is_none() {
        watched.woken.recv_timeout(DEADLINE).expect("told");
    }
    assert!(matches!(watched.watch.fault(), Some(WatchFault::Gone)));
}

#[test]
fn a_folder_that_is_not_there_cannot_be_watched() {
    let fault = Watch::start(Path::new("/nowhere/at/all"), Arc::new(|| {}));
    let fault = fault.expect_err("nothing there");
    assert!(matches!(fault, WatchFault::Gone), "{fault}");
}
