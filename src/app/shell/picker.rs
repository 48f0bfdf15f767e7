//! The system's dialogs for folders and files: the only place that uses rfd.

use crate::app::command::Ask;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::time::{Duration, Instant};

/// A dialog that may be open. One at a time.
#[derive(Default)]
pub(in crate::app) struct Picker {
    answer: Option<Receiver<Option<PathBuf>>>,
    asked: Option<Ask>,
    opened: Option<Instant>,
}

/// What came of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::app) enum DialogAnswer {
    /// The reader chose a folder, or a file to save to.
    Path(PathBuf),
    /// The dialog was gone before a reader could have closed it: this system
    /// has none.
    NoDialog,
}

/// Nobody closes a dialog as quickly as this: it must come first, and be seen.
const TOO_QUICK: Duration = Duration::from_millis(700);

impl Picker {
    /// Opens the dialog over the window of `frame`. `wake` is called when the reader has answered. Does nothing while a
    /// dialog is open.
    pub(in crate::app) fn pick(
        &mut self,
        frame: &eframe::Frame,
        title: &str,
        ask: Ask,
        wake: impl Fn() + Send + 'static,
    ) {
        if self.answer.is_some() {
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_parent(frame);
        // Created on the window's thread, as some systems require, and awaited
        // on another, so that no frame waits for it.
        let asked: Pin<Box<dyn Future<Output = _> + Send>> = match &ask {
            Ask::Folder(start) => {
                if let Some(start) = start {
                    dialog = dialog.set_directory(start);
                }
                Box::pin(dialog.pick_folder())
            }
            Ask::Save(name) => Box::pin(dialog.set_file_name(name).save_file()),
        };
        let (sender, answer) = sync_channel(1);
        let spawned = std::thread::Builder::new()
            .name("file-dialog".to_owned())
            .spawn(move || {
                let chosen = pollster::block_on(asked);
                let _ = sender.send(chosen.map(|chosen| chosen.path().to_path_buf()));
                wake();
            });
        self.answer = spawned.is_ok().then_some(answer);
        self.asked = Some(ask);
        self.opened = Some(Instant::now());
    }

    /// What was asked for, and what came of the dialog since the last call; a
    /// reader who closed it without a choice wants nothing.
    pub(in crate::app) fn poll(&mut self) -> Option<(Ask, DialogAnswer)> {
        let answer = match self.answer.as_ref()?.try_recv() {
            Ok(chosen) => chosen,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        self.answer = None;
        let was_quick = self.opened.take()?.elapsed() < TOO_QUICK;
        let picked = match answer {
            Some(path) => DialogAnswer::Path(path),
            None if was_quick => DialogAnswer::NoDialog,
            None => return None,
        };
        Some((self.asked.take()?, picked))
    }
}
