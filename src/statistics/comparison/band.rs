//! Rows in bands, by how they change from A to B.

use crate::base::tagged;
use crate::statistics::Keyness;

tagged! {
    /// What becomes of a row from A to B. It describes what was counted and says
    /// nothing of chance.
    #[derive(PartialOrd, Ord)]
    pub enum Band {
        /// In A alone.
        Gone = "gone",
        /// Half as frequent in B, or less.
        Fell = "fell",
        /// Between half and twice as frequent.
        Held = "held",
        /// Twice as frequent in B, or more.
        Rose = "rose",
        /// In B alone.
        New = "new",
    }
}

impl Band {
    /// The band of a row whose first part is B and whose second is A; `None` if
    /// neither has it or one of them is empty.
    #[must_use]
    pub fn of(change: Keyness) -> Option<Self> {
        let log_ratio = change.log_ratio()?;
        Some(match (change.first, change.second) {
            (0, _) => Self::Gone,
            (_, 0) => Self::New,
            _ if log_ratio <= -1.0 => Self::Fell,
            _ if log_ratio >= 1.0 => Self::Rose,
            _ => Self::Held,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_follow_the_rates() {
        let band = |b, a| {
            Band::of(Keyness {
                first: b,
                first_size: 2000,
                second: a,
                second_size: 1000,
            })
        };
        let found = [
            band(0, 4),
            band(4, 4),
            band(5, 4),
            band(15, 4),
            band(16, 4),
            band(1, 0),
        ];
        let expected = [
            Band::Gone,
            Band::Fell,
            Band::Held,
            Band::Held,
            Band::Rose,
            Band::New,
        ];
        assert_eq!(found, expected.map(Some));
        assert_eq!(band(0, 0), None);
    }
}
