// How full each lane before a junction is: degree of saturation, and the queue beside what it holds.
import { html, nothing } from '../../html.js';
import { number, t, word } from '../../i18n.js';

/** Above it queues no longer clear reliably. */
const LIMIT = 0.95;

/** What the queue model plays. */
const HOURS = 0.5;

/** Seconds of a cycle in which a stage with this group runs. */
const green = (plan, group) => {
  const letter = plan.groups.indexOf(group);
  const shown = (stage) =>
    plan.steps.find((step) => step.stage === stage && step.kind === 'green')?.state[letter] ?? 'r';
  return plan.stages
    .filter(({ stage }) => 'Gg'.includes(shown(stage)))
    .reduce((sum, { greenSeconds }) => sum + greenSeconds, 0);
};

/** Lanes of a junction: `{ arm, number, saturation, flow, delay, before, queue, storage }`; none where nothing is told. */
export const lanesOf = (plan, expected) => {
  const lanes = new Map();
  for (const { asset, part, figures } of expected) {
    const [approach, index, group] = part.split('/');
    if (asset !== plan.id || index === undefined) {
      continue;
    }
    const key = `${approach}/${index}`;
    const lane = lanes.get(key) ?? { arm: approach.split(':')[1], number: Number(index) + 1, saturation: 0, flow: 0, delay: 0, before: 0 };
    if (group) {
      const seconds = green(plan, group);
      const share = seconds ? seconds / plan.cycleSeconds : 0.5;
      lane.saturation += figures.flow / figures.saturationFlow / share;
      lane.flow += figures.flow;
      lane.delay += figures.delaySeconds;
      lane.before += figures.delaySecondsBefore ?? figures.delaySeconds;
    } else {
      Object.assign(lane, { queue: figures.queue, storage: figures.storage });
    }
    lanes.set(key, lane);
  }
  return [...lanes.values()];
};

const bar = (share, limit) => html`<span class="level ${share > limit ? 'over' : ''}" aria-hidden="true"
  ><i style="width: ${Math.min(100, (100 * share) / 1.2)}%"></i><b style="left: ${(100 * limit) / 1.2}%"></b></span>`;

/** Seconds a car unit. */
const each = (lane, what) => (lane.flow ? number(lane[what] / (lane.flow * HOURS), 0) : '–');

const row = (lane) => html`<tr>
  <th scope="row">${word('approach', lane.arm)} ${lane.number}</th>
  <td>${bar(lane.saturation, LIMIT)} ${lane.saturation > LIMIT ? '▲ ' : ''}${number(lane.saturation, 2)}</td>
  <td>${bar(lane.queue / lane.storage, 1)} ${lane.queue >= lane.storage ? '▲ ' : ''}${number(lane.queue, 0)}/${number(lane.storage, 0)}</td>
  <td class="figure">${each(lane, 'before')} → ${each(lane, 'delay')}</td></tr>`;

/** The picture is a table already: a row a lane, its bars beside their figures. */
export const loads = (plan, expected = []) => {
  const lanes = lanesOf(plan, expected);
  return lanes.length === 0 ? nothing : html`<table class="levels"><caption>${t('signals.loads')}</caption>
    <thead><tr><th scope="col">${t('signals.lane')}</th><th scope="col">${t('signals.saturation')}</th>
      <th scope="col">${t('signals.longest')}</th>
      <th scope="col" class="figure">${t('signals.delay')}</th></tr></thead>
    <tbody>${lanes.map(row)}</tbody></table>`;
};
