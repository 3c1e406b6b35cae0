// Which devices say that they follow the plan, and which do not.
import { html, nothing } from '../html.js';
import { t, timeWithSeconds, word } from '../i18n.js';
import { chip } from '../marks.js';

const ORDER = ['DRIFTS', 'ON ITS WAY', 'FOLLOWS'];

const row = (one) => html`<tr><th scope="row"><code>${one.device}</code></th>
  <td>${chip(one.state, 'device-state')}</td><td class="figure">${one.sequence}</td>
  <td class="figure">${timeWithSeconds(one.reportedAt)}</td></tr>`;

export const deviceReports = (devices) => {
  if (devices.length === 0) {
    return nothing;
  }
  const count = (wanted) => devices.filter((one) => one.state === wanted).length;
  const sorted = [...devices].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return html`
    <div class="follow">
      <meter min="0" max=${devices.length} value=${count('FOLLOWS')} aria-label=${t('devices.follow')}></meter>
      <p>${t('devices.count', { follow: count('FOLLOWS'), all: devices.length })}
        ${count('DRIFTS') ? html`<strong class="worse">▲ ${t('devices.drift', { count: count('DRIFTS') })}</strong>` : nothing}</p></div>
    <details ?open=${count('DRIFTS') > 0}><summary>${t('devices.all')}</summary>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('reading.device')}</th><th scope="col">${word('filter', 'status')}</th>
          <th scope="col" class="figure">${t('publication.number')}</th><th scope="col" class="figure">${t('devices.said')}</th></tr></thead>
        <tbody>${sorted.slice(0, 200).map(row)}</tbody></table></div></details>`;
};
