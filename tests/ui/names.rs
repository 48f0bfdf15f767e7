//! The view of names: what it counts, and the ways from it to the texts.

use crate::corpora::{Folder, seeds};
use crate::support::{CTRL, Look, QUICK, Window};
use egui::accesskit::{Role, Toggled};
use egui::{Color32, Key, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use warraq::analysis::query::{Level, Options, Query, Searchable, Typing};
use warraq::analysis::{ArticleSet, IndexedCorpus};
use warraq::app::Command;
use warraq::app::views::names::{NamesCommand, NamesPart};
use warraq::arabic::fold;
use warraq::base::{ByteSpan, CancelToken, Progress};
use warraq::corpus::Facet;
use warraq::entity::{Annotations, Entity, EntityType, Gazetteer};
use warraq::statistics::{Significance, per_million};
use warraq::texts::Language;
use warraq::ui::reading::MarkClass;

/// A name that the seeds spell in many ways.
pub(crate) const KARABAKH: &str = "Nagorno-Karabakh";

pub(crate) fn names(window: &mut Window, command: NamesCommand) {
    window.send(Command::Names(command));
}

pub(crate) fn shown(part: NamesPart) -> Window {
    let mut window = Window::new();
    window.press(CTRL, Key::Num4);
    names(&mut window, NamesCommand::Show(part));
    window
}

pub(crate) fn annotations() -> Annotations {
    let corpus = seeds();
    let (gazetteer, _) = Gazetteer::for_corpus(&corpus, true);
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    Annotations::new(&corpus, &Arc::new(gazetteer), &progress, &cancel).expect("not cancelled")
}

/// The mentions of each Arabic name in the articles of `period`, or in all.
pub(crate) fn counts(period: Option<&str>) -> BTreeMap<String, usize> {
    let found = annotations();
    let mut counts = BTreeMap::new();
    for article in &seeds().articles {
        if period.is_none() || article.period.as_deref() == period {
            for mention in found.of(article.id) {
                let entity = found.table().get(mention.entity).expect("an entity");
                let name = entity.ar.to_string();
                *counts.entry(name).or_default() += 1;
            }
        }
    }
    counts
}

/// How often the name with this id is mentioned in each period, by its
/// spellings.
fn mentioned(id: &str) -> BTreeMap<String, [u32; 2]> {
    let (found, corpus) = (annotations(), seeds());
    let entity = found.table().find(id).expect("known");
    let spellings = found.spellings(&corpus, entity).into_iter();
    spellings
        .map(|spelling| {
            (
                spelling.form,
                [spelling.by_period[0], spelling.by_period[1]],
            )
        })
        .collect()
}

/// The same, and after the first word of another name, like جيش كاراباخ.
pub(crate) fn written(id: &str) -> BTreeMap<String, [u32; 2]> {
    let (found, corpus) = (annotations(), seeds());
    let entity = found.table().find(id).expect("known");
    let mut counts = mentioned(id);
    let known: BTreeSet<String> = counts.keys().map(|form| fold(form)).collect();
    for article in &corpus.articles {
        let column = usize::from(article.period.as_deref() != Some("2020"));
        for mention in found.of(article.id).iter().filter(|m| m.entity != entity) {
            let held = mention.span.slice(&article.text).split_once(' ');
            if let Some((_, held)) = held.filter(|(_, held)| known.contains(&fold(held))) {
                counts.entry(held.to_owned()).or_default()[column] += 1;
            }
        }
    }
    counts
}

/// Rows of the table of this name in view, from top to bottom.
pub(crate) fn rows_of(window: &Window, table: &str) -> Vec<(String, Rect)> {
    let room = window.rect_of(Role::Table, table);
    let mut rows: Vec<_> = window
        .nodes(Role::Row)
        .iter()
        .filter(|node| room.contains(node.rect().center()))
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect();
    rows.sort_by(|a, b| a.1.top().total_cmp(&b.1.top()));
    rows
}

fn table(window: &Window) -> Vec<(String, Rect)> {
    rows_of(window, &window.text("a11y-names-table"))
}

/// The text of the cell under `heading` in a row.
fn cell<'a>(row: &'a str, heading: &str) -> &'a str {
    let start = format!("{heading}: ");
    let mut cells = row
        .split(" · ")
        .filter_map(|cell| cell.strip_prefix(&start));
    cells.next().expect("such a cell")
}

