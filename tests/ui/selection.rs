//! Selecting and copying in the reading pane.

use crate::corpora::{paragraphs, seed};
use crate::frame::PaintedText;
use crate::support::{CTRL, Look, QUICK, Window};
use egui::{Event, Key, Modifiers, Pos2, Rect, pos2};
use warraq::app::UiCommand;
use warraq::corpus::Article;
use warraq::text::{
    Alignment, BaseDirection, Block, Caret, FontCatalog, LineMeasure, Typesetter, word_at,
};
use warraq::ui::theme;

/// Width of the lines in a window of the usual size: 22.5 times the text size.
const MEASURE: f32 = 540.0;

fn window_on(number: &str, step: f32) -> (Window, Article) {
    let article = seed(number);
    let mut window = Window::open(Look {
        step,
        ..Look::default()
    });
    window.show(&article.title);
    // Long enough that the next click is no second one.
    window.wait(1.0);
    (window, article)
}

/// The layout of a paragraph of the pane, made anew.
fn block(text: &str) -> Block {
    let measure = LineMeasure {
        width: MEASURE,
        alignment: Alignment::Justify,
        direction: BaseDirection::RightToLeft,
    };
    Typesetter::new(&FontCatalog::bundled()).set(text, theme::body(1.0), measure, &[])
}

/// The point on the screen just inside the letter that begins at `byte`.
fn at_byte(painted: &PaintedText, block: &Block, byte: usize) -> Pos2 {
    let cell = block
        .cells
        .iter()
        .find(|cell| cell.bytes.start == byte)
        .unwrap_or_else(|| panic!("no letter begins at {byte}"));
    let index = block
        .lines
        .iter()
        .position(|line| line.bytes.contains(&byte));
    let line = &block.lines[index.expect("a line")];
    // On the side where the letter begins.
    let x = if cell.right_to_left {
        cell.x1 - 0.25 * (cell.x1 - cell.x0)
    } else {
        cell.x0 + 0.25 * (cell.x1 - cell.x0)
    };
    painted.rect().min + pos2(x, f32::midpoint(line.top, line.bottom)).to_vec2()
}

/// Where the `n`-th word of `text` begins, from 0.
fn word_start(text: &str, n: usize) -> usize {
    let word = text.split_whitespace().nth(n).expect("a word");
    word.as_ptr() as usize - text.as_ptr() as usize
}

/// The two first paragraphs of an article, and where they stand in its text.
fn first_two(article: &Article) -> [(String, usize); 2] {
    let all = paragraphs(article);
    [all[0], all[1]].map(|paragraph| {
        let start = paragraph.as_ptr() as usize - article.text.as_ptr() as usize;
        (paragraph.to_owned(), start)
    })
}

fn selected(window: &Window) -> Vec<Rect> {
    window.filled_in_pane(Window::palette().selection)
}

#[test]
fn a_drag_selects_from_letter_to_letter() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(text, start), _] = first_two(&article);
    let block = block(&text);
    let painted = window.paragraph(&text);
    assert!(
        (painted.rect().height() - block.height).abs() < 0.01,
        "the same layout"
    );
    let (from, to) = (word_start(&text, 3), word_start(&text, 30));
    for (a, b) in [(from, to), (to, from)] {
        window.drag(at_byte(&painted, &block, a), at_byte(&painted, &block, b));
        let expected = article.text.get(start + from..start + to);
        assert_eq!(window.copy().as_deref(), expected);
    }
}

