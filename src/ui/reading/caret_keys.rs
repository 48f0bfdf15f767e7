//! What keys do with the caret of the pane, and where it is seen.

use super::asking::on_screen;
use super::caret::{CaretStep, PaneCaret};
use super::document::Document;
use super::page::PageSetting;
use super::pointing::TextPointer;
use super::request::CaretWords;
use super::selection::{Grain, Position, Selection};
use crate::base::ByteSpan;
use crate::text::{Area, Caret, Direction, word_at};
use crate::ui::column::ScrollColumn;
use crate::ui::reading::MarkClass;
use egui::{Event, Key, Modifiers, Rect, Response, Ui};

/// Width of the caret in points.
const WIDTH: f32 = 2.0;

/// What the caret and its selection are before and after a key.
pub(super) struct Held<'a> {
    pub(super) caret: &'a mut Option<PaneCaret>,
    pub(super) selection: &'a mut Option<Selection>,
}

/// What keys have done.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct CaretKeys {
    /// The caret has moved.
    pub(super) moved: bool,
    /// Enter: what can be done here?
    pub(super) asked: bool,
}

/// What is wanted of the caret at the next frame.
#[derive(Debug, Default)]
pub(super) struct CaretWish {
    /// The reader asked for the caret, or to leave it.
    pub(super) is_asked: bool,
    /// Another article takes the place of one that had the caret.
    pub(super) goes_on: bool,
    /// It stands at this byte of the article.
    pub(super) stands_at: Option<u32>,
}

impl CaretWish {
    /// Does what is wanted. Who asks for the caret from elsewhere goes to it.
    pub(super) fn grant(
        &mut self,
        held: &mut Held<'_>,
        pane: &Response,
        page: &mut PageSetting<'_>,
        pointer: &TextPointer<'_>,
    ) {
        let wish = std::mem::take(self);
        if wish.is_asked {
            if pane.has_focus() || held.caret.is_none() {
                held.toggle(page, pointer);
            }
            pane.request_focus();
        } else if wish.goes_on && held.caret.is_none() {
            held.toggle(page, pointer);
        }
        if let Some(byte) = wish.stands_at {
            held.stand_at(byte, page);
        }
    }
}

