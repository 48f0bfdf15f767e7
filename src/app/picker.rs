//! The system's dialog that asks for a folder: the only place that uses rfd.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

/// A dialog that may be open. One at a time.
#[derive(Default)]
pub(super) struct Picker {
    answer: Option<Receiver<Option<PathBuf>>>,
}

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
    }

    /// The folder that was chosen since the last call.
    pub(super) fn poll(&mut self) -> Option<PathBuf> {
        match self.answer.as_ref()?.try_recv() {
            Ok(folder) => {
                self.answer = None;
                folder
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
        }
    }
}
