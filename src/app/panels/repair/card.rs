//! The editor of an entity: its names, spellings, note, and what it may be
//! the same as.

use super::card_parts::{
    are_different, button_line, entry, free_id, head_ui, likeness_key, section_ui,
};
use super::entity_finder::{EntityFinder, about};
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::repairs::{Finder, RepairCommand};
use crate::app::state::looked_at::LookedAt;
use crate::base::EntityId;
use crate::entity::repair::Repair;
use crate::entity::{Entity, Likeness};
use crate::ui::widgets::{
    button, button_width, floating_frame, focus_ring, icon_button, pressable,
};
use crate::ui::{Icon, RowRoom, SearchField, SearchFieldLook, TextPlace, theme};
use egui::{
    Area, CornerRadius, Id, Key, Modifiers, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The names of its fields.
const CARD_FIELDS: [&str; 4] = ["card-name-ar", "card-name-en", "card-note", "card-spelling"];
/// The name of the field that finds an entity to merge with.
const CARD_FINDER: &str = "card-finder";
const WIDTH: f32 = 430.0;
const LINE: f32 = 28.0;
/// Points of the name before a field.
const LABEL: f32 = 104.0;
/// Spellings that are listed.
const MOST_SPELLINGS: usize = 8;
/// Entities that are offered to merge with.
const MOST_FOUND: usize = 4;
/// Entities that it may be.
const MOST_PROPOSED: usize = 3;

/// The state of the editor.
pub(in crate::app) struct RepairCard {
    /// The entity as the fields were last filled.
    filled: Option<Arc<LookedAt>>,
    fields: [SearchField; 4],
    finder: EntityFinder,
    ticked: BTreeSet<String>,
    height: f32,
}

impl Default for RepairCard {
    fn default() -> Self {
        Self {
            filled: None,
            fields: CARD_FIELDS.map(|name| SearchField::plain(Id::unique(name))),
            finder: EntityFinder::new(CARD_FINDER, Finder::Card),
            ticked: BTreeSet::new(),
            height: 0.0,
        }
    }
}

impl RepairCard {
    /// Draws it over `main`, while an entity is being edited.
    pub(in crate::app) fn show(&mut self, ui: &Ui, main: Rect, panel: &mut Panel<'_>) {
        let card = panel.state.card().cloned();
        let Some(card) = card.filter(|_| panel.state.repairs.editing) else {
            self.filled = None;
            return;
        };
        self.fill(panel, &card);
        let at = pos2(
            main.center().x - WIDTH / 2.0,
            (main.center().y - self.height / 2.0).max(main.top() + 8.0),
        );
        let shown = Area::new(Id::unique("repair-card"))
            .order(Order::Middle)
            .fixed_pos(at)
            .constrain(true)
            .show(ui.ctx(), |ui| {
                let palette = panel.cx.palette;
                floating_frame(palette).inner_margin(16.0).show(ui, |ui| {
                    ui.set_width(WIDTH - 32.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    self.content_ui(ui, panel, &card);
                });
            });
        self.height = shown.response.rect.height();
    }

    /// Fills the fields from what the files say.
    fn fill(&mut self, panel: &Panel<'_>, card: &Arc<LookedAt>) {
        let known = card.known();
        match &self.filled {
            Some(filled) if Arc::ptr_eq(filled, card) => return,
            Some(filled) if filled.known().id == known.id => {}
            _ => {
                self.finder.clear();
                self.fields[0].request_focus();
            }
        }
        self.filled = Some(Arc::clone(card));
        let entry = entry(panel, &known.id);
        let en = entry.and_then(|entry| entry.en.as_deref());
        let note = entry.and_then(|entry| entry.note.as_deref());
        let texts = [
            &*known.ar,
            en.unwrap_or_default(),
            note.unwrap_or_default(),
            "",
        ];
        for (field, text) in self.fields.iter_mut().zip(texts) {
            field.set_text(text);
        }
        self.ticked.clear();
    }

    fn content_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, card: &LookedAt) {
        let known = card.known();
        let id = known.id.to_string();
        let mut closes = head_ui(ui, panel, known);
        // What is shown over it takes the key first.
        closes |= panel.state.repairs.shown().is_none()
            && !panel.state.palette_open
            && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
        let keys = [
            "repair-name-ar",
            "repair-name-en",
            "repair-note",
            "repair-add-spelling",
        ];
        for nth in 0..3 {
            if self.field_ui(ui, panel, nth, keys.get(nth).copied().unwrap_or_default()) {
                let entry = entry(panel, &id);
                let en = entry.and_then(|entry| entry.en.as_deref());
                let repair = self.written(&id, nth, (&known.ar, en.unwrap_or_default()));
                panel.ask(repair);
            }
        }
        section_ui(ui, panel, "card-spellings");
        self.spellings_ui(ui, panel, card);
        if self.field_ui(ui, panel, 3, keys[3]) {
            panel.ask(Repair::AddSpelling {
                entity: id.clone(),
                spelling: self.fields[3].text().trim().to_owned(),
            });
        }
        Self::proposals_ui(ui, panel, card);
        section_ui(ui, panel, "repair-merge-with");
        self.merge_ui(ui, panel, known);
        if closes {
            panel.send(Command::Repair(RepairCommand::Edit(false)));
            // The keyboard goes back to where it was.
            ui.memory_mut(egui::Memory::stop_text_input);
        }
    }

    /// What the field with that place asks for; `ar` and `en` are the names as
    /// they are.
    fn written(&self, id: &str, nth: usize, (ar, en): (&str, &str)) -> Repair {
        let text = self
            .fields
            .get(nth)
            .map_or("", |field| field.text())
            .trim()
            .to_owned();
        let entity = id.to_owned();
        match nth {
            0 => Repair::Rename {
                entity,
                ar: Some(text).filter(|text| text != ar),
                en: None,
            },
            1 => Repair::Rename {
                entity,
                ar: None,
                en: Some(text).filter(|text| text != en),
            },
            _ => Repair::SetNote { entity, note: text },
        }
    }

    /// One field with its name; whether Enter was pressed in it.
    fn field_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, nth: usize, key: &str) -> bool {
        let name = panel.texts.get(key);
        let clear_name = panel.texts.get("search-clear");
        let look = SearchFieldLook {
            placeholder: &name,
            hint: "",
            name: &name,
            clear_name: &clear_name,
            right_to_left: panel.cx.right_to_left,
            width: ui.available_width() - LABEL,
            height: 32.0,
        };
        let Some(field) = self.fields.get_mut(nth) else {
            return false;
        };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
        let mut row = RowRoom::new(rect, panel.cx.right_to_left);
        let painter = ui.painter().clone();
        let shown = (&*name, theme::small(), panel.cx.palette.soft);
        let room = row.start(LABEL);
        panel.cx.write(ui, &painter, room, TextPlace::Start, shown);
        let mut room = ui.new_child(UiBuilder::new().max_rect(row.rest()));
        let answer = field.show(&mut room, panel.cx.pen, panel.cx.palette, &look);
        ui.add_space(5.0);
        answer.submitted
    }

    fn spellings_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, card: &LookedAt) {
        let id = &card.known().id;
        for spelling in card.spellings.iter().take(MOST_SPELLINGS) {
            let n: u32 = spelling.by_period.iter().sum();
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
            let mut row = RowRoom::new(rect, panel.cx.right_to_left);
            let form = &spelling.form;
            let args = [("words", form.as_str().into())];
            let remove = panel.texts.with("repair-remove-spelling", &args);
            let place = row.end(24.0);
            let close = Id::unique(("remove-spelling", form));
            if icon_button(&mut panel.cx, ui, place, close, Icon::Close, &remove).clicked() {
                panel.ask(Repair::RemoveSpelling {
                    entity: id.to_string(),
                    spelling: form.clone(),
                });
            }
            let number = panel.texts.number(n.into());
            let painter = ui.painter().clone();
            let soft = panel.cx.palette.soft;
            let room = row.end(44.0);
            let shown = (number.as_str(), theme::small(), soft);
            panel.cx.write(ui, &painter, room, TextPlace::End, shown);
            self.tick_ui(ui, panel, row.rest(), form);
        }
        if !self.ticked.is_empty() {
            let text = panel.texts.get("repair-split");
            ui.add_space(4.0);
            if button_line(ui, panel, "repair-split", &text) {
                let spellings: Vec<String> = self.ticked.iter().cloned().collect();
                let into = free_id(panel, spellings.first().map_or("", String::as_str));
                panel.ask(Repair::Split {
                    entity: id.to_string(),
                    spellings,
                    into,
                });
            }
        }
        ui.add_space(5.0);
    }

    /// A spelling with a box to tick.
    fn tick_ui(&mut self, ui: &Ui, panel: &mut Panel<'_>, rect: Rect, form: &str) {
        let is_on = self.ticked.contains(form);
        let response = ui.interact(rect, Id::unique(("tick-spelling", form)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, form));
        let palette = panel.cx.palette;
        let painter = ui.painter();
        let mut row = RowRoom::new(rect, panel.cx.right_to_left);
        let square = Rect::from_center_size(row.start(22.0).center(), vec2(15.0, 15.0));
        let line = Stroke::new(
            1.0,
            if is_on {
                palette.accent.ink
            } else {
                palette.faint
            },
        );
        painter.rect(
            square,
            CornerRadius::same(3),
            palette.paper,
            line,
            StrokeKind::Inside,
        );
        if is_on {
            Icon::Check.paint(painter, square, palette.accent.ink);
        }
        row.start(4.0);
        let shown = (form, theme::text(), palette.ink);
        panel
            .cx
            .write(ui, painter, row.rest(), TextPlace::Start, shown);
        focus_ring(&panel.cx, painter, &response, 5);
        if response.clicked() && !self.ticked.remove(form) {
            self.ticked.insert(form.to_owned());
        }
    }

    /// Entities that may be the same, with both answers.
    fn proposals_ui(ui: &mut Ui, panel: &mut Panel<'_>, card: &LookedAt) {
        let (entity, table) = (card.entity(), card.table());
        let names = panel.state.annotations();
        // Proposals are about the entities of their own table.
        let names = names.filter(|names| Arc::ptr_eq(names.table(), table));
        let proposed = panel.state.repairs.proposed_for(names);
        let others: Vec<(EntityId, EntityId, Likeness)> = proposed
            .iter()
            .filter(|p| p.kept == entity || p.merged == entity)
            .filter(|p| !are_different(panel, table, p.kept, p.merged))
            .take(MOST_PROPOSED)
            .map(|p| (p.kept, p.merged, p.likeness))
            .collect();
        if others.is_empty() {
            return;
        }
        section_ui(ui, panel, "repair-proposals");
        for (kept, merged, likeness) in others {
            let other = if kept == entity { merged } else { kept };
            let Some((into, from)) = table.get(kept).zip(table.get(merged)) else {
                continue;
            };
            let shown = if kept == entity { from } else { into };
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
            let mut row = RowRoom::new(rect.shrink2(vec2(0.0, 2.0)), panel.cx.right_to_left);
            let (from, into) = (from.id.to_string(), into.id.to_string());
            for (key, repair) in [
                (
                    "repair-different",
                    Repair::DifferentFrom {
                        entity: into.clone(),
                        other: from.clone(),
                    },
                ),
                ("repair-merge", Repair::Merge { from, into }),
            ] {
                let text = panel.texts.get(key);
                let place = row.end(button_width(&mut panel.cx, ui, &text));
                row.end(6.0);
                if button(&mut panel.cx, ui, place, Id::unique((key, other)), &text).clicked() {
                    panel.ask(repair);
                }
            }
            let why = panel.texts.get(likeness_key(likeness));
            let text = format!("\u{2068}{}\u{2069} · {why}", shown.ar);
            let painter = ui.painter().clone();
            let shown = (text.as_str(), theme::small(), panel.cx.palette.ink);
            panel
                .cx
                .write(ui, &painter, row.rest(), TextPlace::Start, shown);
        }
    }

    fn merge_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, entity: &Entity) {
        self.finder.show(ui, panel, false);
        ui.add_space(3.0);
        let found = self.finder.found(panel).into_iter();
        for known in found.filter(|other| other.id != entity.id).take(MOST_FOUND) {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
            let args = [("name", (&*known.ar).into())];
            let name = panel.texts.with("repair-merge-into", &args);
            let response = pressable(ui, rect, Id::unique(("merge-into", &known.id)), &name);
            let painter = ui.painter().clone();
            if response.hovered() || response.has_focus() {
                painter.rect_filled(rect, CornerRadius::same(6), panel.cx.palette.hover);
            }
            focus_ring(&panel.cx, &painter, &response, 6);
            let mut row = RowRoom::new(rect.shrink2(vec2(8.0, 0.0)), panel.cx.right_to_left);
            let hint = about(panel, known);
            let room = row.end(rect.width() / 2.0);
            let shown = (hint.as_str(), theme::small(), panel.cx.palette.soft);
            panel.cx.write(ui, &painter, room, TextPlace::End, shown);
            let shown = (&*known.ar, theme::text(), panel.cx.palette.ink);
            panel
                .cx
                .write(ui, &painter, row.rest(), TextPlace::Start, shown);
            if response.clicked() {
                let (from, into) = (entity.id.to_string(), known.id.to_string());
                panel.ask(Repair::Merge { from, into });
            }
        }
        if self.finder.is_asked() {
            self.finder.hint_ui(ui, panel, Some(&entity.id));
        }
    }
}

impl Panel<'_> {
    /// Asks for a repair.
    pub(super) fn ask(&mut self, repair: Repair) {
        let command = RepairCommand::Ask(Box::new(repair));
        self.send(Command::Repair(command));
    }
}
