//! Which words does the program say, and in which language?
//!
//! They stand in `assets/texts`, one Fluent file a language, and are embedded
//! in the program. Whoever shows a text names its key or has a
//! [`Message`]; nothing else in the window or on the command line spells out
//! what is wrong. Knows nothing of windows, corpora or who asks.

mod language;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::base::Message;
pub use crate::base::{Arg, Word};
pub use language::Language;

/// The character that starts a stretch of text with a direction of its own,
/// taken from its first letter (UAX #9, X5c).
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// The same from left to right, whatever stands in it (UAX #9, X5b).
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
/// The character that ends it (UAX #9, X6a).
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The arguments that name files: they run from left to right, like the path
/// from the root to the file, in whatever script its parts are written.
const FILES: [&str; 5] = ["path", "file", "files", "folder", "kept"];

/// The texts of one language.
///
/// A key that is not there is shown in brackets, so that nothing fails for a
/// forgotten word; tests compare the keys in use with the files.
pub struct Texts {
    language: Language,
    /// Whether words and numbers are filled in as they are.
    plain: bool,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of `language`, for a window.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::of(language, false)
    }

    /// The texts of `language` for terminals and other programs: words stand
    /// in them without isolating marks, numbers without commas.
    #[must_use]
    pub fn plain(language: Language) -> Self {
        Self::of(language, true)
    }

    fn of(language: Language, plain: bool) -> Self {
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Fluent would isolate numbers too, which parts them from the sign of
        // per cent and fills plain names with marks; `with` isolates words.
        bundle.set_use_isolating(false);
        if !plain {
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(grouped(&number.as_string())),
                _ => None,
            }));
        }
        // A function of our own: the rules that Fluent would use (of
        // intl_pluralrules 7.0) forget "modulo 100" in Arabic, and so take 103
        // for "other" instead of "few". The name is free, so it cannot fail.
        let _ = bundle.add_function("PLURAL", move |numbers, _| match numbers {
            [FluentValue::Number(number)] => language.plural_form(number.into()).into(),
            _ => FluentValue::Error,
        });
        // Both files are without errors and repeated keys, which tests hold;
        // what can be used of a file is used in any case.
        let resource = FluentResource::try_new(language.source().to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self {
            language,
            plain,
            bundle,
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The text of `key`, which takes no arguments.
    #[must_use]
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        let message = self.bundle.get_message(key);
        match message.and_then(|message| message.value()) {
            Some(pattern) => self.bundle.format_pattern(pattern, None, &mut Vec::new()),
            None => missing(key).into(),
        }
    }

    /// The text of `key` with `args` filled in, by name.
    ///
    /// Numbers are written with digits 0 to 9 in groups of three. Words are
    /// put between isolating marks (U+2068, U+2069) where they need them, so
    /// that a path in an Arabic sentence, or an Arabic title in an English one,
    /// keeps its own order and leaves that of the sentence alone.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let values = args.iter().map(|(name, arg)| match arg {
            Arg::Number(number) => (*name, FluentValue::from(*number)),
            Arg::Text(text) if FILES.contains(name) => {
                let isolated = self.isolated(text, LEFT_TO_RIGHT_ISOLATE);
                (*name, FluentValue::from(isolated))
            }
            Arg::Text(text) => {
                let isolated = self.isolated(text, FIRST_STRONG_ISOLATE);
                (*name, FluentValue::from(isolated))
            }
            Arg::Word(word) => (*name, FluentValue::from(self.get(word.0))),
        });
        self.format(key, &values.collect())
    }

    /// The sentence of `message`: what is wrong and what to do.
    #[must_use]
    pub fn message(&self, message: &dyn Message) -> String {
        self.with(&format!("problem-{}", message.code()), &message.args())
    }

    /// A number as it stands in the texts: `1,204`.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        grouped(&number.to_string())
    }

    /// A number with `decimals` digits after the point: `1,204.5`. What is no
    /// finite number is a dash.
    #[must_use]
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return "–".to_owned();
        }
        let digits = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        // A sign of its own direction keeps its place before the digits.
        let sign = match (number < 0.0 && !is_zero, self.language.right_to_left()) {
            (false, _) => "",
            (true, false) => "\u{2212}",
            (true, true) => "\u{200E}\u{2212}",
        };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{fraction}", grouped(whole))
    }

    /// A date as precisely as it is known: day, month and year, month and
    /// year, or the year alone. Months and days count from 1; a day without a
    /// month, and a month that is none, are left out.
    #[must_use]
    pub fn date(&self, year: i16, month: Option<u8>, day: Option<u8>) -> String {
        // A year is no quantity: it is not written in groups of three.
        let year = year.to_string();
        let Some(month @ 1..=12) = month else {
            return year;
        };
        let mut args = FluentArgs::new();
        args.set("month", self.get(&format!("month-{month}")));
        args.set("year", year);
        if let Some(day) = day {
            args.set("day", day);
            self.format("date-day", &args)
        } else {
            self.format("date-month", &args)
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(key);
        match message.and_then(|message| message.value()) {
            Some(pattern) => {
                let text = self
                    .bundle
                    .format_pattern(pattern, Some(args), &mut Vec::new());
                text.into_owned()
            }
            None => missing(key),
        }
    }

    /// A path or the name of a file, which runs from left to right beside
    /// whatever it is written.
    #[must_use]
    pub fn file<'t>(&self, path: &'t str) -> Cow<'t, str> {
        self.isolated(path, LEFT_TO_RIGHT_ISOLATE)
    }

    /// `text` between marks, the first of which is `opening`, that keep its
    /// direction to itself. Direction controls inside it are left out: one
    /// without its partner would reach into the sentence.
    fn isolated<'t>(&self, text: &'t str, opening: char) -> Cow<'t, str> {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let runs_along = text.is_ascii() && !self.language.right_to_left();
        if self.plain || is_number || runs_along {
            return text.into();
        }
        let mut isolated = String::from(opening);
        isolated.extend(text.chars().filter(|c| !is_direction_control(*c)));
        isolated.push(POP_DIRECTIONAL_ISOLATE);
        isolated.into()
    }
}

