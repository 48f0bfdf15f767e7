//! Which number do these words and digits say?
//!
//! Numbers are written in digits of three systems, in words with their genders
//! and cases, or mixed ("10 آلاف", "3.5 مليون").
//!
//! A word is classified alone ([`number_word`]); the parts
//! of a number are then put together, in reading order, by [`NumberBuilder`].
//! Pure arithmetic over folded words; what is counted is for others to say.
//!
//! Knows no sentence and no thing counted.

mod build;
mod digits;
mod words;

pub use build::{Joint, NumberBuilder, parse_number};
pub use digits::{Digits, read_digits};
pub use words::{NumberWord, Scale, Vague, number_word};
pub(crate) use words::{Numeral, numerals};
