// 20,000 samples in a worker, with progress and cancel; the page stays responsive.
import { uncertainty } from "wattflop/worker";

const progress = document.querySelector("#progress");
const answer = document.querySelector("#answer");
const control = new AbortController();
document.querySelector("#cancel").onclick = () => control.abort(new Error("cancelled"));

const cost = "cost.annuity.total";
const options = { samples: 20_000, figures: [cost], signal: control.signal, onProgress: (share) => (progress.value = share) };
try {
  const { sides } = await uncertainty("xai-gigafactory", options);
  const { median, low, high } = sides[0].figures[cost];
  const billions = (dollars) => (dollars / 1e9).toFixed(2);
  answer.textContent = `${billions(median)} billion dollars a year; with 90 % probability ${billions(low)} to ${billions(high)}`;
} catch (error) {
  answer.textContent = error.message;
}
