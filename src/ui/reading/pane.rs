//! The pane: layout on demand, scrolling, selecting, painting.

use super::document::{Document, ItemKind};
use super::marks::{MarkClass, Marks};
use super::page::{Page, PageLook};
use super::paint::{paint_ground, paint_lines, paint_selection};
use super::paragraph::SetParagraph;
use super::selection::{Grain, Position, Selection};
use super::strip::{self, Tick, strip_ui};
use crate::corpus::Article;
use crate::text::{BaseDirection, word_at};
use crate::ui::column::{Column, Visible};
use crate::ui::presses::Presses;
use crate::ui::theme::{Palette, Tone};
use crate::ui::{Pen, Row, theme};
use egui::{
    CornerRadius, CursorIcon, EventFilter, Key, Modifiers, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, Role, pos2, vec2,
};
use rustc_hash::FxHashMap;

/// Bytes of text measured ahead of need in a frame: about three milliseconds.
const MEASURE_AHEAD: u32 = 6_000;
/// Articles above this size in bytes keep their estimates where unread.
const MEASURE_WHOLE: usize = 8 << 20;
/// Height of the metadata line and the room under it, in points.
const METADATA: f32 = 34.0;
/// Height of each further line of metadata.
const EXTRA: f32 = 22.0;

/// The metadata line under the title.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// The period and its colours.
    pub badge: Option<(String, Tone)>,
    /// Date, outlet, length and file, as they are shown.
    pub parts: Vec<String>,
    /// The encoding of the file, where the reader may want another.
    pub encoding: Option<String>,
    /// What else is known, a line each.
    pub extra: Vec<String>,
}

impl Header {
    /// Its height in points.
    fn height(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few columns of an index")]
        let lines = self.extra.len() as f32;
        METADATA + lines * EXTRA
    }
}

/// What the pane is asked to show.
pub struct ReadingRequest<'a> {
    /// The article.
    pub article: &'a Article,
    /// Identifies article and corpus: another value starts at the top.
    pub key: u64,
    /// What is marked in it.
    pub marks: Marks<'a>,
    /// The metadata line.
    pub header: &'a Header,
    /// Times the usual text size.
    pub scale: f32,
    /// Whether the interface runs from right to left.
    pub right_to_left: bool,
    /// The name of the pane for screen readers.
    pub name: &'a str,
    /// The name of the strip beside it.
    pub strip_name: &'a str,
}

/// What the reader did in the pane.
#[derive(Debug, Default)]
pub struct PaneResponse {
    /// The mention under the pointer, and its rectangle on the screen.
    pub hovered: Option<(usize, Rect)>,
    /// The mention that was clicked.
    pub clicked: Option<(usize, Rect)>,
    /// Where the encoding stands on the screen, if it is in view.
    pub encoding: Option<Rect>,
}

/// The state of the reading pane.
#[derive(Default)]
pub struct ReadingPane {
    key: Option<u64>,
    look: Option<PageLook>,
    generation: u64,
    document: Document,
    column: Column,
    set: FxHashMap<usize, SetParagraph>,
    marked: u64,
    selection: Option<Selection>,
    presses: Presses,
    /// Whether the keyboard came here by a key, not by a click.
    has_ring: bool,
    pending: Option<u32>,
    ticks: Vec<Tick>,
    ticks_key: Option<(u64, usize, bool, u64)>,
    /// Height of the view in the last frame, in points.
    view: f32,
}

impl ReadingPane {
    /// Brings byte `byte` of the article into view at the next frame.
    pub fn scroll_to(&mut self, byte: u32) {
        self.pending = Some(byte);
    }

    /// Selects the whole article, title included.
    pub fn select_all(&mut self) {
        let last = self.document.items.len().saturating_sub(1);
        let end = Position {
            item: last,
            byte: 0,
        };
        self.selection = Some(Selection {
            origin: Position::default()..end,
            reach: Position::default()..end,
            grain: Grain::Grapheme,
        });
    }

