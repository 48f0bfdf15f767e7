//! The names of months and weekdays in the press, and lines of page furniture:
//! the table `assets/words/press.tsv`.

use std::sync::LazyLock;

use crate::arabic::each_word;
use crate::base::{TableProblem, asset_table};

/// What the table says of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// 1 to 12.
    Month(u8),
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    Weekday(u8),
    Furniture,
}

/// A name of a month or of a day of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CalendarName {
    /// The month, 1 to 12, or the day, 1 for Monday to 7 for Sunday (ISO 8601).
    pub(crate) value: u8,
    /// Its words, folded, with one space between.
    pub(crate) words: Box<str>,
    /// Whether it is also an ordinary word or another name.
    pub(crate) ambiguous: bool,
}

/// The table, parsed.
#[derive(Debug, Default)]
struct Press {
    months: Vec<CalendarName>,
    weekdays: Vec<CalendarName>,
    furniture: Vec<Box<str>>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::read().0);

impl Press {
    fn read() -> (Self, Vec<TableProblem>) {
        let mut press = Self::default();
        let mut problems = Vec::new();
        let table = asset_table!("words/press.tsv");
        each_word(table, &mut problems, Class::of, |class, _, folded| {
            let (value, names) = match class {
                Class::Furniture => {
                    press.furniture.push(folded.into());
                    return Some(());
                }
                Class::Month(month) => (month, &mut press.months),
                Class::Weekday(day) => (day, &mut press.weekdays),
            };
            let plain = folded.trim_start_matches('?');
            let is_new = !names.iter().any(|name| *name.words == *plain);
            is_new.then(|| {
                names.push(CalendarName {
                    value,
                    words: plain.into(),
                    ambiguous: plain != folded,
                });
            })
        });
        (press, problems)
    }
}

impl Class {
    fn of(class: &str) -> Option<Self> {
        let number = |digits: &str| digits.parse().ok();
        match class.split_once(' ') {
            Some(("month", month)) => number(month).map(Self::Month),
            Some(("weekday", day)) => number(day).map(Self::Weekday),
            _ => (class == "furniture").then_some(Self::Furniture),
        }
    }
}

/// Every name of a month.
pub(crate) fn month_names() -> &'static [CalendarName] {
    &PRESS.months
}

/// Every name of a day of the week.
pub(crate) fn weekday_names() -> &'static [CalendarName] {
    &PRESS.weekdays
}

/// The month, 1 to 12, of a folded name of one or two words with one space.
pub(super) fn month_of(name: &str) -> Option<u8> {
    let found = PRESS.months.iter().find(|month| *month.words == *name);
    found.map(|month| month.value)
}

/// Whether the folded `word` names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    PRESS.weekdays.iter().any(|day| *day.words == *word)
}

/// Whether `words`, folded with one space between, are a line of page furniture.
pub(super) fn is_furniture_line(words: &str) -> bool {
    PRESS.furniture.iter().any(|line| **line == *words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_usable_and_complete() {
        let (press, problems) = Press::read();
        assert_eq!(problems, []);
        for month in 1..=12 {
            assert!(press.months.iter().any(|name| name.value == month));
        }
        for day in 1..=7 {
            assert!(press.weekdays.iter().any(|name| name.value == day));
        }
    }
}
