// What made the city ask for this schedule, down to single readings.
import { html, nothing } from '../html.js';
import { local, quantity, span, t, timeWithSeconds, word } from '../i18n.js';
import { ruleName } from '../marks.js';
import { isZone, scopeName } from '../places.js';
import { has } from '../store.js';

const FINDING_UNITS = {
  'lighting-class-raise': 'classes',
  'dim-allowed': 'classes',
  'cabinet-cap': 'kW',
  'container-urgent': '%',
  'congested-approach': 'veh/h',
  rain: 'factor',
};

const readingRow = ({ id, receivedAt, reading }) => html`
  <tr>
    <td class="figure">${has('INTEGRATOR', 'ADMINISTRATOR') ? html`<a href="#/connectors/reading-${id}">${id}</a>` : id}</td><td><code>${reading.device}</code></td>
    <td>${word('property', reading.property)}</td>
    <td class="figure">${quantity(reading.value, reading.unit)}</td>
    <td class="figure">${timeWithSeconds(reading.observedAt)}</td>
    <td class="figure">${timeWithSeconds(receivedAt)}</td>
  </tr>`;

const placeName = (asset) => (isZone(asset) ? scopeName(asset) : html`<code>${asset}</code>`);

const finding = (one) => html`
  <li><strong>${word('finding', one.kind)}</strong> · ${placeName(one.asset)} ·
    ${FINDING_UNITS[one.kind] || one.value !== 1 ? quantity(one.value, FINDING_UNITS[one.kind]) : nothing}
    <span class="muted">${span(one.from, one.until)}</span></li>`;

const request = (cause) => html`
  <article class="cause">
    <p class="cause-reason">${local(cause.reason)}</p>
    <dl class="facts">
      ${cause.rule === 'by hand'
        ? html`<dt>${t('cause.by')}</dt><dd>${cause.ruleVersion}</dd>`
        : html`<dt>${t('cause.rule')}</dt><dd>${ruleName(cause.rule)} <span class="muted">${cause.ruleVersion}</span></dd>`}
      <dt>${t('cause.zone')}</dt><dd>${scopeName(cause.zone)}</dd>
      <dt>${t('cause.window')}</dt><dd>${span(cause.window.from, cause.window.to)}</dd>
      <dt>${t('cause.severity')}</dt><dd>${t(`severity.${cause.severity}`)}</dd>
    </dl>
    ${cause.findings.length ? html`<h4>${t('cause.findings')}</h4>
      <ul class="findings">${cause.findings.map(finding)}</ul>` : ''}
    ${cause.readings.length === 0 ? nothing : html`<details ?open=${cause.readings.length <= 6}>
      <summary>${t('cause.readings', { count: cause.readings.length })}</summary>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col" class="figure">${t('reading.id')}</th><th scope="col">${t('reading.device')}</th>
          <th scope="col">${t('reading.property')}</th><th scope="col" class="figure">${t('reading.value')}</th>
          <th scope="col" class="figure">${t('reading.observed')}</th>
          <th scope="col" class="figure">${t('reading.received')}</th></tr></thead>
        <tbody>${cause.readings.map(readingRow)}</tbody>
      </table></div>
    </details>`}
  </article>`;

export const causes = (list) => list.map(request);
