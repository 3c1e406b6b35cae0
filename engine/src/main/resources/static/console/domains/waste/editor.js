// Changes tours by hand: drag a stop to another truck or time, or choose stop, truck and place below.
import { html } from '../../html.js';
import { t, time } from '../../i18n.js';
import { change as redraw } from '../../store.js';
import { lanes } from './lanes.js';

let chosen = {};

const choose = (part) => {
  chosen = { ...chosen, ...part };
  redraw({});
};

const open = (visit) => visit.kind === 'collect' && !visit.done;

const tourOf = (plan, stop) => plan.trucks.find((tour) => tour.visits.some((visit) => open(visit) && visit.at === stop));

/** Only truck and order of the stops count; times and loads are worked out anew. */
const fresh = (stop, at) => ({
  kind: 'collect', at: stop, arrive: at, start: at, depart: at, metres: 0, way: '', litres: 0, kilograms: 0, onBoardLitres: 0, done: false,
});

/**
 * The plan with a stop elsewhere.
 *
 * @param truck undefined leaves it out
 * @param before the stop's place: before the first open visit that this holds for, else last
 */
export const moved = (plan, stop, truck, before) => {
  const next = structuredClone(plan);
  for (const tour of next.trucks) {
    tour.visits = tour.visits.filter((visit) => !(open(visit) && visit.at === stop));
  }
  const tour = next.trucks.find((one) => one.truck === truck);
  if (tour) {
    const place = tour.visits.findIndex((visit) => !visit.done && before(visit));
    tour.visits.splice(place < 0 ? tour.visits.length : place, 0, fresh(stop, tour.start));
  }
  return next;
};

const LEAVE = '';

const pick = (label, value, options, set) => html`<label>${label}
  <select @change=${(event) => set(event.target.value)}>${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}</select></label>`;

const stopsOf = (plan) => [
  ...plan.trucks.flatMap((tour) => tour.visits.filter(open).map((visit) => [visit.at, `${visit.at} · ${tour.truck} ${time(visit.start)}`])),
  ...plan.skipped.filter((one) => one.reason === 'left-out').map((one) => [one.container, `${one.container} · ${t('waste.reason.left-out')}`]),
];

/**
 * @param change called with the whole plan, changed
 * @param pins a Set of containers that stay with their truck, and trucks that keep their tour
 */
export const editor = (plan, change, pins, togglePin) => {
  const going = plan.trucks.filter((tour) => !tour.outOfService);
  const stops = stopsOf(plan);
  const stop = stops.some(([id]) => id === chosen.stop) ? chosen.stop : stops[0]?.[0];
  const truck = chosen.truck === LEAVE || going.some((tour) => tour.truck === chosen.truck)
    ? chosen.truck : tourOf(plan, stop)?.truck ?? going[0]?.truck;
  const places = going.find((tour) => tour.truck === truck)?.visits.filter((visit) => open(visit) && visit.at !== stop) ?? [];
  const drop = (container, lane, at) => {
    choose({ stop: container, truck: lane });
    change(moved(plan, container, lane, (visit) => Date.parse(visit.start) > at && visit.at !== container));
  };
  return html`<p class="muted small">${t('waste.edit')}</p>
    ${lanes(going, plan, { chosen: stop, drop })}
    <form class="line-form" @submit=${(event) => {
      event.preventDefault();
      const before = event.target.before?.value;
      change(moved(plan, stop, truck, (visit) => visit.at === before));
    }}>
      ${pick(t('waste.edit.stop'), stop, stops, (id) => choose({ stop: id, truck: undefined }))}
      ${pick(t('waste.truck'), truck, [...going.map((tour) => [tour.truck, tour.truck]), [LEAVE, t('waste.reason.left-out')]], (id) => choose({ stop, truck: id }))}
      ${truck === LEAVE ? '' : html`<label>${t('waste.edit.before')}<select name="before">
        <option value="">${t('waste.edit.last')}</option>
        ${places.map((visit) => html`<option value=${visit.at}>${visit.at} · ${time(visit.start)}</option>`)}</select></label>`}
      <button type="submit" data-do="move-stop">${t('waste.edit.move')}</button>
      ${stop && tourOf(plan, stop) ? togglePin(stop, pins.has(stop)) : ''}</form>
    <fieldset class="line-form"><legend>${t('waste.edit.keep')}</legend>
      ${going.filter((tour) => tour.visits.length).map((tour) => html`<span>${tour.truck} ${togglePin(tour.truck, pins.has(tour.truck))}</span>`)}</fieldset>`;
};
