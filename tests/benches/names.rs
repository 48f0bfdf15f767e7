//! How good names, dates and casualties are found, on annotated articles.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a bench prints its table and fails by a panic"
)]

#[path = "../names/score/mod.rs"]
mod score;
#[path = "../names/sets.rs"]
mod sets;

use sets::sets;

fn main() {
    let wants_faults = std::env::args().any(|argument| argument == "--faults");
    for set in sets() {
        println!("\n{}", set.name);
        let scores = [
            set.names(),
            set.expressions("DATE"),
            set.expressions("TIME"),
            set.expressions("NUM_CASUALTY"),
        ];
        for score in &scores {
            println!("{}", score.table());
            // What is held out stays unseen.
            if wants_faults && set.name != "held-out" {
                println!("{}", score.fault_lines(|file| set.text_of(file)));
            }
        }
    }
}
