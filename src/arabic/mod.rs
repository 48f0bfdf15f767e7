//! Which words does a text have, and which spellings count as the same?
//!
//! Folding for matching, words, proclitics, pronouns, numerals.
//!
//! Pure functions over `&str`. Knows nothing of articles, files or windows.

mod attached;
mod chars;
mod clitics;
mod fold;
mod fold_switch;
mod fold_with;
mod forms;
pub mod numerals;
mod stem;
mod tokenize;
mod word_table;

pub use attached::{
    attached_forms, attached_prefixes, bases, ends_in_teh_marbuta, has_base_with_start,
    proclitic_forms,
};
pub use chars::{is_arabic_letter, is_format_control, is_mark};
pub use clitics::{ArticleForm, Peel, ProcliticSplit, Stem, each_stem, proclitic_splits};
pub use fold::{fold, fold_char, fold_into, written_len};
pub use fold_switch::Fold;
pub use fold_with::{Folds, fold_with};
pub use forms::{FormId, Forms};
pub use stem::stem_into;
pub use tokenize::{Token, TokenKind, Tokens, count_words, folded_words, tokens};
pub use word_table::{each_word, words_of};
