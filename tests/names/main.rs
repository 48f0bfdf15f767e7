//! The names, dates and casualties that the program finds, against annotated
//! articles. `cargo bench --bench names` prints the figures.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test fails by a panic, and says what it skips"
)]

mod sets;

use sets::{Set, sets};
use warraq::entity::score::{Counts, Score};

/// The least F1 of names on the subject, and on other news.
const SUBJECT: f64 = 0.92;
const OTHER: f64 = 0.80;
/// The least F1 of dates and of casualties with the right value.
const DATES: f64 = 0.90;
const CASUALTIES: f64 = 0.85;

fn is_subject(set: &Set) -> bool {
    matches!(set.name, "seeds" | "press")
}

/// Precision and recall as one number, where only a right value is a hit.
fn with_value(counts: Counts) -> f64 {
    Counts {
        hits: counts.hits - counts.wrong_values,
        false_alarms: counts.false_alarms + counts.wrong_values,
        misses: counts.misses + counts.wrong_values,
        wrong_values: 0,
    }
    .f1()
}

fn of_type(score: &Score, tag: &str) -> Counts {
    score.by_type.get(tag).copied().unwrap_or_default()
}

#[test]
fn names_are_found_as_well_as_promised() {
    for set in sets() {
        let score = set.names();
        let least = if is_subject(&set) { SUBJECT } else { OTHER };
        let f1 = score.headline.f1();
        assert!(score.headline.hits > 100, "{}: few names at all", set.name);
        assert!(f1 >= least, "{}: {f1:.3}\n{}", set.name, score.table());
    }
}

#[test]
fn dates_and_casualties_are_found_as_well_as_promised() {
    let (mut dates, mut casualties) = (Counts::default(), Counts::default());
    for set in sets() {
        dates.add(of_type(&set.expressions("DATE"), "DATE"));
        casualties.add(of_type(&set.expressions("NUM_CASUALTY"), "NUM_CASUALTY"));
    }
    assert!(dates.hits > 100 && casualties.hits > 40);
    assert!(dates.f1() >= DATES, "{dates:?}");
    assert!(with_value(casualties) >= CASUALTIES, "{casualties:?}");
}
