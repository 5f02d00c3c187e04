// The units that each kind of value may be written in. The types are made of this table, and a test reads every
// entry through the core. The unit that an input is written in tells its kind.

/** @typedef {{ doc: string, units: string[], counted?: true, money?: true }} Kind */

/** @type {Record<string, Kind>} */
export const KINDS = {
  PureNumber: { doc: "A number without a unit, such as `1.2` or `\"40 %\"`", units: [""] },
  Devices: { doc: "A number of devices, such as `100000` or `\"100k\"`", units: ["device", "devices", "GPU", "GPUs", "chips"], counted: true },
  Tokens: { doc: "A number of tokens, such as `\"15T\"` or `\"15 trillion tokens\"`", units: ["token", "tokens", "billion tokens", "trillion tokens"], counted: true },
  Time: { doc: "A time, such as `\"90 days\"`", units: ["yr", "years", "year", "mo", "months", "month", "d", "days", "day", "h", "hours", "hour", "min", "minutes", "minute", "s", "seconds", "second", "ms", "µs"] },
  Information: { doc: "An amount of memory, such as `\"80 GiB\"`", units: ["GiB", "B", "kB", "MB", "GB", "TB", "PB"] },
  Bandwidth: { doc: "A rate of data, such as `\"3.35 TB/s\"`", units: ["GB/s", "TB/s", "Gbit/s"] },
  Power: { doc: "A power, such as `\"150 MW\"`", units: ["MW", "W", "kW", "GW", "TW"] },
  Money: { doc: "An amount of money, such as `\"$4.7 billion\"` or `\"4.7 billion USD\"`", units: ["USD", "million USD", "billion USD", "dollars"], money: true },
  Compute: { doc: "An amount of compute, such as `\"3e25 FLOP\"`", units: ["FLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "ZFLOP", "YFLOP"] },
  EnergyPrice: { doc: "A price of energy, such as `\"0.05 USD/kWh\"`", units: ["USD/kWh", "$/kWh", "USD/MWh", "$/MWh", "USD/kW/mo", "USD/kW-mo", "USD/MMBtu", "$/MMBtu"] },
  CarbonIntensity: { doc: "Carbon per energy, such as `\"370 gCO2e/kWh\"`", units: ["gCO2e/kWh", "g/kWh", "kgCO2e/kWh", "kg/kWh", "kgCO2e/MMBtu", "kg/MMBtu"] },
  WaterIntensity: { doc: "Water per energy, such as `\"0.36 L/kWh\"`", units: ["L/kWh", "l/kWh"] },
  DeviceRate: { doc: "A rate of a device, such as `\"989.4 TFLOP/s/device\"`", units: ["FLOP/s/device", "TFLOP/s/device", "TFLOP/s/GPU", "PFLOP/s/device", "PFLOP/s/GPU"] },
  DevicePower: { doc: "A power of a device, such as `\"700 W/device\"`", units: ["W/device", "W/GPU", "W/chip", "kW/device", "kW/GPU"] },
  DevicePrice: { doc: "A price of a device, such as `\"30000 USD/device\"`", units: ["USD/device", "$/device", "USD/GPU", "$/GPU", "USD/chip"] },
  DeviceRent: { doc: "A rent of a device, such as `\"2.5 USD/GPU-h\"`", units: ["USD/device-h", "USD/GPU-h", "$/GPU-h", "USD/device-mo", "USD/GPU-mo", "USD/device-yr", "USD/GPU-yr"] },
  DeviceCarbon: { doc: "Carbon of a device, such as `\"164 kgCO2e/device\"`", units: ["kgCO2e/device", "kg/device", "kg/GPU"] },
  DeviceTime: { doc: "Device-time, such as `\"50000 device-h\"`", units: ["device-h", "device-hours", "GPU-h", "GPU-hours", "device-day", "GPU-day", "GPU-days", "device-yr", "GPU-years"] },
  CapacityCarbon: { doc: "Carbon of capacity, such as `\"700 kgCO2e/kW\"`", units: ["kgCO2e/kW", "kg/kW", "kgCO2e/W"] },
  Frequency: { doc: "How often, such as `\"200 /s\"`", units: ["1/s", "/s", "requests/s", "1/min", "1/h", "1/d"] },
  TokenRate: { doc: "Tokens by time, such as `\"30 tokens/s\"`", units: ["token/s", "tokens/s", "tok/s"] },
  CarbonPrice: { doc: "A price of carbon, such as `\"80 USD/tCO2e\"`", units: ["USD/tCO2e", "USD/t", "$/t", "USD/kgCO2e"] },
  PowerPrice: { doc: "A price of capacity, such as `\"12 USD/W\"`", units: ["USD/W", "$/W", "USD/kW", "million USD/MW", "billion USD/GW"] },
};

/** The currencies that money may be given in. */
export const CURRENCIES = ["USD", "EUR", "CNY", "JPY", "GBP", "CHF", "CAD", "INR", "KRW", "AED", "SAR"];

/** The kind of what is written in this unit. */
export function kindOf(unit) {
  const found = Object.entries(KINDS).find(([, kind]) => kind.units.includes(unit));
  if (!found) throw new Error(`scripts/units.js knows no kind that is written in \`${unit}\``);
  return found[0];
}
