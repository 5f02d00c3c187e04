//! What holds of power: devices draw between idle and their caps, more the more they compute; a cap slows them.

use super::scenarios::checks;
use crate::support::{evaluated, run_of, value, with};
use proptest::prelude::*;
use wattflop::estimate::Estimate;

/// A run by its utilisation, with inputs set.
fn run(settings: &[(&str, String)]) -> Estimate {
    let settings: Vec<_> = settings.iter().map(|(path, text)| (*path, text.as_str())).collect();
    evaluated(run_of("grok-2", "grok-2-cluster"), &settings)
}

proptest! {
    #![proptest_config(checks(48))]

    #[test]
    fn a_device_draws_between_idle_and_its_cap(mfu in 0.01..1.0, cap in 100.0..700.0) {
        let estimate = run(&[("run.mfu", format!("{mfu}")), ("cluster.pools.0.cap", format!("{cap} W/device"))]);
        let drawn = value(&estimate, "power.work.0.device");
        prop_assert!((68.0..=cap).contains(&drawn), "{drawn} W under {cap}");
        let shares: f64 = ["products", "memory", "communication", "waiting"].iter()
            .map(|class| value(&estimate, &format!("power.mix.{class}"))).sum();
        prop_assert!((shares - 1.0).abs() < 1e-12, "{shares}");
    }

    #[test]
    fn a_device_draws_more_the_more_it_computes(mfu in 0.01..0.5, more in 1.01..1.9) {
        let at = |mfu: f64| value(&run(&[("run.mfu", format!("{mfu}"))]), "power.work.0.device");
        prop_assert!(at(mfu * more) >= at(mfu));
    }

    #[test]
    fn a_cap_saves_power_and_takes_time(cap in 100.0..699.0) {
        let capped = [("run.mfu", "0.9".to_owned()), ("cluster.pools.0.cap", format!("{cap} W/device"))];
        let [free, held] = [run(&capped[..1]), run(&capped)];
        prop_assert!(value(&held, "power.it.average") < value(&free, "power.it.average"));
        prop_assert!(value(&held, "duration") > value(&free, "duration"));
    }

    #[test]
    fn a_load_that_is_given_stands(load in 0.05..1.0) {
        let estimate = run(&[("cluster.load", format!("{load}"))]);
        let [rated, average] = ["rated", "average"].map(|which| value(&estimate, &format!("power.it.{which}")));
        let off: f64 = average / rated / load - 1.0;
        prop_assert!(off.abs() < 1e-12, "{off}");
    }
}

/// A method of cost that counts a load keeps it in a run too, also where it is the field's usual one.
#[test]
fn a_method_s_load_stands_in_a_run() {
    for (method, load) in [("semianalysis-neocloud", 0.8), ("hamilton", 0.8), ("epoch", 0.75)] {
        let estimate = run(&[("method", method.to_owned())]);
        let [rated, average] =
            ["rated", "average"].map(|which| value(&estimate, &format!("power.it.{which}")));
        assert!((average / rated - load).abs() < 1e-12, "{method}: {}", average / rated);
    }
}

/// A cap leaves something to compute with.
#[test]
fn a_cap_below_idle_is_refused() {
    let capped = with(run_of("grok-2", "grok-2-cluster"), &[("cluster.pools.0.cap", "60 W/device")]);
    let error = capped.evaluate().unwrap_err();
    assert!(error.to_string().contains("cluster.pools.0.cap") && error.to_string().contains("68"), "{error}");
}
