// How junctions come from one plan into step with the next: some cycles longer or shorter.
import { html } from '../../html.js';
import { number, t, unit } from '../../i18n.js';
import { nameOf } from '../signals/site.js';

const clock = (second) =>
  [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part) % 60).padStart(2, '0')).join(':');

const DAY = 86_400;

const cycles = (change) => change.cycles.map((one) => one.cycleSeconds).join(' + ');

const junction = (change) => html`<tr><th scope="row">${nameOf(change.id)}</th>
  <td>${clock(change.startSecond % DAY)}</td>
  <td>${change.cycles.length ? cycles(change) : t('signals-day.at-once')}</td>
  <td class="figure">${number(change.seconds)}</td></tr>`;

const row = ({ at, intersections }) => {
  const longest = Math.max(...intersections.map((one) => one.seconds));
  return html`<details><summary>${longest
    ? t('signals-day.change', { at, seconds: number(longest) })
    : t('signals-day.no-change', { at })}</summary>
    <div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('signals-day.junction')}</th><th scope="col">${t('signals-day.leaves')}</th>
        <th scope="col">${t('signals-day.cycles')} (${unit('s')})</th>
        <th scope="col" class="figure">${t('signals-day.takes')} (${unit('s')})</th></tr></thead>
      <tbody>${intersections.map(junction)}</tbody></table></div></details>`;
};

export const changes = (plan) => html`<p class="muted small">${t('signals-day.how')}</p>${plan.changes.map(row)}`;
