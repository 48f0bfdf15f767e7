//! The Arabic language as text: folding for matching, words, proclitics.
//!
//! Pure functions over `&str`. Knows nothing of articles, files or windows.

mod chars;
mod clitics;
mod fold;
mod folded_text;
mod stem;
mod tokenize;

pub use chars::{is_arabic_letter, is_format_control, is_mark};
pub use clitics::{ArticleForm, ProcliticSplit, proclitic_splits};
pub use fold::{fold, fold_char, fold_into};
pub use folded_text::FoldedText;
pub use stem::stem_into;
pub use tokenize::{Token, TokenKind, Tokens, count_words, tokens};
