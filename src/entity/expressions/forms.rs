//! What a word form can mean, computed once for a form.

use super::lexicon::{Begins, EntryId, LEXICON};
use super::markers::{Marker, Markers};
use crate::arabic::{Peel, each_stem, written_len};

/// A way to read a word form.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormReading {
    /// The word, without proclitics.
    pub(super) word: EntryId,
    /// Bytes of the form, as written, that stand before it.
    pub(super) skip: u8,
    /// What those bytes are.
    pub(super) peel: Peel,
}

/// What is to be known of a form.
#[derive(Debug)]
pub(super) struct ExpressionForm {
    /// Its letters; rules see no other spelling.
    pub(super) folded: Box<str>,
    pub(super) readings: Vec<FormReading>,
    pub(super) begins: Begins,
    markers: Markers,
}

/// The forms seen so far.
pub(super) type ExpressionForms = crate::arabic::Forms<ExpressionForm>;

/// Room for the forms of many articles; the slots take 1 MiB.
pub(super) fn forms() -> ExpressionForms {
    ExpressionForms::new(15, 1 << 16)
}

impl ExpressionForm {
    /// What is to be known of the form `written`, folded `folded`.
    pub(super) fn new(written: &str, folded: &str) -> Self {
        let readings = readings(written, folded);
        let begins = readings.iter().map(|reading| LEXICON.begins(reading.word));
        Self {
            folded: folded.into(),
            begins: begins.fold(Begins::default(), Begins::or),
            markers: Markers::of(folded),
            readings,
        }
    }

    /// Whether a rule that asks for `marker` means this form.
    pub(super) const fn is(&self, marker: Marker) -> bool {
        self.markers.has(marker)
    }
}

/// The readings of a form: the whole word if it is known, else with its
/// proclitics taken off, the fewest first.
fn readings(written: &str, folded: &str) -> Vec<FormReading> {
    let whole = |word| FormReading {
        word,
        skip: 0,
        peel: Peel::Whole,
    };
    if let Some(word) = LEXICON.word(folded) {
        return vec![whole(word)];
    }
    let mut readings = Vec::new();
    each_stem(folded, |stem| {
        if let Some(word) = LEXICON.word(stem.word)
            && let Ok(skip) = u8::try_from(written_len(written, stem.peeled))
        {
            let peel = stem.peel;
            readings.push(FormReading { word, skip, peel });
        }
    });
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(written: &str) -> Vec<&str> {
        let form = ExpressionForm::new(written, &crate::arabic::fold(written));
        let skips = form
            .readings
            .iter()
            .map(|reading| usize::from(reading.skip));
        skips.filter_map(|skip| written.get(skip..)).collect()
    }

    #[test]
    fn a_known_word_is_not_taken_apart() {
        assert_eq!(rest("واحد"), ["واحد"]);
        assert_eq!(rest("وفاة"), ["وفاة"]);
    }

    #[test]
    fn proclitics_come_off_with_their_marks() {
        assert_eq!(rest("وأكتوبر"), ["أكتوبر"]);
        assert_eq!(rest("بِـثلاثة"), ["ثلاثة"]);
        assert_eq!(rest("للعام"), ["لعام"]);
        assert_eq!(rest("كتاب"), ["كتاب"]);
        assert_eq!(rest("الأرمن"), ["الأرمن"]);
        assert_eq!(rest("طاولة"), [""; 0]);
    }
}
