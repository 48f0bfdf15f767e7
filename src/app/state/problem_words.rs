//! What is said of a problem beside its sentence.

use crate::corpus::Problem;
use crate::texts::Texts;

/// Severity, file and line, as a reader says them.
pub(in crate::app) fn place_of(texts: &Texts, problem: &Problem) -> String {
    let severity = texts.get(&format!("severity-{}", problem.severity().label()));
    let place = match (problem.file.as_deref(), problem.line) {
        (None, _) => texts.get("problem-place-folder").into_owned(),
        (Some(file), None) => texts.file(file).into_owned(),
        (Some(file), Some(line)) => texts.with(
            "problem-place-line",
            &[("file", file.into()), ("line", line.into())],
        ),
    };
    format!("{severity} · {place}")
}
