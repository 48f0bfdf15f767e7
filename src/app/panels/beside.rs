//! What a search can include besides, each one click away.

use super::Panel;
use crate::app::command::Command;
use crate::app::state::beside::Addition;
use crate::ui::widgets::{button, button_width};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Id, Rect, Ui, pos2, vec2};

/// Height of a line of offers in points, and of an offer in it.
const LINE: f32 = 34.0;
const OFFER: f32 = 26.0;
/// Room at the sides and between two offers.
const SIDE: f32 = 12.0;
const GAP: f32 = 6.0;
/// The most lines that offers take.
const MOST_LINES: usize = 3;

/// Draws at the top of `rect` what the search leaves out; returns the height
/// that it took.
pub(in crate::app) fn beside_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) -> f32 {
    let Some(offers) = panel.state.offers().filter(|offers| !offers.is_empty()) else {
        return 0.0;
    };
    let line = |n: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let top = rect.top() + n as f32 * LINE;
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), LINE));
        line.shrink2(vec2(SIDE, (LINE - OFFER) / 2.0))
    };
    let rtl = panel.cx.right_to_left;
    let mut n_lines = 1;
    let mut row = RowRoom::new(line(0), rtl);
    let also = panel.texts.get("search-also");
    let style = theme::small();
    let width = panel.cx.label(ui, &also, style).width();
    let shown = (also.as_ref(), style, panel.cx.palette.soft);
    panel.write(ui, row.start(width), TextPlace::Start, shown);
    row.start(GAP);
    for (n, offer) in offers.iter().enumerate() {
        let count = panel.texts.number(offer.n_hits as u64);
        let text = format!("\u{2068}{}\u{2069} {count}", offer.text);
        let wanted = button_width(&mut panel.cx, ui, &text);
        if wanted > row.rest().width() {
            if n_lines == MOST_LINES {
                break;
            }
            row = RowRoom::new(line(n_lines), rtl);
            n_lines += 1;
        }
        let place = row.start(wanted.min(row.rest().width()));
        row.start(GAP);
        let id = Id::unique(("search-offer", n));
        if button(&mut panel.cx, ui, place, id, &text).clicked() {
            include(panel, offer);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let height = n_lines as f32 * LINE;
    height
}

/// Searches for what is offered as well.
fn include(panel: &mut Panel<'_>, offer: &Addition) {
    let or = panel.texts.get("search-or");
    let search = &panel.state.search;
    if let Some(query) = &search.query {
        let text = offer.with(query, &search.text, &or);
        panel.send(Command::SearchFor(text));
    }
}
