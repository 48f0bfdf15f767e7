//! Repairs from the reader's action to the bytes of the file.

mod actions;
mod merging;
mod overlay;
mod properties;
mod reading;
mod writing;

use super::*;
use crate::entity::model::{EntityType, Origin};
use crate::entity::readings::Overlay;

/// A world of two lower layers' entities and one that only the texts have.
pub(super) struct World;

impl Known for World {
    fn known(&self, id: &str) -> Option<KnownEntity> {
        let (kind, ar, origin) = match id {
            "Baku" => (EntityType::Gpe, "باكو", Some(Origin::World)),
            "Ilham Aliyev" => (EntityType::Per, "إلهام علييف", Some(Origin::Embedded)),
            "فلان الفلاني" => (EntityType::Per, "فلان الفلاني", None),
            _ => return None,
        };
        Some(KnownEntity {
            kind,
            ar: ar.to_owned(),
            country: Some("Azerbaijan".to_owned()),
            origin,
        })
    }
}

pub(super) fn file(text: &str) -> NamesFile {
    NamesFile::parse("entities.toml", text)
}

/// `names` with the repair done.
pub(super) fn done(names: &NamesFile, repair: &Repair) -> NamesFile {
    let patch = repair.patch(names, &World).expect("a repair");
    patch.apply(names).expect("applies")
}

pub(super) fn here(file: &str, start: u32) -> Scope {
    let file = file.to_owned();
    Scope::Here { file, start }
}

pub(super) fn mark(text: &str, scope: Scope, entity: &str) -> Repair {
    Repair::Mark {
        text: text.to_owned(),
        scope,
        meaning: Meaning::Entity(entity.to_owned()),
    }
}

pub(super) fn no_name(text: &str, scope: Scope) -> Repair {
    Repair::NotAName {
        text: text.to_owned(),
        scope,
    }
}

pub(super) fn merge_of(from: &str, into: &str) -> Repair {
    let (from, into) = (from.to_owned(), into.to_owned());
    Repair::Merge { from, into }
}

pub(super) fn spell(entity: &str, spelling: &str) -> Repair {
    let (entity, spelling) = (entity.to_owned(), spelling.to_owned());
    Repair::AddSpelling { entity, spelling }
}

/// The text that comes of doing `repair` on the file `text`.
pub(super) fn written(text: &str, repair: &Repair) -> String {
    let names = file(text);
    let patch = repair.patch(&names, &World).expect("a repair");
    let new = write(text, &patch).expect("written");
    assert_eq!(file(&new), patch.apply(&names).expect("applies"), "{new}");
    new
}
