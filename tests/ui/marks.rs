//! Names in the text: tints, the card, stepping, the legend.

use crate::corpora::{paragraphs, seed};
use crate::support::{Look, Window};
use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;
use warraq::app::View;
use warraq::corpus::Article;
use warraq::entity::{Annotations, EntityType, Gazetteer, Mention};
use warraq::texts::Language;
use warraq::ui::reading::MarkClass;

fn window_on(number: &str, look: Look) -> (Window, Article, Vec<Mention>, Arc<Gazetteer>) {
    let article = seed(number);
    let mut window = Window::open(look);
    window.show(&article.title);
    let (gazetteer, _) = Gazetteer::for_corpus(&crate::corpora::seeds(), true);
    let gazetteer = Arc::new(gazetteer);
    let (_, mentions) = Annotations::of_article(&gazetteer, &article);
    let mentions = mentions.into_vec();
    (window, article, mentions, gazetteer)
}

fn of_class(mentions: &[Mention], class: MarkClass) -> usize {
    mentions
        .iter()
        .filter(|m| MarkClass::of(m.kind) == class)
        .count()
}

const KEYS: [(MarkClass, &str); 4] = [
    (MarkClass::Person, "legend-per"),
    (MarkClass::Place, "legend-place"),
    (MarkClass::Organisation, "legend-org"),
    (MarkClass::People, "legend-norp"),
];

fn tints(window: &Window, class: MarkClass) -> Vec<Rect> {
    window.filled_in_pane(class.tone(Window::palette()).tint)
}

#[test]
fn the_legend_counts_and_hides_marks() {
    let (mut window, _, mentions, _) = window_on("01", Look::default());
    for (class, key) in KEYS {
        let name = window.text(key);
        let switch = window.rect_of(Role::CheckBox, &name);
        let n = window.texts().number(of_class(&mentions, class) as u64);
        let written = window.painted();
        assert!(
            written
                .iter()
                .any(|t| t.text() == n && switch.contains(t.rect().center())),
            "{name}: {n}"
        );
        if class == MarkClass::People {
            continue; // Marked by a line alone.
        }
        let before = tints(&window, class);
        assert!(!before.is_empty(), "{name} is marked");
        let others: Vec<_> = KEYS
            .iter()
            .filter(|(other, _)| *other != class)
            .map(|(other, _)| tints(&window, *other))
            .collect();
        window.click(switch.center());
        assert_eq!(tints(&window, class), [], "{name} is hidden");
        let now: Vec<_> = KEYS
            .iter()
            .filter(|(other, _)| *other != class)
            .map(|(other, _)| tints(&window, *other))
            .collect();
        assert_eq!(now, others, "the others stay");
        window.click(switch.center());
        assert_eq!(tints(&window, class), before);
    }
}

/// A tint in the pane that is well inside, with the class it is of.
fn some_mark(window: &Window, class: MarkClass) -> Rect {
    let pane = window.pane();
    let mut marks = tints(window, class);
    marks.retain(|rect| pane.shrink(20.0).contains_rect(*rect));
    marks.sort_by(|a, b| {
        a.top()
            .total_cmp(&b.top())
            .then(a.left().total_cmp(&b.left()))
    });
    *marks.first().expect("a mark in view")
}

#[test]
fn a_click_on_a_mark_opens_the_card_of_its_entity() {
    let (mut window, _, _, gazetteer) = window_on("02", Look::default());
    let mark = some_mark(&window, MarkClass::Person);
    let close = window.text("close");
    assert!(!window.has(&close));
    window.click(mark.center());
    assert!(window.has(&close), "the card is open");
    assert!(window.shows(&window.text("card-spellings")));
    let person = window.text("entity-type-per");
    let line = window
        .painted()
        .into_iter()
        .map(|text| text.text().to_owned())
        .find(|text| text.ends_with(&format!(" · {person}")))
        .expect("identifier and type");
    let (id, _) = line.split_once(" · ").expect("two parts");
    let id = id.trim_matches(['\u{200E}', '\u{200F}', '\u{2068}', '\u{2069}']);
    let entity = gazetteer.find(id).expect("an entity of the gazetteer");
    assert_eq!(
        gazetteer.entity(entity).expect("listed").kind,
        EntityType::Per
    );
    assert!(window.shows(&gazetteer.entity(entity).expect("listed").ar));
    window.press_button(&close);
    assert!(!window.has(&close));
}

#[test]
fn an_entity_of_the_list_opens_and_closes_its_card() {
    let mut window = Window::new();
    let list = window.list();
    let (name, at) = window
        .nodes(Role::ListBoxOption)
        .iter()
        .map(|node| {
            (
                egui_kittest::kittest::NodeT::accesskit_node(node).label(),
                node.rect(),
            )
        })
        .find(|(_, rect)| !list.contains(rect.center()))
        .expect("an entity");
    let name = name.expect("a name");
    window.click(at.center());
    assert!(window.has(&window.text("close")), "{name}");
    let marks = window.stroked(Window::palette().accent.ink);
    assert!(!marks.is_empty(), "its mentions are outlined");
    window.press_button(&window.text("close"));
    assert!(!window.has(&window.text("close")));
}

