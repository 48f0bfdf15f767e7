//! Set text and the widgets made of it, each in a window without a display.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod frame;
mod oracles;
#[path = "snapshots/mod.rs"]
mod snapshot;

use egui::{Context, Ui};
use egui_kittest::{Harness, HarnessBuilder};
use std::cell::RefCell;
use std::rc::Rc;
use warraq::text::FontCatalog;
use warraq::ui::{Pen, widgets};

mod chart;
mod kwic;
mod line_editor;
mod raster;
mod search_field;
mod table;
mod text_geometry;
mod text_golden;

/// A window that `show` draws with a pen; `setup` comes before its first frame.
fn with_pen<S: 'static>(
    builder: HarnessBuilder<S>,
    setup: impl FnOnce(&Context) + 'static,
    state: S,
    mut show: impl FnMut(&mut Ui, &mut Pen, &mut S) + 'static,
) -> Harness<'static, S> {
    let pen = Rc::new(RefCell::new(None));
    let made = Rc::clone(&pen);
    let mut harness = builder
        .with_context_setup(move |ctx| {
            setup(ctx);
            *made.borrow_mut() = Some(Pen::new(ctx, &FontCatalog::bundled()));
        })
        .build_ui_state(
            move |ui, state: &mut S| {
                let mut pen = pen.borrow_mut();
                let pen = pen.as_mut().expect("made in the setup");
                pen.begin_pass(ui.ctx());
                widgets::note_input(ui.ctx());
                show(ui, pen, state);
            },
            state,
        );
    harness.run();
    harness
}
