//! Groups against comparing all articles with all others.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

type Texts = Vec<Vec<u32>>;

fn grouped(texts: &[Vec<u32>]) -> WireGroups {
    let n_articles = u32::try_from(texts.len()).unwrap();
    find(
        n_articles,
        |article, words| words.extend_from_slice(&texts[article.index()]),
        &Progress::default(),
        &CancelToken::default(),
    )
    .unwrap()
}

fn members(groups: &WireGroups) -> Vec<Vec<u32>> {
    let numbers = |group: &[ArticleId]| group.iter().map(|article| article.0).collect();
    groups.iter().map(numbers).collect()
}

/// Numbers that look random, another sequence for each seed.
fn numbers(seed: u64) -> impl Iterator<Item = u32> {
    let mut state = seed.wrapping_mul(0xD134_2543_DE82_EF95) | 1;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from(state >> 40).unwrap()
    })
}

fn text(seed: u64, n_words: usize) -> Vec<u32> {
    numbers(seed).take(n_words).collect()
}

fn joined(parts: &[&[u32]]) -> Vec<u32> {
    parts.concat()
}

#[test]
fn a_copy_with_another_headline_is_found() {
    let wire = text(1, 200);
    let texts = [
        text(2, 150),
        joined(&[&text(3, 8), &wire]),
        text(4, 300),
        joined(&[&text(5, 10), &wire, &text(6, 12)]),
    ];
    assert_eq!(members(&grouped(&texts)), [[1, 3]]);
}

#[test]
fn a_shortened_copy_is_found_and_copies_of_copies_join() {
    let wire = text(1, 600);
    let texts = [wire[..100].to_vec(), wire[..220].to_vec(), wire.clone()];
    assert_eq!(members(&grouped(&texts)), [[0, 1, 2]]);
    // Half of it is of the second, half of the third: a copy of neither.
    let texts = [
        wire[50..150].to_vec(),
        wire[..100].to_vec(),
        wire[100..].to_vec(),
    ];
    assert!(grouped(&texts).is_empty());
}

#[test]
fn texts_of_few_shingles_are_grouped_only_when_equal() {
    let long = text(1, 300);
    let texts = [
        long.clone(),
        long[..19].to_vec(),
        long[..19].to_vec(),
        long[..18].to_vec(),
        vec![7; 500],
        vec![7; 600],
        vec![9],
        vec![9],
        vec![],
        vec![],
    ];
    assert_eq!(members(&grouped(&texts)), [[1, 2], [6, 7]]);
}

#[test]
fn a_footer_makes_no_group() {
    let footer = text(0, 40);
    let mut texts: Texts = (1..=300)
        .map(|n| joined(&[&text(n, 100), &footer]))
        .collect();
    // A caption above the footer stands, but for a few words, in every article.
    texts.push(joined(&[&text(999, 4), &footer]));
    assert!(grouped(&texts).is_empty());
    // Two captions are of one length, and four fifths the same text.
    texts.push(joined(&[&text(998, 4), &footer]));
    assert_eq!(members(&grouped(&texts)), [[300, 301]]);
}

#[test]
fn a_text_in_very_many_articles_is_one_group() {
    let wire = text(1, 120);
    let near: Texts = (0..2000)
        .map(|n| {
            let mut copy = wire.clone();
            copy[n * 7 % 120] = u32::MAX - u32::try_from(n).unwrap();
            copy
        })
        .collect();
    assert_eq!(members(&grouped(&near)), [(0..2000).collect::<Vec<u32>>()]);
    let equal: Texts = vec![wire; 2000];
    assert_eq!(members(&grouped(&equal)), [(0..2000).collect::<Vec<u32>>()]);
}

#[test]
fn spelling_variants_are_the_same_words() {
    let news = |ya: &str, n: u32| {
        let words: Vec<String> = (0..60).map(|k| format!("كلم{ya} {k}")).collect();
        format!("خبر {n} {}", words.join(" "))
    };
    let texts = [news("ى", 1), news("ي", 2), "شيء آخر".to_owned()];
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let index = Index::build(texts.iter().map(String::as_str), &progress, &cancel).unwrap();
    let groups = WireGroups::of_index(&index, &progress, &cancel).unwrap();
    assert_eq!(members(&groups), [[0, 1]]);
}

#[test]
fn it_stops_when_asked_and_says_how_far_it_is() {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let fill = |_: ArticleId, words: &mut Vec<u32>| words.extend(text(1, 100));
    assert!(find(10, fill, &progress, &cancel).is_ok());
    assert_eq!((progress.done(), progress.total()), (20, Some(20)));
    cancel.cancel();
    assert_eq!(
        find(10, fill, &Progress::default(), &cancel),
        Err(Cancelled)
    );
}

