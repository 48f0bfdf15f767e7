//! The article as a screen reader has it: whole, also where it is not in view.

use super::document::{Document, ItemKind};
use super::page::PageSetting;
use super::request::ReadingRequest;
use super::selection::Position;
use crate::base::ByteSpan;
use crate::corpus::Article;
use crate::ui::column::Visible;
use crate::ui::spoken::{RunText, TextRuns, add_nodes, is_heard, language_of};
use egui::accesskit::{
    Action, ActionData, Node, NodeId, Role, TextDirection, TextPosition, TextSelection,
};
use egui::{Event, Id, Pos2, Ui};
use std::ops::Range;

/// The language of the corpora that are read here.
const LANGUAGE: &str = "ar";
/// An article with more items than this, some megabytes, is heard around the
/// view only: every frame tells the whole tree.
const MOST_ITEMS: usize = 6_000;

/// The nodes of an article, made once for as long as it is open.
#[derive(Default)]
pub(super) struct SpokenArticle {
    article: Option<u64>,
    /// The items that it was made of.
    items: Range<usize>,
    paragraphs: Vec<SpokenParagraph>,
    /// The runs of each of these items, without places.
    runs: Vec<TextRuns>,
    /// The runs that the last frame told of items in view, with places: they end
    /// where lines do.
    told: Vec<(usize, TextRuns)>,
}

struct SpokenParagraph {
    id: NodeId,
    node: Node,
    items: Range<usize>,
    language: Option<&'static str>,
}

/// Where an item in view was painted.
pub(super) struct PaintedItem {
    pub(super) index: usize,
    /// The origin of its text on the screen.
    pub(super) origin: Pos2,
}

impl SpokenArticle {
    /// Puts the article below the node of the pane, with places for what is
    /// in view. What is selected reaches from the first of `ends` to the caret.
    pub(super) fn speak(
        &mut self,
        ui: &Ui,
        pane: Id,
        page: &mut PageSetting<'_>,
        request: &ReadingRequest<'_>,
        (visible, painted): (&[Visible], &[PaintedItem]),
        ends: Option<(Position, Position)>,
    ) {
        if !is_heard(ui.ctx(), pane) {
            *self = Self::default();
            return;
        }
        self.prepare(pane, request, page.document, visible);
        let in_view = |item: usize| painted.iter().find(|painted| painted.index == item);
        let (anchor_at, focus_at) = ends.unzip();
        let (mut anchor, mut focus) = (None, None);
        self.told.clear();
        let (mut children, mut nodes) = (Vec::new(), Vec::new());
        for paragraph in &self.paragraphs {
            let mut node = paragraph.node.clone();
            if paragraph.items == (1..2) {
                node.set_value(said_of(request));
            }
            for item in paragraph.items.clone() {
                let set = in_view(item).and_then(|painted| {
                    let piece = page.document.items.get(item)?;
                    let text = Document::text(page.article, piece);
                    let of = run_text(request.key, pane, item, paragraph, (text, piece.kind));
                    let set = page.set.get(&item)?;
                    Some(TextRuns::set(&of, &set.block, painted.origin))
                });
                let unset = item
                    .checked_sub(self.items.start)
                    .and_then(|n| self.runs.get(n));
                let Some(runs) = set.as_ref().or(unset) else {
                    continue;
                };
                for id in runs.ids() {
                    node.push_child(id);
                }
                let place_of = |at: Position| runs.position(at.byte);
                let is_here = |at: &Position| at.item == item;
                anchor = anchor.or(anchor_at.filter(is_here).and_then(place_of));
                focus = focus.or(focus_at.filter(is_here).and_then(place_of));
                nodes.extend_from_slice(runs.nodes());
                self.told.extend(set.map(|set| (item, set)));
            }
            children.push(paragraph.id);
            nodes.push((paragraph.id, node));
        }
        add_nodes(ui.ctx(), pane, children, nodes);
        describe(ui, pane, anchor.zip(focus));
    }

    /// Where a screen reader wants the selection to begin, and the caret.
    pub(super) fn chosen(&self, ui: &Ui, pane: Id) -> Option<(Position, Position)> {
        let wanted = ui.input(|input| {
            let requests = input.accesskit_action_requests(pane, Action::SetTextSelection);
            let wanted = requests.filter_map(|request| match &request.data {
                Some(ActionData::SetTextSelection(wanted)) => Some(*wanted),
                _ => None,
            });
            wanted.last()
        })?;
        Some((self.at(&wanted.anchor)?, self.at(&wanted.focus)?))
    }

    /// The place in the article of one in a run that was told.
    fn at(&self, place: &TextPosition) -> Option<Position> {
        let in_view = self.told.iter().map(|(item, runs)| (*item, runs));
        // In view, a run may have the same id with other letters in it.
        let mut all = in_view.chain((self.items.start..).zip(&self.runs));
        all.find_map(|(item, runs)| {
            let byte = runs.byte_of(place)?;
            Some(Position { item, byte })
        })
    }

