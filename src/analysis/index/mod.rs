//! Which words stand where in a corpus?
//!
//! The index: columns over *positions*, in the tradition of the Corpus
//! Workbench (Evert and Hardie 2011).
//!
//! A position numbers the tokens of the whole corpus, article after article. A
//! *type* is a form exactly as it is written; types are numbered by the order
//! of their bytes. What depends only on a word is kept for each type: its
//! *folded* form (numbered in alphabetical order, so that comparing numbers
//! sorts words) and, for each folded form, its *stem*. Nothing is ever
//! computed for each token but its type.
//!
//! Knows no query, no file and no name.

mod build;
mod collect;
mod groups;
mod interner;
mod lexicon;
mod lookup;
mod postings;
mod sections;
mod strings;

pub use build::{BuildError, TokenSource};
pub use sections::{SectionFault, SectionId};

use crate::arabic::{TokenKind, tokens};
use crate::base::{ArticleId, ByteSpan, PlainColumn};
use groups::Groups;
use lookup::Lookup;
use std::ops::Range;
use strings::Strings;

/// A type: the number of a form as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// The number of a folded form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldId(pub u32);

/// The number of a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StemId(pub u32);

/// The index of a corpus: immutable columns.
/// Positions are plain numbers, for their columns are long.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Index {
    /// The type of each position.
    tokens: PlainColumn<u32>,
    /// The first byte of each token in the text of its article.
    starts: PlainColumn<u32>,
    /// The first position of each article; one more for the end.
    article_starts: PlainColumn<u32>,
    /// The forms of the types.
    forms: Strings,
    /// The positions of each type, one type after another.
    postings: PlainColumn<u32>,
    /// Where the postings of each type start; one more for the end.
    posting_starts: PlainColumn<u32>,
    /// Folded forms and their types.
    folds: Groups,
    /// How often each folded form occurs.
    fold_freqs: PlainColumn<u32>,
    fold_lookup: Lookup,
    /// Stems and their folded forms.
    stems: Groups,
}

impl Index {
    /// The number of tokens of the corpus.
    #[must_use]
    pub fn n_tokens(&self) -> u32 {
        strings::small(self.tokens.len())
    }

    /// The number of types.
    #[must_use]
    pub fn n_types(&self) -> usize {
        self.forms.len()
    }

    /// The number of folded forms.
    #[must_use]
    pub fn n_folds(&self) -> usize {
        self.folds.heads.len()
    }

    /// The number of stems.
    #[must_use]
    pub fn n_stems(&self) -> usize {
        self.stems.heads.len()
    }

