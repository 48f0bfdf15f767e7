//! What is a panel given, and of which parts are several made?
//!
//! A panel reads the state, draws, and answers with commands; none changes the
//! state. Must not know any view.

pub(super) mod beside;
pub(super) mod chart_file;
pub(super) mod chart_key;
pub(super) mod entity_card;
pub(super) mod entity_name;
pub(super) mod legend;
pub(super) mod menu_button;
pub(super) mod notice;
pub(super) mod options;
pub(super) mod repair;
pub(super) mod view_bar;

use super::command::Command;
use super::state::AppState;
use crate::corpus::{Facet, PartialDate};
use crate::jobs::Failed;
use crate::text::TextStyle;
use crate::texts::Texts;
use crate::ui::chart::Sheet;
use crate::ui::theme::Tone;
use crate::ui::{Cx, TextPlace};
use egui::{Color32, Rect, Ui, Vec2};

/// What a panel is given to draw itself.
pub(in crate::app) struct Panel<'a> {
    pub(in crate::app) state: &'a AppState,
    pub(in crate::app) texts: &'a Texts,
    pub(in crate::app) cx: Cx<'a>,
    pub(in crate::app) commands: &'a mut Vec<Command>,
}

/// Which hit of the open article the reader is at, in words.
pub(in crate::app) struct HitPlace {
    pub(in crate::app) whole: String,
    /// The same where there is little room.
    pub(in crate::app) short: String,
}

impl Panel<'_> {
    pub(in crate::app) fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Writes one line in `rect`, in the middle of its height.
    pub(in crate::app) fn write(
        &mut self,
        ui: &Ui,
        rect: Rect,
        place: TextPlace,
        words: (&str, TextStyle, Color32),
    ) {
        self.cx.write(ui, ui.painter(), rect, place, words);
    }

    /// Says quietly in the middle of `rect` why nothing is there.
    pub(in crate::app) fn say(&mut self, ui: &Ui, rect: Rect, key: &str, style: TextStyle) {
        let text = self.texts.get(key);
        let words = (text.as_ref(), style, self.cx.palette.soft);
        self.write(ui, rect, TextPlace::Center, words);
    }

    /// A chart's paper in the colours of the window.
    pub(in crate::app) fn sheet(&mut self, size: Vec2) -> Sheet<'_> {
        Sheet {
            size,
            palette: self.cx.palette,
            ground: self.cx.palette.paper,
            right_to_left: self.cx.right_to_left,
            typesetter: self.cx.pen.typesetter(),
        }
    }

    /// Searches for `text`, as if it were typed.
    pub(in crate::app) fn search_for(&mut self, text: &str) {
        self.send(Command::SearchFor(text.to_owned()));
    }

    /// The colours of a period; those of `None`, undated, are quiet.
    pub(in crate::app) fn period_tone(&self, period: Option<&Facet>) -> Tone {
        match period {
            Some(period) => self.cx.palette.period(self.state.period_index(period)),
            None => Tone {
                ink: self.cx.palette.soft,
                tint: self.cx.palette.hover,
            },
        }
    }

    /// Which hit of the open article the reader is at, or how many it has;
    /// nothing where it has none.
    pub(in crate::app) fn hit_place(&self) -> Option<HitPlace> {
        let n = self.state.marks.hits().len();
        if n == 0 {
            return None;
        }
        let Some(at) = self.state.current_hit() else {
            return Some(HitPlace {
                whole: self.texts.with("count-hits-here", &[("n", n.into())]),
                short: self.texts.number(n as u64),
            });
        };
        let at = [("n", (at + 1).into()), ("total", n.into())];
        let whole = self.texts.with("hit-place", &at);
        let short = whole.clone();
        Some(HitPlace { whole, short })
    }

    /// What failed, in a sentence.
    pub(in crate::app) fn failed(&self, failed: &Failed) -> String {
        let key = format!("failed-{}", failed.task);
        self.texts.get(&key).into_owned()
    }

    pub(in crate::app) fn date(&self, date: PartialDate) -> String {
        self.texts.date(date.year(), date.month(), date.day())
    }
}
