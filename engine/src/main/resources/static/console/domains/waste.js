// Collection tours: a lane of time for each truck, its stops as a table, what nobody collects and why.
import { html, nothing } from '../html.js';
import { dayAndTime, local, number, t, time } from '../i18n.js';
import { assetName } from '../places.js';
import { forecast } from './waste/forecast.js';
import { keys, lanes } from './waste/lanes.js';
import { colourOf } from './waste/colours.js';
import { aside, path } from './waste/ways.js';
import { words } from './waste/words.js';

export { words };

export const editor = () => import('./waste/editor.js');

const MOST_SKIPPED = 60;

const away = (plan) => plan.trucks.filter((tour) => tour.visits.length > 0);

const hours = (tour) => (new Date(tour.end) - new Date(tour.start)) / 3_600_000;

const count = (tour, kind) => tour.visits.filter((visit) => visit.kind === kind).length;

const loaded = (tour) =>
  tour.visits.filter((visit) => visit.kind === 'collect').reduce((sum, visit) => sum + visit.kilograms, 0);

/** What the schedule says of a place, or of a truck's tour. */
const said = ({ expected = [] }, part) => {
  const of = new Map(expected.filter((one) => one.part === part).map((one) => [one.asset, one]));
  return (asset) => of.get(asset)?.figures ?? {};
};

/** A figure of a schedule that was made before it was reckoned is no figure. */
const figure = (value, digits) => html`<td class="figure">${value === undefined ? '–' : number(value, digits)}</td>`;

const summary = (plan, costs) => html`<div class="scroll" tabindex="0"><table class="waste-trucks">
  <thead><tr>
    <th scope="col">${t('waste.truck')}</th><th scope="col">${t('waste.shift')}</th>
    ${[t('waste.containers'), t('waste.tips'), 'km', t('waste.hours'), t('waste.tonnes'), t('waste.cost.tonne'), t('waste.cost.container')].map(
      (name) => html`<th scope="col" class="figure">${name}</th>`)}
  </tr></thead>
  <tbody>${away(plan).map((tour) => html`<tr>
    <th scope="row"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"
      ><rect width="12" height="12" rx="3" fill=${colourOf(tour, plan)}></rect></svg>
      ${tour.truck}${tour.outOfService ? html` · ${t('waste.out')}` : nothing}</th>
    <td>${time(tour.start)}–${time(tour.end)}</td>
    ${[count(tour, 'collect'), count(tour, 'tip')].map((value) => html`<td class="figure">${number(value)}</td>`)}
    ${[tour.metres / 1000, hours(tour), loaded(tour) / 1000].map((value) => html`<td class="figure">${number(value, 1)}</td>`)}
    ${[costs(tour.truck).costPerTonne, costs(tour.truck).costPerContainer].map((value) => figure(value, 0))}</tr>`)}</tbody></table></div>`;

const where = (visit) => (visit.kind === 'collect' || !visit.at ? visit.at || '–' : html`<span title=${visit.at}>${assetName(visit.at)}</span>`);

/** What the plan would save without a stop. */
const saved = ({ savesCost, savesMetres, savesSeconds }) => [
  figure(savesCost, 0), figure(savesMetres === undefined ? undefined : savesMetres / 1000, 2), figure(savesSeconds === undefined ? undefined : savesSeconds / 60, 0),
];

/** Whether the way to a visit, counted from 0, is a straight line: an end of it lies off the streets. */
const isStraight = (tour, index, off) =>
  [tour.visits[index].at, tour.visits.slice(0, index).findLast((visit) => visit.at)?.at].some((id) => off.has(id));

const stops = (savings, off) => (tour) => html`<details class="waste-stops"><summary>${tour.truck}: ${t('waste.stops', { count: tour.visits.length })}</summary>
  <div class="scroll" tabindex="0"><table><thead><tr>
    <th scope="col">#</th><th scope="col">${t('waste.what')}</th><th scope="col">${t('waste.where')}</th>
    ${['arrives', 'starts', 'leaves', 'litres', 'onBoard'].map((name) => html`<th scope="col" class="figure">${t(`waste.${name}`)}</th>`)}
    ${['cost', 'km', 'minutes'].map((name) => html`<th scope="col" class="figure">${t(`waste.saves.${name}`)}</th>`)}</tr></thead>
    <tbody>${tour.visits.map((visit, index) => html`<tr>
      <td>${index + 1}</td>
      <td>${t(`waste.kind.${visit.kind}`)}${visit.done ? html` · ${t('waste.done')}` : nothing}</td>
      <td>${where(visit)}${isStraight(tour, index, off) ? html` · <span class="muted">${t('waste.straight')}</span>` : nothing}</td>${[visit.arrive, visit.start, visit.depart].map((at) => html`<td class="figure">${time(at)}</td>`)}
      <td class="figure">${visit.litres ? number(visit.litres) : '–'}</td><td class="figure">${number(visit.onBoardLitres)}</td>
      ${saved(visit.kind === 'collect' && !visit.done ? savings(visit.at) : {})}</tr>`)}</tbody>
  </table></div><p class="muted small">${t('waste.saves')}</p></details>`;

/** What was decided against first, then the fullest. */
const skipped = ({ plan, expected = [] }) => {
  const reasons = new Map(expected.filter((one) => one.why).map((one) => [one.asset, one.why]));
  const order = { 'left-out': 0, blocked: 1, 'not-due': 2 };
  const rows = [...plan.skipped].sort(
    (a, b) => order[a.reason] - order[b.reason] || b.expectedPercent - a.expectedPercent,
  );
  return html`<details class="waste-skipped"><summary>${t('waste.skipped', { count: rows.length })}</summary>
    <p class="muted">${t('waste.skipped.why')}</p>
    <div class="scroll" tabindex="0"><table><thead><tr>
      <th scope="col">${t('waste.container')}</th><th scope="col">${t('waste.reason')}</th>
      <th scope="col" class="figure">${t('waste.expected')}</th><th scope="col" class="figure">${t('waste.full')}</th></tr></thead>
      <tbody>${rows.slice(0, MOST_SKIPPED).map((row) => html`<tr>
        <th scope="row">${row.container}</th><td>${reasons.has(row.container) ? local(reasons.get(row.container)) : t(`waste.reason.${row.reason}`)}</td>
        <td class="figure">${number(row.expectedPercent)} %</td><td class="figure">${dayAndTime(row.full)}</td></tr>`)}</tbody></table></div>
    ${rows.length > MOST_SKIPPED
      ? html`<p class="muted">${t('plan.more', { count: rows.length - MOST_SKIPPED })}</p>`
      : nothing}</details>`;
};

export const view = (schedule) => {
  const { plan } = schedule;
  return html`
  ${keys()}${lanes(away(plan), plan)}
  ${summary(plan, said(schedule, 'tour'))}
  ${away(plan).map(stops(said(schedule, ''), new Set((schedule.expected ?? []).filter((one) => one.part === 'way').map((one) => one.asset))))}
  ${forecast(schedule)}
  ${plan.skipped.length ? skipped(schedule) : nothing}`;
};

/** Trucks that share a street drive side by side. */
export const onMap = ({ plan }) =>
  away(plan).map((tour, index) => ({
    path: aside(path(tour), 6 + 11 * index),
    colour: colourOf(tour, plan),
    weight: 2.5,
    dash: tour.outOfService ? '4 6' : undefined,
  }));
