//! Tables of words, by class: `assets/words` and `assets/gazetteer/words.tsv`.

use super::fold::fold_into;
use crate::base::{AssetTable, TableProblem};

/// Reads `table`, lines of class, tab, and words with `|` between. `class_of`
/// reads a class; `take` gets it with each word, as the table has it and
/// folded. A line for which one of them returns `None` is a problem.
pub fn each_word<C: Copy>(
    table: AssetTable,
    problems: &mut Vec<TableProblem>,
    class_of: impl Fn(&str) -> Option<C>,
    mut take: impl FnMut(C, &str, &str) -> Option<()>,
) {
    let mut folded = String::new();
    table.each_row(problems, |columns, _| {
        let [class, words] = *columns else {
            return None;
        };
        let class = class_of(class)?;
        let mut is_good = true;
        for word in words.split('|') {
            folded.clear();
            fold_into(word, &mut folded);
            is_good &= !folded.is_empty() && take(class, word, &folded).is_some();
        }
        is_good.then_some(())
    });
}

/// The words of a table that `class_of` gives a meaning, in order; a second
/// mention of a word in a class is a problem.
pub fn words_of<C: Copy + PartialEq>(
    table: AssetTable,
    problems: &mut Vec<TableProblem>,
    class_of: impl Fn(&str) -> Option<C>,
) -> Vec<(C, Box<str>)> {
    let mut words: Vec<(C, Box<str>)> = Vec::new();
    each_word(table, problems, class_of, |class, _, folded| {
        let is_new = !words
            .iter()
            .any(|(c, word)| *c == class && **word == *folded);
        is_new.then(|| words.push((class, folded.into())))
    });
    words
}
