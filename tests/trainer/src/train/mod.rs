//! Training: from examples to the file of weights.
//!
//! The outcome depends on the examples, the lists and the settings alone: the
//! order is fixed, and so is the seed of the shuffle.

mod annotated;
mod conll;
mod crf;
mod data;
mod example;
mod random;

#[cfg(test)]
mod tests;

use crate::record::Gold;
use data::{Alphabet, Lesson, Reader, Sentence};
pub(crate) use example::Example;
use random::Random;
use warraq::entity::tagger::model::{
    Label, N_BLOCKS, N_LABELS, Reach, Vector, Weights, edges_of_gaps,
};
use warraq::entity::{Gazetteer, Lexicon, World};

/// How to train.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Settings {
    /// Times that all examples are gone through.
    pub(crate) epochs: usize,
    /// The last epochs, whose weights are averaged.
    pub(crate) averaged: usize,
    /// The fewest times that a feature must be seen to have weights.
    pub(crate) least: u32,
    /// Gazetteers with gaps that take turns with the whole one, so that the
    /// model learns to find what is not listed.
    pub(crate) gapped: usize,
    /// First step of the weights.
    pub(crate) rate: f32,
    /// How strongly weights are drawn to zero, by their size.
    pub(crate) ridge: f32,
    /// The share of features left out at each use.
    pub(crate) dropout: f32,
    /// What a token of a corpus of others counts; one of our articles counts 1.
    pub(crate) corpus_weight: f32,
    /// Nats taken from O everywhere, so that precision and recall are even.
    pub(crate) boldness: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 8,
            averaged: 4,
            least: 2,
            gapped: 2,
            rate: 0.05,
            ridge: 1e-3,
            dropout: 0.2,
            corpus_weight: 0.4,
            boldness: 0.5,
        }
    }
}

/// The weights in use are bytes; those larger than this many nats are cut.
const LARGEST: f32 = 5.0;

/// The sentences of `source`, a corpus of others in the form `token tag`.
pub(crate) fn corpus(source: &str, settings: &Settings, lexicon: &Lexicon) -> Vec<Example> {
    conll::parse(source, settings.corpus_weight, lexicon)
}

/// The articles that `gold` annotates; `text_of` gives the text of a file.
///
/// # Errors
/// The file that has no text.
pub(crate) fn articles(
    gold: &[Gold],
    text_of: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Example>, &str> {
    annotated::read(gold, text_of, 1.0)
}

/// The file of weights learned from `examples`, with the lists of `world` and
/// `lexicon`.
pub(crate) fn train(
    examples: &[Example],
    world: &World,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Vec<u8> {
    let gapped = |gap| gazetteer(world, gap);
    let gazetteers: Vec<Gazetteer> = (0..=settings.gapped).map(gapped).collect();
    let mut readers: Vec<Reader<'_>> = gazetteers.iter().map(|g| Reader::new(g, lexicon)).collect();
    let sentences: Vec<Vec<Sentence>> = readers
        .iter_mut()
        .map(|reader| {
            let mut sentences = Vec::new();
            for example in examples {
                reader.sentences(example, &mut sentences);
            }
            sentences
        })
        .collect();
    let sources = readers.iter().zip(sentences.iter().map(Vec::as_slice));
    let least = settings.least * u32::try_from(readers.len()).unwrap_or(1);
    let alphabet = Alphabet::of(sources, least);
    let lessons: Vec<Vec<Lesson>> = readers
        .iter()
        .zip(&sentences)
        .map(|(reader, sentences)| {
            let lesson = |sentence| Lesson::new(sentence, reader, &alphabet);
            sentences.iter().map(lesson).collect()
        })
        .collect();
    let mut weights = learn(&lessons, alphabet.n_blocks, settings);
    for row in edges_of_gaps(&mut weights) {
        row[Label::O.index()] -= settings.boldness;
    }
    quantised(&weights, &alphabet).to_bytes()
}

/// The gazetteer of `world`; above 0, one that lacks a third of it.
fn gazetteer(world: &World, gap: usize) -> Gazetteer {
    let mut world = world.clone();
    if gap > 0 {
        let seed = u64::try_from(gap).unwrap_or_default();
        let hash = |id: &str| xxhash_rust::xxh3::xxh3_64_with_seed(id.as_bytes(), seed);
        world.retain(|entity| hash(&entity.id) % 3 != 0);
    }
    Gazetteer::with_world(&[], &world)
}

fn learn(lessons: &[Vec<Lesson>], n_blocks: usize, settings: &Settings) -> Vec<[f32; N_LABELS]> {
    let rates = crf::Rates {
        rate: settings.rate,
        ridge: settings.ridge,
        dropout: settings.dropout,
    };
    let mut model = crf::Model::new(n_blocks, rates);
    let mut order: Vec<usize> = (0..lessons.first().map_or(0, Vec::len)).collect();
    let mut sums = vec![[0.0_f32; N_LABELS]; n_blocks];
    let mut random = Random::default();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for &at in &order {
            // The sentence as the gazetteer whose turn it is reads it.
            let turn = (at + epoch) % lessons.len();
            model.learn(&lessons[turn][at]);
        }
        if epoch + settings.averaged >= settings.epochs {
            for (sum, weights) in sums.iter_mut().zip(model.weights()) {
                for (sum, weight) in sum.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    let n = settings.averaged.clamp(1, settings.epochs.max(1)) as f32;
    sums.into_iter().map(|row| row.map(|sum| sum / n)).collect()
}

/// The weights as bytes, without those that say nothing.
fn quantised(weights: &[[f32; N_LABELS]], alphabet: &Alphabet) -> Weights {
    let unit = LARGEST / f32::from(i8::MAX);
    #[expect(clippy::cast_possible_truncation, reason = "casts from float saturate")]
    let vector = |row: &[f32; N_LABELS]| -> Vector { row.map(|w| (w / unit).round() as i8) };
    let mut features = Vec::new();
    for &(key, reach, first) in &alphabet.features {
        let (mut kept, mut own) = (0, Vec::new());
        let offsets = (0..8).filter(|offset| reach.0 & 1 << offset != 0);
        for (offset, row) in offsets.zip(&weights[first..]) {
            let vector = vector(row);
            if vector.iter().any(|weight| weight.abs() > 1) {
                kept |= 1 << offset;
                own.push(vector);
            }
        }
        if kept != 0 {
            features.push((key, Reach(kept), own));
        }
    }
    Weights {
        unit,
        blocks: weights[..N_BLOCKS].iter().map(vector).collect(),
        features,
    }
}
