// The page's life: who is there, what is shown, what is heard.
import { get } from './api.js';
import { render } from './html.js';
import { listen } from './live.js';
import { eventTypes, load, loadAll, loadSchedule, refresh } from './loader.js';
import { findPages, pageOf } from './pages.js';
import { shell } from './shell.js';
import { signInPage } from './sign-in.js';
import { change, onChange, state } from './store.js';

const app = document.getElementById('app');
let hangUp;
let wasLost = false;

const page = () => {
  if (state.me === undefined) {
    return '';
  }
  return state.me ? shell() : signInPage(start);
};

const draw = () => {
  const root = document.documentElement;
  root.lang = state.lang;
  root.dataset.theme = state.theme;
  render(page(), app);
  if (state.me === null && hangUp) {
    hangUp();
    hangUp = undefined;
  }
};

const turned = (live) => {
  if (live === 'open' && wasLost) {
    loadAll();
    if (state.schedule) {
      loadSchedule(state.schedule.id);
    }
  }
  wasLost = live === 'lost' || (wasLost && live !== 'open');
  change({ live });
};

const follow = () => {
  const path = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  const page = state.me && pageOf(path[0]);
  const name = page?.name ?? path[0];
  const [, id] = name === path[0] ? path : [];
  const schedule = id && state.schedule?.id === id ? state.schedule : undefined;
  change({ route: { page: name, id, path: name === path[0] ? path.slice(1) : [] }, schedule });
  page?.open?.(...state.route.path);
};

const start = async () => {
  try {
    const me = await get('/api/me');
    if (me.roles.length === 0) {
      change({ me: null, roleless: true });
      return;
    }
    await findPages();
    change({ me, roleless: false });
  } catch {
    change({ me: null });
    return;
  }
  follow();
  hangUp?.();
  hangUp = listen(eventTypes(), refresh, turned);
  await load('city');
  await loadAll();
};

onChange(draw);
addEventListener('hashchange', follow);
start();
setInterval(() => state.me && load('city'), 10_000);
