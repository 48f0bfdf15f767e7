//! Where do the words stand now that a reader spoke of?
//!
//! An [`Overlay`] lays the readings of definition files over an article. Knows
//! no gazetteer and no mention.

mod occurrences;
mod overlay;
mod places;

pub(super) use overlay::{Applied, Overlay};
