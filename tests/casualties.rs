//! Counts of casualties in sentences of the press, in tables: `[words|count]`
//! marks what is expected; whatever is not marked is no count.

use warraq::corpus::PartialDate;
use warraq::entity::{ExpressionFinder, ExpressionValue};

use crate::respelt::respelt;

/// `text` with the counts of casualties marked. A comparison that is not exact
/// stands before the kind; of a vague count only the words.
fn mark(finder: &mut ExpressionFinder, text: &str) -> String {
    let mut found = Vec::new();
    finder.find(text, PartialDate::parse("2020-10-14"), &mut found);
    let mut out = String::new();
    let mut at = 0;
    for expression in found {
        let ExpressionValue::Casualty(count) = expression.value else {
            continue;
        };
        let span = expression.span.range();
        out.push_str(text.get(at..span.start).unwrap_or_default());
        let words = expression.span.slice(text);
        let says = match (count.vague, count.cmp.as_str()) {
            (true, _) => "vague".to_owned(),
            (_, "exact") => format!("{} {}", count.value, count.kind.as_str()),
            (_, cmp) => format!("{} {cmp} {}", count.value, count.kind.as_str()),
        };
        out.extend(["[", words, "|", &says, "]"]);
        at = span.end;
    }
    out + text.get(at..).unwrap_or_default()
}

/// `marked` without its marks.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    for part in marked.split('[') {
        match part.split_once(']') {
            Some((mention, rest)) => {
                out.push_str(mention.split('|').next().unwrap_or_default());
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

#[track_caller]
fn check(table: &str) {
    let mut finder = ExpressionFinder::new();
    let wrong: Vec<_> = table
        .lines()
        .filter(|line| !line.is_empty())
        .filter_map(|line| {
            let got = mark(&mut finder, &plain(line));
            (got != line).then(|| format!("want {line}\n got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const TABLES: [&str; 3] = [
    include_str!("casualties/disasters.txt"),
    include_str!("casualties/violence.txt"),
    include_str!("casualties/none.txt"),
];

#[test]
fn careless_spelling_changes_no_count() {
    let mut finder = ExpressionFinder::new();
    for line in TABLES.iter().flat_map(|table| table.lines()) {
        let line = respelt(line);
        assert_eq!(mark(&mut finder, &plain(&line)), line);
    }
}

/// Sentences as a careful writer, a careless one, and one who writes tashkeel
/// spell them.
const SPELLINGS: [[&str; 3]; 12] = [
    [
        "[قتل أو أصيب 30|30 killed_and_wounded]",
        "[قتل او اصيب 30|30 killed_and_wounded]",
        "[قُتِلَ أَوْ أُصِيبَ 30|30 killed_and_wounded]",
    ],
    [
        "[قتل 5 آخرين|5 killed]",
        "[قتل 5 اخرين|5 killed]",
        "[قُتِلَ 5 آخَرِينَ|5 killed]",
    ],
    [
        "أودى الحادث بحياة [20 راكبا|20 killed]",
        "اودى الحادث بحياه [20 راكبا|20 killed]",
        "أَوْدَى الحادِثُ بِحَياةِ [20 راكِبًا|20 killed]",
    ],
    [
        "أجبر القصف 30 شخصا على الفرار",
        "اجبر القصف 30 شخصا علي الفرار",
        "أَجْبَرَ القَصْفُ 30 شَخْصًا عَلَى الفِرار",
    ],
    [
        "سجلت 40 إصابة مؤكدة",
        "سجلت 40 اصابه موكده",
        "سُجِّلَتْ 40 إِصابَةً مُؤَكَّدَة",
    ],
    [
        "[15 شخصا قتلوا|15 killed] وأصيب طفل",
        "[15 شخصا قتلوا|15 killed] واصيب طفل",
        "[15 شَخْصًا قُتِلُوا|15 killed] وَأُصِيبَ طِفْل",
    ],
    [
        "لا يزال [أربعة بحارة|4 missing] تحت الأنقاض",
        "لا يزال [اربعه بحاره|4 missing] تحت الانقاض",
        "لا يَزالُ [أَرْبَعَةُ بَحّارَةٍ|4 missing] تَحْتَ الأَنْقاض",
    ],
    [
        "[قتل 12 نحلة|12 killed]",
        "[قتل 12 نحله|12 killed]",
        "[قُتِلَ 12 نَحْلَةً|12 killed]",
    ],
    [
        "قتل القائد وأعلن 30 شخصا الحداد",
        "قتل القائد واعلن 30 شخصا الحداد",
        "قُتِلَ القائِدُ وَأَعْلَنَ 30 شَخْصًا الحِداد",
    ],
    ["بإعدام 75 شخصا", "باعدام 75 شخصا", "بِإِعْدامِ 75 شَخْصًا"],
    [
        "خطف مسلحون أمس [آلاف الأشخاص|vague]",
        "خطف مسلحون امس [الاف الاشخاص|vague]",
        "خَطَفَ مُسَلَّحُونَ أَمْسِ [آلافَ الأَشْخاص|vague]",
    ],
    [
        "[12 مصابا بجروح خطيرة|12 wounded]",
        "[12 مصابا بجروح خطيره|12 wounded]",
        "[12 مُصابًا بِجُرُوحٍ خَطِيرَةٍ|12 wounded]",
    ],
];

#[test]
fn hamzas_and_tashkeel_change_no_count() {
    let mut finder = ExpressionFinder::new();
    for line in SPELLINGS.as_flattened() {
        assert_eq!(mark(&mut finder, &plain(line)), *line);
    }
}

#[test]
fn accidents_and_disasters() {
    check(TABLES[0]);
}

#[test]
fn violence_prisoners_and_flight() {
    check(TABLES[1]);
}

#[test]
fn other_counts_are_no_casualties() {
    check(TABLES[2]);
}
