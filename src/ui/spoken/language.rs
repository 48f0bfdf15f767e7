//! The language that a text is read in, as far as its script tells.

/// The BCP 47 tag of what most letters of `text` are written in; `None` for a
/// text without letters, or in a script that is not listed here.
///
/// A script with one language in the news of our region is taken for it; Latin
/// and Cyrillic are not, and are named as scripts (`und-Latn`).
pub(in crate::ui) fn language_of(text: &str) -> Option<&'static str> {
    let mut counts = [0_usize; TAGS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if let Some(count) = script_of(c).and_then(|script| counts.get_mut(script)) {
            *count += 1;
        }
    }
    let (script, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    TAGS.get(script).copied().filter(|_| *most > 0)
}

const TAGS: [&str; 7] = ["ar", "und-Latn", "und-Cyrl", "hy", "he", "el", "ka"];

/// The place in [`TAGS`] of the script of a letter.
const fn script_of(c: char) -> Option<usize> {
    Some(match c as u32 {
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => {
            0
        }
        0x0041..=0x024F | 0x1E00..=0x1EFF => 1,
        0x0400..=0x052F => 2,
        0x0530..=0x058F => 3,
        0x0590..=0x05FF => 4,
        0x0370..=0x03FF | 0x1F00..=0x1FFF => 5,
        0x10A0..=0x10FF => 6,
        _ => return None,
    })
}

#[test]
fn most_letters_decide() {
    let said = "\u{642}\u{627}\u{644}\u{62A}";
    assert_eq!(language_of(&format!("{said} CNN 2020")), Some("ar"));
    assert_eq!(language_of(&format!("Reuters: {said}")), Some("und-Latn"));
    assert_eq!(language_of("\u{41D}\u{430}"), Some("und-Cyrl"));
    assert_eq!(language_of("\u{531}\u{580}"), Some("hy"));
    assert_eq!(language_of("14/10 …"), None);
}
