//! The caret of the reading pane, what is copied with its source, and the menu
//! of the words.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, SLOW, Window};
use egui::os::OperatingSystem;
use egui::{Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use std::cell::RefCell;
use std::rc::Rc;
use warraq::app::{Command, RichClipboard, UiCommand};
use warraq::text::{Alignment, BaseDirection, Block, FontCatalog, LineMeasure, Typesetter};
use warraq::texts::Language;
use warraq::ui::theme;

/// Width of the lines in a window of the usual size: 22.5 times the text size.
const MEASURE: f32 = 540.0;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..CTRL
};
const FIRST: &str = "قالت CNN إن 25 شاحنة وصلت إلى باكو، ثم عادت New York Times وكتبت عن اجتماع الوفود في القاعة الكبرى، وقال المتحدث إن الاجتماع التالي في يريفان بعد يومين من الآن.";
const SECOND: &str = "فقرة ثانية فيها <كلمات> قليلة & علامات.";

fn folder() -> Folder {
    let index = "| file | title | date | source |\n|---|---|---|---|\n| a.txt | خبر أول | 2020-10-14 | الجزيرة |\n";
    Folder::new()
        .with(
            "a.txt",
            format!("\u{FEFF}خبر أول\r\n\r\n{FIRST}\r\n\r\n{SECOND}\r\n"),
        )
        .with("b.txt", "خبر ثان\n\nلا شيء.\n")
        .with("INDEX.md", index)
}

fn open(language: Language) -> Window {
    let folder = folder();
    let mut window = Window::open(Look {
        source: folder.source(),
        step: SLOW,
        language,
        ..Look::default()
    });
    window.show("خبر أول");
    window.wait(1.0);
    window
}

fn block(text: &str) -> Block {
    let measure = LineMeasure {
        width: MEASURE,
        alignment: Alignment::Justify,
        direction: BaseDirection::RightToLeft,
    };
    Typesetter::new(&FontCatalog::bundled()).set(text, theme::body(1.0), measure, &[])
}

/// The point on the screen just inside the letter of `text` that begins at `byte`.
fn at_byte(window: &Window, text: &str, byte: usize) -> Pos2 {
    let block = block(text);
    let cell = block.cells.iter().find(|cell| cell.bytes.start == byte);
    let cell = cell.expect("a letter begins there");
    let line = block
        .lines
        .iter()
        .find(|line| line.bytes.contains(&byte))
        .expect("a line");
    let quarter = 0.25 * (cell.x1 - cell.x0);
    let x = if cell.right_to_left {
        cell.x1 - quarter
    } else {
        cell.x0 + quarter
    };
    let inside = pos2(x, f32::midpoint(line.top, line.bottom));
    window.paragraph(text).rect().min + inside.to_vec2()
}

fn start_of(text: &str, word: &str) -> usize {
    text.find(word).expect("the word is there")
}

/// The caret: an upright bar in the colour of the text.
fn caret(window: &Window) -> Option<Rect> {
    let mut found = window.filled_in_pane(Window::palette().ink);
    found.retain(|rect| (rect.width() - 2.0).abs() < 0.01 && rect.height() > 10.0);
    assert!(found.len() <= 1, "one caret");
    found.pop()
}

fn press_second(window: &mut Window, at: Pos2) {
    window.point(at);
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.settle();
}

/// What was put on a clipboard, text and HTML.
type Put = Rc<RefCell<Vec<(String, String)>>>;

struct Recorder {
    put: Put,
    accepts: bool,
}

impl RichClipboard for Recorder {
    fn put(&mut self, text: &str, html: &str) -> bool {
        self.put
            .borrow_mut()
            .push((text.to_owned(), html.to_owned()));
        self.accepts
    }
}

fn record(window: &mut Window, accepts: bool) -> Put {
    let put = Put::default();
    let recorder = Recorder {
        put: Rc::clone(&put),
        accepts,
    };
    window.with_app(|app| app.copy_to(Box::new(recorder)));
    put
}

#[test]
fn a_click_places_the_caret_and_arrows_move_it() {
    let mut window = open(Language::English);
    let at = start_of(FIRST, "شاحنة");
    let point = at_byte(&window, FIRST, at);
    assert_eq!(caret(&window), None);
    window.click(point);
    let before = caret(&window).expect("a caret");
    assert!((before.center().x - point.x).abs() < 10.0);
    window.key(Key::ArrowLeft);
    let left = caret(&window).expect("a caret");
    assert!(
        left.center().x < before.center().x,
        "to the left on the screen"
    );
    window.key(Key::ArrowRight);
    assert_eq!(caret(&window), Some(before));
    // Into the word of the other direction: the arrow goes on to the right.
    for _ in 0..6 {
        let here = caret(&window).expect("a caret").center().x;
        window.key(Key::ArrowRight);
        assert!(caret(&window).expect("a caret").center().x > here);
    }
    let top = caret(&window).expect("a caret").top();
    window.key(Key::ArrowDown);
    assert!(caret(&window).expect("a caret").top() > top + 20.0);
    // Beside the text there is no caret.
    let pane = window.pane();
    window.click(pos2(pane.right() - 8.0, pane.center().y));
    assert_eq!(caret(&window), None);
}

