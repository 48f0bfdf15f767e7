//! What an expression says.

use crate::base::{ByteSpan, tagged};
use crate::corpus::PartialDate;

/// A date, a clock time or a count of casualties in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands, in bytes.
    pub span: ByteSpan,
    /// What it says.
    pub value: ExpressionValue,
}

/// The value of an [`Expression`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpressionValue {
    /// A calendar expression.
    Date(DateValue),
    /// A clock time.
    Time(TimeValue),
    /// A count of people killed, wounded, captured …
    Casualty(CasualtyValue),
}

/// What a calendar expression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue {
    /// The dates it names, ascending; empty where they are not known.
    pub iso: Vec<PartialDate>,
    /// Where the dates come from; `None` without dates.
    pub resolved: Option<Resolution>,
    /// What kind of expression it is.
    pub sub: DateKind,
}

tagged! {
    /// What a date was resolved by.
    pub enum Resolution {
        /// The year is in the words.
        Explicit = "explicit",
        /// The date of the article.
        DocumentDate = "docdate",
        /// Words nearby.
        Context = "context",
        /// The article's date is not known to the day.
        Inferred = "inferred",
    }
}

tagged! {
    /// The kinds of calendar expressions.
    pub enum DateKind {
        /// A month or year is named.
        Calendar = "calendar",
        /// A day of the week is named.
        Weekday = "weekday",
        /// اليوم, هذا الشهر, الأسبوع الماضي.
        Relative = "relative",
        /// منذ 5 أعوام, 12 يوما: names no date.
        Duration = "duration",
    }
}

/// A clock time. Without hour where day and night cannot be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeValue {
    /// Hour, 0 to 23, and minute, 0 to 59.
    pub clock: Option<(u8, u8)>,
}

/// What a count of casualties says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CasualtyValue {
    /// How many people; for a vague count its least power of ten.
    pub value: u64,
    /// What happened to them.
    pub kind: CasualtyKind,
    /// How the value is to be taken.
    pub cmp: Comparison,
    /// Who they are, if the words say.
    pub who: Option<Who>,
    /// Whether they are part of a figure given just before.
    pub subset: bool,
    /// Whether the figure sums up over time (ارتفعت الحصيلة إلى).
    pub cumulative: bool,
    /// Whether no number is named: مئات آخرون. Optional in the guidelines.
    pub vague: bool,
}

tagged! {
    /// What happened to the people counted.
    pub enum CasualtyKind {
        /// Dead.
        Killed = "killed",
        /// Hurt.
        Wounded = "wounded",
        /// Dead or hurt, not told apart: بين قتيل وجريح.
        KilledAndWounded = "killed_and_wounded",
        /// Taken prisoner or hostage.
        Captured = "captured",
        /// Not found.
        Missing = "missing",
        /// Driven from home.
        Displaced = "displaced",
        /// Brought away.
        Evacuated = "evacuated",
    }
}

tagged! {
    /// How a count is to be taken.
    pub enum Comparison {
        /// As it stands.
        Exact = "exact",
        /// على الأقل
        AtLeast = "at_least",
        /// أكثر من
        MoreThan = "more_than",
        /// نحو; also what is below ("أقل من").
        About = "about",
        /// عشرات; also بضعة.
        Tens = "tens",
        /// مئات and greater orders.
        Hundreds = "hundreds",
    }
}

tagged! {
    /// The people counted.
    pub enum Who {
        /// مدنيون
        Civilians = "civilians",
        /// جنود, عسكريون, ضباط
        Soldiers = "soldiers",
        /// مسلحون, مقاتلون, عناصر
        Fighters = "fighters",
        /// شرطة
        Police = "police",
        /// أطفال
        Children = "children",
        /// نساء
        Women = "women",
        /// صحفيون
        Journalists = "journalists",
    }
}