impl Held<'_> {
    /// Takes the keys of the caret out of the input. `page_lines` is how many
    /// lines a page of the view has.
    pub(super) fn take_keys(
        &mut self,
        ui: &Ui,
        page: &mut PageSetting<'_>,
        page_lines: i32,
    ) -> CaretKeys {
        let mut done = CaretKeys::default();
        if self.caret.is_none() {
            return done;
        }
        let is_mac = ui.ctx().os().is_mac();
        let mut steps = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } = event
                else {
                    return true;
                };
                let step = step_of(*key, *modifiers, is_mac, page_lines);
                steps.extend(step.map(|step| (step, modifiers.shift)));
                step.is_none()
            });
        });
        for (step, extends) in steps {
            self.step(step, extends, page);
            done.moved = true;
        }
        done.asked = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            *self.caret = None;
        }
        done
    }

    /// Lets go of what is selected and moves the caret, where there is one, to
    /// byte `byte` of the article.
    pub(super) fn stand_at(&mut self, byte: u32, page: &PageSetting<'_>) {
        *self.selection = None;
        if self.caret.is_some() {
            *self.caret = caret_at(byte, page);
        }
    }

    /// Puts a caret where the reader is: at the end of what is selected, else at
    /// the name or the hit that was gone to, else at the first line in view.
    /// Where there is one, takes it away.
    pub(super) fn toggle(&mut self, page: &mut PageSetting<'_>, pointer: &TextPointer<'_>) {
        if self.caret.take().is_some() {
            return;
        }
        let selected = self.selection.as_ref().filter(|s| !s.is_empty());
        let reached = selected.map(|selection| selection.reach.end);
        let reached = reached.filter(|at| page.paragraph(at.item).is_some());
        let is_in_view =
            |caret: &PaneCaret| pointer.visible.iter().any(|item| item.index == caret.item);
        let gone_to = || caret_at(page.marks.gone_to()?, page).filter(is_in_view);
        *self.caret = match reached {
            Some(at) => Some(PaneCaret::new(at.item, Caret::before(at.byte), true)),
            None => gone_to().or_else(|| pointer.first_caret(page)),
        };
    }

    /// Puts the caret at `reach` and selects what lies between it and `origin`.
    /// Where no text is, nothing changes; returns whether something has.
    pub(super) fn choose(
        &mut self,
        (origin, reach): (Position, Position),
        page: &mut PageSetting<'_>,
    ) -> bool {
        let inside = |at: Position| {
            let item = page.document.items.get(at.item)?;
            let len = Document::text(page.article, item).len();
            // What ends a paragraph is no letter of it.
            let byte = at.byte.min(len);
            Some(Position { byte, ..at })
        };
        let Some((origin, reach)) = inside(origin).zip(inside(reach)) else {
            return false;
        };
        if page.paragraph(reach.item).is_none() {
            return false;
        }
        let at = if origin < reach {
            Caret::before(reach.byte)
        } else {
            Caret::after(reach.byte)
        };
        *self.caret = Some(PaneCaret::new(reach.item, at, true));
        *self.selection = (origin != reach).then_some(Selection {
            origin: origin..origin,
            reach: reach..reach,
            grain: Grain::Grapheme,
        });
        true
    }

    /// Brings the caret into view.
    pub(super) fn reveal(&self, column: &mut ScrollColumn, page: &mut PageSetting<'_>, view: f32) {
        if let Some(caret) = &*self.caret {
            caret.reveal(column, page, view);
        }
    }

    /// Moves the caret; with `extends`, the selection grows or shrinks with it,
    /// else it gives way.
    pub(super) fn step(&mut self, step: CaretStep, extends: bool, page: &mut PageSetting<'_>) {
        let Some(before) = *self.caret else {
            return;
        };
        let selected = self
            .selection
            .take_if(|selection| !extends || selection.is_empty());
        let left = selected.filter(|selection| !extends && !selection.is_empty());
        let caret = match (step, left) {
            // A letter aside goes to the edge of what was selected.
            (CaretStep::Letter(direction), Some(selection)) => {
                let range = selection.range();
                // The pane runs from right to left.
                let (position, at) = match direction {
                    Direction::Left => (range.end, Caret::before(range.end.byte)),
                    Direction::Right => (range.start, Caret::after(range.start.byte)),
                };
                let is_text = page.paragraph(position.item).is_some();
                let item = if is_text { position.item } else { before.item };
                PaneCaret::new(item, if is_text { at } else { before.at }, true)
            }
            _ => before.after(step, page),
        };
        if extends {
            let (origin, reach) = (before.position(), caret.position());
            let selection = self.selection.get_or_insert_with(|| Selection {
                origin: origin..origin,
                reach: origin..origin,
                grain: Grain::Grapheme,
            });
            selection.reach = reach..reach;
        }
        *self.caret = Some(caret);
    }
}

/// A caret of the keyboard at byte `byte` of the article.
fn caret_at(byte: u32, page: &PageSetting<'_>) -> Option<PaneCaret> {
    let item = page.document.item_of(byte);
    let start = page.document.items.get(item)?.span.start;
    let at = Caret::before(byte.saturating_sub(start) as usize);
    Some(PaneCaret::new(item, at, true))
}

/// The step that a key asks for.
fn step_of(key: Key, modifiers: Modifiers, is_mac: bool, page_lines: i32) -> Option<CaretStep> {
    let (by_word, other) = if is_mac {
        (modifiers.alt, modifiers.ctrl)
    } else {
        (modifiers.ctrl, modifiers.alt)
    };
    if other {
        return None;
    }
    let far = by_word || modifiers.mac_cmd;
    Some(match key {
        Key::ArrowLeft if modifiers.mac_cmd => CaretStep::LineEnd,
        Key::ArrowRight if modifiers.mac_cmd => CaretStep::LineStart,
        Key::ArrowLeft if by_word => CaretStep::Word(Direction::Left),
        Key::ArrowRight if by_word => CaretStep::Word(Direction::Right),
        Key::ArrowLeft => CaretStep::Letter(Direction::Left),
        Key::ArrowRight => CaretStep::Letter(Direction::Right),
        Key::ArrowUp if modifiers.mac_cmd => CaretStep::Start,
        Key::ArrowDown if modifiers.mac_cmd => CaretStep::End,
        Key::ArrowUp if by_word => CaretStep::Paragraph(false),
        Key::ArrowDown if by_word => CaretStep::Paragraph(true),
        Key::ArrowUp => CaretStep::Lines(-1),
        Key::ArrowDown => CaretStep::Lines(1),
        Key::PageUp if !far => CaretStep::Lines(-page_lines),
        Key::PageDown if !far => CaretStep::Lines(page_lines),
        Key::Home if far => CaretStep::Start,
        Key::End if far => CaretStep::End,
        Key::Home => CaretStep::LineStart,
        Key::End => CaretStep::LineEnd,
        _ => return None,
    })
}

