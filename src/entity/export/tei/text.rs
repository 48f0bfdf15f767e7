//! The text of a document with its mentions.

use super::super::input::ExportedKind;
use super::super::placed::PlacedMention;
use super::super::record::Told;
use super::kinds::{element, type_of};
use super::stand_off::StandOff;
use super::xml::{Attributes, Running};
use std::fmt::Write as _;
use std::ops::Range;

/// What happens at a place, in the order of what comes first there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    ParagraphStart,
    ElementEnd,
    Anchor,
    ElementStart,
    ParagraphEnd,
}

/// A tag: byte, rank, order among those of the rank, and the tag itself.
type Tag = (usize, Rank, usize, String);

/// The `body`. `inline` nest, by start and the outer first.
pub(super) fn body<'a>(
    text: &'a str,
    inline: &[&'a PlacedMention<'a>],
    crossing: &[&'a PlacedMention<'a>],
    stand_off: &mut StandOff<'a>,
) -> String {
    let mut tags: Vec<Tag> = Vec::new();
    for (placed, n) in inline.iter().zip(0..) {
        let name = element(&placed.mention.kind);
        let attributes = attributes(placed, stand_off);
        let (start, end) = (placed.bytes.start, placed.bytes.end);
        tags.push((
            start,
            Rank::ElementStart,
            n,
            format!("<{name}{attributes}>"),
        ));
        // The inner one, which started later, ends first.
        let end_order = inline.len() - n;
        tags.push((end, Rank::ElementEnd, end_order, format!("</{name}>")));
    }
    for placed in crossing {
        let places = [placed.bytes.start, placed.bytes.end];
        for (id, at) in stand_off.span(placed).iter().zip(places) {
            let order = tags.len();
            let tag = format!("<anchor xml:id=\"{id}\"/>");
            tags.push((at, Rank::Anchor, order, tag));
        }
    }
    let mentions = inline.iter().chain(crossing);
    let paragraphs = paragraphs(text, mentions.map(|placed| placed.bytes.clone()));
    for range in &paragraphs {
        tags.push((range.start, Rank::ParagraphStart, 0, "<p>".to_owned()));
        tags.push((range.end, Rank::ParagraphEnd, 0, "</p>".to_owned()));
    }
    tags.sort_unstable();

    let mut body = "<body xml:space=\"preserve\">".to_owned();
    let mut at = 0;
    // A String takes all that is written.
    for (place, _, _, tag) in &tags {
        let words = text.get(at..*place).unwrap_or_default();
        let _ = write!(body, "{}{tag}", Running(words));
        at = *place;
    }
    if paragraphs.is_empty() {
        body.push_str("<p/>");
    }
    let _ = write!(
        body,
        "{}</body>",
        Running(text.get(at..).unwrap_or_default())
    );
    body
}

/// The lines of `text` that hold more than spaces and tabs. Lines that a
/// mention joins are one paragraph.
fn paragraphs(text: &str, mentions: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut mentions: Vec<Range<usize>> = mentions.collect();
    mentions.sort_unstable_by_key(|range| range.start);
    let mut mentions = mentions.into_iter().peekable();
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    // The furthest end of the mentions that began so far.
    let mut reach = 0;
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let joined = reach > start;
        while let Some(mention) = mentions.next_if(|mention| mention.start < end) {
            reach = reach.max(mention.end);
        }
        match paragraphs.last_mut() {
            Some(last) if joined => last.end = end,
            _ if line.trim_matches([' ', '\t']).is_empty() => {}
            _ => paragraphs.push(start..end),
        }
        start = end + 1;
    }
    paragraphs
}

fn attributes<'a>(placed: &'a PlacedMention<'a>, stand_off: &mut StandOff<'a>) -> Attributes {
    let mention = placed.mention;
    let told = Told::of(placed);
    let mut attributes = Attributes::default();
    attributes.add("type", &type_of(mention));
    match &mention.kind {
        ExportedKind::Name(_) => {}
        ExportedKind::Date { iso, .. } => {
            // `when` takes one date.
            let name = if iso.len() == 1 {
                "when"
            } else {
                "when-custom"
            };
            if let Some(iso) = &told.iso {
                attributes.add(name, &iso.join(" "));
            }
        }
        ExportedKind::Time(clock) => {
            if let Some(clock) = clock {
                attributes.add("when", &format!("{clock}:00"));
            }
        }
        ExportedKind::Casualties { value, .. } => {
            if let Some(value) = value {
                attributes.add("value", &value.to_string());
            }
        }
    }
    if let Some(entity) = stand_off.point(mention) {
        attributes.add("ref", &entity);
    }
    let analysis = stand_off.analysis(placed, true);
    if !analysis.is_empty() {
        attributes.add("ana", &analysis);
    }
    attributes
}
