//! One entity: its spellings, its mentions over time, the articles, what is
//! named with it and the words around it.

use super::blocks::{Key, count, number_column, real, words_column};
use super::list::{Item, ListLook};
use super::{NamesPanel, Panel, SIDE, heading_ui};
use crate::app::entity_view::{
    Figures, NamedOne, NamesCommand, NamesOptions, NamesPart, draw_mentions, type_key,
};
use crate::app::panels::line_menus::menu_button;
use crate::entity::study::Unit;
use crate::ui::chart::{Sheet, show};
use crate::ui::reading::MarkClass;
use crate::ui::table::{Cell, TableColumn, TableLook, TableResponse, TableRow, Width};
use crate::ui::widgets::{CONTROL, button, button_width, menu_item};
use crate::ui::{Place, Row, theme};
use egui::{Id, Popup, Rect, Stroke, Ui, pos2, vec2};
use std::cmp::Reverse;
use std::sync::Arc;

/// Height of the head in points.
const HEAD: f32 = 84.0;
/// Room between two blocks.
const GAP: f32 = 20.0;
/// Least width of a column of counts.
const COUNT: f32 = 52.0;
/// Names have at least this much room, or the column of what is expected goes.
const NAME: f32 = 110.0;
/// The place of that column.
const EXPECTED: usize = 2;

/// The figures of an entity, and of everything.
pub(super) type One<'a> = (&'a Arc<Figures>, &'a NamedOne);

