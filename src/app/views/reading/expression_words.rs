//! Dates, times and casualties in words, with what they were taken from.

use crate::app::panels::Panel;
use crate::entity::{
    CasualtyKind, CasualtyValue, Comparison, DateKind, DateValue, Expression, ExpressionValue,
    Resolution, Who,
};

/// What an expression says, and what kind it is and how that is known.
pub(super) fn expression_sentences(panel: &Panel<'_>, expression: &Expression) -> (String, String) {
    let get = |key: &str| panel.texts.get(key).into_owned();
    match &expression.value {
        ExpressionValue::Date(date) => (dates(panel, date), about_date(panel, date)),
        ExpressionValue::Time(time) => match time.clock {
            Some((hour, minute)) => (format!("{hour:02}:{minute:02}"), get("date-kind-time")),
            None => (get("date-time-unclear"), get("date-kind-time")),
        },
        ExpressionValue::Casualty(count) => (casualties(panel, count), about(panel, count)),
    }
}

fn dates(panel: &Panel<'_>, date: &DateValue) -> String {
    if date.iso.is_empty() {
        let key = match date.sub {
            DateKind::Duration => "date-length",
            _ => "date-unknown",
        };
        return panel.texts.get(key).into_owned();
    }
    let dates: Vec<String> = date.iso.iter().map(|date| panel.date(*date)).collect();
    dates.join(" · ")
}

fn about_date(panel: &Panel<'_>, date: &DateValue) -> String {
    let kind = panel.texts.get(match date.sub {
        DateKind::Calendar => "date-kind-calendar",
        DateKind::Weekday => "date-kind-weekday",
        DateKind::Relative => "date-kind-relative",
        DateKind::Duration => "date-kind-duration",
    });
    let Some(resolution) = date.resolved else {
        return kind.into_owned();
    };
    let by = panel.texts.get(match resolution {
        Resolution::Explicit => "date-by-explicit",
        Resolution::DocumentDate => "date-by-docdate",
        Resolution::Context => "date-by-context",
        Resolution::Inferred => "date-by-inferred",
    });
    format!("{kind} · {by}")
}

fn casualties(panel: &Panel<'_>, count: &CasualtyValue) -> String {
    let key = match count.cmp {
        Comparison::Exact => "casualty-exact",
        Comparison::AtLeast => "casualty-at-least",
        Comparison::MoreThan => "casualty-more-than",
        Comparison::About => "casualty-about",
        Comparison::Tens => "casualty-tens",
        Comparison::Hundreds => "casualty-hundreds",
    };
    panel.texts.with(key, &[("n", count.value.into())])
}

fn about(panel: &Panel<'_>, count: &CasualtyValue) -> String {
    let mut keys = vec![match count.kind {
        CasualtyKind::Killed => "casualty-killed",
        CasualtyKind::Wounded => "casualty-wounded",
        CasualtyKind::KilledAndWounded => "casualty-killed-and-wounded",
        CasualtyKind::Captured => "casualty-captured",
        CasualtyKind::Missing => "casualty-missing",
        CasualtyKind::Displaced => "casualty-displaced",
        CasualtyKind::Evacuated => "casualty-evacuated",
    }];
    keys.extend(count.who.map(|who| match who {
        Who::Civilians => "casualty-civilians",
        Who::Soldiers => "casualty-soldiers",
        Who::Fighters => "casualty-fighters",
        Who::Police => "casualty-police",
        Who::Children => "casualty-children",
        Who::Women => "casualty-women",
        Who::Journalists => "casualty-journalists",
    }));
    keys.extend(count.subset.then_some("casualty-subset"));
    keys.extend(count.cumulative.then_some("casualty-cumulative"));
    let words: Vec<_> = keys.into_iter().map(|key| panel.texts.get(key)).collect();
    words.join(" · ")
}
