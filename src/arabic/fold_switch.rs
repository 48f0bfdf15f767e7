//! The single folds, as switches.

use super::Folds;
use crate::base::tagged;

tagged! {
    /// One fold that can be switched off.
    pub enum Fold {
        /// Hamza and madda on their seats.
        Hamza = "hamza",
        /// ة and ه.
        TehMarbuta = "teh-marbuta",
        /// ى and ي.
        AlefMaqsura = "alef-maqsura",
        /// Tashkeel, Quranic marks and tatweel.
        Marks = "marks",
        /// Digits of all systems.
        Digits = "digits",
        /// Capital and small letters.
        LetterCase = "letter-case",
    }
}

impl Folds {
    /// Whether `fold` is on.
    #[must_use]
    pub fn has(mut self, fold: Fold) -> bool {
        *self.switch(fold)
    }

    /// Switches `fold` on or off.
    pub fn toggle(&mut self, fold: Fold) {
        let switch = self.switch(fold);
        *switch = !*switch;
    }

    /// The names of the folds that are on.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let on = Fold::ALL.into_iter().filter(move |fold| self.has(*fold));
        on.map(Fold::as_str)
    }

    fn switch(&mut self, fold: Fold) -> &mut bool {
        match fold {
            Fold::Hamza => &mut self.hamza,
            Fold::TehMarbuta => &mut self.teh_marbuta,
            Fold::AlefMaqsura => &mut self.alef_maqsura,
            Fold::Marks => &mut self.marks,
            Fold::Digits => &mut self.digits,
            Fold::LetterCase => &mut self.letter_case,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_switch_is_its_own() {
        for fold in Fold::ALL {
            let mut folds = Folds::ALL;
            folds.toggle(fold);
            assert!(!folds.has(fold) && folds.names().count() == 5);
            folds.toggle(fold);
            assert_eq!(folds, Folds::ALL);
        }
    }
}
