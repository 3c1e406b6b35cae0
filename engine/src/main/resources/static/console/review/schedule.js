// One schedule with all that somebody needs to sign for it.
import { causes } from './cause.js';
import { decisionBar } from './decision.js';
import { planView } from '../domains.js';
import { constraintTable, safetyVerdict } from './explanation.js';
import { html, nothing } from '../html.js';
import { dayAndTime, local, span, t, word } from '../i18n.js';
import { boundLine, kpiTable } from './kpis.js';
import { loadSchedule } from '../loader.js';
import { chip, domainMark, failure, loading } from '../marks.js';
import { scopeName } from '../places.js';
import { state } from '../store.js';

const section = (key, content) => html`
  <section class="part" aria-labelledby="part-${key}">
    <h2 id="part-${key}">${t(`part.${key}`)}</h2>${content}</section>`;

const back = () => html`<a class="back" href="#/schedules"><span aria-hidden="true">←</span> ${t('page.schedules')}</a>`;

const publicationsOf = (schedule) =>
  (state.publications ?? []).filter((one) => one.scheduleId === schedule.id);

const publication = (one) => html`
  <li>${chip(one.status, 'publication')}
    ${one.acknowledgedAt
      ? t('publication.acknowledged', { at: dayAndTime(one.acknowledgedAt), target: one.target ?? '–' })
      : t('publication.attempts', { count: one.attempts })}
    <span class="muted">${t('publication.sequence', { sequence: one.sequence })}</span>
    ${one.lastError ? html`<p class="problem">${one.lastError}</p>` : nothing}</li>`;

const decision = (one) => html`
  <li><strong>${one.by}</strong> · ${word('decision', one.decision)} · ${dayAndTime(one.at)}
    ${one.reason ? html`<q>${one.reason}</q>` : nothing}</li>`;

const afterwards = (schedule) => {
  const decisions = schedule.decisions ?? [];
  const publications = publicationsOf(schedule);
  if (decisions.length + publications.length === 0) {
    return html`<p class="muted">${t('after.none')}</p>`;
  }
  return html`<ul class="history">${decisions.map(decision)}${publications.map(publication)}</ul>`;
};

const detail = (schedule) => html`
  <div class="panel-head detail">
    ${back()}
    <div class="detail-top">${domainMark(schedule.domain)}<span class="scope">${scopeName(schedule.scope)}</span>
      ${chip(schedule.status)}</div>
    <h1>${local(schedule.summary)}</h1>
    <p class="muted">${t('schedule.for')} <strong>${span(schedule.validity.from, schedule.validity.to)}</strong>
      · ${t('schedule.made')} ${dayAndTime(schedule.createdAt)}</p>
    ${decisionBar(schedule)}
  </div>
  ${section('figures', html`${kpiTable(schedule.kpis)}${boundLine(schedule.bound)}`)}
  ${section('plan', planView(schedule))}
  ${section('safety', safetyVerdict(schedule.safety))}
  ${section('cause', causes(schedule.cause))}
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
