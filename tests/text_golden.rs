//! What the typesetter does against what HarfBuzz and fribidi did: glyphs and
//! visual order of the lines in `oracles/lines.txt`.
//!
//! `oracles/make.py` made the golden files. Every difference that is meant is
//! listed in `oracles/exceptions.txt`; one that is no longer needed fails.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be"
)]

use crate::oracles::{OracleLine, lines};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use warraq::text::{
    Alignment, BaseDirection, Block, FaceId, FontCatalog, LineMeasure, TextStyle, Typeface,
    Typesetter,
};

/// So that a thousandth of an em is a point.
const SIZE: f32 = 1000.0;

/// How far an advance or a mark may be off, in thousandths of an em.
const TOLERANCE: f32 = 2.0;

const ONE_LINE: LineMeasure = LineMeasure {
    width: f32::INFINITY,
    alignment: Alignment::Start,
    direction: BaseDirection::RightToLeft,
};

const fn style(typeface: Typeface) -> TextStyle {
    TextStyle {
        typeface,
        bold: false,
        size: SIZE,
        leading: 1.5,
    }
}

/// The records of a golden file, one for each line.
fn records(file: &str) -> Vec<&str> {
    file.lines()
        .filter(|record| !record.starts_with("# "))
        .collect()
}

/// The lines whose record in `golden` is not to be met, as written in `lines.txt`.
fn exceptions(golden: &str) -> BTreeSet<&'static str> {
    let mut excepted = BTreeSet::new();
    for row in include_str!("oracles/exceptions.txt")
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with("# "))
    {
        let columns: Vec<&str> = row.split('\t').collect();
        let [file, reason, line] = columns[..] else {
            panic!("not three columns: {row}");
        };
        assert!(!reason.is_empty(), "no reason: {row}");
        if file == golden {
            assert!(excepted.insert(line), "listed twice: {row}");
        }
    }
    excepted
}

/// Compares every line with its record; `difference` says what differs.
fn compare(
    golden: &str,
    records: &[&str],
    mut difference: impl FnMut(&OracleLine, &str) -> Option<String>,
) {
    let lines = lines();
    assert_eq!(
        lines.len(),
        records.len(),
        "{golden} is older than lines.txt"
    );
    let mut excepted = exceptions(golden);
    let mut report = String::new();
    for (line, record) in lines.iter().zip(records) {
        let listed = excepted.remove(line.written);
        match (difference(line, record), listed) {
            (None, false) | (Some(_), true) => {}
            (Some(what), false) => writeln!(report, "{}\n    {what}", line.written).unwrap(),
            (None, true) => writeln!(report, "exception not needed: {}", line.written).unwrap(),
        }
    }
    for line in excepted {
        writeln!(report, "exception for a line that does not exist: {line}").unwrap();
    }
    assert!(
        report.is_empty(),
        "{golden}: {} rows\n{report}",
        report.lines().count()
    );
}

#[test]
fn there_are_enough_lines() {
    let all = lines();
    let different: BTreeSet<&str> = all.iter().map(|line| line.written).collect();
    assert_eq!(different.len(), all.len(), "a line stands twice");
    let own = include_str!("oracles/lines.txt")
        .split("# Out of seeds/")
        .next()
        .map_or(0, |part| {
            records(part).iter().filter(|l| !l.is_empty()).count()
        });
    assert!(
        all.len() - own >= 200,
        "{} lines out of seeds",
        all.len() - own
    );
    assert!(own >= 60, "{own} hard lines");
}

#[test]
fn visual_order_is_that_of_fribidi() {
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    let golden = records(include_str!("oracles/order.txt"));
    compare("order.txt", &golden, |line, record| {
        let block = typesetter.set(&line.text, style(Typeface::Reading), ONE_LINE, &[]);
        assert_eq!(block.lines.len(), 1, "not one line: {:?}", line.text);
        let ours = order_of(&block, 0, &line.text);
        let theirs = parse_order(record);
        (ours != theirs).then(|| format!("ours    {ours:?}\n    fribidi {theirs:?}"))
    });
}

/// The order on lines that are broken in two, where what stands at the end of
/// the first line differs from what stands there in the whole.
#[test]
fn visual_order_of_broken_lines_is_that_of_fribidi() {
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    let golden = records(include_str!("oracles/broken.txt"));
    let mut broken = 0;
    compare("broken.txt", &golden, |line, record| {
        let (first, second) = record.split_once(" / ")?;
        let theirs = [parse_order(first), parse_order(second)];
        let end = theirs[0].len();
        let whole = typesetter.set(&line.text, style(Typeface::Reading), ONE_LINE, &[]);
        let end_byte = line.text.char_indices().nth(end).map(|(byte, _)| byte)?;
        let width: f32 = whole
            .cells
            .iter()
            .filter(|cell| cell.bytes.start < end_byte)
            .map(|cell| cell.x1 - cell.x0)
            .sum();
        let measure = LineMeasure {
            width: width + 1.0,
            ..ONE_LINE
        };
        let block = typesetter.set(&line.text, style(Typeface::Reading), measure, &[]);
        let ours: Vec<Vec<usize>> = (0..block.lines.len())
            .map(|i| order_of(&block, i, &line.text))
            .collect();
        broken += 1;
        // The rest may be wider than the first line and be broken again.
        let rest_is_whole = ours.len() == 2;
        let agree = ours[0] == theirs[0] && (!rest_is_whole || ours[1] == theirs[1]);
        (!agree).then(|| format!("ours    {ours:?}\n    fribidi {theirs:?}"))
    });
    assert!(broken > 200, "{broken} lines were broken");
}

