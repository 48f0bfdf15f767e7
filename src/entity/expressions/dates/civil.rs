//! Days of the calendar, to count with.

use jiff::civil::Date;

use crate::corpus::PartialDate;

/// A date that is known to the day.
pub(super) fn civil(date: PartialDate) -> Option<Date> {
    let (month, day) = (date.month()?, date.day()?);
    Date::new(
        date.year(),
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// A day as it is kept.
pub(super) fn partial(date: Date) -> Option<PartialDate> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    PartialDate::new(date.year(), Some(month), Some(day))
}
