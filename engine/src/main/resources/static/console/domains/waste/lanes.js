// One lane of time a truck: it drives on the line, waits in grey, and a bar is what it does: low where
// it collects, high where it tips, hollow where the crew rests.
import { html, nothing, svg } from '../../html.js';
import { t, time } from '../../i18n.js';
import { assetName } from '../../places.js';
import { hours, plot } from '../../plot.js';
import { colourOf } from './colours.js';

const LANE = 26;
const WIDTH = 1000;

/** Bars that somebody may drag carry their container: `data-stop`. */
const bar = (visit, x, middle, colour, chosen) => {
  const from = x(visit.start);
  const width = Math.max(1.2, x(visit.depart) - from);
  const tall = visit.kind === 'collect' ? 10 : 18;
  const waits = from - x(visit.arrive);
  return svg`${waits > 1 ? svg`<rect class="waits" x=${x(visit.arrive)} y=${middle - 4} width=${waits} height="8"><title>${t('waste.waits')} ${time(visit.arrive)}–${time(visit.start)}</title></rect>` : nothing}<rect x=${from} y=${middle - tall / 2} width=${width} height=${tall}
    fill=${visit.kind === 'break' ? 'none' : colour} stroke=${colour} stroke-width=${visit.kind === 'break' ? 1.5 : 0}
    data-stop=${visit.kind === 'collect' && !visit.done ? visit.at : nothing} class=${visit.at && visit.at === chosen ? 'chosen' : ''}
    opacity=${visit.done ? 0.4 : 1}><title>${t(`waste.kind.${visit.kind}`)} ${visit.kind === 'collect' ? visit.at : assetName(visit.at)} ${time(visit.start)}</title></rect>`;
};

/** What the shapes stand for. */
export const keys = () => html`<p class="keys small muted">${['drives', 'collects', 'waits', 'tips', 'rests'].map(
  (name) => html`<span><i class=${name}></i>${t(name === 'tips' ? 'waste.tips.short' : `waste.${name}`)}</span>`)}</p>`;

/**
 * @param edit `{ chosen, pick(container), drop(container, truck, instant) }` where stops may be dragged
 */
export const lanes = (tours, plan, edit) => {
  if (!tours.length) {
    return html`<p class="muted">${t('waste.none')}</p>`;
  }
  const from = Math.min(...tours.map((tour) => +new Date(tour.start)));
  const to = Math.max(...tours.map((tour) => +new Date(tour.end)));
  const along = (instant) => (+new Date(instant) - from) / Math.max(1, to - from);
  const x = (instant) => WIDTH * along(instant);
  const height = LANE * tours.length;
  const held = { stop: undefined };
  const take = (event) => {
    held.stop = event.target.dataset?.stop;
    if (held.stop) {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
  };
  const drop = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const lane = Math.floor((event.clientY - box.top) / LANE);
    const at = from + ((event.clientX - box.left) / box.width) * (to - from);
    if (held.stop && tours[lane]) {
      edit.drop(held.stop, tours[lane].truck, at);
    }
    held.stop = undefined;
  };
  const full = hours(from, to);
  return plot(
    tours.map(({ truck }) => ({ rows: 1, text: truck })),
    full.map((at) => ({ at: along(at), text: time(at) })),
    html`<svg class="waste-lanes ${edit ? 'paint' : ''}" @pointerdown=${edit ? take : nothing} @pointerup=${edit ? drop : nothing}
      preserveAspectRatio="none" style="height: ${height}px" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${t('waste.lanes')}>
      ${full.map((at) => svg`<line class="hour" x1=${x(at)} x2=${x(at)} y1="0" y2=${height}></line>`)}
      ${tours.map((tour, lane) => {
        const middle = LANE * lane + LANE / 2;
        const colour = colourOf(tour, plan);
        return svg`<line x1=${x(tour.start)} x2=${x(tour.end)} y1=${middle} y2=${middle} stroke=${colour} stroke-width="1.5"
            stroke-dasharray=${tour.outOfService ? '3 3' : 'none'}></line>
          ${tour.visits.map((visit) => bar(visit, x, middle, colour, edit?.chosen))}`;
      })}</svg>`,
  );
};
