//! A long article in the window: the click, scrolling, standing still; and the
//! list of a large corpus against that of a small one.
//!
//! A frame is what the program does for it: tasks, layout, painting, triangles.
//! The graphics card is not measured. Every scene is played several times with
//! the same input; a frame counts as fast as its fastest playing, so that other
//! work on the machine does not count, and the raw worst is printed beside it.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use common::article::ArticleWriter;
use common::corpus::{self, Plan};
use common::stats::{Samples, ms, table};
use common::window::{Frame, IN_LIST, IN_PANE, Window, button, key, pointer, wheel};
use egui::Key;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use warraq::analysis::SortBy;
use warraq::app::{Command, Source};
use warraq::corpus::Facet;

/// How often every scene is played.
const TAKES: usize = 7;
/// Bytes of the long article.
const LONG: usize = 1_000_000;

/// A scene: its name and the frames of each of its takes.
struct Scene {
    name: String,
    takes: Vec<Vec<Frame>>,
}

impl Scene {
    fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            takes: Vec::new(),
        }
    }

    /// Each frame as its fastest take had it.
    fn frames(&self) -> Vec<Frame> {
        let n_frames = self.takes.iter().map(Vec::len).min().unwrap_or(0);
        (0..n_frames)
            .filter_map(|n| {
                let frames = self.takes.iter().filter_map(|take| take.get(n));
                frames.min_by_key(|frame| frame.total()).copied()
            })
            .collect()
    }

    fn row(&self) -> [String; 8] {
        let frames = self.frames();
        let totals: Samples = frames.iter().map(Frame::total).collect();
        let raw: Samples = self.takes.iter().flatten().map(Frame::total).collect();
        let tessellate: Samples = frames.iter().map(|frame| frame.tessellate).collect();
        // Frames with other triangles show something else: the scene did move.
        let pictures: BTreeSet<usize> = frames.iter().map(|frame| frame.n_triangles).collect();
        [
            self.name.clone(),
            frames.len().to_string(),
            pictures.len().to_string(),
            ms(totals.median()),
            ms(totals.percentile(0.99)),
            ms(totals.worst()),
            ms(raw.worst()),
            ms(tessellate.median()),
        ]
    }
}

fn main() -> anyhow::Result<()> {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long-article");
    write_long_article(&room)?;
    let mut scenes = scenes();
    let mut clicks: Vec<[Duration; 3]> = Vec::new();
    for _ in 0..TAKES {
        clicks.push(play(&room, &mut scenes));
    }
    println!("an article of {LONG} bytes; {TAKES} takes of every scene\n");
    let steps = [
        "click to the first screen",
        "to the marks of names",
        "to every height measured",
    ];
    let rows: Vec<[String; 3]> = steps
        .iter()
        .enumerate()
        .map(|(i, step)| {
            let times: Samples = clicks.iter().map(|click| click[i]).collect();
            [(*step).to_owned(), ms(times.median()), ms(times.worst())]
        })
        .collect();
    println!("{}", table(["from the click", "median", "worst"], &rows));

    let (small, few) = list(50)?;
    let (large, many) = list(60_000)?;
    scenes.extend([small, large]);
    let rows: Vec<[String; 8]> = scenes.iter().map(Scene::row).collect();
    let head = [
        "frames",
        "n",
        "pictures",
        "median",
        "99 %",
        "worst",
        "raw worst",
        "triangles",
    ];
    println!("{}", table(head, &rows));
    let rows: Vec<[String; 3]> = ACTIONS
        .iter()
        .zip(few.iter().zip(&many))
        .map(|(action, (few, many))| [(*action).to_owned(), ms(*few), ms(*many)])
        .collect();
    println!(
        "{}",
        table(["the frame that answers", "50 articles", "60,000"], &rows)
    );
    Ok(())
}

fn scenes() -> Vec<Scene> {
    [
        "wheel, while heights are measured",
        "settled",
        "settled, pointer on the text",
        "wheel, slow",
        "touchpad, a thrown page",
        "page down",
        "end, start, end …",
        "strip, jumps",
    ]
    .into_iter()
    .map(Scene::new)
    .collect()
}

