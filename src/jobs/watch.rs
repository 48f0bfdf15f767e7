//! Tells that files of a folder have changed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{EventKind, MetadataKind, ModifyKind, RemoveKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Waker;
use crate::base::messages;

/// A burst of changes is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(250);
/// A burst that does not end is reported after so long.
const LONGEST: Duration = Duration::from_secs(1);

messages! {
    /// Why changes of a folder are not told, or are told no longer. The reader
    /// can still ask for a look at the folder.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum WatchFault {
        /// The system watches no more folders.
        Limit => Warning "watch-limit",
        /// There is no such folder any more.
        Gone => Warning "watch-gone",
        /// The system or the file system cannot watch.
        Unsupported => Warning "watch-unsupported",
    }
}

impl WatchFault {
    fn of(error: &notify::Error) -> Self {
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::Limit,
            notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => Self::Gone,
            notify::ErrorKind::Io(io) => match io.kind() {
                io::ErrorKind::NotFound => Self::Gone,
                // `inotify` says so when no more instances can be made.
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Limit,
                _ if io.raw_os_error() == Some(TOO_MANY_OPEN_FILES) => Self::Limit,
                _ => Self::Unsupported,
            },
            _ => Self::Unsupported,
        }
    }
}

/// `EMFILE`, which has no name in [`io::ErrorKind`]: Linux gives it when a
/// user has too many instances of `inotify`.
const TOO_MANY_OPEN_FILES: i32 = 24;

/// Watches a folder and everything in it. Dropping it ends the watch.
pub struct Watch {
    shared: Arc<Shared>,
    /// Owns the sender of changes: the thread that gathers them ends with it.
    _watcher: RecommendedWatcher,
}

struct Shared {
    root: PathBuf,
    has_changed: AtomicBool,
    fault: Mutex<Option<WatchFault>>,
}

impl Watch {
    /// Watches the folder at `root`, an absolute path without links. When
    /// files have changed, and again when watching fails, `waker` is called
    /// from another thread.
    ///
    /// # Errors
    /// [`WatchFault`] when the folder cannot be watched.
    pub fn start(root: &Path, waker: Waker) -> Result<Self, WatchFault> {
        let shared = Arc::new(Shared {
            root: root.to_path_buf(),
            has_changed: AtomicBool::new(false),
            fault: Mutex::new(None),
        });
        // One change that waits says as much as many.
        let (sender, changes) = sync_channel(1);
        let fault = |error: notify::Error| WatchFault::of(&error);
        let handler = {
            let shared = Arc::clone(&shared);
            move |event: notify::Result<Event>| shared.handle(event, &sender)
        };
        // What links lead to is found under its own name, or is not read.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler, config).map_err(fault)?;
        watcher
            .watch(root, RecursiveMode::Recursive)
            .map_err(fault)?;
        let gatherer = {
            let shared = Arc::clone(&shared);
            move || shared.gather(&changes, &waker)
        };
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(gatherer)
            .map_err(|_| WatchFault::Unsupported)?;
        Ok(Self {
            shared,
            _watcher: watcher,
        })
    }

    /// Whether something has changed since the last time this was asked.
    #[must_use]
    pub fn poll(&self) -> bool {
        self.shared.has_changed.swap(false, Ordering::AcqRel)
    }

    /// Why the watch does not tell all changes any more.
    #[must_use]
    pub fn fault(&self) -> Option<WatchFault> {
        let fault = self.shared.fault.lock();
        fault.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Watch").field(&self.shared.root).finish()
    }
}

impl Shared {
    /// Runs on the thread of the watcher.
    fn handle(&self, event: notify::Result<Event>, changes: &SyncSender<()>) {
        let fault = match event {
            Ok(event) if !self.matters(&event) => return,
            Ok(event) => self.is_end(&event).then_some(WatchFault::Gone),
            Err(error) => Some(WatchFault::of(&error)),
        };
        if let Some(fault) = fault {
            *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
        }
        // A full channel has a change that waits already.
        let _ = changes.try_send(());
    }

