// The same package by require(), in French.
const { operate } = require("wattflop");

const { label, text } = operate("stargate-10gw", { lang: "fr" }).figures["power.facility.peak"];
console.log(`${label} : ${text}`);
