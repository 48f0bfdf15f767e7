//! Every count against one that goes over all mentions, again for each cell.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use warraq::base::{ArticleId, CancelToken, EntityId};
use warraq::corpus::{Article, Corpus};
use warraq::entity::study::{
    Base, CompanionOptions, EntityRows, GraphOptions, Kinds, RowOrder, SpellingRows, Stretch,
    companions, graph, naming, occurrences, profile,
};
use warraq::entity::{Annotations, EntityType, Mention};

use crate::study::fixture::{corpus, drafts, in_scope, on_threads, part};

/// Every article of the scope with its mentions.
fn shown<'a>(
    corpus: &'a Corpus,
    annotations: &'a Annotations,
    shows: impl Fn(ArticleId) -> bool + 'a,
) -> impl Iterator<Item = (&'a Article, &'a [Mention])> + 'a {
    let articles = corpus.articles.iter().filter(move |a| shows(a.id));
    articles.map(|article| (article, annotations.of(article.id)))
}

/// A filter by the bits of a number.
fn filter(bits: u16) -> impl Fn(ArticleId) -> bool + Sync + Copy {
    move |id| bits >> id.0 & 1 == 1
}

/// The entities of each unit, by walking from each mention to the next.
fn units(article: &Article, mentions: &[Mention], unit: Stretch) -> Vec<BTreeSet<EntityId>> {
    let mut units: Vec<BTreeSet<EntityId>> = Vec::new();
    let mut end = None;
    for mention in mentions {
        let span = mention.span.range();
        let gap = end.and_then(|end| article.text.get(end..span.start));
        let is_point = |gap: &str| {
            // A sentence ends at every point but those within a number.
            gap.replace("3.5", "").contains('.')
        };
        let ends = match (gap, unit) {
            (None, _) => true,
            (_, Stretch::Article) => false,
            (Some(gap), Stretch::Paragraph) => gap.lines().count() > 1 || gap.ends_with('\n'),
            (Some(gap), Stretch::Sentence) => gap.contains(['\n', '؟', '!']) || is_point(gap),
        };
        if ends {
            units.push(BTreeSet::new());
        }
        units.last_mut().unwrap().insert(mention.entity);
        end = Some(span.end);
    }
    units
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn rows_are_what_a_recount_finds(drafts in drafts(), bits: u16) {
        let corpus = corpus(&drafts);
        let shows = filter(bits);
        in_scope(&corpus, shows, |scope, annotations| {
            let rows = EntityRows::new(scope, &CancelToken::default()).unwrap();
            let all = || shown(&corpus, annotations, shows);
            let named: BTreeSet<EntityId> =
                all().flat_map(|(_, mentions)| mentions).map(|m| m.entity).collect();
            let found: Vec<EntityId> =
                (0..rows.len()).map(|row| rows.row(row).unwrap().entity).collect();
            prop_assert_eq!(&found, &named.into_iter().collect::<Vec<_>>());
            for (column, period) in rows.periods().iter().enumerate() {
                let here = || all().filter(|(article, _)| article.period == *period);
                let words: u64 = here().map(|(article, _)| u64::from(article.n_words)).sum();
                let n_mentions: usize = here().map(|(_, mentions)| mentions.len()).sum();
                prop_assert_eq!(rows.base(Some(column), Base::Words), words);
                prop_assert_eq!(rows.base(Some(column), Base::Mentions), n_mentions as u64);
                prop_assert_eq!(rows.n_articles(Some(column)), here().count() as u64);
                for entity in &found {
                    let of = |mentions: &[Mention]| {
                        mentions.iter().filter(|m| m.entity == *entity).count()
                    };
                    let counts: Vec<usize> = here().map(|(_, m)| of(m)).collect();
                    let row = rows.row(rows.find(*entity).unwrap()).unwrap();
                    let articles = counts.iter().filter(|count| **count > 0).count();
                    prop_assert_eq!(row.mentions[column] as usize, counts.iter().sum::<usize>());
                    prop_assert_eq!(row.articles[column] as usize, articles);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn companions_are_what_a_recount_finds(drafts in drafts(), bits: u16, which in 0..3_usize) {
        let corpus = corpus(&drafts);
        let (shows, unit) = (filter(bits), Stretch::ALL[which]);
        in_scope(&corpus, shows, |scope, annotations| {
            let all: Vec<BTreeSet<EntityId>> = shown(&corpus, annotations, shows)
                .flat_map(|(article, mentions)| units(article, mentions, unit))
                .collect();
            let entities: BTreeSet<EntityId> = all.iter().flatten().copied().collect();
            let count = |wanted: &[EntityId]| {
                let has_all = |u: &&BTreeSet<EntityId>| wanted.iter().all(|e| u.contains(e));
                u32::try_from(all.iter().filter(has_all).count()).unwrap()
            };
            let options = CompanionOptions { unit, least: 1,};
            for node in &entities {
                let found = companions(scope, &[*node], &options, &CancelToken::default()).unwrap();
                prop_assert_eq!(found.units as usize, all.len());
                prop_assert_eq!(found.named, count(&[*node]));
                let expected: BTreeMap<EntityId, (u64, u64)> = entities
                    .iter()
                    .filter(|other| *other != node && count(&[*node, **other]) > 0)
                    .map(|other| (*other, (count(&[*node, *other]).into(), count(&[*other]).into())))
                    .collect();
                let rows = found.rows.iter().map(|row| (row.entity, (row.pair.observed(), row.pair.column())));
                prop_assert_eq!(rows.collect::<BTreeMap<_, _>>(), expected);
                let keys: Vec<f64> =
                    found.rows.iter().filter_map(|row| row.pair.log_likelihood()).collect();
                prop_assert!(keys.is_sorted_by(|a, b| a >= b), "{:?}", keys);
            }
            Ok(())
        })?;
    }

    #[test]
    fn profiles_are_what_a_recount_finds(drafts in drafts(), bits: u16) {
        let corpus = corpus(&drafts);
        let shows = filter(bits);
        let cancel = CancelToken::default();
        in_scope(&corpus, shows, |scope, annotations| {
            let all = || shown(&corpus, annotations, shows);
            let entities: BTreeSet<EntityId> =
                all().flat_map(|(_, mentions)| mentions).map(|m| m.entity).collect();
            for entity in entities {
                let own = |mentions: &[Mention]| -> Vec<_> {
                    let own = mentions.iter().filter(|m| m.entity == entity);
                    own.map(|mention| mention.span).collect()
                };
                let expected: Vec<_> = all()
                    .map(|(article, mentions)| (article.id, own(mentions)))
                    .filter(|(_, spans)| !spans.is_empty())
                    .collect();
                let places = occurrences(scope, &[entity], &cancel).unwrap();
                let found: Vec<_> =
                    places.by_article().map(|(id, spans)| (id, spans.to_vec())).collect();
                prop_assert_eq!(&found, &expected);
                let profile = profile(scope, &[entity], None, &cancel).unwrap();
                let n_mentions: usize = expected.iter().map(|(_, spans)| spans.len()).sum();
                prop_assert_eq!(profile.mentions as usize, n_mentions);
                prop_assert_eq!(profile.articles.len(), expected.len());
                prop_assert_eq!(profile.spellings.total(), profile.mentions);
                let steps = || profile.timeline.steps.iter().map(|(_, counts)| counts)
                    .chain([&profile.timeline.undated]);
                prop_assert_eq!(steps().map(|c| c.mentions).sum::<u32>(), profile.mentions);
                prop_assert_eq!(steps().map(|c| c.articles).sum::<u32>() as usize, expected.len());
                prop_assert_eq!(steps().map(|c| c.all_articles).sum::<u32>() as usize, all().count());
                let words: u64 = all().map(|(article, _)| u64::from(article.n_words)).sum();
                prop_assert_eq!(steps().map(|c| c.all_words).sum::<u64>(), words);
                let dates = || expected.iter().filter_map(|(id, _)| corpus.article(*id)?.date);
                prop_assert_eq!(profile.first.map(|(date, _)| date), dates().min());
                prop_assert_eq!(profile.last.map(|(date, _)| date), dates().max());
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_filter_is_a_corpus_of_what_it_shows(drafts in drafts(), bits: u16) {
        let whole = corpus(&drafts);
        // Positions of entities that no list knows depend on the corpus.
        let is_listed = in_scope(&whole, filter(u16::MAX), |_, annotations| {
            let mentions = whole.articles.iter().flat_map(|a| annotations.of(a.id));
            mentions.into_iter().all(|m| annotations.table().is_listed(m.entity))
        });
        prop_assume!(is_listed);
        let small = part(&whole, filter(bits));
        let figures = |corpus: &Corpus, bits: u16| {
            in_scope(corpus, filter(bits), all_figures)
        };
        prop_assert_eq!(figures(&whole, bits), figures(&small, u16::MAX));
    }
}

/// Everything that does not name articles by id or periods without articles.
fn all_figures(
    scope: &warraq::entity::study::StudyScope<'_>,
    annotations: &Annotations,
) -> Vec<String> {
    let cancel = CancelToken::default();
    let mut figures = Vec::new();
    let rows = EntityRows::new(scope, &cancel).unwrap();
    let has_articles = |column: &usize| rows.n_articles(Some(*column)) > 0;
    let columns: Vec<usize> = (0..rows.periods().len()).filter(has_articles).collect();
    let cells = |cells: &[u32]| -> Vec<u32> { columns.iter().map(|c| cells[*c]).collect() };
    let periods: Vec<_> = columns.iter().map(|c| &annotations.periods()[*c]).collect();
    figures.push(format!("{periods:?}"));
    for row in rows.ordered(RowOrder::Mentions(None), Kinds::ALL) {
        let row = rows.row(row).unwrap();
        let counts = (cells(row.mentions), cells(row.articles));
        figures.push(format!("{:?} {:?} {counts:?}", row.entity, row.kind));
        let node = [row.entity];
        for unit in Stretch::ALL {
            let options = CompanionOptions { unit, least: 1 };
            figures.push(format!("{:?}", companions(scope, &node, &options, &cancel)));
        }
        let naming = naming(scope, &node, SpellingRows::Folded, &cancel).unwrap();
        figures.push(format!("{:?}", naming.outlets));
        for row in &naming.rows {
            let counts = (cells(&row.all.by_period), &row.all.by_outlet);
            figures.push(format!("{:?} {counts:?}", row.forms));
        }
        let timeline = profile(scope, &node, None, &cancel).unwrap().timeline;
        figures.push(format!("{timeline:?}"));
    }
    let options = GraphOptions {
        least: 1,
        ..GraphOptions::default()
    };
    figures.push(format!("{:?}", graph(scope, &options, &cancel)));
    figures
}

#[test]
fn figures_do_not_depend_on_threads() {
    // More articles than one thread takes at a time.
    let drafts: Vec<_> = (0..1500_usize)
        .map(|n| {
            let pieces = (0..n % 13).map(|piece| (n * 7 + piece * piece * 3) % 20);
            (pieces.collect(), n % 4, n / 3 % 4, n % 6)
        })
        .collect();
    let corpus = corpus(&drafts);
    let shows = |id: ArticleId| !id.0.is_multiple_of(5);
    let figures = |n| {
        on_threads(n, || {
            in_scope(&corpus, shows, |scope, annotations| {
                let cancel = CancelToken::default();
                let places = occurrences(scope, &[EntityId(0)], &cancel).unwrap();
                let rest = profile(scope, &[EntityId(0), EntityId(2)], None, &cancel).unwrap();
                (all_figures(scope, annotations), places, rest)
            })
        })
    };
    let one = figures(1);
    assert!(one.0.len() > 30);
    assert_eq!(one, figures(2));
    assert_eq!(one, figures(5));
}

#[test]
fn work_can_be_stopped() {
    let corpus = corpus(&[(vec![0, 6], 0, 0, 0)]);
    in_scope(
        &corpus,
        |_| true,
        |scope, _| {
            let cancel = CancelToken::default();
            cancel.cancel();
            assert!(EntityRows::new(scope, &cancel).is_err());
            assert!(profile(scope, &[EntityId(0)], None, &cancel).is_err());
            assert!(graph(scope, &GraphOptions::default(), &cancel).is_err());
        },
    );
}

#[test]
fn rows_are_filtered_by_type_and_sorted_by_change() {
    // Karabakh in the first two periods, Baku only in the second.
    let corpus = corpus(&[(vec![1, 1, 14], 0, 0, 0), (vec![6, 6, 6, 10], 1, 0, 0)]);
    in_scope(
        &corpus,
        |_| true,
        |scope, _| {
            let rows = EntityRows::new(scope, &CancelToken::default()).unwrap();
            let places = Kinds::from_iter([EntityType::Gpe]);
            let counts = |order| -> Vec<u32> {
                let ordered = rows.ordered(order, places).into_iter();
                ordered
                    .map(|row| rows.row(row).unwrap().mentions.iter().sum())
                    .collect()
            };
            assert_eq!(counts(RowOrder::Mentions(None)), [3, 2]);
            assert_eq!(counts(RowOrder::Mentions(Some(0))), [2, 3]);
            assert_eq!(counts(RowOrder::Change(0, 1, Base::Words)), [3, 2]);
            assert_eq!(counts(RowOrder::Change(1, 0, Base::Mentions)), [2, 3]);
            let baku = rows.ordered(RowOrder::Mentions(None), places)[0];
            // Three of the four names, of the five words, of the second article.
            assert_eq!(rows.share(baku, Some(1), Base::Mentions), Some(75.0));
            assert_eq!(rows.share(baku, Some(1), Base::Words), Some(600_000.0));
            assert_eq!(rows.share(baku, Some(2), Base::Words), None);
        },
    );
}
