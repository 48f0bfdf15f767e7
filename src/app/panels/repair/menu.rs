//! The menu of what is selected, or of a mention: what a reader can repair.

use super::card_parts::entry;
use super::entity_finder::{EntityFinder, FINDER_FIELD};
use super::entries::{Act, MenuEntry, MenuPage, entries};
use super::subject::Subject;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::repairs::{Finder, RepairCommand};
use crate::entity::repair::{Repair, RepairReach};
use crate::text::BaseDirection;
use crate::ui::widgets::{chip, chip_width, floating_frame, focus_ring, pressed_beside};
use crate::ui::{RowRoom, SearchField, SearchFieldLook, TextPlace, is_writing, theme};
use egui::{
    Area, CornerRadius, EventFilter, Id, Key, Modifiers, Order, Rect, Role, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

/// The name of what has the keyboard while the menu is open.
pub(in crate::app) const REPAIR_MENU: &str = "repair-menu";
/// The names of its fields.
const REPAIR_FIELDS: [&str; 2] = ["repair-name-ar", "repair-name-en"];
const WIDTH: f32 = 330.0;
const LINE: f32 = 31.0;
/// Points between the words and the menu.
const GAP: f32 = 8.0;
/// Every reach, as the chips stand.
const REACHES: [(RepairReach, &str); 3] = [
    (RepairReach::Here, "repair-scope-here"),
    (RepairReach::Article, "repair-scope-article"),
    (RepairReach::Everywhere, "repair-scope-everywhere"),
];

/// The state of the menu.
pub(in crate::app) struct RepairMenu {
    open: Option<Open>,
    reach: RepairReach,
    chosen: usize,
    finder: EntityFinder,
    fields: [SearchField; 2],
    /// How high the menu was when it was last drawn, in points.
    height: f32,
}

struct Open {
    subject: Subject,
    page: MenuPage,
    /// Where the words stand on the screen.
    at: Rect,
    takes_focus: bool,
}

impl Default for RepairMenu {
    fn default() -> Self {
        Self {
            open: None,
            reach: RepairReach::Here,
            chosen: 0,
            finder: EntityFinder::new(FINDER_FIELD, Finder::Menu),
            fields: REPAIR_FIELDS.map(|name| SearchField::plain(Id::unique(name))),
            height: 330.0,
        }
    }
}

impl RepairMenu {
    /// Opens it beside the words, which stand at `at` on the screen.
    pub(in crate::app) fn open(&mut self, subject: Option<Subject>, at: Rect) {
        self.chosen = 0;
        // How far the last repair reached says nothing of this one.
        self.reach = RepairReach::Here;
        self.open = subject.map(|subject| Open {
            subject,
            page: MenuPage::Top,
            at,
            takes_focus: true,
        });
    }

    pub(in crate::app) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Draws it while it is open.
    pub(in crate::app) fn show(&mut self, ui: &Ui, panel: &mut Panel<'_>) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        if open.subject.revision != panel.state.article_revision {
            return;
        }
        let id = Id::unique(REPAIR_MENU);
        let window = ui.ctx().content_rect();
        let place = self.place(window, open.at);
        let mut act = None;
        let shown = Area::new(id.with("area"))
            .order(Order::Foreground)
            .fixed_pos(place)
            .constrain(true)
            .show(ui.ctx(), |ui| {
                let palette = panel.cx.palette;
                floating_frame(palette).inner_margin(8.0).show(ui, |ui| {
                    ui.set_width(WIDTH - 16.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    act = self.content_ui(ui, panel, &mut open);
                });
            });
        self.height = shown.response.rect.height();
        let room = shown.response.rect;
        let is_left = pressed_beside(ui, room);
        match act {
            Some(Act::Close) => close(ui),
            Some(act) => self.act(ui, panel, open, act),
            None if is_left => {}
            None => self.open = Some(open),
        }
    }

    /// Below the words, or above them where there is no room.
    fn place(&self, window: Rect, at: Rect) -> egui::Pos2 {
        let x = (at.center().x - WIDTH / 2.0).clamp(4.0, (window.right() - WIDTH - 8.0).max(4.0));
        let below = at.bottom() + GAP;
        if below + self.height <= window.bottom() - 4.0 {
            return pos2(x, below);
        }
        pos2(x, (at.top() - GAP - self.height).max(window.top() + 4.0))
    }

    fn act(&mut self, ui: &Ui, panel: &mut Panel<'_>, mut open: Open, act: Act) {
        match act {
            Act::Ask(repair) => {
                panel.ask(*repair);
                close(ui);
            }
            Act::Edit => {
                let entity = open.subject.entity();
                panel.send(Command::LookAt(entity.map(String::into_boxed_str)));
                panel.send(Command::Repair(RepairCommand::Edit(true)));
                close(ui);
            }
            Act::Words(span) => {
                open.subject.words.span = span;
                self.open = Some(open);
            }
            Act::Go(page) => {
                self.chosen = 0;
                open.page = page;
                open.takes_focus = true;
                if page == MenuPage::Rename {
                    self.fill_names(panel, &open.subject);
                }
                if page.finds_entities() {
                    self.finder.clear();
                }
                self.open = Some(open);
            }
            Act::Rename => {
                if let Some(repair) = self.renamed(panel, &open.subject) {
                    panel.ask(repair);
                }
                close(ui);
            }
            Act::Close => close(ui),
        }
    }

    fn fill_names(&mut self, panel: &Panel<'_>, subject: &Subject) {
        let id = subject.entity().unwrap_or_default();
        let en = entry(panel, &id).and_then(|entry| entry.en.clone());
        let ar = panel
            .state
            .table()
            .and_then(|table| Some(table.known_as(&id)?.ar.to_string()));
        self.fields[0].set_text(&ar.unwrap_or_default());
        self.fields[1].set_text(&en.unwrap_or_default());
    }

    fn content_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, open: &mut Open) -> Option<Act> {
        let entries = if open.page.finds_entities() {
            self.finder
                .entries(panel, &open.subject, open.page, self.reach)
        } else {
            entries(panel, &open.subject, open.page, self.reach)
        };
        let mut act = self.keys(ui, panel, open, &entries);
        head_ui(ui, panel, &open.subject);
        let writes = open.page.finds_entities() || open.page == MenuPage::Rename;
        if !writes {
            grab_keys(ui, panel, open.takes_focus);
        }
        if open.page.has_scope() {
            ui.add_space(3.0);
            self.scope_ui(ui, panel);
        } else {
            ui.add_space(6.0);
        }
        if open.page.finds_entities() {
            self.finder.show(ui, panel, open.takes_focus);
        } else if open.page == MenuPage::Rename {
            self.rename_ui(ui, panel, open.takes_focus);
        }
        open.takes_focus = false;
        ui.add_space(4.0);
        for (index, entry) in entries.into_iter().enumerate() {
            if self.entry_ui(ui, panel, &entry, index) {
                act = Some(entry.act);
            }
        }
        if open.page.finds_entities() {
            let own = open.subject.entity();
            self.finder.hint_ui(ui, panel, own.as_deref());
        }
        act
    }

    fn keys(
        &mut self,
        ui: &Ui,
        panel: &Panel<'_>,
        open: &Open,
        entries: &[MenuEntry],
    ) -> Option<Act> {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let last = entries.len().saturating_sub(1);
        if pressed(Key::ArrowDown) {
            self.chosen = if self.chosen >= last {
                0
            } else {
                self.chosen + 1
            };
        }
        if pressed(Key::ArrowUp) {
            self.chosen = if self.chosen == 0 {
                last
            } else {
                self.chosen - 1
            };
        }
        self.chosen = self.chosen.min(last);
        // What lies over it takes the key first.
        if !panel.state.palette_open && pressed(Key::Escape) {
            return Some(match open.page {
                MenuPage::Top => Act::Close,
                _ => Act::Go(MenuPage::Top),
            });
        }
        let writes = open.page.finds_entities() || open.page == MenuPage::Rename;
        let focused = ui.memory(egui::Memory::focused);
        let is_own = focused.is_none_or(|id| id == Id::unique(REPAIR_MENU)) || is_writing(ui.ctx());
        // From button to button the arrows only lead the keyboard.
        if !writes && is_own && open.page.has_scope() {
            let at = REACHES.iter().position(|(reach, _)| *reach == self.reach);
            let (next, before) = if panel.cx.right_to_left {
                (Key::ArrowLeft, Key::ArrowRight)
            } else {
                (Key::ArrowRight, Key::ArrowLeft)
            };
            let step = usize::from(pressed(next)) + 2 * usize::from(pressed(before));
            if let Some((reach, _)) = at.and_then(|at| REACHES.get((at + step) % REACHES.len())) {
                self.reach = *reach;
            }
        }
        // What is shown while one writes may be what was found before.
        let is_found = !open.page.finds_entities() || self.finder.is_done(panel);
        // Elsewhere in the menu the key presses what has the keyboard.
        if !is_own || !is_found || !pressed(Key::Enter) {
            return None;
        }
        entries.get(self.chosen).map(|entry| entry.act.clone())
    }

    /// The names that stand in the fields, where they are new.
    fn renamed(&self, panel: &Panel<'_>, subject: &Subject) -> Option<Repair> {
        let entity = subject.entity()?;
        let known = panel
            .state
            .table()
            .and_then(|table| Some(table.known_as(&entity)?.ar.to_string()));
        let [ar, en] = self
            .fields
            .each_ref()
            .map(|field| field.text().trim().to_owned());
        let entry = entry(panel, &entity);
        let old_en = entry.and_then(|entry| entry.en.clone()).unwrap_or_default();
        Some(Repair::Rename {
            entity,
            ar: Some(ar).filter(|ar| !ar.is_empty() && Some(ar) != known.as_ref()),
            en: Some(en).filter(|en| *en != old_en),
        })
    }

    fn rename_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, takes_focus: bool) {
        for (nth, field) in self.fields.iter_mut().enumerate() {
            let key = if nth == 0 {
                "repair-name-ar"
            } else {
                "repair-name-en"
            };
            let name = panel.texts.get(key);
            let look = SearchFieldLook {
                placeholder: &name,
                hint: "",
                name: &name,
                clear_name: &panel.texts.get("search-clear"),
                right_to_left: panel.cx.right_to_left,
                width: ui.available_width(),
                height: 34.0,
            };
            if takes_focus && nth == 0 {
                field.request_focus();
            }
            field.show(ui, panel.cx.pen, panel.cx.palette, &look);
            ui.add_space(6.0);
        }
    }

    fn scope_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
        let mut row = RowRoom::new(rect.shrink2(vec2(4.0, 4.0)), panel.cx.right_to_left);
        for (reach, key) in REACHES {
            let text = panel.texts.get(key);
            let width = chip_width(&mut panel.cx, ui, &text);
            let is_on = self.reach == reach;
            let tone = if is_on {
                panel.cx.palette.accent
            } else {
                panel.period_tone(None)
            };
            let shown = (&*text, is_on, tone);
            let place = row.start(width);
            if chip(&mut panel.cx, ui, place, Id::unique(key), shown).clicked() {
                self.reach = reach;
            }
            row.start(6.0);
        }
    }

    /// One line of the menu; whether it was pressed.
    fn entry_ui(
        &mut self,
        ui: &mut Ui,
        panel: &mut Panel<'_>,
        entry: &MenuEntry,
        index: usize,
    ) -> bool {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &entry.text));
        if response.hovered() && ui.input(|i| i.pointer.is_moving()) {
            self.chosen = index;
        }
        if response.gained_focus() {
            self.chosen = index;
        }
        let palette = panel.cx.palette;
        let painter = ui.painter().clone();
        if index == self.chosen {
            painter.rect_filled(rect, CornerRadius::same(6), palette.accent.tint);
        }
        let mut row = RowRoom::new(rect.shrink2(vec2(10.0, 0.0)), panel.cx.right_to_left);
        if !entry.hint.is_empty() {
            let style = theme::small();
            let width = panel
                .cx
                .label(ui, &entry.hint, style)
                .width()
                .min(rect.width() / 2.0);
            let shown = (entry.hint.as_str(), style, palette.soft);
            panel
                .cx
                .write(ui, &painter, row.end(width), TextPlace::End, shown);
            row.end(8.0);
        }
        let shown = (entry.text.as_str(), theme::text(), palette.ink);
        panel
            .cx
            .write(ui, &painter, row.rest(), TextPlace::Start, shown);
        focus_ring(&panel.cx, &painter, &response, 6);
        response.clicked()
    }
}

