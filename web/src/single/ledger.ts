/**
 * `<wattflop-ledger>` alone: a figure, opened. Importing this defines it; on a server it does nothing.
 *
 * @module
 */
import { defineOne } from "../elements/element.js";
import { Ledger } from "../elements/ledger.js";
import { load } from "../index.js";

defineOne("wattflop-ledger", Ledger, load);

export { registerLocale } from "../locales/index.js";
export type { WattflopLedgerElement } from "../elements.js";
export type { Words } from "../locales/index.js";
