//! What a reader may do next: events and commands, chosen by dice.

use crate::dice::Dice;
use egui::accesskit::Role;
use egui::{
    Event, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect,
    TouchPhase, Vec2, pos2, vec2,
};
use egui_kittest::kittest::NodeT as _;
use warraq::analysis::SortBy;
use warraq::analysis::concordance::export::Format as LineFormat;
use warraq::analysis::concordance::{GroupBy, Sample, SortKey};
use warraq::analysis::query::Level;
use warraq::analysis::statistics::TableFormat;
use warraq::app::annotated_export::AnnotatedFormat;
use warraq::app::views::names::{NamesCommand, NamesPart};
use warraq::app::{
    Command, Export, LineCommand, PlotFormat, RepairCommand, Source, StatisticsCommand,
    StatisticsKind, UiCommand,
};
use warraq::base::ArticleId;
use warraq::corpus::{Facet, TextEncoding};
use warraq::ui::reading::MarkClass;

use super::corpora::Place;
use crate::support::Window;

/// What is done in a frame.
#[derive(Debug, Clone)]
pub(super) enum Act {
    Event(Event),
    Command(Command),
    Resize(Vec2),
    Scale(f32),
    /// Nothing: the frame ends, with what came before.
    Frame,
    /// Tab alone, after which something must have the keyboard.
    Tab(Modifiers),
}

const KEYS: [Key; 34] = [
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::Enter,
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Delete,
    Key::Backspace,
    Key::N,
    Key::N,
    Key::P,
    Key::M,
    Key::M,
    Key::F3,
    Key::F5,
    Key::F7,
    Key::F10,
    Key::F11,
    Key::Z,
    Key::Z,
    Key::Y,
    Key::A,
    Key::K,
    Key::F,
    Key::T,
    Key::L,
];
const DIGITS: [Key; 6] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num0,
    Key::Plus,
];
const MODIFIERS: [Modifiers; 10] = [
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::ALT,
    crate::support::CTRL,
    crate::support::CTRL,
    Modifiers {
        shift: true,
        ..crate::support::CTRL
    },
];
/// What is typed, pasted and searched for.
const WORDS: [&str; 22] = [
    "باكو",
    "باكو ",
    "\"وقف إطلاق\"",
    "قره باغ",
    "يريفان NEAR/5 باكو",
    "باكو OR شوشا",
    "NOT باكو",
    "period:2020 باكو",
    "و*",
    "*",
    "/.*/",
    "/(/",
    "((((",
    "\"",
    "desk:x",
    "\u{202E}\u{200F}",
    "👨‍👩‍👧‍👦",
    "e\u{301}",
    "",
    " ",
    "2020",
    "ـــ",
];

fn pressed(key: Key, modifiers: Modifiers, acts: &mut Vec<Act>) {
    acts.push(Act::Event(Event::ModifiersChanged(modifiers)));
    for pressed in [true, false] {
        acts.push(Act::Event(Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }));
    }
    acts.push(Act::Event(Event::ModifiersChanged(Modifiers::NONE)));
}

fn button(pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Act {
    Act::Event(Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers,
    })
}

/// Anywhere in the window, and a little beside it.
fn anywhere(dice: &mut Dice, size: Vec2) -> Pos2 {
    let share = |dice: &mut Dice| f32::from(dice.below(1030)) / 1000.0 - 0.01;
    pos2(share(dice) * size.x, share(dice) * size.y)
}

/// In the middle of something that can be pressed.
fn at_control(dice: &mut Dice, window: &Window) -> Pos2 {
    let whole = Rect::from_min_size(Pos2::ZERO, window.size());
    let is_control = |role| !matches!(role, Role::Window | Role::GenericContainer | Role::TextRun);
    let places: Vec<Pos2> = window
        .all_nodes()
        .iter()
        .filter(|node| {
            let node = node.accesskit_node();
            is_control(node.role()) && node.bounding_box().is_some()
        })
        .map(|node| node.rect().center())
        .filter(|at| whole.contains(*at))
        .take(usize::from(u16::MAX))
        .collect();
    if places.is_empty() {
        anywhere(dice, window.size())
    } else {
        *dice.pick(&places)
    }
}

