import { css } from "lit";

/** How the calculator looks. */
export const calculatorStyle = css`
  .setup { display: grid; gap: 0.9rem; padding-bottom: 1.1rem; }
  .tasks { display: flex; flex-wrap: wrap; gap: 0.4rem; }
  .tasks legend { margin-bottom: 0.25rem; }
  .tasks label { position: relative; display: flex; align-items: center; min-height: 2.4rem; padding: 0.3rem 0.95rem; border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }
  .tasks label.chosen { background: var(--ink); border-color: var(--ink); color: var(--wattflop-paper, light-dark(#fff, #14171b)); font-weight: 600; }
  .tasks input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .tasks label:has(:focus-visible) { outline: 2px solid var(--side-0); outline-offset: 2px; }
  .selects { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.75rem 1rem; }

  .board { border-top: 1px solid var(--ink); padding-top: 1rem; display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); }
  .charts > .select select { min-height: 2rem; padding-block: 0.15rem; font-size: 0.9375rem; }

  .desk { border-top: 1px solid var(--ink); padding-bottom: 1.5rem; overflow-anchor: none; }
  .desk .first { min-height: 100vh; }
  .desk :is(input, select, button, summary) { scroll-margin-block: 6rem 1rem; }
  .glance { position: sticky; top: 0; z-index: 1; margin: 0 0 0.9rem; display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 0 1.25rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); background: var(--wattflop-paper, light-dark(#fff, #14171b)); }
  .glance :is(dt, dd) { margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .glance dt { color: var(--muted); font-size: 0.8125rem; line-height: 1.25; }
  .glance dd { font-size: 0.9375rem; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }

  .groups { margin-top: 0.4rem; }
  .group h3, .matters h3, .notes h3, .form-head h3 { font: 600 1.0625rem/1.3 var(--serif); }
  .group h3 { padding: 1.1rem 0 0.4rem; border-bottom: 1px solid var(--ink); }
  .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.25rem; padding: 0.6rem 0 0.65rem; border-bottom: 1px solid var(--line); }
  .label { display: block; font-weight: 600; }
  .what .hint { display: block; line-height: 1.35; }
  .what .opens, .form-head .opens, .reset { display: inline-flex; }
  .opens { align-items: center; gap: 0.35em; padding: 0; border: 0; background: none; color: var(--muted); font-size: 0.8125rem; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; min-height: 24px; }
  .reset::before, .form-head .opens::before { content: none; }
  .value { display: block; font-size: 1.25rem; line-height: 1.25; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
  .range { display: block; color: var(--muted); font-size: 0.8125rem; }
  .unknown { color: var(--muted); font-size: 0.8125rem; font-style: italic; }
  .opened { grid-column: 1 / -1; margin-top: 0.6rem; }
  .doubt { display: block; margin-top: 0.3rem; width: 100%; max-width: 20rem; height: 12px; overflow: visible; }
  .doubt .axis { stroke: var(--line); stroke-width: 1; }
  .doubt .bar { stroke: var(--side-0); stroke-width: 5; stroke-linecap: round; opacity: 0.45; }
  .doubt .tick { stroke: var(--ink); stroke-width: 2.5; }
  .results > .hint { margin-top: 0.5rem; }

  .matters { margin-top: 1.5rem; border-inline-start: 3px solid var(--side-1); background: var(--wash); padding: 0.8rem 1rem; }
  .matters p { margin-top: 0.25rem; }
  .charts { margin-top: 1.5rem; border-top: 1px solid var(--ink); padding-top: 0.9rem; }
  .waiting { min-height: 24rem; }
  .charts > .select { max-width: 24rem; margin-bottom: 0.5rem; }
  .notes { margin-top: 1rem; font-size: 0.9375rem; }
  .notes li { padding: 0.25rem 0; max-width: 75ch; overflow-wrap: anywhere; }

  .form-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; padding-bottom: 0.4rem; border-bottom: 1px solid var(--ink); }
  .field { padding: 0.65rem 0 0.55rem; border-bottom: 1px solid var(--line); }
  .field.is-given { box-shadow: inset 3px 0 0 var(--side-1); padding-inline-start: 0.7rem; }
  .line { display: flex; justify-content: space-between; align-items: baseline; gap: 0.75rem; }
  .line label { font-size: 0.9375rem; font-weight: 500; line-height: 1.3; }
  .entry { display: grid; grid-template-columns: 7.5rem auto minmax(0, 1fr); align-items: center; gap: 0.25rem 0.5rem; margin-top: 0.3rem; }
  .entry input[type="text"] { min-height: 2rem; padding-block: 0.15rem; font-variant-numeric: tabular-nums; }
  .entry [aria-invalid] { border: 2px solid light-dark(#b3261e, #ff8a80); }
  .unit { font-size: 0.8125rem; color: var(--muted); white-space: nowrap; }
  .slider { grid-column: 3; width: 100%; min-width: 5rem; min-height: 24px; margin: 0; accent-color: var(--side-0); }
  .about { font-size: 0.8125rem; color: var(--muted); }
  .usual > summary { font-weight: 400; padding: 0.1rem 0; min-height: 24px; gap: 0.4em; align-items: baseline; }
  .usual p, .usual ul { padding: 0.15rem 0 0.3rem 1em; }
  .about .sources { columns: auto; list-style: disc; padding-inline-start: 2em; }
  .fault { color: light-dark(#b3261e, #ff8a80); font-weight: 500; overflow-wrap: anywhere; }
  .others { margin-top: 0.8rem; }
  .others > summary { border-bottom: 1px solid var(--line); }
  .find { display: block; font-size: 0.8125rem; font-weight: 600; color: var(--muted); margin-top: 0.6rem; }
  .part h4 { font: 600 1rem/1.3 var(--serif); margin-top: 1.2rem; }
  .part .select { margin-top: 0.6rem; }

  @container (min-width: 880px) {
    .selects, .setup .counting { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .board { grid-template-columns: minmax(0, 1fr) 22.5rem; gap: 2.25rem; }
    .inputs-side { border-inline-start: 1px solid var(--line); padding-inline-start: 1.5rem; }
  }
  @container (max-width: 26rem) {
    .tasks { display: grid; width: 100%; }
    .row { grid-template-columns: minmax(0, 1fr); gap: 0.2rem; }
    .what { display: contents; }
    .what .opens { order: 3; justify-self: start; }
    .number { order: 2; }
    .opened { order: 4; }
    .entry { grid-template-columns: minmax(0, 1fr) auto; }
    .slider { grid-column: 1 / -1; }
  }
  @media (forced-colors: active) {
    .tasks label.chosen { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .doubt .bar { stroke: CanvasText; opacity: 1; stroke-width: 2; }
    .doubt .tick { stroke: CanvasText; }
    .field.is-given { border-inline-start: 3px solid Highlight; }
  }
  @media print {
    .inputs-side .slider, .others, .selects, .tasks, .find, .reset, .what .opens, .form-head .opens, .charts > .select { display: none; }
    .row, .field { break-inside: avoid; }
    .glance { display: none; }
  }
`;
