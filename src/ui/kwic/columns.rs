//! Where the columns stand: the side furniture goes with the interface, the
//! text with the corpus.

use super::request::KwicColumn;
use crate::ui::RowRoom;
use egui::{Rangef, Rect, vec2};

/// Width of the stripe of the period in points.
const STRIPE: f32 = 4.0;
/// Width of the column of boxes.
const TICK: f32 = 30.0;
/// Room beside the text of the column of places.
const PLACE_PAD: f32 = 12.0;
/// Below this width of the pane there is no column of places.
const LEAST_WITH_PLACE: f32 = 560.0;
/// Room between text and the far edge of the pane.
const EDGE: f32 = 10.0;
/// Room between a cell and what is beside it.
const GAP: f32 = 8.0;
/// The node takes no more than this share of the text.
const MOST_NODE: f32 = 0.34;
/// Widths of columns that follow their contents go by steps of so many points:
/// a longer word in view does not move everything a little.
const STEP: f32 = 12.0;

/// How wide the contents of the columns are that follow them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Widths {
    /// The widest node seen so far, in points.
    pub(super) node: f32,
    /// The widest place seen so far.
    pub(super) place: f32,
}

/// The columns of the pane, as ranges from left to right in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PaneColumns {
    pub(super) stripe: Rangef,
    pub(super) tick: Rangef,
    /// `None` where the pane is too narrow.
    pub(super) place: Option<Rangef>,
    /// The text before the node, without the gaps beside it.
    pub(super) before: Rangef,
    pub(super) node: Rangef,
    pub(super) after: Rangef,
    /// All three, and the gaps.
    pub(super) text: Rangef,
    /// Whether the corpus runs from right to left.
    pub(super) right_to_left: bool,
}

impl PaneColumns {
    /// Divides the width of `rect`, mirrored for interface and corpus.
    pub(super) fn new(
        rect: Rect,
        widths: Widths,
        interface_right_to_left: bool,
        right_to_left: bool,
    ) -> Self {
        let mut row = RowRoom::new(rect, interface_right_to_left);
        let stripe = row.start(STRIPE).x_range();
        let tick = row.start(TICK).x_range();
        let place = (rect.width() >= LEAST_WITH_PLACE && widths.place > 0.0).then(|| {
            let width = step(widths.place).min(rect.width() * 0.2);
            let range = row.start(width + PLACE_PAD).x_range();
            // The pad is at the side of the text.
            let room = Rect::from_x_y_ranges(range, rect.y_range());
            RowRoom::new(room, interface_right_to_left)
                .start(width)
                .x_range()
        });
        row.end(EDGE);
        let rest = row.rest();
        let node_width = (step(widths.node) + 2.0 * GAP).min(rest.width() * MOST_NODE);
        let side = ((rest.width() - node_width) / 2.0).max(0.0);
        let mut cells = RowRoom::new(rest, right_to_left);
        let before = cells.start(side).shrink2(vec2(GAP, 0.0)).x_range();
        let node = cells.start(node_width).x_range();
        let after = cells.rest().shrink2(vec2(GAP, 0.0)).x_range();
        Self {
            stripe,
            tick,
            place,
            before,
            node,
            after,
            text: rest.x_range(),
            right_to_left,
        }
    }

    /// The range of `column`, if it is shown.
    pub(super) const fn range(&self, column: KwicColumn) -> Option<Rangef> {
        match column {
            KwicColumn::Place => self.place,
            KwicColumn::Before => Some(self.before),
            KwicColumn::Node => Some(self.node),
            KwicColumn::After => Some(self.after),
        }
    }
}

fn step(width: f32) -> f32 {
    (width / STEP).ceil() * STEP
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn columns(width: f32, interface: bool, corpus: bool) -> PaneColumns {
        let rect = Rect::from_min_size(pos2(20.0, 0.0), vec2(width, 40.0));
        let widths = Widths {
            node: 70.0,
            place: 66.0,
        };
        PaneColumns::new(rect, widths, interface, corpus)
    }

    #[test]
    fn nothing_overlaps() {
        for width in [240.0, 420.0, 700.0, 1_400.0] {
            for (interface, corpus) in [(true, true), (false, true), (true, false), (false, false)]
            {
                let c = columns(width, interface, corpus);
                let mut ranges = vec![c.stripe, c.tick, c.before, c.node, c.after];
                ranges.extend(c.place);
                ranges.sort_by(|a, b| a.min.total_cmp(&b.min));
                for pair in ranges.windows(2) {
                    assert!(pair[0].max <= pair[1].min + 0.01, "{width}: {pair:?}");
                }
                assert!(ranges[0].min >= 20.0 && ranges[ranges.len() - 1].max <= 20.0 + width);
            }
        }
    }

    #[test]
    fn text_goes_with_the_corpus_and_furniture_with_the_interface() {
        let arabic = columns(1_000.0, true, true);
        assert!(arabic.before.min > arabic.node.max && arabic.node.min > arabic.after.max);
        assert!(arabic.stripe.min > arabic.before.max);
        let mirrored = columns(1_000.0, false, true);
        assert!(mirrored.before.min > mirrored.node.max);
        assert!(mirrored.stripe.max < mirrored.after.min);
        let english = columns(1_000.0, false, false);
        assert!(english.before.max < english.node.min && english.node.max < english.after.min);
    }
}
