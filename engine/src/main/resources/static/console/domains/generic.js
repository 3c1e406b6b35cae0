// Any plan as nested tables: what a domain gets before it has a page of its own.
import { html } from '../html.js';
import { number, t } from '../i18n.js';

const MOST_ROWS = 50;

const plain = (value) => (typeof value === 'number' ? number(value) : String(value ?? '–'));

const isRow = (value) => value && typeof value === 'object' && !Array.isArray(value);

const table = (rows) => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<div class="scroll" tabindex="0"><table>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.slice(0, MOST_ROWS).map(
      (row) => html`<tr>${columns.map((column) => html`<td>${show(row[column])}</td>`)}</tr>`,
    )}</tbody></table></div>
    ${rows.length > MOST_ROWS ? html`<p class="muted">${t('plan.more', { count: rows.length - MOST_ROWS })}</p>` : ''}`;
};

const show = (value) => {
  if (Array.isArray(value)) {
    return value.length && value.every(isRow) ? table(value) : value.map(plain).join(', ');
  }
  return isRow(value)
    ? html`<dl class="facts">${Object.entries(value).map(
        ([key, inner]) => html`<dt>${key}</dt><dd>${show(inner)}</dd>`,
      )}</dl>`
    : plain(value);
};

export const generic = (schedule) => show(schedule.plan);
