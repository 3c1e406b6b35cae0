// Alarms: what lasts and what nobody has seen, then what is past.
import { command } from '../command.js';
import { html, nothing } from '../html.js';
import { lately, local, number, t, word } from '../i18n.js';
import { load } from '../loader.js';
import { domainMark, urgency } from '../marks.js';
import { scopeName } from '../places.js';
import { change, mayDecide } from '../store.js';

const acknowledge = (alarm) => async () => {
  await command(`/api/alarms/${alarm.id}/acknowledgement`, { tag: alarm.tag });
  load('alarms');
};

const show = (alarm) => () => change({ selection: { type: 'device', id: alarm.asset } });

/** Where to look at what the alarm is about. */
const way = (alarm) => {
  switch (alarm.kind) {
    case 'device-silent':
      return html`<button class="link" type="button" @click=${show(alarm)}><code>${alarm.asset}</code></button> · `;
    case 'plan-unsafe':
    case 'publication-failed':
    case 'stop-skipped':
      return html`<a href="#/schedules/${alarm.asset.split('/')[0]}">${t('job.schedule')}</a> · `;
    case 'job-failed':
      return html`<a href="#/activity">${t('page.activity')}</a> · `;
    default:
      return nothing;
  }
};

/** A safety rule stands in the text by its stable name, `[floor]`. */
const named = (text) => text.replace(/\[([a-z-]+)\]/g, (all, rule) => word('violation', rule));

const row = (alarm) => html`
  <li class="alarm severity-${alarm.endedAt ? 0 : alarm.severity}">
    <p class="card-top">${alarm.domain ? domainMark(alarm.domain) : nothing}<span class="scope">${alarm.zone ? scopeName(alarm.zone) : ''}</span>${urgency(alarm.severity)}</p>
    <p class="alarm-text">${named(local(alarm.text))}</p>
    <p class="small muted">${word('alarm.kind', alarm.kind)}${alarm.times > 1 ? ` · ${t('alarm.times', { times: number(alarm.times) })}` : ''} · ${way(alarm)}
      ${t('alarm.since', { at: lately(alarm.raisedAt) })}${alarm.endedAt ? ` · ${t('alarm.ended', { at: lately(alarm.endedAt) })}` : ''}</p>
    ${alarm.acknowledgedAt
      ? html`<p class="small muted">✓ ${t('alarm.seen', { by: alarm.acknowledgedBy, at: lately(alarm.acknowledgedAt) })}</p>`
      : mayDecide() ? html`<button type="button" class="small" data-do="acknowledge" @click=${acknowledge(alarm)}>${t('alarm.acknowledge')}</button>` : nothing}
  </li>`;

export const alarmList = (alarms) => {
  const open = alarms.filter((one) => !one.endedAt);
  const past = alarms.filter((one) => one.endedAt);
  return html`${open.length ? html`<ul class="alarms">${open.slice(0, 60).map(row)}</ul>` : html`<p class="muted">${t('alarms.calm')}</p>`}
    ${past.length ? html`<details><summary>${t('alarms.past')} (${past.length})</summary><ul class="alarms">${past.slice(0, 60).map(row)}</ul></details>` : nothing}`;
};
