//! The charts of names, their files, and every look of the view.

use crate::corpora::Folder;
use crate::names::{
    KARABAKH, annotations, counts, in_english, items, names, rows_of, shown, written,
};
use crate::support::{CTRL, Look, Window};
use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use std::fs;
use warraq::analysis::statistics::TableFormat;
use warraq::app::annotated_export::AnnotatedFormat;
use warraq::app::settings::ThemeChoice;
use warraq::app::views::names::{
    NamesCommand, NamesLook, NamesOptions, NamesPart, NamingBy, SpellingRows,
};
use warraq::app::{Command, Export, PlotFormat, UiCommand};
use warraq::texts::Language;

#[test]
fn spellings_are_compared_by_period_and_by_outlet() {
    let mut window = shown(NamesPart::Naming);
    names(&mut window, NamesCommand::Compare(KARABAKH.into()));
    let found = annotations();
    let entity = found.table().find(KARABAKH).expect("known");
    let spellings = written(KARABAKH);
    let by_period = [0, 1].map(|column| spellings.values().map(|n| n[column]).sum::<u32>());
    let named = found.count(entity).by_period;
    assert!(by_period[0] > named[0], "longer names hold it as well");
    let table = window.text("names-naming");
    let sum = |window: &Window, heading: &str| -> u32 {
        let rows = rows_of(window, &table);
        let starts = format!("{heading}: ");
        rows.iter()
            .filter_map(|(row, _)| {
                let cells: Vec<&str> = row.split(" · ").collect();
                let n = cells
                    .iter()
                    .find_map(|cell| cell.strip_prefix(&starts))?
                    .parse::<u32>();
                Some(n.expect("a number"))
            })
            .sum()
    };
    for (column, period) in ["2020", "2023"].into_iter().enumerate() {
        assert_eq!(sum(&window, period), by_period[column], "{period}");
    }
    let stretches = window.nodes(Role::GraphicsSymbol).len();
    assert!(stretches >= 8, "{stretches}");
    let rows = rows_of(&window, &table).len();
    let options = NamesOptions {
        spellings: SpellingRows::Core,
        ..NamesOptions::default()
    };
    names(&mut window, NamesCommand::Count(options));
    let grouped = rows_of(&window, &table).len();
    assert!(grouped < rows, "{grouped} {rows}");
    assert_eq!(sum(&window, "2020"), by_period[0], "none is lost");
    let look = NamesLook {
        by: NamingBy::Outlet,
        ..NamesLook::default()
    };
    names(&mut window, NamesCommand::Look(look));
    let name = in_english(found.table().get(entity).expect("an entity"));
    let title = window.text_with("names-shares-by-outlet", &[("name", name.as_str().into())]);
    assert!(window.shows(&title));
}

#[test]
fn the_network_can_be_pointed_at_and_read_as_a_list() {
    let mut window = shown(NamesPart::Network);
    let dots: Vec<(String, Rect)> = window
        .nodes(Role::GraphicsSymbol)
        .iter()
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect();
    assert!(dots.len() > 5, "{dots:?}");
    for (at, (name, a)) in dots.iter().enumerate() {
        for (other, b) in dots.iter().skip(at + 1) {
            assert!(
                a.intersect(*b).area() < 0.3 * a.area().min(b.area()),
                "{name} {other}"
            );
        }
    }
    let pairs = items(&window);
    assert!(!pairs.is_empty());
    let (name, rect) = dots[0].clone();
    window.click(rect.center());
    let name = name.split(" · ").next().expect("a name").to_owned();
    let title = window.text_with("names-pairs-of", &[("name", name.as_str().into())]);
    assert!(window.shows(&title));
    window.click(rect.center());
    assert!(
        window.has(&window.text("names-companions")),
        "all about {name}"
    );
}

