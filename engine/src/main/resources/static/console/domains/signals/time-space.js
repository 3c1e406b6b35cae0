// A corridor in time and space: each junction's greens, and the bands that drive through all of them.
import { html, nothing, svg } from '../../html.js';
import { local, number, t } from '../../i18n.js';
import { assetOf, distance, nameOf, spans } from './site.js';

/** km/h; what a platoon drives between two greens. */
const SPEED = 45;
const WIDTH = 720;
const LEFT = 64;
const RIGHT = 16;
const ROW = 26;

/** The corridors of a plan: junctions that are coordinated together, in their order along the road. */
export const corridors = (plan) => {
  const groups = new Map();
  for (const one of plan.intersections) {
    const asset = assetOf(one.id);
    const name = asset?.properties?.coordination;
    if (name) {
      groups.set(name, [...(groups.get(name) ?? []), { plan: one, position: asset.position, id: one.id }]);
    }
  }
  return [...groups].filter(([, stops]) => stops.length > 1).map(([name, stops]) => corridor(name, stops));
};

/** The street that most of the junctions' names share. */
const streetOf = (stops) => {
  const named = stops.flatMap(({ id }) => local(assetOf(id)?.name).split(' - '));
  const often = (street) => named.filter((one) => one === street).length;
  const [first] = [...new Set(named)].sort((a, b) => often(b) - often(a));
  return often(first) > 1 ? first : undefined;
};

const corridor = (name, stops) => {
  const spread = (axis) =>
    Math.max(...stops.map((one) => one.position[axis])) - Math.min(...stops.map((one) => one.position[axis]));
  const eastWest = spread('longitude') > spread('latitude');
  const axis = eastWest ? 'longitude' : 'latitude';
  const sorted = [...stops].sort((a, b) => a.position[axis] - b.position[axis]);
  sorted.forEach((stop, index) => {
    stop.metres = index ? sorted[index - 1].metres + distance(sorted[index - 1].position, stop.position) : 0;
  });
  // Who comes from the west drives east: the way up the axis enters by W (or S).
  return { name: streetOf(sorted) ?? name, stops: sorted, up: eastWest ? 'W' : 'S', down: eastWest ? 'E' : 'N', eastWest };
};

/** Green of the movement along the corridor; at its ends the turn into it. */
const greens = (plan, arm) => {
  const group = [`${arm}T`, `${arm}L`, `${arm}R`].find((one) => plan.groups.includes(one));
  return group ? spans(plan, group) : undefined;
};

const commonCycle = (stops) =>
  stops.every((one) => one.plan.cycleSeconds === stops[0].plan.cycleSeconds) ? stops[0].plan.cycleSeconds : undefined;

const isGreen = (stop, arm, second) => {
  const found = greens(stop.plan, arm);
  const cycle = stop.plan.cycleSeconds;
  const at = (((second - stop.plan.offsetSeconds) % cycle) + cycle) % cycle;
  return !found || found.some(([from, to]) => at >= from && at < to);
};

/** The longest run of departures, in whole seconds, that meets green everywhere; [from, length]. */
export const band = (stops, arm, speed = SPEED) => {
  const cycle = commonCycle(stops);
  if (!cycle) {
    return undefined;
  }
  const start = arm === 'W' || arm === 'S' ? stops[0] : stops.at(-1);
  const through = Array.from({ length: cycle }, (_, second) =>
    stops.every((stop) => isGreen(stop, arm, second + Math.abs(stop.metres - start.metres) / (speed / 3.6))));
  let best = [0, 0];
  for (let from = 0; from < cycle; from++) {
    let length = 0;
    while (length < cycle && through[(from + length) % cycle]) {
      length++;
    }
    if (length > best[1]) {
      best = [from, length];
    }
  }
  return best;
};

/** A junction's row in somebody's hand: where it was taken, in seconds of the picture. */
let held;

/** Rows that can be dragged along time: `moved(id, seconds, done)` hears by how much. */
const drag = (stops, y, secondsAt, moved) => ({
  down: (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const height = (event.clientY - box.top) * (WIDTH / box.width);
    const nearest = stops.toSorted((a, b) => Math.abs(y(a.metres) - height) - Math.abs(y(b.metres) - height))[0];
    if (Math.abs(y(nearest.metres) - height) < ROW / 2) {
      event.currentTarget.setPointerCapture(event.pointerId);
      held = { id: nearest.id, from: secondsAt(event) };
    }
  },
  move: (event) => held && moved(held.id, Math.round(secondsAt(event) - held.from), false),
  up: (event) => {
    if (held) {
      const { id, from } = held;
      held = undefined;
      moved(id, Math.round(secondsAt(event) - from), true);
    }
  },
  /** The hand went elsewhere: nothing has moved. */
  cancel: () => {
    if (held) {
      const { id } = held;
      held = undefined;
      moved(id, 0, true);
    }
  },
});

/**
 * @param moved where the rows can be dragged: called with the junction, by how many seconds, and
 *     whether it was let go
 */