    /// The selected text in logical order; `None` without a selection.
    #[must_use]
    pub fn selected_text(&self, article: &Article) -> Option<String> {
        let selection = self.selection.as_ref().filter(|s| !s.is_empty())?;
        Some(selection.text(article, &self.document))
    }

    /// Whether every height of the article is measured, so that another frame
    /// would look the same.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.column.is_settled()
    }

    /// Draws the pane in `rect`.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        pen: &mut Pen,
        palette: &Palette,
        request: &ReadingRequest<'_>,
    ) -> PaneResponse {
        let (page_rect, strip_rect) = split(rect, request.right_to_left);
        self.prepare(pen, page_rect.width(), request);
        let id = egui::Id::unique("reading-pane");
        let response = ui.interact(page_rect, id, Sense::click_and_drag());
        self.describe(ui, &response, request);

        let look = self.look.unwrap_or(PageLook::new(page_rect.width(), request.scale));
        let origin_x = (page_rect.center().x - look.measure / 2.0).round();
        self.view = page_rect.height();
        let mut page = Page {
            article: request.article,
            document: &self.document,
            marks: &request.marks,
            look,
            metadata_height: request.header.height(),
            set: &mut self.set,
            pen,
        };
        scroll(ui, &response, &mut self.column, &mut page, self.view);
        if let Some(byte) = self.pending.take() {
            reveal_byte(&mut self.column, &mut page, byte, self.view);
        }
        drag_scroll(ui, &response, &mut self.column, &mut page, page_rect);
        let visible = self.column.visible(self.view, &mut |i| page.height(i));

        let pointer = Pointer {
            origin_x,
            top: page_rect.top(),
            visible: &visible,
            look,
        };
        let chosen = (&mut self.selection, &mut self.presses);
        select(ui, &response, chosen, &mut page, &pointer);
        let mut result = PaneResponse::default();
        if response.hovered() && !response.dragged() {
            result.hovered = ui
                .ctx()
                .pointer_hover_pos()
                .and_then(|p| mention_at(&mut page, &pointer, p));
            let over_text = ui
                .ctx()
                .pointer_hover_pos()
                .is_some_and(|p| (p.x - origin_x) > 0.0 && (p.x - origin_x) < look.measure);
            if result.hovered.is_some() {
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            } else if over_text {
                ui.ctx().set_cursor_icon(CursorIcon::Text);
            }
        }
        if response.clicked() && self.selection.as_ref().is_none_or(Selection::is_empty) {
            result.clicked = response
                .interact_pointer_pos()
                .and_then(|p| mention_at(&mut page, &pointer, p));
        }

        let painter = ui.painter_at(page_rect);
        for item in &visible {
            let top = page_rect.top() + item.y;
            let header = paint_item(
                ui,
                &painter,
                palette,
                &mut page,
                request,
                self.selection.as_ref(),
                *item,
                pos2(origin_x, top),
                id,
            );
            result.encoding = result.encoding.or(header);
        }
        if self.has_ring && response.has_focus() {
            painter.rect_stroke(
                page_rect,
                CornerRadius::ZERO,
                Stroke::new(2.0, palette.accent.ink),
                StrokeKind::Inside,
            );
        }
        page.prune(self.column.top());
        measure_ahead(ui, &mut self.column, &mut page, request.article);
        self.strip(ui, strip_rect, palette, request);
        result
    }

    /// Starts anew for another article, and sets anew for another look.
    fn prepare(&mut self, pen: &Pen, width: f32, request: &ReadingRequest<'_>) {
        let look = PageLook::new(width, request.scale);
        let generation = pen.generation() >> 32;
        if self.key != Some(request.key) {
            self.key = Some(request.key);
            self.document = Document::new(request.article);
            self.column = Column::new(estimates(&self.document, look, request.header.height()));
            self.set.clear();
            self.selection = None;
            self.ticks_key = None;
        } else if self.look != Some(look) || self.generation != generation {
            self.column.estimate_again(estimates(&self.document, look, request.header.height()));
            self.set.clear();
        }
        if self.marked != request.marks.revision {
            self.marked = request.marks.revision;
            #[expect(
                clippy::iter_over_hash_type,
                reason = "every paragraph is marked on its own"
            )]
            for (index, set) in &mut self.set {
                if let Some(item) = self.document.items.get(*index)
                    && item.kind != ItemKind::OuterTitle
                {
                    set.mark(item.span, &request.marks);
                }
            }
        }
        self.look = Some(look);
        self.generation = generation;
    }

    fn describe(&mut self, ui: &Ui, response: &Response, request: &ReadingRequest<'_>) {
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, request.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Document);
            node.set_text_direction(egui::accesskit::TextDirection::RightToLeft);
        });
        let is_pressed = response.is_pointer_button_down_on();
        if response.gained_focus() {
            self.has_ring = !is_pressed;
        }
        if response.clicked() || response.drag_started() {
            response.request_focus();
            self.has_ring = false;
        }
    }

    fn strip(&mut self, ui: &mut Ui, rect: Rect, palette: &Palette, request: &ReadingRequest<'_>) {
        // An article that ends in view leaves the rest of the strip empty.
        let total = self.column.total().max(f64::from(self.view)).max(1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let share = |points: f64| (points / total).clamp(0.0, 1.0) as f32;
        let key = (
            request.marks.revision,
            self.column.len(),
            palette.dark,
            // Places move a little while heights are found; a new picture each
            // percent of the column is enough.
            total.to_bits() >> 44,
        );
        if self.ticks_key != Some(key) {
            self.ticks_key = Some(key);
            self.ticks = self.ticks(palette, &request.marks, &share);
        }
        let offset = self.column.offset();
        let view = (share(offset), share(offset + f64::from(self.view)));
        let id = egui::Id::unique("mark-strip");
        if let Some(place) = strip_ui(ui, rect, id, palette, &self.ticks, view, request.strip_name)
        {
            let middle = f64::from(place) * total - f64::from(self.view) / 2.0;
            self.column.scroll_to_offset(middle);
            ui.ctx().request_repaint();
        }
    }

    fn ticks(&self, palette: &Palette, marks: &Marks<'_>, share: &impl Fn(f64) -> f32) -> Vec<Tick> {
        let place = |byte: u32| {
            let index = self.document.item_of(byte);
            let Some(item) = self.document.items.get(index) else {
                return 0.0;
            };
            let inside = f64::from(byte.saturating_sub(item.span.start))
                / f64::from(item.span.len().max(1));
            share(self.column.position(index) + inside * f64::from(self.column.height(index)))
        };
        let mut ticks: Vec<Tick> = marks
            .mentions
            .iter()
            .filter(|m| {
                let class = MarkClass::of(m.kind);
                match marks.entity {
                    Some(entity) => m.entity == entity,
                    None => class != MarkClass::People && marks.shown.has(class),
                }
            })
            .map(|m| Tick {
                place: place(m.span.start),
                color: MarkClass::of(m.kind).tone(palette).ink,
            })
            .collect();
        ticks.extend(marks.hits.iter().map(|hit| Tick {
            place: place(hit.start),
            color: palette.hit.ink,
        }));
        // One mark of a colour at one place is as good as many.
        ticks.sort_by(|a, b| {
            a.place
                .total_cmp(&b.place)
                .then(a.color.to_array().cmp(&b.color.to_array()))
        });
        ticks.dedup_by(|a, b| a.color == b.color && (a.place - b.place).abs() < 0.001);
        ticks
    }
}

