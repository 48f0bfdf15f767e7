//! The list of articles: virtual, grouped, with the hits of the search.

use super::Panel;
use crate::analysis::{GroupKey, ListRow, SortBy};
use crate::app::command::Command;
use crate::base::{ArticleId, ByteSpan};
use crate::corpus::Article;
use crate::text::BaseDirection;
use crate::ui::column::{Column, Visible};
use crate::ui::widgets::{button_width, focus_ring, menu_item, pressable};
use crate::ui::{Icon, Label, Place, Row, theme};
use egui::{
    CornerRadius, Id, Key, Modifiers, Painter, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

/// Height of the line over the list in points.
const HEAD: f32 = 38.0;
/// Height of a group heading.
const HEADING: f32 = 32.0;
/// Room at the sides of a row.
const SIDE: f32 = 16.0;
/// Height of the line of date, outlet and length.
const META: f32 = 24.0;
/// Height of the line around the first hit.
const SNIPPET: f32 = 26.0;
/// Height of a row whose title stands on one line.
const ROW: f32 = 68.0;

/// The state of the list.
#[derive(Default)]
pub(in crate::app) struct ArticleListPanel {
    column: Column,
    revision: Option<(u64, u32, u64)>,
}

impl ArticleListPanel {
    /// Draws the list in `rect`.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        reveal: bool,
    ) {
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        head_ui(ui, head, panel);
        let is_empty = panel.state.listing.rows.is_empty();
        if is_empty {
            super::notice::list_notice(ui, body, panel);
            return;
        }
        self.prepare(panel, body.width());
        let id = Id::unique("article-list");
        let response = ui.interact(body, id, Sense::click());
        let name = panel.texts.get("a11y-article-list");
        response.widget_info(|| WidgetInfo::labeled(Role::List, true, name.as_ref()));
        if response.has_focus() {
            keys(ui, panel, body.height());
        }
        let view = body.height();
        let wheel = if ui.rect_contains_pointer(body) {
            ui.input(|i| i.smooth_scroll_delta().y)
        } else {
            0.0
        };
        let mut measure = |index: usize| row_height(ui, panel, index, body.width());
        if wheel != 0.0 {
            self.column.scroll_by(-wheel, view, &mut measure);
        }
        let open = panel.state.article;
        if reveal && let Some(row) = open.and_then(|id| panel.state.listing.row_of(id)) {
            let mut measure = |index: usize| row_height(ui, panel, index, body.width());
            let height = self.column.measure(row, &mut measure);
            // A heading just above comes into view with its first article.
            let above = if row == 1 { HEADING } else { 0.0 };
            self.column
                .reveal(row, (-above, height), 8.0, view, &mut measure);
        }
        let mut measure = |index: usize| row_height(ui, panel, index, body.width());
        let visible = self.column.visible(view, &mut measure);
        let painter = ui.painter_at(body);
        for item in visible {
            let row = Rect::from_min_size(
                pos2(body.left(), body.top() + item.y),
                vec2(body.width(), item.height),
            );
            row_ui(ui, &painter, panel, row, item, body);
        }
        focus_ring(&panel.cx, &ui.painter_at(body.expand(2.0)), &response, 0);
        self.scrollbar(ui, body, panel);
    }

    fn prepare(&mut self, panel: &Panel<'_>, width: f32) {
        let revision = (
            panel.state.listing_revision,
            width.to_bits(),
            u64::from(panel.state.search.is_some()),
        );
        if self.revision == Some(revision) {
            return;
        }
        let rows = &panel.state.listing.rows;
        let snippet = if panel.state.search.is_some() {
            SNIPPET
        } else {
            0.0
        };
        let estimates = rows.iter().map(|row| match row {
            ListRow::Heading { .. } => HEADING,
            ListRow::Article(_) => ROW + 10.0 + snippet,
        });
        let same_list = self.revision.is_some_and(|(r, ..)| r == revision.0);
        if same_list {
            self.column.estimate_again(estimates);
        } else {
            self.column = Column::new(estimates);
        }
        self.revision = Some(revision);
    }

    fn scrollbar(&mut self, ui: &mut Ui, body: Rect, panel: &Panel<'_>) {
        let total = self.column.total();
        let view = f64::from(body.height());
        if total <= view {
            return;
        }
        let width = 8.0;
        let track = if panel.cx.right_to_left {
            Rect::from_min_max(body.left_top(), pos2(body.left() + width, body.bottom()))
        } else {
            Rect::from_min_max(pos2(body.right() - width, body.top()), body.right_bottom())
        };
        let response = ui.interact(
            track,
            Id::unique("list-scrollbar"),
            Sense::CLICK | Sense::DRAG,
        );
        let name = panel.texts.get("a11y-list-scrollbar");
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name.as_ref()));
        #[expect(clippy::cast_possible_truncation, reason = "points on the screen")]
        let grip = {
            let height = (view / total * view).max(28.0) as f32;
            let share = (self.column.offset() / (total - view)).clamp(0.0, 1.0) as f32;
            let top = track.top() + share * (track.height() - height);
            Rect::from_min_size(pos2(track.left() + 2.0, top), vec2(width - 4.0, height))
        };
        let color = if response.hovered() || response.dragged() {
            panel.cx.palette.faint
        } else {
            panel.cx.palette.line
        };
        ui.painter().rect_filled(grip, CornerRadius::same(2), color);
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.is_pointer_button_down_on())
        {
            let room = (track.height() - grip.height()).max(1.0);
            let share = ((pointer.y - track.top() - grip.height() / 2.0) / room).clamp(0.0, 1.0);
            let offset = f64::from(share) * (total - view);
            self.column.scroll_to_offset(offset);
            ui.ctx().request_repaint();
        }
    }
}