/// The words, and what they are.
fn head_ui(ui: &mut Ui, panel: &mut Panel<'_>, subject: &Subject) {
    let words = subject.text(panel.state).replace('\n', " ");
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let rect = rect.shrink2(vec2(10.0, 0.0));
    let painter = ui.painter().clone();
    let (style, direction) = (theme::headline(17.0), BaseDirection::RightToLeft);
    let pen = &mut *panel.cx.pen;
    let label = pen.lines(ui.ctx(), &words, style, rect.width(), 1, direction);
    let x = if panel.cx.right_to_left {
        rect.right() - label.width()
    } else {
        rect.left()
    };
    let at = pos2(x, rect.center().y - label.size().y / 2.0);
    label.paint(&painter, at, panel.cx.palette.ink);
    let Some((mention, entity)) = subject.mention.zip(subject.entity.as_ref()) else {
        return;
    };
    let kind = panel
        .texts
        .get(crate::app::panels::entity_card::type_key(mention.kind));
    let shown = if *entity.ar == *words {
        kind.into_owned()
    } else {
        format!("{kind} · \u{2068}{}\u{2069}", entity.ar)
    };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let color = crate::ui::reading::MarkClass::of(mention.kind)
        .tone(panel.cx.palette)
        .ink;
    let rect = rect.shrink2(vec2(10.0, 0.0));
    let shown = (shown.as_str(), theme::small(), color);
    panel.cx.write(ui, &painter, rect, TextPlace::Start, shown);
}

/// Gives the menu the keyboard, so that letters and arrows are its own.
fn grab_keys(ui: &mut Ui, panel: &Panel<'_>, takes_focus: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let id = Id::unique(REPAIR_MENU);
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let name = panel.texts.get("repair-menu");
    response.widget_info(|| WidgetInfo::labeled(Role::Menu, true, &*name));
    if takes_focus {
        response.request_focus();
    }
    let keys = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        tab: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
}

/// The keyboard goes back to the text.
fn close(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Id::unique("reading-pane")));
}
