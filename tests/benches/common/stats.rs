//! Medians, percentiles, and tables.

use std::time::Duration;

/// The durations of repeated runs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Samples(Vec<Duration>);

impl FromIterator<Duration> for Samples {
    fn from_iter<I: IntoIterator<Item = Duration>>(durations: I) -> Self {
        let mut sorted: Vec<Duration> = durations.into_iter().collect();
        sorted.sort_unstable();
        Self(sorted)
    }
}

impl Samples {
    /// The duration that `share` of all (0 to 1) do not exceed.
    pub(crate) fn percentile(&self, share: f64) -> Duration {
        #[expect(clippy::cast_precision_loss, reason = "thousands of runs at most")]
        let place = (self.0.len().saturating_sub(1) as f64 * share).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in the list"
        )]
        self.0.get(place as usize).copied().unwrap_or_default()
    }

    pub(crate) fn median(&self) -> Duration {
        self.percentile(0.5)
    }

    pub(crate) fn least(&self) -> Duration {
        self.percentile(0.0)
    }

    pub(crate) fn worst(&self) -> Duration {
        self.percentile(1.0)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// Milliseconds, as precise as the number deserves.
pub(crate) fn ms(duration: Duration) -> String {
    let ms = duration.as_secs_f64() * 1e3;
    if ms < 10.0 {
        format!("{ms:.2} ms")
    } else if ms < 100.0 {
        format!("{ms:.1} ms")
    } else {
        format!("{ms:.0} ms")
    }
}

/// How many times `b` goes into `a`.
pub(crate) fn ratio(a: Duration, b: Duration) -> String {
    format!(
        "{:.2}×",
        a.as_secs_f64() / b.as_secs_f64().max(f64::MIN_POSITIVE)
    )
}

/// A table in Markdown, its columns aligned for the eye.
pub(crate) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let widths: [usize; N] = std::array::from_fn(|column| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells
            .chain([head[column].chars().count()])
            .max()
            .unwrap_or(0)
    });
    let line = |cells: [&str; N]| -> String {
        let cells = std::array::from_fn::<_, N, _>(|i| {
            let width = widths[i];
            format!(" {:<width$} |", cells[i])
        });
        format!("|{}\n", cells.concat())
    };
    let rule = widths.map(|width| "-".repeat(width));
    let mut table = line(head);
    table.push_str(&line(rule.each_ref().map(String::as_str)));
    for row in rows {
        table.push_str(&line(row.each_ref().map(String::as_str)));
    }
    table
}
