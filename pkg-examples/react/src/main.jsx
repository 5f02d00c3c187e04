// A form of any input, by the table of inputs: label, unit, what is allowed, the default and its source.
import { StrictMode, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { inputs, load, operate } from "wattflop";
import core from "wattflop/core.wasm?url";

const SHOWN = ["site.pue", "site.electricity", "cluster.load"];
const FIGURES = ["power.facility.peak", "energy.facility", "carbon.operational", "cost.annuity.total"];
const form = await load(core).then(() => inputs("xai-gigafactory"));

/** The scenario that sets inputs by their paths. */
function scenarioOf(given) {
  const scenario = { cluster: { preset: "xai-gigafactory" } };
  for (const [path, value] of Object.entries(given)) {
    const [group, name] = path.split(".");
    (scenario[group] ??= {})[name] = Number.isNaN(Number(value)) ? value : Number(value);
  }
  return scenario;
}

function App() {
  const [given, setGiven] = useState({});
  const { figures, error } = useMemo(() => {
    try {
      return { figures: operate(scenarioOf(given)).figures };
    } catch (error) {
      return { error };
    }
  }, [given]);
  return (
    <main>
      <h1>xAI's gigafactory</h1>
      {SHOWN.map((path) => form.inputs.find((field) => field.path === path)).map(({ path, label, text, sources }) => (
        <p key={path}>
          <label>
            {label} <input placeholder={text} title={sources[0]?.title} onChange={({ target }) => setGiven(({ [path]: _, ...others }) => (target.value ? { ...others, [path]: target.value } : others))} />
          </label>
        </p>
      ))}
      {error ? <p role="alert">{error.message}</p> : <ul>{FIGURES.map((path) => <li key={path}>{figures[path].label}: {figures[path].text} ({figures[path].range})</li>)}</ul>}
    </main>
  );
}

createRoot(document.querySelector("#root")).render(<StrictMode><App /></StrictMode>);
