//! The panel beside the view: what is counted, and how it is looked at.

use super::entity::UNITS;
use crate::app::command::Command;
use crate::app::command::names::{NamesCommand, NamesLook, NamesOptions, NamesPart, NamingBy};
use crate::app::panels::Panel;
use crate::app::panels::entity_name::EntityName;
use crate::app::panels::legend::{class_switch, switches_in_line};
use crate::app::panels::options::{Choice, GAP, OptionsSide};
use crate::app::state::names::{Figures, NamesContent};
use crate::app::views::names::words::{facet_name, type_key};
use crate::entity::study::SpellingRows;
use crate::entity::study::{Base, PairOrder};
use crate::ui::reading::MarkClass;
use crate::ui::widgets::{CONTROL, button};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Id, Rect, Ui};

/// Height of a switch in points.
const SWITCH: f32 = 30.0;
/// Points between the sign of a switch and its name.
const APART: f32 = 9.0;
/// Nodes that a network can be asked for.
const NODES: [usize; 4] = [20, 40, 80, 120];
/// What shares are taken of.
const BASES: [(Base, &str); 2] = [
    (Base::Words, "names-per-words"),
    (Base::Mentions, "names-per-mentions"),
];
/// What spellings are compared by.
const COMPARED: [(NamingBy, &str); 2] = [
    (NamingBy::Period, "names-by-period"),
    (NamingBy::Outlet, "names-by-outlet"),
];
/// Which spellings share a row.
const SPELLINGS: [(SpellingRows, &str); 3] = [
    (SpellingRows::Folded, "names-rows-folded"),
    (SpellingRows::Core, "names-rows-core"),
    (SpellingRows::Apart, "names-rows-apart"),
];
/// Which pairs the network has.
const EDGES: [(PairOrder, &str); 2] = [
    (PairOrder::LogLikelihood, "names-edges-association"),
    (PairOrder::Count, "names-edges-count"),
];

/// Draws the options of the part that is shown in `rect`; returns what is left
/// of it.
pub(super) fn options_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    shown: Option<&Figures>,
) -> Rect {
    let view = &panel.state.names_view;
    let (options, look) = (view.options, &view.look);
    OptionsSide::show(ui, rect, panel, |side| match view.part {
        NamesPart::Table => {
            side.heading("names-types");
            let counts = shown.and_then(|shown| match &shown.what {
                NamesContent::Table(table) => Some(table.by_class),
                _ => None,
            });
            types(side, counts);
            side.heading("names-compared");
            let command = |base| {
                let look = look.clone();
                looked(NamesLook { base, ..look })
            };
            let choices = side.named(&BASES, look.base, command);
            side.menu_of("names-base", choices);
            if let Some(shown) = shown {
                compared(side, look, shown);
                chosen(side, shown);
            }
        }
        NamesPart::Entity => {}
        NamesPart::Naming => {
            side.heading("names-by");
            let command = |by| {
                let look = look.clone();
                looked(NamesLook { by, ..look })
            };
            let choices = side.named(&COMPARED, look.by, command);
            side.menu_of("names-by", choices);
            side.heading("names-together-rows");
            spellings(side, options);
        }
        NamesPart::Network => {
            side.heading("names-types");
            types(side, None);
            network(side, options);
        }
    })
}

const fn counted(options: NamesOptions) -> Command {
    Command::Names(NamesCommand::Count(options))
}

const fn looked(look: NamesLook) -> Command {
    Command::Names(NamesCommand::Look(look))
}

/// The switches of the types, with these counts; two in a line where there is
/// room.
fn types(side: &mut OptionsSide<'_, '_>, counts: Option<[u32; 4]>) {
    let count = |class: MarkClass| {
        let n = counts.and_then(|counts| counts.get(class as usize).copied());
        (class, n.map(u64::from))
    };
    let room = (side.room.width(), APART);
    let switches = MarkClass::NAMES.map(count);
    let in_line = switches_in_line(side.ui, side.panel, switches, room);
    for classes in MarkClass::NAMES.chunks(in_line) {
        let place = side.take(SWITCH);
        side.take(6.0);
        let width = if in_line == 2 {
            (place.width() - 6.0) / 2.0
        } else {
            place.width()
        };
        let mut row = RowRoom::new(place, side.panel.cx.right_to_left);
        for class in classes {
            let (room, named) = (row.start(width), count(*class));
            class_switch(side.ui, "names-class", room, side.panel, named, APART);
            row.start(6.0);
        }
    }
    side.take(GAP);
}

