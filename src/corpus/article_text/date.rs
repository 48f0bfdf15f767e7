//! Dates that may be known to the day, the month or only the year.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::press::{is_weekday, month_of};
use crate::arabic::fold;

/// A date of the Gregorian calendar, as precisely as it is known. A year comes
/// before its months and a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Year, month and day as they are stored.
type Parts = (i16, Option<u8>, Option<u8>);

impl From<PartialDate> for Parts {
    fn from(date: PartialDate) -> Self {
        (date.year, date.month, date.day)
    }
}

impl TryFrom<Parts> for PartialDate {
    type Error = &'static str;

    fn try_from((year, month, day): Parts) -> Result<Self, Self::Error> {
        Self::new(year, month, day).ok_or("no date of the calendar")
    }
}

/// The years a date may have. The first newspaper appeared in 1605; a smaller
/// number is a year of the Hijri calendar, or no year.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

impl PartialDate {
    /// A date that exists in the calendar: a month needs its year, a day its
    /// month.
    #[must_use]
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let (m, d) = match (month, day) {
            (None, Some(_)) => return None,
            _ => (month.unwrap_or(1), day.unwrap_or(1)),
        };
        let (m, d) = (i8::try_from(m).ok()?, i8::try_from(d).ok()?);
        jiff::civil::Date::new(year, m, d).ok()?;
        YEARS.contains(&year).then_some(Self { year, month, day })
    }

    /// Reads a date as an index or a dateline writes it: `2020-10-14`,
    /// `2020-10`, `2020`, `14 أكتوبر 2020`, `٤ تموز ٢٠٢٠`, `أكتوبر/تشرين الأول
    /// 2020`, `October 14, 2020`, `14/10/2020` where the day is above 12; with
    /// digits of any system, a weekday before it and a time after it. `None`
    /// if `text` is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(date) = iso_day(text) {
            return Some(date);
        }
        let folded = fold(text);
        let lexemes = lexemes(&folded);
        let rest = skip_weekday(&lexemes);
        let (date, rest) = numeric(rest).or_else(|| with_month_name(rest))?;
        is_trailing_time(rest).then_some(date)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31, if it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }
}

/// ISO 8601, shortened to what is known: `2020`, `2020-10` or `2020-10-14`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Reads `2020-10-14`, by far the most common form, without folding.
fn iso_day(text: &str) -> Option<PartialDate> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i16, |value, byte| {
            let digit = byte.wrapping_sub(b'0');
            (digit < 10).then(|| value * 10 + i16::from(digit))
        })
    };
    let [y @ .., b'-', m1, m2, b'-', d1, d2] = bytes else {
        return None;
    };
    full(number(y)?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// A part of a folded date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lexeme<'a> {
    /// Digits: their value and how many there are.
    Number(i16, usize),
    Word(&'a str),
    /// Any other character that is no space.
    Sign(char),
}

use Lexeme::{Number, Sign, Word};

fn lexemes(folded: &str) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let same_kind: fn(char) -> bool = match first {
            _ if first.is_ascii_digit() => |c| c.is_ascii_digit(),
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ => {
                if !first.is_whitespace() {
                    found.push(Sign(first));
                }
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            }
        };
        let end = rest.find(|c| !same_kind(c)).unwrap_or(rest.len());
        let (lexeme, after) = rest.split_at(end);
        // A number too long for a year is kept as a word, which fits nowhere.
        found.push(match lexeme.parse() {
            Ok(value) => Number(value, lexeme.len()),
            Err(_) => Word(lexeme),
        });
        rest = after;
    }
    found
}

/// `lexemes` without the first, if it is one that `is_skipped` accepts.
fn skip_one<'a, 'b>(
    lexemes: &'b [Lexeme<'a>],
    is_skipped: impl FnOnce(&Lexeme<'a>) -> bool,
) -> &'b [Lexeme<'a>] {
    match lexemes.split_first() {
        Some((first, rest)) if is_skipped(first) => rest,
        _ => lexemes,
    }
}

fn skip_weekday<'a, 'b>(lexemes: &'b [Lexeme<'a>]) -> &'b [Lexeme<'a>] {
    let rest = skip_one(lexemes, |lexeme| *lexeme == Word("يوم"));
    match rest {
        [Word(day), rest @ ..] if is_weekday(day) => skip_one(rest, |lexeme| {
            matches!(lexeme, Sign('،' | ',' | '-' | ':' | '|'))
        }),
        _ => lexemes,
    }
}

