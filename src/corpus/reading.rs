//! From one file to one article.

use super::assemble::Candidate;
use super::dateline::dateline;
use super::store::{FileEntry, ReadFault, Store};
use super::title::title_of;
use super::{Article, DatedBy, Decoded, IndexRow, LoadOptions, Problem, ProblemKind, decode};
use crate::arabic::{count_words, is_format_control};
use crate::base::ArticleId;

/// What reading any file needs to know.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) options: &'a LoadOptions,
    /// The file whose rows the candidates have.
    pub(super) index_name: &'a str,
}

/// What became of one file.
pub(super) struct Outcome {
    pub(super) article: Option<Article>,
    pub(super) problems: Vec<Problem>,
}

impl Reading<'_> {
    /// The text of a file that describes the corpus.
    pub(super) fn description(
        &self,
        file: &FileEntry,
        problems: &mut Vec<Problem>,
    ) -> Option<String> {
        let mut buffer = Vec::new();
        let name = &*file.name;
        let read = self.store.read(file, &mut buffer);
        let decoded = read
            .map_err(|fault| read_problem(name, fault))
            .and_then(|()| self.decode(name, &buffer, problems));
        match decoded {
            Ok(decoded) => Some(decoded.text),
            Err(kind) => {
                problems.push(Problem::of_file(name, kind));
                None
            }
        }
    }

    /// The article in the file of `candidate`, whose id is still to be given.
    /// `buffer` is space to work in.
    pub(super) fn article(&self, candidate: Candidate, buffer: &mut Vec<u8>) -> Outcome {
        let Candidate { file, row } = candidate;
        let name = &*file.name;
        let mut problems = Vec::new();
        let decoded = match self.store.read(&file, buffer) {
            Ok(()) => self
                .decode(name, buffer, &mut problems)
                .and_then(refuse_blank)
                .map_err(|kind| Problem::of_file(name, kind)),
            Err(fault) => {
                let kind = read_problem(name, fault);
                Err(match &row {
                    Some(row) => Problem::at_line(self.index_name, row.line, kind),
                    None => Problem::of_file(name, kind),
                })
            }
        };
        if buffer.capacity() > BUFFER_MAX {
            *buffer = Vec::new();
        }
        match decoded {
            Ok(decoded) => Outcome {
                article: Some(article_of(file.name, decoded, row)),
                problems,
            },
            // What was odd about its bytes matters no more.
            Err(problem) => Outcome {
                article: None,
                problems: vec![problem],
            },
        }
    }

    /// Decodes the bytes of the file `name`, noting what is odd about them.
    fn decode(
        &self,
        name: &str,
        bytes: &[u8],
        problems: &mut Vec<Problem>,
    ) -> Result<Decoded, ProblemKind> {
        let forced = self.options.encoding_override.get(name).copied();
        let decoded =
            decode(bytes, forced).map_err(|fault| ProblemKind::NotText { what: fault.what })?;
        if u32::try_from(decoded.text.len()).is_err() {
            let (path, n_bytes) = (name.to_owned(), decoded.text.len() as u64);
            return Err(ProblemKind::TooLarge { path, n_bytes });
        }
        let encoding = decoded.encoding;
        if !encoding.is_utf8() && forced.is_none() {
            let kind = ProblemKind::OtherEncoding { encoding };
            problems.push(Problem::of_file(name, kind));
        }
        if decoded.n_broken > 0 {
            let kind = ProblemKind::BrokenText {
                n_places: decoded.n_broken,
                encoding,
            };
            let line = first_broken_line(&decoded.text);
            problems.push(Problem::at_line(name, line, kind));
        }
        Ok(decoded)
    }
}

/// A buffer that one huge file has made larger, in bytes, is given back.
const BUFFER_MAX: usize = 1 << 20;

/// The line, from 1, of the first replacement character.
fn first_broken_line(text: &str) -> u32 {
    let before = text.split('\u{FFFD}').next().unwrap_or_default();
    let n_feeds = memchr::memchr_iter(b'\n', before.as_bytes()).count();
    u32::try_from(n_feeds + 1).unwrap_or(u32::MAX)
}

