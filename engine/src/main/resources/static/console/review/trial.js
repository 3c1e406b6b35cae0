// The desk where somebody edits a plan or supposes something, before it becomes a draft.
import { get, post } from '../api.js';
import { domainEditor } from '../domains.js';
import { html, nothing } from '../html.js';
import { local, number, t, word } from '../i18n.js';
import { failure, loading } from '../marks.js';
import { scopeName } from '../places.js';
import { change } from '../store.js';
import { kpiTable } from './kpis.js';
import { safetyVerdict } from './explanation.js';
import { scoreText } from './score.js';

let now = {};

const set = (part) => {
  now = { ...now, ...part };
  change({});
};

export const trial = {
  begin: async (id) => {
    now = { mode: 'edit', pins: new Set() };
    change({});
    try {
      const [schedule, suppositions] = await Promise.all([
        get(`/api/schedules/${encodeURIComponent(id)}`), get(`/api/schedules/${encodeURIComponent(id)}/suppositions`)]);
      const editor = await domainEditor(schedule.domain);
      set({ schedule, suppositions, editor, plan: schedule.plan, chosen: suppositions[0] });
    } catch (problem) {
      set({ problem });
    }
  },
};

let turn = 0;

/** Scores the edited plan; a later change overtakes an earlier answer. */
const rescore = async (plan) => {
  const mine = ++turn;
  set({ plan, busy: true, problem: undefined });
  try {
    const scored = await post(`/api/schedules/${now.schedule.id}/rescoring`, plan);
    if (mine === turn) {
      set({ result: scored.result, plan: scored.plan, busy: false });
    }
  } catch (problem) {
    if (mine === turn) {
      set({ problem, busy: false });
    }
  }
};

const togglePin = (id, on) => html`
  <button type="button" class="small" aria-pressed=${String(on)} @click=${() => {
    const pins = new Set(now.pins);
    pins[on ? 'delete' : 'add'](id);
    set({ pins });
  }}>${on ? `● ${t('trial.pinned')}` : `○ ${t('trial.pin')}`}<span class="visually-hidden"> ${id}</span></button>`;

const json = () => html`
  <form @submit=${(event) => {
    event.preventDefault();
    try {
      rescore(JSON.parse(event.target.plan.value));
    } catch (wrong) {
      set({ problem: { status: 422, detail: wrong.message } });
    }
  }}><p class="muted small">${t('trial.noEditor')}</p>
    <label>${t('trial.json')}<textarea name="plan" rows="14" spellcheck="false" .value=${JSON.stringify(now.plan, null, 1)}></textarea></label>
    <button type="submit">${t('trial.json.apply')}</button></form>`;

const outcome = () => {
  const { result, busy } = now;
  if (busy || !result) {
    return html`<p class="muted" role="status">${busy ? t('trial.busy') : nothing}</p>`;
  }
  return html`<div class="outcome" aria-live="polite">
    <p>${t('trial.score')} ${scoreText(result.score)}</p>
    ${safetyVerdict({ ...result.safety, safe: result.safety.violations.length === 0 && result.safety.checks > 0 })}
    <h3>${t('draft.figures')}</h3>
    ${kpiTable(result.review.kpis)}</div>`;
};

const start = (kind) => async (event) => {
  event.preventDefault();
  const form = event.target;
  const chosen = now.chosen;
  const ask = {
    schedule: now.schedule.id,
    kind,
    title: form.title_.value.trim() || t('trial.title'),
    plan: kind === 'EDIT' ? now.plan : undefined,
    pins: kind === 'EDIT' ? [...now.pins] : [],
    findings: kind === 'EDIT' ? [] : [{
      kind: chosen.kind, asset: form.asset?.value ?? now.schedule.scope, value: Number(form.value?.value ?? chosen.usual),
      from: now.schedule.validity.from, until: now.schedule.validity.to,
    }],
    seconds: Number(form.seconds.value),
  };
  try {
    const draft = await post('/api/drafts', ask);
    location.hash = `#/drafts/${draft.id}`;
  } catch (problem) {
    set({ problem });
  }
};

const common = (title, seconds, verb) => html`
  <label>${t('trial.name')}<input name="title_" maxlength="200" required .value=${title}></label>
  <label>${t('trial.seconds')}<input name="seconds" type="number" min="0" max="60" .value=${String(seconds)}></label>
  <button type="submit" class="primary" data-do="start-draft">${t(verb)}</button>`;

const editing = () => {
  const { schedule, plan, pins, editor } = now;
  return html`<p class="muted">${t('trial.edit.lead')}</p>
    ${editor ? editor(plan, rescore, pins, togglePin, schedule) : json()}
    ${plan === schedule.plan ? nothing : html`<button type="button" @click=${() => set({ plan: schedule.plan, result: undefined, problem: undefined })}>${t('trial.reset')}</button>`}
    ${outcome()}
    <form class="line-form" @submit=${start('EDIT')}>
      ${common(t('trial.name.edit', { name: scopeName(schedule.scope) }), pins.size ? 5 : 0, 'trial.keep')}</form>`;
};

const supposing = () => {
  const { suppositions, chosen, schedule } = now;
  if (!suppositions.length) {
    return html`<p class="muted">${t('trial.none')}</p>`;
  }
  return html`<p class="muted">${t('trial.whatif.lead')}</p>
    <form class="line-form" @submit=${start('WHAT_IF')}>
      <label>${t('trial.choose')}<select @change=${(event) => set({ chosen: suppositions[event.target.selectedIndex] })}>
        ${suppositions.map((one) => html`<option ?selected=${one === chosen}>${local(one.label)}</option>`)}</select></label>
      ${chosen.assets.length ? html`<label>${t('trial.asset')}<select name="asset">
        ${chosen.assets.map((id) => html`<option value=${id}>${scopeName(id)}</option>`)}</select></label>` : nothing}
      ${chosen.least === chosen.most ? nothing : html`<label>${t('trial.value')} ${chosen.unit ? `(${word('unit', chosen.unit)}, ${number(chosen.least)}–${number(chosen.most)})` : ''}
        <input name="value" type="number" step="any" min=${chosen.least} max=${chosen.most} .value=${String(chosen.usual)}></label>`}
      ${common(`${local(chosen.label)} · ${scopeName(schedule.scope)}`, 5, 'trial.solve')}</form>`;
};

const tab = (mode) => html`<button type="button" role="tab" aria-selected=${String(now.mode === mode)} id="tab-${mode}"
  aria-controls="trial-panel" @click=${() => set({ mode })}>${t(`trial.${mode}`)}</button>`;

export const trialPage = () => {
  const { schedule, problem, mode } = now;
  if (!schedule) {
    return problem ? failure(problem) : loading();
  }
  return html`<div class="page-body">
    <div class="panel-head"><a class="back" href="#/schedules/${schedule.id}"><span aria-hidden="true">←</span> ${local(schedule.summary)}</a>
      <h1>${t('trial.title')}</h1>
      <div class="tabs" role="tablist">${tab('edit')}${tab('whatif')}</div></div>
    ${problem ? failure(problem) : nothing}
    <div id="trial-panel" role="tabpanel" aria-labelledby="tab-${mode}">${mode === 'edit' ? editing() : supposing()}</div>
    <p class="small muted">${t('drafts.lead')}</p></div>`;
};
