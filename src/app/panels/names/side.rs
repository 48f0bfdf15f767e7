//! The panel beside the view: what is counted, and how it is looked at.

use super::Panel;
use super::entity::unit_key;
use crate::app::command::Command;
use crate::app::entity_view::{
    Figures, NamesCommand, NamesLook, NamesOptions, NamesPart, NamingBy, SpellingRows, What,
    facet_name, type_key,
};
use crate::app::panels::legend::class_key;
use crate::app::panels::line_menus::menu_button;
use crate::entity::study::{Base, EdgeOrder, Unit};
use crate::ui::reading::{MarkClass, paint_class_line};
use crate::ui::widgets::{CONTROL, button, focus_ring, menu_item};
use crate::ui::{Place, Row, theme};
use egui::{
    CornerRadius, Id, Mesh, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// Room at the sides in points.
const SIDE: f32 = 16.0;
/// Room between two controls.
const GAP: f32 = 8.0;
/// Height of a heading.
const HEAD: f32 = 34.0;
/// Height of a switch.
const SWITCH: f32 = 30.0;
/// Nodes that a network can be asked for.
const NODES: [usize; 4] = [20, 40, 80, 120];

/// Draws the options of the part that is shown in `rect`; returns what is left
/// of it.
pub(super) fn options_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    shown: Option<&Figures>,
) -> Rect {
    let mut clipped = ui.new_child(UiBuilder::new().max_rect(rect));
    clipped.shrink_clip_rect(rect);
    let mut side = Side {
        room: rect.shrink2(vec2(SIDE, 8.0)),
        ui: &clipped,
        panel,
    };
    match side.panel.state.names_view.part {
        NamesPart::Table => {
            side.heading("names-types");
            let counts = shown.and_then(|shown| match &shown.what {
                What::Table(table) => Some(table.by_class),
                _ => None,
            });
            side.types(counts);
            side.heading("names-compared");
            side.base();
            if let Some(shown) = shown {
                side.compared(shown);
                side.chosen(shown);
            }
        }
        NamesPart::Entity => {}
        NamesPart::Naming => {
            side.heading("names-by");
            side.by();
            side.heading("names-together-rows");
            side.spellings();
        }
        NamesPart::Network => {
            side.heading("names-types");
            side.types(None);
            side.network();
        }
    }
    let room = side.room;
    Rect::from_min_max(pos2(rect.left(), room.top()), rect.max)
}

/// What a menu offers: the text, the command, and whether it is in force.
type Choice = (String, NamesCommand, bool);

/// The panel being drawn, from top to bottom.
struct Side<'a, 'p> {
    /// What is left of it.
    room: Rect,
    ui: &'a Ui,
    panel: &'a mut Panel<'p>,
}

impl Side<'_, '_> {
    fn options(&self) -> NamesOptions {
        self.panel.state.names_view.options
    }

    fn look(&self) -> NamesLook {
        self.panel.state.names_view.look.clone()
    }

    /// Takes `height` points at the top.
    fn take(&mut self, height: f32) -> Rect {
        let y = (self.room.top() + height).min(self.room.bottom());
        let (taken, room) = self.room.split_top_bottom_at_y(y);
        self.room = room;
        Rect::from_min_size(taken.min, vec2(taken.width(), height))
    }

    fn heading(&mut self, key: &str) {
        let place = self.take(HEAD);
        let text = self.panel.texts.get(key);
        let ink = self.panel.cx.palette.ink;
        let shown = (text.as_ref(), theme::small().bold(), ink);
        let painter = self.ui.painter();
        self.panel
            .cx
            .write(self.ui, painter, place, Place::Start, shown);
    }

    /// A menu whose button says `text`.
    fn menu(&mut self, id: &'static str, text: &str, choices: Vec<Choice>) {
        let place = self.take(CONTROL);
        self.take(GAP);
        let mut row = Row::new(place, self.panel.cx.right_to_left);
        let response = menu_button(self.ui, self.panel, &mut row, false, (id, text));
        let mut wanted = None;
        Popup::menu(&response).width(240.0).show(|ui| {
            for (name, command, is_on) in choices {
                if menu_item(&mut self.panel.cx, ui, &name, "", is_on).clicked() {
                    wanted = Some(command);
                }
            }
        });
        if let Some(command) = wanted {
            self.panel.names(command);
        }
    }

    /// A menu of texts with the one in force on its button.
    fn menu_of(&mut self, id: &'static str, choices: Vec<Choice>) {
        let now = choices.iter().find(|(.., is_on)| *is_on);
        let text = now.map_or_else(String::new, |(text, ..)| text.clone());
        self.menu(id, &text, choices);
    }

