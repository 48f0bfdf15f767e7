//! What can a word be, and how may words be joined?
//!
//! Classes of words, their letters and proclitics, what stands between two of
//! them. Knows no entity and no list of names: a [`Trie`] holds whatever its
//! owner says.

mod cut;
mod form;
mod gap;
mod letters;
mod lexicon;
mod trie;
mod vocabulary;

pub(super) use cut::{Cut, Shape, WordKey};
pub(super) use form::{
    FormId, NameForm, NameForms, NameStart, Peel, Trigger, form_of, forms, word_of,
};
pub(super) use gap::{Juncture, closing_quote, is_quote, is_quote_and_space, opens_quote};
pub use lexicon::{Classes, Lexicon, WordClass};
pub(super) use trie::{NodeId, Trie, WordId};
pub(super) use vocabulary::{Vocabulary, type_bit};
