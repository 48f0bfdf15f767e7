//! Problems: the count, the list, and a sentence for each kind.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Key, vec2};
use warraq::texts::Language;

const ARTICLE: &str = "خبر أول\n\nنص الخبر الأول عن باكو.\n";

/// A folder in which much is wrong.
fn faulty() -> Folder {
    Folder::new()
        .with("a.txt", ARTICLE)
        .with("b.txt", "خبر ثان\n\nنص الخبر الثاني.\n")
        .with("empty.txt", "")
        .with("binary.txt", [0_u8, 159, 146, 150, 0, 1, 2, 3])
        .with("unlisted.txt", "خبر غير مدرج\n\nنص.\n")
        .with("broken.txt", b"\xD8\xAE\xD8\xA8\xD8\xB1\n\n\xD9\x86\xD8\xB5 \xFF \xD9\x87\xD9\x86\xD8\xA7 \xD9\x86\xD8\xB5 \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A.\n")
        .with(
            "INDEX.md",
            "# فيها عيوب\n\n| file | date |\n|---|---|\n| a.txt | 2020 |\n| b.txt | أمس |\n| gone.txt | 2020 |\n\
             | ../out.txt | |\n| a.txt | 2021 |\n| | 2020 |\n| b.txt | 2020 | x | y |\n| empty.txt | |\n| binary.txt | |\n| broken.txt | |\n",
        )
        .with(
            "entities.toml",
            "[[entity]]\nid = \"x\"\ntype = \"XYZ\"\nnames = [\"اسم\"]\n\n[[entity]]\nid = \"y\"\ntype = \"PER\"\n\n\
             [[entity]]\nid = \"z\"\ntype = \"PER\"\nnames = [\"\"]\n",
        )
}

#[test]
fn the_status_bar_counts_and_opens_them() {
    for language in Language::ALL {
        for size in [vec2(1360.0, 800.0), vec2(900.0, 600.0)] {
            let folder = faulty();
            let mut window = Window::open(Look {
                language,
                size,
                source: folder.source(),
                ..Look::default()
            });
            let texts = window.texts();
            let buttons: Vec<String> = window
                .all_nodes()
                .iter()
                .filter_map(|node| egui_kittest::kittest::NodeT::accesskit_node(node).label())
                .collect();
            let n = (1..60_u32)
                .find(|n| buttons.contains(&texts.with("count-problems", &[("n", (*n).into())])))
                .expect("the number of problems");
            assert!(n >= 10, "{n}");
            let title = window.text("problems-title");
            assert!(!window.shows(&title));
            window.press_button(&texts.with("count-problems", &[("n", n.into())]));
            assert!(window.shows(&title));
            window.press_button(&window.text("problems-copy"));
            let copied = window.take_copied().expect("the list on the clipboard");
            assert_eq!(copied.lines().count(), n as usize, "{copied}");
            // What matters most comes first.
            let order: Vec<usize> = copied
                .lines()
                .map(|line| {
                    let is = |s: &&str| line.starts_with(&window.text(&format!("severity-{s}")));
                    ["error", "warning", "note"]
                        .iter()
                        .position(is)
                        .expect("a severity")
                })
                .collect();
            assert!(
                order.is_sorted() && order.first() != order.last(),
                "{copied}"
            );
            for line in copied.lines() {
                let (place, sentence) = line.split_once('\t').expect("place and sentence");
                assert!(
                    place.contains(" · ") && sentence.chars().count() > 20,
                    "{line}"
                );
                assert!(!line.contains('{') && !line.contains("[problem"), "{line}");
            }
            window.press_button(&window.text("close"));
            assert!(!window.shows(&title));
            window.press(CTRL, Key::P);
            assert!(window.shows(&title));
        }
    }
}

#[test]
fn the_list_scrolls_and_leads_to_the_article() {
    let folder = faulty();
    let mut window = Window::on(folder.source());
    window.press(CTRL, Key::P);
    let unlisted = window.text("problem-unlisted");
    for _ in 0..40 {
        if window.has(&unlisted) {
            break;
        }
        window.wheel(egui::pos2(600.0, 680.0), -60.0, egui::Modifiers::NONE);
    }
    window.press_button(&unlisted);
    assert_eq!(window.open_title().as_deref(), Some("خبر غير مدرج"));
}

#[test]
fn without_problems_nothing_is_counted() {
    let mut window = Window::new();
    let none = window.text_with("count-problems", &[("n", 0_u32.into())]);
    assert!(!window.has(&none));
    window.press(CTRL, Key::P);
    assert!(
        window.shows(&window.text("problems-none")),
        "the list says that all is well"
    );
}
