//! A list of things with a note under each: articles, or pairs of names.

use crate::app::panels::Panel;
use crate::text::{BaseDirection, TextStyle};
use crate::ui::column::ScrollColumn;
use crate::ui::widgets::{focus_ring, tooltip};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Painter, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// Height of the note, and room above and below an item, in points.
const NOTE: f32 = 18.0;
const PAD: f32 = 7.0;
/// Height of a line of the title.
const TITLE: f32 = 20.0;
/// Width of the stripe.
const STRIPE: f32 = 4.0;

/// A thing of the list.
#[derive(Default)]
pub(super) struct ListItem {
    pub(super) title: String,
    pub(super) note: String,
    /// A number at the end of the note; may be empty.
    pub(super) count: String,
    /// All of it in words, for the tooltip and for screen readers.
    pub(super) name: String,
    /// The colour of a stripe at the side where lines start.
    pub(super) stripe: Option<Color32>,
    pub(super) is_on: bool,
}

/// The scroll position of a list.
#[derive(Default)]
pub(super) struct ListScroll {
    column: ScrollColumn,
    /// What the column was made for.
    made_of: Option<(u64, usize)>,
}

/// What a list shows.
pub(super) struct ListLook {
    /// Tells the widgets of this list from those of others.
    pub(super) id: &'static str,
    pub(super) n_items: usize,
    /// Changes whenever the items do.
    pub(super) revision: u64,
    /// How many lines a title may take.
    pub(super) title_lines: u8,
    /// Whether titles run from right to left.
    pub(super) right_to_left: bool,
}

impl ListScroll {
    /// Draws the list in `rect`; `item` makes the item asked for. Returns the
    /// one that was clicked.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        look: &ListLook,
        item: &mut dyn FnMut(usize) -> ListItem,
    ) -> Option<usize> {
        let height = 2.0 * PAD + NOTE + TITLE * f32::from(look.title_lines);
        let made_of = Some((look.revision, look.n_items));
        if self.made_of != made_of {
            self.made_of = made_of;
            self.column = ScrollColumn::new((0..look.n_items).map(|_| height));
        }
        if ui.rect_contains_pointer(rect) {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            if wheel != 0.0 {
                self.column
                    .scroll_by(-wheel, rect.height(), &mut |_| height);
            }
        }
        let painter = ui.painter_at(rect);
        let mut clicked = None;
        for seen in self.column.visible(rect.height(), &mut |_| height) {
            let at = pos2(rect.left(), rect.top() + seen.y);
            let place = Rect::from_min_size(at, vec2(rect.width(), height));
            let id = Id::unique((look.id, seen.index));
            let shown = item(seen.index);
            if item_ui(ui, &painter, (place, rect), panel, (id, look), &shown) {
                clicked = Some(seen.index);
            }
        }
        clicked
    }
}

fn item_ui(
    ui: &Ui,
    painter: &Painter,
    (rect, clip): (Rect, Rect),
    panel: &mut Panel<'_>,
    (id, look): (Id, &ListLook),
    item: &ListItem,
) -> bool {
    let palette = panel.cx.palette;
    let response = ui.interact(rect.intersect(clip), id, Sense::click());
    let name = item.name.as_str();
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, item.is_on, name));
    let ground = match (item.is_on, response.hovered()) {
        (true, _) => Some(palette.accent.tint),
        (false, true) => Some(palette.hover),
        (false, false) => None,
    };
    if let Some(ground) = ground {
        painter.rect_filled(rect, CornerRadius::ZERO, ground);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    let line = egui::Stroke::new(1.0, palette.line);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    let stripe = row.start(STRIPE);
    if let Some(color) = item.stripe {
        painter.rect_filled(stripe.shrink2(vec2(0.0, 1.0)), CornerRadius::ZERO, color);
    }
    row.start(12.0);
    row.end(14.0);
    let inner = row.rest().shrink2(vec2(0.0, PAD));
    let (above, below) = inner.split_top_bottom_at_y(inner.bottom() - NOTE);
    let style = TextStyle {
        leading: 1.45,
        ..theme::text()
    };
    let direction = if look.right_to_left {
        BaseDirection::RightToLeft
    } else {
        BaseDirection::LeftToRight
    };
    let label = panel.cx.pen.lines(
        ui.ctx(),
        &item.title,
        style,
        above.width(),
        usize::from(look.title_lines),
        direction,
    );
    // Arabic titles stand at the right, as in the list of articles.
    let x = if look.right_to_left {
        above.right() - label.width()
    } else {
        above.left()
    };
    let y = above.center().y - label.size().y / 2.0;
    label.paint(painter, pos2(x, y), palette.ink);
    let mut foot = RowRoom::new(below, panel.cx.right_to_left);
    let bold = theme::small().bold();
    let width = panel.cx.label(ui, &item.count, bold).width();
    let words = (item.count.as_str(), bold, palette.ink);
    panel
        .cx
        .write(ui, painter, foot.end(width), TextPlace::End, words);
    foot.end(6.0);
    let words = (item.note.as_str(), theme::small(), palette.soft);
    panel
        .cx
        .write(ui, painter, foot.rest(), TextPlace::Start, words);
    tooltip(&mut panel.cx, &response, name);
    focus_ring(&panel.cx, painter, &response, 4);
    response.clicked()
}
