//! The real window.

use super::app::App;
use super::picker::{Ask, DialogAnswer, Picker};
use crate::app::command::{Command, Source};
use crate::app::settings::Settings;
use crate::app::storage::usual_folder;
use crate::base::messages;
use crate::jobs::{Executor, Waker};
use eframe::NativeOptions;
use egui::{Context, Ui, ViewportBuilder, vec2};
use std::sync::Arc;

messages! {
    /// There is nowhere to open a window.
    #[derive(Debug)]
    pub(in crate::app) enum NoDisplay {
        /// There is no display.
        None => Error "no-display",
        /// The display does not give one. What the system says of it names
        /// files of the build.
        Refused => Error "display-refuses",
    }
}

/// The program among others: the name of its desktop entry, by which a desktop
/// finds the name and the icon of a window.
const APP_ID: &str = "io.github.warraq.Warraq";
static ICON: &[u8] = include_bytes!("../../../assets/desktop/icons/128.png");

/// Least size of the window in points.
const LEAST: (f32, f32) = (900.0, 600.0);
/// Size at the first start.
const USUAL: (f32, f32) = (1360.0, 860.0);

struct NativeApp {
    app: App,
    picker: Picker,
    /// Size and place of the window in points, as the system last told them.
    size: Option<[f32; 2]>,
    at: Option<[f32; 2]>,
    maximized: bool,
}

impl eframe::App for NativeApp {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        match self.picker.poll() {
            Some((Ask::Folder(_), DialogAnswer::Path(folder))) => {
                self.app.send(Command::Open(Source::Folder(folder)));
            }
            Some((Ask::Save(_), DialogAnswer::Path(path))) => self.app.send(Command::SaveTo(path)),
            Some((Ask::Folder(_), DialogAnswer::NoDialog)) => self.app.send(Command::NoDialog),
            Some((Ask::Save(name), DialogAnswer::NoDialog)) => {
                self.app.send(Command::SaveTo(usual_folder().join(name)));
            }
            None => {}
        }
        if let Some((title, ask)) = self.app.take_dialog_request() {
            let waker = ctx.clone();
            self.picker
                .pick(frame, &title, ask, move || waker.request_repaint());
        }
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        ui.input(|input| {
            let viewport = input.viewport();
            self.size = viewport
                .inner_rect
                .map(|rect| rect.size().into())
                .or(self.size);
            self.at = viewport.outer_rect.map(|rect| rect.min.into()).or(self.at);
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
            let app = App::new(&ctx, Executor::Threads(wake), settings, source, true);
            Ok(Box::new(NativeApp {
                app,
                picker: Picker::default(),
                size: None,
                at: None,
                maximized: false,
            }))
        }),
    )
    .map_err(|_| NoDisplay::Refused)
}

/// Whether the system has somewhere to put a window.
fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
