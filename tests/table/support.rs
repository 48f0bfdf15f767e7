//! A window with a table, and what it paints.

use crate::frame::{self, native_right_to_left, texts};
use crate::with_pen;
use egui::{Event, Id, Key, Modifiers, Pos2, Rect, Role, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::ui::table::{
    Align, ColumnWidth, SortOrder, TableCell, TableColumn, TableLook, TableResponse, TableRow,
    TableWidget,
};
use warraq::ui::theme::Theme;
use warraq::ui::{Cx, Pen};

/// Two clicks with a step of this many seconds for each event are a double click.
pub(crate) const QUICK: f32 = 0.01;
/// With a step of this many seconds they are not.
pub(crate) const SLOW: f32 = 0.25;
pub(crate) const NAME: &str = "words";

pub(crate) const WORDS: [&str; 8] = [
    "وزارة",
    "الدفاع",
    "CNN",
    "قره باغ",
    "أرمينيا",
    "هدنة",
    "باكو",
    "السلام",
];

/// How the table is shown.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) right_to_left: bool,
    pub(crate) size: Vec2,
    pub(crate) n_rows: usize,
    pub(crate) step: f32,
    pub(crate) ticks: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            right_to_left: true,
            size: vec2(640.0, 332.0),
            n_rows: 1_000_000,
            step: SLOW,
            ticks: false,
        }
    }
}

/// What the caller of the table keeps.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) sort: Option<(usize, SortOrder)>,
    pub(crate) selected: Option<usize>,
    pub(crate) unticked: Vec<usize>,
    /// Every answer that said something.
    pub(crate) answers: Vec<TableResponse>,
    pub(crate) hovered: Option<usize>,
    /// Rows that were asked for.
    pub(crate) asked: Vec<usize>,
    /// A row to be brought into view.
    pub(crate) reveal: Option<usize>,
}

pub(crate) struct Window {
    pub(crate) harness: Harness<'static, State>,
}

pub(crate) fn columns() -> [TableColumn<'static>; 3] {
    [
        TableColumn {
            heading: "الكلمة",
            align: Align::Start,
            width: ColumnWidth::Share(1.0),
            sort: Some(SortOrder::Ascending),
        },
        TableColumn {
            heading: "التكرار",
            align: Align::Number,
            width: ColumnWidth::Points(120.0),
            sort: Some(SortOrder::Descending),
        },
        TableColumn {
            heading: "ملاحظة",
            align: Align::End,
            width: ColumnWidth::Points(110.0),
            sort: None,
        },
    ]
}

pub(crate) fn word(index: usize) -> &'static str {
    WORDS[index % WORDS.len()]
}

pub(crate) fn frequency(index: usize) -> String {
    format!("{}.{:02}", index * 37 % 1_000, index % 100)
}

fn row(index: usize, ticked: bool) -> TableRow {
    let palette = Theme::Light.palette();
    TableRow {
        cells: vec![
            TableCell::new(word(index)).right_to_left(),
            TableCell::new(frequency(index)).ink(palette.soft),
            TableCell::new(format!("رقم {index}")),
        ],
        ticked,
        stripe: Some(palette.period(index).ink),
    }
}

impl Window {
    pub(crate) fn new() -> Self {
        Self::open(Look::default())
    }

    pub(crate) fn open(look: Look) -> Self {
        Self::with_rows(look, row)
    }

    pub(crate) fn with_rows(look: Look, row: impl Fn(usize, bool) -> TableRow + 'static) -> Self {
        let mut table = TableWidget::new(Id::unique("words"));
        let builder = Harness::builder()
            .with_size(look.size + vec2(40.0, 40.0))
            .with_step_dt(look.step);
        let show = move |ui: &mut Ui, pen: &mut Pen, state: &mut State| {
            let mut cx = Cx {
                pen,
                palette: Theme::Light.palette(),
                right_to_left: look.right_to_left,
            };
            if let Some(index) = state.reveal.take() {
                table.reveal(index);
            }
            let columns = columns();
            let looks = TableLook {
                name: NAME,
                scrollbar_name: "scrollbar",
                columns: &columns,
                n_rows: look.n_rows,
                sort: state.sort,
                selected: state.selected,
                ticks: look.ticks.then_some("counted"),
            };
            let rect = Rect::from_min_size(Pos2::new(20.0, 20.0), look.size);
            let (asked, unticked) = (&mut state.asked, &state.unticked);
            let answer = table.show(ui, &mut cx, rect, &looks, &mut |index| {
                asked.push(index);
                row(index, !unticked.contains(&index))
            });
            state.take(answer);
        };
        let harness = with_pen(builder, |_| (), State::default(), show);
        Self { harness }
    }

    pub(crate) fn state(&self) -> &State {
        self.harness.state()
    }

    pub(crate) fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.run();
        let shapes = &self.harness.output().shapes;
        assert_eq!(native_right_to_left(shapes), [""; 0]);
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.event(frame::key(key, Modifiers::NONE, true));
    }

    pub(crate) fn click(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.press(at);
    }

    pub(crate) fn press(&mut self, at: Pos2) {
        for pressed in [true, false] {
            let event = frame::button(at, Modifiers::NONE, pressed);
            self.harness.event(event);
            self.harness.step();
        }
    }

    pub(crate) fn rect(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    /// The places of all cells of this text, from the top.
    pub(crate) fn cells(&self, text: &str) -> Vec<Rect> {
        let found = self.harness.get_all_by_role_and_label(Role::Cell, text);
        found.map(|node| node.rect()).collect()
    }

    /// The numbers of the rows in view, in order.
    pub(crate) fn rows(&self) -> Vec<usize> {
        let rows = self.harness.get_all_by_role(Role::Row);
        let rows = rows.filter_map(|row| row.accesskit_node().data().row_index());
        rows.collect()
    }

    /// The texts as painted, with the rectangle and the clip of each.
    pub(crate) fn texts(&self) -> Vec<(String, Rect, Rect)> {
        texts(&self.harness.output().shapes)
            .into_iter()
            .map(|text| (text.text().to_owned(), text.rect(), text.clip))
            .collect()
    }

    /// The box of the letters of this text, which is painted once.
    pub(crate) fn ink(&self, text: &str) -> Rect {
        let mut found = texts(&self.harness.output().shapes);
        found.retain(|painted| painted.text() == text);
        assert_eq!(found.len(), 1, "{text}");
        found.remove(0).ink()
    }
}

impl State {
    /// Does what a panel would do.
    fn take(&mut self, answer: TableResponse) {
        self.hovered = answer.hovered;
        let said = TableResponse {
            hovered: None,
            ..answer
        };
        if said == TableResponse::default() {
            return;
        }
        self.answers.push(said);
        self.sort = answer.sort.or(self.sort);
        self.selected = answer.select.or(self.selected);
        match answer.tick {
            Some((index, true)) => self.unticked.retain(|row| *row != index),
            Some((index, false)) => self.unticked.push(index),
            None => {}
        }
    }
}