#[test]
fn selection_is_exact_on_justified_lines() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(text, _), _] = first_two(&article);
    let block = block(&text);
    assert!(block.lines.len() > 3, "some lines are justified");
    let painted = window.paragraph(&text);
    let origin = painted.rect().min;
    for (from, to) in [(2, 5), (4, 22), (11, 13)] {
        let bytes = word_start(&text, from)..word_start(&text, to);
        window.drag(
            at_byte(&painted, &block, bytes.start),
            at_byte(&painted, &block, bytes.end),
        );
        let rects = selected(&window);
        // Exactly the cells of the bytes, no more and no less, on every line.
        for cell in &block.cells {
            let line = block
                .lines
                .iter()
                .find(|line| line.bytes.contains(&cell.bytes.start))
                .expect("a line");
            if line.bytes.end == cell.bytes.end {
                continue; // The space at the end of a line has no room.
            }
            let middle = pos2(
                f32::midpoint(cell.x0, cell.x1),
                f32::midpoint(line.top, line.bottom),
            );
            let covered = rects
                .iter()
                .any(|rect| rect.contains(origin + middle.to_vec2()));
            let is_inside = bytes.contains(&cell.bytes.start);
            let is_wide = cell.x1 - cell.x0 > 2.0;
            assert!(
                covered == is_inside || !is_wide,
                "words {from} to {to}: byte {} covered {covered}",
                cell.bytes.start
            );
        }
        // The edges are those of the caret.
        let (_, x) = block.caret_x(Caret::after(bytes.start));
        let right = rects.iter().map(Rect::right).fold(f32::MIN, f32::max);
        let first = rects
            .iter()
            .min_by(|a, b| a.top().total_cmp(&b.top()))
            .expect("a rectangle");
        assert!(
            (first.right() - (origin.x + x)).abs() <= 0.51,
            "{first:?} {right}"
        );
    }
}

#[test]
fn a_drag_goes_over_paragraphs() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(one, one_at), (two, two_at)] = first_two(&article);
    let (block_one, block_two) = (block(&one), block(&two));
    let (painted_one, painted_two) = (window.paragraph(&one), window.paragraph(&two));
    let (from, to) = (word_start(&one, 5), word_start(&two, 7));
    window.drag(
        at_byte(&painted_one, &block_one, from),
        at_byte(&painted_two, &block_two, to),
    );
    let expected = article.text.get(one_at + from..two_at + to);
    assert_eq!(window.copy().as_deref(), expected, "blank lines and all");
}

#[test]
fn a_double_click_takes_a_word_and_a_triple_click_a_paragraph() {
    let (mut window, article) = window_on("01", QUICK);
    let [(text, _), (other, _)] = first_two(&article);
    let block = block(&text);
    for n in [1, 12, 25] {
        let byte = word_start(&text, n);
        let at = at_byte(&window.paragraph(&text), &block, byte);
        window.clicks(at, 2);
        let word = word_at(&text, byte);
        assert_eq!(window.copy().as_deref(), text.get(word), "word {n}");
        window.wait(1.0);
    }
    let at = at_byte(&window.paragraph(&text), &block, word_start(&text, 12));
    window.clicks(at, 3);
    assert_eq!(window.copy().as_deref(), Some(text.as_str()));
    window.wait(1.0);
    window.click(window.paragraph(&other).rect().center());
    assert_eq!(window.copy(), None, "a click takes the selection away");
}

#[test]
fn a_drag_after_a_double_click_goes_by_words() {
    let (mut window, article) = window_on("01", QUICK);
    let [(text, _), _] = first_two(&article);
    let block = block(&text);
    let painted = window.paragraph(&text);
    let (from, to) = (word_start(&text, 2), word_start(&text, 6));
    let start = at_byte(&painted, &block, from);
    let end = at_byte(&painted, &block, to);
    window.point(start);
    window.button(start, true, Modifiers::NONE);
    window.button(start, false, Modifiers::NONE);
    window.button(start, true, Modifiers::NONE);
    window.point(start.lerp(end, 0.5));
    window.point(end);
    window.button(end, false, Modifiers::NONE);
    window.settle();
    let expected = text.get(from..word_at(&text, to).end);
    assert_eq!(window.copy().as_deref(), expected);
}

#[test]
fn shift_and_click_extends_the_selection() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(text, start), (other, other_start)] = first_two(&article);
    let (block_one, block_two) = (block(&text), block(&other));
    let (one, two) = (window.paragraph(&text), window.paragraph(&other));
    let from = word_start(&text, 4);
    window.click(at_byte(&one, &block_one, from));
    let to = word_start(&other, 3);
    window.click_with(at_byte(&two, &block_two, to), Modifiers::SHIFT);
    let expected = article.text.get(start + from..other_start + to);
    assert_eq!(window.copy().as_deref(), expected);
    let nearer = word_start(&text, 9);
    window.click_with(at_byte(&one, &block_one, nearer), Modifiers::SHIFT);
    let expected = article.text.get(start + from..start + nearer);
    assert_eq!(window.copy().as_deref(), expected);
}

