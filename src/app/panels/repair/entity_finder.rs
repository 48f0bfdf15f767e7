//! A field that finds an entity by the beginning of one of its names.

use super::entries::{Act, MenuEntry, MenuPage};
use super::subject::Subject;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::repairs::{Finder, RepairCommand};
use crate::entity::Entity;
use crate::entity::repair::{Repair, RepairReach};
use crate::ui::{SearchField, SearchFieldLook};
use egui::{Id, Ui};

/// The name of the field.
pub(super) const FINDER_FIELD: &str = "entity-finder";

/// The field.
pub(super) struct EntityFinder {
    field: SearchField,
    finder: Finder,
}

impl EntityFinder {
    /// An empty field of that name.
    pub(super) fn new(name: &str, finder: Finder) -> Self {
        Self {
            field: SearchField::new(Id::unique(name)),
            finder,
        }
    }

    pub(super) fn clear(&mut self) {
        self.field.set_text("");
    }

    /// The key of what is said where nothing is offered.
    pub(super) fn hint(&self, panel: &Panel<'_>) -> &'static str {
        let text = self.field.text().trim();
        let finding = &panel.state.repairs.finding[self.finder as usize];
        if text.is_empty() || !self.is_done(panel) {
            "repair-find-hint"
        } else if finding.entities(text).next().is_some() {
            // Only the entity that is being looked at, which is not offered.
            "repair-find-own"
        } else {
            "repair-find-none"
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, takes_focus: bool) {
        let look = SearchFieldLook {
            placeholder: &panel.texts.get("repair-find"),
            hint: "",
            name: &panel.texts.get("repair-find"),
            clear_name: &panel.texts.get("search-clear"),
            right_to_left: panel.cx.right_to_left,
            width: ui.available_width(),
            height: 34.0,
        };
        if takes_focus {
            self.field.request_focus();
        }
        self.field.show(ui, panel.cx.pen, panel.cx.palette, &look);
    }

    /// Whether what is written is looked for to the end.
    pub(super) fn is_done(&self, panel: &Panel<'_>) -> bool {
        let finding = &panel.state.repairs.finding[self.finder as usize];
        finding.is_done(self.field.text().trim())
    }

    /// The entities found, the most often named first, as the names have them
    /// now; asks for those that were not looked for yet.
    pub(super) fn found<'a>(&self, panel: &mut Panel<'a>) -> Vec<&'a Entity> {
        let (text, state) = (self.field.text().trim(), panel.state);
        if text.is_empty() || state.annotations().is_none() {
            return Vec::new();
        }
        let finding = &state.repairs.finding[self.finder as usize];
        if finding.text != text {
            let find = RepairCommand::Find(self.finder, text.to_owned());
            panel.send(Command::Repair(find));
        }
        finding.entities(text).collect()
    }

    /// A line for each entity found.
    pub(super) fn entries(
        &self,
        panel: &mut Panel<'_>,
        subject: &Subject,
        page: MenuPage,
        reach: RepairReach,
    ) -> Vec<MenuEntry> {
        let own = subject.entity();
        let mut entries = Vec::new();
        for entity in self.found(panel) {
            if own.as_deref() == Some(&*entity.id) {
                continue;
            }
            let repair = match page {
                MenuPage::Different => own.clone().map(|own| Repair::DifferentFrom {
                    entity: own,
                    other: entity.id.to_string(),
                }),
                _ => subject.same_as(panel.state, reach, &entity.id),
            };
            let Some(repair) = repair else { continue };
            entries.push(MenuEntry {
                text: entity.ar.to_string(),
                hint: about(panel, entity),
                act: Act::Ask(Box::new(repair)),
            });
        }
        entries
    }
}

/// The English name and the type of an entity.
pub(super) fn about(panel: &Panel<'_>, entity: &Entity) -> String {
    let kind = panel
        .texts
        .get(crate::app::panels::entity_card::type_key(entity.kind));
    if *entity.id == *entity.ar {
        return kind.into_owned();
    }
    format!("\u{2068}{}\u{2069} · {kind}", entity.id)
}
