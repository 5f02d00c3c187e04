//! The fabric between devices: a scale-up domain (NVLink, ICI, Infinity Fabric), and a network beyond it.

use crate::quantities::units::bytes;
use crate::quantities::*;

/// Devices of a group that one scale-up domain holds, where neighbours in the group stand `stride` devices apart.
#[must_use]
pub fn inside(ranks: f64, stride: f64, domain: f64) -> f64 {
    if ranks * stride <= domain { ranks } else { (domain / stride).max(1.0).min(ranks) }
}

/// Bandwidth of a device in a ring over a group: that of the scale-up fabric within a domain; beyond it the devices
/// of a domain share their network links.
#[must_use]
pub fn ring(ranks: f64, stride: f64, domain: f64, scale_up: Bandwidth, scale_out: Bandwidth) -> Bandwidth {
    let within = inside(ranks, stride, domain);
    let network = scale_out * within;
    if within >= ranks || network.value > scale_up.value { scale_up } else { network }
}

/// Latency of a collective over a group: a tree within the domain, and one beyond it.
#[must_use]
pub fn latency(ranks: f64, stride: f64, domain: f64, scale_up: Time, scale_out: Time) -> Time {
    let within = inside(ranks, stride, domain);
    scale_up * libm::log2(within) + scale_out * libm::log2(ranks / within)
}

/// What a device sends or receives when a message is gathered or scattered over a group: `(n − 1)/n` of it.
#[must_use]
pub fn gathered(message: Information, ranks: f64) -> Information {
    message * ((ranks - 1.0) / ranks)
}

/// Time to exchange a message all to all over a group: the part within the domain, and the part beyond it.
///
/// A token that goes to several devices of one domain crosses the network once, as in node-limited routing; `copies`
/// is how many devices it goes to.
#[must_use]
pub fn all_to_all(
    message: Information,
    copies: f64,
    ranks: f64,
    within: f64,
    scale_up: Bandwidth,
    scale_out: Bandwidth,
) -> Time {
    if ranks <= 1.0 {
        return Time::from_base(0.0);
    }
    let domains = ranks / within;
    let hit = distinct(domains, copies) * (1.0 - 1.0 / domains);
    message * copies * ((ranks - 1.0) / ranks) / scale_up + message * hit / scale_out
}

/// Bins hit on average when `balls` fall on `bins` evenly: `n·(1 − (1 − 1/n)^k)`.
#[must_use]
pub fn distinct(bins: f64, balls: f64) -> f64 {
    bins * (1.0 - libm::pow(1.0 - 1.0 / bins, balls))
}

/// The part of a communication that computing does not cover: all of it where nothing covers it, ever less of it the
/// more does, by `t²/(t + c)`.
#[must_use]
pub fn exposed(communication: Time, cover: Time) -> Time {
    let (t, c) = (communication.value, cover.value);
    if t > 0.0 { Time::from_base(t * t / (t + c)) } else { Time::from_base(0.0) }
}

/// So many 2-byte numbers.
#[must_use]
pub const fn halves(count: f64) -> Information {
    bytes(2.0 * count)
}
