//! What is an entity, a mention, and why is one marked?
//!
//! Plain values that every other room speaks of. Knows no file, no list of
//! names and no text.

mod basis;
mod entity;
mod kind;
mod mention;
mod spotted;

pub use basis::{Basis, Rule};
pub use entity::{Entity, Origin};
pub use kind::EntityType;
pub use mention::Mention;
pub use spotted::Spotted;
