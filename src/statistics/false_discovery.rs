//! Which of many small chances are small for their number.

use super::rate::real;

/// The q of each p: the least share of false discoveries among those that are
/// called differences when this one is (Benjamini and Hochberg 1995, adjusted
/// as by Yekutieli and Benjamini 1999): min over p' ≥ p of p' n / rank(p'). Those
/// without a p have no q and do not count.
#[must_use]
pub fn false_discovery_rates(chances: &[Option<f64>]) -> Vec<Option<f64>> {
    let known = chances.iter().enumerate();
    let mut order: Vec<(f64, usize)> = known.filter_map(|(n, p)| Some(((*p)?, n))).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let n_all = real(order.len() as u64);
    let mut rates = vec![None; chances.len()];
    let mut least = 1.0_f64;
    for (place, (p, n)) in order.into_iter().enumerate().rev() {
        least = least.min(p * n_all / real(place as u64 + 1));
        rates[n] = Some(least);
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_as_benjamini_and_hochberg_have_them() {
        // The fifteen chances of their example, section 4. They call four of
        // them at 5 %: 0.0095 ≤ 4/15 · 0.05, and no larger one is.
        let chances = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let rates = false_discovery_rates(&chances.map(Some));
        let n_called = rates.iter().filter(|q| q.unwrap() <= 0.05).count();
        assert_eq!(n_called, 4);
        assert!((rates[3].unwrap() - 0.0095 * 15.0 / 4.0).abs() < 1e-12);
        // 0.0201 · 15/5 = 0.0603; that of 0.0278 is larger.
        assert!((rates[4].unwrap() - 0.0603).abs() < 1e-12);
        assert_eq!(rates[14], Some(1.0));
    }

    #[test]
    fn rates_rise_with_the_chances_and_leave_out_what_has_none() {
        let chances = [
            Some(0.3),
            None,
            Some(0.01),
            Some(0.02),
            Some(0.02),
            Some(0.9),
        ];
        let rates = false_discovery_rates(&chances);
        assert_eq!(rates[1], None);
        let mut pairs: Vec<_> = chances
            .iter()
            .zip(&rates)
            .filter_map(|(p, q)| p.zip(*q))
            .collect();
        pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        assert!(pairs.is_sorted_by(|a, b| a.1 <= b.1));
        assert!(pairs.iter().all(|(p, q)| q >= p && *q <= 1.0));
        assert_eq!(rates[3], rates[4]);
    }
}