impl NamesPanel {
    pub(super) fn entity_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        one: One<'_>,
    ) {
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        head_ui(ui, head, panel, one.0, one.1.entity, &facts(panel, one));
        if one.1.profile.mentions == 0 {
            let text = panel.texts.get("names-not-here");
            let words = (text.as_ref(), theme::text(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, body, Place::Center, words);
            return;
        }
        let body = body.shrink2(vec2(SIDE, 0.0));
        let mut columns = Row::new(body, panel.cx.right_to_left);
        let wide = columns.start((body.width() - GAP) * 0.52);
        columns.start(GAP);
        let narrow = columns.rest();
        let halves = |rect: Rect| {
            let middle = rect.center().y;
            let above = Rect::from_min_max(rect.min, pos2(rect.right(), middle - GAP / 2.0));
            let below = Rect::from_min_max(pos2(rect.left(), middle + GAP / 2.0), rect.max);
            (above, below.with_max_y(rect.bottom() - 10.0))
        };
        let ((spellings, time), (companions, near)) = (halves(wide), halves(narrow));
        self.spellings_ui(ui, spellings, panel, one);
        self.time_ui(ui, time, panel, one);
        self.companions_ui(ui, companions, panel, one);
        self.near_ui(ui, near, panel, one);
    }

    fn time_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let (shown, figures) = one;
        let text = panel.texts.get("names-over-time");
        // The title stands in line with the heading beside it.
        let body = rect.with_min_y(rect.top() + 5.0);
        let line = &figures.profile.timeline;
        if line.steps.is_empty() {
            heading_ui(ui, rect, &mut panel.cx, &text);
            let text = panel.texts.get("names-no-dates");
            let words = (text.as_ref(), theme::small(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, body, Place::Center, words);
            return;
        }
        let size = body.size();
        let key = Key::new(panel, size, 0);
        if self
            .charts
            .mentions
            .as_ref()
            .is_none_or(|(of, _)| *of != key)
        {
            let palette = panel.cx.palette;
            let mut sheet = Sheet {
                size,
                palette,
                ground: palette.paper,
                right_to_left: panel.cx.right_to_left,
                typesetter: panel.cx.pen.typesetter(),
            };
            let drawing = draw_mentions(&mut sheet, shown, figures, panel.texts, false);
            self.charts.mentions = Some((key, drawing));
        }
        if let Some((_, drawing)) = &self.charts.mentions {
            let id = Id::unique("names-time");
            show(&mut panel.cx, ui, id, body.min, drawing, &text);
        }
    }

    fn companions_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let (shown, figures) = one;
        let texts = panel.texts;
        let rows = &figures.companions.rows;
        let title = texts.get("names-companions");
        let body = heading_ui(ui, rect, &mut panel.cx, &title);
        unit_ui(ui, rect.with_max_y(body.top() - 3.0), panel);
        let name = texts.get("names-column-name");
        let heads = ["names-together", "names-expected", "names-times"].map(|key| texts.get(key));
        let mut columns = vec![words_column(&name)];
        for head in &heads {
            columns.push(number_column(ui, panel, head, COUNT));
        }
        let has_expected = leave_room(body.width(), &mut columns);
        let palette = panel.cx.palette;
        let mut make = |place: usize| {
            let Some(row) = rows.get(place) else {
                return TableRow::default();
            };
            let tone = MarkClass::of(row.kind).tone(palette);
            let mut cells = vec![
                Cell::new(&*shown.entity(row.entity).ar),
                count(texts, palette, row.pair.both),
                real(texts, palette, row.pair.expected()),
                real(texts, palette, row.pair.lift()).bold(),
            ];
            if !has_expected {
                cells.remove(EXPECTED);
            }
            TableRow {
                cells,
                stripe: Some(tone.ink),
                ..TableRow::default()
            }
        };
        let look = TableLook {
            name: &title,
            scrollbar_name: &texts.get("a11y-statistics-scrollbar"),
            columns: &columns,
            n_rows: rows.len(),
            sort: None,
            selected: self.at.companion,
            ticks: None,
        };
        let answer = self
            .companions
            .show(ui, &mut panel.cx, body, &look, &mut make);
        self.at.companion = answer.select.or(self.at.companion);
        let opened = opened(ui, &answer).and_then(|place| rows.get(place));
        if let Some(row) = opened {
            let id = shown.entity(row.entity).id.clone();
            panel.names(NamesCommand::Open(id));
        }
        if rows.is_empty() {
            nothing_ui(ui, body, panel, "names-no-companions");
        }
    }

    fn near_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let texts = panel.texts;
        let title = texts.get("names-near");
        let body = heading_ui(ui, rect, &mut panel.cx, &title);
        let rows = one.1.near.as_deref().unwrap_or_default();
        let word = texts.get("measure-word");
        let heads =
            ["names-together", "names-expected", "measure-log-dice"].map(|key| texts.get(key));
        let mut columns = vec![words_column(&word)];
        for head in &heads {
            columns.push(number_column(ui, panel, head, COUNT));
        }
        let has_expected = leave_room(body.width(), &mut columns);
        let palette = panel.cx.palette;
        let mut make = |place: usize| {
            let Some(row) = rows.get(place) else {
                return TableRow::default();
            };
            let mut cells = vec![
                Cell::new(row.word.as_str()),
                Cell::new(texts.number(row.observed)),
                real(texts, palette, row.expected),
                real(texts, palette, row.log_dice).bold(),
            ];
            if !has_expected {
                cells.remove(EXPECTED);
            }
            TableRow {
                cells,
                ..TableRow::default()
            }
        };
        let look = TableLook {
            name: &title,
            scrollbar_name: &texts.get("a11y-statistics-scrollbar"),
            columns: &columns,
            n_rows: rows.len(),
            sort: None,
            selected: self.at.near,
            ticks: None,
        };
        let answer = self.near.show(ui, &mut panel.cx, body, &look, &mut make);
        self.at.near = answer.select.or(self.at.near);
        if let Some(row) = opened(ui, &answer).and_then(|place| rows.get(place)) {
            panel.names(NamesCommand::SearchNear(row.word.clone()));
        }
        if rows.is_empty() {
            nothing_ui(ui, body, panel, "names-no-near");
        }
    }

    /// The articles that name the entity, those that name it most first.
    pub(super) fn articles_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        one: One<'_>,
    ) {
        let (shown, figures) = one;
        let texts = panel.texts;
        let mut rows = figures.profile.articles.clone();
        rows.sort_by_key(|row| (Reverse(row.mentions), row.article));
        let title = texts.with("names-articles", &[("n", rows.len().into())]);
        let inner = rect.shrink2(vec2(SIDE, 10.0));
        let body = heading_ui(ui, inner, &mut panel.cx, &title);
        let (palette, state) = (panel.cx.palette, panel.state);
        let mut item = |place: usize| {
            let row = rows.get(place);
            let article = row.and_then(|row| shown.corpus.article(row.article));
            let Some((row, article)) = row.zip(article) else {
                return Item::default();
            };
            let period = article.period.as_ref();
            let ink = period.map(|period| palette.period(state.period_index(period)).ink);
            let n = texts.with("count-mentions", &[("n", row.mentions.into())]);
            let date = article.date;
            let date = date.map(|date| texts.date(date.year(), date.month(), date.day()));
            let said = [Some(article.title.to_string()), date.clone(), Some(n)];
            Item {
                title: article.title.to_string(),
                note: date.unwrap_or_default(),
                count: texts.number(row.mentions.into()),
                name: said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                stripe: Some(ink.unwrap_or(palette.soft)),
                is_on: false,
            }
        };
        let view = &state.names_view;
        let look = ListLook {
            id: "names-articles",
            n_items: rows.len(),
            revision: view.revision(view.part),
            title_lines: 2,
        };
        let body = Rect::from_min_max(
            pos2(rect.left(), body.top()),
            pos2(rect.right(), rect.bottom()),
        );
        let clicked = self.articles.show(ui, body, panel, &look, &mut item);
        let clicked = clicked.and_then(|place| rows.get(place));
        if let Some(article) = clicked.and_then(|row| shown.corpus.article(row.article)) {
            panel.names(NamesCommand::OpenArticle(article.file.as_ref().into()));
        }
    }
}