/// What stands in the place of a text that is not there.
fn missing(key: &str) -> String {
    format!("[{key}]")
}

/// Whether `c` opens or closes an embedding, an override or an isolate.
const fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Decimal digits in groups of three from the end, parted by commas.
fn grouped(digits: &str) -> String {
    let n_digits = digits.len();
    let mut grouped = String::with_capacity(n_digits + n_digits / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (n_digits - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        for (digits, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1204", "1,204"),
            ("60000", "60,000"),
            ("123456", "123,456"),
            ("1000000", "1,000,000"),
        ] {
            assert_eq!(grouped(digits), expected);
        }
    }

    #[test]
    fn decimals_are_rounded_and_grouped() {
        let texts = Texts::new(Language::English);
        assert_eq!(texts.decimal(1204.55, 1), "1,204.5");
        assert_eq!(texts.decimal(0.999, 2), "1.00");
        assert_eq!(texts.decimal(-2.5, 1), "\u{2212}2.5");
        assert_eq!(texts.decimal(-0.04, 1), "0.0");
        assert_eq!(texts.decimal(f64::NAN, 1), "–");
    }

    #[test]
    fn files_run_from_left_to_right_in_any_script() {
        let texts = Texts::new(Language::Arabic);
        let args = [("path", "/أخبار/قره باغ_001.csv".into())];
        let said = texts.with("saved-to", &args);
        assert!(
            said.ends_with("\u{2066}/أخبار/قره باغ_001.csv\u{2069}"),
            "{said:?}"
        );
        // Words keep their own direction.
        let args = [("query", "وقف AND إطلاق".into())];
        let said = texts.with("empty-no-hits-in-period", &args);
        assert!(said.contains("\u{2068}وقف AND إطلاق\u{2069}"), "{said:?}");
        assert_eq!(Texts::new(Language::English).file("a/001.txt"), "a/001.txt");
        assert_eq!(
            Texts::plain(Language::Arabic).file("a/001.txt"),
            "a/001.txt"
        );
    }

    #[test]
    fn plain_texts_fill_in_words_and_numbers_as_they_are() {
        let args = [
            ("path", "أ.txt".into()),
            ("n_bytes", 5_000_000_000_u64.into()),
        ];
        let says = |texts: Texts| texts.with("problem-too-large", &args);
        assert!(says(Texts::plain(Language::English)).starts_with("“أ.txt” has 5000000000 bytes;"));
        assert!(
            says(Texts::new(Language::English))
                .starts_with("“\u{2066}أ.txt\u{2069}” has 5,000,000,000 bytes;")
        );
    }

    #[test]
    fn files_have_no_errors_and_no_key_twice() {
        for language in Language::ALL {
            let resource = FluentResource::try_new(language.source().to_owned());
            let resource = resource.map_err(|(_, errors)| errors).unwrap();
            let mut bundle = FluentBundle::new_concurrent(Vec::new());
            bundle.add_resource(resource).unwrap();
        }
    }
}
