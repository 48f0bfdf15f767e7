//! Every trouble of the layout is a problem with its file and line, and the
//! rest loads; no corpus at all is an error.

use std::fs;
use std::path::Path;

use warraq::base::{CancelToken, Message, Progress, Severity};
use warraq::corpus::{LoadError, LoadOptions, ProblemKind, TextEncoding, open_folder};

use super::{Folder, TEXT, article, files, problems};

#[test]
fn missing_file() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows("| a.txt | | | | |\n| gone.txt | | 2020 | | |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 8, "missing-file")]);
    let problem = &corpus.problems[0];
    assert_eq!(problem.severity(), Severity::Error);
    let path = "gone.txt".to_owned();
    assert_eq!(problem.kind, ProblemKind::MissingFile { path });
}

#[test]
fn file_outside_the_folder() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows(
            "| a.txt | | | | |\n| ../b.txt | | | | |\n| /etc/hosts | | | | |\n\
             | x/%2e%2e/../c.txt | | | | |\n| C:\\d.txt | | | | |\n| %2E%2E/e.txt | | | | |\n",
        )
        .open();
    let expected: Vec<_> = (8..=12)
        .map(|line| ("INDEX.md", line, "outside-folder"))
        .collect();
    assert_eq!(problems(&corpus), expected);
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_folder() {
    let other = Folder::new().with("secret.txt", TEXT);
    let folder = Folder::new().with("a.txt", TEXT);
    let link = |target: &Path, name: &str| {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("link");
    };
    link(&other.path().join("secret.txt"), "b.txt");
    link(other.path(), "dir");
    link(Path::new("nowhere"), "c.txt");
    let corpus = folder.open();
    assert_eq!(files(&corpus), ["a.txt"]);
    assert_eq!(
        problems(&corpus),
        [
            ("b.txt", 0, "link-outside"),
            ("c.txt", 0, "link-broken"),
            ("dir", 0, "link-outside")
        ]
    );

    let folder =
        folder.with_rows("| a.txt | | | | |\n| b.txt | | | | |\n| dir/secret.txt | | | | |\n");
    assert_eq!(
        problems(&folder.open()),
        [
            ("INDEX.md", 8, "outside-folder"),
            ("INDEX.md", 9, "outside-folder"),
            ("c.txt", 0, "link-broken"),
            ("dir", 0, "link-outside")
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_inside_and_loops_are_harmless() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new()
        .with("sub/a.txt", TEXT)
        .with_rows("| again.txt | | 2020 | | |\n");
    symlink(folder.path(), folder.path().join("sub/loop")).expect("link");
    symlink("sub/a.txt", folder.path().join("again.txt")).expect("link");
    symlink("self.txt", folder.path().join("self.txt")).expect("link");
    let corpus = folder.open();
    assert_eq!(files(&corpus), ["sub/a.txt"]);
    assert_eq!(
        article(&corpus, "sub/a.txt").period.as_deref(),
        Some("2020")
    );
    assert_eq!(problems(&corpus), [("self.txt", 0, "link-broken")]);
}

#[test]
fn file_listed_twice() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows("| a.txt | أول | | | |\n| ./a.txt | ثان | | | |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 8, "listed-twice")]);
    assert_eq!(&*article(&corpus, "a.txt").title, "أول");
}

#[test]
fn date_that_is_no_date() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows("| a.txt | عنوان | 2020-13-40 | | وكالة |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 7, "bad-date")]);
    let a = article(&corpus, "a.txt");
    assert_eq!(
        (a.date, &*a.title, a.source.as_deref()),
        (None, "عنوان", Some("وكالة"))
    );
}

#[test]
fn row_without_a_file() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows("| a.txt | | | | |\n| | عنوان | 2020 | | |\n| | | | | |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 8, "no-file-name")]);
}

#[test]
fn row_with_too_many_cells() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with_rows("| a.txt | قبل | 2020 | | وكالة | زائد |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 7, "extra-cells")]);
}

#[test]
fn row_that_names_a_folder() {
    let corpus = Folder::new()
        .with("sub/a.txt", TEXT)
        .with_rows("| sub | | | | |\n| sub/a.txt | | | | |\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 7, "not-a-file")]);
}

#[test]
fn index_without_a_table() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("INDEX.md", "# اسم\n\nلا جدول.\n")
        .open();
    assert_eq!(problems(&corpus), [("INDEX.md", 0, "no-index-table")]);
    assert_eq!((corpus.name.as_str(), corpus.articles.len()), ("اسم", 1));
}

#[test]
fn unlisted_file_is_loaded_and_reported() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("b.txt", TEXT)
        .with_rows("| a.txt | | 2020 | | |\n")
        .open();
    assert_eq!(problems(&corpus), [("b.txt", 0, "unlisted")]);
    assert_eq!(corpus.problems[0].severity(), Severity::Warning);
    assert_eq!(article(&corpus, "b.txt").date, None);
}

#[test]
fn empty_files() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("b.txt", "")
        .with("c.txt", "\u{FEFF} \r\n\u{200F}\n")
        .open();
    assert_eq!(
        problems(&corpus),
        [("b.txt", 0, "empty"), ("c.txt", 0, "empty")]
    );
    assert_eq!(files(&corpus), ["a.txt"]);
}