/// The keys of the list while it has the keyboard.
fn keys(ui: &Ui, panel: &mut Panel<'_>, view: f32) {
    let id = Id::unique("article-list");
    ui.memory_mut(|m| {
        m.set_focus_lock_filter(
            id,
            egui::EventFilter {
                vertical_arrows: true,
                ..egui::EventFilter::default()
            },
        );
    });
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen rows")]
    let page = (view / ROW).floor().max(1.0) as i32;
    for (key, steps) in [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Home, -i32::MAX),
        (Key::End, i32::MAX),
    ] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            panel.send(Command::MoveBy(steps));
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter)) {
        ui.memory_mut(|m| m.request_focus(Id::unique("reading-pane")));
    }
}

fn head_ui(ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
    let painter = ui.painter().clone();
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, panel.cx.palette.line),
    );
    let inner = rect.shrink2(vec2(SIDE - 6.0, 4.0));
    let mut row = Row::new(inner, panel.cx.right_to_left);
    let texts = panel.texts;
    let sort = texts.get(sort_key(panel.state.sort));
    let width = button_width(&mut panel.cx, ui, &sort) + 8.0;
    let place = row.start(width);
    let id = Id::unique("sort");
    let name = texts.get("sort");
    let response = pressable(ui, place, id, &format!("{name}: {sort}"));
    if response.hovered() {
        painter.rect_filled(place, CornerRadius::same(7), panel.cx.palette.hover);
    }
    let mut parts = Row::new(place.shrink2(vec2(6.0, 0.0)), panel.cx.right_to_left);
    let arrow = parts.end(14.0);
    let soft = panel.cx.palette.soft;
    Icon::Down.paint(
        &painter,
        Rect::from_center_size(arrow.center(), vec2(10.0, 10.0)),
        soft,
    );
    panel.cx.write(
        ui,
        &painter,
        parts.rest(),
        Place::Start,
        (&sort, theme::small(), soft),
    );
    focus_ring(&panel.cx, &painter, &response, 7);
    Popup::menu(&response).width(220.0).show(|ui| {
        for sort in SortBy::ALL {
            let name = panel.texts.get(sort_key(sort));
            let is_on = panel.state.sort == sort;
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                panel.send(Command::Sort(sort));
            }
        }
    });
    let count = texts.with(
        "list-count",
        &[
            ("shown", panel.state.listing.n_articles.into()),
            ("total", panel.state.corpus.articles.len().into()),
        ],
    );
    let rest = row.rest().shrink2(vec2(6.0, 0.0));
    panel.cx.write(
        ui,
        &painter,
        rest,
        Place::End,
        (&count, theme::small(), soft),
    );
}

fn sort_key(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Newest => "sort-newest-first",
        SortBy::Oldest => "sort-oldest-first",
        SortBy::Title => "sort-title",
        SortBy::Length => "sort-length",
        SortBy::Outlet => "sort-outlet",
        SortBy::File => "sort-file",
    }
}

