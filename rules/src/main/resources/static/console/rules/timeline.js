// Requests of the old rules and the new ones over time, with their table twin.
import { html, nothing, svg } from '../html.js';
import { dayAndTime, local, number, t } from '../i18n.js';
import { ruleName } from '../marks.js';
import { scopeName } from '../places.js';

const WIDTH = 900;

const marks = (report) => {
  const from = Date.parse(report.span.from);
  const length = Date.parse(report.span.to) - from;
  return report.changes.map((one) => {
    const x = ((Date.parse(one.at) - from) / length) * WIDTH;
    return svg`<g class=${one.gained ? 'gained' : 'lost'}><title>${one.rule}, ${dayAndTime(one.at)}</title>
      <rect x=${x - 2} y=${one.gained ? 8 : 42} width="5" height="26"></rect></g>`;
  });
};

const line = (one) => html`<tr class=${one.gained + one.lost ? 'changed' : ''}><td>${ruleName(one.rule)}</td>
  <td class="figure">${one.before}</td><td class="figure">${one.after}</td>
  <td class="figure">${one.gained || ''}</td><td class="figure">${one.lost || ''}</td></tr>`;

export const timeline = (report) => html`
  <p>${t('rules.replayed', { readings: number(report.readings), before: report.before.requests, after: report.after.requests })}
    <code>${report.before.hash}</code> → <code>${report.after.hash}</code></p>
  <svg class="timeline" viewBox="0 0 ${WIDTH} 76" role="img" aria-label=${t('rules.timeline')}>
    <line x1="0" x2=${WIDTH} y1="38" y2="38"></line>${marks(report)}
    <text x="0" y="10">${t('rules.gained')}</text><text x="0" y="74">${t('rules.lost')}</text></svg>
  <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('rules.rule')}</th>
    <th scope="col" class="figure">${t('rules.before')}</th><th scope="col" class="figure">${t('rules.after')}</th>
    <th scope="col" class="figure">${t('rules.gained')}</th><th scope="col" class="figure">${t('rules.lost')}</th></tr></thead>
    <tbody>${report.rules.map(line)}</tbody></table></div>
  ${report.changes.length === 0 ? nothing : html`<ol class="changes">${report.changes.slice(0, 100).map((one) =>
    html`<li class=${one.gained ? 'gained' : 'lost'}>${one.gained ? '+' : '−'} ${dayAndTime(one.at)} ${scopeName(one.zone)}: ${local(one.reason)}</li>`)}</ol>`}`;
