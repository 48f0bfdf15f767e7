//! A line of the concordance: the node and what stands around it.

use super::normal::push_normal;
use super::{Hit, Indexed};
use crate::base::{ByteSpan, fits};
use crate::corpus::Article;
use std::ops::Range;

/// How much stands beside the node: whole words, on each side as many as both
/// limits allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Width {
    /// The most words on a side.
    pub words: u32,
    /// The most characters (Unicode scalar values) on a side, as they stand in
    /// the text.
    pub chars: u32,
}

impl Default for Width {
    /// Enough for a wide screen.
    fn default() -> Self {
        Self {
            words: 14,
            chars: 90,
        }
    }
}

/// How many words on each side of a node can be sorted by, and inked.
const INKED: usize = 5;

/// The text on one side of the node, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The text with its punctuation; white space and line ends are single
    /// spaces. A space beside the node belongs to it, so that before, node and
    /// after, joined, read like the text.
    pub text: String,
    /// Where the first to fifth word counted from the node stand in `text`, in
    /// bytes.
    pub words: Vec<Range<usize>>,
    /// Whether the article goes on that way.
    pub is_cut: bool,
}

/// A line of the concordance.
#[derive(Debug, Clone)]
pub struct KwicLine<'a> {
    /// The positions of the node.
    pub hit: Hit,
    /// The article: its file, period, date, outlet and title.
    pub article: &'a Article,
    /// Where the node stands in the article's text.
    pub span: ByteSpan,
    /// What of the article's text the line shows.
    pub extent: ByteSpan,
    /// What stands before the node.
    pub before: Context,
    /// The node, on one line.
    pub node: String,
    /// What stands after the node.
    pub after: Context,
}

/// A longer piece of an article around a node, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text with its line ends.
    pub text: &'a str,
    /// Where the text stands in the article.
    pub span: ByteSpan,
    /// Where the node stands in `text`, in bytes.
    pub node: Range<usize>,
}

impl<'a> KwicLine<'a> {
    /// The line of `hit`; `None` if it is a hit in another corpus.
    #[must_use]
    pub fn new(of: Indexed<'a>, hit: Hit, width: Width) -> Option<Self> {
        let article = of.article(hit)?;
        let positions = of.index.positions_of(article.id);
        if hit.start >= hit.end || !positions.contains(&hit.start) || hit.end > positions.end {
            return None;
        }
        let span = of.node(hit);
        let mut node = String::new();
        push_normal(span.slice(&article.text), &mut node);
        let side = Side {
            of,
            text: &article.text,
            width,
        };
        let (before, start) = side.before(hit.start, positions.start, span.start);
        let (after, end) = side.after(hit.end, positions.end, span.end);
        Some(Self {
            hit,
            article,
            span,
            extent: ByteSpan::new(start, end),
            before,
            node,
            after,
        })
    }

    /// The node exactly as the article writes it.
    #[must_use]
    pub fn verbatim(&self) -> &'a str {
        self.span.slice(&self.article.text)
    }
}

impl<'a> Passage<'a> {
    /// The text from `words` words before `hit` to as many after it; `None` if
    /// it is a hit in another corpus.
    #[must_use]
    pub fn new(of: Indexed<'a>, hit: Hit, words: u32) -> Option<Self> {
        let article = of.article(hit)?;
        let node = of.node(hit);
        let positions = of.index.positions_of(article.id);
        let first = hit.start.saturating_sub(words).max(positions.start);
        let last = hit.end.saturating_add(words).min(positions.end);
        let is_start = first == positions.start;
        let start = if is_start {
            0
        } else {
            of.index.span(first).start
        };
        let end = if last == positions.end {
            bytes(&article.text)
        } else {
            let end = of.index.span(last.saturating_sub(1)).end;
            end + clinging(&article.text, end, of.index.span(last).start)
        };
        let whole = ByteSpan::new(start, end).slice(&article.text);
        let text = whole.trim_start();
        let start = start + bytes(whole) - bytes(text);
        let text = text.trim_end();
        let node = node.start.checked_sub(start)? as usize..node.end.checked_sub(start)? as usize;
        Some(Self {
            text,
            span: ByteSpan::new(start, start + bytes(text)),
            node,
        })
    }
}

/// What both sides of a line have in common.
struct Side<'a> {
    of: Indexed<'a>,
    text: &'a str,
    width: Width,
}

