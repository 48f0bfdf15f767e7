//! A corpus and its index come back from their cache as they were, and a
//! cache that is not as it was written is never used.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use tempfile::TempDir;
use warraq::analysis::cache::{
    CacheFault, CacheLimits, CachePlace, OpenedFrom, OpenedIndex, SaveFault, open_cached,
    open_indexed, save,
};
use warraq::analysis::index::Index;
use warraq::base::{CancelToken, Progress};
use warraq::corpus::{Corpus, LoadOptions, embedded, open_folder};

/// A corpus folder and a folder for caches.
struct Desk {
    corpus: TempDir,
    caches: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            corpus: tempfile::tempdir().expect("temporary folder"),
            caches: tempfile::tempdir().expect("temporary folder"),
        }
    }

    /// Three articles and an index.
    fn with_articles() -> Self {
        let desk = Self::new();
        desk.write("a.txt", "عنوان\nقال الرئيس إن القوات دخلت المدينة.");
        desk.write("b.txt", "عنوان ثان\n14 أكتوبر 2020\nدخلت القوات.");
        desk.write("c.txt", "نص طويل.\nوغيره");
        desk.write("INDEX.md", "- [عنوان](a.txt), صحيفة, 2020-10-14\n");
        desk
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.corpus.path().join(name), text).expect("file");
    }

    fn place(&self) -> CachePlace {
        CachePlace::at(self.caches.path().join("warraq"))
    }

    fn file(&self) -> PathBuf {
        let root = fs::canonicalize(self.corpus.path()).expect("a path");
        self.place().file_of(&root).expect("a file")
    }

    fn open(&self) -> OpenedIndex {
        open(self.corpus.path(), &self.place())
    }

    /// Opens the folder and writes its cache.
    fn save(&self) -> OpenedIndex {
        let indexed = self.open();
        let cancel = CancelToken::default();
        let saved = save(&self.place(), &indexed.corpus, &indexed.index, &cancel);
        let saved = saved.expect("saved");
        assert_eq!(saved.path, self.file());
        let metadata = fs::metadata(&saved.path).expect("a file");
        assert_eq!(saved.n_bytes, metadata.len());
        indexed
    }

    /// Opens the folder; the result must be that of a folder without cache.
    #[track_caller]
    fn open_checked(&self) -> OpenedIndex {
        let opened = self.open();
        let fresh = open(self.corpus.path(), &CachePlace::disabled());
        assert_eq!(opened.corpus, fresh.corpus);
        assert_eq!(opened.index, fresh.index);
        opened
    }
}

fn open(path: &Path, place: &CachePlace) -> OpenedIndex {
    let (options, progress) = (LoadOptions::default(), Progress::default());
    open_indexed(path, &options, place, &progress, &CancelToken::default()).expect("a corpus")
}

/// Lets the files of a folder become old enough to be trusted.
fn settle() {
    sleep(Duration::from_millis(2100));
}

#[test]
fn the_second_start_reads_nothing() {
    let desk = Desk::with_articles();
    let first = desk.save();
    assert_eq!(first.origin, OpenedFrom::Folder);
    assert_eq!(first.fault, Some(CacheFault::Absent));

    settle();
    let second = desk.open_checked();
    assert_eq!(
        second.origin,
        OpenedFrom::Partly(3),
        "written a moment before"
    );
    desk.save();
    let third = desk.open_checked();
    assert_eq!((third.origin, third.fault), (OpenedFrom::Cache, None));
}

#[test]
fn a_changed_folder_costs_its_changed_files() {
    let desk = Desk::with_articles();
    settle();
    desk.save();

    desk.write("b.txt", "خبر جديد\nكله جديد");
    assert_eq!(desk.open_checked().origin, OpenedFrom::Partly(1));
    desk.write("INDEX.md", "# مدونة\n");
    assert_eq!(desk.open_checked().origin, OpenedFrom::Partly(1));
    fs::remove_file(desk.corpus.path().join("a.txt")).expect("removed");
    assert_eq!(desk.open_checked().origin, OpenedFrom::Partly(1));
    let from = desk.corpus.path().join("c.txt");
    fs::rename(from, desk.corpus.path().join("0.txt")).expect("renamed");
    assert_eq!(desk.open_checked().origin, OpenedFrom::Partly(2));
}

