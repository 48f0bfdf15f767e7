//! The Arabic language as text: folding for matching, words, proclitics, pronouns.
//!
//! Pure functions over `&str`. Knows nothing of articles, files or windows.

mod attached;
mod chars;
mod clitics;
mod fold;
mod fold_switch;
mod fold_with;
pub mod numerals;
mod stem;
mod tokenize;

pub use attached::{
    attached_forms, attached_prefixes, bases, ends_in_teh_marbuta, has_base_with_start,
};
pub use chars::{is_arabic_letter, is_format_control, is_mark};
pub use clitics::{ArticleForm, ProcliticSplit, proclitic_splits};
pub use fold::{fold, fold_char, fold_into, written_len};
pub use fold_switch::Fold;
pub use fold_with::{Folds, fold_with};
pub use stem::stem_into;
pub use tokenize::{Token, TokenKind, Tokens, count_words, tokens};
