//! What the language of queries means, said by examples.

use warraq::analysis::query::{Parsed, Query, Typing};
use warraq::base::Message as _;

/// Reads `text` and checks the query, written in full, and the problems.
#[track_caller]
fn check(text: &str, query: &str, problems: &[(&str, &str)]) {
    let parsed = Query::parse(text, Typing::Done);
    assert_eq!(written(&parsed), query, "{text}");
    let found: Vec<(&str, &str)> = parsed
        .problems
        .iter()
        .map(|problem| (problem.kind.code(), &text[problem.at.clone()]))
        .collect();
    assert_eq!(found, problems, "{text}");
}

fn written(parsed: &Parsed) -> String {
    let query = parsed.query.as_ref();
    query.map(ToString::to_string).unwrap_or_default()
}

#[test]
fn words_and_phrases() {
    check("وزارة  الدفاع", "وزارة الدفاع", &[]);
    check("“وزارة الدفاع”", "\"وزارة الدفاع\"", &[]);
    check("«وزارة الدفاع» باكو", "\"وزارة الدفاع\" باكو", &[]);
    check("”وزارة * الدفاع“", "\"وزارة * الدفاع\"", &[]);
    check("كوفيد-19", "\"كوفيد 19\"", &[]);
    check("باكو، يريفان؛موسكو", "باكو يريفان موسكو", &[]);
    check("22:30 1,204", "22:30 1,204", &[]);
    check("\"باكو\"", "باكو", &[]);
    check("باكو - يريفان / موسكو", "باكو يريفان موسكو", &[]);
    check("\u{200F}باكو OR\u{200F} يريفان", "باكو OR يريفان", &[]);
}

#[test]
fn wildcards_and_expressions() {
    check("وزار* ؟زارة", "وزار* ?زارة", &[]);
    check(r"/وز.*ه/ /a\/b c/", r"/وز.*ه/ /a\/b c/", &[]);
    check("باكو *", "باكو", &[("only-stars", "*")]);
    check("\"* *\" باكو", "باكو", &[("only-stars", "\"* *\"")]);
}

#[test]
fn operators_bind_from_or_to_near() {
    check("أ ب OR ج د", "أ ب OR ج د", &[]);
    check("أ | ب || ج", "أ OR ب OR ج", &[]);
    check("أ (ب OR ج)", "أ (ب OR ج)", &[]);
    check("أ AND -ب", "أ NOT ب", &[]);
    check("NOT NOT NOT أ", "NOT أ", &[]);
    check("أ NEAR/5 ب NEAR/٣ ج د", "أ NEAR/5 ب NEAR/3 ج د", &[]);
    check("أ NEAR/5 (ب NEAR ج)", "أ NEAR/5 (ب NEAR/10 ج)", &[]);
    check("-(أ ب)", "NOT (أ ب)", &[]);
    check(
        "\"OR\" or أو",
        "\"OR\" or \"أو\"",
        &[("operator-as-word", "أو")],
    );
}

#[test]
fn arabic_operators_stand_between_two_parts() {
    check("باكو أو يريفان", "باكو OR يريفان", &[]);
    check("هدنة ليس باكو", "هدنة NOT باكو", &[]);
    check("هدنة قرب/5 باكو", "هدنة NEAR/5 باكو", &[]);
    check(
        "هدنة قرب/٧ (باكو أو يريفان)",
        "هدنة NEAR/7 (باكو OR يريفان)",
        &[],
    );
    check(
        "باكو أو ليس period:2020",
        "باكو OR NOT period:\"2020\"",
        &[],
    );
    check("باكو أو NOT يريفان", "باكو OR NOT يريفان", &[]);
    check("(باكو) أو\u{200F} \"يريفان\"", "باكو OR يريفان", &[]);
    check("هدنة قرب/500 باكو", "هدنة NEAR/100 باكو", &[]);
    // Quoted, alone, first, last or respelt they are words.
    check("أو", "\"أو\"", &[]);
    check("باكو أو", "باكو \"أو\"", &[("operator-as-word", "أو")]);
    check("ليس باكو", "\"ليس\" باكو", &[]);
    check("باكو \"أو\" يريفان", "باكو \"أو\" يريفان", &[]);
    check("\"باكو أو يريفان\"", "\"باكو أو يريفان\"", &[]);
    check("باكو او يريفان", "باكو او يريفان", &[]);
    check("(أو) باكو", "\"أو\" باكو", &[]);
    check("باكو قرب يريفان", "باكو قرب يريفان", &[]);
    check("باكو أو أو", "باكو OR \"أو\"", &[]);
    check("باكو OR أو", "باكو OR \"أو\"", &[]);
}

