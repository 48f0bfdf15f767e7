//! Presses of the mouse that follow each other quickly.

use egui::{Pos2, Ui};

/// Counts the presses of one gesture: egui tells of a double click when the
/// button is released, which is too late for a drag that goes by words.
#[derive(Debug, Default)]
pub(super) struct Presses {
    n: u32,
    /// Time in seconds and place of the last press.
    last: Option<(f64, Pos2)>,
}

impl Presses {
    /// Notes a press at `at`; returns how many there were in a row.
    pub(super) fn add(&mut self, ui: &Ui, at: Pos2) -> u32 {
        let now = ui.input(|i| i.time);
        let (delay, distance) = ui.ctx().options(|options| {
            let input = &options.input_options;
            (input.max_double_click_delay, input.max_click_dist)
        });
        let follows = self
            .last
            .is_some_and(|(time, place)| now - time < delay && place.distance(at) < distance);
        self.n = if follows { self.n + 1 } else { 1 };
        self.last = Some((now, at));
        self.n
    }

    /// The presses of the gesture under way.
    pub(super) const fn n(&self) -> u32 {
        self.n
    }
}
