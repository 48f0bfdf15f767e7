//! What periods, outlets, types and numbers are called.

use crate::app::command::names::NamingBy;
use crate::corpus::Facet;
use crate::entity::EntityType;
use crate::texts::Texts;

/// What a period or an outlet is called.
pub(in crate::app) fn facet_name(facet: Option<&Facet>, by: NamingBy, texts: &Texts) -> String {
    match (facet, by) {
        (Some(facet), _) => facet.to_string(),
        (None, NamingBy::Period) => texts.get("period-undated").into_owned(),
        (None, NamingBy::Outlet) => texts.get("names-no-outlet").into_owned(),
    }
}

/// A number as short as it can be told.
pub(super) fn decimal(texts: &Texts, number: f64) -> String {
    texts.decimal(number, usize::from(number < 100.0 && number.fract() != 0.0))
}

/// The key of the name of a type among the interface texts.
pub(in crate::app) const fn type_key(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Per => "entity-type-per",
        EntityType::Gpe => "entity-type-gpe",
        EntityType::Loc => "entity-type-loc",
        EntityType::Org => "entity-type-org",
        EntityType::Norp => "entity-type-norp",
    }
}

/// The key of the name of the class of a type, in the singular.
pub(in crate::app) const fn kind_key(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Per => "names-kind-per",
        EntityType::Gpe | EntityType::Loc => "names-kind-place",
        EntityType::Org => "names-kind-org",
        EntityType::Norp => "names-kind-norp",
    }
}
