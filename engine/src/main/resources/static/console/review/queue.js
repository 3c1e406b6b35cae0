// The review queue: what waits for a word first, by urgency and deadline; then what runs; then the rest.
import { cityNow } from '../clock.js';
import { html, nothing } from '../html.js';
import { duration, lately, local, span, t, word } from '../i18n.js';
import { changes, difference } from './kpis.js';
import { load } from '../loader.js';
import { planAsk } from './plan-ask.js';
import { chip, domainMark, empty, urgency, whenLoaded } from '../marks.js';
import { scopeName } from '../places.js';
import { change, state } from '../store.js';

const GROUPS = {
  waiting: ['PROPOSED'],
  running: ['APPROVED', 'PUBLISHED'],
  closed: ['UNSAFE', 'REJECTED', 'SUPERSEDED', 'EXPIRED'],
};

const SHOWN = { open: ['waiting', 'running'], waiting: ['waiting'], running: ['running'], closed: ['closed'] };

const deadline = (schedule) => Date.parse(schedule.validity.to);

const byUrgency = (a, b) => b.severity - a.severity || deadline(a) - deadline(b);

const filters = () => html`
  <form class="filters" @change=${choose} @submit=${(event) => event.preventDefault()}>
    <label><span>${t('filter.domain')}</span>
      <select name="domain">
        <option value="" ?selected=${!state.filter.domain}>${t('filter.every')}</option>
        ${(state.city?.domains ?? []).map(
          (domain) => html`<option value=${domain.name} ?selected=${state.filter.domain === domain.name}>${local(domain.title)}</option>`,
        )}
      </select></label>
    <label><span>${t('filter.status')}</span>
      <select name="status">
        ${Object.keys(SHOWN).map(
          (group) => html`<option value=${group} ?selected=${state.filter.status === group}>${t(`queue.${group}`)}</option>`,
        )}
      </select></label>
  </form>`;

const choose = (event) =>
  change({ filter: { ...state.filter, [event.target.name]: event.target.value } });

/** The first figure that changes: they stand in the order of their weight. */
const gain = (schedule) => {
  const compared = schedule.kpis.filter((one) => (one.inForce ?? one.unoptimized) != null);
  const kpi = compared.find((one) => changes(one, one.inForce ?? one.unoptimized)) ?? compared[0];
  return kpi
    ? html`<span class="gain">${local(kpi.label)} ${difference(kpi, kpi.inForce ?? kpi.unoptimized)}</span>`
    : nothing;
};

/** How long somebody may still think about it. */
export const timeLeft = (schedule) => {
  const now = cityNow();
  if (!now || schedule.status !== 'PROPOSED') {
    return nothing;
  }
  const left = deadline(schedule) - now;
  return html`<span class="deadline ${left < 600_000 ? 'soon' : ''}">${
    left > 0 ? t('queue.left', { time: duration(left) }) : t('queue.over')}</span>`;
};

const row = (schedule) => html`
  <li>
    <a class="card ${schedule.status.toLowerCase()}" href="#/schedules/${schedule.id}" data-schedule=${schedule.id}
      aria-current=${state.route.id === schedule.id ? 'true' : nothing}>
      <span class="card-top">${domainMark(schedule.domain)}<span class="scope">${scopeName(schedule.scope)}</span></span>
      <span class="card-summary">${local(schedule.summary)}</span>
      <span class="card-state">${schedule.status === 'PROPOSED'
        ? html`${urgency(schedule.severity)}${timeLeft(schedule)}` : chip(schedule.status)}</span>
      <span class="card-foot">
        ${schedule.status === 'PROPOSED'
          ? nothing
          : html`<span>${t('schedule.for')} ${span(schedule.validity.from, schedule.validity.to)}</span>`}
        ${gain(schedule)}
        <span class="muted">${schedule.origin.kind === 'JOB' ? t('schedule.made') : word('origin', schedule.origin.kind)}
          ${lately(schedule.createdAt)}</span>
      </span>
    </a>
  </li>`;

const group = (name, schedules) => {
  const some = schedules.filter((one) => GROUPS[name].includes(one.status));
  if (name === 'waiting') {
    some.sort(byUrgency);
  }
  return some.length === 0 && name !== 'waiting' ? nothing : html`
    <section aria-labelledby="queue-${name}">
      <h2 class="group" id="queue-${name}">${t(`queue.${name}`)} <span class="muted">${some.length}</span></h2>
      ${some.length ? html`<ul class="cards">${some.map(row)}</ul>` : html`<p class="muted small">${t('queue.calm')}</p>`}
    </section>`;
};

const list = (schedules) => {
  if (schedules.length === 0) {
    return empty(t('schedules.none'), t('schedules.none.advice'));
  }
  const some = schedules.filter((one) => !state.filter.domain || one.domain === state.filter.domain);
  return SHOWN[state.filter.status].map((name) => group(name, some));
};

export const queue = () => html`
  <div class="panel-head"><h1>${t('page.schedules')}</h1>${planAsk()}${filters()}</div>
  ${whenLoaded('schedules', () => load('schedules'), list)}`;
