//! What do counts say?
//!
//! How strongly two things attract each other, what is more frequent here than
//! there, how evenly something is spread, and which numbers chance alone may
//! bring.
//!
//! Each formula is here once, beside its source and with published values as
//! its test; whoever counts words, names or articles asks here. Frequencies are
//! told [per million](per_million), and what is significant is decided by
//! [`Significance`] alone. Knows numbers only: no words, no corpora, no names.

mod association;
mod beta;
pub mod comparison;
mod contingency;
mod dispersion;
mod false_discovery;
mod formula;
mod interval;
mod keyness;
mod rate;
mod significance;

pub use association::log_dice;
pub use contingency::Contingency;
pub(crate) use dispersion::{deviation, normalised, overlap};
pub use dispersion::{deviation_of_proportions, juilland_d, normalised_deviation};
pub use false_discovery::false_discovery_rates;
pub use formula::Formula;
pub use interval::Confidence;
pub use keyness::Keyness;
pub(crate) use rate::real;
pub use rate::{per_million, percent, share};
pub use significance::Significance;
