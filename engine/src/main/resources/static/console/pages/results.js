// What plans promised and what was measured: the ledger, how well promises hold, the month's report.
import { get } from '../api.js';
import { cityNow } from '../clock.js';
import { html, nothing } from '../html.js';
import { digitsOf, local, month, monthName, number, span, t, unit } from '../i18n.js';
import { load } from '../loader.js';
import { domainMark, empty, failure, loading, whenLoaded } from '../marks.js';
import { scopeName } from '../places.js';
import { change, state } from '../store.js';

let asked;

const report = async (wanted) => {
  asked = wanted;
  try {
    const found = await get(`/api/reports/${wanted}`);
    if (asked === wanted) {
      change({ report: found });
    }
  } catch (problem) {
    change({ failed: { ...state.failed, report: problem } });
  }
};

const thisMonth = () => month(cityNow() ?? new Date());

/** This month and the two years before it. */
const lastMonths = () => {
  const [year, number] = thisMonth().split('-').map(Number);
  return Array.from({ length: 25 }, (_, back) => new Date(Date.UTC(year, number - 1 - back, 15)).toISOString().slice(0, 7));
};

const tile = ({ indicator, value }) => html`<li class="figure-tile">
  <span>${local(indicator.name)}</span><strong>${number(value)} <small>${unit(indicator.unit)}</small></strong>
  <span class="small muted">${indicator.standard}</span></li>`;

const monthReport = () => {
  const found = state.report;
  if (!found) {
    return state.failed.report ? failure(state.failed.report, () => report(thisMonth())) : loading();
  }
  return html`<p>${t('results.plans', { plans: number(found.plans), measured: number(found.measured) })}</p>
    <ul class="figure-tiles">${found.indicators.map(tile)}</ul>
    <div class="tools"><a class="button" href="/api/reports/${found.month}/report.pdf?lang=${state.lang}" download>${t('results.pdf')}</a>
      <a class="button" href="/api/reports/${found.month}/table.csv" download>${t('results.csv')}</a>
      <a class="button" href="/public">${t('results.public')}</a></div>`;
};

const share = (line) => (line.realised == null || !line.planned ? nothing
  : html` <span class="muted">(${number((100 * line.realised) / line.planned, 0)} %)</span>`);

const row = (line) => {
  const digits = digitsOf([line.planned, line.unoptimized, line.realised]);
  return html`<tr>
  <th scope="row"><a href="#/schedules/${line.schedule}">${domainMark(line.domain)} ${scopeName(line.scope)}</a></th>
  <td>${span(line.from, line.to)}</td><td>${local(line.label)} <span class="unit">${unit(line.unit)}</span></td>
  <td class="figure">${number(line.planned, digits)}</td>
  <td class="figure">${line.unoptimized == null ? '–' : number(line.unoptimized, digits)}</td>
  <td class="figure">${line.realised == null
    ? html`<span class="muted">${t(line.measuredAt ? 'results.unmeasured' : 'results.running')}</span>`
    : html`<strong title=${line.measuredBy ?? ''}>${number(line.realised, digits)}</strong>${share(line)}`}</td></tr>`;
};

const ledger = (lines) => lines.length === 0 ? empty(t('results.none'), t('results.none.advice')) : html`
  <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('results.plan')}</th><th scope="col">${t('schedule.for')}</th>
    <th scope="col">${t('kpi.figure')}</th><th scope="col" class="figure">${t('results.promised')}</th>
    <th scope="col" class="figure">${t('kpi.unoptimized')}</th><th scope="col" class="figure">${t('results.realised')}</th></tr></thead>
    <tbody>${lines.slice(0, 300).map(row)}</tbody></table></div>`;

/** The figure's own name, as its promises carry it. */
const labelOf = ({ domain, kpi }) =>
  local(state.ledger?.find((line) => line.domain === domain && line.kpi === kpi)?.label) || kpi;

