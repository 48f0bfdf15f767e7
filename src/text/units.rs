//! Small questions about characters.

/// Whether `c` has a strong right-to-left direction (`Bidi_Class` R or AL, UAX #9),
/// judged by block: every right-to-left script lies in these ranges.
#[must_use]
pub const fn is_right_to_left(c: char) -> bool {
    matches!(c as u32,
        0x0590..=0x08FF
        | 0xFB1D..=0xFDFF
        | 0xFE70..=0xFEFE
        | 0x1_0800..=0x1_0FFF
        | 0x1_E800..=0x1_EFFF)
        && !matches!(c as u32, 0x0660..=0x0669 | 0x06F0..=0x06F9 | 0x066A..=0x066C)
}

/// Whether `c` takes the level of the paragraph where it stands at the end of a
/// line (UAX #9, L1 and 5.2): white space, controls, isolates, embeddings and
/// other characters of class BN.
pub(super) fn is_reset_at_line_end(c: char) -> bool {
    // A fixed space is a number separator (CS), not white space (WS).
    if matches!(c, '\u{00A0}' | '\u{202F}') {
        return false;
    }
    c.is_whitespace()
        || c.is_control()
        || matches!(c as u32,
            0x00AD
            | 0x180E
            | 0x200B..=0x200D
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0xFEFF
            | 0xFFF9..=0xFFFB
            | 0x1_BCA0..=0x1_BCA3
            | 0x1_D173..=0x1_D17A
            | 0xE_0001
            | 0xE_0020..=0xE_007F)
}
