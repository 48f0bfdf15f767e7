//! What stands around a network: its title, and what its shapes and lines mean.

use super::drawing::{Drawing, Mark, Writing};
use super::network::{Dot, Network, dot};
use super::sheet::Sheet;
use super::units::count;
use crate::ui::theme::{self, Tone};
use egui::{Align2, Color32, Vec2, pos2, vec2};

/// Room of the title and of a line of the key, in points.
const TITLE: f32 = 30.0;
const LINE: f32 = 22.0;
/// Radius of a shape of the key, and the room between it and its name.
const RADIUS: f32 = 6.0;
const GAP: f32 = 6.0;
/// Room between two names.
const APART: f32 = 20.0;

/// What is said around a network.
pub struct NetworkKey {
    /// What is shown; nothing where that is said elsewhere.
    pub title: String,
    /// The shapes and what they stand for.
    pub dots: Vec<(Dot, Tone, String)>,
    /// What lines and sizes stand for.
    pub note: String,
}

/// The room around a network.
pub struct NetworkFrame {
    size: Vec2,
    head: f32,
    /// For each shape and then the note: points from the side where lines
    /// start, and the line from 0.
    places: Vec<(f32, usize)>,
    n_lines: usize,
}

impl NetworkFrame {
    /// The room that `key` takes of `sheet`.
    #[must_use]
    pub fn new(sheet: &mut Sheet<'_>, key: &NetworkKey) -> Self {
        let style = theme::small();
        let shapes = key.dots.iter().map(|(.., name)| (2.0 * RADIUS + GAP, name));
        let (mut places, mut x, mut line) = (Vec::new(), 0.0, 0);
        for (shape, text) in shapes.chain([(0.0, &key.note)]) {
            let width = shape + sheet.width_of(text, style);
            if x > 0.0 && x + width > sheet.size.x {
                (x, line) = (0.0, line + 1);
            }
            places.push((x, line));
            x += width + APART;
        }
        Self {
            size: sheet.size,
            head: if key.title.is_empty() { 0.0 } else { TITLE },
            places,
            n_lines: line + 1,
        }
    }

    /// The sheet that is left for the network.
    pub fn inside<'a>(&self, sheet: &'a mut Sheet<'_>) -> Sheet<'a> {
        let around = self.head + LINE * count(self.n_lines);
        Sheet {
            size: vec2(self.size.x, (self.size.y - around).max(1.0)),
            palette: sheet.palette,
            ground: sheet.ground,
            right_to_left: sheet.right_to_left,
            typesetter: sheet.typesetter,
        }
    }

    /// `network`, drawn on the sheet `inside`, with what stands around it.
    #[must_use]
    pub fn around(&self, inside: &mut Sheet<'_>, key: &NetworkKey, network: Network) -> Network {
        let by = vec2(0.0, self.head);
        let Network { mut drawing, ends } = network;
        drawing.size = self.size;
        drawing.marks = drawing.marks.iter().map(|m| m.translated(by)).collect();
        for spot in &mut drawing.spots {
            spot.room = spot.room.translate(by);
        }
        if self.head > 0.0 {
            let style = theme::text().bold();
            let text = inside.fit(&key.title, style, self.size.x);
            write(inside, &mut drawing, text, style, (0.0, TITLE / 2.0));
        }
        let top = self.head + inside.size.y;
        let middle = |line: usize| top + LINE * (count(line) + 0.5);
        for ((shape, tone, name), (x, line)) in key.dots.iter().zip(&self.places) {
            let y = middle(*line);
            let at = pos2(inside.along(x + RADIUS), y);
            dot(&mut drawing, *shape, (at, RADIUS), (tone.tint, tone.ink));
            let x = x + 2.0 * RADIUS + GAP;
            write(inside, &mut drawing, name.clone(), theme::small(), (x, y));
        }
        if let Some((x, line)) = self.places.last() {
            let note = inside.fit(&key.note, theme::small(), self.size.x - x);
            write(
                inside,
                &mut drawing,
                note,
                theme::small(),
                (*x, middle(*line)),
            );
        }
        let ends = ends.into_iter().map(|ends| ends.map(|end| end + by));
        Network {
            drawing,
            ends: ends.collect(),
        }
    }
}

/// Writes `text` from `x` points after the side where lines start.
fn write(
    sheet: &Sheet<'_>,
    drawing: &mut Drawing,
    text: String,
    style: crate::text::TextStyle,
    (x, y): (f32, f32),
) {
    let anchor = if sheet.right_to_left {
        Align2::RIGHT_CENTER
    } else {
        Align2::LEFT_CENTER
    };
    let color: Color32 = if style.bold {
        sheet.palette.ink
    } else {
        sheet.palette.soft
    };
    let at = pos2(sheet.along(x), y);
    drawing.marks.push(Mark::Text(Writing {
        text,
        style,
        color,
        at,
        anchor,
    }));
}
