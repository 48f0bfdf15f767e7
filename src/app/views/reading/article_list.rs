//! The list of articles: virtual, grouped, with the hits of the search.

use super::article_row::{HEADING, SIDE, SNIPPET, describe_rows, row_height, row_ui};
use crate::analysis::{ListRow, SortBy};
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::panels::beside::beside_ui;
use crate::app::panels::notice::lines_notice;
use crate::base::ArticleId;
use crate::corpus::Corpus;
use crate::ui::column::ScrollColumn;
use crate::ui::widgets::{button_width, focus_ring, menu_item, pressable};
use crate::ui::{Icon, RowRoom, TextPlace, theme};
use egui::{
    CornerRadius, Id, Key, Modifiers, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// The name of the list.
pub(in crate::app) const ARTICLE_LIST: &str = "article-list";
/// Height of the line over the list in points.
const HEAD: f32 = 38.0;
/// Height of a row whose title stands on one line.
const ROW: f32 = 68.0;

/// The state of the list.
#[derive(Default)]
pub(in crate::app) struct ArticleListPanel {
    column: ScrollColumn,
    /// The corpus listed, and the article at the top edge with the points of
    /// it above the view.
    shown: Arc<Corpus>,
    top: Option<(ArticleId, f32)>,
    revision: Option<(u64, u32, u64)>,
}

impl ArticleListPanel {
    /// Draws the list in `rect`.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        reveal: bool,
    ) {
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        head_ui(ui, head, panel);
        if panel.state.waits_for_index() {
            // Not the whole list, for which nobody asks any more.
            return lines_notice(ui, body.shrink2(vec2(12.0, 0.0)), panel);
        }
        let also = beside_ui(ui, body, panel);
        let body = body.with_min_y(body.top() + also);
        let is_empty = panel.state.listing().rows.is_empty();
        if is_empty {
            crate::app::panels::notice::list_notice(ui, body, panel);
            return;
        }
        self.prepare(panel, body.width());
        let id = Id::unique(ARTICLE_LIST);
        let response = ui.interact(body, id, Sense::click());
        let name = panel.texts.get("a11y-article-list");
        response.widget_info(|| WidgetInfo::labeled(Role::List, true, name.as_ref()));
        if response.has_focus() {
            keys(ui, panel, body.height());
        }
        let view = body.height();
        let wheel = if ui.rect_contains_pointer(body) {
            ui.input(|i| i.smooth_scroll_delta().y)
        } else {
            0.0
        };
        let mut measure = |index: usize| row_height(ui, panel, index, body.width());
        if wheel != 0.0 {
            self.column.scroll_by(-wheel, view, &mut measure);
        }
        let open = panel.state.article;
        if reveal && let Some(row) = open.and_then(|id| panel.state.listing().row_of(id)) {
            let mut measure = |index: usize| row_height(ui, panel, index, body.width());
            let height = self.column.measure(row, &mut measure);
            // A heading just above comes into view with its first article.
            let above = if row == 1 { HEADING } else { 0.0 };
            self.column
                .reveal(row, (-above, height), 8.0, view, &mut measure);
        }
        let mut measure = |index: usize| row_height(ui, panel, index, body.width());
        let visible = self.column.visible(view, &mut measure);
        let rows = &panel.state.listing().rows;
        self.top = visible.iter().find_map(|item| match rows.get(item.index)? {
            ListRow::Article(id) => Some((*id, -item.y)),
            ListRow::Heading { .. } => None,
        });
        let painter = ui.painter_at(body);
        let first = visible.first().map_or(0, |item| item.index);
        for item in visible {
            let row = Rect::from_min_size(
                pos2(body.left(), body.top() + item.y),
                vec2(body.width(), item.height),
            );
            row_ui(ui, &painter, panel, row, item, body);
        }
        describe_rows(ui, id, panel, first);
        focus_ring(&panel.cx, &ui.painter_at(body.expand(2.0)), &response, 0);
        self.scrollbar(ui, body, panel);
    }

    fn prepare(&mut self, panel: &Panel<'_>, width: f32) {
        let revision = (
            panel.state.list.revision(),
            width.to_bits(),
            u64::from(panel.state.search.found().is_some()),
        );
        if self.revision == Some(revision) {
            return;
        }
        let rows = &panel.state.listing().rows;
        let snippet = if panel.state.search.found().is_some() {
            SNIPPET
        } else {
            0.0
        };
        let estimates = rows.iter().map(|row| match row {
            ListRow::Heading { .. } => HEADING,
            ListRow::Article(_) => ROW + 10.0 + snippet,
        });
        let same_list = self.revision.is_some_and(|(r, ..)| r == revision.0);
        if same_list {
            self.column.estimate_again(estimates);
        } else {
            self.column = ScrollColumn::new(estimates);
            if let Some((row, above)) = self.row_at_top(panel) {
                self.column.put_at_top(row, above);
            }
            self.shown = Arc::clone(&panel.state.corpus);
        }
        self.revision = Some(revision);
    }

    /// The row of the article that was at the top, where a folder was read
    /// again in part: what was in view stays.
    fn row_at_top(&self, panel: &Panel<'_>) -> Option<(usize, f32)> {
        let corpus = &panel.state.corpus;
        let is_renewed = !Arc::ptr_eq(&self.shown, corpus) && self.shown.root == corpus.root;
        let (top, above) = self.top.filter(|_| is_renewed)?;
        let article = panel
            .state
            .article_of_file(&self.shown.article(top)?.file)?;
        Some((panel.state.listing().row_of(article)?, above))
    }

    fn scrollbar(&mut self, ui: &mut Ui, body: Rect, panel: &Panel<'_>) {
        let total = self.column.total();
        let view = f64::from(body.height());
        if total <= view {
            return;
        }
        let width = 8.0;
        let track = if panel.cx.right_to_left {
            Rect::from_min_max(body.left_top(), pos2(body.left() + width, body.bottom()))
        } else {
            Rect::from_min_max(pos2(body.right() - width, body.top()), body.right_bottom())
        };
        let response = ui.interact(
            track,
            Id::unique("list-scrollbar"),
            Sense::CLICK | Sense::DRAG,
        );
        let name = panel.texts.get("a11y-list-scrollbar");
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name.as_ref()));
        #[expect(clippy::cast_possible_truncation, reason = "points on the screen")]
        let grip = {
            let height = (view / total * view).max(28.0) as f32;
            let share = (self.column.offset() / (total - view)).clamp(0.0, 1.0) as f32;
            let top = track.top() + share * (track.height() - height);
            Rect::from_min_size(pos2(track.left() + 2.0, top), vec2(width - 4.0, height))
        };
        let color = if response.hovered() || response.dragged() {
            panel.cx.palette.faint
        } else {
            panel.cx.palette.line
        };
        ui.painter().rect_filled(grip, CornerRadius::same(2), color);
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.is_pointer_button_down_on())
        {
            let room = (track.height() - grip.height()).max(1.0);
            let share = ((pointer.y - track.top() - grip.height() / 2.0) / room).clamp(0.0, 1.0);
            let offset = f64::from(share) * (total - view);
            self.column.scroll_to_offset(offset);
            ui.ctx().request_repaint();
        }
    }
}

