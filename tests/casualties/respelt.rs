//! Arabic as a careless hand spells it.

/// `text` without hamzas on their seats, with ي for ى and ه for ة, as many
/// hands write; every letter keeps its length in bytes.
pub(crate) fn respelt(text: &str) -> String {
    let plain = |c| match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    };
    text.chars().map(plain).collect()
}
