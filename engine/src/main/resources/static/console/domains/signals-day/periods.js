// The day: its traffic by quarters of an hour, and below the plans that run, as a picture and a table.
import { html, nothing } from '../../html.js';
import { number, t, unit } from '../../i18n.js';
import { plot } from '../../plot.js';

const WIDTH = 960;
const HEIGHT = 120;
const DAY = 1440;

/** Minutes of the day of `05:30`, up to `24:00`. */
const minutes = (clock) => 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3));

const figuresOf = (expected, part) => expected.find((one) => one.part === part)?.figures;

/** `[minute, vehicles an hour]` at all detectors together. */
const flows = (expected) =>
  Object.entries(figuresOf(expected, 'flow') ?? {}).map(([at, flow]) => [minutes(at), flow]);

const mean = (all, from, to) => {
  const within = all.filter(([at]) => at >= minutes(from) && at < minutes(to)).map(([, flow]) => flow);
  return within.length ? within.reduce((sum, flow) => sum + flow, 0) / within.length : 0;
};

const most = (all) => Math.max(1, ...all.map(([, flow]) => flow));

/** As strong as its traffic is. */
const band = (all) => ({ from, to, plan }) => {
  const strength = Math.round(8 + 42 * (mean(all, from, to) / most(all)));
  const wide = minutes(to) - minutes(from);
  return html`<span style="flex-grow: ${wide}; background: color-mix(in srgb, var(--signals) ${strength}%, var(--raised))"
    title="${from}–${to} ${plan}">${plan}</span>`;
};

export const dayPicture = ({ plan, expected = [] }) => {
  const all = flows(expected);
  if (all.length === 0) {
    return nothing;
  }
  const top = most(all);
  const x = (minute) => (WIDTH * minute) / DAY;
  const y = (flow) => HEIGHT * (1 - flow / (1.05 * top));
  const line = all.flatMap(([at, flow]) => [`${x(at)},${y(flow)}`, `${x(at + 15)},${y(flow)}`]);
  const label = t('signals-day.picture', { count: plan.periods.length, most: number(top, 0) });
  return html`<figure class="day">${plot(
    [{ rows: 1, text: `${number(top, 0)}` }, { rows: 4, text: '' }, { rows: 1, text: '0' }],
    [0, 6, 12, 18, 24].map((hour) => ({ at: hour / 24, text: `${String(hour).padStart(2, '0')}:00` })),
    html`<div><svg class="day-flow" preserveAspectRatio="none" viewBox="0 0 ${WIDTH} ${HEIGHT}" style="height: ${HEIGHT}px"
      role="img" aria-label=${label}>
      <polygon points=${[`0,${HEIGHT}`, ...line, `${WIDTH},${HEIGHT}`].join(' ')}></polygon>
      <polyline points=${line.join(' ')}></polyline>
      ${plan.periods.slice(1).map(({ from }) => html`<line x1=${x(minutes(from))} x2=${x(minutes(from))} y1="0" y2=${HEIGHT}></line>`)}</svg>
      <div class="day-bands" aria-hidden="true">${plan.periods.map(band(all))}</div></div>`,
  )}<figcaption class="muted small">${t('signals-day.caption', { unit: unit('veh/h') })}</figcaption></figure>`;
};

const span = (values) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? `${low}` : `${low}–${high}`;
};

const row = (schedule, all) => (period) => {
  const { plan, expected = [] } = schedule;
  const figures = figuresOf(expected, period.from) ?? {};
  const cycles = plan.plans.find((one) => one.id === period.plan).intersections.map((one) => one.cycleSeconds);
  return html`<tr><th scope="row">${period.from}–${period.to}</th><td>${period.plan}</td>
    <td class="figure">${span(cycles)}</td>
    <td class="figure">${number(mean(all, period.from, period.to), 0)}</td>
    <td class="figure">${figures.delayHoursBefore == null ? '–' : number(figures.delayHoursBefore, 1)} → <strong>${
      figures.delayHours == null ? '–' : number(figures.delayHours, 1)}</strong></td>
    <td class="figure">${figures.saturation == null ? '–' : number(figures.saturation, 2)}</td></tr>`;
};

export const periods = (schedule) => html`<div class="scroll" tabindex="0"><table class="day-table">
  <thead><tr><th scope="col">${t('signals-day.period')}</th><th scope="col">${t('signals-day.plan')}</th>
    <th scope="col" class="figure">${t('signals.cycle')} (${unit('s')})</th>
    <th scope="col" class="figure">${t('signals-day.flow')} (${unit('veh/h')})</th>
    <th scope="col" class="figure">${t('signals-day.delay')} (${unit('veh·h')})</th>
    <th scope="col" class="figure">${t('signals.saturation')}</th></tr></thead>
  <tbody>${schedule.plan.periods.map(row(schedule, flows(schedule.expected ?? [])))}</tbody></table></div>
  <p class="muted small">${t('signals-day.runs', { days: schedule.plan.days.map((day) => t(`signals-day.${day}`)).join(', ') })}</p>`;
