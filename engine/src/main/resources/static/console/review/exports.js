// What may be taken away: the whole schedule as the server keeps it, and its files for other systems.
import { get } from '../api.js';
import { html, nothing } from '../html.js';
import { addWords, local, t } from '../i18n.js';
import { change } from '../store.js';

addWords({
  vi: { 'exports.title': 'Tải về', 'exports.json': 'Cả kế hoạch (JSON)', 'exports.part': 'Chỉ' },
  en: { 'exports.title': 'Download', 'exports.json': 'The whole schedule (JSON)', 'exports.part': 'Only' },
});

const known = new Map();

const fetchOnce = (id) => async () => {
  if (!known.has(id)) {
    known.set(id, []);
    known.set(id, await get(`/api/schedules/${id}/exports`).catch(() => []));
    change({});
  }
};

const save = (schedule) => () => {
  const file = URL.createObjectURL(new Blob([JSON.stringify(schedule, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: file, download: `${schedule.domain}-${schedule.id}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
};

const line = ({ title, address, parts }) => html`<li><a href=${address} download>${local(title)}</a>
  ${parts.length > 1 ? html`<span class="muted small">${t('exports.part')} ${parts.map(
    (part) => html` <a href="${address}?part=${encodeURIComponent(part)}" download>${part}</a>`)}</span>` : nothing}</li>`;

export const exportFiles = (schedule) => html`<details class="menu" data-do="exports" @toggle=${fetchOnce(schedule.id)}>
  <summary class="button">${t('exports.title')}</summary>
  <ul><li><button type="button" class="link" @click=${save(schedule)}>${t('exports.json')}</button></li>
    ${(known.get(schedule.id) ?? []).map(line)}</ul></details>`;
