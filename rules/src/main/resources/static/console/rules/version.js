// One version: its files, what the check says, what a replay says, its life so far.
import { html, nothing } from '../html.js';
import { dayAndTime, local, t } from '../i18n.js';
import { chip, loading, ruleName } from '../marks.js';
import { scopeName } from '../places.js';
import { state } from '../store.js';
import {
  activate, changed, check, desk, draft, mayWrite, pick, replay, shadow, trial, turn, unshadow, whyNot,
} from './desk.js';
import { diff } from './diff.js';
import { editor } from './editor.js';
import { reasonButton, said, who } from './reason.js';
import { schedules } from './schedules.js';
import { timeline } from './timeline.js';

const TABS = ['files', 'diff', 'replay', 'why', 'life'];

const files = () => html`
  <div class="files">
    <nav aria-label=${t('rules.files')}>${Object.keys(desk.files).sort().map((file) => html`
      <button type="button" class="plain" aria-current=${file === desk.file ? 'true' : nothing} @click=${() => pick(file)}>
        ${file}${desk.files[file] === desk.version.files[file] ? '' : ' •'}</button>`)}</nav>
    <section>${editor()}</section>
  </div>`;

const result = ({ problems, tests }) => html`
  <section class="result" role="status">
    ${problems.length > 0 ? html`<h2 class="problem">${t('rules.problems', { count: problems.length })}</h2>
      <ul>${problems.map((one) => html`<li><button class="plain" type="button" @click=${() => pick(one.file)}>${one.file}${one.line ? `:${one.line}:${one.column}` : ''}</button> ${one.text}</li>`)}</ul>` : nothing}
    ${tests ? html`<h2>${t('rules.tests', { total: tests.total, failed: tests.failures.length, rules: tests.rules, silent: tests.neverFired.length })}</h2>
      ${tests.failures.map((one) => html`<h3>${one.test}</h3><ul>${one.lines.map((line) => html`<li>${line}</li>`)}</ul>`)}
      ${tests.neverFired.map((rule) => html`<p class="muted">${t('rules.never', { rule })}</p>`)}` : nothing}
  </section>`;

const zones = (all) => html`<select name="zone">${all ? html`<option value="">${t('rules.allZones')}</option>` : nothing}
  ${(state.city?.zones ?? []).map(({ id }) => html`<option value=${id}>${scopeName(id)}</option>`)}</select>`;

const sent = (act) => (event) => {
  event.preventDefault();
  act(new FormData(event.target));
};

const replayTab = () => html`
  <form class="asking" @submit=${sent((form) => replay(form.get('from'), form.get('to'), form.get('zone'), form.get('schedules')))}>
    <label>${t('rules.from')} <input type="datetime-local" name="from" required></label>
    <label>${t('rules.to')} <input type="datetime-local" name="to" required></label>
    <label>${t('rules.zone')} ${zones(true)}</label>
    <label><input type="checkbox" name="schedules"> ${t('rules.schedules')}</label>
    <button type="submit">${t('rules.replay')}</button></form>
  <p class="small muted">${t('rules.replay.advice')}</p>
  ${desk.replay ? html`${timeline(desk.replay)}${schedules(desk.replay.schedules)}` : nothing}`;

const whyTab = () => html`
  <form class="asking" @submit=${sent((form) => whyNot(form.get('zone'), form.get('at')))}>
    <label>${t('rules.zone')} ${zones(false)}</label>
    <label>${t('rules.at')} <input type="datetime-local" name="at"></label>
    <button type="submit">${t('rules.why')}</button></form>
  ${desk.answers ? html`<table><tbody>${desk.answers.map((one) => html`<tr><td>${ruleName(one.rule)}</td>
    <td>${one.blocked
      ? html`<code>${one.blocked.text}</code> <span class="small muted">${one.blocked.place.file}:${one.blocked.place.line}</span><br>${one.blocked.why}`
      : chip('READY', 'rules.fires')}</td></tr>`)}</tbody></table>` : nothing}`;

const lifeTab = () => html`
  <ol class="steps">${desk.version.steps.map((one) => html`<li>${chip(one.status, 'rules.status')}
    ${dayAndTime(one.at)} <strong>${who(one.by)}</strong> ${said(one.reason)}</li>`)}</ol>
  ${desk.version.shadowAsks.length > 0 ? html`<h2>${t('rules.shadowed')}</h2><ol>${desk.version.shadowAsks.map((one) =>
    html`<li>${dayAndTime(one.at)} ${scopeName(one.zone)} ${ruleName(one.rule)}: ${local(one.reason)}</li>`)}</ol>` : nothing}`;

const VIEWS = {
  files,
  diff: () => diff(desk.version.active, desk.files),
  replay: replayTab,
  why: whyTab,
  life: lifeTab,
};

const steps = ({ status, author, name }) => html`
  <div class="buttons">
    <button type="button" @click=${trial}>${t('rules.trial')}</button>
    ${changed() ? reasonButton('rules.draft', (reason) => draft(name, desk.files, reason)) : nothing}
    ${!changed() && status === 'DRAFT' ? html`<button type="button" @click=${check}>${t('rules.check')}</button>` : nothing}
    ${!changed() && status === 'CHECKED' ? reasonButton('rules.shadow', shadow) : nothing}
    ${!changed() && status === 'SHADOW' ? reasonButton('rules.unshadow', unshadow) : nothing}
    ${!changed() && ['CHECKED', 'SHADOW'].includes(status)
      ? author === state.me.name
        ? html`<span class="muted">${t('rules.other')}</span>`
        : reasonButton('rules.activate', activate)
      : nothing}
  </div>`;

export const version = () => {
  if (!desk.version) {
    return loading();
  }
  const { line } = desk.version;
  return html`
    <header class="rules-head"><h1><a href="#/rules">${t('page.rules')}</a> / ${line.name}
      <code>${line.version}</code> ${chip(line.status, 'rules.status')}</h1>
      ${mayWrite() ? steps(line) : nothing}</header>
    <p class="muted">${local(line.description)} · ${who(line.author)}: ${said(line.reason)}</p>
    ${desk.result ? result(desk.result) : nothing}
    <div class="tabs" role="tablist">${TABS.map((tab) => html`<button type="button" role="tab" class="plain"
      aria-selected=${desk.tab === tab ? 'true' : 'false'} @click=${() => turn(tab)}>${t(`rules.tab.${tab}`)}</button>`)}</div>
    ${VIEWS[desk.tab]()}`;
};
