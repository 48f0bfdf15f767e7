//! Lines under headings.

use crate::concordance::fixture::{Fixture, fixture_and_hits, lines};
use crate::concordance::orders::{compare, key, sort};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use warraq::analysis::concordance::{
    ConcordanceSettings, GroupBy, GroupOrder, GroupValue, Nth, Row, SortKey, SortSpec,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn groups_are_the_lines_with_one_thing_in_common(
        (fixture, picks) in fixture_and_hits(),
        by in sort(),
        then in key(),
        largest: bool,
        collapsed in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let hits = fixture.hits(&picks);
        let order = if largest { GroupOrder::Largest } else { GroupOrder::Key };
        let settings = ConcordanceSettings {
            group: Some(GroupBy { sort: by, order }),
            sort: SortSpec(vec![then.into()]),
            ..ConcordanceSettings::default()
        };
        let mut concordance = fixture.concordance(&hits, &settings);
        let lines = lines(&concordance);
        if by.key == SortKey::Position {
            prop_assert_eq!(concordance.n_groups(), 0);
            prop_assert_eq!(concordance.n_rows(), lines.len());
            return Ok(());
        }
        let groups: Vec<_> = (0..concordance.n_groups())
            .map(|n| concordance.group(n).unwrap())
            .collect();
        let mut start = 0;
        for group in &groups {
            prop_assert_eq!(group.lines.start, start);
            start = group.lines.end;
            let members = &lines[group.lines.clone()];
            let first = members[0];
            let like_first = lines.iter().filter(|hit| {
                compare(&fixture, by, first, **hit) == Ordering::Equal
            });
            prop_assert_eq!(like_first.count(), members.len(), "all that are alike, and no other");
            let in_order = members.is_sorted_by(|a, b| {
                compare(&fixture, then.into(), *a, *b).then(a.cmp(b)).is_le()
            });
            prop_assert!(in_order);
            let articles: BTreeSet<_> = members
                .iter()
                .map(|hit| fixture.index.article_of(hit.start))
                .collect();
            prop_assert_eq!(group.n_articles, articles.len());
        }
        prop_assert_eq!(start, lines.len());
        let in_order = groups.is_sorted_by(|a, b| {
            let by_key = compare(&fixture, by, lines[a.lines.start], lines[b.lines.start]);
            if largest {
                b.lines.len().cmp(&a.lines.len()).then(by_key).is_lt()
            } else {
                by_key.is_lt()
            }
        });
        prop_assert!(in_order);

        let mut hidden = BTreeSet::new();
        for n in collapsed.iter().filter(|_| !groups.is_empty()) {
            let n = n.index(groups.len());
            concordance.set_collapsed(n, true);
            hidden.insert(n);
        }
        let mut expected = Vec::new();
        for (n, group) in groups.iter().enumerate() {
            for line in group.lines.clone() {
                let below = if hidden.contains(&n) { 0 } else { line - group.lines.start + 1 };
                prop_assert_eq!(concordance.row_of(line), Some(expected.len() + below));
            }
            expected.push(Row::Heading(n));
            if !hidden.contains(&n) {
                expected.extend(group.lines.clone().map(Row::Line));
            }
        }
        let rows: Vec<Row> = (0..concordance.n_rows())
            .map(|row| concordance.row(row).unwrap())
            .collect();
        prop_assert_eq!(&rows, &expected);
        prop_assert_eq!(concordance.row(rows.len()), None);
        concordance.set_all_collapsed(false);
        prop_assert_eq!(concordance.n_rows(), lines.len() + groups.len());
    }
}

#[test]
fn headings_say_what_lines_have_in_common() {
    let fixture = Fixture::one("وزارة الدفاع الأذربيجانية ووزارة الدفاع الاذربيجانية ووزارة الدفاع");
    let hits: std::sync::Arc<[_]> = [1, 4, 7]
        .map(|start| warraq::analysis::concordance::Hit {
            start,
            end: start + 1,
        })
        .into();
    let grouped = |key: SortKey| {
        let settings = ConcordanceSettings {
            group: Some(key.into()),
            ..ConcordanceSettings::default()
        };
        let concordance = fixture.concordance(&hits, &settings);
        (0..concordance.n_groups())
            .map(|n| {
                let value = concordance.group_value(fixture.of(), n).unwrap();
                (value, concordance.group(n).unwrap().lines.len())
            })
            .collect::<Vec<_>>()
    };
    let word = |word: &str| GroupValue::Word(Some(warraq::arabic::fold(word)));
    assert_eq!(
        grouped(SortKey::After(Nth::ALL[0])),
        [(GroupValue::Word(None), 1), (word("الأذربيجانية"), 2)],
        "two spellings of one word"
    );
    assert_eq!(
        grouped(SortKey::Before(Nth::ALL[0])),
        [(word("وزارة"), 1), (word("ووزارة"), 2)]
    );
    let node = GroupValue::Node(warraq::arabic::fold("الدفاع"));
    assert_eq!(grouped(SortKey::Node), [(node, 3)]);
    assert_eq!(grouped(SortKey::Date), [(GroupValue::Date(None), 3)]);
    assert_eq!(
        grouped(SortKey::File),
        [(GroupValue::File("a.txt".into()), 3)]
    );
}
