//! Readings laid over articles.

use super::*;
use crate::base::{ByteSpan, Message as _};
use crate::corpus::ProblemKind;

const TEXT: &str = "قال علييف في باكو.\n\nووصل إلى باكو، ومن بَاكو إلى لباكو.";

fn codes(problems: &[crate::corpus::Problem]) -> Vec<&'static str> {
    problems.iter().map(|p| p.kind.code()).collect()
}

fn laid(names: &NamesFile, text: &str) -> (Vec<(String, bool)>, Vec<&'static str>) {
    let (applied, problems) = Overlay::new(&[names]).of("a", text);
    let words = applied
        .iter()
        .map(|a| (a.span.slice(text).to_owned(), a.moved));
    (words.collect(), codes(&problems))
}

#[test]
fn a_reading_stands_where_it_was_marked() {
    let names = done(&file(""), &mark("باكو", here("a", 13), "Baku"));
    let (applied, problems) = Overlay::new(&[&names]).of("a", TEXT);
    assert_eq!(problems, []);
    let start = u32::try_from(TEXT.find("باكو").expect("there")).expect("small");
    assert_eq!(applied[0].span, ByteSpan::new(start, start + 8));
    assert!(!applied[0].moved);
    assert_eq!(Overlay::new(&[&names]).of("b", TEXT).0, []);
    assert_eq!(Overlay::new(&[&names]).files(), ["a"]);
}

#[test]
fn a_moved_reading_follows_its_words_where_that_is_clear() {
    let names = done(&file(""), &mark("علييف", here("a", 0), "Baku"));
    assert_eq!(laid(&names, TEXT), (vec![("علييف".into(), true)], vec![]));
    let names = done(&file(""), &mark("باكو", here("a", 20), "Baku"));
    assert_eq!(laid(&names, TEXT), (vec![], vec!["reading-unclear"]));
    let names = done(&file(""), &mark("باكو", here("a", 14), "Baku"));
    assert_eq!(laid(&names, TEXT), (vec![("باكو".into(), true)], vec![]));
    let names = done(&file(""), &mark("موسكو", here("a", 9999), "Baku"));
    assert_eq!(laid(&names, TEXT), (vec![], vec!["reading-lost"]));
    let names = done(&file(""), &mark("صل", here("a", 0), "Baku"));
    assert_eq!(laid(&names, TEXT).1, ["reading-lost"], "not inside a word");
}

#[test]
fn a_reading_of_an_article_is_found_folded_and_after_clitics() {
    let article = || Scope::Article { file: "a".into() };
    let names = done(&file(""), &mark("باكو", article(), "Baku"));
    let names = done(&names, &no_name("باكو", here("a", 13)));
    let (applied, problems) = Overlay::new(&[&names]).of("a", TEXT);
    assert_eq!(problems, []);
    let words: Vec<_> = applied.iter().map(|a| a.span.slice(TEXT)).collect();
    assert_eq!(words, ["باكو", "باكو", "بَاكو", "باكو"]);
    assert_eq!(applied[0].verdict, Verdict::NoName, "the place comes first");
    let longer = done(&names, &mark("إلى باكو", article(), "Baku"));
    let words = laid(&longer, TEXT).0;
    assert_eq!(words.iter().filter(|(w, _)| w == "إلى باكو").count(), 1);
}

#[test]
fn overlapping_readings_of_two_writers_are_a_problem() {
    let text = "[[reading]]\ntext = \"علييف في\"\nfile = \"a\"\nstart = 4\ntype = \"PER\"\n\
        [[reading]]\ntext = \"في باكو\"\nfile = \"a\"\nstart = 10\ntype = \"PER\"\n";
    let names = file(text);
    assert_eq!(
        laid(&names, TEXT),
        (vec![("علييف في".into(), false)], vec!["readings-overlap"])
    );
    let (_, problems) = Overlay::new(&[&names]).of("a", TEXT);
    assert_eq!(problems[0].line, Some(6));
    assert!(matches!(problems[0].kind, ProblemKind::Entity(_)));
}

#[test]
fn readings_of_all_articles_are_a_table_and_higher_layers_win() {
    let above = done(&file(""), &no_name("قره باغ", Scope::Everywhere));
    let below = done(&file(""), &mark("قَره باغ", Scope::Everywhere, "Baku"));
    let below = done(&below, &mark("لاتشين", Scope::Everywhere, "Baku"));
    let overlay = Overlay::new(&[&above, &below]);
    let table: Vec<_> = overlay
        .everywhere()
        .iter()
        .map(|r| (r.words.join("|"), &r.verdict))
        .collect();
    assert_eq!(table.len(), 2);
    assert_eq!(table[0], ("قره|باغ".to_owned(), &Verdict::NoName));
}
