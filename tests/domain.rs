//! Everything that needs no window: texts, corpora, names, the index, what is
//! counted in it, and the files that keep it. One program, because each one
//! links the whole library.

mod export_readers;
#[path = "fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "a package of its own for libFuzzer, too")]
mod fuzz;
#[path = "fuzz/bounded.rs"]
mod fuzz_bounded;
#[path = "casualties/respelt.rs"]
mod respelt;

mod arabic;
mod cache;
mod cache_kill;
mod casualties;
mod concordance;
mod corpus;
mod corpus_decode;
mod corpus_index;
mod corpus_oracle;
mod entity;
mod entity_corpus;
mod entity_definitions;
mod entity_properties;
mod entity_rules;
mod expressions;
mod faults;
mod files;
mod index;
mod names_export;
mod query;
mod reopen;
mod repair;
mod seeds_originality;
mod settings;
mod statistics;
mod study;
mod texts;
mod watch;
mod words;