/// The room of the page and of the strip, which stands at the end side.
fn split(rect: Rect, right_to_left: bool) -> (Rect, Rect) {
    if right_to_left {
        let (strip, page) = rect.split_left_right_at_x(rect.left() + strip::WIDTH);
        (page, strip)
    } else {
        rect.split_left_right_at_x(rect.right() - strip::WIDTH)
    }
}

fn estimates(
    document: &Document,
    look: PageLook,
    metadata: f32,
) -> impl Iterator<Item = f32> + '_ {
    document
        .items
        .iter()
        .map(move |item| look.estimate(item, metadata))
}

/// What is needed to find the text under the pointer.
struct Pointer<'a> {
    origin_x: f32,
    top: f32,
    visible: &'a [Visible],
    look: PageLook,
}

impl Pointer<'_> {
    /// The item under `at` and the point inside its block.
    fn locate(&self, page: &Page<'_>, at: Pos2) -> Option<(usize, Vec2)> {
        let y = at.y - self.top;
        let item = self
            .visible
            .iter()
            .find(|item| y < item.y + item.height)
            .or(self.visible.last())?;
        let kind = page.document.items.get(item.index)?.kind;
        let (above, _) = self.look.padding(kind);
        Some((item.index, vec2(at.x - self.origin_x, y - item.y - above)))
    }

    fn position(&self, page: &mut Page<'_>, at: Pos2) -> Option<Position> {
        let (item, point) = self.locate(page, at)?;
        let byte = page
            .paragraph(item)
            .map_or(0, |set| set.block.hit(point.x, point.y).byte);
        Some(Position { item, byte })
    }
}

