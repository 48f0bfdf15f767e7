//! The order of the table of names.

use super::figures::{Figures, FoldedName, TableFigures};
use crate::app::command::names::{NamesColumn, NamesLook, NamesOrder};
use crate::arabic::fold;
use crate::entity::study::{Kinds, RowOrder};
use crate::texts::Language;
use crate::ui::reading::{MarkClass, ShownClasses};

/// What the rows of the table must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct NamesArrangement {
    pub(in crate::app) order: NamesOrder,
    pub(in crate::app) look: NamesLook,
    pub(in crate::app) search: String,
    pub(in crate::app) classes: ShownClasses,
    /// By the names of which language they are sorted.
    pub(in crate::app) language: Language,
}

/// The types of the classes that are shown.
pub(in crate::app) fn kinds_of(classes: ShownClasses) -> Kinds {
    let all = crate::entity::EntityType::ALL.into_iter();
    all.filter(|kind| classes.has(MarkClass::of(*kind)))
        .collect()
}

impl Figures {
    /// The rows of `table` in the order wanted.
    pub(in crate::app) fn arranged(
        &self,
        table: &TableFigures,
        wanted: &NamesArrangement,
    ) -> Vec<u32> {
        let kinds = kinds_of(wanted.classes);
        let base = wanted.look.base;
        let compared = self.compared(&wanted.look);
        let order = match (wanted.order.column, compared) {
            (NamesColumn::Mentions(column), _) => RowOrder::Mentions(column),
            (NamesColumn::Articles, _) => RowOrder::Articles(None),
            (NamesColumn::Ratio, Some([a, b])) => RowOrder::Ratio(a, b, base),
            (NamesColumn::Surprise, Some([a, b])) => RowOrder::Change(a, b, base),
            _ => RowOrder::Mentions(None),
        };
        let mut rows = table.rows.ordered(order, kinds);
        let search = fold(wanted.search.trim());
        if !search.is_empty() {
            let holds = |name: &FoldedName| name.holds(&search);
            rows.retain(|row| table.folded.get(*row).is_some_and(holds));
        }
        let name = |row: usize| {
            let name = table.folded.get(row);
            name.map_or("", |name| name.first(wanted.language))
        };
        match wanted.order.column {
            NamesColumn::Name => rows.sort_by(|a, b| name(*a).cmp(name(*b))),
            // Equal types stay in the order of their mentions.
            NamesColumn::Kind => {
                rows.sort_by_key(|row| table.rows.row(*row).map(|row| MarkClass::of(row.kind)));
                if wanted.order.descending {
                    rows.reverse();
                }
            }
            _ if !wanted.order.descending => rows.reverse(),
            _ => {}
        }
        if wanted.order.column == NamesColumn::Name && wanted.order.descending {
            rows.reverse();
        }
        rows.into_iter()
            .filter_map(|row| u32::try_from(row).ok())
            .collect()
    }
}
