//! What a word form says of itself and of the words beside it.
//!
//! A feature is a key, hashed from bytes, and its reach: the positions it
//! speaks of. All of it depends on the form alone, so it is summed once for a
//! form.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::layout::N_OFFSETS;
use super::listed::{Listed, Lists};
use super::word_kind::WordKind;
use crate::arabic::{ArticleForm, fold_into, is_arabic_letter, proclitic_splits};
use crate::entity::words::Classes;

/// The positions that a feature speaks of: bit `i` is the token `i - HERE`
/// places after the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reach(pub u8);

impl Reach {
    const SELF: Self = Self(0b00100);
    const NEAR: Self = Self(0b01110);
    const FAR: Self = Self((1 << N_OFFSETS) - 1);
}

/// One thing that a form says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its number, which says what it is about and which bytes it has.
    pub key: u64,
    /// The positions it speaks of.
    pub reach: Reach,
}

/// What a feature is about. The number keeps equal bytes of two kinds apart,
/// and is part of the weights' file.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
enum Template {
    Always,
    Word,
    Stem,
    Bare,
    Prefix,
    Suffix,
    BarePrefix,
    Clitics,
    Length,
    Pattern,
    Vowels,
    Class,
    StemClass,
    Listed,
    StemListed,
    First,
    Last,
    Foreign,
    Script,
    Digits,
    ClassSuffix,
}

/// Longest affix, in letters.
const LONGEST_AFFIX: usize = 4;
/// Letters of a pattern; longer words are cut.
const PATTERN: usize = 10;

/// Works out the features of word forms, one after another.
#[derive(Debug, Default)]
pub struct Analyst {
    folded: String,
    /// Byte offsets of the letters of the word at hand, and its length.
    ends: Vec<usize>,
    scratch: Vec<u8>,
}

/// Where features go.
struct Sink<'o> {
    out: &'o mut Vec<Feature>,
}

impl Sink<'_> {
    fn add(&mut self, template: Template, reach: Reach, bytes: &[u8]) {
        let key = xxh3_64_with_seed(bytes, template as u64);
        self.out.push(Feature { key, reach });
    }

    fn add_bits(&mut self, template: Template, reach: Reach, bits: u32) {
        for bit in (0_u8..32).filter(|bit| bits & 1 << bit != 0) {
            self.add(template, reach, &[bit]);
        }
    }
}

impl Analyst {
    /// Appends the features of `written`, one token as it stands in a text, to
    /// `out`; returns its kind.
    pub fn features(
        &mut self,
        written: &str,
        lists: &Lists<'_>,
        out: &mut Vec<Feature>,
    ) -> WordKind {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold_into(written, &mut folded);
        let mut sink = Sink { out };
        sink.add(Template::Always, Reach::SELF, &[]);
        let kind = match folded.chars().next() {
            Some(c) if is_arabic_letter(c) => self.arabic(written, &folded, lists, &mut sink),
            Some(c) if c.is_alphabetic() => latin(written, &folded, &mut sink),
            _ => number(&folded, &mut sink),
        };
        self.folded = folded;
        kind
    }

