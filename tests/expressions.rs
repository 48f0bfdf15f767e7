//! Dates, clock times and counts of casualties in sentences of the press.

use std::thread;
use std::time::Duration;

use proptest::prelude::*;
use warraq::base::{CancelToken, Cancelled};
use warraq::corpus::PartialDate;
use warraq::entity::{Expression, ExpressionFinder, ExpressionValue, Who, find_expressions};

use crate::respelt::respelt;

/// Wednesday.
const PUBLISHED: &str = "2020-10-14";

fn found_on(date: &str, text: &str) -> Vec<Expression> {
    let mut out = Vec::new();
    find_expressions(text, PartialDate::parse(date), &mut out);
    out
}

/// An expression as a line: its words, then what they say.
fn line(text: &str, expression: &Expression) -> String {
    let words = expression.span.slice(text);
    match &expression.value {
        ExpressionValue::Date(date) => {
            let iso: Vec<_> = date.iso.iter().map(ToString::to_string).collect();
            format!("{words} = {}", iso.join(" "))
        }
        ExpressionValue::Time(time) => {
            let clock = time.clock.map(|(h, m)| format!("{h:02}:{m:02}"));
            format!("{words} = {}", clock.unwrap_or_default())
        }
        ExpressionValue::Casualty(count) => {
            let subset = if count.subset { " subset" } else { "" };
            format!(
                "{words} = {} {} {}{subset}",
                count.cmp.as_str(),
                count.value,
                count.kind.as_str()
            )
        }
    }
}

#[track_caller]
fn check_on(date: &str, text: &str, expected: &[&str]) {
    let found = found_on(date, text);
    let lines: Vec<_> = found.iter().map(|found| line(text, found)).collect();
    assert_eq!(lines, expected, "{text}");
    let careless = respelt(text);
    assert_eq!(found_on(date, &careless), found, "{careless}");
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_on(PUBLISHED, text, expected);
}

#[test]
fn dates_with_months_of_every_system() {
    check(
        "في 14 أكتوبر/تشرين الأول 2020 بحضور الوزراء",
        &["14 أكتوبر/تشرين الأول 2020 = 2020-10-14"],
    );
    check(
        "وقال في تموز (يوليو) الماضي إن الاتفاق",
        &["تموز (يوليو) الماضي = 2020-07"],
    );
    check(
        "في 3 يناير/كانون الثاني من العام الجاري",
        &["3 يناير/كانون الثاني من العام الجاري = 2020-01-03"],
    );
    check(
        "في الخامس والعشرين من كانون الأول عام 1991.",
        &["الخامس والعشرين من كانون الأول عام 1991 = 1991-12-25"],
    );
    check(
        "حتى 10 شتنبر و3 جويلية 2019",
        &["10 شتنبر = 2020-09-10", "3 جويلية 2019 = 2019-07-03"],
    );
}

#[test]
fn lists_and_ranges_that_share_a_month_are_one() {
    check(
        "إليها يومي الـ 3 والـ 8 من الشهر الجاري، وأعربا",
        &["يومي الـ 3 والـ 8 من الشهر الجاري = 2020-10-03 2020-10-08"],
    );
    check("بين 5 و9 مايو", &["5 و9 مايو = 2020-05-05 2020-05-09"]);
    check("بين عامي 2014 و2015", &["عامي 2014 و2015 = 2014 2015"]);
}

#[test]
fn numeric_dates() {
    check("وقعت في 5/9/2020 الحادثة", &["5/9/2020 = 2020-09-05"]);
    check("حتى ٢٠٢٠-١٠-١٤", &["٢٠٢٠-١٠-١٤ = 2020-10-14"]);
    check("ظهر 10.10.2020", &["10.10.2020 = 2020-10-10"]);
}

#[test]
fn years_with_their_word_and_without() {
    check("كان آخرهما في عام 2016.", &["عام 2016 = 2016"]);
    check("لعام 2020، بمنع", &["عام 2020 = 2020"]);
    check("للعام 2021 وما", &["لعام 2021 = 2021"]);
    check("منذ 2020، وتقوم", &["منذ 2020 = 2020"]);
    check("حرب 2006 واتفاق 2015", &["2006 = 2006", "2015 = 2015"]);
    check("موسم 2019-2020.", &["2019-2020 = 2019 2020"]);
    check("في العام ألفين وعشرة", &["العام ألفين وعشرة = 2010"]);
    for text in [
        "نشر 2000 جندي",
        "سعره 2020 دولارا",
        "القرار 1929 الصادر",
        "نحو 2000 من السكان",
        "بشكل عام وأمين عام",
    ] {
        check(text, &[]);
    }
}

