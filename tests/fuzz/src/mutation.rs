//! Inputs made of good ones by small damage, without a look at the program.

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub struct Random(u64);

impl Random {
    /// Another sequence for every seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `n`; 0 for `n` of 0.
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.bits() % n.max(1) as u64).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.bits().to_le_bytes()[0]
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Most bytes of an input.
const MOST_BYTES: usize = 4096;
/// What is put in anywhere: what formats are made of, and letters that are
/// handled each in a way of its own.
const PIECES: [&str; 40] = [
    "\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\t",
    "|",
    "---",
    "|---|\n",
    "#",
    "[",
    "]",
    "[[entity]]\n",
    "[[reading]]\n",
    "id = \"Baku\"\n",
    "names = [\"",
    "same_as = ",
    "(",
    ")",
    "*",
    "?",
    "/",
    " OR ",
    " NOT ",
    " NEAR/3 ",
    "period:",
    "{",
    "}",
    ":",
    ",",
    "null",
    "1e309",
    "\u{FEFF}",
    "\u{202E}",
    "\u{64B}",
    "ـ",
    "ال",
    "باكو",
];

/// A stretch of the bytes.
fn stretch(random: &mut Random, bytes: &[u8]) -> std::ops::Range<usize> {
    let start = random.below(bytes.len() + 1);
    let length = if random.below(2) == 0 {
        1
    } else {
        random.below(64)
    };
    start..bytes.len().min(start + length)
}

fn damage(random: &mut Random, bytes: &mut Vec<u8>, samples: &[&[u8]]) {
    let range = stretch(random, bytes);
    match random.below(8) {
        0 => {
            if let Some(byte) = bytes.get_mut(range.start) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 => {
            let byte = random.byte();
            bytes[range].fill(byte);
        }
        2 => drop(bytes.drain(range)),
        3 => {
            let twice = bytes[range.clone()].to_vec();
            bytes.splice(range.start..range.start, twice);
        }
        4 | 5 => {
            let piece = random.pick(&PIECES).map_or("", |piece| piece);
            bytes.splice(range.start..range.start, piece.bytes());
        }
        6 => {
            let other = random.pick(samples).map_or(&[][..], |sample| sample);
            let from = stretch(random, other);
            bytes.splice(range, other[from].iter().copied());
        }
        _ => bytes.truncate(range.start),
    }
}

/// The next input: a stretch of one of the `samples`, damaged a few times, or
/// bytes at random.
pub fn input(random: &mut Random, samples: &[&[u8]]) -> Vec<u8> {
    if random.below(8) == 0 {
        let n = random.below(256);
        return (0..n).map(|_| random.byte()).collect();
    }
    let sample = random.pick(samples).map_or(&[][..], |sample| sample);
    let room = sample.len().saturating_sub(MOST_BYTES / 4);
    let start = if random.below(2) == 0 {
        0
    } else {
        random.below(room + 1)
    };
    let end = sample.len().min(start + 1 + random.below(MOST_BYTES));
    let mut bytes = sample.get(start..end).unwrap_or_default().to_vec();
    for _ in 0..random.below(9) {
        damage(random, &mut bytes, samples);
    }
    bytes.truncate(MOST_BYTES);
    bytes
}
