//! Persons: first names and what follows them, words after titles and verbs of
//! saying, words spelt as foreign names are.
//!
//! Evidence is counted in points: what stands before, the first word, the
//! words that go on with it, and what stands after. A name needs
//! [`ENOUGH`]; one word alone needs [`ENOUGH_ALONE`].

use super::super::rules::{Candidate, Left};
use super::super::scan::{ListedName, Scan};
use super::words::RuleWord;
use crate::entity::model::{EntityType, Rule};
use crate::entity::words::{Cut, Juncture, NameForm, Peel, Shape, Trigger, WordClass};

const ENOUGH: i8 = 5;
const ENOUGH_ALONE: i8 = 6;
/// The most words of a name.
const MAX_WORDS: usize = 7;

/// The words of a name after the first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// The first token after the name.
    pub(super) end: usize,
    /// Words in all.
    pub(super) words: usize,
    points: i8,
}

impl Scan<'_> {
    /// The person whose name begins in token `at`.
    pub(super) fn person(
        &self,
        at: usize,
        left: Left,
        listed: Option<ListedName>,
    ) -> Option<Candidate> {
        let form = self.form(at)?;
        let (before, rule) = self.before_person(at, left);
        let triggers = form.triggers;
        let asked = triggers.has(Trigger::NAME)
            || (!triggers.has(Trigger::ORDINARY) && (before > 0 || triggers.has(Trigger::FOREIGN)));
        if !asked {
            return None;
        }
        let mut best: Option<(i8, Candidate)> = None;
        for cut in form.cuts() {
            // A known word after a proclitic is that word.
            let is_other = form.main > 0 && cut.peel == Peel::Whole;
            // A listed name settles what is peeled.
            if is_other && listed.is_none()
                || listed.is_some_and(|found| u32::from(cut.skip) != found.skip)
            {
                continue;
            }
            let Some((points, proposal)) = self.person_of(at, cut, before, rule, left, listed)
            else {
                continue;
            };
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, proposal));
            }
        }
        best.map(|(_, proposal)| proposal)
    }

    /// The person whose name begins in token `at`, cut like this, and points.
    fn person_of(
        &self,
        at: usize,
        cut: Cut,
        mut before: i8,
        mut rule: Rule,
        left: Left,
        listed: Option<ListedName>,
    ) -> Option<(i8, Candidate)> {
        let is_name =
            cut.is_given() || cut.is(WordClass::FamilyName) || cut.is(WordClass::Particle);
        match cut.peel {
            Peel::Whole => {}
            Peel::Conjunction => {
                if left.is_joined_to(EntityType::Per, at) {
                    (before, rule) = (2, Rule::Coordination);
                } else if is_name {
                    before = 0;
                } else {
                    return None;
                }
            }
            Peel::Preposition if cut.is_name_only() && !self.form(at)?.whole().is_known() => {
                before = 0;
            }
            Peel::Preposition => return None,
        }
        let is_other = listed.is_some_and(|found| found.kind != EntityType::Per);
        // تركي بن سعود: a group word that is a first name, too.
        let goes_on = || {
            self.form(at + 1)
                .is_some_and(|next| self.joins(at + 1) && next.whole().is(WordClass::Particle))
        };
        let is_group = listed.is_some_and(|found| found.kind == EntityType::Norp) && !goes_on();
        if is_group || (is_other && !cut.is_given()) {
            return None;
        }
        let first = first_word(cut)?;
        // رحيل محمد, طالب كريم: an ordinary word, since the first name follows.
        let next = self.form(at + 1).filter(|_| self.joins(at + 1));
        if cut.is(WordClass::Speech) && next.is_some_and(|next| next.whole().is_given()) {
            return None;
        }
        // الصراف جوزيف: a profession, since no first name follows a family name.
        if cut.is_definite()
            && !cut.is_given()
            && self.joins(at + 1)
            && self
                .form(at + 1)
                .is_some_and(|next| next.whole().is_given())
        {
            return None;
        }
        let run = self.run(at, cut, before >= 2);
        // What looks like a proclitic may be a letter of an ordinary word
        // (بيان, كأس), so a name must go on with words of names.
        let is_loose = match cut.peel {
            Peel::Whole => false,
            Peel::Conjunction => before == 0 && !self.form(at)?.whole().is_known(),
            Peel::Preposition => true,
        };
        if is_loose && (!cut.is_name_only() || (run.points < 2 && !cut.is_long(5))) {
            return None;
        }
        // A first word that only goes with others, alone.
        if run.words == 1 && cut.is(WordClass::Particle) && !cut.is_given() {
            return None;
        }
        // نادر, سلك: an ordinary word alone only right after a title.
        if run.words == 1 && cut.is_known() && !cut.is_name_only() {
            let title = self
                .form_before(at)
                .is_some_and(|form| form.triggers.has(Trigger::TITLE));
            if !title || cut.is_definite() || !cut.is_given() {
                return None;
            }
        }
        // المتحدث باسم الجيش
        if cut.key.is(RuleWord::InTheName) && (before > 0 || run.points < 2) {
            return None;
        }
        let after = self.after_person(run.end);
        let points = before + first + run.points + after + self.is_byline(at, run.end);
        let enough = match (run.words, before) {
            (1, _) => ENOUGH_ALONE,
            (_, 2..) => ENOUGH - 1,
            _ => ENOUGH,
        };
        if points < enough {
            return None;
        }
        if before == 0 {
            rule = if is_name {
                Rule::NamePattern
            } else if after > 1 {
                Rule::Apposition
            } else {
                Rule::ForeignWords
            };
        }
        let proposal = Candidate {
            cut,
            end: run.end,
            end_byte: self.end_byte(run.end),
            kind: EntityType::Per,
            rule,
            entity: None,
        };
        Some((points, proposal))
    }

    /// What stands before, in points, and the rule it speaks for.
    fn before_person(&self, at: usize, left: Left) -> (i8, Rule) {
        let title = left.title();
        if title > 0 {
            return (title, Rule::AfterTitle);
        }
        let before = self.form_before(at);
        let has = |trigger| before.is_some_and(|form| form.triggers.has(trigger));
        if has(Trigger::PROFESSION) {
            (3, Rule::AfterTitle)
        } else if has(Trigger::SPEECH) {
            (2, Rule::AfterSaying)
        } else {
            (0, Rule::NamePattern)
        }
    }

    /// Points of a name that stands alone in its line or after a dash or colon,
    /// as those of authors do.
    fn is_byline(&self, at: usize, end: usize) -> i8 {
        let alone = self.gap(at) == Juncture::Breaks && self.between(end).contains('\n');
        if alone && end > at + 1 { 2 } else { 0 }
    }

    /// What stands after a name that ends before token `end`, in points.
    fn after_person(&self, end: usize) -> i8 {
        let Some(next) = self.form(end) else {
            return 0;
        };
        if self.joins(end) {
            return i8::from(next.triggers.has(Trigger::SPEECH));
        }
        let between = self.between(end);
        let is_role = next.triggers.has(Trigger::TITLE) || next.triggers.has(Trigger::PROFESSION);
        let is_age = between.contains('(') && next.whole().shape.has(Shape::NUMBER);
        if is_age || (is_role && between.starts_with(['،', ',', ' ', '('])) {
            2
        } else {
            0
        }
    }

    /// The words after the first, token `at` cut as `first`, that go on with
    /// the name. `eager` where what stands before leaves little doubt.
    pub(super) fn run(&self, at: usize, first: Cut, eager: bool) -> Run {
        let mut run = Run {
            end: at + 1,
            words: 1,
            points: 0,
        };
        let mut at = run.end;
        // A particle asks for a word after it.
        let mut asks = first.is(WordClass::Particle);
        let mut points = 0;
        let mut after_family = false;
        let mut follows_known = first.is_known();
        let is_arabic = first.is_given() || asks || eager;
        while run.words < MAX_WORDS && self.joins(at) {
            let Some(form) = self.form(at) else { break };
            let word = form.whole();
            if word.shape.has(Shape::LETTER) || word.shape.has(Shape::NUMBER) {
                break;
            }
            if after_family && !(word.is_definite() || word.is(WordClass::Particle)) {
                break;
            }
            if after_family
                && word.is_definite()
                && !(word.is(WordClass::FamilyName) || word.is_given())
            {
                break;
            }
            if word.is(WordClass::Particle) && word.is_definite() {
                // الدين, السادس: the second half of a name.
                points += 2;
                asks = false;
            } else if word.is(WordClass::Particle) && !(asks && word.is(WordClass::Function)) {
                points += 1;
                asks = true;
            } else if asks {
                let is_plain = word.is(WordClass::Function) || word.is(WordClass::Speech);
                if (is_plain && !word.is_definite()) || (!word.is_known() && is_joined(form)) {
                    break;
                }
                points += if word.is_given() || word.is_definite() {
                    2
                } else {
                    1
                };
                asks = false;
            } else if word.is_given() || word.is(WordClass::FamilyName) {
                if word.is_ordinary() && run.words > 1 {
                    break;
                }
                points += if word.is_name_only() { 2 } else { 1 };
                after_family = word.is_definite() && !word.is_given();
            } else if run.words == 1 && first.is_given() && self.is_role_as_family(at, word) {
                points += 1;
                after_family = word.is_definite();
            } else if word.is_ordinary() || form.triggers.has(Trigger::ORDINARY) {
                break;
            } else if word.is_definite() {
                let is_group = self.is_group_word(at);
                let fits = follows_known || (first.is_given() && word.shape.has(Shape::NISBA));
                if !is_arabic || !fits || (is_group && (run.words > 1 || !first.is_given())) {
                    break;
                }
                if self
                    .listed_whole(at)
                    .is_some_and(|found| found.kind != EntityType::Per)
                {
                    break;
                }
                let people = word.shape.has(Shape::PLURAL);
                let feminine = word.shape.has(Shape::FEMININE);
                if people || feminine && !word.shape.has(Shape::NISBA) {
                    break;
                }
                let telling = first.is_name_only()
                    || eager
                    || word.shape.has(Shape::NISBA)
                    || self.gap(at + 1) == Juncture::Breaks;
                points += if telling { 2 } else { 1 };
                after_family = true;
            } else {
                let letters = unknown(word);
                let least = least_letters(run.words, eager, word);
                let other = self.is_other_name(at) && !(eager && run.words == 1);
                if letters < least || other || self.is_group_word(at) || is_joined(form) {
                    break;
                }
                points += letters.max(i8::from(run.words == 1 && letters >= 0));
            }
            follows_known = word.is_known() || word.is_definite();
            at += 1;
            if !asks {
                run = Run {
                    end: at,
                    words: run.words + at - run.end,
                    points,
                };
            }
        }
        run
    }

    /// Whether a title or profession in token `at` is a family name: what
    /// follows is no noun that it would govern.
    fn is_role_as_family(&self, at: usize, word: Cut) -> bool {
        let ends = !self.joins(at + 1);
        let is_nisba = word.shape.has(Shape::NISBA) && ends && !word.is_definite();
        let ends = ends
            || self
                .form(at + 1)
                .is_some_and(|next| next.whole().is_definite() && !next.main().is_ordinary());
        (word.is_role() || is_nisba)
            && ends
            && !word.is(WordClass::Function)
            && !word.is(WordClass::Speech)
            && !self.is_group_word(at)
    }

    /// Whether a name that is no person's begins with token `at`.
    fn is_other_name(&self, at: usize) -> bool {
        self.is_group_word(at)
            || self
                .listed_whole(at)
                .is_some_and(|found| found.kind != EntityType::Per)
    }
}

