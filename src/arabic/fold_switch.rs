//! The single folds, as switches.

use super::Folds;

/// One fold that can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fold {
    /// Hamza and madda on their seats.
    Hamza,
    /// ة and ه.
    TehMarbuta,
    /// ى and ي.
    AlefMaqsura,
    /// Tashkeel, Quranic marks and tatweel.
    Marks,
    /// Digits of all systems.
    Digits,
    /// Capital and small letters.
    LetterCase,
}

impl Fold {
    /// All of them, as the reader sees them.
    pub const ALL: [Self; 6] = [
        Self::Hamza,
        Self::TehMarbuta,
        Self::AlefMaqsura,
        Self::Marks,
        Self::Digits,
        Self::LetterCase,
    ];

    /// The stable name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hamza => "hamza",
            Self::TehMarbuta => "teh-marbuta",
            Self::AlefMaqsura => "alef-maqsura",
            Self::Marks => "marks",
            Self::Digits => "digits",
            Self::LetterCase => "letter-case",
        }
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
        on.map(Fold::name)
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