type Parsed<'a, 'b> = Option<(PartialDate, &'b [Lexeme<'a>])>;

/// A date of numbers alone.
fn numeric<'a, 'b>(lexemes: &'b [Lexeme<'a>]) -> Parsed<'a, 'b> {
    match *lexemes {
        [
            Number(year, 4),
            Sign(sign),
            Number(month, 1..=2),
            Sign(sign_after),
            Number(day, 1..=2),
            ref rest @ ..,
        ] if sign == sign_after && is_date_sign(sign) => Some((full(year, month, day)?, rest)),
        // Day and month are told apart only where one of them cannot be a
        // month; guessing would date articles wrongly.
        [
            Number(first, 1..=2),
            Sign(sign),
            Number(second, 1..=2),
            Sign(sign_after),
            Number(year, 4),
            ref rest @ ..,
        ] if sign == sign_after && is_date_sign(sign) => {
            let date = match (first > 12, second > 12) {
                (true, false) => full(year, second, first),
                (false, true) => full(year, first, second),
                _ if first == second => full(year, first, second),
                _ => None,
            };
            Some((date?, rest))
        }
        [Number(year, 4), Sign('-' | '/'), Number(month, 1..=2)] => {
            let month = u8::try_from(month).ok()?;
            Some((PartialDate::new(year, Some(month), None)?, &[]))
        }
        [Number(year, 4)] | [Number(year, 4), Word("م")] => {
            Some((PartialDate::new(year, None, None)?, &[]))
        }
        _ => None,
    }
}

fn is_date_sign(sign: char) -> bool {
    matches!(sign, '-' | '/' | '.' | '\u{2010}'..='\u{2013}')
}

fn full(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let month = u8::try_from(month).ok()?;
    let day = u8::try_from(day).ok()?;
    PartialDate::new(year, Some(month), Some(day))
}

/// A date with the name of its month: day first, month first or year first.
fn with_month_name<'a, 'b>(lexemes: &'b [Lexeme<'a>]) -> Parsed<'a, 'b> {
    let (before, rest) = match *lexemes {
        [
            Number(n, digits),
            Word("من" | "of" | "st" | "nd" | "rd" | "th"),
            ref rest @ ..,
        ]
        | [Number(n, digits), ref rest @ ..] => (Some((n, digits)), rest),
        ref rest => (None, rest),
    };
    let (month, rest) = month_name(rest)?;
    let (day_after, rest) = match *rest {
        [
            Number(d, 1..=2),
            Word("st" | "nd" | "rd" | "th"),
            ref rest @ ..,
        ]
        | [Number(d, 1..=2), ref rest @ ..] => (Some(d), rest),
        ref rest => (None, rest),
    };
    if let Some((year, 4)) = before {
        return Some((
            PartialDate::new(year, Some(month), small(day_after)?)?,
            rest,
        ));
    }
    let day = match (before, day_after) {
        (Some((day, 1..=2)), None) | (None, Some(day)) => Some(day),
        (None, None) => None,
        _ => return None,
    };
    let rest = skip_one(rest, |lexeme| {
        matches!(lexeme, Sign('،' | ',') | Word("عام" | "سنه" | "من"))
    });
    match *rest {
        [Number(year, 4), Word("م"), ref rest @ ..] | [Number(year, 4), ref rest @ ..] => {
            Some((PartialDate::new(year, Some(month), small(day)?)?, rest))
        }
        _ => None,
    }
}

/// A day as one byte holds it; `None` if it does not fit.
#[expect(
    clippy::option_option,
    reason = "no day is a good answer, a day out of range is none"
)]
fn small(day: Option<i16>) -> Option<Option<u8>> {
    day.map_or(Some(None), |day| u8::try_from(day).ok().map(Some))
}

/// A month name of one or two words, or two names of the same month.
fn month_name<'a, 'b>(lexemes: &'b [Lexeme<'a>]) -> Option<(u8, &'b [Lexeme<'a>])> {
    let (month, rest) = one_month_name(lexemes)?;
    let (second, after) = match rest {
        [Sign('/' | '-'), more @ ..] => match one_month_name(more) {
            Some(found) => found,
            None => return Some((month, rest)),
        },
        [Sign('('), more @ ..] => match one_month_name(more) {
            Some((second, [Sign(')'), after @ ..])) => (second, after),
            _ => return None,
        },
        // "Oct. 2020", "أكتوبر، 2020", and without any sign.
        [Sign('.' | ',' | '،'), more @ ..] => return Some((month, more)),
        _ => return Some((month, rest)),
    };
    (month == second).then_some((month, after))
}

