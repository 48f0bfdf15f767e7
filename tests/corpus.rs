//! A folder becomes a corpus, by every rule of the layout; the troubles are in
//! `corpus/problems.rs`.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use warraq::base::{ArticleId, CancelToken, Message as _, Progress};
use warraq::corpus::{Article, Corpus, DatedBy, LoadError, LoadOptions, open_folder};

#[path = "corpus/problems.rs"]
mod problems;

/// A corpus folder that is written file by file.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("temporary folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        fs::write(path, bytes).expect("file");
        self
    }

    /// An index with the columns file, title, date, period, source.
    fn with_rows(self, rows: &str) -> Self {
        let head = "# مدونة\n\nوصف.\n\n| file | title | date | period | source |\n|-|-|-|-|-|\n";
        self.with("INDEX.md", format!("{head}{rows}"))
    }

    fn try_open(&self, options: &LoadOptions) -> Result<Corpus, LoadError> {
        open_folder(
            self.path(),
            options,
            &Progress::default(),
            &CancelToken::default(),
        )
    }

    fn open(&self) -> Corpus {
        self.try_open(&LoadOptions::default()).expect("corpus")
    }
}

const TEXT: &str = "عنوان الخبر\nقال الرئيس إن القوات دخلت المدينة.\n";

fn article<'a>(corpus: &'a Corpus, file: &str) -> &'a Article {
    let found = corpus.articles.iter().find(|a| &*a.file == file);
    found.unwrap_or_else(|| panic!("no {file} in {:?}", files(corpus)))
}

fn files(corpus: &Corpus) -> Vec<&str> {
    corpus.articles.iter().map(|a| &*a.file).collect()
}

/// File, line and code of every problem.
fn problems(corpus: &Corpus) -> Vec<(&str, u32, &str)> {
    let problems = corpus.problems.iter();
    problems
        .map(|p| {
            (
                p.file.as_deref().unwrap_or_default(),
                p.line.unwrap_or_default(),
                p.kind.code(),
            )
        })
        .collect()
}

#[test]
fn more_articles_than_may_be_are_refused() {
    let folder = Folder::new();
    let folder = (0..3).fold(folder, |folder, n| folder.with(&format!("{n}.txt"), "خبر"));
    let open = |most_articles| {
        let options = LoadOptions {
            most_articles,
            ..LoadOptions::default()
        };
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let corpus = open_folder(folder.path(), &options, &progress, &cancel);
        corpus.map(|corpus| corpus.articles.len())
    };
    assert_eq!(open(3).expect("as many as may be"), 3);
    let refused = open(2).expect_err("one too many");
    assert_eq!(refused.code(), "too-many-articles");
}

#[test]
fn index_row_gives_everything_it_says() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with(
            "INDEX.md",
            "# الاسم\n\nوصف\nأول.\n\nثان.\n\n| الملف | العنوان | التاريخ | السنة | المصدر | الرابط | المحرر |\n\
             |---|---|---|---|---|---|---|\n\
             | `a.txt` | عنوان | ١٤ تشرين الأول ٢٠٢٠ | الحرب | وكالة | https://example.org/a | ليلى |\n",
        )
        .open();
    assert_eq!(corpus.name, "الاسم");
    assert_eq!(corpus.description, "وصف أول.\n\nثان.");
    let a = article(&corpus, "a.txt");
    assert_eq!(&*a.title, "عنوان");
    assert_eq!(a.date.map(|d| d.to_string()).as_deref(), Some("2020-10-14"));
    assert_eq!(a.dated_by, Some(DatedBy::Index));
    assert_eq!(a.period.as_deref(), Some("الحرب"));
    assert_eq!(a.source.as_deref(), Some("وكالة"));
    assert_eq!(a.url.as_deref(), Some("https://example.org/a"));
    let extra: Vec<(&str, &str)> = a.extra.iter().map(|(k, v)| (&**k, &**v)).collect();
    assert_eq!(extra, [("المحرر", "ليلى")]);
    assert_eq!(problems(&corpus), []);
}

#[test]
fn period_is_the_year_of_the_date_unless_given() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("b.txt", TEXT)
        .with("c.txt", TEXT)
        .with_rows("| a.txt | | 2020-10 | | |\n| b.txt | | 2023 | ٢٠٢٠ | |\n| c.txt | | | | |\n")
        .open();
    let periods: Vec<_> = corpus
        .articles
        .iter()
        .map(|a| a.period.as_deref())
        .collect();
    assert_eq!(periods, [Some("2020"), Some("2020"), None]);
    let counts = corpus.periods();
    assert_eq!(counts.dated.len(), 1);
    assert_eq!((counts.dated[0].n_articles, counts.n_undated), (2, 1));
}

