//! Organisations: a head noun (شركة, وزارة, حزب) and what completes it.
//!
//! An indefinite head is completed by its field (وزارة الري), a name (جامعة
//! القاهرة, شركة تويوتا), or a name in quotation marks (حركة «النهضة»); a
//! definite one by an adjective or phrase that organisations have (المحكمة
//! العليا, الاتحاد الدولي للجودو). Definite adjectives, phrases with للـ and
//! joined fields (والتعليم) go on with the name.

use super::super::rules::Candidate;
use super::super::scan::Scan;
use super::person::unknown;
use super::words::RuleWord;
use crate::base::EntityId;
use crate::entity::model::{EntityType, Rule};
use crate::entity::words::{
    Cut, NameForm, Peel, Shape, Trigger, WordClass, closing_quote, is_quote, opens_quote,
};

/// The most words of a name in quotation marks.
const MAX_QUOTED: usize = 6;
/// The most words of an organisation.
const MAX_WORDS: usize = 12;

/// How far a name reaches.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameExtent {
    pub(super) end: usize,
    pub(super) end_byte: u32,
    pub(super) entity: Option<EntityId>,
    pub(super) rule: Rule,
}

impl Scan<'_> {
    /// The organisation whose head is token `at`.
    pub(super) fn organisation(&self, at: usize) -> Option<Candidate> {
        let cut = self.form(at)?.main();
        // محافظة ترتر: the place alone is the name.
        let is_place = (cut.is(WordClass::PlaceHead) && !cut.is_definite())
            || (cut.is_either(WordClass::PlaceInside) && !cut.key.is(RuleWord::BodyWithSite));
        if !cut.is_either(WordClass::OrgHead) || is_place || cut.key.is(RuleWord::Generic) {
            return None;
        }
        let reach = if cut.is_definite() {
            self.after_definite_head(at + 1, cut)?
        } else {
            self.quoted(at + 1)
                .or_else(|| self.after_construct_head(at + 1, cut))?
        };
        Some(Candidate {
            cut,
            end: reach.end,
            end_byte: reach.end_byte,
            kind: EntityType::Org,
            rule: reach.rule,
            entity: reach.entity,
        })
    }

    fn reach(&self, end: usize, entity: Option<EntityId>) -> NameExtent {
        NameExtent {
            end,
            end_byte: self.end_byte(end),
            entity,
            rule: Rule::OrganisationHead,
        }
    }

    /// The name in quotation marks that begins with token `start`, with the
    /// closing mark.
    pub(super) fn quoted(&self, start: usize) -> Option<NameExtent> {
        if !opens_quote(self.between(start)) {
            return None;
        }
        for end in start + 1..=start + MAX_QUOTED {
            let after = self.text.get(self.end_byte(end) as usize..)?;
            if let Some(len) = closing_quote(after) {
                let listed = self.listed_whole(start).filter(|found| found.end == end);
                return Some(NameExtent {
                    end,
                    end_byte: self.end_byte(end) + len,
                    entity: listed
                        .filter(|found| found.kind == EntityType::Org)
                        .map(|found| found.entity),
                    rule: Rule::QuotedName,
                });
            }
            if !self.joins(end) || self.between(end).contains(is_quote) {
                return None;
            }
        }
        None
    }

    /// What completes a head without article before token `start`.
    fn after_construct_head(&self, start: usize, head: Cut) -> Option<NameExtent> {
        let is_public = head.key.is(RuleWord::Public);
        let mut at = start;
        // Nouns in between: مكتب تنسيق, اتحاد نقابات, مجلس محافظة.
        while at < start + 3 && self.joins(at) {
            let form = self.form(at)?;
            let word = form.whole();
            let goes_on = !word.is_definite()
                && ([WordClass::Field, WordClass::OrgHead, WordClass::PlaceHead]
                    .iter()
                    .any(|&class| word.is(class))
                    || (is_public && word.is_role()));
            if !goes_on || self.listed_whole(at).is_some() {
                break;
            }
            at += 1;
        }
        if !self.joins(at) {
            return None;
        }
        let listed = self.listed_whole(at);
        // قوات سورية, موقع الأمم المتحدة
        let is_site = listed.is_some() && head.key.is(RuleWord::Site);
        if is_site || (self.is_group_word(at) && !self.form(at)?.whole().is_definite()) {
            return None;
        }
        if let Some(found) = listed {
            let mut end = found.end;
            // A first name that is a place, too, goes on as a name.
            if found.kind == EntityType::Per || self.form(at)?.whole().is_given() {
                end = end.max(self.run(at, self.form(at)?.whole(), true).end);
            }
            let entity = (found.kind == EntityType::Org && found.end == end && at == start)
                .then_some(found.entity);
            return Some(self.reach(self.tail(end, start, false), entity));
        }
        let form = self.form(at)?;
        let word = form.whole();
        let mut by_field = false;
        let is_person = word.is_given() || word.is(WordClass::FamilyName);
        let end = if is_person && !(word.is_definite() && word.is_role()) {
            self.run(at, word, true).end
        } else if word.is_definite() {
            let fits = if is_public {
                is_purpose_of_body(word) && !word.is(WordClass::Function)
            } else {
                is_field(form)
            };
            if self.is_group_word(at) || !fits {
                return None;
            }
            by_field = true;
            at + 1
        } else if at == start && is_spelt(form, if head.key.is(RuleWord::Named) { -1 } else { 1 }) {
            let mut end = at + 1;
            while self.joins(end) && self.form(end).is_some_and(|form| is_spelt(form, 0)) {
                end += 1;
            }
            end
        } else {
            return None;
        };
        let tail = self.tail(end, start, by_field);
        // لجنة الطوارئ says what kind of body it is; what it is called, if
        // anything, is the next word.
        if by_field && !is_public && tail == end && !form.whole().is(WordClass::Field) {
            return None;
        }
        Some(self.reach(tail, None))
    }

    /// What completes a head with the article before token `start`.
    fn after_definite_head(&self, start: usize, head: Cut) -> Option<NameExtent> {
        let end = self.tail(start, start, true);
        let telling = end > start + 1
            || (start..end).any(|at| {
                self.form(at).is_some_and(|form| {
                    let phrase = form.cuts().any(|cut| cut.elided && is_purpose(cut));
                    phrase
                        || form.whole().key.is(RuleWord::Telling)
                        || form.whole().is(WordClass::Field)
                })
            });
        let agrees = self.form(start).is_some_and(|form| {
            form.whole().shape.has(Shape::FEMININE) == head.shape.has(Shape::FEMININE)
                || form.whole().is_either(WordClass::Field)
        });
        (end > start && telling && agrees).then(|| self.reach(end, None))
    }

    /// Token `at` as written.
    fn text_of(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map(|token| token.span.slice(self.text))
            .unwrap_or_default()
    }

    /// The end of the adjectives and phrases that go on with a name that ends
    /// before token `at` and whose first word after the head is `start`; group
    /// words only after a field (شركة أوبر, then الأمريكية).
    fn tail(&self, mut at: usize, start: usize, by_field: bool) -> usize {
        let mut in_phrase = false;
        while at < start + MAX_WORDS && self.joins(at) {
            let Some(form) = self.form(at) else { break };
            let whole = form.whole();
            let is_tail = |word: Cut| {
                word.is_either(WordClass::OrgTail)
                    && !word.key.is(RuleWord::Passing)
                    && !word.is_either(WordClass::Weekday)
                    && !word.is_either(WordClass::Unit)
                    && !word.is_role()
            };
            let adjective = whole.is_definite()
                && ((is_tail(whole) && !self.is_group_word(at))
                    || (by_field && self.is_group_word(at))
                    || (whole.shape.has(Shape::NISBA) && !form.triggers.has(Trigger::ORDINARY)));
            // للأنباء, للغزل: the definite noun of a phrase.
            let elided = form.cuts().find(|cut| cut.elided);
            let phrase = elided.is_some_and(is_purpose);
            // لكرة القدم, لحقوق الإنسان: a field and its noun.
            let purpose = by_field
                && at > start
                && form.cuts().any(|cut| {
                    cut.peel == Peel::Preposition && !cut.is_definite() && is_purpose(cut)
                })
                && self.text_of(at).starts_with('ل')
                && !form.whole().is_known()
                && self.joins(at + 1)
                && self
                    .form(at + 1)
                    .is_some_and(|next| next.whole().is_definite());
            let joined = form.after_conjunction().is_some_and(|cut| {
                cut.is_definite()
                    && (cut.is_either(WordClass::Field) || (in_phrase && is_purpose(cut)))
            });
            let field = whole.is_definite() && whole.is_either(WordClass::Field) && at > start;
            if !(adjective || phrase || purpose || joined || field) {
                break;
            }
            in_phrase |= phrase || purpose;
            at += if purpose { 2 } else { 1 };
        }
        at
    }
}

