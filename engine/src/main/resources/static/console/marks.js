// Small marks that every page uses: logo, status chip, switches, empty and error states.
import { html, nothing, svg } from './html.js';
import { learn, local, t, word } from './i18n.js';
import { remember } from './remembered.js';
import { change, state } from './store.js';

export const logo = () => html`
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8"></rect>
    <path d="M4 17h6l3-9 5 16 3-10 2 3h5"></path>
  </svg>`;

/** A rule by its name, in the reader's language where its author gave one. */
export const ruleName = (name) => {
  const vi = state.lang === 'vi' && state.ruleNames?.[name];
  return html`<q lang=${vi ? 'vi' : 'en'}>${vi || name}</q>`;
};

/** A line drawing on a 24 x 24 field. */
export const line = (path) => html`<svg class="line" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** A shape for each state, so that it reads without colour. */
const SHAPES = {
  PROPOSED: ['ask', svg`<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="2"/>`],
  APPROVED: ['busy', svg`<path d="M2 6h6M6 3l3 3-3 3" fill="none" stroke="currentColor" stroke-width="2"/>`],
  PUBLISHED: ['good', svg`<path d="M2 6.5 5 9.5 10.5 2.5" fill="none" stroke="currentColor" stroke-width="2.2"/>`],
  REJECTED: ['off', svg`<path d="M2.5 2.5l7 7m0-7-7 7" stroke="currentColor" stroke-width="2.2"/>`],
  UNSAFE: ['bad', svg`<path d="M6 1 11.4 10.6H.6z" fill="currentColor"/>`],
  SUPERSEDED: ['off', svg`<path d="M2 4h8M2 8h8" stroke="currentColor" stroke-width="2"/>`],
  EXPIRED: ['off', svg`<path d="M6 2v4l3 2" fill="none" stroke="currentColor" stroke-width="2"/>`],
};
SHAPES.ACTIVE = ['good', SHAPES.PUBLISHED[1]];
SHAPES.CHECKED = ['off', SHAPES.PUBLISHED[1]];
SHAPES.SHADOW = ['busy', SHAPES.PROPOSED[1]];
SHAPES.DRAFT = ['off', SHAPES.PROPOSED[1]];
SHAPES.RETIRED = ['off', SHAPES.SUPERSEDED[1]];
SHAPES.DRIFTS = ['bad', SHAPES.UNSAFE[1]];
SHAPES['ON ITS WAY'] = ['busy', SHAPES.APPROVED[1]];
SHAPES.FOLLOWS = ['good', SHAPES.PUBLISHED[1]];
SHAPES.READY = ['good', SHAPES.PUBLISHED[1]];
SHAPES.OFFERED = ['busy', SHAPES.APPROVED[1]];
SHAPES.WAITING = ['off', SHAPES.EXPIRED[1]];
SHAPES.SOLVING = ['busy', SHAPES.APPROVED[1]];
SHAPES.DONE = ['good', SHAPES.PUBLISHED[1]];
SHAPES.REFUSED = ['ask', SHAPES.REJECTED[1]];
SHAPES.FAILED = ['bad', SHAPES.UNSAFE[1]];
SHAPES.CANCELLED = ['off', SHAPES.REJECTED[1]];
SHAPES.PENDING = ['busy', SHAPES.APPROVED[1]];
SHAPES.ACKNOWLEDGED = ['good', SHAPES.PUBLISHED[1]];

export const chip = (status, group = 'status') => {
  const [tone, shape] = SHAPES[status] ?? ['off'];
  return html`<span class="chip ${tone}"
    >${shape ? html`<svg viewBox="0 0 12 12" aria-hidden="true">${shape}</svg>` : nothing}${word(group, status)}</span>`;
};

/** One to three bars: how urgent. */
export const urgency = (severity) => html`<span class="urgency severity-${severity}"
  ><svg viewBox="0 0 14 12" aria-hidden="true">${[1, 2, 3].map(
    (bar) => svg`<rect x=${(bar - 1) * 5} y=${9 - bar * 3} width="3.4" height=${bar * 3 + 3} class=${bar <= severity ? 'on' : 'off'}></rect>`,
  )}</svg>${t(`severity.${severity}`)}</span>`;

export const domainMark = (domain) =>
  html`<span class="domain" data-domain=${domain}>${word('domain', domain)}</span>`;

export const languageSwitch = () => {
  const other = state.lang === 'vi' ? 'en' : 'vi';
  const swap = async () => {
    await learn(other);
    remember('lang', other);
    change({ lang: other });
  };
  return html`<button class="plain" lang=${other} data-do="language" @click=${swap} type="button">
    ${other === 'en' ? 'English' : 'Tiếng Việt'}</button>`;
};

const THEMES = ['auto', 'light', 'dark'];

export const themeSwitch = () => {
  const next = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  const swap = () => {
    remember('theme', next);
    change({ theme: next });
  };
  return html`<button class="plain" data-do="theme" type="button" @click=${swap}
    title=${t('theme.next', { next: t(`theme.${next}`) })}>
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6"/>
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/></svg>
    <span class="wide">${t(`theme.${state.theme}`)}</span></button>`;
};

export const empty = (title, advice) => html`
  <div class="empty"><p class="empty-title">${title}</p><p class="muted">${advice}</p></div>`;

export const loading = () => html`
  <div class="loading" role="status"><span class="visually-hidden">${t('loading')}</span>
    <i></i><i></i><i></i></div>`;

/** Why something failed: in the reader’s language where the server has it so. */
export const reason = (problem) => {
  if (!problem.status) {
    return t('error.unreachable');
  }
  return problem.words ? local(problem.words) : problem.detail || t('error.refused', { status: problem.status });
};

/** What failed, in the server's words where it gave any, and a way on. */
export const failure = (problem, again) => html`
  <div class="problem" role="alert">
    <p lang=${problem.detail && !problem.words ? 'en' : nothing}>${reason(problem)}</p>
    ${again ? html`<button type="button" @click=${again}>${t('error.again')}</button>` : nothing}
  </div>`;

/** The three states of a list: failed, not there yet, there. */
export const whenLoaded = (name, again, show) => {
  if (state[name] === undefined) {
    return state.failed[name] ? failure(state.failed[name], again) : loading();
  }
  return show(state[name]);
};
