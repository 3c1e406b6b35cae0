// The night at a glance: a row a group, brighter where there is more light; and the same as a table.
import { cityNow } from '../../clock.js';
import { html, nothing, svg } from '../../html.js';
import { local, number, t, time } from '../../i18n.js';
import { hours, plot } from '../../plot.js';
import { state } from '../../store.js';
import { asked, below } from './night.js';

export const WIDTH = 960;

/** Pixels; a row a group has room in it. */
const HEIGHT = 420;

const assetOf = (group) =>
  (state.assets ?? []).flatMap((domain) => domain.assets).find((one) => one.id === group);

export const cabinetOf = (group) => assetOf(group)?.properties.cabinet ?? '';

export const byCabinet = (programs) =>
  [...programs].sort(
    (a, b) => cabinetOf(a.group).localeCompare(cabinetOf(b.group)) || a.group.localeCompare(b.group),
  );

/** Neighbours in the list that hang on one cabinet: `{ text, rows }`. */
const runs = (rows) => {
  const found = [];
  for (const { group } of rows) {
    const text = cabinetOf(group);
    if (found.at(-1)?.text !== text) {
      found.push({ text, rows: 0 });
    }
    found.at(-1).rows++;
  }
  return found;
};

export const glow = (percent) => 0.12 + (0.88 * percent) / 100;

export const levelsOf = (plan) =>
  [...new Set(plan.programs.flatMap((program) => [program.fallback, ...program.spans.map((span) => span.percent)]))].sort((a, b) => a - b);

/** What each brightness stands for. */
export const scale = (plan, classes) => html`<p class="light-scale" aria-hidden="true">${levelsOf(plan).map((percent) => html`
  <span><i><b style="opacity: ${glow(percent)}"></b></i>${number(percent)} %</span>`)}${classes ? html`<span><i class="short"></i>${t('lighting.short')}</span>` : nothing}</p>`;

/** Of a night: where a moment lies, 0 to 1, and the marks below. */
export const along = (plan) => (at) => (at - plan.from) / (plan.to - plan.from);

export const marks = (plan) => hours(plan.from, plan.to).map((at) => ({ at: along(plan)(at), text: time(at) }));

export const strip = (plan, { expected } = {}) => {
  const required = asked(expected, 'required');
  const x = (at) => WIDTH * along(plan)(at);
  const rows = byCabinet(plan.programs);
  const row = Math.min(8, HEIGHT / rows.length);
  const height = rows.length * row;
  const cabinets = runs(rows);
  const now = cityNow();
  let top = 0;
  return html`${scale(plan, required.size > 0)}${plot(cabinets, marks(plan), html`<svg class="light-strip" preserveAspectRatio="none" style="height: ${height}px"
      viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${t('lighting.strip.label', { groups: rows.length })}>
    ${rows.map((program, index) => svg`${program.spans.map(
      (span) => svg`<rect x=${x(span.from)} y=${index * row} width=${Math.max(1, x(span.to) - x(span.from))}
        height=${row} style="opacity: ${glow(span.percent)}"><title>${program.group}: ${span.percent} % · ${time(span.from)}–${time(span.to)}</title></rect>`)}`)}
    ${rows.flatMap((program, index) => below(program, required.get(program.group) ?? [], plan.to).map((span) => svg`<line class="short"
      x1=${x(span.from)} x2=${x(span.to)} y1=${(index + 0.5) * row} y2=${(index + 0.5) * row}></line>`))}
    ${cabinets.slice(1).map((_, index) => {
      top += cabinets[index].rows * row;
      return svg`<line class="between" x1="0" x2=${WIDTH} y1=${top} y2=${top}></line>`;
    })}
    ${hours(plan.from, plan.to).map((at) => svg`<line x1=${x(at)} x2=${x(at)} y1="0" y2=${height}></line>`)}
    ${now > plan.from && now < plan.to ? svg`<line class="now" x1=${x(now)} x2=${x(now)} y1="0" y2=${height}></line>` : nothing}
  </svg>`)}`;
};

export const table = (plan) => html`<div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('lighting.group')}</th><th scope="col">${t('lighting.street')}</th>
    <th scope="col">${t('lighting.class')}</th><th scope="col">${t('lighting.cabinet')}</th>
    <th scope="col">${t('lighting.program')}</th></tr></thead>
  <tbody>${byCabinet(plan.programs).map((program) => {
    const asset = assetOf(program.group);
    return html`<tr><th scope="row">${program.group}</th><td>${local(asset?.name)}</td>
      <td>${asset?.properties.class ?? ''}${asset?.properties.crossing ? ` · ${t('lighting.crossing')}` : ''}</td>
      <td>${cabinetOf(program.group)}</td>
      <td>${program.spans.map((span) => `${time(span.from)} ${number(span.percent)} %`).join(' · ')}</td></tr>`;
  })}</tbody></table></div>`;
