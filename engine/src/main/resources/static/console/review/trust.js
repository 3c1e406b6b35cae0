// What a signature rests on: safety, age of the inputs, the sensors behind the cause, the gap.
import { cityNow } from '../clock.js';
import { html, nothing } from '../html.js';
import { duration, number, t } from '../i18n.js';
import { atMost, gapOf } from './kpis.js';

const tile = (tone, mark, title, text) => html`
  <li class="tile ${tone}"><span class="tile-mark" aria-hidden="true">${mark}</span>
    <div><strong>${title}</strong><span>${text}</span></div></li>`;

const safety = ({ safe, checks, violations }) =>
  safe
    ? tile('good', '✓', t('trust.safe'), t('trust.checks', { checks: number(checks) }))
    : tile('bad', '▲', t('trust.unsafe'), t('trust.violations', { count: violations.length }));

const readings = (schedule) => schedule.cause.flatMap((cause) => cause.readings);

/** Readings older than this when the plan was made ask for a second look. */
const OLD = 30 * 60_000;

const freshness = (schedule) => {
  const ages = readings(schedule).map(
    ({ reading }) => Date.parse(schedule.origin.plannedAt) - Date.parse(reading.observedAt));
  if (ages.length === 0) {
    return tile('ask', '○', t('trust.fresh'), t('trust.fresh.none'));
  }
  const oldest = Math.max(...ages);
  const since = (cityNow() ?? new Date()) - Date.parse(schedule.origin.plannedAt);
  return tile(oldest > OLD ? 'ask' : 'good', oldest > OLD ? '○' : '✓', t('trust.fresh'),
    t('trust.fresh.text', { oldest: duration(oldest), since: duration(since) }));
};

const measured = (schedule) => schedule.cause.filter((cause) => cause.readings.length > 0);

/** A cause whose readings all come from one device falls with that device. */
const sensitivity = (schedule) => {
  const alone = measured(schedule)
    .map((cause) => [...new Set(cause.readings.map(({ reading }) => reading.device))])
    .filter((devices) => devices.length === 1)
    .map(([device]) => device);
  const devices = new Set(readings(schedule).map(({ reading }) => reading.device));
  if (devices.size === 0) {
    return nothing;
  }
  return alone.length === measured(schedule).length
    ? tile('ask', '○', t('trust.rests'), resting([...new Set(alone)]))
    : tile('good', '✓', t('trust.rests'), t('trust.rests.many', { count: devices.size }));
};

const resting = (devices) =>
  devices.length === 1
    ? t('trust.rests.one', { devices: devices[0] })
    : t('trust.rests.each', { count: devices.length, devices: `${devices.slice(0, 3).join(', ')}` });

const bound = (schedule) =>
  schedule.bound
    ? tile('plain', '↔', t('trust.gap'), t('trust.gap.text', { gap: number(atMost(gapOf(schedule.bound))) }))
    : nothing;

export const trust = (schedule) => html`
  <ul class="tiles" aria-label=${t('trust.label')}>
    ${safety(schedule.safety)}${freshness(schedule)}${sensitivity(schedule)}${bound(schedule)}
  </ul>`;
