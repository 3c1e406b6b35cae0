// Signal plans: each junction's stages, the corridor in time and space, what the detectors see.
import { html } from '../html.js';
import { t } from '../i18n.js';
import { junctions } from './signals/junction.js';
import { corridors, timeSpace } from './signals/time-space.js';
export { words } from './signals/words.js';

export const editor = () => import('./signals/editor.js');

export const view = (schedule) => html`
  ${corridors(schedule.plan).map((road) => timeSpace(road))}
  <h3>${t('signals.junctions')}</h3>
  ${junctions(schedule)}`;

/** Every junction of the plan as a point with its cycle; each corridor as a line. */
export const onMap = (schedule, assets) => {
  const known = new Map(assets.flatMap((domain) => domain.assets).map((one) => [one.id, one]));
  return [
    ...corridors(schedule.plan).map(({ stops }) => ({
      path: stops.map((stop) => stop.position), weight: 9, opacity: 0.28,
    })),
    ...schedule.plan.intersections
      .filter((one) => known.has(one.id))
      .map((one) => ({ at: known.get(one.id).position, text: `${one.cycleSeconds} s` })),
  ];
};
