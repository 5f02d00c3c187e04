//! Side by side: results on the finest basis that all sides share.

use crate::catalogue::CarbonBasis;
use crate::cost::Accounts;
use crate::error::{Code, Error};
use crate::estimate::{Estimate, Scenario};

/// The basis that the sides of a comparison stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// What the carbon intensities count; `None` where a side was given its own.
    pub carbon: Option<CarbonBasis>,
    /// Whether any side was moved from a finer grid to its country for it.
    pub moved: bool,
    /// Whether the sides had money in different units, and are shown in dollars.
    pub in_dollars: bool,
}

/// Results side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The sides, in the order given.
    pub sides: Vec<Estimate>,
    /// What they stand on.
    pub basis: Basis,
}

/// Sets scenarios side by side, on the finest carbon basis that all share: where their grids are counted in
/// different ways, all stand on the life-cycle figures of their countries; where their money is in different currencies or
/// at prices of different years, all are in dollars at the prices that went in.
///
/// # Errors
/// When there are fewer than two, or one of them cannot be calculated.
pub fn compare(scenarios: &[Scenario]) -> Result<Comparison, Error> {
    let [first, _, ..] = scenarios else { return Err(Error::new(Code::TooFew, vec![])) };
    let basis = first.cluster.site().carbon_basis();
    let moved = scenarios.iter().any(|scenario| scenario.cluster.site().carbon_basis() != basis);
    let given = scenarios.iter().any(|scenario| scenario.cluster.site().is_given("carbon"));
    let shared = if moved { CarbonBasis::LifeCycle } else { basis };
    let money = |scenario: &Scenario| {
        let mut money = scenario.money.clone();
        money.resolve();
        money.denomination()
    };
    let in_dollars = scenarios.iter().any(|scenario| money(scenario) != money(first));
    let basis = Basis { carbon: (!given).then_some(shared), moved, in_dollars };
    let alone = |scenario: &Scenario| {
        let mut scenario = scenario.clone();
        if in_dollars {
            scenario.money = Accounts::dollars();
        }
        if moved { scenario.on_country_basis().evaluate() } else { scenario.evaluate() }
    };
    let stand = |(place, scenario): (usize, &Scenario)| {
        let side = alone(scenario);
        side.map_err(|error| error.within(&format!("scenarios.{place}")))
    };
    let sides = scenarios.iter().enumerate().map(stand).collect::<Result<_, _>>()?;
    Ok(Comparison { sides, basis })
}
