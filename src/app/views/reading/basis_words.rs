//! Why a span is marked, in a sentence.

use crate::app::panels::Panel;
use crate::entity::{Basis, Mention, Origin};

/// Why `mention` is marked.
pub(super) fn basis_sentence(panel: &Panel<'_>, mention: &Mention) -> String {
    let texts = panel.texts;
    match mention.basis {
        Basis::List(origin) => {
            let is_embedded = panel.state.repairs.layers.is_embedded;
            let key = match origin {
                Origin::Folder if is_embedded => "basis-list-embedded",
                Origin::Folder => "basis-list-folder",
                Origin::Embedded => "basis-list-embedded",
                Origin::World => "basis-list-world",
                Origin::Text => "basis-list-text",
            };
            texts.get(key).into_owned()
        }
        Basis::Rule(rule) => texts
            .get(&format!("basis-rule-{}", rule.as_str()))
            .into_owned(),
        Basis::Model => texts.get("basis-model").into_owned(),
        Basis::Reader => texts.get("basis-reader").into_owned(),
    }
}
