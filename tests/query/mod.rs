//! Queries: the language, and every answer against a naive reading of the texts.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may panic, and says where"
)]

mod examples;
mod language;
mod oracle;
mod random;

use oracle::{Doc, ENTITY, Found, Rules, evaluate, mentions_entity, words_of};
use proptest::prelude::*;
use random::{any_query, docs, folds, level, node, token};
use std::collections::BTreeMap;
use warraq::analysis::index::{Index, TypeId};
use warraq::analysis::query::{Answer, Hit, Node, Options, Query, Searchable, Term, Typing};
use warraq::analysis::{ArticleSet, FacetColumn, Facets};
use warraq::base::{ArticleId, CancelToken, Progress};
use warraq::corpus::Facet;

/// A corpus, ready to be asked.
struct World {
    docs: Vec<Doc>,
    index: Index,
    titles: Index,
    facets: Facets,
}

fn build<'a>(texts: impl IntoIterator<Item = &'a str>) -> Index {
    Index::build(texts, &Progress::default(), &CancelToken::default()).unwrap()
}

impl World {
    fn new(docs: Vec<Doc>) -> Self {
        Self {
            index: build(docs.iter().map(|doc| &*doc.text)),
            titles: build(docs.iter().map(|doc| &*doc.title)),
            facets: Facets {
                period: FacetColumn::new(docs.iter().map(|doc| doc.period)),
                source: FacetColumn::new(docs.iter().map(|doc| doc.source)),
                others: vec![(
                    Facet::new("المدينة"),
                    FacetColumn::new(docs.iter().map(|doc| doc.city)),
                )],
                dates: docs.iter().map(|doc| doc.date).collect(),
            },
            docs,
        }
    }

    /// The types of those of `words` that the texts have.
    fn types_of(&self, words: &[&str]) -> Vec<TypeId> {
        words.iter().filter_map(|w| self.index.type_of(w)).collect()
    }

    /// Those of `words` that the texts have: what a reader can take out of the
    /// hits. A form that stands in titles alone is no hit to be taken out.
    fn forms_of(&self, words: &[&str]) -> Vec<String> {
        let is_in_texts = |word: &&&str| {
            let mut texts = self.docs.iter().map(|doc| words_of(&doc.text));
            texts.any(|text| text.contains(*word))
        };
        let words = words.iter().filter(is_in_texts);
        words.map(ToString::to_string).collect()
    }