#[test]
fn a_corpus_is_there_before_its_index() {
    let desk = Desk::with_articles();
    let (options, progress) = (LoadOptions::default(), Progress::default());
    let cancel = CancelToken::default();
    let path = desk.corpus.path();
    let opened = open_cached(path, &options, &desk.place(), &progress, &cancel).expect("corpus");
    assert!(!opened.plan.is_ready());
    let index = opened.plan.complete(&opened.corpus, &progress, &cancel);
    assert_eq!(index.expect("an index"), desk.open_checked().index);
}

/// Opens after `damage` to the bytes of the cache; gives why it is not used.
#[track_caller]
fn after(desk: &Desk, damage: impl FnOnce(&mut Vec<u8>)) -> CacheFault {
    let whole = fs::read(desk.file()).expect("a cache");
    let mut bytes = whole.clone();
    damage(&mut bytes);
    fs::write(desk.file(), bytes).expect("written");
    let opened = desk.open_checked();
    assert_eq!(opened.origin, OpenedFrom::Folder);
    fs::write(desk.file(), whole).expect("written");
    opened.fault.expect("a fault")
}

#[test]
fn a_cut_cache_is_not_used() {
    let desk = Desk::with_articles();
    desk.save();
    let n_bytes = fs::metadata(desk.file()).expect("a cache").len();
    for n_left in (0..n_bytes).step_by(61) {
        let fault = after(&desk, |bytes| {
            bytes.truncate(usize::try_from(n_left).expect("small"));
        });
        assert_ne!(fault, CacheFault::Absent, "{n_left}");
    }
}

#[test]
fn a_changed_cache_is_not_used() {
    let desk = Desk::with_articles();
    desk.save();
    let whole = fs::read(desk.file()).expect("a cache");
    let n_texts = find(&whole, "قال الرئيس".as_bytes());
    let fault = after(&desk, |bytes| bytes[n_texts] ^= 1);
    assert!(matches!(fault, CacheFault::Damaged { .. }), "{fault:?}");
    assert_eq!(after(&desk, |bytes| bytes[0] = b'x'), CacheFault::NoCache);
    assert_eq!(after(&desk, |bytes| bytes[45] ^= 1), CacheFault::Header);
    let fault = after(&desk, |bytes| bytes.push(0));
    assert!(matches!(fault, CacheFault::Length { .. }), "{fault:?}");
    let fault = after(&desk, |bytes| bytes[8] = 77);
    assert_eq!(fault, CacheFault::OtherFormat { found: 77 });
    assert_eq!(after(&desk, Vec::clear), CacheFault::NoCache);
}

fn find(bytes: &[u8], part: &[u8]) -> usize {
    let mut windows = bytes.windows(part.len());
    windows.position(|window| window == part).expect("there")
}

#[test]
fn the_cache_of_another_folder_is_not_used() {
    let (desk, other) = (Desk::with_articles(), Desk::with_articles());
    desk.save();
    other.save();
    fs::copy(desk.file(), other.file()).expect("copied");
    let opened = other.open_checked();
    assert_eq!(opened.fault, Some(CacheFault::OtherFolder));
}

#[test]
fn a_folder_in_the_place_of_a_cache_is_no_cache() {
    let desk = Desk::with_articles();
    fs::create_dir_all(desk.file()).expect("folder");
    assert_eq!(desk.open_checked().fault, Some(CacheFault::NoCache));
    let opened = desk.open();
    let refused = save(
        &desk.place(),
        &opened.corpus,
        &opened.index,
        &CancelToken::default(),
    );
    assert!(matches!(refused, Err(SaveFault::Refused { .. })));
}

