//! One entity: its spellings, its mentions over time, the articles, what is
//! named with it and the words around it.

use super::list::{ListItem, ListLook};
use super::{NamesPanel, SIDE, heading_ui};
use crate::app::command::names::{NamesCommand, NamesOptions, NamesPart};
use crate::app::panels::Panel;
use crate::app::panels::menu_button::menu_button;
use crate::app::state::names::{Figures, NamedOne};
use crate::app::tables::TableView;
use crate::app::views::names::company_tables::{COMPANY_FIT, companion_table, near_table};
use crate::app::views::names::mentions_chart::draw_mentions;
use crate::app::views::names::spelling_table::{SPELLINGS_FIT, SpellingTable};
use crate::app::views::names::words::type_key;
use crate::entity::study::Stretch;
use crate::ui::chart::show;
use crate::ui::reading::MarkClass;
use crate::ui::widgets::{CONTROL, button, button_width, menu_item};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Id, Popup, Rect, Stroke, Ui, pos2, vec2};
use std::cmp::Reverse;

/// Height of the head in points.
const HEAD: f32 = 84.0;
/// Room between two blocks.
const GAP: f32 = 20.0;
/// The figures of an entity, and of everything.
type One<'a> = (&'a Figures, &'a NamedOne);

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
            panel.say(ui, body, "names-not-here", theme::text());
            return;
        }
        let body = body.shrink2(vec2(SIDE, 0.0));
        let mut columns = RowRoom::new(body, panel.cx.right_to_left);
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

    fn spellings_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let (shown, figures) = one;
        let spellings = &figures.profile.spellings;
        let n = spellings.rows.len();
        let title = panel.texts.with("names-spellings", &[("n", n.into())]);
        let body = heading_ui(ui, rect, panel, &title);
        let table = SpellingTable::new(shown, spellings, None);
        let view = TableView::all(&title, self.spellings.at, SPELLINGS_FIT);
        let answer = self.spellings.show(ui, body, panel, (&table, &view));
        if let Some(row) = answer.copied.and_then(|place| spellings.rows.get(place)) {
            ui.ctx().copy_text(row.all.form.clone());
        }
    }

    fn time_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let (shown, figures) = one;
        let text = panel.texts.get("names-over-time");
        // The title stands in line with the heading beside it.
        let body = rect.with_min_y(rect.top() + 5.0);
        let line = &figures.profile.timeline;
        if line.steps.is_empty() {
            heading_ui(ui, rect, panel, &text);
            panel.say(ui, body, "names-no-dates", theme::small());
            return;
        }
        let size = body.size();
        let key = panel.names_chart(size, 0);
        if self.mentions.as_ref().is_none_or(|(of, _)| *of != key) {
            let texts = panel.texts;
            let mut sheet = panel.sheet(size);
            let drawing = draw_mentions(&mut sheet, shown, figures, texts, false);
            self.mentions = Some((key, drawing));
        }
        if let Some((_, drawing)) = &self.mentions {
            let id = Id::unique("names-time");
            show(&mut panel.cx, ui, id, body.min, drawing, &text);
        }
    }

    fn companions_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let (figures, one) = one;
        let rows = &one.companions.rows;
        let title = panel.texts.get("names-companions");
        let body = heading_ui(ui, rect, panel, &title);
        unit_ui(ui, rect.with_max_y(body.top() - 3.0), panel);
        let table = companion_table(figures, one);
        let view = TableView::all(&title, self.companions.at, COMPANY_FIT);
        let answer = self.companions.show(ui, body, panel, (&table, &view));
        let pressed = answer.opened.or(answer.clicked);
        if let Some(row) = pressed.and_then(|place| rows.get(place)) {
            panel.names(NamesCommand::Open(figures.entity(row.entity).id.clone()));
        }
        if rows.is_empty() {
            panel.say(ui, body, "names-no-companions", theme::small());
        }
    }

    fn near_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, one: One<'_>) {
        let title = panel.texts.get("names-near");
        let body = heading_ui(ui, rect, panel, &title);
        let rows = one.1.near.as_deref().unwrap_or_default();
        let view = TableView::all(&title, self.near.at, COMPANY_FIT);
        let answer = self.near.show(ui, body, panel, (&near_table(rows), &view));
        let pressed = answer.opened.or(answer.clicked);
        if let Some(row) = pressed.and_then(|place| rows.get(place)) {
            panel.names(NamesCommand::SearchNear(row.word.clone()));
        }
        if rows.is_empty() {
            panel.say(ui, body, "names-no-near", theme::small());
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
        let body = heading_ui(ui, inner, panel, &title);
        let (palette, state) = (panel.cx.palette, panel.state);
        let mut item = |place: usize| {
            let row = rows.get(place);
            let article = row.and_then(|row| shown.corpus.article(row.article));
            let Some((row, article)) = row.zip(article) else {
                return ListItem::default();
            };
            let period = article.period.as_ref();
            let ink = period.map(|period| palette.period(state.period_index(period)).ink);
            let n = texts.with("count-mentions", &[("n", row.mentions.into())]);
            let date = article.date;
            let date = date.map(|date| texts.date(date.year(), date.month(), date.day()));
            let said = [Some(article.title.to_string()), date.clone(), Some(n)];
            ListItem {
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
            right_to_left: true,
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

/// The menu of what counts as being named together, at the end of a heading.
fn unit_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let options = panel.state.names_view.options;
    let texts = panel.texts;
    let now = UNITS.into_iter().find(|(unit, _)| *unit == options.unit);
    let text = texts.get(now.map_or("", |(_, key)| key));
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    let response = menu_button(ui, panel, &mut row, true, ("names-unit-one", &text));
    Popup::menu(&response).width(220.0).show(|ui| {
        for (unit, key) in UNITS {
            let is_on = unit == options.unit;
            if menu_item(&mut panel.cx, ui, &texts.get(key), "", is_on).clicked() {
                panel.names(NamesCommand::Count(NamesOptions { unit, ..options }));
            }
        }
    });
}

/// Where two must be named to be named together, and the key of its name.
pub(super) const UNITS: [(Stretch, &str); 3] = [
    (Stretch::Article, "names-unit-article"),
    (Stretch::Paragraph, "names-unit-paragraph"),
    (Stretch::Sentence, "names-unit-sentence"),
];

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
    let mut row = RowRoom::new(above, panel.cx.right_to_left);
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
    let at = panel.cx.room(place, TextPlace::Start, &label);
    label.paint(&painter, at.min, palette.ink);
    row.start(14.0);
    let english = known.en.as_deref().unwrap_or(id);
    if *english != *known.ar {
        let words = (english, theme::text(), palette.soft);
        panel
            .cx
            .write(ui, &painter, row.rest(), TextPlace::Start, words);
    }
    let mut row = RowRoom::new(below, panel.cx.right_to_left);
    let kind = texts.get(type_key(known.kind));
    let tone = MarkClass::of(known.kind).tone(palette);
    let width = panel.cx.label(ui, &kind, theme::small().bold()).width() + 16.0;
    let place = row.start(width);
    let chip = Rect::from_center_size(place.center(), vec2(width, 22.0));
    painter.rect_filled(chip, 5.0, tone.tint);
    let words = (kind.as_ref(), theme::small().bold(), tone.ink);
    panel.cx.write(ui, &painter, chip, TextPlace::Center, words);
    row.start(10.0);
    let text = facts.join(" · ");
    let words = (text.as_str(), theme::small(), palette.soft);
    panel
        .cx
        .write(ui, &painter, row.rest(), TextPlace::Start, words);
    let line = Stroke::new(1.0, palette.line);
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    painter.hline(inner.x_range(), rect.bottom() - 4.5, line);
}
