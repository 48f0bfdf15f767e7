//! The program in a window without a display.

use crate::frame;
use crate::watch::Watch;
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, Pos2,
    TouchPhase, UiBuilder, Vec2, ViewportId, vec2,
};
use egui_kittest::Harness;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use warraq::app::settings::{Settings, ThemeChoice};
use warraq::app::{App, Command, Source, UiCommand};
use warraq::jobs::Executor;
use warraq::texts::Language;
use warraq::ui::raster::Picture;

pub(crate) const CTRL: Modifiers = Modifiers {
    alt: false,
    ctrl: true,
    shift: false,
    mac_cmd: false,
    command: true,
};

/// Seconds between two frames, so many that two clicks are never a double click.
pub(crate) const SLOW: f32 = 0.25;
/// Seconds between two frames, so few that two clicks are a double click.
pub(crate) const QUICK: f32 = 0.01;
/// Frames after which a window must have come to rest.
const MOST_FRAMES: usize = 5_000;

/// How a window is opened.
pub(crate) struct Look {
    pub(crate) language: Language,
    pub(crate) theme: ThemeChoice,
    pub(crate) size: Vec2,
    /// Pixels in a point.
    pub(crate) scale: f32,
    /// Seconds between two frames.
    pub(crate) step: f32,
    pub(crate) source: Source,
    pub(crate) recent: Vec<std::path::PathBuf>,
    pub(crate) executor: Executor,
    /// Whether the folders of the user are used.
    pub(crate) saves: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            language: Language::English,
            theme: ThemeChoice::Light,
            size: vec2(1360.0, 800.0),
            scale: 1.0,
            step: SLOW,
            source: Source::Embedded,
            recent: Vec::new(),
            executor: Executor::Inline,
            saves: false,
        }
    }
}

pub(crate) type Shared = Rc<RefCell<Option<App>>>;

/// A window under test.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, Shared>,
    pub(crate) language: Language,
    size: Vec2,
    /// What was put on the clipboard since it was last asked for.
    copied: Option<String>,
}

impl Window {
    /// The window on the embedded corpus, in English.
    pub(crate) fn new() -> Self {
        Self::open(Look::default())
    }

    /// The window on the embedded corpus, in Arabic.
    pub(crate) fn arabic() -> Self {
        Self::open(Look {
            language: Language::Arabic,
            ..Look::default()
        })
    }

    /// A window of the usual look on `source`.
    pub(crate) fn on(source: Source) -> Self {
        Self::open(Look {
            source,
            ..Look::default()
        })
    }

    pub(crate) fn open(look: Look) -> Self {
        let mut window = Self::unsettled(look);
        window.settle();
        window
    }

    /// A window at its start, whose tasks may be held.
    pub(crate) fn unsettled(look: Look) -> Self {
        let shared = Shared::default();
        let made = Rc::clone(&shared);
        let settings = Settings {
            language: Some(look.language),
            theme: look.theme,
            recent: look.recent,
            ..Settings::default()
        };
        let (source, executor, saves) = (look.source, look.executor, look.saves);
        let harness = Harness::builder()
            .with_size(look.size)
            .with_pixels_per_point(look.scale)
            .with_step_dt(look.step)
            .with_context_setup(move |ctx| {
                ctx.add_plugin(Watch::default());
                *made.borrow_mut() = Some(App::new(ctx, executor, settings, source, saves));
            })
            .build_ui_state(
                |ui, app: &mut Shared| {
                    let mut app = app.borrow_mut();
                    let app = app.as_mut().expect("made in the setup");
                    // The harness puts a margin around; a window has none.
                    let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
                    app.logic(ui.ctx());
                    app.ui(&mut ui.new_child(whole));
                },
                shared,
            );
        Self {
            harness,
            language: look.language,
            size: look.size,
            copied: None,
        }
    }

    pub(crate) fn ctx(&self) -> &Context {
        &self.harness.ctx
    }

    pub(crate) fn with_app<T>(&mut self, use_it: impl FnOnce(&mut App) -> T) -> T {
        let mut app = self.harness.state().borrow_mut();
        use_it(app.as_mut().expect("made in the setup"))
    }

    pub(crate) fn size(&self) -> Vec2 {
        self.size
    }

    pub(crate) fn resize(&mut self, size: Vec2) {
        self.size = size;
        self.harness.set_size(size);
        self.settle();
    }

