// The review desk: what waits for a word, beside the proposal that is open.
import { loadSchedule } from '../loader.js';
import { html, nothing } from '../html.js';
import { queue } from '../review/queue.js';
import { schedulePage } from '../review/schedule.js';
import { state } from '../store.js';

export default {
  name: 'schedules',
  order: 10,
  layout: 'beside',
  icon: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h4',
  words: {
    vi: { 'page.schedules': 'Bàn duyệt' },
    en: { 'page.schedules': 'Review' },
  },
  badge: () => (state.schedules ?? []).filter((one) => one.status === 'PROPOSED').length,
  open: (id) => id && loadSchedule(id),
  view: (id) => html`<div class="bench">
    <section class="queue">${queue()}</section>
    ${id ? html`<section class="sheet">${schedulePage(id)}</section>` : nothing}</div>`,
};
