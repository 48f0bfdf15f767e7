//! Repairing names: marked, counted, undone, saved.

use crate::corpora::{Folder, paragraphs, seed};
use crate::support::{CTRL, Look, QUICK, Window};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::kittest::NodeT as _;
use std::fs;
use warraq::app::{Command, UiCommand};
use warraq::text::{Alignment, BaseDirection, FontCatalog, LineMeasure, Typesetter};
use warraq::ui::theme;

/// Width of the lines in a window of the usual size: 22.5 times the text size.
const MEASURE: f32 = 540.0;
const FIRST: &str = "وصل سمكرود إلى القاعة صباحا، ثم جلس سمكرود وحده.";
const SECOND: &str = "غاب سمكرود عن الجلسة، وبسمكرود بدأ الحديث.";

fn folder() -> Folder {
    Folder::new()
        .with("a.txt", format!("خبر أول\n\n{FIRST}\n"))
        .with("b.txt", format!("خبر ثان\n\n{SECOND}\n"))
        .with("c.txt", "خبر ثالث\n\nلا شيء هنا.\n")
}

fn open(folder: &Folder) -> Window {
    let mut window = Window::open(Look {
        source: folder.source(),
        step: QUICK,
        ..Look::default()
    });
    window.show("خبر أول");
    window.wait(1.0);
    window
}

/// A point on the `n`-th place of `words` in a paragraph of the pane, from 0.
fn point(window: &Window, paragraph: &str, words: &str, n: usize) -> Pos2 {
    let measure = LineMeasure {
        width: MEASURE,
        alignment: Alignment::Justify,
        direction: BaseDirection::RightToLeft,
    };
    let block =
        Typesetter::new(&FontCatalog::bundled()).set(paragraph, theme::body(1.0), measure, &[]);
    let places: Vec<_> = paragraph.match_indices(words).collect();
    let (start, _) = places[n];
    let area = block.areas(start..start + words.len())[0];
    let middle = pos2(
        f32::midpoint(area.x0, area.x1),
        f32::midpoint(area.y0, area.y1),
    );
    window.paragraph(paragraph).rect().min + middle.to_vec2()
}

fn select_word(window: &mut Window, paragraph: &str, word: &str, n: usize) {
    let at = point(window, paragraph, word, n);
    window.clicks(at, 2);
    window.wait(1.0);
}

fn press_second(window: &mut Window, at: Pos2) {
    window.point(at);
    for pressed in [true, false] {
        window.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.settle();
}

fn changes(window: &Window, mentions: usize, articles: usize) -> String {
    let n = [("n", articles.into())];
    let articles = window.text_with("repair-changes-articles", &n);
    let args = [
        ("n", mentions.into()),
        ("articles", articles.as_str().into()),
    ];
    window.text_with("repair-changes", &args)
}

/// Whether a text of the window contains `part`.
fn says(window: &Window, part: &str) -> bool {
    let nodes = window.all_nodes();
    nodes.iter().any(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.contains(part))
    })
}

fn names(folder: &Folder) -> Option<String> {
    fs::read_to_string(folder.path().join("entities.toml")).ok()
}

/// Marks the word everywhere as a person, by keys.
fn mark_everywhere(window: &mut Window) {
    select_word(window, FIRST, "سمكرود", 0);
    window.key(Key::M);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
}

/// The mentions of persons in the open article, as the legend counts them.
fn n_persons(window: &Window) -> String {
    let legend = window.rect(&window.text("legend-per"));
    let mut painted = window.painted();
    painted.retain(|text| legend.contains(text.rect().center()));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = painted.iter().find(|text| is_number(text.text()));
    number.expect("a count").text().to_owned()
}

#[test]
fn a_word_is_marked_everywhere_after_its_effect_was_shown() {
    let folder = folder();
    let mut window = open(&folder);
    assert_eq!(n_persons(&window), "0");
    mark_everywhere(&mut window);
    assert!(window.has(&changes(&window, 4, 2)));
    assert_eq!(names(&folder), None, "nothing is done yet");
    assert_eq!(n_persons(&window), "0");
    window.key(Key::Enter);
    assert!(says(&window, &changes(&window, 4, 2)));
    assert_eq!(n_persons(&window), "2");
    let file = names(&folder).expect("written");
    assert!(file.contains("[[reading]]\ntext = \"سمكرود\"\n"), "{file}");
    window.show("خبر ثان");
    assert_eq!(n_persons(&window), "2", "one of them behind a proclitic");
}

