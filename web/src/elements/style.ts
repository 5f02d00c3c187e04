import { css, unsafeCSS } from "lit";

/** What all elements share. What a page may set stands in `:host`, as `--wattflop-*`. */
export const base = css`
  :host {
    --ink: var(--wattflop-ink, light-dark(#15191e, #eceae4));
    --muted: var(--wattflop-muted, light-dark(#585f69, #a9b0b8));
    --line: var(--wattflop-line, light-dark(#d9d6cd, #3a4048));
    --wash: var(--wattflop-wash, light-dark(#f4f1e9, #20252b));
    --side-0: var(--wattflop-side-1, light-dark(#1a5a96, #7db7ee));
    --side-1: var(--wattflop-side-2, light-dark(#b0400a, #f39a63));
    --side-2: var(--wattflop-side-3, light-dark(#2e6f3f, #83c794));
    --side-3: var(--wattflop-side-4, light-dark(#74449b, #c49be4));
    --serif: var(--wattflop-heading-font, "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif);
    display: block;
    container-type: inline-size;
    column-rule-color: light-dark(#000, #fff);
    transition: column-rule-color 1ms;
    color: var(--ink);
    font: 400 1rem/1.45 var(--wattflop-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  }
  :host([hidden]) { display: none; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([theme="auto"]) { color-scheme: light dark; }

  *, .opens::before, summary::before { box-sizing: border-box; }
  p, h3, h4, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul { list-style: none; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .side-0 { --side: var(--side-0); }
  .side-1 { --side: var(--side-1); }
  .side-2 { --side: var(--side-2); }
  .side-3 { --side: var(--side-3); }
  .of-2 { --sides: 2; }
  .of-3 { --sides: 3; }
  .of-4 { --sides: 4; }
  .mark { vertical-align: -0.16em; fill: var(--side); width: 0.95em; height: 0.95em; }
  a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
  a:hover { text-decoration-thickness: 2px; }
  :focus-visible { outline: 2px solid var(--side-0); outline-offset: 2px; border-radius: 2px; }

  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: lining-nums tabular-nums; }
  th { text-align: start; font-weight: inherit; }
  th, td { vertical-align: top; }
  button, summary { font: inherit; color: inherit; cursor: pointer; min-height: 24px; }
  .opens { display: inline-flex; align-items: center; gap: 0.35em; margin-top: 0.15rem; padding: 0; border: 0; background: none; color: var(--muted); font-size: 0.8125rem; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  .opens::before, summary::before { content: ""; flex: none; width: 0.42em; height: 0.42em; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 0.15s; }
  .opens[aria-expanded="true"]::before, details[open] > summary::before { transform: rotate(45deg); }
  .opens:hover { color: var(--ink); }
  summary { display: flex; align-items: center; gap: 0.6em; list-style: none; font-weight: 600; padding: 0.35rem 0.15rem; }
  summary::-webkit-details-marker { display: none; }
  .error { border-inline-start: 4px solid var(--side-1); background: var(--wash); padding: 0.75rem 1rem; margin-bottom: 1rem; overflow-wrap: anywhere; }

  @media (forced-colors: active) {
    :host { --ink: CanvasText; --muted: CanvasText; --line: GrayText; --wash: Canvas; --side-0: CanvasText; --side-1: LinkText; --side-2: CanvasText; --side-3: LinkText; }
    .error { border: 1px solid CanvasText; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { transition: none !important; }
  }
  @media print {
    :host { color-scheme: light; font-size: 0.8rem; }
    .opens, .share { display: none; }
  }
`;

/** A figure, opened. */
export const methodStyle = css`
  .method { background: var(--wash); padding: 1rem 1.1rem; font-size: 0.875rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.1rem 2rem; }
  .method > :nth-last-child(-n + 3), .method > :first-child:nth-last-child(-n + 4) { grid-column: 1 / -1; }
  .method > * { min-width: 0; }
  h4 { font-size: 0.9375rem; margin-bottom: 0.3rem; }
  h4[class^="side"] { color: var(--side); }
  dt { color: var(--muted); margin-top: 0.35rem; }
  code { font: 0.8125rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
  .inputs th, .inputs td { padding: 0.3rem 0.9rem 0.3rem 0; border-top: 1px solid var(--line); }
  .inputs thead th { border-top: 0; }
  .inputs code { display: block; color: var(--muted); font-size: 0.75rem; }
  .grade { display: block; color: var(--muted); font-size: 0.75rem; }
  .sources { padding-inline-start: 1.4em; columns: 22rem auto; column-gap: 2rem; }
  .sources li { break-inside: avoid; padding-block: 0.2rem; }
  .sources a { padding-block: 0.25rem; overflow-wrap: anywhere; }
  .sources .grade { display: inline; }
  .sources .grade::before { content: " · "; }
  .evidence dt { color: var(--ink); font-weight: 600; }
  .evidence dd { color: var(--muted); }

  @media (forced-colors: active) { .method { border: 1px solid CanvasText; } }
`;

