//! The window in use: long lists, a query letter by letter, another size, from
//! hit to hit, from article to article.
//!
//! A frame is what the program does for it, as in `reading`; each is counted
//! as it was, other work on the machine included.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use anyhow::Context as _;
use common::article::ArticleWriter;
use common::corpus::{self, Plan};
use common::stats::{Samples, ms, table};
use common::window::{Frame, IN_LIST, IN_PANE, Window, button, key, key_with, pointer, wheel};
use egui::{Event, Key, Modifiers, vec2};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use warraq::app::Source;

/// Articles of the long list.
const MANY: u32 = 60_000;
/// Articles that are opened one after another.
const SWITCHED: u32 = 1_000;
/// Steps from hit to hit, and from article to article.
const STEPS: usize = 10_000;
/// Bytes of the long article.
const LONG: usize = 1_000_000;
/// What is typed: a word of every article.
const WORD: &str = "من";

fn main() -> anyhow::Result<()> {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("using");
    write_long_article(&room)?;
    let mut scenes = Vec::new();

    let mut window = Window::open(Source::Folder(generated(MANY)?));
    window.settle();
    scenes.push(row(
        &format!("{MANY} rows, wheel"),
        &rows_by_wheel(&mut window),
    ));
    scenes.push(row(
        &format!("a query typed, {MANY} articles"),
        &typed(&mut window).1,
    ));
    scenes.push(row(&format!("{STEPS} hits, F3"), &hit_by_hit(&mut window)));
    drop(window);

    let mut window = Window::open(Source::Folder(room.clone()));
    window.settle();
    scenes.push(row("1 MB article, wheel", &text_by_wheel(&mut window)));
    scenes.push(row(
        "1 MB article, another width each frame",
        &resized(&mut window),
    ));
    let mut found: Vec<Duration> = Vec::new();
    for _ in 0..7 {
        let (took, frames) = typed(&mut window);
        found.push(took);
        if found.len() == 7 {
            scenes.push(row("a query typed, 1 MB article", &frames));
        }
        cleared(&mut window);
    }
    drop(window);
    let head = ["frames", "n", "median", "99 %", "worst"];
    println!("{}", table(head, &scenes));
    let found: Samples = found.into_iter().collect();
    println!(
        "1 MB article, from the last key of a query to all its marks: {} (worst of {}: {})",
        ms(found.median()),
        found.len(),
        ms(found.worst())
    );
    let [before, after] = switched()?;
    println!("memory after 1,000 articles were opened {before} KiB, after {STEPS} {after} KiB");
    Ok(())
}

/// The name of a scene and its frames: how many, median, 99th percentile, worst.
fn row(name: &str, frames: &[Frame]) -> [String; 5] {
    let totals: Samples = frames.iter().map(Frame::total).collect();
    [
        name.to_owned(),
        frames.len().to_string(),
        ms(totals.median()),
        ms(totals.percentile(0.99)),
        ms(totals.worst()),
    ]
}

fn rows_by_wheel(window: &mut Window) -> Vec<Frame> {
    window.frame(vec![pointer(IN_LIST)]);
    (0..600).map(|_| window.frame(vec![wheel(240.0)])).collect()
}

fn text_by_wheel(window: &mut Window) -> Vec<Frame> {
    window.frame(vec![pointer(IN_PANE)]);
    (0..600).map(|_| window.frame(vec![wheel(90.0)])).collect()
}

/// Every third frame has another width, until the window is small and large
/// again.
fn resized(window: &mut Window) -> Vec<Frame> {
    let whole = window.size;
    let widths = (0_u16..60).map(|n| f32::from(n.min(60 - n)) * 15.0);
    let mut frames = Vec::new();
    for less in widths {
        window.size = whole - vec2(less, less / 2.0);
        frames.extend((0..3).map(|_| window.frame(Vec::new())));
    }
    window.size = whole;
    window.settle();
    frames
}

/// Types the word letter by letter; the time from its last letter until
/// everything is found and marked, and the frames.
fn typed(window: &mut Window) -> (Duration, Vec<Frame>) {
    window.frame(vec![key_with(Modifiers::COMMAND, Key::F)]);
    let mut frames = Vec::new();
    let mut last = Instant::now();
    for letter in WORD.chars() {
        last = Instant::now();
        frames.push(window.frame(vec![Event::Text(letter.to_string())]));
        frames.extend((0..6).map(|_| window.frame(Vec::new())));
    }
    while !window.app.is_settled() {
        frames.push(window.frame(Vec::new()));
    }
    (last.elapsed(), frames)
}

fn cleared(window: &mut Window) {
    window.frame(vec![key_with(Modifiers::COMMAND, Key::F)]);
    window.frame(vec![key_with(Modifiers::COMMAND, Key::A)]);
    window.frame(vec![key(Key::Backspace)]);
    window.settle();
}

fn hit_by_hit(window: &mut Window) -> Vec<Frame> {
    (0..STEPS)
        .map(|_| window.frame(vec![key(Key::F3)]))
        .collect()
}

/// Resident memory in KiB after a tenth of the switches and after all.
fn switched() -> anyhow::Result<[u64; 2]> {
    let mut window = Window::open(Source::Folder(generated(SWITCHED)?));
    window.settle();
    window.frame(vec![pointer(IN_PANE), button(IN_PANE, true)]);
    window.frame(vec![button(IN_PANE, false)]);
    let mut tenth = 0;
    for n in 0..STEPS {
        window.select(n % SWITCHED as usize);
        window.frame(Vec::new());
        window.frame(Vec::new());
        if n + 1 == STEPS / 10 {
            tenth = resident()?;
        }
    }
    Ok([tenth, resident()?])
}

/// Resident memory of this process in KiB.
fn resident() -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("no VmRSS in /proc/self/status")?.parse()?)
}

fn generated(n_articles: u32) -> anyhow::Result<std::path::PathBuf> {
    corpus::folder(Plan {
        n_articles,
        mean_tokens: 60,
    })
}

/// A folder of one article.
fn write_long_article(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    let text = ArticleWriter::new().article_of(11, LONG);
    fs::write(folder.join("long.txt"), text)?;
    Ok(())
}
