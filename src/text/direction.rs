//! The direction that a text asks for by its letters.

use super::style::BaseDirection;
use super::units::is_right_to_left;

/// The direction of the first strong letter of `text` outside isolates, as
/// rules P2 and P3 of UAX #9 find it; `default` for a text without one, such as
/// a number, where the rule itself would say left-to-right.
#[must_use]
pub fn base_direction(text: &str, default: BaseDirection) -> BaseDirection {
    let mut isolates = 0_usize;
    for c in text.chars() {
        match c {
            // LRI, RLI and FSI open an isolate, PDI closes the last.
            '\u{2066}'..='\u{2068}' => isolates += 1,
            '\u{2069}' => isolates = isolates.saturating_sub(1),
            _ if isolates > 0 => {}
            '\u{200E}' => return BaseDirection::LeftToRight,
            '\u{200F}' | '\u{061C}' => return BaseDirection::RightToLeft,
            _ if !c.is_alphabetic() => {}
            _ if is_right_to_left(c) => return BaseDirection::RightToLeft,
            _ => return BaseDirection::LeftToRight,
        }
    }
    default
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> BaseDirection {
        base_direction(text, BaseDirection::RightToLeft)
    }

    #[test]
    fn first_letter_decides() {
        assert_eq!(of("قره باغ CNN"), BaseDirection::RightToLeft);
        assert_eq!(of("CNN قره باغ"), BaseDirection::LeftToRight);
        assert_eq!(of("2020 (CNN)"), BaseDirection::LeftToRight);
        assert_eq!(of("\u{200E}قره"), BaseDirection::LeftToRight);
        assert_eq!(of("\u{200F}CNN"), BaseDirection::RightToLeft);
    }

    #[test]
    fn without_letters_the_default_holds() {
        for text in ["", "2020", "٢٠٢٠", "، 14/10"] {
            assert_eq!(of(text), BaseDirection::RightToLeft, "{text}");
            assert_eq!(
                base_direction(text, BaseDirection::LeftToRight),
                BaseDirection::LeftToRight,
                "{text}"
            );
        }
    }

    #[test]
    fn letters_inside_isolates_do_not_count() {
        assert_eq!(of("\u{2068}CNN\u{2069} قره"), BaseDirection::RightToLeft);
        assert_eq!(
            base_direction("\u{2067}قره\u{2069} CNN", BaseDirection::RightToLeft),
            BaseDirection::LeftToRight
        );
        assert_eq!(of("\u{2066}never closed"), BaseDirection::RightToLeft);
    }
}
