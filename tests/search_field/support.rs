//! A window with a search field between two buttons, and what it paints.

use crate::frame::{self, PaintedText, native_right_to_left, rects, texts};
use crate::with_pen;
use egui::{Event, Id, ImeEvent, Key, Modifiers, OutputCommand, Pos2, Rect, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use warraq::text::{BaseDirection, Block, FontCatalog, LineEditor, LineMeasure, Typesetter};
use warraq::ui::theme::{self, Theme};
use warraq::ui::{Pen, SearchField, SearchFieldLook};

pub(crate) const MIXED: &str = "قره باغ 2020 CNN";
pub(crate) const NAME: &str = "البحث في المجموعة";
pub(crate) const CLEAR: &str = "مسح البحث";
pub(crate) const PLACEHOLDER: &str = "ابحث في المجموعة";
pub(crate) const LONG: &str = "أعلنت وزارة الدفاع الأذربيجانية، الثلاثاء، أنها بدأت حملة CNN في 2020 لمكافحة \
                    الإرهاب في المنطقة المتنازع عليها";
pub(crate) const CTRL: Modifiers = Modifiers {
    alt: false,
    ctrl: true,
    shift: false,
    mac_cmd: false,
    command: true,
};
/// Two clicks with a step of this many seconds for each event are one double click.
pub(crate) const QUICK: f32 = 0.01;
/// With a step of this many seconds they are not.
pub(crate) const SLOW: f32 = 0.25;

pub(crate) struct Window {
    pub(crate) field: SearchField,
    pub(crate) right_to_left: bool,
    pub(crate) submitted: usize,
    pub(crate) cancelled: usize,
    pub(crate) changed: usize,
}

pub(crate) struct Test {
    pub(crate) harness: Harness<'static, Window>,
}

impl Test {
    pub(crate) fn new() -> Self {
        Self::with(true, SLOW)
    }

    pub(crate) fn with(right_to_left: bool, step: f32) -> Self {
        let window = Window {
            field: SearchField::new(Id::unique("search")),
            right_to_left,
            submitted: 0,
            cancelled: 0,
            changed: 0,
        };
        let builder = Harness::builder()
            .with_size(vec2(500.0, 120.0))
            .with_step_dt(step);
        #[expect(
            clippy::disallowed_methods,
            reason = "something before and after the field to which Tab leads"
        )]
        let show = move |ui: &mut Ui, pen: &mut Pen, window: &mut Window| {
            let _ = ui.button("first");
            let look = SearchFieldLook {
                placeholder: PLACEHOLDER,
                hint: "Ctrl F",
                name: NAME,
                clear_name: CLEAR,
                right_to_left: window.right_to_left,
                width: 240.0,
                height: 36.0,
            };
            let shown = window.field.show(ui, pen, Theme::Light.palette(), &look);
            window.submitted += usize::from(shown.submitted);
            window.cancelled += usize::from(shown.cancelled);
            window.changed += usize::from(shown.changed);
            assert_eq!(shown.changed, shown.response.changed());
            let _ = ui.button("last");
        };
        let harness = with_pen(builder, |_| (), window, show);
        Self { harness }
    }

    /// A field with the focus and with `text` in it, the caret at its end.
    pub(crate) fn focused(text: &str) -> Self {
        let mut test = Self::new();
        test.focus();
        test.event(Event::Text(text.to_owned()));
        test
    }

    pub(crate) fn focus(&mut self) {
        self.harness.state_mut().field.request_focus();
        self.harness.run();
    }

    /// One step with `event`: the output is that of this step.
    pub(crate) fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.step();
        let shapes = &self.harness.output().shapes;
        assert_eq!(native_right_to_left(shapes), [""; 0]);
    }

    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.event(frame::key(key, modifiers, true));
    }

    pub(crate) fn ime(&mut self, event: ImeEvent) {
        self.event(Event::Ime(event));
    }

    pub(crate) fn preedit(&mut self, text: &str) {
        self.ime(ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        });
    }

    pub(crate) fn button(&mut self, pos: Pos2, pressed: bool, modifiers: Modifiers) {
        self.event(frame::button(pos, modifiers, pressed));
    }

    pub(crate) fn click(&mut self, pos: Pos2) {
        self.event(Event::PointerMoved(pos));
        self.button(pos, true, Modifiers::NONE);
        self.button(pos, false, Modifiers::NONE);
    }

    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.event(Event::PointerMoved(from));
        self.button(from, true, Modifiers::NONE);
        self.event(Event::PointerMoved(from.lerp(to, 0.5)));
        self.event(Event::PointerMoved(to));
        self.button(to, false, Modifiers::NONE);
    }

    pub(crate) fn editor(&self) -> &LineEditor {
        self.harness.state().field.editor()
    }

    pub(crate) fn text(&self) -> &str {
        self.editor().text()
    }

    pub(crate) fn is_focused(&self) -> bool {
        self.harness.get_by_label(NAME).is_focused()
    }

    pub(crate) fn rect(&self) -> Rect {
        self.harness.get_by_label(NAME).rect()
    }

    pub(crate) fn copied(&self) -> Option<String> {
        let commands = &self.harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// The galley of the field's text, and what it is clipped to.
    pub(crate) fn painted_text(&self) -> PaintedText {
        let mut found = texts(&self.harness.output().shapes);
        found.retain(|painted| painted.text() == self.text());
        assert_eq!(found.len(), 1, "the text is painted once");
        found.remove(0)
    }

    /// The caret as painted: the only rectangle of its width.
    pub(crate) fn caret(&self) -> Option<Rect> {
        let ink = Theme::Light.palette().ink;
        let mut carets: Vec<Rect> = rects(&self.harness.output().shapes)
            .into_iter()
            .filter(|rect| rect.fill == ink && (rect.rect.width() - 1.5).abs() < 0.01)
            .map(|rect| rect.rect)
            .collect();
        assert!(carets.len() <= 1, "one caret");
        carets.pop()
    }

    /// A point of the text's block on the screen.
    pub(crate) fn on_screen(&self, x: f32) -> Pos2 {
        pos2(self.painted_text().shape.pos.x + x, self.rect().center().y)
    }

    /// Asserts that the caret is painted at `x` of the block.
    pub(crate) fn assert_caret_at(&self, x: f32, what: &str) {
        let caret = self.caret().expect("a caret is painted");
        let expected = self.on_screen(x).x;
        // The caret is kept whole inside the box, so it may move by half its width.
        assert!(
            (caret.center().x - expected).abs() < 0.8,
            "{what}: caret at {} instead of {expected}",
            caret.center().x
        );
        let ime = self
            .harness
            .output()
            .platform_output
            .ime
            .expect("input methods are on");
        assert_eq!(ime.cursor_rect, caret, "{what}");
    }
}

/// `text` set as the field sets it.
pub(crate) fn set(text: &str, direction: BaseDirection) -> Block {
    let measure = LineMeasure {
        direction,
        ..LineMeasure::SINGLE_LINE
    };
    Typesetter::new(&FontCatalog::bundled()).set(text, theme::text(), measure, &[])
}