/// The keys of the list while it has the keyboard.
fn keys(ui: &Ui, panel: &mut Panel<'_>, view: f32) {
    let id = Id::unique(ARTICLE_LIST);
    ui.memory_mut(|m| {
        m.set_focus_lock_filter(
            id,
            egui::EventFilter {
                vertical_arrows: true,
                ..egui::EventFilter::default()
            },
        );
    });
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen rows")]
    let page = (view / ROW).floor().max(1.0) as i32;
    for (key, steps) in [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Home, -i32::MAX),
        (Key::End, i32::MAX),
    ] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            panel.send(Command::MoveBy(steps));
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter)) {
        ui.memory_mut(|m| m.request_focus(Id::unique("reading-pane")));
    }
}

fn head_ui(ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
    let painter = ui.painter().clone();
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, panel.cx.palette.line),
    );
    let inner = rect.shrink2(vec2(SIDE - 6.0, 4.0));
    let mut row = RowRoom::new(inner, panel.cx.right_to_left);
    let texts = panel.texts;
    let sort = texts.get(sort_key(panel.state.sort));
    let width = button_width(&mut panel.cx, ui, &sort) + 8.0;
    let place = row.start(width);
    let id = Id::unique("sort");
    let name = texts.get("sort");
    let response = pressable(ui, place, id, &format!("{name}: {sort}"));
    if response.hovered() {
        painter.rect_filled(place, CornerRadius::same(7), panel.cx.palette.hover);
    }
    let mut parts = RowRoom::new(place.shrink2(vec2(6.0, 0.0)), panel.cx.right_to_left);
    let arrow = parts.end(14.0);
    let soft = panel.cx.palette.soft;
    Icon::Down.paint(
        &painter,
        Rect::from_center_size(arrow.center(), vec2(10.0, 10.0)),
        soft,
    );
    panel.cx.write(
        ui,
        &painter,
        parts.rest(),
        TextPlace::Start,
        (&sort, theme::small(), soft),
    );
    focus_ring(&panel.cx, &painter, &response, 7);
    Popup::menu(&response).width(220.0).show(|ui| {
        for sort in SortBy::ALL {
            let name = panel.texts.get(sort_key(sort));
            let is_on = panel.state.sort == sort;
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                panel.send(Command::Sort(sort));
            }
        }
    });
    let count = texts.with(
        "list-count",
        &[
            ("shown", panel.state.listing().n_articles.into()),
            ("total", panel.state.corpus.articles.len().into()),
        ],
    );
    let rest = row.rest().shrink2(vec2(6.0, 0.0));
    panel.cx.write(
        ui,
        &painter,
        rest,
        TextPlace::End,
        (&count, theme::small(), soft),
    );
}

fn sort_key(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Newest => "sort-newest-first",
        SortBy::Oldest => "sort-oldest-first",
        SortBy::Title => "sort-title",
        SortBy::Length => "sort-length",
        SortBy::Outlet => "sort-outlet",
        SortBy::File => "sort-file",
    }
}
