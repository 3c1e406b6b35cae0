// What the machine does: rules that fired, jobs that solve, plans on their way to the field.
import { command } from '../command.js';
import { html, nothing } from '../html.js';
import { dayAndTime, local, t, time } from '../i18n.js';
import { load } from '../loader.js';
import { chip, domainMark, empty, ruleName, whenLoaded } from '../marks.js';
import { scopeName } from '../places.js';
import { mayDecide } from '../store.js';
import { scoreVerdict } from '../review/score.js';
import '../review/score-curve.js';

const cancel = (job) => async () => {
  await command(`/api/jobs/${job.id}/cancellation`, { tag: job.tag });
  load('jobs');
};

const ACTIVE = ['WAITING', 'SOLVING'];

const job = (one) => html`
  <tr>
    <td>${domainMark(one.domain)} ${scopeName(one.scope)}</td>
    <td>${chip(one.status, 'job')}${one.reason ? html`<p class="small">${local(one.reason)}</p>` : nothing}</td>
    <td class="figure far">${time(one.createdAt)}</td>
    <td class="figure">${one.endedAt ? time(one.endedAt) : '–'}</td>
    <td class="figure far">${one.requests}</td>
    <td class="far">${one.score ? scoreVerdict(one.score) : nothing}
      <nhip-score-curve .of=${`${one.id}|${one.status}|${one.score ?? ''}`}></nhip-score-curve></td>
    <td>${one.scheduleId ? html`<a class="whole" href="#/schedules/${one.scheduleId}">${t('job.schedule')}<span class="visually-hidden"> ${scopeName(one.scope)}</span></a>` : nothing}
      ${ACTIVE.includes(one.status) && mayDecide()
        ? html`<button type="button" class="small" @click=${cancel(one)}>${t('job.cancel')}</button>` : nothing}</td>
  </tr>`;

const jobs = (list) =>
  list.length === 0
    ? empty(t('jobs.none'), t('jobs.none.advice'))
    : html`<div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('job.what')}</th><th scope="col">${t('filter.status')}</th>
          <th scope="col" class="figure far">${t('job.asked')}</th><th scope="col" class="figure">${t('job.ended')}</th>
          <th scope="col" class="figure far">${t('job.requests')}</th><th scope="col" class="far">${t('job.score')}</th>
          <th scope="col"><span class="visually-hidden">${t('job.actions')}</span></th></tr></thead>
        <tbody>${list.slice(0, 40).map(job)}</tbody></table></div>`;

const firing = (one) => html`
  <li class="firing severity-${one.severity}">
    <span class="figure muted">${time(one.at)}</span>
    <div><p>${local(one.reason)}</p>
      <p class="small muted">${domainMark(one.domain)} ${scopeName(one.zone)} · ${ruleName(one.rule)} ·
        ${t('firing.readings', { count: one.readingIds.length })} · ${t(`severity.${one.severity}`)}</p></div>
  </li>`;

const firings = (list) =>
  list.length === 0
    ? empty(t('firings.none'), t('firings.none.advice'))
    : html`<ol class="firings">${list.slice(0, 60).map(firing)}</ol>`;

const publication = (one) => html`
  <tr>
    <td>${domainMark(one.domain)} ${scopeName(one.scope)}</td>
    <td>${chip(one.status, 'publication')}${one.lastError ? html`<p class="small problem">${one.lastError}</p>` : nothing}</td>
    <td class="figure">${one.sequence}</td>
    <td class="figure">${one.acknowledgedAt ? dayAndTime(one.acknowledgedAt) : '–'}</td>
    <td class="figure">${one.attempts}</td>
    <td><a class="whole" href="#/schedules/${one.scheduleId}">${t('job.schedule')}<span class="visually-hidden"> ${scopeName(one.scope)}</span></a></td>
  </tr>`;

const publications = (list) =>
  list.length === 0
    ? empty(t('publications.none'), t('publications.none.advice'))
    : html`<div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('job.what')}</th><th scope="col">${t('filter.status')}</th>
          <th scope="col" class="figure">${t('publication.number')}</th>
          <th scope="col" class="figure">${t('publication.when')}</th>
          <th scope="col" class="figure">${t('publication.tries')}</th>
          <th scope="col"><span class="visually-hidden">${t('job.actions')}</span></th></tr></thead>
        <tbody>${list.slice(0, 40).map(publication)}</tbody></table></div>`;

const part = (name, show) => html`
  <section class="part" aria-labelledby="part-${name}"><h2 id="part-${name}">${t(`part.${name}`)}</h2>
    ${whenLoaded(name, () => load(name), show)}</section>`;

export default {
  name: 'activity',
  order: 30,
  layout: 'beside',
  icon: 'M3 12h4l3-8 4 16 3-8h4',
  words: { vi: { 'page.activity': 'Hoạt động' }, en: { 'page.activity': 'Activity' } },
  view: () => html`
  <div class="panel-head"><h1>${t('page.activity')}</h1></div>
  ${part('jobs', jobs)}${part('firings', firings)}${part('publications', publications)}`,
};
