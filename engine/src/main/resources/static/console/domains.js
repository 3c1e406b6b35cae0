// Finds the page of a planning domain by its name; a domain without one is shown as it is.
import { generic } from './domains/generic.js';
import { loading } from './marks.js';
import { change } from './store.js';

const pages = new Map();

const find = (domain) => {
  if (!pages.has(domain)) {
    pages.set(domain, undefined);
    const known = /^[a-z-]+$/.test(domain)
      ? import(`./domains/${domain}.js`)
      : Promise.reject(new Error('not a name'));
    known
      .catch(() => ({ view: generic }))
      .then((page) => {
        pages.set(domain, page);
        change({});
      });
  }
  return pages.get(domain);
};

export const planView = (schedule) => {
  const page = find(schedule.domain);
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

/** Lines and points that a domain draws on the map for its plan. */
export const planOnMap = (schedule, assets, roads) => {
  try {
    return find(schedule.domain)?.onMap?.(schedule, assets, roads) ?? [];
  } catch {
    return [];
  }
};