export const timeSpace = (road, moved) => {
  const { stops, up, down, name, eastWest } = road;
  const cycle = commonCycle(stops);
  const longest = Math.max(...stops.map((one) => one.plan.cycleSeconds));
  const seconds = 2 * longest + Math.ceil(stops.at(-1).metres / (SPEED / 3.6));
  const height = Math.max(220, stops.length * 46);
  const x = (second) => LEFT + (second / seconds) * (WIDTH - LEFT - RIGHT);
  const y = (metres) => 12 + (1 - metres / stops.at(-1).metres) * (height - 44);
  const title = t('signals.corridor', { name: road.name });
  const secondsAt = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    return (((event.clientX - box.left) * (WIDTH / box.width)) / (WIDTH - LEFT - RIGHT)) * seconds;
  };
  const hand = moved ? drag(stops, y, secondsAt, moved) : {};
  return html`<figure class="time-space">
    <figcaption><h3>${title}</h3>${cycle ? bandsText(road) : html`<p class="muted">${t('signals.no-common')}</p>`}</figcaption>
    <div class="scroll" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${title} class=${moved ? 'held-by-row' : ''}
      @pointerdown=${hand.down} @pointermove=${hand.move} @pointerup=${hand.up} @pointercancel=${hand.cancel}>
      ${[[up, 'up'], [down, 'down']].map(([arm, tone]) => bandShapes(stops, arm, tone, cycle, seconds, x, y))}
      ${stops.map((stop) => svg`<text class="stop" x=${LEFT - 8} y=${y(stop.metres) + 4}>${stop.id}</text>
        ${[[up, -4, 'up'], [down, 4, 'down']].map(([arm, shift, tone]) => bars(stop, arm, shift, tone, seconds, x, y))}`)}
      ${Array.from({ length: Math.floor(seconds / 60) + 1 }, (_, minute) => svg`<text class="tick" x=${x(minute * 60)} y=${height - 6}>${minute ? minute * 60 : `0 ${t('unit.s')}`}</text>`)}
    </svg></div>
    ${twin(road)}</figure>`;
};

const bars = (stop, arm, shift, tone, seconds, x, y) => {
  const found = greens(stop.plan, arm);
  // Where the corridor ends nobody comes from beyond: no lane, so no red either.
  if (!found) {
    return nothing;
  }
  const { cycleSeconds: cycle, offsetSeconds: offset } = stop.plan;
  const at = y(stop.metres) + shift;
  const pieces = [];
  for (let start = (offset % cycle) - cycle; start < seconds; start += cycle) {
    for (const [from, to] of found) {
      const a = Math.max(0, start + from);
      const b = Math.min(seconds, start + to);
      if (b > a) {
        pieces.push(svg`<line class="green ${tone}" x1=${x(a)} x2=${x(b)} y1=${at} y2=${at}></line>`);
      }
    }
  }
  return svg`<line class="red" x1=${x(0)} x2=${x(seconds)} y1=${at} y2=${at}></line>${pieces}`;
};

const bandShapes = (stops, arm, tone, cycle, seconds, x, y) => {
  const found = cycle && band(stops, arm);
  if (!found || found[1] === 0) {
    return nothing;
  }
  const [first, last] = tone === 'up' ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const travel = Math.abs(last.metres - first.metres) / (SPEED / 3.6);
  const shapes = [];
  for (let start = found[0] - cycle; start < seconds - travel; start += cycle) {
    if (start >= 0) {
      const points = [[start, first], [start + found[1], first], [start + found[1] + travel, last], [start + travel, last]];
      shapes.push(svg`<polygon class="band ${tone}" points=${points.map(([at, stop]) => `${x(at)},${y(stop.metres)}`).join(' ')}></polygon>`);
    }
  }
  return shapes;
};

const wayName = (road, way) => t(`signals.${road.eastWest ? (way === 'up' ? 'eastbound' : 'westbound') : way === 'up' ? 'northbound' : 'southbound'}`);

const bandsText = (road) => html`<p class="muted small">${t('signals.bands', { speed: SPEED })}${['up', 'down'].map((way) => html`
  <span class="way"><i class=${way}></i>${t('signals.band-of', { way: wayName(road, way), seconds: band(road.stops, road[way])?.[1] ?? 0 })}</span>`)}</p>`;

const twin = (road) => html`<details><summary>${t('signals.table')}</summary><div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('signals.stage')}</th><th scope="col" class="figure">${t('signals.distance')}</th>
    <th scope="col" class="figure">${t('signals.cycle')}</th><th scope="col" class="figure">${t('signals.offset')}</th>
    <th scope="col">${t('signals.green')} ${wayName(road, 'up')}</th><th scope="col">${t('signals.green')} ${wayName(road, 'down')}</th></tr></thead>
  <tbody>${road.stops.map((stop) => html`<tr><th scope="row">${nameOf(stop.id)}</th>
    <td class="figure">${number(Math.round(stop.metres))} m</td><td class="figure">${stop.plan.cycleSeconds} s</td>
    <td class="figure">${stop.plan.offsetSeconds} s</td>
    ${[road.up, road.down].map((arm) => html`<td>${(greens(stop.plan, arm) ?? []).map(([a, b]) => `${a}–${b}`).join(', ') || '–'}</td>`)}</tr>`)}</tbody>
  </table></div></details>`;
