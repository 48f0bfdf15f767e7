//! Text on one line: every run of white space becomes one space.

/// Appends `text` to `out`. White space at the beginning of `out`, or after a
/// space, is dropped, so that pieces appended one after another read like the
/// whole.
pub(super) fn push_normal(text: &str, out: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = after;
        let is_after_space = out.is_empty() || out.ends_with(' ');
        if is_normal(piece.as_bytes()) && !(is_after_space && piece.starts_with(' ')) {
            out.push_str(piece);
            continue;
        }
        for c in piece.chars() {
            if !c.is_whitespace() {
                out.push(c);
            } else if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
    }
}

/// Bytes that are looked at together.
const PIECE: usize = 48;

/// Whether `text` surely has no white space but single spaces. Without a branch
/// for each byte: most pieces have none.
fn is_normal(text: &[u8]) -> bool {
    // The first bytes of all other white space: of U+0085 and U+00A0, of
    // U+1680, of the spaces from U+2000 on, and of U+3000.
    let is_odd = |byte: u8| byte < b' ' || byte == 0xC2 || (0xE1..=0xE3).contains(&byte);
    let n_odd = text.iter().filter(|byte| is_odd(**byte)).count();
    let pairs = text.iter().zip(text.iter().skip(1));
    let n_double = pairs.filter(|pair| *pair == (&b' ', &b' ')).count();
    n_odd + n_double == 0
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

    #[test]
    fn pieces_do_not_show_in_long_texts() {
        let naive = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let spaces = [
            " ",
            "  ",
            "\n",
            " \u{A0}",
            "\u{2003} ",
            "\u{85}",
            "\u{3000}",
            "\u{1680}",
        ];
        for n in 1..60 {
            for space in spaces {
                let text = format!("{}{space}{space}“{}”{space}b", "ا".repeat(n), "a".repeat(n));
                assert_eq!(normal(&text), naive(&text), "{text:?}");
            }
        }
    }
}
