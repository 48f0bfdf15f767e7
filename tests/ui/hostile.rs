//! Texts that nobody would print: nothing panics, nothing is lost.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Key, Modifiers, pos2, vec2};
use std::collections::BTreeMap;
use warraq::app::UiCommand;
use warraq::texts::Language;

/// Texts by the names of their files.
pub(crate) fn texts() -> BTreeMap<&'static str, String> {
    let paragraph = "وقالت المصادر إن المفاوضات استمرت حتى ساعة متأخرة من الليل دون اتفاق. ";
    BTreeMap::from([
        ("controls", "\u{202E}abc \u{202D}عربي\u{202C} \u{2066}x\u{2069} \u{2067}\u{2068}\u{200F}\u{200E}\u{061C} نهاية\u{202E}\n\nثانية\u{2069}\u{2069}\u{202C}".to_owned()),
        ("unclosed", format!("{}نص", "\u{202B}".repeat(200))),
        ("nul", "قبل\u{0}بعد\u{1}\u{7F}\u{FEFF}\u{FFFD}\u{FFFF}".to_owned()),
        ("emoji", "👨‍👩‍👧‍👦 🏳️‍🌈 🇦🇿🇦🇲 خبر 👍🏽 e\u{301}".to_owned()),
        ("marks", "\u{64B}\u{64C} \u{651}\u{651}\u{651} ـ\u{64E} ب\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{670}".to_owned()),
        ("zalgo", format!("ب{}", "\u{64E}\u{651}\u{301}".repeat(300))),
        ("word", "ب".repeat(5_000)),
        ("latin word", "w".repeat(5_000)),
        ("spaces", format!("كلمة{}كلمة\u{3000}\u{2028}\u{2029}\u{85}\t\u{B}\u{C}", " ".repeat(3_000))),
        ("one paragraph", paragraph.repeat(100_000 / paragraph.len())),
        ("many lines", "س\n".repeat(5_000)),
        ("furniture", "اقرأ أيضا\nمشاركة\nتابعونا على تويتر\nجميع الحقوق محفوظة\n".to_owned()),
        ("one letter", "س".to_owned()),
        ("plane", "𞸁𞸂 𐤀𐤁 שלום ދިވެހި ߒߞߏ 中文 𝔸".to_owned()),
        ("tags", "<b>لا</b> [قائمة] {x} %s \\ ``` | # * _".to_owned()),
        ("kashida", format!("س{}لام", "ـ".repeat(4_000))),
        ("numbers", "١٢٣ 456 ۷۸۹ 12/10/2020 25٪ 1.5–2.5 +994(12)".to_owned()),
    ])
}

#[test]
fn nothing_panics_and_everything_can_be_copied() {
    let texts = texts();
    for language in Language::ALL {
        for width in [900.0, 1360.0] {
            let mut folder = Folder::new();
            for (name, text) in &texts {
                folder = folder.with(&format!("{name}.txt"), format!("{name} خبر\n\n{text}\n"));
            }
            let mut window = Window::open(Look {
                language,
                size: vec2(width, 640.0),
                source: folder.source(),
                ..Look::default()
            });
            window.press(CTRL, Key::P);
            let first = window.rows()[0].1.center();
            window.click(first);
            window.key(Key::Home);
            let mut seen = 0;
            loop {
                let open = window.open_title();
                let pane = window.pane();
                window.wheel(pane.center(), -300.0, Modifiers::NONE);
                window.drag(pane.center(), pane.right_bottom() - vec2(40.0, 10.0));
                window.clicks(pane.center() + vec2(30.0, 20.0), 3);
                window.command(UiCommand::SelectAll);
                let copied = window.copy();
                assert!(copied.is_some_and(|text| !text.is_empty()), "{open:?}");
                window.press(Modifiers::ALT, Key::ArrowDown);
                seen += 1;
                if window.open_title() == open {
                    break;
                }
            }
            assert!(seen >= texts.len() - 1, "{seen} of {}", texts.len());
        }
    }
}

