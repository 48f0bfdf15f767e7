//! What stands apart from the text: entities, interpretations, crossing spans.

use super::super::input::ExportedMention;
use super::super::placed::PlacedMention;
use super::super::record::Told;
use super::kinds::{TeiList, type_of};
use super::xml::{Attributes, Running};
use std::collections::BTreeMap;
use std::fmt;

/// The `standOff` of a document, gathered as the text is written.
#[derive(Default)]
pub(super) struct StandOff<'a> {
    /// The entities, each with its number and names.
    entities: BTreeMap<(TeiList, &'a str), Entry<'a>>,
    /// Names and values, each with its number.
    interps: BTreeMap<(&'static str, String), usize>,
    /// The tags of crossing spans.
    spans: Vec<String>,
}

struct Entry<'a> {
    number: usize,
    ar: Option<&'a str>,
    en: Option<&'a str>,
}

/// What has attributes of its own on an element in the text.
const ATTRIBUTES: [&str; 2] = ["iso", "value"];

impl<'a> StandOff<'a> {
    /// The attribute that points to the entity of `mention`: `ref` on an
    /// element in the text.
    pub(super) fn point(&mut self, mention: &'a ExportedMention<'a>) -> Option<String> {
        let key = (TeiList::of(&mention.kind)?, mention.named()?);
        let number = self.entities.len() + 1;
        let entry = self.entities.entry(key).or_insert(Entry {
            number,
            ar: None,
            en: None,
        });
        entry.ar = entry.ar.or(mention.ar);
        entry.en = entry.en.or(mention.en);
        Some(format!("#entity-{}", entry.number))
    }

    /// The value of `ana`: pointers to what is told of `placed`. With `inline`
    /// what has attributes of its own is left out.
    pub(super) fn analysis(&mut self, placed: &PlacedMention<'_>, inline: bool) -> String {
        let told = Told::of(placed);
        let pairs = told.pairs();
        let pairs = pairs.filter(|(name, _)| !inline || !ATTRIBUTES.contains(name));
        let pointers = pairs.map(|(name, value)| {
            let number = self.interps.len() + 1;
            let key = (name, value.into_owned());
            let number = self.interps.entry(key).or_insert(number);
            format!("#told-{number}")
        });
        pointers.collect::<Vec<_>>().join(" ")
    }

    /// Adds a span that crosses elements; gives the ids of its anchors.
    pub(super) fn span(&mut self, placed: &'a PlacedMention<'a>) -> [String; 2] {
        let number = self.spans.len() + 1;
        let anchors = ["start", "end"].map(|end| format!("span-{number}-{end}"));
        let [from, to] = &anchors;
        let mut attributes = Attributes::default();
        attributes.add("type", &type_of(placed.mention));
        attributes.add("from", &format!("#{from}"));
        attributes.add("to", &format!("#{to}"));
        if let Some(entity) = self.point(placed.mention) {
            attributes.add("corresp", &entity);
        }
        attributes.add("ana", &self.analysis(placed, false));
        self.spans.push(format!("<span{attributes}/>"));
        anchors
    }

    fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.interps.is_empty() && self.spans.is_empty()
    }

    fn write_list(&self, list: TeiList, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entities.iter().filter(|((of, _), _)| *of == list);
        let mut entries = entries.map(|((_, id), entry)| (id, entry)).peekable();
        if entries.peek().is_none() {
            return Ok(());
        }
        let [outer, inner, name, attributes] = list.elements();
        writeln!(f, "<{outer}{attributes}>")?;
        for (id, entry) in entries {
            write!(f, "<{inner} xml:id=\"entity-{}\">", entry.number)?;
            for (language, words) in [("ar", entry.ar), ("en", entry.en)] {
                if let Some(words) = words {
                    let words = Running(words);
                    write!(f, "<{name} xml:lang=\"{language}\">{words}</{name}>")?;
                }
            }
            if entry.ar.or(entry.en).is_none() {
                write!(f, "<{name} xml:lang=\"und\">{}</{name}>", Running(id))?;
            }
            writeln!(f, "<idno>{}</idno></{inner}>", Running(id))?;
        }
        writeln!(f, "</{outer}>")
    }

    fn write_interps(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<_> = self.interps.iter().collect();
        for group in all.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            if let Some(((name, _), _)) = group.first() {
                writeln!(f, "<interpGrp type=\"{name}\">")?;
            }
            for ((_, value), number) in group {
                let value = Running(value);
                writeln!(f, "<interp xml:id=\"told-{number}\">{value}</interp>")?;
            }
            writeln!(f, "</interpGrp>")?;
        }
        Ok(())
    }
}

/// The element; nothing when there is nothing in it.
impl fmt::Display for StandOff<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return Ok(());
        }
        writeln!(f, "<standOff>")?;
        for list in TeiList::ALL {
            self.write_list(list, f)?;
        }
        self.write_interps(f)?;
        if !self.spans.is_empty() {
            writeln!(f, "<spanGrp>")?;
            for span in &self.spans {
                writeln!(f, "{span}")?;
            }
            writeln!(f, "</spanGrp>")?;
        }
        writeln!(f, "</standOff>")
    }
}