    /// Whether an event may change what the folder's corpus is.
    fn matters(&self, event: &Event) -> bool {
        if event.need_rescan() {
            return true;
        }
        // Reading is none; a change of permissions is one.
        let is_reading = matches!(
            event.kind,
            EventKind::Access(_)
                | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime))
        );
        !is_reading && event.paths.iter().any(|path| is_read(path, &self.root))
    }

    /// Whether an event is the end of the folder itself.
    fn is_end(&self, event: &Event) -> bool {
        let is_root = event.paths.first().is_some_and(|path| *path == self.root);
        let goes = matches!(
            event.kind,
            EventKind::Remove(RemoveKind::Folder | RemoveKind::Any | RemoveKind::Other)
                | EventKind::Modify(ModifyKind::Name(_))
        );
        is_root && goes
    }

    /// Gathers changes into bursts until the watcher is dropped.
    fn gather(&self, changes: &Receiver<()>, waker: &Waker) {
        while changes.recv().is_ok() {
            let deadline = Instant::now() + LONGEST;
            loop {
                let rest = deadline.saturating_duration_since(Instant::now());
                match changes.recv_timeout(QUIET.min(rest)) {
                    Ok(()) if !rest.is_zero() => {}
                    Ok(()) | Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            self.has_changed.store(true, Ordering::Release);
            waker();
        }
    }
}

/// Whether the loader looks at `path` in the folder `root`: nothing on the way
/// is hidden, and the file is not one that a program keeps while it writes
/// another.
fn is_read(path: &Path, root: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else {
        return false;
    };
    let is_hidden = |part: &std::ffi::OsStr| part.as_encoded_bytes().starts_with(b".");
    if relative.iter().any(is_hidden) {
        return false;
    }
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let temporary: [&[u8]; 6] = [b"~", b".tmp", b".part", b".swp", b".swx", b".crdownload"];
    relative.as_os_str().is_empty() || !temporary.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, Flag};

    use super::*;
    use crate::base::Message as _;

    #[test]
    fn what_the_loader_passes_over_is_no_change() {
        let root = Path::new("/corpus");
        for path in [
            "/corpus/a.txt",
            "/corpus/INDEX.md",
            "/corpus/x/y",
            "/corpus",
        ] {
            assert!(is_read(Path::new(path), root), "{path}");
        }
        for path in [
            "/corpus/.git/index",
            "/corpus/.a.txt.swp",
            "/corpus/a.txt~",
            "/corpus/a.tmp",
            "/other/a.txt",
        ] {
            assert!(!is_read(Path::new(path), root), "{path}");
        }
    }

    #[test]
    fn reading_is_no_change_and_lost_events_are() {
        let shared = Shared {
            root: PathBuf::from("/corpus"),
            has_changed: AtomicBool::new(false),
            fault: Mutex::new(None),
        };
        let event = |kind| Event::new(kind).add_path("/corpus/a.txt".into());
        let opened = AccessKind::Open(AccessMode::Any);
        assert!(!shared.matters(&event(EventKind::Access(opened))));
        assert!(shared.matters(&event(EventKind::Create(CreateKind::File))));
        assert!(!shared.matters(&Event::new(EventKind::Other)));
        assert!(shared.matters(&Event::new(EventKind::Other).set_flag(Flag::Rescan)));
    }

    #[test]
    fn errors_of_the_watcher_say_what_to_do() {
        let of = |kind| WatchFault::of(&notify::Error::new(kind));
        assert_eq!(of(notify::ErrorKind::MaxFilesWatch), WatchFault::Limit);
        assert_eq!(of(notify::ErrorKind::PathNotFound), WatchFault::Gone);
        let os = |number| notify::ErrorKind::Io(io::Error::from_raw_os_error(number));
        assert_eq!(of(os(TOO_MANY_OPEN_FILES)), WatchFault::Limit);
        let other = of(notify::ErrorKind::Generic("no".to_owned()));
        assert_eq!(other.code(), "watch-unsupported");
    }
}
