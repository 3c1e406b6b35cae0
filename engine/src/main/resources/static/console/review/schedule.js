// One schedule with all that somebody needs to sign for it.
import { causes } from './cause.js';
import { decisionBar } from './decision.js';
import { planView } from '../domains.js';
import { constraintTable, safetyVerdict } from './explanation.js';
import { deviceReports } from './devices.js';
import { crewReports } from './crews.js';
import { exportFiles } from './exports.js';
import { html, nothing } from '../html.js';
import { dayAndTime, lately, local, span, t, word } from '../i18n.js';
import { boundLine, kpiTable } from './kpis.js';
import { loadSchedule } from '../loader.js';
import { chip, domainMark, failure, loading, urgency } from '../marks.js';
import { scopeName } from '../places.js';
import { timeLeft } from './queue.js';
import { state } from '../store.js';
import { trust } from './trust.js';

const section = (key, content) => html`
  <section class="part" aria-labelledby="part-${key}">
    <h2 id="part-${key}" tabindex="-1">${t(`part.${key}`)}</h2>${content}</section>`;

const back = () => html`<a class="back" href="#/schedules"><span aria-hidden="true">←</span> ${t('page.schedules')}</a>`;

const publication = (one) => html`
  <li>${chip(one.status, 'publication')}
    ${one.acknowledgedAt
      ? t('publication.acknowledged', { at: dayAndTime(one.acknowledgedAt), target: one.target ?? '–' })
      : one.notBefore && one.attempts === 0
        ? t('publication.later', { at: dayAndTime(one.notBefore) })
        : t('publication.attempts', { count: one.attempts })}
    <span class="muted">${t('publication.sequence', { sequence: one.sequence })}</span>
    ${one.lastError ? html`<p class="problem">${one.lastError}</p>` : nothing}</li>`;

const decision = (one) => html`
  <li><strong>${one.by}</strong> · ${word('decision', one.decision)} · ${dayAndTime(one.at)}
    ${one.reason ? html`<q>${one.reason}</q>` : nothing}</li>`;

const afterwards = (schedule) => {
  const { decisions = [], publications = [], devices = [] } = schedule;
  if (decisions.length + publications.length === 0) {
    return html`<p class="muted">${t('after.none')}</p>`;
  }
  return html`<ul class="history">${decisions.map(decision)}${publications.map(publication)}</ul>
    ${deviceReports(devices)}${crewReports(schedule)}`;
};

const origin = ({ kind, schedule }) =>
  kind === 'JOB' ? nothing : html` · <a href="#/schedules/${schedule}">${word('origin', kind)}</a>`;

const SECTIONS = ['figures', 'plan', 'cause', 'safety', 'constraints', 'after'];

const jump = (key) => (event) => {
  event.preventDefault();
  const heading = document.getElementById(`part-${key}`);
  heading.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  heading.focus({ preventScroll: true });
};

/** With the plan in force, where there is one, as the first of the two. */
const beside = ({ id, domain, scope }) => {
  const carried = (state.schedules ?? []).find(
    (one) => one.status === 'PUBLISHED' && one.id !== id && one.domain === domain && one.scope === scope);
  return carried ? `${carried.id}/${id}` : id;
};

const tools = (schedule) => html`
  <div class="tools">
    <a class="button" href="#/drafts/new/${schedule.id}" data-do="try">${t('schedule.try')}</a>
    <a class="button" href="#/compare/${beside(schedule)}" data-do="compare">${t('schedule.compare')}</a>
    ${exportFiles(schedule)}
  </div>`;

const detail = (schedule) => html`
  <div class="panel-head detail">
    <div class="detail-top">${back()}${domainMark(schedule.domain)}<span class="scope">${scopeName(schedule.scope)}</span>
      ${schedule.status === 'PROPOSED' ? urgency(schedule.severity) : nothing}
      ${chip(schedule.status)}</div>
    <h1>${local(schedule.summary)}</h1>
    <p class="muted">${t('schedule.for')} <strong>${span(schedule.validity.from, schedule.validity.to)}</strong>
      · ${t('schedule.made')} ${lately(schedule.createdAt)}${origin(schedule.origin)} ${timeLeft(schedule)}</p>
    <div class="detail-acts">${tools(schedule)}<div class="detail-decide">${decisionBar(schedule)}</div></div>
    <nav class="jumps" aria-label=${t('schedule.parts')}>${SECTIONS.map(
      (key) => html`<a href="#part-${key}" @click=${jump(key)}>${t(`jump.${key}`)}</a>`)}</nav>
  </div>
  ${trust(schedule)}
  ${section('figures', html`${kpiTable(schedule.kpis, schedule.domain)}${boundLine(schedule.bound)}`)}
  ${section('plan', planView(schedule))}
  ${section('cause', causes(schedule.cause))}
  ${section('safety', safetyVerdict(schedule.safety))}
  ${section('constraints', constraintTable(schedule))}
  ${schedule.notes?.length
    ? section('notes', html`<ul>${schedule.notes.map((note) => html`<li>${local(note)}</li>`)}</ul>`)
    : nothing}
  ${section('after', afterwards(schedule))}
  <p class="hash muted">SHA-256 <code>${schedule.hash}</code></p>`;

export const schedulePage = (id) => {
  if (state.schedule) {
    return html`<article class="schedule" data-status=${state.schedule.status}>${detail(state.schedule)}</article>`;
  }
  const problem = state.failed.schedule;
  return html`<div class="panel-head">${back()}</div>
    ${problem ? failure(problem, () => loadSchedule(id)) : loading()}`;
};
