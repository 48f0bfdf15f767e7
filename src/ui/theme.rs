//! Colours and sizes: the only place that has any.

use crate::text::{TextStyle, Typeface};
use egui::Color32;
use serde::{Deserialize, Serialize};

/// Light paper or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Ink on warm paper.
    #[default]
    Light,
    /// Warm white on near black.
    Dark,
}

impl Theme {
    /// The other one.
    #[must_use]
    pub const fn toggled(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }

    /// Its colours.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// A colour for marks and text, and its tint for the ground behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    /// Text, lines and marks.
    pub ink: Color32,
    /// The ground.
    pub tint: Color32,
}

/// Every colour of a theme.
///
/// `ink` on `paper` and on every tint has a contrast of at least 7:1, `soft`
/// at least 4.5:1; a test computes them (WCAG 2.2, relative luminance).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// Whether the ground is dark.
    pub dark: bool,
    /// Ground of the reading pane.
    pub paper: Color32,
    /// Ground of bars and side panels.
    pub panel: Color32,
    /// Body text.
    pub ink: Color32,
    /// Secondary text.
    pub soft: Color32,
    /// Dimmed page furniture and hints.
    pub faint: Color32,
    /// Hairlines and borders.
    pub line: Color32,
    /// The one accent.
    pub accent: Tone,
    /// Ground of what is pressed or hovered.
    pub hover: Color32,
    /// Ground of selected text.
    pub selection: Color32,
    /// A search hit.
    pub hit: Tone,
    /// Errors.
    pub alarm: Tone,
    /// Persons.
    pub person: Tone,
    /// Places.
    pub place: Tone,
    /// Organisations.
    pub organisation: Tone,
    /// Peoples.
    pub people: Tone,
    /// Dates and times.
    pub date: Tone,
    /// Casualties.
    pub casualty: Tone,
    /// Periods, in order of their labels; more periods begin again.
    pub periods: [Tone; 6],
    /// Colours for things that are told apart in a chart and are neither types
    /// nor periods; the last is for all others together. Those near the colour
    /// of the first period come late: few tables reach them.
    pub series: [Color32; 8],
    /// Shadow under floating cards.
    pub shadow: Color32,
}

impl Palette {
    /// The colours of the period with place `index` among the periods of a corpus.
    #[must_use]
    pub fn period(&self, index: usize) -> Tone {
        self.periods
            .get(index % self.periods.len())
            .copied()
            .unwrap_or(self.accent)
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn tone(ink: u32, tint: u32) -> Tone {
    Tone {
        ink: rgb(ink),
        tint: rgb(tint),
    }
}

static LIGHT: Palette = Palette {
    dark: false,
    paper: rgb(0xFB_F8F1),
    panel: rgb(0xF4_EFE4),
    ink: rgb(0x1F_1B16),
    soft: rgb(0x5E_564B),
    faint: rgb(0x7D_7466),
    line: rgb(0xE3_DBCB),
    accent: tone(0x0F_5C56, 0xDC_EBE8),
    hover: rgb(0xEA_E2D0),
    selection: rgb(0xBF_D9F2),
    hit: tone(0xC7_9A00, 0xFF_E58A),
    alarm: tone(0xA1_2B2B, 0xF8_E0DD),
    person: tone(0x7A_3E9D, 0xF0_E4F6),
    place: tone(0x1C_6B3C, 0xDF_F0E2),
    organisation: tone(0x1F_5F8B, 0xDD_ECF6),
    people: tone(0x6B_6B2A, 0xEF_EFD8),
    date: tone(0x4D_5B6E, 0xE5_E8ED),
    casualty: tone(0xA0_2C5A, 0xF8_E0EA),
    periods: [
        tone(0x8C_500F, 0xF6_E6CC),
        tone(0x2F_4B99, 0xDF_E5F5),
        tone(0x7B_2D5B, 0xF5_DFEA),
        tone(0x2E_6B4F, 0xDC_EFE5),
        tone(0x5B_4A8A, 0xE8_E3F5),
        tone(0x6A_5A1F, 0xF0_EACB),
    ],
    series: [
        rgb(0x0F_5C56),
        rgb(0x8E_2F62),
        rgb(0x4A_55A8),
        rgb(0x3F_7A2E),
        rgb(0x54_6A7C),
        rgb(0x8A_6A00),
        rgb(0xA8_4A1C),
        rgb(0x7D_7466),
    ],
    shadow: Color32::from_rgba_premultiplied(12, 9, 3, 46),
};

static DARK: Palette = Palette {
    dark: true,
    paper: rgb(0x17_1614),
    panel: rgb(0x1F_1D1A),
    ink: rgb(0xEC_E6DA),
    soft: rgb(0xB5_AC9C),
    faint: rgb(0x93_8A7A),
    line: rgb(0x34_302A),
    accent: tone(0x6C_C5BA, 0x1E_3734),
    hover: rgb(0x2C_2822),
    selection: rgb(0x2B_4A66),
    hit: tone(0xD9_B93B, 0x55_460F),
    alarm: tone(0xF1_A09A, 0x43_2220),
    person: tone(0xD2_A6EA, 0x35_2341),
    place: tone(0x8B_D3A0, 0x1C_3425),
    organisation: tone(0x8E_C4EA, 0x1B_3143),
    people: tone(0xCF_CF8C, 0x31_3117),
    date: tone(0xB4_C0CF, 0x27_2D36),
    casualty: tone(0xF0_9DBB, 0x42_2030),
    periods: [
        tone(0xE7_B266, 0x3A_2C17),
        tone(0x9D_B3F2, 0x20_294A),
        tone(0xE5_9DC0, 0x3D_2031),
        tone(0x8F_D3B2, 0x1A_3528),
        tone(0xBE_AEEB, 0x2B_2443),
        tone(0xD8_CB86, 0x35_3016),
    ],
    series: [
        rgb(0x6C_C5BA),
        rgb(0xE3_94BE),
        rgb(0xA3_ABF0),
        rgb(0x9C_D089),
        rgb(0xA6_BBCB),
        rgb(0xD9_BD55),
        rgb(0xE9_9A6B),
        rgb(0x93_8A7A),
    ],
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 120),
};

/// Size of interface text in points.
pub const TEXT: f32 = 13.5;
/// Size of secondary interface text in points.
pub const SMALL: f32 = 12.5;
/// Size of the body of articles in points.
pub const BODY: f32 = 24.0;

/// Interface text.
#[must_use]
pub const fn text() -> TextStyle {
    TextStyle::interface(TEXT)
}

/// Secondary interface text.
#[must_use]
pub const fn small() -> TextStyle {
    TextStyle::interface(SMALL)
}

/// The title of an article or the name of an entity in a list.
#[must_use]
pub const fn headline(size: f32) -> TextStyle {
    TextStyle {
        typeface: Typeface::Headline,
        bold: true,
        size,
        leading: 1.6,
    }
}

/// The body of an article at `scale` times the usual size.
#[must_use]
pub fn body(scale: f32) -> TextStyle {
    TextStyle {
        typeface: Typeface::Reading,
        bold: false,
        size: (BODY * scale).round(),
        leading: 1.9,
    }
}

/// The title over an article at `scale` times the usual size.
#[must_use]
pub fn article_title(scale: f32) -> TextStyle {
    TextStyle {
        typeface: Typeface::Reading,
        bold: true,
        size: (33.0 * scale).round(),
        leading: 1.55,
    }
}

/// Page furniture inside an article at `scale` times the usual size.
#[must_use]
pub fn furniture(scale: f32) -> TextStyle {
    TextStyle {
        size: (17.0 * scale).round(),
        ..body(scale)
    }
}
