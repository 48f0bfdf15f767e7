//! What is an annotated article in columns, a token a line, with IOB2 tags?
//!
//! Knows one article at a time; not where the lines go.

mod pieces;
mod sentences;

use super::input::ExportedArticle;
use super::layouts::StreamLayout;
use super::placed::PlacedMention;
use super::record::Told;
use crate::base::CharIndex;
use pieces::{Piece, pieces};
use sentences::sentences;
use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

/// CoNLL-U Plus: the columns are named at the beginning, comments begin with
/// `# ` (a token `#` has a tab behind it), an empty line ends a sentence, and
/// `# newdoc` begins an article.
///
/// A name may begin inside a written word, behind a proclitic. Such a word is
/// several tokens, and a comment `# split = first-last word` before the
/// sentence tells it, with tokens of the sentence counted from 1. `START` and
/// `END` count Unicode scalar values of the article's text. White space,
/// control characters, `%` and `|` inside cells are written as `%` and their
/// UTF-8 bytes in hexadecimal.
///
/// Source: <https://universaldependencies.org/ext-format.html>.
pub(super) struct Conll;

const COLUMNS: &[u8] = b"# global.columns = FORM WARRAQ:TAG WARRAQ:ENTITY \
WARRAQ:CASUALTIES WARRAQ:START WARRAQ:END MISC\n";

impl StreamLayout for Conll {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(COLUMNS)
    }

    fn article(&mut self, article: &ExportedArticle<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = String::new();
        // A String takes all that is written.
        let mut comment = |name: &str, value: &str| {
            let _ = writeln!(lines, "# {name} = {}", escaped(value, char::is_control));
        };
        comment("newdoc id", article.file);
        comment("title", article.title);
        if let Some(date) = article.date {
            comment("date", &date.to_string());
        }
        if let Some(source) = article.source {
            comment("source", source);
        }

        let placed = PlacedMention::of_article(article);
        let (casualties, names): (Vec<_>, Vec<_>) = placed
            .iter()
            .partition(|placed| placed.mention.kind.is_casualties());
        let mut layers = [TagLayer::new(names), TagLayer::new(casualties)];
        let pieces = pieces(article.text, &placed);
        let mut chars = CharIndex::new(article.text);
        for sentence in sentences(article.text, &pieces, &placed) {
            write_splits(article.text, sentence, &mut lines);
            for piece in sentence {
                let form = article.text.get(piece.bytes.clone()).unwrap_or_default();
                let start = chars.char_of(piece.bytes.start);
                let end = start + form.chars().count();
                let [name, casualties] = layers.each_mut().map(|layer| layer.at(piece));
                let _ = writeln!(
                    lines,
                    "{form}\t{name}\t{}\t{casualties}\t{start}\t{end}\t{}",
                    name.entity(),
                    misc(&name, &casualties),
                );
            }
            lines.push('\n');
        }
        out.write_all(lines.as_bytes())
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Tells which tokens of `sentence` are one word in the text.
fn write_splits(text: &str, sentence: &[Piece], lines: &mut String) {
    let mut first = 1;
    for word in sentence.chunk_by(|a, b| a.word.is_some() && a.word == b.word) {
        let last = first + word.len() - 1;
        if let Some(whole) = word.first().and_then(|piece| piece.word.clone())
            && last > first
        {
            let written = text.get(whole).unwrap_or_default();
            let _ = writeln!(lines, "# split = {first}-{last} {written}");
        }
        first = last + 1;
    }
}

/// Mentions that do not overlap, by start.
struct TagLayer<'a> {
    mentions: Vec<&'a PlacedMention<'a>>,
    next: usize,
}

impl<'a> TagLayer<'a> {
    /// Of mentions that overlap, the first.
    fn new(mut mentions: Vec<&'a PlacedMention<'a>>) -> Self {
        let mut end = 0;
        mentions.retain(|placed| {
            let is_free = placed.bytes.start >= end;
            if is_free {
                end = placed.bytes.end;
            }
            is_free
        });
        Self { mentions, next: 0 }
    }

    /// What the layer says of `piece`; pieces are asked for in their order.
    fn at(&mut self, piece: &Piece) -> Tagged<'a> {
        while let Some(placed) = self.mentions.get(self.next)
            && placed.bytes.end <= piece.bytes.start
        {
            self.next += 1;
        }
        let placed = self.mentions.get(self.next).copied();
        let placed = placed.filter(|placed| placed.bytes.start <= piece.bytes.start);
        let is_first = placed.is_some_and(|placed| placed.bytes.start == piece.bytes.start);
        Tagged { placed, is_first }
    }
}

/// What a layer says of a token.
struct Tagged<'a> {
    placed: Option<&'a PlacedMention<'a>>,
    /// Whether it is the first of the mention.
    is_first: bool,
}

impl Tagged<'_> {
    fn entity(&self) -> Cow<'static, str> {
        let told = self.placed.map(Told::of);
        match told.and_then(|told| told.entity).as_deref() {
            None | Some("") => "_".into(),
            // A lone underscore says that there is none.
            Some("_") => "%5F".into(),
            Some(entity) => cell(entity).into(),
        }
    }
}

/// The tag.
impl fmt::Display for Tagged<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begin = if self.is_first { "B" } else { "I" };
        match self.placed {
            None => f.write_str("O"),
            Some(placed) => write!(f, "{begin}-{}", placed.mention.kind.tag()),
        }
    }
}

/// What is told of the mentions that begin here, as `name=value` with `|`
/// between; of casualties as `casualties.name=value`.
fn misc(name: &Tagged<'_>, casualties: &Tagged<'_>) -> Cow<'static, str> {
    let mut misc = String::new();
    for (tagged, prefix) in [(name, ""), (casualties, "casualties.")] {
        let Some(placed) = tagged.placed.filter(|_| tagged.is_first) else {
            continue;
        };
        for (name, value) in Told::of(placed).pairs() {
            let separator = if misc.is_empty() { "" } else { "|" };
            let _ = write!(misc, "{separator}{prefix}{name}={}", cell(&value));
        }
    }
    if misc.is_empty() {
        "_".into()
    } else {
        misc.into()
    }
}

fn cell(text: &str) -> String {
    escaped(text, |c| c.is_control() || c.is_whitespace() || c == '|')
}

/// `text` with `%` and what is `refused` as the hexadecimal bytes of UTF-8.
fn escaped(text: &str, refused: impl Fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '%' || refused(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(escaped, "%{byte:02X}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}