#[test]
fn ambiguous_months_need_support() {
    check("مارس الضغط ويمارس عمله", &[]);
    check("وفي مارس أيضا", &["مارس = 2020-03"]);
    check("منذ مارس الماضي", &["منذ مارس الماضي = 2020-03"]);
    check("إنه أب لطفلين، وتيريزا ماي", &[]);
    check("في 3 آب 2014", &["3 آب 2014 = 2014-08-03"]);
}

#[test]
fn weekdays_are_told_from_the_day_of_the_article() {
    check("اليوم الأربعاء، إن", &["اليوم الأربعاء = 2020-10-14"]);
    check("ودعت أنقرة، الثلاثاء، إلى", &["الثلاثاء = 2020-10-13"]);
    check("أمس (الثلاثاء) في", &["أمس (الثلاثاء) = 2020-10-13"]);
    check("غدا الخميس", &["غدا الخميس = 2020-10-15"]);
    check("عليها السبت الماضي في", &["السبت الماضي = 2020-10-10"]);
    check("الاثنين المقبل", &["الاثنين المقبل = 2020-10-19"]);
    check("ستعقد الجلسة الاثنين في", &["الاثنين = 2020-10-19"]);
    check(
        "مساء أمس السبت وليل الأحد - الاثنين",
        &[
            "أمس السبت = 2020-10-10",
            "الأحد - الاثنين = 2020-10-11 2020-10-12",
        ],
    );
    check(
        "يوم الأربعاء 14 تشرين الأول/أكتوبر 2020",
        &["الأربعاء 14 تشرين الأول/أكتوبر 2020 = 2020-10-14"],
    );
    check("صلاة الجمعة في قرية الجمعة", &[]);
    check("لعب الأحد عشر لاعبا", &[]);
}

#[test]
fn relative_expressions() {
    check(
        "أول من أمس وبعد غد",
        &["أول من أمس = 2020-10-12", "بعد غد = 2020-10-16"],
    );
    check(
        "هذا الشهر والعام الماضي",
        &["هذا الشهر = 2020-10", "العام الماضي = 2019"],
    );
    check("أواخر الشهر الماضي", &["أواخر الشهر الماضي = 2020-09"]);
    check(
        "نهاية الأسبوع الماضي",
        &["نهاية الأسبوع الماضي = 2020-10-10 2020-10-11"],
    );
    check("قناة روسيا اليوم", &[]);
    check("في اليوم الثالث من القتال", &[]);
    check(
        "منذ 2018، في نوفمبر/تشرين الثاني من العام نفسه",
        &[
            "منذ 2018 = 2018",
            "نوفمبر/تشرين الثاني من العام نفسه = 2018-11",
        ],
    );
    check_on(
        "2023-09-20",
        "بعد أن حاصرت الممر في ديسمبر",
        &["ديسمبر = 2022-12"],
    );
}

#[test]
fn what_has_no_date_of_the_calendar_is_found_without_one() {
    check("في 27 صفر 1442 هـ", &["27 صفر 1442 هـ = "]);
    check("شهر رمضان الماضي", &["شهر رمضان الماضي = "]);
    check("رجب طيب رمضان", &[]);
    check("تسعينيات القرن الماضي", &["تسعينيات القرن الماضي = "]);
    check("القرن التاسع عشر", &["القرن التاسع عشر = "]);
    check("منذ 30 عاما", &["منذ 30 عاما = "]);
}

#[test]
fn without_a_date_of_publication_only_explicit_dates_are_resolved() {
    check_on(
        "",
        "أمس السبت، وعام 2019، و3 مايو",
        &["أمس السبت = ", "عام 2019 = 2019", "3 مايو = "],
    );
}

