//! How large the system wants text.

use std::ops::RangeInclusive;
use std::process::{Command, Stdio};

/// What counts as a size; GNOME offers no other.
const SCALES: RangeInclusive<f32> = 0.5..=3.0;

/// How much larger than usual the system wants text: what GTK's variable
/// `GDK_DPI_SCALE` says, else what GNOME has set. `None` where neither is known.
/// Waits for another program: not for the window's thread.
pub(super) fn system_scale() -> Option<f32> {
    let named = std::env::var("GDK_DPI_SCALE").ok();
    if let Some(scale) = named.and_then(|text| scale_of(&text)) {
        return Some(scale);
    }
    if !cfg!(target_os = "linux") {
        return None;
    }
    let asked = Command::new("gsettings")
        .args(["get", "org.gnome.desktop.interface", "text-scaling-factor"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    scale_of(&String::from_utf8(asked.ok()?.stdout).ok()?)
}

fn scale_of(text: &str) -> Option<f32> {
    let scale = text.trim().parse().ok()?;
    SCALES.contains(&scale).then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sizes_of_use_count() {
        for (text, scale) in [("1.25\n", Some(1.25)), ("2", Some(2.0)), ("", None)] {
            assert_eq!(scale_of(text), scale);
        }
        for text in ["0.0", "inf", "NaN", "-1", "100", "uint32 1"] {
            assert_eq!(scale_of(text), None, "{text}");
        }
    }
}
