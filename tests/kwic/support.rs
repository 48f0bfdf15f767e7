//! A window with a concordance of made-up lines, and what it paints.

use crate::frame::{self, PaintedText, native_right_to_left, texts};
use crate::with_pen;
use egui::accesskit::{Role, Toggled};
use egui::epaint::ClippedShape;
use egui::{
    Context, Event, FullOutput, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Plugin, Pos2,
    Rect, TexturesDelta, TouchPhase, UiBuilder, Vec2, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use std::ops::Range;
use warraq::ui::kwic::{
    KwicAnswer, KwicColumn, KwicContext, KwicEntry, KwicNames, KwicPane, KwicRequest, KwicRow,
};
use warraq::ui::raster::{Picture, Raster};
use warraq::ui::theme::Theme;
use warraq::ui::{Cx, Pen};

pub(crate) const NAMES: KwicNames<'static> = KwicNames {
    list: "أسطر السياق",
    scrollbar: "شريط التمرير",
    tick: "تعليم",
    widen: "سياق أوسع",
    narrow: "سياق أضيق",
    note: "ملاحظة",
    note_hint: "اكتب ملاحظة",
    clear_note: "مسح الملاحظة",
    place: "الفترة · الملف",
    before: "ما قبله",
    node: "العقدة",
    after: "ما بعده",
};

/// Words of a line: before the node, the node, after it.
pub(crate) type Words = (&'static str, &'static str, &'static str);

/// Lines as they stand in news.
pub(crate) const NEWS: [Words; 8] = [
    (
        "كما أكدت باكو تعرض قواتها لقصف أرميني على عدة محاور، واتهمت وزارة",
        "الدفاع",
        "الأذربيجانية أرمينيا بعدم الالتزام بالهدنة الإنسانية والسعي لزيادة التوتر في المنطقة",
    ),
    (
        "الذي أعلنته موسكو بين طرفَي النزاع، أرمينيا وأذربيجان، إلى الالتزام بالهدنة. وأعلنت وزارة",
        "الدفاع",
        "الأذربيجانية اليوم، أنها قصفت موقعين لإطلاق صواريخ في أرمينيا استُخدما في القصف",
    ),
    (
        "لا تزال القوات داخل ناغورنو كاراباخ (2023) بنزع سلاحها و”رفع العلم الأبيض“. وطالبت",
        "الدفاعات",
        "الجوية في بيان لها أمس الثلاثاء “بالانسحاب الكامل للقوات العرقية…” قبل الساعة 22:30",
    ),
    (
        "نقلت وكالة الأنباء عن مصدر مطّلع قال the Russian Foreign",
        "Ministry",
        "spokesman (MoD) said أمس في مؤتمر صحافي عقده في العاصمة الروسية موسكو",
    ),
    ("", "الدفاع", "عن النفس حقّ"),
    ("وانتهى البيان هنا، وزارة", "الدفاع", ""),
    (
        "مقتل 5 أشخاص وإصابة 28 آخرين (بينهم 3 أطفال)، فيما نفت السكرتيرة الصحفية لوزارة",
        "الدفاع",
        "الأرمينية، شوشان ستيبانيان، التقارير [بشأن] استهداف المدينة",
    ),
    (
        "The statement was issued by the Armenian",
        "Ministry",
        "of Defence on 14 October 2020, and was later denied by Baku in full.",
    ),
];

/// How a window is opened.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: Vec2,
    pub(crate) scale: f32,
    pub(crate) theme: Theme,
    pub(crate) interface_right_to_left: bool,
    pub(crate) corpus_right_to_left: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: vec2(1060.0, 420.0),
            scale: 1.0,
            theme: Theme::Light,
            interface_right_to_left: true,
            corpus_right_to_left: true,
        }
    }
}

