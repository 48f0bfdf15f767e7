//! A line of the concordance as the pane shows it.

use crate::analysis::concordance::{Context, GroupValue, HitKey, KwicLine, Row, SortKey};
use crate::app::state::AppState;
use crate::app::state::concordance::{MOST_KEYS, ShownLines};
use crate::corpus::Facet;
use crate::texts::Texts;
use crate::ui::kwic::{KwicContext, KwicEntry, KwicRow};
use crate::ui::theme::{Palette, Tone};
use std::ops::Range;

/// Words on each side of a widened line.
const WIDE: u32 = 60;

/// Reads the rows of a concordance.
pub(super) struct LineReader<'a> {
    pub(super) shown: &'a ShownLines,
    pub(super) state: &'a AppState,
    pub(super) texts: &'a Texts,
    pub(super) palette: &'static Palette,
}

impl LineReader<'_> {
    /// Row `row` of the pane.
    pub(super) fn entry(&self, row: usize) -> KwicEntry {
        let concordance = &self.shown.concordance;
        let nothing = || KwicEntry::Heading {
            label: String::new(),
            n: String::new(),
        };
        match concordance.row(row) {
            Some(Row::Heading(group)) => self.heading(group).unwrap_or_else(nothing),
            Some(Row::Line(n)) => match concordance.line(self.shown.of(), n) {
                Some(line) => KwicEntry::Line(self.line(&line)),
                None => nothing(),
            },
            None => nothing(),
        }
    }

    /// The wider context of row `row`.
    pub(super) fn wide(&self, row: usize) -> KwicContext {
        let concordance = &self.shown.concordance;
        let passage = match concordance.row(row) {
            Some(Row::Line(n)) => concordance.wide(self.shown.of(), n, WIDE),
            _ => None,
        };
        passage.map_or_else(
            || KwicContext {
                text: String::new(),
                node: 0..0,
            },
            |passage| KwicContext {
                text: passage.text.replace('\n', " "),
                node: passage.node,
            },
        )
    }

    fn heading(&self, group: usize) -> Option<KwicEntry> {
        let concordance = &self.shown.concordance;
        let lines = concordance.group(group)?;
        let (texts, counts) = (self.texts, lines.lines.len());
        let n = texts.with("count-lines", &[("n", counts.into())]);
        let articles = texts.with("count-articles", &[("n", lines.n_articles.into())]);
        let label = match concordance.group_value(self.shown.of(), group)? {
            GroupValue::Node(words) => words,
            GroupValue::Word(word) => {
                word.unwrap_or_else(|| texts.get("group-no-word").into_owned())
            }
            GroupValue::Period(period) => period.map_or_else(
                || texts.get("period-undated").into_owned(),
                |p| p.to_string(),
            ),
            GroupValue::Date(date) => match date {
                Some(date) => texts.date(date.year(), date.month(), date.day()),
                None => texts.get("period-undated").into_owned(),
            },
            GroupValue::Outlet(outlet) => outlet.map_or_else(
                || texts.get("group-no-outlet").into_owned(),
                |o| o.to_string(),
            ),
            GroupValue::File(file) => file.to_string(),
        };
        Some(KwicEntry::Heading {
            label,
            n: format!("{n} · {articles}"),
        })
    }

    fn line(&self, line: &KwicLine<'_>) -> KwicRow {
        let article = line.article;
        let key = HitKey::of(self.shown.of(), line.hit);
        let mark = key.and_then(|key| self.state.lines.marks.get(&key));
        let node = self.shown.of().node(line.hit);
        let note = self.state.lines.marks.note_on(&article.file, node);
        let note = note.map(|(_, note)| note.to_owned());
        let inks =
            |context: &Context, key_of: fn(SortKey) -> Option<u8>| self.inks(context, key_of);
        KwicRow {
            place: place_of(article.period.as_ref(), &article.file),
            tone: self.tone(article.period.as_ref()),
            before_inks: inks(&line.before, |key| match key {
                SortKey::Before(nth) => Some(nth.get()),
                _ => None,
            }),
            after_inks: inks(&line.after, |key| match key {
                SortKey::After(nth) => Some(nth.get()),
                _ => None,
            }),
            before: line.before.text.clone(),
            node: line.node.clone(),
            after: line.after.text.clone(),
            ticked: mark.is_some_and(|mark| mark.ticked),
            noted: note.is_some(),
            note,
        }
    }

    /// The words of `context` that lines are sorted by, and by which key.
    fn inks(
        &self,
        context: &Context,
        nth_of: impl Fn(SortKey) -> Option<u8>,
    ) -> Vec<(Range<usize>, u8)> {
        let keys = &self.shown.concordance.settings().sort.0;
        (0_u8..)
            .zip(keys.iter().take(MOST_KEYS))
            .filter_map(|(ink, sort)| {
                let nth = usize::from(nth_of(sort.key)?);
                Some((context.words.get(nth.checked_sub(1)?)?.clone(), ink))
            })
            .collect()
    }

    fn tone(&self, period: Option<&Facet>) -> Tone {
        match period {
            Some(period) => self.palette.period(self.state.period_index(period)),
            None => Tone {
                ink: self.palette.soft,
                tint: self.palette.hover,
            },
        }
    }
}

/// Period and file without its ending: `2020 · 002`.
fn place_of(period: Option<&Facet>, file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    // Isolated, so that the digits of a name stay where they are in it.
    match period {
        Some(period) => format!("{period} · \u{2066}{name}\u{2069}"),
        None => name.to_owned(),
    }
}
