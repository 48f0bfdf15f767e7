//! A folder that is opened again is as one opened anew, and only what has
//! changed in it is read.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use warraq::base::{ArticleId, CancelToken, Progress};
use warraq::corpus::{
    Corpus, LoadError, LoadOptions, Reopened, Reread, TextEncoding, embedded, open_folder,
    reopen_folder,
};

fn open(path: &Path, options: &LoadOptions) -> Corpus {
    open_folder(path, options, &Progress::default(), &CancelToken::default()).expect("corpus")
}

fn try_reopen(corpus: &Corpus, options: &LoadOptions) -> Result<Reopened, LoadError> {
    reopen_folder(
        corpus,
        options,
        &Progress::default(),
        &CancelToken::default(),
    )
}

/// What is read again; it must be as a fresh corpus.
#[track_caller]
fn reread(corpus: &Corpus, options: &LoadOptions) -> Box<Reread> {
    let Reopened::Read(read) = try_reopen(corpus, options).expect("corpus") else {
        panic!("a change was missed");
    };
    let path = corpus.root.as_deref().expect("a folder");
    assert_eq!(read.corpus, open(path, options));
    for (new, old) in read.corpus.articles.iter().zip(&read.kept) {
        if let Some(old) = old {
            let old = corpus.article(*old).expect("an old article");
            assert!(old.text.is_shared_with(&new.text));
        }
    }
    read
}

fn write(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("parent")).expect("folder");
    fs::write(path, bytes).expect("file");
}

/// A folder of three articles, an index and an image.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("temporary folder");
    write(&folder, "a.txt", "عنوان\nنص أول");
    write(&folder, "b.txt", "عنوان ثان\n14 أكتوبر 2020\nنص");
    write(&folder, "c/d.txt", "نص طويل.\nوغيره");
    write(&folder, "c/image.txt", b"\x89PNG\r\n\x1A\n");
    write(
        &folder,
        "INDEX.md",
        "# مدونة\n\n| file | title |\n|-|-|\n| a.txt | عنوان |\n| gone.txt | |\n",
    );
    folder
}

/// The same, whose files are old enough to be trusted.
fn settled_folder() -> TempDir {
    let folder = folder();
    sleep(Duration::from_millis(2100));
    folder
}

fn old(ids: &[Option<u32>]) -> Vec<Option<ArticleId>> {
    ids.iter().map(|id| id.map(ArticleId)).collect()
}

#[test]
fn nothing_is_read_of_a_folder_that_is_the_same() {
    let (folder, options) = (settled_folder(), LoadOptions::default());
    let corpus = open(folder.path(), &options);
    let again = try_reopen(&corpus, &options).expect("corpus");
    assert!(matches!(again, Reopened::Same), "{again:?}");
}

#[test]
fn files_written_a_moment_ago_are_not_trusted() {
    let (folder, options) = (folder(), LoadOptions::default());
    let corpus = open(folder.path(), &options);
    let read = reread(&corpus, &options);
    assert!(!read.is_changed);
    assert_eq!(read.kept, old(&[Some(0), Some(1), Some(2)]));
}

#[test]
fn each_change_reads_no_more_than_its_file() {
    let (folder, options) = (settled_folder(), LoadOptions::default());
    let mut corpus = open(folder.path(), &options);

    write(&folder, "INDEX.md", "- [آخر](b.txt), صحيفة, 2021-02-03\n");
    let read = reread(&corpus, &options);
    assert!(read.is_changed);
    assert_eq!((read.n_read, read.kept.len()), (0, 3));
    assert_eq!(&*read.corpus.articles[1].title, "آخر");
    corpus = read.corpus;

    fs::remove_file(folder.path().join("INDEX.md")).expect("removed");
    let read = reread(&corpus, &options);
    assert_eq!(read.n_read, 0);
    let date = read.corpus.articles[1].date.map(|date| date.to_string());
    assert_eq!(date.as_deref(), Some("2020-10-14"), "its own dateline");
    corpus = read.corpus;

    fs::remove_file(folder.path().join("a.txt")).expect("removed");
    let read = reread(&corpus, &options);
    assert_eq!((read.n_read, read.kept), (0, old(&[Some(1), Some(2)])));
    corpus = read.corpus;

    fs::rename(folder.path().join("c"), folder.path().join("e")).expect("renamed");
    let read = reread(&corpus, &options);
    assert_eq!(read.kept, old(&[Some(0), Some(1)]), "by their texts");
    corpus = read.corpus;

    write(&folder, "entities.toml", "[[entity]]\nid = \"Baku\"\n");
    let read = reread(&corpus, &options);
    assert!(read.is_changed);
    corpus = read.corpus;

    let mut forced = LoadOptions::default();
    let windows = TextEncoding::Windows1256;
    forced.encoding_override.insert("b.txt".to_owned(), windows);
    let read = reread(&corpus, &forced);
    assert_eq!(read.corpus.articles[0].encoding, windows);
}

#[test]
fn a_file_of_the_same_size_with_its_old_time_is_noticed() {
    let (folder, options) = (settled_folder(), LoadOptions::default());
    let path = folder.path().join("a.txt");
    let modified = fs::metadata(&path).and_then(|metadata| metadata.modified());
    let corpus = open(folder.path(), &options);
    write(&folder, "a.txt", "عنوان\nنص أخر");
    let file = fs::File::options().write(true).open(&path).expect("file");
    file.set_modified(modified.expect("a time")).expect("set");
    drop(file);
    if cfg!(unix) {
        assert!(reread(&corpus, &options).is_changed);
    }
}

#[cfg(unix)]
#[test]
fn links_and_folders_that_rows_run_into_are_noticed() {
    use std::os::unix::fs::symlink;
    let (folder, options) = (settled_folder(), LoadOptions::default());
    let mut corpus = open(folder.path(), &options);

    fs::create_dir(folder.path().join("gone.txt")).expect("folder");
    let read = reread(&corpus, &options);
    assert!(read.is_changed, "the row now names a folder");
    corpus = read.corpus;

    fs::remove_dir(folder.path().join("gone.txt")).expect("removed");
    symlink(folder.path().join("b.txt"), folder.path().join("gone.txt")).expect("link");
    let read = reread(&corpus, &options);
    assert!(read.is_changed, "the row now names b.txt");
    corpus = read.corpus;

    fs::remove_file(folder.path().join("gone.txt")).expect("removed");
    symlink(
        folder.path().join("c/d.txt"),
        folder.path().join("gone.txt"),
    )
    .expect("link");
    assert!(
        reread(&corpus, &options).is_changed,
        "the row now names c/d.txt"
    );
}

#[test]
fn a_folder_that_is_gone_is_an_error() {
    let (folder, options) = (folder(), LoadOptions::default());
    let corpus = open(folder.path(), &options);
    drop(folder);
    let error = try_reopen(&corpus, &options).expect_err("gone");
    assert!(matches!(error, LoadError::NotFound { .. }), "{error:?}");
}

#[test]
fn a_corpus_without_folder_stays_the_same() {
    let again = try_reopen(&embedded::open(), &LoadOptions::default()).expect("corpus");
    assert!(matches!(again, Reopened::Same));
}

#[test]
fn a_reopened_corpus_can_be_cancelled() {
    let (folder, options) = (folder(), LoadOptions::default());
    let corpus = open(folder.path(), &options);
    let cancel = CancelToken::default();
    cancel.cancel();
    let error = reopen_folder(&corpus, &options, &Progress::default(), &cancel);
    assert!(matches!(error, Err(LoadError::Cancelled)));
}
