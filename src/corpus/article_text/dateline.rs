//! The date that an article itself gives.

use crate::corpus::PartialDate;

/// How many lines that are not empty are looked at.
const NEAR_THE_TOP: usize = 6;

/// No date line has more bytes.
const MAX_BYTES: usize = 160;

/// The date of a dateline: a full date that stands as a line of its own among
/// the first lines of `text`. A date inside a sentence is none: it is the date
/// of what is told, not of the telling.
pub(in crate::corpus) fn dateline(text: &str) -> Option<PartialDate> {
    text.split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(NEAR_THE_TOP)
        .find_map(full_date)
}

/// The full date that is the whole of `line`.
pub(super) fn full_date(line: &str) -> Option<PartialDate> {
    let is_digit = |c| matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹');
    if line.len() > MAX_BYTES || !line.contains(is_digit) {
        return None;
    }
    PartialDate::parse(line).filter(|date| date.day().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(text: &str) -> Option<String> {
        dateline(text).map(|date| date.to_string())
    }

    #[test]
    fn a_full_date_of_its_own_near_the_top_dates() {
        let text = "العنوان\n\nالأربعاء، 14 أكتوبر 2020\nالنص";
        assert_eq!(dated(text).as_deref(), Some("2020-10-14"));
    }

    #[test]
    fn dates_in_sentences_and_partial_dates_do_not() {
        assert_eq!(
            dated("كان آخرهما في عام 2020.\nفي 14 أكتوبر 2020 قال"),
            None
        );
        assert_eq!(dated("أكتوبر 2020\nالنص"), None);
        assert_eq!(dated("2020\nالنص"), None);
    }

    #[test]
    fn a_date_further_down_does_not() {
        assert_eq!(dated("1\n2\n3\n4\n5\n6\n14 أكتوبر 2020"), None);
    }
}
