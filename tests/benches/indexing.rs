//! Frames of the window while 60,000 articles are read, indexed and searched.
//!
//! Frames are drawn one after another, as fast as they come, while the work
//! runs on threads of its own; the window shares the cores with it.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use common::corpus::{self, Plan};
use common::stats::{Samples, ms, table};
use common::window::{Frame, Window};
use std::time::{Duration, Instant};
use warraq::app::{Command, Source, UiCommand, View};

/// Pause between two frames, as between two pictures of a screen.
const PAUSE: Duration = Duration::from_millis(8);

fn main() -> anyhow::Result<()> {
    let folder = corpus::folder(Plan::NEWS)?;
    let mut window = Window::open(Source::Embedded);
    window.settle();
    let mut rows = Vec::new();
    let mut note = |what: &str, start: Instant, frames: &[Frame]| {
        let samples: Samples = frames.iter().map(Frame::total).collect();
        rows.push([
            what.to_owned(),
            ms(start.elapsed()),
            samples.len().to_string(),
            ms(samples.median()),
            ms(samples.percentile(0.99)),
            ms(samples.worst()),
        ]);
    };

    let start = Instant::now();
    window.app.send(Command::Open(Source::Folder(folder)));
    let frames = run(&mut window);
    note("open: read, index, find names", start, &frames);
    for query in ["قال", "باكو", "*ستان*", "\"في ال*\""] {
        let start = Instant::now();
        window.app.search_for(query);
        let frames = run(&mut window);
        note(&format!("search {query}"), start, &frames);
    }
    window.app.search_for("في");
    run(&mut window);
    let start = Instant::now();
    window.app.send(Command::Ui(UiCommand::ShowConcordance));
    let frames = run(&mut window);
    note("concordance of a frequent word", start, &frames);
    let start = Instant::now();
    window.app.send(Command::Ui(View::Reading.command()));
    let frames = run(&mut window);
    note("back to reading", start, &frames);
    let head = ["what", "done after", "frames", "median", "99 %", "worst"];
    print!("{}", table(head, &rows));
    Ok(())
}

/// Frames, one after a pause after another, until nothing is under way.
fn run(window: &mut Window) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut quiet = 0;
    while quiet < 5 {
        frames.push(window.frame(Vec::new()));
        std::thread::sleep(PAUSE);
        quiet = if window.app.is_settled() {
            quiet + 1
        } else {
            0
        };
    }
    frames
}
