//! The weights of the model, and their form as a file.
//!
//! All numbers are little-endian. A head of six words of four bytes: magic,
//! version, nats in one unit (as `f32`), slots, vectors, blocks. Then a
//! checksum of eight bytes (XXH3 of all that follows); the blocks of
//! `layout.rs`, eight signed bytes each; the slots of a hash table with open
//! addressing, each the low half of a feature's key with bit 0 set and a place
//! (first vector × 32 + reach; an empty slot is zero twice); and the vectors,
//! eight signed bytes each, one for each bit of the reach.

use std::sync::OnceLock;

use xxhash_rust::xxh3::xxh3_64;

use super::features::{Feature, Reach};
use super::gap::Gap;
use super::label::{Label, N_LABELS, Scores};
use super::layout::{self, N_OFFSETS, TokenFacts};
use super::word_kind::WordKind;

const MAGIC: u32 = u32::from_le_bytes(*b"WqTg");
/// Changes whenever features, labels or tables change their meaning.
const VERSION: u32 = 1;
const HEAD: usize = 6 * 4 + 8;

/// The score of a row of labels that cannot be.
pub(super) const FORBIDDEN: i16 = -16_000;

/// Eight small weights, one for each label.
pub type Vector = [i8; N_LABELS];

/// Why weights cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightsProblem {
    /// The bytes are not the file of a tagger.
    NotWeights,
    /// The file was made for other features.
    Version {
        /// The version of the file.
        found: u32,
    },
    /// Bytes are missing or changed.
    Damaged,
}

/// The weights of a model, as the file holds them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weights {
    /// Nats in one unit.
    pub unit: f32,
    /// The blocks of the small classes, in the order of the table of blocks.
    pub blocks: Vec<Vector>,
    /// Features with their vectors, one for each bit of the reach.
    pub features: Vec<(u64, Reach, Vec<Vector>)>,
}

impl Weights {
    /// The file, which [`Tagger::from_bytes`] reads.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let n_slots = (self.features.len() * 3 / 2 + 1).next_power_of_two();
        let mut slots = vec![Slot::default(); n_slots];
        let mut vectors = Vec::new();
        for (key, reach, own) in &self.features {
            let start: u32 = crate::base::fits(vectors.len());
            let slot = Slot {
                print: fingerprint(*key),
                place: start << N_OFFSETS | u32::from(reach.0),
            };
            let mut at = first_slot(*key, n_slots);
            while slots[at].print != 0 {
                at = (at + 1) % n_slots;
            }
            slots[at] = slot;
            vectors.extend_from_slice(own);
        }
        let mut body = Vec::new();
        let as_bytes = |vector: &Vector| vector.map(i8::cast_unsigned);
        body.extend(self.blocks.iter().flat_map(as_bytes));
        for slot in &slots {
            body.extend_from_slice(&slot.print.to_le_bytes());
            body.extend_from_slice(&slot.place.to_le_bytes());
        }
        body.extend(vectors.iter().flat_map(as_bytes));
        let count = |n: usize| -> u32 { crate::base::fits(n) };
        let head = [
            MAGIC,
            VERSION,
            self.unit.to_bits(),
            count(n_slots),
            count(vectors.len()),
            count(self.blocks.len()),
        ];
        let mut file: Vec<u8> = head.into_iter().flat_map(u32::to_le_bytes).collect();
        file.extend_from_slice(&xxh3_64(&body).to_le_bytes());
        file.extend_from_slice(&body);
        file
    }
}

/// One place of the hash table.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    print: u32,
    place: u32,
}

/// The bits of a key that the table keeps; never zero.
#[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
const fn fingerprint(key: u64) -> u32 {
    key as u32 | 1
}

fn first_slot(key: u64, n_slots: usize) -> usize {
    usize::try_from(key >> 32).unwrap_or_default() & (n_slots - 1)
}

/// What a word form says: one row of numbers for each position, and its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormScores {
    pub(super) rows: [Scores; N_OFFSETS],
    pub(super) kind: WordKind,
}