    fn ask<T>(&self, ask: impl FnOnce(&Searchable<'_>) -> T) -> T {
        let entity = |name: &str| {
            (name == ENTITY)
                .then(|| ArticleSet::from_fn(self.docs.len(), |id| mentions_entity(id.index())))
        };
        ask(&Searchable {
            facets: &self.facets,
            entity: &entity,
            titles: Some(&self.titles),
        })
    }

    fn search(&self, query: &Query, options: &Options<'_>) -> Answer {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        self.ask(|ctx| query.search(&self.index, ctx, options, &progress, &cancel))
            .unwrap()
    }

    fn count(&self, query: &Query, options: &Options<'_>) -> usize {
        self.ask(|ctx| query.count(&self.index, ctx, options, &CancelToken::default()))
            .unwrap()
    }

    fn first(&self, n: usize, query: &Query, options: &Options<'_>) -> Vec<Hit> {
        self.ask(|ctx| query.first(n, &self.index, ctx, options, &CancelToken::default()))
            .unwrap()
    }

    /// An answer in the terms of the oracle.
    fn found(&self, answer: &Answer) -> Found {
        let hits = answer.hits.iter().map(|hit| {
            let article = self.index.article_of(hit.start);
            let base = self.index.positions_of(article).start;
            let place = |position: u32| (position - base) as usize;
            (article.index(), place(hit.start), place(hit.end))
        });
        Found {
            hits: hits.collect(),
            articles: answer.articles.iter().map(ArticleId::index).collect(),
        }
    }
}

fn parse(text: &str) -> Query {
    let parsed = Query::parse(text, Typing::Done);
    assert_eq!(parsed.problems, [], "{text}");
    parsed.query.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_query_reads_back_from_its_text(node in node()) {
        let text = Query::new(node.clone()).to_string();
        let query = parse(&text);
        prop_assert_eq!(query.root(), &node, "{}", text);
    }

    #[test]
    fn the_answer_is_that_of_a_naive_reading(
        docs in docs(),
        node in node(),
        level in level(),
        folds in folds(),
        excluded in prop::collection::vec(token(), 0..3),
    ) {
        let world = World::new(docs);
        let query = parse(&Query::new(node.clone()).to_string());
        let rules = Rules { level, folds, excluded: world.forms_of(&excluded) };
        let out = world.types_of(&excluded);
        let options = Options { level, folds, excluded: &out, subcorpus: None };
        let answer = world.search(&query, &options);
        prop_assert_eq!(world.found(&answer), evaluate(&node, &world.docs, &rules), "{}", query);
        prop_assert!(answer.hits.is_sorted_by(|a, b| a < b), "in order, each once");
        prop_assert_eq!(world.count(&query, &options), answer.n_hits());
        for n in [0, 1, 3, 20, 10_000] {
            let first = world.first(n, &query, &options);
            prop_assert_eq!(&first[..], &answer.hits[..n.min(answer.n_hits())]);
        }
        let mut n_hits = 0;
        prop_assert_eq!(answer.matches.len(), answer.articles.len());
        for found in &answer.matches {
            prop_assert!(answer.articles.contains(found.article));
            for hit in answer.hits_of(found.article) {
                prop_assert_eq!(world.index.article_of(hit.start), found.article);
                n_hits += 1;
            }
            let text = &world.docs[found.article.index()].text;
            for span in answer.spans_of(found.article, &world.index) {
                prop_assert!(!span.slice(text).is_empty());
            }
        }
        prop_assert_eq!(n_hits, answer.n_hits());
    }

    #[test]
    fn a_word_being_typed_is_answered_like_a_naive_reading(
        docs in docs(),
        start in prop::sample::select(vec!["وز", "ال", "دف", "الد", "الل", "لغ", "أر", "علي", "Reu", "20", "سلا", "لل"]),
        level in level(),
        folds in folds(),
    ) {
        let world = World::new(docs);
        let query = Query::parse(start, Typing::Open).query.unwrap();
        let node = Node::Word(Term::Prefix(start.into()));
        prop_assert_eq!(query.root(), &node);
        let rules = Rules { level, folds, excluded: Vec::new() };
        let options = Options { level, folds, ..Options::default() };
        let answer = world.search(&query, &options);
        prop_assert_eq!(world.found(&answer), evaluate(&node, &world.docs, &rules));
    }

    #[test]
    fn a_filter_and_its_complement_add_up(
        docs in docs(),
        node in node(),
        level in level(),
        chosen in prop::collection::vec(any::<bool>(), 70),
    ) {
        let world = World::new(docs);
        let query = Query::new(node);
        let inside = ArticleSet::from_fn(world.docs.len(), |id| chosen[id.index()]);
        let mut outside = inside.clone();
        outside.complement();
        let all = Options { level, ..Options::default() };
        let within = |set| Options { subcorpus: Some(set), ..all };
        let count = |options: &Options<'_>| world.count(&query, options);
        prop_assert_eq!(count(&within(&inside)) + count(&within(&outside)), count(&all));
        let articles = |options: &Options<'_>| world.search(&query, options).articles.len();
        prop_assert_eq!(articles(&within(&inside)) + articles(&within(&outside)), articles(&all));
        let answer = world.search(&query, &within(&inside));
        prop_assert!(answer.articles.iter().all(|id| inside.contains(id)));
    }

    #[test]
    fn forms_are_those_inside_hits_and_can_be_taken_out(docs in docs(), word in token(), level in level()) {
        let world = World::new(docs);
        let query = Query::new(Node::Word(Term::Word(word.into())));
        let options = Options { level, ..Options::default() };
        let answer = world.search(&query, &options);
        let n_periods = world.facets.period.values.len();
        let group = |id| Some(world.facets.period.number_of(id).map_or(n_periods, |n| n as usize));
        let forms = query.forms(&world.index, &options, &answer, n_periods + 1, group);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for article in answer.articles.iter() {
            for span in answer.spans_of(article, &world.index) {
                *counts.entry(span.slice(&world.docs[article.index()].text)).or_default() += 1;
            }
        }
        let mut sorted: Vec<(&str, u32)> = counts.into_iter().collect();
        sorted.sort_by_key(|(form, count)| (std::cmp::Reverse(*count), *form));
        let found: Vec<(&str, u32)> = forms.iter().map(|form| (&*form.text, form.count)).collect();
        prop_assert_eq!(found, sorted);
        for form in &forms {
            prop_assert_eq!(form.by_group.iter().sum::<u32>(), form.count);
        }
        if let Some(first) = forms.first() {
            let excluded = [first.id];
            let fewer = world.count(&query, &Options { excluded: &excluded, ..options });
            prop_assert_eq!(fewer + first.count as usize, answer.n_hits());
        }
    }

    #[test]
    fn the_answer_does_not_depend_on_the_number_of_threads(docs in docs(), node in node()) {
        let world = World::new(docs);
        let query = Query::new(node);
        let ask = |n| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
            let (index, facets) = (&world.index, &world.facets);
            pool.install(|| {
                let ctx = Searchable { facets, entity: &|_| None, titles: None };
                let (progress, cancel) = (Progress::default(), CancelToken::default());
                query.search(index, &ctx, &Options::default(), &progress, &cancel)
            })
        };
        prop_assert_eq!(ask(1), ask(3));
    }

    #[test]
    fn any_text_gives_problems_that_lie_in_it(text in any_query(), is_open in any::<bool>()) {
        let typing = if is_open { Typing::Open } else { Typing::Done };
        let parsed = Query::parse(&text, typing);
        for problem in &parsed.problems {
            prop_assert!(text.get(problem.at.clone()).is_some(), "{:?}", problem);
        }
        if parsed.query.is_none() && !text.trim().is_empty() {
            prop_assert!(!parsed.problems.is_empty());
        }
        if let Some(query) = parsed.query {
            let again = Query::parse(&query.to_string(), Typing::Done);
            prop_assert!(again.query.is_some());
        }
    }
}
