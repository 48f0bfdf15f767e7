//! Paints one piece of an article.

use super::document::{Document, ItemKind};
use super::header::paint_header;
use super::page::PageSetting;
use super::paint::{paint_ground, paint_lines, paint_selection};
use super::request::ReadingRequest;
use super::selection::Selection;
use crate::ui::column::Visible;
use crate::ui::theme::Palette;
use egui::{Pos2, Rect, Ui};

#[expect(clippy::too_many_arguments, reason = "the parts of one frame")]
pub(super) fn paint_item(
    ui: &Ui,
    painter: &egui::Painter,
    palette: &Palette,
    page: &mut PageSetting<'_>,
    request: &ReadingRequest<'_>,
    selection: Option<&Selection>,
    item: Visible,
    origin: Pos2,
) -> Option<Rect> {
    let piece = page.document.items.get(item.index).copied()?;
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
    set.find_ink(page.pen.typesetter().faces());
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
    painter.galley(origin, galley, ink);
    paint_lines(painter, palette, set, marks, origin.to_vec2());
    None
}
