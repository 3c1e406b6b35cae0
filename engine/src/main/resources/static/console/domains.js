// Finds the page of a planning domain by its name; a domain without one is shown as it is.
// `domains/<domain>.js` exports
//   view(schedule)                 the plan's pictures and their table
//   onMap(schedule, assets, roads) lines `{ path, colour, weight, dash }` and points
//                                  `{ at, colour, label, text }` for the map; optional
//   editor()                       imports a module whose `editor(plan, change, pins, togglePin)`
//                                  changes the plan by hand; optional, see review/trial.js
//   words { vi, en }               its texts; optional
import { generic } from './domains/generic.js';
import { addWords } from './i18n.js';
import { loading } from './marks.js';
import { change, state } from './store.js';

const pages = new Map();

const fetched = (domain) =>
  (/^[a-z-]+$/.test(domain) ? import(`./domains/${domain}.js`) : Promise.reject(new Error('not a name')))
    .catch(() => ({ view: generic }))
    .then((page) => {
      addWords(page.words);
      return page;
    });

const domainPage = (domain) => {
  if (!pages.has(domain)) {
    pages.set(domain, undefined);
    fetched(domain).then((page) => {
      pages.set(domain, page);
      change({});
    });
  }
  return pages.get(domain);
};

/** Fetched where somebody edits only; undefined where a domain has none. */
export const domainEditor = async (domain) => {
  const page = await fetched(domain);
  return (await page.editor?.())?.editor;
};

export const planView = (schedule) => {
  const page = domainPage(schedule.domain);
  if (!page) {
    return loading();
  }
  try {
    return page.view(schedule);
  } catch (unexpected) {
    console.warn('The plan has a form that its page does not know', unexpected);
    return generic(schedule);
  }
};

let last = { by: [], shapes: [] };

/** What the open schedule's domain draws on the map; the same array while nothing changed. */
export const planOnMap = (schedule) => {
  const page = schedule && domainPage(schedule.domain);
  const by = [schedule?.hash, page, state.assets, state.roads];
  if (by.some((one, index) => one !== last.by[index])) {
    last = { by, shapes: draw(page, schedule) };
  }
  return last.shapes;
};

const draw = (page, schedule) => {
  try {
    return page?.onMap?.(schedule, state.assets, state.roads) ?? [];
  } catch (unexpected) {
    console.warn('The plan could not be drawn on the map', unexpected);
    return [];
  }
};
