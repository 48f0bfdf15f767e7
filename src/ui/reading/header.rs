//! The metadata under the title of an article.

use super::page::PageSetting;
use super::request::ReadingRequest;
use crate::text::BaseDirection;
use crate::ui::RowRoom;
use crate::ui::theme::{self, Palette, Tone};
use egui::{CornerRadius, Pos2, Rect, Ui, pos2, vec2};

/// Height of the metadata line and the room under it, in points.
const METADATA: f32 = 34.0;
/// A part of the line is cut with an ellipsis only if it keeps this many points.
const LEAST_CUT: f32 = 160.0;
/// Height of each further line of metadata.
const EXTRA: f32 = 22.0;

/// The metadata line under the title.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// The period and its colours.
    pub badge: Option<(String, Tone)>,
    /// Which hit of how many the reader is at, and its colours.
    pub found: Option<(String, Tone)>,
    /// Date, outlet, length and file, as they are shown.
    pub parts: Vec<String>,
    /// The encoding of the file, where the reader may want another.
    pub encoding: Option<String>,
    /// What else is known, a line each.
    pub extra: Vec<String>,
}

impl Header {
    /// Its height in points.
    pub(super) fn height(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few columns of an index")]
        let lines = self.extra.len() as f32;
        METADATA + lines * EXTRA
    }
}

/// Draws the metadata; returns where the encoding stands.
pub(super) fn paint_header(
    ui: &Ui,
    painter: &egui::Painter,
    palette: &Palette,
    page: &mut PageSetting<'_>,
    request: &ReadingRequest<'_>,
    origin: Pos2,
) -> Option<Rect> {
    let width = page.look.measure;
    let line = Rect::from_min_size(origin, vec2(width, 24.0));
    let mut row = RowRoom::new(line, request.right_to_left);
    let badges = [&request.header.badge, &request.header.found];
    for (text, tone) in badges.into_iter().flatten() {
        let style = theme::small().bold();
        let direction = BaseDirection::Auto;
        let label = page
            .pen
            .lines(ui.ctx(), text, style, width / 2.0, 1, direction);
        let size = label.size() + vec2(16.0, 2.0);
        let rect = Rect::from_center_size(row.start(size.x).center(), size);
        painter.rect_filled(rect, CornerRadius::same(5), tone.tint);
        label.paint(painter, rect.center() - label.size() / 2.0, tone.ink);
        row.start(14.0);
    }
    for part in &request.header.parts {
        let room = row.rest().width();
        let style = theme::small();
        let full = page.pen.label(ui.ctx(), part, style).width();
        // The beginning of a long part says little: it is cut only where most
        // of a line is left for it.
        if full > room && room < LEAST_CUT {
            break;
        }
        let direction = BaseDirection::Auto;
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
        let rect = RowRoom::new(line, request.right_to_left).start(label.width());
        label.paint(painter, rect.center() - label.size() / 2.0, palette.faint);
    }
    let y = painter.round_to_pixel_center(origin.y + request.header.height());
    painter.hline(
        origin.x..=origin.x + width,
        y,
        egui::Stroke::new(1.0, palette.line),
    );
    encoding
}