/** The colours of the sides in charts, light and dark; a page's own take their place. */
const CHARTED = ["#1a5a96 #5f9fe0", "#c2500a #f08a4b", "#4d8f6b #bfe6c8", "#5c1f4a #a8508a"];
const recoloured = CHARTED.flatMap((colours, place) => colours.split(" ").flatMap((colour) => ["fill", "stroke"].map((part) => `.picture [${part}="${colour}"] { ${part}: var(--wattflop-side-${place + 1}, ${colour}); }`))).join("\n");

/** A chart with its table, and what readers take along. */
export const panelStyle = css`
  ${unsafeCSS(recoloured)}
  .picture > svg { display: block; width: 100%; height: auto; }
  .picture > svg > rect:first-of-type { fill: var(--wattflop-paper, transparent); }
  .figure { margin: 0; container-type: inline-size; }
  .figure strong { display: block; }
  .points { margin-inline-start: min(-16px, -1.78cqi); position: relative; touch-action: pan-y pinch-zoom; }
  .points:focus-visible { outline-offset: 4px; }
  .marked { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
  .marked rect { fill: var(--ink); fill-opacity: 0.07; }
  .points:focus-visible .marked rect { stroke: var(--side-0); stroke-width: 2; vector-effect: non-scaling-stroke; }
  .tip { position: absolute; z-index: 2; width: max-content; max-width: min(20rem, 100%); padding: 0.5rem 0.75rem 0.55rem; border: 1px solid var(--line); border-radius: 4px; background: var(--wattflop-paper, light-dark(#fff, #14171b)); box-shadow: 0 4px 18px light-dark(#0002, #000a); font-size: 0.8125rem; line-height: 1.35; overflow-wrap: anywhere; }
  .tip .of, .tip .range { color: var(--muted); font-variant-numeric: tabular-nums; }
  .tip b { color: var(--ink); font-weight: 600; }
  .tip .name { font: inherit; font-weight: 600; }
  .tip .at { font-size: 1.125rem; line-height: 1.25; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
  .data table { margin: 0.75rem 0; font-size: 0.875rem; }
  .data caption { text-align: start; font-weight: 600; padding-block: 0.4rem; }
  .data th, .data td { padding: 0.3rem 0.9rem 0.3rem 0; border-top: 1px solid var(--line); text-align: start; }
  .data td { font-variant-numeric: tabular-nums; }
  .data thead th { color: var(--muted); font-weight: 600; border: 0; }
  .hint { color: var(--muted); font-size: 0.8125rem; }
  .tools { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: start; margin-top: 0.5rem; }
  .plain, .actions button { min-height: 28px; padding: 0.15rem 0.7rem; border: 1px solid var(--line); border-radius: 999px; background: none; font-size: 0.8125rem; }
  .plain:hover, .actions button:hover { border-color: var(--ink); }
  .plain[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--wattflop-paper, light-dark(#fff, #14171b)); }
  .share { font-size: 0.875rem; }
  .share > summary { padding: 0.15rem; font-weight: 500; min-height: 28px; }
  .share[open] { flex-basis: 100%; }
  .actions { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; padding: 0.35rem 0; }
  .actions .hint { min-width: 4.5rem; }
  .said { min-height: 1.2em; color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
  footer { margin-top: 0.5rem; padding-top: 0.6rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }
  @media (forced-colors: active) {
    .picture { forced-color-adjust: none; background: #fff; }
    .picture > svg > rect:first-of-type { fill: #fff; }
    .marked rect { forced-color-adjust: none; fill: none; stroke: Highlight; stroke-width: 2; }
    .tip { border-color: CanvasText; }
    .plain[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
  }
  @media print { .tools, .said, .reading { display: none; } }
`;

