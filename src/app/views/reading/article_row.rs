//! One row of the article list: a heading, or an article with its hits.

use crate::analysis::{GroupKey, ListRow};
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::base::{ArticleId, ByteSpan, fits};
use crate::corpus::Article;
use crate::text::BaseDirection;
use crate::ui::column::Visible;
use crate::ui::{PaintedLabel, RowRoom, TextPlace, theme};
use egui::{CornerRadius, Id, Painter, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Height of a group heading.
pub(super) const HEADING: f32 = 32.0;
/// Room at the sides of a row.
pub(super) const SIDE: f32 = 16.0;
/// Height of the line of date, outlet and length.
const META: f32 = 24.0;
/// Height of the line around the first hit.
pub(super) const SNIPPET: f32 = 26.0;

fn title_label(ui: &Ui, panel: &mut Panel<'_>, article: &Article, width: f32) -> PaintedLabel {
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

pub(super) fn row_height(ui: &Ui, panel: &mut Panel<'_>, index: usize, width: f32) -> f32 {
    let state = panel.state;
    match state.listing().rows.get(index) {
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

pub(super) fn row_ui(
    ui: &mut Ui,
    painter: &Painter,
    panel: &mut Panel<'_>,
    rect: Rect,
    item: Visible,
    clip: Rect,
) {
    let state = panel.state;
    match state.listing().rows.get(item.index) {
        None => {}
        Some(ListRow::Heading { group, n }) => {
            let (text, tone) = heading(panel, group, *n);
            let line = rect.shrink2(vec2(SIDE, 2.0));
            let style = theme::small().bold();
            panel
                .cx
                .write(ui, painter, line, TextPlace::Start, (&text, style, tone));
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
        let mut edge = RowRoom::new(rect, panel.cx.right_to_left);
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
    if let (Some(found), Some(span)) = (panel.state.search.found(), article.title_span) {
        let hits = found.spans_in(article.id, span).into_iter();
        let hits: Vec<ByteSpan> = hits.filter_map(|hit| article.span_in_title(hit)).collect();
        mark_hits(painter, panel, &label, at, &hits);
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

/// Says of the rows from `first` on that were drawn what a reader sees of them,
/// and where they stand among all.
pub(super) fn describe_rows(ui: &Ui, list: Id, panel: &Panel<'_>, first: usize) {
    let ctx = ui.ctx();
    if !ctx.has_accesskit_node(list) {
        return;
    }
    let listing = panel.state.listing();
    let (above, from) = listing.rows.split_at(first.min(listing.rows.len()));
    let is_article = |row: &&ListRow| matches!(row, ListRow::Article(_));
    let mut place = above.iter().filter(is_article).count();
    for row in from {
        let ListRow::Article(article) = row else {
            continue;
        };
        let id = Id::unique(("article", article));
        if !ctx.has_accesskit_node(id) {
            break;
        }
        if let Some(article) = panel.state.corpus.article(*article) {
            let about = said_of(panel, article);
            let is_open = panel.state.article == Some(article.id);
            ctx.accesskit_node_builder(id, |node| {
                node.set_description(about);
                node.set_position_in_set(place);
                node.set_selected(is_open);
            });
        }
        place += 1;
    }
    ctx.accesskit_node_builder(list, |node| {
        node.set_size_of_set(listing.n_articles);
    });
}

/// Period, date and outlet of an article, as far as they are known.
fn said_of(panel: &Panel<'_>, article: &Article) -> String {
    let period = article.period.iter().map(ToString::to_string);
    let date = article.date.iter().map(|date| panel.date(*date));
    let source = article.source.iter().map(ToString::to_string);
    let words = panel
        .texts
        .with("count-words", &[("n", article.n_words.into())]);
    let parts: Vec<String> = period.chain(date).chain(source).chain([words]).collect();
    parts.join(" · ")
}

/// Date, outlet and length, as far as there is room.
fn meta_ui(ui: &Ui, painter: &Painter, panel: &mut Panel<'_>, rect: Rect, article: &Article) {
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    if let Some(period) = &article.period {
        let tone = panel.period_tone(Some(period));
        let style = theme::small().bold();
        let width = panel.cx.label(ui, period, style).width() + 14.0;
        let width = width.min(rect.width() / 2.0);
        let badge = row.start(width);
        let badge = Rect::from_center_size(badge.center(), vec2(width, 18.0));
        painter.rect_filled(badge, CornerRadius::same(5), tone.tint);
        let inside = badge.shrink2(vec2(6.0, 0.0));
        panel.cx.write(
            ui,
            painter,
            inside,
            TextPlace::Center,
            (period, style, tone.ink),
        );
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
    let n_copies = panel.state.near_copies(article.id).count();
    if n_copies > 0 {
        parts.push(panel.texts.with("near-copies", &[("n", n_copies.into())]));
    }
    if let Some(source) = &article.source {
        parts.push(source.to_string());
    }
    let soft = panel.cx.palette.soft;
    let n_facts = parts.len() - usize::from(article.source.is_some());
    for (i, part) in parts.into_iter().enumerate() {
        let room = row.rest();
        let style = theme::small();
        // Half a number says something else: only an outlet is cut.
        let least = if i < n_facts {
            panel.cx.label(ui, &part, style).width()
        } else {
            24.0
        };
        if room.width() < least {
            break;
        }
        let label = panel.cx.line(ui, &part, style, room.width());
        let place = row.start(label.width());
        let place = panel.cx.room(place, TextPlace::Start, &label);
        label.paint(painter, place.min, soft);
        row.start(10.0);
    }
}

fn snippet_span(panel: &Panel<'_>, article: ArticleId) -> Option<ByteSpan> {
    panel.state.search.found()?.first_of(article)
}

/// The line of text around the first hit, the hit marked.
fn snippet_ui(ui: &Ui, painter: &Painter, panel: &mut Panel<'_>, rect: Rect, article: &Article) {
    let Some(found) = panel.state.search.found().cloned() else {
        return;
    };
    let Some(hit) = found.first_of(article.id) else {
        return;
    };
    let snippet = around(&article.text, hit);
    let text = snippet.text;
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
    let hits = found.spans_in(article.id, snippet.span);
    let hits: Vec<ByteSpan> = shifted(&hits, snippet.span.start)
        .into_iter()
        .map(|hit| ByteSpan::new(hit.start + snippet.lead, hit.end + snippet.lead))
        .collect();
    mark_hits(painter, panel, &label, at, &hits);
    label.paint(painter, at, panel.cx.palette.soft);
}

/// A piece of an article on one line.
struct Snippet {
    text: String,
    /// Where the piece stands in the article, in bytes.
    span: ByteSpan,
    /// Bytes of `text` before the piece: an ellipsis.
    lead: u32,
}

/// A few words before `hit` and what follows it, on one line.
fn around(text: &str, hit: ByteSpan) -> Snippet {
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
    let rest = text.get(range.start..).unwrap_or_default();
    let n_after: usize = rest
        .chars()
        .take_while(|c| *c != '\n')
        .take(90)
        .map(char::len_utf8)
        .sum();
    let lead = if start > 0 { "…" } else { "" };
    let piece = line_start + start..range.start + n_after;
    let small = |n: usize| fits(n);
    Snippet {
        text: format!("{lead}{}", text.get(piece.clone()).unwrap_or_default()),
        span: ByteSpan::new(small(piece.start), small(piece.end)),
        lead: small(lead.len()),
    }
}

/// `spans` counted from byte `start`.
fn shifted(spans: &[ByteSpan], start: u32) -> Vec<ByteSpan> {
    let shift = |span: &ByteSpan| ByteSpan::new(span.start - start, span.end - start);
    spans.iter().map(shift).collect()
}

fn mark_hits(
    painter: &Painter,
    panel: &Panel<'_>,
    label: &PaintedLabel,
    at: egui::Pos2,
    hits: &[ByteSpan],
) {
    for area in hits.iter().flat_map(|hit| label.block().areas(hit.range())) {
        let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1))
            .translate(at.to_vec2());
        painter.rect_filled(rect, CornerRadius::same(2), panel.cx.palette.hit.tint);
    }
}
