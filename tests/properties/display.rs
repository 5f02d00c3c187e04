//! Reading undoes writing, within the digits that are written.

use super::scenarios::checks;
use proptest::prelude::*;
use wattflop::quantities::display::{ENGLISH, quantity};
use wattflop::quantities::parse::{is_bare, parse_base, parse_ends};
use wattflop::quantities::*;

/// Every kind: the quantities with units, and the pure numbers.
fn kinds() -> Vec<&'static Kind> {
    let numbers =
        [f64::KIND, Pue::KIND, Mfu::KIND, LoadFactor::KIND, Goodput::KIND, AnnualRate::KIND, Share::KIND];
    KINDS.iter().copied().chain(numbers).collect()
}

/// What is written reads as what it was, to half of its last digit.
fn check(kind: &Kind, base: f64, unit: Option<&str>, digits: usize) -> Result<(), TestCaseError> {
    let text = quantity(kind, base, unit, digits, &ENGLISH);
    let read = parse_base(kind, &text);
    let Ok(read) = read else {
        return Err(TestCaseError::fail(format!("{}: {base:e} is `{text}`: {read:?}", kind.name)));
    };
    let allowed = 0.501 * 10_f64.powi(1 - i32::try_from(digits).unwrap());
    let error = (read / base - 1.0).abs();
    prop_assert!(error <= allowed, "{}: {base:e} is `{text}`, and that reads as {read:e}", kind.name);
    Ok(())
}

proptest! {
    #![proptest_config(checks(256))]

    #[test]
    fn reading_undoes_writing(mantissa in 1.0..10.0, exponent in -12_i32..30, negative: bool, digits in 2_usize..=4) {
        let base = mantissa * 10_f64.powi(exponent) * if negative { -1.0 } else { 1.0 };
        for kind in kinds() {
            check(kind, base, None, digits)?;
        }
    }

    #[test]
    fn reading_undoes_writing_in_every_unit(mantissa in 1.0..10.0, exponent in -5_i32..9) {
        for kind in kinds() {
            for unit in kind.units() {
                check(kind, mantissa * 10_f64.powi(exponent) * unit.factor, Some(unit.symbol), 4)?;
            }
        }
    }
}

proptest! {
    #![proptest_config(checks(64))]

    /// Multiplier and unit of one end hold for the other too.
    #[test]
    fn a_range_with_one_unit_has_it_at_both_ends(low in 1_u32..500, width in 1_u32..500) {
        let high = low + width;
        for kind in kinds() {
            let units = kind.units().map(|unit| unit.symbol).chain(["k", "billion"].into_iter().filter(|_| is_bare(kind)));
            for unit in units {
                let both = parse_ends(kind, &format!("{low} {unit}"), &format!("{high} {unit}"));
                prop_assert!(both.is_ok(), "{}: {low} {unit}", kind.name);
                prop_assert_eq!(parse_ends(kind, &low.to_string(), &format!("{high} {unit}")), both.clone());
                prop_assert_eq!(parse_ends(kind, &format!("{low} {unit}"), &high.to_string()), both);
            }
        }
    }
}

/// A decimal comma, as French writes it, is refused rather than read as a group of thousands.
#[test]
fn a_decimal_comma_is_no_thousands_separator() {
    for text in ["0,078 USD/kWh", "0,050 USD/kWh", "3,66 USD/kWh", "1,5 USD/kWh"] {
        assert_eq!(parse_base(EnergyPrice::KIND, text), Err(ParseError::NotANumber), "{text}");
    }
}

#[test]
fn zero_and_round_numbers_are_written_as_people_write_them() {
    let cases = [
        (Money::KIND, 4.7e9, "$4.7 billion"),
        (Money::KIND, 999_960_000.0, "$1 billion"),
        (Money::KIND, 1_234.5, "$1,235"),
        (Energy::KIND, 3.66 * 3.6e12, "3.66 GWh"),
        (Devices::KIND, 100_000.0, "100,000"),
        (Power::KIND, 150e6, "150 MW"),
        (Time::KIND, 86_400.0, "1 day"),
        (Time::KIND, 46.0 * 86_400.0, "46 days"),
        (Pue::KIND, 1.25, "1.25"),
        (Money::KIND, 0.0, "$0"),
        (DeviceTime::KIND, 0.0, "0 device-hours"),
    ];
    for (kind, base, text) in cases {
        assert_eq!(quantity(kind, base, None, 4, &ENGLISH), text);
    }
}

#[test]
fn every_spelling_of_a_unit_is_read() {
    for kind in kinds() {
        for unit in kind.units() {
            for spelling in unit.aliases.iter().chain([&unit.symbol]) {
                let read = parse_base(kind, &format!("2 {spelling}"));
                assert_eq!(read, Ok(2.0 * unit.factor), "{}: 2 {spelling}", kind.name);
            }
        }
    }
}

/// A network at 400 Gb/s is eight times slower than one at 400 GB/s.
#[test]
fn a_bit_is_not_read_as_a_byte() {
    use wattflop::quantities::{Bandwidth, Information, Measure};
    for (text, bytes) in [
        ("400 Gb/s", 50e9),
        ("400 Gbps", 50e9),
        ("1.6 Tb/s", 200e9),
        ("400 GB/s", 400e9),
        ("400 GBps", 400e9),
    ] {
        assert_eq!(parse_base(Bandwidth::KIND, text), Ok(bytes), "{text}");
    }
    assert!(parse_base(Bandwidth::KIND, "400 gb/s").is_err(), "which is it?");
    assert_eq!(parse_base(Information::KIND, "80 gib"), parse_base(Information::KIND, "80 GiB"));
}
