//! What the reader can ask about: what is selected, the mention stepped to,
//! what the second button presses.

use super::document::{Document, ItemKind};
use super::page::PageSetting;
use super::pointing::{TextPointer, mention_at, piece_at};
use super::request::{AskedAt, SelectedWords};
use super::selection::{Grain, Selection};
use crate::base::{ByteSpan, fits};
use crate::text::Area;
use crate::ui::column::Visible;
use egui::{Pos2, Rect, pos2};

/// What the second button asks about at `at`. A word that is neither selected
/// nor a mention becomes the selection.
pub(super) fn asked_at(
    selection: &mut Option<Selection>,
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
    at: Pos2,
) -> Option<AskedAt> {
    let position = pointer.position(page, at)?;
    let is_selected = selection.as_ref().is_some_and(|selection| {
        let range = selection.range();
        !selection.is_empty() && range.start <= position && position <= range.end
    });
    let mention = mention_at(page, pointer, at);
    if let Some((mention, rect)) = mention {
        if !is_selected {
            *selection = None;
        }
        return Some(AskedAt::Mention(mention, rect));
    }
    if !is_selected {
        let piece = piece_at(page, position, Grain::Word);
        *selection = Some(Selection {
            origin: piece.clone(),
            reach: piece,
            grain: Grain::Word,
        });
    }
    Some(AskedAt::Selection(Rect::from_pos(at)))
}

/// The selected stretch of the article's text and where it ends on the screen;
/// nothing where more than one paragraph is selected, or a title that is not
/// in the text.
pub(super) fn selected_words(
    selection: &Selection,
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
) -> Option<SelectedWords> {
    let range = selection.range();
    let index = range.start.item;
    let item = *page.document.items.get(index)?;
    if range.end.item != index || !item.kind.is_of_text() || selection.is_empty() {
        return None;
    }
    let len = Document::text(page.article, &item).len();
    let bytes = selection.within(index, len)?;
    let offset = |byte: usize| item.span.start + u32::try_from(byte).unwrap_or(0);
    let span = ByteSpan::new(offset(bytes.start), offset(bytes.end));
    let areas = page.paragraph(index)?.block.areas(bytes);
    let rect = on_screen(page, pointer, index, areas.last()?)?;
    Some(SelectedWords { span, rect })
}

/// The mention that the reader stepped to and where it stands on the screen.
pub(super) fn current_mention(
    page: &mut PageSetting<'_>,
    pointer: &TextPointer<'_>,
) -> Option<(usize, Rect)> {
    let current = page.marks.current?;
    let span = page.marks.mentions.get(current)?.span;
    let index = page.document.item_of(span.start);
    let set = page.paragraph(index)?;
    let mut highlights = set.highlights.iter();
    let area = *highlights.find(|h| h.mention == current)?.areas.last()?;
    Some((current, on_screen(page, pointer, index, &area)?))
}

/// The bytes of the article's text on the lines wholly in a view of `view`
/// points; from 0 where it begins with the title, to the end where that is in
/// view.
pub(super) fn place_in_view(
    page: &mut PageSetting<'_>,
    visible: &[Visible],
    view: f32,
) -> Option<ByteSpan> {
    let mut start = None;
    let mut end = None;
    for item in visible {
        let piece = *page.document.items.get(item.index)?;
        match piece.kind {
            ItemKind::OuterTitle | ItemKind::Title | ItemKind::Metadata => start = Some(0),
            ItemKind::End => end = Some(piece.span.end),
            ItemKind::Paragraph | ItemKind::Part | ItemKind::Furniture => {
                let (above, _) = page.look.padding(piece.kind);
                let top = item.y + above;
                let lines = &page.paragraph(item.index)?.block.lines;
                let first = lines.partition_point(|line| top + line.top < 0.0);
                let after = lines.partition_point(|line| top + line.bottom <= view);
                let byte = |at: usize| piece.span.start + fits::<_, u32>(at);
                if let Some(line) = lines.get(first).filter(|_| first < after) {
                    start = start.or(Some(byte(line.bytes.start)));
                }
                if let Some(line) = lines.get(first..after).and_then(<[_]>::last) {
                    end = end.max(Some(byte(line.bytes.end)));
                }
            }
        }
    }
    let start = start?;
    Some(ByteSpan::new(start, end.unwrap_or(start).max(start)))
}

/// Where `area` of item `index` stands on the screen, if the item is in view.
pub(super) fn on_screen(
    page: &PageSetting<'_>,
    pointer: &TextPointer<'_>,
    index: usize,
    area: &Area,
) -> Option<Rect> {
    let kind = page.document.items.get(index)?.kind;
    let (above, _) = page.look.padding(kind);
    let visible = pointer.visible.iter().find(|item| item.index == index)?;
    let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1));
    let origin = pos2(pointer.origin_x, pointer.top + visible.y + above);
    Some(rect.translate(origin.to_vec2()))
}
