// Figures to decide by: this plan beside the one in force and beside no optimization.
import { html, nothing } from '../html.js';
import { local, number, quantity, signed, t, unit } from '../i18n.js';
import { state } from '../store.js';

/** Keys of which more is better; of all others less is. */
const MORE_IS_BETTER = new Set([
  'served', 'throughput', 'collected', 'arrived', 'bandwidth', 'coverage', 'visits', 'utilization',
]);

export const difference = (kpi, other) => {
  if (other == null) {
    return html`<span class="muted">–</span>`;
  }
  const change = kpi.planned - other;
  if (Math.abs(change) < 1e-9) {
    return html`<span class="same">${t('kpi.same')}</span>`;
  }
  const better = MORE_IS_BETTER.has(kpi.key) ? change > 0 : change < 0;
  const share = other ? ` (${signed(Math.round((1000 * change) / Math.abs(other)) / 10)} %)` : '';
  return html`<span class=${better ? 'better' : 'worse'}
    ><span aria-hidden="true">${change < 0 ? '▼' : '▲'}</span> ${signed(change)} ${unit(kpi.unit)}${share}<span
      class="visually-hidden"> ${t(better ? 'kpi.better' : 'kpi.worse')}</span></span>`;
};

const cell = (value) =>
  html`<td class="figure">${value == null ? html`<span class="muted">–</span>` : number(value)}</td>`;

const row = (domain) => (kpi) => html`
  <tr>
    <th scope="row">${local(kpi.label)} <span class="unit">${unit(kpi.unit)}</span>
      ${calibration(domain, kpi)}</th>
    <td class="figure planned">${number(kpi.planned)}</td>
    ${cell(kpi.inForce)}
    <td class="figure">${difference(kpi, kpi.inForce)}</td>
    ${cell(kpi.unoptimized)}
    <td class="figure">${difference(kpi, kpi.unoptimized)}</td>
  </tr>`;

/** How well earlier promises of this figure held: realised over promised. */
const calibration = (domain, kpi) => {
  const found = state.calibration?.find((one) => one.domain === domain && one.kpi === kpi.key);
  return found
    ? html`<span class="unit">${t('kpi.calibration', { percent: number(100 * found.ratio, 0), count: found.plans })}</span>`
    : nothing;
};

export const kpiTable = (kpis, domain) => html`
  <div class="scroll" tabindex="0"><table class="kpis">
    <caption class="visually-hidden">${t('kpi.caption')}</caption>
    <thead><tr>
      <th scope="col">${t('kpi.figure')}</th><th scope="col" class="figure">${t('kpi.planned')}</th>
      <th scope="col" class="figure">${t('kpi.inForce')}</th><th scope="col" class="figure">${t('kpi.difference')}</th>
      <th scope="col" class="figure">${t('kpi.unoptimized')}</th><th scope="col" class="figure">${t('kpi.difference')}</th>
    </tr></thead>
    <tbody>${kpis.map(row(domain))}</tbody>
  </table></div>`;

/** How far a plan may be from the best possible, in %. */
export const gapOf = (bound) =>
  bound.gapPercent ?? (bound.objective <= bound.bound
    ? 0 : (100 * (bound.objective - bound.bound)) / Math.abs(bound.objective));

export const boundLine = (bound) => {
  if (!bound) {
    return nothing;
  }
  const gap = gapOf(bound);
  return html`<div class="bound">
    <meter min="0" max="100" value=${Math.max(0, 100 - gap)} aria-label=${t('bound.label')}></meter>
    <p>${t('bound.text', {
      objective: quantity(bound.objective, bound.unit),
      bound: quantity(bound.bound, bound.unit),
      gap: number(gap, 1),
    })}</p></div>`;
};
