// TypeScript, strictly: ids, units and paths are checked as they are written.
import { type OperationScenario, WattflopError, load, operate } from "wattflop";
import core from "wattflop/core.wasm?url";

const price = document.querySelector<HTMLInputElement>("#price")!;
const cost = document.querySelector<HTMLOutputElement>("#cost")!;

function show(): void {
  const scenario: OperationScenario = { cluster: "xai-gigafactory", site: { electricity: `${price.valueAsNumber} USD/kWh` } };
  try {
    const figure = operate(scenario).figures["cost.annuity.total"];
    cost.value = figure ? `${price.value} USD/kWh: ${figure} (${figure.in("billion USD").toFixed(3)} billion)` : "not known";
  } catch (error) {
    cost.value = error instanceof WattflopError ? `${error.path}: ${error.message}` : String(error);
  }
}

// @ts-expect-error a price of energy is no energy
const wrong: OperationScenario = { cluster: "xai-gigafactory", site: { electricity: "0.05 kWh" } };
void wrong;

await load(core);
price.addEventListener("input", show);
show();
