//! CoNLL-U Plus with IOB2 tags, after
//! <https://universaldependencies.org/ext-format.html>.

use super::{Found, Told};
use std::collections::HashMap;

/// A token: its cells by column.
pub(crate) struct Row {
    cells: HashMap<String, String>,
}

impl Row {
    pub(crate) fn cell(&self, column: &str) -> &str {
        &self.cells[column]
    }

    pub(crate) fn place(&self) -> (usize, usize) {
        let number = |column: &str| self.cell(column).parse().expect("a number");
        (number("WARRAQ:START"), number("WARRAQ:END"))
    }
}

/// A document: its path, its sentences, and words that are several tokens.
#[derive(Default)]
pub(crate) struct Document {
    pub(crate) file: String,
    pub(crate) sentences: Vec<Vec<Row>>,
    /// Start and end of the word, and the word.
    pub(crate) splits: Vec<(usize, usize, String)>,
    pub(crate) found: Vec<Found>,
}

pub(crate) fn read_conll(bytes: &[u8], texts: &[String]) -> Vec<Document> {
    let content = std::str::from_utf8(bytes).expect("UTF-8");
    let mut lines = content.split_terminator('\n');
    let columns = lines
        .next()
        .expect("a line")
        .strip_prefix("# global.columns = ");
    let columns: Vec<&str> = columns.expect("columns").split(' ').collect();
    let mut documents: Vec<Document> = Vec::new();
    let mut sentence: Vec<Row> = Vec::new();
    let mut splits: Vec<(usize, usize, String)> = Vec::new();
    for line in lines {
        if let Some(comment) = line.strip_prefix("# ") {
            let (name, value) = comment.split_once(" = ").expect("name and value");
            if name == "newdoc id" {
                let file = unescaped(value);
                documents.push(Document {
                    file,
                    ..Document::default()
                });
            } else if name == "split" {
                let (range, word) = value.split_once(' ').expect("range and word");
                let (first, last) = range.split_once('-').expect("a range");
                let number = |n: &str| n.parse::<usize>().expect("a number");
                splits.push((number(first), number(last), word.to_owned()));
            }
        } else if line.is_empty() {
            let document = documents.last_mut().expect("a document");
            for (first, last, word) in splits.drain(..) {
                let start = sentence[first - 1].place().0;
                document
                    .splits
                    .push((start, sentence[last - 1].place().1, word));
            }
            assert!(!sentence.is_empty(), "no empty sentences");
            document.sentences.push(std::mem::take(&mut sentence));
        } else {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), columns.len(), "{line:?}");
            let cells = columns.iter().zip(cells);
            let cells = cells.map(|(column, cell)| ((*column).to_owned(), cell.to_owned()));
            sentence.push(Row {
                cells: cells.collect(),
            });
        }
    }
    assert!(sentence.is_empty(), "an empty line ends every sentence");
    for (document, text) in documents.iter_mut().zip(texts) {
        for (column, prefix) in [("WARRAQ:TAG", ""), ("WARRAQ:CASUALTIES", "casualties.")] {
            for sentence in &document.sentences {
                let found = chunks(sentence, column, prefix);
                document.found.extend(found.into_iter().map(|mut found| {
                    found.file.clone_from(&document.file);
                    found.text = super::slice(text, found.start, found.end);
                    found
                }));
            }
        }
    }
    documents
}

/// The chunks of IOB2: B begins one, I goes on with it.
fn chunks(sentence: &[Row], column: &str, prefix: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut open = false;
    for row in sentence {
        let (start, end) = row.place();
        match row.cell(column).split_once('-') {
            None => {
                assert_eq!(row.cell(column), "O");
                open = false;
            }
            Some(("B", tag)) => {
                found.push(Found {
                    file: String::new(),
                    start,
                    end,
                    text: String::new(),
                    tag: tag.to_owned(),
                    told: told(row, prefix),
                });
                open = true;
            }
            Some(("I", tag)) => {
                let last = found.last_mut().filter(|last| open && last.tag == tag);
                last.expect("B before I").end = end;
            }
            Some(other) => panic!("{other:?}"),
        }
    }
    found
}

fn told(row: &Row, prefix: &str) -> Told {
    let pairs = row.cell("MISC").split('|').filter(|pair| *pair != "_");
    let mut told: Told = pairs
        .filter_map(|pair| {
            let (name, value) = pair.split_once('=').expect("name and value");
            let is_casualties = name.starts_with("casualties.");
            let name = name.strip_prefix(prefix)?;
            (is_casualties != prefix.is_empty()).then(|| (name.to_owned(), unescaped(value)))
        })
        .collect();
    if prefix.is_empty() && row.cell("WARRAQ:ENTITY") != "_" {
        told.insert("entity".to_owned(), unescaped(row.cell("WARRAQ:ENTITY")));
    }
    told
}

fn unescaped(cell: &str) -> String {
    let bytes = percent_encoding::percent_decode_str(cell);
    bytes.decode_utf8().expect("UTF-8").into_owned()
}
