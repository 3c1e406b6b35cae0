// One file: rules and tests as text with their problems beside the lines, tables as tables.
import { html, nothing } from '../html.js';
import { t } from '../i18n.js';
import { desk, mayWrite, write } from './desk.js';
import { highlight } from './highlight.js';
import { table } from './table.js';

const problemsOf = (file) => (desk.result?.problems ?? []).filter((one) => one.file === file);

const gutter = (text, problems) => {
  const bad = new Map(problems.map((one) => [one.line, one.text]));
  return html`<ol class="gutter" aria-hidden="true">${text.split('\n').map((line, index) =>
    html`<li class=${bad.has(index + 1) ? 'bad' : ''} title=${bad.get(index + 1) ?? nothing}>${index + 1}</li>`)}</ol>`;
};

const source = (file, text, problems) => html`
  <div class="code">
    ${gutter(text, problems)}
    <div class="sheet-of-code">
      <pre aria-hidden="true">${highlight(text, file)}</pre>
      <textarea spellcheck="false" autocapitalize="off" wrap="off" aria-label=${file}
        ?readonly=${!mayWrite()} .value=${text} rows=${text.split('\n').length + 1}
        @input=${(event) => write(file, event.target.value)}></textarea>
    </div>
  </div>`;

export const editor = () => {
  const { file } = desk;
  const text = desk.files[file] ?? '';
  const problems = problemsOf(file);
  return html`
    ${problems.length > 0
      ? html`<ul class="problems">${problems.map((one) =>
          html`<li><strong>${t('rules.line', { line: one.line, column: one.column })}</strong> ${one.text}</li>`)}</ul>`
      : nothing}
    ${file?.endsWith('.csv') ? table(file, text, problems) : source(file, text, problems)}`;
};
