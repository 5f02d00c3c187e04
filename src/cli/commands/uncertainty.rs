//! `uncertainty`: how sure, by drawing every doubtful input.

use crate::analysis::uncertainty::Spread;
use crate::analysis::{self, Sampling, compare, uncertainties};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::watch::{threads, watched};
use crate::cli::write::{Writer, csv, drawn, json, markdown};
use crate::document;
use crate::error::{Code, Error, Note};
use crate::estimate::{Estimate, Scenario};
use crate::report::chart::of_uncertainty;
use crate::report::show;
use crate::report::uncertainty::{beside_table, uncertainty_table};

/// How sure: median, 50 % and 90 % intervals by sampling every doubtful input; of several clusters, how likely each is
/// below the first
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Every input with a range is drawn from its own distribution, at the same points for all clusters: alike
where it is one quantity, apart where it is not, such as the prices of unlike devices.
`wattflop inputs CLUSTER` lists the ranges, `--set` changes them. Results depend on nothing but
scenario, samples and seed.

Examples:
  wattflop uncertainty xai-gigafactory
  wattflop uncertainty grok-2-cluster --model grok-2 --samples 65536 --seed 7
  wattflop uncertainty colossus-1 stargate-abilene --of cost.annuity.per_device_hour
  wattflop uncertainty colossus-1 --set site.pue=1.1..1.4 --correlate site.pue,cluster.load=-0.3
  wattflop uncertainty meta-24k --of power.facility.peak --format json     quantiles and histogram
  wattflop uncertainty colossus-1 stargate-abilene --svg sure.svg           the intervals, drawn
  wattflop uncertainty meta-24k --of power.facility.peak --svg peak.svg     of one figure, its histogram"
)]
pub(in crate::cli) struct Arguments {
    /// Clusters, by id
    #[arg(required_unless_present = "scenario", num_args = 1..)]
    clusters: Vec<String>,
    /// The model, for a training run
    #[arg(long)]
    model: Option<String>,
    /// Points at which inputs are drawn; powers of two are the most even
    #[arg(long, default_value_t = 8192)]
    samples: u64,
    /// Other points, as even [default: 0]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    seed: u64,
    /// Only this figure, by path; may be repeated [default: the headlines]
    #[arg(long, value_name = "PATH")]
    of: Vec<String>,
    /// Two inputs that move together, with their rank correlation from -1 to 1; may be repeated
    #[arg(long, value_name = "PATH,PATH=RANK")]
    correlate: Vec<String>,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    charted: Charted,
}

/// Clusters that were drawn, and what they are called.
type Drawn = (Vec<analysis::Uncertainty>, Vec<String>);

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let ask = Sampling::new().with_samples(self.samples).with_seed(self.seed).with_threads(threads());
        let ask = self.correlate.iter().try_fold(ask, |ask, text| correlated(ask, text))?;
        let drawn = self.drawn(ask)?;
        let draw = || Ok(of_uncertainty(&drawn.0, &drawn.1, to.locale));
        self.charted.beside(to, draw, || written(&drawn, to))
    }

    /// The clusters, drawn: one, or several on the basis that all share.
    fn drawn(&self, ask: Sampling) -> Result<Drawn, Failure> {
        let named = |estimate: &Estimate| {
            show::rows(estimate, false).into_iter().map(|row| row.path).collect::<Vec<_>>()
        };
        let of = |headlines: Vec<String>| if self.of.is_empty() { headlines } else { self.of.clone() };
        Ok(match &self.scenarios()?[..] {
            [one] => {
                let estimate = one.clone().evaluate()?;
                let ask = Sampling { paths: of(named(&estimate)), ..ask };
                (vec![analysis::uncertainty(one, &ask, &mut watched())?], vec![show::name(&estimate)])
            }
            several => {
                let comparison = compare(several)?;
                let ask = Sampling { paths: of(comparison.sides.iter().flat_map(named).collect()), ..ask };
                (uncertainties(&comparison, &ask, &mut watched())?, show::names(&comparison))
            }
        })
    }

    /// A scenario a cluster; the file's own, where none is named.
    fn scenarios(&self) -> Result<Vec<Scenario>, Failure> {
        let file = self.inputs.file()?;
        let scenario = |cluster| {
            let asked = Asked::of(cluster, self.model.as_deref(), Wanted::Either);
            asked.with(file.as_ref(), &self.inputs.set)
        };
        if self.clusters.is_empty() {
            return Ok(vec![scenario(None)?]);
        }
        self.clusters.iter().map(|id| scenario(Some(id.as_str()))).collect()
    }
}

/// The same with a correlation, as an argument gives it: `PATH,PATH=RANK`.
fn correlated(ask: Sampling, text: &str) -> Result<Sampling, Failure> {
    let read = || {
        let (pair, rank) = text.split_once('=')?;
        let (a, b) = pair.split_once(',')?;
        Some((a.trim(), b.trim(), rank.trim().parse().ok()?))
    };
    let (a, b, rank) = read().ok_or_else(|| Error::wrong_form("--correlate", "form-correlation"))?;
    Ok(ask.with_correlation(a, b, rank))
}

/// What was drawn. As CSV, a line a figure, each with its side where there are several.
fn written((sides, names): &Drawn, to: Writer) -> Result<String, Failure> {
    let table = || match &sides[..] {
        [one] => uncertainty_table(one, to.locale),
        several => beside_table(several, names, to.locale),
    };
    match to.format {
        Format::Json => json(&document::uncertainty(sides, names, to.locale)),
        Format::Csv => {
            let records = sides
                .iter()
                .zip(names)
                .flat_map(|(side, name)| side.figures.iter().map(move |spread| record(name, spread)));
            csv(&COLUMNS, records)
        }
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let numbers = if sides.len() > 1 { 1..3 * names.len() - 1 } else { 1..4 };
            let heading = to.heading("uncertainty", &names.join(" · "));
            Ok(heading + &drawn(&table(), numbers) + &notes(sides, names, to))
        }
    }
}

/// The notes, each side's below its name where there are several.
fn notes(sides: &[analysis::Uncertainty], names: &[String], to: Writer) -> String {
    if let [one] = sides {
        return to.notes(&one.notes());
    }
    let of_side =
        |(side, name): (&analysis::Uncertainty, &String)| format!("{name}\n{}", to.notes(&side.notes()));
    to.notes(&[Note::new(Code::NoteSameDraws, vec![])])
        + &sides.iter().zip(names).map(of_side).collect::<String>()
}

const COLUMNS: [&str; 9] = ["name", "path", "unit", "median", "low", "half_low", "half_high", "high", "mean"];

/// A figure of a side, in its unit.
fn record(name: &str, spread: &Spread) -> Vec<String> {
    let Spread { row, median, half, ninety, mean, .. } = spread;
    let numbers = [*median, ninety.low, half.low, half.high, ninety.high, *mean];
    let numbers = numbers.map(|base| row.in_unit(base).to_string());
    [name.to_owned(), row.path.clone(), row.unit()].into_iter().chain(numbers).collect()
}
