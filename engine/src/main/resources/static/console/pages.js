// The pages of the console. Each is one module `pages/<name>.js`, found by the server in any
// storey's class path; its default export is
//   name    the first word of its address: #/name/...
//   order   its place in the navigation; without one it is reached by links only
//   icon    the path of a 24 x 24 line drawing
//   roles   who sees it; everybody but crews where absent
//   layout  'wide' (default), or 'beside': the live map stays beside it, or 'map'
//   words   { vi, en }: its texts, 'page.<name>' is its title
//   data    what it fetches: see loader.js
//   open    called with the rest of the address when somebody comes to it
//   badge   a count for the navigation
//   view    draws it, given the rest of the address
import { get } from './api.js';
import { addWords } from './i18n.js';
import { declare } from './loader.js';
import { has, mayDecide, state } from './store.js';

const pages = new Map();

const load = async (name) => {
  try {
    const { default: page } = await import(`./pages/${name}.js`);
    addWords(page.words);
    declare(page.data);
    pages.set(page.name, page);
  } catch (broken) {
    console.warn(`The page ${name} cannot be shown`, broken);
  }
};

export const findPages = async () => {
  await Promise.all((await get('/api/console/pages')).map(load));
};

/** A crew sees what is made for it alone. */
const allowed = (page) =>
  (page.roles ?? (has('CREW') && !mayDecide() ? [] : state.me?.roles ?? [])).some((role) => state.me?.roles.includes(role));

/** What the navigation shows to whoever is signed in. */
export const navigation = () =>
  [...pages.values()]
    .filter((page) => page.order !== undefined && allowed(page))
    .sort((a, b) => a.order - b.order);

/** The page of an address; the first one where there is none, or it is not for this reader. */
export const pageOf = (name) => {
  const page = pages.get(name);
  return page && allowed(page) ? page : navigation()[0];
};