/// How an English window names an entity: the Arabic name in brackets.
pub(crate) fn in_english(entity: &Entity) -> String {
    let english = entity.english();
    english.map_or_else(
        || entity.ar.to_string(),
        |english| format!("{english} (\u{2067}{}\u{2069})", entity.ar),
    )
}

/// The Arabic name of one that an English window shows.
fn arabic(name: &str) -> &str {
    let inside = name.split_once("(\u{2067}");
    inside.map_or(name, |(_, name)| name.trim_end_matches(['\u{2069}', ')']))
}

/// Names and rectangles of the items of lists.
pub(crate) fn items(window: &Window) -> Vec<(String, Rect)> {
    let nodes = window.nodes(Role::ListBoxOption);
    let items = nodes.iter().map(|node| {
        let name = node.accesskit_node().label().unwrap_or_default();
        (name, node.rect())
    });
    items.collect()
}

#[test]
fn every_name_is_counted_in_the_table() {
    let window = shown(NamesPart::Table);
    let counts = counts(None);
    let (name, mentions) = (
        window.text("names-column-name"),
        window.text("names-column-mentions"),
    );
    let rows = table(&window);
    assert!(rows.len() > 10);
    let mut before = usize::MAX;
    for (row, _) in &rows {
        let n: usize = cell(row, &mentions).parse().expect("a number");
        assert_eq!(counts.get(arabic(cell(row, &name))), Some(&n), "{row}");
        assert!(n <= before, "the most frequent first");
        before = n;
        let periods: usize = ["2020", "2023"]
            .iter()
            .map(|period| cell(row, period).parse::<usize>().expect("a number"))
            .sum();
        assert_eq!(periods, n, "{row}");
    }
    assert_eq!(
        Some(&cell(&rows[0].0, &mentions).parse().expect("a number")),
        counts.values().max()
    );
    let total: usize = counts.values().sum();
    let total = window.text_with("count-mentions", &[("n", total.into())]);
    let n_names = window.text_with("count-names", &[("n", counts.len().into())]);
    assert!(window.shows_part(&format!("{n_names} · {total}")));
}

/// What a name is called in an English window, wherever it is shown.
#[test]
fn english_windows_add_the_english_name_to_the_arabic_one() {
    let found = annotations();
    let entity = found.table().find("Baku").expect("known");
    let baku = found.table().get(entity).expect("an entity");
    assert_eq!(in_english(baku), "Baku (\u{2067}باكو\u{2069})");
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let both = in_english(baku);
        let name = match language {
            Language::Arabic => "باكو",
            Language::English => &both,
        };
        let listed = |window: &Window| {
            let mut items = items(window).into_iter();
            items.any(|(item, _)| item == name)
        };
        assert!(listed(&window), "{language:?}: in the list");
        window.press(CTRL, Key::Num4);
        names(&mut window, NamesCommand::Show(NamesPart::Table));
        assert!(window.shows(name), "{language:?}: in the table");
        // Both names are found by.
        for typed in ["باكو", "baku"] {
            names(&mut window, NamesCommand::Find(typed.to_owned()));
            assert!(window.shows(name), "{language:?}: {typed}");
        }
        names(&mut window, NamesCommand::Find(String::new()));
        names(&mut window, NamesCommand::Open("Azerbaijan".into()));
        names(&mut window, NamesCommand::Show(NamesPart::Network));
        let dots = window.nodes(Role::GraphicsSymbol);
        let is_baku = |label: &str| label.starts_with(&format!("{name} · "));
        let mut labels = dots.iter().filter_map(|dot| dot.accesskit_node().label());
        assert!(
            labels.any(|label| is_baku(&label)),
            "{language:?}: in the network"
        );
        assert!(window.shows("باكو"), "{language:?}: below its dot");
        assert_eq!(window.shows("Baku"), language == Language::English);
    }
}

