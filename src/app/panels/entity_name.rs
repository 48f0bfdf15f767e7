//! What an entity is called in the language of the interface.

use crate::entity::Entity;
use crate::texts::Language;
use std::borrow::Cow;

/// The names of an entity that a reader sees, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct EntityName<'a> {
    /// The English one in an English window, where there is one.
    pub(in crate::app) first: &'a str,
    /// The Arabic one, where the first is English: it is what stands in texts.
    pub(in crate::app) second: Option<&'a str>,
}

impl<'a> EntityName<'a> {
    /// The names of `entity` in a window in `language`.
    pub(in crate::app) fn of(entity: &'a Entity, language: Language) -> Self {
        let english = match language {
            Language::English => entity.english(),
            Language::Arabic => None,
        };
        Self {
            first: english.unwrap_or(&entity.ar),
            second: english.map(|_| &*entity.ar),
        }
    }

    /// All of them in one line; the Arabic one runs from right to left in it.
    pub(in crate::app) fn line(self) -> Cow<'a, str> {
        match self.second {
            Some(second) => format!("{} (\u{2067}{second}\u{2069})", self.first).into(),
            None => self.first.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{EntityType, Origin};

    fn entity(id: &str, en: Option<&str>, origin: Origin) -> Entity {
        Entity {
            id: id.into(),
            kind: EntityType::Gpe,
            ar: "باكو".into(),
            names: Vec::new(),
            en: en.map(Into::into),
            country: None,
            note: None,
            different: Vec::new(),
            origin,
        }
    }

    #[test]
    fn english_windows_add_the_english_name() {
        let listed = entity("Baku", None, Origin::World);
        let named = entity("Baku", Some("Bakı"), Origin::World);
        let unlisted = entity("باكو", None, Origin::Text);
        for (entity, english, arabic) in [
            (&listed, "Baku (\u{2067}باكو\u{2069})", "باكو"),
            (&named, "Bakı (\u{2067}باكو\u{2069})", "باكو"),
            (&unlisted, "باكو", "باكو"),
        ] {
            assert_eq!(EntityName::of(entity, Language::English).line(), english);
            assert_eq!(EntityName::of(entity, Language::Arabic).line(), arabic);
        }
    }
}
