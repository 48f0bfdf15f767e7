//! Sorting by columns.

use super::column::small;
use rayon::prelude::*;

/// The places `0..n_lines` in the order of `columns`, the first of which
/// decides first; what they leave equal stays in order. The same for any
/// number of threads.
pub(super) fn sorted(columns: &[Vec<u32>], n_lines: usize) -> Vec<u32> {
    let Some((first, rest)) = columns.split_first() else {
        return (0..small(n_lines)).collect();
    };
    let (second, rest) = rest
        .split_first()
        .map_or((None, rest), |(c, r)| (Some(c), r));
    let (third, rest) = rest
        .split_first()
        .map_or((None, rest), |(c, r)| (Some(c), r));
    // Three keys and the place are one number: most orders need no more.
    let cell = |column: Option<&Vec<u32>>, place: usize| {
        column
            .and_then(|column| column.get(place))
            .copied()
            .unwrap_or(0)
    };
    let mut keys: Vec<u128> = (0..n_lines)
        .into_par_iter()
        .map(|place| {
            let parts = [
                cell(Some(first), place),
                cell(second, place),
                cell(third, place),
                small(place),
            ];
            parts
                .into_iter()
                .fold(0, |key, part| key << 32 | u128::from(part))
        })
        .collect();
    if rest.is_empty() {
        keys.par_sort_unstable();
    } else {
        keys.par_sort_unstable_by(|a, b| {
            let further = |key: &u128| {
                let place = place_of(*key) as usize;
                rest.iter().map(move |column| cell(Some(column), place))
            };
            (a >> 32)
                .cmp(&(b >> 32))
                .then_with(|| further(a).cmp(further(b)))
                .then_with(|| place_of(*a).cmp(&place_of(*b)))
        });
    }
    keys.into_par_iter().map(place_of).collect()
}

fn place_of(key: u128) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the low four bytes are the place"
    )]
    let place = key as u32;
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn order_is_that_of_a_stable_sort(
            rows in prop::collection::vec(prop::array::uniform5(0_u32..4), 0..200),
            n_keys in 0..6_usize,
        ) {
            let columns: Vec<Vec<u32>> = (0..n_keys)
                .map(|key| rows.iter().map(|row| row[key]).collect())
                .collect();
            let mut expected: Vec<u32> = (0..small(rows.len())).collect();
            expected.sort_by_key(|place| &rows[*place as usize][..n_keys]);
            prop_assert_eq!(sorted(&columns, rows.len()), expected);
        }
    }
}
