//! The reading pane with its metadata line and the card of what is hovered.

use super::basis_words::basis_sentence;
use super::context_menu::{AskedWords, ContextMenu, ForPane};
use super::expression_words::expression_sentences;
use super::turn_card::TurnCard;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::panels::entity_card::{card_height, card_ui};
use crate::app::panels::notice::{failure_ui, pane_notice};
use crate::app::panels::repair::{RepairMenu, Subject};
use crate::app::state::Requests;
use crate::corpus::{Article, DatedBy, ProblemKind, TextEncoding};
use crate::ui::reading::{
    AskedAt, Header, MarkClass, PaneResponse, ReadingPane, ReadingRequest, SelectedWords, TextMarks,
};
use crate::ui::theme::{Palette, Tone};
use crate::ui::widgets::{floating_frame, focus_ring, menu_item, pressable};
use crate::ui::{TextPlace, theme};
use egui::{
    Area, Event, Id, Key, Modifiers, Order, OutputCommand, Popup, Pos2, Rect, Stroke, Ui, Vec2,
    pos2, vec2,
};
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher as _;

/// Seconds that the pointer rests on a mention before its card opens.
const HOVER_DELAY: f64 = 0.35;
/// Width of the card in points.
const CARD: f32 = 300.0;
/// Near-copies of an article that are named.
const MOST_COPIES: usize = 6;
/// Points between a mention and its card.
const CARD_GAP: f32 = 12.0;
/// Points of the line that says why a mention is marked.
const BASIS: f32 = 28.0;

/// The state of the panel.
#[derive(Default)]
pub(in crate::app) struct ReadingPanel {
    pub(in crate::app) pane: ReadingPane,
    /// The mention under the pointer and since when, in seconds.
    hovered: Option<(usize, f64)>,
    /// The mention whose card was closed while the pointer rests on it.
    sent_away: Option<usize>,
    menu: RepairMenu,
    turn: TurnCard,
    context: ContextMenu,
}