#[test]
fn files_that_are_no_text() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("image.txt", b"\x89PNG\r\n\x1A\n....")
        .with("jpeg.txt", b"\xFF\xD8\xFF\xE0 JFIF")
        .with(
            "zeros.txt",
            [TEXT.as_bytes(), b"\0\0", TEXT.as_bytes()].concat(),
        )
        .with("noise.txt", (1..=255).collect::<Vec<u8>>())
        .open();
    let codes: Vec<_> = problems(&corpus)
        .into_iter()
        .map(|(_, _, code)| code)
        .collect();
    assert_eq!(codes, ["not-text"; 4]);
    assert_eq!(files(&corpus), ["a.txt"]);
}

#[test]
fn damaged_utf8_stays_utf8() {
    let mut bytes = TEXT.repeat(3).into_bytes();
    bytes.truncate(bytes.len() - 4);
    bytes[50] = 0xFF;
    let corpus = Folder::new().with("a.txt", bytes).open();
    assert_eq!(problems(&corpus), [("a.txt", 2, "broken-text")]);
    assert_eq!(article(&corpus, "a.txt").encoding, TextEncoding::Utf8);
}

#[test]
fn other_encodings_are_notes() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(TEXT);
    let corpus = Folder::new().with("a.txt", &*bytes).open();
    assert_eq!(problems(&corpus), [("a.txt", 0, "other-encoding")]);
    assert_eq!(corpus.problems[0].severity(), Severity::Note);
    assert_eq!(&*article(&corpus, "a.txt").text, TEXT);
}

#[test]
fn encoding_can_be_overridden() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(TEXT);
    let folder = Folder::new().with("sub/a.txt", &*bytes);
    let mut options = LoadOptions::default();
    let encoding = TextEncoding::Iso8859_6;
    options
        .encoding_override
        .insert("sub/a.txt".into(), encoding);
    let corpus = folder.try_open(&options).expect("corpus");
    let a = article(&corpus, "sub/a.txt");
    assert_eq!(a.encoding, encoding);
    assert_ne!(&*a.text, TEXT);
}

#[test]
fn index_in_another_encoding() {
    let index = "# مدونة\n\n| الملف | التاريخ |\n|---|---|\n| a.txt | أكتوبر 2020 |\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(index);
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("INDEX.md", &*bytes)
        .open();
    assert_eq!(corpus.name, "مدونة");
    assert_eq!(article(&corpus, "a.txt").period.as_deref(), Some("2020"));
    assert_eq!(problems(&corpus), [("INDEX.md", 0, "other-encoding")]);
}

#[cfg(target_os = "linux")]
#[test]
fn file_of_four_gibibytes() {
    let folder = Folder::new().with("a.txt", TEXT);
    let file = fs::File::create(folder.path().join("huge.txt")).expect("file");
    // Sparse: it takes no room on the disk.
    file.set_len(1 << 32).expect("length");
    let corpus = folder.open();
    assert_eq!(problems(&corpus), [("huge.txt", 0, "too-large")]);
}

#[cfg(target_os = "linux")]
#[test]
fn name_that_is_not_unicode() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    let name = std::ffi::OsStr::from_bytes(b"50% \xE3\xDE.txt");
    fs::write(folder.path().join(name), TEXT).expect("file");
    let corpus = folder.open();
    assert_eq!(files(&corpus), ["50%25 %E3%DE.txt"]);
    assert_eq!(
        problems(&corpus),
        [("50%25 %E3%DE.txt", 0, "name-not-unicode")]
    );
}

#[test]
fn nothing_that_can_be_read() {
    let corpus = Folder::new().with("a.txt", "").open();
    assert_eq!(
        problems(&corpus),
        [("", 0, "no-articles"), ("a.txt", 0, "empty")]
    );
    assert_eq!(corpus.problems[0].kind, ProblemKind::NoArticles);
}

#[test]
fn folder_that_does_not_exist() {
    let folder = Folder::new();
    let path = folder.path().join("nowhere");
    let opened = open_folder(
        &path,
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    );
    assert!(
        matches!(opened, Err(LoadError::NotFound { .. })),
        "{opened:?}"
    );
}

#[test]
fn file_given_as_folder() {
    let folder = Folder::new().with("a.txt", TEXT);
    let opened = open_folder(
        &folder.path().join("a.txt"),
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    );
    let error = opened.expect_err("no folder");
    assert!(matches!(error, LoadError::NotAFolder { .. }));
    assert_eq!(error.code(), "not-a-folder");
}

#[test]
fn folder_without_articles() {
    let opened = Folder::new()
        .with("photo.jpg", b"x")
        .try_open(&LoadOptions::default());
    assert!(matches!(opened, Err(LoadError::NoArticles { .. })));
}

#[test]
fn cancelled_load_is_no_corpus() {
    let folder = Folder::new().with("a.txt", TEXT);
    let cancel = CancelToken::default();
    cancel.cancel();
    let opened = open_folder(
        folder.path(),
        &LoadOptions::default(),
        &Progress::default(),
        &cancel,
    );
    assert!(matches!(opened, Err(LoadError::Cancelled)));
}

#[test]
fn progress_counts_files() {
    let folder = Folder::new().with("a.txt", TEXT).with("b.txt", TEXT);
    let progress = Progress::default();
    open_folder(
        folder.path(),
        &LoadOptions::default(),
        &progress,
        &CancelToken::default(),
    )
    .expect("corpus");
    assert_eq!((progress.done(), progress.fraction()), (2, Some(1.0)));
}