/** How the comparison looks. */
export const style = css`
  .lead { font: 400 clamp(1.25rem, 1rem + 1.6cqi, 1.75rem)/1.32 var(--serif); text-wrap: pretty; max-width: 46ch; }
  .counting { margin-bottom: 1.25rem; max-width: 60rem; }
  .caption { margin-top: 1.75rem; font-size: 0.8125rem; font-weight: 600; color: var(--muted); }
  .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1rem 2rem; margin: 0.75rem 0 1.75rem; }
  .sides li { border-top: 3px solid var(--side); padding-top: 0.6rem; }
  .name { font: 600 1.1875rem/1.3 var(--serif); }
  .about { color: var(--muted); font-size: 0.875rem; margin-top: 0.1rem; }
  .binds { margin-top: 0.5rem; font-size: 0.9375rem; }
  .why { display: block; color: var(--muted); font-size: 0.875rem; }

  thead th { font-size: 0.8125rem; font-weight: 600; color: var(--muted); padding: 0 0.75rem 0.5rem 0; vertical-align: bottom; }
  thead th[class^="side"] { color: var(--side); }
  .group th { font: 600 1.0625rem/1.3 var(--serif); padding: 1.35rem 0 0.5rem; border-bottom: 1px solid var(--ink); }
  tbody:first-of-type .group th { padding-top: 0.4rem; }
  [part="row"] > * { padding: 0.7rem 0.75rem 0.75rem 0; border-bottom: 1px solid var(--line); }
  [part="row"] > :last-child { padding-inline-end: 0; }
  [part="row"]:has(+ .panel) > * { border-bottom-color: transparent; }
  .label { display: block; font-weight: 600; }
  .hint { display: block; color: var(--muted); font-size: 0.8125rem; line-height: 1.35; overflow-wrap: anywhere; }
  .value { display: block; font-size: 1.125rem; line-height: 1.25; font-weight: 600; }
  .range { display: block; color: var(--muted); font-size: 0.8125rem; margin-top: 0.1rem; }
  .unknown { color: var(--muted); font-style: italic; }
  .times { display: block; font-size: 1.0625rem; line-height: 1.4; white-space: nowrap; }
  .to, .who { display: none; }
  td.scale { min-width: 9rem; padding-top: 0.55rem; }

  .plot { display: block; overflow: visible; }
  .decade { stroke: var(--line); stroke-width: 1; }
  .bar { stroke: var(--side); stroke-width: 5; stroke-linecap: round; opacity: 0.38; }
  .point { fill: var(--side); stroke: var(--wattflop-paper, light-dark(#fff, #14171b)); stroke-width: 1; }


  .how { margin-top: 0.9rem; color: var(--muted); font-size: 0.8125rem; max-width: 75ch; }
  .others { margin-top: 1.5rem; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); padding: 0.4rem 0; }
  .others table { margin-top: 0.5rem; }
  .others .value { font-size: 1rem; }
  .others .label { font-weight: 500; }

  .panel > td { border-bottom: 1px solid var(--line); padding: 0 0 1.1rem; }
  .notes { margin-top: 1.75rem; font-size: 0.9375rem; }
  .notes h3 { font: 600 1.0625rem/1.3 var(--serif); margin-bottom: 0.4rem; }
  .notes li { padding: 0.3rem 0; max-width: 80ch; overflow-wrap: anywhere; }
  .notes strong { color: var(--side); font-weight: 600; }
  .take { margin-top: 1.5rem; }
  footer { margin-top: 1.25rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }

  @container (min-width: 46rem) {
    [part="row"] > th { width: 28%; }
    td.scale { width: 23%; }
    .others [part="row"] > th { width: 36%; }
  }

  @container (max-width: 45.99rem) {
    table[part="table"], [part="table"] > tbody, [part="table"] > tbody > tr, .group th, .panel > td { display: block; }
    [part="table"] > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    [part="table"] > tbody > [part="row"] { display: grid; grid-template-columns: repeat(var(--sides), minmax(0, 1fr)); gap: 0.3rem 1rem; padding: 0.8rem 0 0.7rem; border-bottom: 1px solid var(--line); }
    [part="row"]:has(+ .panel) { border-bottom-color: transparent !important; }
    [part="row"] > *, td.scale { padding: 0; border: 0; }
    [part="row"] > td:not(.ratio, .scale) { display: grid; grid: subgrid / auto; grid-row: span 3; row-gap: 0; }
    [part="row"] > th { display: contents; }
    .label, .hint, .opens, [part="row"] > .ratio { grid-column: 1 / -1; justify-self: start; }
    .hint { margin-top: -0.3rem; }
    td.scale { grid-column: 1 / -1; order: 2; padding-top: 0.2rem; }
    [part="row"] > .ratio { order: 1; display: flex; flex-wrap: wrap; gap: 0 0.4rem; align-items: baseline; font-size: 0.8125rem; color: var(--muted); }
    .of-2 .label { grid-row: 1; padding-inline-end: 6.5rem; }
    .of-2 > tbody > [part="row"] > .ratio { grid-row: 1; justify-self: end; }
    .opens { order: 3; }
    .times { font-size: 0.9375rem; color: var(--ink); }
    .to { display: inline; }
    .who { display: block; font-size: 0.8125rem; font-weight: 600; color: var(--side); line-height: 1.3; }
    .label { font-size: 1.0625rem; }
    .value { font-size: 1.0625rem; }
    .method { padding: 0.9rem; }
  }

  @media (forced-colors: active) {
    .bar { opacity: 1; stroke-width: 2; }
    .decade { stroke-opacity: 0.4; }
  }
  @media print {
    .others:not([open]) { display: none; }
    [part="row"], .panel, .sides li { break-inside: avoid; }
  }
`;
