//! The languages of the interface.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// Arabic; the window is laid out from right to left.
    #[serde(rename = "ar")]
    #[default]
    Arabic,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Arabic, Self::English];

    /// The ISO 639-1 code: `ar` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
        }
    }

    /// The language of a locale name such as `ar-EG`, `en_GB.UTF-8` or `ar`;
    /// `None` if the interface does not speak it.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['-', '_', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The first of the languages that the system's user prefers which the
    /// interface speaks; English if it speaks none.
    #[must_use]
    pub fn system() -> Self {
        sys_locale::get_locales()
            .find_map(|locale| Self::from_locale(&locale))
            .unwrap_or(Self::English)
    }

    /// Whether it is written, and the window laid out, from right to left.
    #[must_use]
    pub const fn right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The plural form that goes with `number`, by the cardinal rules of CLDR
    /// for integers.
    pub(super) const fn plural_form(self, number: u64) -> &'static str {
        match self {
            Self::Arabic => match (number, number % 100) {
                (0, _) => "zero",
                (1, _) => "one",
                (2, _) => "two",
                (_, 3..=10) => "few",
                (_, 11..=99) => "many",
                _ => "other",
            },
            Self::English => match number {
                1 => "one",
                _ => "other",
            },
        }
    }

    /// The Fluent file.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::Arabic => include_str!("../../assets/texts/ar.ftl"),
            Self::English => include_str!("../../assets/texts/en.ftl"),
        }
    }
}
