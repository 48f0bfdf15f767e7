//! What the next start says of a panic. A hook for panics belongs to a whole
//! process, and folders of the user to its environment: each session is a
//! child.

use crate::support::{Look, Window};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use warraq::app::{App, Command, UiCommand, View};
use warraq::texts::Language;

/// Says what the child does.
const PART_VARIABLE: &str = "WARRAQ_TEST_PANIC_PART";

/// The sentence of the notice, if it is shown.
fn notice(window: &Window) -> Option<String> {
    let folder = std::env::var("WARRAQ_DATA_DIR").expect("set by the parent");
    let path = Path::new(&folder).join("panic.txt");
    let path = path.display().to_string();
    let said = window.text_with("panic-left", &[("path", (&path).into())]);
    let texts = window.painted();
    let found = texts.iter().find(|text| text.text().contains(&said));
    found.map(|text| text.text().to_owned())
}

/// The child. Without the variable this is none, and there is nothing to do.
#[test]
fn child_session() {
    let Ok(part) = std::env::var(PART_VARIABLE) else {
        return;
    };
    let language = match part.as_str() {
        "is-told" => Language::Arabic,
        _ => Language::English,
    };
    let mut window = Window::open(Look {
        language,
        saves: true,
        ..Look::default()
    });
    match part.as_str() {
        "panics" => {
            assert_eq!(notice(&window), None);
            App::leave_panic_reports(Some(language));
            window.send(Command::SetQuery("secret".to_owned()));
            window.send(Command::Ui(UiCommand::ShowConcordance));
            panic!("as a defect does");
        }
        "is-told" => {
            let said = notice(&window).expect("the notice");
            // Whatever its letters, a path runs from left to right.
            assert!(said.contains("\u{2066}/"), "{said}");
            for view in View::ALL {
                window.send(Command::Ui(view.command()));
                assert!(notice(&window).is_some(), "{view:?}");
            }
            window.send(Command::DismissPanicReport);
            assert_eq!(notice(&window), None);
        }
        "is-told-no-more" => assert_eq!(notice(&window), None),
        other => unreachable!("{other}"),
    }
}

#[test]
fn the_next_start_names_the_report_and_the_one_after_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let part = |name: &str| {
        let at = |name: &str| folder.path().join(name);
        let ended = Process::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "panics::child_session", "--nocapture"])
            .env(PART_VARIABLE, name)
            .env("WARRAQ_DATA_DIR", at("data"))
            .env("WARRAQ_CONFIG_DIR", at("settings"))
            .env("WARRAQ_CACHE_DIR", at("cache"))
            .stdout(Stdio::null())
            .output()
            .expect("a child");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        (ended.status.success(), said)
    };
    assert!(!part("panics").0);
    let report = folder.path().join("data/panic-new.txt");
    let report = std::fs::read_to_string(report).expect("a report");
    assert!(report.contains("message: as a defect does\n"), "{report}");
    assert!(
        report.contains("  SetQuery\n  Ui ShowConcordance\n"),
        "{report}"
    );
    assert!(!report.contains("secret"), "{report}");
    for name in ["is-told", "is-told-no-more"] {
        let (succeeded, said) = part(name);
        assert!(succeeded, "{name}: {said}");
    }
}