    fn arabic(
        &mut self,
        written: &str,
        folded: &str,
        lists: &Lists<'_>,
        sink: &mut Sink<'_>,
    ) -> WordKind {
        sink.add(Template::Word, Reach::FAR, folded.as_bytes());
        sink.add(Template::Stem, Reach::NEAR, folded.as_bytes());
        let whole = Word::of(folded, lists);
        sink.add_bits(Template::Class, Reach::FAR, whole.classes.bits());
        sink.add_bits(Template::Listed, Reach::FAR, whole.listed.bits().into());
        let mut kind = whole.kind();

        let (mut bare, mut bare_article) = (folded, ArticleForm::None);
        let mut stem_bits = (0_u32, 0_u32);
        let mut clitics = 0;
        for split in proclitic_splits(folded) {
            let peeled = folded.get(..split.peeled).unwrap_or_default();
            if split.article == ArticleForm::Written {
                sink.add(Template::Bare, Reach::NEAR, split.stem.as_bytes());
                if bare_article == ArticleForm::None {
                    (bare, bare_article) = (split.stem, split.article);
                }
            }
            if split.peeled == 0 {
                clitics |= u32::from(split.article == ArticleForm::Written);
                continue;
            }
            let mut elided = String::new();
            let stem = match split.article {
                ArticleForm::None => split.stem,
                ArticleForm::Written => {
                    clitics |= 1 << 1;
                    continue;
                }
                ArticleForm::Elided => {
                    clitics |= 1 << 2;
                    elided.push_str("ال");
                    elided.push_str(split.stem);
                    sink.add(Template::Bare, Reach::NEAR, split.stem.as_bytes());
                    if bare_article == ArticleForm::None {
                        (bare, bare_article) = (split.stem, split.article);
                    }
                    elided.as_str()
                }
            };
            clitics |= clitic_bit(peeled);
            sink.add(Template::Stem, Reach::NEAR, stem.as_bytes());
            let word = Word::of(stem, lists);
            stem_bits.0 |= word.classes.bits();
            stem_bits.1 |= u32::from(word.listed.bits());
            kind = kind.or_else(|| word.kind());
        }
        sink.add_bits(Template::StemClass, Reach::NEAR, stem_bits.0);
        sink.add_bits(Template::StemListed, Reach::NEAR, stem_bits.1);
        let is_known = u32::from(kind.is_some()) << 16;
        sink.add(
            Template::Clitics,
            Reach::NEAR,
            &(clitics | is_known).to_le_bytes(),
        );

        letter_ends(folded, &mut self.ends);
        let letters = self.ends.len() - 1;
        sink.add(Template::Length, Reach::NEAR, &[small(letters)]);
        for n in 1..=LONGEST_AFFIX.min(letters.saturating_sub(1)) {
            let reach = if n == 2 || n == 3 {
                Reach::NEAR
            } else {
                Reach::SELF
            };
            let prefix = folded.get(..self.ends[n]).unwrap_or_default();
            let suffix = folded.get(self.ends[letters - n]..).unwrap_or_default();
            sink.add(Template::Prefix, reach, prefix.as_bytes());
            sink.add(Template::Suffix, reach, suffix.as_bytes());
            if n < 3 {
                self.scratch.clear();
                self.scratch.extend_from_slice(suffix.as_bytes());
                self.scratch.push(bare_article as u8);
                self.scratch.push(small(letters).min(7));
                sink.add(Template::ClassSuffix, Reach::SELF, &self.scratch);
            }
        }
        self.bare(bare, bare_article, sink);
        written_ends(written, sink);

        let is_foreign = is_foreign(bare);
        if is_foreign {
            sink.add(Template::Foreign, Reach::NEAR, &[]);
        }
        kind.unwrap_or_else(|| unknown_kind(bare, bare_article, letters, is_foreign, clitics))
    }

    /// What the word says without proclitics and article.
    fn bare(&mut self, bare: &str, article: ArticleForm, sink: &mut Sink<'_>) {
        letter_ends(bare, &mut self.ends);
        if article != ArticleForm::None {
            for n in 2..=3.min(self.ends.len() - 1) {
                let prefix = bare.get(..self.ends[n]).unwrap_or_default();
                sink.add(Template::BarePrefix, Reach::SELF, prefix.as_bytes());
            }
        }
        for (template, classify) in [
            (Template::Pattern, pattern_letter as fn(char) -> u8),
            (Template::Vowels, vowel_letter),
        ] {
            self.scratch.clear();
            self.scratch.push(article as u8);
            self.scratch
                .extend(bare.chars().take(PATTERN).map(classify));
            sink.add(template, Reach::SELF, &self.scratch);
        }
    }
}

fn number(folded: &str, sink: &mut Sink<'_>) -> WordKind {
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let is_plain = digits == folded.len();
    let is_year = is_plain && digits == 4 && matches!(folded.as_bytes().first(), Some(b'1' | b'2'));
    let shape = [small(digits), u8::from(is_plain), u8::from(is_year)];
    sink.add(Template::Digits, Reach::NEAR, &shape);
    WordKind::Number
}

fn latin(written: &str, folded: &str, sink: &mut Sink<'_>) -> WordKind {
    sink.add(Template::Word, Reach::NEAR, folded.as_bytes());
    let mut chars = written.chars();
    let has_capital = chars.next().is_some_and(char::is_uppercase);
    let is_capitals = has_capital && chars.all(char::is_uppercase);
    let shape = [u8::from(has_capital), u8::from(is_capitals)];
    sink.add(Template::Script, Reach::NEAR, &shape);
    WordKind::Latin
}

