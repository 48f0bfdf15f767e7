//! Any text can be read as a query and asked of any texts: problems and hits
//! stand on characters, the order is kept, and what was read is read again.

use warraq::analysis::index::Index;
use warraq::analysis::query::{Level, Options, Query, Searchable, Typing};
use warraq::analysis::{ArticleSet, Facets};
use warraq::base::{CancelToken, Progress};

/// Panics where what must hold does not.
pub fn check(input: (&str, [&str; 3], u8)) {
    let (typed, texts, choice) = input;
    let typing = if choice & 4 == 0 {
        Typing::Done
    } else {
        Typing::Open
    };
    let parsed = Query::parse(typed, typing);
    for problem in &parsed.problems {
        assert!(typed.get(problem.at.clone()).is_some());
    }
    let Some(query) = parsed.query else {
        return;
    };
    let again = Query::parse(&query.to_string(), Typing::Done);
    assert!(again.query.is_some());

    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let Ok(index) = Index::build(texts, &progress, &cancel) else {
        return;
    };
    let ctx = Searchable {
        facets: &Facets::default(),
        entity: &|name| (name.len() % 2 == 0).then(|| ArticleSet::all(texts.len())),
        titles: None,
    };
    let options = Options {
        level: Level::ALL[usize::from(choice % 4)],
        ..Options::default()
    };
    let Ok(answer) = query.search(&index, &ctx, &options, &progress, &cancel) else {
        return;
    };
    assert!(answer.hits.is_sorted_by(|a, b| a < b));
    assert_eq!(
        query.count(&index, &ctx, &options, &cancel),
        Ok(answer.n_hits())
    );
    for article in answer.articles.iter() {
        for span in answer.spans_of(article, &index) {
            assert!(
                texts[article.index()]
                    .get(span.range())
                    .is_some_and(|hit| !hit.is_empty())
            );
        }
    }
}
