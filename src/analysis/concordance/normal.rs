//! Text on one line: every run of white space becomes one space.

/// Appends `text` to `out`. White space at the beginning of `out`, or after a
/// space, is dropped, so that pieces appended one after another read like the
/// whole.
pub(super) fn push_normal(text: &str, out: &mut String) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

/// `text` on one line, without white space at its ends.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_normal(text, &mut out);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_becomes_single_spaces() {
        assert_eq!(
            normal("\n قال\u{A0}\t\r\n«نعم»\u{2028}ثم  "),
            "قال «نعم» ثم"
        );
        assert_eq!(normal(" \n"), "");
        let mut pieces = String::new();
        for piece in [" أ ", " ", "\nب", "ج"] {
            push_normal(piece, &mut pieces);
        }
        assert_eq!(pieces, "أ بج");
    }
}