/// Which periods are compared, where there are more than two.
fn compared(side: &mut OptionsSide<'_, '_>, look: &NamesLook, shown: &Figures) {
    let Some(compared) = shown.compared(look) else {
        return;
    };
    let mut dated = shown.columns();
    dated.retain(|column| shown.periods.get(*column).is_some_and(Option::is_some));
    let facet = |column: usize| shown.periods.get(column).cloned().flatten();
    if dated.len() < 3 {
        return;
    }
    let texts = side.panel.texts;
    let ends: [(usize, &'static str, &str); 2] = [
        (0, "names-before", "names-from-period"),
        (1, "names-after", "names-to-period"),
    ];
    for (end, id, key) in ends {
        let others = dated.iter().filter(|n| **n != compared[1 - end]);
        let choices = others.filter_map(|column| -> Option<Choice> {
            let mut columns = compared;
            columns[end] = *column;
            let [before, after] = columns.map(facet);
            let command = looked(NamesLook {
                compared: Some([before?, after?]),
                ..look.clone()
            });
            let name = facet_name(facet(*column).as_ref(), NamingBy::Period, texts);
            Some((name, command, compared[end] == *column))
        });
        let choices = choices.collect();
        let now = facet_name(facet(compared[end]).as_ref(), NamingBy::Period, texts);
        let text = texts.with(key, &[("period", (&now).into())]);
        side.menu(id, &text, choices);
    }
}

/// The name that is chosen in the table, and what can be done with it.
fn chosen(side: &mut OptionsSide<'_, '_>, shown: &Figures) {
    let Some(id) = side.panel.state.names_view.entity.clone() else {
        return;
    };
    let Some(entity) = shown.names.table().find(&id) else {
        return;
    };
    side.take(GAP);
    let known = shown.entity(entity);
    let place = side.take(30.0);
    let palette = side.panel.cx.palette;
    let name = EntityName::of(known, side.panel.texts.language());
    let words = (name.first, theme::headline(16.0), palette.ink);
    side.panel.write(side.ui, place, TextPlace::Start, words);
    if let Some(second) = name.second {
        let place = side.take(24.0);
        let words = (second, theme::headline(14.0), palette.soft);
        side.panel.write(side.ui, place, TextPlace::Start, words);
    }
    let place = side.take(22.0);
    let kind = side.panel.texts.get(type_key(known.kind));
    let ink = MarkClass::of(known.kind).tone(palette).ink;
    let words = (kind.as_ref(), theme::small(), ink);
    side.panel.write(side.ui, place, TextPlace::Start, words);
    side.take(GAP);
    for (key, command) in [
        ("names-open", NamesCommand::Open(id.clone())),
        ("names-compare", NamesCommand::Compare(id.clone())),
        ("names-concordance", NamesCommand::Concordance(id)),
    ] {
        let place = side.take(CONTROL);
        side.take(GAP);
        let text = side.panel.texts.get(key);
        let id = Id::unique(("names-side", key));
        if button(&mut side.panel.cx, side.ui, place, id, &text).clicked() {
            side.panel.names(command);
        }
    }
}

fn spellings(side: &mut OptionsSide<'_, '_>, options: NamesOptions) {
    let choices = side.named(&SPELLINGS, options.spellings, |spellings| {
        counted(NamesOptions {
            spellings,
            ..options
        })
    });
    side.menu_of("names-rows", choices);
    let key = match options.spellings {
        SpellingRows::Folded => "names-rows-folded-hint",
        SpellingRows::Core => "names-rows-core-hint",
        SpellingRows::Apart => "names-rows-apart-hint",
    };
    let text = side.panel.texts.get(key);
    side.sentence(&text);
}

fn network(side: &mut OptionsSide<'_, '_>, options: NamesOptions) {
    let texts = side.panel.texts;
    let nodes = NODES.map(|nodes| {
        let name = texts.with("count-names", &[("n", nodes.into())]);
        let command = counted(NamesOptions { nodes, ..options });
        (name, command, options.nodes == nodes)
    });
    side.menu_of("names-nodes", nodes.into());
    let command = |unit| counted(NamesOptions { unit, ..options });
    let units = side.named(&UNITS, options.unit, command);
    side.menu_of("names-unit", units);
    let command = |edges| counted(NamesOptions { edges, ..options });
    let edges = side.named(&EDGES, options.edges, command);
    side.menu_of("names-edges", edges);
}
