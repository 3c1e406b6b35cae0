// All that the page knows, in one object; whoever changes it asks for a redraw.
import { remembered } from './remembered.js';

export const state = {
  /** undefined: not asked yet; null: nobody is signed in */
  me: undefined,
  lang: remembered('lang', 'vi'),
  theme: remembered('theme', 'auto'),
  route: { page: 'schedules', id: undefined },
  city: undefined,
  roads: undefined,
  assets: [],
  devices: [],
  schedules: undefined,
  schedule: undefined,
  jobs: undefined,
  firings: undefined,
  publications: undefined,
  filter: { domain: '', status: 'open' },
  /** connecting, open or lost */
  live: 'connecting',
  selection: undefined,
  /** what could not be loaded: name to Problem */
  failed: {},
  notice: undefined,
};

let draw = () => {};
let asked = false;

export const onChange = (callback) => {
  draw = callback;
};

export const change = (part) => {
  Object.assign(state, part);
  if (!asked) {
    asked = true;
    queueMicrotask(() => {
      asked = false;
      draw();
    });
  }
};

const DECIDERS = ['OPERATOR', 'ADMINISTRATOR'];

export const has = (...roles) => roles.some((role) => state.me?.roles.includes(role));

export const mayDecide = () => DECIDERS.some((role) => state.me?.roles.includes(role));
