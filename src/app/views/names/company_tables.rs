//! The tables of what stands near one entity: other entities, and words.

use crate::analysis::statistics::Field;
use crate::app::panels::entity_name::EntityName;
use crate::app::state::names::{Figures, NamedOne, NearWord};
use crate::app::tables::{Fit, ListedColumn, ListedTable};
use crate::entity::study::Companion;
use crate::ui::reading::MarkClass;

/// What is expected goes before names become narrow.
pub(in crate::app) const COMPANY_FIT: Fit = Fit {
    first: 110.0,
    beside: 20.0,
    more: 0.0,
    stops: false,
};

/// The entities that are named with an entity.
pub(in crate::app) fn companion_table<'t>(
    figures: &'t Figures,
    one: &'t NamedOne,
) -> ListedTable<'t, Figures, Companion> {
    const COLUMNS: [ListedColumn<Figures, Companion>; 8] = [
        ListedColumn::file("id", |of, row| Field::text(&*of.entity(row.entity).id)),
        ListedColumn::new(
            "name_ar",
            "names-column-name",
            |of: &Figures, row: &Companion| Field::text(&*of.entity(row.entity).ar),
        )
        .shown_as(|of, row, language| {
            let name = EntityName::of(of.entity(row.entity), language);
            name.line().into_owned()
        }),
        ListedColumn::file("type", |_, row| Field::text(row.kind.tag())),
        ListedColumn::new("together", "names-together", |_, row| {
            row.pair.observed().into()
        }),
        ListedColumn::new("expected", "names-expected", |_, row: &Companion| {
            row.pair.expected().into()
        })
        .with_room(),
        ListedColumn::new("times_chance", "names-times", |_, row: &Companion| {
            row.pair.lift().into()
        })
        .bold(),
        ListedColumn::file("log_likelihood", |_, row| row.pair.log_likelihood().into()),
        ListedColumn::file("npmi", |_, row| row.pair.npmi().into()),
    ];
    ListedTable {
        of: figures,
        rows: &one.companions.rows,
        columns: &COLUMNS,
        stripe: Some(|row, palette| MarkClass::of(row.kind).tone(palette).ink),
    }
}

/// The words near an entity.
pub(in crate::app) const fn near_table(rows: &[NearWord]) -> ListedTable<'_, (), NearWord> {
    const COLUMNS: [ListedColumn<(), NearWord>; 4] = [
        ListedColumn::new("form", "measure-word", |(), row| Field::text(&*row.word)),
        ListedColumn::new("together", "names-together", |(), row| row.observed.into()),
        ListedColumn::new("expected", "names-expected", |(), row: &NearWord| {
            row.expected.into()
        })
        .with_room(),
        ListedColumn::new("log_dice", "measure-log-dice", |(), row: &NearWord| {
            row.log_dice.into()
        })
        .bold(),
    ];
    ListedTable {
        of: &(),
        rows,
        columns: &COLUMNS,
        stripe: None,
    }
}
