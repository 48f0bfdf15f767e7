//! Examples as numbers: for each token the blocks of weights that speak of it
//! and the labels that are right.

use super::example::{Example, Labels};
use rustc_hash::FxHashMap;
use warraq::arabic::{Token, tokens};
use warraq::entity::tagger::model::{
    Analyst, Feature, Gap, HERE, Lists, N_BLOCKS, N_OFFSETS, Reach, TokenFacts, WordKind,
    edge_rows, gap_before, unary_blocks,
};
use warraq::entity::tagger::{Hint, TagClass};
use warraq::entity::{Gazetteer, Lexicon, Recognizer, Spotted};

/// A sentence as a decoder would read it.
#[derive(Debug)]
pub(super) struct Sentence {
    forms: Vec<usize>,
    cells: Vec<TokenFacts>,
    allowed: Vec<Labels>,
    is_own: bool,
    weight: f32,
}

/// Reads examples, with the lists of one gazetteer.
#[derive(Debug)]
pub(super) struct Reader<'g> {
    lists: Lists<'g>,
    recognizer: Recognizer<'g>,
    analyst: Analyst,
    ids: FxHashMap<Box<str>, usize>,
    forms: Vec<(WordKind, Vec<Feature>)>,
}

impl<'g> Reader<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer, lexicon: &'g Lexicon) -> Self {
        Self {
            lists: Lists::new(gazetteer, lexicon),
            recognizer: Recognizer::of_listed(gazetteer),
            analyst: Analyst::default(),
            ids: FxHashMap::default(),
            forms: Vec::new(),
        }
    }

    /// Appends the sentences of `example` to `out`.
    pub(super) fn sentences(&mut self, example: &Example, out: &mut Vec<Sentence>) {
        let text = example.text.as_str();
        let tokens: Vec<Token> = tokens(text).collect();
        let hints = hints(&mut self.recognizer, text, &tokens);
        let first = out.len();
        for (at, token) in tokens.iter().enumerate() {
            let gap = gap_before(text, &tokens, at);
            if gap == Gap::Break || out.len() == first {
                out.push(Sentence {
                    forms: Vec::new(),
                    cells: Vec::new(),
                    allowed: Vec::new(),
                    is_own: example.is_own,
                    weight: example.weight,
                });
            }
            let form = self.form(token.span.slice(text));
            let kind = self.forms[form].0;
            if let Some(sentence) = out.last_mut() {
                sentence.forms.push(form);
                sentence.cells.push(TokenFacts {
                    kind,
                    hint: hints[at],
                    gap,
                });
                sentence.allowed.push(example.labels_at(token.span));
            }
        }
    }

    fn form(&mut self, written: &str) -> usize {
        if let Some(&id) = self.ids.get(written) {
            return id;
        }
        let mut features = Vec::new();
        let kind = self.analyst.features(written, &self.lists, &mut features);
        // Several readings of a word may give one feature; it counts as often
        // as the decoder counts it.
        self.forms.push((kind, features));
        self.ids.insert(written.into(), self.forms.len() - 1);
        self.forms.len() - 1
    }
}

/// What the lists say of each token: the mentions that they give.
pub(super) fn hints(recognizer: &mut Recognizer<'_>, text: &str, tokens: &[Token]) -> Vec<Hint> {
    let mut mentions: Vec<Spotted> = Vec::new();
    recognizer.spot(text, &mut mentions);
    let mut left = mentions.iter().peekable();
    let hint = |token: &Token| {
        while left
            .next_if(|mention| mention.span.end <= token.span.start)
            .is_some()
        {}
        left.peek()
            .filter(|mention| mention.span.overlaps(token.span))
            .map_or(Hint::NONE, |mention| {
                let is_first = token.span.start <= mention.span.start;
                Hint::listed(TagClass::from(mention.kind), is_first, true)
            })
    };
    tokens.iter().map(hint).collect()
}

