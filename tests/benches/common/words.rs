//! A vocabulary whose words occur as often as those of newspapers do.
//!
//! The spelling of a word is made of its rank: three root letters in one of
//! the noun and verb patterns of Arabic, with a clitic before it. Frequencies
//! fall as 1/rank up to a bend and as 1/rank² beyond (Gerlach and Altmann
//! 2013), so that the number of types in a text grows about as the square root
//! of its length, as Heaps' law has it, and never stops growing.

use super::random::Random;

/// Words that stand in every text, the most frequent first.
const FUNCTION_WORDS: [&str; 40] = [
    "في", "من", "على", "إلى", "أن", "التي", "عن", "مع", "هذا", "الذي", "ما", "لا", "كان", "هذه",
    "بعد", "ذلك", "بين", "كما", "قال", "أو", "قد", "لم", "إن", "كل", "كانت", "حتى", "خلال", "عند",
    "هو", "هي", "غير", "حيث", "قبل", "ثم", "لكن", "منذ", "أي", "عام", "وقال", "أكثر",
];

/// Root letters.
const LETTERS: [char; 26] = [
    'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف',
    'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و',
];

/// Patterns, with ف, ع and ل for the root letters as the grammarians write them.
const PATTERNS: [&str; 32] = [
    "فعل",
    "فاعل",
    "مفعول",
    "تفعيل",
    "افتعال",
    "فعال",
    "انفعال",
    "فعالة",
    "فعيل",
    "فعول",
    "مفعل",
    "مفعلة",
    "مفاعلة",
    "مفاعل",
    "أفعال",
    "يفعل",
    "تفعل",
    "يفعلون",
    "استفعال",
    "تفاعل",
    "فعلان",
    "فعلاء",
    "فعلات",
    "فعلة",
    "فعلي",
    "فعلية",
    "نفعل",
    "فاعلون",
    "فاعلين",
    "أفعلة",
    "متفعل",
    "فعله",
];

/// What stands before a word, joined to it.
const CLITICS: [&str; 4] = ["", "ال", "و", "ب"];

/// Types that the vocabulary holds.
const N_TYPES: usize = 1 << 21;
/// The rank at which frequencies begin to fall faster.
const BEND: u64 = 60_000;
/// Bits of a random number that choose a stretch of ranks to search in.
const GUIDE_BITS: u32 = 16;

/// The words and how often they occur.
pub(crate) struct Vocabulary {
    spellings: String,
    /// The end in bytes of each word in `spellings`.
    ends: Vec<u32>,
    /// Sum of the weights of all words up to and with this one.
    cumulative: Vec<u64>,
    /// For the first bits of a weight, the first rank that can be meant.
    guide: Vec<u32>,
    shift: u32,
}

impl Vocabulary {
    /// The vocabulary; there is only one.
    pub(crate) fn new() -> Self {
        let mut spellings = String::with_capacity(N_TYPES * 12);
        let mut ends = Vec::with_capacity(N_TYPES);
        let mut cumulative = Vec::with_capacity(N_TYPES);
        let mut sum = 0_u64;
        for rank in 0..N_TYPES {
            match FUNCTION_WORDS.get(rank) {
                Some(word) => spellings.push_str(word),
                None => push_spelling(&mut spellings, rank),
            }
            ends.push(u32::try_from(spellings.len()).unwrap_or(u32::MAX));
            sum += weight(rank as u64 + 1);
            cumulative.push(sum);
        }
        let shift = sum.ilog2().saturating_sub(GUIDE_BITS);
        let steps = (sum >> shift) + 1;
        let mut guide = Vec::new();
        let mut rank = 0;
        for step in 0..=steps {
            while cumulative.get(rank).is_some_and(|c| *c <= step << shift) {
                rank += 1;
            }
            guide.push(u32::try_from(rank).unwrap_or(u32::MAX));
        }
        Self {
            spellings,
            ends,
            cumulative,
            guide,
            shift,
        }
    }

    /// A word, as often as its rank deserves.
    pub(crate) fn draw(&self, random: &mut Random) -> &str {
        let at = random.below(self.cumulative.last().copied().unwrap_or(1));
        let step = usize::try_from(at >> self.shift).unwrap_or(0);
        let first = self.guide.get(step).map_or(0, |rank| *rank as usize);
        let last = self
            .guide
            .get(step + 1)
            .map_or(N_TYPES, |rank| *rank as usize + 1);
        let stretch = self
            .cumulative
            .get(first..last.min(N_TYPES))
            .unwrap_or_default();
        self.word(first + stretch.partition_point(|sum| *sum <= at))
    }

    /// A word that is neither very common nor very rare: what a text is about.
    pub(crate) fn topic(&self, random: &mut Random) -> &str {
        self.word(300 + random.index(40_000))
    }

    fn word(&self, rank: usize) -> &str {
        let end = self.ends.get(rank).copied().unwrap_or_default() as usize;
        let start = rank
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |end| *end as usize);
        self.spellings.get(start..end).unwrap_or_default()
    }
}

/// The weight of the word of `rank`, from 1. Integers: the same everywhere.
fn weight(rank: u64) -> u64 {
    const UNIT: u64 = 1 << 44;
    if rank < BEND {
        UNIT / (rank + 2)
    } else {
        (UNIT / (rank + 2)) * BEND / (rank + 2)
    }
}

/// Writes the word of `rank`: another one for every rank.
fn push_spelling(out: &mut String, rank: usize) {
    let n_letters = LETTERS.len();
    let n_words = n_letters.pow(3) * PATTERNS.len() * CLITICS.len();
    // A prime that divides no factor of `n_words`, so that every rank below it
    // gets a word of its own.
    let mut code = rank.wrapping_mul(2_654_435_761) % n_words;
    let mut digit = |base: usize| {
        let digit = code % base;
        code /= base;
        digit
    };
    out.push_str(CLITICS[digit(CLITICS.len())]);
    let pattern = PATTERNS[digit(PATTERNS.len())];
    let root = [0; 3].map(|_| LETTERS[digit(n_letters)]);
    out.extend(pattern.chars().map(|c| match c {
        'ف' => root[0],
        'ع' => root[1],
        'ل' => root[2],
        other => other,
    }));
}
