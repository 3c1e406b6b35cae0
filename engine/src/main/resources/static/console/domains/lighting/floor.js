// One group's light beside what its class asks for and the least that any plan may give.
import { html, nothing, svg } from '../../html.js';
import { number, t, time } from '../../i18n.js';
import { plot } from '../../plot.js';
import { change } from '../../store.js';
import { asked, askedAt, below, levelAt } from './night.js';
import { WIDTH, along, byCabinet, cabinetOf, marks } from './strip.js';

const HEIGHT = 120;

let chosen;

const pick = (event) => {
  chosen = event.target.value;
  change({});
};

const stairs = (steps, plan, x, y) => {
  const ends = [...steps.slice(1).map(({ from }) => from), plan.to];
  return steps.map(({ from, percent }, index) =>
    `${index ? 'L' : 'M'}${x(Math.max(from, plan.from))} ${y(percent)} H${x(ends[index])}`).join(' ');
};

export const floorPicture = (plan, schedule) => {
  const required = asked(schedule.expected, 'required');
  const floors = asked(schedule.expected, 'floor');
  const rows = byCabinet(plan.programs).filter(({ group }) => required.has(group));
  if (rows.length === 0) {
    return nothing;
  }
  const short = new Set(rows.filter((one) => below(one, required.get(one.group), plan.to).length).map(({ group }) => group));
  const program = rows.find(({ group }) => group === chosen) ?? rows.find(({ group }) => short.has(group)) ?? rows[0];
  const wanted = required.get(program.group);
  const least = floors.get(program.group) ?? [];
  const x = (moment) => WIDTH * along(plan)(moment);
  const y = (percent) => HEIGHT - 4 - ((HEIGHT - 8) * percent) / 100;
  const times = [...new Set([...program.spans, ...wanted, ...least].map(({ from }) => from))].sort((a, b) => a - b);
  return html`<h3>${t('lighting.floor')}</h3>
    <label class="choose">${t('lighting.group')} <select @change=${pick}>${rows.map(({ group }) => html`
      <option value=${group} ?selected=${group === program.group}>${group} · ${cabinetOf(group)}${short.has(group) ? ` · ${t('lighting.short')}` : ''}</option>`)}</select></label>
    <p class="keys small muted"><span><i class="given"></i>${t('lighting.given')}</span><span><i class="wanted"></i>${t('lighting.wanted')}</span><span><i class="least"></i>${t('lighting.least')}</span></p>
    ${plot([{ rows: 1, text: '100 %' }, { rows: 6, text: '' }, { rows: 1, text: '0 %' }], marks(plan), html`<svg class="floor" preserveAspectRatio="none" viewBox="0 0 ${WIDTH} ${HEIGHT}"
      style="height: ${HEIGHT}px" role="img" aria-label=${t('lighting.floor.label', { group: program.group })}>
      ${below(program, wanted, plan.to).map(({ from, to }) => svg`<rect class="short" x=${x(from)} y="0" width=${x(to) - x(from)} height=${HEIGHT}></rect>`)}
      <path class="least" d=${stairs(least, plan, x, y)}></path><path class="wanted" d=${stairs(wanted, plan, x, y)}></path>
      <path class="given" d=${stairs(program.spans, plan, x, y)}></path></svg>`)}
    <details><summary>${t('lighting.floor.table')}</summary><div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('lighting.at')}</th>${['given', 'wanted', 'least'].map(
        (name) => html`<th scope="col" class="figure">${t(`lighting.${name}`)}</th>`)}</tr></thead>
      <tbody>${times.map((moment) => html`<tr><th scope="row">${time(moment)}</th>${[
        levelAt(program, moment), askedAt(wanted, moment), askedAt(least, moment)].map(
        (percent) => html`<td class="figure">${number(percent)} %</td>`)}</tr>`)}</tbody></table></div></details>`;
};
