// Changes a signal plan by keyboard or mouse: seconds between stages, and the offset.
import { html, nothing } from '../../html.js';
import { t } from '../../i18n.js';
import { change as redraw } from '../../store.js';
import { nameOf, stageName } from './site.js';
import { corridors, timeSpace } from './time-space.js';

const copy = (plan) => structuredClone(plan);

const withPlan = (plan, id, act) => {
  const next = copy(plan);
  act(next.intersections.find((one) => one.id === id));
  return next;
};

/** What a stage gains, the next one gives. */
const setGreen = (plan, id, index, seconds) =>
  withPlan(plan, id, (one) => {
    const gain = seconds - one.stages[index].greenSeconds;
    one.stages[index].greenSeconds = seconds;
    one.stages[(index + 1) % one.stages.length].greenSeconds -= gain;
  });

const setOffset = (plan, id, seconds) =>
  withPlan(plan, id, (one) => {
    one.offsetSeconds = ((seconds % one.cycleSeconds) + one.cycleSeconds) % one.cycleSeconds;
  });

const field = (label, shown, value, set) => html`
  <label class="stepper"><span>${shown}</span>
    <input type="number" step="1" aria-label=${label} .value=${String(value)}
      @change=${(event) => set(Number(event.target.value))}></label>`;

/** What a hand is just dragging: a junction and by how many seconds. */
let dragged;

const shifted = (plan, id, seconds) =>
  setOffset(plan, id, plan.intersections.find((one) => one.id === id).offsetSeconds + seconds);

const roads = (plan, change) => {
  const shown = dragged ? shifted(plan, dragged.id, dragged.seconds) : plan;
  const all = corridors(shown);
  return all.length === 0 ? nothing : html`<p class="muted small">${t('signals.edit.drag')}</p>${all.map((road) => timeSpace(road, (id, seconds, done) => {
    dragged = done ? undefined : { id, seconds };
    if (done && seconds) {
      change(shifted(plan, id, seconds));
    } else {
      redraw({});
    }
  }))}`;
};

/**
 * @param change called with the whole plan, changed
 * @param pins a Set of junctions that stay as they are
 */
export const editor = (plan, change, pins, togglePin) => html`
  ${roads(plan, change)}
  <p class="muted small">${t('signals.edit')}</p>
  <div class="scroll" tabindex="0"><table class="editor"><tbody>${plan.intersections.map((one) => html`
    <tr><th scope="row">${nameOf(one.id)} <span class="unit">${one.cycleSeconds} s</span></th>
      <td><div class="steppers">
        ${one.stages.map((stage, index) =>
          field(t('signals.edit.green', { stage: stageName(stage.stage), name: one.id }), stageName(stage.stage), stage.greenSeconds,
            (seconds) => change(setGreen(plan, one.id, index, seconds))))}
        ${field(t('signals.edit.offset', { name: one.id }), t('signals.offset'), one.offsetSeconds,
          (seconds) => change(setOffset(plan, one.id, seconds)))}</div></td>
      <td>${togglePin(one.id, pins.has(one.id))}</td></tr>`)}</tbody></table></div>`;
