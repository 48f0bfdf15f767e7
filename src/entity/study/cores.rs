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

/// The groups of `naming`, the most frequent first, ties by form.
pub(super) fn groups(naming: &Naming) -> Vec<CoreGroup> {
    let forms = naming.rows.iter().map(|row| &row.all.form);
    let keys: Vec<FoldKey> = forms.map(|form| FoldKey::of(form)).collect();
    let mut groups: Vec<(usize, CoreGroup)> = Vec::new();
    for (number, row) in naming.rows.iter().enumerate() {
        let core = core_of(number, naming, &keys);
        if let Some((_, group)) = groups.iter_mut().find(|(known, _)| *known == core) {
            group.all.add(&row.all);
            group.rows.push(number);
            continue;
        }
        let all = WrittenForm {
            form: naming.rows[core].all.form.clone(),
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

/// The row that is the core of row `row`.
fn core_of(row: usize, naming: &Naming, keys: &[FoldKey]) -> usize {
    let key = &keys[row];
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
    commonest.map_or(row, |other| core_of(other, naming, keys))
}
