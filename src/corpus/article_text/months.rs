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

/// The days of the week from Monday on; each list holds the folded names of
/// one day.
const WEEKDAYS: [&[&str]; 7] = [
    &["الاثنين", "الاتنين", "اثنين", "monday"],
    &["الثلاثاء", "الثلاثا", "ثلاثاء", "tuesday"],
    &["الاربعاء", "الاربعا", "اربعاء", "wednesday"],
    &["الخميس", "خميس", "thursday"],
    &["الجمعه", "جمعه", "friday"],
    &["السبت", "saturday"],
    &["الاحد", "احد", "sunday"],
];

/// Every month, 1 to 12, with each of its folded names, of one or two words.
pub(crate) fn month_names() -> impl Iterator<Item = (u8, &'static str)> {
    (1..)
        .zip(MONTHS)
        .flat_map(|(month, names)| names.iter().map(move |name| (month, *name)))
}

/// Every day of the week, 1 for Monday to 7 for Sunday (ISO 8601), with each
/// of its folded names.
pub(crate) fn weekday_names() -> impl Iterator<Item = (u8, &'static str)> {
    (1..)
        .zip(WEEKDAYS)
        .flat_map(|(day, names)| names.iter().map(move |name| (day, *name)))
}

/// The month, 1 to 12, of a folded name of one or two words with one space.
pub(super) fn month_of(name: &str) -> Option<u8> {
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&name))
        .map(|(month, _)| month)
}

/// Whether the folded `word` names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|names| names.contains(&word))
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
        assert!(weekday_names().all(|(_, day)| fold(day) == day));
    }
}