/// A model ready for use.
#[derive(Debug)]
pub struct Tagger {
    unit: f32,
    blocks: Vec<Scores>,
    /// The matrix of label before × label here, for each gap and kind.
    edges: Vec<[Scores; N_LABELS]>,
    slots: Vec<Slot>,
    vectors: Vec<Vector>,
}

impl Tagger {
    /// The tagger that ships with the program, read once; `None` if its weights
    /// are damaged, which a test excludes.
    #[must_use]
    pub fn shared() -> Option<&'static Self> {
        static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
        TAGGER.get_or_init(|| Self::embedded().ok()).as_ref()
    }

    /// The model that ships with the program.
    ///
    /// # Errors
    /// If the file was made for another version of the program.
    pub fn embedded() -> Result<Self, WeightsProblem> {
        Self::from_bytes(include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/assets/tagger/weights.bin"
        )))
    }

    /// Reads the file that training makes.
    ///
    /// # Errors
    /// If the bytes are no such file, or a damaged one.
    pub fn from_bytes(file: &[u8]) -> Result<Self, WeightsProblem> {
        let (head, body) = file
            .split_at_checked(HEAD)
            .ok_or(WeightsProblem::NotWeights)?;
        let word = |index: usize| {
            let bytes = head.get(index * 4..).and_then(<[u8]>::first_chunk);
            bytes.map_or(0, |&bytes| u32::from_le_bytes(bytes))
        };
        if word(0) != MAGIC {
            return Err(WeightsProblem::NotWeights);
        }
        if word(1) != VERSION {
            return Err(WeightsProblem::Version { found: word(1) });
        }
        let unit = f32::from_bits(word(2));
        let [n_slots, n_vectors, n_blocks] = [3, 4, 5].map(|index| word(index) as usize);
        let is_whole = n_slots.is_power_of_two()
            && n_blocks == layout::N_BLOCKS
            && body.len() == (n_blocks + n_slots + n_vectors) * 8
            && head.last_chunk() == Some(&xxh3_64(body).to_le_bytes());
        if !is_whole {
            return Err(WeightsProblem::Damaged);
        }
        let mut words = body.chunks_exact(8).filter_map(<[u8]>::first_chunk::<8>);
        let blocks: Vec<Scores> = words
            .by_ref()
            .take(n_blocks)
            .map(|row| row.map(|byte| i16::from(byte.cast_signed())))
            .collect();
        let slots: Vec<Slot> = words
            .by_ref()
            .take(n_slots)
            .map(|&[a, b, c, d, e, f, g, h]| Slot {
                print: u32::from_le_bytes([a, b, c, d]),
                place: u32::from_le_bytes([e, f, g, h]),
            })
            .collect();
        let vectors: Vec<Vector> = words.map(|row| row.map(u8::cast_signed)).collect();
        let is_sound = slots.iter().any(|slot| slot.print == 0)
            && slots.iter().all(|slot| {
                let n = (slot.place & 0x1F).count_ones() as usize;
                (slot.place >> N_OFFSETS) as usize + n <= vectors.len()
            });
        if !is_sound || !unit.is_finite() || unit <= 0.0 {
            return Err(WeightsProblem::Damaged);
        }
        Ok(Self {
            unit,
            edges: edges(&blocks),
            blocks,
            slots,
            vectors,
        })
    }

    /// Nats in one unit of a score.
    pub(super) fn unit(&self) -> f32 {
        self.unit
    }

    #[inline]
    pub(super) fn block(&self, index: usize) -> &Scores {
        &self.blocks[index]
    }

    /// How well each label follows each other one at `here`.
    #[inline]
    pub(super) fn edge(&self, here: TokenFacts) -> &[Scores; N_LABELS] {
        &self.edges[here.gap as usize * WordKind::N + here.kind as usize]
    }

    /// What a form with these features says.
    pub(super) fn form_scores(&self, features: &[Feature], kind: WordKind) -> FormScores {
        let mut rows = [[0_i16; N_LABELS]; N_OFFSETS];
        for feature in features {
            let Some(place) = self.place(feature.key) else {
                continue;
            };
            let mut at = (place >> N_OFFSETS) as usize;
            for (offset, row) in rows.iter_mut().enumerate() {
                if place & 1 << offset != 0 {
                    for (sum, &weight) in row.iter_mut().zip(&self.vectors[at]) {
                        *sum = sum.saturating_add(i16::from(weight));
                    }
                    at += 1;
                }
            }
        }
        FormScores { rows, kind }
    }

    #[inline]
    fn place(&self, key: u64) -> Option<u32> {
        let mut at = first_slot(key, self.slots.len());
        loop {
            let slot = self.slots[at];
            if slot.print == fingerprint(key) {
                return Some(slot.place);
            }
            if slot.print == 0 {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// The sums of the matrices of gaps and kinds, with what cannot be shut out.
fn edges(blocks: &[Scores]) -> Vec<[Scores; N_LABELS]> {
    let mut edges = Vec::with_capacity(Gap::N * WordKind::N);
    for gap in Gap::ALL {
        for kind in 0..WordKind::N {
            let [gap_rows, kind_rows] = layout::edge_rows(gap as usize, kind);
            let mut matrix = [[0; N_LABELS]; N_LABELS];
            for (before, label) in Label::all().flat_map(|b| Label::all().map(move |l| (b, l))) {
                let (row, at) = (before.index(), label.index());
                matrix[row][at] = if label.may_follow(before) && (gap.joins() || label.may_begin())
                {
                    blocks[gap_rows + row][at] + blocks[kind_rows + row][at]
                } else {
                    FORBIDDEN
                };
            }
            edges.push(matrix);
        }
    }
    edges
}

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "small numbers"
)]
mod tests {
    use super::*;

    fn weights() -> Weights {
        let vector =
            |n: i8| std::array::from_fn(|label| n.wrapping_mul(7).wrapping_add(label as i8));
        let features = (1..=40_u8).map(|n| {
            let reach = Reach(n % 31 + 1);
            let own = (0..reach.0.count_ones() as i8).map(|i| vector(i + n as i8));
            (xxh3_64(&[n]), reach, own.collect())
        });
        Weights {
            unit: 0.04,
            blocks: vec![[0; N_LABELS]; layout::N_BLOCKS],
            features: features.collect(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let weights = weights();
        let tagger = Tagger::from_bytes(&weights.to_bytes()).expect("weights");
        assert!((tagger.unit() - weights.unit).abs() < f32::EPSILON);
        for (key, reach, own) in &weights.features {
            let feature = Feature {
                key: *key,
                reach: *reach,
            };
            let mut own = own.iter();
            let rows = tagger.form_scores(&[feature], WordKind::Long).rows;
            for (offset, row) in rows.iter().enumerate() {
                let expected = if reach.0 & 1 << offset == 0 {
                    [0; N_LABELS]
                } else {
                    own.next().expect("vector").map(i16::from)
                };
                assert_eq!(*row, expected);
            }
        }
        let unknown = Feature {
            key: 12_345,
            reach: Reach(31),
        };
        let rows = tagger.form_scores(&[unknown], WordKind::Long).rows;
        assert_eq!(rows, [[0; N_LABELS]; N_OFFSETS]);
    }

    #[test]
    fn damaged_files_are_refused() {
        let file = weights().to_bytes();
        let problem = |file: &[u8]| Tagger::from_bytes(file).err();
        assert_eq!(problem(b""), Some(WeightsProblem::NotWeights));
        assert_eq!(problem(&[0; 100]), Some(WeightsProblem::NotWeights));
        assert_eq!(
            problem(&file[..file.len() - 8]),
            Some(WeightsProblem::Damaged)
        );
        for at in (8..file.len()).step_by(97) {
            let mut changed = file.clone();
            changed[at] ^= 0x10;
            // The unit is outside the checksum; it must stay a sound number.
            if !(8..12).contains(&at) {
                assert_eq!(
                    problem(&changed),
                    Some(WeightsProblem::Damaged),
                    "byte {at}"
                );
            }
        }
        let mut newer = file;
        newer[4] += 1;
        assert_eq!(
            problem(&newer),
            Some(WeightsProblem::Version { found: VERSION + 1 })
        );
    }
}
