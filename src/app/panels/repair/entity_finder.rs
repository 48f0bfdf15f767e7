//! A field that finds an entity by the beginning of one of its names.

use super::entries::{Act, Entry, Page};
use super::subject::Subject;
use crate::app::panels::Panel;
use crate::arabic::fold;
use crate::base::EntityId;
use crate::entity::repair::{Reach, Repair};
use crate::entity::{Annotations, Entity};
use crate::jobs::Same;
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
    found: Option<(String, Same<Annotations>, Vec<EntityId>)>,
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

    /// The entities found, the most often named first, as the names have them
    /// now.
    pub(super) fn found<'a>(&mut self, panel: &Panel<'a>) -> Vec<&'a Entity> {
        let Some(names) = panel.state.annotations() else {
            return Vec::new();
        };
        let text = self.field.text().trim();
        let asked = (text, &Same::of(names));
        let known = self.found.as_ref();
        if known.is_none_or(|(text, of, _)| (text.as_str(), of) != asked) {
            self.found = Some((text.to_owned(), Same::of(names), find(names, text)));
        }
        let found = self.found.iter().flat_map(|(_, _, found)| found);
        found.filter_map(|id| names.table().get(*id)).collect()
    }

    /// A line for each entity found.
    pub(super) fn entries(
        &mut self,
        panel: &Panel<'_>,
        subject: &Subject,
        page: Page,
        reach: Reach,
    ) -> Vec<Entry> {
        let own = subject.entity();
        let mut entries = Vec::new();
        for entity in self.found(panel) {
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
    let kind = panel
        .texts
        .get(crate::app::panels::entity_card::type_key(entity.kind));
    if *entity.id == *entity.ar {
        return kind.into_owned();
    }
    format!("\u{2068}{}\u{2069} · {kind}", entity.id)
}

/// Entities with a name that begins like `text`, or of which a word does.
fn find(names: &Annotations, text: &str) -> Vec<EntityId> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, u32, EntityId)> = Vec::new();
    for (id, entity) in names.table().iter() {
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
