//! What a search leaves out that its reader may want: other spellings of the
//! names in it, and phrases whose first word has a proclitic.

use super::search::{Matching, SearchAnswer};
use crate::analysis::index::TypeId;
use crate::analysis::query::{Hit, Level, Node, Options, Query, Searchable, Term};
use crate::arabic::{fold, proclitic_forms, tokens};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::entity::{EntityTable, Gazetteer};
use crate::jobs::Same;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most spellings of one name that are looked for.
const MOST_SPELLINGS: usize = 60;
/// The most spellings that are offered.
const MOST_OFFERED: usize = 6;
/// The most forms with proclitics that one offer names.
const MOST_NAMED: usize = 3;

/// Everything that the offers depend on.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct BesideKey {
    pub(in crate::app) found: Same<SearchAnswer>,
    pub(in crate::app) names: Option<Same<Gazetteer>>,
}

/// What a search can include besides.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::app) struct Addition {
    /// The words of the query beside which it stands.
    part: Vec<String>,
    /// What would be found as well.
    others: Vec<Node>,
    /// What is shown of it.
    pub(in crate::app) text: String,
    /// Its hits that the search does not have.
    pub(in crate::app) n_hits: usize,
}

impl Addition {
    /// `query`, written as `text`, with the offer; `or` joins the parts.
    pub(in crate::app) fn with(&self, query: &Query, text: &str, or: &str) -> String {
        if query.is_choice() {
            // What the reader wrote stays as it is.
            let mut written = text.trim().to_owned();
            for other in &self.others {
                written = format!("{written} {or} {other}");
            }
            return format!("{written} ");
        }
        let part: Vec<&str> = self.part.iter().map(String::as_str).collect();
        format!("{} ", query.with_beside(&part, &self.others))
    }
}

/// What `query`, answered by `found`, leaves out: other spellings of names
/// first, the most frequent before the others.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub(in crate::app) fn offers(
    query: &Query,
    found: &SearchAnswer,
    names: Option<Arc<Gazetteer>>,
    cancel: &CancelToken,
) -> Result<Vec<Addition>, Cancelled> {
    let parts = query.spelt_parts();
    let known: BTreeSet<String> = parts.iter().map(|part| fold(&part.join(" "))).collect();
    let table = names.map(EntityTable::listed);
    let seeker = Seeker { found, cancel };
    let mut offers: Vec<Addition> = Vec::new();
    for part in &parts {
        let text = part.join(" ");
        let Some(table) = &table else { break };
        let mut taken = known.clone();
        for entity in table
            .named(&text)
            .into_iter()
            .filter_map(|id| table.get(id))
        {
            let names = entity.names.iter().chain([&entity.ar]);
            for name in names.take(MOST_SPELLINGS) {
                if !taken.insert(fold(name)) {
                    continue;
                }
                let words = tokens(name).map(|token| token.span.slice(name));
                if let Some(node) = node_of(words) {
                    let n_hits = seeker.n_beside(&node)?;
                    offers.push(offer(part, vec![node], name.to_string(), n_hits));
                }
            }
        }
    }
    offers.retain(|offer| offer.n_hits > 0);
    offers.sort_by_key(|offer| Reverse(offer.n_hits));
    offers.truncate(MOST_OFFERED);
    if matches!(found.matching.level, Level::Exact | Level::Folded) {
        for part in parts.iter().filter(|part| part.len() > 1) {
            offers.extend(seeker.with_proclitics(part)?);
        }
    }
    Ok(offers)
}

fn offer(part: &[&str], others: Vec<Node>, text: String, n_hits: usize) -> Addition {
    Addition {
        part: part.iter().map(|word| (*word).to_owned()).collect(),
        others,
        text,
        n_hits,
    }
}

/// Words as a part of a query; nothing without words.
fn node_of<'a>(words: impl Iterator<Item = &'a str>) -> Option<Node> {
    let mut terms: Vec<Term> = words.map(|word| Term::Word(word.into())).collect();
    if terms.len() > 1 {
        return Some(Node::Phrase(terms));
    }
    terms.pop().map(Node::Word)
}

/// Looks for what an answer does not have.
struct Seeker<'a> {
    found: &'a SearchAnswer,
    cancel: &'a CancelToken,
}

impl Seeker<'_> {
    /// The hits of `node` that share no token with a hit of the answer.
    fn n_beside(&self, node: &Node) -> Result<usize, Cancelled> {
        let indexed = &self.found.indexed;
        let no_entity = |_: &str| None;
        let context = Searchable {
            facets: &indexed.facets,
            entity: &no_entity,
            titles: None,
        };
        let Matching { level, folds, .. } = self.found.matching;
        let options = Options {
            level,
            folds,
            ..Options::default()
        };
        let query = Query::new(node.clone());
        let progress = Progress::default();
        let more = query.search(&indexed.index, &context, &options, &progress, self.cancel)?;
        let have = &self.found.answer.hits;
        let is_new = |hit: &&Hit| {
            // Hits are in order of their starts, and few tokens long.
            let before = have.partition_point(|h| h.start < hit.end);
            let near = have
                .get(before.saturating_sub(8)..before)
                .unwrap_or_default();
            near.iter().all(|h| h.end <= hit.start)
        };
        Ok(more.hits.iter().filter(is_new).count())
    }

    /// The phrase of the words `part` with proclitics before its first word.
    fn with_proclitics(&self, part: &[&str]) -> Result<Option<Addition>, Cancelled> {
        let Some((first, rest)) = part.split_first() else {
            return Ok(None);
        };
        let index = &self.found.indexed.index;
        let base = fold(first);
        let mut forms: Vec<Box<str>> = Vec::new();
        proclitic_forms(&base, &mut |form| {
            if form == base {
                return;
            }
            let types = index.fold_id(form).map(|id| index.types_of(id));
            let types = types.unwrap_or_default().iter().map(|id| TypeId(*id));
            let usual = types.max_by_key(|id| index.freq(*id));
            let written = usual.map(|id| index.form(id).into());
            forms.extend(written.filter(|form| !forms.contains(form)));
        });
        let mut found: Vec<(usize, Box<str>, Node)> = Vec::new();
        for form in forms {
            let words = std::iter::once(&*form).chain(rest.iter().copied());
            if let Some(node) = node_of(words) {
                let n_hits = self.n_beside(&node)?;
                if n_hits > 0 {
                    found.push((n_hits, form, node));
                }
            }
        }
        found.sort_by_key(|(n_hits, ..)| Reverse(*n_hits));
        let n_hits = found.iter().map(|(n_hits, ..)| n_hits).sum();
        let named = found.iter().take(MOST_NAMED).map(|(_, form, _)| &**form);
        let mut text = named.collect::<Vec<_>>().join("، ");
        if found.len() > MOST_NAMED {
            text.push('…');
        }
        let others: Vec<Node> = found.into_iter().map(|(.., node)| node).collect();
        Ok((!others.is_empty()).then(|| offer(part, others, text, n_hits)))
    }
}
