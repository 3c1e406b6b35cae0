// Fetches what the page shows and fetches it again when an event says so.
import { get } from './api.js';
import { heardTime } from './clock.js';
import { change, state } from './store.js';

/**
 * What there is to fetch. `stale` names the events that make it old, and how many milliseconds the
 * answer may wait; `lazy` is fetched by the page that needs it.
 */
const resources = {
  city: { path: '/api/city', stale: {} },
  roads: { path: '/api/city/roads', stale: {} },
  assets: { path: '/api/city/assets', stale: {} },
  devices: { path: '/api/devices', stale: { reading: 2_500 } },
  schedules: { path: '/api/schedules', stale: { schedule: 200 } },
  jobs: { path: '/api/jobs', stale: { job: 300 } },
  firings: { path: '/api/firings', stale: { firing: 400 } },
  publications: { path: '/api/publications', stale: { publication: 200 } },
};

/** A page's own data: `{ name: { path, stale, lazy } }`, kept in `state` under its name. */
export const declare = (own = {}) => Object.assign(resources, own);

/** They change the schedule that is open, and nothing else here. */
const OF_A_SCHEDULE = ['device', 'report'];

/** The kinds of events that anything here waits for. */
export const eventTypes = () =>
  [...new Set([...OF_A_SCHEDULE, ...Object.values(resources).flatMap(({ stale = {} }) => Object.keys(stale))])];

const pending = new Map();

export const load = async (name) => {
  try {
    const value = await get(resources[name].path);
    if (name === 'city') {
      heardTime(value.now, value.speed);
    }
    const { [name]: mended, ...failed } = state.failed;
    change({ [name]: value, failed });
  } catch (problem) {
    fail(name, problem);
  }
};

export const loadAll = () =>
  Promise.all(
    Object.entries(resources)
      .filter(([name, { lazy }]) => !lazy || state[name] !== undefined)
      .map(([name]) => load(name)),
  );

export const loadSchedule = async (id) => {
  try {
    const schedule = await get(`/api/schedules/${encodeURIComponent(id)}`);
    if (state.route.id === id) {
      const { schedule: mended, ...failed } = state.failed;
      change({ schedule, failed });
    }
  } catch (problem) {
    fail('schedule', problem);
  }
};

export const refresh = (type, id, data) => {
  for (const [name, { stale = {}, lazy }] of Object.entries(resources)) {
    if (stale[type] !== undefined && (!lazy || state[name] !== undefined)) {
      soon(name, stale[type], () => load(name));
    }
  }
  const shown = state.route.id;
  if (shown && (id === shown || data.scheduleId === shown)) {
    soon('schedule', 150, () => loadSchedule(shown));
  }
};

/** At most one fetch of a name within its wait. */
export const soon = (name, wait, act) => {
  if (!pending.has(name)) {
    pending.set(
      name,
      setTimeout(() => {
        pending.delete(name);
        act();
      }, wait),
    );
  }
};

export const fail = (name, problem) => {
  if (problem.status === 401) {
    change({ me: null });
  } else {
    change({ failed: { ...state.failed, [name]: problem } });
  }
};