const bar = (one) => html`<tr><th scope="row">${domainMark(one.domain)} ${labelOf(one)}</th>
  <td><meter min="0" max="2" low="0.9" high="1.1" optimum="1" value=${Math.min(2, one.ratio)} aria-label=${t('results.ratio')}></meter></td>
  <td class="figure">${number(100 * one.ratio, 0)} %</td><td class="figure">${number(one.plans)}</td></tr>`;

const calibration = (list) => list.length === 0 ? html`<p class="muted">${t('results.calibration.none')}</p>` : html`
  <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('kpi.figure')}</th><th scope="col">${t('results.ratio')}</th>
    <th scope="col" class="figure">%</th><th scope="col" class="figure">${t('results.count')}</th></tr></thead><tbody>${list.map(bar)}</tbody></table></div>`;

export default {
  name: 'results',
  order: 40,
  icon: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  data: {
    ledger: { path: '/api/ledger', stale: { publication: 1_000 }, lazy: true },
    calibration: { path: '/api/ledger/calibration', stale: { publication: 5_000 } },
  },
  words: {
    vi: {
      'page.results': 'Kết quả', 'results.month': 'Báo cáo tháng', 'results.choose': 'Tháng',
      'results.plans': '{plans} kế hoạch đã chạy ngoài hiện trường, {measured} kế hoạch đã đo lại được.',
      'results.pdf': 'Tải PDF', 'results.csv': 'Tải CSV', 'results.public': 'Trang công khai',
      'results.ledger': 'Sổ lời hứa', 'results.ledger.lead': 'Mỗi kế hoạch hứa gì khi được duyệt, và số đo sau đó nói gì.',
      'results.none': 'Sổ còn trống', 'results.none.advice': 'Kế hoạch nào hiện trường nhận sẽ được ghi vào đây cùng lời hứa của nó.',
      'results.plan': 'Kế hoạch', 'results.promised': 'Hứa', 'results.realised': 'Thực đo',
      'results.running': 'đang chạy', 'results.unmeasured': 'không có số đo',
      'results.calibration': 'Lời hứa đúng đến đâu', 'results.ratio': 'Thực đo trên lời hứa', 'results.count': 'Kế hoạch',
      'results.calibration.none': 'Chưa kế hoạch nào chạy xong và đo lại được.',
    },
    en: {
      'page.results': 'Results', 'results.month': 'Monthly report', 'results.choose': 'Month',
      'results.plans': '{plans} plans ran in the field, {measured} of them were measured.',
      'results.pdf': 'Download PDF', 'results.csv': 'Download CSV', 'results.public': 'Public page',
      'results.ledger': 'Promise ledger', 'results.ledger.lead': 'What each plan promised when it was approved, and what readings said later.',
      'results.none': 'The ledger is empty', 'results.none.advice': 'Every plan that the field takes is written here with its promises.',
      'results.plan': 'Plan', 'results.promised': 'Promised', 'results.realised': 'Measured',
      'results.running': 'running', 'results.unmeasured': 'no reading tells',
      'results.calibration': 'How well promises hold', 'results.ratio': 'Measured over promised', 'results.count': 'Plans',
      'results.calibration.none': 'No plan has ended and been measured yet.',
    },
  },
  open: () => {
    load('ledger');
    report(thisMonth());
  },
  view: () => html`<div class="page-body"><div class="panel-head"><h1>${t('page.results')}</h1></div>
    <section class="part"><h2>${t('results.month')}</h2>
      <label class="chooser">${t('results.choose')}<select @change=${(event) => report(event.target.value)}>
        ${lastMonths().map((one) => html`<option value=${one} ?selected=${one === (asked ?? thisMonth())}>${monthName(one)}</option>`)}</select></label>
      ${monthReport()}</section>
    <section class="part"><h2>${t('results.calibration')}</h2>${whenLoaded('calibration', () => load('calibration'), calibration)}</section>
    <section class="part"><h2>${t('results.ledger')}</h2><p class="muted">${t('results.ledger.lead')}</p>
      ${whenLoaded('ledger', () => load('ledger'), ledger)}</section></div>`,
};