/// The features that have weights, and where their blocks stand.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    /// Key, reach and first block.
    pub(super) features: Vec<(u64, Reach, usize)>,
    places: FxHashMap<u64, (Reach, usize)>,
    pub(super) n_blocks: usize,
}

impl Alphabet {
    /// The features that the sentences show at least `least` times.
    pub(super) fn of<'s>(
        sources: impl Iterator<Item = (&'s Reader<'s>, &'s [Sentence])>,
        least: u32,
    ) -> Self {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        let mut alphabet = Self {
            n_blocks: N_BLOCKS,
            ..Self::default()
        };
        for (reader, sentences) in sources {
            let forms = sentences.iter().flat_map(|sentence| &sentence.forms);
            for feature in forms.flat_map(|&form| &reader.forms[form].1) {
                let count = counts.entry(feature.key).or_default();
                *count += 1;
                if *count == least {
                    alphabet.add(*feature);
                }
            }
        }
        alphabet
    }

    fn add(&mut self, feature: Feature) {
        let (key, reach, first) = (feature.key, feature.reach, self.n_blocks);
        self.features.push((key, reach, first));
        self.places.insert(key, (reach, first));
        self.n_blocks += reach.0.count_ones() as usize;
    }
}

/// A sentence to learn from.
#[derive(Debug)]
pub(super) struct Lesson {
    /// For each token, the blocks that speak of its label.
    pub(super) unary: Vec<Vec<u32>>,
    /// For each token, the first rows of the two matrices before it.
    pub(super) edges: Vec<[usize; 2]>,
    /// For each token, the labels that can be.
    pub(super) possible: Vec<Labels>,
    /// For each token, the labels that are right.
    pub(super) allowed: Vec<Labels>,
    pub(super) is_own: bool,
    pub(super) weight: f32,
}

impl Lesson {
    pub(super) fn new(sentence: &Sentence, reader: &Reader<'_>, alphabet: &Alphabet) -> Self {
        let n_tokens = sentence.forms.len();
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut unary = vec![Vec::new(); n_tokens];
        for (at, &form) in sentence.forms.iter().enumerate() {
            for feature in &reader.forms[form].1 {
                let Some(&(reach, first)) = alphabet.places.get(&feature.key) else {
                    continue;
                };
                let offsets = (0..N_OFFSETS).filter(|offset| reach.0 & 1 << offset != 0);
                for (offset, block) in offsets.zip(first..) {
                    let reached = (at + offset).checked_sub(HERE);
                    if let Some(blocks) = reached.and_then(|reached| unary.get_mut(reached)) {
                        blocks.push(small(block));
                    }
                }
            }
        }
        let cell = |at: Option<usize>| {
            at.and_then(|at| sentence.cells.get(at))
                .copied()
                .unwrap_or(TokenFacts::EDGE)
        };
        let mut edges = Vec::with_capacity(n_tokens);
        for (at, blocks) in unary.iter_mut().enumerate() {
            let here = cell(Some(at));
            let around = [cell(at.checked_sub(2)), cell(at.checked_sub(1))];
            unary_blocks(around[0], around[1], here, cell(Some(at + 1)), |block| {
                blocks.push(small(block));
            });
            edges.push(edge_rows(here.gap as usize, here.kind as usize));
        }
        let possible = sentence.cells.iter().map(|cell| {
            if cell.gap.joins() {
                Labels::ANY
            } else {
                Labels::NO_CONTINUATION
            }
        });
        let possible: Vec<Labels> = possible.collect();
        // A name that goes on where none can is not learned from.
        let allowed = sentence.allowed.iter().zip(&possible);
        let allowed = allowed.map(|(right, &possible)| match right.and(possible) {
            Labels::NONE => possible,
            both => both,
        });
        Self {
            allowed: allowed.collect(),
            possible,
            unary,
            edges,
            is_own: sentence.is_own,
            weight: sentence.weight,
        }
    }
}
