//! What rules and tagger say of one text, made one.
//!
//! Lists and rules go first; the tagger is told what lists know. It adds names
//! that it is sure of where the rules saw none, and takes away the names of
//! rules that are often wrong where it sees none.

use super::scan::{NameHit, Scan};
use crate::base::{Beside, ByteSpan};
use crate::entity::model::{Basis, EntityType, Rule, Spotted};
use crate::entity::tagger::{Hint, TagClass, TaggedSpan};
use crate::entity::words::{Cut, NameForm, Shape};

/// How sure the tagger must be to add a name, in nats.
const fn enough(class: TagClass) -> f32 {
    match class {
        TagClass::Per => 0.5,
        TagClass::Place | TagClass::Org => 1.0,
        TagClass::Norp => 2.0,
    }
}

/// How sure the tagger must be to set other edges than a rule, in nats.
const SURE_OF_EDGES: f32 = 1.0;

/// The hints for the tokens of a text whose names are `hits`.
pub(super) fn hints_of(hits: &[NameHit], n_tokens: usize, out: &mut Vec<Hint>) {
    out.clear();
    out.resize(n_tokens, Hint::NONE);
    for hit in hits.iter().filter(|hit| is_listed(hit)) {
        let class = TagClass::from(hit.name.kind);
        for (index, hint) in out.iter_mut().take(hit.end).skip(hit.at).enumerate() {
            *hint = Hint::listed(class, index == 0, true);
        }
    }
}

/// Whether a list knows the name, or a form or pattern of listed ones.
fn is_listed(hit: &NameHit) -> bool {
    match hit.name.basis {
        Basis::List(_) | Basis::Reader => true,
        Basis::Rule(rule) => matches!(
            rule,
            Rule::GroupWord | Rule::StateBody | Rule::Medium | Rule::Supported
        ),
        Basis::Model => false,
    }
}

/// What the tagger may do to the name of a rule, as the articles of
/// development show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Nothing.
    Firm,
    /// Set other edges of the same type.
    Edges,
    /// Set other edges and another type; strike it where it sees no name.
    Weak,
    /// Strike it where it sees no name.
    Doubted,
}

const fn trust(rule: Rule) -> Trust {
    match rule {
        Rule::AfterTitle | Rule::Supported | Rule::Coordination => Trust::Edges,
        Rule::NamePattern | Rule::ForeignWords | Rule::AfterSaying | Rule::Apposition => {
            Trust::Weak
        }
        Rule::OrganisationHead | Rule::PlaceHead | Rule::AfterPlaceCue => Trust::Doubted,
        Rule::GroupWord
        | Rule::StateBody
        | Rule::Medium
        | Rule::FamilyName
        | Rule::SecondMention
        | Rule::QuotedName
        | Rule::AfterPlaceNoun => Trust::Firm,
    }
}

/// Makes `hits` what both say.
pub(super) fn combine(scan: &Scan<'_>, hits: &mut Vec<NameHit>, tagged: &[TaggedSpan]) {
    let mut seen = Beside::new(tagged, |span: &TaggedSpan| span.tokens.clone());
    hits.retain(|hit| stays(hit, seen.meets(hit.at..hit.end)));
    let mut named = Beside::new(hits.as_slice(), |hit: &NameHit| hit.at..hit.end);
    let sure = tagged.iter().filter(|span| {
        named.meets(span.tokens.clone()).is_none()
            && span.margin >= enough(span.class)
            && !scan.is_phrase(span.tokens.start)
    });
    let mut more: Vec<NameHit> = sure.filter_map(|span| hit_of(scan, span)).collect();
    hits.append(&mut more);
    // A stable sort merges two lists in order in one walk.
    hits.sort_by_key(|hit| hit.at);
}

/// Whether a name stays beside the first one that the tagger sees in its
/// tokens. What goes where the tagger sees another name makes room for that one.
fn stays(hit: &NameHit, seen: Option<&TaggedSpan>) -> bool {
    let Basis::Rule(rule) = hit.name.basis else {
        return true;
    };
    let trust = trust(rule);
    let class = TagClass::from(hit.name.kind);
    let Some(seen) = seen else {
        return matches!(trust, Trust::Firm | Trust::Edges);
    };
    let same_class = seen.class == class;
    let same = same_class && seen.tokens == (hit.at..hit.end);
    if same || seen.margin < SURE_OF_EDGES.max(enough(seen.class)) {
        return true;
    }
    match trust {
        Trust::Firm | Trust::Doubted => true,
        Trust::Edges => !same_class,
        Trust::Weak => false,
    }
}

fn hit_of(scan: &Scan<'_>, tagged: &TaggedSpan) -> Option<NameHit> {
    let first = scan.tokens.get(tagged.tokens.start)?;
    let cut = first_cut(scan.form(tagged.tokens.start)?);
    let kind = match tagged.class {
        TagClass::Per => EntityType::Per,
        TagClass::Place if scan.is_place_head(tagged.tokens.start) => EntityType::Loc,
        TagClass::Place => EntityType::Gpe,
        TagClass::Org => EntityType::Org,
        TagClass::Norp => EntityType::Norp,
    };
    Some(NameHit {
        at: tagged.tokens.start,
        end: tagged.tokens.end,
        name: Spotted {
            span: ByteSpan::new(
                first.span.start + u32::from(cut.skip),
                scan.end_byte(tagged.tokens.end),
            ),
            kind,
            entity: None,
            article_elided: cut.elided,
            basis: Basis::Model,
        },
    })
}

/// How the first word of a name that the tagger found is cut: as its classes
/// say; before an article; else what the letters like best.
fn first_cut(form: &NameForm) -> Cut {
    let main = form.main();
    if main.is_known() {
        return main;
    }
    let with_article = form.cuts().find(Cut::is_definite);
    with_article.unwrap_or_else(|| {
        let peeled = form
            .after_conjunction()
            .filter(|cut| cut.is_long(3) && !cut.shape.has(Shape::VERBAL));
        peeled
            .filter(|cut| cut.letters >= main.letters)
            .unwrap_or(main)
    })
}
