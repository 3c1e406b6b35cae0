// Line by line, what a version changes in the one that serves.
import { html, nothing } from '../html.js';
import { t } from '../i18n.js';

const MOST = 1_500;

/** The longest common subsequence of two lists of lines, as marks. */
export const compare = (before, after) => {
  const [a, b] = [before.split('\n').slice(0, MOST), after.split('\n').slice(0, MOST)];
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push([' ', a[i]]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && best[i + 1][j] >= best[i][j + 1])) {
      lines.push(['-', a[i]]);
      i += 1;
    } else {
      lines.push(['+', b[j]]);
      j += 1;
    }
  }
  return lines;
};

const near = (lines) =>
  lines.filter((line, at) => lines.slice(Math.max(0, at - 2), at + 3).some(([mark]) => mark !== ' '));

const CLASSES = { '+': 'added', '-': 'removed', ' ': '' };

export const diff = (before, after) => {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((file) => before[file] !== after[file])
    .sort();
  return files.length === 0
    ? html`<p class="muted">${t('rules.same')}</p>`
    : files.map((file) => html`<h3>${file}</h3><pre class="diff">${near(compare(before[file] ?? '', after[file] ?? '')).map(([mark, line]) =>
        html`<span class=${CLASSES[mark] || nothing}>${mark} ${line}\n</span>`)}</pre>`);
};
