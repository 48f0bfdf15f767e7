//! The system's clipboard for what has more than one form: the only place that
//! uses arboard. Plain text alone goes through egui.

/// Takes what is copied as text and as HTML at once.
pub trait RichClipboard {
    /// Puts both there; `false` where the system refuses.
    fn put(&mut self, text: &str, html: &str) -> bool;
}

/// The clipboard of the system, from the first copy on: on X11 and Wayland what
/// was put there lives only as long as its owner.
#[derive(Default)]
pub(in crate::app) struct SystemClipboard {
    owner: Option<arboard::Clipboard>,
}

impl RichClipboard for SystemClipboard {
    fn put(&mut self, text: &str, html: &str) -> bool {
        if self.owner.is_none() {
            self.owner = arboard::Clipboard::new().ok();
        }
        let put = self
            .owner
            .as_mut()
            .map(|owner| owner.set_html(html, Some(text)));
        let is_put = put.is_some_and(|put| put.is_ok());
        if !is_put {
            // The next copy tries again from the start.
            self.owner = None;
        }
        is_put
    }
}
