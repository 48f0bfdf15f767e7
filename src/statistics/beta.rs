//! The beta distribution, on the scale of log odds.

use super::rate::real;

/// Terms of the continued fraction; its convergence takes about √max(a, b).
const MOST_TERMS: u32 = 100_000;

/// The log odds ln(x / (1 - x)) of the `tail` quantile x of the beta
/// distribution with parameters `a` and `b`, both at least 1: `I_x(a, b) = tail`.
/// `tail` is in (0, ½].
///
/// On this scale the logarithm of the distribution is concave, so that Newton's
/// steps for ln I = ln tail from any place end left of the root and then rise to
/// it.
pub(super) fn log_odds_quantile(a: u64, b: u64, tail: f64) -> f64 {
    let (a, b) = (real(a), real(b));
    let deviation = (1.0 / a + 1.0 / b).sqrt();
    let goal = tail.ln();
    let mut t = (a / b).ln() - (-2.0 * goal).sqrt() * deviation;
    for _ in 0..100 {
        let (ln_lower, slope) = ln_lower_tail(a, b, t);
        let step = (goal - ln_lower) / slope;
        t += step;
        if step.abs() <= 1e-13 * t.abs().max(1.0) {
            break;
        }
    }
    t
}

/// ln `I_x(a, b)` and its derivative by t, where x = 1 / (1 + exp(-t)).
///
/// `I_x(a, b)` = x^a (1 - x)^b / (a B(a, b)) / (1 + d1 / (1 + d2 / (1 + …))) (DLMF
/// 8.17.22), evaluated by the algorithm of Lentz as Thompson and Barnett (1986)
/// changed it. It converges fast for x below the mean, where the tail is that
/// is asked for.
fn ln_lower_tail(a: f64, b: f64, t: f64) -> (f64, f64) {
    let x = if t < 0.0 {
        t.exp() / (1.0 + t.exp())
    } else {
        1.0 / (1.0 + (-t).exp())
    };
    // ln x and ln(1 - x) without loss where x is near 0 or 1.
    let ln_x = -(-t).exp().ln_1p();
    let ln_rest = if t > 0.0 {
        -t - (-t).exp().ln_1p()
    } else {
        -t.exp().ln_1p()
    };
    let ln_x = if t < -30.0 { t - t.exp().ln_1p() } else { ln_x };
    let ln_front = a * ln_x + b * ln_rest - ln_beta(a, b);
    let fraction = continued_fraction(a, b, x);
    // dI/dt = x^a (1 - x)^b / B(a, b), so that d ln I/dt is a / fraction.
    (ln_front - a.ln() + fraction.ln(), a / fraction)
}

/// 1 / (1 + d1 / (1 + d2 / (1 + …))) of DLMF 8.17.22 and 8.17.23.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for m in 1..=MOST_TERMS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = fraction;
        for term in [even, odd] {
            d = 1.0 / away(1.0 + term * d);
            c = away(1.0 + term / c);
            fraction *= d * c;
        }
        if (fraction - before).abs() <= 1e-15 * fraction.abs() {
            break;
        }
    }
    fraction
}

/// ln B(a, b).
fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// ln Γ(x) for x at least 1, by Stirling's series (DLMF 5.11.1) above 16, to
/// which smaller ones are raised.
fn ln_gamma(x: f64) -> f64 {
    let mut product = 1.0;
    let mut x = x;
    while x < 16.0 {
        product *= x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series =
        (1.0 / 12.0 - y * (1.0 / 360.0 - y * (1.0 / 1260.0 - y * (1.0 / 1680.0 - y / 1188.0)))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - f64::ln(product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_plain_distributions() {
        // I_x(a, 1) = x^a and I_x(1, b) = 1 - (1 - x)^b.
        for n in [1_u64, 2, 7, 40, 1000, 1_000_000] {
            for tail in [0.5_f64, 0.025, 1e-4, 5e-8, 1e-12] {
                let x = tail.powf(1.0 / real(n));
                let expected = x.ln() - (-(tail.ln() / real(n)).exp_m1()).ln();
                let found = log_odds_quantile(n, 1, tail);
                assert!(
                    (found - expected).abs() < 1e-9,
                    "{n} {tail}: {found} {expected}"
                );
                let rest = f64::ln_1p(-tail) / real(n);
                let expected = (-rest.exp_m1()).ln() - rest;
                let found = log_odds_quantile(1, n, tail);
                assert!(
                    (found - expected).abs() < 1e-9,
                    "{n} {tail}: {found} {expected}"
                );
            }
        }
    }

    #[test]
    fn quantiles_as_mpmath_has_them() {
        // python3 -c 'from mpmath import *; mp.dps=30; F=lambda t: log(betainc(a,b,0,1/(1+exp(-t)),regularized=True)); print(findroot(lambda t: F(t)-log(tail), (t0, t0+0.1)))'
        for (a, b, tail, expected) in [
            (10, 6, 0.025, -0.473_434_220_040_053_6),
            (3, 500, 0.025, -6.696_166_900_937_986),
            (500, 3, 1.0e-7, 3.119_016_759_373_118),
            (30, 3, 2.5e-5, 0.429_307_640_256_494),
            (2, 2, 5.0e-8, -8.954_755_409_904_933),
            (12_345, 67_890, 0.025, -1.723_879_542_628_951),
            (400_000, 350_001, 1.0e-7, 0.121_496_104_273_602_3),
        ] {
            let found = log_odds_quantile(a, b, tail);
            assert!(
                (found - expected).abs() < 1e-9,
                "{a} {b} {tail}: {found} {expected}"
            );
        }
    }

    #[test]
    fn gamma_of_whole_numbers_is_the_factorial() {
        let mut sum = 0.0;
        for n in 1..200_u64 {
            assert!(
                (ln_gamma(real(n)) - sum).abs() < 1e-13 * f64::max(sum, 1.0),
                "{n}"
            );
            sum += real(n).ln();
        }
    }
}
