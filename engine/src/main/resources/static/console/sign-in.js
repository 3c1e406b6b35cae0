import { get, signIn } from './api.js';
import { html, nothing } from './html.js';
import { t } from './i18n.js';
import { languageSwitch, logo, themeSwitch } from './marks.js';
import { change, state } from './store.js';

/** What an issuer's way back says; else what the last try with a local account came to. */
let refused = new URLSearchParams(location.search).has('sign-in') ? 'signin.refused' : undefined;
let ways;

const issuers = () => {
  if (ways === undefined) {
    ways = [];
    get('/public/sign-in').then((found) => {
      ways = found;
      change({});
    }, () => undefined);
  }
  return ways.map(({ name, address }) => html`<a class="button" href=${address}>${t('signin.by', { name })}</a>`);
};

let busy = false;

export const signInPage = (entered) => {
  const enter = async (event) => {
    event.preventDefault();
    const form = event.target;
    busy = true;
    try {
      await signIn(form.username.value.trim(), form.password.value);
      refused = undefined;
      await entered();
    } catch (problem) {
      refused = problem.status === 401 ? 'signin.wrong' : 'error.unreachable';
      form.password.value = '';
      form.password.focus();
      await entered();
    } finally {
      busy = false;
    }
  };
  return html`
    <main class="signin">
      <form @submit=${enter} ?aria-busy=${busy}>
        <div class="signin-brand">${logo()}<span>Nhịp</span></div>
        <h1>${t('signin.title')}</h1>
        <p class="muted">${t('signin.lead')}</p>
        ${issuers()}
        <label>${t('signin.name')}
          <input name="username" autocomplete="username" required autofocus>
        </label>
        <label>${t('signin.password')}
          <input name="password" type="password" autocomplete="current-password" required>
        </label>
        ${refused || state.roleless ? html`<p class="problem" role="alert">${t(refused ?? 'signin.no-role')}</p>` : nothing}
        <button class="primary" type="submit">${t('signin.enter')}</button>
        <p class="muted small">${t('signin.where')}</p>
        <div class="signin-foot">${languageSwitch()}${themeSwitch()}</div>
      </form>
    </main>`;
};
