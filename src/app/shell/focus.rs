//! Where the keyboard is: always somewhere, and inside what is open.
//!
//! egui lets go of the keyboard when Escape is pressed or when what has it is
//! gone, and Tab leaves a menu for what lies behind. Here the keyboard is kept
//! inside menus and dialogs, and goes back to where it was when they close.

use crate::app::command::View;
use egui::{Context, FocusDirection, Id, Key, LayerId, Modifiers, Order, Popup};

/// What floats over the window but cannot be gone into.
const WITHOUT_KEYS: [&str; 1] = ["query-problem"];
/// What floats in the window itself: one can leave it with the mouse.
const CARD: &str = "repair-card";
/// Frames that a step inside a layer takes: egui asks in the frame before which
/// layers may have the keyboard, steps, and goes on from the last to the first
/// in the next.
const STEP_AT: u8 = 2;
const STEP_FRAMES: u8 = 5;

/// Keeps the keyboard where it belongs.
#[derive(Debug, Default)]
pub(super) struct FocusKeeper {
    /// What had the keyboard last: in the window, and in the card over it.
    behind: Option<Id>,
    in_card: Option<Id>,
    /// What had the keyboard last in the menu or dialog that is open.
    in_menu: Option<Id>,
    /// The topmost layer that holds the keyboard.
    floating: Option<LayerId>,
    step: Option<(FocusDirection, u8)>,
    /// Whether Tab has begun the step in this frame.
    is_by_tab: bool,
    /// Whether what comes first in the window gets the keyboard: egui only
    /// looks for it in the frame in which it is asked.
    wants_first: bool,
}

impl FocusKeeper {
    /// Before the window is drawn: Tab inside a layer, and Escape for a menu.
    pub(super) fn begin(&mut self, ctx: &Context) {
        if Popup::is_any_open(ctx)
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            Popup::close_all(ctx);
            self.step = None;
        }
        let wants_first = std::mem::take(&mut self.wants_first);
        let Some(layer) = self.floating else {
            self.step = None;
            if wants_first && ctx.memory(egui::Memory::focused).is_none() {
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
            }
            return;
        };
        let is_inside = layer_of_focus(ctx) == Some(layer);
        if layer.order == Order::Foreground || is_inside {
            let pressed = ctx.input(|input| {
                let tab = input.key_pressed(Key::Tab);
                let is_plain = !input.modifiers.any() || input.modifiers.shift_only();
                (tab && is_plain).then_some(input.modifiers.shift)
            });
            if let Some(backwards) = pressed {
                let direction = if backwards {
                    FocusDirection::Previous
                } else {
                    FocusDirection::Next
                };
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
                self.step = Some((direction, 0));
                self.is_by_tab = true;
            }
        }
        let Some((direction, n)) = self.step else {
            return;
        };
        ctx.memory_mut(|memory| {
            memory.set_modal_layer(layer);
            if n == STEP_AT {
                if !is_inside && let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
                memory.move_focus(direction);
            }
        });
        self.step = (n < STEP_FRAMES).then_some((direction, n + 1));
        ctx.request_repaint();
    }

    /// Whether something that holds the keyboard floats over the window.
    pub(super) const fn is_floating(&self) -> bool {
        self.floating.is_some()
    }

    /// After the window is drawn: what is new gets the keyboard, what is gone
    /// gives it back.
    pub(super) fn end(&mut self, ctx: &Context, view: View) {
        let before = std::mem::replace(&mut self.floating, floating(ctx));
        // What took the key for itself, to complete a path, keeps the keyboard.
        let is_taken = !ctx.input(|input| input.key_pressed(Key::Tab));
        if std::mem::take(&mut self.is_by_tab) && is_taken {
            self.step = None;
        }
        let focused = ctx.memory(egui::Memory::focused);
        let layer = layer_of_focus(ctx);
        if let Some(floating) = self.floating {
            let is_card = floating.order != Order::Foreground;
            if before != self.floating && layer != Some(floating) && !is_card {
                self.step = Some((FocusDirection::Next, 0));
                ctx.request_repaint();
            }
            if before != self.floating {
                self.in_menu = None;
            }
            if !is_card && self.step.is_none() {
                self.keep_in(ctx, floating, focused.zip(layer));
            }
            if is_card {
                match (focused, layer == Some(floating)) {
                    (Some(id), true) => self.in_card = Some(id),
                    (Some(id), false) if layer.is_some() => self.behind = Some(id),
                    (None, _) if self.step.is_none() => give(ctx, self.in_card),
                    _ => {}
                }
            }
            return;
        }
        self.in_card = None;
        self.in_menu = None;
        match focused {
            Some(id) if layer.is_none_or(|layer| layer.order == Order::Background) => {
                self.behind = Some(id);
            }
            Some(_) => {}
            // Who leaves the search field goes on to what was found.
            None => {
                let search = Id::unique(super::top_bar::SEARCH_FIELD);
                let last = self.behind.filter(|id| *id != search);
                // Before anything is open there is nowhere to be.
                let tab = self.behind.map(|_| tab_of(view));
                let mut places = [last, home_of(view), tab].into_iter().flatten();
                // Without tabs, and with nothing listed, it is what comes first.
                match places.find(|id| can_have_it(ctx, *id)) {
                    Some(id) => give(ctx, Some(id)),
                    None => self.wants_first = self.behind.is_some(),
                }
            }
        }
    }

    /// Gives the keyboard back to the menu or dialog in `floating` when an
    /// arrow has led out of it; the mouse may lead out.
    fn keep_in(&mut self, ctx: &Context, floating: LayerId, at: Option<(Id, LayerId)>) {
        match at {
            Some((id, layer)) if layer == floating => self.in_menu = Some(id),
            Some((_, layer)) if layer.order == Order::Background => {
                let is_pressed = ctx.input(|input| input.pointer.any_pressed());
                let inside = self.in_menu.take().filter(|_| !is_pressed);
                give(ctx, inside.filter(|id| can_have_it(ctx, *id)));
            }
            _ => {}
        }
    }
}

