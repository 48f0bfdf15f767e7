//! How the command line says what is wrong: with the English texts of the
//! window, to standard error.

use crate::base::{Cancelled, Message};
use crate::corpus::Problem;
use crate::texts::{Language, Texts};
use std::io::{self, ErrorKind};
use std::process::ExitCode;
use std::sync::LazyLock;

static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::plain(Language::English));

/// Why a command ends without a result: a sentence, or nothing to complain of
/// where the reader of a pipe has left.
pub(super) struct Complaint(pub(super) Option<String>);

impl Complaint {
    /// Says it, and gives the exit code: 2, or 0 where there is nothing to say.
    pub(super) fn tell(self) -> ExitCode {
        self.0
            .map_or(ExitCode::SUCCESS, |sentence| complain(&sentence))
    }
}

impl<M: Message> From<M> for Complaint {
    fn from(message: M) -> Self {
        Self(Some(sentence(&message)))
    }
}

impl From<io::Error> for Complaint {
    fn from(error: io::Error) -> Self {
        Self((error.kind() != ErrorKind::BrokenPipe).then(|| error.to_string()))
    }
}

impl From<serde_json::Error> for Complaint {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

/// Nobody cancels a command but by ending the program.
impl From<Cancelled> for Complaint {
    fn from(_: Cancelled) -> Self {
        Self(None)
    }
}

/// The sentence of `message` as it goes on after a colon: with a small letter
/// at its beginning, unless that begins a name in capitals.
pub(super) fn sentence(message: &dyn Message) -> String {
    let text = TEXTS.message(message);
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text,
    }
}

/// The sentence of `problem` after its file and line.
pub(super) fn at_place(problem: &Problem) -> String {
    let sentence = sentence(&problem.kind);
    match place(problem.file.as_deref(), problem.line) {
        Some(place) => format!("{place}: {sentence}"),
        None => sentence,
    }
}

/// A file and the line in it, if they are known.
pub(super) fn place(file: Option<&str>, line: Option<u32>) -> Option<String> {
    let file = file?;
    Some(match line {
        Some(line) => TEXTS.with(
            "problem-place-line",
            &[("file", file.into()), ("line", line.into())],
        ),
        None => file.to_owned(),
    })
}

/// Says `sentence` to standard error.
#[expect(clippy::print_stderr, reason = "the command line's voice")]
pub(super) fn complain(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::query::QueryProblemKind;
    use crate::corpus::{EntityFault, ProblemKind};

    #[test]
    fn sentences_go_on_after_a_place() {
        let path = "أ.txt".to_owned();
        let problem = Problem::at_line("INDEX.md", 1200, ProblemKind::MissingFile { path });
        assert_eq!(
            at_place(&problem),
            "INDEX.md, line 1200: the file “أ.txt” does not exist in the folder; \
             correct the name or delete the row."
        );
        let capitals = sentence(&QueryProblemKind::NearWithoutWords);
        assert!(capitals.starts_with("NEAR needs words"), "{capitals}");
        let fault = EntityFault::IdTaken {
            id: "Baku".to_owned(),
            first_line: 3,
        };
        assert_eq!(
            sentence(&fault),
            "the id “Baku” is that of the entry in line 3, which counts; \
             add the names there or choose another id."
        );
    }

    #[test]
    fn a_reader_that_leaves_is_no_complaint() {
        let left = || io::Error::from(ErrorKind::BrokenPipe);
        assert!(Complaint::from(left()).0.is_none());
        assert!(Complaint::from(serde_json::Error::io(left())).0.is_none());
        assert!(Complaint::from(io::Error::other("no")).0.is_some());
    }
}