#[test]
fn f7_brings_the_caret_and_escape_takes_it_away() {
    for language in Language::ALL {
        let mut window = open(language);
        window.key(Key::F7);
        let name = window.text("a11y-reading-pane");
        assert_eq!(window.focused().map(|f| f.1), Some(name.clone()));
        let first = caret(&window).expect("a caret");
        window.key(Key::ArrowDown);
        assert!(caret(&window).expect("moved").top() > first.top());
        window.key(Key::Escape);
        assert_eq!(caret(&window), None);
        assert_eq!(window.focused().map(|f| f.1), Some(name), "the pane stays");
        window.key(Key::F7);
        window.key(Key::F7);
        assert_eq!(caret(&window), None, "the same key takes it away");
    }
}

#[test]
fn shift_and_keys_select_what_a_drag_selects() {
    let mut window = open(Language::English);
    let pairs = [
        ("شاحنة", "باكو"),
        ("وصلت", "عادت"),
        ("CNN", "شاحنة"),
        ("ثم", "المتحدث"),
    ];
    for (from, to) in pairs {
        let (from, to) = (start_of(FIRST, from), start_of(FIRST, to));
        let points = [from, to].map(|byte| at_byte(&window, FIRST, byte));
        window.drag(points[0], points[1]);
        let by_mouse = window.copy();
        assert_eq!(by_mouse.as_deref(), FIRST.get(from..to));
        window.click(points[0]);
        // Words go on to the left: one after the other, then back to the start.
        let n_words = FIRST
            .get(from..to)
            .map_or(0, |s| s.split_whitespace().count());
        for _ in 0..=n_words {
            window.press(CTRL_SHIFT, Key::ArrowLeft);
        }
        window.press(CTRL_SHIFT, Key::ArrowRight);
        assert_eq!(window.copy(), by_mouse);
    }
}

#[test]
fn the_caret_is_scrolled_into_view() {
    let mut window = Window::new();
    window.key(Key::F7);
    let pane = window.pane();
    window.press(CTRL, Key::End);
    let end = caret(&window).expect("in view");
    assert!(pane.contains_rect(end));
    for _ in 0..40 {
        window.key(Key::ArrowUp);
        assert!(pane.contains_rect(caret(&window).expect("in view")));
    }
    for _ in 0..3 {
        window.key(Key::PageUp);
        assert!(pane.contains_rect(caret(&window).expect("in view")));
    }
    window.press(CTRL, Key::Home);
    let start = caret(&window).expect("in view");
    assert!(pane.contains_rect(start));
    window.press(CTRL_SHIFT, Key::End);
    let all = window.copy().expect("a selection");
    window.command(UiCommand::SelectAll);
    assert_eq!(
        window.copy(),
        Some(all),
        "from the first letter to the last"
    );
}

#[test]
fn the_keys_of_menus_act_at_the_caret() {
    let mut window = open(Language::English);
    let point = at_byte(&window, FIRST, start_of(FIRST, "شاحنة"));
    window.click(point);
    window.key(Key::M);
    assert!(window.has(&window.text("repair-mark-per")), "of the word");
    window.key(Key::Escape);
    // With one step, the caret stands in a name.
    let point = at_byte(&window, FIRST, start_of(FIRST, "يريفان"));
    window.click(point);
    window.key(Key::M);
    assert!(window.has(&window.text("repair-no-name")), "of the name");
    window.key(Key::Escape);
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Enter),
        (Modifiers::NONE, Key::Menu),
        (Modifiers::SHIFT, Key::F10),
    ] {
        window.press(modifiers, key);
        assert!(window.has(&window.text("context-copy")), "{key:?}");
        assert!(window.has(&window.text("context-repair")), "{key:?}");
        window.key(Key::Escape);
        assert!(!window.has(&window.text("context-copy")));
        assert!(caret(&window).is_some(), "Esc closes the innermost alone");
    }
    window.key(Key::Enter);
    window.key(Key::Enter);
    assert_eq!(window.take_copied().as_deref(), Some("يريفان"));
}

