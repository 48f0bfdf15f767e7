//! What a word can mean in a date, a time or a count.

use super::value::{CasualtyKind, Who};
use crate::arabic::numerals::{NumberWord, Vague};

/// One meaning of a folded word. A word may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A cardinal, with the article or without.
    Number(NumberWord, Article),
    /// An ordinal from 1 to 10.
    Ordinal(u8, Article),
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
    Unit(Unit, Count, Article),
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
    Trigger(CasualtyKind, Trigger),
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
pub(super) enum Article {
    With,
    Without,
}

/// Singular, dual or plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Many,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// Which one of several is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    /// الماضي
    Past,
    /// الجاري, هذا
    Now,
    /// المقبل
    Next,
    /// نفسه, ذلك: the one just named.
    Same,
    /// التالي: the one after it.
    After,
    /// الأخير with a plural.
    Recent,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    /// Before noon.
    Morning,
    /// ظهرا: around noon.
    Noon,
    /// After noon.
    Evening,
    /// ليلا: late in the evening or before dawn.
    Night,
}

/// How a trigger stands to its count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trigger {
    /// A verbal noun, before the count: مقتل.
    Noun,
    /// A verb, before or after: قتل, قتلوا.
    Verb,
    /// A verb whose object is counted through ب: أودت ب.
    With,
}
