// Feeders beside their caps, and what a kilowatt-hour costs when: fetched once for each schedule.
import { get } from '../../api.js';
import { html, svg } from '../../html.js';
import { failure, loading } from '../../marks.js';
import { local, number, t } from '../../i18n.js';
import { change } from '../../store.js';
import { stores } from './stores.js';

const WIDTH = 220;
const HEIGHT = 54;
const known = new Map();

const fetchOnce = (id) => {
  if (!known.has(id)) {
    known.set(id, undefined);
    get(`/api/schedules/${id}/views/loads`)
      .catch((problem) => ({ problem }))
      .then((value) => {
        known.set(id, value);
        change({});
      });
  }
  return known.get(id);
};

const again = (id) => () => {
  known.delete(id);
  change({});
};

export const loads = (schedule) => {
  const view = fetchOnce(schedule.id);
  if (!view) {
    return loading();
  }
  return view.problem
    ? failure(view.problem, again(schedule.id))
    : html`${tariff(view)}
      <div class="feeders">${view.cabinets.map((cabinet) => feeder(cabinet, view))}</div>
      ${view.notes.map((note) => html`<p>${local(note)}</p>`)}
      ${stores(view)}
      ${cabinets(view)}${slots(view)}`;
};

const tariff = (view) => html`<p>${view.tariff.name} · ${
  view.flat ? t('lighting.flat', { price: number(view.tariff.vndPerKwh) }) : t('lighting.by-hours')}</p>`;

/** A staircase: one step a slot. */
const path = (values, most) => {
  const step = WIDTH / values.length;
  const y = (value) => HEIGHT - (HEIGHT * value) / most;
  return values.map((value, slot) => `${slot ? 'L' : 'M'}${slot * step} ${y(value)} h${step}`).join(' ');
};

const feeder = (cabinet, view) => {
  const most = 1.1 * Math.max(...cabinet.capWatts, ...cabinet.loadWatts, 1);
  const dear = Math.max(...view.slots.map((slot) => slot.vndPerKwh));
  const step = WIDTH / view.slots.length;
  const peak = Math.max(...cabinet.loadWatts) / 1000;
  return html`<figure class="feeder"><figcaption>${cabinet.id} · ${number(peak)} kW / ${
      number(Math.min(...cabinet.capWatts) / 1000)} kW</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${t('lighting.feeder.label', {
      cabinet: cabinet.id, peak: number(peak), cap: number(Math.min(...cabinet.capWatts) / 1000) })}>
      ${view.flat ? '' : view.slots.map((slot, index) => svg`<rect class="price" x=${index * step} y="0"
        width=${step} height=${HEIGHT} style="opacity: ${(0.3 * slot.vndPerKwh) / dear}"></rect>`)}
      <path class="cap" d=${path(cabinet.capWatts, most)}></path>
      <path class="load" d=${path(cabinet.loadWatts, most)}></path>
    </svg>
    ${cabinet.tonightVnd >= 1
      ? html`<p class="muted">${t('lighting.cap-costs', { vnd: number(cabinet.tonightVnd, 0),
          next: number(cabinet.nextKilowattVnd, 0) })}</p>` : ''}</figure>`;
};

const cabinets = (view) => html`<details><summary>${t('lighting.cabinets')}</summary><div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('lighting.cabinet')}</th><th scope="col" class="figure">${t('lighting.peak')}</th>
    <th scope="col" class="figure">${t('lighting.peak.at')}</th><th scope="col" class="figure">${t('lighting.cap')}</th></tr></thead>
  <tbody>${view.cabinets.map(({ id, loadWatts, capWatts }) => {
    const peak = Math.max(...loadWatts);
    return html`<tr><th scope="row">${id}</th><td class="figure">${number(peak / 1000, 2)}</td>
      <td class="figure">${view.slots[loadWatts.indexOf(peak)]?.at ?? ''}</td><td class="figure">${number(Math.min(...capWatts) / 1000, 2)}</td></tr>`;
  })}</tbody></table></div></details>`;

const slots = (view) => html`<details><summary>${t('lighting.slots')}</summary><div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('lighting.at')}</th><th scope="col" class="figure">VND/kWh</th>
    <th scope="col" class="figure">kWh</th><th scope="col" class="figure">${t('lighting.full')}</th></tr></thead>
  <tbody>${view.slots.map((slot) => html`<tr><th scope="row">${slot.at}</th>
    <td class="figure">${number(slot.vndPerKwh)}</td><td class="figure">${number(slot.kilowattHours, 1)}</td>
    <td class="figure">${number(slot.full, 1)}</td></tr>`)}</tbody></table></div></details>`;
