//! What the lists say of a token in its place.

use super::label::TagClass;

/// What the lists say of a token: that it stands in a name they know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Hint(u8);

impl Hint {
    /// The lists say nothing.
    pub const NONE: Self = Self(0);

    /// The number of hints.
    pub(super) const N: usize = 17;

    /// The token stands in a listed name of `class`, or in one that a rule
    /// makes, as its first word or as a later one. `is_sure` says that the name
    /// is not an ordinary word too.
    #[must_use]
    pub const fn listed(class: TagClass, is_first: bool, is_sure: bool) -> Self {
        Self(1 + 4 * class as u8 + 2 * (!is_first) as u8 + (!is_sure) as u8)
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_differ() {
        let mut seen = vec![Hint::NONE.index()];
        for class in TagClass::ALL {
            for (first, sure) in [(true, true), (true, false), (false, true), (false, false)] {
                seen.push(Hint::listed(class, first, sure).index());
            }
        }
        assert_eq!(seen, (0..Hint::N).collect::<Vec<_>>());
    }
}
