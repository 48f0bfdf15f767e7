//! What a word can mean in a date, a time or a count.

use super::value::{CasualtyKind, Who};
use crate::arabic::numerals::{NumberWord, Vague};
use crate::base::tagged;

/// One meaning of a folded word. A word may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A cardinal, with the article or without.
    Number(NumberWord, Definiteness),
    /// An ordinal from 1 to 10.
    Ordinal(u8, Definiteness),
    /// عشرات, مئات.
    Vague(Vague),
    /// The article written apart from its digits: الـ 3.
    Article,
    /// The conjunction و written apart from its digits: و28.
    And,
    /// The name of a month; `bool`: it is also an ordinary word.
    Month(u8, bool),
    /// The first word of two, which the first or second completes: تشرين,
    /// كانون. The months are those of the first and of the second.
    MonthHead(u8, u8),
    /// A month of the Hijri calendar.
    HijriMonth,
    /// A day of the week, 1 for Monday.
    Weekday(u8),
    /// Days from the day of the article: اليوم 0, أمس -1.
    Day(i8),
    /// A unit of time.
    Unit(TimeUnit, Count, Definiteness),
    /// صيف, خريف.
    Season,
    /// هذا and ذلك before a unit.
    Pointing(Lean),
    /// What a unit or month is told apart by: الماضي, المقبل.
    Lean(Lean),
    /// A part of a period: مطلع, أواخر.
    Part,
    /// A share of a year: الربع, النصف.
    Share,
    /// تسعينيات.
    Decade,
    /// منذ
    Since,
    /// من
    From,
    /// منه, منها: of the month just named.
    OfIt,
    /// بعد before غد.
    Following,
    /// إلى, حتى: from one day to another.
    Until,
    /// الموافق: a weekday and its date.
    Being,
    /// A word that stands before years and months and no count: في, خلال, حرب.
    Timely,
    /// A word after which a weekday's name is another name: صلاة, مدينة.
    NotDay,
    /// A word after which four digits are no year: القرار, رقم.
    NotYear,
    /// A word after which اليوم is part of a title: روسيا اليوم.
    Title,
    /// A word that makes اليوم another thing when it follows: العالمي.
    NotToday,
    /// م, ميلادي after a year.
    Gregorian,
    /// هـ, هجري after a year.
    Hijri,
    /// الساعة
    Clock,
    /// صباحا, مساء: the part of the day after a clock time.
    DayPart(DayPart),
    /// والنصف, والربع after an hour: minutes.
    Fraction(u8),
    /// إلا before a fraction of an hour.
    Less,
    /// A verb or verbal noun that says what happened to people.
    Trigger(CasualtyKind, TriggerPart),
    /// A noun that says what happened to those it counts: قتيل.
    Victim(CasualtyKind, Count),
    /// A noun for people.
    Person(Option<Who>, Count),
    /// بينهم, منهم: part of the figure before.
    Among,
    /// حصيلة, عدد, ارتفع: the figure sums up.
    Total,
    /// A word that may follow a count and is no noun counted.
    Function,
    /// A disease, from which people are not wounded: فيروس.
    Disease,
    /// نصف before a thousand or a million: one of so many parts of it.
    PartOf(u8),
    /// شرطة, إغاثة: what a noun for people stands in construct with.
    Service,
    /// A word after which people are counted to whom something else happens.
    Elsewhere,
    /// What a toll may be of: زلزال.
    Disaster,
    /// A noun of what is counted and no person.
    Thing,
}

