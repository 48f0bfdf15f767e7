//! The lines of `lines.txt`.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

/// A line as it is written in `lines.txt` and the text that it stands for.
pub(crate) struct OracleLine {
    /// With escapes, as in the file.
    pub(crate) written: &'static str,
    /// The text itself.
    pub(crate) text: String,
}

/// All lines, in the order of the file.
pub(crate) fn lines() -> Vec<OracleLine> {
    include_str!("lines.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|written| OracleLine {
            written,
            text: unescape(written),
        })
        .collect()
}

/// Resolves `\u{…}`.
fn unescape(written: &str) -> String {
    let mut parts = written.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("an escape ends with a brace");
        let code = u32::from_str_radix(digits, 16).expect("an escape holds hexadecimal digits");
        text.push(char::from_u32(code).expect("an escape names a character"));
        text.push_str(rest);
    }
    text
}