/// Whether an unknown word is rather و and another: ويريفان. What begins with
/// ي or ت after و is rather one word (ويدراوغو).
fn is_joined(form: &NameForm) -> bool {
    let listed = form
        .readings
        .iter()
        .any(|reading| reading.peel == Peel::Conjunction);
    listed
        || form.after_conjunction().is_some_and(|rest| {
            let foreign = rest.is_long(4)
                && !rest.shape.has(Shape::VERBAL)
                && rest.letters >= form.whole().letters;
            rest.is_known() || rest.is_definite() || foreign
        })
}

/// What the first word says, in points; `None` if it begins no name.
fn first_word(cut: Cut) -> Option<i8> {
    // القاضي ميغيل: the title stays outside.
    if cut.is_definite() && cut.is_role() {
        return None;
    }
    if cut.is(WordClass::FamilyName) && !cut.is_given() {
        let alone = cut.is_name_only() && (cut.letters >= 1 || cut.is_long(6));
        return Some(match (cut.is_name_only(), alone) {
            (_, true) => 6,
            (true, false) => 4,
            _ => 2,
        });
    }
    if cut.is_given() {
        let other = [
            WordClass::Field,
            WordClass::OrgHead,
            WordClass::Title,
            WordClass::PlaceInside,
            WordClass::Month,
            WordClass::Weekday,
            WordClass::Function,
        ];
        return Some(if cut.is_name_only() {
            4
        } else if cut.is_definite() || other.iter().any(|&class| cut.is_either(class)) {
            2
        } else {
            3
        });
    }
    if cut.is(WordClass::Particle) {
        if !cut.key.is(RuleWord::NameBegins) {
            return None;
        }
        if cut.key.is(RuleWord::Servant) {
            return Some(3);
        }
        return Some(if cut.is_name_only() { 3 } else { 1 });
    }
    if cut.is_ordinary()
        || cut.is_definite()
        || cut.shape.has(Shape::LETTER)
        || cut.shape.has(Shape::LATIN)
        || cut.shape.has(Shape::SUFFIXED)
    {
        return None;
    }
    Some(unknown(cut))
}

/// What a word that nothing is known of says, in points.
pub(super) fn unknown(cut: Cut) -> i8 {
    let verbal = if cut.shape.has(Shape::VERBAL) { 2 } else { 0 };
    let suffixed = if cut.shape.has(Shape::SUFFIXED) { 2 } else { 0 };
    let plural = if cut.shape.has(Shape::PLURAL) { 2 } else { 0 };
    cut.letters - verbal - suffixed - plural
}

/// What the letters of an unknown word after `words` others must say at least
/// for it to go on with the name.
fn least_letters(words: usize, eager: bool, word: Cut) -> i8 {
    match (words, eager) {
        (1, true) => -1,
        (1, false) => 0,
        (2, true) if word.is_long(4) && !word.shape.has(Shape::FEMININE) => 0,
        _ => 1,
    }
}
