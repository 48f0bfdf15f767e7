//! How a string is to be set.

/// The family a string is set in; each falls back to the others for what its
/// faces do not cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Typeface {
    /// The text of articles: Amiri, or the family the reader chose.
    Reading,
    /// Headlines outside the reading pane.
    Headline,
    /// The interface.
    Interface,
}

/// Typeface, weight, size and leading of a string.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The family.
    pub typeface: Typeface,
    /// Bold instead of regular.
    pub bold: bool,
    /// Size in points.
    pub size: f32,
    /// Distance between baselines, as a multiple of the size.
    pub leading: f32,
}

impl TextStyle {
    /// Interface text of `size` points.
    #[must_use]
    pub const fn interface(size: f32) -> Self {
        Self {
            typeface: Typeface::Interface,
            bold: false,
            size,
            leading: 1.5,
        }
    }

    /// The same style in bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

/// The embedding level that a paragraph starts with (UAX #9, P2 and P3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaseDirection {
    /// By the first strong character; left-to-right without one.
    Auto,
    /// Left-to-right.
    LeftToRight,
    /// Right-to-left.
    RightToLeft,
}

/// Where lines stand in their measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Right for right-to-left paragraphs, left for others.
    Start,
    /// Both edges flush but for the last line, which is set as `Start`.
    Justify,
}
