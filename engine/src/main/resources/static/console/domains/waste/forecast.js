// How one container is expected to fill, with the interval of nine cases in ten, and when it is emptied.
import { html, nothing, svg } from '../../html.js';
import { dayAndTime, number, t, time } from '../../i18n.js';
import { hours, plot } from '../../plot.js';
import { change } from '../../store.js';

const WIDTH = 960;
const HEIGHT = 150;
/** %; the picture's top. */
const TOP = 130;
const HOUR = 3_600_000;

let chosen;

const pick = (event) => {
  chosen = event.target.value;
  change({});
};

const level = (figures, rate, at) => Math.max(0, figures.level + (rate * (at - 1000 * figures.at)) / HOUR);

/** `{ id, emptied, fullAt, ...figures }` in the order in which containers fill up. */
const containers = ({ plan, expected = [] }) => {
  const served = new Map(plan.trucks.flatMap(({ visits }) =>
    visits.filter(({ kind }) => kind === 'collect').map((visit) => [visit.at, Date.parse(visit.start)])));
  return expected
    .filter(({ part }) => part === '')
    .map(({ asset, figures }) => ({
      id: asset, figures, emptied: served.get(asset), next: 1000 * figures.next,
      full: 1000 * figures.at + ((100 - figures.level) / figures.rate) * HOUR,
    }))
    .sort((a, b) => a.full - b.full || a.id.localeCompare(b.id));
};

const picture = (one) => {
  const { figures } = one;
  const from = 1000 * figures.at;
  const to = Math.max(one.emptied ?? one.next, from + HOUR);
  const along = (at) => (at - from) / (to - from);
  const x = (at) => WIDTH * along(at);
  const y = (percent) => HEIGHT * (1 - Math.min(TOP, percent) / TOP);
  /** Straight lines that are cut off at the top. */
  const steps = Array.from({ length: 25 }, (_, i) => from + ((to - from) * i) / 24);
  const line = (rate) => steps.map((at) => `${x(at)} ${y(level(figures, rate, at))}`);
  const marks = hours(from, to).filter((_, index, all) => index % Math.ceil(all.length / 8) === 0);
  return plot(
    [{ rows: 3, text: `${number(TOP)} %` }, { rows: 10, text: '' }, { rows: 1, text: '0 %' }],
    marks.map((at) => ({ at: along(at), text: time(at) })),
    html`<svg class="forecast" preserveAspectRatio="none" viewBox="0 0 ${WIDTH} ${HEIGHT}" style="height: ${HEIGHT}px"
      role="img" aria-label=${t('waste.forecast.label', { container: one.id, at: dayAndTime(one.full) })}>
      <polygon class="interval" points=${[...line(figures.slow), ...line(figures.fast).reverse()].join(' ')}></polygon>
      <line class="brim" x1="0" x2=${WIDTH} y1=${y(100)} y2=${y(100)}></line>
      <polyline points=${line(figures.rate).join(' ')}></polyline></svg>`,
  );
};

const table = (one) => {
  const { figures } = one;
  const from = 1000 * figures.at;
  const to = one.emptied ?? one.next;
  const times = [...new Set([from, ...hours(from, to).filter((_, index, all) => index % Math.ceil(all.length / 5) === 0), to])];
  return html`<details><summary>${t('waste.forecast.table')}</summary><div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">${t('waste.at')}</th>${['low', 'expected', 'high'].map(
      (name) => html`<th scope="col" class="figure">${t(`waste.forecast.${name}`)}</th>`)}</tr></thead>
    <tbody>${times.map((at) => html`<tr><th scope="row">${dayAndTime(at)}</th>${[figures.slow, figures.rate, figures.fast].map(
      (rate) => html`<td class="figure">${number(level(figures, rate, at), 0)} %</td>`)}</tr>`)}</tbody></table></div></details>`;
};

export const forecast = (schedule) => {
  const all = containers(schedule);
  if (all.length === 0) {
    return nothing;
  }
  const one = all.find(({ id }) => id === chosen) ?? all.find(({ emptied }) => !emptied) ?? all[0];
  return html`<h3>${t('waste.forecast')}</h3>
    <label class="choose">${t('waste.container')} <select @change=${pick} .value=${one.id}>${all.map(
      ({ id, full, emptied }) => html`<option value=${id} ?selected=${id === one.id}>${id} · ${t('waste.full')} ${dayAndTime(full)}${emptied ? '' : ` · ${t('waste.stays')}`}</option>`)}</select></label>
    <p class="small">${one.emptied
      ? t(one.full < one.emptied ? 'waste.forecast.late' : 'waste.forecast.served', { at: dayAndTime(one.emptied), full: dayAndTime(one.full) })
      : t(one.full < one.next ? 'waste.forecast.overflows' : 'waste.forecast.waits', { at: dayAndTime(one.next), full: dayAndTime(one.full) })}</p>
    ${picture(one)}${table(one)}`;
};
