//! The wider context of a line, as a paragraph below it.

use super::cells::{direction, style};
use super::columns::PaneColumns;
use super::request::KwicContext;
use crate::text::{Alignment, Area, LineMeasure, TextStyle};
use crate::ui::theme::Palette;
use crate::ui::{Cx, Pen};
use egui::{Context, CornerRadius, Galley, Painter, Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// The widest paragraph, as a multiple of the size of its letters.
const MEASURE: f32 = 34.0;
/// Room inside the box of the paragraph, at its sides and above and below.
const PAD: egui::Vec2 = vec2(16.0, 8.0);
/// Room below the box.
const BELOW: f32 = 10.0;

/// A context, set for the width that it was last shown in.
pub(super) struct Wide {
    context: KwicContext,
    set: Option<SetContext>,
}

#[derive(Clone)]
struct SetContext {
    galley: Arc<Galley>,
    node: Vec<Area>,
    /// Width of the measure in points.
    width: f32,
}

impl Wide {
    pub(super) const fn new(context: KwicContext) -> Self {
        Self { context, set: None }
    }

    /// To be set anew.
    pub(super) fn unset(&mut self) {
        self.set = None;
    }

    /// Height of the box and the room below it, in a pane with `room` points
    /// for text.
    pub(super) fn height(&mut self, look: &mut ContextLook<'_>) -> f32 {
        self.set(look).galley.size().y + 2.0 * PAD.y + BELOW
    }

    fn set(&mut self, look: &mut ContextLook<'_>) -> &SetContext {
        let context = &self.context;
        self.set.get_or_insert_with(|| {
            let style = TextStyle {
                leading: 1.75,
                ..style(look.scale)
            };
            let width = (look.room - 2.0 * PAD.x)
                .min(MEASURE * style.size)
                .max(style.size);
            let measure = LineMeasure {
                width,
                alignment: Alignment::Start,
                direction: direction(look.right_to_left),
            };
            let inks = [(context.node.clone(), 1)];
            let block = look.pen.set(&context.text, style, measure, &inks);
            let colors = [look.palette.accent.ink];
            SetContext {
                galley: look.pen.galley(look.ctx, &context.text, &block, &colors),
                node: block.areas(context.node.clone()),
                width,
            }
        })
    }

    /// Paints the box with its top at the top of `room`, at the side where its
    /// text starts.
    pub(super) fn paint(&mut self, painter: &Painter, room: Rect, look: &mut ContextLook<'_>) {
        let (palette, right_to_left) = (look.palette, look.right_to_left);
        let set = self.set(look);
        let size = vec2(set.width, set.galley.size().y) + 2.0 * PAD;
        let left = if right_to_left {
            room.right() - size.x
        } else {
            room.left()
        };
        let ground = Rect::from_min_size(pos2(left, room.top()), size);
        painter.rect_filled(ground, CornerRadius::same(7), palette.panel);
        let at = round(painter, ground.min + PAD);
        for area in &set.node {
            let mark = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1))
                .translate(at.to_vec2())
                .expand2(vec2(2.0, 0.0));
            painter.rect_filled(mark, CornerRadius::same(3), palette.accent.tint);
            let line = Rect::from_min_max(pos2(mark.left(), mark.bottom() - 1.5), mark.max);
            painter.rect_filled(line, CornerRadius::ZERO, palette.accent.ink);
        }
        painter.galley(at, Arc::clone(&set.galley), palette.ink);
    }

    /// The text, for screen readers.
    pub(super) fn text(&self) -> &str {
        &self.context.text
    }
}

/// What the layout of every context has in common.
pub(super) struct ContextLook<'a> {
    pub(super) ctx: &'a Context,
    pub(super) pen: &'a mut Pen,
    pub(super) palette: &'a Palette,
    /// Width of the text of the pane in points.
    pub(super) room: f32,
    pub(super) scale: f32,
    pub(super) right_to_left: bool,
}

/// The nearest whole pixel.
pub(super) fn round(painter: &Painter, at: Pos2) -> Pos2 {
    let scale = painter.pixels_per_point();
    pos2(
        (at.x * scale).round() / scale,
        (at.y * scale).round() / scale,
    )
}

impl<'a> ContextLook<'a> {
    /// For the text room of `columns`.
    pub(super) fn new(
        ctx: &'a Context,
        cx: &'a mut Cx<'_>,
        columns: &PaneColumns,
        scale: f32,
    ) -> Self {
        Self {
            ctx,
            pen: cx.pen,
            palette: cx.palette,
            room: columns.text.span(),
            scale,
            right_to_left: columns.right_to_left,
        }
    }
}
