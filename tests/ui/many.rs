//! Two thousand articles cost what fifty do.

use crate::corpora::Folder;
use crate::frame::leaves;
use crate::support::Window;
use egui::{Key, Modifiers, pos2};

fn folder_of(n: usize) -> Folder {
    let mut folder = Folder::new();
    for i in 0..n {
        let title = match i % 3 {
            0 => format!("خبر {i}"),
            1 => {
                format!("خبر {i} عن باكو ويريفان وما جرى بينهما في مفاوضات طويلة لم تنته إلى اتفاق")
            }
            _ => format!("Report {i}"),
        };
        folder = folder.with(
            &format!("{i:05}.txt"),
            format!("{title}\n\nنص الخبر {i} من باكو.\n"),
        );
    }
    folder
}

/// Shapes and nodes of a frame.
fn cost(window: &Window) -> (usize, usize) {
    (leaves(&window.shapes()).len(), window.all_nodes().len())
}

/// Rows stand one under the other, without gaps and without overlap.
fn assert_rows_fit(window: &Window) {
    let rows = window.rows();
    assert!(rows.len() > 4, "{rows:?}");
    let list = window.list();
    for pair in rows.windows(2) {
        assert!(
            (pair[0].1.bottom() - pair[1].1.top()).abs() < 0.6,
            "{:?} and {:?}",
            pair[0],
            pair[1]
        );
    }
    // A title lies in its own row.
    for (title, rect, _) in &rows {
        if rect.top() <= list.top() || rect.bottom() >= list.bottom() {
            continue;
        }
        let painted = window.painted();
        let written = painted
            .iter()
            .find(|text| text.text() == title && list.contains(text.rect().center()));
        let written = written
            .unwrap_or_else(|| panic!("{title} is written"))
            .rect();
        assert!(rect.contains_rect(written), "{title}: {written} in {rect}");
    }
}

#[test]
fn two_thousand_articles_are_as_many_shapes_as_fifty() {
    let (few, many) = (folder_of(50), folder_of(2_000));
    let small = cost(&Window::on(few.source()));
    let mut window = Window::on(many.source());
    let large = cost(&window);
    // Groups and counts differ by a few.
    assert!(
        large.0 <= small.0 + 12 && large.1 <= small.1 + 12,
        "{large:?} after {small:?}"
    );
    assert_rows_fit(&window);

    let first = window.rows()[0].1.center();
    window.click(first);
    window.key(Key::End);
    assert_eq!(
        window.open_title().as_deref(),
        Some(window.titles().last().expect("rows").as_str())
    );
    assert_rows_fit(&window);
    let at_end = cost(&window);
    assert!(at_end.0 <= small.0 + 12, "{at_end:?}");

    // The scrollbar, into the middle of what was never seen.
    let list = window.list();
    let bar = pos2(list.right() - 4.0, list.center().y);
    window.click(bar);
    assert_rows_fit(&window);
    let middle = window.titles();
    window.drag(bar, pos2(bar.x, list.top() + list.height() * 0.3));
    assert_rows_fit(&window);
    assert_ne!(window.titles(), middle);
    window.drag(
        pos2(bar.x, list.top() + list.height() * 0.3),
        pos2(bar.x, list.bottom() + 50.0),
    );
    assert_rows_fit(&window);
    window.wheel(list.center(), 500.0, Modifiers::NONE);
    assert_rows_fit(&window);
}

#[test]
fn the_open_article_stays_in_view_in_the_list() {
    let many = folder_of(300);
    let mut window = Window::on(many.source());
    let first = window.rows()[0].1.center();
    window.click(first);
    for key in [
        Key::PageDown,
        Key::PageDown,
        Key::ArrowDown,
        Key::PageUp,
        Key::End,
        Key::ArrowUp,
        Key::Home,
    ] {
        window.key(key);
        let list = window.list();
        let rows = window.rows();
        let open = rows
            .iter()
            .find(|row| row.2)
            .unwrap_or_else(|| panic!("in view after {key:?}"));
        assert!(
            list.expand(1.0).contains_rect(open.1),
            "{key:?}: {}",
            open.1
        );
    }
}