#[test]
fn restrictions() {
    check("فترة:٢٠٢٠ باكو", "period:\"٢٠٢٠\" باكو", &[]);
    check(
        "period:2020 باكو period:2021",
        "period:\"2020\" period:\"2021\" باكو",
        &[],
    );
    check(
        "period:2020 (period:2021)",
        "period:\"2020\" (period:\"2021\")",
        &[],
    );
    check("مصدر:«وكالة الأنباء»", "source:\"وكالة الأنباء\"", &[]);
    check("تاريخ:..2020", "date:..2020", &[]);
    check("date:2020-10", "date:2020-10..2020-10", &[]);
    check(
        "date:2021..2020",
        "date:2020..2021",
        &[("dates-reversed", "date:2021..2020")],
    );
    check("\"نوع المقال\":خبر", "\"نوع المقال\":\"خبر\"", &[]);
    check("NOT entity:ناتو", "NOT entity:\"ناتو\"", &[]);
    check("قال بوتين: نعم", "قال بوتين نعم", &[]);
    check("https://example.org", "\"https example org\"", &[]);
}

#[test]
fn what_is_half_typed_gives_the_best_query() {
    check(
        "باكو \"وزارة الدفاع",
        "باكو \"وزارة الدفاع\"",
        &[("open-quote", "\"")],
    );
    check(
        "(باكو OR يريفان",
        "باكو OR يريفان",
        &[("open-bracket", "(")],
    );
    check("باكو)", "باكو", &[("extra-bracket", ")")]);
    check("باكو OR", "باكو", &[("missing-operand", "OR")]);
    check("OR باكو", "باكو", &[("missing-operand", "OR")]);
    check(
        "باكو OR | يريفان",
        "باكو OR يريفان",
        &[("missing-operand", "OR")],
    );
    check("باكو NOT", "باكو", &[("missing-operand", "NOT")]);
    check("باكو NEAR/5", "باكو", &[("missing-operand", "NEAR/5")]);
    check("AND باكو", "باكو", &[("missing-operand", "AND")]);
    check("باكو ()", "باكو", &[]);
    check("/وز", "/وز/", &[("open-regex", "/")]);
    check("/(/ باكو", "باكو", &[("bad-regex", "/(/")]);
    check("باكو period:", "باكو", &[("missing-value", "period:")]);
    check("date:غدا باكو", "باكو", &[("bad-query-date", "date:غدا")]);
    check("أ NEAR/0 ب", "أ NEAR/1 ب", &[("near-distance", "NEAR/0")]);
    check(
        "أ NEAR/999 ب",
        "أ NEAR/100 ب",
        &[("near-distance", "NEAR/999")],
    );
    check("أ NEAR/ ب", "أ NEAR/10 ب", &[("near-distance", "NEAR/")]);
    check(
        "أ NEAR/5 -ب",
        "أ NOT ب",
        &[("near-without-words", "NEAR/5")],
    );
    check(
        "أ NEAR/5 period:1",
        "أ period:\"1\"",
        &[("near-without-words", "NEAR/5")],
    );
    check("، !", "", &[("nothing-to-find", "، !")]);
    check("  ", "", &[]);
}

#[test]
fn what_is_too_much_is_refused() {
    let deep = format!("باكو {}يريفان{}", "(".repeat(200), ")".repeat(200));
    let parsed = Query::parse(&deep, Typing::Done);
    assert_eq!(written(&parsed), "باكو");
    assert_eq!(parsed.problems[0].kind.code(), "too-deep");
    let near = ["باكو"; 300].join(" NEAR/3 ");
    assert_eq!(
        Query::parse(&near, Typing::Done).problems[0].kind.code(),
        "too-deep"
    );
    let long = "باكو ".repeat(3000);
    assert_eq!(
        Query::parse(&long, Typing::Done).problems[0].kind.code(),
        "too-long"
    );
}

#[test]
fn the_word_being_typed_is_a_beginning_unless_something_follows() {
    let finds = |text| written(&Query::parse(text, Typing::Open));
    let open = Query::parse("باكو يري", Typing::Open);
    assert!(format!("{open:?}").contains("Prefix(\"يري\")"));
    assert!(!format!("{:?}", Query::parse("باكو يري ", Typing::Open)).contains("Prefix"));
    assert!(format!("{:?}", Query::parse("\"باكو يري", Typing::Open)).contains("Prefix"));
    assert_eq!(finds("باكو OR"), "باكو");
}