/// Option and an arrow are shortcuts of the window, but of the caret first.
#[test]
fn on_a_mac_option_moves_the_caret_by_words() {
    let mut window = open(Language::English);
    let title = window.open_title();
    window.ctx().set_os(OperatingSystem::Mac);
    let point = at_byte(&window, FIRST, start_of(FIRST, "شاحنة"));
    window.click(point);
    let option = Modifiers {
        shift: true,
        ..Modifiers::ALT
    };
    window.press(option, Key::ArrowLeft);
    assert_eq!(window.copy().as_deref(), Some("شاحنة"));
    window.press(option, Key::ArrowDown);
    assert_eq!(window.open_title(), title);
    let copied = window.copy().expect("to the end of the paragraph");
    assert!(copied.starts_with("شاحنة وصلت إلى") && copied.contains("يومين"));
    // Without a caret they go through the list.
    window.key(Key::Escape);
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_ne!(window.open_title(), title);
}

#[test]
fn the_caret_goes_where_one_steps_to() {
    let mut window = open(Language::English);
    window.click(at_byte(&window, FIRST, start_of(FIRST, "وصلت")));
    let clicked = caret(&window).expect("a caret");
    window.key(Key::N);
    let stepped = caret(&window).expect("a caret");
    assert_ne!(stepped, clicked, "with the ring");
    window.key(Key::M);
    assert!(window.has(&window.text("repair-no-name")), "of the name");
    window.key(Key::Escape);

    // Without a caret, F7 puts it at the hit that was gone to.
    let mut window = open(Language::English);
    window.send(Command::SearchFor("المتحدث".to_owned()));
    window.key(Key::F3);
    window.key(Key::F7);
    let at = at_byte(&window, FIRST, start_of(FIRST, "المتحدث"));
    let bar = caret(&window).expect("a caret");
    assert!((bar.center() - at).length() < 12.0, "{bar:?} {at:?}");
    // From the search field the key leads to it, not away.
    window.press(CTRL, Key::F);
    window.key(Key::F7);
    assert_eq!(caret(&window), Some(bar));
}

#[test]
fn the_menu_does_what_it_says() {
    let mut window = open(Language::English);
    let at = at_byte(&window, FIRST, start_of(FIRST, "شاحنة"));
    press_second(&mut window, at);
    window.press_button(&window.text("context-copy"));
    assert_eq!(window.take_copied().as_deref(), Some("شاحنة"));

    press_second(&mut window, at);
    window.press_button(&window.text("context-mark"));
    assert!(window.has(&window.text("repair-mark-org")));
    window.key(Key::Escape);

    press_second(&mut window, at);
    window.press_button(&window.text("context-note"));
    window.write("عن النقل");
    window.key(Key::Enter);
    press_second(&mut window, at);
    assert!(window.shows("عن النقل"), "where it was written");
    let search = window.text_with("context-search", &[("words", "\u{200F}شاحنة".into())]);
    window.press_button(&search);
    assert!(window.shows("\"شاحنة\""), "in the search field");

    let mut window = open(Language::English);
    press_second(&mut window, at);
    window.press_button(&window.text("context-concordance"));
    assert!(window.has(&window.text("a11y-lines")));
}

/// What is noted on the first line of `query` in the concordance.
fn noted_on_line(window: &mut Window, query: &str) -> String {
    window.send(Command::SearchFor(query.to_owned()));
    window.command(UiCommand::ShowConcordance);
    window.focus_lines();
    window.key(Key::Home);
    window.key(Key::N);
    let (_, name, field) = window.focused().expect("a field");
    assert_eq!(name, window.text("line-note"));
    let painted = window.painted();
    let note = painted
        .iter()
        .find(|text| field.contains(text.rect().center()));
    note.map(|text| text.text().to_owned()).unwrap_or_default()
}

