//! Small corpora of a few names, made at random.

use std::sync::Arc;

use proptest::prelude::*;
use warraq::base::{ArticleId, ByteSpan, CancelToken, Progress};
use warraq::corpus::{Article, Corpus, Facet, PartialDate, TextEncoding};
use warraq::entity::study::StudyScope;
use warraq::entity::{Annotations, Gazetteer, Layer, Origin, World, parse_definitions};

const NAMES: &str = r#"
[[entity]]
id = "Karabakh"
type = "GPE"
ar = "ناغورني كاراباخ"
names = ["كاراباخ", "قره باغ", "ناغورني قره باغ", "آرتساخ"]

[[entity]]
id = "Baku"
type = "GPE"
ar = "باكو"
names = []

[[entity]]
id = "Aliyev"
type = "PER"
ar = "إلهام علييف"
names = ["علييف"]

[[entity]]
id = "Kremlin"
type = "ORG"
ar = "الكرملين"
names = []

[[entity]]
id = "Lachin"
type = "LOC"
ar = "ممر لاتشين"
names = ["لاتشين"]
"#;

/// What texts are made of. Names are twice as frequent as other pieces.
const PIECES: [&str; 20] = [
    "ناغورني كاراباخ ",
    "كاراباخ ",
    "وقره باغ ",
    "قرة  باغ ",
    "ناغورني قره باغ ",
    "آرتساخ ",
    "باكو ",
    "وباكو ",
    "إلهام علييف ",
    "علييف ",
    "الكرملين ",
    "للكرملين ",
    "ممر لاتشين ",
    "لاتشين",
    "قال ",
    "بلغ 3.5 ",
    ". ",
    "؟ ",
    "!» ",
    "\n",
];

/// An article to be: its pieces, and which period, outlet and date it has.
pub(crate) type Draft = (Vec<usize>, usize, usize, usize);

/// Drafts of small corpora.
pub(crate) fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    let pieces = prop::collection::vec(0..PIECES.len(), 0..14);
    prop::collection::vec((pieces, 0..4_usize, 0..4_usize, 0..6_usize), 0..9)
}

/// The corpus of `drafts`.
pub(crate) fn corpus(drafts: &[Draft]) -> Corpus {
    let articles = drafts.iter().zip(0..).map(|(draft, id)| {
        let (pieces, period, outlet, date) = draft;
        let body: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        article(id, &format!("خبر\n{body}"), *period, *outlet, *date)
    });
    Corpus {
        articles: articles.collect(),
        ..Corpus::default()
    }
}

/// An article whose first line is its title.
pub(crate) fn article(id: u32, text: &str, period: usize, outlet: usize, date: usize) -> Article {
    let title = text.lines().next().unwrap_or_default();
    let date = match date {
        0 => None,
        1 => PartialDate::new(2020, None, None),
        2 => PartialDate::new(2020, Some(10), None),
        3 => PartialDate::new(2020, Some(10), Some(14)),
        4 => PartialDate::new(2020, Some(10), Some(31)),
        _ => PartialDate::new(2020, Some(12), Some(1)),
    };
    let facet = |labels: [&str; 3], n: usize| labels.get(n).map(|label| Facet::new(label));
    Article {
        id: ArticleId(id),
        file: format!("{id:03}.txt").into(),
        title: title.into(),
        title_span: Some(ByteSpan::new(0, u32::try_from(title.len()).unwrap())),
        text: text.into(),
        date,
        dated_by: None,
        period: facet(["2020", "2021", "2023"], period),
        source: facet(["وكالة", "جريدة", "قناة"], outlet),
        url: None,
        extra: Vec::new(),
        n_words: warraq::arabic::count_words(text),
        encoding: TextEncoding::Utf8,
    }
}

/// The names of the fixture, and of nothing else.
pub(crate) fn gazetteer() -> Arc<Gazetteer> {
    let (definitions, problems) = parse_definitions("entities.toml", NAMES);
    assert_eq!(problems, []);
    let layer = Layer {
        origin: Origin::Folder,
        definitions: &definitions,
    };
    Arc::new(Gazetteer::with_world(&[layer], &World::default()))
}

/// The mentions of `corpus`.
pub(crate) fn annotations(corpus: &Corpus, gazetteer: &Arc<Gazetteer>) -> Annotations {
    let gazetteer = Arc::clone(gazetteer);
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    Annotations::new(corpus, &gazetteer, &progress, &cancel).unwrap()
}

/// The articles of `corpus` that `shows` lets through, as a corpus of their own.
pub(crate) fn part(corpus: &Corpus, shows: impl Fn(ArticleId) -> bool) -> Corpus {
    let kept = corpus.articles.iter().filter(|article| shows(article.id));
    let articles = kept.cloned().zip(0..).map(|(article, id)| Article {
        id: ArticleId(id),
        ..article
    });
    Corpus {
        articles: articles.collect(),
        ..Corpus::default()
    }
}

/// What `look` says of the articles of `corpus` that `shows` lets through.
pub(crate) fn in_scope<T>(
    corpus: &Corpus,
    shows: impl Fn(ArticleId) -> bool + Sync,
    look: impl FnOnce(&StudyScope<'_>, &Annotations) -> T,
) -> T {
    let annotations = annotations(corpus, &gazetteer());
    look(&StudyScope::new(corpus, &annotations, shows), &annotations)
}

/// What `work` says on this many threads.
pub(crate) fn on_threads<T: Send>(n: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build();
    pool.unwrap().install(work)
}
