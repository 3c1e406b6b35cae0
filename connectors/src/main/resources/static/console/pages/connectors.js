// The integrators' page: connectors as they serve now, the way of a message, dead letters.
import { html, nothing } from '../html.js';
import { load } from '../loader.js';
import { whenLoaded } from '../marks.js';
import { t } from '../i18n.js';
import { state } from '../store.js';
import { letters } from '../connectors/letters.js';
import { list } from '../connectors/list.js';
import { messages, openConnector } from '../connectors/messages.js';
import words from '../connectors/words.js';

const one = (name, all) => {
  const it = all.find((each) => each.name === name);
  const reading = name.match(/^reading-(\d+)$/)?.[1];
  return html`<a class="back" href="#/connectors">← ${t('page.connectors')}</a>
    <h1>${reading ? t('way.reading', { id: reading }) : name}</h1>
    ${it?.problem ? html`<p class="problem" role="alert">${it.problem}</p>` : nothing}
    ${messages()}${reading ? nothing : letters((state.connectorLetters ?? []).filter((letter) => letter.source === name), name)}`;
};

export default {
  name: 'connectors',
  order: 50,
  roles: ['INTEGRATOR', 'ADMINISTRATOR'],
  icon: 'M8 3v5M16 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  words,
  data: {
    connectors: { path: '/api/connectors', stale: { reading: 2_000, connector: 300 }, lazy: true },
    connectorLetters: { path: '/api/dead-letters', stale: { reading: 3_000 }, lazy: true },
  },
  open: (name) => {
    load('connectors');
    load('connectorLetters');
    openConnector(name);
  },
  view: (name) => html`<div class="page-body">
    ${whenLoaded('connectors', () => load('connectors'), (all) =>
      name ? one(name, all) : html`<div class="panel-head"><h1>${t('page.connectors')}</h1></div>
        ${list(all)}${letters(state.connectorLetters ?? [], undefined)}`)}</div>`,
};