impl Side<'_> {
    /// The context before byte `node`, whose token is at `position`, and its
    /// first byte; the article begins at position `edge`.
    fn before(&self, position: u32, edge: u32, node: u32) -> (Context, u32) {
        let limit = self.limit_before(node);
        let tokens = edge.max(position.saturating_sub(self.width.words))..position;
        let starts = self.starts(tokens);
        let n_words = starts.iter().rev().take_while(|s| **s >= limit).count();
        let first = position - number(n_words);
        let is_cut = first > edge;
        let nearest = starts.get(starts.len() - n_words).copied();
        let start = if !is_cut && limit == 0 {
            0
        } else {
            nearest.unwrap_or(node)
        };
        let inked = first.max(position.saturating_sub(number(INKED)));
        let (text, mut words) = self.text_of(String::new(), start, inked..position, node);
        words.reverse();
        let context = Context {
            text,
            words,
            is_cut,
        };
        (context, start)
    }

    /// The context after byte `node`, where position `position` is the next,
    /// and the first byte after it; the article ends at position `edge`.
    fn after(&self, position: u32, edge: u32, node: u32) -> (Context, u32) {
        let limit = self.limit_after(node);
        let tokens = position..edge.min(position.saturating_add(self.width.words));
        let starts = self.starts(tokens);
        // A token ends before the next one starts: only the end of the last one
        // must be looked up.
        let n_started = starts.iter().take_while(|s| **s < limit).count();
        let mut last = position + number(n_started);
        let mut end = node;
        while last > position {
            end = self.of.index.span(last - 1).end;
            if end <= limit {
                break;
            }
            last -= 1;
            end = node;
        }
        let is_cut = last < edge;
        let rest = if is_cut {
            end + clinging(self.text, end, self.of.index.span(last).start)
        } else {
            bytes(self.text)
        };
        if rest <= limit {
            end = rest;
        }
        // White space at the beginning is what keeps node and word apart.
        let is_apart = ByteSpan::new(node, end)
            .slice(self.text)
            .starts_with(char::is_whitespace);
        let lead = if is_apart { " " } else { "" };
        let inked = position..last.min(position.saturating_add(number(INKED)));
        let (text, words) = self.text_of(lead.to_owned(), node, inked, end);
        let mut context = Context {
            text,
            words,
            is_cut,
        };
        let trimmed = context.text.trim_end().len();
        context.text.truncate(trimmed);
        (context, end)
    }

    /// The first bytes of the tokens at `positions`.
    fn starts(&self, positions: Range<u32>) -> &[u32] {
        let starts = self.of.index.starts();
        let starts = starts.get(positions.start as usize..positions.end as usize);
        starts.unwrap_or_default()
    }

    /// The first byte of the characters before byte `node` for which there is
    /// room.
    fn limit_before(&self, node: u32) -> u32 {
        let mut room = self.width.chars as usize;
        let mut rest = self
            .text
            .as_bytes()
            .get(..node as usize)
            .unwrap_or_default();
        // Whole pieces first: a loop without a branch for each byte.
        while let Some((before, piece)) = rest.split_last_chunk::<PIECE>()
            && let Some(less) = room.checked_sub(n_chars(piece))
        {
            (rest, room) = (before, less);
        }
        let starts = (0..rest.len()).rev().filter(|n| is_start(rest[*n]));
        match room {
            // A piece may have ended inside a character that has no room.
            0 => node.min(self.boundary_from(rest.len())),
            room => starts.take(room).last().map_or(0, number),
        }
    }

    /// The first byte after the characters after byte `node` for which there is
    /// room.
    fn limit_after(&self, node: u32) -> u32 {
        let mut room = self.width.chars as usize;
        let all = self.text.as_bytes();
        let mut rest = all.get(node as usize..).unwrap_or_default();
        while let Some((piece, after)) = rest.split_first_chunk::<PIECE>()
            && let Some(less) = room.checked_sub(n_chars(piece))
        {
            (rest, room) = (after, less);
        }
        // What is left of a character belongs to it.
        let starts = rest.iter().enumerate().filter(|(_, byte)| is_start(**byte));
        let n_more = starts.map(|(n, _)| n).nth(room).unwrap_or(rest.len());
        number(all.len() - rest.len() + n_more)
    }

    /// The first byte from byte `at` on at which a character starts.
    fn boundary_from(&self, at: usize) -> u32 {
        number(self.text.ceil_char_boundary(at))
    }

    /// `text` and the bytes `start..end` on one line, and where `tokens` stand
    /// in it.
    fn text_of(
        &self,
        mut text: String,
        start: u32,
        tokens: Range<u32>,
        end: u32,
    ) -> (String, Vec<Range<usize>>) {
        let slice = |start, end| ByteSpan::new(start, end).slice(self.text);
        text.reserve((end - start) as usize);
        let mut words = Vec::with_capacity(tokens.len());
        let mut at = start;
        for position in tokens {
            let token = self.of.index.span(position);
            push_normal(slice(at, token.start), &mut text);
            let first = text.len();
            // No token has white space inside.
            text.push_str(token.slice(self.text));
            words.push(first..text.len());
            at = token.end;
        }
        push_normal(slice(at, end), &mut text);
        (text, words)
    }
}

/// Bytes whose characters are counted together.
const PIECE: usize = 16;

/// Whether a character starts with `byte`.
const fn is_start(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xBF)
}

/// How many characters start in `text`.
fn n_chars(text: &[u8]) -> usize {
    text.iter().filter(|byte| is_start(**byte)).count()
}

/// A number of bytes of an article or of words of a line.
fn number(n: usize) -> u32 {
    fits(n)
}

/// How many bytes from `end` on cling to the word before: signs up to the first
/// white space or byte `next`.
fn clinging(text: &str, end: u32, next: u32) -> u32 {
    let gap = ByteSpan::new(end, next).slice(text);
    let signs = gap.split(char::is_whitespace).next().unwrap_or_default();
    // Signs that touch the next word belong to that word.
    if signs.len() == gap.len() {
        0
    } else {
        bytes(signs)
    }
}

/// The length of a part of an article, in bytes; articles are shorter than 4 GiB.
fn bytes(text: &str) -> u32 {
    number(text.len())
}
