//! Numbers in digits: 28, ٢٨, 1,204, ٣٫٥.

use crate::arabic::fold_char;

/// A number in digits, to the thousandth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// The value times 1000.
    pub thousandths: u64,
    /// How many digits are written, if there are digits and nothing else.
    pub plain_len: Option<u8>,
}

impl Digits {
    /// The value, if it is whole.
    #[must_use]
    pub const fn whole(self) -> Option<u64> {
        if self.thousandths.is_multiple_of(1000) {
            Some(self.thousandths / 1000)
        } else {
            None
        }
    }
}

/// Values above this are no counts of people or days.
const MAX_DIGITS: usize = 12;

/// Reads a number token: digits of any system with single separators inside.
/// A comma or point before groups of exactly three digits separates thousands,
/// but a lone point before three digits is a decimal point. `None` for a clock
/// time, a numeric date, or a number too long.
#[must_use]
pub fn read_digits(written: &str) -> Option<Digits> {
    let mut groups: [(u64, usize); 4] = [(0, 0); 4];
    let mut n_groups = 1;
    let mut separator = None;
    let mut bad = false;
    for c in written.chars() {
        fold_char(c, &mut |c| match c {
            '0'..='9' => {
                let (value, len) = &mut groups[n_groups - 1];
                *value = (*value).saturating_mul(10) + u64::from(c as u32 - '0' as u32);
                *len += 1;
            }
            '.' | ',' if separator.is_none_or(|s| s == c) && n_groups < groups.len() => {
                separator = Some(c);
                n_groups += 1;
            }
            _ => bad = true,
        });
    }
    let groups = groups.get(..n_groups)?;
    let n_digits: usize = groups.iter().map(|(_, len)| len).sum();
    if bad || n_digits > MAX_DIGITS || groups.iter().any(|(_, len)| *len == 0) {
        return None;
    }
    match (groups, separator) {
        ([(value, len)], _) => Some(Digits {
            thousandths: value * 1000,
            plain_len: u8::try_from(*len).ok(),
        }),
        (_, Some(sign)) if is_grouped(groups, sign) => {
            let value = groups.iter().fold(0, |all, (group, _)| all * 1000 + group);
            Some(Digits {
                thousandths: value * 1000,
                plain_len: None,
            })
        }
        ([(whole, _), (part, len @ 1..=3)], _) => {
            let scale = 10_u64.pow(3 - u32::try_from(*len).ok()?);
            Some(Digits {
                thousandths: whole * 1000 + part * scale,
                plain_len: None,
            })
        }
        _ => None,
    }
}

/// Whether the separators stand between thousands.
fn is_grouped(groups: &[(u64, usize)], sign: char) -> bool {
    groups[0].1 <= 3
        && groups[1..].iter().all(|(_, len)| *len == 3)
        && (sign == ',' || groups.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(written: &str) -> Option<u64> {
        read_digits(written).map(|digits| digits.thousandths)
    }

    #[test]
    fn the_three_systems_and_their_separators() {
        assert_eq!(value("28"), Some(28_000));
        assert_eq!(value("٢٨"), Some(28_000));
        assert_eq!(value("۲۸"), Some(28_000));
        assert_eq!(value("1,204"), Some(1_204_000));
        assert_eq!(value("١٬٢٠٤٬٠٠٠"), Some(1_204_000_000));
        assert_eq!(value("1.204.000"), Some(1_204_000_000));
        assert_eq!(value("٣٫٥"), Some(3_500));
        assert_eq!(value("3.25"), Some(3_250));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for written in [
            "22:30",
            "10.10.2020",
            "1.2.3.4.5",
            "",
            "1234567890123",
            "1,",
            "½",
        ] {
            assert_eq!(value(written), None, "{written}");
        }
    }
}
