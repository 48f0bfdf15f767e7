//! The bar over the lines: level, order, groups, sample, counts, export.

use crate::analysis::concordance::export::Format;
use crate::analysis::concordance::{GroupBy, GroupOrder, Nth, Sample, Sort, SortKey};
use crate::analysis::query::Level;
use crate::app::command::{Command, Export, LineCommand, UiCommand};
use crate::app::panels::Panel;
use crate::app::panels::menu_button::menu_button;
use crate::ui::kwic::sort_key_inks;
use crate::ui::widgets::{CONTROL, menu_item};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{CornerRadius, Popup, PopupCloseBehavior, Rect, Stroke, Ui, vec2};

/// Sizes of samples that the menu offers.
const SAMPLES: [u32; 4] = [50, 100, 500, 1000];
/// Keys that lines can be grouped by in the window.
const GROUPS: [SortKey; 5] = [
    SortKey::Node,
    SortKey::Period,
    SortKey::Date,
    SortKey::Outlet,
    SortKey::File,
];

/// Draws the bar in `rect`.
pub(super) fn toolbar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, panel.cx.palette.line),
    );
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 32.0, CONTROL));
    let mut row = RowRoom::new(inner, panel.cx.right_to_left);
    level_ui(ui, &mut row, panel);
    row.start(8.0);
    sort_ui(ui, &mut row, panel);
    row.start(8.0);
    group_ui(ui, &mut row, panel);
    row.start(8.0);
    sample_ui(ui, &mut row, panel);
    row.start(8.0);
    export_ui(ui, &mut row, panel);
    row.end(8.0);
    counts_ui(ui, row.rest(), panel);
}

fn level_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let level = panel.state.search.matching.level;
    let name = panel.texts.get(level_key(level));
    let text = panel
        .texts
        .with("level-is", &[("level", name.as_ref().into())]);
    let response = menu_button(ui, panel, row, false, ("level", &text));
    Popup::menu(&response).width(260.0).show(|ui| {
        for other in Level::ALL {
            let name = panel.texts.get(level_key(other));
            if menu_item(&mut panel.cx, ui, &name, "", other == level).clicked() {
                panel.send(Command::SetLevel(other));
            }
        }
    });
}

/// The key of the name of a level among the interface texts.
pub(super) fn level_key(level: Level) -> &'static str {
    match level {
        Level::Exact => "level-exact",
        Level::Folded => "level-folded",
        Level::Clitics => "level-clitics",
        Level::Stem => "level-stem",
    }
}

/// The name of a key in the language of the interface.
fn key_name(panel: &Panel<'_>, key: SortKey) -> String {
    let nth = |key, nth: Nth| panel.texts.with(key, &[("n", u32::from(nth.get()).into())]);
    match key {
        SortKey::Node => panel.texts.get("line-key-node").into_owned(),
        SortKey::Before(n) => nth("line-key-before", n),
        SortKey::After(n) => nth("line-key-after", n),
        SortKey::Period => panel.texts.get("line-key-period").into_owned(),
        SortKey::Date => panel.texts.get("line-key-date").into_owned(),
        SortKey::Outlet => panel.texts.get("line-key-outlet").into_owned(),
        SortKey::File => panel.texts.get("line-key-file").into_owned(),
        SortKey::Position => panel.texts.get("line-key-position").into_owned(),
    }
}

fn sort_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let keys = panel.state.lines.settings.sort.0.clone();
    let names: Vec<String> = keys.iter().map(|sort| key_name(panel, sort.key)).collect();
    let then = panel.texts.get("sort-then");
    let names = if names.is_empty() {
        key_name(panel, SortKey::Position)
    } else {
        names.join(&format!(" {then} "))
    };
    let text = panel
        .texts
        .with("lines-sorted", &[("keys", (&names).into())]);
    let response = menu_button(ui, panel, row, false, ("line-sort", &text));
    let inks = sort_key_inks(panel.cx.palette);
    let before = Nth::ALL.map(SortKey::Before);
    let after = Nth::ALL.map(SortKey::After);
    let others = [
        SortKey::Node,
        SortKey::Period,
        SortKey::Date,
        SortKey::Outlet,
        SortKey::File,
    ];
    Popup::menu(&response)
        .width(240.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            for key in after.into_iter().chain(before).chain(others) {
                let place = keys.iter().position(|sort| sort.key == key);
                let hint = place.map_or_else(String::new, |n| panel.texts.number(n as u64 + 1));
                let name = key_name(panel, key);
                let item = menu_item(&mut panel.cx, ui, &name, &hint, place.is_some());
                if let Some(ink) = place.and_then(|n| inks.get(n)) {
                    let mut edge = RowRoom::new(item.rect, panel.cx.right_to_left);
                    let radius = CornerRadius::same(2);
                    ui.painter().rect_filled(edge.start(4.0), radius, *ink);
                }
                if item.clicked() {
                    panel.send(Command::Line(LineCommand::ToggleKey(key)));
                }
            }
        });
}

