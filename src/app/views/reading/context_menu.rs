//! The menu of the pane: what can be done with the words selected, pressed or
//! at the caret.

use crate::analysis::concordance::HitKey;
use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::base::ByteSpan;
use crate::ui::widgets::{floating_frame, menu_item, pressed_beside};
use crate::ui::{SearchField, SearchFieldLook};
use egui::{
    Area, EventFilter, Id, Key, Modifiers, Order, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// The name of what has the keyboard while the menu is open.
pub(in crate::app) const CONTEXT_MENU: &str = "context-menu";
/// The name of the field of its note.
const NOTE_FIELD: &str = "reading-note";
/// Width of the menu in points.
const WIDTH: f32 = 320.0;
/// Points between the words and the menu.
const GAP: f32 = 8.0;
/// Longer words, in bytes, are no search.
const MOST_SEARCHED: usize = 400;
/// Letters of the words that the menu repeats.
const MOST_SHOWN: usize = 24;

/// What the menu is about.
#[derive(Debug, Clone)]
pub(super) struct AskedWords {
    /// What is copied, in bytes of the article's text.
    pub(super) span: ByteSpan,
    /// Whether it is a name or stands in one paragraph, so that it can be
    /// marked, searched and noted.
    pub(super) is_short: bool,
    /// The mention that it is, by index.
    pub(super) mention: Option<usize>,
    /// Where it stands on the screen.
    pub(super) at: Rect,
}

/// What the reader chose that the pane does itself.
#[derive(Debug, Clone)]
pub(super) enum ForPane {
    /// Put these words on the clipboard.
    Copy(ByteSpan),
    /// Open the menu of repairs for the words.
    Mark(AskedWords),
}

/// A line of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Copy,
    CopyWithSource,
    Search,
    Concordance,
    Mark,
    Note,
}

struct Open {
    words: AskedWords,
    /// The article, as the state counts those opened.
    revision: u64,
    /// The place of the note, while it is being written.
    noting: Option<u32>,
    takes_focus: bool,
}

/// The state of the menu.
pub(super) struct ContextMenu {
    open: Option<Open>,
    chosen: usize,
    note: SearchField,
    /// How high the menu was when it was last drawn, in points.
    height: f32,
}

impl Default for ContextMenu {
    fn default() -> Self {
        Self {
            open: None,
            chosen: 0,
            note: SearchField::plain(Id::unique(NOTE_FIELD)),
            height: 6.0 * 30.0 + 12.0,
        }
    }
}

impl ContextMenu {
    /// Opens it beside the words.
    pub(super) fn open(&mut self, words: AskedWords, revision: u64) {
        self.chosen = 0;
        self.open = Some(Open {
            words,
            revision,
            noting: None,
            takes_focus: true,
        });
    }

    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Draws it while it is open.
    pub(super) fn show(&mut self, ui: &Ui, panel: &mut Panel<'_>) -> Option<ForPane> {
        let mut open = self.open.take()?;
        if open.revision != panel.state.article_revision {
            return None;
        }
        let mut outcome = Outcome::Open;
        let shown = Area::new(Id::unique(CONTEXT_MENU).with("area"))
            .order(Order::Foreground)
            .fixed_pos(self.place(ui.ctx().content_rect(), open.words.at))
            .constrain(true)
            .show(ui.ctx(), |ui| {
                let frame = floating_frame(panel.cx.palette).inner_margin(6.0);
                frame.show(ui, |ui| {
                    ui.set_width(WIDTH - 12.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    outcome = match open.noting {
                        Some(place) => self.note_ui(ui, panel, place, open.takes_focus),
                        None => self.lines_ui(ui, panel, &open),
                    };
                });
            });
        open.takes_focus = false;
        let room = shown.response.rect;
        self.height = room.height();
        let is_left = pressed_beside(ui, room);
        match outcome {
            Outcome::Open if is_left => None,
            Outcome::Open => {
                self.open = Some(open);
                None
            }
            Outcome::Closed => {
                back_to_text(ui);
                None
            }
            Outcome::Did(act) => self.act(ui, panel, open, act),
        }
    }

    fn act(&mut self, ui: &Ui, panel: &mut Panel<'_>, mut open: Open, act: Act) -> Option<ForPane> {
        let span = open.words.span;
        match act {
            Act::Note => {
                let place = panel.state.place_of_note(span)?;
                self.note.set_text(note_at(panel, &place));
                open.noting = Some(place.start);
                open.takes_focus = true;
                self.open = Some(open);
                return None;
            }
            // The menu of repairs takes the keyboard itself.
            Act::Mark => return Some(ForPane::Mark(open.words)),
            Act::Copy => {
                back_to_text(ui);
                return Some(ForPane::Copy(span));
            }
            Act::CopyWithSource => panel.send(Command::CopyWithSource(span)),
            Act::Search | Act::Concordance => {
                panel.search_for(&phrase(panel, span));
                if act == Act::Concordance {
                    panel.send(Command::Ui(UiCommand::ShowConcordance));
                }
            }
        }
        back_to_text(ui);
        None
    }

    /// Below the words, or above them where there is no room.
    fn place(&self, window: Rect, at: Rect) -> egui::Pos2 {
        let x = (at.center().x - WIDTH / 2.0).clamp(4.0, (window.right() - WIDTH - 8.0).max(4.0));
        let below = at.bottom() + GAP;
        if below + self.height <= window.bottom() - 4.0 {
            return pos2(x, below);
        }
        pos2(x, (at.top() - GAP - self.height).max(window.top() + 4.0))
    }

    fn lines_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, open: &Open) -> Outcome {
        let acts: &[Act] = if open.words.is_short {
            &[
                Act::Copy,
                Act::CopyWithSource,
                Act::Search,
                Act::Concordance,
                Act::Mark,
                Act::Note,
            ]
        } else {
            &[Act::Copy, Act::CopyWithSource]
        };
        grab_keys(ui, panel, open.takes_focus);
        let mut outcome = self.keys(ui, acts);
        for (index, act) in acts.iter().enumerate() {
            let (text, hint) = line_of(ui, panel, &open.words, *act);
            let line = menu_item(&mut panel.cx, ui, &text, &hint, index == self.chosen);
            if line.hovered() && ui.input(|i| i.pointer.is_moving()) {
                self.chosen = index;
            }
            if line.clicked() {
                outcome = Outcome::Did(*act);
            }
        }
        outcome
    }

