//! Spellings put together by the words that they have in common.
//!
//! The rule is told at [`Naming::by_core`].

use std::cmp::Reverse;

use super::fold_key::FoldKey;
use super::forms::WrittenForm;
use super::naming::Naming;

/// Spellings with one core.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoreGroup {
    /// The core as form, and the counts of all rows of the group.
    pub all: WrittenForm,
    /// The numbers of the rows, ascending: the most frequent first.
    pub rows: Vec<usize>,
}

/// What the core of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Core {
    /// A given one.
    Given(usize),
    /// A row.
    Row(usize),
}

/// The groups of `naming`, the most frequent first, ties by form.
pub(super) fn groups(naming: &Naming, given: &[&str]) -> Vec<CoreGroup> {
    let given_keys: Vec<FoldKey> = given.iter().map(|core| FoldKey::of(core)).collect();
    let keys: Vec<FoldKey> = naming
        .rows
        .iter()
        .map(|row| FoldKey::of(&row.all.form))
        .collect();
    let mut groups: Vec<(Core, CoreGroup)> = Vec::new();
    for (number, row) in naming.rows.iter().enumerate() {
        let core = core_of(number, naming, &keys, &given_keys);
        if let Some((_, group)) = groups.iter_mut().find(|(known, _)| *known == core) {
            group.all.add(&row.all);
            group.rows.push(number);
            continue;
        }
        let form = match core {
            Core::Given(given_core) => given[given_core].to_owned(),
            Core::Row(row) => naming.rows[row].all.form.clone(),
        };
        let all = WrittenForm {
            form,
            ..row.all.clone()
        };
        let rows = vec![number];
        groups.push((core, CoreGroup { all, rows }));
    }
    let mut groups: Vec<CoreGroup> = groups.into_iter().map(|(_, group)| group).collect();
    groups.sort_by(|a, b| {
        let totals = b.all.total().cmp(&a.all.total());
        totals.then_with(|| a.all.form.cmp(&b.all.form))
    });
    groups
}

/// The core of row `row`.
fn core_of(row: usize, naming: &Naming, keys: &[FoldKey], given: &[FoldKey]) -> Core {
    let key = &keys[row];
    let contained = given.iter().enumerate();
    let contained = contained.filter(|(_, core)| key.contains(core));
    // Of equally long ones the first that was given.
    let longest = contained.min_by_key(|(_, core)| Reverse(core.n_words()));
    if let Some((core, _)) = longest {
        return Core::Given(core);
    }
    // Rows of the same key, where variants are kept apart, belong to the first
    // of them; so each step comes to fewer words or to an earlier row.
    let is_inside = |other: usize| {
        let inner = &keys[other];
        key.contains(inner) && (inner.n_words() < key.n_words() || other < row)
    };
    let inside = (0..keys.len()).filter(|other| is_inside(*other));
    let commonest = inside.min_by_key(|other| {
        let total = naming.rows[*other].all.total();
        (Reverse(total), keys[*other].n_words(), *other)
    });
    match commonest {
        Some(other) => core_of(other, naming, keys, given),
        None => Core::Row(row),
    }
}
