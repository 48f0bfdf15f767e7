//! What a defect leaves for the reader: a file on this computer, sent nowhere.

use crate::files::{Owner, put};
use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::panic::{PanicHookInfo, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The report of which the reader has not been told.
const NEW: &str = "panic-new.txt";
/// The report of which the reader was told last.
const TOLD: &str = "panic.txt";
/// So many of the last commands are named.
const MOST_STEPS: usize = 20;
/// Bytes above which a report takes no further panic: the first says most.
const MOST_BYTES: usize = 1 << 18;

/// The last commands, the last at the end. Of the whole process, as the hook is
/// that is called when a thread panics.
static STEPS: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());
/// Held while a report is written.
static WRITING: Mutex<()> = Mutex::new(());

/// Where reports of panics are kept; nowhere for tests and pictures.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct PanicReports {
    folder: Option<PathBuf>,
}

/// Notes what is about to be done, by its name; the same again is noted once.
pub(in crate::app) fn note_step(name: String) {
    let mut steps = STEPS.lock().unwrap_or_else(PoisonError::into_inner);
    if steps.back() == Some(&name) {
        return;
    }
    if steps.len() == MOST_STEPS {
        steps.pop_front();
    }
    steps.push_back(name);
}

impl PanicReports {
    /// Keeps reports in the data folder `folder`.
    pub(super) const fn at(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// From now on, a panic in any thread of the process leaves a report, which
    /// begins with `preface`. Those of tasks do, too, though the program goes
    /// on.
    pub(in crate::app) fn leave(&self, preface: String) {
        let Some(folder) = self.folder.clone() else {
            return;
        };
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            before(panic);
            let _one = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
            let path = folder.join(NEW);
            let earlier = fs::read_to_string(&path).unwrap_or_else(|_| format!("{preface}\n"));
            if earlier.len() < MOST_BYTES {
                let all = format!("{earlier}\n{}", report(panic));
                // There is nobody left to be told.
                let _ = put(&path, Owner::Program, all.as_bytes());
            }
        }));
    }

    /// The report of which the reader has not been told, if there is one; from
    /// now on it counts as told, and takes the place of the one before.
    pub(in crate::app) fn take(&self) -> Option<PathBuf> {
        let folder = self.folder.as_deref()?;
        let told = folder.join(TOLD);
        fs::rename(folder.join(NEW), &told).ok()?;
        Some(told)
    }
}

/// What is known of a panic, without any text of the corpus.
fn report(panic: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let mut report = format!(
        "Warraq {}, {} {}, {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M:%SZ"),
    );
    let _ = writeln!(report, "thread: {}", thread.name().unwrap_or("-"));
    if let Some(place) = panic.location() {
        let _ = writeln!(report, "place: {}", short(place.file(), place.line()));
    }
    let said = panic.payload_as_str().unwrap_or_default();
    let _ = writeln!(report, "message: {}", without_texts(said));
    report.push_str("last commands:\n");
    // Who panics while noting a command holds the lock.
    if let Ok(steps) = STEPS.try_lock() {
        for step in steps.iter() {
            let _ = writeln!(report, "  {step}");
        }
    }
    let _ = writeln!(report, "backtrace:\n{}", Backtrace::force_capture());
    report
}

/// The last parts of a source file's path, and the line.
fn short(file: &str, line: u32) -> String {
    let file = Path::new(file);
    let parts: PathBuf = file
        .iter()
        .rev()
        .take(4)
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .collect();
    format!("{}:{line}", parts.display())
}

/// `message` without what it quotes and without letters of other scripts:
/// Rust's own messages quote the string that was cut at a wrong place.
fn without_texts(message: &str) -> String {
    let mut kept = String::new();
    let mut quote = None;
    for c in message.chars() {
        match (quote, c) {
            (Some(end), c) if c == end => quote = None,
            (Some(_), _) => continue,
            (None, '`' | '"' | '\'') => quote = Some(c),
            (None, c) if c.is_ascii() => {
                kept.push(c);
                continue;
            }
            (None, _) => {}
        }
        if !kept.ends_with('…') {
            kept.push('…');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{Executor, Outcome, Task};
    use std::process::{Command, Stdio};
    use std::sync::Arc;
    use std::time::Duration;

    /// Names the folder that the child leaves its report in.
    const FOLDER_VARIABLE: &str = "WARRAQ_TEST_PANIC_FOLDER";
    const ARTICLE: &str = "أعلنت وزارة الخارجية";

    /// The child: a task panics, then the program. Without the variable this
    /// is no child, and there is nothing to do.
    #[test]
    fn child_that_panics() {
        let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else {
            return;
        };
        PanicReports::at(Some(folder.into())).leave("preface".to_owned());
        for n in 0..30 {
            note_step(format!("Step{n}"));
            note_step(format!("Step{n}"));
        }
        let threads = Executor::Threads(Arc::new(|| {}));
        let mut task: Task<()> = Task::start(&threads, "search", |_, _| {
            let (_, _) = ARTICLE.split_at(3);
            Ok(())
        });
        let outcome = task.wait(Duration::from_mins(1));
        assert!(matches!(outcome, Some(Outcome::Panicked(_))));
        panic!("the end of {ARTICLE} \"{ARTICLE}\"");
    }

    #[test]
    fn a_panic_leaves_a_report_of_which_the_reader_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let reports = PanicReports::at(Some(folder.path().join("data")));
        assert_eq!(reports.take(), None);
        let ended = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "app::storage::panics::tests::child_that_panics"])
            .env(FOLDER_VARIABLE, folder.path().join("data"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(!ended.success());
        let path = reports.take().expect("a report");
        assert_eq!(reports.take(), None);
        let report = fs::read_to_string(path).unwrap();
        assert!(report.starts_with("preface\n"), "{report}");
        let (of_task, of_program) = report.split_once("the end of ").expect("both");
        for expected in [
            concat!("Warraq ", env!("CARGO_PKG_VERSION")),
            "thread: search\n",
            "place: src/app/storage/panics.rs:",
            "\n  Step28\n  Step29\nbacktrace:\n",
            "child_that_panics",
        ] {
            assert!(of_task.contains(expected), "{expected}: {report}");
        }
        assert!(!report.contains("Step9\n"), "{report}");
        assert!(of_program.starts_with("…"), "{report}");
        let is_arabic = |c| matches!(c, '\u{600}'..='\u{6FF}');
        assert!(!report.contains(is_arabic), "{report}");
    }

    #[test]
    fn what_a_message_quotes_is_left_out() {
        for (said, kept) in [
            (
                "byte index 3 is inside 'ع' of `أعلنت`",
                "byte index 3 is inside … of …",
            ),
            (
                "called on Err: \"Baku's\" and خبر",
                "called on Err: … and …",
            ),
            ("index 3, length 2", "index 3, length 2"),
            ("not closed: `text", "not closed: …"),
        ] {
            assert_eq!(without_texts(said), kept);
        }
    }
}