/// The characters of line `line` of `block` from left to right, as numbers.
fn order_of(block: &Block, line: usize, text: &str) -> Vec<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    let number = |byte: usize| starts.partition_point(|start| *start < byte);
    let mut order = Vec::new();
    for cell in block.cells_of(&block.lines[line]) {
        let chars = number(cell.bytes.start)..number(cell.bytes.end);
        if cell.right_to_left {
            order.extend(chars.rev());
        } else {
            order.extend(chars);
        }
    }
    order
}

/// `7-4 0 1` → 7 6 5 4 0 1.
fn parse_order(record: &str) -> Vec<usize> {
    let mut order = Vec::new();
    for span in record.split(' ') {
        let (first, last) = span.split_once('-').unwrap_or((span, span));
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        if first <= last {
            order.extend(first..=last);
        } else {
            order.extend((last..=first).rev());
        }
    }
    order
}

#[test]
fn amiri_glyphs_are_those_of_harfbuzz() {
    compare_glyphs(
        "amiri.txt",
        include_str!("oracles/amiri.txt"),
        Typeface::Reading,
    );
}

#[test]
fn noto_sans_arabic_glyphs_are_those_of_harfbuzz() {
    compare_glyphs(
        "noto-sans-arabic.txt",
        include_str!("oracles/noto-sans-arabic.txt"),
        Typeface::Interface,
    );
}

/// One glyph: its face, its number, and lengths in thousandths of an em.
#[derive(Debug, Clone, PartialEq)]
struct Shaped {
    face: String,
    id: u16,
    advance: f32,
    /// From the place where the advances before it end.
    dx: f32,
    /// Upwards from the baseline.
    dy: f32,
}

impl Shaped {
    fn agrees(&self, other: &Self) -> bool {
        let near = |a: f32, b: f32| (a - b).abs() <= TOLERANCE;
        self.face == other.face
            && self.id == other.id
            && near(self.advance, other.advance)
            && near(self.dx, other.dx)
            && near(self.dy, other.dy)
    }
}

fn compare_glyphs(golden: &str, file: &str, typeface: Typeface) {
    let faces = golden_faces(file);
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    compare(golden, &records(file), |line, record| {
        let block = typesetter.set(&line.text, style(typeface), ONE_LINE, &[]);
        let ours = shaped(&block, |face| letter_of(&typesetter, face, &faces));
        let theirs = parse_glyphs(record, &faces);
        if ours.len() != theirs.len() {
            return Some(format!("ours {ours:?}\n    harfbuzz {theirs:?}"));
        }
        let (a, b) = ours.iter().zip(&theirs).find(|(a, b)| !a.agrees(b))?;
        Some(format!("ours {a:?}\n    harfbuzz {b:?}"))
    });
}

/// A face of a golden file: its letter, its bytes, its units in an em.
struct GoldenFace {
    letter: String,
    bytes: Vec<u8>,
    units: f32,
}

/// The faces that the head of a golden file names.
fn golden_faces(file: &str) -> Vec<GoldenFace> {
    let mut faces = Vec::new();
    for head in file.lines().filter_map(|line| line.strip_prefix("# ")) {
        let words: Vec<&str> = head.split(' ').collect();
        if let [letter, name, units] = words[..] {
            let path = format!("{}/assets/fonts/{name}", env!("CARGO_MANIFEST_DIR"));
            faces.push(GoldenFace {
                letter: letter.to_owned(),
                bytes: std::fs::read(path).unwrap(),
                units: units.parse().unwrap(),
            });
        }
    }
    assert!(!faces.is_empty(), "the golden file names no face");
    faces
}

fn letter_of(typesetter: &Typesetter, face: FaceId, faces: &[GoldenFace]) -> String {
    typesetter
        .faces()
        .with_face(face, |bytes, index| {
            assert_eq!(index, 0);
            faces
                .iter()
                .find(|golden| golden.bytes == bytes)
                .map_or_else(|| "?".to_owned(), |golden| golden.letter.clone())
        })
        .expect("every glyph has a face")
}

fn shaped(block: &Block, letter: impl Fn(FaceId) -> String) -> Vec<Shaped> {
    assert_eq!(block.lines.len(), 1, "not one line");
    let mut pen = block.cells.first().map_or(0.0, |cell| cell.x0);
    let mut glyphs = Vec::new();
    for glyph in &block.glyphs {
        glyphs.push(Shaped {
            face: letter(glyph.face),
            id: glyph.id,
            advance: glyph.advance,
            dx: glyph.x - pen,
            dy: block.lines[0].baseline - glyph.y,
        });
        pen += glyph.advance;
    }
    glyphs
}

/// `A 391:217 431:0@-195,0 | L 3:292` → glyphs.
fn parse_glyphs(record: &str, faces: &[GoldenFace]) -> Vec<Shaped> {
    let mut glyphs = Vec::new();
    for run in record.split(" | ") {
        let mut words = run.split(' ').filter(|word| !word.is_empty());
        let letter = words.next().expect("a run begins with its face");
        let face = faces.iter().find(|face| face.letter == letter).unwrap();
        let length = |units: &str| units.parse::<f32>().unwrap() * SIZE / face.units;
        for word in words {
            let (glyph, moved) = word.split_once('@').unwrap_or((word, "0,0"));
            let (id, advance) = glyph.split_once(':').unwrap();
            let (dx, dy) = moved.split_once(',').unwrap();
            glyphs.push(Shaped {
                face: letter.to_owned(),
                id: id.parse().unwrap(),
                advance: length(advance),
                dx: length(dx),
                dy: length(dy),
            });
        }
    }
    glyphs
}