#[test]
fn names_are_filtered_like_the_list() {
    let mut window = shown(NamesPart::Table);
    window.send(Command::TogglePeriod(Some(Facet::new("2023"))));
    let counts = counts(Some("2023"));
    let mentions = window.text("names-column-mentions");
    let first: usize = cell(&table(&window)[0].0, &mentions)
        .parse()
        .expect("a number");
    assert_eq!(Some(&first), counts.values().max());
    let args = [("n", 2_u32.into()), ("total", 5_u32.into())];
    assert!(window.shows_part(&window.text_with("names-of-articles", &args)));
    // One press leads back to all.
    window.press_button(&window.text("command-clear-periods"));
    assert!(window.shows_part(&window.text_with("count-articles", &[("n", 5_u32.into())])));
    window.with_app(|app| app.search_for("ستيبانيان"));
    window.settle();
    let n = seeds()
        .articles
        .iter()
        .filter(|a| a.text.contains("ستيبانيان"))
        .count();
    let args = [("n", n.into()), ("total", 5_u32.into())];
    assert!(window.shows_part(&window.text_with("names-of-articles", &args)));
}

#[test]
fn headings_sort_and_the_field_finds() {
    let mut window = shown(NamesPart::Table);
    let name = window.text("names-column-name");
    let heading = window.rect_of(Role::ColumnHeader, &name);
    window.click(heading.center());
    let sorted: Vec<String> = table(&window)
        .iter()
        .map(|(row, _)| fold(cell(row, &name)))
        .collect();
    assert!(sorted.is_sorted(), "{sorted:?}");
    let surprise = window.rect_of(
        Role::ColumnHeader,
        &change_heading(&window, "names-column-surprise"),
    );
    window.click(surprise.center());
    let surprises: Vec<f64> = table(&window)
        .iter()
        .map(|(row, _)| {
            let number = cell(row, &change_heading(&window, "names-column-surprise"));
            number.replace('\u{2212}', "-").parse().expect("a number")
        })
        .collect();
    assert!(surprises.is_sorted_by(|a, b| a >= b), "{surprises:?}");
    assert!(window.shows_part("Rayson"), "the source of the measure");
    let field = window.rect(&window.text("a11y-names-find"));
    window.click(field.center());
    window.write("اذربيجان");
    let found = table(&window);
    assert!(!found.is_empty());
    for (row, _) in &found {
        assert!(fold(cell(row, &name)).contains("اذربيجان"), "{row}");
    }
}

/// The numbers under a heading, as far as they are in view, and their colours.
fn numbers_under(window: &Window, heading: &str) -> Vec<(f64, Color32)> {
    let head = window.rect_of(Role::ColumnHeader, heading);
    let painted = window.painted().into_iter().filter(|text| {
        let at = text.rect().center();
        head.x_range().contains(at.x) && at.y > head.bottom() && text.clip.contains(at)
    });
    let numbers = painted.filter_map(|text| {
        let number = text.text().replace('\u{2212}', "-").replace(',', "");
        Some((number.parse().ok()?, text.shape.fallback_color))
    });
    numbers.collect()
}

/// The heading of a measure of change between the periods of the seeds.
fn change_heading(window: &Window, key: &str) -> String {
    let measure = window.text(key);
    let heading = window.text_with(
        "change-heading",
        &[
            ("measure", measure.as_str().into()),
            ("before", "2020".into()),
            ("after", "2023".into()),
        ],
    );
    assert!(heading.ends_with("2023 ÷ 2020"), "{heading}");
    heading
}

#[test]
fn words_and_names_agree_on_what_may_be_chance() {
    let mut window = Window::open(Look {
        size: vec2(1360.0, 3000.0),
        ..Look::default()
    });
    let quiet = Window::palette().soft;
    for (view, heading) in [
        (Key::Num3, "measure-keyness"),
        (Key::Num4, "names-column-surprise"),
    ] {
        window.press(CTRL, view);
        let heading = change_heading(&window, heading);
        let numbers = numbers_under(&window, &heading);
        assert!(numbers.len() > 20, "{heading}: {}", numbers.len());
        // Here the views once disagreed.
        let between = numbers
            .iter()
            .filter(|(g2, _)| (3.9..10.7).contains(&g2.abs()));
        assert!(between.count() > 0, "{heading}: {numbers:?}");
        for (g2, ink) in numbers {
            if (g2.abs() - 3.84).abs() > 0.05 {
                let is_chance = Significance::of(g2).is_none();
                assert_eq!(ink == quiet, is_chance, "{heading}: {g2}");
            }
        }
    }
}

