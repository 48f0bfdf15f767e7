//! The panel beside the statistics: how is counted.

use crate::analysis::statistics::{Counted as CountedTokens, NgramLength, TimeStep, Unit, Window};
use crate::app::command::statistics::{StatisticsKind, StatisticsOptions, StatisticsScope};
use crate::app::command::{Command, StatisticsCommand};
use crate::app::panels::Panel;
use crate::app::panels::options::{GAP, OptionsSide};
use egui::{Rect, Ui};

/// The lengths of n-grams.
const LENGTHS: [u32; 4] = [2, 3, 4, 5];
/// The fewest occurrences that can be asked for.
const LEAST: [u32; 8] = [1, 2, 3, 5, 10, 20, 50, 100];
/// Tokens on a side that can be near.
const NEAR: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/// What counts as the same word.
const UNITS: [(Unit, &str); 3] = [
    (Unit::Type, "unit-form"),
    (Unit::Fold, "unit-folded"),
    (Unit::Stem, "unit-stem"),
];
/// The steps on the axis of time.
const STEPS: [(TimeStep, &str); 3] = [
    (TimeStep::Month, "statistics-by-month"),
    (TimeStep::Year, "statistics-by-year"),
    (TimeStep::Period, "statistics-by-period"),
];

/// Draws the panel in `rect`.
pub(in crate::app) fn statistics_side_ui(ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
    let kind = panel.state.statistics.kind;
    let options = panel.state.statistics.options;
    OptionsSide::show(ui, rect, panel, |side| {
        side.heading("statistics-options");
        match kind {
            StatisticsKind::Words => {}
            StatisticsKind::Ngrams => ngrams(side, options),
            StatisticsKind::Collocates => collocates(side, options),
            StatisticsKind::Dispersion => {
                let is_on = options.with_empty;
                let with_empty = !is_on;
                let command = count(StatisticsOptions {
                    with_empty,
                    ..options
                });
                side.check("statistics-with-empty", is_on, command);
            }
            StatisticsKind::Time => {
                let command = |step| count(StatisticsOptions { step, ..options });
                let choices = side.named(&STEPS, options.step, command);
                side.menu_of("time-step", choices);
            }
        }
        if kind.is_table() {
            units(side, options);
        }
        side.heading("statistics-articles");
        let is_on = options.scope == StatisticsScope::Found;
        let scope = if is_on {
            StatisticsScope::All
        } else {
            StatisticsScope::Found
        };
        let command = count(StatisticsOptions { scope, ..options });
        side.check("statistics-found-only", is_on, command);
        near_copies(side);
        hint(side);
    });
}

const fn count(options: StatisticsOptions) -> Command {
    Command::Statistics(StatisticsCommand::Count(options))
}

fn ngrams(side: &mut OptionsSide<'_, '_>, options: StatisticsOptions) {
    let of_length = |n| {
        let length = u8::try_from(n).ok().and_then(NgramLength::new);
        let length = length.unwrap_or(options.length);
        count(StatisticsOptions { length, ..options })
    };
    let now = options.length.get().into();
    side.numbers(
        ("ngram-length", "statistics-length"),
        &LENGTHS,
        now,
        of_length,
    );
    let at_least = |least| count(StatisticsOptions { least, ..options });
    side.numbers(
        ("ngram-least", "statistics-least"),
        &LEAST,
        options.least,
        at_least,
    );
    let is_on = options.across_sentences;
    let command = count(StatisticsOptions {
        across_sentences: !is_on,
        ..options
    });
    side.check("statistics-across", is_on, command);
    side.take(GAP);
}

fn collocates(side: &mut OptionsSide<'_, '_>, options: StatisticsOptions) {
    let window = options.window;
    let of = |window| count(StatisticsOptions { window, ..options });
    let before = |before| of(Window { before, ..window });
    let after = |after| of(Window { after, ..window });
    side.numbers(
        ("near-before", "statistics-before"),
        &NEAR,
        window.before,
        before,
    );
    side.numbers(
        ("near-after", "statistics-after"),
        &NEAR,
        window.after,
        after,
    );
    let at_least = |least_near| {
        count(StatisticsOptions {
            least_near,
            ..options
        })
    };
    side.numbers(
        ("near-least", "statistics-least"),
        &LEAST,
        options.least_near,
        at_least,
    );
}

fn units(side: &mut OptionsSide<'_, '_>, options: StatisticsOptions) {
    let texts = side.panel.texts;
    let choices = side.named(&UNITS, options.unit, |unit| {
        count(StatisticsOptions { unit, ..options })
    });
    let now = choices.iter().find(|(.., is_on)| *is_on);
    let now = now.map_or("", |(name, ..)| name);
    let text = texts.with("unit-is", &[("unit", now.into())]);
    side.menu("unit", &text, choices);
    let is_on = options.counted == CountedTokens::WordsAndNumbers;
    let counted = if is_on {
        CountedTokens::Words
    } else {
        CountedTokens::WordsAndNumbers
    };
    let command = count(StatisticsOptions { counted, ..options });
    side.check("statistics-numbers", is_on, command);
    side.take(GAP);
}

/// The switch of near-identical articles, and how many there are.
fn near_copies(side: &mut OptionsSide<'_, '_>) {
    let state = side.panel.state;
    let is_on = state.statistics.wire.counts_once;
    let command = StatisticsCommand::CountOnce(!is_on);
    side.check("statistics-once", is_on, Command::Statistics(command));
    let Some(groups) = state.statistics.groups(state.generation) else {
        return;
    };
    let texts = side.panel.texts;
    let sentence = if groups.is_empty() {
        texts.get("wire-none").into_owned()
    } else {
        let n_articles: usize = groups.iter().map(<[_]>::len).sum();
        let articles = texts.with("count-articles", &[("n", n_articles.into())]);
        let groups = texts.with("count-groups", &[("n", groups.len().into())]);
        let counts = [
            ("articles", (&articles).into()),
            ("groups", (&groups).into()),
        ];
        texts.with("wire-groups", &counts)
    };
    side.take(GAP);
    side.sentence(&sentence);
}

/// Says how periods are compared, while they are not.
fn hint(side: &mut OptionsSide<'_, '_>) {
    let state = side.panel.state;
    let shown = state.statistics.shown();
    let n_periods = shown.map_or(2, |shown| shown.periods.len());
    let is_comparable = state.statistics.kind.is_table() && state.periods.dated.len() > 1;
    if is_comparable && n_periods != 2 {
        let text = side.panel.texts.get("statistics-compare");
        side.take(GAP);
        side.sentence(&text);
    }
}