    /// The switches of the types, with these counts; two in a line where there
    /// is room.
    fn types(&mut self, counts: Option<[u32; 4]>) {
        let in_line = if self.room.width() >= 220.0 { 2 } else { 1 };
        for classes in MarkClass::NAMES.chunks(in_line) {
            let place = self.take(SWITCH);
            self.take(6.0);
            let width = if in_line == 2 {
                (place.width() - 6.0) / 2.0
            } else {
                place.width()
            };
            let mut row = Row::new(place, self.panel.cx.right_to_left);
            for class in classes {
                let n = counts.and_then(|counts| counts.get(*class as usize).copied());
                switch_ui(self.ui, row.start(width), self.panel, (*class, n));
                row.start(6.0);
            }
        }
        self.take(GAP);
    }

    fn base(&mut self) {
        let look = self.look();
        let choices = [
            (Base::Words, "names-per-words"),
            (Base::Mentions, "names-per-mentions"),
        ];
        let choices = choices.map(|(base, key)| {
            let name = self.panel.texts.get(key).into_owned();
            let is_on = look.base == base;
            let look = NamesLook {
                base,
                ..look.clone()
            };
            (name, NamesCommand::Look(look), is_on)
        });
        self.menu_of("names-base", choices.to_vec());
    }

    /// Which periods are compared, where there are more than two.
    fn compared(&mut self, shown: &Figures) {
        let look = self.look();
        let Some(compared) = shown.compared(&look) else {
            return;
        };
        let dated: Vec<usize> = shown
            .columns()
            .into_iter()
            .filter(|column| shown.periods.get(*column).is_some_and(Option::is_some))
            .collect();
        let facet = |column: usize| shown.periods.get(column).cloned().flatten();
        if dated.len() < 3 {
            return;
        }
        let texts = self.panel.texts;
        let ends: [(usize, &'static str, &str); 2] = [
            (0, "names-before", "names-from-period"),
            (1, "names-after", "names-to-period"),
        ];
        for (end, id, key) in ends {
            let choices: Vec<Choice> = dated
                .iter()
                .filter(|column| **column != compared[1 - end])
                .filter_map(|column| {
                    let mut columns = compared;
                    columns[end] = *column;
                    let [before, after] = columns.map(facet);
                    let look = NamesLook {
                        compared: Some([before?, after?]),
                        ..look.clone()
                    };
                    let name = facet_name(facet(*column).as_ref(), NamingBy::Period, texts);
                    Some((name, NamesCommand::Look(look), compared[end] == *column))
                })
                .collect();
            let now = facet_name(facet(compared[end]).as_ref(), NamingBy::Period, texts);
            let text = texts.with(key, &[("period", (&now).into())]);
            self.menu(id, &text, choices);
        }
    }

    /// The name that is chosen in the table, and what can be done with it.
    fn chosen(&mut self, shown: &Figures) {
        let id = self.panel.state.names_view.entity.clone();
        let Some(id) = id else {
            return;
        };
        let Some(entity) = shown.names.table().find(&id) else {
            return;
        };
        self.take(GAP);
        let known = shown.entity(entity);
        let place = self.take(30.0);
        let palette = self.panel.cx.palette;
        let painter = self.ui.painter();
        let words = (known.ar.as_ref(), theme::headline(16.0), palette.ink);
        self.panel
            .cx
            .write(self.ui, painter, place, Place::Start, words);
        let place = self.take(22.0);
        let kind = self.panel.texts.get(type_key(known.kind));
        let ink = MarkClass::of(known.kind).tone(palette).ink;
        let words = (kind.as_ref(), theme::small(), ink);
        self.panel
            .cx
            .write(self.ui, painter, place, Place::Start, words);
        self.take(GAP);
        for (key, command) in [
            ("names-open", NamesCommand::Open(id.clone())),
            ("names-compare", NamesCommand::Compare(id.clone())),
            ("names-concordance", NamesCommand::Concordance(id)),
        ] {
            let place = self.take(CONTROL);
            self.take(GAP);
            let text = self.panel.texts.get(key);
            let id = Id::unique(("names-side", key));
            if button(&mut self.panel.cx, self.ui, place, id, &text).clicked() {
                self.panel.names(command);
            }
        }
    }

    fn by(&mut self) {
        let look = self.look();
        let choices = [
            (NamingBy::Period, "names-by-period"),
            (NamingBy::Outlet, "names-by-outlet"),
        ];
        let choices = choices.map(|(by, key)| {
            let name = self.panel.texts.get(key).into_owned();
            let is_on = look.by == by;
            let look = NamesLook { by, ..look.clone() };
            (name, NamesCommand::Look(look), is_on)
        });
        self.menu_of("names-by", choices.to_vec());
    }

    fn spellings(&mut self) {
        let options = self.options();
        let choices = [
            (SpellingRows::Folded, "names-rows-folded"),
            (SpellingRows::Core, "names-rows-core"),
            (SpellingRows::Apart, "names-rows-apart"),
        ];
        let choices = choices.map(|(spellings, key)| {
            let name = self.panel.texts.get(key).into_owned();
            let is_on = options.spellings == spellings;
            let options = NamesOptions {
                spellings,
                ..options
            };
            (name, NamesCommand::Count(options), is_on)
        });
        self.menu_of("names-rows", choices.to_vec());
        let key = match options.spellings {
            SpellingRows::Folded => "names-rows-folded-hint",
            SpellingRows::Core => "names-rows-core-hint",
            SpellingRows::Apart => "names-rows-apart-hint",
        };
        let text = self.panel.texts.get(key).into_owned();
        self.sentence(&text);
    }

    fn network(&mut self) {
        let options = self.options();
        let texts = self.panel.texts;
        let nodes = NODES.map(|nodes| {
            let name = texts.with("count-names", &[("n", nodes.into())]);
            let changed = NamesOptions { nodes, ..options };
            (name, NamesCommand::Count(changed), options.nodes == nodes)
        });
        self.menu_of("names-nodes", nodes.to_vec());
        let units = Unit::ALL.map(|unit| {
            let changed = NamesOptions { unit, ..options };
            let name = texts.get(unit_key(unit)).into_owned();
            (name, NamesCommand::Count(changed), options.unit == unit)
        });
        self.menu_of("names-unit", units.to_vec());
        let edges = [
            (EdgeOrder::Association, "names-edges-association"),
            (EdgeOrder::Count, "names-edges-count"),
        ];
        let edges = edges.map(|(edges, key)| {
            let changed = NamesOptions { edges, ..options };
            let name = texts.get(key).into_owned();
            (name, NamesCommand::Count(changed), options.edges == edges)
        });
        self.menu_of("names-edges", edges.to_vec());
    }

    /// A sentence of several lines.
    fn sentence(&mut self, text: &str) {
        let style = crate::text::TextStyle {
            leading: 1.4,
            ..theme::small()
        };
        let (width, direction) = (self.room.width(), self.panel.cx.direction());
        let ctx = self.ui.ctx();
        let label = self
            .panel
            .cx
            .pen
            .lines(ctx, text, style, width, 6, direction);
        let place = self.take(label.size().y + GAP);
        let at = self.panel.cx.room(place, Place::Start, &label).min;
        let soft = self.panel.cx.palette.soft;
        label.paint(self.ui.painter(), pos2(at.x, place.top()), soft);
    }
}

/// A switch of a class: its sign, its name, how many names it has.
fn switch_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, (class, n): (MarkClass, Option<u32>)) {
    let is_on = panel.state.shown.has(class);
    let palette = panel.cx.palette;
    let name = panel.texts.get(class_key(class));
    let response = ui.interact(rect, Id::unique(("names-class", class)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name.as_ref()));
    let painter = ui.painter();
    let ground = match (is_on, response.hovered()) {
        (_, true) => palette.hover,
        (true, false) => palette.paper,
        (false, false) => palette.panel,
    };
    let line = Stroke::new(1.0, palette.line);
    painter.rect(
        rect,
        CornerRadius::same(6),
        ground,
        line,
        StrokeKind::Inside,
    );
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), panel.cx.right_to_left);
    let tone = class.tone(palette);
    let sample = Rect::from_center_size(row.start(24.0).center(), vec2(24.0, 20.0));
    let ink = if is_on { tone.ink } else { palette.faint };
    if is_on && class != MarkClass::People {
        painter.rect_filled(sample, CornerRadius::same(3), tone.tint);
    }
    let mut mesh = Mesh::default();
    paint_class_line(&mut mesh, sample, class, ink);
    painter.add(mesh);
    let words = ("أب", theme::small(), ink);
    panel.cx.write(ui, painter, sample, Place::Center, words);
    row.start(9.0);
    if let Some(n) = n {
        let text = panel.texts.number(n.into());
        let width = panel.cx.label(ui, &text, theme::small()).width();
        let words = (text.as_str(), theme::small(), palette.soft);
        let place = row.end(width);
        panel.cx.write(ui, painter, place, Place::End, words);
        row.end(4.0);
    }
    let color = if is_on { palette.ink } else { palette.soft };
    let words = (name.as_ref(), theme::small(), color);
    panel.cx.write(ui, painter, row.rest(), Place::Start, words);
    focus_ring(&panel.cx, painter, &response, 6);
    if response.clicked() {
        panel.send(Command::ToggleClass(class));
    }
}
