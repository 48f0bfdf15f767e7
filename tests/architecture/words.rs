//! Words of Arabic are data: they stand in `assets`, not in the sources.

use super::source::is_of_tests;

/// The article, endings, pronouns and prepositions are grammar, and short.
const MOST_LETTERS: usize = 3;

/// Ends of the paths of files that may have longer Arabic in string literals, and how often: the
/// keywords of queries and of tables of articles, names that are shown, endings
/// of names.
pub(crate) const ARABIC_LITERALS: [(&str, usize); 5] = [
    ("analysis/query/values.rs", 12),
    ("article_text/date.rs", 2),
    ("index_file/table_form.rs", 12),
    ("shell/native.rs", 1),
    ("tagger/features.rs", 8),
];

/// Literals with Arabic words beyond what a file may have. Test code, which
/// begins with `#[cfg(test)]` at the start of a line or stands in a file or
/// folder `tests`, has examples.
pub(crate) fn arabic_breaches(path: &str, source: &str) -> Vec<String> {
    if is_of_tests(path) {
        return Vec::new();
    }
    let code = source
        .split("\n#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let found = arabic_literals(code);
    let allowed = ARABIC_LITERALS
        .iter()
        .find(|(file, _)| path.ends_with(file));
    let most = allowed.map_or(0, |(_, most)| *most);
    if found > most {
        vec![format!(
            "{path}: {found} Arabic literals, more than {most}: words belong in assets/words"
        )]
    } else {
        Vec::new()
    }
}

/// How many string literals of `code` have more Arabic letters than
/// [`MOST_LETTERS`]. Letters between apostrophes are no string.
fn arabic_literals(code: &str) -> usize {
    let mut n = 0;
    for line in code.lines() {
        let line = line.split("//").next().unwrap_or_default();
        let inside = line.split('"').skip(1).step_by(2);
        let letters = |text: &str| text.chars().filter(|c| is_arabic(*c)).count();
        n += inside.filter(|text| letters(text) > MOST_LETTERS).count();
    }
    n
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0621}'..='\u{064A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_words_is_seen() {
        let list = "const A: [&str; 2] = [\"كتاب\", \"أقلام\"];";
        assert_eq!(arabic_breaches("src/a.rs", list).len(), 1);
        assert!(arabic_breaches("src/a/tests.rs", list).is_empty());
        assert_eq!(arabic_literals(list), 2);
        let plain = "//! كتاب \"كتاب\"\nlet a = 'ب'; // \"كتاب\"\nlet b = [\"ال\", \"pen\"];";
        assert_eq!(arabic_literals(plain), 0);
        let tested = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{ {list}");
        assert!(arabic_breaches("src/a.rs", &tested).is_empty());
    }
}
