//! The best row of labels of a stretch of tokens, and how sure it is.

use super::label::{Label, N_LABELS, Scores};

/// What the search needs of one token: a number for each label, and one for
/// each pair of label before and label here.
#[derive(Debug, Clone, Copy)]
pub(super) struct TrellisStep<'w> {
    pub(super) unary: Scores,
    pub(super) edge: &'w [Scores; N_LABELS],
}

/// The search (Viterbi 1967) over one stretch of tokens after another. The
/// stretch stands between tokens that are O, or edges.
#[derive(Debug, Default)]
pub(super) struct Trellis {
    /// The best score of a row that ends here in a label, less the best of all.
    forward: Vec<Scores>,
    /// The label before, on that row.
    back: Vec<[i16; N_LABELS]>,
    /// The best score of what follows a label here, less the best of all.
    backward: Vec<Scores>,
    /// The labels found.
    pub(super) labels: Vec<Label>,
}

const ZERO: Scores = [0; N_LABELS];

impl Trellis {
    /// Finds the best labels of `steps`. `after` is the matrix of the token
    /// after the stretch, which is O; none at the end of a sentence.
    pub(super) fn search(&mut self, steps: &[TrellisStep<'_>], after: Option<&[Scores; N_LABELS]>) {
        self.forward.clear();
        self.back.clear();
        let mut row: Scores = [i16::MIN / 2; N_LABELS];
        row[Label::O.index()] = 0;
        for step in steps {
            let mut best = [i16::MIN; N_LABELS];
            // As wide as the scores, so that both are one register.
            let mut from = [0_i16; N_LABELS];
            for (before, (&score, edges)) in (0_i16..).zip(row.iter().zip(step.edge)) {
                for label in 0..N_LABELS {
                    let sum = score.saturating_add(edges[label]);
                    let is_better = sum > best[label];
                    best[label] = if is_better { sum } else { best[label] };
                    from[label] = if is_better { before } else { from[label] };
                }
            }
            row = normal(add(best, step.unary));
            self.forward.push(row);
            self.back.push(from);
        }
        let end = after.map_or(ZERO, |edges| edges.map(|row| row[Label::O.index()]));
        self.trace(add(row, end));
        self.backward.clear();
        self.backward.push(end);
    }

    /// Reads the best row backwards; `last` are the scores at its end.
    fn trace(&mut self, last: Scores) {
        self.labels.clear();
        let mut label = 0;
        for (at, &score) in last.iter().enumerate() {
            if score > last[label] {
                label = at;
            }
        }
        for from in self.back.iter().rev() {
            self.labels
                .push(Label(u8::try_from(label).unwrap_or_default()));
            label = usize::try_from(from[label]).unwrap_or_default();
        }
        self.labels.reverse();
    }

    /// Works out what [`Self::margin`] needs, for the stretch just searched.
    pub(super) fn look_back(&mut self, steps: &[TrellisStep<'_>]) {
        for step in steps.iter().skip(1).rev() {
            let next = self.backward.last().copied().unwrap_or(ZERO);
            let ahead = add(step.unary, next);
            let row = step.edge.map(|edges| highest(add(edges, ahead)));
            self.backward.push(normal(row));
        }
        self.backward.reverse();
    }

    /// By how much the best row is better than the best one in which the name
    /// in tokens `start..end` is not a name of exactly these tokens and this
    /// class. After [`Self::look_back`].
    pub(super) fn margin(&self, start: usize, end: usize) -> i16 {
        let sums = |at: usize| add(self.forward[at], self.backward[at]);
        let mut margin = i16::MAX;
        for at in start..end {
            let (sums, own) = (sums(at), self.labels[at].index());
            for (label, &sum) in sums.iter().enumerate() {
                if label != own {
                    margin = margin.min(sums[own].saturating_sub(sum));
                }
            }
        }
        let continuation = self.labels[start].continuation();
        if let (Some(label), Some(own)) = (continuation, self.labels.get(end)) {
            let sums = sums(end);
            margin = margin.min(sums[own.index()].saturating_sub(sums[label.index()]));
        }
        margin
    }
}

#[inline]
pub(super) fn add(a: Scores, b: Scores) -> Scores {
    std::array::from_fn(|label| a[label].saturating_add(b[label]))
}

#[inline]
fn highest(row: Scores) -> i16 {
    row.into_iter().fold(i16::MIN, i16::max)
}

/// The scores less the best of them.
#[inline]
fn normal(row: Scores) -> Scores {
    let best = highest(row);
    row.map(|score| score.saturating_sub(best))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::weights::FORBIDDEN;
    use proptest::prelude::*;

    type Matrix = [Scores; N_LABELS];

    /// The score of a row of labels, each step by step.
    fn score(labels: &[Label], steps: &[TrellisStep<'_>], after: Option<&Matrix>) -> i64 {
        let mut before = Label::O;
        let mut sum = 0;
        for (&label, step) in labels.iter().zip(steps) {
            let edge = step.edge[before.index()][label.index()];
            sum += i64::from(edge) + i64::from(step.unary[label.index()]);
            before = label;
        }
        sum + after.map_or(0, |edges| i64::from(edges[before.index()][0]))
    }

    fn rows(n: usize) -> Vec<Vec<Label>> {
        (0..n).fold(vec![Vec::new()], |rows, _| {
            let grow = |row: Vec<Label>| {
                let before = row.last().copied().unwrap_or(Label::O);
                let next = Label::all().filter(move |label| label.may_follow(before));
                next.map(move |label| row.iter().copied().chain([label]).collect())
            };
            rows.into_iter().flat_map(grow).collect()
        })
    }

    fn scores() -> impl Strategy<Value = Scores> {
        prop::array::uniform8(-400_i16..400)
    }

    fn matrix() -> impl Strategy<Value = Matrix> {
        prop::array::uniform8(scores()).prop_map(|mut matrix| {
            for before in Label::all() {
                for label in Label::all().filter(|label| !label.may_follow(before)) {
                    matrix[before.index()][label.index()] = FORBIDDEN;
                }
            }
            matrix
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn the_search_is_exhaustive(
            tokens in prop::collection::vec((scores(), matrix()), 1..5),
            after in prop::option::of(matrix()),
        ) {
            let steps: Vec<_> = tokens.iter().map(|(unary, edge)| TrellisStep { unary: *unary, edge }).collect();
            let mut trellis = Trellis::default();
            trellis.search(&steps, after.as_ref());
            let rows = rows(steps.len());
            let of = |row: &Vec<Label>| score(row, &steps, after.as_ref());
            let best = rows.iter().map(of).max().unwrap_or_default();
            prop_assert_eq!(of(&trellis.labels), best);

            trellis.look_back(&steps);
            for start in 0..steps.len() {
                let own = trellis.labels[start];
                if !own.begins() {
                    continue;
                }
                let goes_on = |row: &[Label], at: usize| {
                    row.get(at).is_some_and(|&l| Some(l) == own.continuation())
                };
                let later = (start + 1..steps.len()).take_while(|&at| goes_on(&trellis.labels, at));
                let end = start + 1 + later.count();
                let lacks_it = |row: &&Vec<Label>| {
                    row[start..end] != trellis.labels[start..end] || goes_on(row, end)
                };
                let rival = rows.iter().filter(lacks_it).map(of).max().unwrap_or_default();
                prop_assert_eq!(i64::from(trellis.margin(start, end)), best - rival);
            }
        }
    }
}
