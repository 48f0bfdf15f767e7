//! Warraq: a native desktop explorer for Arabic news corpora.
//!
//! `ARCHITECTURE.md` says what each layer is for and what it must not know.

#![forbid(unsafe_code)]

pub mod analysis;
pub mod app;
pub mod arabic;
pub mod base;
pub mod corpus;
pub mod entity;
pub mod files;
pub mod jobs;
pub mod text;
pub mod texts;
pub mod ui;
