// One junction: arrows a stage, the course of a cycle, and both as a table.
import { html, nothing, svg } from '../../html.js';
import { number, quantity, t, word } from '../../i18n.js';
import { state } from '../../store.js';
import { loads } from './loads.js';
import { nameOf, spans, stageName, stageParts } from './site.js';

/** Unit vectors of the arm that an approach comes in by; north is up. */
const ARM = { N: [0, -1], E: [1, 0], S: [0, 1], W: [-1, 0] };
const HALF = 34;

/** Traffic keeps right: a lane lies to the right of its own way in. */
const lane = ([x, y], side) => [-y * side, x * side];

/** Leaves to the left, straight, or to the right of the way in. */
const out = { T: ([x, y]) => [-x, -y], L: ([x, y]) => [-y, x], R: ([x, y]) => [y, -x] };

const arrow = (group, letter) => {
  const [arm, turn] = group;
  if (!ARM[arm] || !out[turn]) {
    return nothing;
  }
  const from = ARM[arm];
  const to = out[turn](from);
  const shift = turn === 'T' ? 5 : turn === 'L' ? 2 : 9;
  const [sx, sy] = lane(from, -1).map((one) => one * shift);
  const start = [from[0] * 30 + sx, from[1] * 30 + sy];
  const [ex, ey] = lane(to, 1).map((one) => one * shift);
  const end = [to[0] * 24 + (turn === 'T' ? sx : ex), to[1] * 24 + (turn === 'T' ? sy : ey)];
  const path = turn === 'T' ? `M${start} L${end}` : `M${start} Q${[sx * 0.6 + ex * 0.6, sy * 0.6 + ey * 0.6]} ${end}`;
  const head = [[-3.4, -1.2], [3.4, -1.2], [0, 4.4]]
    .map(([across, along]) => [end[0] + to[0] * along - to[1] * across, end[1] + to[1] * along + to[0] * across])
    .join(' ');
  return svg`<g class=${letter === 'G' ? 'moves' : 'yields'}><path d=${path}></path><polygon points=${head}></polygon></g>`;
};

const crossing = (group) => {
  const arm = ARM[group[1]];
  if (group[0] !== 'P' || !arm) {
    return nothing;
  }
  const [x, y] = [arm[0] * 20, arm[1] * 20];
  const along = [-arm[1] * 13, arm[0] * 13];
  return svg`<line class="walks" x1=${x - along[0]} y1=${y - along[1]} x2=${x + along[0]} y2=${y + along[1]}></line>`;
};

const roads = (groups) => Object.entries(ARM).map(([arm, [x, y]]) =>
  groups.some((group) => group[0] === arm)
    ? svg`<line class="road" x1="0" y1="0" x2=${x * HALF} y2=${y * HALF}></line>` : nothing);

const stagePicture = (plan) => (stage) => {
  const step = plan.steps.find((one) => one.stage === stage.stage && one.kind === 'green');
  return html`<figure class="stage-picture">
    <svg viewBox="-36 -36 72 72" aria-hidden="true">${roads(plan.groups)}
      ${plan.groups.map((group, index) =>
        'Gg'.includes(step?.state[index] ?? 'r')
          ? group[0] === 'P' ? crossing(group) : arrow(group, step.state[index]) : nothing)}</svg>
    <figcaption>${stageName(stage.stage)} <strong>${stage.greenSeconds} s</strong></figcaption></figure>`;
};

const TONES = { green: 'go', 'walk-clearance': 'clear', yellow: 'caution', 'all-red': 'stop' };

/** What a green of the course has room for; the picture above tells the rest. */
const mark = (step, cycle) => {
  const { sides, left } = stageParts(step.stage);
  const long = step.kind === 'green' && step.seconds >= (left ? 0.06 : 0.18) * cycle;
  return long ? left ? '↰' : sides : nothing;
};

const course = (plan) => plan.steps.map((step) => html`
  <span class=${TONES[step.kind] ?? 'stop'} style="flex-grow: ${step.seconds}"
    title="${stageName(step.stage)} ${t(`signals.step.${step.kind}`)} ${step.seconds} s">${mark(step, plan.cycleSeconds)}</span>`);

const table = (plan) => html`
  <details><summary>${t('signals.table')}</summary><div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">${t('signals.group')}</th><th scope="col">${t('signals.shows')}</th></tr></thead>
    <tbody>${plan.groups.map((group) => html`<tr><th scope="row"><code>${group}</code></th>
      <td>${spans(plan, group).map(([from, to]) => `${from}–${to}`).join(', ') || '–'}</td></tr>`)}</tbody></table></div></details>`;

/** What the detectors at the junction's approaches see now: flow, and the queue where measured. */
const seen = (id) => {
  const devices = state.devices.filter((one) => one.asset.startsWith(`${id}:`) && one.latest.length);
  return devices.length === 0 ? nothing : html`<p class="small muted">${t('signals.now')}: ${devices
    .map((one) => `${word('approach', one.asset.split(':')[1])} ${one.latest
      .filter((latest) => ['trafficFlow', 'queueLength'].includes(latest.property))
      .map((latest) => quantity(latest.value, latest.unit)).join(', ')}`)
    .join(' · ')}</p>`;
};

const junction = (plan, expected) => html`
  <article class="junction" id="junction-${plan.id}">
    <h4>${nameOf(plan.id)}</h4>
    <p class="small muted">${t('signals.cycle')} <strong>${number(plan.cycleSeconds)} s</strong> ·
      ${t('signals.offset')} <strong>${number(plan.offsetSeconds)} s</strong></p>
    <div class="stage-pictures" role="img" aria-label=${t('signals.stages', { name: plan.id })}>${plan.stages.map(stagePicture(plan))}</div>
    <div class="cycle" role="img" aria-label=${t('signals.course', { name: plan.id, cycle: plan.cycleSeconds })}>${course(plan)}</div>
    ${loads(plan, expected)}${seen(plan.id)}${table(plan)}
  </article>`;

export const junctions = ({ plan, expected }) =>
  html`<div class="junctions">${plan.intersections.map((one) => junction(one, expected))}</div>`;
