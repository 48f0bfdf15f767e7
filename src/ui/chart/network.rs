//! A network: dots with their names, and lines between them.

use super::drawing::{Drawing, Mark, Spot, Writing};
use super::sheet::Sheet;
use crate::text::TextStyle;
use crate::ui::theme::{self, Tone};
use egui::{Align2, Color32, Pos2, Rect, Stroke, Vec2, lerp, pos2, vec2};

/// How far from a line a pointer still means it, in points.
const REACH: f32 = 6.0;
/// Width of the thinnest and of the thickest line.
const LINES: (f32, f32) = (1.0, 4.0);
/// Radius of the smallest and of the largest dot.
const DOTS: (f32, f32) = (5.0, 13.0);
/// Names are cut at this width.
const NAME: f32 = 130.0;
/// Room around what belongs to a dot.
const AROUND: Vec2 = vec2(8.0, 5.0);
/// Height of a line of text.
const TEXT: f32 = 19.0;

/// The shape of a dot: what it is can be told without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dot {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle.
    Triangle,
}

/// A dot of a network.
#[derive(Debug, Clone)]
pub struct NetworkNode {
    /// Its names, one below the other.
    pub labels: Vec<String>,
    /// Its shape.
    pub dot: Dot,
    /// Its colours.
    pub tone: Tone,
    /// How large it is beside the largest, 0 to 1.
    pub size: f32,
    /// All of it in words, for the tooltip and for screen readers.
    pub name: String,
}

/// A line of a network.
#[derive(Debug, Clone)]
pub struct NetworkEdge {
    /// The places of its ends among the dots.
    pub nodes: [usize; 2],
    /// How strong it is beside the strongest, 0 to 1.
    pub strength: f32,
    /// All of it in words, for the tooltip.
    pub name: String,
}

/// A drawn network.
#[derive(Debug, Clone)]
pub struct Network {
    /// What is drawn. [`super::Pick::index`] is the place among the dots.
    pub drawing: Drawing,
    /// Both ends of each line, in points from the corner of the drawing.
    pub(super) ends: Vec<[Pos2; 2]>,
}

/// The room of a dot with its name, in points.
#[must_use]
pub fn node_room(sheet: &mut Sheet<'_>, node: &NetworkNode) -> Vec2 {
    let (radius, style) = (radius_of(node), style_of(false));
    let mut width = 2.0 * radius;
    for label in &node.labels {
        let label = sheet.fit(label, style, NAME);
        width = width.max(sheet.width_of(&label, style));
    }
    vec2(width, 2.0 * radius + text_height(node)) + 2.0 * AROUND
}

/// The height of the names of a dot, in points.
fn text_height(node: &NetworkNode) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "one or two lines")]
    let lines = node.labels.len() as f32;
    lines * TEXT
}

/// Draws dots in the middle of their rooms at `places`, which are parts of the
/// sheet, 0 to 1. What has no part in the dot at place `focus` is faint.
#[must_use]
pub fn network(
    sheet: &mut Sheet<'_>,
    nodes: &[NetworkNode],
    edges: &[NetworkEdge],
    places: &[[f64; 2]],
    focus: Option<usize>,
) -> Network {
    let (palette, size) = (sheet.palette, sheet.size);
    let mut drawing = Drawing::new(size, sheet.ground, Color32::TRANSPARENT);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let center = |n: usize| {
        let [x, y] = places.get(n).copied().unwrap_or([0.5, 0.5]);
        let at = pos2(x as f32 * size.x, y as f32 * size.y);
        // The names stand below, and both are in the middle of the room.
        at - vec2(0.0, nodes.get(n).map_or(0.0, text_height) / 2.0)
    };
    let is_of = |edge: &NetworkEdge| focus.is_none_or(|node| edge.nodes.contains(&node));
    let ends: Vec<[Pos2; 2]> = edges.iter().map(|edge| edge.nodes.map(center)).collect();
    // Those in focus lie on top.
    for on_top in [false, true] {
        for (edge, ends) in edges.iter().zip(&ends) {
            if is_of(edge) != on_top {
                continue;
            }
            let color = match (on_top, focus) {
                (false, _) => faded(palette.line, sheet.ground, 0.55),
                (true, None) => mixed(palette.line, palette.faint, 0.15 + 0.6 * edge.strength),
                (true, Some(_)) => palette.accent.ink,
            };
            let width = lerp(LINES.0..=LINES.1, edge.strength.clamp(0.0, 1.0));
            drawing.marks.push(Mark::Line {
                points: ends.to_vec(),
                stroke: Stroke::new(width, color),
            });
        }
    }
    let is_near = |n: usize| {
        let touches = |edge: &NetworkEdge| is_of(edge) && edge.nodes.contains(&n);
        focus.is_none_or(|node| node == n || edges.iter().any(touches))
    };
    for (n, node) in nodes.iter().enumerate() {
        let (at, radius) = (center(n), radius_of(node));
        let near = is_near(n);
        let ink = if near {
            node.tone.ink
        } else {
            faded(node.tone.ink, sheet.ground, 0.7)
        };
        let tint = if focus == Some(n) {
            ink
        } else {
            node.tone.tint
        };
        dot(&mut drawing, node.dot, (at, radius), (tint, ink));
        let style = style_of(focus == Some(n));
        let mut below = at + vec2(0.0, radius + 1.0);
        let mut whole = Rect::from_center_size(at, Vec2::splat(2.0 * radius));
        for label in &node.labels {
            let text = sheet.fit(label, style, NAME);
            let width = sheet.width_of(&text, style);
            let room = Rect::from_min_size(below - vec2(width / 2.0, 0.0), vec2(width, TEXT));
            // Lines do not run through names.
            drawing.marks.push(Mark::Rectangle {
                rect: room.expand2(vec2(2.0, -2.0)),
                fill: sheet.ground,
                stroke: Stroke::NONE,
            });
            drawing.marks.push(Mark::Text(Writing {
                text,
                style,
                color: if near { palette.ink } else { palette.faint },
                at: below,
                anchor: Align2::CENTER_TOP,
            }));
            below.y += TEXT;
            whole = whole.union(room);
        }
        drawing.spots.push(Spot {
            index: n,
            room: whole.expand(2.0),
            name: node.name.clone(),
            parts: Vec::new(),
        });
    }
    Network { drawing, ends }
}