#[test]
fn tables_and_charts_of_names_are_saved() {
    let folder = Folder::new();
    let mut window = shown(NamesPart::Table);
    let save = |window: &mut Window, export: Export, name: &str| -> Vec<u8> {
        let path = folder.path().join(name);
        window.send(Command::Save(export));
        window.send(Command::SaveTo(path.clone()));
        fs::read(path).expect("a file")
    };
    let counts = counts(None);
    for (part, column) in [
        (NamesPart::Table, "mentions"),
        (NamesPart::Entity, "together"),
        (NamesPart::Naming, "mentions"),
        (NamesPart::Network, "times_chance"),
    ] {
        names(&mut window, NamesCommand::Show(part));
        let csv = save(&mut window, Export::Names(TableFormat::Csv), "names.csv");
        let csv = String::from_utf8(csv).expect("UTF-8");
        let (head, table) = csv.split_once("\n\n").expect("head and table");
        assert!(head.contains("articles,5"), "{head}");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let headers = reader.headers().expect("headers").clone();
        assert!(headers.iter().any(|name| name == column), "{headers:?}");
        let records: Vec<_> = reader.records().map(|r| r.expect("a record")).collect();
        assert!(!records.is_empty(), "{part:?}");
        if part == NamesPart::Table {
            assert_eq!(records.len(), counts.len());
            assert_eq!(
                Some(&records[0][3].parse().expect("a number")),
                counts.values().max()
            );
            continue;
        }
        let svg = save(
            &mut window,
            Export::NamesChart(PlotFormat::Svg),
            "names.svg",
        );
        let svg = String::from_utf8(svg).expect("UTF-8");
        roxmltree::Document::parse(&svg).expect("XML");
        assert!(svg.matches("<path").count() > 3, "texts as outlines");
        // Files are light, whatever the window is.
        let before = svg;
        window.command(UiCommand::ToggleTheme);
        let dark = save(&mut window, Export::NamesChart(PlotFormat::Svg), "dark.svg");
        assert_eq!(String::from_utf8(dark).expect("UTF-8"), before);
        window.command(UiCommand::ToggleTheme);
        let png = save(
            &mut window,
            Export::NamesChart(PlotFormat::Png),
            "names.png",
        );
        assert!(png.starts_with(b"\x89PNG"));
    }
}

#[test]
fn everything_stays_inside_in_every_look() {
    for language in Language::ALL {
        for size in [vec2(900.0, 600.0), vec2(1360.0, 800.0)] {
            let mut window = Window::open(Look {
                language,
                size,
                theme: ThemeChoice::Dark,
                ..Look::default()
            });
            window.press(CTRL, Key::Num4);
            for part in NamesPart::ALL {
                names(&mut window, NamesCommand::Show(part));
                let whole = Rect::from_min_size(egui::Pos2::ZERO, size).expand(1.0);
                for node in window.all_nodes() {
                    let inner = node.accesskit_node();
                    let is_control = matches!(
                        inner.role(),
                        Role::Button | Role::CheckBox | Role::Table | Role::GraphicsDocument
                    );
                    if is_control {
                        let name = inner.label().unwrap_or_default();
                        assert!(whole.contains_rect(node.rect()), "{part:?} {name}");
                        assert!(!name.is_empty(), "{part:?} {:?}", inner.role());
                    }
                }
            }
        }
    }
}

#[test]
fn listed_articles_are_saved_with_their_names() {
    let mut window = shown(NamesPart::Table);
    let folder = Folder::new();
    for format in AnnotatedFormat::ALL {
        let path = folder.path().join(format!("{format:?}"));
        window.send(Command::Save(Export::Annotated(format)));
        window.send(Command::SaveTo(path.clone()));
        let is_folder = matches!(format, AnnotatedFormat::Brat | AnnotatedFormat::Tei);
        assert_eq!(path.is_dir(), is_folder, "{format:?}");
        assert!(path.exists(), "{format:?}");
    }
    let lines = fs::read_to_string(folder.path().join("Jsonl")).expect("lines");
    assert!(lines.lines().count() > 200);
    assert!(lines.contains("\"entity\":\"Nagorno-Karabakh\""));
}