    /// The first byte of what a screen reader wants to have in view.
    pub(super) fn wanted(&self, ui: &Ui, document: &Document) -> Option<u32> {
        let target = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::AccessKitActionRequest(request)
                    if request.action == Action::ScrollIntoView =>
                {
                    Some(request.target_node)
                }
                _ => None,
            })
        })?;
        let paragraph = self
            .paragraphs
            .iter()
            .find(|paragraph| paragraph.id == target)
            .map(|paragraph| paragraph.items.start);
        let run = || {
            let at = self
                .runs
                .iter()
                .position(|runs| runs.ids().any(|id| id == target));
            at.map(|at| at + self.items.start)
        };
        let item = document.items.get(paragraph.or_else(run)?)?;
        Some(item.span.start)
    }

    /// Makes the nodes anew for another article, or where only a part was made
    /// and another is in view.
    fn prepare(
        &mut self,
        pane: Id,
        request: &ReadingRequest<'_>,
        document: &Document,
        visible: &[Visible],
    ) {
        let n = document.items.len();
        let first = visible.first().map_or(0, |item| item.index);
        let last = visible.last().map_or(0, |item| item.index);
        let is_made = self.article == Some(request.key)
            && self.items.contains(&first)
            && (last < self.items.end || self.items.end == n);
        if is_made {
            return;
        }
        self.article = Some(request.key);
        self.items = if n <= MOST_ITEMS {
            0..n
        } else {
            first.saturating_sub(MOST_ITEMS / 8)..(first + MOST_ITEMS / 8).min(n)
        };
        self.paragraphs.clear();
        self.runs.clear();
        self.told.clear();
        let mut start = self.items.start;
        for item in self.items.clone() {
            let kind = document.items.get(item).map(|piece| piece.kind);
            // The parts of a long paragraph are one.
            if kind != Some(ItemKind::Part) || item + 1 == self.items.end {
                self.push(pane, request, document, start..item + 1);
                start = item + 1;
            }
        }
    }

    fn push(
        &mut self,
        pane: Id,
        request: &ReadingRequest<'_>,
        document: &Document,
        items: Range<usize>,
    ) {
        let Some(pieces) = document.items.get(items.clone()) else {
            return;
        };
        let Some(kind) = pieces.last().map(|piece| piece.kind) else {
            return;
        };
        if kind == ItemKind::End {
            self.runs.push(TextRuns::default());
            return;
        }
        let language = language_of(whole(request.article, document, &items));
        let paragraph = SpokenParagraph {
            id: pane
                .with((request.key, "paragraph", items.start))
                .accesskit_id(),
            node: node_of(kind, language),
            items: items.clone(),
            language: language.or(Some(LANGUAGE)),
        };
        for (item, piece) in items.zip(pieces) {
            let text = Document::text(request.article, piece);
            let of = run_text(request.key, pane, item, &paragraph, (text, piece.kind));
            self.runs.push(if kind == ItemKind::Metadata {
                TextRuns::default()
            } else {
                TextRuns::unset(&of)
            });
        }
        let mut paragraph = paragraph;
        if matches!(kind, ItemKind::Title | ItemKind::OuterTitle) {
            paragraph.node.set_label(&*request.article.title);
        }
        self.paragraphs.push(paragraph);
    }
}

/// The text of all parts of a paragraph.
fn whole<'a>(article: &'a Article, document: &Document, items: &Range<usize>) -> &'a str {
    let pieces = document.items.get(items.clone()).unwrap_or_default();
    match pieces {
        [one] => Document::text(article, one),
        [first, .., last] => {
            let span = ByteSpan::new(first.span.start, last.span.end);
            article.text.get(span.range()).unwrap_or_default()
        }
        [] => "",
    }
}

fn node_of(kind: ItemKind, language: Option<&'static str>) -> Node {
    let mut node = Node::new(match kind {
        ItemKind::Title | ItemKind::OuterTitle => Role::Heading,
        ItemKind::Metadata => Role::Label,
        _ => Role::Paragraph,
    });
    if node.role() == Role::Heading {
        node.set_level(1);
    }
    if let Some(language) = language.filter(|language| *language != LANGUAGE) {
        node.set_language(language);
    }
    node.set_text_direction(TextDirection::RightToLeft);
    node.add_action(Action::ScrollIntoView);
    node
}

fn run_text<'a>(
    article: u64,
    pane: Id,
    item: usize,
    paragraph: &SpokenParagraph,
    (text, kind): (&'a str, ItemKind),
) -> RunText<'a> {
    RunText {
        id: pane.with((article, "item", item)),
        text,
        language: paragraph.language,
        ends_paragraph: kind != ItemKind::Part,
    }
}

/// The line of metadata, in words.
fn said_of(request: &ReadingRequest<'_>) -> String {
    let header = request.header;
    let badge = header.badge.iter().map(|(period, _)| period.as_str());
    let parts = header
        .parts
        .iter()
        .chain(&header.encoding)
        .chain(&header.extra);
    let parts: Vec<&str> = badge.chain(parts.map(String::as_str)).collect();
    parts.join(" · ")
}

/// Says of the pane what holds for the whole article.
fn describe(ui: &Ui, pane: Id, selection: Option<(TextPosition, TextPosition)>) {
    ui.ctx().accesskit_node_builder(pane, |node| {
        node.set_language(LANGUAGE);
        node.add_action(Action::SetTextSelection);
        if let Some((anchor, focus)) = selection {
            node.set_text_selection(TextSelection { anchor, focus });
        }
    });
}