fn scroll(ui: &Ui, response: &Response, column: &mut Column, page: &mut Page<'_>, view: f32) {
    let mut points = 0.0;
    if response.contains_pointer() {
        points -= ui.input(|i| i.smooth_scroll_delta().y);
    }
    if response.has_focus() {
        // Arrows scroll; without this they would lead to the next widget.
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, keys));
        let line = theme::body(page.look.scale).size * 1.9;
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        #[expect(clippy::cast_precision_loss, reason = "a few key presses")]
        let times = |key| pressed(key) as f32;
        points += (times(Key::ArrowDown) - times(Key::ArrowUp)) * line;
        points += (times(Key::PageDown) + times(Key::Space) - times(Key::PageUp)) * (view - line);
        if pressed(Key::Home) > 0 {
            points = f32::MIN / 4.0;
        }
        if pressed(Key::End) > 0 {
            let last = column.len().saturating_sub(1);
            column.place(last, 0.0, 0.0, view, &mut |i| page.height(i));
        }
    }
    if points != 0.0 {
        if points < -1e9 {
            column.place(0, 0.0, 0.0, view, &mut |i| page.height(i));
        } else {
            column.scroll_by(points, view, &mut |i| page.height(i));
        }
    }
}

fn reveal_byte(column: &mut Column, page: &mut Page<'_>, byte: u32, view: f32) {
    let index = page.document.item_of(byte);
    let Some(item) = page.document.items.get(index).copied() else {
        return;
    };
    let (above, _) = page.look.padding(item.kind);
    let local = byte.saturating_sub(item.span.start) as usize;
    let Some((y0, y1)) = page.paragraph(index).and_then(|set| {
        let line = set.block.line_of(crate::text::Caret::after(local));
        set.block.lines.get(line).map(|line| (line.top, line.bottom))
    }) else {
        return;
    };
    let band = (above + y0, above + y1);
    column.reveal(index, band, view * 0.3, view, &mut |i| page.height(i));
}

