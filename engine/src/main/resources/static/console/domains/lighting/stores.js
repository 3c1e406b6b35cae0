// Batteries beside the lamps: what each gives and takes over the night, and what is left in it.
import { html, svg } from '../../html.js';
import { number, t } from '../../i18n.js';

const WIDTH = 220;
const HEIGHT = 54;

const kilo = (watts) => number(Math.round(watts / 100) / 10);

const store = (one, slots) => {
  const step = WIDTH / one.batteryWatts.length;
  const most = Math.max(...one.batteryWatts.map(Math.abs), ...one.solarWatts, 1);
  const bar = (watts) => (HEIGHT / 2) * (watts / most);
  const first = one.storedWattHours[0];
  const last = one.storedWattHours.at(-1);
  const line = one.storedWattHours
    .map((held, slot) => `${slot * step} ${HEIGHT * (1 - held / Math.max(1, one.usableWattHours))}`).join(' ');
  const given = one.batteryWatts.reduce((sum, watts, slot) => sum + Math.max(0, watts) * slots[slot].hours, 0);
  return html`<figure class="feeder"><figcaption>${one.cabinet} · ${t('lighting.store', {
      first: kilo(first), last: kilo(last), whole: kilo(one.usableWattHours) })}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${t('lighting.store.label', {
      cabinet: one.cabinet, given: kilo(given), first: kilo(first), last: kilo(last) })}>
      ${one.batteryWatts.map((watts, slot) => watts === 0 ? '' : svg`<rect class=${watts > 0 ? 'gives' : 'takes'}
        x=${slot * step} width=${step} y=${HEIGHT / 2 - Math.max(0, bar(watts))} height=${Math.abs(bar(watts))}></rect>`)}
      <polyline class="held" points=${line}></polyline></svg></figure>`;
};

const row = (one, slots) => (watts, slot) => html`<tr><th scope="row">${one.cabinet} · ${slots[slot].at}</th>
  <td class="figure">${kilo(watts)}</td><td class="figure">${kilo(one.solarWatts[slot])}</td>
  <td class="figure">${kilo(one.storedWattHours[slot + 1])}</td></tr>`;

export const stores = ({ stores: all, slots }) => all.length === 0 ? '' : html`
  <h3>${t('lighting.stores')}</h3>
  <p class="keys small muted">${['gives', 'takes', 'held'].map((name) => html`<span><i class=${name}></i>${t(`lighting.store.${name}`)}</span>`)}</p>
  <div class="feeders stores">${all.map((one) => store(one, slots))}</div>
  <details><summary>${t('lighting.stores.table')}</summary><div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">${t('lighting.at')}</th><th scope="col" class="figure">${t('lighting.store.watts')}</th>
      <th scope="col" class="figure">${t('lighting.store.sun')}</th><th scope="col" class="figure">${t('lighting.store.left')}</th></tr></thead>
    <tbody>${all.map((one) => one.batteryWatts.map(row(one, slots)))}</tbody></table></div></details>`;
