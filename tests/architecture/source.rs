//! Rust source as words: enough of a lexer to see what a file refers to.

/// One word of a source file: a name, `::`, or a single other character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The line it stands on, from 1.
    pub(crate) line: usize,
    /// Its characters.
    pub(crate) text: String,
}

/// The words of `source` in order. Comments are left out, and a literal with
/// quotes is one word `"`, whatever stands in it.
pub(crate) fn words_of(source: &str) -> Vec<Word> {
    let mut lexer = Lexer {
        chars: source.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut words = Vec::new();
    while let Some(word) = lexer.next_word() {
        words.push(word);
    }
    words
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn next_word(&mut self) -> Option<Word> {
        self.skip_blanks();
        let line = self.line;
        let c = self.peek(0)?;
        let text = if let Some(n_hashes) = self.raw_string() {
            self.skip_raw_string(n_hashes);
            "\"".to_owned()
        } else if c == '"' {
            self.skip_quoted('"');
            "\"".to_owned()
        } else if c == '\'' {
            self.skip_character_or_lifetime();
            "'".to_owned()
        } else if c.is_alphanumeric() || c == '_' {
            self.take_while(|c| c.is_alphanumeric() || c == '_')
        } else if c == ':' && self.peek(1) == Some(':') {
            self.at += 2;
            "::".to_owned()
        } else {
            self.bump();
            c.to_string()
        };
        Some(Word { line, text })
    }

    fn skip_blanks(&mut self) {
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('/')) => {
                    self.take_while(|c| c != '\n');
                }
                (Some('/'), Some('*')) => self.skip_block_comment(),
                (Some(c), _) if c.is_whitespace() => {
                    self.bump();
                }
                _ => return,
            }
        }
    }

    /// Block comments nest.
    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some('*'), Some('/')) => {
                    depth -= 1;
                    self.at += 2;
                }
                (Some(_), _) => {
                    self.bump();
                }
                (None, _) => return,
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.peek(0).filter(|c| belongs(*c)) {
            taken.push(c);
            self.bump();
        }
        taken
    }

    /// The hashes of a raw string that starts here, such as `r#"` or `br"`.
    fn raw_string(&self) -> Option<usize> {
        let after_prefix = match (self.peek(0)?, self.peek(1)) {
            ('r', _) => 1,
            ('b' | 'c', Some('r')) => 2,
            _ => return None,
        };
        let rest = self.chars.get(self.at + after_prefix..).unwrap_or_default();
        let n_hashes = rest.iter().take_while(|c| **c == '#').count();
        (self.peek(after_prefix + n_hashes) == Some('"')).then_some(n_hashes)
    }

    fn skip_raw_string(&mut self, n_hashes: usize) {
        while self.bump().is_some_and(|c| c != '"') {}
        while let Some(c) = self.bump() {
            if c == '"' && (0..n_hashes).all(|i| self.peek(i) == Some('#')) {
                self.at += n_hashes;
                return;
            }
        }
    }

    fn skip_quoted(&mut self, quote: char) {
        self.bump();
        while let Some(c) = self.bump() {
            if c == '\\' {
                self.bump();
            } else if c == quote {
                return;
            }
        }
    }

    /// `'x'` and `'\n'` are characters; `'a` is a lifetime, whose name is left
    /// to be the next word.
    fn skip_character_or_lifetime(&mut self) {
        if self.peek(1) == Some('\\') || self.peek(2) == Some('\'') {
            self.skip_quoted('\'');
        } else {
            self.bump();
        }
    }
}

/// The words after `use crate::` or in the path `crate::…`: each first name
/// below one of `roots`, with its line. A group `crate::{a, b::c}` gives every
/// first name in it; `crate::*` gives `*`.
pub(crate) fn first_names_below(words: &[Word], roots: &[&str]) -> Vec<Word> {
    let mut names = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let is_root = roots.contains(&word.text.as_str())
            && text_at(words, i + 1) == "::"
            && (i == 0 || text_at(words, i - 1) != "::");
        if !is_root {
            continue;
        }
        push_first_names(words, i + 2, &mut names);
    }
    names
}

/// The text of word `at`; empty beyond the end.
pub(crate) fn text_at(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

/// Collects the name at `at`, or the first name of each part of a group there.
pub(crate) fn push_first_names(words: &[Word], at: usize, names: &mut Vec<Word>) {
    if text_at(words, at) != "{" {
        names.extend(words.get(at).cloned());
        return;
    }
    let mut depth = 1_usize;
    let mut is_first = true;
    for word in words.iter().skip(at + 1) {
        match word.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," => is_first = is_first || depth == 1,
            _ => {
                if is_first && depth == 1 {
                    names.push(word.clone());
                }
                is_first = false;
            }
        }
        if depth == 0 {
            return;
        }
    }
}

/// A path of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// Its names, the first one `crate`, `self`, `super` or a module's.
    pub(crate) names: Vec<String>,
    /// The name that it has in the file: its last, or another after `as`.
    pub(crate) here: String,
    /// Whether a `use` has it.
    pub(crate) is_use: bool,
    /// The modules of the file in which it stands, the outermost first.
    pub(crate) inside: Vec<String>,
}

