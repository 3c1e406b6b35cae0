// All connectors: what serves, how much comes, what is wrong.
import { html, nothing } from '../html.js';
import { dayAndTime, local, number, t } from '../i18n.js';
import { empty } from '../marks.js';

const TONES = { SERVING: ['good', '✓'], SERVING_OLD: ['ask', '▲'], BROKEN: ['bad', '✕'] };

const health = (one) => {
  const stopped = one.route && one.route !== 'Started';
  const [tone, sign] = stopped ? TONES.BROKEN : TONES[one.state];
  return html`<span class="chip ${tone}"><span aria-hidden="true">${sign}</span>
    ${stopped ? t('connector.stopped') : t(`connector.${one.state}`)}</span>`;
};

const row = (one) => html`<tr>
  <th scope="row"><a href="#/connectors/${one.name}">${one.title ? local(one.title) : one.name}</a>
    <div class="small muted">${one.name}</div></th>
  <td>${health(one)}${one.problem ? html`<p class="small problem">${one.problem}</p>` : nothing}</td>
  <td class="figure far">${number(one.traffic.messages)}</td><td class="figure far">${number(one.traffic.accepted)}</td>
  <td class="figure far">${number(one.traffic.duplicates)}</td>
  <td class="figure far">${number(one.traffic.rejected + one.traffic.unreadable)}</td>
  <td class="figure far">${one.traffic.last ? number(one.traffic.perMinute) : '–'}</td>
  <td class="figure far">${one.traffic.last ? `${number(100 * one.traffic.wrongShare)} %` : '–'}</td>
  <td class="figure far">${one.traffic.lagSeconds === null ? '–' : `${number(one.traffic.lagSeconds)} s`}</td>
  <td class="figure">${number(one.openLetters)}</td>
  <td class="figure">${one.traffic.last ? dayAndTime(one.traffic.last) : '–'}</td></tr>`;

export const list = (all) =>
  all.length === 0
    ? empty(t('connectors.none'), t('connectors.none.advice'))
    : html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('connector.name')}</th>
        <th scope="col">${t('connector.health')}</th><th scope="col" class="figure far">${t('connector.messages')}</th>
        <th scope="col" class="figure far">${t('connector.accepted')}</th>
        <th scope="col" class="figure far">${t('connector.duplicates')}</th>
        <th scope="col" class="figure far">${t('connector.wrong')}</th>
        <th scope="col" class="figure far">${t('connector.rate')}</th>
        <th scope="col" class="figure far">${t('connector.share')}</th>
        <th scope="col" class="figure far">${t('connector.lag')}</th>
        <th scope="col" class="figure">${t('connector.letters')}</th>
        <th scope="col" class="figure">${t('connector.last')}</th></tr></thead>
        <tbody>${all.map(row)}</tbody></table></div>`;
