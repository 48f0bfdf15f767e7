//! What both forms of an index share: cells and rows.

use rustc_hash::FxHashSet;

use crate::arabic::fold;
use crate::corpus::{Facet, PartialDate, ProblemKind};

/// One row of an index: what it says of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// The line of the index, from 1.
    pub line: u32,
    /// The path as the row writes it; if it can be read in more than one way,
    /// each way, the likelier first. At least one.
    pub paths: Vec<Box<str>>,
    /// The title.
    pub title: Option<Box<str>>,
    /// The date.
    pub date: Option<PartialDate>,
    /// The label of the period; by itself, else by the date, else by the
    /// heading above.
    pub period: Option<Facet>,
    /// The outlet.
    pub source: Option<Facet>,
    /// The address.
    pub url: Option<Box<str>>,
    /// Other columns that have a value, with their headers.
    pub extra: Vec<(Facet, Box<str>)>,
}

/// The inline content of a cell, an item or a heading.
#[derive(Debug, Clone, Default)]
pub(super) struct InlineCell<'a> {
    /// All of it, as text.
    text: String,
    /// The Markdown that it was read from.
    source: &'a str,
    /// The target of the first link.
    pub(super) link: Option<String>,
    /// The bytes of `text` that are the first link.
    link_text: std::ops::Range<usize>,
    in_first_link: bool,
    /// The first code span.
    pub(super) code: Option<String>,
}

impl<'a> InlineCell<'a> {
    pub(super) fn from_source(source: &'a str) -> Self {
        Self {
            source,
            ..Self::default()
        }
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn push_code(&mut self, code: &str) {
        self.text.push_str(code);
        self.code.get_or_insert_with(|| code.trim().to_owned());
    }

    pub(super) fn start_link(&mut self, target: &str) {
        if self.link.is_none() {
            self.link = Some(target.to_owned());
            self.link_text = self.text.len()..self.text.len();
            self.in_first_link = true;
        }
    }

    pub(super) fn end_link(&mut self) {
        if std::mem::take(&mut self.in_first_link) {
            self.link_text.end = self.text.len();
        }
    }

    /// The text, trimmed, each run of white space one space.
    pub(super) fn text(&self) -> String {
        tidy(&self.text)
    }

    /// The text of the first link, and all text after it.
    pub(super) fn around_link(&self) -> (String, &str) {
        let inside = self.text.get(self.link_text.clone()).unwrap_or_default();
        let after = self.text.get(self.link_text.end..).unwrap_or_default();
        (tidy(inside), after)
    }

    /// The text after the first code span, if the cell begins with it.
    pub(super) fn after_code(&self) -> Option<&str> {
        let code = self.code.as_deref()?;
        self.text.trim_start().strip_prefix(code)
    }

    /// The paths that the cell may mean: the target of a link, the inside of a
    /// code span, or the text; also the Markdown source, since `_` and `*` of
    /// a plain name may have been taken for emphasis, and the target of a link
    /// that a space in it keeps from being one.
    pub(super) fn paths(&self) -> Vec<Box<str>> {
        if let Some(target) = self.link.as_deref().or(self.code.as_deref()) {
            return vec![target.trim().into()];
        }
        let text = self.text();
        let spaced_link = text
            .strip_suffix(')')
            .filter(|text| text.starts_with('['))
            .and_then(|text| text.split_once("]("))
            .map(|(_, target)| target.trim_matches(['<', '>']).to_owned());
        let mut paths: Vec<Box<str>> = Vec::new();
        let source = self.source.trim().replace("\\|", "|");
        for path in spaced_link.into_iter().chain([text, source]) {
            if !path.is_empty() && !paths.iter().any(|known| **known == *path) {
                paths.push(path.into());
            }
        }
        paths
    }
}

fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Makes equal values share one string.
#[derive(Debug, Default)]
pub(in crate::corpus) struct FacetInterner(FxHashSet<Facet>);

impl FacetInterner {
    /// The facet of `value`.
    pub(in crate::corpus) fn facet(&mut self, value: &str) -> Facet {
        if let Some(known) = self.0.get(value) {
            return known.clone();
        }
        let facet = Facet::new(value);
        self.0.insert(facet.clone());
        facet
    }
}

/// The label of a period: digits of any system alone become ASCII, so that
/// ٢٠٢٠ and 2020 are one period.
pub(super) fn period_label(text: &str) -> String {
    let folded = fold(text);
    if !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit()) {
        folded
    } else {
        text.to_owned()
    }
}

/// The period that a heading gives to the rows below it: its text, if it
/// holds a year.
pub(super) fn heading_period(text: &str) -> Option<String> {
    let folded = fold(text);
    let mut numbers = folded.split(|c: char| !c.is_ascii_digit());
    let is_year = |number: &str| number.len() == 4 && PartialDate::parse(number).is_some();
    numbers.any(is_year).then(|| period_label(text))
}

/// Whether a cell is left open: empty, or only dashes.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}'))
}

/// The date of a cell; one that is no date becomes a problem.
pub(super) fn date_of(
    text: &str,
    line: u32,
    problems: &mut Vec<(u32, ProblemKind)>,
) -> Option<PartialDate> {
    if is_blank(text) {
        return None;
    }
    let date = PartialDate::parse(text);
    if date.is_none() {
        let value = text.to_owned();
        problems.push((line, ProblemKind::BadDate { value }));
    }
    date
}

/// The period of a row.
pub(super) fn period_of(
    label: Option<&str>,
    date: Option<PartialDate>,
    heading: Option<&str>,
    interner: &mut FacetInterner,
) -> Option<Facet> {
    let label = match (label, date, heading) {
        (Some(label), _, _) if !is_blank(label) => period_label(label),
        (_, Some(date), _) => date.year().to_string(),
        (_, None, Some(heading)) => heading.to_owned(),
        (_, None, None) => return None,
    };
    Some(interner.facet(&label))
}