    fn keys(&mut self, ui: &Ui, acts: &[Act]) -> Outcome {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let n = acts.len();
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1) % n;
        }
        if pressed(Key::ArrowUp) {
            self.chosen = (self.chosen + n - 1) % n;
        }
        if pressed(Key::Escape) {
            return Outcome::Closed;
        }
        let chosen = acts.get(self.chosen).filter(|_| pressed(Key::Enter));
        chosen.map_or(Outcome::Open, |act| Outcome::Did(*act))
    }

    fn note_ui(
        &mut self,
        ui: &mut Ui,
        panel: &mut Panel<'_>,
        place: u32,
        takes_focus: bool,
    ) -> Outcome {
        let id = Id::unique(NOTE_FIELD);
        // Escape leaves the field at once, without emptying it first, unless it
        // ends what an input method composes.
        let escape = ui.memory(|m| m.has_focus(id))
            && self.note.editor().compose().is_none()
            && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
        if takes_focus {
            self.note.request_focus();
        }
        let look = SearchFieldLook {
            placeholder: &panel.texts.get("line-note-hint"),
            hint: "",
            name: &panel.texts.get("line-note"),
            clear_name: &panel.texts.get("line-note-clear"),
            right_to_left: panel.cx.right_to_left,
            width: ui.available_width(),
            height: 34.0,
        };
        let field = self.note.show(ui, panel.cx.pen, panel.cx.palette, &look);
        if field.submitted {
            let note = self.note.text().trim().to_owned();
            panel.send(Command::NoteAt(place, note));
        }
        if field.submitted || escape || field.cancelled {
            Outcome::Closed
        } else {
            Outcome::Open
        }
    }
}

/// What has come of the menu in a pass.
enum Outcome {
    Open,
    Closed,
    Did(Act),
}

/// The words of a line, and its keys or what is there already.
fn line_of(ui: &Ui, panel: &Panel<'_>, words: &AskedWords, act: Act) -> (String, String) {
    let text = |key: &str| panel.texts.get(key).into_owned();
    let keys = |command: UiCommand| command.keys_text(ui.ctx().os());
    match act {
        Act::Copy => (text("context-copy"), keys(UiCommand::Copy)),
        Act::CopyWithSource => (text("context-copy-source"), keys(UiCommand::CopyWithSource)),
        Act::Search => {
            // From right to left, as they stand in the article.
            let shown = format!("\u{200F}{}", shortened(&plain(panel, words.span)));
            let args = [("words", shown.as_str().into())];
            (panel.texts.with("context-search", &args), String::new())
        }
        Act::Concordance => (text("context-concordance"), String::new()),
        Act::Mark if words.mention.is_some() => (text("context-repair"), keys(UiCommand::Repair)),
        Act::Mark => (text("context-mark"), keys(UiCommand::Repair)),
        Act::Note => {
            let place = panel.state.place_of_note(words.span);
            let note = place.map(|place| shortened(note_at(panel, &place)));
            (text("context-note"), note.unwrap_or_default())
        }
    }
}

fn note_at<'a>(panel: &Panel<'a>, place: &HitKey) -> &'a str {
    let marks = &panel.state.lines.marks;
    marks.get(place).map_or("", |mark| &mark.note)
}

/// The words in one line.
fn plain(panel: &Panel<'_>, span: ByteSpan) -> String {
    let article = panel.state.open_article();
    let words = article.map_or("", |article| span.slice(&article.text));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A query for the words one after the other.
fn phrase(panel: &Panel<'_>, span: ByteSpan) -> String {
    let words = plain(panel, span);
    let words = words.get(..words.floor_char_boundary(MOST_SEARCHED));
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let words = words.unwrap_or_default().replace(is_quote, " ");
    format!("\"{}\"", words.trim())
}

/// The first letters of `text`.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Gives the menu the keyboard, so that letters and arrows are its own.
fn grab_keys(ui: &mut Ui, panel: &Panel<'_>, takes_focus: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let id = Id::unique(CONTEXT_MENU);
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let name = panel.texts.get("context-menu");
    response.widget_info(|| WidgetInfo::labeled(Role::Menu, true, &*name));
    if takes_focus {
        response.request_focus();
    }
    let keys = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        tab: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
}

fn back_to_text(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Id::unique("reading-pane")));
}
