//! The names of months and weekdays in the Arabic press, folded.
//!
//! Four systems are in use: Egypt and the Gulf (يناير), the Levant and Iraq
//! (كانون الثاني), Algeria and Tunisia (جانفي), Morocco (غشت). English names
//! are known too.

/// The months; each list holds the folded names of one month.
const MONTHS: [&[&str]; 12] = [
    &[
        "يناير",
        "كانون الثاني",
        "كانون ثاني",
        "كانون ثان",
        "جانفي",
        "january",
        "jan",
    ],
    &["فبراير", "شباط", "فيفري", "february", "feb"],
    &["مارس", "اذار", "march", "mar"],
    &["ابريل", "نيسان", "افريل", "april", "apr"],
    &["مايو", "ايار", "ماي", "may"],
    &["يونيو", "يونيه", "حزيران", "جوان", "june", "jun"],
    &["يوليو", "يوليه", "تموز", "جويليه", "يوليوز", "july", "jul"],
    &["اغسطس", "اب", "اوت", "غشت", "august", "aug"],
    &["سبتمبر", "ايلول", "شتنبر", "september", "sept", "sep"],
    &["اكتوبر", "تشرين الاول", "تشرين اول", "october", "oct"],
    &[
        "نوفمبر",
        "تشرين الثاني",
        "تشرين ثاني",
        "تشرين ثان",
        "نونبر",
        "november",
        "nov",
    ],
    &[
        "ديسمبر",
        "كانون الاول",
        "كانون اول",
        "دجنبر",
        "december",
        "dec",
    ],
];

const WEEKDAYS: [&str; 23] = [
    "الاحد",
    "احد",
    "الاثنين",
    "الاتنين",
    "اثنين",
    "الثلاثاء",
    "الثلاثا",
    "ثلاثاء",
    "الاربعاء",
    "الاربعا",
    "اربعاء",
    "الخميس",
    "خميس",
    "الجمعه",
    "جمعه",
    "السبت",
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
];

/// The month, 1 to 12, of a folded name of one or two words with one space.
pub(super) fn month_of(name: &str) -> Option<u8> {
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&name))
        .map(|(month, _)| month)
}

/// Whether the folded `word` names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn names_are_folded_and_each_names_one_month() {
        let mut seen = std::collections::BTreeSet::new();
        for name in MONTHS.into_iter().flatten() {
            assert_eq!(fold(name), **name);
            assert!(seen.insert(name), "{name}");
        }
        assert!(WEEKDAYS.iter().all(|day| fold(day) == **day));
    }
}
