// Each plan of the day: cycle, offset and greens of every junction.
import { html } from '../../html.js';
import { number, t, unit } from '../../i18n.js';
import { nameOf, stageName } from '../signals/site.js';

const junction = (one) => html`<tr><th scope="row">${nameOf(one.id)}</th>
  <td class="figure">${number(one.cycleSeconds)}</td><td class="figure">${number(one.offsetSeconds)}</td>
  <td>${one.stages.map((stage) => `${stageName(stage.stage)} ${stage.greenSeconds}`).join(' · ')}</td></tr>`;

const when = (plan, id) =>
  plan.periods.filter((period) => period.plan === id).map(({ from, to }) => `${from}–${to}`).join(', ');

export const plans = (plan) => plan.plans.map(({ id, intersections }) => html`
  <details><summary>${t('signals-day.of', { plan: id, when: when(plan, id) })}</summary>
    <div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('signals-day.junction')}</th>
        <th scope="col" class="figure">${t('signals.cycle')} (${unit('s')})</th>
        <th scope="col" class="figure">${t('signals.offset')} (${unit('s')})</th>
        <th scope="col">${t('signals-day.greens')} (${unit('s')})</th></tr></thead>
      <tbody>${intersections.map(junction)}</tbody></table></div></details>`);
