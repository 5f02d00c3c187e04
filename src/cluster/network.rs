//! The scale-out network: what its switches, links and tiers are.

use crate::catalogue::defaults;
use crate::quantities::units::watts;
use crate::quantities::*;
use crate::tables::{Domain, inputs};

inputs! {
    /// The scale-out network of a cluster: a fat tree of switches, rail by rail.
    pub struct Network {
        /// Ports of a switch.
        ports, with_ports: f64, "", Domain::whole(2.0, 4096.0);
        /// Links of a device into the network.
        links, with_links: f64, "", Domain::between(1e-3, 64.0);
        /// Rails: devices of a server, each with a plane of its own.
        rails, with_rails: f64, "", Domain::whole(1.0, 1024.0);
        /// Tiers of switches, where they are not the fewest that join all devices.
        tiers, with_tiers: Option<f64>, "", Domain::whole(1.0, 4.0);
        /// Links into a leaf switch over those out of it.
        /// One, where nothing is oversubscribed.
        oversubscription, with_oversubscription: f64, "", Domain::between(1.0, 64.0);
        /// Power of a switch, without its optics.
        switch_power, with_switch_power: Power, "W", Domain::between(0.0, watts(1e6).value);
        /// Power of an optical end of a link on single-mode fibre.
        optics_power, with_optics_power: Power, "W", Domain::between(0.0, watts(1e4).value);
        /// Power of an optical end of a link on multimode fibre, which reaches 50 m.
        short_optics_power, with_short_optics_power: Power, "W", Domain::between(0.0, watts(1e4).value);
        /// Share of the optical links that multimode fibre reaches.
        short, with_short: Share, "", Domain::SHARE;
        /// Share of the devices' links on copper.
        copper, with_copper: Share, "", Domain::SHARE;
        /// Whether the counted network and storage stand in place of the factor on servers, in power, and of its share of the
        /// price.
        /// One if so; takes a count of devices.
        counted, with_counted: f64, "", Domain::whole(0.0, 1.0);
        /// Price of a switch.
        switch_price, with_switch_price: Money, "USD", Domain::NOT_NEGATIVE;
        /// Price of a link, with the optics at both ends.
        link_price, with_link_price: Money, "USD", Domain::NOT_NEGATIVE;
    }
}

impl Network {
    /// A fat tree of 64-port switches with a link a device, as of NVIDIA's H100 and B200 reference designs.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::SWITCH_PORTS,
            defaults::DEVICE_LINKS,
            defaults::RAILS,
            None,
            defaults::OVERSUBSCRIPTION,
            defaults::SWITCH_POWER,
            defaults::OPTICS_POWER,
            defaults::SHORT_OPTICS_POWER,
            defaults::SHORT_LINKS,
            defaults::COPPER_SHARE,
            defaults::NOT_COUNTED,
            defaults::SWITCH_PRICE,
            defaults::LINK_PRICE,
        )
    }
}

inputs! {
    /// The storage of a cluster: servers with flash.
    pub struct Storage {
        /// Storage servers for a device.
        servers, with_servers: f64, "", Domain::between(0.0, 100.0);
        /// Capacity of a storage server.
        server_capacity, with_server_capacity: Information, "TB", Domain::NOT_NEGATIVE;
        /// Power of a storage server.
        server_power, with_server_power: Power, "W", Domain::between(0.0, watts(1e5).value);
    }
}

impl Storage {
    /// As much as Meta had for Llama 3.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::STORAGE_SERVERS,
            defaults::STORAGE_SERVER_CAPACITY,
            defaults::STORAGE_SERVER_POWER,
        )
    }
}
