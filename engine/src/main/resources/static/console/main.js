// The page's life: who is there, what is shown, what is heard.
import { get } from './api.js';
import { render } from './html.js';
import { listen } from './live.js';
import { load, loadAll, loadSchedule, refresh } from './loader.js';
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
    if (state.route.id) {
      loadSchedule(state.route.id);
    }
  }
  wasLost = live === 'lost' || (wasLost && live !== 'open');
  change({ live });
};

const start = async () => {
  try {
    change({ me: await get('/api/me') });
  } catch {
    change({ me: null });
    return;
  }
  hangUp?.();
  hangUp = listen(refresh, turned);
  await load('city');
  await loadAll();
};

const follow = () => {
  const [page = '', id] = location.hash.replace(/^#\/?/, '').split('/');
  const route = { page: page || 'schedules', id: id && decodeURIComponent(id) };
  const schedule = route.id && state.schedule?.id === route.id ? state.schedule : undefined;
  change({ route, schedule });
  if (route.page === 'schedules' && route.id) {
    loadSchedule(route.id);
  }
};

onChange(draw);
addEventListener('hashchange', follow);
follow();
start();
setInterval(() => state.me && load('city'), 10_000);
