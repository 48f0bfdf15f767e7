//! The index as pieces of a file, and back.

use super::groups::{Groups, is_table_of_starts};
use super::lookup::Lookup;
use super::strings::Strings;
use super::{Index, strings};
use crate::base::PlainColumn;
use bytemuck::Pod;
use bytes::Bytes;
use rayon::prelude::*;

/// Names a piece of the index in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub u32);

/// A piece that is missing or contradicts the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionFault(pub SectionId);

const TOKENS: SectionId = SectionId(1);
const STARTS: SectionId = SectionId(2);
const ARTICLE_STARTS: SectionId = SectionId(3);
const FORM_ENDS: SectionId = SectionId(4);
const FORM_BYTES: SectionId = SectionId(5);
const POSTINGS: SectionId = SectionId(6);
const POSTING_STARTS: SectionId = SectionId(7);
const FOLD_FREQS: SectionId = SectionId(8);
const FOLD_LOOKUP: SectionId = SectionId(9);
/// The first of the five pieces of a group.
const FOLDS: SectionId = SectionId(16);
const STEMS: SectionId = SectionId(24);

impl Index {
    /// The pieces that [`Index::from_sections`] reads, in the byte order of
    /// this machine.
    #[must_use]
    pub fn sections(&self) -> Vec<(SectionId, &[u8])> {
        let mut sections = vec![
            (TOKENS, self.tokens.as_bytes()),
            (STARTS, self.starts.as_bytes()),
            (ARTICLE_STARTS, self.article_starts.as_bytes()),
            (FORM_ENDS, self.forms.ends.as_bytes()),
            (FORM_BYTES, self.forms.bytes.as_bytes()),
            (POSTINGS, self.postings.as_bytes()),
            (POSTING_STARTS, self.posting_starts.as_bytes()),
            (FOLD_FREQS, self.fold_freqs.as_bytes()),
            (FOLD_LOOKUP, self.fold_lookup.slots.as_bytes()),
        ];
        for (SectionId(first), groups) in [(FOLDS, &self.folds), (STEMS, &self.stems)] {
            let pieces = [
                groups.heads.ends.as_bytes(),
                groups.heads.bytes.as_bytes(),
                groups.head_of.as_bytes(),
                groups.members.as_bytes(),
                groups.starts.as_bytes(),
            ];
            sections.extend((first..).map(SectionId).zip(pieces));
        }
        sections
    }

    /// The index in the pieces that `section` gives. What they say is checked
    /// as far as a later look could stumble over it: numbers lie inside their
    /// tables, tables ascend. That the pieces are those once written is for
    /// the checksums of the file.
    ///
    /// # Errors
    /// [`SectionFault`] names the first piece that is missing or broken.
    pub fn from_sections(
        section: impl Fn(SectionId) -> Option<Bytes>,
    ) -> Result<Self, SectionFault> {
        let groups = |first: SectionId| {
            let piece = |n| SectionId(first.0 + n);
            Ok(Groups {
                heads: Strings {
                    ends: column(&section, piece(0))?,
                    bytes: column(&section, piece(1))?,
                },
                head_of: column(&section, piece(2))?,
                members: column(&section, piece(3))?,
                starts: column(&section, piece(4))?,
            })
        };
        let index = Self {
            tokens: column(&section, TOKENS)?,
            starts: column(&section, STARTS)?,
            article_starts: column(&section, ARTICLE_STARTS)?,
            forms: Strings {
                ends: column(&section, FORM_ENDS)?,
                bytes: column(&section, FORM_BYTES)?,
            },
            postings: column(&section, POSTINGS)?,
            posting_starts: column(&section, POSTING_STARTS)?,
            fold_freqs: column(&section, FOLD_FREQS)?,
            fold_lookup: Lookup {
                slots: column(&section, FOLD_LOOKUP)?,
            },
            folds: groups(FOLDS)?,
            stems: groups(STEMS)?,
        };
        index.check()?;
        Ok(index)
    }

    fn check(&self) -> Result<(), SectionFault> {
        let n_tokens = self.tokens.len();
        let n_types = strings::small(self.n_types());
        let checks: [(SectionId, &(dyn Fn() -> bool + Sync)); 8] = [
            (TOKENS, &|| {
                strings::small(n_tokens) < u32::MAX
                    && self.tokens.par_iter().all(|token| *token < n_types)
            }),
            (STARTS, &|| self.starts.len() == n_tokens),
            (ARTICLE_STARTS, &|| {
                let starts = &self.article_starts;
                is_table_of_starts(starts, self.n_articles(), n_tokens)
                    || (starts.is_empty() && n_tokens == 0)
            }),
            (FORM_ENDS, &|| {
                self.forms.is_sound() && self.forms.is_sorted()
            }),
            (POSTINGS, &|| {
                self.postings.len() == n_tokens
                    && is_table_of_starts(&self.posting_starts, self.n_types(), n_tokens)
                    && self
                        .postings
                        .par_iter()
                        .all(|position| (*position as usize) < n_tokens)
            }),
            (FOLD_FREQS, &|| self.fold_freqs.len() == self.n_folds()),
            (FOLDS, &|| {
                self.folds.is_sound(self.n_types()) && self.fold_lookup.is_sound(&self.folds.heads)
            }),
            (STEMS, &|| self.stems.is_sound(self.n_folds())),
        ];
        let fault = checks
            .into_par_iter()
            .find_first(|(_, is_sound)| !is_sound());
        fault.map_or(Ok(()), |(id, _)| Err(SectionFault(id)))
    }
}

fn column<T: Pod>(
    section: &impl Fn(SectionId) -> Option<Bytes>,
    id: SectionId,
) -> Result<PlainColumn<T>, SectionFault> {
    section(id)
        .and_then(PlainColumn::from_bytes)
        .ok_or(SectionFault(id))
}
