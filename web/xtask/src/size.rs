//! What the WebAssembly weighs on the wire.

use crate::Result;
use crate::run::Session;
use crate::wasm;

/// The most bytes that it may weigh under brotli.
const BUDGET: u64 = 226_000;

/// Prints a file's size, plain and under brotli at its best.
const SCRIPT: &str = "const z = require('node:zlib'), f = require('node:fs').readFileSync(process.argv[1]);
const params = { [z.constants.BROTLI_PARAM_QUALITY]: 11 };
console.log(f.length, z.brotliCompressSync(f, { params }).length);";

/// Fails when the WebAssembly weighs more than its budget.
pub fn check(session: &mut Session) -> Result {
    wasm::build(session)?;
    let brotli = note(session)?;
    if brotli > BUDGET {
        return Err(
            format!("{} bytes under brotli; the budget is {}", grouped(brotli), grouped(BUDGET)).into()
        );
    }
    Ok(())
}

/// Tells the sizes to whoever watches, and returns the size under brotli.
pub fn note(session: &mut Session) -> Result<u64> {
    let (plain, brotli) = weigh(session)?;
    let budget = grouped(BUDGET);
    session.notes.push(format!(
        "{} bytes, {} under brotli (budget {budget})",
        grouped(plain),
        grouped(brotli)
    ));
    Ok(brotli)
}

fn weigh(session: &mut Session) -> Result<(u64, u64)> {
    let mut node = session.repo.command("node", "-e");
    let said = session.run(node.arg(SCRIPT).arg(session.repo.wasm()))?;
    let mut sizes = said.split_whitespace().map(str::parse);
    match (sizes.next(), sizes.next()) {
        (Some(Ok(plain)), Some(Ok(brotli))) => Ok((plain, brotli)),
        _ => Err(format!("node told no sizes but: {said}").into()),
    }
}

/// A number with its thousands apart: `1,234,567`.
fn grouped(number: u64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", grouped(number / 1000), number % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, shown) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (120_045, "120,045"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), shown);
        }
    }
}