impl Sense {
    /// The meaning that a line of `assets/words/expressions.tsv` names, of a
    /// word with the article or without.
    pub(super) fn of_class(class: &str, article: Definiteness) -> Option<Self> {
        let parts: Vec<&str> = class.split(' ').collect();
        Some(match *parts {
            ["article"] => Self::Article,
            ["and"] => Self::And,
            ["month-head", first, second] => {
                Self::MonthHead(first.parse().ok()?, second.parse().ok()?)
            }
            ["hijri-month"] => Self::HijriMonth,
            ["day", shift] => Self::Day(shift.parse().ok()?),
            ["unit", unit, count] => {
                Self::Unit(TimeUnit::from_tag(unit)?, Count::from_tag(count)?, article)
            }
            ["season"] => Self::Season,
            ["pointing", lean] => Self::Pointing(Lean::from_tag(lean)?),
            ["lean", lean] => Self::Lean(Lean::from_tag(lean)?),
            ["part"] => Self::Part,
            ["share"] => Self::Share,
            ["decade"] => Self::Decade,
            ["since"] => Self::Since,
            ["from"] => Self::From,
            ["of-it"] => Self::OfIt,
            ["following"] => Self::Following,
            ["until"] => Self::Until,
            ["being"] => Self::Being,
            ["timely"] => Self::Timely,
            ["not-day"] => Self::NotDay,
            ["not-year"] => Self::NotYear,
            ["title"] => Self::Title,
            ["not-today"] => Self::NotToday,
            ["gregorian"] => Self::Gregorian,
            ["hijri"] => Self::Hijri,
            ["clock"] => Self::Clock,
            ["day-part", part] => Self::DayPart(DayPart::from_tag(part)?),
            ["fraction", minutes] => Self::Fraction(minutes.parse().ok()?),
            ["less"] => Self::Less,
            ["trigger", kind, trigger] => Self::Trigger(
                CasualtyKind::from_tag(kind)?,
                TriggerPart::from_tag(trigger)?,
            ),
            ["victim", kind, count] => {
                Self::Victim(CasualtyKind::from_tag(kind)?, Count::from_tag(count)?)
            }
            ["person", "people", count] => Self::Person(None, Count::from_tag(count)?),
            ["person", who, count] => {
                Self::Person(Some(Who::from_tag(who)?), Count::from_tag(count)?)
            }
            ["among"] => Self::Among,
            ["total"] => Self::Total,
            ["function"] => Self::Function,
            ["disease"] => Self::Disease,
            ["part-of", parts] => Self::PartOf(parts.parse().ok()?),
            ["service"] => Self::Service,
            ["elsewhere"] => Self::Elsewhere,
            ["disaster"] => Self::Disaster,
            ["thing"] => Self::Thing,
            _ => return None,
        })
    }

    /// Whether the words of this meaning are entered with the article, too.
    pub(super) const fn takes_article(self) -> bool {
        matches!(
            self,
            Self::Unit(..)
                | Self::Victim(..)
                | Self::Person(..)
                | Self::Service
                | Self::Total
                | Self::Thing
        )
    }

    /// Whether a date or a clock time may begin with a word of this meaning.
    pub(super) const fn begins_time(self) -> bool {
        matches!(
            self,
            Self::Number(..)
                | Self::Ordinal(..)
                | Self::Vague(_)
                | Self::Article
                | Self::Month(..)
                | Self::MonthHead(..)
                | Self::HijriMonth
                | Self::Weekday(_)
                | Self::Day(_)
                | Self::Unit(..)
                | Self::Season
                | Self::Pointing(_)
                | Self::Part
                | Self::Share
                | Self::Decade
                | Self::Since
                | Self::Following
                | Self::Clock
        )
    }

    /// Whether a quantity phrase may begin with a word of this meaning.
    pub(super) const fn begins_count(self) -> bool {
        matches!(
            self,
            Self::Number(..)
                | Self::Vague(_)
                | Self::Article
                | Self::PartOf(_)
                | Self::Person(_, Count::One | Count::Two)
                | Self::Victim(_, Count::One | Count::Two)
        )
    }
}

/// Whether a word carries the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Definiteness {
    With,
    Without,
}

tagged! {
    /// Singular, dual or plural.
    pub(super) enum Count {
        One = "one",
        Two = "two",
        Many = "many",
    }
}

tagged! {
    /// A unit of time.
    pub(super) enum TimeUnit {
        Minute = "minute",
        Hour = "hour",
        Day = "day",
        Night = "night",
        Week = "week",
        Month = "month",
        Year = "year",
        Decade = "decade",
        Century = "century",
    }
}

tagged! {
    /// Which one of several is meant.
    pub(super) enum Lean {
        /// الماضي
        Past = "past",
        /// الجاري, هذا
        Now = "now",
        /// المقبل
        Next = "next",
        /// نفسه, ذلك: the one just named.
        Same = "same",
        /// التالي: the one after it.
        After = "after",
        /// الأخير with a plural.
        Recent = "recent",
    }
}

tagged! {
    /// A part of the day.
    pub(super) enum DayPart {
        /// Before noon.
        Morning = "morning",
        /// ظهرا: around noon.
        Noon = "noon",
        /// After noon.
        Evening = "evening",
        /// ليلا: late in the evening or before dawn.
        Night = "night",
    }
}

tagged! {
    /// How a trigger stands to its count.
    pub(super) enum TriggerPart {
        /// A verbal noun, before the count: مقتل.
        Noun = "noun",
        /// A verb, before or after: قتل, قتلوا.
        Verb = "verb",
        /// A verb whose object is counted through ب: أودت ب.
        With = "with",
    }
}