#[test]
fn ctrl_a_selects_the_whole_article() {
    let (mut window, article) = window_on("02", crate::support::SLOW);
    window.click(window.pane().center());
    window.press(CTRL, Key::A);
    assert_eq!(window.copy().as_deref(), Some(article.text.trim()));
    assert!(!selected(&window).is_empty());
}

#[test]
fn the_whole_article_is_the_text_of_the_file() {
    let folder = crate::corpora::Folder::new()
        .with("a.txt", "الفقرة الأولى من النص.\n\nالفقرة الثانية.\n")
        .with(
            "INDEX.md",
            "| file | title |\n|---|---|\n| a.txt | عنوان من الفهرس |\n",
        );
    let mut window = Window::on(folder.source());
    window.command(UiCommand::SelectAll);
    window.command(UiCommand::Copy);
    assert_eq!(
        window.take_copied().as_deref(),
        Some("الفقرة الأولى من النص.\n\nالفقرة الثانية.")
    );
}

#[test]
fn marks_of_letters_are_copied_as_they_stand() {
    let text = "قالَ الرّئيسُ: «لا حربَ» في ناغورنو\u{2011}كاراباخ بنسبة 25٪ (CNN) عام ٢٠٢٠ والسـّلام.";
    let folder = crate::corpora::Folder::new().with("a.txt", format!("عنوان\n\n{text}\n"));
    let mut window = Window::on(folder.source());
    window.command(UiCommand::SelectAll);
    window.command(UiCommand::Copy);
    assert_eq!(window.take_copied(), Some(format!("عنوان\n\n{text}")));
}

#[test]
fn the_search_field_copies_its_own_selection_first() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(text, _), _] = first_two(&article);
    let block = block(&text);
    let painted = window.paragraph(&text);
    let (from, to) = (word_start(&text, 3), word_start(&text, 6));
    window.drag(
        at_byte(&painted, &block, from),
        at_byte(&painted, &block, to),
    );
    let of_pane = window.copy().expect("the selection of the pane");
    window.press(CTRL, Key::F);
    assert_eq!(
        window.copy(),
        Some(of_pane.clone()),
        "the field has nothing selected"
    );
    window.write("وفي");
    window.press(CTRL, Key::A);
    assert_eq!(window.copy().as_deref(), Some("وفي"));
    window.key(Key::End);
    assert_eq!(
        window.copy(),
        Some(of_pane),
        "the caret alone selects nothing"
    );
}

#[test]
fn a_drag_below_the_edge_scrolls() {
    let (mut window, article) = window_on("04", crate::support::SLOW);
    let all = paragraphs(&article);
    let (first, last) = (all[0].to_owned(), all[all.len() - 1].to_owned());
    let block = block(&first);
    let start = at_byte(&window.paragraph(&first), &block, word_start(&first, 2));
    let is_in_view = |window: &Window, text: &str| {
        window
            .pane_texts()
            .iter()
            .any(|painted| painted.text() == text)
    };
    assert!(!is_in_view(&window, &last));
    let below = pos2(start.x, window.pane().bottom() + 60.0);
    window.point(start);
    window.button(start, true, Modifiers::NONE);
    window.point(pos2(start.x, start.y + 40.0));
    window.point(below);
    for _ in 0..80 {
        window.step();
    }
    assert!(is_in_view(&window, &last), "scrolled to the end");
    window.button(below, false, Modifiers::NONE);
    window.settle();
    let copied = window.copy().expect("a selection");
    let from = article.text.find(&first).expect("the first") + word_start(&first, 2);
    let end = article.text.find(&last).expect("the last") + last.len();
    assert_eq!(Some(copied.as_str()), article.text.get(from..end));
}

#[test]
fn middle_and_right_buttons_select_nothing() {
    let (mut window, article) = window_on("01", crate::support::SLOW);
    let [(text, _), _] = first_two(&article);
    let at = window.paragraph(&text).rect().center();
    for button in [egui::PointerButton::Secondary, egui::PointerButton::Middle] {
        window.point(at);
        for (pos, pressed) in [(at, true), (at + egui::vec2(80.0, 0.0), true), (at, false)] {
            window.point(pos);
            window.event(Event::PointerButton {
                pos,
                button,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        window.settle();
        assert_eq!(selected(&window), [], "{button:?}");
    }
}
