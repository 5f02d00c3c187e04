//! The storage, counted: its servers, their capacity and their watts.

use super::fabric::counted_devices;
use crate::cluster::Storage;
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::figures;

figures! {
    /// The storage of a cluster, counted.
    pub struct StorageCount of (storage: &Storage = "cluster.storage", size: DeviceCount = "size") {
        /// Storage servers.
        servers: f64, "" = counted_devices(size.devices) * storage.servers;
        /// Capacity of the storage.
        capacity: Information, "PB" = storage.server_capacity * servers;
        /// Power of the storage.
        power: Power, "MW" = storage.server_power * servers;
        /// Power of the storage, for a device.
        power_per_device: DevicePower, "W/device" = power / size.devices;
    }
}