fn click(dice: &mut Dice, at: Pos2, acts: &mut Vec<Act>) {
    let which = *dice.pick(&[
        PointerButton::Primary,
        PointerButton::Primary,
        PointerButton::Primary,
        PointerButton::Secondary,
        PointerButton::Middle,
    ]);
    let modifiers = *dice.pick(&MODIFIERS);
    acts.push(Act::Event(Event::PointerMoved(at)));
    acts.push(Act::Frame);
    for _ in 0..*dice.pick(&[1, 1, 1, 2, 3]) {
        acts.push(button(at, which, true, modifiers));
        acts.push(button(at, which, false, modifiers));
        if dice.once_in(2) {
            acts.push(Act::Frame);
        }
    }
}

fn drag(dice: &mut Dice, size: Vec2, acts: &mut Vec<Act>) {
    let (from, to) = (anywhere(dice, size), anywhere(dice, size));
    acts.push(Act::Event(Event::PointerMoved(from)));
    acts.push(Act::Frame);
    acts.push(button(from, PointerButton::Primary, true, Modifiers::NONE));
    for part in [0.1, 0.5, 1.0] {
        acts.push(Act::Event(Event::PointerMoved(from.lerp(to, part))));
        acts.push(Act::Frame);
    }
    // The pointer may leave the window with its button down.
    if dice.once_in(8) {
        acts.push(Act::Event(Event::PointerGone));
        acts.push(Act::Frame);
    }
    acts.push(button(to, PointerButton::Primary, false, Modifiers::NONE));
}

fn wheel(dice: &mut Dice, size: Vec2, acts: &mut Vec<Act>) {
    let modifiers = *dice.pick(&[
        Modifiers::NONE,
        Modifiers::NONE,
        Modifiers::NONE,
        Modifiers::SHIFT,
        crate::support::CTRL,
    ]);
    acts.push(Act::Event(Event::PointerMoved(anywhere(dice, size))));
    acts.push(Act::Event(Event::ModifiersChanged(modifiers)));
    let unit = *dice.pick(&[MouseWheelUnit::Point, MouseWheelUnit::Line]);
    for _ in 0..=dice.below(4) {
        let delta = vec2(0.0, f32::from(dice.below(21)) - 10.0);
        let times = if unit == MouseWheelUnit::Point {
            20.0
        } else {
            1.0
        };
        acts.push(Act::Event(Event::MouseWheel {
            unit,
            delta: delta * times,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        }));
    }
    acts.push(Act::Event(Event::ModifiersChanged(Modifiers::NONE)));
}

fn write(dice: &mut Dice, acts: &mut Vec<Act>) {
    let words = *dice.pick(&WORDS);
    match dice.below(6) {
        0 => acts.push(Act::Event(Event::Paste(words.to_owned()))),
        1 => {
            let text = words.to_owned();
            acts.push(Act::Event(Event::Ime(ImeEvent::Preedit {
                text: text.clone(),
                active_range_chars: None,
            })));
            acts.push(Act::Frame);
            acts.push(Act::Event(Event::Ime(ImeEvent::Commit(text))));
        }
        2 => acts.push(Act::Event(dice.pick(&[Event::Copy, Event::Cut]).clone())),
        _ => acts.extend(
            words
                .chars()
                .map(|c| Act::Event(Event::Text(c.to_string()))),
        ),
    }
}