#[test]
fn hostile_names_of_files_periods_and_outlets() {
    let folder = Folder::new()
        .with("\u{202E}عكس.txt", "\u{202E}عنوان معكوس\u{2066}\n\nنص.\n")
        .with("طويل.txt", format!("{}\n\nنص.\n", "عنوان ".repeat(400)))
        .with("كلمة.txt", format!("{}\n\nنص.\n", "ع".repeat(2_000)))
        .with(
            "INDEX.md",
            format!(
                "# {}\n\n{}\n\n| file | date | period | source | note |\n|---|---|---|---|---|\n\
                 | \u{202E}عكس.txt | 2020 | \u{202E}فترة\u{2067} | \u{2066}مصدر | \u{202B}ملاحظة |\n\
                 | طويل.txt | 2020 | {} | {} | x |\n| كلمة.txt | 2023 | 2023 | | |\n",
                "اسم ".repeat(100),
                "وصف ".repeat(500),
                "فترة".repeat(60),
                "مصدر".repeat(60),
            ),
        );
    for language in Language::ALL {
        for size in [vec2(900.0, 600.0), vec2(1360.0, 800.0), vec2(420.0, 300.0)] {
            let mut window = Window::open(Look {
                language,
                size,
                source: folder.source(),
                ..Look::default()
            });
            let first = window.rows()[0].1;
            window.click(pos2(first.center().x, first.top() + 12.0));
            window.key(Key::Home);
            for _ in 0..3 {
                window.key(Key::ArrowDown);
            }
            window.command(UiCommand::Palette);
            window.command(UiCommand::Palette);
            window.command(UiCommand::ShowProblems);
        }
    }
}

#[test]
fn an_empty_corpus_offers_ways_on() {
    // Every article is unreadable: the folder is a corpus without articles.
    let folder = Folder::new()
        .with("INDEX.md", "# فارغة\n\n| file | date |\n|---|---|\n")
        .with("empty.txt", "");
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            source: folder.source(),
            ..Look::default()
        });
        let no_articles = window.text("empty-no-articles");
        if window.with_app(|app| app.failure()).is_none() {
            assert!(window.shows(&no_articles));
            window.press_button(&window.text("command-open-embedded"));
        } else {
            window.command(UiCommand::OpenEmbedded);
        }
        assert_eq!(window.titles().len(), 5);
    }
}

/// Texts are shortened by an ellipsis where room ends, never by an edge.
#[test]
fn no_text_is_cut_by_an_edge() {
    let long = Folder::new()
        .with("a.txt", format!("{}\n\nنص.\n", "عنوان ".repeat(80)))
        .with("b.txt", format!("{}\n\nنص.\n", "ع".repeat(500)))
        .with(
            "INDEX.md",
            format!(
                "# {}\n\n| file | date | period | source | note |\n|---|---|---|---|---|\n\
                 | a.txt | 2020-10-14 | {} | {} | {} |\n| b.txt | 2023 | 2023 | | |\n| gone.txt | | | | |\n",
                "اسم ".repeat(100),
                "فترة".repeat(60),
                "مصدر".repeat(60),
                "ملاحظة ".repeat(60),
            ),
        );
    for source in [warraq::app::Source::Embedded, long.source()] {
        for language in Language::ALL {
            for size in [vec2(900.0, 600.0), vec2(1360.0, 800.0)] {
                let mut window = Window::open(Look {
                    language,
                    size,
                    source: source.clone(),
                    ..Look::default()
                });
                window.with_app(|app| app.search_for("نص"));
                window.settle();
                window.command(UiCommand::ShowProblems);
                for text in window.painted() {
                    let (ink, clip) = (text.ink(), text.clip);
                    assert!(
                        ink.left() >= clip.left() - 2.0 && ink.right() <= clip.right() + 2.0,
                        "{language:?} {size}: {:?} at {ink} in {clip}",
                        text.text()
                    );
                }
            }
        }
    }
}
