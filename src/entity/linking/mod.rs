//! Whom does a name of an article name?
//!
//! Three steps, each only where the one before has no answer:
//!
//! 1. lists: the recogniser hands over the entities that it knows;
//! 2. the article (`article.rs`): a family name alone is the person whose full
//!    name the article gives, if it gives only one;
//! 3. the corpus: names with the same key (`spelling`) are one entity, and a
//!    key that only one listed entity has leads to that.
//!
//! A wrong merge is worse than a missed one, so keys are equal only where the
//! spelling leaves no doubt; what is merely likely is a [`Proposal`]. Knows
//! names that were found, not how.

mod article;
mod proposals;

pub(super) use article::{LinkedName, LinkedSpot, Linker};
pub(super) use proposals::propose;
pub use proposals::{Likeness, Proposal};
