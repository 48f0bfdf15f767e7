//! Small questions about characters.

/// Whether `c` has a strong right-to-left direction (Bidi_Class R or AL, UAX #9),
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
