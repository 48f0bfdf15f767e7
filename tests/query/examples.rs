//! What each part of the language finds, said by examples.

use crate::query::oracle::{Doc, Rules, evaluate};
use crate::query::{World, parse};
use warraq::analysis::query::{Level, Options};
use warraq::arabic::Folds;
use warraq::base::{ArticleId, ByteSpan, CancelToken, Cancelled, Message as _, Progress};

#[test]
fn each_part_of_the_language_finds_what_it_says() {
    let doc = |text: &str, period, source| Doc {
        text: text.to_owned(),
        period: Some(period),
        source: Some(source),
        ..Doc::default()
    };
    let world = World::new(vec![
        doc(
            "قالت وزارة الدفاع إن الهدنة في باكو انتهت",
            "2020",
            "رويترز",
        ),
        doc("باكو: وزير دفاعها في وزارته. الهُدنة!", "2020", "أ ف ب"),
        doc("يريفان وزارة الخارجية", "2021", "رويترز"),
    ]);
    let check = |typed: &str, level: Level, hits: &[&str], articles: &[u32]| {
        let options = Options {
            level,
            ..Options::default()
        };
        let answer = world.search(&parse(typed), &options);
        let found: Vec<&str> = answer
            .articles
            .iter()
            .flat_map(|id| {
                let text = &world.docs[id.index()].text;
                let spans = answer.spans_of(id, &world.index);
                spans.into_iter().map(|span| &text[span.range()])
            })
            .collect();
        assert_eq!(found, hits, "{typed}");
        let found: Vec<u32> = answer.articles.iter().map(|id| id.0).collect();
        assert_eq!(found, articles, "{typed}");
    };
    let folded = Level::Folded;
    check("الهدنه", folded, &["الهدنة", "الهُدنة"], &[0, 1]);
    check("الهدنة", Level::Exact, &["الهدنة"], &[0]);
    check("هدنة", Level::Clitics, &["الهدنة", "الهُدنة"], &[0, 1]);
    check(
        "وزارة",
        Level::Clitics,
        &["وزارة", "وزارته", "وزارة"],
        &[0, 1, 2],
    );
    check("دفاع", Level::Clitics, &["الدفاع", "دفاعها"], &[0, 1]);
    check("باكو في", folded, &["في", "باكو", "باكو", "في"], &[0, 1]);
    check("وزارة يريفان", folded, &["يريفان", "وزارة"], &[2]);
    check(
        "\"وزارة *\"",
        folded,
        &["وزارة الدفاع", "وزارة الخارجية"],
        &[0, 2],
    );
    check("\"باكو وزير\"", folded, &["باكو: وزير"], &[1]);
    check(
        "وز?ر*",
        folded,
        &["وزارة", "وزير", "وزارته", "وزارة"],
        &[0, 1, 2],
    );
    check(
        "/ال.*ه/",
        folded,
        &["الهدنة", "الهُدنة", "الخارجية"],
        &[0, 1, 2],
    );
    check("يريفان | انتهت", folded, &["انتهت", "يريفان"], &[0, 2]);
    check("NOT باكو", folded, &[], &[2]);
    check("وزارة -باكو", folded, &["وزارة"], &[2]);
    check("باكو NEAR/1 في", folded, &["باكو"], &[0]);
    check("باكو NEAR/4 في", folded, &["باكو", "باكو"], &[0, 1]);
    check("باكو NEAR/3 في", folded, &["باكو", "باكو"], &[0, 1]);
    check("باكو NEAR/2 في", folded, &["باكو"], &[0]);
    check("وزارة NEAR/9 وزارة", folded, &[], &[]);
    check("فترة:٢٠٢٠ source:\"ا ف ب\" باكو", folded, &["باكو"], &[1]);
    check("period:2021", folded, &[], &[2]);
}

#[test]
fn what_the_corpus_does_not_have_is_said() {
    let world = World::new(vec![Doc::default()]);
    let typed = "x:1 entity:لاأحد period:1999 period:undated";
    let answer = world.search(&parse(typed), &Options::default());
    let notices: Vec<(&str, &str)> = answer
        .notices
        .iter()
        .map(|notice| (notice.kind.code(), &typed[notice.at.clone()]))
        .collect();
    let expected = [
        ("unknown-column", "x:1"),
        ("unknown-entity", "entity:لاأحد"),
        ("unknown-value", "period:1999"),
    ];
    assert_eq!(notices, expected);
}

#[test]
fn a_form_is_taken_out_of_titles_only_if_the_texts_have_it() {
    let doc = |text: &str, title: &str| Doc {
        text: text.to_owned(),
        title: title.to_owned(),
        ..Doc::default()
    };
    let found = |docs: Vec<Doc>| {
        let world = World::new(docs);
        let query = parse("أرمينيا OR دفاع");
        let (level, words) = (Level::Exact, ["أرمينيا"]);
        let (folds, excluded) = (Folds::ALL, world.forms_of(&words));
        let out = world.types_of(&words);
        let options = Options {
            level,
            folds,
            excluded: &out,
            subcorpus: None,
        };
        let answer = world.found(&world.search(&query, &options));
        let rules = Rules {
            level,
            folds,
            excluded,
        };
        assert_eq!(answer, evaluate(query.root(), &world.docs, &rules));
        answer.articles.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(found(vec![doc("", "أرمينيا")]), [0]);
    let both = vec![doc("", "أرمينيا"), doc("أرمينيا", ""), doc("دفاع", "")];
    assert_eq!(found(both), [2]);
}

#[test]
fn a_search_can_be_cancelled() {
    let world = World::new(vec![Doc {
        text: "دفاع".to_owned(),
        ..Doc::default()
    }]);
    let cancel = CancelToken::default();
    cancel.cancel();
    let query = parse("دفاع سلام");
    let answer = world.ask(|ctx| {
        query.search(
            &world.index,
            ctx,
            &Options::default(),
            &Progress::default(),
            &cancel,
        )
    });
    assert_eq!(answer, Err(Cancelled));
}

#[test]
fn hits_are_marked_where_they_stand() {
    let text = "قالت وزارة الدفاع إن الدفاع";
    let world = World::new(vec![Doc {
        text: text.to_owned(),
        ..Doc::default()
    }]);
    let answer = world.search(&parse("\"وزارة الدفاع\""), &Options::default());
    let spans = answer.spans_of(ArticleId(0), &world.index);
    let start = u32::try_from(text.find("وزارة").unwrap()).unwrap();
    let end = u32::try_from(text.find(" إن").unwrap()).unwrap();
    assert_eq!(spans, [ByteSpan::new(start, end)]);
}