#[test]
fn no_index_is_no_problem() {
    let folder = Folder::new().with("b/x.TXT", TEXT).with("a.txt", TEXT);
    let corpus = folder.open();
    assert_eq!(files(&corpus), ["a.txt", "b/x.TXT"]);
    assert_eq!(problems(&corpus), []);
    let name = folder.path().file_name().expect("name").to_string_lossy();
    assert_eq!(corpus.name, name);
    assert_eq!(&*article(&corpus, "a.txt").title, "عنوان الخبر");
    assert_eq!(corpus.periods().n_undated, 2);
}

#[test]
fn years_in_running_text_never_date() {
    let text = "عنوان\nفي 14 أكتوبر 2020 قال إن حرب 1994 انتهت عام 2020.\n2020\n";
    let corpus = Folder::new().with("a.txt", text).open();
    let a = article(&corpus, "a.txt");
    assert_eq!(
        (a.date, a.dated_by, a.period.as_deref()),
        (None, None, None)
    );
}

#[test]
fn dateline_dates_an_article_without_a_date() {
    let text = "عنوان\n\nالأربعاء 14 أكتوبر 2020\nنص.\n";
    let corpus = Folder::new().with("a.txt", text).open();
    let a = article(&corpus, "a.txt");
    assert_eq!(a.dated_by, Some(DatedBy::Text));
    assert_eq!(a.period.as_deref(), Some("2020"));
}

#[test]
fn index_date_stands_above_the_dateline() {
    let corpus = Folder::new()
        .with("a.txt", "عنوان\n14 أكتوبر 2020\nنص.\n")
        .with_rows("| a.txt | | 2023 | | |\n")
        .open();
    let a = article(&corpus, "a.txt");
    assert_eq!(a.dated_by, Some(DatedBy::Index));
    assert_eq!(a.period.as_deref(), Some("2023"));
}

#[test]
fn ids_are_places_and_words_are_summed() {
    let corpus = Folder::new()
        .with("a.txt", "كلمة واحدة")
        .with("b.txt", "ثلاث كلمات هنا")
        .open();
    for (place, a) in (0..).zip(&corpus.articles) {
        assert_eq!(a.id, ArticleId(place));
        assert_eq!(corpus.article(a.id).map(|b| &b.file), Some(&a.file));
    }
    assert_eq!(corpus.n_words(), 5);
}

#[test]
fn hidden_files_and_folders_are_passed_over() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with(".b.txt", TEXT)
        .with(".git/c.txt", TEXT)
        .open();
    assert_eq!(files(&corpus), ["a.txt"]);
}

#[test]
fn entities_file_is_handed_on() {
    let corpus = Folder::new()
        .with("a.txt", TEXT)
        .with("entities.toml", "[[entity]]\n")
        .open();
    assert_eq!(corpus.entities_toml.as_deref(), Some("[[entity]]\n"));
}

#[test]
fn line_ends_are_normalised() {
    let corpus = Folder::new().with("a.txt", "عنوان\r\nسطر\rآخر").open();
    assert_eq!(&*article(&corpus, "a.txt").text, "عنوان\nسطر\nآخر");
}

#[test]
fn file_names_are_found_in_every_writing() {
    let corpus = Folder::new()
        .with("مقال أول.txt", TEXT)
        .with("b b.txt", TEXT)
        .with("sub/_c_.txt", TEXT)
        .with("e\u{301}.txt", TEXT)
        .with("100%.txt", TEXT)
        .with("f|g.txt", TEXT)
        .with_rows(
            "| [x](%D9%85%D9%82%D8%A7%D9%84%20%D8%A3%D9%88%D9%84.txt) | | 2020 | | |\n\
             | [x](b b.txt) | | 2020 | | |\n\
             | .\\sub\\_c_.txt | | 2020 | | |\n\
             | \u{200F}é.txt\u{200F} | | 2020 | | |\n\
             | 100%.txt | | 2020 | | |\n\
             | f\\|g.txt | | 2020 | | \n",
        )
        .open();
    assert_eq!(problems(&corpus), []);
    assert!(corpus.articles.iter().all(|a| a.period.is_some()));
}
