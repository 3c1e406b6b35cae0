// Lighting plans: dimming levels of every group over the night, feeders beside their caps, prices.
import { cityNow } from '../clock.js';
import { html } from '../html.js';
import { t } from '../i18n.js';
import { floorPicture } from './lighting/floor.js';
import { levelAt, night } from './lighting/night.js';
import { strip, table } from './lighting/strip.js';
import { loads } from './lighting/loads.js';
export { words } from './lighting/words.js';

export const editor = () => import('./lighting/editor.js');

export const view = (schedule) => {
  const plan = night(schedule.plan);
  return html`
    <h3>${t('lighting.strip')}</h3>
    ${strip(plan, schedule)}
    <h3>${t('lighting.loads')}</h3>
    ${loads(schedule)}
    ${floorPicture(plan, schedule)}
    <details><summary>${t('lighting.table')}</summary>${table(plan)}</details>`;
};

/** Every group as a line, as strong as its light is now; before the night, as it starts. */
export const onMap = (schedule, assets) => {
  const plan = night(schedule.plan);
  const known = new Map(assets.flatMap((domain) => domain.assets).map((one) => [one.id, one]));
  const at = Math.max(plan.from, Math.min(cityNow(), plan.to - 1));
  return plan.programs
    .filter((program) => known.get(program.group)?.path.length > 1)
    .map((program) => {
      const percent = levelAt(program, at);
      return {
        path: known.get(program.group).path,
        colour: '#f2b64c',
        weight: 1.5 + percent / 33,
        opacity: 0.25 + percent / 140,
        text: `${percent} %`,
      };
    });
};
