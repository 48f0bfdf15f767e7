//! The pane: layout on demand, scrolling, selecting, painting.

use super::asking::{asked_at, current_mention, place_in_view, selected_words};
use super::caret::PaneCaret;
use super::caret_keys::{CaretWish, Held};
use super::document::{Document, ItemKind};
use super::item::paint_item;
use super::marks::{MarkClass, ShownClasses, TextMarks};
use super::page::{PageLook, PageSetting};
use super::paragraph::SetParagraph;
use super::pointing::{TextPointer, expression_at, mention_at, select};
use super::request::{AskedAt, PagePlace, PaneResponse, ReadingRequest};
use super::scrolling::{Goal, drag_scroll, measure_ahead, reveal, scroll, start_at};
use super::selection::{Grain, Position, Selection};
use super::spoken::{PaintedItem, SpokenArticle};
use super::strip::{self, Tick, strip_ui};
use crate::base::{ByteSpan, EntityId};
use crate::corpus::Article;
use crate::ui::Pen;
use crate::ui::column::ScrollColumn;
use crate::ui::presses::Presses;
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::shows_focus;
use egui::{
    CornerRadius, CursorIcon, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2,
};
use rustc_hash::FxHashMap;

/// What the ticks of the strip depend on: marks, which of them are shown, the
/// number of pieces, the theme and the height of the column.
type TicksKey = (u64, (ShownClasses, Option<EntityId>), usize, bool, u64);

/// The state of the reading pane.
#[derive(Default)]
pub struct ReadingPane {
    key: Option<u64>,
    file_key: u64,
    look: Option<PageLook>,
    generation: u64,
    document: Document,
    column: ScrollColumn,
    set: FxHashMap<usize, SetParagraph>,
    marked: u64,
    selection: Option<Selection>,
    caret: Option<PaneCaret>,
    wish: CaretWish,
    presses: Presses,
    pending: Option<Goal>,
    /// Where the article starts at the next frame.
    start: Option<PagePlace>,
    spoken: SpokenArticle,
    ticks: Vec<Tick>,
    ticks_key: Option<TicksKey>,
    /// Height of the view in the last frame, in points.
    view: f32,
}

impl ReadingPane {
    /// Brings byte `byte` of the article into view at the next frame.
    pub fn scroll_to(&mut self, byte: u32) {
        self.pending = Some(Goal::InView(byte));
    }

    /// Brings byte `byte` of the article into the middle of the view at the
    /// next frame.
    pub fn scroll_to_middle(&mut self, byte: u32) {
        self.pending = Some(Goal::InMiddle(byte));
    }

    /// Where the article `key` is read, if that is the one shown.
    #[must_use]
    pub fn place(&self, key: u64) -> Option<PagePlace> {
        let is_shown = self.key == Some(key) && !self.column.is_empty();
        is_shown.then(|| PagePlace {
            item: self.column.top(),
            share: self.column.share_above(),
        })
    }

    /// Puts the caret at byte `byte` of the article at the next frame, if there
    /// is one, and lets go of what is selected.
    pub fn stand_at(&mut self, byte: u32) {
        self.wish.stands_at = Some(byte);
    }

    /// Puts a caret into the text at the next frame, at the hit or the name
    /// that was gone to; where there is one, goes to it or, from there, takes
    /// it away.
    pub fn toggle_caret(&mut self) {
        self.wish.is_asked = true;
    }

    /// Whether the keyboard moves a caret in the text.
    #[must_use]
    pub fn has_caret(&self, ctx: &egui::Context) -> bool {
        let id = egui::Id::unique("reading-pane");
        self.caret.is_some() && ctx.memory(|memory| memory.has_focus(id))
    }

    /// Selects the text of the file; a title that does not stand in it is left
    /// out.
    pub fn select_all(&mut self) {
        let first = self.document.items.first();
        let start = Position {
            item: usize::from(first.is_some_and(|item| !item.kind.is_of_text())),
            byte: 0,
        };
        let last = self.document.items.len().saturating_sub(1);
        let end = Position {
            item: last,
            byte: 0,
        };
        self.selection = Some(Selection {
            origin: start..start,
            reach: end..end,
            grain: Grain::Grapheme,
        });
    }

    /// The selected text in logical order; `None` without a selection.
    #[must_use]
    pub fn selected_text(&self, article: &Article) -> Option<String> {
        let selection = self.selection.as_ref().filter(|s| !s.is_empty())?;
        Some(selection.text(article, &self.document))
    }

