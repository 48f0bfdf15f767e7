//! Articles and mentions that formats find hard.

use super::{Found, Told, slice};
use proptest::prelude::*;
use warraq::arabic::is_format_control;
use warraq::base::ByteSpan;
use warraq::corpus::PartialDate;
use warraq::entity::EntityType;
use warraq::entity::export::{ClockTime, ExportedArticle, ExportedKind, ExportedMention};

/// An article and its mentions: start and end in scalar values, and which of
/// the kinds below.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) mentions: Vec<(usize, usize, usize)>,
}

const N_NAMES: usize = 8;
const N_KINDS: usize = 10;

/// A mention of kind `n`, and what is to be told of it. Those from `N_NAMES`
/// on are casualties.
pub(crate) fn kind(n: usize) -> (ExportedMention<'static>, Vec<(&'static str, &'static str)>) {
    let day = |day| PartialDate::new(2020, Some(10), Some(day)).expect("a date");
    let casualties = |cmp, who, subset| ExportedKind::Casualties {
        value: Some(27),
        kind: "killed",
        cmp,
        who,
        subset,
        cumulative: subset,
    };
    let (kind, entity, told) = match n {
        0 => (
            ExportedKind::Name(EntityType::Per),
            Some("Ilham Aliyev"),
            vec![("entity", "Ilham Aliyev")],
        ),
        1 => (
            ExportedKind::Name(EntityType::Gpe),
            Some("_"),
            vec![("entity", "_")],
        ),
        2 => (
            ExportedKind::Name(EntityType::Loc),
            Some("a&b<\"c\">|'d'=100%/\\"),
            vec![("entity", "a&b<\"c\">|'d'=100%/\\")],
        ),
        3 => (ExportedKind::Name(EntityType::Org), None, vec![]),
        4 => (
            ExportedKind::Name(EntityType::Norp),
            Some("=أرمني\tx"),
            vec![("entity", "=أرمني\tx")],
        ),
        5 => (
            ExportedKind::Date {
                iso: vec![day(3), day(8)],
                resolved: Some("docdate"),
                sub: "calendar",
            },
            None,
            vec![
                ("entity", "2020-10-03; 2020-10-08"),
                ("iso", "2020-10-03; 2020-10-08"),
                ("resolved", "docdate"),
                ("sub", "calendar"),
            ],
        ),
        6 => (
            ExportedKind::Date {
                iso: vec![day(14)],
                resolved: None,
                sub: "weekday",
            },
            None,
            vec![
                ("entity", "2020-10-14"),
                ("iso", "2020-10-14"),
                ("sub", "weekday"),
            ],
        ),
        7 => (
            ExportedKind::Time(ClockTime::new(22, 5)),
            None,
            vec![("entity", "22:05")],
        ),
        8 => (
            casualties("at_least", Some("من \"المدنيين\"|"), true),
            None,
            vec![
                ("value", "27"),
                ("kind", "killed"),
                ("cmp", "at_least"),
                ("who", "من \"المدنيين\"|"),
                ("subset", "true"),
                ("cumulative", "true"),
            ],
        ),
        _ => (
            casualties("exact", None, false),
            None,
            vec![("value", "27"), ("kind", "killed"), ("cmp", "exact")],
        ),
    };
    let mention = ExportedMention {
        span: ByteSpan::default(),
        kind,
        entity,
        ar: entity.map(|_| "اسم <عربي>"),
        en: entity.filter(|_| n == 0).map(|_| "@name"),
        basis: "list: world",
        article_elided: n == 4,
    };
    (mention, told)
}

impl Case {
    pub(crate) fn article(&self) -> ExportedArticle<'_> {
        let byte_of = |n: usize| {
            let place = self.text.char_indices().nth(n);
            u32::try_from(place.map_or(self.text.len(), |(at, _)| at)).expect("short")
        };
        let mentions = self.mentions.iter().map(|(start, end, n)| ExportedMention {
            span: ByteSpan::new(byte_of(*start), byte_of(*end)),
            ..kind(*n).0
        });
        ExportedArticle {
            file: &self.file,
            title: "=عنوان & \u{1} <\"x\">\n",
            text: &self.text,
            date: PartialDate::new(2020, Some(10), None),
            source: Some("الجزيرة"),
            mentions: mentions.collect(),
        }
    }

    /// What every reader must find.
    pub(crate) fn expected(&self) -> Vec<Found> {
        let is_seen = |c: &char| !c.is_whitespace() && !c.is_control() && !is_format_control(*c);
        let chars: Vec<char> = self.text.chars().collect();
        let found = self.mentions.iter().filter_map(|(start, end, n)| {
            let mut seen = (*start..*end).filter(|at| is_seen(&chars[*at]));
            let (start, end) = (seen.clone().next()?, seen.next_back()? + 1);
            let text = slice(&self.text, start, end);
            let (mention, told) = kind(*n);
            let mut told: Told = told
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            told.insert("basis".to_owned(), "list: world".to_owned());
            if mention.article_elided {
                told.insert("norm".to_owned(), format!("ا{text}"));
            }
            let (file, tag) = (self.file.clone(), mention.kind.tag().to_owned());
            Some(Found {
                file,
                start,
                end,
                text,
                tag,
                told,
            })
        });
        found.collect()
    }
}

/// What tears formats apart.
const PIECES: [&str; 44] = [
    " ",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
    "و",
    "ل",
    "بأذربيجان",
    "وكاراباخ",
    "كَارَابَاخ",
    "قره باغ",
    "می\u{200C}خواهم",
    "ـ",
    "\u{64B}",
    "\u{301}",
    " \u{651}",
    "\"",
    "'",
    "«",
    "»",
    ". ",
    "؟ ",
    "د. ",
    "#",
    "# newdoc id = x",
    "-DOCSTART-",
    "%41",
    "|",
    "_",
    "👨\u{200D}👩\u{200D}👧",
    "❤\u{FE0F}",
    "\u{200F}",
    "\u{202B}",
    "\u{2028}",
    "\u{85}",
    "<p>&amp;]]>",
    "&",
    "\u{0}",
    "\u{FFFF}",
    "\u{FFFD}",
    "1,204",
    "\u{6DD} \u{651}",
];

const FILES: [&str; 9] = [
    "a.txt",
    "A.TXT",
    "أخبار/خبر.txt",
    "../x.txt",
    "con.txt",
    "a.txt/b.txt",
    "=1+1|%.txt",
    "2020\\a: \u{202E}b.txt",
    "",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Spans of `kinds` in a text of `len` scalar values, disjoint, in any order.
fn spans(
    len: usize,
    kinds: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    let cuts = prop::collection::btree_set(0..=len, 0..12);
    (cuts, prop::collection::vec(kinds, 12), any::<bool>()).prop_map(|(cuts, kinds, touch)| {
        let cuts: Vec<usize> = cuts.into_iter().collect();
        let step = if touch { 1 } else { 2 };
        let pairs = cuts.windows(2).step_by(step).zip(kinds);
        pairs
            .map(|(pair, kind)| (pair[0], pair[1], kind))
            .rev()
            .collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    let file = prop::sample::select(&FILES[..]);
    (file, text()).prop_flat_map(|(file, text)| {
        let len = text.chars().count();
        let mentions = (spans(len, 0..N_NAMES), spans(len, N_NAMES..N_KINDS));
        mentions.prop_map(move |(names, casualties)| Case {
            file: file.to_owned(),
            text: text.clone(),
            mentions: [names, casualties].concat(),
        })
    })
}

/// A few articles.
pub(crate) fn cases() -> impl Strategy<Value = Vec<Case>> {
    prop::collection::vec(case(), 0..4)
}
