// A schedule's files for other systems: whole, or for one truck.
import { get } from '../api.js';
import { html, nothing } from '../html.js';
import { addWords, local, t } from '../i18n.js';
import { change } from '../store.js';

addWords({
  vi: { 'exports.title': 'Tệp cho hệ thống khác', 'exports.part': 'Chỉ' },
  en: { 'exports.title': 'Files for other systems', 'exports.part': 'Only' },
});

const known = new Map();

const fetchOnce = (id) => async () => {
  if (!known.has(id)) {
    known.set(id, []);
    known.set(id, await get(`/api/schedules/${id}/exports`).catch(() => []));
    change({});
  }
};

const line = ({ title, address, parts }) => html`<li><a href=${address} download>${local(title)}</a>
  ${parts.length > 1 ? html`<span class="muted small">${t('exports.part')} ${parts.map(
    (part) => html` <a href="${address}?part=${encodeURIComponent(part)}" download>${part}</a>`)}</span>` : nothing}</li>`;

export const exportFiles = ({ id }) => html`<details class="exports" data-do="exports" @toggle=${fetchOnce(id)}>
  <summary>${t('exports.title')}</summary><ul>${(known.get(id) ?? []).map(line)}</ul></details>`;
