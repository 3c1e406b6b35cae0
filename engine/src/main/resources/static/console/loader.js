// Fetches what the page shows and fetches it again when an event says so.
import { get } from './api.js';
import { heardTime } from './clock.js';
import { change, state } from './store.js';

const PATHS = {
  city: '/api/city',
  roads: '/api/city/roads',
  assets: '/api/city/assets',
  devices: '/api/devices',
  schedules: '/api/schedules',
  jobs: '/api/jobs',
  firings: '/api/firings',
  publications: '/api/publications',
};

/** What an event makes stale, and how many milliseconds it may wait. */
const STALE = {
  reading: { devices: 2_500 },
  firing: { firings: 400 },
  job: { jobs: 300 },
  schedule: { schedules: 200 },
  publication: { publications: 200 },
};

const pending = new Map();

export const load = async (name) => {
  try {
    const value = await get(PATHS[name]);
    if (name === 'city') {
      heardTime(value.now);
    }
    const { [name]: mended, ...failed } = state.failed;
    change({ [name]: value, failed });
  } catch (problem) {
    fail(name, problem);
  }
};

export const loadAll = () => Promise.all(Object.keys(PATHS).map(load));

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
  for (const [name, wait] of Object.entries(STALE[type] ?? {})) {
    soon(name, wait, () => load(name));
  }
  const shown = state.route.id;
  if (shown && (id === shown || data.scheduleId === shown)) {
    soon('schedule', 150, () => loadSchedule(shown));
  }
};

const soon = (name, wait, act) => {
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

const fail = (name, problem) => {
  if (problem.status === 401) {
    change({ me: null });
  } else {
    change({ failed: { ...state.failed, [name]: problem } });
  }
};