/// Takes the column of what is expected out of `columns`, unless the names keep
/// enough of `width` points beside it; says whether it stays.
fn leave_room(width: f32, columns: &mut Vec<TableColumn<'_>>) -> bool {
    let points = columns.iter().map(|column| match column.width {
        Width::Points(points) => points,
        Width::Share(_) => 0.0,
    });
    let stays = width - points.sum::<f32>() >= NAME;
    if !stays {
        columns.remove(EXPECTED);
    }
    stays
}

/// Says in the middle of `rect` why a table is empty.
fn nothing_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, key: &str) {
    let text = panel.texts.get(key);
    let words = (text.as_ref(), theme::small(), panel.cx.palette.soft);
    let painter = ui.painter().clone();
    panel.cx.write(ui, &painter, rect, Place::Center, words);
}

/// The menu of what counts as being named together, at the end of a heading.
fn unit_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let options = panel.state.names_view.options;
    let name = |panel: &Panel<'_>, unit| panel.texts.get(unit_key(unit)).into_owned();
    let text = name(panel, options.unit);
    let mut row = Row::new(rect, panel.cx.right_to_left);
    let response = menu_button(ui, panel, &mut row, true, ("names-unit-one", &text));
    Popup::menu(&response).width(220.0).show(|ui| {
        for unit in Unit::ALL {
            let text = name(panel, unit);
            if menu_item(&mut panel.cx, ui, &text, "", unit == options.unit).clicked() {
                panel.names(NamesCommand::Count(NamesOptions { unit, ..options }));
            }
        }
    });
}

/// The key of the name of a unit among the interface texts.
pub(super) const fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Article => "names-unit-article",
        Unit::Paragraph => "names-unit-paragraph",
        Unit::Sentence => "names-unit-sentence",
    }
}

