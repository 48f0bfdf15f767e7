//! Random use over all views, on three corpora, with fixed seeds.
//!
//! A few hundred events in every run of the tests; as many as
//! `WARRAQ_WALK_EVENTS` says, from the seed `WARRAQ_WALK_SEED`, in a longer
//! one, which has a process of its own and looks at its memory, too:
//! `WARRAQ_WALK_EVENTS=33000 cargo test --test ui walk::hostile -- --nocapture`.
//! What failed tells its seed and what was done last; the same seed does it
//! again, since tasks run in the walker's thread.

mod acts;
mod corpora;
mod memory;

use crate::corpora::Folder;
use crate::dice::Dice;
use crate::support::{Look, Window};
use acts::Act;
use corpora::{FIRST_LINE, Place};
use egui::{Event, Key};
use memory::Memory;
use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;
use warraq::app::{Ask, Command};
use warraq::entity::repair::NamesFile;
use warraq::texts::Language;

/// Events of a walk in the usual run of the tests.
const FEW: usize = 300;
/// What was done last is told, so much of it.
const N_TOLD: usize = 80;
/// After so many frames the window must come to rest.
const FRAMES_TO_REST: usize = 150;
/// Frames between two looks at the memory.
const FRAMES_TO_MEMORY: usize = 20;

/// Panics of the process, also those of tasks, which the program survives;
/// other tests provoke some.
static PANICS: AtomicU32 = AtomicU32::new(0);

fn count_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            PANICS.fetch_add(1, Ordering::Relaxed);
            before(info);
        }));
    });
}

fn from_environment(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().expect("a number"))
}

/// Tells how to do it again, when the walk ends in a panic.
struct Told {
    corpus: &'static str,
    seed: u64,
    n_events: usize,
    last: VecDeque<Act>,
}

impl Drop for Told {
    #[expect(clippy::print_stderr, reason = "for whoever looks for the fault")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!(
                "walk through {}: failed after {} events, WARRAQ_WALK_SEED={}; the last:",
                self.corpus, self.n_events, self.seed
            );
            for act in &self.last {
                eprintln!("  {act:?}");
            }
        }
    }
}

struct Walk {
    window: Window,
    dice: Dice,
    /// First the one that is walked through, then those it may go to.
    places: Vec<Place>,
    /// Where exports go.
    exports: Folder,
    /// Where repairs of the embedded corpus are kept.
    kept: Folder,
    /// The definition files as they were last read, and their number of
    /// problems at first.
    names: Vec<(PathBuf, Vec<u8>, usize)>,
    told: Told,
    n_frames: usize,
    /// Whether no other test shares the process.
    is_alone: bool,
}

impl Walk {
    fn new(place: Place, seed: u64, is_alone: bool) -> Self {
        let told = Told {
            corpus: place.name,
            seed,
            n_events: 0,
            last: VecDeque::new(),
        };
        // A small one beside it, so that corpora follow on each other.
        let small = Folder::new().with("a.txt", "خبر\n\nقال الوزير سامر الحداد في باكو.\n");
        let small = Place {
            name: "small",
            source: small.source(),
            folder: Some(small),
        };
        let places = vec![place, corpora::embedded(), small];
        let mut window = Window::open(Look {
            source: places[0].source.clone(),
            step: 0.05,
            ..Look::default()
        });
        let (exports, kept) = (Folder::new(), Folder::new());
        window.with_app(|app| {
            app.keep_names_in(kept.path());
            app.keep_caches_in(&kept.path().join("caches"));
        });
        // What was just said holds from now on.
        window.send(Command::Open(places[0].source.clone()));
        let mut walk = Self {
            window,
            dice: Dice::new(seed),
            places,
            exports,
            kept,
            names: Vec::new(),
            told,
            n_frames: 0,
            is_alone,
        };
        walk.check_names();
        walk
    }

    fn walk(&mut self, n_events: usize) -> Memory {
        let mut memory = Memory::default();
        let mut to_do = VecDeque::new();
        while self.told.n_events < n_events {
            while to_do.len() < 12 {
                to_do.extend(acts::next(&mut self.dice, &mut self.window, &self.places));
            }
            let mut room = 1 + self.dice.below(10);
            while room > 0
                && let Some(act) = to_do.pop_front()
            {
                room -= 1;
                if self.told.last.len() == N_TOLD {
                    self.told.last.pop_front();
                }
                self.told.last.push_back(act.clone());
                if self.carry_out(act) {
                    break;
                }
            }
            self.frame();
            self.answer_dialog();
            if self.n_frames.is_multiple_of(FRAMES_TO_REST) {
                self.rest();
            }
            if self.n_frames.is_multiple_of(FRAMES_TO_MEMORY) {
                memory.note();
            }
        }
        memory
    }

