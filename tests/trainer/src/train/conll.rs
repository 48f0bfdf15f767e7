//! Tagged text of the `CoNLL` form: a token and its tags a line, a blank line
//! between sentences.
//!
//! Tags of several layers stand side by side, the outer first (Wojood). What
//! the guidelines of this project mark otherwise is put right here as far as
//! rules can: titles before persons and generic heads before places are taken
//! off, names inside names are dropped, tags that no layer continues begin a
//! name. Group words that a source does not mark are left open.

use super::example::{Example, Labels, Name};
use warraq::arabic::fold;
use warraq::base::ByteSpan;
use warraq::entity::tagger::TagClass;
use warraq::entity::{Lexicon, WordClass};

/// Heads before a place's name that are no part of it, folded.
const PLACE_HEADS: [&str; 16] = [
    "مدينه",
    "مدن",
    "محافظه",
    "اقليم",
    "منطقه",
    "بلده",
    "قريه",
    "ولايه",
    "العاصمه",
    "دوله",
    "حي",
    "ناحيه",
    "قضاء",
    "مقاطعه",
    "بلديه",
    "مخيم",
];

/// Tokens of one example; long sources are cut so that folds can be made.
const TOKENS: usize = 600;

/// One line: where the token stands in the text, and its tags.
struct Line {
    span: ByteSpan,
    tags: Vec<Tag>,
}

/// One tag.
struct Tag {
    is_first: bool,
    /// None for what the tagger does not tell apart but must not learn from.
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name(TagClass),
    /// Marked by other rules than ours.
    Open,
    /// Nothing to us.
    Outside,
}

/// Reads a source whose tokens count `weight` each.
pub(super) fn parse(source: &str, weight: f32, lexicon: &Lexicon) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut reader = Reader::new(weight, lexicon);
    for line in source.lines() {
        let mut fields = line.split_whitespace();
        let Some(token) = fields.next() else {
            reader.end_sentence();
            if reader.lines.len() >= TOKENS {
                examples.extend(reader.finish());
            }
            continue;
        };
        reader.line(token, fields.map(Tag::parse).collect());
    }
    reader.end_sentence();
    examples.extend(reader.finish());
    examples
}

impl Tag {
    /// Reads a tag; malformed ones (`IO`, `I--ORG`) as what they must mean.
    fn parse(tag: &str) -> Self {
        let (position, kind) = tag.split_once('-').unwrap_or(("", ""));
        let kind = match kind.trim_start_matches('-') {
            "PER" | "PERS" => Kind::Name(TagClass::Per),
            "LOC" | "GPE" | "FAC" => Kind::Name(TagClass::Place),
            "ORG" => Kind::Name(TagClass::Org),
            "NORP" => Kind::Name(TagClass::Norp),
            other if other.starts_with("MIS") || matches!(other, "ENGLISH" | "SPANISH") => {
                Kind::Open
            }
            "WEBSITE" | "PRODUCT" | "LANGUAGE" => Kind::Open,
            _ => Kind::Outside,
        };
        Self {
            is_first: position != "I",
            kind,
        }
    }
}

struct Reader<'l> {
    weight: f32,
    lexicon: &'l Lexicon,
    text: String,
    lines: Vec<Line>,
}

impl<'l> Reader<'l> {
    fn new(weight: f32, lexicon: &'l Lexicon) -> Self {
        Self {
            weight,
            lexicon,
            text: String::new(),
            lines: Vec::new(),
        }
    }

    fn here(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    fn line(&mut self, token: &str, tags: Vec<Tag>) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let start = self.here();
        self.text.push_str(token);
        let span = ByteSpan::new(start, self.here());
        self.lines.push(Line { span, tags });
    }

    /// A blank line ends a sentence, with a full stop or without.
    fn end_sentence(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str("\n\n");
        }
    }

    /// The example read so far, if there is any.
    fn finish(&mut self) -> Option<Example> {
        let lines = std::mem::take(&mut self.lines);
        let text = std::mem::take(&mut self.text);
        let mut spans: Vec<(usize, usize, TagClass)> = Vec::new();
        for class in TagClass::ALL {
            spans.extend(spans_of(&lines, class));
        }
        // The outermost of names inside each other.
        spans.sort_unstable_by_key(|&(start, end, class)| (start, usize::MAX - end, class));
        let mut names = Vec::new();
        let mut open = Vec::new();
        let mut done = 0;
        for (start, end, class) in spans {
            if start < done {
                continue;
            }
            done = end;
            let span =
                |start: usize| ByteSpan::new(lines[start].span.start, lines[end - 1].span.end);
            if class == TagClass::Norp && end - start > 1 {
                open.push(span(start));
                continue;
            }
            let heads = (start..end - 1)
                .take_while(|&at| self.is_outside(&fold(lines[at].span.slice(&text)), class));
            let start = start + heads.count();
            names.push(Name {
                span: span(start),
                class,
            });
        }
        for line in &lines {
            if line.tags.iter().any(|tag| tag.kind == Kind::Open) {
                open.push(line.span);
            }
        }
        (!lines.is_empty()).then_some(Example {
            text,
            names,
            alternatives: Vec::new(),
            open,
            elsewhere: Labels::O_OR_NORP,
            is_own: false,
            weight: self.weight,
        })
    }

    /// Whether `word` at the beginning of a name of `class` is outside it.
    fn is_outside(&self, word: &str, class: TagClass) -> bool {
        let stem = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
        match class {
            TagClass::Place => [word, stem].iter().any(|word| PLACE_HEADS.contains(word)),
            TagClass::Per => [word, stem]
                .iter()
                .any(|word| self.lexicon.classes(word).has(WordClass::Title)),
            TagClass::Org | TagClass::Norp => false,
        }
    }
}

/// The outermost names of one class: first line, line after, class.
fn spans_of(lines: &[Line], class: TagClass) -> Vec<(usize, usize, TagClass)> {
    let mut spans: Vec<(usize, usize, TagClass)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let own = || line.tags.iter().filter(|tag| tag.kind == Kind::Name(class));
        let goes_on = own().any(|tag| !tag.is_first);
        match spans.last_mut() {
            _ if own().next().is_none() => {}
            Some(last) if goes_on && last.1 == at => last.1 = at + 1,
            _ => spans.push((at, at + 1, class)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, corpus};
    use super::*;

    fn names(source: &str) -> Vec<(String, TagClass)> {
        let examples = corpus(source, &Settings::default(), Lexicon::shared());
        let name = |example: &Example, name: &Name| {
            (name.span.slice(&example.text).to_owned(), name.class)
        };
        examples
            .iter()
            .flat_map(|example| example.names.iter().map(move |n| name(example, n)))
            .collect()
    }

    #[test]
    fn layers_and_slips_are_mended() {
        let source = "سكرتير B-OCC\nاللجنة I-OCC B-ORG\nالقومية I-OCC I-ORG\nفي I-OCC\n\
            نابلس I-OCC B-GPE\n\nمدينة B-GPE\nحيفا I-GPE B-GPE\n\nالاتحاد B-ORG\n\
            الدولي I--ORG\nقال IO\nوأرسطو I-PER\n";
        assert_eq!(
            names(source),
            [
                ("اللجنة القومية".to_owned(), TagClass::Org),
                ("نابلس".to_owned(), TagClass::Place),
                ("حيفا".to_owned(), TagClass::Place),
                ("الاتحاد الدولي".to_owned(), TagClass::Org),
                ("وأرسطو".to_owned(), TagClass::Per),
            ]
        );
    }
}