/// A word as the lists know it.
struct Word {
    classes: Classes,
    listed: Listed,
    has_article: bool,
}

impl Word {
    fn of(folded: &str, lists: &Lists<'_>) -> Self {
        Self {
            classes: lists.classes(folded),
            listed: lists.listed(folded),
            has_article: folded.starts_with("ال"),
        }
    }

    fn kind(&self) -> Option<WordKind> {
        WordKind::known(self.classes, self.listed, self.has_article)
    }
}

fn unknown_kind(
    bare: &str,
    article: ArticleForm,
    letters: usize,
    is_foreign: bool,
    clitics: u32,
) -> WordKind {
    let is_relative = letters >= 4 && (bare.ends_with('ي') || bare.ends_with("يه"));
    match article {
        _ if is_foreign => WordKind::Foreign,
        ArticleForm::None if is_relative => WordKind::Relative,
        ArticleForm::None if clitics != 0 => WordKind::Joined,
        ArticleForm::None if letters >= 5 => WordKind::Long,
        ArticleForm::None => WordKind::Short,
        _ if is_relative => WordKind::TheRelative,
        _ => WordKind::TheUnknown,
    }
}

/// One bit for each row of proclitics.
fn clitic_bit(peeled: &str) -> u32 {
    let mut chars = peeled.chars();
    let (first, second) = (chars.next(), chars.next());
    let conjunction = matches!(first, Some('و' | 'ف'));
    let preposition = if conjunction { second } else { first };
    let row = match preposition {
        None => 0,
        Some('ب') => 1,
        Some('ل') => 2,
        Some('ك') => 3,
        Some(_) => 4,
    };
    1 << (3 + row + 5 * u32::from(conjunction))
}

/// Endings of names of other languages, folded: the Slavic -ev, -ov, -ski,
/// -enko, -vich, the Armenian -ian, the Turkic -oglu, Georgian -shvili, Latin
/// -us, English -son, -ton.
const FOREIGN_ENDINGS: [&str; 17] = [
    "ييف",
    "يف",
    "وف",
    "سكي",
    "نكو",
    "فيتش",
    "يان",
    "وغلو",
    "اوغلو",
    "شفيلي",
    "وس",
    "سون",
    "تون",
    "ستان",
    "لاند",
    "برغ",
    "ينهو",
];

/// Whether a folded word is spelt as native words hardly are.
fn is_foreign(bare: &str) -> bool {
    bare.contains(['پ', 'چ', 'ڤ', 'گ', 'ژ'])
        || FOREIGN_ENDINGS.iter().any(|ending| {
            bare.strip_suffix(ending)
                .is_some_and(|rest| rest.chars().nth(1).is_some())
        })
}

/// The letters that Arabic derives words with stand for themselves, all others
/// for one.
fn pattern_letter(c: char) -> u8 {
    let servile = "سالتمونيهء".chars().position(|servile| servile == c);
    servile.map_or(b'c', small)
}

fn vowel_letter(c: char) -> u8 {
    if matches!(c, 'ا' | 'و' | 'ي') {
        b'v'
    } else {
        b'c'
    }
}

/// The letters at the ends that folding makes equal to others.
fn written_ends(written: &str, sink: &mut Sink<'_>) {
    let mut utf8 = [0; 4];
    if let Some(first @ ('أ' | 'إ' | 'آ')) = written.chars().next() {
        sink.add(
            Template::First,
            Reach::SELF,
            first.encode_utf8(&mut utf8).as_bytes(),
        );
    }
    if let Some(last @ ('ة' | 'ى' | 'ء' | 'ً')) = written.chars().next_back() {
        sink.add(
            Template::Last,
            Reach::NEAR,
            last.encode_utf8(&mut utf8).as_bytes(),
        );
    }
}

/// The byte offsets of the letters of `word`, and its length.
fn letter_ends(word: &str, ends: &mut Vec<usize>) {
    ends.clear();
    ends.extend(word.char_indices().map(|(at, _)| at));
    ends.push(word.len());
}

fn small(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}
