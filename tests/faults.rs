//! Folders that change, refuse or hold odd things while they are read.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]
#![expect(
    clippy::disallowed_methods,
    reason = "another program is at work meanwhile"
)]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use warraq::base::{CancelToken, Message as _, Progress};
use warraq::corpus::{
    Corpus, LoadError, LoadOptions, ProblemKind, Reopened, open_folder, reopen_folder,
};

/// Longer than any of these folders takes.
const PATIENCE: Duration = Duration::from_mins(1);

fn try_open(path: &Path) -> Result<Corpus, LoadError> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    open_folder(path, &LoadOptions::default(), &progress, &cancel)
}

/// The corpus, which must come: to read a pipe takes for ever.
#[track_caller]
fn open(path: &Path) -> Corpus {
    let (sender, receiver) = channel();
    let path = path.to_path_buf();
    thread::spawn(move || {
        let _ = sender.send(Box::new(try_open(&path)));
    });
    let opened = receiver.recv_timeout(PATIENCE).expect("it hangs");
    (*opened).expect("a corpus")
}

fn reopen(corpus: &Corpus) -> Result<Reopened, LoadError> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    reopen_folder(corpus, &LoadOptions::default(), &progress, &cancel)
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("a.txt"), "عنوان\nنص أول").expect("file");
    fs::write(folder.path().join("b.txt"), "عنوان ثان\nنص").expect("file");
    folder
}

/// The problems as codes, each with its file.
fn problems(corpus: &Corpus) -> Vec<String> {
    let problems = corpus.problems.iter();
    let problems = problems.map(|problem| {
        let file = problem.file.as_deref().unwrap_or("-");
        format!("{file} {}", problem.kind.code())
    });
    problems.collect()
}

#[test]
fn a_folder_that_is_removed_while_it_is_read_gives_whole_articles_or_an_error() {
    let text = "سطر كامل من النص.\n".repeat(40);
    for round in 0..6 {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("corpus");
        fs::create_dir(&path).expect("folder");
        for n in 0..150 {
            fs::write(path.join(format!("{n:03}.txt")), &text).expect("file");
        }
        let removed = path.clone();
        let remover = thread::spawn(move || {
            thread::sleep(Duration::from_micros(round * 700));
            fs::remove_dir_all(removed)
        });
        match try_open(&path) {
            Ok(corpus) => {
                for article in &corpus.articles {
                    assert_eq!(&*article.text, text, "half an article");
                }
                for problem in &corpus.problems {
                    let is_told = matches!(
                        problem.kind,
                        ProblemKind::Vanished { .. }
                            | ProblemKind::Unreadable { .. }
                            | ProblemKind::NoArticles
                    );
                    assert!(is_told, "{problem:?}");
                }
            }
            Err(error) => assert!(
                matches!(
                    error,
                    LoadError::NotFound { .. }
                        | LoadError::Unreadable { .. }
                        | LoadError::NoArticles { .. }
                ),
                "{error:?}"
            ),
        }
        remover.join().expect("a thread").expect("removed");
        let error = try_open(&path).expect_err("it is gone");
        assert!(matches!(error, LoadError::NotFound { .. }), "{error:?}");
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_is_read_on_the_next_time() {
    use std::io::Write as _;

    const LINE: &str = "سطر كامل من النص.\n";
    let folder = folder();
    let path = folder.path().join("a.txt");
    fs::write(&path, LINE).expect("file");
    let stop = AtomicBool::new(false);
    let corpus = thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut file = fs::File::options().append(true).open(&path).expect("file");
            let mut n = 1;
            while n < 20_000 && !stop.load(Ordering::Relaxed) {
                file.write_all(LINE.as_bytes()).expect("written");
                n += 1;
            }
            n
        });
        let mut corpus = open(folder.path());
        let mut n_before = 0;
        for _ in 0..20 {
            // A line is written at one go, so that all that is there is whole.
            let text = &*corpus.articles[0].text;
            let n = text.lines().count();
            assert_eq!(text.trim_end(), LINE.repeat(n).trim_end());
            assert!(n >= n_before, "it has grown");
            n_before = n;
            if let Reopened::Read(read) = reopen(&corpus).expect("corpus") {
                corpus = read.corpus;
            }
        }
        stop.store(true, Ordering::Relaxed);
        let n = writer.join().expect("a thread");
        assert_eq!(
            fs::metadata(&path).expect("file").len(),
            (n * LINE.len()) as u64
        );
        corpus
    });
    let last = match reopen(&corpus).expect("corpus") {
        Reopened::Read(read) => read.corpus,
        Reopened::Same => corpus,
    };
    assert_eq!(last, open(folder.path()));
    assert_eq!(problems(&last), Vec::<String>::new());
}

