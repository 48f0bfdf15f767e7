//! What a command is called where its data must not be told.

use super::Command;
use std::fmt::{self, Write};

impl Command {
    /// Its name and those of the choices in it, such as `Ui OpenFolder`;
    /// nothing that the reader wrote or the corpus holds.
    pub(in crate::app) fn name(&self) -> String {
        let mut names = Names::default();
        // It fails at the first thing that is no name, which is its end.
        let _ = write!(names, "{self:?}");
        names.0.truncate(names.0.trim_end().len());
        names.0
    }
}

/// The names at the beginning of what is written, each in the brackets of the
/// one before.
#[derive(Default)]
struct Names(String);

impl Write for Names {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            let begins = self.0.is_empty() || self.0.ends_with(' ');
            match c {
                '(' if !begins => self.0.push(' '),
                'A'..='Z' => self.0.push(c),
                'a'..='z' | '0'..='9' if !begins => self.0.push(c),
                _ => return Err(fmt::Error),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::SortBy;
    use crate::app::command::{Command, LineCommand, Source, UiCommand};
    use crate::base::ArticleId;

    #[test]
    fn names_tell_no_data() {
        for (command, name) in [
            (Command::Ui(UiCommand::OpenFolder), "Ui OpenFolder"),
            (
                Command::Open(Source::Folder("/home/A".into())),
                "Open Folder",
            ),
            (Command::SetQuery("Baku باكو".to_owned()), "SetQuery"),
            (
                Command::SelectArticle(ArticleId(3)),
                "SelectArticle ArticleId",
            ),
            (Command::MoveBy(-1), "MoveBy"),
            (Command::Line(LineCommand::Collapse(3)), "Line Collapse"),
            (Command::LookAt(Some("Baku".into())), "LookAt Some"),
            (Command::Sort(SortBy::Title), "Sort Title"),
            (Command::CopyProblems, "CopyProblems"),
        ] {
            assert_eq!(command.name(), name);
        }
    }
}
