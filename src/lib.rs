//! Warraq: a native desktop explorer for Arabic news corpora.
//!
//! `ARCHITECTURE.md` says what each layer is for and what it must not know.

pub mod base;
pub mod text;
