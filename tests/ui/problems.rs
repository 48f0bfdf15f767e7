//! Problems: the count, the list, and a sentence for each kind.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Key, vec2};
use warraq::corpus::{EntityFault, ProblemArg, ProblemKind, TextEncoding};
use warraq::ui::texts::{Arg, Language, Texts};

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

/// One of each kind. A new kind does not compile until it is added here.
#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn one_of_each() -> Vec<ProblemKind> {
    let path = || "مجلد/ملف.txt".to_owned();
    let all = vec![
        ProblemKind::NoFileName,
        ProblemKind::MissingFile { path: path() },
        ProblemKind::OutsideFolder { path: path() },
        ProblemKind::NotAFile { path: path() },
        ProblemKind::ListedTwice {
            path: path(),
            first_line: 7,
        },
        ProblemKind::BadDate {
            value: "أمس".to_owned(),
        },
        ProblemKind::ExtraCells {
            n_cells: 9,
            n_columns: 6,
        },
        ProblemKind::NoIndexTable,
        ProblemKind::Unlisted,
        ProblemKind::LinkOutside,
        ProblemKind::LinkBroken,
        ProblemKind::Unreadable {
            path: path(),
            reason: "permission denied".to_owned(),
        },
        ProblemKind::Vanished { path: path() },
        ProblemKind::TooLarge {
            path: path(),
            n_bytes: 5_000_000_000,
        },
        ProblemKind::Empty,
        ProblemKind::NotText { what: "NUL bytes" },
        ProblemKind::BrokenText {
            n_places: 1,
            encoding: TextEncoding::Windows1256,
        },
        ProblemKind::BrokenText {
            n_places: 12,
            encoding: TextEncoding::Windows1256,
        },
        ProblemKind::OtherEncoding {
            encoding: TextEncoding::Windows1256,
        },
        ProblemKind::NameNotUnicode,
        ProblemKind::NoArticles,
        ProblemKind::Entity(EntityFault::Syntax {
            message: "expected `=`".to_owned(),
        }),
        ProblemKind::Entity(EntityFault::MissingKey { key: "names" }),
        ProblemKind::Entity(EntityFault::WrongType {
            key: "names",
            expected: "a list of strings",
        }),
        ProblemKind::Entity(EntityFault::UnknownType {
            value: "XYZ".to_owned(),
        }),
        ProblemKind::Entity(EntityFault::IdTaken {
            id: "baku".to_owned(),
            first_line: 3,
        }),
        ProblemKind::Entity(EntityFault::EmptyName),
        ProblemKind::Entity(EntityFault::NameTaken {
            name: "باكو".to_owned(),
            owner: "baku".to_owned(),
        }),
        ProblemKind::Entity(EntityFault::StartWithoutFile),
        ProblemKind::Entity(EntityFault::NameAndNoName),
        ProblemKind::Entity(EntityFault::ReadingTaken {
            text: "باكو".to_owned(),
            first_line: 3,
        }),
        ProblemKind::Entity(EntityFault::SameAsCircle {
            id: "baku".to_owned(),
        }),
        ProblemKind::Entity(EntityFault::UnknownEntity {
            id: "baku".to_owned(),
        }),
        ProblemKind::Entity(EntityFault::ReadingLost {
            text: "باكو".to_owned(),
            file: path(),
        }),
        ProblemKind::Entity(EntityFault::ReadingUnclear {
            text: "باكو".to_owned(),
            file: path(),
        }),
        ProblemKind::Entity(EntityFault::ReadingsOverlap {
            text: "باكو".to_owned(),
            other: "مدينة باكو".to_owned(),
        }),
    ];
    for kind in &all {
        match kind {
            ProblemKind::NoFileName
            | ProblemKind::MissingFile { .. }
            | ProblemKind::OutsideFolder { .. }
            | ProblemKind::NotAFile { .. }
            | ProblemKind::ListedTwice { .. }
            | ProblemKind::BadDate { .. }
            | ProblemKind::ExtraCells { .. }
            | ProblemKind::NoIndexTable
            | ProblemKind::Unlisted
            | ProblemKind::LinkOutside
            | ProblemKind::LinkBroken
            | ProblemKind::Unreadable { .. }
            | ProblemKind::Vanished { .. }
            | ProblemKind::TooLarge { .. }
            | ProblemKind::Empty
            | ProblemKind::NotText { .. }
            | ProblemKind::BrokenText { .. }
            | ProblemKind::OtherEncoding { .. }
            | ProblemKind::NameNotUnicode
            | ProblemKind::NoArticles
            | ProblemKind::Entity(
                EntityFault::Syntax { .. }
                | EntityFault::MissingKey { .. }
                | EntityFault::WrongType { .. }
                | EntityFault::UnknownType { .. }
                | EntityFault::IdTaken { .. }
                | EntityFault::EmptyName
                | EntityFault::NameTaken { .. }
                | EntityFault::StartWithoutFile
                | EntityFault::NameAndNoName
                | EntityFault::ReadingTaken { .. }
                | EntityFault::SameAsCircle { .. }
                | EntityFault::UnknownEntity { .. }
                | EntityFault::ReadingLost { .. }
                | EntityFault::ReadingUnclear { .. }
                | EntityFault::ReadingsOverlap { .. },
            ) => {}
        }
    }
    all
}

#[test]
fn every_kind_has_a_sentence_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for kind in one_of_each() {
            let key = format!("problem-{}", kind.code());
            assert!(texts.has(&key), "{language:?}: {key}");
            let values = kind.args();
            let args: Vec<(&str, Arg<'_>)> = values
                .iter()
                .map(|(name, value)| match value {
                    ProblemArg::Number(number) => (*name, Arg::Number(*number)),
                    ProblemArg::Text(text) => (*name, Arg::Text(text)),
                })
                .collect();
            let sentence = texts.with(&key, &args);
            assert!(
                !sentence.contains(['{', '}', '$']),
                "{language:?}: {sentence}"
            );
            // An Arabic sentence may end in “.txt”, isolated.
            let end = sentence.trim_end_matches('\u{2069}');
            assert!(end.ends_with(['.', 't']), "{language:?}: {sentence}");
            let is_arabic = sentence
                .chars()
                .any(|c| ('\u{600}'..'\u{700}').contains(&c));
            assert!(
                language == Language::English || is_arabic,
                "{sentence} is not in Arabic"
            );
            assert!(texts.has(&format!("severity-{}", kind.severity().label())));
        }
    }
}