fn title_label(ui: &Ui, panel: &mut Panel<'_>, article: &Article, width: f32) -> Label {
    let style = theme::headline(15.0);
    let direction = direction_of(&article.title);
    panel.cx.pen.lines(
        ui.ctx(),
        &article.title,
        style,
        width - 2.0 * SIDE,
        2,
        direction,
    )
}

/// Titles stand at the side where their own language starts.
fn direction_of(title: &str) -> BaseDirection {
    let first = title.chars().find(|c| c.is_alphabetic());
    match first {
        Some(c) if !crate::text::is_right_to_left(c) => BaseDirection::LeftToRight,
        _ => BaseDirection::RightToLeft,
    }
}

fn row_height(ui: &Ui, panel: &mut Panel<'_>, index: usize, width: f32) -> f32 {
    let state = panel.state;
    match state.listing.rows.get(index) {
        None => 0.0,
        Some(ListRow::Heading { .. }) => HEADING,
        Some(ListRow::Article(id)) => {
            let Some(article) = state.corpus.article(*id) else {
                return 0.0;
            };
            let title = title_label(ui, panel, article, width).size().y;
            let has_snippet = snippet_span(panel, *id).is_some();
            let snippet = if has_snippet { SNIPPET } else { 0.0 };
            (10.0 + title + META + snippet + 8.0).round()
        }
    }
}

fn row_ui(
    ui: &mut Ui,
    painter: &Painter,
    panel: &mut Panel<'_>,
    rect: Rect,
    item: Visible,
    clip: Rect,
) {
    let state = panel.state;
    match state.listing.rows.get(item.index) {
        None => {}
        Some(ListRow::Heading { group, n }) => {
            let (text, tone) = heading(panel, group, *n);
            let line = rect.shrink2(vec2(SIDE, 2.0));
            let style = theme::small().bold();
            panel
                .cx
                .write(ui, painter, line, Place::Start, (&text, style, tone));
        }
        Some(ListRow::Article(id)) => {
            if let Some(article) = state.corpus.article(*id) {
                article_row(ui, painter, panel, rect, article, clip);
            }
        }
    }
}

fn heading(panel: &Panel<'_>, group: &GroupKey, n: usize) -> (String, egui::Color32) {
    let texts = panel.texts;
    let n = texts.number(n as u64);
    match group {
        GroupKey::Period(period) => {
            let name = match period {
                Some(period) => period.to_string(),
                None => texts.get("period-undated").into_owned(),
            };
            (
                format!("{name} · {n}"),
                panel.period_tone(period.as_ref()).ink,
            )
        }
        GroupKey::Outlet(outlet) => {
            let name = match outlet {
                Some(outlet) => outlet.to_string(),
                None => texts.get("group-no-outlet").into_owned(),
            };
            (format!("{name} · {n}"), panel.cx.palette.soft)
        }
    }
}

fn article_row(
    ui: &mut Ui,
    painter: &Painter,
    panel: &mut Panel<'_>,
    rect: Rect,
    article: &Article,
    clip: Rect,
) {
    let is_open = panel.state.article == Some(article.id);
    let palette = panel.cx.palette;
    let id = Id::unique(("article", article.id));
    let response = ui.interact(rect.intersect(clip), id, Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, is_open, article.title.as_ref())
    });
    if is_open {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.paper);
        let mut edge = Row::new(rect, panel.cx.right_to_left);
        painter.rect_filled(edge.start(3.0), CornerRadius::ZERO, palette.accent.ink);
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, palette.line),
    );
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    let label = title_label(ui, panel, article, rect.width());
    let at_right = direction_of(&article.title) == BaseDirection::RightToLeft;
    let x = if at_right {
        inner.right() - label.width()
    } else {
        inner.left()
    };
    let at = pos2(x, rect.top() + 10.0);
    if let Some(query) = panel.state.query.as_ref() {
        mark_hits(painter, panel, &label, at, &query.hits(&article.title));
    }
    label.paint(painter, at, palette.ink);
    let mut y = rect.top() + 10.0 + label.size().y;
    let meta = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), META));
    meta_ui(ui, painter, panel, meta, article);
    y += META;
    let snippet = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), SNIPPET));
    snippet_ui(ui, painter, panel, snippet, article);
    if response.clicked() {
        panel.send(Command::SelectArticle(article.id));
        ui.memory_mut(|m| m.request_focus(Id::unique("article-list")));
    }
}

