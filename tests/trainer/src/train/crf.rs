//! Learning the weights: a conditional random field (Lafferty, `McCallum` and
//! Pereira 2001) by stochastic gradient with a rate for every weight (`AdaGrad`,
//! Duchi, Hazan and Singer 2011).
//!
//! Sources differ in what they mark. So every weight is a sum of two: one that
//! all sources share, and one for our own articles or for those of others
//! (Daumé 2007). Texts are tagged as our own are.
//!
//! Where a source leaves the label of a token open, the sum over all rows of
//! labels that it allows is made likely, instead of one row.

use super::data::Lesson;
use super::example::Labels;
use super::random::Random;
use warraq::entity::tagger::model::{Label, N_LABELS};

/// One weight for each label.
type Row = [f32; N_LABELS];
type Matrix = [Row; N_LABELS];

/// How to learn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    /// First step.
    pub(super) rate: f32,
    /// How strongly weights are drawn to zero at each use, by their size.
    pub(super) ridge: f32,
    /// The share of features that are left out at each use, by chance, so that
    /// the model learns not to lean on any one.
    pub(super) dropout: f32,
}

/// The weights while they are learned.
#[derive(Debug)]
pub(super) struct Model {
    n_blocks: usize,
    /// The shared ones, those of our articles, those of others.
    weights: Vec<Row>,
    /// Sums of squared gradients.
    squares: Vec<Row>,
    rates: Rates,
    chain: Chain,
    random: Random,
}

impl Model {
    pub(super) fn new(n_blocks: usize, rates: Rates) -> Self {
        Self {
            n_blocks,
            weights: vec![[0.0; N_LABELS]; 3 * n_blocks],
            squares: vec![[0.0; N_LABELS]; 3 * n_blocks],
            rates,
            chain: Chain::default(),
            random: Random::default(),
        }
    }

    /// The weights for texts of our own.
    pub(super) fn weights(&self) -> impl Iterator<Item = Row> {
        let (shared, others) = self.weights.split_at(self.n_blocks);
        shared.iter().zip(others).map(|(a, b)| sum(a, b))
    }

    /// Learns from one sentence.
    pub(super) fn learn(&mut self, lesson: &Lesson) {
        let copy = self.n_blocks * if lesson.is_own { 1 } else { 2 };
        let kept = self.kept(&lesson.unary);
        let scale = 1.0 / (1.0 - self.rates.dropout);
        let unary = kept.iter().map(|blocks| {
            let mut row = [0.0; N_LABELS];
            for &block in blocks {
                let block = block as usize;
                row = sum(&row, &self.weights[block]);
                row = sum(&row, &self.weights[copy + block]);
            }
            row.map(|score| score * scale)
        });
        let unary: Vec<Row> = unary.collect();
        let edges: Vec<Matrix> = lesson
            .edges
            .iter()
            .map(|rows| self.matrix(*rows, copy))
            .collect();
        let mut nodes = vec![[0.0; N_LABELS]; unary.len()];
        let mut arcs = vec![[[0.0; N_LABELS]; N_LABELS]; unary.len()];
        let weight = lesson.weight;
        self.chain.expect(
            &unary,
            &edges,
            &lesson.allowed,
            weight,
            &mut nodes,
            &mut arcs,
        );
        self.chain.expect(
            &unary,
            &edges,
            &lesson.possible,
            -weight,
            &mut nodes,
            &mut arcs,
        );
        for (at, blocks) in kept.iter().enumerate() {
            let gradient = nodes[at].map(|p| p * scale);
            // Nothing to learn here: the model is sure and right.
            if nodes[at].iter().all(|p| p.abs() < 1e-4) {
                continue;
            }
            for &block in blocks {
                self.step(block as usize, &gradient);
                self.step(copy + block as usize, &gradient);
            }
        }
        for (rows, arcs) in lesson.edges.iter().zip(&arcs) {
            for first in rows {
                for (before, gradient) in arcs.iter().enumerate() {
                    self.step(first + before, gradient);
                    self.step(copy + first + before, gradient);
                }
            }
        }
    }

    /// The blocks that count this time.
    fn kept(&mut self, unary: &[Vec<u32>]) -> Vec<Vec<u32>> {
        let dropout = self.rates.dropout;
        let mut keep = |_: &&u32| self.random.share() >= dropout;
        let kept = |blocks: &Vec<u32>| blocks.iter().filter(&mut keep).copied().collect();
        unary.iter().map(kept).collect()
    }

