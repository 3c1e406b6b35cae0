// The packages with the version that serves, and all versions that were ever written.
import { html, nothing } from '../html.js';
import { dayAndTime, local, t } from '../i18n.js';
import { chip, domainMark, empty, whenLoaded } from '../marks.js';
import { state } from '../store.js';
import { load } from '../loader.js';
import { mayWrite, rollBack } from './desk.js';
import { reasonButton, said, who } from './reason.js';

const one = (version, all) => html`
  <article class="rule-package">
    <h2><a href="#/rules/${version.id}">${version.name}</a> ${domainMark(version.domain)}</h2>
    <p>${local(version.description)}</p>
    <dl class="facts small"><dt>${t('rules.owner')}</dt><dd>${local(version.owner)}</dd>
      <dt>${t('rules.version')}</dt><dd><code>${version.version}</code></dd>
      <dt>${t('rules.since')}</dt><dd>${dayAndTime(version.activeSince)}</dd></dl>
    ${mayWrite() && all.some((other) => other.name === version.name && other.status === 'RETIRED')
      ? reasonButton('rules.rollback', (reason) => rollBack(version.name, reason)) : nothing}
  </article>`;

const row = (version) => html`
  <tr>
    <td><a href="#/rules/${version.id}">${version.name}</a></td>
    <td><code>${version.version}</code></td>
    <td>${chip(version.status, 'rules.status')}</td>
    <td>${who(version.author)}</td>
    <td>${said(version.reason)}</td>
    <td class="figure">${dayAndTime(version.createdAt)}</td>
  </tr>`;

const list = ({ versions }) =>
  versions.length === 0
    ? empty(t('rules.none'), t('rules.none.advice'))
    : html`
      <div class="rule-packages">${versions.filter(({ status }) => status === 'ACTIVE').sort((a, b) => a.name.localeCompare(b.name)).map((version) => one(version, versions))}</div>
      <h2>${t('rules.versions')}</h2>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('rules.package')}</th><th scope="col">${t('rules.version')}</th>
          <th scope="col">${t('filter.status')}</th><th scope="col">${t('rules.author')}</th>
          <th scope="col">${t('rules.reason')}</th><th scope="col" class="figure">${t('rules.written')}</th></tr></thead>
        <tbody>${versions.map(row)}</tbody></table></div>`;

export const packages = () => html`
  <header class="rules-head"><h1>${t('page.rules')}</h1>
    ${mayWrite() ? html`<a class="button" href="#/rules/new">${t('rules.new')}</a>` : nothing}</header>
  ${whenLoaded('rules', () => load('rules'), list)}`;