impl PaneCaret {
    /// Brings its line into view, with another line around it.
    pub(super) fn reveal(&self, column: &mut ScrollColumn, page: &mut PageSetting<'_>, view: f32) {
        let Some(kind) = page.document.items.get(self.item).map(|item| item.kind) else {
            return;
        };
        let (above, _) = page.look.padding(kind);
        let Some(area) = self.area(page) else { return };
        let (y0, y1) = (above + area.y0, above + area.y1);
        let margin = (y1 - y0).min(view / 4.0);
        column.reveal(self.item, (y0, y1), margin, view, &mut |i| page.height(i));
    }

    /// Its rectangle inside its block; in the room of the lines, even where it
    /// stands behind the space at which a line is broken.
    fn area(&self, page: &mut PageSetting<'_>) -> Option<Area> {
        let block = &page.paragraph(self.item)?.block;
        let (index, x) = block.caret_x(self.at);
        let line = block.lines.get(index)?;
        let x0 = (x - WIDTH / 2.0).clamp(0.0, (block.width - WIDTH).max(0.0));
        Some(Area {
            x0,
            y0: line.ink_top,
            x1: x0 + WIDTH,
            y1: line.ink_bottom,
            line: index,
        })
    }

    /// Where it stands on the screen, if its item is in view.
    pub(super) fn rect(
        &self,
        page: &mut PageSetting<'_>,
        pointer: &TextPointer<'_>,
    ) -> Option<Rect> {
        let area = self.area(page)?;
        on_screen(page, pointer, self.item, &area)
    }

    /// The name that it stands in or beside, or else the word; nothing in a
    /// title that is not in the text.
    pub(super) fn words(
        &self,
        page: &mut PageSetting<'_>,
        pointer: &TextPointer<'_>,
    ) -> Option<CaretWords> {
        let item = *page.document.items.get(self.item)?;
        if !item.kind.is_of_text() {
            return None;
        }
        let text = Document::text(page.article, &item);
        let offset = |byte: usize| item.span.start + u32::try_from(byte).unwrap_or(0);
        let at = offset(self.at.byte);
        let marks = page.marks;
        let first = marks.mentions.partition_point(|m| m.span.end < at);
        let beside = || {
            let mentions = marks.mentions.iter().enumerate().skip(first);
            mentions
                .take_while(|(_, m)| m.span.start <= at)
                .filter(|(_, m)| marks.shown.has(MarkClass::of(m.kind)))
        };
        let inside =
            |m: &&(usize, &crate::entity::Mention)| m.1.span.start <= at && at < m.1.span.end;
        let mention = beside().find(|m| inside(&m)).or_else(|| beside().last());
        let (mention, span) = if let Some((index, mention)) = mention {
            (Some(index), mention.span)
        } else {
            let word = word_at(text, self.at.byte);
            (None, ByteSpan::new(offset(word.start), offset(word.end)))
        };
        let local = |byte: u32| byte.saturating_sub(item.span.start) as usize;
        let areas = page
            .paragraph(self.item)?
            .block
            .areas(local(span.start)..local(span.end));
        let rect = match areas.last() {
            Some(area) => on_screen(page, pointer, self.item, area),
            None => self.rect(page, pointer),
        }?;
        Some(CaretWords {
            mention,
            span,
            rect,
        })
    }
}
