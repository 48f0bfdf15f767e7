//! From hit to hit and from name to name.

use crate::analysis::concordance::Row;
use crate::app::command::{Command, LineCommand, View};
use crate::app::state::AppState;
use crate::app::state::search::SearchAnswer;
use crate::app::state::stepping::HitTurn;
use crate::base::{ArticleId, ByteSpan};
use crate::entity::Mention;
use crate::ui::reading::MarkClass;

impl AppState {
    /// Goes to the next hit, or the one before: in the concordance to the next
    /// line, elsewhere in the article that is read.
    pub(super) fn step_hit(&mut self, forwards: bool) {
        if self.view == View::Concordance {
            self.step_line(forwards);
        } else {
            self.show(View::Reading);
            self.hits.waiting = Some(forwards);
        }
    }

    /// Takes the step that waited for an answer, once it has come.
    pub(super) fn refresh_hit_steps(&mut self) -> bool {
        if self.hits.waiting.is_none() || !self.is_search_done() {
            return false;
        }
        let Some(forwards) = self.hits.waiting.take() else {
            return false;
        };
        self.hits.turn = None;
        let next = self.hit_beside(forwards);
        if let Some(hit) = next.and_then(|n| self.marks.hits().get(n).copied()) {
            self.go_to_hit(hit);
        } else {
            self.leave_for_hit(forwards);
        }
        true
    }

    /// The place among the hits of the open article of the one after the hit
    /// that the reader is at, or of the first one in view where that is out of
    /// view; with `forwards` off, of the one before. It may be past the last.
    fn hit_beside(&self, forwards: bool) -> Option<usize> {
        let hits = self.marks.hits();
        let at = self.current_hit().filter(|at| {
            let hit = hits.get(*at);
            hit.is_some_and(|hit| self.place.is_none_or(|place| hit.overlaps(place)))
        });
        match at {
            Some(at) if forwards => Some(at + 1),
            Some(at) => at.checked_sub(1),
            None => {
                let edge = self.edge_of_place(forwards);
                let n = hits.partition_point(|hit| hit.start < edge);
                if forwards { Some(n) } else { n.checked_sub(1) }
            }
        }
    }

    /// The byte from which a step looks: where what is in view begins, or for
    /// one back where it ends.
    fn edge_of_place(&self, forwards: bool) -> u32 {
        match (self.place, forwards) {
            (Some(place), true) => place.start,
            (Some(place), false) => place.end,
            (None, true) => 0,
            (None, false) => u32::MAX,
        }
    }

    /// The place of the hit stepped to, among those of the open article.
    pub(in crate::app) fn current_hit(&self) -> Option<usize> {
        let at = self.hits.at?;
        let hits = self.marks.hits();
        let key = |hit: &ByteSpan| (hit.start, hit.end);
        hits.binary_search_by_key(&key(&at), key).ok()
    }

    pub(super) fn go_to_hit(&mut self, hit: ByteSpan) {
        self.hits.at = Some(hit);
        // The pane says anew what is in view.
        self.place = None;
        self.requests.middle_byte = Some(hit.start);
        self.requests.caret_to = Some(hit.start);
        // What keys ask about is what was gone to last.
        self.mention = None;
    }

    /// Goes to the next article of the list that has a hit, or the one before;
    /// around its ends.
    fn leave_for_hit(&mut self, forwards: bool) {
        let Some(found) = self.search.found().cloned() else {
            return;
        };
        let Some((article, turn)) = self.article_with_hit(&found, forwards) else {
            return;
        };
        let hits = found.answer.hits_of(article);
        let hit = if forwards { hits.first() } else { hits.last() };
        let Some(hit) = hit.map(|hit| hit.span(&found.indexed.index)) else {
            return;
        };
        self.select_article(article);
        self.hits.turn = Some(turn);
        self.hits.n_turns += 1;
        self.go_to_hit(hit);
    }

