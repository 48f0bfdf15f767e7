//! From a string to a [`Block`].

use super::block::{Block, Line};
use super::fonts::{FaceTable, FontBytes, FontCatalog};
use super::line::{LineSetting, push_line};
use super::style::{Alignment, BaseDirection, TextStyle, Typeface};
use parley::fontique::{
    Blob, Collection, CollectionOptions, FallbackKey, Script, SourceCache, SourceCacheOptions,
};
use parley::{
    FontContext, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// Scripts for which the bundled faces are asked in turn.
const FALLBACK_SCRIPTS: [[u8; 4]; 9] = [
    *b"Arab", *b"Latn", *b"Grek", *b"Cyrl", *b"Hebr", *b"Zyyy", *b"Zinh", *b"Zsym", *b"Zmth",
];

/// How far below and above the baseline the letters of running text reach, as
/// shares of the size: the height of a highlight. Measured on Amiri and the
/// Noto faces for alef with hamza and for jeem.
const INK_ASCENT: f32 = 0.86;
const INK_DESCENT: f32 = 0.44;

/// The room that a text may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineMeasure {
    /// Width in points that lines are broken at; infinite for a single line.
    pub width: f32,
    /// Where lines stand in the width.
    pub alignment: Alignment,
    /// The embedding level that the paragraph starts with.
    pub direction: BaseDirection,
}

impl LineMeasure {
    /// One line, as wide as it needs, of the direction of its first letter.
    pub const SINGLE_LINE: Self = Self {
        width: f32::INFINITY,
        alignment: Alignment::Start,
        direction: BaseDirection::Auto,
    };
}

/// Lays out strings. Keeps the fonts and the scratch memory of the shaper, so
/// that one typesetter serves a whole window; it is not shared between threads.
pub struct Typesetter {
    fonts: FontContext,
    scratch: LayoutContext<u8>,
    faces: FaceTable,
    reading_family: Option<String>,
}

