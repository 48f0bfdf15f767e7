//! A chart as a list of what is drawn: plain data, ready for a window or a file.

use crate::text::{LineMeasure, TextStyle, Typesetter};
use egui::{Align2, Color32, Pos2, Rect, Stroke, Vec2};

/// Points around a drawing in a file.
pub(super) const FILE_MARGIN: f32 = 16.0;

/// A drawn chart. Coordinates are points from its top left corner; `y` grows
/// downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width and height in points.
    pub size: Vec2,
    /// The colour that all marks were chosen for. Files are filled with it; a
    /// window has its own ground.
    pub ground: Color32,
    /// The colour under a place that is pointed at.
    pub hover: Color32,
    /// What is drawn, the lowest first.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in order.
    pub spots: Vec<Spot>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line through points, open at its ends.
    Line {
        /// The points; at least two.
        points: Vec<Pos2>,
        /// Width and colour.
        stroke: Stroke,
    },
    /// An upright rectangle.
    Rectangle {
        /// Its place.
        rect: Rect,
        /// The colour inside, or transparent.
        fill: Color32,
        /// Its border, or none.
        stroke: Stroke,
    },
    /// A filled convex polygon.
    Polygon {
        /// The corners; at least three.
        points: Vec<Pos2>,
        /// The colour inside.
        fill: Color32,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Pos2,
        /// Its radius in points.
        radius: f32,
        /// The colour inside, or transparent.
        fill: Color32,
        /// Its border, or none.
        stroke: Stroke,
    },
    /// A line of text.
    Text(Writing),
}

impl Mark {
    pub(super) fn translated(&self, by: Vec2) -> Self {
        let mut mark = self.clone();
        match &mut mark {
            Self::Line { points, .. } | Self::Polygon { points, .. } => {
                for point in points {
                    *point += by;
                }
            }
            Self::Rectangle { rect, .. } => *rect = rect.translate(by),
            Self::Circle { center, .. } => *center += by,
            Self::Text(writing) => writing.at += by,
        }
        mark
    }
}

/// One line of text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// What is written.
    pub text: String,
    /// How.
    pub style: TextStyle,
    /// The colour.
    pub color: Color32,
    /// Where.
    pub at: Pos2,
    /// Which corner, side or middle of the line's box stands there.
    pub anchor: Align2,
}

impl Writing {
    /// The room of the line, as wide as `typesetter` sets it.
    pub fn room(&self, typesetter: &mut Typesetter) -> Rect {
        let block = typesetter.set(&self.text, self.style, LineMeasure::SINGLE_LINE, &[]);
        let size = Vec2::new(block.width, block.height);
        self.anchor.anchor_size(self.at, size)
    }
}

/// A place that stands for one datum: a bar, a point in time, a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The place of the datum among the data.
    pub index: usize,
    /// Where it is pointed at.
    pub room: Rect,
    /// What it says, for the tooltip and for screen readers.
    pub name: String,
    /// Where its parts lie: `x` of every tick of a row, in the order of the
    /// data.
    pub parts: Vec<f32>,
}

/// A datum that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Its place among the data: of the bar, of the point in time, of the row.
    pub index: usize,
    /// The tick of the row next to the pointer, if one is near.
    pub part: Option<usize>,
}

/// How far from a tick a pointer still means it, in points.
const REACH: f32 = 4.0;

impl Drawing {
    /// An empty drawing.
    #[must_use]
    pub const fn new(size: Vec2, ground: Color32, hover: Color32) -> Self {
        Self {
            size,
            ground,
            hover,
            marks: Vec::new(),
            spots: Vec::new(),
        }
    }

    /// What is at `at`, in points from the top left corner of the drawing.
    #[must_use]
    pub fn pick(&self, at: Pos2) -> Option<Pick> {
        let spot = self.spots.iter().find(|spot| spot.room.contains(at))?;
        let distance = |x: &f32| (x - at.x).abs();
        let near = spot.parts.iter().enumerate();
        let near = near.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        Some(Pick {
            index: spot.index,
            part: near
                .filter(|(_, x)| distance(x) <= REACH)
                .map(|(part, _)| part),
        })
    }

    /// Adds all of `other`, `by` away from where it was drawn.
    pub(super) fn append(&mut self, other: &Self, by: Vec2) {
        self.marks
            .extend(other.marks.iter().map(|mark| mark.translated(by)));
        self.spots.extend(other.spots.iter().map(|spot| Spot {
            room: spot.room.translate(by),
            parts: spot.parts.iter().map(|x| x + by.x).collect(),
            ..spot.clone()
        }));
    }

    /// The lines of text, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Writing> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(writing) => Some(writing),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    #[test]
    fn the_tick_next_to_the_pointer_is_picked() {
        let mut drawing = Drawing::new(vec2(100.0, 20.0), Color32::WHITE, Color32::GRAY);
        drawing.spots.push(Spot {
            index: 7,
            room: Rect::from_min_size(Pos2::ZERO, vec2(100.0, 20.0)),
            name: String::new(),
            parts: vec![80.0, 40.0, 46.0],
        });
        let pick = |x: f32| drawing.pick(pos2(x, 5.0));
        let row = |part| Some(Pick { index: 7, part });
        assert_eq!(pick(42.0), row(Some(1)));
        assert_eq!(pick(44.0), row(Some(2)));
        assert_eq!(pick(60.0), row(None));
        assert_eq!(pick(120.0), None);
    }
}
