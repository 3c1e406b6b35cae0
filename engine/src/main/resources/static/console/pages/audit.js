// The log of decisions: each entry's hash covers the one before.
import { html } from '../html.js';
import { dayAndTime, number, t, word } from '../i18n.js';
import { load } from '../loader.js';
import { empty, whenLoaded } from '../marks.js';
import { change, state } from '../store.js';

const matches = (one) => {
  const wanted = (state.auditFilter ?? '').toLowerCase();
  return [one.actor, one.action, one.subject, one.detail].some((text) => text.toLowerCase().includes(wanted));
};

const subject = (text) => {
  const id = /^schedule ([0-9a-f-]{36})$/.exec(text)?.[1];
  return id ? html`<a href="#/schedules/${id}" title=${id}>${t('results.plan')} ${id.slice(0, 8)}</a>` : text;
};

const short = (hash) => html`<code class="nowrap" title=${hash}>${hash.slice(0, 12)}</code>`;

/** Artefacts by the first digits of their hash; the file has all. */
const detail = (text) =>
  text.replace(/^plan number (\d+)/, (all, number) => t('audit.number', { number }))
    .split(/\b([0-9a-f]{64})\b/).map((part, index) => (index % 2 ? short(part) : part));

const row = (one) => html`<tr><td class="figure">${one.sequence}</td><td class="figure">${dayAndTime(one.at)}</td>
  <th scope="row">${one.actor}</th><td>${word('audit.action', one.action)}</td><td>${subject(one.subject)}</td><td class="far">${detail(one.detail)}</td>
  <td class="far">${short(one.hash)}</td></tr>`;

const log = ({ intact, brokenAt, entries }) => html`
  ${intact
    ? html`<p class="verdict good">✓ ${t('audit.intact', { count: number(entries.length) })}</p>`
    : html`<p class="verdict bad" role="alert">▲ ${t('audit.broken', { at: brokenAt })}</p>`}
  ${entries.length === 0 ? empty(t('audit.none'), t('audit.none.advice')) : html`
    <label class="chooser">${t('audit.search')}<input type="search" .value=${state.auditFilter ?? ''}
      @input=${(event) => change({ auditFilter: event.target.value })}></label>
    <div class="scroll" tabindex="0"><table><thead><tr><th scope="col" class="figure">${t('reading.id')}</th><th scope="col" class="figure">${t('draft.made')}</th>
      <th scope="col">${t('audit.actor')}</th><th scope="col">${t('audit.action')}</th><th scope="col">${t('audit.subject')}</th>
      <th scope="col" class="far">${t('audit.detail')}</th><th scope="col" class="far">${t('audit.hash')}</th></tr></thead>
      <tbody>${entries.filter(matches).map(row)}</tbody></table></div>`}`;

export default {
  name: 'audit',
  order: 80,
  roles: ['ADMINISTRATOR'],
  icon: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  data: { audit: { path: '/api/audit', stale: { schedule: 600, publication: 600, alarm: 600 }, lazy: true } },
  words: {
    vi: {
      'page.audit': 'Nhật ký', 'audit.intact': 'Chuỗi băm nguyên vẹn: {count} dòng, không dòng nào bị sửa, bớt hay chèn.',
      'audit.broken': 'Chuỗi băm đứt ở dòng {at}: có ai đó đã sửa, bớt hoặc chèn. Hãy giữ nguyên máy và gọi người chịu trách nhiệm.',
      'audit.export': 'Tải cả nhật ký (CSV)', 'audit.check': 'Kiểm tra lại', 'audit.search': 'Tìm trong nhật ký',
      'audit.actor': 'Ai', 'audit.action': 'Việc', 'audit.subject': 'Về', 'audit.detail': 'Chi tiết', 'audit.hash': 'Mã băm',
      'audit.action.APPROVED': 'duyệt', 'audit.action.REJECTED': 'từ chối', 'audit.action.SECOND NEEDED': 'duyệt lần một',
      'audit.action.WITHDRAWN': 'rút lại', 'audit.action.ROLLED BACK': 'cho trở về bản trước', 'audit.action.CANCELLED': 'dừng lượt giải',
      'audit.action.ACKNOWLEDGED ALARM': 'đã thấy báo động', 'audit.action.ACKNOWLEDGED': 'hiện trường nhận', 'audit.action.NOT PUBLISHED': 'không gửi được',
      'audit.action.OFFERED': 'đề nghị duyệt bản sửa', 'audit.action.ASKED': 'yêu cầu lập kế hoạch', 'audit.action.rules.activated': 'bật luật',
      'audit.number': 'bản số {number},', 'audit.none': 'Nhật ký còn trống', 'audit.none.advice': 'Mỗi quyết định sẽ để lại một dòng ở đây.',
    },
    en: {
      'page.audit': 'Audit', 'audit.intact': 'The hash chain holds: {count} entries, none changed, removed or put in.',
      'audit.broken': 'The hash chain breaks at entry {at}: somebody changed, removed or put in. Leave the machine as it is and call who is responsible.',
      'audit.export': 'Export the whole log (CSV)', 'audit.check': 'Check again', 'audit.search': 'Search the log',
      'audit.actor': 'Who', 'audit.action': 'What', 'audit.subject': 'About', 'audit.detail': 'Detail', 'audit.hash': 'Hash',
      'audit.action.APPROVED': 'approved', 'audit.action.REJECTED': 'rejected', 'audit.action.SECOND NEEDED': 'approved as the first',
      'audit.action.WITHDRAWN': 'took back', 'audit.action.ROLLED BACK': 'rolled back', 'audit.action.CANCELLED': 'stopped a job',
      'audit.action.ACKNOWLEDGED ALARM': 'has seen an alarm', 'audit.action.ACKNOWLEDGED': 'the field took it', 'audit.action.NOT PUBLISHED': 'not published',
      'audit.action.OFFERED': 'offered an edit', 'audit.action.ASKED': 'asked for a plan', 'audit.action.rules.activated': 'activated rules',
      'audit.number': 'plan number {number},', 'audit.none': 'The log is empty', 'audit.none.advice': 'Each decision leaves a line here.',
    },
  },
  open: () => load('audit'),
  view: () => html`<div class="page-body"><div class="panel-head"><h1>${t('page.audit')}</h1>
    <div class="tools"><a class="button" href="/api/audit.csv" download>${t('audit.export')}</a>
      <button type="button" @click=${() => load('audit')}>${t('audit.check')}</button></div></div>
    ${whenLoaded('audit', () => load('audit'), log)}</div>`,
};
