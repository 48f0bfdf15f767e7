//! What goes into a frame of a window, and what it has painted.

use egui::epaint::{ClippedShape, RectShape, TextShape};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Shape};
use warraq::text::is_right_to_left;

/// That `key` goes down or up.
pub(crate) const fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    }
}

/// That the first button of the mouse goes down or up at `pos`.
pub(crate) const fn button(pos: Pos2, modifiers: Modifiers, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    }
}

/// A text on the screen and what it is clipped to.
#[derive(Clone)]
pub(crate) struct PaintedText {
    pub(crate) shape: TextShape,
    pub(crate) clip: Rect,
}

impl PaintedText {
    /// What is written, whole even where it is cut.
    pub(crate) fn text(&self) -> &str {
        self.shape.galley.text()
    }

    /// The room of its lines on the screen.
    pub(crate) fn rect(&self) -> Rect {
        self.shape.galley.rect.translate(self.shape.pos.to_vec2())
    }

    /// The box of its ink on the screen.
    pub(crate) fn ink(&self) -> Rect {
        let bounds = self.shape.galley.mesh_bounds;
        bounds.translate(self.shape.pos.to_vec2())
    }
}

/// Every shape that is no list of shapes, with its clip rectangle, in order.
pub(crate) fn leaves(shapes: &[ClippedShape]) -> Vec<(&Shape, Rect)> {
    fn collect<'a>(shape: &'a Shape, clip: Rect, leaves: &mut Vec<(&'a Shape, Rect)>) {
        if let Shape::Vec(shapes) = shape {
            for shape in shapes {
                collect(shape, clip, leaves);
            }
        } else {
            leaves.push((shape, clip));
        }
    }
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

/// Every text, in the order of painting.
pub(crate) fn texts(shapes: &[ClippedShape]) -> Vec<PaintedText> {
    leaves(shapes)
        .into_iter()
        .filter_map(|(shape, clip)| match shape {
            Shape::Text(text) => Some(PaintedText {
                shape: text.clone(),
                clip,
            }),
            _ => None,
        })
        .collect()
}

/// Every rectangle, in the order of painting.
pub(crate) fn rects(shapes: &[ClippedShape]) -> Vec<RectShape> {
    leaves(shapes)
        .into_iter()
        .filter_map(|(shape, _)| match shape {
            Shape::Rect(rect) => Some(rect.clone()),
            _ => None,
        })
        .collect()
}

/// Texts with right-to-left letters that egui's own layout has set: their rows
/// have glyphs, those of our galleys have none.
pub(crate) fn native_right_to_left(shapes: &[ClippedShape]) -> Vec<String> {
    texts(shapes)
        .into_iter()
        .filter(|text| text.text().chars().any(is_right_to_left))
        .filter(|text| {
            let mut glyphs = text.shape.galley.rows.iter().flat_map(|row| &row.glyphs);
            glyphs.any(|glyph| !glyph.uv_rect.is_nothing())
        })
        .map(|text| text.text().to_owned())
        .collect()
}

/// That a native label with Arabic is found out.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "this is the native text that the search must find"
)]
fn native_arabic_is_found() {
    let ctx = egui::Context::default();
    ctx.set_fonts(amiri_for_egui());
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        ui.add(egui::Label::new("قره باغ"));
        ui.add(egui::Label::new("Latin"));
    });
    output.textures_delta.clear();
    assert_eq!(native_right_to_left(&output.shapes), ["قره باغ"]);
}

fn amiri_for_egui() -> egui::FontDefinitions {
    let bytes = include_bytes!("../assets/fonts/Amiri-Regular.ttf");
    let mut definitions = egui::FontDefinitions::empty();
    let data = egui::FontData::from_static(bytes);
    definitions
        .font_data
        .insert("amiri".to_owned(), data.into());
    for family in [egui::FontFamily::Proportional, egui::FontFamily::Monospace] {
        definitions
            .families
            .insert(family, vec!["amiri".to_owned()]);
    }
    definitions
}
