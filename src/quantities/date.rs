//! Civil dates, to the day.
//!
//! The arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
//! <https://howardhinnant.github.io/date_algorithms.html>.

use core::fmt;

/// A day of the Gregorian calendar, from 1900 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

/// The years that dates are of.
const YEARS: core::ops::RangeInclusive<i32> = 1900..=9999;
/// Days in 400 years, after which the calendar begins anew.
const DAYS_OF_ERA: i32 = 146_097;
/// Days from 0000-03-01, where an era begins, to 1970-01-01.
const EPOCH: i32 = 719_468;

impl Date {
    /// The day of a year, a month from 1 and a day from 1; `None` where the calendar has no such day.
    #[must_use]
    pub fn of(year: i32, month: i32, day: i32) -> Option<Self> {
        let is_day = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let date = is_day.then(|| Self { days: days_of(year, month, day) })?;
        (date.civil() == (year, month, day)).then_some(date)
    }

    /// The first day of what a text names: `2025`, `2025-03` or `2025-03-31`.
    #[must_use]
    pub fn first_of(text: &str) -> Option<Self> {
        named(text).map(|(first, _)| first)
    }

    /// The last day of what a text names.
    #[must_use]
    pub fn last_of(text: &str) -> Option<Self> {
        named(text).map(|(_, last)| last)
    }

    /// Its year, its month from 1, and its day from 1.
    #[must_use]
    pub const fn civil(self) -> (i32, i32, i32) {
        let days = self.days + EPOCH;
        let (era, day) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let march = (5 * day + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let is_before_march = if month <= 2 { 1 } else { 0 };
        (year + 400 * era + is_before_march, month, day - (153 * march + 2) / 5 + 1)
    }

    /// So many days later, earlier where less than zero; `None` where no year from 1900 to 9999 has that day.
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        let date = Self { days: self.days.checked_add(days)? };
        let ends = (days_of(*YEARS.start(), 1, 1), days_of(*YEARS.end(), 12, 31));
        (ends.0 <= date.days && date.days <= ends.1).then_some(date)
    }

    /// Days from an earlier date to this; less than zero from a later one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.days - earlier.days
    }

    /// The first day of its month.
    #[must_use]
    pub const fn month(self) -> Self {
        let (_, _, day) = self.civil();
        Self { days: self.days - day + 1 }
    }

    /// The first day of the month after its own; `None` where that is beyond 9999.
    #[must_use]
    pub fn next_month(self) -> Option<Self> {
        match self.civil() {
            (year, 12, _) => Self::of(year + 1, 1, 1),
            (year, month, _) => Self::of(year, month + 1, 1),
        }
    }

    /// Its year and month, as `2025-03`.
    #[must_use]
    pub fn year_and_month(self) -> String {
        let (year, month, _) = self.civil();
        format!("{year:04}-{month:02}")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days from 1970-01-01 to a day of the calendar.
const fn days_of(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * DAYS_OF_ERA + year * 365 + year / 4 - year / 100 + of_year - EPOCH
}

/// The first and the last day of what a text names: a year, a month or a day.
fn named(text: &str) -> Option<(Date, Date)> {
    let parts: Vec<_> = text.trim().split('-').collect();
    match parts.as_slice() {
        [year] => {
            let year = digits(year, 4)?;
            Some((Date::of(year, 1, 1)?, Date::of(year, 12, 31)?))
        }
        [year, month] => {
            let first = Date::of(digits(year, 4)?, digits(month, 2)?, 1)?;
            let last = first.next_month().and_then(|next| next.plus(-1));
            Some((first, last.or_else(|| first.plus(30))?))
        }
        [year, month, day] => {
            let date = Date::of(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?)?;
            Some((date, date))
        }
        _ => None,
    }
}

/// The number that so many digits write.
fn digits(text: &str, width: usize) -> Option<i32> {
    let is_written_so = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    is_written_so.then(|| text.parse().ok()).flatten()
}
