//! The plots of the statistics, and files of tables and plots.

use crate::corpora::{Folder, seeds};
use crate::statistics::{search, shown, statistics, words};
use crate::support::{CTRL, Look, Window};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use warraq::analysis::statistics::TableFormat;
use warraq::app::{
    Command, Export, PlotFormat, StatisticsCommand, StatisticsKind, StatisticsOptions,
};
use warraq::texts::Language;

#[test]
fn a_row_of_the_dispersion_opens_its_article_at_the_hit() {
    let mut window = shown(StatisticsKind::Dispersion);
    search(&mut window, "ستيبانيان");
    let corpus = seeds();
    let mut with_hits: Vec<_> = corpus
        .articles
        .iter()
        .filter(|article| article.text.contains("ستيبانيان"))
        .collect();
    with_hits.sort_by_key(|article| (article.date, article.id));
    let rows = |window: &Window| -> Vec<String> {
        let mut rows: Vec<_> = window
            .nodes(Role::GraphicsSymbol)
            .iter()
            .map(|node| (node.rect().top(), node.accesskit_node().label()))
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().filter_map(|(_, name)| name).collect()
    };
    let names = rows(&window);
    assert_eq!(names.len(), with_hits.len(), "{names:?}");
    for (name, article) in names.iter().zip(&with_hits) {
        assert!(name.starts_with(&*article.title), "{name}");
    }
    let options = StatisticsOptions {
        with_empty: true,
        ..StatisticsOptions::default()
    };
    statistics(&mut window, StatisticsCommand::Count(options));
    assert_eq!(rows(&window).len(), corpus.articles.len());
    statistics(
        &mut window,
        StatisticsCommand::Count(StatisticsOptions::default()),
    );
    let last = names.last().expect("a row");
    let at = window.rect_of(Role::GraphicsSymbol, last).center();
    window.click(at);
    let title = with_hits.last().map(|article| article.title.to_string());
    assert_eq!(window.open_title(), title);
    let hit = Window::palette().hit.tint;
    assert!(!window.filled_in_pane(hit).is_empty(), "the hit is in view");
}

#[test]
fn frequency_is_shown_over_time_and_by_period() {
    use warraq::analysis::statistics::TimeStep;
    let mut window = shown(StatisticsKind::Time);
    search(&mut window, "أذربيجان");
    let symbols = |window: &Window| window.nodes(Role::GraphicsSymbol).len();
    // So few months have articles that each of them stands as a bar.
    let dates = seeds().articles.into_iter().filter_map(|a| a.date);
    let months: BTreeSet<_> = dates.map(|date| (date.year(), date.month())).collect();
    assert_eq!(symbols(&window), months.len());
    let title = window.text_with("plot-per-million", &[("query", "أذربيجان".into())]);
    assert!(window.shows(&title));
    // And two of the four years.
    for (step, n) in [(TimeStep::Year, 2), (TimeStep::Period, 2)] {
        let options = StatisticsOptions {
            step,
            ..StatisticsOptions::default()
        };
        statistics(&mut window, StatisticsCommand::Count(options));
        assert_eq!(symbols(&window), n, "{step:?}");
    }
    // A period leads to its lines.
    let name = window.nodes(Role::GraphicsSymbol)[0]
        .accesskit_node()
        .label();
    let name = name.expect("a name");
    let period = name.split(' ').next().unwrap_or_default().to_owned();
    let at = window.rect_of(Role::GraphicsSymbol, &name).center();
    window.click(at);
    assert!(window.has(&window.text("a11y-lines")), "the concordance");
    assert!(window.shows(&format!("أذربيجان period:\"{period}\"")));
}

fn save(window: &mut Window, export: Export, path: &Path) -> Vec<u8> {
    window.send(Command::Save(export));
    window.send(Command::SaveTo(path.to_path_buf()));
    fs::read(path).expect("a file")
}

#[test]
fn a_table_is_saved_as_it_stands() {
    let folder = Folder::new();
    let mut window = shown(StatisticsKind::Words);
    statistics(&mut window, StatisticsCommand::Find("باكو".to_owned()));
    let expected = words(&window);
    let csv = save(
        &mut window,
        Export::Table(TableFormat::Csv),
        &folder.path().join("a.csv"),
    );
    let csv = String::from_utf8(csv).expect("UTF-8");
    let csv = csv.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let (head, table) = csv.split_once("\n\n").expect("head and table");
    assert!(
        head.contains("statistics,words") && head.contains("unit,folded"),
        "{head}"
    );
    assert!(head.contains("dp_norm,"), "the formulas: {head}");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let headers = reader.headers().expect("headers").clone();
    assert!(
        headers.iter().any(|name| name == "keyness_2_1"),
        "{headers:?}"
    );
    let forms: Vec<String> = reader
        .records()
        .map(|record| record.expect("a record")[0].to_owned())
        .collect();
    assert_eq!(forms, expected);

    let tsv = save(
        &mut window,
        Export::Table(TableFormat::Tsv),
        &folder.path().join("a.tsv"),
    );
    assert!(
        String::from_utf8(tsv)
            .expect("UTF-8")
            .contains("\nform\tfreq\t")
    );
    let path = folder.path().join("a.jsonl");
    let lines = save(&mut window, Export::Table(TableFormat::JsonLines), &path);
    let lines = String::from_utf8(lines).expect("UTF-8");
    let objects: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert_eq!(objects.len(), expected.len() + 1);
    assert_eq!(objects[1]["form"], expected[0].as_str());
}

#[test]
fn plots_are_saved_as_drawings_pictures_and_numbers() {
    let folder = Folder::new();
    for (kind, language) in [
        (StatisticsKind::Time, Language::Arabic),
        (StatisticsKind::Dispersion, Language::English),
    ] {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        window.press(CTRL, Key::Num3);
        statistics(&mut window, StatisticsCommand::Show(kind));
        search(&mut window, "باكو");
        let path = folder.path().join("plot.svg");
        let svg = save(&mut window, Export::Plot(PlotFormat::Svg), &path);
        let svg = String::from_utf8(svg).expect("UTF-8");
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let elements = document.descendants().filter(roxmltree::Node::is_element);
        let n_paths = elements.filter(|e| e.tag_name().name() == "path").count();
        assert!(n_paths > 3, "texts as outlines: {n_paths}");
        let path = folder.path().join("plot.png");
        let bytes = save(&mut window, Export::Plot(PlotFormat::Png), &path);
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        let mut reader = decoder.read_info().expect("a picture");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!(info.width, 2 * (960 + 32));
        let first = pixels[..4].to_vec();
        assert!(
            pixels.chunks(4).any(|pixel| pixel != first),
            "something is drawn"
        );
        let path = folder.path().join("plot.csv");
        let csv = save(&mut window, Export::Table(TableFormat::Csv), &path);
        assert!(csv.starts_with("\u{FEFF}".as_bytes()) && csv.len() > 200);
    }
}
