//! A window with one chart, and what it paints.

use crate::chart::data::Look;
use egui::epaint::{ClippedShape, TextShape};
use egui::{Event, Id, Key, Modifiers, PointerButton, Pos2, Rect, Shape, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::cell::RefCell;
use std::rc::Rc;
use warraq::text::{FontCatalog, is_right_to_left};
use warraq::ui::chart::{DispersionLook, DispersionRow, DispersionView, Drawing, Pick, show};
use warraq::ui::theme::Theme;
use warraq::ui::{Cx, Pen, widgets};

pub(crate) const NAME: &str = "a chart";
/// Where a chart stands in its window.
pub(crate) const AT: Pos2 = pos2(40.0, 30.0);

/// What the reader did with the chart.
#[derive(Default)]
pub(crate) struct Answers {
    pub(crate) hovered: Option<Pick>,
    pub(crate) clicked: Vec<Pick>,
    /// Rows that the dispersion asked for.
    pub(crate) asked: Vec<usize>,
}

pub(crate) struct Stage {
    pub(crate) harness: Harness<'static, Answers>,
}

impl Stage {
    /// A window with `drawing`.
    pub(crate) fn new(look: Look, drawing: Drawing) -> Self {
        Self::with(look, move |ui, cx, answers| {
            let shown = show(cx, ui, Id::unique("chart"), AT, &drawing, NAME);
            answers.hovered = shown.hovered;
            answers.clicked.extend(shown.clicked);
        })
    }

    /// A window with the dispersion of `n` articles.
    pub(crate) fn dispersion(
        look: Look,
        n: usize,
        row: impl Fn(usize) -> DispersionRow + 'static,
    ) -> Self {
        let mut view = DispersionView::new(Id::unique("dispersion"));
        Self::with(look, move |ui, cx, answers| {
            let looks = DispersionLook {
                n_rows: n,
                revision: 1,
                ground: look.ground(),
                name: NAME,
                scrollbar_name: "scrollbar",
            };
            let rect = Rect::from_min_size(AT, look.size);
            let asked = &mut answers.asked;
            let (hovered, clicked) = view.show(ui, cx, rect, &looks, &mut |index| {
                asked.push(index);
                row(index)
            });
            answers.hovered = hovered;
            answers.clicked.extend(clicked);
        })
    }

    fn with(
        look: Look,
        mut draw: impl FnMut(&mut egui::Ui, &mut Cx<'_>, &mut Answers) + 'static,
    ) -> Self {
        let pen = Rc::new(RefCell::new(None));
        let setup = Rc::clone(&pen);
        let mut harness = Harness::builder()
            .with_size(look.size + 2.0 * AT.to_vec2() + vec2(0.0, 40.0))
            .with_step_dt(0.25)
            .with_context_setup(move |ctx| {
                *setup.borrow_mut() = Some(Pen::new(ctx, &FontCatalog::bundled()));
            })
            .build_ui_state(
                move |ui, answers: &mut Answers| {
                    let mut pen = pen.borrow_mut();
                    let pen = pen.as_mut().expect("made in the setup");
                    pen.begin_pass(ui.ctx());
                    widgets::note_input(ui.ctx());
                    let mut cx = Cx {
                        pen,
                        palette: look.palette(),
                        right_to_left: look.arabic,
                    };
                    draw(ui, &mut cx, answers);
                },
                Answers::default(),
            );
        harness.run();
        Self { harness }
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.run();
        assert_eq!(native_arabic(&self.harness), Vec::<String>::new());
    }

    pub(crate) fn point(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
    }

    pub(crate) fn click(&mut self, at: Pos2) {
        self.point(at);
        for pressed in [true, false] {
            self.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.event(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }

    /// The rectangle of what is called `name`.
    pub(crate) fn rect(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    /// The names of what is in the chart, in order.
    pub(crate) fn spots(&self) -> Vec<String> {
        let nodes = self.harness.get_all_by_role(egui::Role::GraphicsSymbol);
        nodes
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    pub(crate) fn clicked(&self) -> &[Pick] {
        &self.harness.state().clicked
    }

    pub(crate) fn hovered(&self) -> Option<Pick> {
        self.harness.state().hovered
    }

    /// The texts as painted, with the rectangle of each.
    pub(crate) fn texts(&self) -> Vec<(String, Rect)> {
        texts(&self.harness.output().shapes)
            .into_iter()
            .map(|text| {
                let rect = text.galley.rect.translate(text.pos.to_vec2());
                (text.galley.text().to_owned(), rect)
            })
            .collect()
    }
}

/// The usual look of a test: Arabic or English, on light paper.
pub(crate) fn light(arabic: bool, width: f32, height: f32) -> Look {
    Look::new(arabic, Theme::Light, width, height)
}

fn texts(shapes: &[ClippedShape]) -> Vec<TextShape> {
    fn collect(shape: &Shape, found: &mut Vec<TextShape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            Shape::Text(text) => found.push(text.clone()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, &mut found);
    }
    found
}

/// Texts with right-to-left letters that egui's own layout has set.
fn native_arabic(harness: &Harness<'static, Answers>) -> Vec<String> {
    texts(&harness.output().shapes)
        .into_iter()
        .filter(|text| text.galley.text().chars().any(is_right_to_left))
        .filter(|text| {
            let mut glyphs = text.galley.rows.iter().flat_map(|row| &row.glyphs);
            glyphs.any(|glyph| !glyph.uv_rect.is_nothing())
        })
        .map(|text| text.galley.text().to_owned())
        .collect()
}
