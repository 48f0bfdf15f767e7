//! Work in a process of its own, so that its memory is its own.

use anyhow::Context as _;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a process tells: a name and a number on each line of its output.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report(BTreeMap<String, u64>);

impl Report {
    /// The number of that name.
    pub(crate) fn number(&self, name: &str) -> anyhow::Result<u64> {
        let number = self.0.get(name).copied();
        number.with_context(|| format!("the process tells no “{name}”"))
    }

    /// The duration of that name.
    pub(crate) fn time(&self, name: &str) -> anyhow::Result<Duration> {
        self.number(name).map(Duration::from_nanos)
    }
}

/// Runs this program again with the words `mode`, `path`, and waits for it.
pub(crate) fn again(mode: &str, path: &Path) -> anyhow::Result<Report> {
    let output = Command::new(std::env::current_exe()?)
        .arg(mode)
        .arg(path)
        .stderr(Stdio::inherit())
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    anyhow::ensure!(output.status.success(), "{mode} failed: {text}");
    let numbers = text.lines().filter_map(|line| {
        let (name, number) = line.split_once('\t')?;
        Some((name.to_owned(), number.parse().ok()?))
    });
    Ok(Report(numbers.collect()))
}

/// Tells a number to the process that waits.
#[expect(clippy::print_stdout, reason = "what the other process reads")]
pub(crate) fn tell(name: &str, number: u64) {
    println!("{name}\t{number}");
}

/// Tells a duration, in nanoseconds.
pub(crate) fn tell_time(name: &str, time: Duration) {
    tell(name, u64::try_from(time.as_nanos()).unwrap_or(u64::MAX));
}

/// Tells the most memory that this process has had, in bytes, under `name`.
pub(crate) fn tell_peak(name: &str) -> anyhow::Result<()> {
    let status = std::fs::read_to_string("/proc/self/status")
        .context("peak memory is only known on Linux")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix(" kB"));
    let kib: u64 = number.context("no VmHWM")?.trim().parse()?;
    tell(name, kib * 1024);
    Ok(())
}

/// The middle one.
pub(crate) fn median(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

/// Millions of bytes.
#[expect(clippy::cast_precision_loss, reason = "a few digits are printed")]
pub(crate) fn mega(n_bytes: u64) -> f64 {
    n_bytes as f64 / 1e6
}
