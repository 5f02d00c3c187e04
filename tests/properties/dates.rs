//! The calendar.

use super::scenarios::checks;
use proptest::prelude::*;
use wattflop::quantities::Date;

fn date(text: &str) -> Date {
    Date::first_of(text).unwrap_or_else(|| panic!("{text} is no date"))
}

/// Days in a month, by the rule.
fn length(year: i32, month: i32) -> i32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn every_day_from_1970_to_2100_follows_the_one_before() {
    let mut day = date("1970-01-01");
    for year in 1970..=2100 {
        for month in 1..=12 {
            let first = day;
            for place in 1..=length(year, month) {
                assert_eq!(day.civil(), (year, month, place));
                assert_eq!(Date::of(year, month, place), Some(day));
                assert_eq!(date(&day.to_string()), day);
                assert_eq!(day.month(), first);
                day = day.plus(1).unwrap();
            }
            assert_eq!(first.next_month(), Some(day));
            assert_eq!(Date::of(year, month, length(year, month) + 1), None);
        }
    }
    assert_eq!(day.days_since(date("1970-01-01")), 47_847);
}

#[test]
fn known_days_are_as_far_apart_as_they_are() {
    let apart = |from, to| date(to).days_since(date(from));
    assert_eq!(apart("2024-05-03", "2024-09-02"), 122);
    assert_eq!(apart("2024-02-28", "2024-03-01"), 2);
    assert_eq!(apart("2100-02-28", "2100-03-01"), 1);
    assert_eq!(apart("2000-01-01", "2400-01-01"), 146_097);
    assert_eq!(apart("1970-01-01", "1900-01-01"), -25_567);
}

#[test]
fn a_year_and_a_month_have_a_first_and_a_last_day() {
    let ends = |text| [Date::first_of(text), Date::last_of(text)].map(|date| date.unwrap().to_string());
    assert_eq!(ends("2028"), ["2028-01-01", "2028-12-31"]);
    assert_eq!(ends("2028-02"), ["2028-02-01", "2028-02-29"]);
    assert_eq!(ends("9999-12"), ["9999-12-01", "9999-12-31"]);
    assert_eq!(ends(" 2026-11-05 "), ["2026-11-05", "2026-11-05"]);
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "-",
        "24",
        "202",
        "20244",
        "2024-",
        "2024-1",
        "2024-00",
        "2024-13",
        "2024-1-1",
        "2024-02-30",
        "2023-02-29",
        "2024-04-31",
        "2024-01-00",
        "2024-01-01-01",
        "+024-01",
        "2024-+1",
        "-2024",
        "1899",
        "10000",
        "2025-H1",
        "２０２４",
        "soon",
    ] {
        assert_eq!(Date::first_of(text), None, "{text}");
        assert_eq!(Date::last_of(text), None, "{text}");
    }
    assert_eq!(date("9999-12-31").plus(1), None);
    assert_eq!(date("9999-12-31").next_month(), None);
    assert_eq!(date("1900-01-01").plus(-1), None);
    assert_eq!(date("2000-01-01").plus(i32::MAX), None);
    assert_eq!(Date::of(i32::MAX, i32::MIN, 1), None);
}

proptest! {
    #![proptest_config(checks(2_000))]

    #[test]
    fn going_there_and_back_is_staying(start in 0..2_958_464_i32, days in -100_000..100_000_i32) {
        let from = date("1900-01-01").plus(start).unwrap();
        if let Some(to) = from.plus(days) {
            prop_assert_eq!(to.plus(-days), Some(from));
            prop_assert_eq!(to.days_since(from), days);
            prop_assert_eq!(to > from, days > 0);
            prop_assert_eq!(to.to_string() > from.to_string(), days > 0);
        }
    }

    #[test]
    fn any_text_is_a_date_or_none(text in "[0-9]{0,5}(-[0-9]{0,3}){0,3}") {
        if let (Some(first), Some(last)) = (Date::first_of(&text), Date::last_of(&text)) {
            prop_assert!(first <= last && first.to_string().starts_with(&text) && last.to_string().starts_with(&text));
        }
    }
}