#[test]
fn what_is_shown_can_be_left_undone() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Escape);
    assert!(!window.has(&changes(&window, 4, 2)));
    assert_eq!((names(&folder), n_persons(&window)), (None, "0".to_owned()));
    window.press(CTRL, Key::Z);
    assert!(window.has(&window.text("repair-nothing")));
}

#[test]
fn undoing_restores_the_file_byte_for_byte() {
    let by_hand = "# by hand\r\n[[entity]]\r\nid = \"Hall\" # a room\r\ntype = \"LOC\"\r\nnames = [\"القاعة\"]\r\nmine = 1\r\n";
    let folder = folder().with("entities.toml", by_hand);
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    let done = names(&folder).expect("a file");
    assert!(
        done.starts_with(by_hand) && done.len() > by_hand.len(),
        "{done}"
    );
    window.press(CTRL, Key::Z);
    assert_eq!(names(&folder).as_deref(), Some(by_hand));
    assert_eq!(n_persons(&window), "0");
    assert!(says(&window, &window.text("repair-undid")));
    let shift = Modifiers {
        shift: true,
        ..CTRL
    };
    window.press(shift, Key::Z);
    assert_eq!(names(&folder), Some(done));
    assert_eq!(n_persons(&window), "2");
}

#[test]
fn undoing_leaves_a_field_with_words_in_it_alone() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    window.press(CTRL, Key::F);
    window.write("باكو");
    window.press(CTRL, Key::Z);
    assert!(names(&folder).is_some_and(|file| file.contains("سمكرود")));
}

#[test]
fn a_mention_is_no_name_here_at_once_and_offers_to_undo() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    window.key(Key::N);
    window.key(Key::M);
    // How far the last repair reached is not remembered.
    window.key(Key::Enter);
    assert!(says(&window, &changes(&window, 1, 1)));
    assert_eq!(n_persons(&window), "1");
    let file = names(&folder).expect("a file");
    assert!(
        file.contains("file = \"a.txt\"") && file.contains("start = 13"),
        "{file}"
    );
    window.press_button(&window.text("repair-undo"));
    assert_eq!(n_persons(&window), "2");
}

#[test]
fn the_second_button_selects_a_word_and_opens_the_menu() {
    let folder = folder();
    let mut window = open(&folder);
    let at = point(&window, FIRST, "سمكرود", 1);
    press_second(&mut window, at);
    window.press_button(&window.text("context-mark"));
    assert!(window.has(&window.text("repair-mark-per")));
    window.press_button(&window.text("repair-mark-org"));
    let file = names(&folder).expect("a file");
    assert!(file.contains("ORG") && file.contains("start ="), "{file}");
    press_second(&mut window, at);
    window.press_button(&window.text("context-repair"));
    assert!(
        window.has(&window.text("repair-no-name")),
        "it is a mention now"
    );
    window.key(Key::Escape);
    assert!(!window.has(&window.text("repair-no-name")));
}

#[test]
fn two_entities_are_merged_on_the_card() {
    let text = "زار الوفد باكو، ثم عاد إلى يريفان ليلا.";
    let folder = folder().with("d.txt", format!("خبر رابع\n\n{text}\n"));
    let mut window = open(&folder);
    window.show("خبر رابع");
    window.key(Key::N);
    window.key(Key::M);
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    window.press_button(&window.text("repair-find"));
    window.write("يريفا");
    let merge = window.text_with("repair-merge-into", &[("name", "يريفان".into())]);
    window.press_button(&merge);
    assert!(window.has(&changes(&window, 1, 1)));
    window.key(Key::Enter);
    let file = names(&folder).expect("a file");
    assert!(file.contains("same_as = \"Yerevan\""), "{file}");
    assert!(says(&window, "يريفان"));
}

