//! The `wattflop` command.

fn main() -> std::process::ExitCode {
    wattflop::cli::main()
}
