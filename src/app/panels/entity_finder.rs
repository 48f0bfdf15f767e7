//! A field that finds an entity by the beginning of one of its names.

use super::Panel;
use super::repair_entries::{Act, Entry, Page};
use super::repair_subject::Subject;
use crate::arabic::fold;
use crate::base::EntityId;
use crate::entity::repair::{Reach, Repair};
use crate::entity::{Annotations, Entity, EntityTable};
use crate::ui::{SearchField, SearchFieldLook};
use egui::{Id, Ui};

/// The name of the field.
pub(in crate::app) const FINDER_FIELD: &str = "entity-finder";
/// Entities that are offered.
const MOST: usize = 8;

/// The field and what it found.
pub(super) struct EntityFinder {
    field: SearchField,
    /// What was looked for last, among which names, and the answer.
    found: Option<(String, u64, Vec<EntityId>)>,
}

impl EntityFinder {
    /// An empty field of that name.
    pub(super) fn new(name: &str) -> Self {
        Self {
            field: SearchField::new(Id::unique(name)),
            found: None,
        }
    }

    pub(super) fn clear(&mut self) {
        self.field.set_text("");
        self.found = None;
    }

    /// The key of what is said where nothing is offered.
    pub(super) fn hint(&self) -> &'static str {
        if self.field.text().trim().is_empty() {
            "repair-find-hint"
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

    /// The entities found, the most often named first.
    pub(super) fn found(&mut self, panel: &Panel<'_>) -> Vec<EntityId> {
        let (text, revision) = (self.field.text().trim(), panel.state.repairs.revision);
        if let Some((known, of, found)) = &self.found
            && known == text
            && *of == revision
        {
            return found.clone();
        }
        let found = match (panel.state.table(), &panel.state.annotations) {
            (Some(table), Some(names)) => find(table, names, text),
            _ => Vec::new(),
        };
        self.found = Some((text.to_owned(), revision, found.clone()));
        found
    }

    /// A line for each entity found.
    pub(super) fn entries(
        &mut self,
        panel: &Panel<'_>,
        subject: &Subject,
        page: Page,
        reach: Reach,
    ) -> Vec<Entry> {
        let Some(table) = panel.state.table() else {
            return Vec::new();
        };
        let own = subject.entity();
        let mut entries = Vec::new();
        for id in self.found(panel) {
            let entity = table.entity(id);
            if own.as_deref() == Some(&*entity.id) {
                continue;
            }
            let repair = match page {
                Page::Different => own.clone().map(|own| Repair::DifferentFrom {
                    entity: own,
                    other: entity.id.to_string(),
                }),
                _ => subject.same_as(panel.state, reach, &entity.id),
            };
            let Some(repair) = repair else { continue };
            entries.push(Entry {
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
    let kind = panel.texts.get(super::entity_card::type_key(entity.kind));
    if *entity.id == *entity.ar {
        return kind.into_owned();
    }
    format!("\u{2068}{}\u{2069} · {kind}", entity.id)
}

/// Entities with a name that begins like `text`, or of which a word does.
fn find(table: &EntityTable, names: &Annotations, text: &str) -> Vec<EntityId> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, u32, EntityId)> = Vec::new();
    for (id, entity) in table.iter() {
        let all = entity.names.iter().chain([&entity.id, &entity.ar]);
        let rank = all.filter_map(|name| rank(&fold(name), &wanted)).min();
        if let Some(rank) = rank {
            found.push((rank, u32::MAX - names.count(id).total(), id));
        }
    }
    found.sort_unstable();
    found.truncate(MOST);
    found.into_iter().map(|(_, _, id)| id).collect()
}

/// How well a folded name fits: the same, beginning so, with a word that does.
fn rank(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    if name.starts_with(wanted) {
        return Some(1);
    }
    let bare = |word: &str| word.strip_prefix("ال").unwrap_or(word).starts_with(wanted);
    let mut words = name.split_whitespace();
    words
        .any(|word| word.starts_with(wanted) || bare(word))
        .then_some(2)
}
