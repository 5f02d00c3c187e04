// A figure, opened: formula, numbers, inputs, sources.
import { type TemplateResult, html, nothing } from "lit";
import { type Words, titled } from "../locales/index.js";
import type { Explanation, GradedSource, Input, Source } from "../types.js";
import type { Side } from "./model.js";
import { mark } from "./plot.js";

/** The panel of a figure; an explanation a side, where the side has the figure. */
export function method(explanations: readonly (Explanation | undefined)[], sides: readonly Side[], words: Words): TemplateResult {
  return html`<div class="method" part="method">
    ${explanations.map((explanation, place) => (explanation ? formula(explanation, sides.length > 1 ? sides[place] : undefined, place, words) : nothing))}
    ${inputTable(explanations, sides, words)}
    ${sourceList(explanations, words)}
    ${evidence(explanations, words)}
  </div>`;
}

function formula(explanation: Explanation, side: Side | undefined, place: number, words: Words): TemplateResult {
  return html`<section>
    ${side ? html`<h4 class="side-${place}">${mark(place)} ${titled(side.name)}${words.colon} ${explanation.figure.text}</h4>` : nothing}
    <dl>
      <dt>${words.formula}</dt>
      <dd><code>${breakable(explanation.path)} = ${breakable(explanation.formula)}</code></dd>
      ${explanation.with_numbers
        ? html`<dt>${words.withNumbers}</dt><dd><code>${explanation.figure.text} ≈ ${explanation.with_numbers}</code></dd>`
        : html`<dt>${words.withNumbers}</dt><dd>${words.sharedBasis}</dd>`}
      ${explanation.functions.map((what) => html`<dd><code>${what}</code></dd>`)}
    </dl>
  </section>`;
}

/** Long paths may break after their points. */
function breakable(text: string): unknown {
  return text.split(/(?<=[._])/).map((part) => html`${part}<wbr />`);
}

function inputTable(explanations: readonly (Explanation | undefined)[], sides: readonly Side[], words: Words): TemplateResult {
  const paths = [...new Set(explanations.flatMap((explanation) => Object.keys(explanation?.inputs ?? {})))];
  if (paths.length === 0) return html``;
  return html`<section>
    <h4>${words.inputs}</h4>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.inputs}>
    <table class="inputs">
      <thead><tr><th scope="col">${words.input}</th>${sides.map((side, place) => html`<th scope="col" class="side-${place}">${mark(place)} ${titled(side.name)}</th>`)}</tr></thead>
      <tbody>${paths.map((path) => {
        const inputs = explanations.map((explanation) => explanation?.inputs[path]);
        return html`<tr><th scope="row">${inputs.find(Boolean)?.label}<code>${breakable(path)}</code></th>${inputs.map((input) => inputCell(input, words))}</tr>`;
      })}</tbody>
    </table>
    </div>
  </section>`;
}

function inputCell(input: Input | undefined, words: Words): TemplateResult {
  if (!input) return html`<td>–</td>`;
  const grade = input.given ? words.given : input.grade && words.grades[input.grade];
  return html`<td>${input.text}${grade ? html`<span class="grade grade-${input.grade}">${grade}</span>` : nothing}</td>`;
}

function sourceList(explanations: readonly (Explanation | undefined)[], words: Words): TemplateResult {
  const sources = new Map<string, GradedSource>();
  for (const source of explanations.flatMap((explanation) => explanation?.sources ?? [])) {
    sources.set(`${source.title} ${source.address}`, source);
  }
  return html`<section>
    <h4>${words.sources}</h4>
    ${sources.size > 0
      ? html`<ol class="sources">${[...sources.values()].map((source) => html`<li>${cited(source)}<span class="grade">${words.grades[source.grade]}</span></li>`)}</ol>`
      : html`<p>${words.noSources}</p>`}
  </section>`;
}

export function cited({ title, address, year }: Source): TemplateResult {
  const link = linkOf(address);
  const name = link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${title}</a>` : html`${title}`;
  return html`<span lang="en">${name}</span>, ${year}`;
}

/** Only what is a web address may be one: an id of arXiv is made one, and a bare title stays a title. */
function linkOf(address: string): string | undefined {
  if (/^https?:\/\//.test(address)) return address;
  const arxiv = /^arXiv:(\S+)$/.exec(address)?.[1];
  return arxiv ? `https://arxiv.org/abs/${arxiv}` : undefined;
}

function evidence(explanations: readonly (Explanation | undefined)[], words: Words): TemplateResult {
  const remarks = new Map<string, string>();
  for (const input of explanations.flatMap((explanation) => Object.values(explanation?.inputs ?? {}))) {
    if (input.note) remarks.set(`${input.label} ${input.note}`, input.label);
  }
  if (remarks.size === 0) return html``;
  return html`<details class="evidence">
    <summary>${words.evidence}</summary>
    <dl>${[...remarks].map(([key, label]) => html`<dt>${label}</dt><dd lang="en">${key.slice(label.length + 1)}</dd>`)}</dl>
  </details>`;
}