#[test]
fn what_others_write_into_the_file_is_taken_over_and_undoing_goes_on() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    let mine = names(&folder).expect("a file");
    let theirs = "\n[[entity]]\nid = \"Hall\"\ntype = \"LOC\"\nnames = [\"القاعة\"]\n";
    folder.write("entities.toml", format!("{mine}{theirs}"));
    window.command(UiCommand::Reload);
    assert!(says(&window, "القاعة"), "listed among the entities");
    assert_eq!(n_persons(&window), "2");
    window.press(CTRL, Key::Z);
    assert_eq!(n_persons(&window), "0");
    let file = names(&folder).expect("a file");
    assert!(file.contains("Hall") && !file.contains("سمكرود"), "{file}");
}

#[test]
fn a_repair_that_others_changed_otherwise_is_told_and_theirs_stands() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    let theirs = names(&folder).expect("a file").replace("PER", "ORG");
    folder.write("entities.toml", &theirs);
    window.press(CTRL, Key::Z);
    let told = window.text_with("names-conflict", &[("names", "سمكرود".into())]);
    assert!(window.has(&told));
    assert_eq!(names(&folder), Some(theirs));
}

#[test]
fn a_file_that_is_not_toml_is_left_alone() {
    let broken = "[[entity]]\nid = \"Hall\ntype = \"LOC\"\n";
    let folder = folder().with("entities.toml", broken);
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    assert_eq!(n_persons(&window), "2", "it holds in the window");
    assert_eq!(names(&folder).as_deref(), Some(broken));
    let told = window.text_with("problem-names-not-toml", &[("line", 2_u32.into())]);
    assert!(says(&window, &told));
}

#[test]
fn repairs_of_a_folder_that_cannot_be_written_to_go_to_the_data_folder() {
    let by_hand = "[[entity]]\nid = \"Hall\"\ntype = \"LOC\"\nnames = [\"القاعة\"]\n";
    let folder = folder().with("entities.toml", by_hand);
    let data = Folder::new();
    let file = folder.path().join("entities.toml");
    let set_readonly = |is_readonly: bool| {
        let mut permissions = fs::metadata(&file).expect("a file").permissions();
        permissions.set_readonly(is_readonly);
        fs::set_permissions(&file, permissions).expect("permissions");
    };
    set_readonly(true);
    let mut window = open(&folder);
    window.with_app(|app| app.keep_names_in(data.path()));
    window.send(Command::Open(folder.source()));
    window.wait(1.0);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    assert!(says(&window, &window.text("names-aside")));
    assert_eq!(n_persons(&window), "2");
    assert_eq!(names(&folder).as_deref(), Some(by_hand));
    let kept = fs::read_dir(data.path().join("names")).expect("a folder");
    let kept: Vec<_> = kept.map(|file| file.expect("a file").path()).collect();
    assert_eq!(kept.len(), 1);
    // They are there again, with what the folder says.
    window.send(Command::Open(folder.source()));
    assert_eq!(n_persons(&window), "2");
    assert!(says(&window, "القاعة"));
    // A damaged one is kept as it was, and the reader is told where.
    let whole = fs::read_to_string(&kept[0]).expect("a file");
    let damage = format!("{whole}[[entity]]\nid = \"Broken\n");
    fs::write(&kept[0], &damage).expect("written");
    window.send(Command::Open(folder.source()));
    let bad = format!("{}.bad", kept[0].display());
    let told = window.text_with("problem-names-damaged", &[("kept", (&bad).into())]);
    assert!(says(&window, &told), "{told}");
    assert_eq!(fs::read_to_string(&bad).expect("kept"), damage);
    assert_eq!(n_persons(&window), "2");
    set_readonly(false);
}

#[test]
fn the_card_says_why_words_are_marked() {
    let mut window = Window::open(Look {
        step: QUICK,
        ..Look::default()
    });
    let article = seed("03");
    window.show(&article.title);
    let first = paragraphs(&article)[0].to_owned();
    let at = point(&window, &first, "باشينيان", 0);
    window.point(at);
    window.wait(1.0);
    assert!(window.shows(&window.text("basis-list-embedded")));
}