fn refuse_blank(decoded: Decoded) -> Result<Decoded, ProblemKind> {
    let is_visible = |c: char| !c.is_whitespace() && !is_format_control(c);
    if decoded.text.contains(is_visible) {
        Ok(decoded)
    } else {
        Err(ProblemKind::Empty)
    }
}

fn read_problem(name: &str, fault: ReadFault) -> ProblemKind {
    let path = name.to_owned();
    match fault {
        ReadFault::Vanished => ProblemKind::Vanished { path },
        ReadFault::TooLarge(n_bytes) => ProblemKind::TooLarge { path, n_bytes },
        ReadFault::Refused(reason) => ProblemKind::Unreadable { path, reason },
    }
}

fn article_of(file: Box<str>, decoded: Decoded, row: Option<IndexRow>) -> Article {
    let text = decoded.text.into_boxed_str();
    let n_words = count_words(&text);
    let by_index = row.as_ref().and_then(|row| row.date);
    let date = by_index.or_else(|| dateline(&text));
    let dated_by = match (by_index, date) {
        (Some(_), _) => Some(DatedBy::Index),
        (None, Some(_)) => Some(DatedBy::Text),
        (None, None) => None,
    };
    let title = title_of(&text, row.as_ref().and_then(|row| row.title.as_deref()));
    let (period, source, url, extra) = row.map_or_else(Default::default, |row| {
        (row.period, row.source, row.url, row.extra)
    });
    Article {
        id: ArticleId(0),
        file,
        title: title.title,
        title_span: title.span,
        text,
        date,
        dated_by,
        period,
        source,
        url,
        extra,
        n_words,
        encoding: decoded.encoding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{CancelToken, Progress};
    use crate::corpus::load::read_corpus;
    use crate::corpus::store::{Listing, Target};
    use crate::corpus::{Corpus, LoadError};

    /// A store whose files cannot be read for the reason that their name says.
    struct Faulty(&'static [&'static str]);

    impl Store for Faulty {
        fn list(&self, _cancel: &CancelToken) -> Result<Listing, LoadError> {
            let files = self.0.iter().map(|name| FileEntry {
                name: (*name).into(),
                os_path: None,
            });
            Ok(Listing {
                files: files.collect(),
                problems: Vec::new(),
            })
        }

        fn read(&self, file: &FileEntry, buffer: &mut Vec<u8>) -> Result<(), ReadFault> {
            match &*file.name {
                "INDEX.md" => {
                    *buffer = b"| file |\n|-|\n| refused.txt |\n".to_vec();
                    Ok(())
                }
                "vanished.txt" => Err(ReadFault::Vanished),
                _ => Err(ReadFault::Refused("permission denied".to_owned())),
            }
        }

        fn resolve(&self, _path: &str) -> Target {
            Target::Missing
        }
    }

    fn read(files: &'static [&'static str]) -> Corpus {
        read_corpus(
            &Faulty(files),
            &LoadOptions::default(),
            &Progress::default(),
            &CancelToken::default(),
        )
        .expect("not cancelled")
        .expect("a corpus")
    }

    fn problems(corpus: &Corpus) -> Vec<String> {
        let problems = corpus.problems.iter();
        problems.map(|p| format!("{} {p}", p.kind.code())).collect()
    }

    #[test]
    fn listed_file_that_cannot_be_read_is_a_problem_of_its_row() {
        let problems = problems(&read(&["INDEX.md", "refused.txt"]));
        assert!(
            problems[1].starts_with(
                "unreadable INDEX.md, line 3: “refused.txt” cannot be read (permission denied)"
            ),
            "{problems:?}"
        );
    }

    #[test]
    fn file_that_vanishes_is_a_problem_of_its_own() {
        let problems = problems(&read(&["vanished.txt"]));
        assert!(
            problems[1].starts_with("vanished vanished.txt:"),
            "{problems:?}"
        );
    }

    #[test]
    fn entities_file_that_cannot_be_read_is_a_problem() {
        let corpus = read(&["entities.toml"]);
        assert_eq!(corpus.entities_toml, None);
        assert!(problems(&corpus)[1].starts_with("unreadable entities.toml:"));
    }
}