#[test]
fn words_and_names_are_told_per_million() {
    // Wide enough for every column.
    let mut window = Window::open(Look {
        size: vec2(1700.0, 900.0),
        ..Look::default()
    });
    window.press(CTRL, Key::Num4);
    names(&mut window, NamesCommand::Show(NamesPart::Table));
    let n_words: u64 = seeds().articles.iter().map(|a| u64::from(a.n_words)).sum();
    let shares = numbers_under(&window, &window.text("names-column-share"));
    let mentions = numbers_under(&window, &window.text("names-column-mentions"));
    assert!(shares.len() > 10 && shares.len() == mentions.len());
    for ((share, _), (n, _)) in shares.iter().zip(mentions) {
        // Counts are small here.
        let n = (0..100_000_u32).find(|count| count.to_string() == n.to_string());
        let n = n.expect("a count").into();
        let rate = per_million(n, n_words).expect("words");
        assert!((share - rate).abs() <= 0.051, "{n}: {share} {rate}");
    }
}

#[test]
fn switches_of_types_leave_names_out() {
    let mut window = shown(NamesPart::Table);
    for class in [MarkClass::Place, MarkClass::Organisation, MarkClass::People] {
        window.send(Command::ToggleClass(class));
    }
    let found = annotations();
    let persons: BTreeSet<&str> = found
        .entities()
        .iter()
        .filter_map(|count| found.table().get(count.entity))
        .filter(|entity| entity.kind == EntityType::Per)
        .map(|entity| entity.ar.as_ref())
        .collect();
    let rows = table(&window);
    assert_eq!(rows.len(), persons.len().min(rows.len()));
    assert!(!rows.is_empty());
    for (row, _) in rows {
        assert!(
            persons.contains(arabic(cell(&row, &window.text("names-column-name")))),
            "{row}"
        );
    }
}

#[test]
fn a_double_click_and_enter_open_a_name() {
    let mut window = Window::open(Look {
        step: QUICK,
        ..Look::default()
    });
    window.press(CTRL, Key::Num4);
    let (row, rect) = table(&window).remove(1);
    let name = cell(&row, &window.text("names-column-name")).to_owned();
    window.clicks(rect.center(), 2);
    assert!(window.shows(arabic(&name)));
    let companions = window.text("names-companions");
    assert!(!rows_of(&window, &companions).is_empty());
    names(&mut window, NamesCommand::Show(NamesPart::Table));
    let (row, rect) = table(&window).remove(3);
    let name = cell(&row, &window.text("names-column-name")).to_owned();
    window.click(rect.center());
    window.key(Key::Enter);
    assert!(window.shows(arabic(&name)) && window.has(&companions));
}

#[test]
fn a_name_tells_its_spellings_articles_and_company() {
    let mut window = shown(NamesPart::Entity);
    names(&mut window, NamesCommand::Open(KARABAKH.into()));
    let corpus = seeds();
    let spellings = mentioned(KARABAKH);
    let n = window.text_with("names-spellings", &[("n", spellings.len().into())]);
    let rows = rows_of(&window, &n);
    assert!(!rows.is_empty());
    for (row, _) in &rows {
        let form = cell(row, &window.text("names-spelling"));
        let total: u32 = spellings[form].iter().sum();
        let mentions = window.text("names-column-mentions");
        assert_eq!(cell(row, &mentions), total.to_string());
    }
    let articles = items(&window);
    assert_eq!(articles.len(), 5);
    let (name, rect) = articles.last().expect("an article").clone();
    window.click(rect.center());
    let title = window.open_title().expect("an open article");
    assert!(name.starts_with(&title), "{name}: {title}");
    let article = corpus
        .articles
        .iter()
        .find(|a| *a.title == *title)
        .expect("it");
    let found = annotations();
    let entity = found.table().find(KARABAKH).expect("known");
    let n = found
        .of(article.id)
        .iter()
        .filter(|m| m.entity == entity)
        .count();
    let n = window.text_with("count-mentions", &[("n", n.into())]);
    assert!(name.contains(&n), "{name}");
}