/// Whether a word that nothing is known of can stand in a name of its own:
/// its letters say at least `least`, and it is no adjective.
fn is_spelt(form: &NameForm, least: i8) -> bool {
    let word = form.whole();
    let adjective = word.shape.has(Shape::FEMININE) || word.shape.has(Shape::NISBA);
    let least = if adjective { least.max(1) } else { least };
    let is_short = !word.is_long(4) && !word.is_known();
    !form.triggers.has(Trigger::ORDINARY)
        && !word.is_definite()
        && (unknown(word) >= least || is_short || word.shape.has(Shape::LATIN))
}

/// Whether a definite noun can complete a head of [`RuleWord::Public`].
fn is_purpose_of_body(word: Cut) -> bool {
    let is_place = word.is_either(WordClass::PlaceHead) && !word.is_either(WordClass::Field);
    !is_place
        && !word.is_either(WordClass::OrgHead)
        && !word.is(WordClass::Speech)
        && !word.is_either(WordClass::Weekday)
}

/// Whether a noun can say what a body is for: no person and no grammatical word.
fn is_purpose(word: Cut) -> bool {
    !word.is_role()
        && !word.is_either(WordClass::Function)
        && !word.is_either(WordClass::Speech)
        && !word.is_either(WordClass::Month)
        && !word.is_either(WordClass::Weekday)
}

/// Whether a definite word can be what a body is for.
fn is_field(form: &NameForm) -> bool {
    let word = form.whole();
    word.is_either(WordClass::Field)
        || word.is_either(WordClass::OrgTail)
        || !form.triggers.has(Trigger::ORDINARY)
}
