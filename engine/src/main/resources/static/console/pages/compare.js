// Any two schedules or drafts side by side: figures, constraints, and what differs in the plan.
import { get } from '../api.js';
import { html, nothing } from '../html.js';
import { dayAndTime, digitsOf, local, number, signed, t, unit, word } from '../i18n.js';
import { chip, domainMark, empty, failure, loading } from '../marks.js';
import { scopeName } from '../places.js';
import { differences } from '../review/differences.js';
import { change, state } from '../store.js';

let sides = {};

/** A draft in the form of a schedule, so that both sides read alike. */
const fetchSide = async (id) => {
  if (!id.startsWith('draft:')) {
    return get(`/api/schedules/${encodeURIComponent(id)}`);
  }
  const { draft, plan } = await get(`/api/drafts/${encodeURIComponent(id.slice(6))}`);
  return {
    ...draft, plan, summary: draft.title, score: draft.result.score, kpis: draft.result.review.kpis,
    constraints: draft.result.review.constraints,
  };
};

const loadSide = async (key, id) => {
  if (!id || sides[key]?.asked === id) {
    return;
  }
  sides = { ...sides, [key]: { asked: id } };
  const answer = await fetchSide(id).then((found) => ({ found }), (problem) => ({ problem }));
  if (sides[key].asked === id) {
    sides = { ...sides, [key]: { asked: id, ...answer } };
  }
  change({});
};

const choose = (left) => {
  const mine = sides.left?.found;
  const others = (state.schedules ?? []).filter((one) => one.id !== left && (!mine || one.domain === mine.domain));
  return html`<label class="chooser">${t('compare.with')}
    <select @change=${(event) => event.target.value && (location.hash = `#/compare/${left}/${event.target.value}`)}>
      <option value="">${t('compare.choose')}</option>
      ${others.map((one) => html`<option value=${one.id}>${scopeName(one.scope)} · ${word('status', one.status)} · ${dayAndTime(one.createdAt)}</option>`)}
    </select></label>`;
};

const head = (one) => html`<div><div class="detail-top">${domainMark(one.domain)}<span class="scope">${scopeName(one.scope)}</span>
    ${chip(one.status, one.kind ? 'draft' : 'status')}</div>
  <strong>${local(one.summary)}</strong><p class="muted small">${dayAndTime(one.createdAt)}</p></div>`;

const gap = (a, b, id) => (a == null || b == null ? '–' : `${signed(b - a)} ${unit(id)}`.trim());

const figures = (a, b) => {
  const keys = [...new Map([...a.kpis, ...b.kpis].map((kpi) => [kpi.key, kpi])).values()];
  const of = (side, key) => side.kpis.find((kpi) => kpi.key === key)?.planned;
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('kpi.figure')}</th><th scope="col" class="figure">A</th>
      <th scope="col" class="figure">B</th><th scope="col" class="figure">B − A</th></tr></thead>
    <tbody>${keys.map((kpi) => html`<tr><th scope="row">${local(kpi.label)} <span class="unit">${unit(kpi.unit)}</span></th>
      ${[a, b].map((side) => html`<td class="figure">${of(side, kpi.key) == null ? '–'
        : number(of(side, kpi.key), digitsOf([of(a, kpi.key), of(b, kpi.key)]))}</td>`)}
      <td class="figure planned">${gap(of(a, kpi.key), of(b, kpi.key), kpi.unit)}</td></tr>`)}</tbody></table></div>`;
};

const constraints = (a, b) => {
  const ids = [...new Map([...a.constraints, ...b.constraints].map((one) => [one.id, one])).values()];
  const of = (side, id) => side.constraints.find((one) => one.id === id)?.score ?? 0;
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('constraints.name')}</th><th scope="col">${t('constraints.level')}</th>
      <th scope="col" class="figure">A</th><th scope="col" class="figure">B</th><th scope="col" class="figure">B − A</th></tr></thead>
    <tbody>${ids.map((one) => html`<tr class=${of(a, one.id) === of(b, one.id) ? 'kept' : ''}><th scope="row">${local(one.name)}</th>
      <td>${word('level', one.level)}</td><td class="figure">${number(of(a, one.id))}</td><td class="figure">${number(of(b, one.id))}</td>
      <td class="figure planned">${signed(of(b, one.id) - of(a, one.id))}</td></tr>`)}</tbody></table></div>`;
};

const planDifferences = (a, b) => {
  if (a.domain !== b.domain) {
    return html`<p class="muted">${t('compare.strangers')}</p>`;
  }
  const { rows, more } = differences(a.plan, b.plan);
  return rows.length === 0 ? html`<p class="muted">${t('compare.equal')}</p>` : html`
    <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('compare.where')}</th><th scope="col" class="figure">A</th><th scope="col" class="figure">B</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row"><code>${row.where}</code></th>
      <td class="figure">${row.a}</td><td class="figure">${row.b}</td></tr>`)}</tbody></table></div>
    ${more ? html`<p class="muted">${t('plan.more', { count: more })}</p>` : nothing}`;
};

const side = (key) => {
  const { found, problem } = sides[key] ?? {};
  return found ? head(found) : problem ? failure(problem) : loading();
};

export default {
  name: 'compare',
  words: {
    vi: {
      'page.compare': 'So sánh hai kế hoạch', 'compare.with': 'So với', 'compare.choose': 'Chọn một kế hoạch…',
      'compare.empty': 'Chưa chọn kế hoạch nào', 'compare.empty.advice': 'Mở một kế hoạch ở bàn duyệt rồi chọn “So sánh”.',
      'compare.plan': 'Bản kế hoạch khác nhau ở đâu', 'compare.where': 'Chỗ khác', 'compare.equal': 'Hai bản kế hoạch giống hệt nhau.',
      'compare.strangers': 'Hai kế hoạch thuộc hai lĩnh vực; chỉ so được con số.', 'compare.swap': 'Đổi bên',
    },
    en: {
      'page.compare': 'Compare two schedules', 'compare.with': 'With', 'compare.choose': 'Choose a schedule…',
      'compare.empty': 'No schedule chosen', 'compare.empty.advice': 'Open a schedule on the review desk and choose “Compare”.',
      'compare.plan': 'Where the plans differ', 'compare.where': 'Where', 'compare.equal': 'The two plans are equal.',
      'compare.strangers': 'The two belong to two domains; only figures can be compared.', 'compare.swap': 'Swap',
    },
  },
  open: (left, right) => {
    loadSide('left', left);
    if (right) {
      loadSide('right', right);
    }
  },
  view: (left, right) => html`<div class="page-body"><div class="panel-head"><h1>${t('page.compare')}</h1></div>
    ${!left ? empty(t('compare.empty'), t('compare.empty.advice')) : html`
      <div class="sides"><section><h2>A</h2>${side('left')}</section>
        <section><h2>B</h2>${right ? side('right') : nothing}${choose(left)}</section></div>
      ${right && sides.left?.found && sides.right?.found ? html`
        <p><a href="#/compare/${right}/${left}">⇄ ${t('compare.swap')}</a></p>
        <section class="part"><h2>${t('part.figures')}</h2>${figures(sides.left.found, sides.right.found)}</section>
        <section class="part"><h2>${t('part.constraints')}</h2>${constraints(sides.left.found, sides.right.found)}</section>
        <section class="part"><h2>${t('compare.plan')}</h2>${planDifferences(sides.left.found, sides.right.found)}</section>` : nothing}`}</div>`,
};