#[test]
fn without_a_place_there_is_no_cache_and_no_trouble() {
    let desk = Desk::with_articles();
    let (opened, cancel) = (desk.open(), CancelToken::default());
    let save_at = |place: &CachePlace, corpus: &Corpus| {
        save(place, corpus, &opened.index, &cancel).expect_err("no place")
    };
    let nowhere = CachePlace::disabled();
    assert_eq!(save_at(&nowhere, &opened.corpus), SaveFault::NoPlace);
    desk.write("file", "");
    let blocked = CachePlace::at(desk.corpus.path().join("file"));
    let fault = save_at(&blocked, &opened.corpus);
    assert!(matches!(fault, SaveFault::Refused { .. }), "{fault:?}");
    assert_eq!(
        save_at(&desk.place(), &embedded::open()),
        SaveFault::NoFolder
    );
    cancel.cancel();
    assert_eq!(save_at(&desk.place(), &opened.corpus), SaveFault::Cancelled);
    assert!(!desk.file().exists());
}

#[test]
fn a_cache_in_use_can_be_replaced() {
    let desk = Desk::with_articles();
    desk.save();
    let in_use = desk.open();
    desk.write("a.txt", "كله غير ما كان\nولا يشبهه في شيء أبدا");
    desk.save();
    fs::remove_file(desk.file()).expect("removed");
    assert!(in_use.corpus.articles[0].text.contains("قال الرئيس"));
    assert!(in_use.index.type_of("الرئيس").is_some());
}

/// Names the folder that the child works in.
const FOLDER_VARIABLE: &str = "WARRAQ_TEST_CACHE_FOLDER";

/// What another program does to the file of a cache.
type Spoil = fn(&Path);

/// What can happen to the file of a cache that is in use.
const SPOILERS: [(&str, Spoil); 3] = [
    ("cut", |file| fs::write(file, "").expect("cut")),
    ("overwritten", |file| {
        let n_bytes = fs::metadata(file).expect("a cache").len();
        let wrong = vec![0xFF; usize::try_from(n_bytes).expect("small")];
        let mut file = fs::File::options().write(true).open(file).expect("a cache");
        file.write_all(&wrong).expect("overwritten");
    }),
    ("replaced", |file| {
        fs::remove_file(file).expect("removed");
        fs::write(file, "x").expect("replaced");
    }),
];

/// The child: opens a corpus by its cache, spoils the cache, and reads on.
/// Without the variable this is no child, and there is nothing to do.
#[test]
fn child_that_reads_on() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let place = CachePlace::at(Path::new(&folder).join("caches"));
    let corpus = Path::new(&folder).join("corpus");
    let fresh = open(&corpus, &CachePlace::disabled());
    for (how, spoil) in SPOILERS {
        let cancel = CancelToken::default();
        let saved = save(&place, &fresh.corpus, &fresh.index, &cancel).expect("saved");
        let in_use = open(&corpus, &place);
        assert_eq!((in_use.origin, in_use.fault), (OpenedFrom::Cache, None));
        spoil(&saved.path);
        // No text was looked at before.
        assert!(in_use.corpus == fresh.corpus, "{how}: other texts");
        assert!(in_use.index == fresh.index, "{how}: another index");
    }
}

#[test]
fn nothing_that_happens_to_the_file_changes_a_corpus_in_use() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).expect("folder");
    for n in 0..40 {
        let text = "قال الرئيس إن القوات دخلت المدينة. ".repeat(n * 10);
        fs::write(corpus.join(format!("{n}.txt")), text).expect("file");
    }
    settle();
    // In a process of its own: a signal would end this one.
    let child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "cache::child_that_reads_on"])
        .env(FOLDER_VARIABLE, folder.path())
        .output()
        .expect("a child");
    let told = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{}\n{told}", child.status);
    assert!(told.contains("1 passed"), "{told}");
}

#[test]
fn caches_stay_within_their_limits() {
    let desk = Desk::with_articles();
    let others = [Desk::with_articles(), Desk::with_articles()];
    let place = desk.place();
    let save_all = |place: &CachePlace| {
        for folder in others.iter().chain([&desk]) {
            let opened = open(folder.corpus.path(), place);
            save(
                place,
                &opened.corpus,
                &opened.index,
                &CancelToken::default(),
            )
            .expect("saved");
        }
    };
    let n_caches = || {
        let folder = desk.caches.path().join("warraq");
        fs::read_dir(folder).expect("a folder").count()
    };
    save_all(&place);
    assert_eq!(n_caches(), 3);
    let room_for_two = CacheLimits {
        n_files: 2,
        ..CacheLimits::default()
    };
    save_all(&place.clone().with_limits(room_for_two));
    assert_eq!(n_caches(), 2);
    let no_room = CacheLimits {
        n_files: 9,
        n_bytes: 0,
    };
    save_all(&place.with_limits(no_room));
    assert_eq!(n_caches(), 1, "what was just written is kept");
    assert!(desk.file().exists());
}