    /// One frame.
    pub(crate) fn step(&mut self) {
        self.harness.step();
        for command in &self.harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        self.check();
    }

    /// Frames until nothing is under way.
    pub(crate) fn settle(&mut self) {
        for _ in 0..MOST_FRAMES {
            self.step();
            let viewport = &self.harness.output().viewport_output[&ViewportId::ROOT];
            let rests = viewport.repaint_delay > Duration::ZERO;
            if rests && self.with_app(|app| app.is_settled()) {
                return;
            }
            if rests {
                // Something is under way on a thread of its own.
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        panic!("not at rest: {:?}", self.ctx().repaint_causes());
    }

    /// Frames for `seconds` on the clock of the window.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let now = |window: &Self| window.ctx().input(|i| i.time);
        let end = now(self) + seconds;
        while now(self) < end {
            self.step();
        }
    }

    fn check(&self) {
        let watch = self.ctx().plugin::<Watch>();
        let faults = watch.lock().faults().clone();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    /// Carries out `command` as a script would.
    pub(crate) fn send(&mut self, command: Command) {
        self.with_app(|app| app.send(command));
        self.settle();
    }

    pub(crate) fn command(&mut self, command: UiCommand) {
        self.send(Command::Ui(command));
    }

    // Input.

    /// One frame with `event`.
    pub(crate) fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.step();
    }

    /// Presses and releases a key, then waits for the result.
    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.event(Event::ModifiersChanged(modifiers));
        for pressed in [true, false] {
            self.event(frame::key(key, modifiers, pressed));
        }
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.press(Modifiers::NONE, key);
    }

    /// Writes `text`, letter by letter.
    pub(crate) fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    pub(crate) fn point(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
    }

    pub(crate) fn button(&mut self, at: Pos2, pressed: bool, modifiers: Modifiers) {
        self.event(frame::button(at, modifiers, pressed));
    }

    pub(crate) fn click(&mut self, at: Pos2) {
        self.click_with(at, Modifiers::NONE);
    }

    pub(crate) fn click_with(&mut self, at: Pos2, modifiers: Modifiers) {
        self.event(Event::ModifiersChanged(modifiers));
        self.point(at);
        self.button(at, true, modifiers);
        self.button(at, false, modifiers);
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Presses `n` times in a row, quickly in a window of quick frames.
    pub(crate) fn clicks(&mut self, at: Pos2, n: usize) {
        self.point(at);
        for _ in 0..n {
            self.button(at, true, Modifiers::NONE);
            self.button(at, false, Modifiers::NONE);
        }
        self.settle();
    }

    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.point(from);
        self.button(from, true, Modifiers::NONE);
        self.point(from.lerp(to, 0.5));
        self.point(to);
        self.button(to, false, Modifiers::NONE);
        self.settle();
    }

    /// Opens the article of this title, which must be in view in the list.
    pub(crate) fn show(&mut self, title: &str) {
        let row = self.rows().into_iter().find(|row| row.0 == title);
        self.click(row.expect("a row").1.center());
    }

    /// Turns the wheel over `at` by `points`; down is negative.
    pub(crate) fn wheel(&mut self, at: Pos2, points: f32, modifiers: Modifiers) {
        self.event(Event::ModifiersChanged(modifiers));
        self.point(at);
        self.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        });
        self.settle();
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Asks for a copy, and returns what then is on the clipboard.
    pub(crate) fn copy(&mut self) -> Option<String> {
        self.copied = None;
        self.event(Event::Copy);
        self.settle();
        self.copied.take()
    }

    pub(crate) fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    pub(crate) fn input(&mut self) -> &mut egui::RawInput {
        self.harness.input_mut()
    }
}

/// Asserts that two pictures are the same, and says where they are not.
pub(crate) fn assert_same_picture(a: &Picture, b: &Picture, what: &str) {
    assert_eq!((a.width, a.height), (b.width, b.height), "{what}");
    let differ = (0..a.height).flat_map(|y| (0..a.width).map(move |x| (x, y)));
    let differ: Vec<_> = differ
        .filter(|(x, y)| a.pixel(*x, *y) != b.pixel(*x, *y))
        .collect();
    let first = differ.first();
    assert!(
        differ.is_empty(),
        "{what}: {} pixels, first {first:?}",
        differ.len()
    );
}
