//! How do two sets of articles differ?
//!
//! Words, n-grams and outlets of A beside those of B, as numbers for
//! [`crate::statistics::comparison`], which says what the numbers show. Near
//! copies count once, what is in both sets is in neither, and what misleads is
//! told as a [`ComparisonNotice`].
//!
//! Knows no formula, no name and no window.

mod articles;
mod function_words;
mod ngrams;
mod notice;
mod outlets;
mod words;

pub use articles::ComparedArticles;
pub use function_words::is_function_word;
pub use ngrams::ComparedNgrams;
pub use notice::ComparisonNotice;
pub use outlets::compared_outlets;
pub use words::ComparedWords;
