// The city at a glance: the live map alone.
import { html } from '../html.js';

export default {
  name: 'city',
  order: 20,
  layout: 'map',
  icon: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14',
  words: { vi: { 'page.city': 'Thành phố' }, en: { 'page.city': 'City' } },
  view: () => html``,
};
