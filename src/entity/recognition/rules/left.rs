//! What stands before the token at hand.

use super::super::scan::Scan;
use super::words::RuleWord;
use crate::entity::model::EntityType;
use crate::entity::words::{Shape, Trigger, WordClass};

/// The most words of a title: رئيس هيئة الأركان العامة للقوات المسلحة الروسية.
const MAX_TITLE: u8 = 9;

/// What the words before say, carried along from token to token.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::entity::recognition) struct Left {
    /// The last name and the token after it.
    name: Option<(EntityType, usize)>,
    /// Words since a title began, the title included; 0 without one.
    title: u8,
    /// Whether the last word of the title may end it.
    complete: bool,
}

impl Left {
    /// Looks at what stands before token `at`.
    pub(in crate::entity::recognition) fn enter(&mut self, scan: &Scan<'_>, at: usize) {
        if self.title > 0 && !scan.joins(at) && !opens(scan.between(at)) {
            self.title = 0;
        }
    }

    /// Passes over token `at`, which is in no name.
    pub(in crate::entity::recognition) fn pass(&mut self, scan: &Scan<'_>, at: usize) {
        let Some(form) = scan.form(at) else { return };
        if form.triggers.has(Trigger::TITLE) {
            (self.title, self.complete) = (1, true);
            return;
        }
        if self.title == 0 {
            return;
        }
        let main = form.main();
        let belongs = main.is_either(WordClass::Field)
            || main.is_either(WordClass::OrgTail)
            || main.is_either(WordClass::OrgHead)
            || main.is_either(WordClass::PlaceHead)
            || main.is_either(WordClass::Profession)
            || form.whole().key.is(RuleWord::InTitle)
            || (main.is_definite() && !form.triggers.has(Trigger::SPEECH));
        self.title += 1;
        if !belongs || self.title > MAX_TITLE {
            self.title = 0;
        }
        self.complete = main.is_definite()
            || main.is_either(WordClass::OrgTail)
            || main.is_either(WordClass::Profession)
            || main.shape.has(Shape::NISBA);
    }

    /// Passes over a name that ends before token `end`.
    pub(in crate::entity::recognition) fn name(&mut self, kind: EntityType, end: usize) {
        self.name = Some((kind, end));
        if kind == EntityType::Per {
            self.title = 0;
        } else if self.title > 0 {
            self.title += 1;
            self.complete = true;
        }
    }

    /// Whether a name of type `kind` ends right before token `at`.
    pub(in crate::entity::recognition) fn is_joined_to(&self, kind: EntityType, at: usize) -> bool {
        self.name == Some((kind, at))
    }

    /// How much a title before speaks for a person: 4 right after a title or
    /// a whole title phrase, 1 within one, 0 without.
    pub(in crate::entity::recognition) fn title(&self) -> i8 {
        match (self.title, self.complete) {
            (0, _) => 0,
            (_, true) => 4,
            (_, false) => 1,
        }
    }
}

/// Whether `between` is space and an opening mark, after which a title goes on.
fn opens(between: &str) -> bool {
    crate::entity::words::opens_quote(between)
}