/// The state of the window: what an application would keep.
pub(crate) struct Window {
    pub(crate) pane: KwicPane,
    pub(crate) n: usize,
    pub(crate) make: fn(usize) -> KwicEntry,
    /// The only entry, instead of those that `make` makes.
    pub(crate) row: Option<KwicEntry>,
    pub(crate) key: u64,
    pub(crate) revision: u64,
    pub(crate) look: Look,
    pub(crate) answers: Vec<KwicAnswer>,
    /// The entries that the pane has asked for.
    pub(crate) asked: Vec<usize>,
}

pub(crate) struct Test {
    pub(crate) harness: Harness<'static, Window>,
}

/// A line made of the news.
pub(crate) fn news(index: usize) -> KwicEntry {
    let palette = Theme::Light.palette();
    let words = NEWS[index % NEWS.len()];
    let mut row = line(words);
    row.place = format!("{} · {:03}", 2020 + 3 * (index / 3 % 2), index % 1_000);
    row.tone = palette.period(index / 3 % 2);
    row.after_inks = words_of(words.2).take(2).zip(0..).collect();
    row.ticked = index == 1;
    if index == 2 {
        row.noted = true;
        row.note = Some("تحقّق من التاريخ".to_owned());
    }
    KwicEntry::Line(row)
}

/// The byte ranges of the words of `text`.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split(' ').map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

pub(crate) fn line((before, node, after): Words) -> KwicRow {
    KwicRow {
        place: "2020 · 001".to_owned(),
        tone: Theme::Light.palette().period(0),
        before: before.to_owned(),
        node: node.to_owned(),
        after: after.to_owned(),
        before_inks: Vec::new(),
        after_inks: Vec::new(),
        ticked: false,
        noted: false,
        note: None,
    }
}

fn wide(index: usize) -> KwicContext {
    let (before, node, after) = NEWS[index % NEWS.len()];
    let start = before.len() + 1;
    KwicContext {
        text: format!("{before} {node} {after} {before} {after}"),
        node: start..start + node.len(),
    }
}

impl Test {
    pub(crate) fn new(n: usize) -> Self {
        Self::with(n, news, Look::default())
    }

    pub(crate) fn with(n: usize, make: fn(usize) -> KwicEntry, look: Look) -> Self {
        let window = Window {
            pane: KwicPane::default(),
            n,
            make,
            row: None,
            key: 1,
            revision: 1,
            look,
            answers: Vec::new(),
            asked: Vec::new(),
        };
        let builder = Harness::builder()
            .with_size(look.size)
            .with_pixels_per_point(look.scale)
            .with_step_dt(0.25)
            .with_max_steps(60);
        let setup = |ctx: &Context| ctx.add_plugin(Camera::default());
        let harness = with_pen(builder, setup, window, |ui, pen, window| {
            window.show(ui, pen);
        });
        Self { harness }
    }

