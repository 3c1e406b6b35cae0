// A decision table as cells. The head that Drools needs is kept and shown small.
import { html } from '../html.js';
import { t } from '../i18n.js';
import { mayWrite, write } from './desk.js';

/** RFC 4180, as far as tables here need it. */
export const parse = (text) => {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (quoted) {
      if (one === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (one === '"') {
        quoted = false;
      } else {
        cell += one;
      }
    } else if (one === '"') {
      quoted = true;
    } else if (one === ',' || one === '\n') {
      rows[rows.length - 1].push(cell);
      cell = '';
      if (one === '\n') {
        rows.push([]);
      }
    } else if (one !== '\r') {
      cell += one;
    }
  }
  if (cell !== '' || rows[rows.length - 1].length > 0) {
    rows[rows.length - 1].push(cell);
  }
  return rows.filter((row) => row.length > 0);
};

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const format = (rows) => rows.map((row) => `${row.map(quote).join(',')}\n`).join('');

export const table = (file, text, problems) => {
  const rows = parse(text);
  const start = rows.findIndex((row) => row[0].startsWith('RuleTable')) + 4;
  const bad = new Set(problems.map((one) => one.line));
  const put = (at, column, value) => {
    const next = rows.map((row) => [...row]);
    next[at][column] = value;
    write(file, format(next));
  };
  const remove = (at) => write(file, format(rows.filter((row, index) => index !== at)));
  const add = () => write(file, format([...rows, rows[start]?.map(() => '') ?? ['', '']]));
  const width = Math.max(...rows.slice(start).map((row) => row.length), 2);
  return html`
    <div class="scroll"><table class="decisions">
      <thead><tr>${Array.from({ length: width }, (_, column) =>
        html`<th scope="col">${rows[start][column] ?? ''}</th>`)}<th></th></tr></thead>
      <tbody>${rows.slice(start + 1).map((row, index) => html`
        <tr class=${bad.has(start + index + 2) ? 'bad' : ''}>${Array.from({ length: width }, (_, column) =>
          html`<td><input .value=${row[column] ?? ''} ?readonly=${!mayWrite()} aria-label="${rows[start][column] ?? ''} ${row[0]}"
            @change=${(event) => put(start + 1 + index, column, event.target.value)}></td>`)}
          <td><button class="plain" type="button" ?disabled=${!mayWrite()} @click=${() => remove(start + 1 + index)}>${t('rules.remove')}</button></td></tr>`)}
      </tbody></table></div>
    <button type="button" ?disabled=${!mayWrite()} @click=${add}>${t('rules.row')}</button>
    <details class="small muted"><summary>${t('rules.head')}</summary>
      <pre>${format(rows.slice(0, start))}</pre></details>`;
};
