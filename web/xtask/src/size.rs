//! What the package weighs on the wire; `web/sizes.json` holds the budgets.

use crate::Result;
use crate::run::Session;

/// Tells what the WebAssembly weighs to whoever watches, and fails when that is more than its budget.
pub fn core(session: &mut Session) -> Result {
    let said = session.run(session.repo.command("node", "web/scripts/sizes.js").arg("--core"))?;
    session.notes.extend(said.lines().map(str::to_owned));
    Ok(())
}

/// The same for every entry of the package.
pub fn entries(session: &mut Session) -> Result {
    let said = session.run(&mut session.repo.npm("run --silent sizes"))?;
    session.notes.extend(said.lines().map(str::to_owned));
    Ok(())
}