impl ReadingPanel {
    /// Draws the pane in `rect`.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        requests: &Requests,
    ) {
        let top = failure_ui(ui, rect, panel);
        let rect = Rect::from_min_max(pos2(rect.left(), rect.top() + top), rect.max);
        let Some(article) = panel.state.open_article() else {
            pane_notice(ui, rect, panel);
            return;
        };
        if let Some(byte) = requests.reveal_byte {
            self.pane.scroll_to(byte);
        }
        if let Some(byte) = requests.middle_byte {
            self.pane.scroll_to_middle(byte);
        }
        let header = header(panel, article);
        let name = panel.texts.get("a11y-reading-pane");
        let strip_name = panel.texts.get("a11y-mark-strip");
        let (marks, looked_at) = (&panel.state.marks, panel.state.card.as_deref());
        let request = ReadingRequest {
            article,
            key: panel.state.article_revision,
            file_key: FxBuildHasher.hash_one((&panel.state.corpus.root, &article.file)),
            start: panel.state.trail.place_in(&article.file),
            marks: TextMarks {
                mentions: marks.mentions(),
                expressions: marks.expressions(),
                hits: marks.hits(),
                shown: panel.state.shown,
                entity: looked_at.and_then(|id| marks.find(id)),
                current: panel.state.current_mention(),
                current_hit: panel.state.current_hit(),
                revision: marks.revision(),
            },
            header: &header,
            scale: panel.state.text_scale,
            right_to_left: panel.cx.right_to_left,
            name: &name,
            strip_name: &strip_name,
        };
        let answer = self
            .pane
            .show(ui, rect, panel.cx.pen, panel.cx.palette, &request);
        if let Some(place) = answer
            .place
            .filter(|place| panel.state.place != Some(*place))
        {
            panel.send(Command::ReadAt(place));
        }
        self.turn.show(ui, rect, panel);
        if requests.caret {
            self.pane.toggle_caret();
            ui.ctx().request_repaint();
        }
        if let Some(byte) = requests.caret_to {
            self.pane.stand_at(byte);
        }
        if requests.select_all {
            self.pane.select_all();
        }
        self.keys(ui, article, requests.copy);
        if requests.copy_with_source
            && let Some(span) = self.pane.selected_span(article)
        {
            panel.send(Command::CopyWithSource(span));
        }
        if let Some(place) = answer.encoding {
            encoding_menu(ui, place, panel, article);
        }
        let by_keys = (requests.context_menu, requests.repair);
        self.open_menus(panel, article, &answer, by_keys);
        if let Some((mention, _)) = answer.clicked {
            self.hovered = None;
            panel.send(Command::LookAtMention(mention));
        } else if !self.menu.is_open() && !self.context.is_open() && !is_asked(panel) {
            self.hover_card(ui, rect, panel, answer.hovered);
            if let Some((expression, at)) = answer.expression {
                expression_card(ui, rect, panel, expression, at);
            }
        }
        match self.context.show(ui, panel) {
            Some(ForPane::Copy(span)) => {
                let selected = self.pane.selected_text(article);
                let words = || span.slice(&article.text).to_owned();
                ui.ctx().copy_text(selected.unwrap_or_else(words));
            }
            Some(ForPane::Mark(words)) => self.mark(panel, &words, answer.selection),
            None => {}
        }
        self.menu.show(ui, panel);
    }

    /// Opens the menu that the second button or a key asks for: that of the
    /// words, or that of repairs (`by_keys`, in this order).
    fn open_menus(
        &mut self,
        panel: &Panel<'_>,
        article: &Article,
        answer: &PaneResponse,
        by_keys: (bool, bool),
    ) {
        let of_mention = |(index, at): (usize, Rect)| {
            let span = panel.state.marks.mentions().get(index)?.span;
            Some(AskedWords {
                span,
                is_short: true,
                mention: Some(index),
                at,
            })
        };
        let selected = |at: Option<Rect>| {
            let short = answer.selection;
            let span = short.map(|short| short.span);
            Some(AskedWords {
                span: span.or_else(|| self.pane.selected_span(article))?,
                is_short: short.is_some(),
                mention: None,
                at: short.map(|short| short.rect).or(at)?,
            })
        };
        let at_caret = || {
            let words = answer.at_caret?;
            Some(AskedWords {
                span: words.span,
                is_short: true,
                mention: words.mention,
                at: words.rect,
            })
        };
        let here = |at| {
            let current = || answer.current.and_then(of_mention);
            selected(at).or_else(at_caret).or_else(current)
        };
        let caret = answer.at_caret.map(|words| words.rect);
        let (words, repairs) = match (answer.asked, by_keys) {
            (Some(AskedAt::Mention(mention, at)), _) => (of_mention((mention, at)), false),
            (Some(AskedAt::Selection(at)), _) => (selected(Some(at)), false),
            (Some(AskedAt::Caret(at)), _) => (here(Some(at)), false),
            (None, (true, _)) => (here(caret), false),
            (None, (false, true)) => (here(caret), true),
            (None, (false, false)) => return,
        };
        match words {
            Some(words) if repairs => self.mark(panel, &words, answer.selection),
            Some(words) => self.context.open(words, panel.state.article_revision),
            None => {}
        }
    }

    /// Opens the menu of repairs for `words`, where they can be marked.
    fn mark(&mut self, panel: &Panel<'_>, words: &AskedWords, selected: Option<SelectedWords>) {
        let selected = selected.map(|selected| selected.span);
        let subject = match words.mention {
            Some(mention) => Subject::of_mention(panel.state, mention, selected),
            None if words.is_short => Subject::of_selection(panel.state, words.span),
            None => None,
        };
        self.menu.open(subject, words.at);
    }

    /// Copy, unless a text field has copied what is selected in it, and select all.
    fn keys(&mut self, ui: &Ui, article: &Article, copy_asked: bool) {
        let pane_id = Id::unique("reading-pane");
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_none_or(|id| id == pane_id)
            && ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::A))
        {
            self.pane.select_all();
        }
        let copy = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Copy)));
        let is_copied = ui.output(|output| {
            let mut commands = output.commands.iter();
            commands.any(|command| matches!(command, OutputCommand::CopyText(_)))
        });
        if ((copy && !is_copied) || copy_asked)
            && let Some(text) = self.pane.selected_text(article)
        {
            ui.ctx().copy_text(text);
        }
    }

    /// Shows the card of the mention under the pointer below its line, or
    /// above it, so that it does not cover what it explains.
    fn hover_card(
        &mut self,
        ui: &Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        hovered: Option<(usize, Rect)>,
    ) {
        let now = ui.input(|i| i.time);
        let Some((mention, at)) = hovered else {
            self.hovered = None;
            self.sent_away = None;
            return;
        };
        if self.sent_away == Some(mention) {
            return;
        }
        let since = match self.hovered {
            Some((known, since)) if known == mention => since,
            _ => now,
        };
        self.hovered = Some((mention, since));
        if now - since < HOVER_DELAY {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(HOVER_DELAY));
            return;
        }
        let state = panel.state;
        let Some(mention) = state.marks.mentions().get(mention) else {
            return;
        };
        let Some(id) = state.marks.entity(mention).map(|entity| &entity.id) else {
            return;
        };
        if state.hovered.as_ref() != Some(id) {
            panel.send(Command::HoverOver(Some(id.clone())));
        }
        // Its spellings may still be gathered.
        let Some(card) = state.hovered().filter(|card| card.known().id == *id) else {
            return;
        };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.sent_away = self.hovered.map(|(mention, _)| mention);
            return;
        }
        let basis = basis_sentence(panel, mention);
        let size = vec2(CARD, card_height(card.spellings.len()) + 24.0 + BASIS);
        let palette = panel.cx.palette;
        let look = (palette, panel.state.repairs.has_message());
        floating_card(ui, "hover-card", (rect, at), size, look, |ui, inner| {
            let painter = ui.painter().clone();
            let (place, foot) = inner.split_top_bottom_at_y(inner.bottom() - BASIS);
            card_ui(ui, &painter, place, panel, card);
            let line = Stroke::new(1.0, palette.line);
            painter.hline(foot.x_range(), foot.top() + 2.0, line);
            let shown = (basis.as_str(), theme::small(), palette.soft);
            panel.cx.write(ui, &painter, foot, TextPlace::Start, shown);
        });
    }
}