    /// Lets the window come to rest; then no task is said to have failed.
    fn rest(&mut self) {
        self.window.settle();
        for language in Language::ALL {
            self.window.now_in(language);
            let said = self.window.text("try-again");
            assert!(!self.window.has(&said), "a task has panicked");
        }
    }

    /// Gives `act` to the next frame; whether nothing may follow in it.
    fn carry_out(&mut self, act: Act) -> bool {
        match act {
            Act::Event(event) => self.window.input().events.push(event),
            Act::Command(command) => self.window.with_app(|app| app.send(command)),
            Act::Resize(size) => {
                self.window.resize(size);
                return true;
            }
            Act::Scale(scale) => {
                self.window.harness.set_pixels_per_point(scale);
            }
            Act::Frame => return true,
            Act::Tab(modifiers) => {
                // What was there before another view came is not there any more.
                self.frame();
                for pressed in [true, false] {
                    self.window.input().events.push(Event::Key {
                        key: Key::Tab,
                        physical_key: None,
                        pressed,
                        repeat: false,
                        modifiers,
                    });
                }
                self.told.n_events += 2;
                self.frame();
                self.frame();
                let focused = |walk: &Self| walk.window.ctx().memory(egui::Memory::focused);
                // From behind into a menu is a longer way.
                for _ in 0..4 {
                    if focused(self).is_none() {
                        self.frame();
                    }
                }
                assert!(focused(self).is_some(), "Tab leads nowhere");
                return true;
            }
        }
        self.told.n_events += 1;
        false
    }

    fn frame(&mut self) {
        self.window.step();
        self.n_frames += 1;
        if self.is_alone {
            assert_eq!(PANICS.load(Ordering::Relaxed), 0, "a task has panicked");
        }
        self.check_names();
    }

    /// Chooses a file or a folder, or closes the dialog.
    fn answer_dialog(&mut self) {
        let asked = self.window.with_app(warraq::app::App::take_dialog_request);
        let answer = match asked {
            Some((_, Ask::Folder(_))) if self.dice.once_in(4) => {
                Command::Open(acts::open(&mut self.dice, &self.places))
            }
            Some((_, Ask::Save(name))) if !self.dice.once_in(4) => {
                Command::SaveTo(self.exports.path().join(name))
            }
            _ => return,
        };
        self.window.with_app(|app| app.send(answer));
    }

    /// Reads every definition file that has changed.
    fn check_names(&mut self) {
        let of_places = self.places.iter().filter_map(|place| place.folder.as_ref());
        let mut files: Vec<PathBuf> = of_places
            .map(|folder| folder.path().join("entities.toml"))
            .collect();
        let kept = fs::read_dir(self.kept.path()).expect("a folder");
        let kept = kept.map(|entry| entry.expect("an entry").path());
        files.extend(kept.filter(|path| path.is_file()));
        for file in files {
            let known = self.names.iter().position(|(path, ..)| *path == file);
            let Ok(bytes) = fs::read(&file) else {
                assert!(known.is_none(), "{} is gone", file.display());
                continue;
            };
            if known.is_some_and(|at| self.names[at].1 == bytes) {
                continue;
            }
            let text = std::str::from_utf8(&bytes).expect("a text");
            let parsed = NamesFile::parse("entities.toml", text);
            assert!(parsed.is_toml(), "{text}");
            let n_problems = parsed.problems().len();
            let Some(at) = known else {
                self.names.push((file, bytes, n_problems));
                continue;
            };
            let (_, before, most) = &mut self.names[at];
            assert!(n_problems <= *most, "{:?} in\n{text}", parsed.problems());
            let is_ours = !before.starts_with(FIRST_LINE.as_bytes());
            assert!(is_ours || text.starts_with(FIRST_LINE), "{text}");
            *before = bytes;
        }
    }
}

#[expect(clippy::print_stdout, reason = "the figures of a long walk")]
fn walk(place: Place) {
    count_panics();
    let name = place.name;
    let many = from_environment("WARRAQ_WALK_EVENTS");
    let seed = from_environment("WARRAQ_WALK_SEED").unwrap_or(1);
    let n_events = many.map_or(FEW, |n| usize::try_from(n).expect("a number"));
    let start = Instant::now();
    let mut walk = Walk::new(place, seed, many.is_some());
    let memory = walk.walk(n_events);
    walk.rest();
    println!(
        "walk through {name}, seed {seed}: {} events, {} frames, {:.1} s, {memory}",
        walk.told.n_events,
        walk.n_frames,
        start.elapsed().as_secs_f32(),
    );
    // Other tests share the process in the usual run.
    if many.is_some() {
        memory.assert_level();
    }
}

#[test]
fn embedded() {
    walk(corpora::embedded());
}

#[test]
fn generated() {
    walk(corpora::generated());
}

#[test]
fn hostile() {
    walk(corpora::hostile());
}