/// Scrolls while a selection is dragged beyond the edge.
fn drag_scroll(ui: &Ui, response: &Response, column: &mut Column, page: &mut Page<'_>, rect: Rect) {
    if !response.dragged() {
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    let beyond = if pointer.y < rect.top() {
        pointer.y - rect.top()
    } else if pointer.y > rect.bottom() {
        pointer.y - rect.bottom()
    } else {
        return;
    };
    let seconds = ui.input(|i| i.stable_dt).min(0.1);
    let points = beyond.clamp(-120.0, 120.0) * 10.0 * seconds;
    column.scroll_by(points, rect.height(), &mut |i| page.height(i));
    ui.ctx().request_repaint();
}

fn select(
    ui: &Ui,
    response: &Response,
    (selection, presses): (&mut Option<Selection>, &mut Presses),
    page: &mut Page<'_>,
    pointer: &Pointer<'_>,
) {
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    let Some(position) = pointer.position(page, at) else {
        return;
    };
    let pressed = ui.input(|i| i.pointer.primary_pressed());
    if pressed && response.is_pointer_button_down_on() {
        let grain = match presses.add(ui, at) {
            1 => Grain::Grapheme,
            2 => Grain::Word,
            _ => Grain::Paragraph,
        };
        let piece = piece_at(page, position, grain);
        match selection {
            Some(existing) if ui.input(|i| i.modifiers.shift) => existing.reach = piece,
            _ => {
                *selection = Some(Selection {
                    origin: piece.clone(),
                    reach: piece,
                    grain,
                });
            }
        }
    } else if response.dragged()
        && let Some(existing) = selection
    {
        existing.reach = piece_at(page, position, existing.grain);
    }
}

fn piece_at(page: &mut Page<'_>, position: Position, grain: Grain) -> std::ops::Range<Position> {
    let Some(item) = page.document.items.get(position.item) else {
        return position..position;
    };
    let text = Document::text(page.article, item);
    let at = |byte| Position { byte, ..position };
    match grain {
        Grain::Grapheme => position..position,
        Grain::Word => {
            let word = word_at(text, position.byte);
            at(word.start)..at(word.end)
        }
        Grain::Paragraph => at(0)..at(text.len()),
    }
}

fn mention_at(page: &mut Page<'_>, pointer: &Pointer<'_>, at: Pos2) -> Option<(usize, Rect)> {
    let (index, point) = pointer.locate(page, at)?;
    let shown = page.marks.shown;
    let set = page.paragraph(index)?;
    let (highlight, area) = set
        .highlights
        .iter()
        .filter(|highlight| shown.has(highlight.class))
        .find_map(|highlight| {
            highlight
                .areas
                .iter()
                .find(|a| {
                    (a.x0..a.x1).contains(&point.x) && (a.y0..a.y1).contains(&point.y)
                })
                .map(|area| (highlight.mention, *area))
        })?;
    let origin = at - point;
    let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1));
    Some((highlight, rect.translate(origin.to_vec2())))
}

#[expect(clippy::too_many_arguments, reason = "the parts of one frame")]
fn paint_item(
    ui: &mut Ui,
    painter: &egui::Painter,
    palette: &Palette,
    page: &mut Page<'_>,
    request: &ReadingRequest<'_>,
    selection: Option<&Selection>,
    item: Visible,
    at: Pos2,
    pane: egui::Id,
) -> Option<Rect> {
    let piece = page.document.items.get(item.index).copied()?;
    let (above, _) = page.look.padding(piece.kind);
    let scale = painter.pixels_per_point();
    let origin = ((at + vec2(0.0, above)) * scale).round() / scale;
    if piece.kind == ItemKind::Metadata {
        return paint_header(ui, painter, palette, page, request, origin);
    }
    let marks = page.marks;
    let text = Document::text(page.article, &piece);
    let ctx = ui.ctx().clone();
    // A piece that was measured ahead of need was not kept: it is set now.
    page.paragraph(item.index)?;
    let set = page.set.get_mut(&item.index)?;
    let galley = set.galley(&ctx, page.pen, text);
    paint_ground(painter, palette, set, marks, origin.to_vec2());
    if let Some(range) = selection.and_then(|s| s.within(item.index, text.len())) {
        let block = &set.block;
        paint_selection(
            painter,
            palette.selection,
            &block.areas(range),
            |line| {
                block
                    .lines
                    .get(line)
                    .map_or((0.0, 0.0), |line| (line.top, line.bottom))
            },
            origin.to_vec2(),
        );
    }
    let ink = if piece.kind == ItemKind::Furniture {
        palette.faint
    } else {
        palette.ink
    };
    let rect = Rect::from_min_size(origin, galley.size());
    painter.galley(origin, galley, ink);
    paint_lines(painter, palette, set, marks, origin.to_vec2());
    let id = pane.with(("piece", item.index));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    None
}

