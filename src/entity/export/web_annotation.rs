//! W3C Web Annotation.

use super::input::ExportedArticle;
use super::layouts::StreamLayout;
use super::placed::PlacedMention;
use super::record::Told;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// An `AnnotationCollection` with its one page inside, an annotation a line.
///
/// The standard asks for an IRI of the collection, the page and each
/// annotation. They are fragments, relative to where the file stands; the
/// source of a target is the path of the article, so a file in the folder of
/// the corpus points to its articles.
///
/// Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017,
/// sections 3.2.4 (textual bodies), 3.3.5 (purposes), 4.2.4 and 4.2.5 (quote
/// and position selectors), 5 (collections).
#[derive(Default)]
pub(super) struct WebAnnotation {
    /// Annotations so far.
    n: u64,
}

/// What stays as it is in a path (RFC 3986, unreserved, and `/`).
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');
/// What stays as it is in a name.
const NAME: &AsciiSet = &PATH.add(b'/');

/// Characters of context on each side of the words.
const CONTEXT: usize = 32;

impl StreamLayout for WebAnnotation {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(
            b"{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\
              \"id\":\"#collection\",\"type\":\"AnnotationCollection\",\n\
              \"first\":{\"id\":\"#page\",\"type\":\"AnnotationPage\",\
              \"partOf\":\"#collection\",\"startIndex\":0,\"items\":[",
        )
    }

    fn article(&mut self, article: &ExportedArticle<'_>, out: &mut dyn Write) -> io::Result<()> {
        let source = utf8_percent_encode(article.file, PATH).to_string();
        let mut lines = Vec::new();
        for placed in &PlacedMention::of_article(article) {
            self.n += 1;
            lines.extend_from_slice(if self.n == 1 { b"\n" } else { b",\n" });
            let annotation = Annotation {
                id: format!("#annotation-{}", self.n),
                r#type: "Annotation",
                motivation: ["identifying", "classifying"],
                body: bodies(placed)?,
                target: target(article.text, &source, placed),
            };
            serde_json::to_writer(&mut lines, &annotation)?;
        }
        out.write_all(&lines)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n]}},\n\"total\":{}}}", self.n)
    }
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: [&'static str; 2],
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody {
        purpose: &'static str,
        value: Cow<'a, str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        format: Option<&'static str>,
    },
    SpecificResource {
        purpose: &'static str,
        source: String,
    },
}

#[derive(Serialize)]
struct Target<'a> {
    source: Source<'a>,
    selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    r#type: &'static str,
    format: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextPositionSelector {
        start: usize,
        end: usize,
    },
    TextQuoteSelector {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
}

/// The type; the entity and its names; all that is told, as JSON.
fn bodies<'a>(placed: &PlacedMention<'a>) -> io::Result<Vec<Body<'a>>> {
    let mention = placed.mention;
    let textual = |purpose, value, language, format| Body::TextualBody {
        purpose,
        value,
        language,
        format,
    };
    let tag = mention.kind.tag();
    let mut bodies = vec![textual("classifying", tag.into(), None, None)];
    if let Some(entity) = mention.named() {
        bodies.push(Body::SpecificResource {
            purpose: "identifying",
            source: format!("#entity-{}", utf8_percent_encode(entity, NAME)),
        });
    }
    for (language, name) in [("ar", mention.ar), ("en", mention.en)] {
        if let Some(name) = name {
            bodies.push(textual("identifying", name.into(), Some(language), None));
        }
    }
    let told = serde_json::to_string(&Told::of(placed))?;
    let json = Some("application/json");
    bodies.push(textual("describing", told.into(), None, json));
    Ok(bodies)
}

fn target<'a>(text: &'a str, source: &'a str, placed: &PlacedMention<'a>) -> Target<'a> {
    let before = text.get(..placed.bytes.start).unwrap_or_default();
    let after = text.get(placed.bytes.end..).unwrap_or_default();
    let from = before.char_indices().rev().nth(CONTEXT - 1);
    let from = from.map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT);
    let to = to.map_or(after.len(), |(at, _)| at);
    Target {
        source: Source {
            id: source,
            r#type: "Text",
            format: "text/plain",
            language: "ar",
        },
        selector: [
            Selector::TextPositionSelector {
                start: placed.chars.start,
                end: placed.chars.end,
            },
            Selector::TextQuoteSelector {
                exact: placed.words,
                prefix: before.get(from..).unwrap_or_default(),
                suffix: after.get(..to).unwrap_or_default(),
            },
        ],
    }
}