    /// The number of articles.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.article_starts.len().saturating_sub(1)
    }

    /// The type of each position, as the number in a [`TypeId`].
    #[must_use]
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    /// The first byte of each token in the text of its article.
    #[must_use]
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// The first position of each article, and one more for the end of the last.
    #[must_use]
    pub fn article_starts(&self) -> &[u32] {
        &self.article_starts
    }

    /// The positions of an article; none for one that is not of this corpus.
    #[must_use]
    pub fn positions_of(&self, article: ArticleId) -> Range<u32> {
        let start = self.article_starts.get(article.index());
        let end = self.article_starts.get(article.index() + 1);
        start.zip(end).map_or(0..0, |(start, end)| *start..*end)
    }

    /// The article of a position; the last article for one past the end.
    #[must_use]
    pub fn article_of(&self, position: u32) -> ArticleId {
        let n = self
            .article_starts
            .partition_point(|start| *start <= position);
        ArticleId(strings::small(n.min(self.n_articles())).saturating_sub(1))
    }

    /// Where the token at `position` stands in the text of its article.
    #[must_use]
    pub fn span(&self, position: u32) -> ByteSpan {
        let start = self.starts.get(position as usize).copied().unwrap_or(0);
        let n_bytes = self
            .tokens
            .get(position as usize)
            .map_or(0, |form| self.form_bytes(*form).len());
        ByteSpan::new(start, start.saturating_add(strings::small(n_bytes)))
    }

    /// The type at `position`.
    #[must_use]
    pub fn type_at(&self, position: u32) -> Option<TypeId> {
        self.tokens.get(position as usize).copied().map(TypeId)
    }

    /// The form of a type, as it is written.
    #[must_use]
    pub fn form(&self, id: TypeId) -> &str {
        self.forms.get(id.0)
    }

    fn form_bytes(&self, id: u32) -> &[u8] {
        self.forms.bytes_of(id)
    }

    /// The type of that form.
    #[must_use]
    pub fn type_of(&self, form: &str) -> Option<TypeId> {
        self.forms.find(form).map(TypeId)
    }

    /// Whether a type is a word or a number.
    #[must_use]
    pub fn kind(&self, id: TypeId) -> TokenKind {
        let first = tokens(self.form(id)).next();
        first.map_or(TokenKind::Word, |token| token.kind)
    }

    /// How often a type occurs.
    #[must_use]
    pub fn freq(&self, id: TypeId) -> u32 {
        strings::small(self.postings(id).len())
    }

    /// The positions of a type, ascending.
    #[must_use]
    pub fn postings(&self, id: TypeId) -> &[u32] {
        let start = self.posting_starts.get(id.0 as usize);
        let end = self.posting_starts.get(id.0 as usize + 1);
        start.zip(end).map_or(&[], |(start, end)| {
            self.postings
                .get(*start as usize..*end as usize)
                .unwrap_or_default()
        })
    }

    /// The folded form of each type, as the number in a [`FoldId`].
    #[must_use]
    pub fn folds(&self) -> &[u32] {
        &self.folds.head_of
    }

    /// The folded form of a type.
    #[must_use]
    pub fn fold_of(&self, id: TypeId) -> FoldId {
        FoldId(self.folds.head_of.get(id.0 as usize).copied().unwrap_or(0))
    }

    /// A folded form.
    #[must_use]
    pub fn folded(&self, id: FoldId) -> &str {
        self.folds.heads.get(id.0)
    }

    /// A folded form as UTF-8.
    #[must_use]
    pub fn folded_bytes(&self, id: FoldId) -> &[u8] {
        self.folds.heads.bytes_of(id.0)
    }

    /// The number of a folded form.
    #[must_use]
    pub fn fold_id(&self, folded: &str) -> Option<FoldId> {
        self.fold_lookup.find(&self.folds.heads, folded).map(FoldId)
    }

    /// The folded forms that begin with `prefix`, as numbers in a [`FoldId`].
    #[must_use]
    pub fn folds_with_prefix(&self, prefix: &str) -> Range<u32> {
        self.folds.heads.with_prefix(prefix)
    }

    /// All folded forms one after another, and where each ends, in bytes: for
    /// looking through all of them at once.
    #[must_use]
    pub fn all_folded(&self) -> (&[u8], &[u32]) {
        (&self.folds.heads.bytes, &self.folds.heads.ends)
    }

    /// The types of a folded form, ascending, as the numbers in a [`TypeId`].
    #[must_use]
    pub fn types_of(&self, id: FoldId) -> &[u32] {
        self.folds.members_of(id.0)
    }

    /// How often a folded form occurs.
    #[must_use]
    pub fn fold_freq(&self, id: FoldId) -> u32 {
        self.fold_freqs.get(id.0 as usize).copied().unwrap_or(0)
    }

    /// The stem of a folded form.
    #[must_use]
    pub fn stem_of(&self, id: FoldId) -> StemId {
        StemId(self.stems.head_of.get(id.0 as usize).copied().unwrap_or(0))
    }

    /// A stem.
    #[must_use]
    pub fn stem(&self, id: StemId) -> &str {
        self.stems.heads.get(id.0)
    }

    /// The number of a stem.
    #[must_use]
    pub fn stem_id(&self, stem: &str) -> Option<StemId> {
        self.stems.heads.find(stem).map(StemId)
    }

    /// The folded forms of a stem, ascending, as the numbers in a [`FoldId`].
    #[must_use]
    pub fn folds_of_stem(&self, id: StemId) -> &[u32] {
        self.stems.members_of(id.0)
    }
}
