// Drafts as a list, and one draft beside the plan that it started from.
import { command } from '../command.js';
import { planView } from '../domains.js';
import { html, nothing } from '../html.js';
import { dayAndTime, local, number, t, word } from '../i18n.js';
import { load } from '../loader.js';
import { chip, domainMark, empty, failure, loading, whenLoaded } from '../marks.js';
import { scopeName } from '../places.js';
import { mayDecide, state } from '../store.js';
import { constraintTable, safetyVerdict } from './explanation.js';
import { kpiTable } from './kpis.js';
import { scoreText } from './score.js';

const stop = ({ id, tag }) => async () => {
  await command(`/api/drafts/${id}/cancellation`, { tag });
  load('drafts');
};

const offer = ({ id, tag }) => async () => {
  const answer = await command(`/api/drafts/${id}/offer`, { tag, done: t('draft.offer.done') });
  load('drafts');
  if (answer) {
    location.hash = `#/schedules/${answer.schedule}`;
  }
};

const row = (one) => html`<tr>
  <th scope="row"><a href="#/drafts/${one.id}">${one.title}</a></th>
  <td>${domainMark(one.domain)} ${scopeName(one.scope)}</td>
  <td>${t(`draft.kind.${one.kind}`)}</td><td>${chip(one.status, 'draft')}</td>
  <td>${one.by}</td><td class="figure">${dayAndTime(one.createdAt)}</td></tr>`;

export const draftList = () => html`<div class="page-body">
  <div class="panel-head"><h1>${t('page.drafts')}</h1><p class="muted">${t('drafts.lead')}</p></div>
  ${whenLoaded('drafts', () => load('drafts'), (drafts) => drafts.length === 0
    ? empty(t('drafts.none'), t('drafts.none.advice'))
    : html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('draft.title')}</th><th scope="col">${t('job.what')}</th>
        <th scope="col">${t('draft.kind')}</th><th scope="col">${t('filter.status')}</th>
        <th scope="col">${t('draft.by')}</th><th scope="col" class="figure">${t('draft.made')}</th></tr></thead>
        <tbody>${drafts.map(row)}</tbody></table></div>`)}</div>`;

const supposed = (ask) => html`
  ${ask.findings.length ? html`<p>${t('draft.supposed')}: ${ask.findings.map(
    (one) => html`<strong>${word('finding', one.kind)}</strong> · <code>${one.asset}</code> · ${number(one.value)} `)}</p>` : nothing}
  ${ask.pins.length ? html`<p>${t('draft.pinned')}: ${ask.pins.map((pin) => html`<code>${pin}</code> `)}</p>` : nothing}`;

const before = ({ before: { score, feasible } }) => html`
  <p class="verdict ${feasible ? 'good' : 'bad'}">${feasible ? '✓' : '▲'}
    ${t(feasible ? 'draft.before.holds' : 'draft.before.broken')} ${scoreText(score)}</p>`;

const whole = ({ draft, plan }) => {
  const { result } = draft;
  const safety = { ...result.safety, safe: result.safety.checks > 0 && result.safety.violations.length === 0 };
  return html`
    ${draft.kind === 'WHAT_IF' ? html`<h2>${t('draft.before')}</h2>${before(result)}` : nothing}
    <section class="part"><h2>${t('draft.figures')}</h2>${kpiTable(result.review.kpis)}</section>
    <section class="part"><h2>${t('part.safety')}</h2>${safetyVerdict(safety)}</section>
    <section class="part"><h2>${t('part.plan')}</h2>${planView({ ...draft, plan, expected: result.expected, notes: result.review.notes, validity: result.validity, cause: [] })}</section>
    <section class="part"><h2>${t('part.constraints')}</h2>
      ${constraintTable({ score: result.score, constraints: result.review.constraints })}</section>
    ${result.review.notes.length
      ? html`<section class="part" id="part-notes"><h2>${t('part.notes')}</h2><ul>${result.review.notes.map((note) => html`<li>${local(note)}</li>`)}</ul></section>`
      : nothing}`;
};

export const draftPage = (id, again) => {
  const found = state.draft;
  const line = state.drafts?.find((one) => one.id === id);
  if (found && line && found.draft.status !== line.status) {
    again(id);
  }
  if (!found || found.draft.id !== id) {
    return state.failed.draft ? failure(state.failed.draft, () => again(id)) : loading();
  }
  const { draft } = found;
  return html`<div class="page-body">
    <div class="panel-head"><a class="back" href="#/drafts"><span aria-hidden="true">←</span> ${t('page.drafts')}</a>
      <div class="detail-top">${domainMark(draft.domain)}<span class="scope">${scopeName(draft.scope)}</span>
        <span class="scope">${t(`draft.kind.${draft.kind}`)}</span>${chip(draft.status, 'draft')}</div>
      <h1>${draft.title}</h1>
      <p class="muted">${draft.by} · ${dayAndTime(draft.createdAt)} · <a href="#/schedules/${draft.schedule}">${t('draft.base')}</a></p>
      ${supposed(draft.ask)}
      <div class="tools">
        ${draft.status === 'READY' ? html`<a class="button" href="#/compare/${draft.schedule}/draft:${draft.id}">${t('schedule.compare')}</a>` : nothing}
        ${draft.status === 'SOLVING' && mayDecide() ? html`<button type="button" @click=${stop(draft)}>${t('draft.stop')}</button>` : nothing}
        ${draft.kind === 'EDIT' && draft.status === 'READY' && mayDecide()
          ? html`<button type="button" class="primary" data-do="offer" @click=${offer(draft)}>${t('draft.offer')}</button>` : nothing}
        ${draft.offered ? html`<a class="button" href="#/schedules/${draft.offered}">${t('draft.open')}</a>` : nothing}</div>
      ${draft.kind === 'WHAT_IF' ? html`<p class="small muted">${t('draft.never')}</p>` : nothing}</div>
    ${draft.problem ? html`<p class="problem" role="alert">${draft.problem}</p>` : nothing}
    ${draft.status === 'SOLVING' ? loading() : draft.result ? whole(found) : nothing}</div>`;
};
