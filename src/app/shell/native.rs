//! The real window.

use super::app::App;
use super::clipboard::SystemClipboard;
use super::picker::{DialogAnswer, Picker};
use super::system_scale::system_scale;
use crate::app::command::{Ask, Command, Source};
use crate::app::settings::Settings;
use crate::app::storage::may_have_dialogs;
use crate::base::messages;
use crate::jobs::{Derived, Executor, Waker};

use eframe::NativeOptions;
use egui::{Context, Ui, ViewportBuilder, vec2};
use std::sync::Arc;

messages! {
    /// There is nowhere to open a window.
    #[derive(Debug)]
    pub(in crate::app) enum NoDisplay {
        /// There is no display.
        None => Error "no-display",
        /// The display does not give OpenGL.
        OpenGl => Error "no-opengl",
        /// The display does not give one. What the system says of it names
        /// files of the build.
        Refused => Error "display-refuses",
    }
}

/// The program among others: the name of its desktop entry, by which a desktop
/// finds the name and the icon of a window.
const APP_ID: &str = "io.github.warraq.Warraq";
static ICON: &[u8] = include_bytes!("../../../assets/desktop/icons/128.png");

/// What names a display of Wayland.
const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// Least size of the window in points.
const LEAST: (f32, f32) = (900.0, 600.0);
/// Size at the first start.
const USUAL: (f32, f32) = (1360.0, 860.0);

struct NativeApp {
    app: App,
    picker: Picker,
    /// How much larger the system wants text.
    system_scale: Derived<(), Option<f32>>,
    executor: Executor,
    /// Size and place of the window in points, as the system last told them.
    size: Option<[f32; 2]>,
    at: Option<[f32; 2]>,
    maximized: bool,
}

impl eframe::App for NativeApp {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.system_scale
            .want(&self.executor, "text-scale", (), || {
                |_: &_, _: &_| Ok(system_scale())
            });
        if self.system_scale.poll()
            && let Some(scale) = self.system_scale.shown().and_then(|scale| **scale)
        {
            self.app.set_system_scale(scale);
        }
        match self.picker.poll() {
            Some((Ask::Folder(_), DialogAnswer::Path(folder))) => {
                self.app.send(Command::Open(Source::Folder(folder)));
            }
            Some((Ask::Save(_), DialogAnswer::Path(path))) => self.app.send(Command::SaveTo(path)),
            Some((ask, DialogAnswer::NoDialog)) => self.app.send(Command::NoDialog(ask)),
            None => {}
        }
        if let Some((title, ask)) = self.app.take_dialog_request() {
            if may_have_dialogs() {
                let waker = ctx.clone();
                self.picker
                    .pick(frame, &title, ask, move || waker.request_repaint());
            } else {
                self.app.send(Command::NoDialog(ask));
            }
        }
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        ui.input(|input| {
            let viewport = input.viewport();
            // The whole screen is not the size that the reader gave it.
            if viewport.fullscreen == Some(true) {
                return;
            }
            // In points of the system: those of egui grow with the interface.
            let zoom = input.pixels_per_point() / viewport.native_pixels_per_point.unwrap_or(1.0);
            let size = viewport.inner_rect.map(|rect| (rect.size() * zoom).into());
            self.size = size.or(self.size);
            let at = viewport
                .outer_rect
                .map(|rect| (rect.min.to_vec2() * zoom).into());
            self.at = at.or(self.at);
            self.maximized = viewport.maximized.unwrap_or(self.maximized);
        });
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.finish_saving();
        self.app.keep_window(self.size, self.at, self.maximized);
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`NoDisplay`] when there is no display to open a window on, or the system
/// refuses it.
pub(in crate::app) fn open_window(source: Source, settings: Settings) -> Result<(), NoDisplay> {
    if !has_display() {
        return Err(NoDisplay::None);
    }
    App::leave_panic_reports(settings.language);
    let size = settings
        .window_size
        .map_or(vec2(USUAL.0, USUAL.1), |[w, h]| {
            vec2(w.max(LEAST.0), h.max(LEAST.1))
        });
    let mut viewport = ViewportBuilder::default()
        .with_title("ورّاق")
        .with_app_id(APP_ID)
        .with_inner_size(size)
        .with_min_inner_size(vec2(LEAST.0, LEAST.1))
        .with_maximized(settings.window_maximized)
        .with_drag_and_drop(true);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    if let Some(at) = settings.window_position {
        viewport = viewport.with_position(at);
    }
    let options = NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..NativeOptions::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let wake: Waker = Arc::new({
                let ctx = ctx.clone();
                move || ctx.request_repaint()
            });
            let executor = Executor::Threads(wake);
            let mut app = App::new(&ctx, executor.clone(), settings, source, true);
            app.copy_to(Box::<SystemClipboard>::default());
            if is_wayland() {
                app.expect_no_drops();
            }
            Ok(Box::new(NativeApp {
                app,
                picker: Picker::default(),
                system_scale: Derived::default(),
                executor,
                size: None,
                at: None,
                maximized: false,
            }))
        }),
    )
    .map_err(|error| match error {
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_) => NoDisplay::OpenGl,
        _ => NoDisplay::Refused,
    })
}

/// Whether the environment names one of `variables`.
fn is_named(variables: &[&str]) -> bool {
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    variables.iter().any(is_set)
}

/// Whether the window is one of Wayland, by the rule of winit: where both are
/// named, it takes Wayland. winit 0.30 reports no dropped files there.
fn is_wayland() -> bool {
    cfg!(target_os = "linux") && is_named(&WAYLAND)
}

/// Whether the system has somewhere to put a window.
fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    is_named(&["DISPLAY"]) || is_named(&WAYLAND)
}
