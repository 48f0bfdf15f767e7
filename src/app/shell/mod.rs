//! What stands around the views, and what ties them to a window?
//!
//! `app` is the program, frame by frame; the bars, the palette, the problems and
//! the keys are the same in every view; `native` has a real window and `screenshot`
//! none. Must not know the command line, nor how a command is carried out.

mod announcer;
mod app;
mod clipboard;
mod drop_hint;
mod focus;
pub(super) mod native;
mod palette;
mod path_field;
mod picker;
mod problems;
mod query_help;
pub mod screenshot;
mod shortcuts;
mod status_bar;
mod system_scale;
mod top_bar;
mod visuals;
mod window;

pub use app::App;
pub use clipboard::RichClipboard;