impl Network {
    /// The line at `at`, in points from the corner of the drawing; of two the
    /// nearer one.
    #[must_use]
    pub fn edge_at(&self, at: Pos2) -> Option<usize> {
        let distances = self.ends.iter().map(|ends| distance(at, *ends)).enumerate();
        let nearest = distances.min_by(|(_, a), (_, b)| a.total_cmp(b));
        nearest
            .filter(|(_, distance)| *distance <= REACH)
            .map(|(edge, _)| edge)
    }
}

fn radius_of(node: &NetworkNode) -> f32 {
    // The eye compares areas.
    lerp(DOTS.0..=DOTS.1, node.size.clamp(0.0, 1.0).sqrt())
}

const fn style_of(is_bold: bool) -> TextStyle {
    let style = theme::small();
    if is_bold { style.bold() } else { style }
}

/// The distance of a point from a stretch of a line.
fn distance(at: Pos2, [a, b]: [Pos2; 2]) -> f32 {
    let along = b - a;
    let length = along.length_sq();
    if length == 0.0 {
        return at.distance(a);
    }
    let share = ((at - a).dot(along) / length).clamp(0.0, 1.0);
    at.distance(a + share * along)
}

pub(super) fn dot(
    drawing: &mut Drawing,
    dot: Dot,
    (at, radius): (Pos2, f32),
    (fill, ink): (Color32, Color32),
) {
    let stroke = Stroke::new(2.0, ink);
    let corners = |places: &[(f32, f32)]| -> Vec<Pos2> {
        let corner = |(x, y): &(f32, f32)| at + radius * vec2(*x, *y);
        places.iter().map(corner).collect()
    };
    let outline: &[(f32, f32)] = match dot {
        Dot::Circle => {
            drawing.marks.push(Mark::Circle {
                center: at,
                radius,
                fill,
                stroke,
            });
            return;
        }
        Dot::Square => &[(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)],
        Dot::Diamond => &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
        Dot::Triangle => &[(0.0, -1.05), (1.05, 0.85), (-1.05, 0.85)],
    };
    let points = corners(outline);
    let mut around = points.clone();
    around.extend(points.iter().take(2));
    drawing.marks.push(Mark::Polygon { points, fill });
    drawing.marks.push(Mark::Line {
        points: around,
        stroke,
    });
}

/// `color` with so much of `ground` over it.
fn faded(color: Color32, ground: Color32, share: f32) -> Color32 {
    mixed(color, ground, share)
}

fn mixed(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FontCatalog, Typesetter};
    use crate::ui::theme::Theme;

    fn node(label: &str, dot: Dot) -> NetworkNode {
        NetworkNode {
            labels: vec![label.to_owned()],
            dot,
            tone: Theme::Light.palette().place,
            size: 0.5,
            name: label.to_owned(),
        }
    }

    fn drawn(focus: Option<usize>) -> Network {
        let mut typesetter = Typesetter::new(&FontCatalog::bundled());
        let palette = Theme::Light.palette();
        let mut sheet = Sheet {
            size: vec2(400.0, 300.0),
            palette,
            ground: palette.paper,
            right_to_left: true,
            typesetter: &mut typesetter,
        };
        let nodes = [
            node("باكو", Dot::Square),
            node("يريفان", Dot::Diamond),
            node("موسكو", Dot::Triangle),
        ];
        let edge = NetworkEdge {
            nodes: [0, 1],
            strength: 1.0,
            name: String::new(),
        };
        let places = [[0.2, 0.5], [0.8, 0.5], [0.5, 0.9]];
        network(&mut sheet, &nodes, &[edge], &places, focus)
    }

    #[test]
    fn dots_and_lines_are_found_where_they_are_drawn() {
        let network = drawn(None);
        let spots: Vec<usize> = network.drawing.spots.iter().map(|s| s.index).collect();
        assert_eq!(spots, [0, 1, 2]);
        let middle = pos2(200.0, 150.0 - TEXT / 2.0);
        assert_eq!(network.edge_at(middle), Some(0));
        assert_eq!(network.edge_at(middle + vec2(0.0, 20.0)), None);
        let pick = network.drawing.pick(network.drawing.spots[2].room.center());
        assert_eq!(pick.map(|pick| pick.index), Some(2));
    }

    #[test]
    fn what_has_no_part_in_the_focus_is_faint() {
        let color_of = |network: &Network, name: &str| {
            let text = network.drawing.texts().find(|text| text.text == name);
            text.map(|text| text.color)
        };
        let palette = Theme::Light.palette();
        let network = drawn(Some(0));
        assert_eq!(color_of(&network, "يريفان"), Some(palette.ink));
        assert_eq!(color_of(&network, "موسكو"), Some(palette.faint));
        assert_eq!(color_of(&drawn(None), "موسكو"), Some(palette.ink));
    }
}
