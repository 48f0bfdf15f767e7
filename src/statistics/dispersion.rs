//! How evenly a word is spread over the parts of a corpus.

use super::rate::real;

/// Gries's deviation of proportions, DP = ½ Σ |s - v| over the parts, where s
/// is a part's share of all tokens and v its share of all occurrences (Gries
/// 2008): 0 is perfectly even, 1 the most uneven. `sizes` and `counts` are
/// those of each part. `None` for a word that does not occur.
///
/// Since both shares sum to 1, DP is also 1 - Σ min(s, v), so that only parts
/// with occurrences matter; and in whole numbers, N f (1 - DP) =
/// Σ min(size f, count N), so that the order of adding changes nothing.
#[must_use]
pub fn deviation_of_proportions(sizes: &[u64], counts: &[u64]) -> Option<f64> {
    let total = sizes.iter().sum();
    let freq = counts.iter().sum();
    let overlaps = sizes.iter().zip(counts);
    let sum = overlaps
        .map(|(size, count)| overlap(*size, *count, total, freq))
        .sum();
    deviation(sum, total, freq)
}

/// DP divided by its largest possible value, 1 - the smallest share of a part
/// (Lijffijt and Gries 2012). `None` for a word that does not occur, and for a
/// corpus of one part.
#[must_use]
pub fn normalised_deviation(sizes: &[u64], counts: &[u64]) -> Option<f64> {
    let dp = deviation_of_proportions(sizes, counts)?;
    let smallest = sizes.iter().min().copied()?;
    normalised(dp, smallest, sizes.iter().sum())
}

/// What a part adds to N f (1 - DP). Both products are below 2^64, because
/// `size`, `total`, `count` and `freq` number tokens of four bytes.
#[inline]
pub(crate) const fn overlap(size: u64, count: u64, total: u64, freq: u64) -> u64 {
    let (size, count) = (size * freq, count * total);
    if size < count { size } else { count }
}

/// DP from the sum of [`overlap`].
pub(crate) fn deviation(sum: u64, total: u64, freq: u64) -> Option<f64> {
    let all = total * freq;
    (all > 0).then(|| real(all.saturating_sub(sum)) / real(all))
}

/// DP divided by 1 - `smallest` / `total`.
pub(crate) fn normalised(dp: f64, smallest: u64, total: u64) -> Option<f64> {
    let rest = total.saturating_sub(smallest);
    (rest > 0).then(|| dp * real(total) / real(rest))
}

/// Juilland's D = 1 - σ / (µ sqrt(n - 1)), where µ and σ are mean and standard
/// deviation (of the population) of the relative frequencies in the n parts
/// (Juilland, Brodin and Davidovitch 1970; with relative frequencies, so that
/// parts may differ in size: Gries 2008): 1 is perfectly even, 0 all in one
/// part. `rates` are those of the parts with occurrences. `None` for a word
/// that does not occur, or fewer than two parts.
#[must_use]
pub fn juilland_d(rates: &[f64], n_parts: u32) -> Option<f64> {
    let n = f64::from(n_parts);
    let mean = rates.iter().sum::<f64>() / n;
    if n_parts < 2 || mean <= 0.0 {
        return None;
    }
    let n_without = n_parts.saturating_sub(u32::try_from(rates.len()).unwrap_or(n_parts));
    let squares: f64 = rates.iter().map(|rate| (rate - mean).powi(2)).sum();
    let variance = (squares + f64::from(n_without) * mean * mean) / n;
    // Rounding can leave a little less than nothing.
    Some((1.0 - variance.sqrt() / mean / (n - 1.0).sqrt()).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_near(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() <= tolerance, "{found} {expected}");
    }

    fn rates(sizes: &[u64], counts: &[u64]) -> Vec<f64> {
        let with = sizes.iter().zip(counts).filter(|(_, count)| **count > 0);
        with.map(|(size, count)| real(*count) / real(*size))
            .collect()
    }

    #[test]
    fn the_example_of_gries() {
        // The word "a" in the five parts of Gries 2008 and 2020: DP 0.18,
        // DPnorm (as corrected in 2012) 0.2195, D 0.785.
        let (sizes, counts) = ([9, 10, 10, 10, 11], [1, 2, 3, 4, 5]);
        assert_near(deviation_of_proportions(&sizes, &counts), 0.18, 1e-12);
        assert_near(normalised_deviation(&sizes, &counts), 0.2195, 5e-5);
        assert_near(juilland_d(&rates(&sizes, &counts), 5), 0.785, 5e-4);
    }

    #[test]
    fn the_example_of_lijffijt_and_gries() {
        // 2012: three equal parts with 2/3, 1/3 and nothing. By hand, half of
        // 1/3 + 0 + 1/3, and that divided by 2/3.
        let (sizes, counts) = ([100, 100, 100], [2, 1, 0]);
        assert_near(deviation_of_proportions(&sizes, &counts), 1.0 / 3.0, 1e-12);
        assert_near(normalised_deviation(&sizes, &counts), 0.5, 1e-12);
    }

    #[test]
    fn the_example_of_lyne() {
        // Lyne 1985, ALLEMAND in ten parts; D as the R package tlda computes
        // it. DP by ½ Σ |s - v| in Python:
        // python3 -c 's=[8143,8058,8271,8125,7959,7941,8146,8001,8003,7930]
        // v=[2,0,1,1,3,0,3,0,0,0]
        // print(sum(abs(a/sum(s)-b/sum(v)) for a,b in zip(s,v))/2)'
        let sizes = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930];
        let counts = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0];
        assert_near(juilland_d(&rates(&sizes, &counts), 10), 0.603_879_7, 5e-8);
        let dp = deviation_of_proportions(&sizes, &counts);
        assert_near(dp, 0.499_070_454_348_015, 1e-12);
    }

    #[test]
    fn even_and_uneven_are_the_ends() {
        assert_near(deviation_of_proportions(&[5, 10], &[1, 2]), 0.0, 0.0);
        assert_near(normalised_deviation(&[5, 10], &[3, 0]), 1.0, 1e-12);
        assert_near(juilland_d(&[0.1, 0.1, 0.1], 3), 1.0, 1e-12);
        assert_near(juilland_d(&[0.3], 9), 0.0, 1e-12);
    }

    #[test]
    fn nothing_gives_nothing_and_never_nan() {
        assert_eq!(deviation_of_proportions(&[], &[]), None);
        assert_eq!(deviation_of_proportions(&[5, 5], &[0, 0]), None);
        assert_eq!(normalised_deviation(&[5], &[2]), None);
        assert_eq!(juilland_d(&[], 4), None);
        assert_eq!(juilland_d(&[0.5], 1), None);
    }
}
