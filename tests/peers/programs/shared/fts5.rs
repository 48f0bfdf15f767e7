//! `SQLite` FTS5, the full-text engine that most desktop programs have.

use super::question::{NEAR, Question};
use super::{Engine, SCREEN};
use rusqlite::{Connection, params};
use std::fs;
use std::path::{Path, PathBuf};
use warraq::arabic::{fold_into, tokens};

/// What the table is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text {
    /// The text of the file: `unicode61` cuts it into words.
    AsWritten,
    /// The folded words of Warraq with spaces between, and no sign that may
    /// stand in one of them divides it: both indexes have the same words.
    Folded,
}

impl Text {
    /// The tokenizer, as SQL wants it.
    const fn tokenizer(self) -> &'static str {
        match self {
            Self::AsWritten => "unicode61",
            Self::Folded => "unicode61 tokenchars '.,:\'\'\u{2019}\u{02BC}'",
        }
    }
}

/// An index on disk, opened.
pub(crate) struct Fts5Index {
    connection: Connection,
}

/// Indexes `files` into the file `database`, with positions (`detail=full`)
/// and without the texts (`content=''`), in one transaction on one thread,
/// which is all that `SQLite` has, and without a journal.
pub(crate) fn build(files: &[PathBuf], database: &Path, text: Text) -> anyhow::Result<Fts5Index> {
    let mut connection = Connection::open(database)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = OFF;
         PRAGMA synchronous = OFF;
         PRAGMA cache_size = -65536;
         CREATE VIRTUAL TABLE articles
         USING fts5(text, content = '', detail = full, tokenize = \"{}\");",
        text.tokenizer()
    ))?;
    let transaction = connection.transaction()?;
    {
        let mut insert =
            transaction.prepare("INSERT INTO articles (rowid, text) VALUES (?1, ?2)")?;
        let mut folded = String::new();
        for (id, file) in (1_i64..).zip(files) {
            let written = fs::read_to_string(file)?;
            match text {
                Text::AsWritten => insert.execute(params![id, written])?,
                Text::Folded => {
                    folded.clear();
                    for token in tokens(&written) {
                        fold_into(token.span.slice(&written), &mut folded);
                        folded.push(' ');
                    }
                    insert.execute(params![id, folded])?
                }
            };
        }
    }
    transaction.commit()?;
    Ok(Fts5Index { connection })
}

impl Fts5Index {
    /// Merges the index into one piece, which answers fastest.
    pub(crate) fn optimize(&self) -> anyhow::Result<()> {
        let optimize = "INSERT INTO articles (articles) VALUES ('optimize')";
        self.connection.execute(optimize, [])?;
        Ok(())
    }

    /// The rows of `select` for the question.
    fn rows(&self, select: &str, question: &Question) -> anyhow::Result<u64> {
        let mut statement = self.connection.prepare_cached(select)?;
        let mut rows = statement.query([query(question)])?;
        let mut n_rows = 0;
        while let Some(row) = rows.next()? {
            std::hint::black_box(row.get::<_, i64>(0)?);
            n_rows += 1;
        }
        Ok(n_rows)
    }

    /// The twenty best by BM25.
    pub(crate) fn first_ranked(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let select = format!(
            "SELECT rowid FROM articles WHERE articles MATCH ?1 ORDER BY rank LIMIT {SCREEN}"
        );
        self.rows(&select, question).map(Some)
    }
}

impl Engine for Fts5Index {
    fn count(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let select = "SELECT count(*) FROM articles WHERE articles MATCH ?1";
        let mut statement = self.connection.prepare_cached(select)?;
        let count: i64 = statement.query_row([query(question)], |row| row.get(0))?;
        Ok(Some(u64::try_from(count)?))
    }

    /// The first twenty in the order of the table.
    fn first_screen(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let select = format!("SELECT rowid FROM articles WHERE articles MATCH ?1 LIMIT {SCREEN}");
        self.rows(&select, question).map(Some)
    }
}

/// The question in the language of FTS5.
fn query(question: &Question) -> String {
    match question {
        Question::Word(word) => format!("\"{word}\""),
        Question::Phrase(words) => format!("\"{}\"", words.join(" ")),
        Question::Prefix(prefix) => format!("\"{prefix}\"*"),
        Question::Near(a, b) => format!("NEAR(\"{a}\" \"{b}\", {NEAR})"),
    }
}
