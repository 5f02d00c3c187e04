//! The table of quantities: one row a quantity, one entry a unit.
//!
//! From this one table come the types (through [`uom`]), the const literals of [`units`](super::units), and
//! what parsing and display know of each quantity ([`Kind`](super::Kind)).

use super::kind;

macro_rules! literal {
    ($unit:ident, $factor:expr, $symbol:literal, $Name:ident, $label:literal) => {
        #[doc = concat!("`value` in ", $symbol, ", as a quantity (", $label, ").")]
        #[must_use]
        pub const fn $unit(value: f64) -> super::$Name {
            super::$Name { dimension: PhantomData, units: PhantomData, value: value * $factor }
        }
    };
}

macro_rules! quantities {
    ($(
        $(#[$doc:meta])*
        $module:ident::$Name:ident, $label:literal, <$($exponent:ident),+> {
            $( $unit:ident: $factor:expr, $symbol:literal $(| $alias:literal)*; )+
        } $( , { $( $more:ident: $more_factor:expr, $more_symbol:literal $(| $more_alias:literal)*; )+ } )?
    )+) => {
        $(
            #[macro_use]
            #[allow(missing_docs)]
            pub mod $module {
                quantity! {
                    $(#[$doc])*
                    quantity: $Name; $label;
                    /// Dimension of the quantity.
                    dimension: Q<$($exponent),+>;
                    units {
                        $( @$unit: $factor; $symbol, $symbol, $symbol; )+
                        $( $( @$more: $more_factor; $more_symbol, $more_symbol, $more_symbol; )+ )?
                    }
                }
            }
        )+

        system! {
            /// The system of quantities of AI compute.
            quantities: Q {
                time: seconds, T;
                energy: joules, E;
                information: bytes, I;
                compute: flop, F;
                money: usd, M;
                carbon: kilograms_co2e, C;
                water: litres, W;
                token: tokens, Tk;
                device: devices, Dv;
            }
            /// The units of the system.
            units: U { $( mod $module::$Name, )+ }
        }

        mod storage {
            mod own { pub use super::super::*; }
            Q!(self::own, f64);
        }

        $( $(#[$doc])* pub type $Name = storage::$Name; )+

        /// Const literals, a function a unit: `watts(700.0)`, `usd_per_kwh(0.078)`.
        pub mod units {
            use core::marker::PhantomData;
            $(
                $( literal! { $unit, $factor, $symbol, $Name, $label } )+
                $( $( literal! { $more, $more_factor, $more_symbol, $Name, $label } )+ )?
            )+
        }

        $(
            impl kind::Measure for $Name {
                const KIND: &'static kind::Kind = &kind::Kind {
                    name: $label,
                    ladder: &[ $( kind::Scale { symbol: $symbol, aliases: &[$($alias),*], factor: $factor } ),+ ],
                    is_share: false,
                    others: &[ $( $( kind::Scale {
                        symbol: $more_symbol, aliases: &[$($more_alias),*], factor: $more_factor,
                    } ),+ )? ],
                };
                fn base(self) -> f64 { self.value }
                fn from_base(value: f64) -> Self {
                    Self { dimension: core::marker::PhantomData, units: core::marker::PhantomData, value }
                }
            }

            impl core::fmt::Display for $Name {
                fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    let digits = f.precision().unwrap_or(super::display::MOST_DIGITS);
                    let kind = <Self as kind::Measure>::KIND;
                    f.write_str(&super::display::quantity(kind, self.value, None, digits, &super::display::ENGLISH))
                }
            }
        )+

        /// Every quantity with units, in the order of the table.
        pub const KINDS: &[&kind::Kind] = &[ $( <$Name as kind::Measure>::KIND ),+ ];
    };
}

// A year is 8,760 hours and a month a twelfth of it: the convention of this crate (others use 8,766 or 8,640).
// Exponents in the order of `system!`: time, energy, information, compute, money, carbon, water, token, device.
quantities! {
    /// Time.
    time::Time, "time", <P1, Z0, Z0, Z0, Z0, Z0, Z0, Z0, Z0> {
        microseconds: 1e-6, "µs" | "us";
        milliseconds: 1e-3, "ms";
        seconds: 1.0, "s" | "second" | "seconds";
        minutes: 60.0, "min" | "minute" | "minutes";
        hours: 3_600.0, "h" | "hour" | "hours" | "hr";
        days: 86_400.0, "d" | "day" | "days";
        years: 31_536_000.0, "yr" | "year" | "years" | "y";
    }, {
        months: 2_628_000.0, "mo" | "month" | "months";
    }
    /// Energy.
    energy::Energy, "energy", <Z0, P1, Z0, Z0, Z0, Z0, Z0, Z0, Z0> {
        watt_hours: 3_600.0, "Wh";
        kilowatt_hours: 3.6e6, "kWh";
        megawatt_hours: 3.6e9, "MWh";
        gigawatt_hours: 3.6e12, "GWh";
        terawatt_hours: 3.6e15, "TWh";
    }, {
        joules: 1.0, "J";
        megajoules: 1e6, "MJ";
        million_btu: 1.055_055_852_62e9, "MMBtu" | "mmBtu" | "MMBTU";
    }
    /// An amount of information.
    information::Information, "information", <Z0, Z0, P1, Z0, Z0, Z0, Z0, Z0, Z0> {
        bytes: 1.0, "B";
        kilobytes: 1e3, "kB";
        megabytes: 1e6, "MB";
        gigabytes: 1e9, "GB";
        terabytes: 1e12, "TB";
        petabytes: 1e15, "PB";
    }, {
        gibibytes: 1_073_741_824.0, "GiB";
    }
    /// An amount of computing work: floating-point operations.
    compute::Compute, "compute", <Z0, Z0, Z0, P1, Z0, Z0, Z0, Z0, Z0> {
        flop: 1.0, "FLOP" | "FLOPs";
        gigaflop: 1e9, "GFLOP";
        teraflop: 1e12, "TFLOP";
        petaflop: 1e15, "PFLOP";
        exaflop: 1e18, "EFLOP";
        zettaflop: 1e21, "ZFLOP";
        yottaflop: 1e24, "YFLOP";
    }
    /// Money, in United States dollars.
    money::Money, "money", <Z0, Z0, Z0, Z0, P1, Z0, Z0, Z0, Z0> {
        usd: 1.0, "USD" | "$" | "dollar" | "dollars";
    }, {
        million_usd: 1e6, "million USD" | "M$" | "MUSD" | "million $";
        billion_usd: 1e9, "billion USD" | "B$" | "BUSD" | "billion $";
    }
    /// A mass of greenhouse gases, as CO2 equivalent.
    carbon::Carbon, "carbon", <Z0, Z0, Z0, Z0, Z0, P1, Z0, Z0, Z0> {
        kilograms_co2e: 1.0, "kgCO2e" | "kg";
        tonnes_co2e: 1e3, "tCO2e" | "t";
    }, {
        grams_co2e: 1e-3, "gCO2e" | "g";
        kilotonnes_co2e: 1e6, "ktCO2e" | "kt";
        megatonnes_co2e: 1e9, "MtCO2e" | "Mt";
    }
    /// A volume of water.
    water::Water, "water", <Z0, Z0, Z0, Z0, Z0, Z0, P1, Z0, Z0> {
        litres: 1.0, "L" | "l" | "litre" | "litres" | "liter" | "liters";
    }, {
        megalitres: 1e6, "ML";
        cubic_metres: 1e3, "m3" | "m³";
        gallons: 3.785_411_784, "gal" | "gallon" | "gallons";
        million_gallons: 3_785_411.784, "Mgal";
    }
    /// A number of tokens.
    token::Tokens, "tokens", <Z0, Z0, Z0, Z0, Z0, Z0, Z0, P1, Z0> {
        tokens: 1.0, "token" | "tokens" | "tok";
    }, {
        billion_tokens: 1e9, "billion tokens";
        trillion_tokens: 1e12, "trillion tokens";
    }
    /// A number of devices (accelerators).
    device::Devices, "devices", <Z0, Z0, Z0, Z0, Z0, Z0, Z0, Z0, P1> {
        devices: 1.0, "device" | "devices" | "GPU" | "GPUs" | "chip" | "chips" | "accelerator" | "accelerators";
    }
    /// Power.
    power::Power, "power", <N1, P1, Z0, Z0, Z0, Z0, Z0, Z0, Z0> {
        watts: 1.0, "W" | "watt" | "watts";
        kilowatts: 1e3, "kW";
        megawatts: 1e6, "MW";
        gigawatts: 1e9, "GW";
        terawatts: 1e12, "TW";
    }
    /// Power of one device, or for one.
    device_power::DevicePower, "power per device", <N1, P1, Z0, Z0, Z0, Z0, Z0, Z0, N1> {
        watts_per_device: 1.0, "W/device" | "W/GPU" | "W/chip" | "W";
        kilowatts_per_device: 1e3, "kW/device" | "kW/GPU" | "kW/chip" | "kW";
    }
    /// Rate of computing work.
    compute_rate::ComputeRate, "compute rate", <N1, Z0, Z0, P1, Z0, Z0, Z0, Z0, Z0> {
        flop_per_second: 1.0, "FLOP/s" | "FLOPS";
        teraflop_per_second: 1e12, "TFLOP/s" | "TFLOPS";
        petaflop_per_second: 1e15, "PFLOP/s" | "PFLOPS";
        exaflop_per_second: 1e18, "EFLOP/s" | "EFLOPS";
        zettaflop_per_second: 1e21, "ZFLOP/s" | "ZFLOPS";
    }
    /// Rate of computing work of one device.
    device_rate::DeviceRate, "compute rate per device", <N1, Z0, Z0, P1, Z0, Z0, Z0, Z0, N1> {
        flop_per_second_device: 1.0, "FLOP/s/device";
        teraflop_per_second_device: 1e12, "TFLOP/s/device" | "TFLOP/s/GPU";
        petaflop_per_second_device: 1e15, "PFLOP/s/device" | "PFLOP/s/GPU";
    }
    /// Rate at which information moves.
    bandwidth::Bandwidth, "bandwidth", <N1, Z0, P1, Z0, Z0, Z0, Z0, Z0, Z0> {
        bytes_per_second: 1.0, "B/s";
        gigabytes_per_second: 1e9, "GB/s" | "GBps";
        terabytes_per_second: 1e12, "TB/s" | "TBps";
    }, {
        gigabits_per_second: 1.25e8, "Gbit/s" | "Gbps" | "Gb/s";
        terabits_per_second: 1.25e11, "Tbit/s" | "Tbps" | "Tb/s";
    }
    /// Computing work for one token.
    token_work::TokenWork, "compute per token", <Z0, Z0, Z0, P1, Z0, Z0, Z0, N1, Z0> {
        flop_per_token: 1.0, "FLOP/token";
        gigaflop_per_token: 1e9, "GFLOP/token";
        teraflop_per_token: 1e12, "TFLOP/token";
    }
    /// Devices in use over time, such as GPU-hours.
    device_time::DeviceTime, "device-time", <P1, Z0, Z0, Z0, Z0, Z0, Z0, Z0, P1> {
        device_hours: 3_600.0, "device-h" | "GPU-h" | "chip-h" | "device-hour" | "device-hours" | "GPU-hour" | "GPU-hours";
    }, {
        device_seconds: 1.0, "device-s";
        device_days: 86_400.0, "device-day" | "GPU-day" | "GPU-days";
        device_years: 31_536_000.0, "device-yr" | "GPU-year" | "GPU-years";
    }
    /// Money per energy: the price of electricity, or of a power kept for a time.
    energy_price::EnergyPrice, "energy price", <Z0, N1, Z0, Z0, P1, Z0, Z0, Z0, Z0> {
        usd_per_kwh: 1.0 / 3.6e6, "USD/kWh" | "$/kWh";
    }, {
        usd_per_joule: 1.0, "USD/J";
        usd_per_mwh: 1e-3 / 3.6e6, "USD/MWh" | "$/MWh";
        usd_per_kilowatt_month: 1e-3 / 2_628_000.0, "USD/kW/mo" | "USD/kW-mo" | "USD/kW-month";
        usd_per_gigawatt_year: 1e-9 / 31_536_000.0, "USD/GW/yr" | "USD/GW-yr" | "USD/GW-year";
        usd_per_million_btu: 1.0 / 1.055_055_852_62e9, "USD/MMBtu" | "$/MMBtu";
    }
    /// Money per power: capital for capacity.
    power_price::PowerPrice, "price of capacity", <P1, N1, Z0, Z0, P1, Z0, Z0, Z0, Z0> {
        billion_usd_per_gigawatt: 1.0, "billion USD/GW" | "B$/GW";
    }, {
        usd_per_kilowatt: 1e-3, "USD/kW" | "$/kW";
        million_usd_per_megawatt: 1.0, "million USD/MW" | "M$/MW";
        usd_per_watt: 1.0, "USD/W" | "$/W";
    }
    /// Money per device.
    device_price::DevicePrice, "price per device", <Z0, Z0, Z0, Z0, P1, Z0, Z0, Z0, N1> {
        usd_per_device: 1.0, "USD/device" | "$/device" | "USD/GPU" | "$/GPU" | "USD/chip" | "USD" | "$";
    }
    /// Money per device and time: the rent of a device, or its cost by the hour.
    device_rent::DeviceRent, "rent per device", <N1, Z0, Z0, Z0, P1, Z0, Z0, Z0, N1> {
        usd_per_device_hour: 1.0 / 3_600.0, "USD/device-h" | "USD/GPU-h" | "$/GPU-h" | "USD/GPU-hour" | "USD/chip-h" | "USD/device/h" | "USD/h" | "$/h";
    }, {
        usd_per_device_month: 1.0 / 2_628_000.0, "USD/device-mo" | "USD/GPU-mo" | "USD/device/mo";
        usd_per_device_year: 1.0 / 31_536_000.0, "USD/device-yr" | "USD/GPU-yr" | "USD/device/yr";
    }
    /// Money by time.
    money_rate::MoneyRate, "money per time", <N1, Z0, Z0, Z0, P1, Z0, Z0, Z0, Z0> {
        usd_per_year: 1.0 / 31_536_000.0, "USD/yr" | "USD/year";
    }, {
        usd_per_second: 1.0, "USD/s";
        usd_per_month: 1.0 / 2_628_000.0, "USD/mo";
    }
    /// Money per computing work.
    compute_price::ComputePrice, "price of compute", <Z0, Z0, Z0, N1, P1, Z0, Z0, Z0, Z0> {
        usd_per_exaflop: 1e-18, "USD/EFLOP";
    }, {
        usd_per_flop: 1.0, "USD/FLOP";
        usd_per_petaflop_hour: 1e-15 / 3_600.0, "USD/PFLOP-h" | "USD/(PFLOP/s·h)";
    }
    /// Money per token.
    token_price::TokenPrice, "price of tokens", <Z0, Z0, Z0, Z0, P1, Z0, Z0, N1, Z0> {
        usd_per_million_tokens: 1e-6, "USD/million tokens" | "$/million tokens" | "USD/Mtok";
    }, {
        usd_per_token: 1.0, "USD/token";
    }
    /// Carbon per energy: the intensity of electricity.
    carbon_intensity::CarbonIntensity, "carbon intensity", <Z0, N1, Z0, Z0, Z0, P1, Z0, Z0, Z0> {
        grams_co2e_per_kwh: 1e-3 / 3.6e6, "gCO2e/kWh" | "g/kWh";
    }, {
        kilograms_co2e_per_joule: 1.0, "kgCO2e/J";
        kilograms_co2e_per_kwh: 1.0 / 3.6e6, "kgCO2e/kWh" | "kg/kWh";
        kilograms_co2e_per_million_btu: 1.0 / 1.055_055_852_62e9, "kgCO2e/MMBtu" | "kg/MMBtu";
    }
    /// Carbon per power: what it took to build capacity.
    capacity_carbon::CapacityCarbon, "carbon of capacity", <P1, N1, Z0, Z0, Z0, P1, Z0, Z0, Z0> {
        kilograms_co2e_per_kilowatt: 1e-3, "kgCO2e/kW" | "kg/kW";
    }, {
        kilograms_co2e_per_watt: 1.0, "kgCO2e/W" | "kg/W";
    }
    /// Money per carbon.
    carbon_price::CarbonPrice, "carbon price", <Z0, Z0, Z0, Z0, P1, N1, Z0, Z0, Z0> {
        usd_per_tonne: 1e-3, "USD/tCO2e" | "$/t" | "USD/t";
    }, {
        usd_per_kilogram: 1.0, "USD/kgCO2e" | "USD/kg";
    }
    /// Carbon per device: what it took to make one.
    device_carbon::DeviceCarbon, "carbon per device", <Z0, Z0, Z0, Z0, Z0, P1, Z0, Z0, N1> {
        kilograms_co2e_per_device: 1.0, "kgCO2e/device" | "kg/device" | "kg/GPU";
    }
    /// Water per energy.
    water_intensity::WaterIntensity, "water intensity", <Z0, N1, Z0, Z0, Z0, Z0, P1, Z0, Z0> {
        litres_per_kwh: 1.0 / 3.6e6, "L/kWh" | "l/kWh";
    }, {
        litres_per_joule: 1.0, "L/J";
    }
    /// Computing work per energy: FLOP/s per watt.
    efficiency::Efficiency, "compute per energy", <Z0, N1, Z0, P1, Z0, Z0, Z0, Z0, Z0> {
        flop_per_joule: 1.0, "FLOP/J";
        gigaflop_per_joule: 1e9, "GFLOP/J";
        teraflop_per_joule: 1e12, "TFLOP/J";
    }
    /// How often: requests by time.
    frequency::Frequency, "frequency", <N1, Z0, Z0, Z0, Z0, Z0, Z0, Z0, Z0> {
        per_second: 1.0, "1/s" | "/s" | "requests/s" | "req/s";
    }, {
        per_minute: 1.0 / 60.0, "1/min" | "/min" | "requests/min";
        per_hour: 1.0 / 3_600.0, "1/h" | "/h" | "requests/h";
        per_day: 1.0 / 86_400.0, "1/d" | "/d" | "requests/d";
    }
    /// Tokens by time.
    token_rate::TokenRate, "token rate", <N1, Z0, Z0, Z0, Z0, Z0, Z0, P1, Z0> {
        tokens_per_second: 1.0, "token/s" | "tokens/s" | "tok/s";
    }, {
        billion_tokens_per_day: 1e9 / 86_400.0, "billion tokens/d";
    }
    /// Tokens by time of one device.
    device_token_rate::DeviceTokenRate, "token rate per device", <N1, Z0, Z0, Z0, Z0, Z0, Z0, P1, N1> {
        tokens_per_second_device: 1.0, "token/s/device" | "tok/s/GPU";
    }
    /// Energy for one token.
    token_energy::TokenEnergy, "energy per token", <Z0, P1, Z0, Z0, Z0, Z0, Z0, N1, Z0> {
        joules_per_token: 1.0, "J/token" | "J/tok";
    }, {
        kilowatt_hours_per_million_tokens: 3.6, "kWh/million tokens";
    }
    /// Carbon for one token.
    token_carbon::TokenCarbon, "carbon per token", <Z0, Z0, Z0, Z0, Z0, P1, Z0, N1, Z0> {
        kilograms_co2e_per_million_tokens: 1e-6, "kgCO2e/million tokens";
    }, {
        grams_co2e_per_token: 1e-3, "gCO2e/token";
    }
    /// Water for one token.
    token_water::TokenWater, "water per token", <Z0, Z0, Z0, Z0, Z0, Z0, P1, N1, Z0> {
        litres_per_million_tokens: 1e-6, "L/million tokens";
    }, {
        litres_per_token: 1.0, "L/token";
    }
}