/// Shows what a date, a time or a count of casualties says.
fn expression_card(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, expression: usize, at: Rect) {
    let Some(expression) = panel.state.marks.expressions().get(expression) else {
        return;
    };
    let (value, about) = expression_sentences(panel, expression);
    let size = vec2(CARD, 72.0);
    let palette = panel.cx.palette;
    let color = MarkClass::of_value(&expression.value).tone(palette).ink;
    let id = "expression-card";
    let look = (palette, panel.state.repairs.has_message());
    floating_card(ui, id, (rect, at), size, look, |ui, inner| {
        let painter = ui.painter();
        let (top, foot) = inner.split_top_bottom_at_y(inner.center().y);
        let shown = (value.as_str(), theme::text().bold(), palette.ink);
        panel.cx.write(ui, painter, top, TextPlace::Start, shown);
        let shown = (about.as_str(), theme::small(), color);
        panel.cx.write(ui, painter, foot, TextPlace::Start, shown);
    });
}

/// Whether a question stands over the pane, which no card may cover.
fn is_asked(panel: &Panel<'_>) -> bool {
    let repairs = &panel.state.repairs;
    repairs.shown().is_some() || repairs.editing || panel.state.palette_open
}

/// A card of `size` near `at`, in the pane `rect`, over everything and without
/// a part in what the pointer does; what stands below the pane can be spared. `draw` gets its room inside the margins.
fn floating_card(
    ui: &Ui,
    id: &'static str,
    (rect, at): (Rect, Rect),
    size: Vec2,
    (palette, spares_foot): (&Palette, bool),
    draw: impl FnOnce(&mut Ui, Rect),
) {
    let room = ui.ctx().content_rect();
    let room = if spares_foot {
        room.with_max_y(rect.bottom())
    } else {
        room
    };
    Area::new(Id::unique(id))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(card_place(room, rect, at, size))
        .show(ui.ctx(), |ui| {
            floating_frame(palette).show(ui, |ui| {
                let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                draw(ui, rect.shrink(12.0));
            });
        });
}