fn one_month_name<'a, 'b>(lexemes: &'b [Lexeme<'a>]) -> Option<(u8, &'b [Lexeme<'a>])> {
    let [Word(first), rest @ ..] = lexemes else {
        return None;
    };
    if let [Word(second), after @ ..] = rest
        && let Some(month) = month_of(&format!("{first} {second}"))
    {
        return Some((month, after));
    }
    Some((month_of(first)?, rest))
}

/// Whether `lexemes` is nothing, or a time of day.
fn is_trailing_time(lexemes: &[Lexeme<'_>]) -> bool {
    let rest = skip_one(lexemes, |lexeme| {
        matches!(lexeme, Sign('-' | ',' | '،' | '|') | Word("t"))
    });
    match rest {
        [] => lexemes.is_empty(),
        [
            Number(0..=23, 1..=2),
            Sign(':'),
            Number(0..=59, 2),
            rest @ ..,
        ] => rest.iter().all(|lexeme| match lexeme {
            Number(_, digits) => *digits <= 4,
            Sign(sign) => matches!(sign, ':' | '+' | '-' | '.' | '(' | ')'),
            Word(word) => {
                matches!(
                    *word,
                    "ص" | "م" | "صباحا" | "مساء" | "am" | "pm" | "gmt" | "utc" | "z"
                )
            }
        }),
        _ => false,
    }
}

/// Today, as the clock of the machine has it: `2020-10-14`.
#[must_use]
pub fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, iso: &str) {
        let date = PartialDate::parse(text).map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some(iso), "{text}");
    }

    #[track_caller]
    fn refuses(text: &str) {
        assert_eq!(PartialDate::parse(text), None, "{text}");
    }

    #[test]
    fn iso_forms() {
        reads("2020", "2020");
        reads("2020-10", "2020-10");
        reads("2020-10-14", "2020-10-14");
        reads("٢٠٢٠-١٠-١٤", "2020-10-14");
        reads("۲۰۲۰/۱۰/۱۴", "2020-10-14");
        reads("2020-10-14T12:30:00Z", "2020-10-14");
        reads("\u{200F}2020-10-14\u{200F}", "2020-10-14");
    }

    #[test]
    fn month_names_of_all_systems() {
        for name in [
            "أكتوبر",
            "تشرين الأول",
            "تشرين الاول",
            "أكتوبر/تشرين الأول",
            "تشرين الأول (أكتوبر)",
        ] {
            reads(&format!("14 {name} 2020"), "2020-10-14");
            reads(&format!("{name} ٢٠٢٠"), "2020-10");
        }
        reads("٤ تموز ٢٠٢٠", "2020-07-04");
        reads("3 جويلية 2023", "2023-07-03");
        reads("1 غشت 2023", "2023-08-01");
        reads("28 كانون الثاني/يناير 2021م", "2021-01-28");
        reads("الأربعاء، 14 أكتوبر 2020", "2020-10-14");
        reads("يوم الأربعاء 14 من أكتوبر عام 2020 - 12:30", "2020-10-14");
        reads("October 14, 2020", "2020-10-14");
        reads("14 Oct 2020", "2020-10-14");
        reads("2020 أكتوبر 14", "2020-10-14");
    }

    #[test]
    fn day_before_month_only_where_it_is_certain() {
        reads("14/10/2020", "2020-10-14");
        reads("10.10.2020", "2020-10-10");
        refuses("10/11/2020");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2020-13",
            "2020-02-30",
            "31 نيسان 2020",
            "أكتوبر",
            "14 أكتوبر",
            "2020-10-14 في باكو",
            "أكتوبر/تشرين الثاني 2020",
            "27 صفر 1442",
            "1442-02-27",
            "20201014",
            "99999999999",
            "في عام 2020",
            "15 2020",
            "2020-00-01",
            "14 أكتوبر 2020 12",
        ] {
            refuses(text);
        }
    }

    #[test]
    fn dates_sort_by_time_and_precision() {
        let mut dates: Vec<_> = ["2020-10-14", "2020-10", "2019", "2020", "2020-10-02"]
            .into_iter()
            .filter_map(PartialDate::parse)
            .collect();
        dates.sort();
        let sorted: Vec<_> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(
            sorted,
            ["2019", "2020", "2020-10", "2020-10-02", "2020-10-14"]
        );
    }
}