/// Date, outlet and length, as far as there is room.
fn meta_ui(ui: &Ui, painter: &Painter, panel: &mut Panel<'_>, rect: Rect, article: &Article) {
    let mut row = Row::new(rect, panel.cx.right_to_left);
    if let Some(period) = &article.period {
        let tone = panel.period_tone(Some(period));
        let style = theme::small().bold();
        let width = panel.cx.label(ui, period, style).width() + 14.0;
        let badge = row.start(width);
        let badge = Rect::from_center_size(badge.center(), vec2(width, 18.0));
        painter.rect_filled(badge, CornerRadius::same(5), tone.tint);
        panel
            .cx
            .write(ui, painter, badge, Place::Center, (period, style, tone.ink));
        row.start(9.0);
    }
    let mut parts = Vec::new();
    match article.date {
        Some(date) => parts.push(panel.date(date)),
        None if article.period.is_none() => {
            parts.push(panel.texts.get("period-undated").into_owned());
        }
        None => {}
    }
    let words = panel
        .texts
        .with("count-words", &[("n", article.n_words.into())]);
    parts.push(words);
    if let Some(source) = &article.source {
        parts.push(source.to_string());
    }
    let soft = panel.cx.palette.soft;
    for part in parts {
        let room = row.rest();
        if room.width() < 24.0 {
            break;
        }
        let style = theme::small();
        let label = panel.cx.line(ui, &part, style, room.width());
        let place = row.start(label.width());
        let place = panel.cx.room(place, Place::Start, &label);
        label.paint(painter, place.min, soft);
        row.start(10.0);
    }
}

fn snippet_span(panel: &Panel<'_>, article: ArticleId) -> Option<ByteSpan> {
    panel.state.search.as_ref()?.of(article)?.first
}

/// The line of text around the first hit, the hit marked.
fn snippet_ui(ui: &Ui, painter: &Painter, panel: &mut Panel<'_>, rect: Rect, article: &Article) {
    let (Some(hit), Some(search)) = (snippet_span(panel, article.id), panel.state.search.clone())
    else {
        return;
    };
    let (before, rest) = around(&article.text, hit);
    let text = format!("{before}{rest}");
    let style = theme::headline(13.0);
    let style = crate::text::TextStyle {
        typeface: crate::text::Typeface::Interface,
        bold: false,
        ..style
    };
    let direction = BaseDirection::RightToLeft;
    let label = panel
        .cx
        .pen
        .lines(ui.ctx(), &text, style, rect.width(), 1, direction);
    let at = pos2(
        rect.right() - label.width(),
        rect.center().y - label.size().y / 2.0,
    );
    let hits = search.query.hits(&text);
    mark_hits(painter, panel, &label, at, &hits);
    label.paint(painter, at, panel.cx.palette.soft);
}

/// A few words before `hit` and what follows it, on one line.
fn around(text: &str, hit: ByteSpan) -> (String, String) {
    let range = hit.range();
    let head = text.get(..range.start).unwrap_or_default();
    let line_start = head.rfind('\n').map_or(0, |at| at + 1);
    let line = head.get(line_start..).unwrap_or_default();
    let start = line
        .char_indices()
        .rev()
        .filter(|(_, c)| c.is_whitespace())
        .nth(2)
        .map_or(0, |(at, c)| at + c.len_utf8());
    let mut before = line.get(start..).unwrap_or_default().to_owned();
    if start > 0 {
        before.insert(0, '…');
    }
    let rest = text.get(range.start..).unwrap_or_default();
    let after: String = rest.chars().take_while(|c| *c != '\n').take(90).collect();
    (before, after)
}

fn mark_hits(
    painter: &Painter,
    panel: &Panel<'_>,
    label: &Label,
    at: egui::Pos2,
    hits: &[ByteSpan],
) {
    for area in hits.iter().flat_map(|hit| label.block().areas(hit.range())) {
        let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1))
            .translate(at.to_vec2());
        painter.rect_filled(rect, CornerRadius::same(2), panel.cx.palette.hit.tint);
    }
}