#[test]
fn opening_a_cache_counts_as_use() {
    let desks = [(); 3].map(|()| Desk::with_articles());
    let [first, second, third] = &desks;
    let place = first.place().with_limits(CacheLimits {
        n_files: 2,
        ..CacheLimits::default()
    });
    let save_one = |desk: &Desk| {
        let opened = open(desk.corpus.path(), &place);
        save(
            &place,
            &opened.corpus,
            &opened.index,
            &CancelToken::default(),
        )
        .expect("saved")
    };
    let (saved, other) = (save_one(first), save_one(second));
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    for (n, path) in [(1, &saved.path), (2, &other.path)] {
        let file = fs::File::options()
            .append(true)
            .open(path)
            .expect("a cache");
        file.set_modified(long_ago + Duration::from_secs(n))
            .expect("set");
    }
    assert_eq!(open(first.corpus.path(), &place).fault, None);
    save_one(third);
    assert!(saved.path.exists() && !other.path.exists());
}

#[test]
fn what_nobody_can_use_is_removed() {
    let desk = Desk::with_articles();
    let gone = Desk::with_articles();
    let opened = open(gone.corpus.path(), &desk.place());
    let cancel = CancelToken::default();
    let saved = save(&desk.place(), &opened.corpus, &opened.index, &cancel).expect("saved");
    drop(gone);
    let folder = desk.caches.path().join("warraq");
    let leftover = folder.join(".warraq-abc.tmp");
    let foreign = folder.join("notes.txt");
    let broken = folder.join("0.corpus");
    for path in [&leftover, &foreign, &broken] {
        fs::write(path, "x").expect("written");
    }
    desk.save();
    assert!(!saved.path.exists(), "its folder is gone");
    assert!(!leftover.exists() && !broken.exists());
    assert!(foreign.exists(), "not ours");
    assert!(desk.file().exists());
}

#[test]
fn a_writer_at_work_keeps_its_file() {
    let desk = Desk::with_articles();
    desk.save();
    let path = desk.caches.path().join("warraq").join(".warraq-abc.tmp");
    let file = fs::File::create(&path).expect("a file");
    file.try_lock().expect("locked");
    desk.save();
    assert!(path.exists());
    drop(file);
    desk.save();
    assert!(!path.exists());
}

#[cfg(unix)]
#[test]
fn caches_are_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_articles();
    desk.save();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&desk.file()), 0o600);
    assert_eq!(mode(desk.file().parent().expect("a folder")), 0o700);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_corpus_comes_back(
        texts in prop::collection::btree_map("[a-c]{1,3}", "[ابتث0-9 \\n,.]{0,60}|\\PC{0,40}", 0..12),
        titles in prop::collection::vec("[\\PC&&[^|]]{0,12}", 0..6),
    ) {
        let desk = Desk::new();
        let files = texts.keys().map(String::as_str).chain(["gone"]);
        let rows = files.zip(&titles);
        let rows = rows.map(|(name, title)| format!("| {name}.txt | {title} | {title} |\n"));
        let head = "| file | title | القسم |\n|-|-|-|\n".to_owned();
        let rows: String = [head].into_iter().chain(rows).collect();
        desk.write("INDEX.md", &rows);
        for (name, text) in &texts {
            desk.write(&format!("{name}.txt"), text);
        }
        let (options, progress) = (LoadOptions::default(), Progress::default());
        let cancel = CancelToken::default();
        let fresh = open_folder(desk.corpus.path(), &options, &progress, &cancel).expect("corpus");
        let texts = fresh.articles.iter().map(|article| &*article.text);
        let index = Index::build(texts, &progress, &cancel).expect("an index");
        save(&desk.place(), &fresh, &index, &cancel).expect("saved");
        let again = desk.open();
        prop_assert_eq!(again.fault, None);
        prop_assert_eq!(again.index, index);
        prop_assert_eq!(again.corpus, fresh);
    }
}
