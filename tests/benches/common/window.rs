//! The window without a display: real input in, a frame's triangles out.

use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2,
    RawInput, Rect, TouchPhase, Vec2, ViewportId, pos2, vec2,
};
use std::sync::Arc;
use std::time::{Duration, Instant};
use warraq::app::settings::{Settings, ThemeChoice};
use warraq::app::{App, Command, Source};
use warraq::jobs::Executor;
use warraq::texts::Language;

/// Size of the window in points, as at the first start.
const SIZE: Vec2 = vec2(1360.0, 860.0);
/// A place in the reading pane, in points.
pub(crate) const IN_PANE: Pos2 = pos2(640.0, 450.0);
/// A place in the list of articles, on a row below the open one.
pub(crate) const IN_LIST: Pos2 = pos2(1200.0, 400.0);
/// Seconds between two frames.
const STEP: f64 = 1.0 / 60.0;
/// The largest texture of today's graphics cards.
const ATLAS: usize = 8192;

/// What a frame cost: the program's part of it, without the graphics card.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Frame {
    /// Collecting results, carrying out commands, laying out and painting.
    pub(crate) ui: Duration,
    /// Turning shapes into triangles.
    pub(crate) tessellate: Duration,
    /// Triangles of the frame.
    pub(crate) n_triangles: usize,
}

impl Frame {
    pub(crate) fn total(&self) -> Duration {
        self.ui + self.tessellate
    }
}

/// A window of Warraq that nobody sees.
pub(crate) struct Window {
    ctx: Context,
    pub(crate) app: App,
    /// Its size in points.
    pub(crate) size: Vec2,
    time: f64,
}

impl Window {
    /// Opens `source` as the real window does, with tasks on threads of their own.
    pub(crate) fn open(source: Source) -> Self {
        let ctx = Context::default();
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let settings = Settings {
            language: Some(Language::Arabic),
            theme: ThemeChoice::Light,
            ..Settings::default()
        };
        let executor = Executor::Threads(Arc::new(|| {}));
        let app = App::new(&ctx, executor, settings, source, false);
        Self {
            ctx,
            app,
            size: SIZE,
            time: 0.0,
        }
    }

    /// One frame with these events.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.time += STEP;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            max_texture_side: Some(ATLAS),
            focused: true,
            events,
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(1.0);
        }
        let start = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx());
            self.app.ui(ui);
        });
        let ui = start.elapsed();
        let start = Instant::now();
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let tessellate = start.elapsed();
        let mut textures = output.textures_delta;
        textures.clear();
        let n_indices: usize = primitives
            .iter()
            .map(|clipped| match &clipped.primitive {
                egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len(),
                egui::epaint::Primitive::Callback(_) => 0,
            })
            .sum();
        Frame {
            ui,
            tessellate,
            n_triangles: n_indices / 3,
        }
    }

    /// Frames until nothing changes; returns them.
    pub(crate) fn settle(&mut self) -> Vec<Frame> {
        let mut frames = Vec::new();
        let mut quiet = 0;
        while quiet < 5 {
            frames.push(self.frame(Vec::new()));
            quiet = if self.app.is_settled() { quiet + 1 } else { 0 };
        }
        frames
    }

    /// Opens the article at place `index` of the list, as a click on it does.
    pub(crate) fn select(&mut self, index: usize) {
        if let Some(id) = self.app.listed(index) {
            self.app.send(Command::SelectArticle(id));
        }
    }
}

/// The pointer moves.
pub(crate) fn pointer(at: Pos2) -> Event {
    Event::PointerMoved(at)
}

/// The primary button is pressed or released.
pub(crate) fn button(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

/// The wheel or a touchpad moves the text up by this many points.
pub(crate) fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        source: MouseWheelSource::Wheel,
        delta: vec2(0.0, -points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

/// A key is pressed.
pub(crate) fn key(key: Key) -> Event {
    key_with(Modifiers::NONE, key)
}

/// A key is pressed while `modifiers` are held.
pub(crate) fn key_with(modifiers: Modifiers, key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}
