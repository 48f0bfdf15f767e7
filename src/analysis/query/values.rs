//! Keys and values of restrictions.

use super::ast::{Column, Wanted};
use crate::arabic::fold;
use crate::corpus::PartialDate;

impl Column {
    /// The column that a key of a query names.
    pub(super) fn named(key: &str) -> Self {
        let key = key.trim();
        match &*fold(key) {
            "period" | "فتره" | "الفتره" => Self::Period,
            "source" | "مصدر" | "المصدر" => Self::Source,
            "entity" | "علم" | "العلم" | "كيان" => Self::Entity,
            "date" | "تاريخ" | "التاريخ" => Self::Date,
            _ => Self::Other(key.into()),
        }
    }
}

/// Whether a period that a reader asks for means "none", like the words that
/// the window has for it.
pub(super) fn is_undated(value: &str) -> bool {
    matches!(
        &*fold(value),
        "undated" | "بلا تاريخ" | "بلا فتره" | "غير مورخ" | "غير مورخه"
    )
}

/// Dates as a query writes them: `2020`, `2020-10..2020-11`, `..2020`,
/// `2020-10..`. Says also whether they stood the wrong way round.
///
/// # Errors
/// The part that is no date.
pub(super) fn dates(typed: &str) -> Result<(Wanted, bool), String> {
    let date = |text: &str| match text.trim() {
        "" => Ok(None),
        text => PartialDate::parse(text)
            .map(Some)
            .ok_or_else(|| text.to_owned()),
    };
    let (from, to) = match typed.split_once("..") {
        Some((from, to)) => (date(from)?, date(to)?),
        None => (date(typed)?, date(typed)?),
    };
    match (from, to) {
        (None, None) => Err(typed.to_owned()),
        (Some(from), Some(to)) if first_day(from) > last_day(to) => {
            let (from, to) = (Some(to), Some(from));
            Ok((Wanted::Dates { from, to }, true))
        }
        _ => Ok((Wanted::Dates { from, to }, false)),
    }
}

/// Whether the whole of `date` lies in the range. An article of which only the
/// year is known is not one of October.
pub(super) fn is_within(
    date: PartialDate,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> bool {
    from.is_none_or(|from| first_day(from) <= first_day(date))
        && to.is_none_or(|to| last_day(date) <= last_day(to))
}

type Day = (i16, u8, u8);

fn first_day(date: PartialDate) -> Day {
    (
        date.year(),
        date.month().unwrap_or(1),
        date.day().unwrap_or(1),
    )
}

/// The last day, or one after it that no date has.
fn last_day(date: PartialDate) -> Day {
    (
        date.year(),
        date.month().unwrap_or(12),
        date.day().unwrap_or(31),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in(date: &str, range: &str) -> bool {
        let Ok((Wanted::Dates { from, to }, _)) = dates(range) else {
            panic!("{range}");
        };
        is_within(PartialDate::parse(date).unwrap(), from, to)
    }

    #[test]
    fn bounds_are_inside_to_their_last_day() {
        assert!(is_in("2020-11-30", "2020-10..2020-11"));
        assert!(is_in("2020-10-01", "٢٠٢٠-١٠..2020-11"));
        assert!(!is_in("2020-12-01", "2020-10..2020-11"));
        assert!(is_in("2019", "..2020") && is_in("2020-12-31", "..2020"));
        assert!(!is_in("2021-01-01", "..2020"));
        assert!(is_in("2020-10-14", "2020-10-14"));
        assert!(is_in("2021-01-01", "2020-10.."));
    }

    #[test]
    fn a_date_known_by_its_year_is_in_no_month() {
        assert!(is_in("2020", "2020"));
        assert!(!is_in("2020", "2020-10") && !is_in("2020", "2020-02.."));
    }

    #[test]
    fn what_is_no_range_is_refused() {
        assert_eq!(dates("2020-13"), Err("2020-13".to_owned()));
        assert_eq!(dates("2020..غدا"), Err("غدا".to_owned()));
        assert!(dates("..").is_err());
        assert!(dates("2021..2020").unwrap().1);
        assert!(!dates("2020-10..2020").unwrap().1);
    }
}
