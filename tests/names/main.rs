//! The names, dates and casualties that the program finds, against annotated
//! articles. `cargo bench --bench names` prints the figures.

//!
//! What `tests/trainer` makes of annotated texts is tested here too, so that it
//! needs no build of its own.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test fails by a panic, and says what it skips"
)]

mod score;
mod scoring;
mod sets;
#[path = "../trainer/src/train/mod.rs"]
mod train;

use score::matching::{Counts, Score};
use score::record;
use sets::sets;

/// The least that a set must reach, in hundredths: half a point under what was
/// measured last. Who raises a figure raises its floor, and the table of the
/// README.
struct Floor {
    set: &'static str,
    /// Precision, recall and F1 of names: persons, places, bodies.
    names: [f64; 3],
    /// F1 of group words.
    groups: f64,
    /// F1 of dates and of clock times.
    dates: f64,
    times: f64,
    /// F1 of casualties, where only the right value is a hit.
    casualties: f64,
}

const FLOORS: [Floor; 4] = [
    Floor {
        set: "seeds",
        names: [97.9, 98.3, 98.1],
        groups: 99.5,
        dates: 97.5,
        times: 99.5,
        casualties: 99.5,
    },
    Floor {
        set: "press",
        names: [97.7, 98.3, 98.0],
        groups: 99.5,
        dates: 99.5,
        times: 99.5,
        casualties: 99.5,
    },
    Floor {
        set: "general",
        names: [88.9, 83.0, 85.9],
        groups: 83.1,
        dates: 98.1,
        times: 99.5,
        casualties: 99.5,
    },
    Floor {
        set: "held-out",
        names: [87.8, 79.1, 83.2],
        groups: 95.2,
        dates: 96.7,
        times: 99.5,
        casualties: 71.8,
    },
];

fn floor_of(set: &str) -> &'static Floor {
    let mut floors = FLOORS.iter();
    floors
        .find(|floor| floor.set == set)
        .expect("a floor for each set")
}

/// Only a right value is a hit.
fn with_value(counts: Counts) -> Counts {
    Counts {
        hits: counts.hits - counts.wrong_values,
        false_alarms: counts.false_alarms + counts.wrong_values,
        misses: counts.misses + counts.wrong_values,
        wrong_values: 0,
    }
}

fn of_type(score: &Score, tag: &str) -> Counts {
    score.by_type.get(tag).copied().unwrap_or_default()
}

/// What is said of a figure under its floor.
fn breach(set: &str, what: &str, reached: f64, floor: f64) -> Option<String> {
    let reached = 100.0 * reached;
    (reached < floor).then(|| format!("{set}: {what} {reached:.2}, less than {floor}"))
}

#[test]
fn names_are_found_as_well_as_promised() {
    let mut breaches = Vec::new();
    for set in sets() {
        let score = set.names();
        let counts = score.headline;
        assert!(counts.hits > 100, "{}: few names at all", set.name);
        let floor = floor_of(set.name);
        let reached = [counts.precision(), counts.recall(), counts.f1()];
        let measures = ["precision", "recall", "F1"].into_iter().zip(reached);
        for ((what, reached), floor) in measures.zip(floor.names) {
            breaches.extend(breach(set.name, what, reached, floor));
        }
        let groups = of_type(&score, "NORP").f1();
        breaches.extend(breach(set.name, "NORP", groups, floor.groups));
        // What is held out stays unseen.
        if !breaches.is_empty() && set.name != "held-out" {
            breaches.push(score.table());
            breaches.push(score.fault_lines(|file| set.text_of(file)));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn dates_and_times_are_found_as_well_as_promised() {
    let mut breaches = Vec::new();
    let mut n_hits = 0;
    for set in sets() {
        let floor = floor_of(set.name);
        for (tag, floor) in [("DATE", floor.dates), ("TIME", floor.times)] {
            let counts = of_type(&set.expressions(tag), tag);
            n_hits += counts.hits;
            breaches.extend(breach(set.name, tag, counts.f1(), floor));
        }
    }
    assert!(n_hits > 100);
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn casualties_are_counted_as_well_as_promised() {
    let mut breaches = Vec::new();
    let mut n_hits = 0;
    for set in sets() {
        let counts = with_value(of_type(&set.expressions("NUM_CASUALTY"), "NUM_CASUALTY"));
        n_hits += counts.hits;
        let floor = floor_of(set.name).casualties;
        breaches.extend(breach(set.name, "casualties", counts.f1(), floor));
    }
    assert!(n_hits > 40);
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}
