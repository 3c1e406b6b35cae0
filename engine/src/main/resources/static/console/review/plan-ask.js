// A plan asked for by hand, where no rule asks.
import { command } from '../command.js';
import { html, nothing } from '../html.js';
import { local, t } from '../i18n.js';
import { load } from '../loader.js';
import { mayDecide, state } from '../store.js';

const close = (event) => event.target.closest('dialog').close();

const ask = async (event) => {
  event.preventDefault();
  const form = event.target;
  const submit = form.querySelector('[type=submit]');
  submit.disabled = true;
  const body = { domain: form.domain.value, zone: form.zone.value, reason: form.reason.value.trim() };
  const job = await command('/api/jobs', { body, done: t('ask.done') });
  submit.disabled = false;
  if (job) {
    form.closest('dialog').close();
    form.reset();
    load('jobs');
  }
};

const choice = (name, label, options) => html`
  <label>${label}<select name=${name}>${options.map((one) => html`<option value=${one.value}>${one.text}</option>`)}</select></label>`;

export const planAsk = () => !mayDecide() || !state.city ? nothing : html`
  <div class="tools"><button type="button" data-do="ask" @click=${() => document.getElementById('ask').showModal()}>${t('ask.open')}…</button></div>
  <dialog id="ask" aria-labelledby="ask-title">
    <form @submit=${ask}>
      <h2 id="ask-title">${t('ask.title')}</h2>
      <p>${t('ask.lead')}</p>
      ${choice('domain', t('ask.domain'), state.city.domains.map((one) => ({ value: one.name, text: local(one.title) })))}
      ${choice('zone', t('ask.zone'), state.city.zones.map((one) => ({ value: one.id, text: local(one.name) })))}
      <label>${t('decide.reason')}<textarea name="reason" rows="2" maxlength="200" required></textarea></label>
      <div class="buttons">
        <button type="button" @click=${close}>${t('cancel')}</button>
        <button type="submit" class="primary">${t('ask.submit')}</button>
      </div>
    </form>
  </dialog>`;
