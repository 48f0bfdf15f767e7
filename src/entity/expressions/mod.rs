//! Which dates, clock times and counts of casualties does a text say?
//!
//! An [`ExpressionFinder`] cuts a text into tokens and looks up what each word
//! form can mean (`forms.rs`, `lexicon.rs`); nearly all mean nothing and cost
//! no more. Grammars over the rest find numbers (`number.rs`), calendar
//! expressions (`dates/`), clock times (`clock.rs`) and counts of people
//! (`casualties/`). What the words are is in tables (`assets/words`), and rules
//! see them folded: no spelling of a hamza changes what is found. Tashkeel is
//! looked at in one place, where it tells a dual from a plural. Spans follow
//! the annotation guidelines: proclitics outside, منذ inside, صباح and مساء
//! before a date outside.
//!
//! Knows no name and no other text.

mod casualties;
mod clock;
mod dates;
mod finder;
mod forms;
mod grammar;
mod lexicon;
mod markers;
mod number;
mod sense;
mod value;

pub use finder::{ExpressionFinder, find_expressions};
pub use value::{
    CasualtyKind, CasualtyValue, Comparison, DateKind, DateValue, Expression, ExpressionValue,
    Resolution, TimeValue, Who,
};
