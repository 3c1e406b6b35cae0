// Approve or reject, by a named person, with a word of why.
import { post } from '../api.js';
import { html, nothing } from '../html.js';
import { t, word } from '../i18n.js';
import { load } from '../loader.js';
import { change, mayDecide, state } from '../store.js';

const open = (name) => document.getElementById(`decide-${name}`).showModal();

const close = (event) => event.target.closest('dialog').close();

const decide = (name, schedule) => async (event) => {
  event.preventDefault();
  const form = event.target;
  const reason = form.reason.value.trim();
  form.querySelector('[type=submit]').disabled = true;
  try {
    const decided = await post(`/api/schedules/${schedule.id}/${name}`, { reason });
    change({
      schedule: state.route.id === decided.id ? decided : state.schedule,
      notice: { tone: 'good', text: t(`decide.${name}.done`) },
    });
  } catch (problem) {
    change({ notice: { tone: 'bad', text: problem.detail || t('error.unreachable') } });
  } finally {
    form.querySelector('[type=submit]').disabled = false;
    form.closest('dialog').close();
    form.reset();
    load('schedules');
    load('publications');
  }
};

const dialog = (name, schedule) => html`
  <dialog id="decide-${name}" aria-labelledby="decide-${name}-title">
    <form @submit=${decide(name, schedule)}>
      <h2 id="decide-${name}-title">${t(`decide.${name}.title`)}</h2>
      <p>${t(`decide.${name}.lead`)}</p>
      <label>${t(name === 'rejection' ? 'decide.reason' : 'decide.reason.optional')}
        <textarea name="reason" rows="3" maxlength="2000" ?required=${name === 'rejection'}></textarea></label>
      <div class="buttons">
        <button type="button" @click=${close}>${t('cancel')}</button>
        <button type="submit" class=${name === 'rejection' ? 'danger' : 'primary'}>${t(`decide.${name}`)}</button>
      </div>
    </form>
  </dialog>`;

export const decisionBar = (schedule) => {
  if (schedule.status !== 'PROPOSED') {
    return nothing;
  }
  if (!mayDecide()) {
    return html`<div class="decide"><p class="muted">${t('decide.onlyOperators', {
      role: word('role', state.me.roles[0]),
    })}</p></div>`;
  }
  return html`
    <div class="decide">
      <button type="button" class="danger" data-do="reject" @click=${() => open('rejection')}>${t('decide.rejection')}…</button>
      <button type="button" class="primary" data-do="approve" @click=${() => open('approval')}>${t('decide.approval')}…</button>
    </div>
    ${dialog('approval', schedule)}${dialog('rejection', schedule)}`;
};
