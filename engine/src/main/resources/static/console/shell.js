// The frame around everything: what stands above, the way to the pages, the map, the page itself.
import { signOut } from './api.js';
import './city-clock.js';
import { html, nothing } from './html.js';
import { local, t, word } from './i18n.js';
import { planOnMap } from './domains.js';
import { languageSwitch, line, loading, logo, themeSwitch } from './marks.js';
import './map/city-map.js';
import { selectionCard } from './map/selection.js';
import { timeSlider } from './map/time-slider.js';
import { zonePulse } from './map/zone-pulse.js';
import { navigation, pageOf } from './pages.js';
import { change, state } from './store.js';

const leave = async () => {
  await signOut().catch(() => undefined);
  change({ me: null, schedule: undefined, selection: undefined });
};

const link = (page) => {
  const count = page.badge?.() ?? 0;
  return html`
  <li><a href="#/${page.name}" data-page=${page.name} aria-current=${state.route.page === page.name ? 'page' : nothing}>
    ${line(page.icon)}<span>${t(`page.${page.name}`)}</span>
    ${count ? html`<b class="count">${count}<span class="visually-hidden"> ${t('page.waiting')}</span></b>` : nothing}</a></li>`;
};

/** A phone's bar has room for four pages; what comes after them opens from the fifth place. */
const NEAR = 4;

const rail = () => {
  const pages = navigation();
  const far = pages.slice(NEAR);
  const here = far.some((page) => page.name === state.route.page);
  return html`<nav class="rail" aria-label=${t('page.all')}><ul>${pages.map(link)}
      ${far.length ? html`<li class="more"><button type="button" popovertarget="far-pages" aria-current=${here ? 'page' : nothing}>
        ${line('M5 12h.01M12 12h.01M19 12h.01')}<span>${t('page.more')}</span></button></li>` : nothing}</ul></nav>
    ${far.length ? html`<nav class="far-pages" id="far-pages" popover aria-label=${t('page.more')} @click=${closeFar}><ul>${far.map(link)}</ul></nav>` : nothing}`;
};

const closeFar = (event) => event.target.closest('a') && event.currentTarget.hidePopover();

const header = () => html`
  <header class="top">
    <a class="brand" href="#/"><span class="visually-hidden">${t('page.first')}</span>${logo()}<span>Nhịp</span></a>
    <div class="place">
      <strong>${local(state.city?.name)}</strong>
      ${state.city?.synthetic ? html`<span class="synthetic" title=${t('synthetic.why')}>${t('synthetic')}</span>` : nothing}
    </div>
    <div class="top-right">
      <nhip-clock></nhip-clock>
      <span class="live ${state.live}" role="status" data-live=${state.live}>
        <i aria-hidden="true"></i><span class="wide">${t(`live.${state.live}`)}</span></span>
      ${themeSwitch()}${languageSwitch()}
      <span class="who"><span class="wide" title=${state.me.roles.map((role) => word('role', role)).join(', ')}>${state.me.name}</span>
        <button class="plain" type="button" data-do="leave" title=${t('signin.leave')} @click=${leave}>
          ${line('M14 4h5v16h-5M3 12h11m-4-4 4 4-4 4')}<span class="wide">${t('signin.leave')}</span></button></span>
    </div>
  </header>`;

const notice = () => html`<div class="notices" role="status" aria-live="polite">${
  state.notice
    ? html`<div class="notice ${state.notice.tone}">${state.notice.text}
        <button class="plain" type="button" @click=${() => change({ notice: undefined })}>${t('close')}</button></div>`
    : nothing}</div>`;

const city = () => html`
  <section class="city" aria-label=${t('page.map')}>
    ${zonePulse()}
    <nhip-map .lang=${state.lang} .theme=${state.theme} .city=${state.city} .roads=${state.roads}
      .assets=${state.assets} .devices=${state.past?.devices ?? state.devices} .selection=${state.selection} .focus=${state.focus}
      .alarms=${state.alarms}
      .plan=${planOnMap(state.schedule)}></nhip-map>
    ${state.route.page === 'city' ? timeSlider() : nothing}
    ${selectionCard()}
  </section>`;

export const shell = () => {
  const page = pageOf(state.route.page);
  return html`
  <a class="skip" href="#panel" @click=${toPanel}>${t('skip')}</a>
  ${header()}
  ${rail()}
  <main class="stage" data-page=${page?.name ?? ''} data-layout=${page?.layout ?? 'wide'}
    ?data-reading=${state.route.id !== undefined}>
    <div class="panel" id="panel" tabindex="-1">
      ${page ? page.view(...state.route.path) : loading()}
    </div>
    ${city()}
  </main>
  ${notice()}`;
};

const toPanel = (event) => {
  event.preventDefault();
  document.getElementById('panel').focus();
};
