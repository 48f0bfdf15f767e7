//! The dispersion of many articles in the window: only rows in view are drawn.

use super::dispersion::{DISPERSION_ROW, DispersionRow, dispersion_rows};
use super::drawing::{Drawing, Pick};
use super::paint::show_part;
use super::sheet::Sheet;
use crate::ui::rows::{Extent, Rows, SCROLLBAR};
use crate::ui::{Cx, RowRoom};
use egui::{Color32, Id, Rect, Ui, UiBuilder, pos2, vec2};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a [`DispersionView`] shows besides its rows.
pub struct DispersionLook<'a> {
    /// Number of rows.
    pub n_rows: usize,
    /// Another number whenever the rows are others.
    pub revision: u64,
    /// The ground that the rows stand on.
    pub ground: Color32,
    /// What screen readers call it.
    pub name: &'a str,
    /// What screen readers call its scrollbar.
    pub scrollbar_name: &'a str,
}

/// The scroll position of a dispersion, and the rows in view.
pub struct DispersionView {
    id: Id,
    rows: Rows,
    drawn: Option<Drawn>,
}

/// Rows that were drawn: scrolling on draws those that come into view, no others.
struct Drawn {
    key: Key,
    /// Each row by its place among all.
    rows: BTreeMap<usize, Drawing>,
    /// Which rows are in `all`.
    range: Range<usize>,
    /// The rows of `range` under each other.
    all: Drawing,
}

/// What the drawing of a row depends on.
#[derive(PartialEq, Eq)]
struct Key {
    revision: u64,
    /// Bits of the width in points.
    width: u32,
    dark: bool,
    ground: Color32,
    right_to_left: bool,
}

impl DispersionView {
    /// A view at its first row.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            rows: Rows::default(),
            drawn: None,
        }
    }

    /// Draws the rows that are in view in `rect`; `row` makes the one asked
    /// for. Returns the row and the tick under the pointer, and what was
    /// clicked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        rect: Rect,
        look: &DispersionLook<'_>,
        row: &mut dyn FnMut(usize) -> DispersionRow,
    ) -> (Option<Pick>, Option<Pick>) {
        let before = self.drawn.as_ref().map(|drawn| drawn.key.revision);
        if before.is_some_and(|revision| revision != look.revision) {
            self.rows.go_to_top();
        }
        let extent = Extent {
            n: look.n_rows,
            row: DISPERSION_ROW,
            view: rect.height(),
        };
        self.rows.wheel(ui, rect);
        let (range, top) = self.rows.visible(extent);
        if range.is_empty() {
            return (None, None);
        }
        let mut room = RowRoom::new(rect, cx.right_to_left);
        room.end(SCROLLBAR + 2.0);
        let body = room.rest();
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(self.id));
        inner.shrink_clip_rect(rect);
        let at = pos2(body.left(), rect.top() + top);
        let id = self.id;
        let drawing = self.drawing(cx, body.width(), look, range, row);
        let (shown, keyboard) =
            show_part(cx, &mut inner, (id, at), drawing, look.name, look.n_rows);
        if let Some(index) = keyboard.at.filter(|_| keyboard.moved) {
            self.rows.reveal(index, extent);
            ui.ctx().request_repaint();
        }
        let bar = (self.id.with("scrollbar"), look.scrollbar_name);
        self.rows.scrollbar(ui, cx, rect, bar, extent);
        (shown.hovered, shown.clicked)
    }

    fn drawing(
        &mut self,
        cx: &mut Cx<'_>,
        width: f32,
        look: &DispersionLook<'_>,
        range: Range<usize>,
        row: &mut dyn FnMut(usize) -> DispersionRow,
    ) -> &Drawing {
        let key = Key {
            revision: look.revision,
            width: width.to_bits(),
            dark: cx.palette.dark,
            ground: look.ground,
            right_to_left: cx.right_to_left,
        };
        let empty = Drawing::new(vec2(width, 0.0), look.ground, cx.palette.hover);
        let kept = self.drawn.take().filter(|drawn| drawn.key == key);
        let drawn = self.drawn.insert(kept.unwrap_or_else(|| Drawn {
            key,
            rows: BTreeMap::new(),
            range: 0..0,
            all: empty.clone(),
        }));
        if drawn.range != range {
            drawn.rows.retain(|index, _| range.contains(index));
            drawn.all = empty;
            for index in range.clone() {
                let one = drawn.rows.entry(index).or_insert_with(|| {
                    let mut sheet = Sheet {
                        size: vec2(width, 0.0),
                        palette: cx.palette,
                        ground: look.ground,
                        right_to_left: cx.right_to_left,
                        typesetter: cx.pen.typesetter(),
                    };
                    dispersion_rows(&mut sheet, index, &[row(index)])
                });
                let below = vec2(0.0, drawn.all.size.y);
                drawn.all.append(one, below);
                drawn.all.size.y += DISPERSION_ROW;
            }
            drawn.range = range;
        }
        &drawn.all
    }
}
