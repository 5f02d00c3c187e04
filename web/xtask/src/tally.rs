//! The count of tests, read from the closing lines of the runners.

use std::fmt;
use std::iter::Sum;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Tally {
    /// The tests that one line of output counts, when it is a runner's closing line.
    ///
    /// - `cargo test` and `wasm-bindgen-test-runner`: `test result: ok. 41 passed; 0 failed; …`
    /// - Vitest: `Tests  1 failed | 40 passed (41)`
    /// - `node --test`, as TAP or spec: `# pass 41`, `ℹ fail 0`
    /// - anything else: `41 passed, 0 failed` from the line's start
    pub fn of_line(line: &str) -> Option<Self> {
        let line = line.trim();
        let words: Vec<&str> =
            line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if line.starts_with(['#', 'ℹ']) {
            return match *words.as_slice() {
                ["pass", count] => Some(Self { passed: count.parse().ok()?, failed: 0 }),
                ["fail", count] => Some(Self { passed: 0, failed: count.parse().ok()? }),
                _ => None,
            };
        }
        let before = |what| {
            let place = words.iter().position(|word| *word == what)?;
            words.get(place.checked_sub(1)?)?.parse::<u64>().ok()
        };
        let opens = line.starts_with("test result:") || line.starts_with("Tests ");
        let (passed, failed) = (before("passed"), before("failed"));
        let bare =
            matches!(*words.as_slice(), [count, "passed" | "failed", ..] if count.parse::<u64>().is_ok());
        ((opens || bare) && passed.or(failed).is_some())
            .then(|| Self { passed: passed.unwrap_or(0), failed: failed.unwrap_or(0) })
    }

    /// Whether it counts any test.
    pub fn any(self) -> bool {
        self != Self::default()
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies
            .fold(Self::default(), |a, b| Self { passed: a.passed + b.passed, failed: a.failed + b.failed })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_closing_line_of_every_runner() {
        for (line, passed, failed) in [
            (
                "test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.3s",
                41,
                0,
            ),
            ("test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.02s", 3, 1),
            ("      Tests  41 passed (41)", 41, 0),
            ("      Tests  1 failed | 40 passed | 2 skipped (43)", 40, 1),
            ("# pass 12", 12, 0),
            ("ℹ fail 2", 0, 2),
            ("7 passed, 1 failed", 7, 1),
        ] {
            assert_eq!(Tally::of_line(line), Some(Tally { passed, failed }), "{line}");
        }
    }

    #[test]
    fn counts_nothing_else() {
        for line in [
            " Test Files  3 passed (3)",
            "test a_test_that_says::it_passed ... ok",
            "# Subtest: fail 2 times",
            "# tests 12",
            "ok 1 - 3 passed",
            "the run that failed",
            "",
        ] {
            assert_eq!(Tally::of_line(line), None, "{line}");
        }
    }

    #[test]
    fn adds_up() {
        let lines = "# pass 12\n# fail 1\ntest result: ok. 30 passed; 0 failed";
        let total: Tally = lines.lines().filter_map(Tally::of_line).sum();
        assert_eq!(total.to_string(), "42 passed, 1 failed");
    }
}
