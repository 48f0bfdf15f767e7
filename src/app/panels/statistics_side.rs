//! The panel beside the statistics: how is counted.

use super::Panel;
use super::line_menus::menu_button;
use crate::analysis::statistics::{Counted as CountedTokens, NgramLength, TimeStep, Unit, Window};
use crate::app::command::{Command, StatisticsCommand};
use crate::app::statistics::{Scope, StatisticsKind, StatisticsOptions};
use crate::ui::check::check_line;
use crate::ui::widgets::{CONTROL, menu_item, tooltip};
use crate::ui::{Place, Row, theme};
use egui::{Id, Popup, Rect, Ui, UiBuilder, pos2, vec2};

/// Room at the sides in points.
const SIDE: f32 = 16.0;
/// Room between two controls.
const GAP: f32 = 8.0;
/// Height of a line with a box.
const CHECK: f32 = 30.0;
/// Room of the box and around it.
const BOX: f32 = 32.0;
/// Height of a heading.
const HEAD: f32 = 34.0;
/// The lengths of n-grams.
const LENGTHS: [u8; 4] = [2, 3, 4, 5];
/// The fewest occurrences that can be asked for.
const LEAST: [u32; 8] = [1, 2, 3, 5, 10, 20, 50, 100];
/// Tokens on a side that can be near.
const NEAR: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/// Draws the panel in `rect`.
pub(in crate::app) fn statistics_side_ui(ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
    let mut clipped = ui.new_child(UiBuilder::new().max_rect(rect));
    clipped.shrink_clip_rect(rect);
    let mut side = Side {
        room: rect.shrink2(vec2(SIDE, 8.0)),
        ui: &clipped,
        panel,
    };
    side.heading("statistics-options");
    match side.panel.state.statistics.kind {
        StatisticsKind::Words => {}
        StatisticsKind::Ngrams => side.ngrams(),
        StatisticsKind::Collocates => side.collocates(),
        StatisticsKind::Dispersion => {
            let options = side.options();
            let is_on = options.with_empty;
            if side.check("statistics-with-empty", is_on) {
                side.count(StatisticsOptions {
                    with_empty: !is_on,
                    ..options
                });
            }
        }
        StatisticsKind::Time => side.steps(),
    }
    if side.panel.state.statistics.kind.is_table() {
        side.units();
    }
    side.heading("statistics-articles");
    side.scope();
    side.wire();
    side.hint();
}

/// What a menu offers: the text, and the options once it is chosen.
type Choice = (String, StatisticsOptions);

/// A side of a window: its menu, the text of that, the tokens now, and how they
/// are changed.
type WindowSide = (&'static str, &'static str, u32, fn(Window, u32) -> Window);

/// The panel being drawn, from top to bottom.
struct Side<'a, 'p> {
    /// What is left of it.
    room: Rect,
    ui: &'a Ui,
    panel: &'a mut Panel<'p>,
}

impl Side<'_, '_> {
    fn options(&self) -> StatisticsOptions {
        self.panel.state.statistics.options
    }

    fn count(&mut self, options: StatisticsOptions) {
        let command = StatisticsCommand::Count(options);
        self.panel.send(Command::Statistics(command));
    }

    /// Takes `height` points at the top.
    fn take(&mut self, height: f32) -> Rect {
        let y = (self.room.top() + height).min(self.room.bottom());
        let (taken, room) = self.room.split_top_bottom_at_y(y);
        self.room = room;
        Rect::from_min_size(taken.min, vec2(taken.width(), height))
    }

    fn heading(&mut self, key: &str) {
        let place = self.take(HEAD);
        let text = self.panel.texts.get(key);
        let shown = (
            text.as_ref(),
            theme::small().bold(),
            self.panel.cx.palette.ink,
        );
        let painter = self.ui.painter();
        self.panel
            .cx
            .write(self.ui, painter, place, Place::Start, shown);
    }

    /// A menu whose button says `text`.
    fn menu(&mut self, id: &'static str, text: &str, choices: Vec<Choice>) {
        let place = self.take(CONTROL);
        self.take(GAP);
        let mut row = Row::new(place, self.panel.cx.right_to_left);
        let response = menu_button(self.ui, self.panel, &mut row, false, (id, text));
        let now = self.options();
        let mut wanted = None;
        Popup::menu(&response).width(240.0).show(|ui| {
            for (name, options) in choices {
                if menu_item(&mut self.panel.cx, ui, &name, "", options == now).clicked() {
                    wanted = Some(options);
                }
            }
        });
        if let Some(options) = wanted {
            self.count(options);
        }
    }

    /// A line with a box; returns whether it was pressed.
    fn check(&mut self, key: &str, is_on: bool) -> bool {
        let place = self.take(CHECK);
        let text = self.panel.texts.get(key);
        let id = Id::unique(("statistics-check", key));
        let shown = (text.as_ref(), is_on, text.as_ref());
        let painter = self.ui.painter();
        let rects = (place, self.ui.clip_rect());
        let response = check_line(&mut self.panel.cx, self.ui, painter, rects, id, shown);
        let label = self.panel.cx.label(self.ui, &text, theme::text());
        if label.width() > place.width() - BOX {
            tooltip(&mut self.panel.cx, &response, &text);
        }
        response.clicked()
    }

    /// A sentence of several lines.
    fn sentence(&mut self, text: &str) {
        let style = crate::text::TextStyle {
            leading: 1.4,
            ..theme::small()
        };
        let (width, direction) = (self.room.width(), self.panel.cx.direction());
        let ctx = self.ui.ctx();
        let label = self
            .panel
            .cx
            .pen
            .lines(ctx, text, style, width, 4, direction);
        let place = self.take(label.size().y + GAP);
        let at = self.panel.cx.room(place, Place::Start, &label).min;
        let soft = self.panel.cx.palette.soft;
        label.paint(self.ui.painter(), pos2(at.x, place.top()), soft);
    }

