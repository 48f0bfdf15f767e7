//! What does a reader ask for, and where does the index of a corpus have it?
//!
//! [`Query::parse`] turns text into a [`Query`] and a list of problems, never
//! into nothing where something can be understood. [`Query::search`] turns a
//! query into an [`Answer`]: hits in the order of the corpus, and articles.
//!
//! # The language
//!
//! | written | finds |
//! |---|---|
//! | `وزارة الدفاع` | articles with both words; every hit of either in them |
//! | `"وزارة الدفاع"` | the words one after another; `*` inside stands for any one word |
//! | `وزار*` `?زارة` | `*` any letters or none, `?` (or `؟`) one letter |
//! | `/وز.*ه/` | forms that a regular expression matches from end to end |
//! | `باكو OR يريفان`, `باكو \| يريفان` | either |
//! | `NOT باكو`, `-باكو` | articles without it |
//! | `(باكو OR يريفان) هدنة` | brackets |
//! | `باكو NEAR/5 هدنة` | hits of the first with a hit of the second at most 5 words away |
//! | `period:2020` `source:"…"` `entity:…` `date:2020-10..2020-11` | articles; any other column of the index by its header |
//!
//! OR binds least, then words side by side (or AND), then NOT, then NEAR, which
//! goes from the first to the last. Keys may be Arabic: `فترة:` `مصدر:` `علم:`
//! `تاريخ:`. Several restrictions of one key side by side mean any of them;
//! in brackets of its own each stands alone. Between two parts `أو` is OR, `ليس`
//! is NOT and `قرب/5` is NEAR/5; quoted, alone, first or last they are words, for
//! every text has them. `or` is no operator.
//! A hit of NEAR is one of its first part; two hits are as far apart as their
//! nearest tokens, neighbours by 1, and hits that share a token are not near
//! each other. A date is in a range if all days it may mean are.
//! Signs inside a word that part it into several tokens, as in `كوفيد-19`, make
//! a phrase of it.
//!
//! Knows no concordance, no count and no window.

mod answer;
mod ast;
mod bits;
mod block;
mod cursor;
mod evaluate;
mod forms;
mod level;
mod lex;
mod narrow;
mod nearness;
mod operators;
mod parse;
mod parts;
mod pattern;
mod places;
mod plan;
mod print;
mod problem;
mod resolve;
mod restrict;
mod search;
mod span;
mod terms;
mod types;
mod values;

pub use answer::{Answer, Hit, Match};
pub use ast::{Column, Near, Node, Place, Restriction, RestrictionValue, Term, Wanted};
pub use forms::MatchedForm;
pub use level::{Level, Options, Searchable, Typing};
pub use parse::Parsed;
pub use problem::{QueryProblem, QueryProblemKind};

use std::fmt;

/// What a reader looks for; [`fmt::Display`] writes it in the language above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    root: Node,
}

impl Query {
    /// The query of a tree.
    #[must_use]
    pub fn new(root: Node) -> Self {
        Self { root }
    }

    /// The query as a tree.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.root
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}
