//! What `warraq check` prints: a corpus and its problems as plain data.

use std::fmt;

use serde::Serialize;

use super::{Article, Corpus, DatedBy, Problem, Severity};

/// A corpus as `warraq check` reports it. Its JSON is stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// The name of the corpus.
    pub name: String,
    /// Words of all articles together.
    pub words: u64,
    /// The articles, sorted by file.
    pub articles: Vec<ArticleReport>,
    /// The problems, sorted by file and line.
    pub problems: Vec<ProblemReport>,
}

/// One article of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArticleReport {
    /// The path inside the corpus folder.
    pub file: String,
    /// The title.
    pub title: String,
    /// The date in ISO 8601, as precise as it is known.
    pub date: Option<String>,
    /// The label of the period.
    pub period: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Words of the text.
    pub words: u32,
    /// The encoding of the file.
    pub encoding: &'static str,
    /// How the date is known: `index`, `text` or nothing.
    pub dated_by: Option<&'static str>,
}

/// One problem of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ProblemReport {
    /// The file in which to look; nothing for the folder itself.
    pub file: Option<String>,
    /// The line of that file, from 1.
    pub line: Option<u32>,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong and what to do, in one English sentence.
    pub message: String,
}

impl CheckReport {
    /// The report of `corpus`, with `others`: problems that later layers met.
    #[must_use]
    pub fn new(corpus: &Corpus, others: impl IntoIterator<Item = ProblemReport>) -> Self {
        let mut problems: Vec<_> = corpus.problems.iter().map(ProblemReport::from).collect();
        problems.extend(others);
        problems.sort();
        Self {
            name: corpus.name.clone(),
            words: corpus.n_words(),
            articles: corpus.articles.iter().map(ArticleReport::from).collect(),
            problems,
        }
    }

    /// Whether any problem is an error, so that the command exits with 1.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let error = Severity::Error.label();
        self.problems
            .iter()
            .any(|problem| problem.severity == error)
    }
}

impl From<&Article> for ArticleReport {
    fn from(article: &Article) -> Self {
        Self {
            file: article.file.to_string(),
            title: article.title.to_string(),
            date: article.date.map(|date| date.to_string()),
            period: article.period.as_ref().map(ToString::to_string),
            source: article.source.as_ref().map(ToString::to_string),
            words: article.n_words,
            encoding: article.encoding.label(),
            dated_by: article.dated_by.map(DatedBy::label),
        }
    }
}

impl From<&Problem> for ProblemReport {
    fn from(problem: &Problem) -> Self {
        Self {
            file: problem.file.as_deref().map(str::to_owned),
            line: problem.line,
            severity: problem.severity().label(),
            message: problem.kind.to_string(),
        }
    }
}

/// The report for a person: a line an article, a line a problem.
impl fmt::Display for CheckReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n_articles, n_problems) = (self.articles.len(), self.problems.len());
        writeln!(f, "{}", self.name)?;
        writeln!(
            f,
            "articles: {n_articles}, words: {}, problems: {n_problems}",
            self.words
        )?;
        if n_articles > 0 {
            writeln!(f)?;
        }
        for article in &self.articles {
            writeln!(f, "{article}")?;
        }
        if n_problems > 0 {
            writeln!(f)?;
        }
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

/// File, date, how it is known, period, source, words, encoding and title,
/// with tabs between; `-` for what is not known.
impl fmt::Display for ArticleReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_dash = |value: Option<&str>| value.unwrap_or("-").replace(['\t', '\n'], " ");
        write!(
            f,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            self.file,
            or_dash(self.date.as_deref()),
            or_dash(self.dated_by),
            or_dash(self.period.as_deref()),
            or_dash(self.source.as_deref()),
            self.words,
            self.encoding,
            self.title,
        )
    }
}

/// `severity: file, line n: message`.
impl fmt::Display for ProblemReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.severity)?;
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "{file}, line {line}: ")?,
            (Some(file), None) => write!(f, "{file}: ")?,
            (None, _) => {}
        }
        f.write_str(&self.message)
    }
}