/// Plays every scene once. Returns the times from the click to the first
/// screen, to the marks, and to the settled pane.
fn play(folder: &Path, scenes: &mut [Scene]) -> [Duration; 3] {
    let mut window = Window::open(Source::Folder(folder.to_path_buf()));
    window.settle();

    let start = Instant::now();
    window.select(1);
    window.frame(vec![pointer(IN_PANE)]);
    let first = start.elapsed();
    // The thread that finds the names is done after some frames.
    let ahead: Vec<Frame> = (0..40).map(|_| window.frame(vec![wheel(30.0)])).collect();
    let marked = start.elapsed();
    window.settle();
    let settled = start.elapsed();

    // A click gives the pane the keyboard.
    window.frame(vec![button(IN_PANE, true)]);
    window.frame(vec![button(IN_PANE, false), key(Key::Home)]);
    window.settle();
    let elsewhere = pointer(egui::pos2(640.0, 20.0));
    window.frame(vec![elsewhere]);
    let still = frames(&mut window, 200, |_| Vec::new());
    window.frame(vec![pointer(IN_PANE)]);
    let hovering = frames(&mut window, 200, |_| Vec::new());
    let slow = frames(&mut window, 300, |n| {
        if n % 6 == 0 {
            vec![wheel(50.0)]
        } else {
            Vec::new()
        }
    });
    let thrown = frames(&mut window, 150, |_| vec![wheel(700.0)]);
    let pages = frames(&mut window, 150, |_| vec![key(Key::PageDown)]);
    let ends = frames(&mut window, 60, |n| {
        vec![key(if n % 2 == 0 { Key::End } else { Key::Home })]
    });
    let jumps = frames(&mut window, 60, |n| {
        #[expect(clippy::cast_precision_loss, reason = "a few frames")]
        let y = 60.0 + (n * 367 % 740) as f32;
        let at = egui::pos2(270.0, y);
        vec![pointer(at), button(at, n % 2 == 0)]
    });
    let takes = [ahead, still, hovering, slow, thrown, pages, ends, jumps];
    for (scene, take) in scenes.iter_mut().zip(takes) {
        scene.takes.push(take);
    }
    [first, marked, settled]
}

fn frames(
    window: &mut Window,
    n: usize,
    mut events: impl FnMut(usize) -> Vec<egui::Event>,
) -> Vec<Frame> {
    (0..n).map(|n| window.frame(events(n))).collect()
}

/// What [`list`] does in the list, each answered by one frame.
const ACTIONS: [&str; 9] = [
    "opening the corpus (slowest frame)",
    "click on an article",
    "key: down",
    "key: page down",
    "key: end",
    "key: home",
    "period 2023 alone",
    "all periods again",
    "sorted by title",
];

/// The window on a corpus of `n_articles` short articles: standing still, and
/// the frames of [`ACTIONS`], each as its fastest take had it.
fn list(n_articles: u32) -> anyhow::Result<(Scene, Vec<Duration>)> {
    let folder = corpus::folder(Plan {
        n_articles,
        mean_tokens: 60,
    })?;
    let mut scene = Scene::new(format!("settled, {n_articles} articles in the list"));
    let mut actions = vec![Duration::MAX; ACTIONS.len()];
    for _ in 0..TAKES {
        let mut window = Window::open(Source::Folder(folder.clone()));
        let opening = window.settle().iter().map(Frame::total).max();
        window.frame(vec![pointer(IN_PANE)]);
        scene.takes.push(frames(&mut window, 200, |_| Vec::new()));

        window.frame(vec![pointer(IN_LIST), button(IN_LIST, true)]);
        let mut took = vec![opening.unwrap_or_default()];
        took.push(answer(&mut window, vec![button(IN_LIST, false)]));
        for key in [Key::ArrowDown, Key::PageDown, Key::End, Key::Home] {
            took.push(answer(&mut window, vec![common::window::key(key)]));
        }
        let period = Command::TogglePeriod(Some(Facet::new("2023")));
        for command in [period.clone(), period, Command::Sort(SortBy::Title)] {
            window.app.send(command);
            took.push(answer(&mut window, Vec::new()));
        }
        for (least, took) in actions.iter_mut().zip(took) {
            *least = took.min(*least);
        }
    }
    Ok((scene, actions))
}

/// The slower of the frame that takes the input and the next, which shows what
/// it led to; then the window settles.
fn answer(window: &mut Window, events: Vec<egui::Event>) -> Duration {
    let took = window.frame(events).total();
    let shown = window.frame(Vec::new()).total();
    window.settle();
    took.max(shown)
}

/// A folder of two articles: a short one, which is open first, and the long one.
fn write_long_article(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    let writer = ArticleWriter::new();
    let mut short = String::new();
    writer.article(11, 1, 120, &mut short);
    fs::write(folder.join("1-short.txt"), short)?;
    fs::write(folder.join("2-long.txt"), writer.article_of(11, LONG))?;
    let index = "# مقالة طويلة\n\n| file | date |\n|---|---|\n\
                 | 1-short.txt | 2023-09-20 |\n| 2-long.txt | 2020-10-14 |\n";
    fs::write(folder.join("INDEX.md"), index)?;
    Ok(())
}
