//! Articles of made-up words in the shape of newspaper articles.

use super::random::Random;
use super::words::Vocabulary;
use warraq::corpus::embedded::ENTITIES_TOML;
use warraq::entity::parse_definitions;

/// Sixteen points of the distribution of lengths, in tokens for a mean of 304:
/// between two neighbours lies a fifteenth of the articles.
const LENGTHS: [u64; 16] = [
    40, 80, 110, 135, 160, 180, 205, 230, 255, 285, 320, 360, 420, 510, 680, 1200,
];
/// The mean of the distribution.
const MEAN_LENGTH: u64 = 304;
/// Words in Latin letters that Arabic news are full of.
const LATIN: [&str; 6] = ["AFP", "Reuters", "CNN", "COVID-19", "F-16", "X"];

/// Writes articles; the same for the same numbers.
pub(crate) struct ArticleWriter {
    vocabulary: Vocabulary,
    /// Names of the entities of the embedded corpus, in all their spellings.
    names: Vec<String>,
}

/// The words of one article in the making.
struct Text<'a> {
    writer: &'a ArticleWriter,
    random: Random,
    topics: [&'a str; 12],
}

impl ArticleWriter {
    pub(crate) fn new() -> Self {
        let (definitions, _) = parse_definitions("entities.toml", ENTITIES_TOML);
        Self {
            vocabulary: Vocabulary::new(),
            names: definitions.into_iter().flat_map(|d| d.names).collect(),
        }
    }

    /// Puts the text of article `n` of the corpus `seed` into `out` and returns
    /// its title, which is its first line. Articles have `mean` tokens on the average.
    pub(crate) fn article(&self, seed: u64, n: u64, mean: u64, out: &mut String) -> String {
        let mut text = self.text(seed, n);
        let at = text.random.index(LENGTHS.len() - 1);
        let step = text.random.below(LENGTHS[at + 1] - LENGTHS[at]);
        let n_tokens = (LENGTHS[at] + step) * mean / MEAN_LENGTH;
        out.clear();
        let title = text.title();
        out.push_str(&title);
        out.push_str("\n\n");
        let mut written = 0;
        while written < n_tokens {
            written += text.paragraph(out);
        }
        title
    }

    /// An article of at least `n_bytes` bytes, and less than a paragraph more.
    pub(crate) fn article_of(&self, seed: u64, n_bytes: usize) -> String {
        let mut text = self.text(seed, 0);
        let mut out = text.title();
        out.push_str("\n\n");
        while out.len() < n_bytes {
            text.paragraph(&mut out);
        }
        out
    }

    fn text(&self, seed: u64, n: u64) -> Text<'_> {
        let mut random = Random::new(seed, n);
        Text {
            writer: self,
            topics: [0; 12].map(|_| self.vocabulary.topic(&mut random)),
            random,
        }
    }
}

impl Text<'_> {
    fn title(&mut self) -> String {
        let n_words = 6 + self.random.below(6);
        let mut title = String::new();
        for n in 0..n_words {
            if n > 0 {
                title.push(' ');
            }
            self.word(&mut title);
        }
        title
    }

    /// Writes a paragraph and returns the number of its words.
    fn paragraph(&mut self, out: &mut String) -> u64 {
        let n_sentences = 1 + self.random.below(3);
        let mut n_words = 0;
        for n in 0..n_sentences {
            if n > 0 {
                out.push(' ');
            }
            n_words += self.sentence(out);
        }
        out.push('\n');
        n_words
    }

    fn sentence(&mut self, out: &mut String) -> u64 {
        let n_words = 9 + self.random.below(24);
        let quote = self.random.per_mille(120).then_some(n_words / 2);
        for n in 0..n_words {
            if n > 0 {
                if n + 1 < n_words && self.random.per_mille(80) {
                    out.push('،');
                }
                out.push(' ');
            }
            if quote == Some(n) {
                out.push('“');
            }
            self.word(out);
        }
        if quote.is_some() {
            out.push('”');
        }
        out.push('.');
        n_words
    }

    fn word(&mut self, out: &mut String) {
        match self.random.below(1000) {
            0..30 => self.name(out),
            30..45 => self.number(out),
            45..48 => out.push_str(self.random.pick(&LATIN)),
            48..120 => out.push_str(self.topics[self.random.index(self.topics.len())]),
            _ => out.push_str(self.writer.vocabulary.draw(&mut self.random)),
        }
    }

    /// A name, now and then with a clitic.
    fn name(&mut self, out: &mut String) {
        if self.random.per_mille(200) {
            out.push_str(self.random.pick(&["و", "ب", "ف"]));
        }
        let names = &self.writer.names;
        if let Some(name) = names.get(self.random.index(names.len().max(1))) {
            out.push_str(name);
        }
    }

    fn number(&mut self, out: &mut String) {
        let number = match self.random.below(4) {
            0 => (1990 + self.random.below(35)).to_string(),
            1 => format!("{}.{}%", self.random.below(100), self.random.below(10)),
            2 => format!("{}:{:02}", self.random.below(24), self.random.below(60)),
            _ => self.random.below(900).to_string(),
        };
        if self.random.per_mille(100) {
            let arabic = |c: char| match c.to_digit(10) {
                Some(digit) => char::from_u32(0x0660 + digit).unwrap_or(c),
                None => c,
            };
            out.extend(number.chars().map(arabic));
        } else {
            out.push_str(&number);
        }
    }
}