#[test]
fn clock_times() {
    check("حتى الساعة 22:30، هناك", &["الساعة 22:30 = 22:30"]);
    check("الثالثة والنصف عصرا", &["الثالثة والنصف عصرا = 15:30"]);
    check("عند الثامنة صباحا", &["الثامنة صباحا = 08:00"]);
    check(
        "الساعة العاشرة إلا الربع مساء",
        &["الساعة العاشرة إلا الربع مساء = 21:45"],
    );
    check("الساعة السادسة", &["الساعة السادسة = "]);
    check(
        "الساعة الثانية عشرة ليلا",
        &["الساعة الثانية عشرة ليلا = 00:00"],
    );
    check("في المرتبة الثالثة", &[]);
}

#[test]
fn killed_and_wounded_next_to_their_verb_or_noun() {
    check(
        "قتل 5 مدنيين وأصيب 12 آخرون بجروح",
        &[
            "قتل 5 مدنيين = exact 5 killed",
            "أصيب 12 آخرون = exact 12 wounded",
        ],
    );
    check(
        "إن 32 شخصا قتلوا وأصيب أكثر من 200 في",
        &[
            "32 شخصا قتلوا = exact 32 killed",
            "أصيب أكثر من 200 = more_than 200 wounded",
        ],
    );
    check(
        "مقتل شخص واحد وإصابة ثلاثة آخرين",
        &[
            "مقتل شخص واحد = exact 1 killed",
            "إصابة ثلاثة آخرين = exact 3 wounded",
        ],
    );
    check(
        "مقتل وإصابة 30 شخصا",
        &["مقتل وإصابة 30 شخصا = exact 30 killed_and_wounded"],
    );
    check("فقتلت مدنيَّين", &["قتلت مدنيَّين = exact 2 killed"]);
    check("لقي 12 شخصا حتفهم", &["لقي 12 شخصا = exact 12 killed"]);
}

#[test]
fn nouns_that_say_what_happened() {
    check(
        "ثمة 200 قتيل على الأقل وأكثر من 400 جريح",
        &[
            "200 قتيل على الأقل = at_least 200 killed",
            "أكثر من 400 جريح = more_than 400 wounded",
        ],
    );
    check("عثر على 5 جثث", &["5 جثث = exact 5 killed"]);
    check("سقوط عشرات القتلى", &["عشرات القتلى = tens 10 killed"]);
    check(
        "أربعون شخصا بين قتيل وجريح",
        &["أربعون شخصا بين قتيل وجريح = exact 40 killed_and_wounded"],
    );
}

#[test]
fn parts_of_a_figure_and_lists_share_its_kind() {
    check(
        "مقتل ستة أشخاص، من بينهم مدنيان وأربعة ضباط شرطة",
        &[
            "مقتل ستة أشخاص = exact 6 killed",
            "مدنيان = exact 2 killed subset",
            "أربعة ضباط شرطة = exact 4 killed subset",
        ],
    );
    check(
        "مقتل 3 جنود و5 مسلحين وتدمير 4 دبابات",
        &["مقتل 3 جنود = exact 3 killed", "5 مسلحين = exact 5 killed"],
    );
}

#[test]
fn triggers_further_off_in_the_clause() {
    check(
        "ما رفع حصيلة القتلى جراء الهجمات إلى 43 مدنيا",
        &["43 مدنيا = exact 43 killed"],
    );
    check(
        "ارتفع عدد القتلى إلى 1204 منذ",
        &["1204 = exact 1204 killed"],
    );
    check(
        "أودى الزلزال بحياة ما لا يقل عن 2500 شخص",
        &["ما لا يقل عن 2500 شخص = at_least 2500 killed"],
    );
    check(
        "عن إجلاء أكثر من 10 آلاف شخص",
        &["إجلاء أكثر من 10 آلاف شخص = more_than 10000 evacuated"],
    );
    check("بلغ عدد الوفيات 231، فيما", &["231 = exact 231 killed"]);
    check(
        "مقتل 3 من عناصر الجماعة في",
        &["مقتل 3 من عناصر الجماعة = exact 3 killed"],
    );
    check(
        "نزح 8 ملايين داخليا",
        &["نزح 8 ملايين = exact 8000000 displaced"],
    );
    check("أسر الجيش 15 جنديا", &["15 جنديا = exact 15 captured"]);
}

