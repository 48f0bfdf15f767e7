//! Looks at every frame of every test: what must never be seen is noted.

use crate::frame::{PaintedText, native_right_to_left, texts};
use egui::epaint::ClippedShape;
use egui::{Color32, Context, FullOutput, Plugin, TexturesDelta};
use std::collections::BTreeSet;
use warraq::ui::raster::{Picture, Raster};

/// Keeps the textures of a context, its last shapes, and the faults it saw.
#[derive(Default)]
pub(crate) struct Watch {
    raster: Raster,
    /// Textures to forget when the next frame comes.
    to_free: TexturesDelta,
    shapes: Vec<ClippedShape>,
    faults: BTreeSet<String>,
}

impl Plugin for Watch {
    fn debug_name(&self) -> &'static str {
        "watch"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        self.raster.free(&self.to_free);
        self.to_free.clear();
        self.raster.apply(&output.textures_delta);
        self.to_free.free.clone_from(&output.textures_delta.free);
        // The harness would keep them for a renderer that never comes.
        output.textures_delta.clear();
        for text in native_right_to_left(&output.shapes) {
            self.faults.insert(format!("egui itself has set {text:?}"));
        }
        let written = texts(&output.shapes);
        let spoken = output.platform_output.accesskit_update.iter();
        let spoken = spoken
            .flat_map(|update| &update.nodes)
            .filter_map(|(_, node)| node.label());
        for text in written.iter().map(PaintedText::text).chain(spoken) {
            if let Some(key) = placeholder(text) {
                self.faults.insert(format!("no text for the key {key:?}"));
            }
        }
        self.shapes.clone_from(&output.shapes);
    }
}

impl Watch {
    /// What was seen so far that must not be.
    pub(crate) fn faults(&self) -> &BTreeSet<String> {
        &self.faults
    }

    /// The shapes of the last frame.
    pub(crate) fn shapes(&self) -> &[ClippedShape] {
        &self.shapes
    }

    /// The last frame; `size` in points.
    pub(crate) fn picture(&self, ctx: &Context, size: egui::Vec2, ground: Color32) -> Picture {
        let scale = ctx.pixels_per_point();
        let primitives = ctx.tessellate(self.shapes.clone(), scale);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size in pixels"
        )]
        let pixels = [size.x, size.y].map(|side| (side * scale).round() as usize);
        self.raster.paint(&primitives, pixels, scale, ground)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.to_free.clear();
    }
}

/// The key in brackets that stands for a text that is not there.
fn placeholder(text: &str) -> Option<&str> {
    text.split('[').skip(1).find_map(|rest| {
        let (key, _) = rest.split_once(']')?;
        let is_key = key.len() > 2
            && key.starts_with(|c: char| c.is_ascii_lowercase())
            && key
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_key.then_some(key)
    })
}

#[test]
fn placeholders_are_found() {
    assert_eq!(placeholder("a [list-count] b"), Some("list-count"));
    assert_eq!(placeholder("[close]"), Some("close"));
    assert_eq!(placeholder("[1] [x] [غ-ب] ["), None);
}
