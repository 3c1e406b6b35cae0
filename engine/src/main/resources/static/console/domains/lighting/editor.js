// Changes a night by hand: draw over a group's row, or choose group, span and level below it.
import { html, svg } from '../../html.js';
import { number, t, time } from '../../i18n.js';
import { change as redraw } from '../../store.js';
import { night } from './night.js';
import { hours, plot } from '../../plot.js';
import { along, byCabinet, cabinetOf, glow, levelsOf, marks, scale, WIDTH } from './strip.js';

const ROW = 16;
const QUARTER = 900_000;

/** What is chosen: a cabinet whose groups are shown, one group, a span in ms, a level in %. */
let chosen = {};

const choose = (part) => {
  chosen = { ...chosen, ...part };
  redraw({});
};

/** The quarters of the night that are still to come, each by its start. */
const quarters = (plan) =>
  Array.from({ length: Math.ceil((plan.to - plan.planned) / QUARTER) }, (_, i) => plan.planned + i * QUARTER);

/** The plan's bytes with another level in a span; the rest of the program stays. */
export const withLevel = (plan, group, from, to, percent) => {
  const next = structuredClone(plan);
  const program = next.programs.find((one) => one.group === group);
  const end = Date.parse(plan.off);
  const at = (moment) => program.points.filter((point) => Date.parse(point.at) <= moment).at(-1)?.percent;
  const after = to < end ? at(to) : undefined;
  const kept = program.points.filter((point) => Date.parse(point.at) < from || Date.parse(point.at) > to);
  const iso = (moment) => new Date(moment).toISOString().replace('.000', '');
  const points = [...kept, { at: iso(from), percent }, ...(after === undefined ? [] : [{ at: iso(to), percent: after }])]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  program.points = points.filter((point, index) => index === 0 || point.percent !== points[index - 1].percent);
  return next;
};

const moment = (event, plan) => {
  const box = event.currentTarget.getBoundingClientRect();
  const at = plan.from + ((event.clientX - box.left) / box.width) * (plan.to - plan.from);
  const first = plan.planned;
  return Math.max(first, Math.min(plan.to, first + Math.floor((at - first) / QUARTER) * QUARTER));
};

const rows = (plan, programs) => {
  const x = (at) => WIDTH * along(plan)(at);
  const height = programs.length * ROW;
  const down = (event) => {
    const row = Math.floor((event.clientY - event.currentTarget.getBoundingClientRect().top) / ROW);
    if (programs[row]) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = moment(event, plan);
      choose({ group: programs[row].group, anchor: at, from: at, to: Math.min(plan.to, at + QUARTER) });
    }
  };
  const move = (event) => {
    if (chosen.anchor !== undefined) {
      const at = moment(event, plan);
      choose({ from: Math.min(chosen.anchor, at), to: Math.min(plan.to, Math.max(chosen.anchor, at) + QUARTER) });
    }
  };
  const index = programs.findIndex((one) => one.group === chosen.group);
  return plot(programs.map(({ group }) => ({ rows: 1, text: group })), marks(plan), html`<svg class="light-strip paint"
      preserveAspectRatio="none" style="height: ${height}px" viewBox="0 0 ${WIDTH} ${height}" role="img"
      aria-label=${t('lighting.edit.rows')} @pointerdown=${down} @pointermove=${move} @pointerup=${() => choose({ anchor: undefined })}>
    ${programs.map((program, row) => svg`${program.spans.map((span) => svg`<rect x=${x(span.from)} y=${row * ROW}
      width=${Math.max(1, x(span.to) - x(span.from))} height=${ROW - 2} style="opacity: ${glow(span.percent)}"
      ><title>${program.group}: ${span.percent} % · ${time(span.from)}–${time(span.to)}</title></rect>`)}`)}
    ${hours(plan.from, plan.to).map((at) => svg`<line x1=${x(at)} x2=${x(at)} y1="0" y2=${height}></line>`)}
    ${index < 0 || chosen.from === undefined ? '' : svg`<rect class="chosen" x=${x(chosen.from)} y=${index * ROW} width=${x(chosen.to) - x(chosen.from)} height=${ROW - 2}></rect>`}
  </svg>`);
};

const pick = (label, value, options, set) => html`<label>${label}
  <select @change=${(event) => set(event.target.value)}>${options.map(([id, text]) => html`<option value=${id} ?selected=${String(id) === String(value)}>${text}</option>`)}</select></label>`;

/**
 * @param change called with the whole plan, changed
 * @param pins a Set of groups and cabinets that keep their programs
 */
export const editor = (plan, change, pins, togglePin) => {
  const shown = night(plan);
  const cabinets = [...new Set(byCabinet(shown.programs).map((one) => cabinetOf(one.group)))];
  const cabinet = cabinets.includes(chosen.cabinet) ? chosen.cabinet : cabinets[0];
  const programs = byCabinet(shown.programs).filter((one) => cabinetOf(one.group) === cabinet);
  const group = programs.some((one) => one.group === chosen.group) ? chosen.group : programs[0].group;
  const times = quarters(shown);
  const from = times.includes(chosen.from) ? chosen.from : times[0];
  const to = chosen.to > from ? chosen.to : shown.to;
  const percent = chosen.percent ?? levelsOf(shown).at(-1);
  const span = (at) => [at, time(at)];
  return html`<p class="muted small">${t('lighting.edit')}</p>
    <div class="line-form">
      ${pick(t('lighting.cabinet'), cabinet, cabinets.map((id) => [id, id]), (id) => choose({ cabinet: id, group: undefined }))}
      ${togglePin(cabinet, pins.has(cabinet))}</div>
    ${scale(shown)}${rows(shown, programs)}
    <form class="line-form" @submit=${(event) => {
      event.preventDefault();
      change(withLevel(plan, group, from, to, Number(percent)));
    }}>
      ${pick(t('lighting.group'), group, programs.map((one) => [one.group, one.group]), (id) => choose({ group: id }))}
      ${pick(t('lighting.edit.from'), from, times.map(span), (at) => choose({ group, from: Number(at), to: undefined }))}
      ${pick(t('lighting.edit.to'), to, [...times.filter((at) => at > from), shown.to].map(span), (at) => choose({ group, from, to: Number(at) }))}
      ${pick(t('lighting.edit.level'), percent, levelsOf(shown).map((one) => [one, `${number(one)} %`]), (one) => choose({ percent: Number(one) }))}
      <button type="submit" data-do="set-level">${t('lighting.edit.set')}</button>
      ${togglePin(group, pins.has(group))}</form>`;
};
