//! How do numbers look as a chart?
//!
//! Bars for periods, frequency over time, dispersion, shares, networks.
//!
//! `plotters` draws them on a backend of ours that writes down what is drawn.
//! The [`Drawing`] is plain data and looks the same everywhere: [`show`] puts
//! it in the window, [`to_svg`] and [`to_picture`] make files of it. Every text
//! is set by our typesetter, in files too, where it stands as outlines.
//!
//! Knows nothing of queries: the functions take numbers and words.

mod axis;
mod bars;
mod buckets;
mod dispersion;
mod dispersion_view;
mod drawing;
mod network;
mod network_frame;
mod paint;
mod picture;
mod recorder;
mod shares;
mod sheet;
mod svg;
mod time_labels;
mod timeline;
mod units;

pub use bars::{Bar, Bars, bars};
pub use buckets::{Bucket, buckets};
pub use dispersion::{
    DISPERSION_MOST, DISPERSION_ROW, DispersionRow, DispersionTexts, dispersion, dispersion_rows,
};
pub use dispersion_view::{DispersionLook, DispersionView};
pub use drawing::{Drawing, Mark, Pick, Spot, Writing};
pub use network::{Dot, Network, NetworkEdge, NetworkNode, network, node_room};
pub use network_frame::{NetworkFrame, NetworkKey};
pub use paint::{ChartResponse, show};
pub use picture::to_picture;
pub use shares::{ShareRow, Shares, shares, shares_height};
pub use sheet::Sheet;
pub use svg::to_svg;
pub use timeline::{TimeTexts, timeline};
