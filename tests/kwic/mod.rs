//! The concordance pane in a window without a display: which words stand where,
//! what keys and mouse do, and what screen readers hear.

mod keys;
mod lists;
mod look;
mod mouse;
mod order;
mod support;