#[test]
fn edges_of_a_mention_move_by_words_and_types_change() {
    let text = "زار الوفد باكو الجديدة أمس.";
    let folder = folder().with("d.txt", format!("خبر رابع\n\n{text}\n"));
    let mut window = open(&folder);
    window.show("خبر رابع");
    window.key(Key::N);
    window.key(Key::M);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.press_button(&window.text("repair-span-more-after"));
    let file = names(&folder).expect("a file");
    assert!(file.contains("text = \"باكو الجديدة\""), "{file}");
    window.key(Key::M);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.press_button(&window.text("entity-type-org"));
    let file = names(&folder).expect("a file");
    assert!(file.contains("type = \"ORG\""), "{file}");
}

#[test]
fn names_and_notes_are_written_on_the_card_and_spellings_split() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    window.key(Key::N);
    window.key(Key::M);
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    let note = window.text("repair-note");
    window.click(window.rect(&note).center());
    window.write("لا أحد");
    window.key(Key::Enter);
    let file = names(&folder).expect("a file");
    assert!(file.contains("note = \"لا أحد\""), "{file}");
    window.click(window.rect(&window.text("repair-name-en")).center());
    window.write("Smakrud");
    window.key(Key::Enter);
    let file = names(&folder).expect("a file");
    assert!(file.contains("en = \"Smakrud\""), "{file}");
    window.key(Key::Escape);
    assert!(!window.has(&note), "the card is closed");
}

#[test]
fn an_entity_is_renamed_in_the_menu() {
    let folder = folder();
    let mut window = open(&folder);
    mark_everywhere(&mut window);
    window.key(Key::Enter);
    window.key(Key::N);
    window.key(Key::M);
    for _ in 0..5 {
        window.key(Key::ArrowDown);
    }
    window.key(Key::Enter);
    window.write("سمكرود الأول");
    window.key(Key::Enter);
    let file = names(&folder).expect("a file");
    assert!(file.contains("ar = \"سمكرود الأول\""), "{file}");
    assert!(says(&window, &changes(&window, 4, 2)));
    assert!(says(&window, "سمكرود الأول"), "listed under its new name");
}

#[test]
fn who_is_meant_already_is_told_where_one_looks_for_another() {
    let text = "زار الوفد باكو، ثم عاد إلى يريفان ليلا.";
    let folder = folder().with("d.txt", format!("خبر رابع\n\n{text}\n"));
    let mut window = open(&folder);
    window.show("خبر رابع");
    window.key(Key::N);
    window.key(Key::M);
    window.press_button(&window.text("repair-same-as"));
    assert!(window.has(&window.text("repair-find-hint")));
    window.write("باكو");
    let told = window.text_with("repair-find-own", &[("name", "باكو".into())]);
    assert!(window.has(&told));
    assert!(!window.has(&window.text("repair-find-none")));
    window.key(Key::Escape);
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    window.press_button(&window.text("repair-find"));
    assert!(!window.has(&told));
    window.write("باكو");
    assert!(window.has(&told), "on the card, too");
    window.press(CTRL, Key::A);
    window.write("ظظظ");
    assert!(window.has(&window.text("repair-find-none")));
}

#[test]
fn the_preview_says_what_longer_names_stay() {
    let text = "وصل إيمانويل ماكرون إلى باكو، وقال ماكرون إنه عاد.";
    let folder = folder().with("d.txt", format!("خبر رابع\n\n{text}\n"));
    let mut window = open(&folder);
    window.show("خبر رابع");
    for _ in 0..3 {
        window.key(Key::N);
    }
    window.key(Key::M);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
    let args = [("n", 1_u32.into()), ("words", "إيمانويل ماكرون".into())];
    let stays = window.text_with("repair-longer-stay", &args);
    assert!(window.has(&format!("{} {stays}", changes(&window, 1, 1))));
    window.key(Key::Enter);
    let file = names(&folder).expect("a file");
    assert!(file.contains("text = \"ماكرون\"\nname = false"), "{file}");
    assert_eq!(n_persons(&window), "1", "the longer name stays");
}