#[test]
fn a_note_in_the_text_is_the_note_on_the_line() {
    let mut window = open(Language::English);
    let at = |window: &Window, word| at_byte(window, FIRST, start_of(FIRST, word));
    let truck = at(&window, "شاحنة");
    press_second(&mut window, truck);
    window.press_button(&window.text("context-note"));
    window.write("عن النقل");
    window.key(Key::Enter);
    // On the line of the word, and of a phrase that it stands in.
    for query in ["شاحنة", "\"25 شاحنة وصلت\""] {
        assert_eq!(noted_on_line(&mut window, query), "عن النقل", "{query}");
        window.key(Key::Escape);
    }
    // What is written there is the note in the text, too.
    noted_on_line(&mut window, "\"25 شاحنة وصلت\"");
    window.press(CTRL, Key::A);
    window.write("ثلاثة");
    window.key(Key::Enter);
    window.command(UiCommand::ShowReading);
    for word in ["25", "شاحنة", "وصلت"] {
        let at = at(&window, word);
        press_second(&mut window, at);
        assert!(window.shows("ثلاثة"), "{word}");
        window.key(Key::Escape);
    }
    let other = at(&window, "اجتماع");
    press_second(&mut window, other);
    assert!(window.has(&window.text("context-note")) && !window.shows("ثلاثة"));
    window.key(Key::Escape);
    // A note on a line of several words is found on each of them.
    let nothing = window.text("line-note-hint");
    let noted = noted_on_line(&mut window, "\"عادت New York\"");
    assert_eq!(noted, nothing);
    window.write("الصحيفة");
    window.key(Key::Enter);
    window.command(UiCommand::ShowReading);
    let last = at(&window, "York");
    press_second(&mut window, last);
    window.press_button(&window.text("context-note"));
    assert!(window.shows("الصحيفة"));
    window.press(CTRL, Key::A);
    window.write("صحيفة");
    window.key(Key::Enter);
    assert_eq!(noted_on_line(&mut window, "\"عادت New York\""), "صحيفة");
}

#[test]
fn words_of_several_paragraphs_are_copied_only() {
    let mut window = open(Language::English);
    let from = at_byte(&window, FIRST, start_of(FIRST, "الآن"));
    let to = at_byte(&window, SECOND, start_of(SECOND, "فيها"));
    window.drag(from, to);
    press_second(&mut window, to - egui::vec2(-12.0, 0.0));
    assert!(window.has(&window.text("context-copy-source")));
    assert!(!window.has(&window.text("context-mark")));
    window.press_button(&window.text("context-copy"));
    let copied = window.take_copied();
    assert_eq!(copied.as_deref(), Some("الآن.\n\nفقرة ثانية "));
}

#[test]
fn what_is_copied_with_its_source_says_where_it_stands() {
    let mut window = open(Language::English);
    let put = record(&mut window, true);
    let from = start_of(SECOND, "فيها");
    let to = start_of(SECOND, "علامات");
    let points = [from, to].map(|byte| at_byte(&window, SECOND, byte));
    window.drag(points[0], points[1]);
    window.press(CTRL_SHIFT, Key::C);
    assert_eq!(window.take_copied(), None, "one clipboard, written once");
    let put_once = put.borrow_mut().pop().expect("put");
    assert!(put.borrow().is_empty());

    // Scalar values of the text without byte order mark, line ends as one.
    let text = format!("خبر أول\n\n{FIRST}\n\n{SECOND}\n");
    let quoted = SECOND.get(from..to).expect("a range");
    let (before, _) = text.split_once(quoted).expect("in the text");
    let start = before.chars().count();
    let end = start + quoted.chars().count();
    assert_eq!(
        put_once.0,
        format!(
            "> فيها <كلمات> قليلة & \n\n— خبر أول · الجزيرة · 14 October 2020 · `a.txt#char={start},{end}`\n"
        )
    );
    assert_eq!(
        put_once.1,
        format!(
            "<blockquote lang=\"ar\" dir=\"rtl\"><p>فيها &lt;كلمات&gt; قليلة &amp; </p></blockquote>\n<p dir=\"ltr\">— <cite><bdi>خبر أول</bdi></cite> · <bdi>الجزيرة</bdi> · <bdi>14 October 2020</bdi> · <code dir=\"ltr\">a.txt#char={start},{end}</code></p>\n"
        )
    );

    // In the menu, and in the language of the window.
    let mut window = open(Language::Arabic);
    let put = record(&mut window, true);
    window.drag(points[0], points[1]);
    window.drag(
        at_byte(&window, FIRST, start_of(FIRST, "الآن")),
        at_byte(&window, SECOND, from),
    );
    window.command(UiCommand::ContextMenu);
    window.command(UiCommand::CopyWithSource);
    let (text, html) = put.borrow_mut().pop().expect("put");
    assert!(
        text.starts_with("> الآن.\n>\n> فقرة ثانية \n\n— خبر أول"),
        "{text}"
    );
    assert!(text.contains("14 أكتوبر"), "{text}");
    assert!(html.contains("<p>الآن.</p><p>فقرة ثانية </p>"), "{html}");
}

#[test]
fn where_the_clipboard_takes_no_html_the_text_is_copied() {
    let mut window = open(Language::English);
    let put = record(&mut window, false);
    window.command(UiCommand::SelectAll);
    window.command(UiCommand::CopyWithSource);
    let (text, _) = put.borrow_mut().pop().expect("tried");
    assert_eq!(window.take_copied(), Some(text));
}