#[test]
fn n_and_p_step_through_the_mentions() {
    let (mut window, _, mentions, _) = window_on("04", Look::default());
    let accent = Window::palette().accent.ink;
    let current = |window: &Window| {
        let pane = window.pane();
        let mut rings = window.stroked(accent);
        rings.retain(|rect| pane.contains_rect(*rect) && rect.height() < 60.0);
        rings
    };
    assert_eq!(current(&window), []);
    let mut places: Vec<Vec<Rect>> = Vec::new();
    let shown = mentions.len();
    for i in 0..shown {
        window.key(Key::N);
        let rings = current(&window);
        assert!(!rings.is_empty(), "mention {i} is outlined and in view");
        places.push(rings);
    }
    window.key(Key::N);
    assert_eq!(current(&window).len(), places[0].len(), "around the end");
    window.key(Key::P);
    assert_eq!(current(&window), places[shown - 1]);
    // In the search field they are letters.
    let before = current(&window);
    window.press(crate::support::CTRL, Key::F);
    window.event(egui::Event::Text("n".to_owned()));
    window.key(Key::N);
    window.settle();
    assert_eq!(current(&window), before);
}

/// The card that hangs at the pointer: the layer above everything.
fn hover_card(window: &Window) -> Option<Rect> {
    let id = egui::Id::unique("hover-card");
    let rect = window.ctx().memory(|m| m.area_rect(id))?;
    let layer = egui::LayerId::new(egui::Order::Tooltip, id);
    let is_visible = window
        .ctx()
        .memory(|m| m.areas().visible_last_frame(&layer));
    is_visible.then_some(rect)
}

#[test]
fn a_card_hangs_at_the_mention_after_a_while() {
    let (mut window, ..) = window_on(
        "02",
        Look {
            step: 0.05,
            ..Look::default()
        },
    );
    let mark = some_mark(&window, MarkClass::Person);
    window.point(mark.center());
    assert_eq!(hover_card(&window), None, "not at once");
    window.wait(0.2);
    assert_eq!(hover_card(&window), None, "not yet");
    window.wait(0.5);
    assert!(hover_card(&window).is_some());
    window.point(window.pane().left_top() + vec2(3.0, 3.0));
    window.settle();
    window.step();
    assert_eq!(hover_card(&window), None);
}

#[test]
fn the_hanging_card_covers_no_part_of_its_mention() {
    for size in [vec2(1360.0, 800.0), vec2(900.0, 600.0)] {
        for language in Language::ALL {
            let (mut window, ..) = window_on(
                "02",
                Look {
                    language,
                    size,
                    ..Look::default()
                },
            );
            let pane = window.pane();
            let mut marks = Vec::new();
            for class in [MarkClass::Person, MarkClass::Place, MarkClass::Organisation] {
                marks.extend(tints(&window, class));
            }
            marks.retain(|rect| pane.contains_rect(*rect));
            assert!(marks.len() > 5);
            for mark in marks {
                window.point(mark.center());
                window.wait(1.0);
                let card = hover_card(&window).expect("a card");
                let common = card.intersect(mark);
                assert!(
                    common.width() <= 0.0 || common.height() <= 0.0,
                    "{size} {language:?}: card {card} over {mark}"
                );
                let whole = Rect::from_min_size(Pos2::ZERO, size);
                assert!(
                    whole.contains_rect(card),
                    "{size} {language:?}: {card} is cut"
                );
                window.point(pane.left_top() + vec2(2.0, 2.0));
                window.wait(0.5);
            }
        }
    }
}

#[test]
fn every_mention_in_view_is_tinted_where_it_stands() {
    let (window, article, mentions, _) = window_on("01", Look::default());
    let first = paragraphs(&article)[0];
    let start = u32::try_from(article.text.find(first).expect("in the text")).expect("small");
    let end = start + u32::try_from(first.len()).expect("small");
    let rect = window.paragraph(first).rect();
    let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in mentions
        .iter()
        .filter(|m| m.span.start >= start && m.span.end <= end)
    {
        let class = MarkClass::of(mention.kind);
        if class != MarkClass::People {
            let key = KEYS.iter().find(|(c, _)| *c == class).expect("a class").1;
            *expected.entry(key).or_default() += 1;
        }
    }
    for (class, key) in KEYS {
        let inside = tints(&window, class)
            .into_iter()
            .filter(|tint| rect.contains(tint.center()));
        // A mention that wraps has more than one rectangle.
        assert!(
            inside.count() >= expected.get(key).copied().unwrap_or(0),
            "{key}"
        );
    }
    assert!(!expected.is_empty());
}

#[test]
fn no_name_of_a_class_is_cut() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        for view in [View::Reading, View::Names] {
            window.command(view.command());
            for width in (820_u16..=1500).step_by(20) {
                window.resize(vec2(f32::from(width), 700.0));
                let written = window.painted();
                for (_, key) in KEYS {
                    let name = window.text(key);
                    let switch = window.rect_of(Role::CheckBox, &name);
                    let mut inside = written
                        .iter()
                        .filter(|text| switch.contains(text.rect().center()));
                    assert!(
                        inside.any(|text| text.text() == name),
                        "{language:?} {view:?} {width}: {name}"
                    );
                }
            }
        }
    }
}