/// The row that was clicked or opened; arrow keys only move.
fn opened(ui: &Ui, answer: &TableResponse) -> Option<usize> {
    let was_clicked = ui.input(|input| input.pointer.any_click());
    answer.open.or(answer.select.filter(|_| was_clicked))
}

/// What is said of the entity under its name.
fn facts(panel: &Panel<'_>, (shown, one): One<'_>) -> Vec<String> {
    let texts = panel.texts;
    let profile = &one.profile;
    let mut facts = vec![
        texts.with("count-mentions", &[("n", profile.mentions.into())]),
        texts.with(
            "names-of-articles",
            &[
                ("n", profile.articles.len().into()),
                ("total", shown.n_articles.into()),
            ],
        ),
    ];
    let date = |date: crate::corpus::PartialDate| panel.date(date);
    if let (Some((first, _)), Some((last, _))) = (profile.first, profile.last) {
        let (first, last) = (date(first), date(last));
        facts.push(if first == last {
            first
        } else {
            let args = [("first", (&first).into()), ("last", (&last).into())];
            texts.with("names-from-to", &args)
        });
    }
    facts
}

/// The name of an entity, what is known of it, and what can be done.
pub(super) fn head_ui(
    ui: &Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    shown: &Figures,
    entity: crate::base::EntityId,
    facts: &[String],
) {
    let texts = panel.texts;
    let known = shown.entity(entity);
    let id = &known.id;
    let palette = panel.cx.palette;
    let painter = ui.painter().clone();
    let inner = rect.shrink2(vec2(SIDE, 8.0));
    let (above, below) = inner.split_top_bottom_at_y(inner.top() + 40.0);
    let mut row = Row::new(above, panel.cx.right_to_left);
    let is_compared = panel.state.names_view.part == NamesPart::Naming;
    let other = if is_compared {
        ("names-open", NamesCommand::Open(id.clone()))
    } else {
        ("names-compare", NamesCommand::Compare(id.clone()))
    };
    let lines = ("names-concordance", NamesCommand::Concordance(id.clone()));
    for (key, command) in [other, lines] {
        let text = texts.get(key);
        let width = button_width(&mut panel.cx, ui, &text);
        let place = row.end(width);
        let place = Rect::from_center_size(place.center(), vec2(width, CONTROL));
        if button(&mut panel.cx, ui, place, Id::unique(key), &text).clicked() {
            panel.names(command);
        }
        row.end(8.0);
    }
    let style = theme::headline(22.0);
    let label = panel
        .cx
        .line(ui, &known.ar, style, row.rest().width() * 0.7);
    let place = row.start(label.width());
    let at = panel.cx.room(place, Place::Start, &label);
    label.paint(&painter, at.min, palette.ink);
    row.start(14.0);
    let english = known.en.as_deref().unwrap_or(id);
    if *english != *known.ar {
        let words = (english, theme::text(), palette.soft);
        panel
            .cx
            .write(ui, &painter, row.rest(), Place::Start, words);
    }
    let mut row = Row::new(below, panel.cx.right_to_left);
    let kind = texts.get(type_key(known.kind));
    let tone = MarkClass::of(known.kind).tone(palette);
    let width = panel.cx.label(ui, &kind, theme::small().bold()).width() + 16.0;
    let place = row.start(width);
    let chip = Rect::from_center_size(place.center(), vec2(width, 22.0));
    painter.rect_filled(chip, 5.0, tone.tint);
    let words = (kind.as_ref(), theme::small().bold(), tone.ink);
    panel.cx.write(ui, &painter, chip, Place::Center, words);
    row.start(10.0);
    let text = facts.join(" · ");
    let words = (text.as_str(), theme::small(), palette.soft);
    panel
        .cx
        .write(ui, &painter, row.rest(), Place::Start, words);
    let line = Stroke::new(1.0, palette.line);
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    painter.hline(inner.x_range(), rect.bottom() - 4.5, line);
}