    fn article_with_hit(
        &self,
        found: &SearchAnswer,
        forwards: bool,
    ) -> Option<(ArticleId, HitTurn)> {
        let mut listed: Vec<ArticleId> = self.listing().articles().collect();
        if !forwards {
            listed.reverse();
        }
        let has_hit = |id: &ArticleId| !found.answer.hits_of(*id).is_empty();
        let open = self.article;
        let at = listed.iter().position(|id| Some(*id) == open);
        let after = at.map_or(0, |at| at + 1);
        if let Some(next) = listed.iter().skip(after).copied().find(has_hit) {
            let turn = if forwards {
                HitTurn::Next
            } else {
                HitTurn::Previous
            };
            return Some((next, turn));
        }
        let first = listed.iter().take(after).copied().find(has_hit)?;
        let turn = match (open == Some(first), forwards) {
            (true, true) => HitTurn::ToStart,
            (true, false) => HitTurn::ToEnd,
            (false, true) => HitTurn::ToFirst,
            (false, false) => HitTurn::ToLast,
        };
        Some((first, turn))
    }

    /// Selects the next line of the concordance, or the one before.
    fn step_line(&mut self, forwards: bool) {
        let Some(shown) = self.lines.shown().cloned() else {
            return;
        };
        let lines = &shown.concordance;
        let selected = self.lines.selected.and_then(|hit| lines.line_of(hit));
        let row = selected.and_then(|line| lines.row_of(line));
        let line_in = |row: usize| match lines.row(row) {
            Some(Row::Line(line)) => Some((row, lines.hit(line)?)),
            _ => None,
        };
        let next = match (row, forwards) {
            (Some(row), true) => (row + 1..lines.n_rows()).find_map(line_in),
            (Some(row), false) => (0..row).rev().find_map(line_in),
            (None, true) => (0..lines.n_rows()).find_map(line_in),
            (None, false) => (0..lines.n_rows()).rev().find_map(line_in),
        };
        if let Some((row, hit)) = next {
            self.requests.reveal_line = Some(row);
            self.carry_out(Command::Line(LineCommand::Select(hit)));
        }
    }

    /// Goes to the next mention of the entity looked at, or of any that is
    /// shown, from the one stepped to or, where that is out of view, from the
    /// place that is read; around the ends of the article.
    pub(super) fn step_mention(&mut self, forwards: bool) {
        let entity = self.card.as_ref().map(|id| self.marks.find(id));
        let is_candidate = |mention: &&Mention| match entity {
            Some(entity) => entity == Some(mention.entity),
            None => self.shown.has(MarkClass::of(mention.kind)),
        };
        let at = self.mention.filter(|_| self.current_mention().is_some());
        let at = at.filter(|at| self.place.is_none_or(|place| at.overlaps(place)));
        let mentions = self.marks.mentions();
        let mut onwards = mentions.iter().filter(is_candidate);
        let mut back = mentions.iter().rev().filter(is_candidate);
        let edge = self.edge_of_place(forwards);
        let next = if forwards {
            let is_after = |mention: &&Mention| match at {
                Some(at) => mention.span.start > at.start,
                None => mention.span.start >= edge,
            };
            let first = onwards.clone().next();
            onwards.find(is_after).or(first)
        } else {
            let edge = at.map_or(edge, |at| at.start);
            let last = back.clone().next();
            back.find(|mention| mention.span.start < edge).or(last)
        };
        if let Some(span) = next.map(|mention| mention.span) {
            self.mention = Some(span);
            self.place = None;
            self.requests.reveal_byte = Some(span.start);
            self.requests.caret_to = Some(span.start);
        }
    }

    /// The place of the mention stepped to, among those of the open article.
    pub(in crate::app) fn current_mention(&self) -> Option<usize> {
        let span = self.mention?;
        let mentions = self.marks.mentions();
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        let is_there = mentions.get(at).is_some_and(|m| m.span.overlaps(span));
        is_there.then_some(at)
    }
}
