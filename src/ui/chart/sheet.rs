//! What every chart is drawn on.

use super::drawing::Drawing;
use super::recorder::Recorder;
use super::units::units;
use crate::text::{Alignment, BaseDirection, LineMeasure, TextStyle, Typesetter, base_direction};
use crate::ui::theme::Palette;
use egui::{Color32, Vec2};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle};
use std::convert::Infallible;

/// The room, the colours and the direction of a chart.
pub struct Sheet<'a> {
    /// Width and height in points.
    pub size: Vec2,
    /// The colours.
    pub palette: &'static Palette,
    /// The ground that the chart stands on, [`Palette::paper`] or
    /// [`Palette::panel`].
    pub ground: Color32,
    /// Whether time and rows run from right to left.
    pub right_to_left: bool,
    /// Measures the labels.
    pub typesetter: &'a mut Typesetter,
}

/// The place that plotters draws on.
pub(super) type PlotArea<'a> = DrawingArea<Recorder<'a>, Shift>;
/// Whether plotters could draw.
pub(super) type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

impl Sheet<'_> {
    /// What `draw` draws in units.
    pub(super) fn record(&mut self, draw: impl FnOnce(&PlotArea<'_>) -> Drawn) -> Drawing {
        let mut drawing = Drawing::new(self.size, self.ground, self.palette.hover);
        let area = Recorder::new(&mut drawing, self.typesetter).into_drawing_area();
        // Our backend never fails, is drawn on by one area at a time, and texts
        // ask no font of plotters, so there is no error that could come.
        let drawn = draw(&area);
        debug_assert!(drawn.is_ok(), "{drawn:?}");
        drop(area);
        drawing
    }

    /// Width of `text` in points.
    pub(super) fn width_of(&mut self, text: &str, style: TextStyle) -> f32 {
        let measure = LineMeasure::SINGLE_LINE;
        self.typesetter.set(text, style, measure, &[]).width
    }

    /// `text`, cut with an ellipsis where it is wider than `width` points. What
    /// is cut keeps the direction of the whole.
    pub(super) fn fit(&mut self, text: &str, style: TextStyle, width: f32) -> String {
        if self.width_of(text, style) <= width {
            return text.to_owned();
        }
        let measure = LineMeasure {
            width,
            alignment: Alignment::Start,
            direction: BaseDirection::Auto,
        };
        let block = self.typesetter.set_within(text, style, measure, 1);
        let kept = block.text_len.saturating_sub(ELLIPSIS.len());
        let kept = text.get(..kept).unwrap_or_default();
        let mark = if base_direction(text, BaseDirection::LeftToRight) == BaseDirection::RightToLeft
        {
            RIGHT_TO_LEFT_MARK
        } else {
            ""
        };
        format!("{mark}{kept}{ELLIPSIS}")
    }

    /// The point `x` from the side where lines start.
    pub(super) fn along(&self, x: f32) -> f32 {
        if self.right_to_left {
            self.size.x - x
        } else {
            x
        }
    }
}

const ELLIPSIS: &str = "…";
/// A character without width that makes a line run from right to left.
const RIGHT_TO_LEFT_MARK: &str = "\u{200F}";

/// The side of a line's box where lines start, or end.
pub(super) const fn side(right_to_left: bool) -> HPos {
    if right_to_left {
        HPos::Right
    } else {
        HPos::Left
    }
}

/// A colour as plotters has it; the colours of palettes are opaque.
pub(super) const fn rgb(color: Color32) -> RGBColor {
    RGBColor(color.r(), color.g(), color.b())
}

/// A filled shape of `color`.
pub(super) fn filled(color: Color32) -> ShapeStyle {
    ShapeStyle::from(rgb(color)).filled()
}

/// A line of `width` points.
pub(super) fn stroke(color: Color32, width: f32) -> ShapeStyle {
    ShapeStyle::from(rgb(color)).stroke_width(super::units::size_units(width))
}

/// How a text is written, and which part of its box stands at its place.
pub(super) fn written(
    style: TextStyle,
    color: Color32,
    across: HPos,
    down: VPos,
) -> plotters::style::TextStyle<'static> {
    let weight = if style.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let size = f64::from(units(style.size));
    plotters::style::TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, size, weight),
        color: rgb(color).to_backend_color(),
        pos: Pos::new(across, down),
    }
}