    /// The selected bytes of the article's text, from the first letter to the
    /// last, in however many paragraphs; `None` where none are selected.
    #[must_use]
    pub fn selected_span(&self, article: &Article) -> Option<ByteSpan> {
        let selection = self.selection.as_ref().filter(|s| !s.is_empty())?;
        selection.span(article, &self.document)
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
        let width = page_rect.width();
        self.prepare(pen, width, request);
        let id = egui::Id::unique("reading-pane");
        let response = ui.interact(page_rect, id, Sense::click_and_drag());
        describe(ui, &response, request);

        let look = self.look.unwrap_or(PageLook::new(width, request.scale));
        let origin_x = (page_rect.center().x - look.measure / 2.0).round();
        self.view = page_rect.height();
        let mut page = PageSetting {
            article: request.article,
            document: &self.document,
            marks: &request.marks,
            look,
            metadata_height: request.header.height(),
            set: &mut self.set,
            pen,
        };
        let mut held = Held {
            caret: &mut self.caret,
            selection: &mut self.selection,
        };
        let keys = response
            .has_focus()
            .then(|| held.take_keys(ui, &mut page, lines_in(self.view, look)));
        let keys = keys.unwrap_or_default();
        let ends = self.spoken.chosen(ui, id);
        if keys.moved | ends.is_some_and(|ends| held.choose(ends, &mut page)) {
            held.reveal(&mut self.column, &mut page, self.view);
        }
        let scrolled = (self.view, held.caret.is_some());
        scroll(ui, &response, &mut self.column, &mut page, scrolled);
        if let Some(start) = self.start.take() {
            start_at(&mut self.column, &mut page, start, self.view);
        }
        let wanted = self.spoken.wanted(ui, page.document).map(Goal::InView);
        if let Some(goal) = self.pending.take().or(wanted) {
            reveal(&mut self.column, &mut page, goal, self.view);
        }
        drag_scroll(ui, &response, &mut self.column, &mut page, page_rect);
        let visible = self.column.visible(self.view, &mut |i| page.height(i));

        let pointer = TextPointer {
            origin_x,
            top: page_rect.top(),
            visible: &visible,
            look,
        };
        let chosen = (&mut held, &mut self.presses);
        select(ui, &response, chosen, &mut page, &pointer);
        self.wish.grant(&mut held, &response, &mut page, &pointer);
        let mut result = PaneResponse::default();
        pointed_at(ui, &response, &mut page, &pointer, &mut result);
        if let Some(at) = response.interact_pointer_pos() {
            if response.clicked() && held.selection.as_ref().is_none_or(Selection::is_empty) {
                result.clicked = mention_at(&mut page, &pointer, at);
            }
            if response.secondary_clicked() {
                result.asked = asked_at(held.selection, &mut page, &pointer, at);
            }
        }
        let caret = self.caret;
        let caret_rect = caret.and_then(|caret| caret.rect(&mut page, &pointer));
        if keys.asked {
            result.asked = caret_rect.map(AskedAt::Caret);
        }
        let chosen = self.selection.as_ref();
        tell(&mut result, (caret, chosen), &mut page, &pointer, self.view);

        let painter = ui.painter_at(page_rect);
        let places = places_of(&page, &pointer, painter.pixels_per_point());
        for (item, place) in visible.iter().zip(&places) {
            let header = paint_item(
                ui,
                &painter,
                palette,
                &mut page,
                request,
                chosen,
                *item,
                place.origin,
            );
            result.encoding = result.encoding.or(header);
        }
        let is_bare = chosen.is_none_or(Selection::is_empty);
        let is_caret_shown = caret.is_some_and(|caret| is_bare || caret.by_key);
        paint_focus(
            &painter,
            &response,
            palette,
            caret_rect.filter(|_| is_caret_shown),
        );
        let seen = (visible.as_slice(), places.as_slice());
        let ends = told_ends(chosen, caret);
        self.spoken.speak(ui, id, &mut page, request, seen, ends);
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
            let heights = estimates(&self.document, look, request.header.height());
            if self.file_key == request.file_key {
                self.column.estimate_again(heights);
            } else {
                self.column = ScrollColumn::new(heights);
                self.start = request.start;
            }
            self.file_key = request.file_key;
            self.set.clear();
            self.selection = None;
            // Who reads by keys goes on at the start.
            self.wish.goes_on |= self.caret.take().is_some_and(|caret| caret.by_key);
            self.ticks_key = None;
        } else if self.look != Some(look) || self.generation != generation {
            self.column
                .estimate_again(estimates(&self.document, look, request.header.height()));
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

    fn strip(&mut self, ui: &mut Ui, rect: Rect, palette: &Palette, request: &ReadingRequest<'_>) {
        // An article that ends in view leaves the rest of the strip empty.
        let total = self.column.total().max(f64::from(self.view)).max(1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let share = |points: f64| (points / total).clamp(0.0, 1.0) as f32;
        let key = (
            request.marks.revision,
            (request.marks.shown, request.marks.entity),
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
            // A button that is held still asks for nothing more.
            if (self.column.offset() - offset).abs() > 0.1 {
                ui.ctx().request_repaint();
            }
        }
    }

    fn ticks(
        &self,
        palette: &Palette,
        marks: &TextMarks<'_>,
        share: &impl Fn(f64) -> f32,
    ) -> Vec<Tick> {
        let place = |byte: u32| {
            let index = self.document.item_of(byte);
            let Some(item) = self.document.items.get(index) else {
                return 0.0;
            };
            let inside =
                f64::from(byte.saturating_sub(item.span.start)) / f64::from(item.span.len().max(1));
            share(self.column.position(index) + inside * f64::from(self.column.height(index)))
        };
        let mut ticks: Vec<Tick> = marks
            .mentions
            .iter()
            .filter(|m| {
                let class = MarkClass::of(m.kind);
                match marks.entity {
                    Some(entity) => m.entity == entity && marks.shown.has(class),
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

/// What stands under the pointer, and the cursor that says so.
fn pointed_at(
    ui: &Ui,
    response: &Response,
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    result: &mut PaneResponse,
) {
    let at = ui.ctx().pointer_hover_pos();
    let Some(at) = at.filter(|_| response.hovered() && !response.dragged()) else {
        return;
    };
    result.hovered = mention_at(page, pointer, at);
    if result.hovered.is_none() {
        result.expression = expression_at(page, pointer, at);
    }
    let across = at.x - pointer.origin_x;
    if result.hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    } else if across > 0.0 && across < page.look.measure {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
}

/// What the reader is at: the words at the caret, what is selected, and what is
/// in view.
fn tell(
    result: &mut PaneResponse,
    (caret, selection): (Option<PaneCaret>, Option<&Selection>),
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    view: f32,
) {
    result.at_caret = caret.and_then(|caret| caret.words(page, pointer));
    result.selection = selection.and_then(|chosen| selected_words(chosen, page, pointer));
    result.current = current_mention(page, pointer);
    result.place = place_in_view(page, pointer.visible, view);
}

/// Where the items in view stand on the screen, at whole pixels.
fn places_of(page: &PageSetting<'_>, pointer: &TextPointer<'_>, scale: f32) -> Vec<PaintedItem> {
    let placed = pointer.visible.iter().map(|item| {
        let at = pos2(pointer.origin_x, pointer.top + item.y);
        let origin = page.origin(item.index, at, scale);
        let index = item.index;
        PaintedItem { index, origin }
    });
    placed.collect()
}

/// Where the selection begins, and the caret: without a selection, both there.
fn told_ends(chosen: Option<&Selection>, caret: Option<PaneCaret>) -> Option<(Position, Position)> {
    let bare = caret.map(|caret| (caret.position(), caret.position()));
    chosen.map(Selection::ends).or(bare)
}

/// Draws the caret and the frame of what has the keyboard.
fn paint_focus(painter: &Painter, response: &Response, palette: &Palette, caret: Option<Rect>) {
    if let Some(rect) = caret.filter(|_| response.has_focus()) {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.ink);
    }
    if shows_focus(response) {
        painter.rect_stroke(
            response.rect,
            CornerRadius::ZERO,
            Stroke::new(2.0, palette.accent.ink),
            StrokeKind::Inside,
        );
    }
}

/// Lines of a page of the view, the one that stays in view left out; at least
/// one.
fn lines_in(view: f32, look: PageLook) -> i32 {
    let style = theme::body(look.scale);
    #[expect(clippy::cast_possible_truncation, reason = "a few lines")]
    let lines = (view / (style.size * style.leading)) as i32;
    (lines - 1).max(1)
}

fn estimates(document: &Document, look: PageLook, metadata: f32) -> impl Iterator<Item = f32> + '_ {
    document
        .items
        .iter()
        .map(move |item| look.estimate(item, metadata))
}

/// Says what the pane is, and takes the keyboard where it is pressed.
fn describe(ui: &Ui, response: &Response, request: &ReadingRequest<'_>) {
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, request.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Document);
        node.set_text_direction(egui::accesskit::TextDirection::RightToLeft);
    });
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
}