/// A menu under the encoding, where the reader chooses another.
fn encoding_menu(ui: &Ui, place: Rect, panel: &mut Panel<'_>, article: &Article) {
    let name = panel.texts.get("encoding-choose");
    let response = pressable(ui, place, Id::unique("encoding"), &name);
    focus_ring(&panel.cx, ui.painter(), &response, 5);
    Popup::menu(&response).width(280.0).show(|ui| {
        for encoding in TextEncoding::ALL {
            let name = encoding_name(panel, encoding);
            let is_on = encoding == article.encoding;
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                panel.send(Command::SetEncoding(Some(encoding)));
            }
        }
    });
}

/// The name of an encoding in the language of the interface.
fn encoding_name(panel: &Panel<'_>, encoding: TextEncoding) -> String {
    let key = encoding.label().to_lowercase().replace(' ', "-");
    panel.texts.get(&format!("encoding-{key}")).into_owned()
}

/// Where a card of `size` stands: below the mention `at`, above it, or at its
/// side, so that it does not cover what it explains. It may reach beyond the
/// `pane`, but not beyond the `window`.
fn card_place(window: Rect, pane: Rect, at: Rect, size: Vec2) -> Pos2 {
    let room = window.shrink(4.0);
    // In a narrow pane, where it does not fit, it begins at the left.
    let (least, most) = (pane.left() + 4.0, pane.right() - size.x - 4.0);
    let x = (at.center().x - size.x / 2.0).min(most).max(least);
    let (below, above) = (at.bottom() + CARD_GAP, at.top() - CARD_GAP - size.y);
    if below + size.y <= room.bottom() {
        return pos2(x, below);
    }
    if above >= room.top() {
        return pos2(x, above);
    }
    let (left, right) = (at.left() - CARD_GAP - size.x, at.right() + CARD_GAP);
    let x = if left >= room.left() { left } else { right };
    let y = (at.center().y - size.y / 2.0).min(room.bottom() - size.y);
    pos2(x, y.max(room.top()))
}

/// Period, date, outlet, length, file, and what else the index says.
fn header(panel: &Panel<'_>, article: &Article) -> Header {
    let texts = panel.texts;
    let badge = article
        .period
        .as_ref()
        .map(|period| (period.to_string(), panel.period_tone(Some(period))));
    let mut parts = Vec::new();
    match article.date {
        Some(date) if article.dated_by == Some(DatedBy::Text) => {
            parts.push(panel.date(date));
            parts.push(texts.get("dated-by-text").into_owned());
        }
        Some(date) => parts.push(panel.date(date)),
        None if article.period.is_none() => parts.push(texts.get("period-undated").into_owned()),
        None => {}
    }
    if let Some(source) = &article.source {
        parts.push(source.to_string());
    }
    parts.push(texts.with("count-words", &[("n", article.n_words.into())]));
    parts.push(texts.file(&article.file).into_owned());
    let is_plain = matches!(article.encoding, TextEncoding::Utf8 | TextEncoding::Utf8Bom);
    let is_chosen = panel.state.encodings.contains_key(&*article.file);
    // A folder can have a problem for every file: looked through only if need be.
    let has_broken = || {
        panel.state.corpus.problems.iter().any(|problem| {
            problem.file.as_deref() == Some(&article.file)
                && matches!(problem.kind, ProblemKind::BrokenText { .. })
        })
    };
    let encoding =
        (!is_plain || is_chosen || has_broken()).then(|| encoding_name(panel, article.encoding));
    let mut extra = Vec::new();
    if !panel.state.filter.shows(article.period.as_ref()) {
        extra.push(texts.get("article-outside-filter").into_owned());
    }
    for (name, value) in &article.extra {
        if !value.is_empty() {
            // Isolated, so that neither takes the other's direction.
            extra.push(format!("\u{2068}{name}\u{2069}: \u{2068}{value}\u{2069}"));
        }
    }
    let copies: Vec<&str> = panel
        .state
        .near_copies(article.id)
        .take(MOST_COPIES)
        .filter_map(|id| panel.state.corpus.article(id))
        .map(|copy| &*copy.file)
        .collect();
    if !copies.is_empty() {
        let files = copies.join(" · ");
        extra.push(texts.with("near-copies-of", &[("files", (&files).into())]));
    }
    let found_tone = Tone {
        ink: panel.cx.palette.ink,
        tint: panel.cx.palette.hover,
    };
    Header {
        badge,
        found: panel.hit_place().map(|place| (place.whole, found_tone)),
        parts,
        encoding,
        extra,
    }
}
