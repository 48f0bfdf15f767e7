//! The backend that plotters draws on: it writes down what is drawn.

use super::drawing::{Drawing, Mark, Writing};
use super::units::{points, size_points, size_units};
use crate::text::{LineMeasure, TextStyle, Typesetter};
use egui::{Align, Align2, Color32, Pos2, Rect, Stroke, pos2};
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Records into a [`Drawing`]; texts are measured by our typesetter.
///
/// Texts are never turned and the family that plotters names is not asked for:
/// charts are written in the typeface of the interface.
pub(super) struct Recorder<'a> {
    drawing: &'a mut Drawing,
    /// plotters asks for the size of a text through a shared reference.
    typesetter: RefCell<&'a mut Typesetter>,
}

impl<'a> Recorder<'a> {
    pub(super) const fn new(drawing: &'a mut Drawing, typesetter: &'a mut Typesetter) -> Self {
        Self {
            drawing,
            typesetter: RefCell::new(typesetter),
        }
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let size = self.drawing.size;
        (size_units(size.x), size_units(size.y))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.drawing.marks.push(Mark::Rectangle {
            rect: Rect::from_min_max(place(at), place((at.0 + 1, at.1 + 1))),
            fill: color_of(color),
            stroke: Stroke::NONE,
        });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (fill, stroke) = paint_of(style, fill);
        self.drawing.marks.push(Mark::Rectangle {
            rect: Rect::from_two_pos(place(upper_left), place(bottom_right)),
            fill,
            stroke,
        });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Pos2> = path.into_iter().map(place).collect();
        let stroke = stroke_of(style);
        if points.len() > 1 && stroke.color != Color32::TRANSPARENT {
            self.drawing.marks.push(Mark::Line { points, stroke });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (fill, stroke) = paint_of(style, fill);
        self.drawing.marks.push(Mark::Circle {
            center: place(center),
            radius: size_points(radius),
            fill,
            stroke,
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Pos2> = corners.into_iter().map(place).collect();
        if points.len() > 2 {
            self.drawing.marks.push(Mark::Polygon {
                points,
                fill: color_of(style.color()),
            });
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = style.anchor();
        let across = match anchor.h_pos {
            HPos::Left => Align::Min,
            HPos::Center => Align::Center,
            HPos::Right => Align::Max,
        };
        let down = match anchor.v_pos {
            VPos::Top => Align::Min,
            VPos::Center => Align::Center,
            VPos::Bottom => Align::Max,
        };
        self.drawing.marks.push(Mark::Text(Writing {
            text: text.to_owned(),
            style: style_of(style),
            color: color_of(style.color()),
            at: place(at),
            anchor: Align2([across, down]),
        }));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let mut typesetter = self.typesetter.borrow_mut();
        let block = typesetter.set(text, style_of(style), LineMeasure::SINGLE_LINE, &[]);
        Ok((size_units(block.width), size_units(block.height)))
    }
}

fn place((x, y): BackendCoord) -> Pos2 {
    pos2(points(x), points(y))
}

fn color_of(color: BackendColor) -> Color32 {
    let (r, g, b) = color.rgb;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of 255; the cast saturates"
    )]
    let alpha = (color.alpha * 255.0).round() as u8;
    Color32::from_rgba_unmultiplied(r, g, b, alpha)
}

fn stroke_of(style: &impl BackendStyle) -> Stroke {
    Stroke::new(size_points(style.stroke_width()), color_of(style.color()))
}

fn paint_of(style: &impl BackendStyle, filled: bool) -> (Color32, Stroke) {
    if filled {
        (color_of(style.color()), Stroke::NONE)
    } else {
        (Color32::TRANSPARENT, stroke_of(style))
    }
}

fn style_of(style: &impl BackendTextStyle) -> TextStyle {
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred units")]
    let size = style.size().round() as i32;
    let regular = TextStyle::interface(points(size));
    match style.style() {
        FontStyle::Bold => regular.bold(),
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => regular,
    }
}
