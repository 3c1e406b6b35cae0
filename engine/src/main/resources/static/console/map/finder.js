// Finds anything on the map by its name, id or street.
import { html, nothing } from '../html.js';
import { local, t, word } from '../i18n.js';
import { domainMark } from '../marks.js';
import { change, state } from '../store.js';

const MOST = 12;

const plain = (text) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const things = () => [
  ...state.assets.flatMap(({ domain, assets }) =>
    assets.map((one) => ({ type: 'asset', id: one.id, name: local(one.name), domain, kind: word('asset-kind', one.kind), position: one.position }))),
  ...state.devices.map((one) => ({ type: 'device', id: one.id, name: one.id, kind: word('device-kind', one.kind), position: one.position })),
];

/** Vietnamese typed without its marks finds as well. */
const found = (text) => {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return things().filter((one) => {
    const all = plain(`${one.id} ${one.name} ${one.kind}`);
    return wanted.every((part) => all.includes(part));
  });
};

const choose = ({ type, id, position }) => () => change({ selection: { type, id }, focus: position });

export const finder = () => {
  const text = state.find ?? '';
  const hits = text.trim().length > 1 ? found(text) : [];
  return html`<search class="finder">
    <label><span class="visually-hidden">${t('finder')}</span>
      <input type="search" placeholder=${t('finder')} .value=${text} @input=${(event) => change({ find: event.target.value })}></label>
    ${text.trim().length > 1 ? html`<ul>${hits.slice(0, MOST).map((one) => html`
      <li><button type="button" class="hit" @click=${choose(one)}>${one.domain ? domainMark(one.domain) : nothing}
        <span>${one.name}</span> <span class="muted small">${one.kind} <code>${one.id}</code></span></button></li>`)}</ul>
      <p class="muted small" role="status">${hits.length === 0 ? t('finder.none') : hits.length > MOST ? t('finder.more', { count: hits.length - MOST }) : nothing}</p>` : nothing}
  </search>`;
};
