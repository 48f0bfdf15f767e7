//! The second step of a build: one lexicon of all threads' forms, sorted.

use super::collect::Share;
use super::strings::{Strings, StringsBuilder, small, sort_prefix};
use rayon::prelude::*;
use std::cmp::Ordering;

/// The lexicon and, for each share, the number in it of each of its forms.
pub(super) fn merge(shares: &[Share<'_>]) -> (Strings, Vec<Vec<u32>>) {
    let sorted: Vec<Vec<Sorted>> = shares.par_iter().map(sorted_forms).collect();
    let n_forms = shares.iter().map(|share| share.forms.len()).max();
    let n_bytes = shares.iter().map(|share| share.forms.n_bytes()).max();
    let mut lexicon = StringsBuilder::with_capacity(n_forms.unwrap_or(0), n_bytes.unwrap_or(0));
    let mut numbers: Vec<Vec<u32>> = shares
        .iter()
        .map(|share| vec![0; share.forms.len()])
        .collect();
    let mut heads = vec![0_usize; shares.len()];
    // There are as many shares as threads: looking at each is cheap.
    loop {
        let mut least: Option<(usize, Sorted)> = None;
        for (n, list) in sorted.iter().enumerate() {
            let Some(head) = list.get(heads[n]) else {
                continue;
            };
            let is_less = least.is_none_or(|(m, other)| {
                compare(&shares[n], *head, &shares[m], other) == Ordering::Less
            });
            if is_less {
                least = Some((n, *head));
            }
        }
        let Some((owner, form)) = least else {
            break;
        };
        let bytes = shares[owner].forms.bytes_of(form.number);
        let number = lexicon.push(bytes);
        for (n, list) in sorted.iter().enumerate() {
            if let Some(head) = list.get(heads[n])
                && head.prefix == form.prefix
                && shares[n].forms.bytes_of(head.number) == bytes
            {
                numbers[n][head.number as usize] = number;
                heads[n] += 1;
            }
        }
    }
    (lexicon.into(), numbers)
}

/// A form of a share, with the key that most comparisons need.
#[derive(Debug, Clone, Copy)]
struct Sorted {
    prefix: u64,
    number: u32,
}

fn sorted_forms(share: &Share<'_>) -> Vec<Sorted> {
    let mut sorted: Vec<Sorted> = (0..small(share.forms.len()))
        .map(|number| Sorted {
            prefix: sort_prefix(share.forms.bytes_of(number)),
            number,
        })
        .collect();
    sorted.par_sort_unstable_by(|a, b| compare(share, *a, share, *b));
    sorted
}

fn compare(share: &Share<'_>, a: Sorted, other: &Share<'_>, b: Sorted) -> Ordering {
    a.prefix.cmp(&b.prefix).then_with(|| {
        let (a, b) = (
            share.forms.bytes_of(a.number),
            other.forms.bytes_of(b.number),
        );
        a.cmp(b)
    })
}
