//! Naming compared: which spelling each period and each outlet uses.

use super::entity::head_ui;
use super::{NamesPanel, SIDE};
use crate::app::panels::Panel;
use crate::app::state::names::{Figures, NamingFigures};
use crate::app::tables::TableView;
use crate::app::views::names::shares_chart::{draw_shares, shares_name};
use crate::app::views::names::spelling_table::{NAMING_FIT, SpellingTable};
use crate::ui::chart::{shares_height, show};
use crate::ui::table::{HEADER, ROW};
use crate::ui::{Place, Row, theme};
use egui::{Id, Rect, Ui, pos2, vec2};

/// Height of the head in points.
const HEAD: f32 = 84.0;

impl NamesPanel {
    pub(super) fn naming_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, naming): (&Figures, &NamingFigures),
    ) {
        let texts = panel.texts;
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        let rows = &naming.naming.rows;
        let total = naming.naming.total();
        let facts = [
            texts.with("names-spellings", &[("n", rows.len().into())]),
            texts.with("count-mentions", &[("n", total.into())]),
        ];
        head_ui(ui, head, panel, shown, naming.entity, &facts);
        if total == 0 {
            panel.say(ui, body, "names-not-here", theme::text());
            return;
        }
        let by = panel.state.names_view.look.by;
        let table = SpellingTable::new(shown, &naming.naming, Some(by));
        let n_bars = table.columns(by).len();
        let chart = (shares_height(n_bars) + 44.0).min(body.height() * 0.5);
        #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
        let wanted = HEADER + ROW * rows.len() as f32;
        let height = wanted.min(body.height() - chart);
        let (above, below) = body.split_top_bottom_at_y(body.top() + height);
        let name = texts.get("names-naming");
        let view = TableView::all(&name, self.naming.at, NAMING_FIT);
        let rect = above.shrink2(vec2(SIDE, 0.0));
        let answer = self.naming.show(ui, rect, panel, (&table, &view));
        if let Some(row) = answer.copied.and_then(|place| rows.get(place)) {
            ui.ctx().copy_text(row.all.form.clone());
        }
        let below = below.shrink2(vec2(SIDE, 14.0));
        self.shares_ui(ui, below, panel, (shown, naming));
    }

    fn shares_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, naming): (&Figures, &NamingFigures),
    ) {
        let look = &panel.state.names_view.look;
        let size = vec2(rect.width().min(1100.0), rect.height() - 22.0);
        let key = panel.names_chart(size, look.by as usize);
        if self.shares.as_ref().is_none_or(|(of, _)| *of != key) {
            let texts = panel.texts;
            let mut sheet = panel.sheet(size);
            let drawn = draw_shares(&mut sheet, shown, naming, look, texts);
            self.shares = Some((key, drawn));
        }
        let Some((_, (drawing, n_left_out))) = &self.shares else {
            return;
        };
        let name = shares_name(shown, naming, look, panel.texts);
        let id = Id::unique("names-shares");
        let at = Row::new(rect, panel.cx.right_to_left).start(size.x).min;
        show(&mut panel.cx, ui, id, at, drawing, &name);
        if *n_left_out > 0 {
            let text = panel
                .texts
                .with("names-left-out", &[("n", (*n_left_out).into())]);
            let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 20.0), rect.max);
            let words = (text.as_str(), theme::small(), panel.cx.palette.soft);
            panel.write(ui, foot, Place::Start, words);
        }
    }
}
