//! Any text is an index; what is wrong with it has a line of the text.

use warraq::corpus::parse_index;

/// Panics where what must hold does not.
pub fn check(text: &str) {
    let index = parse_index(text);
    let n_lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    for (line, problem) in &index.problems {
        assert!(
            (1..=n_lines).contains(line),
            "{problem:?} in line {line} of {n_lines}"
        );
    }
    assert!(index.has_rows || index.rows.is_empty());
    assert_eq!(parse_index(text), index);
}
