//! What keys and presses of the mouse do.

use super::context::Wide;
use super::keys::Press;
use super::note::NoteEdit;
use super::pane::KwicPane;
use super::request::{KwicAnswer, KwicEntry, KwicRequest};

impl KwicPane {
    /// Does what was pressed; what the pane cannot do itself goes into `answer`.
    pub(super) fn act(
        &mut self,
        press: Press,
        request: &mut KwicRequest<'_>,
        view: f32,
        answer: &mut KwicAnswer,
    ) {
        let page = isize::try_from(self.rows.page(view)).unwrap_or(1);
        let steps = match press {
            Press::By(steps) => Some(steps),
            Press::Pages(pages) => Some(pages.saturating_mul(page)),
            Press::First => Some(isize::MIN),
            Press::Last => Some(isize::MAX),
            _ => None,
        };
        if let Some(steps) = steps {
            self.move_by(steps, request, answer);
            return;
        }
        // A heading is no line: nothing can be done with it.
        let Some(index) = self.selected.filter(|i| self.is_line(*i, request)) else {
            return;
        };
        match press {
            Press::Open => answer.opened = Some(index),
            Press::Tick => answer.ticked = Some(index),
            Press::Remove => answer.removed = Some(index),
            Press::Toggle if self.wide.contains_key(&index) => self.narrow(index),
            Press::Toggle | Press::Widen => self.widen(index, request),
            Press::Narrow => self.narrow(index),
            Press::Note => self.edit_note(index, request),
            Press::By(_) | Press::Pages(_) | Press::First | Press::Last => {}
        }
    }

    /// Moves the selection by `steps` entries, past headings. Without a
    /// selection, a step leads to the first line.
    fn move_by(&mut self, steps: isize, request: &mut KwicRequest<'_>, answer: &mut KwicAnswer) {
        let Some(last) = request.n_entries.checked_sub(1) else {
            return;
        };
        let target = match self.selected {
            Some(selected) => selected.saturating_add_signed(steps).min(last),
            None if steps == isize::MAX => last,
            None => 0,
        };
        let target = if steps < 0 {
            self.line_up(target, request)
                .or_else(|| self.line_down(target, last, request))
        } else {
            self.line_down(target, last, request)
                .or_else(|| self.line_up(target, request))
        };
        let Some(target) = target else {
            return;
        };
        self.reveal = true;
        if self.selected != Some(target) {
            self.selected = Some(target);
            answer.selected = Some(target);
        }
    }

    fn line_down(
        &mut self,
        from: usize,
        last: usize,
        request: &mut KwicRequest<'_>,
    ) -> Option<usize> {
        (from..=last).find(|i| self.is_line(*i, request))
    }

    fn line_up(&mut self, from: usize, request: &mut KwicRequest<'_>) -> Option<usize> {
        (0..=from).rev().find(|i| self.is_line(*i, request))
    }

    fn is_line(&mut self, index: usize, request: &mut KwicRequest<'_>) -> bool {
        index < request.n_entries && self.cache.entry(index, request).line().is_some()
    }

    fn widen(&mut self, index: usize, request: &mut KwicRequest<'_>) {
        self.wide
            .entry(index)
            .or_insert_with(|| Wide::new((request.wide)(index)));
        self.reveal = true;
    }

    fn narrow(&mut self, index: usize) {
        self.wide.remove(&index);
        self.reveal = true;
    }

    fn edit_note(&mut self, index: usize, request: &mut KwicRequest<'_>) {
        if self.note.as_ref().is_some_and(|note| note.index == index) {
            return;
        }
        let note = match &self.cache.entry(index, request).entry {
            KwicEntry::Line(row) => row.note.as_deref().unwrap_or_default(),
            KwicEntry::Heading { .. } => return,
        };
        self.note = Some(NoteEdit::new(index, note));
        self.reveal = true;
    }
}
