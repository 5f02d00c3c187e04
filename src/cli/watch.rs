//! What runs long: on how many threads, and how far it is.

use core::ops::ControlFlow;
use std::io::IsTerminal;
use std::time::Instant;

/// As many threads as there are cores.
pub(super) fn threads() -> u32 {
    std::thread::available_parallelism().ok().and_then(|count| u32::try_from(count.get()).ok()).unwrap_or(1)
}

/// Writes how far a search is to the terminal, once it has taken a second.
pub(super) fn watched() -> impl FnMut(f64) -> ControlFlow<()> {
    let (start, mut shown) = (Instant::now(), 0);
    move |share| {
        let seconds = start.elapsed().as_secs();
        if seconds > shown && std::io::stderr().is_terminal() {
            shown = seconds;
            eprint!("\r{:.0} %", 100.0 * share);
        }
        ControlFlow::Continue(())
    }
}
