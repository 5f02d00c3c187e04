//! Energy, carbon and water of what is served: of a token of an answer, with the prompt's share, and of a request.

use super::{EnergyUse, OperationalCarbon, UpstreamWater, WaterUse};
use crate::power::work::WorkDraw;
use crate::quantities::units::tokens;
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::throughput::serving::Service;
use crate::workload::ServingLoad;

figures! {
    /// Energy of a token of an answer, in devices and servers.
    pub struct TokenDraw of (
        work: &WorkDraw = "power.work.0",
        size: DeviceCount = "size",
        service: &Service = "service",
    ) {
        /// Energy of a token in the devices.
        device: TokenEnergy, "J/token" = work.device * size.devices / service.served;
        /// Energy of a token in the servers.
        server: TokenEnergy, "J/token" = work.server * size.devices / service.served;
    }
}

figures! {
    /// Energy of a token of an answer, and of a request.
    pub struct TokenUse of (
        energy: &EnergyUse = "energy",
        service: &Service = "service",
        load: &ServingLoad = "serving",
    ) {
        /// Energy of a token in all the IT.
        it: TokenEnergy, "J/token" = energy.it / service.answers;
        /// Energy of a token in the facility.
        facility: TokenEnergy, "J/token" = energy.facility / service.answers;
        /// Energy of a request in the facility.
        request: Energy, "Wh" = facility * tokens(load.output);
    }
}

figures! {
    /// Carbon of a token of an answer.
    pub struct TokenEmission of (carbon: &OperationalCarbon = "carbon", service: &Service = "service") {
        /// Operational carbon of tokens, location-based.
        operational: TokenCarbon, "kgCO2e/million tokens" = carbon.operational / service.answers;
    }
}

figures! {
    /// Water of a token of an answer.
    pub struct TokenDrink of (water: &WaterUse = "water", service: &Service = "service") {
        /// Water of tokens, consumed on site.
        onsite: TokenWater, "L/million tokens" = water.onsite / service.answers;
    }
}

figures! {
    /// Water of the electricity of a token of an answer.
    pub struct TokenUpstream of (water: &UpstreamWater = "water", service: &Service = "service") {
        /// Water of tokens, consumed to make the electricity.
        upstream: TokenWater, "L/million tokens" = water.upstream / service.answers;
    }
}

/// What a token takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfTokens {
    /// Energy in devices and servers, where their draw follows from their work.
    pub draw: Option<TokenDraw>,
    /// Energy of all.
    pub energy: TokenUse,
    /// Carbon, where that of the electricity is known.
    pub carbon: Option<TokenEmission>,
    /// Water on site.
    pub water: TokenDrink,
    /// Water of the electricity, where that is known.
    pub upstream: Option<TokenUpstream>,
}

/// What the tokens of a service are counted from.
#[derive(Clone, Copy)]
pub(crate) struct ServedBy<'a> {
    pub(crate) work: Option<&'a WorkDraw>,
    pub(crate) load: &'a ServingLoad,
    pub(crate) service: &'a Service,
    pub(crate) size: DeviceCount,
}

impl OfTokens {
    pub(super) fn of(print: &super::Footprint, by: &ServedBy) -> Option<Self> {
        let ServedBy { work, load, service, size } = *by;
        Some(Self {
            draw: work.and_then(|work| TokenDraw::of(work, size, service)),
            energy: TokenUse::of(&print.energy, service, load)?,
            carbon: print.carbon.as_ref().and_then(|carbon| TokenEmission::of(carbon, service)),
            water: TokenDrink::of(&print.water, service)?,
            upstream: print.upstream.as_ref().and_then(|water| TokenUpstream::of(water, service)),
        })
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("energy.token", self.draw.as_ref(), visitor, TokenDraw::visit);
        visit_one("energy.token", Some(&self.energy), visitor, TokenUse::visit);
        visit_one("carbon.token", self.carbon.as_ref(), visitor, TokenEmission::visit);
        visit_one("water.token", Some(&self.water), visitor, TokenDrink::visit);
        visit_one("water.token", self.upstream.as_ref(), visitor, TokenUpstream::visit);
    }
}
