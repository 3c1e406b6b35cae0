// What the crews say of their stops: how many are done, and which were skipped and why.
import { html, nothing } from '../html.js';
import { t, time, word } from '../i18n.js';

const skipped = (schedule) => (one) => html`<li><strong>${one.stop}</strong> · ${one.unit} · ${time(one.at)} · ${one.reason}
  ${one.photo ? html` <a href="/api/schedules/${schedule.id}/reports/${one.id}/photo" target="_blank" rel="noopener">${t('report.photo')}</a>` : nothing}</li>`;

export const crewReports = (schedule) => {
  const { reports = [] } = schedule;
  if (reports.length === 0) {
    return nothing;
  }
  const of = (outcome) => reports.filter((one) => one.outcome === outcome);
  return html`<h3>${t('report.title')}</h3>
    <p>${['DONE', 'SKIPPED'].map((outcome) => html`${of(outcome).length} ${word('report', outcome)} · `)}${t('report.units', {
      units: [...new Set(reports.map((one) => one.unit))].join(', ') })}</p>
    ${of('SKIPPED').length ? html`<ul>${of('SKIPPED').map(skipped(schedule))}</ul>` : nothing}`;
};
