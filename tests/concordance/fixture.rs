//! Small corpora, and hits in them.

use proptest::prelude::*;
use proptest::sample::Index as Pick;
use std::sync::Arc;
use warraq::analysis::concordance::{Concordance, ConcordanceSettings, Hit, Indexed, Marks};
use warraq::analysis::index::Index;
use warraq::base::{ArticleId, CancelToken, Progress};
use warraq::corpus::{Article, Corpus, Facet, PartialDate, TextEncoding};

/// An article in few words: file, text, date and outlet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sketch {
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) date: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
}

/// A corpus with its index.
#[derive(Debug)]
pub(crate) struct Fixture {
    pub(crate) corpus: Corpus,
    pub(crate) index: Index,
}

impl Fixture {
    pub(crate) fn new(mut sketches: Vec<Sketch>) -> Self {
        sketches.sort_by(|a, b| a.file.cmp(&b.file));
        let articles = (0..).map(ArticleId).zip(sketches).map(|(id, sketch)| {
            let date = sketch.date.map(|date| PartialDate::parse(date).unwrap());
            Article {
                id,
                file: sketch.file.into(),
                title: format!("عنوان {}", id.0).into(),
                title_span: None,
                n_words: warraq::arabic::count_words(&sketch.text),
                text: sketch.text.into(),
                date,
                dated_by: None,
                period: date.map(|date| Facet::new(&date.year().to_string())),
                source: sketch.source.map(Facet::new),
                url: None,
                extra: Vec::new(),
                encoding: TextEncoding::Utf8,
            }
        });
        let corpus = Corpus {
            name: "مجموعة".to_owned(),
            articles: articles.collect(),
            ..Corpus::default()
        };
        let texts = corpus.articles.iter().map(|article| &*article.text);
        let index = Index::build(texts, &Progress::default(), &CancelToken::default()).unwrap();
        Self { corpus, index }
    }

    /// A corpus of one article.
    pub(crate) fn one(text: &str) -> Self {
        Self::new(vec![Sketch {
            file: "a.txt".to_owned(),
            text: text.to_owned(),
            ..Sketch::default()
        }])
    }

    pub(crate) fn of(&self) -> Indexed<'_> {
        Indexed {
            corpus: &self.corpus,
            index: &self.index,
        }
    }

    /// The text of the article of `hit`.
    pub(crate) fn text(&self, hit: Hit) -> &str {
        &self.of().article(hit).unwrap().text
    }

    /// Hits of one to three tokens where `picks` say; ascending, each once.
    pub(crate) fn hits(&self, picks: &[(Pick, u32)]) -> Arc<[Hit]> {
        let n_tokens = self.index.n_tokens() as usize;
        let mut hits: Vec<Hit> = picks
            .iter()
            .filter(|_| n_tokens > 0)
            .map(|(pick, len)| {
                let start = u32::try_from(pick.index(n_tokens)).unwrap();
                let end = self.index.positions_of(self.index.article_of(start)).end;
                Hit {
                    start,
                    end: end.min(start + len),
                }
            })
            .collect();
        hits.sort_unstable();
        hits.dedup();
        hits.into()
    }

    pub(crate) fn concordance(
        &self,
        hits: &Arc<[Hit]>,
        settings: &ConcordanceSettings,
    ) -> Concordance {
        self.marked(hits, settings, &Marks::default())
    }

    pub(crate) fn marked(
        &self,
        hits: &Arc<[Hit]>,
        settings: &ConcordanceSettings,
        marks: &Marks,
    ) -> Concordance {
        let cancel = CancelToken::default();
        Concordance::new(self.of(), hits.clone(), settings.clone(), marks, &cancel).unwrap()
    }
}

/// The hits of the lines, from top to bottom.
pub(crate) fn lines(concordance: &Concordance) -> Vec<Hit> {
    (0..concordance.n_lines())
        .map(|n| concordance.hit(n).unwrap())
        .collect()
}

/// Texts of words that fold alike, signs that break tables and directions, and
/// letters of two to four bytes.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "أرمينيا",
        "ارمينيا",
        "باكو",
        "بَاكُو",
        "على",
        "علي",
        "2020",
        "٢٠٢٠",
        "Reuters",
        "the",
        "\u{1D400}\u{1D401}",
        "\u{1F600}",
        "،",
        ",",
        "\"",
        "«قال",
        "\t",
        "\r\n",
        "\n\n",
        "\u{A0}",
        "\u{202B}",
        "\u{2069}",
        "=1+2",
        "#",
        "<b>&",
        "\u{1B}[0m",
    ]);
    let spaced = prop::collection::vec(
        (word, prop::sample::select(vec![" ", " ", "", "\n"])),
        0..40,
    );
    spaced.prop_map(|words| {
        let pieces = words.into_iter().flat_map(|(word, space)| [word, space]);
        pieces.collect()
    })
}

/// Corpora of up to eight articles, and places for hits.
pub(crate) fn fixture_and_hits() -> impl Strategy<Value = (Fixture, Vec<(Pick, u32)>)> {
    let dates = vec![
        None,
        Some("2020"),
        Some("2020-10"),
        Some("2020-10-14"),
        Some("2023-01-02"),
    ];
    let sources = vec![
        None,
        Some("إذاعة"),
        Some("اذاعة"),
        Some("Agency"),
        Some("ب"),
    ];
    let sketch = (
        prop_oneof![text(), ".{0,60}"],
        prop::sample::select(dates),
        prop::sample::select(sources),
    );
    let picks = prop::collection::vec((any::<Pick>(), 1..4_u32), 0..60);
    (prop::collection::vec(sketch, 0..8), picks).prop_map(|(sketches, picks)| {
        let sketches = sketches.into_iter().enumerate();
        let sketches = sketches.map(|(n, (text, date, source))| Sketch {
            file: format!("{n:02}.txt"),
            text,
            date,
            source,
        });
        (Fixture::new(sketches.collect()), picks)
    })
}
