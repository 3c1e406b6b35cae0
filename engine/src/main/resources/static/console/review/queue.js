// The review queue: every schedule with its state, newest first, proposals before all.
import { html, nothing } from '../html.js';
import { dayAndTime, local, span, t, word } from '../i18n.js';
import { difference } from './kpis.js';
import { load } from '../loader.js';
import { chip, domainMark, empty, whenLoaded } from '../marks.js';
import { scopeName } from '../places.js';
import { change, state } from '../store.js';

const OPEN = ['PROPOSED', 'UNSAFE', 'APPROVED', 'PUBLISHED'];
const STATES = ['PROPOSED', 'APPROVED', 'PUBLISHED', 'REJECTED', 'UNSAFE', 'SUPERSEDED', 'EXPIRED'];

const passes = (schedule) => {
  const { domain, status } = state.filter;
  const statusFits =
    status === 'all' || (status === 'open' ? OPEN.includes(schedule.status) : schedule.status === status);
  return statusFits && (!domain || schedule.domain === domain);
};

const urgent = (schedule) => (schedule.status === 'PROPOSED' ? 0 : 1);

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
        ${['open', 'all', ...STATES].map(
          (status) => html`<option value=${status} ?selected=${state.filter.status === status}>${word('status', status)}</option>`,
        )}
      </select></label>
  </form>`;

const choose = (event) =>
  change({ filter: { ...state.filter, [event.target.name]: event.target.value } });

const gain = (schedule) => {
  const kpi = schedule.kpis.find((one) => one.inForce != null || one.unoptimized != null);
  return kpi
    ? html`<span class="gain">${local(kpi.label)} ${difference(kpi, kpi.inForce ?? kpi.unoptimized)}</span>`
    : nothing;
};

const row = (schedule) => html`
  <li>
    <a class="card ${schedule.status.toLowerCase()}" href="#/schedules/${schedule.id}" data-schedule=${schedule.id}>
      <span class="card-top">${domainMark(schedule.domain)}<span class="scope">${scopeName(schedule.scope)}</span>
        ${chip(schedule.status)}</span>
      <span class="card-summary">${local(schedule.summary)}</span>
      <span class="card-foot">
        <span>${t('schedule.for')} ${span(schedule.validity.from, schedule.validity.to)}</span>
        ${gain(schedule)}
        <span class="muted">${t('schedule.made')} ${dayAndTime(schedule.createdAt)}</span>
      </span>
    </a>
  </li>`;

const list = (schedules) => {
  const shown = schedules.filter(passes).sort((a, b) => urgent(a) - urgent(b));
  if (schedules.length === 0) {
    return empty(t('schedules.none'), t('schedules.none.advice'));
  }
  return shown.length === 0
    ? empty(t('schedules.filtered'), t('schedules.filtered.advice'))
    : html`<ul class="cards">${shown.map(row)}</ul>`;
};

export const queue = () => html`
  <div class="panel-head"><h1>${t('page.schedules')}</h1>${filters()}</div>
  ${whenLoaded('schedules', () => load('schedules'), list)}`;
