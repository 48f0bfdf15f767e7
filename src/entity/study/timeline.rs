//! Mentions over time.

use std::collections::BTreeMap;
use std::fmt;

use super::scope::StudyScope;
use crate::base::ArticleId;
use crate::corpus::{Article, PartialDate};

/// How long a step on the axis of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A day of the calendar.
pub type Day = jiff::civil::Date;

/// A step on the axis of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    step: Step,
    /// The first day.
    start: Day,
}

/// The most steps that a chart is given when it chooses its step itself.
const MAX_STEPS: usize = 150;

impl Moment {
    /// The step that `date` lies in; `None` if it is not known well enough.
    #[must_use]
    pub fn of(date: PartialDate, step: Step) -> Option<Self> {
        let (month, day) = match step {
            Step::Day => (date.month()?, date.day()?),
            Step::Month => (date.month()?, 1),
            Step::Year => (1, 1),
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let start = Day::new(date.year(), month, day).ok()?;
        Some(Self { step, start })
    }

    /// The first day.
    #[must_use]
    pub const fn start(self) -> Day {
        self.start
    }

    /// The step after this one, unless the calendar ends.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        use jiff::ToSpan as _;
        let span = match self.step {
            Step::Day => 1.day(),
            Step::Month => 1.month(),
            Step::Year => 1.year(),
        };
        let start = self.start.checked_add(span).ok()?;
        Some(Self { start, ..self })
    }

    /// How many steps lie from this one to `last`, both counted.
    fn steps_to(self, last: Self) -> usize {
        let years = i32::from(last.start.year()) - i32::from(self.start.year());
        let months = i32::from(last.start.month()) - i32::from(self.start.month());
        let steps = match self.step {
            Step::Day => last.start.duration_since(self.start).as_hours() / 24,
            Step::Month => i64::from(years * 12 + months),
            Step::Year => i64::from(years),
        };
        usize::try_from(steps + 1).unwrap_or_default()
    }
}

/// `2020-10-14`, `2020-10` or `2020`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.start.year())?;
        if self.step <= Step::Month {
            write!(f, "-{:02}", self.start.month())?;
        }
        if self.step == Step::Day {
            write!(f, "-{:02}", self.start.day())?;
        }
        Ok(())
    }
}

/// What was counted in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StepCounts {
    /// Mentions of the entity.
    pub mentions: u32,
    /// Articles that name it.
    pub articles: u32,
    /// All articles of the scope.
    pub all_articles: u32,
    /// The words of all these articles.
    pub all_words: u64,
}

impl StepCounts {
    fn add(&mut self, article: &Article, mentions: u32) {
        self.mentions += mentions;
        self.articles += u32::from(mentions > 0);
        self.all_articles += 1;
        self.all_words += u64::from(article.n_words);
    }
}

/// Mentions of an entity over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionTimeline {
    /// The length of a step.
    pub step: Step,
    /// From the first step that the scope has articles of to the last, whether
    /// they name the entity or not. A step without articles is there with no
    /// articles: a gap is not a zero.
    pub steps: Vec<(Moment, StepCounts)>,
    /// Articles without date, or with one that is not known to the step.
    pub undated: StepCounts,
}

impl MentionTimeline {
    /// Counts `mentions`, the articles that name an entity and how often,
    /// ascending, with this step or with [`Step::fitting`].
    pub(super) fn new(
        scope: &StudyScope<'_>,
        mentions: &[(ArticleId, u32)],
        step: Option<Step>,
    ) -> Self {
        let step = step.unwrap_or_else(|| Step::fitting(scope));
        let mut counts = BTreeMap::<Moment, StepCounts>::new();
        let mut undated = StepCounts::default();
        let mut rest = mentions.iter().peekable();
        for shown in scope.articles() {
            let article = shown.article;
            let own = rest.next_if(|(id, _)| *id == article.id);
            let n_mentions = own.map_or(0, |(_, mentions)| *mentions);
            let moment = article.date.and_then(|date| Moment::of(date, step));
            let counts = match moment {
                Some(moment) => counts.entry(moment).or_default(),
                None => &mut undated,
            };
            counts.add(article, n_mentions);
        }
        let mut steps: Vec<(Moment, StepCounts)> = Vec::new();
        for (moment, counts) in counts {
            while let Some(gap) = steps.last().and_then(|(last, _)| last.next())
                && gap < moment
            {
                steps.push((gap, StepCounts::default()));
            }
            steps.push((moment, counts));
        }
        Self {
            step,
            steps,
            undated,
        }
    }
}

impl Step {
    /// The shortest step that nine tenths of the dated articles of `scope` are
    /// dated to, and that makes no more steps than a small chart can show;
    /// else a year. The same for every entity, so that charts compare.
    fn fitting(scope: &StudyScope<'_>) -> Self {
        let dates = || scope.articles().iter().filter_map(|s| s.article.date);
        let n_dated = dates().count();
        let fits = |step: &Self| {
            let moments = || dates().filter_map(|date| Moment::of(date, *step));
            let (Some(first), Some(last)) = (moments().min(), moments().max()) else {
                return false;
            };
            moments().count() * 10 >= n_dated * 9 && first.steps_to(last) <= MAX_STEPS
        };
        let steps = [Self::Day, Self::Month].into_iter();
        steps.clone().find(fits).unwrap_or(Self::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(year: i16, month: u8, day: u8, step: Step) -> Moment {
        let date = PartialDate::new(year, Some(month), Some(day)).unwrap();
        Moment::of(date, step).unwrap()
    }

    #[test]
    fn steps_follow_each_other() {
        for (from, to, step, n_steps) in [
            ((2020, 2, 28), "2020-02-29", Step::Day, 308),
            ((2020, 12, 31), "2021-01-01", Step::Day, 1),
            ((2020, 1, 31), "2020-02", Step::Month, 12),
            ((2019, 12, 1), "2020-01", Step::Month, 13),
            ((2019, 5, 1), "2020", Step::Year, 2),
        ] {
            let (year, month, day) = from;
            let from = moment(year, month, day, step);
            assert_eq!(from.next().unwrap().to_string(), to);
            let mut at = from;
            let last = moment(2020, 12, 31, step);
            let mut counted = 1;
            while at < last {
                at = at.next().unwrap();
                counted += 1;
            }
            assert_eq!((counted, from.steps_to(last)), (n_steps, n_steps));
        }
    }

    #[test]
    fn a_date_is_not_taken_for_better_than_it_is() {
        let month = PartialDate::new(2020, Some(10), None).unwrap();
        assert_eq!(Moment::of(month, Step::Day), None);
        assert_eq!(
            Moment::of(month, Step::Month).unwrap().to_string(),
            "2020-10"
        );
    }
}
