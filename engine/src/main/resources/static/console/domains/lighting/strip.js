// The night at a glance: a row a group, brighter where there is more light; and the same as a table.
import { cityNow } from '../../clock.js';
import { html, svg } from '../../html.js';
import { number, t, time } from '../../i18n.js';
import { state } from '../../store.js';

export const WIDTH = 960;
const ROW = 6;
const HOUR = 3_600_000;

const assetOf = (group) =>
  (state.assets ?? []).flatMap((domain) => domain.assets).find((one) => one.id === group);

export const cabinetOf = (group) => assetOf(group)?.properties.cabinet ?? '';

export const byCabinet = (programs) =>
  [...programs].sort(
    (a, b) => cabinetOf(a.group).localeCompare(cabinetOf(b.group)) || a.group.localeCompare(b.group),
  );

export const hours = (plan) => {
  const first = Math.ceil(plan.from / HOUR) * HOUR;
  return Array.from({ length: Math.floor((plan.to - first) / HOUR) + 1 }, (_, i) => first + i * HOUR);
};

export const strip = (plan) => {
  const x = (at) => (WIDTH * (at - plan.from)) / (plan.to - plan.from);
  const rows = byCabinet(plan.programs);
  const height = rows.length * ROW;
  const now = cityNow();
  return html`<div class="scroll" tabindex="0"><svg class="light-strip" viewBox="0 0 ${WIDTH} ${height + 16}" role="img"
      aria-label=${t('lighting.strip.label', { groups: rows.length })}>
    ${rows.map(
      (program, row) => svg`${program.spans.map(
        (span) => svg`<rect x=${x(span.from)} y=${row * ROW} width=${Math.max(1, x(span.to) - x(span.from))}
          height=${ROW - 1} style="opacity: ${0.12 + (0.88 * span.percent) / 100}"><title>${program.group}: ${span.percent} % · ${time(span.from)}–${time(span.to)}</title></rect>`,
      )}`,
    )}
    ${hours(plan).map(
      (at) => svg`<line x1=${x(at)} x2=${x(at)} y1="0" y2=${height}></line>
        <text x=${x(at)} y=${height + 12}>${time(at)}</text>`,
    )}
    ${now > plan.from && now < plan.to
      ? svg`<line class="now" x1=${x(now)} x2=${x(now)} y1="0" y2=${height}></line>`
      : ''}
  </svg></div>`;
};

export const table = (plan) => html`<div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('lighting.group')}</th><th scope="col">${t('lighting.street')}</th>
    <th scope="col">${t('lighting.class')}</th><th scope="col">${t('lighting.cabinet')}</th>
    <th scope="col">${t('lighting.program')}</th></tr></thead>
  <tbody>${byCabinet(plan.programs).map((program) => {
    const asset = assetOf(program.group);
    return html`<tr><th scope="row">${program.group}</th><td>${asset?.name.vi ?? ''}</td>
      <td>${asset?.properties.class ?? ''}${asset?.properties.crossing ? ` · ${t('lighting.crossing')}` : ''}</td>
      <td>${cabinetOf(program.group)}</td>
      <td>${program.spans.map((span) => `${time(span.from)} ${number(span.percent)} %`).join(' · ')}</td></tr>`;
  })}</tbody></table></div>`;
