//! What a line editor can undo and redo.

use crate::text::geometry::Caret;
use std::collections::VecDeque;

/// So many steps can be undone; older ones are forgotten.
const MAX_STEPS: usize = 200;
/// So many edits are undone together at most.
const MAX_GROUP: usize = 40;

/// A text with its caret and its selection at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct EditMoment {
    /// The text.
    pub(super) text: String,
    /// The moving end of the selection.
    pub(super) caret: Caret,
    /// The resting end of the selection, in bytes.
    pub(super) anchor: usize,
}

/// Edits of one kind that follow each other are undone together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditKind {
    /// Letters typed one after the other.
    Typing,
    /// Letters deleted backwards.
    Backspace,
    /// Letters deleted forwards.
    Delete,
    /// Anything else: always a step of its own.
    Single,
}

/// The moments before and after the present one.
#[derive(Debug, Clone, Default)]
pub(super) struct EditHistory {
    past: VecDeque<EditMoment>,
    future: Vec<EditMoment>,
    /// The kind of the last edits, and how many can be undone together.
    group: Option<(EditKind, usize)>,
}

impl EditHistory {
    /// To be called before an edit of `kind` changes `now`. With `fresh` the
    /// edit begins a new step even where its kind would continue the last.
    pub(super) fn record(&mut self, now: &EditMoment, kind: EditKind, fresh: bool) {
        self.future.clear();
        self.group = match self.group {
            Some((last, edits))
                if last == kind && kind != EditKind::Single && edits < MAX_GROUP && !fresh =>
            {
                Some((kind, edits + 1))
            }
            _ => {
                self.past.push_back(now.clone());
                Some((kind, 1))
            }
        };
        if self.past.len() > MAX_STEPS {
            self.past.pop_front();
        }
    }

    /// The next edit begins a new step: the caret was moved between.
    pub(super) fn close_group(&mut self) {
        self.group = None;
    }

    /// Turns `now` into the moment before the last step; `false` without one.
    pub(super) fn undo(&mut self, now: &mut EditMoment) -> bool {
        self.group = None;
        let Some(earlier) = self.past.pop_back() else {
            return false;
        };
        self.future.push(std::mem::replace(now, earlier));
        true
    }

    /// Turns `now` into the moment that was last undone; `false` without one.
    pub(super) fn redo(&mut self, now: &mut EditMoment) -> bool {
        self.group = None;
        let Some(later) = self.future.pop() else {
            return false;
        };
        self.past.push_back(std::mem::replace(now, later));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> EditMoment {
        EditMoment {
            text: text.to_owned(),
            ..EditMoment::default()
        }
    }

    #[test]
    fn oldest_steps_are_forgotten() {
        let mut history = EditHistory::default();
        for step in 0..MAX_STEPS + 5 {
            history.record(&moment(&step.to_string()), EditKind::Single, false);
        }
        let mut now = moment("last");
        let mut undone = 0;
        while history.undo(&mut now) {
            undone += 1;
        }
        assert_eq!((undone, now.text.as_str()), (MAX_STEPS, "5"));
    }

    #[test]
    fn groups_are_bounded() {
        let mut history = EditHistory::default();
        for step in 0..=MAX_GROUP {
            history.record(&moment(&step.to_string()), EditKind::Typing, false);
        }
        let mut now = moment("last");
        assert!(history.undo(&mut now));
        assert_eq!(now.text, MAX_GROUP.to_string());
        assert!(history.undo(&mut now));
        assert_eq!(now.text, "0");
        assert!(!history.undo(&mut now));
    }
}
