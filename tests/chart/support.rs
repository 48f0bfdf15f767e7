//! A window with one chart, and what it paints.

use crate::chart::data::Look;
use crate::frame::{self, native_right_to_left, texts};
use crate::with_pen;
use egui::{Event, Id, Key, Modifiers, Pos2, Rect, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::ui::chart::{DispersionLook, DispersionRow, DispersionView, Drawing, Pick, show};
use warraq::ui::theme::Theme;
use warraq::ui::{Cx, Pen};

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
        mut draw: impl FnMut(&mut Ui, &mut Cx<'_>, &mut Answers) + 'static,
    ) -> Self {
        let builder = Harness::builder()
            .with_size(look.size + 2.0 * AT.to_vec2() + vec2(0.0, 40.0))
            .with_step_dt(0.25);
        let show = move |ui: &mut Ui, pen: &mut Pen, answers: &mut Answers| {
            let mut cx = Cx {
                pen,
                palette: look.palette(),
                right_to_left: look.arabic,
            };
            draw(ui, &mut cx, answers);
        };
        let harness = with_pen(builder, |_| (), Answers::default(), show);
        Self { harness }
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.run();
        let shapes = &self.harness.output().shapes;
        assert_eq!(native_right_to_left(shapes), [""; 0]);
    }

    pub(crate) fn point(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
    }

    pub(crate) fn click(&mut self, at: Pos2) {
        self.point(at);
        for pressed in [true, false] {
            self.event(frame::button(at, Modifiers::NONE, pressed));
        }
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.event(frame::key(key, Modifiers::NONE, true));
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
            .map(|text| (text.text().to_owned(), text.rect()))
            .collect()
    }
}

/// The usual look of a test: Arabic or English, on light paper.
pub(crate) fn light(arabic: bool, width: f32, height: f32) -> Look {
    Look::new(arabic, Theme::Light, width, height)
}