fn group_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let group = panel.state.lines.settings.group;
    let text = match group {
        None => panel.texts.get("lines-group").into_owned(),
        Some(by) => {
            let name = key_name(panel, by.sort.key);
            panel
                .texts
                .with("lines-grouped", &[("key", (&name).into())])
        }
    };
    let response = menu_button(ui, panel, row, false, ("line-group", &text));
    let words = Nth::new(1).map(|nth| [SortKey::Before(nth), SortKey::After(nth)]);
    Popup::menu(&response).width(240.0).show(|ui| {
        let none = panel.texts.get("lines-no-groups");
        if menu_item(&mut panel.cx, ui, &none, "", group.is_none()).clicked() {
            panel.send(Command::Line(LineCommand::Group(None)));
        }
        for key in GROUPS.into_iter().chain(words.into_iter().flatten()) {
            let name = key_name(panel, key);
            let is_on = group.is_some_and(|by| by.sort.key == key);
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                let by_size = matches!(key, SortKey::Node | SortKey::Before(_) | SortKey::After(_));
                let by = GroupBy {
                    sort: Sort::from(key),
                    order: if by_size {
                        GroupOrder::Largest
                    } else {
                        GroupOrder::Key
                    },
                };
                panel.send(Command::Line(LineCommand::Group(Some(by))));
            }
        }
    });
}

fn sample_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let sample = panel.state.lines.settings.sample;
    let text = match sample {
        None => panel.texts.get("lines-sample").into_owned(),
        Some(sample) => panel
            .texts
            .with("lines-sampled", &[("n", sample.size.into())]),
    };
    let response = menu_button(ui, panel, row, false, ("line-sample", &text));
    Popup::menu(&response).width(240.0).show(|ui| {
        let all = panel.texts.get("lines-all");
        if menu_item(&mut panel.cx, ui, &all, "", sample.is_none()).clicked() {
            panel.send(Command::Line(LineCommand::Sample(None)));
        }
        for size in SAMPLES {
            let name = panel.texts.with("count-lines", &[("n", size.into())]);
            let is_on = sample.is_some_and(|sample| sample.size == size);
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                let seed = sample.map_or(1, |sample| sample.seed);
                let sample = Some(Sample { size, seed });
                panel.send(Command::Line(LineCommand::Sample(sample)));
            }
        }
        if let Some(sample) = sample {
            let name = panel.texts.get("lines-another-sample");
            let hint = panel.texts.number(sample.seed);
            if menu_item(&mut panel.cx, ui, &name, &hint, false).clicked() {
                panel.send(Command::Line(LineCommand::AnotherSample));
            }
        }
        ui.add_space(6.0);
        let only = panel.state.lines.settings.only_ticked;
        let name = panel.texts.get("lines-only-ticked");
        if menu_item(&mut panel.cx, ui, &name, "", only).clicked() {
            panel.send(Command::Line(LineCommand::OnlyTicked(!only)));
        }
        let name = panel.texts.get("lines-restore");
        if menu_item(&mut panel.cx, ui, &name, "", false).clicked() {
            panel.send(Command::Line(LineCommand::RestoreAll));
        }
    });
}

fn export_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let text = panel.texts.get("export");
    let response = menu_button(ui, panel, row, true, ("line-export", &text));
    Popup::menu(&response).width(260.0).show(|ui| {
        let formats = [
            (
                "export-csv",
                Format::Csv {
                    byte_order_mark: true,
                },
            ),
            ("export-tsv", Format::Tsv),
            ("export-jsonl", Format::Jsonl),
            ("export-html", Format::Html),
            ("export-text", Format::Text),
        ];
        for (key, format) in formats {
            let name = panel.texts.get(key);
            if menu_item(&mut panel.cx, ui, &name, "", false).clicked() {
                panel.send(Command::Save(Export::Lines(format)));
            }
        }
        ui.add_space(6.0);
        let name = panel.texts.get("lines-copy");
        let keys = UiCommand::Copy.keys_text(ui.ctx().os());
        if menu_item(&mut panel.cx, ui, &name, &keys, false).clicked() {
            panel.send(Command::Line(LineCommand::Copy));
        }
    });
}

/// How many lines there are, in how many articles, how often.
fn counts_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let Some(shown) = panel.state.lines.shown().cloned() else {
        return;
    };
    let texts = panel.texts;
    let concordance = &shown.concordance;
    let lines = texts.with("count-lines", &[("n", concordance.n_lines().into())]);
    let articles = texts.with("lines-articles", &[("n", concordance.n_articles().into())]);
    let mut text = texts.with(
        "lines-in-articles",
        &[("lines", (&lines).into()), ("articles", (&articles).into())],
    );
    if let Some(rate) = shown.per_million() {
        let rate = texts.decimal(rate, usize::from(rate < 100.0));
        let rate = texts.with("per-million", &[("n", (&rate).into())]);
        text = format!("{text} · {rate}");
    }
    if panel.state.lines.are_counted_once() {
        text = format!("{text} · {}", texts.get("wire-once"));
    }
    let shown = (text.as_str(), theme::small(), panel.cx.palette.soft);
    let painter = ui.painter().clone();
    panel.cx.write(ui, &painter, rect, TextPlace::Start, shown);
}
