// What citizens report: the queue, and the answer that each of them reads.
import words from '../citizen/words.js';
import { command } from '../command.js';
import { html, nothing } from '../html.js';
import { dayAndTime, t } from '../i18n.js';
import { load } from '../loader.js';
import { empty, whenLoaded } from '../marks.js';
import { mayDecide, state } from '../store.js';

const OPEN = ['RECEIVED', 'TAKEN'];

const answer = (one) => async (event) => {
  event.preventDefault();
  await command(`/api/citizen-reports/${one.id}/answer`, {
    body: { state: event.submitter.value, answer: event.target.answer.value },
    tag: one.tag,
    done: t('citizen.done'),
  });
  load('citizenReports');
};

const form = (one) => html`<form @submit=${answer(one)}>
  <label>${t('citizen.answer')}<textarea name="answer" rows="2" maxlength="500"></textarea></label>
  <div class="buttons">${['REFUSED', 'TAKEN', 'DONE'].filter((to) => to !== one.state).map((to) => html`
    <button type="submit" value=${to} class=${to === 'DONE' ? 'primary' : nothing}>${t(`citizen.${to}`)}</button>`)}</div></form>`;

const line = (one) => html`<li class="cause" data-state=${one.state}>
  <p><b>${t(`reportKind.${one.kind}`)}</b> · <code>${one.asset}</code> · <span class="figure muted">${dayAndTime(one.receivedAt)}</span>
    · ${t(`reportState.${one.state}`)}</p>
  ${one.words ? html`<q>${one.words}</q>` : nothing}
  ${one.reading ? nothing : html`<p class="small muted">${t('citizen.noReading')}</p>`}
  ${one.photo ? html`<p><a href="/api/citizen-reports/${one.id}/photo" target="_blank" rel="noopener">${t('citizen.photo')}</a></p>` : nothing}
  ${one.answer ? html`<p class="small">${one.answeredBy}: ${one.answer}</p>` : nothing}
  ${OPEN.includes(one.state) && mayDecide() ? form(one) : nothing}</li>`;

export default {
  name: 'citizen',
  order: 45,
  icon: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  words,
  data: {
    citizenReports: { path: '/api/citizen-reports', stale: { 'citizen-report': 300 } },
  },
  badge: () => (state.citizenReports ?? []).filter((one) => OPEN.includes(one.state)).length,
  open: () => load('citizenReports'),
  view: () => html`<div class="page-body"><div class="panel-head"><h1>${t('page.citizen')}</h1></div>
    ${whenLoaded('citizenReports', () => load('citizenReports'), (all) => all.length === 0
      ? empty(t('citizen.none'), t('citizen.none.advice'))
      : html`<ul class="history">${all.map(line)}</ul>`)}</div>`,
};
