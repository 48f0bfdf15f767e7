//! What is said when a step from hit to hit leaves the article.

use crate::app::panels::Panel;
use crate::ui::widgets::floating_frame;
use crate::ui::{TextPlace, theme};
use egui::accesskit::Live;
use egui::{Area, Id, Order, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::time::Duration;

/// Seconds that the card stays.
const STAYS: f64 = 3.0;
/// Height of the card in points, its margins left out.
const CARD: f32 = 24.0;

/// The card that says that a step left the article.
#[derive(Default)]
pub(super) struct TurnCard {
    /// The number of the step, and when it was first told, in seconds.
    told: (u64, f64),
}

impl TurnCard {
    /// Shows the card at the foot of the pane, `rect`, for a few seconds: at the
    /// top stands the title, in which the first hit may be.
    pub(super) fn show(&mut self, ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
        let hits = &panel.state.hits;
        let Some(turn) = hits.turn else {
            return;
        };
        let now = ui.input(|i| i.time);
        if self.told.0 != hits.n_turns {
            self.told = (hits.n_turns, now);
        }
        let left = self.told.1 + STAYS - now;
        if left <= 0.0 {
            return;
        }
        ui.ctx()
            .request_repaint_after(Duration::from_secs_f64(left));
        let text = panel.texts.get(turn.text_key());
        let style = theme::text().bold();
        let width = panel.cx.label(ui, &text, style).width().min(rect.width());
        let palette = panel.cx.palette;
        let x = rect.center().x - width / 2.0 - 12.0;
        Area::new(Id::unique("hit-turn"))
            .order(Order::Tooltip)
            .interactable(false)
            .fixed_pos(pos2(x, rect.bottom() - CARD - 36.0))
            .show(ui.ctx(), |ui| {
                let frame = floating_frame(palette).inner_margin(12.0);
                frame.show(ui, |ui| {
                    let (place, _) = ui.allocate_exact_size(vec2(width, CARD), Sense::hover());
                    let response = ui.interact(place, Id::unique("hit-turn-text"), Sense::hover());
                    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text.as_ref()));
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_live(Live::Polite);
                    });
                    let painter = ui.painter().clone();
                    let shown = (text.as_ref(), style, palette.ink);
                    panel
                        .cx
                        .write(ui, &painter, place, TextPlace::Center, shown);
                });
            });
    }
}