/// A command with its data, as a panel may send it.
fn command(dice: &mut Dice, window: &mut Window, places: &[Place]) -> Command {
    let table = *dice.pick(&[TableFormat::Tsv, TableFormat::Csv]);
    let plot = *dice.pick(&[PlotFormat::Svg, PlotFormat::Png]);
    match dice.below(22) {
        0..=3 => {
            let ui = *dice.pick(&UiCommand::ALL);
            Command::Ui(ui)
        }
        4 => Command::MoveBy(i32::from(dice.below(9)) - 4),
        5 => {
            let place = usize::from(dice.below(300));
            let listed = window.with_app(|app| app.listed(place % app.n_listed().max(1)));
            Command::SelectArticle(listed.unwrap_or(ArticleId(0)))
        }
        6 | 7 => Command::SearchFor((*dice.pick(&WORDS)).to_owned()),
        8 => Command::SetLevel(*dice.pick(&Level::ALL)),
        9 => Command::Sort(*dice.pick(&SortBy::ALL)),
        10 => Command::ToggleClass(*dice.pick(&MarkClass::ALL)),
        11 => Command::EntitiesOfCorpus(dice.once_in(2)),
        12 => {
            let period = dice.pick(&[Some("2020"), Some("2023"), None]);
            Command::TogglePeriod(period.map(Facet::new))
        }
        13 => {
            let key: SortKey = dice
                .pick(&["before1", "after2", "node", "date", "file"])
                .parse()
                .expect("a key");
            Command::Line(match dice.below(6) {
                0 => LineCommand::ToggleKey(key),
                1 => LineCommand::Group(Some(GroupBy::from(key))),
                2 => LineCommand::Group(None),
                3 => LineCommand::Sample(Some(Sample { size: 5, seed: 1 })),
                4 => LineCommand::OnlyTicked(dice.once_in(2)),
                _ => LineCommand::RestoreAll,
            })
        }
        14 => Command::Statistics(StatisticsCommand::Show(*dice.pick(&StatisticsKind::ALL))),
        15 => Command::Names(NamesCommand::Show(*dice.pick(&NamesPart::ALL))),
        16 => Command::LookAtMention(usize::from(dice.below(4))),
        17 => Command::LookAt(dice.once_in(2).then(|| "Baku".into())),
        18 => Command::Repair(match dice.below(4) {
            0 => RepairCommand::Do,
            1 => RepairCommand::GiveUp,
            2 => RepairCommand::Dismiss,
            _ => RepairCommand::Edit(dice.once_in(2)),
        }),
        19 => Command::Save(match dice.below(6) {
            0 => Export::Lines(LineFormat::Tsv),
            1 => Export::Table(table),
            2 => Export::Plot(plot),
            3 => Export::Names(table),
            4 => Export::NamesChart(plot),
            _ => Export::Annotated(*dice.pick(&AnnotatedFormat::ALL)),
        }),
        20 if dice.once_in(6) => {
            Command::SetEncoding(dice.once_in(2).then_some(TextEncoding::Windows1256))
        }
        21 if dice.once_in(12) => Command::Open(open(dice, places)),
        _ => Command::CopyProblems,
    }
}

/// The corpus that is walked through, mostly.
pub(super) fn open(dice: &mut Dice, places: &[Place]) -> Source {
    dice.pick(places).source.clone()
}

/// What is done next, a piece at a time.
pub(super) fn next(dice: &mut Dice, window: &mut Window, places: &[Place]) -> Vec<Act> {
    let size = window.size();
    let mut acts = Vec::new();
    match dice.below(40) {
        0..=9 => {
            let (key, modifiers) = (*dice.pick(&KEYS), *dice.pick(&MODIFIERS));
            for _ in 0..*dice.pick(&[1, 1, 1, 2, 6]) {
                pressed(key, modifiers, &mut acts);
            }
        }
        10 | 11 => pressed(*dice.pick(&DIGITS), crate::support::CTRL, &mut acts),
        12..=14 => {
            let modifiers = *dice.pick(&[Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT]);
            acts.extend([Act::Frame, Act::Tab(modifiers), Act::Frame]);
        }
        15..=18 => write(dice, &mut acts),
        19..=25 => {
            let at = at_control(dice, window);
            click(dice, at, &mut acts);
        }
        26..=28 => {
            let at = anywhere(dice, size);
            click(dice, at, &mut acts);
        }
        29 | 30 => drag(dice, size, &mut acts),
        31..=33 => wheel(dice, size, &mut acts),
        34 => {
            for _ in 0..4 {
                acts.push(Act::Event(Event::PointerMoved(anywhere(dice, size))));
                acts.push(Act::Frame);
            }
        }
        35 if dice.once_in(3) => acts.push(Act::Resize(vec2(
            *dice.pick(&[420.0, 900.0, 1360.0, 1920.0]),
            *dice.pick(&[300.0, 600.0, 800.0, 1080.0]),
        ))),
        36 if dice.once_in(30) => acts.push(Act::Scale(*dice.pick(&[1.0, 1.25, 2.0]))),
        37 if dice.once_in(4) => {
            acts.push(Act::Event(Event::WindowFocused(false)));
            acts.push(Act::Frame);
            acts.push(Act::Event(Event::WindowFocused(true)));
        }
        _ => acts.push(Act::Command(command(dice, window, places))),
    }
    acts
}
