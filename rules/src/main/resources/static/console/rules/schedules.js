// What the changed rules would have made of the schedules: each figure before and after.
import { html, nothing } from '../html.js';
import { dayAndTime, local, number, signed, t, unit as unitName } from '../i18n.js';
import { domainMark } from '../marks.js';
import { scopeName } from '../places.js';

const figure = ({ label, unit, before, told, after }) => html`<tr>
  <td>${local(label)} (${unitName(unit)})</td>
  <td class="figure">${number(before)}</td><td class="figure">${told === null ? '' : number(told)}</td>
  <td class="figure">${number(after)}</td><td class="figure">${signed(after - before)}</td></tr>`;

const refusal = (side, plan) =>
  plan.refused ? html`<p>${t(side)}: ${t('rules.noplan')}. ${local(plan.refused)}</p>` : nothing;

const one = (change) => html`
  <h2>${t('rules.schedule', { scope: scopeName(change.scope), at: dayAndTime(change.at) })} ${domainMark(change.domain)}</h2>
  ${refusal('rules.before', change.before)}${refusal('rules.after', change.after)}
  ${change.figures.length === 0 ? nothing : html`<div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">${t('rules.figure')}</th><th scope="col" class="figure">${t('rules.before')}</th>
      <th scope="col" class="figure">${t('rules.told')}</th><th scope="col" class="figure">${t('rules.after')}</th>
      <th scope="col" class="figure">${t('rules.difference')}</th></tr></thead>
    <tbody>${change.figures.map(figure)}</tbody></table></div>`}`;

export const schedules = (changes) => changes.map(one);
