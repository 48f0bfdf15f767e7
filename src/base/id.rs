//! Newtypes for the positions of things in their tables, and the one way in
//! which a length becomes a smaller number.

use std::fmt::Display;

/// The position of an article in [`Corpus::articles`](crate::corpus::Corpus::articles).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// The position of an entity in [`Gazetteer::entities`](crate::entity::Gazetteer::entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What every id can do.
macro_rules! id {
    ($($name:ident)+) => {$(
        impl $name {
            /// The index into the table.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

id!(ArticleId EntityId);

impl ArticleId {
    /// The id of the article at `index`; `None` beyond what four bytes can
    /// number. It is made where corpora are read: nothing later need ask.
    #[must_use]
    pub fn new(index: usize) -> Option<Self> {
        u32::try_from(index).ok().map(Self)
    }
}

/// `n` as a smaller number, where what was let in bounds it: texts have less
/// than 4 GiB (`ProblemKind::TooLarge`), a corpus has fewer than 2³² articles
/// (`LoadError::TooManyArticles`) and tokens (`BuildError::TooLarge`), and
/// tables of words, forms and entities come from texts or from the program.
/// Whoever calls it for anything else says which bound holds.
///
/// # Panics
/// Where that bound does not hold. To stop is better than an id that two things
/// share, or a place that is not the one meant.
#[must_use]
#[track_caller]
pub fn fits<M: Copy + Display, N: TryFrom<M>>(n: M) -> N {
    #[expect(
        clippy::panic,
        reason = "a bound that was checked before does not hold"
    )]
    N::try_from(n).unwrap_or_else(|_| panic!("{n} is beyond its bound"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_things_share_an_id() {
        let last = u32::MAX as usize;
        assert_eq!(ArticleId::new(last), Some(ArticleId(u32::MAX)));
        assert_eq!(ArticleId::new(last + 1), None);
        assert_eq!(fits::<usize, u16>(65_535), u16::MAX);
    }

    #[test]
    #[should_panic(expected = "65536 is beyond its bound")]
    fn what_does_not_fit_is_not_cut() {
        let _: u16 = fits(65_536_usize);
    }
}
