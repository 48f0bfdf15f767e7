//! Dates, times and casualties: layers over the names.

use crate::corpora::{Folder, paragraphs, seed};
use crate::support::{Look, Window};
use egui::accesskit::{Role, Toggled};
use egui::{Pos2, Rangef, Rect, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use std::collections::BTreeSet;
use warraq::corpus::{Article, PartialDate};
use warraq::entity::{Expression, ExpressionValue, find_expressions};
use warraq::text::{Alignment, BaseDirection, FontCatalog, LineMeasure, Typesetter};
use warraq::ui::reading::MarkClass;
use warraq::ui::theme;

/// Width of the lines in a window of the usual size: 22.5 times the text size.
const MEASURE: f32 = 540.0;
const KEYS: [(MarkClass, &str); 2] = [
    (MarkClass::Date, "legend-date"),
    (MarkClass::Casualty, "legend-casualty"),
];

fn expressions(article: &Article) -> Vec<Expression> {
    let mut found = Vec::new();
    find_expressions(&article.text, article.date, &mut found);
    found
}

/// The middle of the first line of an expression on the screen.
fn place(window: &Window, article: &Article, expression: &Expression) -> Pos2 {
    let span = expression.span.range();
    let all = paragraphs(article);
    let start_of = |p: &str| p.as_ptr() as usize - article.text.as_ptr() as usize;
    let paragraph = all
        .into_iter()
        .find(|p| (start_of(p)..start_of(p) + p.len()).contains(&span.start))
        .expect("a paragraph");
    let measure = LineMeasure {
        width: MEASURE,
        alignment: Alignment::Justify,
        direction: BaseDirection::RightToLeft,
    };
    let fonts = FontCatalog::bundled();
    let block = Typesetter::new(&fonts).set(paragraph, theme::body(1.0), measure, &[]);
    let start = start_of(paragraph);
    let area = block.areas(span.start - start..span.end - start)[0];
    let x = f32::midpoint(area.x0, area.x1);
    let y = f32::midpoint(area.y0, area.y1);
    window.paragraph(paragraph).rect().min + pos2(x, y).to_vec2()
}

#[test]
fn layers_are_counted_and_off_until_they_are_switched_on() {
    let article = seed("01");
    let mut window = Window::new();
    window.show(&article.title);
    for (class, key) in KEYS {
        let name = window.text(key);
        let is_on = |window: &Window| {
            let nodes = window.nodes(Role::CheckBox);
            let node = nodes
                .iter()
                .find(|n| n.accesskit_node().label().as_deref() == Some(&*name));
            node.expect("a switch").accesskit_node().toggled() == Some(Toggled::True)
        };
        assert!(!is_on(&window));
        let switch = window.rect_of(Role::CheckBox, &name);
        let is_of = |e: &&Expression| MarkClass::of_value(&e.value) == class;
        let n = expressions(&article).iter().filter(is_of).count();
        assert!(n > 0);
        let number = window.texts().number(n as u64);
        let written = window.painted();
        assert!(
            written
                .iter()
                .any(|t| t.text() == number && switch.contains(t.rect().center())),
            "{name}: {number}"
        );
        window.click(switch.center());
        assert!(is_on(&window));
    }
}

#[test]
fn a_date_says_which_it_is_and_how_that_is_known() {
    let text = "قال المتحدث أمس إن 27 جنديا قتلوا.";
    let article = format!("خبر\n\n{text}\n");
    let index = "| File | Title | Period | Date | Source | Note |\n|---|---|---|---|---|---|\n| a.txt | خبر | 2023 | 2023-09-20 | x | |\n";
    let folder = Folder::new().with("a.txt", article).with("INDEX.md", index);
    let mut window = Window::on(folder.source());
    let read = warraq::corpus::open_folder(
        folder.path(),
        &warraq::corpus::LoadOptions::default(),
        &warraq::base::Progress::default(),
        &warraq::base::CancelToken::default(),
    );
    let corpus = read.expect("a corpus");
    let article = &corpus.articles[0];
    let found = expressions(article);
    let date = found
        .iter()
        .find(|e| matches!(e.value, ExpressionValue::Date(_)));
    let at = place(&window, article, date.expect("a date"));
    let texts = window.texts();
    let day = PartialDate::new(2023, Some(9), Some(19)).expect("a day");
    let value = texts.date(day.year(), day.month(), day.day());
    window.point(at);
    window.wait(1.0);
    assert!(!window.shows(&value), "the layer is off");
    for (_, key) in KEYS {
        let switch = window.rect_of(Role::CheckBox, &window.text(key));
        window.click(switch.center());
    }
    window.point(at);
    window.wait(1.0);
    assert!(window.shows(&value));
    let (kind, by) = (
        window.text("date-kind-relative"),
        window.text("date-by-docdate"),
    );
    assert!(window.shows(&format!("{kind} · {by}")));
    let count = found
        .iter()
        .find(|e| matches!(e.value, ExpressionValue::Casualty(_)));
    let at = place(&window, article, count.expect("a count"));
    window.point(at);
    window.wait(1.0);
    assert!(window.shows(&window.text_with("casualty-exact", &[("n", 27_u32.into())])));
}

/// What a layer draws are the pixels that change with its switch: none of them
/// is of a letter, and letters part the line.
#[test]
fn lines_under_dates_and_casualties_skip_ink() {
    let text = "قال في الأسبوع الماضي إن 14 جريح وصلوا ثم 27 جريح.";
    let folder = Folder::new().with("a.txt", format!("خبر\n\n{text}\n"));
    let mut found = Vec::new();
    find_expressions(text, None, &mut found);
    for scale in [1.0, 2.0] {
        let mut window = Window::open(Look {
            source: folder.source(),
            scale,
            ..Look::default()
        });
        window.show("خبر");
        let room = window.paragraph(text).rect().expand2(vec2(4.0, 6.0)) * scale;
        for (class, key) in KEYS {
            let picture = |window: &mut Window| {
                window.point(pos2(2.0, 2.0));
                window.settle();
                window.picture()
            };
            let before = picture(&mut window);
            let switch = window.rect_of(Role::CheckBox, &window.text(key));
            window.click(switch.center());
            let after = picture(&mut window);
            let mut columns = BTreeSet::new();
            for (x, y) in pixels(room) {
                let was = before.pixel(x, y).expect("in the window");
                if Some(was) != after.pixel(x, y) {
                    let is_paper = was.iter().all(|part| *part > 150);
                    assert!(is_paper, "{class:?} at {x}, {y}: {was:?}");
                    columns.insert(x);
                }
            }
            assert!(columns.len() > 20, "{class:?} is drawn: {}", columns.len());
            let next = columns.iter().skip(1);
            let gaps = columns.iter().zip(next).filter(|(a, b)| **b > **a + 1);
            let of_class = |e: &&Expression| MarkClass::of_value(&e.value) == class;
            let n = found.iter().filter(of_class).count();
            assert!(n > 0 && gaps.count() >= n, "{class:?} is parted");
        }
    }
}

/// The pixels of a rectangle on the screen.
fn pixels(room: Rect) -> impl Iterator<Item = (usize, usize)> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place on the screen"
    )]
    let edges = |range: Rangef| range.min.floor() as usize..range.max.ceil() as usize;
    let (columns, rows) = (edges(room.x_range()), edges(room.y_range()));
    rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
}
