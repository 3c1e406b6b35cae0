// Figures to decide by: this plan beside the one in force and beside no optimization.
import { html, nothing } from '../html.js';
import { digitsOf, local, number, quantity, signed, t, unit } from '../i18n.js';
import { state } from '../store.js';

/** Keys of which more is better; of all others less is. */
const MORE_IS_BETTER = new Set([
  'served', 'throughput', 'arrived', 'bandwidth', 'coverage', 'visits', 'utilization',
]);

/** What is due is collected, and no more: fewer containers are neither better nor worse. */
const NEITHER = new Set(['containers', 'collected']);

export const changes = (kpi, other) => Math.abs(kpi.planned - other) >= 1e-9;

/** @param digits of the figures that it stands between, where there are such */
export const difference = (kpi, other, digits) => {
  const change = digits === 0 ? Math.round(kpi.planned - other) : kpi.planned - other;
  if (!changes(kpi, other) || change === 0) {
    return html`<span class="same">${t('kpi.same')}</span>`;
  }
  const share = other ? ` (${signed(Math.round((1000 * change) / Math.abs(other)) / 10)}\u00a0%)` : '';
  if (NEITHER.has(kpi.key)) {
    return html`<span class="same">${signed(change)} ${unit(kpi.unit)}${share}</span>`;
  }
  const better = MORE_IS_BETTER.has(kpi.key) ? change > 0 : change < 0;
  return html`<span class=${better ? 'better' : 'worse'}
    ><span aria-hidden="true">${change < 0 ? '▼' : '▲'}</span> ${signed(change)} ${unit(kpi.unit)}${share}<span
      class="visually-hidden"> ${t(better ? 'kpi.better' : 'kpi.worse')}</span></span>`;
};

/** The other plan's value, and under it how far this one is from it. */
const beside = (kpi, other, digits) => html`<td class="figure">${other == null
  ? html`<span class="muted">–</span>` : html`${number(other, digits)}<span class="gap">${difference(kpi, other, digits)}</span>`}</td>`;

const row = (domain, carried) => (kpi) => {
  const digits = digitsOf([kpi.planned, kpi.inForce, kpi.unoptimized]);
  return html`
  <tr>
    <th scope="row">${local(kpi.label)} <span class="unit">${unit(kpi.unit)}</span>
      ${calibration(domain, kpi)}</th>
    <td class="figure planned">${number(kpi.planned, digits)}</td>
    ${carried ? beside(kpi, kpi.inForce, digits) : nothing}
    ${beside(kpi, kpi.unoptimized, digits)}
  </tr>`;
};

/** How well earlier promises of this figure held: realised over promised. */
const calibration = (domain, kpi) => {
  const found = state.calibration?.find((one) => one.domain === domain && one.kpi === kpi.key);
  return found
    ? html`<span class="unit">${t('kpi.calibration', { percent: number(100 * found.ratio, 0), count: found.plans })}</span>`
    : nothing;
};

/** Where nothing is in force there is nothing to be beside. */
export const kpiTable = (kpis, domain) => {
  const carried = kpis.some((kpi) => kpi.inForce != null);
  return html`
  <div class="scroll" tabindex="0"><table class="kpis">
    <caption class="visually-hidden">${t('kpi.caption')}</caption>
    <thead><tr>
      <th scope="col">${t('kpi.figure')}</th><th scope="col" class="figure">${t('kpi.planned')}</th>
      ${carried ? html`<th scope="col" class="figure">${t('kpi.inForce')}</th>` : nothing}
      <th scope="col" class="figure">${t('kpi.unoptimized')}</th>
    </tr></thead>
    <tbody>${kpis.map(row(domain, carried))}</tbody>
  </table></div>`;
};

/** How far a plan may be from the best possible, in %. */
export const gapOf = (bound) =>
  bound.gapPercent ?? (bound.objective <= bound.bound
    ? 0 : (100 * (bound.objective - bound.bound)) / Math.abs(bound.objective));

/** %: beyond, a bound says little of the plan. */
const WEAK = 30;

/** A bound is rounded up, never down. */
export const atMost = (percent) => Math.ceil(percent * 10) / 10;

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
      gap: number(atMost(gap)),
    })}${gap > WEAK ? html` <span class="muted">${t('bound.weak')}</span>` : nothing}</p></div>`;
};