#[test]
fn a_companion_is_one_press_away_and_so_is_the_comparison() {
    let mut window = shown(NamesPart::Entity);
    let (row, rect) = rows_of(&window, &window.text("names-companions")).remove(0);
    let name = cell(&row, &window.text("names-column-name")).to_owned();
    let both: f64 = cell(&row, &window.text("names-together"))
        .parse()
        .expect("a number");
    let expected: f64 = cell(&row, &window.text("names-expected"))
        .parse()
        .expect("a number");
    let times: f64 = cell(&row, &window.text("names-times"))
        .parse()
        .expect("a number");
    assert!((both / expected - times).abs() < 0.1 * times + 0.1, "{row}");
    window.click(rect.center());
    assert!(window.shows(arabic(&name)));
    window.press_button(&window.text("names-compare"));
    assert!(
        window
            .shows(&window.text_with("names-shares-by-period", &[("name", name.as_str().into())]))
    );
}

#[test]
fn the_concordance_has_every_mention() {
    let mut window = shown(NamesPart::Entity);
    names(&mut window, NamesCommand::Open(KARABAKH.into()));
    window.press_button(&window.text("names-concordance"));
    assert!(window.has(&window.text("a11y-lines")), "the concordance");
    let found = annotations();
    let entity = found.table().find(KARABAKH).expect("known");
    let named = format!("entity:\"{KARABAKH}\"");
    let painted = window.painted();
    let query = painted.iter().map(|text| text.text().to_owned());
    let query = query.into_iter().find(|text| text.ends_with(&named));
    let query = Query::parse(&query.expect("in the field"), Typing::Done);
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let indexed = IndexedCorpus::build(Arc::new(seeds()), &progress, &cancel).expect("an index");
    let all = |_: &str| Some(ArticleSet::all(indexed.corpus.articles.len()));
    let searchable = Searchable {
        facets: &indexed.facets,
        entity: &all,
        titles: None,
    };
    let options = Options {
        level: Level::Clitics,
        ..Options::default()
    };
    let index = &indexed.index;
    let query = query.query.expect("understood");
    let answer = query.search(index, &searchable, &options, &progress, &cancel);
    let answer = answer.expect("not cancelled");
    let mut n_mentions = 0;
    for article in &indexed.corpus.articles {
        let hits = answer.spans_of(article.id, index);
        for mention in found.of(article.id).iter().filter(|m| m.entity == entity) {
            n_mentions += 1;
            let covers =
                |hit: &ByteSpan| hit.start <= mention.span.start && mention.span.end <= hit.end;
            let words = mention.span.slice(&article.text);
            assert!(hits.iter().any(covers), "{}: {words}", article.file);
        }
    }
    assert!(n_mentions > 20, "{n_mentions}");
}

#[test]
fn the_card_of_a_name_leads_to_it() {
    let mut window = Window::new();
    let found = annotations();
    let entity = found.table().find(KARABAKH).expect("known");
    let entity = found.table().get(entity).expect("an entity");
    let name = entity.ar.to_string();
    let listed = in_english(entity);
    let at = window.rect_of(Role::ListBoxOption, &listed).center();
    window.click(at);
    window.press_button(&window.text("names-open"));
    assert!(window.has(&window.text("names-companions")));
    assert!(window.shows(&name) && window.shows(KARABAKH));
}

#[test]
fn a_corpus_without_names_says_so() {
    let folder = Folder::new().with("a.txt", "كتب\nهذا كلام قصير لا علم فيه.\n");
    let mut window = Window::on(folder.source());
    window.press(CTRL, Key::Num4);
    for part in NamesPart::ALL {
        names(&mut window, NamesCommand::Show(part));
        let key = if part == NamesPart::Network {
            "names-no-network"
        } else {
            "names-none"
        };
        assert!(window.shows(&window.text(key)), "{part:?}");
    }
}

#[test]
fn the_tab_of_names_is_on() {
    let window = shown(NamesPart::Table);
    let nodes = window.all_nodes();
    let tab = nodes.iter().find(|node| {
        let inner = node.accesskit_node();
        inner.label().as_deref() == Some(&*window.text("view-names"))
    });
    let tab = tab.expect("a tab").accesskit_node();
    assert!(tab.is_selected() == Some(true) || tab.toggled() == Some(Toggled::True));
}
