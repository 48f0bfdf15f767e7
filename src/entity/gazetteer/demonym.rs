//! Nationality adjectives: the forms of a relative adjective (nisba).
//!
//! From روسي come روسية, روسيون, روسيين, روسيات, روسيان, روسيتان, روسيتين and
//! روسيا (accusative), each with and without the article. In a phrase of two
//! adjectives (كوري شمالي) every word takes the article and the ending.
//! Rules: any grammar of Standard Arabic, under *relative adjective*.

/// The grammatical form of an adjective, as far as agreement asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::entity) enum Gender {
    /// Masculine singular.
    Masculine,
    /// Feminine singular, which also goes with plurals of things.
    Feminine,
    /// A plural or dual, of persons.
    Plural,
}

/// What a form of an adjective agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::entity) struct Agreement {
    /// Gender and number.
    pub(in crate::entity) gender: Gender,
    /// Whether the form has the article.
    pub(in crate::entity) definite: bool,
}

const ENDINGS: [(&str, Gender); 9] = [
    ("", Gender::Masculine),
    ("ة", Gender::Feminine),
    ("ون", Gender::Plural),
    ("ين", Gender::Plural),
    ("ات", Gender::Plural),
    ("ان", Gender::Plural),
    ("تان", Gender::Plural),
    ("تين", Gender::Plural),
    ("ا", Gender::Masculine),
];

/// All forms of the masculine singular `stem`, such as روسي.
pub(super) fn forms(stem: &str) -> impl Iterator<Item = (String, Agreement)> + '_ {
    ENDINGS
        .into_iter()
        .flat_map(|ending| [(ending, false), (ending, true)])
        // The accusative in -ا never has the article.
        .filter(|((ending, _), definite)| !(*definite && *ending == "ا"))
        .map(|((ending, gender), definite)| {
            let form = each_word(stem, definite, ending);
            (form, Agreement { gender, definite })
        })
}

/// `plural`, a form that no rule gives (أرمن), without and with the article.
pub(super) fn irregular(plural: &str) -> impl Iterator<Item = (String, Agreement)> + '_ {
    [false, true].into_iter().map(|definite| {
        let gender = Gender::Plural;
        (
            each_word(plural, definite, ""),
            Agreement { gender, definite },
        )
    })
}

/// The feminine form with the article, which stands after وزارة or حكومة.
pub(super) fn definite_feminine(stem: &str) -> String {
    each_word(stem, true, "ة")
}

/// The masculine form with the article, which stands after جيش or برلمان.
pub(super) fn definite_masculine(stem: &str) -> String {
    each_word(stem, true, "")
}

fn each_word(phrase: &str, definite: bool, ending: &str) -> String {
    let mut out = String::with_capacity(phrase.len() + 16);
    for word in phrase.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        if definite {
            out.push_str("ال");
        }
        out.push_str(word);
        out.push_str(ending);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_phrase_takes_article_and_ending() {
        assert_eq!(definite_feminine("كوري شمالي"), "الكورية الشمالية");
        assert_eq!(definite_masculine("كوري شمالي"), "الكوري الشمالي");
    }

    #[test]
    fn forms_are_seventeen_and_say_what_they_agree_with() {
        let all: Vec<_> = forms("روسي").collect();
        assert_eq!(all.len(), 17);
        let of = |word: &str| all.iter().find(|(form, _)| form == word).map(|f| f.1);
        let feminine = of("الروسية").expect("form");
        assert_eq!(
            (feminine.gender, feminine.definite),
            (Gender::Feminine, true)
        );
        assert!(of("الروسيا").is_none());
        assert!(of("روسيون").is_some_and(|a| a.gender == Gender::Plural && !a.definite));
    }
}
