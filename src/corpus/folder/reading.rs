//! From one file to one article.

use super::assemble::CandidateFile;
use super::previous::Previous;
use super::store::{FileEntry, ReadFault, Store};
use crate::arabic::{count_words, is_format_control};
use crate::base::{ArticleId, fits};
use crate::corpus::article_text::dateline;
use crate::corpus::article_text::{Title, title_of};
use crate::corpus::state::{ArticleFile, OtherFile};
use crate::corpus::{
    Article, DatedBy, Decoded, FileStamp, IndexRow, LoadOptions, PartialDate, Problem, ProblemKind,
    Text, TextEncoding, decode,
};

/// What reading any file needs to know.
#[derive(Clone, Copy)]
pub(super) struct FileReading<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) options: &'a LoadOptions,
    /// The file whose rows the candidates have.
    pub(super) index_name: &'a str,
    /// The corpus of the same folder that was read before.
    pub(super) previous: Option<Previous<'a>>,
}

/// What became of one file.
pub(super) struct FileOutcome {
    pub(super) result: Result<FoundArticle, OtherFile>,
    pub(super) problems: Vec<Problem>,
    /// Whether the file was read.
    pub(super) is_read: bool,
}

/// An article whose id is still to be given.
pub(super) struct FoundArticle {
    pub(super) article: Article,
    pub(super) file: ArticleFile,
    /// The article of the previous corpus that has the same text.
    pub(super) kept: Option<ArticleId>,
}

