//! Arguments.

use super::commands::Command;
use super::write::Writer;
use crate::report::Locale;
use crate::report::chart::Theme;
use clap::builder::PossibleValue;
use clap::{Args, Parser, ValueEnum};
use std::path::PathBuf;

/// The reference calculator for AI compute: FLOP/s, days, megawatts, megawatt-hours, litres, tonnes of CO2e and
/// dollars, each with its formula, its sources and its range.
#[derive(Debug, Parser)]
#[command(name = "wattflop", version, propagate_version = true, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "Examples:
  wattflop compare xai-gigafactory stargate-10gw
  wattflop operate colossus-1 --set site.pue=1.2
  wattflop train --model grok-2 --cluster grok-2-cluster --explain cost.annuity.total
  wattflop serve --model grok-1 --cluster xai-gigafactory
  wattflop cost xai-gigafactory
  wattflop uncertainty colossus-1 stargate-abilene
  wattflop sensitivity colossus-1 --of cost.annuity.per_device_hour
  wattflop plan --model llama3.1-405b --cluster meta-24k
  wattflop timeline colossus
  wattflop solve cluster.pools.0.count --for 'duration<=90 d' grok-2-cluster --model grok-2
  wattflop sweep xai-gigafactory --over 'site.pue=1.1..1.5 by 0.1' --of cost.annuity.total
  wattflop compare meta-24k xai-gigafactory --svg compare.svg
  wattflop validate runs.csv
  wattflop list clusters --search stargate
  wattflop show h100-sxm

Exit codes: 0 all went well; 1 a file cannot be read or written; 2 an argument, id or value is wrong.";

/// What every command takes.
#[derive(Args, Debug)]
pub(super) struct Output {
    /// Language of words and numbers [default: from LC_ALL, LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    /// How to write the result
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    /// English
    En,
    /// French
    Fr,
}

/// How to write a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, as wide as the terminal
    Table,
    /// One object; for results with `edition` and `figures`: path → value, unit, low, high, label
    Json,
    /// One line per row; for results path, value, unit, low, high, label
    Csv,
    /// A table for documents
    Markdown,
}

/// Where inputs come from.
#[derive(Args, Debug, Default)]
pub(super) struct Given {
    /// A scenario, as TOML or JSON (`-` reads it from the standard input); arguments take precedence over it
    #[arg(long, value_name = "FILE")]
    pub(super) scenario: Option<PathBuf>,
    /// Set an input by its path, with its unit where it has one, or as a range LOW..HIGH or LOW..MEDIAN..HIGH, with the shape that
    /// it spreads by behind it (lognormal, above-one, normal, logit-normal, uniform); may be repeated
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = path_and_value)]
    pub(super) set: Vec<(String, String)>,
}

/// Charts beside the result.
#[derive(Args, Debug)]
pub(super) struct Charted {
    /// Draw the chart that fits, as SVG, into a file (`-` writes it to the standard output in place of the result)
    #[arg(long, value_name = "FILE", help_heading = "Chart")]
    pub(super) svg: Option<PathBuf>,
    /// The same as a specification of Vega-Lite
    #[arg(long, value_name = "FILE", help_heading = "Chart")]
    pub(super) vega: Option<PathBuf>,
    /// On what it is read
    #[arg(long, value_enum, default_value_t = Theme::Light, help_heading = "Chart")]
    pub(super) theme: Theme,
    /// Its width, in pixels; its height follows
    #[arg(long, default_value_t = 640, value_name = "PIXELS", help_heading = "Chart")]
    pub(super) width: u32,
    /// Write over files that are there
    #[arg(long, help_heading = "Chart")]
    pub(super) force: bool,
}

impl ValueEnum for Theme {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What of a result to show.
#[derive(Args, Debug)]
pub(super) struct View {
    /// Show every figure rather than the headlines
    #[arg(long)]
    pub(super) all: bool,
    /// Open a figure instead: formula, numbers, inputs, sources
    #[arg(long, value_name = "PATH")]
    pub(super) explain: Option<String>,
}

pub(super) fn path_and_value(text: &str) -> Result<(String, String), String> {
    let (path, value) = text.split_once('=').ok_or("expected PATH=VALUE, such as site.pue=1.2")?;
    Ok((path.trim().to_owned(), value.trim().to_owned()))
}

impl Cli {
    /// What the result is written by: in the language asked for, or that of the environment.
    pub(super) fn writer(&self) -> Writer {
        let locale = match self.output.lang {
            Some(Lang::En) => Locale::En,
            Some(Lang::Fr) => Locale::Fr,
            None => from_environment(),
        };
        Writer { format: self.output.format, locale }
    }
}

fn from_environment() -> Locale {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
    name.and_then(|name| std::env::var(name).ok()).map_or(Locale::En, |tag| Locale::of_tag(&tag))
}
