//! From a corpus to the same corpus as its folder is now.

use super::fault::{LoadError, LoadOptions};
use super::load::{Reread, named, read_listing};
use super::previous::Previous;
use super::store::{Folder, Store};
use crate::base::{CancelToken, Progress};
use crate::corpus::Corpus;

/// How the folder of a corpus compares with what was read of it before.
#[derive(Debug)]
pub enum Reopened {
    /// Every file is as it was.
    Same,
    /// Some files were read again.
    Read(Box<Reread>),
}

/// Reads again what has changed in the folder of `previous`. The corpus is
/// what [`open_folder`](super::open_folder) gives; texts that are the same are
/// shared with `previous`. A corpus without a folder is always the same.
///
/// # Errors
/// As [`open_folder`](super::open_folder).
pub fn reopen_folder(
    previous: &Corpus,
    options: &LoadOptions,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Reopened, LoadError> {
    let Some(path) = &previous.root else {
        return Ok(Reopened::Same);
    };
    let folder = Folder::open(path)?;
    let name = |read| named(read, &folder, path);
    reopen(&folder, previous, options, name, progress, cancel)
}

/// Reads again what has changed in `store`; `name` completes what was read.
fn reopen(
    store: &dyn Store,
    previous: &Corpus,
    options: &LoadOptions,
    name: impl FnOnce(Option<Reread>) -> Result<Reread, LoadError>,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Reopened, LoadError> {
    let listing = store.list(cancel)?;
    let known = Previous {
        corpus: previous,
        options,
    };
    if known.is_still(&listing) {
        return Ok(Reopened::Same);
    }
    let read = read_listing(store, listing, options, Some(known), progress, cancel)?;
    let mut read = name(read)?;
    known.find_moved(&mut read.corpus.articles, &mut read.kept);
    read.is_changed = read.corpus != *previous;
    Ok(Reopened::Read(Box::new(read)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::base::ArticleId;
    use crate::corpus::folder::load::read_corpus;
    use crate::corpus::folder::store::{FileEntry, FolderListing, ReadFault, Target};
    use crate::corpus::{FileStamp, TextEncoding};

    /// A folder in memory, whose files have times that can be trusted.
    #[derive(Default)]
    struct Memory {
        files: BTreeMap<String, (Vec<u8>, i64)>,
        clock: i64,
    }

    impl Store for Memory {
        fn list(&self, _cancel: &CancelToken) -> Result<FolderListing, LoadError> {
            let files = self
                .files
                .iter()
                .map(|(name, (bytes, modified))| FileEntry {
                    name: name.as_str().into(),
                    os_path: None,
                    stamp: FileStamp {
                        n_bytes: bytes.len() as u64,
                        modified: *modified,
                        changed: *modified,
                        is_settled: true,
                    },
                });
            Ok(FolderListing {
                files: files.collect(),
                ..FolderListing::default()
            })
        }

        fn read(&self, file: &FileEntry, buffer: &mut Vec<u8>) -> Result<(), ReadFault> {
            if file.name.contains("locked") {
                return Err(ReadFault::Refused("permission denied".to_owned()));
            }
            buffer.clone_from(&self.files[&*file.name].0);
            Ok(())
        }

        fn resolve(&self, _path: &str) -> Target {
            Target::Missing
        }
    }

    impl Memory {
        fn write(&mut self, name: &str, bytes: Vec<u8>) {
            self.clock += 1;
            self.files.insert(name.to_owned(), (bytes, self.clock));
        }

        fn open(&self, options: &LoadOptions) -> Corpus {
            let (progress, cancel) = (Progress::default(), CancelToken::default());
            let read = read_corpus(self, options, &progress, &cancel);
            read.expect("not cancelled").unwrap_or_default()
        }

        fn reopen(&self, previous: &Corpus, options: &LoadOptions) -> Reopened {
            let (progress, cancel) = (Progress::default(), CancelToken::default());
            let whole = |read: Option<Reread>| {
                Ok(read.unwrap_or_else(|| Reread {
                    corpus: Corpus::default(),
                    kept: Vec::new(),
                    n_read: 0,
                    is_changed: true,
                }))
            };
            reopen(self, previous, options, whole, &progress, &cancel).expect("not cancelled")
        }
    }

    #[derive(Debug, Clone)]
    enum Edit {
        Write(&'static str, Vec<u8>),
        Remove(&'static str),
        Rename(&'static str, &'static str),
        Index(Vec<String>),
        Force(&'static str, Option<TextEncoding>),
    }

    const NAMES: [&str; 9] = [
        "a.txt",
        "b.txt",
        "c.txt",
        "d/e.txt",
        "locked.txt",
        "notes.md",
        "entities.toml",
        "index.md",
        "INDEX.md",
    ];

    fn name() -> impl Strategy<Value = &'static str> {
        prop::sample::select(&NAMES[..])
    }

    fn content() -> impl Strategy<Value = Vec<u8>> {
        let (legacy, ..) = encoding_rs::WINDOWS_1256.encode("قال الرئيس إن القوات دخلت المدينة");
        prop::sample::select(vec![
            "عنوان\nنص أول".as_bytes().to_vec(),
            "14 أكتوبر 2020\nعنوان\nنص ثان".as_bytes().to_vec(),
            "عنوان آخر\n2 تموز 2021\nنص".as_bytes().to_vec(),
            "نص قال فيه شيئا طويلا.\n".as_bytes().to_vec(),
            b"  \n".to_vec(),
            b"\x89PNG\r\n\x1A\n".to_vec(),
            b"\xD8\xB9\xD8\xB9\xD8\xB9\xFF\xD8\xB9".to_vec(),
            legacy.into_owned(),
        ])
    }

    fn row() -> impl Strategy<Value = String> {
        let title = prop::sample::select(&["", "عنوان", "عنوان آخر", "غيره"][..]);
        let date = prop::sample::select(&["", "2020-10-14", "2019", "غدا"][..]);
        let period = prop::sample::select(&["", "قبل", "2020"][..]);
        let columns = (name(), title, date, period);
        columns.prop_map(|(name, title, date, period)| {
            format!("| {name} | {title} | {date} | {period} | صحيفة |\n")
        })
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let encodings = [
            None,
            Some(TextEncoding::Utf8),
            Some(TextEncoding::Windows1256),
        ];
        prop_oneof![
            4 => (name(), content()).prop_map(|(name, bytes)| Edit::Write(name, bytes)),
            1 => name().prop_map(Edit::Remove),
            2 => (name(), name()).prop_map(|(from, to)| Edit::Rename(from, to)),
            3 => prop::collection::vec(row(), 0..5).prop_map(Edit::Index),
            1 => (name(), prop::sample::select(encodings.to_vec()))
                .prop_map(|(name, encoding)| Edit::Force(name, encoding)),
        ]
    }

    fn apply(edit: Edit, store: &mut Memory, options: &mut LoadOptions) {
        match edit {
            Edit::Write(name, bytes) => store.write(name, bytes),
            Edit::Remove(name) => {
                store.files.remove(name);
            }
            Edit::Rename(from, to) => {
                if let Some(file) = store.files.remove(from) {
                    store.files.insert(to.to_owned(), file);
                }
            }
            Edit::Index(rows) => {
                let head = "# مدونة\n\n| file | title | date | period | source |\n|-|-|-|-|-|\n";
                let text = format!("{head}{}", rows.concat());
                store.write("INDEX.md", text.into_bytes());
            }
            Edit::Force(name, Some(encoding)) => {
                options.encoding_override.insert(name.to_owned(), encoding);
            }
            Edit::Force(name, None) => {
                options.encoding_override.remove(name);
            }
        }
    }

    proptest! {
        #[test]
        fn reopened_is_as_opened_anew(
            rounds in prop::collection::vec(prop::collection::vec(edit(), 1..5), 1..8)
        ) {
            let (mut store, mut options) = (Memory::default(), LoadOptions::default());
            let mut corpus = store.open(&options);
            for edits in rounds {
                for edit in edits {
                    apply(edit, &mut store, &mut options);
                }
                let fresh = store.open(&options);
                match store.reopen(&corpus, &options) {
                    Reopened::Same => prop_assert_eq!(&fresh, &corpus),
                    Reopened::Read(read) => {
                        prop_assert_eq!(&read.corpus, &fresh);
                        prop_assert_eq!(&read.corpus.state, &fresh.state);
                        prop_assert_eq!(read.is_changed, fresh != corpus);
                        prop_assert_eq!(read.kept.len(), fresh.articles.len());
                        let kept = read.kept.iter().zip(&read.corpus.articles);
                        let kept: BTreeMap<_, _> =
                            kept.filter_map(|(old, new)| Some(((*old)?, new))).collect();
                        prop_assert_eq!(kept.len(), read.kept.iter().flatten().count());
                        for (old, new) in kept {
                            let old = corpus.article(old).expect("an old article");
                            prop_assert!(old.text.is_shared_with(&new.text));
                        }
                        corpus = read.corpus;
                    }
                }
            }
        }
    }

    #[test]
    fn only_what_changed_is_read() {
        let (mut store, options) = (Memory::default(), LoadOptions::default());
        for name in ["a.txt", "b.txt", "c.txt"] {
            store.write(name, format!("عنوان {name}\nنص").into_bytes());
        }
        let corpus = store.open(&options);
        assert!(matches!(store.reopen(&corpus, &options), Reopened::Same));
        store.write("b.txt", "غيره".into());
        store.write(
            "index.md",
            b"| file | source |\n|-|-|\n| a.txt | x |\n".to_vec(),
        );
        let Reopened::Read(read) = store.reopen(&corpus, &options) else {
            panic!("a change was missed");
        };
        assert_eq!(read.n_read, 1);
        assert_eq!(read.kept, [Some(ArticleId(0)), None, Some(ArticleId(2))]);
        assert_eq!(read.corpus.articles[0].source.as_deref(), Some("x"));
    }

    #[test]
    fn a_renamed_article_keeps_its_text() {
        let (mut store, options) = (Memory::default(), LoadOptions::default());
        store.write("a.txt", "عنوان\nنص".into());
        store.write("b.txt", "عنوان\nنص".into());
        let corpus = store.open(&options);
        let file = store.files.remove("a.txt").expect("a file");
        store.files.insert("z.txt".to_owned(), file);
        let Reopened::Read(read) = store.reopen(&corpus, &options) else {
            panic!("a change was missed");
        };
        assert_eq!(read.kept, [Some(ArticleId(1)), Some(ArticleId(0))]);
    }
}
