// The frame around everything: header, map, and the panel of the page that is open.
import { activityPage } from './activity.js';
import { signOut } from './api.js';
import './city-clock.js';
import { html, nothing } from './html.js';
import { local, t, word } from './i18n.js';
import { languageSwitch, logo, themeSwitch } from './marks.js';
import './map.js';
import { schedulePage } from './schedule.js';
import { schedulesPage } from './schedules.js';
import { selectionCard } from './selection.js';
import { change, state } from './store.js';
import { zonePulse } from './zone-pulse.js';

const PAGES = ['map', 'schedules', 'activity'];

const leave = async () => {
  await signOut().catch(() => undefined);
  change({ me: null, schedule: undefined, selection: undefined });
};

const waiting = () =>
  (state.schedules ?? []).filter((schedule) => schedule.status === 'PROPOSED').length;

const link = (page) => html`
  <a href="#/${page}" data-page=${page} aria-current=${state.route.page === page ? 'page' : nothing}>
    ${t(`page.${page}`)}${
      page === 'schedules' && waiting()
        ? html` <span class="count" title=${t('schedules.waiting', { count: waiting() })}>${waiting()}</span>`
        : nothing
    }</a>`;

const header = () => html`
  <header class="top">
    <a class="brand" href="#/schedules">${logo()}<span>Nhịp</span></a>
    <div class="place">
      <strong>${local(state.city?.name)}</strong>
      ${state.city?.synthetic ? html`<span class="synthetic" title=${t('synthetic.why')}>${t('synthetic')}</span>` : nothing}
    </div>
    <nav aria-label=${t('page.all')}>${PAGES.map(link)}</nav>
    <div class="top-right">
      <nhip-clock></nhip-clock>
      <span class="live ${state.live}" role="status" data-live=${state.live}>
        <i aria-hidden="true"></i><span class="wide">${t(`live.${state.live}`)}</span></span>
      ${themeSwitch()}${languageSwitch()}
      <span class="who"><span class="wide" title=${state.me.roles.map((role) => word('role', role)).join(', ')}>${state.me.name}</span>
        <button class="plain" type="button" data-do="leave" @click=${leave}>${t('signin.leave')}</button></span>
    </div>
  </header>`;

const panel = () => {
  const { page, id } = state.route;
  if (page === 'activity') {
    return activityPage();
  }
  return page === 'schedules' && id ? schedulePage(id) : schedulesPage();
};

const notice = () =>
  state.notice
    ? html`<div class="notice ${state.notice.tone}" role="status">${state.notice.text}
        <button class="plain" type="button" @click=${() => change({ notice: undefined })}>${t('close')}</button></div>`
    : nothing;

export const shell = () => html`
  <a class="skip" href="#panel" @click=${toPanel}>${t('skip')}</a>
  ${header()}
  <main class="desk ${state.route.page} ${state.route.id ? 'reading' : ''}">
    <section class="city" aria-label=${t('page.map')}>
      ${zonePulse()}
      <nhip-map .lang=${state.lang} .theme=${state.theme} .city=${state.city} .roads=${state.roads}
        .assets=${state.assets} .devices=${state.devices} .selection=${state.selection}
        .schedule=${state.schedule}></nhip-map>
      ${selectionCard()}
    </section>
    <section class="panel" id="panel" tabindex="-1" aria-label=${t(`page.${PAGES.includes(state.route.page) ? state.route.page : 'schedules'}`)}>
      ${panel()}
    </section>
  </main>
  ${notice()}`;

const toPanel = (event) => {
  event.preventDefault();
  document.getElementById('panel').focus();
};