/// The shingles themselves, without hashes.
fn shingles(text: &[u32]) -> BTreeSet<&[u32]> {
    text.windows(SHINGLE_LEN as usize).collect()
}

/// Whether four fifths of the shorter of two texts stand in the longer, or they
/// are equal.
fn is_copy(a: &[u32], b: &[u32]) -> bool {
    let (a_set, b_set) = (shingles(a), shingles(b));
    let least = a_set.len().min(b_set.len());
    let n_shared = a_set.intersection(&b_set).count();
    (a == b && !a.is_empty()) || (least >= MIN_SHINGLES && n_shared * 5 >= least * 4)
}

/// The groups by comparing every article with every other.
fn naive(texts: &[Vec<u32>]) -> WireGroups {
    let mut links = Vec::new();
    for (i, a) in (0..).zip(texts) {
        for (j, b) in (0..i).zip(texts) {
            if is_copy(a, b) {
                links.push((i, j));
            }
        }
    }
    WireGroups::new(u32::try_from(texts.len()).unwrap(), &links)
}

/// A text, or a copy of an earlier one: from where, how much of it, and which
/// of its words are replaced.
#[derive(Debug, Clone)]
enum Plan {
    New {
        seed: u64,
        n_words: usize,
    },
    Copy {
        of: usize,
        start: usize,
        n_words: usize,
        replaced: Vec<usize>,
    },
}

fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        (any::<u64>(), 0..300_usize).prop_map(|(seed, n_words)| Plan::New { seed, n_words }),
        (
            any::<usize>(),
            0..60_usize,
            0..300_usize,
            prop::collection::vec(any::<usize>(), 0..8)
        )
            .prop_map(|(of, start, n_words, replaced)| Plan::Copy {
                of,
                start,
                n_words,
                replaced
            }),
    ]
}

fn carry_out(plans: &[Plan]) -> Texts {
    let mut texts: Texts = Vec::new();
    for (n, plan) in plans.iter().enumerate() {
        let text = match plan {
            // Words of an alphabet so small that shingles come again by chance.
            Plan::New { seed, n_words } => numbers(*seed)
                .map(|word| word % 64)
                .take(*n_words)
                .collect(),
            Plan::Copy { .. } if texts.is_empty() => Vec::new(),
            Plan::Copy {
                of,
                start,
                n_words,
                replaced,
            } => {
                let source = &texts[of % texts.len()];
                let mut copy: Vec<u32> =
                    source.iter().skip(*start).take(*n_words).copied().collect();
                for place in replaced {
                    let place = place % copy.len().max(1);
                    if let Some(word) = copy.get_mut(place) {
                        *word = 1000 + u32::try_from(n).unwrap();
                    }
                }
                copy
            }
        };
        texts.push(text);
    }
    texts
}

proptest! {
    #[test]
    fn what_is_grouped_is_grouped_by_comparing_all(
        plans in prop::collection::vec(plan(), 0..40),
    ) {
        let texts = carry_out(&plans);
        let all = naive(&texts);
        for group in grouped(&texts).iter() {
            let expected = all.group_of(group[0]);
            prop_assert!(expected.is_some());
            for member in group {
                prop_assert_eq!(all.group_of(*member), expected);
            }
        }
    }

    /// Sketches may miss a pair of short texts; of 100 words and more, once in
    /// 10⁸ times.
    #[test]
    fn near_copies_are_found(
        length in 120..400_usize,
        start in 0..20_usize,
        replaced in prop::collection::vec(any::<usize>(), 0..2),
        n_others in 0..30_u64,
        seed in any::<u64>(),
    ) {
        let wire = text(seed, length);
        let mut copy = wire[start..].to_vec();
        for place in replaced {
            let place = place % copy.len();
            copy[place] = u32::MAX;
        }
        prop_assert!(is_copy(&wire, &copy));
        let mut texts: Texts = (1..=n_others)
            .map(|n| text(seed.wrapping_add(n), 100))
            .collect();
        texts.insert(texts.len() / 2, wire);
        texts.push(copy);
        let (first, last) = (n_others / 2, n_others + 1);
        let expected: Vec<Vec<u64>> = vec![vec![first, last]];
        let found = members(&grouped(&texts));
        prop_assert_eq!(format!("{found:?}"), format!("{expected:?}"));
    }

    #[test]
    fn the_number_of_threads_changes_nothing(
        plans in prop::collection::vec(plan(), 0..40),
    ) {
        let texts = carry_out(&plans);
        let with = |n_threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
            pool.build().unwrap().install(|| grouped(&texts))
        };
        prop_assert_eq!(with(1), with(3));
    }
}
