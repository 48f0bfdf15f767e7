//! Counts by month, or by year when there are many months.

use crate::statistics::per_million;

/// What was counted in a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12; `None` for the whole year.
    pub month: Option<u8>,
    /// Hits.
    pub hits: u64,
    /// Words of its articles.
    pub words: u64,
    /// Articles.
    pub articles: u64,
    /// The place of the period of its articles among those of the corpus;
    /// `None` when they are of several, or of none.
    pub period: Option<usize>,
}

impl Bucket {
    /// Hits for each million words; `None` without words.
    #[must_use]
    pub fn per_million(&self) -> Option<f64> {
        per_million(self.hits, self.words)
    }

    /// Months since the year 0.
    fn serial(&self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1).clamp(1, 12)) - 1
    }

    fn add(&mut self, other: &Self) {
        if self.articles == 0 {
            self.period = other.period;
        } else if other.articles > 0 && self.period != other.period {
            self.period = None;
        }
        self.hits += other.hits;
        self.words += other.words;
        self.articles += other.articles;
    }
}

/// The buckets of a chart of `months`, which may come in any order: one for
/// every month from the first to the last, empty ones too; or for every year,
/// if that would be more than `most`.
#[must_use]
pub fn buckets(months: &[Bucket], most: usize) -> Vec<Bucket> {
    let serials = || months.iter().map(Bucket::serial);
    let (Some(first), Some(last)) = (serials().min(), serials().max()) else {
        return Vec::new();
    };
    let n_months = usize::try_from(last - first).unwrap_or(0) + 1;
    let months_in_one = if n_months > most { 12 } else { 1 };
    let first = first.div_euclid(months_in_one);
    let last = last.div_euclid(months_in_one);
    let mut found: Vec<Bucket> = (first..=last)
        .map(|place| empty(place, months_in_one == 12))
        .collect();
    for month in months {
        let place = month.serial().div_euclid(months_in_one) - first;
        let bucket = usize::try_from(place).ok().and_then(|i| found.get_mut(i));
        if let Some(bucket) = bucket {
            bucket.add(month);
        }
    }
    found
}

fn empty(place: i32, is_year: bool) -> Bucket {
    let (year, month) = if is_year {
        (place, None)
    } else {
        let month = u8::try_from(place.rem_euclid(12) + 1).ok();
        (place.div_euclid(12), month)
    };
    Bucket {
        year: i16::try_from(year).unwrap_or(i16::MAX),
        month,
        hits: 0,
        words: 0,
        articles: 0,
        period: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn month(year: i16, month: u8, hits: u64, period: usize) -> Bucket {
        Bucket {
            year,
            month: Some(month),
            hits,
            words: 1_000,
            articles: 2,
            period: Some(period),
        }
    }

    #[test]
    fn months_without_articles_stand_between() {
        let shown = buckets(&[month(2021, 1, 3, 1), month(2020, 10, 5, 0)], 120);
        let months: Vec<_> = shown.iter().map(|b| (b.year, b.month)).collect();
        let expected = [
            (2020, Some(10)),
            (2020, Some(11)),
            (2020, Some(12)),
            (2021, Some(1)),
        ];
        assert_eq!(months, expected);
        assert_eq!(shown[0].per_million(), Some(5_000.0));
        assert_eq!(shown[1].per_million(), None);
    }

    #[test]
    fn a_long_span_is_shown_by_years() {
        let shown = buckets(
            &[
                month(2001, 3, 1, 0),
                month(2001, 9, 2, 0),
                month(2023, 1, 4, 1),
                month(2023, 5, 4, 2),
            ],
            120,
        );
        assert_eq!(shown.len(), 23);
        assert_eq!((shown[0].hits, shown[0].period), (3, Some(0)));
        assert_eq!((shown[22].articles, shown[22].period), (4, None));
        assert_eq!(shown[1].per_million(), None);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(buckets(&[], 120), []);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_months_follow_each_other(
            data in prop::collection::vec((1990i16..2030, 1u8..=12, 0u64..50), 1..40),
            most in 1usize..200,
        ) {
            let months: Vec<Bucket> = data.iter().map(|(y, m, h)| month(*y, *m, *h, 0)).collect();
            let shown = buckets(&months, most);
            let sum = |of: &[Bucket]| of.iter().map(|b| (b.hits, b.words)).fold((0, 0), |a, b| {
                (a.0 + b.0, a.1 + b.1)
            });
            prop_assert_eq!(sum(&months), sum(&shown));
            for pair in shown.windows(2) {
                let step = if pair[0].month.is_some() { 1 } else { 12 };
                prop_assert_eq!(pair[1].serial() - pair[0].serial(), step);
            }
        }
    }
}