#[test]
fn damaged_and_odd_definition_files_are_read_as_far_as_they_go() {
    let entity = "[[entity]]\nid = \"Baku\"\nnames = [\"باكو\"]\n";
    for form in [
        format!("\u{FEFF}{entity}"),
        entity.replace('\n', "\r\n"),
        entity.replace('\n', "\r"),
        entity.trim_end().to_owned(),
        String::new(),
        " \n\t\n".to_owned(),
        format!("{entity}\n[[entity]]\nid = \"half"),
        "\0".to_owned(),
    ] {
        let folder = folder();
        let path = folder.path().join("entities.toml");
        fs::write(&path, &form).expect("file");
        let corpus = open(folder.path());
        assert_eq!(corpus.articles.len(), 2, "{form:?}");
        assert_eq!(fs::read_to_string(&path).expect("file"), form, "left alone");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    fn make_pipe(path: &Path) {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo").success());
    }

    /// What may stand in the place of a file.
    const KINDS: [&str; 6] = ["folder", "pipe", "inside", "outside", "nowhere", "itself"];

    fn put_special(kind: &str, path: &Path, folder: &Path) {
        let linked = match kind {
            "folder" => return fs::create_dir(path).expect("folder"),
            "pipe" => return make_pipe(path),
            "inside" => "sub/other.md",
            "outside" => "/etc/hostname",
            "nowhere" => "no such file",
            _ => return symlink(path.file_name().expect("a name"), path).expect("link"),
        };
        fs::create_dir_all(folder.join("sub")).expect("folder");
        fs::write(folder.join("sub/other.md"), "- [غيره](a.txt)\n").expect("file");
        symlink(linked, path).expect("link");
    }

    #[test]
    fn what_stands_in_the_place_of_the_index_is_told_and_left_alone() {
        for kind in KINDS {
            let folder = folder();
            let path = folder.path().join("INDEX.md");
            put_special(kind, &path, folder.path());
            let before = fs::symlink_metadata(&path).expect("there").file_type();
            let corpus = open(folder.path());
            assert_eq!(corpus.articles.len(), 2, "{kind}");
            assert_eq!(problems(&corpus), ["INDEX.md special-file"], "{kind}");
            let after = fs::symlink_metadata(&path).expect("there").file_type();
            assert_eq!(before, after, "{kind}");
            // A file takes its place.
            match kind {
                "folder" => fs::remove_dir(&path).expect("removed"),
                _ => fs::remove_file(&path).expect("removed"),
            }
            fs::write(&path, "- [من الفهرس](a.txt)\n- [b](b.txt)\n").expect("file");
            let Reopened::Read(read) = reopen(&corpus).expect("corpus") else {
                panic!("{kind}: the file was not seen");
            };
            assert_eq!(&*read.corpus.articles[0].title, "من الفهرس");
            assert_eq!(problems(&read.corpus), Vec::<String>::new(), "{kind}");
        }
    }

    #[test]
    fn what_stands_in_the_place_of_the_names_or_an_article_is_told() {
        for (name, kind) in [
            ("entities.toml", "folder"),
            ("entities.toml", "pipe"),
            ("c.txt", "pipe"),
        ] {
            let folder = folder();
            put_special(kind, &folder.path().join(name), folder.path());
            let corpus = open(folder.path());
            assert_eq!(corpus.articles.len(), 2, "{name} {kind}");
            assert_eq!(problems(&corpus), [format!("{name} special-file")]);
        }
        // A folder may have any name.
        let folder = folder();
        put_special("folder", &folder.path().join("c.txt"), folder.path());
        assert_eq!(problems(&open(folder.path())), Vec::<String>::new());
    }

    /// Names the folder that the child works in.
    const FOLDER_VARIABLE: &str = "WARRAQ_TEST_PERMISSIONS_FOLDER";

    /// The child, whom permissions hold.
    #[test]
    #[expect(clippy::print_stdout, reason = "the parent listens")]
    fn child_without_permissions() {
        let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
            return;
        };
        let path = Path::new(&folder).join("corpus");
        let set = |file: &str, mode| {
            let path = path.join(file);
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
        };
        fs::create_dir_all(path.join("sub")).expect("folder");
        for (file, text) in [
            ("a.txt", "عنوان\nنص أول"),
            ("b.txt", "عنوان ثان\nنص"),
            ("sub/c.txt", "عنوان ثالث\nنص"),
            (
                "INDEX.md",
                "- [من الفهرس](a.txt)\n- [b](b.txt)\n- [c](sub/c.txt)\n",
            ),
            ("entities.toml", "[[entity]]\nid = \"x\"\nnames = [\"س\"]\n"),
        ] {
            fs::write(path.join(file), text).expect("file");
        }
        let whole = open(&path);
        assert_eq!((whole.articles.len(), whole.problems.len()), (3, 0));
        for (lost, n_articles, told) in [
            ("a.txt", 2, "INDEX.md unreadable"),
            ("sub", 2, "sub unreadable"),
            ("INDEX.md", 3, "INDEX.md unreadable"),
            ("entities.toml", 3, "entities.toml unreadable"),
        ] {
            set(lost, 0o000);
            let corpus = open(&path);
            assert_eq!(corpus.articles.len(), n_articles, "{lost}");
            let said = problems(&corpus);
            assert!(said.iter().any(|said| said == told), "{lost}: {said:?}");
            // Once more with what was read before.
            let Reopened::Read(read) = reopen(&whole).expect("corpus") else {
                panic!("{lost}: not seen");
            };
            assert_eq!(read.corpus, corpus, "{lost}");
            set(lost, 0o755);
            let Reopened::Read(read) = reopen(&corpus).expect("corpus") else {
                panic!("{lost}: its return was not seen");
            };
            assert_eq!(read.corpus, whole, "{lost}");
        }
        set("", 0o000);
        let error = reopen(&whole).expect_err("refused");
        assert!(matches!(error, LoadError::Unreadable { .. }), "{error:?}");
        set("", 0o755);
        println!("permissions were lost and came back");
    }

    #[test]
    #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
    fn permissions_that_are_lost_cost_their_files_alone() {
        let folder = tempfile::tempdir().expect("temporary folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).expect("set");
        let mut child = Command::new(std::env::current_exe().expect("this program"));
        child
            .args([
                "--exact",
                "faults::unix::child_without_permissions",
                "--nocapture",
            ])
            .env(FOLDER_VARIABLE, folder.path());
        let probe = folder.path().join("probe");
        fs::write(&probe, "").expect("file");
        fs::set_permissions(&probe, fs::Permissions::from_mode(0o000)).expect("set");
        if fs::read(&probe).is_ok() {
            // Nothing is forbidden to root: the child is nobody.
            child.uid(65_534).gid(65_534);
        }
        let Ok(output) = child.output() else {
            eprintln!("SKIPPED: nobody else may run this program here");
            return;
        };
        let said = String::from_utf8_lossy(&output.stdout);
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && said.contains("permissions were lost and came back"),
            "{said}{why}"
        );
    }
}
