//! Names of media with their head noun: وكالة "إنترفاكس" الروسية للأنباء.
//!
//! With a head the whole is one name: head, what may stand between (الأنباء,
//! an adjective), the medium, in quotation marks or not, and the adjectives
//! and phrases after it that belong to the head.

use super::scan::{ListedName, Scan};
use crate::entity::gazetteer::{Gender, MediaHead, NameCondition, NameSense};
use crate::entity::model::EntityType;
use crate::entity::words::{Juncture, closing_quote, is_quote_and_space, opens_quote};

/// Most words between head and name: وكالة الأنباء الأرمينية أرمنبريس has two.
const MAX_BETWEEN: usize = 3;

impl Scan<'_> {
    /// The medium whose head ends before token `start`.
    pub(super) fn medium(&self, head: MediaHead, start: usize) -> Option<ListedName> {
        for at in start..=start + MAX_BETWEEN {
            if let Some(found) = self.medium_named(head, at) {
                return Some(self.with_tail(head, at, found));
            }
            if self.gap(at) != Juncture::Joins || !self.belongs_to(head, at) {
                return None;
            }
        }
        None
    }

    /// The medium whose bare name begins with token `at`.
    fn medium_named(&self, head: MediaHead, at: usize) -> Option<ListedName> {
        if self.gap(at) != Juncture::Joins && !opens_quote(self.between(at)) {
            return None;
        }
        let mut best = None;
        self.each_whole_end(at, |end, value| {
            let is_medium = |sense: &&NameSense| {
                sense.kind == EntityType::Org
                    && sense.when != NameCondition::Agreeing
                    && (!head.shared || self.gazetteer.media.contains(&sense.entity))
            };
            if let Some(sense) = value.senses.iter().find(is_medium) {
                best = Some(self.found(end, sense.entity, sense.kind));
            }
        });
        best
    }

    /// `found`, whose bare name begins with token `at`, with the closing
    /// quotation mark and the words after it that belong to the head.
    fn with_tail(&self, head: MediaHead, at: usize, mut found: ListedName) -> ListedName {
        let quoted = opens_quote(self.between(at));
        let mut end = found.end;
        if quoted && let Some(len) = closing_quote(self.after(end)) {
            found.end_byte += len;
            if !is_quote_and_space(self.between(end)) {
                return found;
            }
        } else if self.gap(end) != Juncture::Joins {
            return found;
        }
        while self.belongs_to(head, end) {
            end += 1;
            found = self.found(end, found.entity, found.kind);
            if self.gap(end) != Juncture::Joins {
                break;
            }
        }
        found
    }

    /// Whether token `at` is an adjective of a state that agrees with the
    /// head, or one of the words that media names hold.
    fn belongs_to(&self, head: MediaHead, at: usize) -> bool {
        let mut belongs = false;
        self.each_whole_end(at, |end, value| {
            belongs |= end == at + 1
                && (value.media_tail
                    || value.media_filler
                    || value.senses.iter().any(|sense| {
                        sense.agreement.is_some_and(|found| {
                            found.definite
                                && found.gender == head.gender
                                && found.gender != Gender::Plural
                        })
                    }));
        });
        belongs
    }

    /// The text after token `end - 1`.
    fn after(&self, end: usize) -> &str {
        let last = end.checked_sub(1).and_then(|i| self.tokens.get(i));
        last.and_then(|token| self.text.get(token.span.end as usize..))
            .unwrap_or_default()
    }
}
