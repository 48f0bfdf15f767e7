//! `warraq check`: a corpus and its problems as plain data.

use super::names_of;
use super::say::{Complaint, place, sentence};
use crate::base::Severity;
use crate::corpus::{Article, Corpus, DatedBy, Problem};
use serde::Serialize;
use std::fmt;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints the report of `folder`. Exit code 1 where any problem is an error.
pub(super) fn check(folder: Option<PathBuf>, json: bool) -> Result<ExitCode, Complaint> {
    let (mut corpus, is_embedded) = super::open(folder)?;
    let problems = names_of(&corpus, is_embedded).problems(&corpus);
    corpus.problems.extend(problems);
    let report = CheckReport::new(&corpus);
    let mut out = BufWriter::new(std::io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, &report)?;
        writeln!(out)?;
    } else {
        write!(out, "{report}")?;
    }
    out.flush()?;
    Ok(if report.has_errors() {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// A corpus as `warraq check` reports it. Its JSON is stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct CheckReport {
    /// The name of the corpus.
    name: String,
    /// Words of all articles together.
    words: u64,
    /// The articles, sorted by file.
    articles: Vec<ArticleReport>,
    /// The problems, sorted by file and line.
    problems: Vec<ProblemReport>,
}

/// One article of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ArticleReport {
    /// The path inside the corpus folder.
    file: String,
    /// The title.
    title: String,
    /// The date in ISO 8601, as precise as it is known.
    date: Option<String>,
    /// The label of the period.
    period: Option<String>,
    /// The outlet.
    source: Option<String>,
    /// Words of the text.
    words: u32,
    /// The encoding of the file.
    encoding: &'static str,
    /// How the date is known: `index`, `text` or nothing.
    dated_by: Option<&'static str>,
}

/// One problem of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct ProblemReport {
    /// The file in which to look; nothing for the folder itself.
    file: Option<String>,
    /// The line of that file, from 1.
    line: Option<u32>,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// What is wrong and what to do, in one English sentence.
    message: String,
}

impl CheckReport {
    fn new(corpus: &Corpus) -> Self {
        let mut problems: Vec<_> = corpus.problems.iter().map(ProblemReport::from).collect();
        problems.sort();
        Self {
            name: corpus.name.clone(),
            words: corpus.n_words(),
            articles: corpus.articles.iter().map(ArticleReport::from).collect(),
            problems,
        }
    }

    fn has_errors(&self) -> bool {
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
            message: sentence(&problem.kind),
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
        if let Some(place) = place(self.file.as_deref(), self.line) {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Facet, PartialDate, ProblemKind, embedded};

    #[test]
    fn report_is_stable_json_and_text() {
        let mut corpus = embedded::open();
        corpus.articles.truncate(1);
        let article = &mut corpus.articles[0];
        (article.file, article.title) = ("a.txt".into(), "عنوان".into());
        (article.date, article.dated_by) = (PartialDate::parse("2020-10"), Some(DatedBy::Index));
        article.period = Some(Facet::new("2020"));
        article.source = Some(Facet::new("وكالة"));
        article.n_words = 3;
        corpus.name = "ن".to_owned();
        let path = "ج.txt".to_owned();
        corpus.problems = vec![
            Problem::of_file("b.txt", ProblemKind::Empty),
            Problem::at_line("INDEX.md", 7, ProblemKind::MissingFile { path }),
        ];
        let report = CheckReport::new(&corpus);
        assert!(report.has_errors());
        assert_eq!(
            serde_json::to_string(&report).unwrap(),
            "{\"name\":\"ن\",\"words\":3,\"articles\":[{\"file\":\"a.txt\",\"title\":\"عنوان\",\
             \"date\":\"2020-10\",\"period\":\"2020\",\"source\":\"وكالة\",\"words\":3,\
             \"encoding\":\"UTF-8\",\"dated_by\":\"index\"}],\"problems\":[{\"file\":\"INDEX.md\",\
             \"line\":7,\"severity\":\"error\",\"message\":\"the file “ج.txt” does not exist in \
             the folder; correct the name or delete the row.\"},{\"file\":\"b.txt\",\
             \"line\":null,\"severity\":\"error\",\
             \"message\":\"the file is empty; fill it or delete it.\"}]}"
        );
        assert_eq!(
            report.to_string(),
            "ن\narticles: 1, words: 3, problems: 2\n\n\
             a.txt\t2020-10\tindex\t2020\tوكالة\t3\tUTF-8\tعنوان\n\n\
             error: INDEX.md, line 7: the file “ج.txt” does not exist in the folder; \
             correct the name or delete the row.\n\
             error: b.txt: the file is empty; fill it or delete it.\n"
        );
    }
}
