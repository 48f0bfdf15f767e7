//! Random corpora and queries.

use crate::query::oracle::{Doc, ENTITY};
use proptest::prelude::*;
use warraq::analysis::query::{
    Column, Level, Near, Node, Place, Restriction, RestrictionValue, Term, Wanted,
};
use warraq::arabic::Folds;
use warraq::corpus::PartialDate;

const WORDS: [&str; 34] = [
    "دفاع",
    "الدفاع",
    "والدفاع",
    "للدفاع",
    "دفاعه",
    "دِفاع",
    "وزارة",
    "وزاره",
    "وزارته",
    "الوزارة",
    "وبوزارتها",
    "أرمينيا",
    "ارمينيا",
    "وأرمينيا",
    "أ\u{0654}رمينيا",
    "على",
    "علي",
    "عليه",
    "إلى",
    "اليه",
    "2020",
    "٢٠٢٠",
    "1,204",
    "Reuters",
    "reuters",
    "REUTERS",
    "مقاتل",
    "المقاتلين",
    "ســلام",
    "سلام",
    "لغة",
    "للغة",
    "OR",
    "كوفيد-19",
];

pub(crate) fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(WORDS.to_vec())
}

pub(crate) fn token() -> impl Strategy<Value = &'static str> {
    // One that is a single token.
    word().prop_filter("one token", |word| !word.contains('-'))
}

pub(crate) fn date() -> impl Strategy<Value = PartialDate> {
    prop::sample::select(vec![
        "2019",
        "2020",
        "2020-10",
        "2020-10-14",
        "2020-11-30",
        "2021-01",
    ])
    .prop_map(|text| PartialDate::parse(text).unwrap())
}

pub(crate) fn doc() -> impl Strategy<Value = Doc> {
    let text = |n| prop::collection::vec(word(), 0..n).prop_map(|words| words.join(" "));
    let facet = |values: &[&'static str]| prop::option::of(prop::sample::select(values.to_vec()));
    (
        text(25),
        prop_oneof![3 => Just(String::new()), 1 => text(4)],
        facet(&["2019", "2020", "٢٠٢١"]),
        facet(&["وكالة الأنباء", "رويترز"]),
        facet(&["باكو", "يريفان"]),
        prop::option::of(date()),
    )
        .prop_map(|(text, title, period, source, city, date)| Doc {
            text,
            title,
            period,
            source,
            city,
            date,
        })
}

pub(crate) fn docs() -> impl Strategy<Value = Vec<Doc>> {
    prop::collection::vec(doc(), 0..70)
}

pub(crate) fn glob() -> impl Strategy<Value = Term> {
    prop::sample::select(vec![
        "وزار*",
        "*وزار*",
        "*فاع",
        "?لدفاع",
        "*ا*ي*",
        "عل?",
        "*ة",
        "20*",
        "r?uters",
        "أ*",
        "??",
        "*ل?*م",
    ])
    .prop_map(|text| Term::Glob(text.into()))
}

pub(crate) fn term() -> impl Strategy<Value = Term> {
    let regex = prop::sample::select(vec!["وزارة|سلام", r"\d+", ".*ا.", "ال(دفاع|لغة)", "Reuters"]);
    prop_oneof![
        6 => token().prop_map(|word| Term::Word(word.into())),
        2 => glob(),
        1 => regex.prop_map(|pattern| Term::Regex(pattern.into())),
    ]
}

pub(crate) fn phrase() -> impl Strategy<Value = Node> {
    let element = prop_oneof![
        4 => token().prop_map(|word| Term::Word(word.into())),
        1 => glob(),
        1 => Just(Term::Any),
    ];
    prop::collection::vec(element, 2..4)
        .prop_filter("not only stars", |terms| {
            terms.iter().any(|t| *t != Term::Any)
        })
        .prop_map(Node::Phrase)
}

pub(crate) fn restriction() -> impl Strategy<Value = Node> {
    let text = |column: Column, values: &[&'static str]| {
        let value = prop::sample::select(values.to_vec()).prop_map(|v| Wanted::Text(v.into()));
        (Just(column), prop::collection::vec(value, 1..3))
    };
    let dates = (prop::option::of(date()), prop::option::of(date()))
        .prop_filter("one bound, in order", |(from, to)| match (from, to) {
            (None, None) => false,
            (Some(from), Some(to)) => from.to_string() <= to.to_string(),
            _ => true,
        })
        .prop_map(|(from, to)| Wanted::Dates { from, to });
    prop_oneof![
        text(Column::Period, &["2020", "٢٠١٩", "undated", "1999"]),
        text(Column::Source, &["وكاله الانباء", "رويترز"]),
        text(Column::Entity, &[ENTITY, "لا أحد"]),
        text(Column::Other("المدينه".into()), &["باكو", "موسكو"]),
        text(Column::Other("لا عمود".into()), &["باكو"]),
        (Just(Column::Date), prop::collection::vec(dates, 1..3)),
    ]
    .prop_map(|(column, values)| {
        let value = |wanted| RestrictionValue {
            wanted,
            at: Place::default(),
        };
        Node::Where(Restriction {
            column,
            values: values.into_iter().map(value).collect(),
        })
    })
}

pub(crate) fn brings_hits(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Phrase(_) => true,
        Node::All(parts) | Node::Any(parts) => parts.iter().any(brings_hits),
        Node::Near(near) => brings_hits(&near.node),
        Node::Not(_) | Node::Where(_) => false,
    }
}

pub(crate) fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![4 => term().prop_map(Node::Word), 2 => phrase(), 1 => restriction()];
    leaf.prop_recursive(4, 16, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            3 => several().prop_map(Node::All),
            2 => several().prop_map(Node::Any),
            1 => inner.clone().prop_map(|part| Node::Not(Box::new(part))),
            3 => (inner.clone(), 1..12_u32, inner)
                .prop_filter("words on both sides", |(a, _, b)| brings_hits(a) && brings_hits(b))
                .prop_map(|(node, distance, other)| Node::Near(Box::new(Near { node, distance, other }))),
        ]
    })
}

pub(crate) fn folds() -> impl Strategy<Value = Folds> {
    let some = prop::array::uniform6(any::<bool>()).prop_map(|[a, b, c, d, e, f]| Folds {
        hamza: a,
        teh_marbuta: b,
        alef_maqsura: c,
        marks: d,
        digits: e,
        letter_case: f,
    });
    prop_oneof![Just(Folds::ALL), some]
}

pub(crate) fn level() -> impl Strategy<Value = Level> {
    prop::sample::select(Level::ALL.to_vec())
}

/// Text of the signs that mean something, of words, and of anything.
pub(crate) fn any_query() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(vec![
            "\"", "“", "”", "«", "»", "(", ")", "|", "-", "/", "\\", "*", "?", "؟", "،", ":", "OR ",
            "NOT ", "AND ", "NEAR/3 ", "NEAR/", "NEAR ", "period:", "date:2020..", "تاريخ:", "x:y",
            " ", "..", "[", "\u{200F}",
        ]).prop_map(str::to_owned),
        1 => word().prop_map(|word| format!("{word} ")),
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}
