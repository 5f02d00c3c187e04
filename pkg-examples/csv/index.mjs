// Measured rows beside what is predicted of them, as CSV. Put your own into runs.csv.
import { readFileSync } from "node:fs";
import { validate } from "wattflop";

const [header, ...lines] = readFileSync(new URL("runs.csv", import.meta.url), "utf8").trim().split("\n").map((line) => line.split(","));
const rows = lines.map((cells) => Object.fromEntries(header.map((column, place) => [column, cells[place]])));

const { rows: judged, sets } = validate(rows);
console.log("id,quantity,measured,predicted,low,high,error_pct,reason");
for (const { id, quantity, measured, predicted, low, high, error_pct, reason } of judged) {
  console.log([id, quantity, measured, predicted, low, high, error_pct, reason].map((cell) => cell ?? "").join(","));
}
for (const { set, quantity, n, mape } of sets) console.log(`# ${set}, ${quantity}: ${n} rows, off by ${mape?.toFixed(1)} % in the mean`);
