//! How does a reader repair a name?
//!
//! The `menu` of a selection or a mention, the `card` of an entity, the `preview`
//! of what a repair changes, and the `bar` that tells of the last one. Must not
//! know where a name was pointed at, nor how a repair is done and kept.

mod bar;
mod card;
mod card_parts;
mod entity_finder;
mod entries;
mod menu;
mod preview;
mod subject;
#[cfg(test)]
mod tests;
mod words;

pub(in crate::app) use bar::{repair_bar_room, repair_bar_ui};
pub(in crate::app) use card::RepairCard;
pub(in crate::app) use menu::{REPAIR_MENU, RepairMenu};
pub(in crate::app) use preview::{REPAIR_PREVIEW, RepairPreview};
pub(in crate::app) use subject::Subject;
