//! What lies under the pointer, and how it selects.

use super::caret::PaneCaret;
use super::caret_keys::Held;
use super::document::Document;
use super::page::{PageLook, PageSetting};
use super::paragraph::{Highlight, SetParagraph};
use super::selection::{Grain, Position, Selection};
use crate::text::{Caret, word_at};
use crate::ui::column::Visible;
use crate::ui::presses::Presses;
use egui::{PointerButton, Pos2, Rect, Response, Ui, Vec2, pos2, vec2};
use std::ops::Range;

/// What is needed to find the text under the pointer.
pub(super) struct TextPointer<'a> {
    pub(super) origin_x: f32,
    pub(super) top: f32,
    pub(super) visible: &'a [Visible],
    pub(super) look: PageLook,
}

impl TextPointer<'_> {
    /// The item under `at` and the point inside its block.
    pub(super) fn locate(&self, page: &PageSetting<'_>, at: Pos2) -> Option<(usize, Vec2)> {
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

    /// The caret nearest to `at`; `None` in the margin and where no text is.
    pub(super) fn caret(&self, page: &mut PageSetting<'_>, at: Pos2) -> Option<PaneCaret> {
        let (item, point) = self.locate(page, at)?;
        let block = &page.paragraph(item)?.block;
        let is_beside = point.x < 0.0 || point.x > block.width;
        (!is_beside).then(|| PaneCaret::new(item, block.hit(point.x, point.y), false))
    }

    /// The start of the first line that is wholly in view.
    pub(super) fn first_caret(&self, page: &mut PageSetting<'_>) -> Option<PaneCaret> {
        self.visible.iter().find_map(|item| {
            let kind = page.document.items.get(item.index)?.kind;
            let (above, _) = self.look.padding(kind);
            let lines = &page.paragraph(item.index)?.block.lines;
            let line = lines.iter().find(|line| item.y + above + line.top >= 0.0)?;
            let at = Caret::after(line.bytes.start);
            Some(PaneCaret::new(item.index, at, true))
        })
    }

    pub(super) fn position(&self, page: &mut PageSetting<'_>, at: Pos2) -> Option<Position> {
        let (item, point) = self.locate(page, at)?;
        let byte = page
            .paragraph(item)
            .map_or(0, |set| set.block.hit(point.x, point.y).byte);
        Some(Position { item, byte })
    }
}

pub(super) fn select(
    ui: &Ui,
    response: &Response,
    (held, presses): (&mut Held<'_>, &mut Presses),
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
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
        *held.caret = pointer.caret(page, at);
        match held.selection {
            Some(existing) if ui.input(|i| i.modifiers.shift) => existing.reach = piece,
            _ => {
                *held.selection = Some(Selection {
                    origin: piece.clone(),
                    reach: piece,
                    grain,
                });
            }
        }
    } else if response.dragged_by(PointerButton::Primary)
        && let Some(existing) = held.selection
    {
        existing.reach = piece_at(page, position, existing.grain);
        if let Some(caret) = pointer.caret(page, at) {
            *held.caret = Some(caret);
        }
    }
}

pub(super) fn piece_at(
    page: &mut PageSetting<'_>,
    position: Position,
    grain: Grain,
) -> Range<Position> {
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

pub(super) fn mention_at(
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    at: Pos2,
) -> Option<(usize, Rect)> {
    highlight_at(page, pointer, at, |set| &set.highlights)
}

/// The date, time or count of casualties at `at`.
pub(super) fn expression_at(
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    at: Pos2,
) -> Option<(usize, Rect)> {
    highlight_at(page, pointer, at, |set| &set.layers)
}

fn highlight_at(
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    at: Pos2,
    of: impl Fn(&SetParagraph) -> &[Highlight],
) -> Option<(usize, Rect)> {
    let (index, point) = pointer.locate(page, at)?;
    let shown = page.marks.shown;
    let set = page.paragraph(index)?;
    let (highlight, area) = of(set)
        .iter()
        .filter(|highlight| shown.has(highlight.class))
        .find_map(|highlight| {
            highlight
                .areas
                .iter()
                .find(|a| (a.x0..a.x1).contains(&point.x) && (a.y0..a.y1).contains(&point.y))
                .map(|area| (highlight.mention, *area))
        })?;
    let origin = at - point;
    let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1));
    Some((highlight, rect.translate(origin.to_vec2())))
}
