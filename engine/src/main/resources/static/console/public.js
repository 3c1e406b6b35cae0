// What the city shows the world: sums by month, how they are made, open data. Without an account.
import { get } from './api.js';
import { html, nothing, render } from './html.js';
import { addWords, local, monthName, number, t, unit } from './i18n.js';
import { empty, failure, languageSwitch, loading, logo, themeSwitch } from './marks.js';
import { change, onChange, state } from './store.js';

addWords({
  vi: {
    'public.title': 'Thành phố làm được gì tháng này', 'public.lead': 'Mỗi kế hoạch đèn, rác và tín hiệu được một người, hay chính sách của thành phố, duyệt trước khi chạy. Đây là phần thành phố tiết kiệm được so với cách làm thông thường.',
    'public.month': 'Tháng', 'public.plans': 'Kế hoạch đã chạy', 'public.months': 'Từng tháng', 'public.data': 'Dữ liệu mở',
    'public.csv': '{month}, CSV', 'public.ngsi': '{month}, NGSI-LD',
    'public.how': 'Tính thế nào', 'public.how.text': 'Tiết kiệm = mức của cách làm thông thường trừ mức thực đo; khi chưa đo được thì trừ mức đã hứa lúc duyệt. Không số liệu nào về một người hay một thiết bị riêng lẻ.',
    'public.none': 'Chưa có kế hoạch nào chạy', 'public.none.advice': 'Con số sẽ hiện ở đây khi kế hoạch đầu tiên ra hiện trường.',
    'public.enter': 'Phòng điều hành', 'public.licence': 'Giấy phép dữ liệu: CC BY 4.0.',
    'public.reports': 'Người dân báo', 'public.reports.text': 'Đã nhận {all} báo cáo: {open} đang chờ hoặc đang xử lý, {done} đã xong, {refused} không xử lý.',
    'public.reports.go': 'Báo một chuyện hoặc theo dõi mã',
  },
  en: {
    'public.title': 'What the city achieved this month', 'public.lead': 'A person, or a policy that the city wrote, approves every lighting, waste and signal plan before it runs. This is what the city saves against plain practice.',
    'public.month': 'Month', 'public.plans': 'Plans that ran', 'public.months': 'Month by month', 'public.data': 'Open data',
    'public.csv': '{month}, CSV', 'public.ngsi': '{month}, NGSI-LD',
    'public.how': 'How it is counted', 'public.how.text': 'Saved = plain practice minus what was measured; where nothing is measured yet, minus what was promised at approval. Nothing here is about one person or one device.',
    'public.none': 'No plan has run yet', 'public.none.advice': 'Figures appear here with the first plan in the field.',
    'public.enter': 'Control room', 'public.licence': 'Licence of the data: CC BY 4.0.',
    'public.reports': 'What citizens report', 'public.reports.text': '{all} reports came in: {open} wait or are in work, {done} are done, {refused} were not taken up.',
    'public.reports.go': 'Report something, or follow a code',
  },
});

const tile = ({ indicator, value }) => html`<li class="figure-tile"><span>${local(indicator.name)}</span>
  <strong>${number(value)} <small>${unit(indicator.unit)}</small></strong><span class="small muted">${indicator.standard}</span></li>`;

const months = (list) => html`<div class="months scroll" tabindex="0" role="region" aria-label=${t('public.months')}><table>
  <thead><tr><th scope="col">${t('public.month')}</th><th scope="col" class="figure">${t('public.plans')}</th>
    ${list[0].indicators.map(({ indicator }) => html`<th scope="col" class="figure">${local(indicator.name)} <span class="unit">${unit(indicator.unit)}</span></th>`)}</tr></thead>
  <tbody>${list.map((one) => html`<tr><th scope="row">${monthName(one.month)}</th><td class="figure">${number(one.plans)}</td>
    ${one.indicators.map(({ value }) => html`<td class="figure">${number(value)}</td>`)}</tr>`)}</tbody></table></div>`;

const data = (list) => html`<ul>${list.map(({ month }) => html`
  <li><a href="/public/${month}.csv" download>${t('public.csv', { month: monthName(month) })}</a> ·
    <a href="/public/${month}.jsonld">${t('public.ngsi', { month: monthName(month) })}</a></li>`)}</ul><p class="muted small">${t('public.licence')}</p>`;

const figures = ({ months: list }) => list.length === 0 ? empty(t('public.none'), t('public.none.advice')) : html`
  <ul class="figure-tiles">${list[0].indicators.map(tile)}</ul>
  <h2>${t('public.months')}</h2>${months(list)}
  <h2>${t('public.data')}</h2>${data(list)}`;

/** Where a city takes reports of citizens: how many, and what became of them. */
const reports = ({ counts }) => {
  const of = (...states) => states.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  return html`<h2>${t('public.reports')}</h2><p>${t('public.reports.text', {
    all: number(of('RECEIVED', 'TAKEN', 'DONE', 'REFUSED')), open: number(of('RECEIVED', 'TAKEN')),
    done: number(of('DONE')), refused: number(of('REFUSED')) })}</p>
    <p class="tools"><a class="button" href="/public/report">${t('public.reports.go')}</a></p>`;
};

const page = () => html`<div class="open">
  <header>${logo()}<strong>${local(state.summary?.city) || 'Nhịp'}</strong>
    ${state.summary?.synthetic ? html`<span class="synthetic" title=${t('synthetic.why')}>${t('synthetic')}</span>` : nothing}
    <div class="switches">${themeSwitch()}${languageSwitch()}<a class="button" href="/">${t('public.enter')}</a></div></header>
  <main><h1>${t('public.title')}</h1><p class="lead">${t('public.lead')}</p>
    ${state.summary ? figures(state.summary) : state.failed.summary ? failure(state.failed.summary, fetchSummary) : loading()}
    ${state.reported ? reports(state.reported) : nothing}
    <h2>${t('public.how')}</h2><p>${t('public.how.text')}</p></main></div>`;

const fetchSummary = async () => {
  try {
    change({ summary: await get('/public/summary'), failed: {} });
    change({ reported: await get('/public/reports').catch(() => undefined) });
  } catch (problem) {
    change({ failed: { summary: problem } });
  }
};

onChange(() => {
  document.documentElement.lang = state.lang;
  document.documentElement.dataset.theme = state.theme;
  document.title = `${local(state.summary?.city) || 'Nhịp'} · ${t('public.title')}`;
  render(page(), document.getElementById('app'));
});
change({});
fetchSummary();