/// Whether something with this id is drawn and takes the keyboard; egui lets go
/// at once of what it gives to anything else.
fn can_have_it(ctx: &Context, id: Id) -> bool {
    let drawn = ctx.read_response(id);
    drawn.is_some_and(|drawn| drawn.enabled() && drawn.sense.is_focusable())
}

fn give(ctx: &Context, id: Option<Id>) {
    if let Some(id) = id {
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.request_repaint();
    }
}

/// The topmost layer that holds the keyboard while it is there.
fn floating(ctx: &Context) -> Option<LayerId> {
    ctx.memory(|memory| {
        let areas = memory.areas();
        let holds = |layer: &LayerId| {
            let is_over = match layer.order {
                Order::Foreground => !WITHOUT_KEYS.iter().any(|id| layer.id == Id::unique(*id)),
                Order::Middle => layer.id == Id::unique(CARD),
                _ => false,
            };
            is_over && areas.is_visible(layer)
        };
        memory.layer_ids().filter(holds).last()
    })
}

/// The layer of what has the keyboard.
fn layer_of_focus(ctx: &Context) -> Option<LayerId> {
    let id = ctx.memory(egui::Memory::focused)?;
    ctx.read_response(id).map(|response| response.layer_id)
}

/// What a view is about: it has the keyboard when nothing else can have it.
fn home_of(view: View) -> Option<Id> {
    Some(Id::unique(match view {
        View::Reading => "reading-pane",
        View::Concordance => "kwic-list",
        View::Statistics => "statistics-table",
        View::Names => return None,
    }))
}

fn tab_of(view: View) -> Id {
    let place = View::ALL.iter().position(|other| *other == view);
    Id::unique(("tab", place.unwrap_or(0)))
}