/// Draws the metadata; returns where the encoding stands.
fn paint_header(
    ui: &Ui,
    painter: &egui::Painter,
    palette: &Palette,
    page: &mut Page<'_>,
    request: &ReadingRequest<'_>,
    origin: Pos2,
) -> Option<Rect> {
    let width = page.look.measure;
    let line = Rect::from_min_size(origin, vec2(width, 24.0));
    let mut row = Row::new(line, request.right_to_left);
    if let Some((period, tone)) = &request.header.badge {
        let label = page.pen.label(ui.ctx(), period, theme::small().bold());
        let size = label.size() + vec2(16.0, 2.0);
        let rect = Rect::from_center_size(row.start(size.x).center(), size);
        painter.rect_filled(rect, CornerRadius::same(5), tone.tint);
        label.paint(painter, rect.center() - label.size() / 2.0, tone.ink);
        row.start(14.0);
    }
    for part in &request.header.parts {
        let room = row.rest().width();
        if room < 40.0 {
            break;
        }
        let direction = BaseDirection::Auto;
        let style = theme::small();
        let label = page.pen.lines(ui.ctx(), part, style, room, 1, direction);
        let rect = row.start(label.width());
        label.paint(painter, rect.center() - label.size() / 2.0, palette.soft);
        row.start(14.0);
    }
    let encoding = request.header.encoding.as_ref().map(|encoding| {
        let label = page.pen.label(ui.ctx(), encoding, theme::small());
        let rect = row.start(label.width() + 16.0);
        let line = Rect::from_center_size(rect.center(), label.size() + vec2(14.0, 2.0));
        painter.rect_filled(line, CornerRadius::same(5), palette.hover);
        label.paint(painter, rect.center() - label.size() / 2.0, palette.ink);
        line
    });
    for (i, text) in request.header.extra.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few columns of an index")]
        let top = origin.y + 24.0 + i as f32 * EXTRA;
        let line = Rect::from_min_size(pos2(origin.x, top), vec2(width, EXTRA));
        let direction = if request.right_to_left {
            BaseDirection::RightToLeft
        } else {
            BaseDirection::LeftToRight
        };
        let style = theme::small();
        let label = page.pen.lines(ui.ctx(), text, style, width, 1, direction);
        let rect = Row::new(line, request.right_to_left).start(label.width());
        label.paint(painter, rect.center() - label.size() / 2.0, palette.faint);
    }
    let y = painter.round_to_pixel_center(origin.y + request.header.height());
    painter.hline(origin.x..=origin.x + width, y, egui::Stroke::new(1.0, palette.line));
    encoding
}

/// Measures some of what is out of view, nearest below first, so that the
/// strip becomes exact while the reader reads.
fn measure_ahead(ui: &Ui, column: &mut Column, page: &mut Page<'_>, article: &Article) {
    if article.text.len() > MEASURE_WHOLE {
        return;
    }
    let mut bytes = 0;
    while bytes < MEASURE_AHEAD {
        let Some(index) = column.next_unmeasured(column.top()) else {
            return;
        };
        bytes += page.document.items.get(index).map_or(1, |i| i.span.len()).max(200);
        let known = page.set.contains_key(&index);
        column.measure(index, &mut |i| page.height(i));
        if !known {
            page.set.remove(&index);
        }
    }
    ui.ctx().request_repaint();
}