/// The paths of a file that begin with `crate`, `self`, `super` or a name that
/// `is_module` knows; of a group in braces each on its own.
pub(crate) fn paths_in(words: &[Word], is_module: impl Fn(&str) -> bool) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut is_use = false;
    // Modules that are open, each with the braces open around it.
    let mut inside: Vec<(String, usize)> = Vec::new();
    let mut depth = 0_usize;
    for (i, word) in words.iter().enumerate() {
        match word.text.as_str() {
            "use" => is_use = true,
            ";" => is_use = false,
            "mod" if text_at(words, i + 2) == "{" => {
                inside.push((text_at(words, i + 1).to_owned(), depth));
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inside.retain(|(_, around)| *around < depth);
            }
            _ => {}
        }
        let follows = i.checked_sub(1).map_or("", |i| text_at(words, i));
        let begins = matches!(word.text.as_str(), "crate" | "self" | "super")
            || follows != "." && is_module(&word.text);
        // `pub(in crate::a)` names whom it is for, not what it uses.
        let is_path = !matches!(follows, "::" | "in") && text_at(words, i + 1) == "::";
        if begins && is_path {
            let first = paths.len();
            push_paths(words, i, Vec::new(), is_use, &mut paths);
            for path in paths.iter_mut().skip(first) {
                path.inside = inside.iter().map(|(name, _)| name.clone()).collect();
            }
        }
    }
    paths
}

/// Collects the path at `at`, which goes on with `names`; gives the place after
/// it.
fn push_paths(
    words: &[Word],
    mut at: usize,
    mut names: Vec<String>,
    is_use: bool,
    paths: &mut Vec<Path>,
) -> usize {
    if text_at(words, at) == "{" {
        at += 1;
        while !matches!(text_at(words, at), "}" | "") {
            at = push_paths(words, at, names.clone(), is_use, paths);
            at += usize::from(text_at(words, at) == ",");
        }
        return at + 1;
    }
    names.push(text_at(words, at).to_owned());
    let goes_on = |text: &str| text == "{" || text == "*" || text.starts_with(is_name_char);
    if text_at(words, at + 1) == "::" && goes_on(text_at(words, at + 2)) {
        return push_paths(words, at + 2, names, is_use, paths);
    }
    at += 1;
    let mut here = names.last().cloned().unwrap_or_default();
    if here == "self" && names.len() > 1 {
        here.clone_from(&names[names.len() - 2]);
    }
    if is_use && text_at(words, at) == "as" {
        text_at(words, at + 1).clone_into(&mut here);
        at += 2;
    }
    paths.push(Path {
        names,
        here,
        is_use,
        inside: Vec::new(),
    });
    at
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether the file at `path` of the sources is compiled for tests alone.
pub(crate) fn is_of_tests(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// `words` without what is compiled for tests alone, and the names of the
/// modules of tests that stand in files of their own.
pub(crate) fn without_tests(words: &[Word]) -> (Vec<Word>, Vec<String>) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let is_mark = (0..)
            .zip(MARK)
            .all(|(i, mark)| text_at(words, at + i) == mark);
        if !is_mark {
            kept.push(word.clone());
            at += 1;
            continue;
        }
        at += MARK.len();
        if text_at(words, at) == "mod" && text_at(words, at + 2) == ";" {
            modules.push(text_at(words, at + 1).to_owned());
        }
        // The item ends with a semicolon or with its outermost brace.
        let mut depth = 0_usize;
        while let Some(word) = words.get(at) {
            at += 1;
            match word.text.as_str() {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && matches!(word.text.as_str(), "}" | ";") {
                break;
            }
        }
    }
    (kept, modules)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        words_of(source).into_iter().map(|word| word.text).collect()
    }

    fn below_crate(source: &str) -> Vec<String> {
        let names = first_names_below(&words_of(source), &["crate"]);
        names.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn comments_are_left_out_and_nest() {
        assert_eq!(texts("a // b\n/* c /* d */ e */ f"), ["a", "f"]);
    }

    #[test]
    fn literals_are_one_word() {
        assert_eq!(
            texts(r##"f("use \"x\" // y", r#"a"b"#, b"c")"##).join(" "),
            "f ( \" , \" , b \" )"
        );
    }

    #[test]
    fn characters_are_not_lifetimes() {
        assert_eq!(texts("'\"' x"), ["'", "x"]);
        assert_eq!(texts(r"'\'' x"), ["'", "x"]);
        assert_eq!(texts("&'a str"), ["&", "'", "a", "str"]);
        assert_eq!(texts("<'a, 'b>").join(" "), "< ' a , ' b >");
    }

    #[test]
    fn lines_are_counted_through_literals_and_comments() {
        let words = words_of("\"\n\" /*\n*/ // z\n end");
        assert_eq!(words.last().map(|word| word.line), Some(4));
    }

    #[test]
    fn paths_are_found_in_uses_groups_and_code() {
        assert_eq!(below_crate("use crate::a::b;"), ["a"]);
        assert_eq!(
            below_crate("use crate::{a::{x, y}, b, c as d};"),
            ["a", "b", "c"]
        );
        assert_eq!(
            below_crate("let x = crate::a::f(&crate::b::Y);"),
            ["a", "b"]
        );
        assert_eq!(below_crate("use crate::*;"), ["*"]);
        assert!(below_crate("// crate::a\n\"crate::b\"").is_empty());
        assert!(below_crate("other::crate::a").is_empty());
    }
}