impl Typesetter {
    /// A typesetter that knows the faces of `catalog`.
    #[must_use]
    pub fn new(catalog: &FontCatalog) -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut families = Vec::new();
        for bytes in catalog.all_bytes() {
            for (family, _) in collection.register_fonts(Blob::new(bytes), None) {
                families.push(family);
            }
        }
        for script in FALLBACK_SCRIPTS {
            collection.append_fallbacks(
                FallbackKey::new(Script::from_bytes(script), None),
                families.iter().copied(),
            );
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::new(SourceCacheOptions::default()),
            },
            scratch: LayoutContext::new(),
            faces: FaceTable::default(),
            reading_family: None,
        }
    }

    /// The faces that blocks of this typesetter refer to.
    #[must_use]
    pub fn faces(&self) -> &FaceTable {
        &self.faces
    }

    /// Sets [`Typeface::Reading`] in `family`, whose faces are `files`; with
    /// `None` in the bundled Amiri again. Blocks made before are out of date.
    pub fn set_reading_family(&mut self, family: Option<(String, Vec<FontBytes>)>) {
        self.reading_family = family.map(|(name, files)| {
            for bytes in files {
                self.fonts.collection.register_fonts(Blob::new(bytes), None);
            }
            name
        });
    }

    /// Sets `text` as one paragraph. `inks` gives byte ranges of `text` that
    /// are painted in another colour than the rest; they do not change how
    /// letters join. They are widened to whole characters and cut at the end of
    /// `text`. A line end inside `text` breaks the line.
    pub fn set(
        &mut self,
        text: &str,
        style: TextStyle,
        measure: LineMeasure,
        inks: &[(Range<usize>, u8)],
    ) -> Block {
        let layout = self.shape(text, style, measure, inks);
        self.block_of(text, &layout, style, measure)
    }

    /// Sets `text` in at most `max_lines` lines, but at least one; what does not
    /// fit gives way to an ellipsis after a whole grapheme. The direction is that
    /// of the whole text, also when what gives it is cut off.
    pub fn set_within(
        &mut self,
        text: &str,
        style: TextStyle,
        measure: LineMeasure,
        max_lines: usize,
    ) -> Block {
        let block = self.set(text, style, measure, &[]);
        let max_lines = max_lines.max(1);
        if block.lines.len() <= max_lines {
            return block;
        }
        let measure = LineMeasure {
            direction: if block.right_to_left {
                BaseDirection::RightToLeft
            } else {
                BaseDirection::LeftToRight
            },
            ..measure
        };
        let end = block
            .lines
            // What follows the last line may fit in part: it broke off there
            // because a word did not fit whole.
            .get(max_lines)
            .map_or(0, |line| line.bytes.end);
        let cuts: Vec<usize> = text
            .grapheme_indices(true)
            .map(|(start, _)| start)
            .take_while(|start| *start <= end)
            .collect();
        // The longest prefix that fits with its ellipsis; fitting is monotonic
        // enough in the length that bisection finds it in a few layouts.
        let (mut fits, mut too_long) = (0, cuts.len());
        while too_long - fits > 1 {
            let middle = usize::midpoint(fits, too_long);
            let shortened = shorten(text, cuts.get(middle).copied().unwrap_or(0));
            if self.set(&shortened, style, measure, &[]).lines.len() <= max_lines {
                fits = middle;
            } else {
                too_long = middle;
            }
        }
        let shortened = shorten(text, cuts.get(fits).copied().unwrap_or(0));
        self.set(&shortened, style, measure, &[])
    }

    fn families(&self, typeface: Typeface) -> Vec<FontFamilyName<'static>> {
        let mut names: Vec<Cow<'static, str>> = match typeface {
            Typeface::Reading => vec!["Amiri".into(), "Noto Sans Arabic".into()],
            Typeface::Headline => vec!["Noto Naskh Arabic".into()],
            Typeface::Interface => vec!["Noto Sans Arabic".into()],
        };
        if typeface == Typeface::Reading
            && let Some(chosen) = &self.reading_family
        {
            names.insert(0, Cow::Owned(chosen.clone()));
        }
        names.push("Noto Sans".into());
        names.push("Amiri".into());
        names.push("Noto Sans Symbols2".into());
        names.into_iter().map(FontFamilyName::Named).collect()
    }

    fn shape(
        &mut self,
        text: &str,
        style: TextStyle,
        measure: LineMeasure,
        inks: &[(Range<usize>, u8)],
    ) -> Layout<u8> {
        let families = self.families(style.typeface);
        let mut builder = self
            .scratch
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(match measure.direction {
            BaseDirection::Auto => parley::BaseDirection::Auto,
            BaseDirection::LeftToRight => parley::BaseDirection::Ltr,
            BaseDirection::RightToLeft => parley::BaseDirection::Rtl,
        });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            style.leading,
        )));
        // A word longer than the line, such as an address, is broken anywhere.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        for (range, ink) in inks {
            // parley panics inside a character.
            let start = text.floor_char_boundary(range.start);
            let end = text.ceil_char_boundary(range.end);
            if start < end {
                builder.push(StyleProperty::Brush(*ink), start..end);
            }
        }
        let mut layout: Layout<u8> = builder.build(text);
        let bounded = measure.width.is_finite();
        layout.break_all_lines(bounded.then_some(measure.width.max(1.0)));
        let alignment = match measure.alignment {
            Alignment::Justify if bounded => parley::Alignment::Justify,
            Alignment::Justify | Alignment::Start => parley::Alignment::Start,
        };
        layout.align(alignment, parley::AlignmentOptions::default());
        layout
    }

    fn block_of(
        &self,
        text: &str,
        layout: &Layout<u8>,
        style: TextStyle,
        measure: LineMeasure,
    ) -> Block {
        let mut block = Block {
            width: if measure.width.is_finite() {
                measure.width
            } else if text.is_empty() {
                // parley measures an empty text as a space.
                0.0
            } else {
                layout.width()
            },
            height: layout.height(),
            text_len: text.len(),
            right_to_left: layout.is_rtl(),
            ..Block::default()
        };
        let setting = LineSetting {
            text,
            faces: &self.faces,
            justified: (measure.alignment == Alignment::Justify && measure.width.is_finite())
                .then_some(measure.width),
        };
        for line in layout.lines() {
            let metrics = line.metrics();
            let (first_glyph, first_cell) = (block.glyphs.len(), block.cells.len());
            push_line(&mut block, &setting, &line);
            // parley reports a range past the end for the line of an empty text.
            let bytes = line.text_range();
            block.lines.push(Line {
                bytes: bytes.start.min(text.len())..bytes.end.min(text.len()),
                glyphs: first_glyph..block.glyphs.len(),
                cells: first_cell..block.cells.len(),
                top: metrics.block_min_coord,
                bottom: metrics.block_max_coord,
                baseline: metrics.baseline,
                ink_top: metrics.baseline - INK_ASCENT * style.size,
                ink_bottom: metrics.baseline + INK_DESCENT * style.size,
            });
        }
        block
    }
}

/// `text` up to byte `end` without white space at its end, and an ellipsis.
fn shorten(text: &str, end: usize) -> String {
    let kept: Vec<&str> = text
        .get(..end)
        .unwrap_or_default()
        .graphemes(true)
        .collect();
    let solid = kept
        .iter()
        .rposition(|grapheme| !grapheme.trim().is_empty())
        .map_or(0, |last| last + 1);
    let mut shortened = kept.get(..solid).unwrap_or_default().concat();
    shortened.push('…');
    shortened
}
