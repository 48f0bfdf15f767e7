//! What the handling of commands asks of the widgets.

/// Things that the handling of commands asks of the widgets.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a request of its own, and none excludes another"
)]
pub(in crate::app) struct Requests {
    /// Bring this byte of the open article into view.
    pub(in crate::app) reveal_byte: Option<u32>,
    /// Bring this byte of the open article into the middle of the pane.
    pub(in crate::app) middle_byte: Option<u32>,
    /// Put the caret at this byte of the open article, where there is one.
    pub(in crate::app) caret_to: Option<u32>,
    /// Bring the open article into view in the list.
    pub(in crate::app) reveal_row: bool,
    /// Bring this row of the concordance into view, and select it.
    pub(in crate::app) reveal_line: Option<usize>,
    /// Put the caret into the search field.
    pub(in crate::app) focus_search: bool,
    /// Put this text into the search field.
    pub(in crate::app) search_text: Option<String>,
    /// Select the whole article.
    pub(in crate::app) select_all: bool,
    /// Open the menu of what is selected, or of the mention stepped to.
    pub(in crate::app) repair: bool,
    /// Open the menu of the words selected or at the caret.
    pub(in crate::app) context_menu: bool,
    /// Put a caret into the text, or take it away.
    pub(in crate::app) caret: bool,
    /// Copy the selection.
    pub(in crate::app) copy: bool,
    /// Copy the selection and where it stands.
    pub(in crate::app) copy_with_source: bool,
    /// Ask for a folder.
    pub(in crate::app) pick_folder: bool,
    /// Put this on the clipboard.
    pub(in crate::app) copy_text: Option<String>,
    /// The same as HTML.
    pub(in crate::app) copy_html: Option<String>,
    /// Ask where to save, and propose this name.
    pub(in crate::app) save_as: Option<String>,
    /// Set articles in the family of `reading_family`.
    pub(in crate::app) change_family: bool,
    /// Close the window.
    pub(in crate::app) quit: bool,
}
