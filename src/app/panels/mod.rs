//! The parts of the window. Each reads the state, draws, and answers with
//! commands; none changes the state.

mod article_list;
mod article_row;
mod basis_words;
pub(super) mod chart_key;
mod concordance;
mod drop_hint;
mod entity_card;
mod entity_finder;
mod entity_list;
mod expression_words;
mod forms;
pub(super) mod legend;
mod line_entry;
pub(super) mod line_menus;
pub(super) mod notice;
pub(super) mod options;
mod palette;
mod problems;
mod query_help;
mod reading;
mod repair_bar;
mod repair_card;
mod repair_card_parts;
mod repair_entries;
mod repair_menu;
mod repair_preview;
mod repair_subject;
mod repair_words;
mod status_bar;
mod top_bar;
pub(super) mod view_bar;

pub(super) use article_list::ArticleListPanel;
pub(super) use concordance::ConcordancePanel;
pub(super) use drop_hint::drop_hint_ui;
pub(super) use entity_finder::FINDER_FIELD;
pub(super) use entity_list::EntityPanel;
pub(super) use forms::FormsPanel;
pub(super) use palette::{PALETTE_FIELD, PalettePanel};
pub(super) use problems::ProblemsPanel;
pub(super) use reading::ReadingPanel;
pub(super) use repair_bar::repair_bar_ui;
pub(super) use repair_card::{CARD_FIELDS, CARD_FINDER, RepairCard};
pub(super) use repair_menu::{REPAIR_FIELDS, REPAIR_MENU};
pub(super) use repair_preview::{REPAIR_PREVIEW, RepairPreview};
pub(super) use status_bar::status_bar_ui;
pub(super) use top_bar::{SEARCH_FIELD, TopBar};

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
pub(super) struct Panel<'a> {
    pub(super) state: &'a AppState,
    pub(super) texts: &'a Texts,
    pub(super) cx: Cx<'a>,
    pub(super) commands: &'a mut Vec<Command>,
}

impl Panel<'_> {
    pub(super) fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Writes one line in `rect`, in the middle of its height.
    pub(super) fn write(
        &mut self,
        ui: &Ui,
        rect: Rect,
        place: TextPlace,
        words: (&str, TextStyle, Color32),
    ) {
        self.cx.write(ui, ui.painter(), rect, place, words);
    }

    /// Says quietly in the middle of `rect` why nothing is there.
    pub(super) fn say(&mut self, ui: &Ui, rect: Rect, key: &str, style: TextStyle) {
        let text = self.texts.get(key);
        let words = (text.as_ref(), style, self.cx.palette.soft);
        self.write(ui, rect, TextPlace::Center, words);
    }

    /// A chart's paper in the colours of the window.
    pub(super) fn sheet(&mut self, size: Vec2) -> Sheet<'_> {
        Sheet {
            size,
            palette: self.cx.palette,
            ground: self.cx.palette.paper,
            right_to_left: self.cx.right_to_left,
            typesetter: self.cx.pen.typesetter(),
        }
    }

    /// Searches for `text`, as if it were typed.
    fn search_for(&mut self, text: &str) {
        self.send(Command::SearchFor(text.to_owned()));
    }

    /// The colours of a period; those of `None`, undated, are quiet.
    pub(super) fn period_tone(&self, period: Option<&Facet>) -> Tone {
        match period {
            Some(period) => self.cx.palette.period(self.state.period_index(period)),
            None => Tone {
                ink: self.cx.palette.soft,
                tint: self.cx.palette.hover,
            },
        }
    }

    /// What failed, in a sentence.
    fn failed(&self, failed: &Failed) -> String {
        let key = format!("failed-{}", failed.task);
        self.texts.get(&key).into_owned()
    }

    pub(super) fn date(&self, date: PartialDate) -> String {
        self.texts.date(date.year(), date.month(), date.day())
    }
}
