//! A drawing as an SVG file.

use super::drawing::{Drawing, FILE_MARGIN, Mark, Spot, Writing};
use crate::text::{LineMeasure, OutlineStep, Typesetter, outline};
use egui::{Color32, Pos2, Stroke};
use std::fmt::{self, Write as _};

/// Writes `drawing` as SVG 1.1 with `name` as its title, on its ground and with
/// a margin of 16 points.
///
/// Texts are outlines with their words as title and label: no font is needed
/// to see them, and screen readers can still read them. What can be pointed at
/// has a title too, which browsers show as a tooltip.
#[must_use]
pub fn to_svg(drawing: &Drawing, name: &str, typesetter: &mut Typesetter) -> String {
    let mut svg = String::new();
    // Writing into a string cannot fail.
    let written = write_svg(&mut svg, drawing, name, typesetter);
    debug_assert!(written.is_ok());
    svg
}

fn write_svg(
    svg: &mut String,
    drawing: &Drawing,
    name: &str,
    typesetter: &mut Typesetter,
) -> fmt::Result {
    let start = Number(-FILE_MARGIN);
    let width = Number(drawing.size.x + 2.0 * FILE_MARGIN);
    let height = Number(drawing.size.y + 2.0 * FILE_MARGIN);
    let name = Escaped(name);
    write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{start} {start} {width} {height}\" stroke=\"none\" \
         role=\"graphics-document\" aria-label=\"{name}\">\n\
         <title>{name}</title>\n\
         <rect x=\"{start}\" y=\"{start}\" width=\"{width}\" height=\"{height}\"{}/>\n",
        Fill(drawing.ground)
    )?;
    for mark in &drawing.marks {
        write_mark(svg, mark, typesetter)?;
    }
    for spot in &drawing.spots {
        write_spot(svg, spot)?;
    }
    svg.write_str("</svg>\n")
}

fn write_mark(svg: &mut String, mark: &Mark, typesetter: &mut Typesetter) -> fmt::Result {
    match mark {
        Mark::Line { points, stroke } => writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke-linejoin=\"round\"{}/>",
            Points(points),
            Border(*stroke)
        ),
        Mark::Rectangle { rect, fill, stroke } => {
            // As in the window, the border lies inside.
            let inner = rect.shrink(stroke.width / 2.0);
            writeln!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>",
                Number(inner.left()),
                Number(inner.top()),
                Number(inner.width()),
                Number(inner.height()),
                Fill(*fill),
                Border(*stroke)
            )
        }
        Mark::Polygon { points, fill } => {
            writeln!(
                svg,
                "<polygon points=\"{}\"{}/>",
                Points(points),
                Fill(*fill)
            )
        }
        Mark::Circle {
            center,
            radius,
            fill,
            stroke,
        } => writeln!(
            svg,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>",
            Number(center.x),
            Number(center.y),
            Number(*radius),
            Fill(*fill),
            Border(*stroke)
        ),
        Mark::Text(writing) => write_text(svg, writing, typesetter),
    }
}

fn write_text(svg: &mut String, writing: &Writing, typesetter: &mut Typesetter) -> fmt::Result {
    let at = writing.room(typesetter).min;
    let block = typesetter.set(&writing.text, writing.style, LineMeasure::SINGLE_LINE, &[]);
    let words = Escaped(&writing.text);
    write!(svg, "<path role=\"img\" aria-label=\"{words}\" d=\"")?;
    for step in outline(typesetter.faces(), &block) {
        write_step(svg, step, at)?;
    }
    writeln!(
        svg,
        "\"{}><title>{words}</title></path>",
        Fill(writing.color)
    )
}

fn write_step(svg: &mut String, step: OutlineStep, at: Pos2) -> fmt::Result {
    let to = |[x, y]: [f32; 2]| Pair(at.x + x, at.y + y);
    match step {
        OutlineStep::MoveTo(end) => write!(svg, "M{}", to(end)),
        OutlineStep::LineTo(end) => write!(svg, "L{}", to(end)),
        OutlineStep::QuadTo(control, end) => write!(svg, "Q{} {}", to(control), to(end)),
        OutlineStep::CubicTo(first, second, end) => {
            write!(svg, "C{} {} {}", to(first), to(second), to(end))
        }
        OutlineStep::Close => svg.write_char('Z'),
    }
}

fn write_spot(svg: &mut String, spot: &Spot) -> fmt::Result {
    writeln!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" \
         pointer-events=\"all\" role=\"graphics-symbol\"><title>{}</title></rect>",
        Number(spot.room.left()),
        Number(spot.room.top()),
        Number(spot.room.width()),
        Number(spot.room.height()),
        Escaped(&spot.name)
    )
}

/// A number of points to a hundredth, without zeros at its end.
struct Number(f32);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() / 100.0;
        // Adding 0 makes a plain 0 of a negative one.
        write!(f, "{}", hundredths + 0.0)
    }
}

struct Pair(f32, f32);

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Number(self.0), Number(self.1))
    }
}

struct Points<'a>(&'a [Pos2]);

impl fmt::Display for Points<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, point) in self.0.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{},{}", Number(point.x), Number(point.y))?;
        }
        Ok(())
    }
}

/// The attribute of a colour inside.
struct Fill(Color32);

impl fmt::Display for Fill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_paint(f, "fill", self.0)
    }
}

/// The attributes of a border or a line.
struct Border(Stroke);

impl fmt::Display for Border {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.width > 0.0 {
            write_paint(f, "stroke", self.0.color)?;
            write!(f, " stroke-width=\"{}\"", Number(self.0.width))?;
        }
        Ok(())
    }
}

fn write_paint(f: &mut fmt::Formatter<'_>, attribute: &str, color: Color32) -> fmt::Result {
    let [r, g, b, alpha] = color.to_srgba_unmultiplied();
    if alpha == 0 {
        return write!(f, " {attribute}=\"none\"");
    }
    write!(f, " {attribute}=\"#{r:02x}{g:02x}{b:02x}\"")?;
    if alpha < u8::MAX {
        let share = Number(f32::from(alpha) / 255.0);
        write!(f, " {attribute}-opacity=\"{share}\"")?;
    }
    Ok(())
}

/// Text that stands in XML: its marks escaped, and the characters left out that
/// XML 1.0 cannot hold (production 2, `Char`).
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let texts = [1.0, -0.001, 2.5, 3.456_78, -7.126].map(|n| Number(n).to_string());
        assert_eq!(texts, ["1", "0", "2.5", "3.46", "-7.13"]);
    }

    #[test]
    fn whatever_is_written_is_text() {
        let text = Escaped("a<b> & \"c\"\u{1}\n\u{FFFF}").to_string();
        assert_eq!(text, "a&lt;b&gt; &amp; &quot;c&quot; ");
    }
}