    fn matrix(&self, rows: [usize; 2], copy: usize) -> Matrix {
        std::array::from_fn(|before| {
            let [a, b] = rows.map(|first| {
                let at = first + before;
                sum(&self.weights[at], &self.weights[copy + at])
            });
            sum(&a, &b)
        })
    }

    /// Moves the weights of a block along `gradient`.
    fn step(&mut self, block: usize, gradient: &Row) {
        let Rates { rate, ridge, .. } = self.rates;
        let weights = &mut self.weights[block];
        let squares = &mut self.squares[block];
        for label in 0..N_LABELS {
            let g = gradient[label] - ridge * weights[label];
            squares[label] += g * g;
            weights[label] += rate * g / (squares[label] + 1e-6).sqrt();
        }
    }
}

fn sum(a: &Row, b: &Row) -> Row {
    std::array::from_fn(|label| a[label] + b[label])
}

/// Sums over all rows of labels of a sentence (forward and backward).
#[derive(Debug, Default)]
struct Chain {
    forward: Vec<Row>,
    factors: Vec<Matrix>,
}

impl Chain {
    /// Adds `weight` × the probability of each label at each token to `nodes`,
    /// and of each pair of labels to `arcs`, over the rows of labels that
    /// `allowed` has.
    fn expect(
        &mut self,
        unary: &[Row],
        edges: &[Matrix],
        allowed: &[Labels],
        weight: f32,
        nodes: &mut [Row],
        arcs: &mut [Matrix],
    ) {
        self.forward.clear();
        self.factors.clear();
        let mut before: Row = [0.0; N_LABELS];
        before[Label::O.index()] = 1.0;
        for ((unary, edge), allowed) in unary.iter().zip(edges).zip(allowed) {
            let factors = factors(unary, edge, *allowed);
            let mut row = [0.0; N_LABELS];
            for (score, factors) in before.iter().zip(&factors) {
                for (sum, factor) in row.iter_mut().zip(factors) {
                    *sum += score * factor;
                }
            }
            scale(&mut row);
            before = row;
            self.forward.push(row);
            self.factors.push(factors);
        }
        let mut after: Row = [1.0; N_LABELS];
        for at in (0..unary.len()).rev() {
            let before = at.checked_sub(1).map_or_else(
                || {
                    let mut row = [0.0; N_LABELS];
                    row[Label::O.index()] = 1.0;
                    row
                },
                |before| self.forward[before],
            );
            let mut arc: Matrix = [[0.0; N_LABELS]; N_LABELS];
            let mut sum = 0.0;
            for (l, row) in arc.iter_mut().enumerate() {
                for (r, p) in row.iter_mut().enumerate() {
                    *p = before[l] * self.factors[at][l][r] * after[r];
                    sum += *p;
                }
            }
            if sum <= 0.0 {
                return;
            }
            let mut row = [0.0; N_LABELS];
            for (l, p) in arc.iter().enumerate() {
                for r in 0..N_LABELS {
                    let share = weight * p[r] / sum;
                    nodes[at][r] += share;
                    arcs[at][l][r] += share;
                    row[l] += self.factors[at][l][r] * after[r];
                }
            }
            scale(&mut row);
            after = row;
        }
    }
}

/// e to the scores, of the allowed pairs, less a constant.
fn factors(unary: &Row, edge: &Matrix, allowed: Labels) -> Matrix {
    let mut factors = [[0.0; N_LABELS]; N_LABELS];
    let mut best = f32::MIN;
    for (l, r) in pairs(allowed) {
        let score = unary[r] + edge[l][r];
        factors[l][r] = score;
        best = best.max(score);
    }
    let mut result = [[0.0; N_LABELS]; N_LABELS];
    for (l, r) in pairs(allowed) {
        result[l][r] = (factors[l][r] - best).exp();
    }
    result
}

/// The labels before and here that may follow each other.
fn pairs(allowed: Labels) -> impl Iterator<Item = (usize, usize)> {
    Label::all().flat_map(move |before| {
        Label::all()
            .filter(move |label| allowed.has(*label) && label.may_follow(before))
            .map(move |label| (before.index(), label.index()))
    })
}

/// Makes the numbers of a row sum to one.
fn scale(row: &mut Row) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for value in row {
            *value /= sum;
        }
    }
}
