//! A field that finds an entity by the beginning of one of its names.

use super::entries::{Act, MenuEntry, MenuPage};
use super::subject::Subject;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::repairs::{Finder, RepairCommand};
use crate::entity::Entity;
use crate::entity::repair::{Repair, RepairReach};
use crate::ui::{SearchField, SearchFieldLook, TextPlace, theme};
use egui::{Id, Role, Sense, Ui, WidgetInfo, vec2};

/// The name of the field.
pub(super) const FINDER_FIELD: &str = "entity-finder";
/// Points of a line below it.
const LINE: f32 = 31.0;

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

    /// What is said below the entities that are offered: that the one of the
    /// id `own` is not because it is meant already, or why there are none.
    pub(super) fn hint(&self, panel: &Panel<'_>, own: Option<&str>) -> Option<String> {
        let text = self.field.text().trim();
        let finding = &panel.state.repairs.finding[self.finder as usize];
        let is_done = !text.is_empty() && self.is_done(panel);
        let mut found = finding.entities(text).filter(|_| is_done);
        if let Some(own) = found.find(|entity| own == Some(&*entity.id)) {
            let name = [("name", (&*own.ar).into())];
            return Some(panel.texts.with("repair-find-own", &name));
        }
        let key = match finding.entities(text).next() {
            Some(_) if !text.is_empty() => return None,
            None if is_done => "repair-find-none",
            _ => "repair-find-hint",
        };
        Some(panel.texts.get(key).into_owned())
    }

    /// Draws it.
    pub(super) fn hint_ui(&self, ui: &mut Ui, panel: &mut Panel<'_>, own: Option<&str>) {
        let Some(text) = self.hint(panel, own) else {
            return;
        };
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let painter = ui.painter().clone();
        let shown = (text.as_str(), theme::small(), panel.cx.palette.soft);
        let rect = rect.shrink2(vec2(10.0, 0.0));
        panel.cx.write(ui, &painter, rect, TextPlace::Start, shown);
    }

    /// Whether something is written in it.
    pub(super) fn is_asked(&self) -> bool {
        !self.field.text().trim().is_empty()
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
