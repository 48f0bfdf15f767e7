//! The articles of an annotated corpus, as they are exported.

use super::input::{ClockTime, ExportedArticle, ExportedKind, ExportedMention};
use crate::base::CancelToken;
use crate::corpus::{Article, Corpus};
use crate::entity::annotations::Annotations;
use crate::entity::gazetteer::EntityTable;
use crate::entity::model::{Basis, Entity, Mention};
use crate::entity::{Expression, ExpressionFinder, ExpressionValue, Resolution, Who};

/// The articles of `corpus` that `shows` lets through, in their order, with
/// the names of `names` and the dates, times and counts of casualties, which are
/// found as each article comes. None comes once `cancel` asks to stop, which is
/// heard within an article, too.
pub fn articles<'a>(
    corpus: &'a Corpus,
    names: &'a Annotations,
    cancel: &'a CancelToken,
    shows: impl Fn(&Article) -> bool + 'a,
) -> impl Iterator<Item = ExportedArticle<'a>> {
    let mut finder = ExpressionFinder::new();
    let mut found = Vec::new();
    let shown = corpus.articles.iter().filter(move |article| shows(article));
    shown.map_while(move |article| {
        found.clear();
        let whole = finder.find_until(&article.text, article.date, &mut found, cancel);
        whole.ok()?;
        let named = names.of(article.id).iter();
        let mut mentions: Vec<_> = named.map(|m| exported(m, names.table())).collect();
        mentions.extend(found.iter().map(expression));
        mentions.sort_by_key(|mention| mention.span);
        Some(ExportedArticle {
            file: &article.file,
            title: &article.title,
            text: &article.text,
            date: article.date,
            source: article.source.as_deref(),
            mentions,
        })
    })
}

fn exported<'a>(mention: &Mention, table: &'a EntityTable) -> ExportedMention<'a> {
    let entity = table.get(mention.entity);
    // The id of an entity that only texts name is Arabic.
    let is_listed = table.is_listed(mention.entity);
    let en = |of: &'a Entity| of.en.as_deref().or(is_listed.then_some(&*of.id));
    ExportedMention {
        span: mention.span,
        kind: ExportedKind::Name(mention.kind),
        entity: entity.map(|entity| &*entity.id),
        ar: entity.map(|entity| &*entity.ar),
        en: entity.and_then(en),
        basis: basis(mention.basis),
        article_elided: mention.article_elided,
    }
}

/// The word for the reason of a mention, as files have it.
const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::List(_) => "list",
        Basis::Rule(rule) => rule.as_str(),
        Basis::Model => "model",
        Basis::Reader => "reader",
    }
}

fn expression<'a>(expression: &Expression) -> ExportedMention<'a> {
    let kind = match &expression.value {
        ExpressionValue::Date(date) => ExportedKind::Date {
            iso: date.iso.clone(),
            resolved: date.resolved.map(Resolution::as_str),
            sub: date.sub.as_str(),
        },
        ExpressionValue::Time(time) => {
            let clock = time.clock.and_then(|(h, m)| ClockTime::new(h, m));
            ExportedKind::Time(clock)
        }
        ExpressionValue::Casualty(count) => ExportedKind::Casualties {
            value: Some(count.value),
            kind: count.kind.as_str(),
            cmp: count.cmp.as_str(),
            who: count.who.map(Who::as_str),
            subset: count.subset,
            cumulative: count.cumulative,
        },
    };
    ExportedMention {
        span: expression.span,
        kind,
        entity: None,
        ar: None,
        en: None,
        basis: "rule",
        article_elided: false,
    }
}