#[test]
fn who_they_are_and_whether_the_figure_sums_up() {
    let count = |text: &str| match found_on(PUBLISHED, text).pop().map(|found| found.value) {
        Some(ExpressionValue::Casualty(count)) => (count.who, count.cumulative, count.vague),
        other => panic!("{other:?} in {text}"),
    };
    assert_eq!(
        count("رفع حصيلة القتلى إلى 43 مدنيا"),
        (Some(Who::Civilians), true, false)
    );
    assert_eq!(count("قتل 5 جنود"), (Some(Who::Soldiers), false, false));
    assert_eq!(count("أصيب العشرات"), (None, false, true));
}

#[test]
fn other_counts_are_no_casualties() {
    for text in [
        "يسكن المدينة 120 ألف نسمة",
        "نشرت 2000 جندي و24 دبابة",
        "سيطرت على 24 قرية",
        "سجل اللاعب 3 أهداف",
        "إصابة 3 أهداف",
        "عدد السكان 5 ملايين نسمة",
        "1200 إصابة جديدة بفيروس كورونا",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_finder_that_has_seen_other_texts_finds_the_same() {
    let mut finder = ExpressionFinder::new();
    let texts = [
        "اليوم الأربعاء",
        "مقتل ستة أشخاص في 14 أكتوبر",
        "اليوم الأربعاء",
    ];
    for text in texts {
        let mut out = Vec::new();
        finder.find(text, PartialDate::parse(PUBLISHED), &mut out);
        assert_eq!(out, found_on(PUBLISHED, text));
    }
}

#[test]
fn a_stop_is_heard_within_an_article() {
    let text = "قتل 5 جنود في 14 أكتوبر. ".repeat(100_000);
    let stop = CancelToken::default();
    let mut finder = ExpressionFinder::new();
    let mut out = Vec::new();
    let short = text.get(..text.len() / 1000).unwrap_or_default();
    assert_eq!(finder.find_until(short, None, &mut out, &stop), Ok(()));
    assert_eq!(out.len(), 200);
    let stopped = thread::scope(|threads| {
        threads.spawn(|| {
            thread::sleep(Duration::from_millis(5));
            stop.cancel();
        });
        finder.find_until(&text, None, &mut Vec::new(), &stop)
    });
    assert_eq!(stopped, Err(Cancelled), "heard before the end");
}

/// Read again from each of its words, one of these takes a quarter of an hour.
#[test]
fn the_longest_lists_are_read_once() {
    let mut finder = ExpressionFinder::new();
    for piece in ["1000/", "1000 و ", "5 ملايين و", "1-"] {
        let text = piece.repeat(200_000 / piece.len());
        finder.find(&text, None, &mut Vec::new());
    }
}

/// Words of which expressions are made, and signs, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "14",
        "2020",
        "الـ",
        "و",
        "من",
        "منذ",
        "أكتوبر",
        "تشرين",
        "الأول",
        "الثاني",
        "/",
        "(",
        ")",
        "أمس",
        "اليوم",
        "الثلاثاء",
        "الماضي",
        "نهاية",
        "الأسبوع",
        "هذا",
        "الشهر",
        "عام",
        "الساعة",
        "22:30",
        "الثالثة",
        "والنصف",
        "مساء",
        "مقتل",
        "قتلوا",
        "خمسة",
        "عشر",
        "آلاف",
        "أشخاص",
        "بينهم",
        "مدنيان",
        "أكثر",
        "على",
        "الأقل",
        "،",
        ".",
        "\n",
        "-",
        "\u{200F}",
        "ـَ",
        "قتيلا",
        "وجريحا",
        "بين",
        "قتيل",
        "وجريح",
        "1,5",
        "ألفا",
        "العقود",
        "الربع",
        "x",
    ]);
    prop::collection::vec((piece, prop::sample::select(vec![" ", ""])), 0..30).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(word, space)| [word, space])
            .collect()
    })
}

fn assert_well_formed(text: &str) {
    let found = found_on(PUBLISHED, text);
    let mut end = 0;
    for expression in found {
        let span = expression.span;
        assert!(
            span.start >= end && span.start < span.end,
            "{span:?} in {text:?}"
        );
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
        if let ExpressionValue::Date(date) = &expression.value {
            assert!(date.iso.is_sorted());
            assert_eq!(date.iso.is_empty(), date.resolved.is_none());
        }
        end = span.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn spans_are_in_the_text_sorted_and_apart(text in jumble()) {
        assert_well_formed(&text);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        assert_well_formed(&text);
    }
}