    /// One step with `event`: the output is that of this step.
    pub(crate) fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.step();
        let shapes = &self.harness.output().shapes;
        assert_eq!(native_right_to_left(shapes), [""; 0]);
    }

    /// Presses and releases a key, then waits for what comes of it.
    pub(crate) fn key(&mut self, key: Key) {
        for pressed in [true, false] {
            self.event(frame::key(key, Modifiers::NONE, pressed));
        }
        self.harness.run();
    }

    pub(crate) fn point(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
    }

    pub(crate) fn click(&mut self, at: Pos2) {
        self.point(at);
        for pressed in [true, false] {
            self.event(frame::button(at, Modifiers::NONE, pressed));
        }
        self.harness.run();
    }

    /// Turns the wheel over the list by `points`; down is negative.
    pub(crate) fn wheel(&mut self, points: f32) {
        self.point(self.list().center());
        self.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        self.harness.run();
    }

    pub(crate) fn focus(&mut self) {
        self.harness
            .ctx
            .memory_mut(|m| m.request_focus(KwicPane::id()));
        self.harness.run();
    }

    pub(crate) fn window(&mut self) -> &mut Window {
        self.harness.state_mut()
    }

    /// What was answered since this was last asked.
    pub(crate) fn answers(&mut self) -> Vec<KwicAnswer> {
        std::mem::take(&mut self.window().answers)
    }

    pub(crate) fn selected(&self) -> Option<usize> {
        self.harness.state().pane.selected()
    }

    pub(crate) fn list(&self) -> Rect {
        self.harness.get_by_label(NAMES.list).rect()
    }

    /// The lines in view, from top to bottom: name, rectangle, whether selected.
    pub(crate) fn rows(&self) -> Vec<(String, Rect, bool)> {
        let mut rows: Vec<_> = self
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .map(|node: Node<'_>| {
                let inner = node.accesskit_node();
                let selected = inner.toggled() == Some(Toggled::True);
                (inner.label().unwrap_or_default(), node.rect(), selected)
            })
            .collect();
        rows.sort_by(|a, b| a.1.top().total_cmp(&b.1.top()));
        rows
    }

    /// Every text that is painted, and what it is clipped to.
    pub(crate) fn texts(&self) -> Vec<PaintedText> {
        texts(&self.harness.output().shapes)
    }

    /// The rectangles of the letters of what is painted as `text`.
    pub(crate) fn painted(&self, text: &str) -> Vec<Rect> {
        let found = self.texts().into_iter();
        found
            .filter(|painted| painted.text() == text)
            .map(|painted| painted.ink())
            .collect()
    }

    pub(crate) fn picture(&self) -> Picture {
        let look = self.harness.state().look;
        let camera = self.harness.ctx.plugin::<Camera>();
        camera.lock().picture(&self.harness.ctx, look)
    }
}

impl Window {
    fn show(&mut self, ui: &mut egui::Ui, pen: &mut Pen) {
        let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
        let mut ui = ui.new_child(whole);
        let (make, row, asked) = (self.make, &self.row, &mut self.asked);
        let mut request = KwicRequest {
            n_entries: self.n,
            entry: &mut |index| {
                asked.push(index);
                row.clone().unwrap_or_else(|| make(index))
            },
            wide: &mut wide,
            key: self.key,
            revision: self.revision,
            right_to_left: self.look.corpus_right_to_left,
            scale: 1.0,
            names: NAMES,
        };
        let mut cx = Cx {
            pen,
            palette: self.look.theme.palette(),
            right_to_left: self.look.interface_right_to_left,
        };
        let rect = ui.max_rect();
        let answer = self.pane.show(&mut ui, rect, &mut cx, &mut request);
        if answer != KwicAnswer::default() {
            self.answers.push(answer);
        }
    }
}

/// An answer that only says that the selection has moved.
pub(crate) fn moved_to(index: usize) -> KwicAnswer {
    KwicAnswer {
        selected: Some(index),
        ..KwicAnswer::default()
    }
}

/// An answer that only tells of a heading.
pub(crate) fn heading(column: KwicColumn) -> KwicAnswer {
    KwicAnswer {
        heading: Some(column),
        ..KwicAnswer::default()
    }
}

/// Keeps the textures of a context and the shapes of its last frame.
#[derive(Default)]
struct Camera {
    raster: Raster,
    to_free: TexturesDelta,
    shapes: Vec<ClippedShape>,
}

impl Plugin for Camera {
    fn debug_name(&self) -> &'static str {
        "camera"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        self.raster.free(&self.to_free);
        self.to_free.clear();
        self.raster.apply(&output.textures_delta);
        self.to_free.free.clone_from(&output.textures_delta.free);
        self.shapes.clone_from(&output.shapes);
    }
}

impl Camera {
    fn picture(&self, ctx: &Context, look: Look) -> Picture {
        let primitives = ctx.tessellate(self.shapes.clone(), look.scale);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size in pixels"
        )]
        let pixels = [look.size.x, look.size.y].map(|side| (side * look.scale).round() as usize);
        let ground = look.theme.palette().paper;
        self.raster.paint(&primitives, pixels, look.scale, ground)
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.to_free.clear();
    }
}