impl FileReading<'_> {
    /// The text of a file that describes the corpus. One that cannot be read
    /// loses its stamp: what keeps it from being read may go without a trace.
    pub(super) fn description(
        &self,
        file: &mut FileEntry,
        problems: &mut Vec<Problem>,
    ) -> Option<String> {
        let mut buffer = Vec::new();
        let read = self.store.read(file, &mut buffer);
        if read.is_err() {
            file.stamp = FileStamp::UNKNOWN;
        }
        let name = &*file.name;
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

    /// The article in the file of `candidate`, read again only if the file
    /// has changed. `buffer` is space to work in.
    pub(super) fn article(&self, candidate: CandidateFile, buffer: &mut Vec<u8>) -> FileOutcome {
        let CandidateFile { file, row } = candidate;
        if let Some(previous) = self.previous {
            if let Some((old, old_file)) = previous.unchanged(&file) {
                let problems = previous.oddities(&file.name).cloned().collect();
                let content = Content::of_old(old, old_file);
                return FileOutcome {
                    result: Ok(content.with_row(file, row)),
                    problems,
                    is_read: false,
                };
            }
            if let Some(fault) = previous.fault(&file) {
                return refused(file, Problem::of_file, fault.clone(), false);
            }
        }
        let outcome = self.read_article(file, row, buffer);
        if buffer.capacity() > BUFFER_MAX {
            *buffer = Vec::new();
        }
        outcome
    }

    fn read_article(
        &self,
        mut file: FileEntry,
        row: Option<IndexRow>,
        buffer: &mut Vec<u8>,
    ) -> FileOutcome {
        if let Err(fault) = self.store.read(&file, buffer) {
            file.stamp = FileStamp::UNKNOWN;
            let place = |name: &str, kind| match &row {
                Some(row) => Problem::at_line(self.index_name, row.line, kind),
                None => Problem::of_file(name, kind),
            };
            let kind = read_problem(&file.name, fault);
            return refused(file, place, kind, true);
        }
        let mut problems = Vec::new();
        let decoded = self.decode(&file.name, buffer, &mut problems);
        match decoded.and_then(refuse_blank) {
            Ok(decoded) => {
                let old = self
                    .previous
                    .and_then(|previous| previous.article(&file.name));
                let content = Content::of_decoded(decoded, old);
                FileOutcome {
                    result: Ok(content.with_row(file, row)),
                    problems,
                    is_read: true,
                }
            }
            // What was odd about its bytes matters no more.
            Err(kind) => refused(file, Problem::of_file, kind, true),
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
    fits(n_feeds + 1)
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

/// What became of a file that is no article.
fn refused(
    file: FileEntry,
    place: impl FnOnce(&str, ProblemKind) -> Problem,
    kind: ProblemKind,
    is_read: bool,
) -> FileOutcome {
    FileOutcome {
        problems: vec![place(&file.name, kind.clone())],
        result: Err(OtherFile {
            name: file.name,
            stamp: file.stamp,
            fault: Some(kind),
        }),
        is_read,
    }
}

/// What a file says, whatever the index says of it.
struct Content<'a> {
    text: Text,
    encoding: TextEncoding,
    n_words: u32,
    /// An article with the same text, and its file: what the index does not
    /// say otherwise is known from it.
    old: Option<(&'a Article, &'a ArticleFile)>,
}

impl<'a> Content<'a> {
    fn of_old(old: &'a Article, file: &'a ArticleFile) -> Self {
        Self {
            text: old.text.clone(),
            encoding: old.encoding,
            n_words: old.n_words,
            old: Some((old, file)),
        }
    }

    /// `old` is the article that the file had before.
    fn of_decoded(decoded: Decoded, old: Option<(&'a Article, &'a ArticleFile)>) -> Self {
        let is_same = |old: &Article| old.text.as_bytes() == decoded.text.as_bytes();
        if let Some((old, file)) = old.filter(|(old, _)| is_same(old)) {
            return Self {
                encoding: decoded.encoding,
                ..Self::of_old(old, file)
            };
        }
        Self {
            n_words: count_words(&decoded.text),
            text: decoded.text.into(),
            encoding: decoded.encoding,
            old: None,
        }
    }

    /// The article in `file`, of which the index says `row`.
    fn with_row(self, file: FileEntry, row: Option<IndexRow>) -> FoundArticle {
        let by_index = row.as_ref().and_then(|row| row.date);
        let date = by_index.or_else(|| self.dateline());
        let dated_by = match (by_index, date) {
            (Some(_), _) => Some(DatedBy::Index),
            (None, Some(_)) => Some(DatedBy::Text),
            (None, None) => None,
        };
        let given = row.as_ref().and_then(|row| row.title.as_deref());
        let Title { title, span } = self.title(given);
        let has_given_title = given.is_some();
        let (period, source, url, extra) = row.map_or_else(Default::default, |row| {
            (row.period, row.source, row.url, row.extra)
        });
        let article = Article {
            id: ArticleId(0),
            file: file.name,
            title,
            title_span: span,
            text: self.text,
            date,
            dated_by,
            period,
            source,
            url,
            extra,
            n_words: self.n_words,
            encoding: self.encoding,
        };
        FoundArticle {
            article,
            file: ArticleFile {
                stamp: file.stamp,
                has_given_title,
            },
            kept: self.old.map(|(old, _)| old.id),
        }
    }

    /// The date that the text itself gives.
    fn dateline(&self) -> Option<PartialDate> {
        match self.old {
            Some((old, _)) if old.dated_by != Some(DatedBy::Index) => old.date,
            _ => dateline(&self.text),
        }
    }

    /// The title, which the index may give.
    fn title(&self, given: Option<&str>) -> Title {
        match self.old {
            Some((old, file))
                if file.has_given_title == given.is_some()
                    && given.is_none_or(|given| *given == *old.title) =>
            {
                Title {
                    title: old.title.clone(),
                    span: old.title_span,
                }
            }
            _ => title_of(&self.text, given),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{CancelToken, Progress};
    use crate::corpus::folder::load::read_corpus;
    use crate::corpus::folder::store::{FolderListing, Target};
    use crate::corpus::{Corpus, LoadError};

    /// A store whose files cannot be read for the reason that their name says.
    struct Faulty(&'static [&'static str]);

    impl Store for Faulty {
        fn list(&self, _cancel: &CancelToken) -> Result<FolderListing, LoadError> {
            let files = self.0.iter().map(|name| FileEntry {
                name: (*name).into(),
                os_path: None,
                stamp: FileStamp::UNKNOWN,
            });
            Ok(FolderListing {
                files: files.collect(),
                ..FolderListing::default()
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
        problems
            .map(|p| {
                let (file, line) = (p.file.as_deref().unwrap_or("."), p.line.unwrap_or(0));
                format!("{file}:{line} {}", p.kind)
            })
            .collect()
    }

    #[test]
    fn listed_file_that_cannot_be_read_is_a_problem_of_its_row() {
        let problems = problems(&read(&["INDEX.md", "refused.txt"]));
        assert_eq!(
            problems[1],
            "INDEX.md:3 unreadable path=\"refused.txt\" reason=\"permission denied\""
        );
    }

    #[test]
    fn file_that_vanishes_is_a_problem_of_its_own() {
        let problems = problems(&read(&["vanished.txt"]));
        assert_eq!(problems[1], "vanished.txt:0 vanished path=\"vanished.txt\"");
    }

    #[test]
    fn entities_file_that_cannot_be_read_is_a_problem() {
        let corpus = read(&["entities.toml"]);
        assert_eq!(corpus.entities_toml, None);
        assert!(problems(&corpus)[1].starts_with("entities.toml:0 unreadable"));
    }
}
