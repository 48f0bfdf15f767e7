//! What must hold of any foreign data, for libFuzzer (`targets`) and for a run
//! of bounded time without it (`bounded.rs`, a module of `tests/domain.rs`).

pub mod cache;
pub mod decode;
pub mod entities;
pub mod index;
pub mod mutation;
pub mod query;
pub mod settings;
