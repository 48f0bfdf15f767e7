//! A file that is written is there whole or not at all, whatever happens, and
//! a damaged one is kept.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use warraq::base::Cancelled;
use warraq::files::{Owner, keep_damaged, put, remove_leftovers, replace, write_folder};

/// Bytes of a file that takes some milliseconds to write.
const LENGTH: usize = 3 << 20;
/// Names the folder that the child works in.
pub(crate) const FOLDER_VARIABLE: &str = "WARRAQ_TEST_KILL_FOLDER";

/// The child: replaces a file again and again until it is killed.
#[test]
fn child_that_replaces() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let path = Path::new(&folder).join("file");
    for n in (0..=u8::MAX).cycle() {
        put(&path, Owner::Reader, &vec![n; LENGTH]).expect("written");
        fs::write(Path::new(&folder).join("started"), "").expect("written");
    }
}

/// Starts the child `name` at work in `folder`, waits until it has written
/// `started` there, and kills it anywhere in a write, which takes some
/// milliseconds.
pub(crate) fn kill(name: &str, folder: &Path, round: u64) {
    let started = folder.join("started");
    let _ = fs::remove_file(&started);
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", name])
        .env(FOLDER_VARIABLE, folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("a child");
    while !started.exists() {
        let ended = child.try_wait().expect("a child");
        assert_eq!(ended, None, "the child failed");
        sleep(Duration::from_millis(1));
    }
    sleep(Duration::from_micros(round * 1700));
    child.kill().expect("killed");
    child.wait().expect("ended");
}

#[test]
fn a_killed_writer_leaves_the_file_before_or_the_new_one() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("file");
    for round in 0..8 {
        kill("files::child_that_replaces", folder.path(), round);
        let bytes = fs::read(&path).expect("a file");
        assert_eq!(bytes.len(), LENGTH);
        assert!(bytes.windows(2).all(|pair| pair[0] == pair[1]), "a mixture");
    }
    remove_leftovers(folder.path()).expect("cleared up");
    let left = fs::read_dir(folder.path()).expect("a folder");
    assert_eq!(left.count(), 2, "the file and the sign that it has started");
}

/// A folder with one file.
fn with_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, "before").expect("written");
    (folder, path)
}

/// That the file is what it was, and nothing is left over.
#[track_caller]
fn is_as_before((folder, path): &(TempDir, PathBuf)) {
    assert_eq!(fs::read_to_string(path).expect("there"), "before");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn a_full_disk_leaves_the_file_before() {
    let place = with_file();
    let bytes = vec![b'x'; LENGTH];
    for room in [0, 1, LENGTH / 3, LENGTH - 1] {
        let full = || io::Error::from(ErrorKind::StorageFull);
        let refused = replace(&place.1, Owner::Reader, |out| {
            out.write_all(bytes.get(..room).unwrap_or_default())?;
            Err::<Result<(), Cancelled>, _>(full())
        });
        let refused = refused.expect_err("full");
        assert_eq!(refused.path, place.1);
        assert_eq!(refused.source.kind(), ErrorKind::StorageFull);
        is_as_before(&place);
    }
    put(&place.1, Owner::Reader, &bytes).expect("written");
    assert_eq!(fs::read(&place.1).expect("there"), bytes);
}

#[test]
fn a_panic_or_a_wish_to_stop_leaves_the_file_before() {
    let place = with_file();
    let stopped = replace(&place.1, Owner::Reader, |out| {
        out.write_all(b"half")?;
        Ok(Err::<(), _>(Cancelled))
    });
    assert!(matches!(stopped, Ok(Err(Cancelled))));
    is_as_before(&place);
    let panicked = std::panic::catch_unwind(|| {
        replace::<()>(&place.1, Owner::Reader, |out| {
            out.write_all(b"half")?;
            panic!("a defect")
        })
    });
    assert!(panicked.is_err());
    is_as_before(&place);
}

#[test]
fn a_folder_that_is_missing_is_made_for_the_program_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new/folder/a.txt");
    let refused = put(&path, Owner::Reader, b"a").expect_err("no folder");
    assert_eq!(refused.source.kind(), ErrorKind::NotFound);
    put(&path, Owner::Program, b"a").expect("written");
    assert_eq!(fs::read(&path).expect("there"), b"a");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[test]
    fn permissions_stay() {
        let (_folder, path) = with_file();
        for kept in [0o600, 0o640, 0o664, 0o755] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("set");
            for owner in [Owner::Reader, Owner::Program] {
                put(&path, owner, b"after").expect("written");
                assert_eq!(mode(&path), kept);
            }
        }
    }

    #[test]
    fn a_new_file_of_the_reader_is_like_any_other() {
        let (folder, path) = with_file();
        let (own, other) = (folder.path().join("own"), folder.path().join("other"));
        put(&other, Owner::Reader, b"a").expect("written");
        put(&own, Owner::Program, b"a").expect("written");
        assert_eq!(mode(&other), mode(&path));
        assert_eq!(mode(&own), 0o600);
    }

    #[test]
    fn a_link_stays_one() {
        let (folder, path) = with_file();
        let link = folder.path().join("link");
        symlink(&path, &link).expect("linked");
        put(&link, Owner::Reader, b"after").expect("written");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&path).expect("there"), b"after");
    }

    #[test]
    fn what_is_read_only_or_no_file_is_refused() {
        let place = with_file();
        fs::set_permissions(&place.1, fs::Permissions::from_mode(0o444)).expect("set");
        let refused = put(&place.1, Owner::Reader, b"after").expect_err("read-only");
        assert_eq!(refused.source.kind(), ErrorKind::PermissionDenied);
        is_as_before(&place);
        let null = Path::new("/dev/null");
        assert!(put(null, Owner::Reader, b"after").is_err());
        assert!(!fs::metadata(null).expect("there").is_file());
    }
}

#[test]
fn a_folder_is_made_whole_or_not_at_all() {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("corpus brat");
    let made = write_folder(&path, |file| {
        file("a.txt", b"a")?;
        file("sub/b.txt", b"b")
    });
    assert!(made.is_ok());
    assert_eq!(fs::read(path.join("sub/b.txt")).expect("there"), b"b");
    let again = write_folder(&path, |file| file("c.txt", b"c"));
    assert!(again.is_err(), "what stands there is not lost");
    assert_eq!(fs::read(path.join("a.txt")).expect("there"), b"a");
    let half = place.path().join("half");
    let failed = write_folder(&half, |file| {
        file("a.txt", b"a")?;
        Err(io::Error::other("no more"))
    });
    assert!(failed.is_err() && !half.exists());
    let rest = fs::read_dir(place.path()).expect("a folder").count();
    assert_eq!(rest, 1, "nothing is left over");
}

#[test]
fn every_damaged_file_is_kept_under_a_name_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.json");
    for (damage, name) in [
        ("{", "a.json.bad"),
        ("[", "a.json.bad2"),
        ("", "a.json.bad3"),
    ] {
        fs::write(&path, damage).expect("written");
        let kept = keep_damaged(&path, b"{}").expect("kept");
        assert_eq!(kept, folder.path().join(name));
        assert_eq!(fs::read_to_string(&kept).expect("there"), damage);
        assert_eq!(fs::read_to_string(&path).expect("there"), "{}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 4);
}

#[test]
fn what_cannot_be_kept_stays_where_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    // As long as a name can be: there is no room for what is added.
    let path = folder.path().join("n".repeat(255));
    fs::write(&path, "{").expect("written");
    assert!(keep_damaged(&path, b"{}").is_err());
    assert_eq!(fs::read_to_string(&path).expect("there"), "{");
}
