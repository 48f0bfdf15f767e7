//! The system's dialog that asks for a folder: the only place that uses rfd.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::time::{Duration, Instant};

/// A dialog that may be open. One at a time.
#[derive(Default)]
pub(super) struct Picker {
    answer: Option<Receiver<Option<PathBuf>>>,
    opened: Option<Instant>,
}

/// What came of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// The reader chose a folder.
    Folder(PathBuf),
    /// The dialog was gone before a reader could have closed it: this system
    /// has none.
    NoDialog,
}

/// Nobody closes a dialog as quickly as this.
const TOO_QUICK: Duration = Duration::from_millis(250);

impl Picker {
    /// Opens the dialog over the window of `frame`, starting in `start`.
    /// `wake` is called when the reader has answered. Does nothing while a
    /// dialog is open.
    pub(super) fn pick(
        &mut self,
        frame: &eframe::Frame,
        title: &str,
        start: Option<PathBuf>,
        wake: impl Fn() + Send + 'static,
    ) {
        if self.answer.is_some() {
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_parent(frame);
        if let Some(start) = start {
            dialog = dialog.set_directory(start);
        }
        // Created on the window's thread, as some systems require, and awaited
        // on another, so that no frame waits for it.
        let asked = dialog.pick_folder();
        let (sender, answer) = sync_channel(1);
        let spawned = std::thread::Builder::new()
            .name("folder-dialog".to_owned())
            .spawn(move || {
                let folder = pollster::block_on(asked);
                let _ = sender.send(folder.map(|folder| folder.path().to_path_buf()));
                wake();
            });
        self.answer = spawned.is_ok().then_some(answer);
        self.opened = Some(Instant::now());
    }

    /// What came of the dialog since the last call; a reader who closed it
    /// without a choice wants nothing.
    pub(super) fn poll(&mut self) -> Option<Picked> {
        let answer = match self.answer.as_ref()?.try_recv() {
            Ok(folder) => folder,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        self.answer = None;
        let was_quick = self.opened.take()?.elapsed() < TOO_QUICK;
        match answer {
            Some(folder) => Some(Picked::Folder(folder)),
            None => was_quick.then_some(Picked::NoDialog),
        }
    }
}
