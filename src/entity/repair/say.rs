//! What a draft says of words.

use super::action::Words;
use super::draft::Draft;
use crate::arabic::fold;
use crate::entity::names_file::{
    Known, Placed, Reading, RepairFault, Scope, Unknown, Verdict, has_letter,
};

impl<K: Known> Draft<'_, K> {
    /// Lets the words `text` be what `verdict` says. Earlier readings of them
    /// inside the scope that say otherwise go.
    pub(super) fn say(
        &mut self,
        text: &str,
        scope: &Scope,
        verdict: Verdict,
    ) -> Result<(), RepairFault> {
        if !has_letter(text) {
            return Err(RepairFault::EmptyName);
        }
        let folded = fold(text);
        let mut is_said = false;
        self.names.readings.retain_mut(|placed| {
            let reading = &mut placed.value;
            let same_words = match scope {
                Scope::Here { .. } => reading.text == text,
                Scope::Everywhere | Scope::Article { .. } => fold(&reading.text) == folded,
            };
            if reading.scope == *scope && same_words && !is_said {
                reading.verdict = verdict.clone();
                is_said = true;
                return true;
            }
            // Two names at one place cannot both be, even of one entity.
            let agrees = reading.verdict == verdict && !matches!(scope, Scope::Here { .. });
            agrees || !covers(scope, text, same_words, reading)
        });
        if !is_said {
            self.push(text, scope.clone(), verdict);
        }
        Ok(())
    }

    fn push(&mut self, text: &str, scope: Scope, verdict: Verdict) {
        let value = Reading {
            text: text.to_owned(),
            scope,
            verdict,
            unknown: Unknown::new(),
        };
        self.names.readings.push(Placed { line: None, value });
    }

    /// Takes away that the words `text` are a name in every article, if that is
    /// `scope` and the reader says so; and what they were said to be.
    pub(super) fn take_mark(&mut self, text: &str, scope: &Scope) -> Option<Verdict> {
        let folded = fold(text);
        let is_mark = |reading: &Reading| {
            let is_same = reading.scope == *scope && fold(&reading.text) == folded;
            let is_name = matches!(reading.verdict, Verdict::OfType(_) | Verdict::Names { .. });
            *scope == Scope::Everywhere && is_same && is_name
        };
        let readings = &mut self.names.readings;
        let at = readings.iter().position(|r| is_mark(&r.value))?;
        Some(readings.remove(at).value.verdict)
    }

    /// Takes the reading at one place away.
    pub(super) fn forget_here(&mut self, file: &str, words: &Words) {
        let (file, start) = (file.to_owned(), words.start);
        let scope = Scope::Here { file, start };
        let readings = &mut self.names.readings;
        readings.retain(|r| r.value.text != words.text || r.value.scope != scope);
    }
}

/// Whether a reading of the words `text` in `scope` speaks of every place that
/// `reading` speaks of.
fn covers(scope: &Scope, text: &str, same_words: bool, reading: &Reading) -> bool {
    match (scope, &reading.scope) {
        (Scope::Everywhere, _) => same_words,
        (Scope::Article { file }, other) => same_words && other.file() == Some(file),
        (
            Scope::Here { file, start },
            Scope::Here {
                file: other,
                start: other_start,
            },
        ) => {
            let words = |start: u32, text: &str| Words {
                start,
                text: text.to_owned(),
            };
            file == other && words(*start, text).touches(&words(*other_start, &reading.text))
        }
        (Scope::Here { .. }, _) => false,
    }
}
