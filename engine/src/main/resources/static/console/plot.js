// A picture over time: names beside its rows, hours below. Text keeps its size at any width.
import { html } from './html.js';

const HOUR = 3_600_000;

/** The full hours of a span in ms; every second one where there are many. */
export const hours = (from, to) => {
  const first = Math.ceil(from / HOUR) * HOUR;
  const all = Array.from({ length: Math.max(0, Math.floor((to - first) / HOUR) + 1) }, (_, i) => first + i * HOUR);
  return all.length > 8 ? all.filter((_, i) => i % 2 === 0) : all;
};

/**
 * @param names `{ rows, text }` from the top, each as high as its rows
 * @param marks `{ at, text }` below, `at` from 0 to 1
 * @param picture an svg with `preserveAspectRatio="none"`: it is stretched to the width that there is
 */
export const plot = (names, marks, picture) => html`<div class="plot">
  <div class="plot-names" aria-hidden="true" style="grid-template-rows: ${names.map(({ rows }) => `${rows}fr`).join(' ')}">
    ${names.map(({ text }) => html`<span>${text}</span>`)}</div>
  ${picture}
  <div class="plot-marks" aria-hidden="true">${marks.map(({ at, text }) => html`<span style="left: ${100 * at}%">${text}</span>`)}</div>
</div>`;