    fn named(&self, key: &str, number: u32) -> String {
        self.panel.texts.with(key, &[("n", number.into())])
    }

    fn ngrams(&mut self) {
        let options = self.options();
        let text = self.named("statistics-length", options.length.get().into());
        let lengths = LENGTHS.into_iter().filter_map(NgramLength::new);
        let choices = lengths.map(|length| {
            let name = self.panel.texts.number(length.get().into());
            (name, StatisticsOptions { length, ..options })
        });
        let choices = choices.collect();
        self.menu("ngram-length", &text, choices);
        let text = self.named("statistics-least", options.least);
        let choices = LEAST.map(|least| {
            let name = self.panel.texts.number(least.into());
            (name, StatisticsOptions { least, ..options })
        });
        self.menu("ngram-least", &text, choices.to_vec());
        let is_on = options.across_sentences;
        if self.check("statistics-across", is_on) {
            self.count(StatisticsOptions {
                across_sentences: !is_on,
                ..options
            });
        }
        self.take(GAP);
    }

    fn collocates(&mut self) {
        let options = self.options();
        let window = options.window;
        let sides: [WindowSide; 2] = [
            (
                "near-before",
                "statistics-before",
                window.before,
                |window, before| Window { before, ..window },
            ),
            (
                "near-after",
                "statistics-after",
                window.after,
                |window, after| Window { after, ..window },
            ),
        ];
        for (id, key, now, with) in sides {
            let text = self.named(key, now);
            let choices = NEAR.map(|n| {
                let window = with(window, n);
                let name = self.panel.texts.number(n.into());
                (name, StatisticsOptions { window, ..options })
            });
            self.menu(id, &text, choices.to_vec());
        }
        let text = self.named("statistics-least", options.least_near);
        let choices = LEAST.map(|least_near| {
            let name = self.panel.texts.number(least_near.into());
            let options = StatisticsOptions {
                least_near,
                ..options
            };
            (name, options)
        });
        self.menu("near-least", &text, choices.to_vec());
    }

    fn steps(&mut self) {
        let options = self.options();
        let names = [
            (TimeStep::Month, "statistics-by-month"),
            (TimeStep::Year, "statistics-by-year"),
            (TimeStep::Period, "statistics-by-period"),
        ];
        let text = names.into_iter().find(|(step, _)| *step == options.step);
        let text = text.map_or("statistics-by-month", |(_, key)| key);
        let text = self.panel.texts.get(text);
        let choices = names.map(|(step, key)| {
            let name = self.panel.texts.get(key).into_owned();
            (name, StatisticsOptions { step, ..options })
        });
        self.menu("time-step", &text, choices.to_vec());
    }

    fn units(&mut self) {
        let options = self.options();
        let key = |unit| match unit {
            Unit::Type => "unit-form",
            Unit::Fold => "unit-folded",
            Unit::Stem => "unit-stem",
        };
        let name = self.panel.texts.get(key(options.unit));
        let text = [("unit", name.as_ref().into())];
        let text = self.panel.texts.with("unit-is", &text);
        let choices = [Unit::Type, Unit::Fold, Unit::Stem].map(|unit| {
            let name = self.panel.texts.get(key(unit)).into_owned();
            (name, StatisticsOptions { unit, ..options })
        });
        self.menu("unit", &text, choices.to_vec());
        let is_on = options.counted == CountedTokens::WordsAndNumbers;
        if self.check("statistics-numbers", is_on) {
            let counted = if is_on {
                CountedTokens::Words
            } else {
                CountedTokens::WordsAndNumbers
            };
            self.count(StatisticsOptions { counted, ..options });
        }
        self.take(GAP);
    }

    fn scope(&mut self) {
        let options = self.options();
        let is_on = options.scope == Scope::Found;
        if self.check("statistics-found-only", is_on) {
            let scope = if is_on { Scope::All } else { Scope::Found };
            self.count(StatisticsOptions { scope, ..options });
        }
    }

    /// The switch of near-identical articles, and how many there are.
    fn wire(&mut self) {
        let state = self.panel.state;
        let is_on = state.statistics.wire.counts_once;
        if self.check("statistics-once", is_on) {
            let command = StatisticsCommand::CountOnce(!is_on);
            self.panel.send(Command::Statistics(command));
        }
        let Some(groups) = state.statistics.groups(state.generation) else {
            return;
        };
        let texts = self.panel.texts;
        let sentence = if groups.is_empty() {
            texts.get("wire-none").into_owned()
        } else {
            let n_articles: usize = groups.iter().map(<[_]>::len).sum();
            let articles = texts.with("count-articles", &[("n", n_articles.into())]);
            let groups = texts.with("count-groups", &[("n", groups.len().into())]);
            texts.with(
                "wire-groups",
                &[
                    ("articles", (&articles).into()),
                    ("groups", (&groups).into()),
                ],
            )
        };
        self.take(GAP);
        self.sentence(&sentence);
    }

    /// Says how periods are compared, while they are not.
    fn hint(&mut self) {
        let state = self.panel.state;
        let shown = state.statistics.shown();
        let n_periods = shown.map_or(2, |shown| shown.periods.len());
        let is_comparable = state.statistics.kind.is_table() && state.periods.dated.len() > 1;
        if is_comparable && n_periods != 2 {
            let text = self.panel.texts.get("statistics-compare");
            self.take(GAP);
            self.sentence(&text);
        }
    }
}
