// What a named person may say about a schedule, with a word of why.
import { post } from '../api.js';
import { cityNow } from '../clock.js';
import { refusal, tell } from '../command.js';
import { html, nothing } from '../html.js';
import { dayAndTime, t, word } from '../i18n.js';
import { load, loadSchedule } from '../loader.js';
import { change, mayDecide, state } from '../store.js';

/** Per command: is a reason needed, and does it look dangerous? */
const COMMANDS = {
  approval: {},
  rejection: { reason: true, danger: true },
  withdrawal: { reason: true, danger: true },
  rollback: { reason: true, danger: true },
};

const open = (name) => document.getElementById(`decide-${name}`).showModal();

const close = (event) => event.target.closest('dialog').close();

const decide = (name, schedule) => async (event) => {
  event.preventDefault();
  const form = event.target;
  const submit = form.querySelector('[type=submit]');
  const later = form.later?.checked && form.notBefore.value;
  submit.disabled = true;
  try {
    const decided = await post(
      `/api/schedules/${schedule.id}/${name}`,
      {
        reason: form.reason.value.trim(),
        hash: name === 'approval' ? schedule.hash : undefined,
        notBefore: later || undefined,
      },
      schedule.tag,
    );
    const second = name === 'approval' && decided.status === 'PROPOSED';
    change({
      schedule: state.route.id === decided.id ? decided : state.schedule,
      notice: { tone: 'good', text: t(second ? 'decide.second.done' : later ? 'decide.later.done' : `decide.${name}.done`) },
    });
    if (name === 'rollback') {
      location.hash = `#/schedules/${decided.id}`;
    }
  } catch (problem) {
    tell('bad', refusal(problem));
    loadSchedule(schedule.id);
  } finally {
    submit.disabled = false;
    form.closest('dialog').close();
    form.reset();
    load('schedules');
    load('publications');
  }
};

const QUARTER = 900_000;

/** The quarters of an hour from the next one on, while the plan is valid; a day of them at most. */
const quarters = (schedule) => {
  const first = Math.ceil(+(cityNow() ?? new Date(schedule.createdAt)) / QUARTER + 0.5) * QUARTER;
  const count = Math.floor((Date.parse(schedule.validity.to) - 1 - first) / QUARTER) + 1;
  return Array.from({ length: Math.max(0, Math.min(96, count)) }, (_, i) => new Date(first + i * QUARTER).toISOString());
};

const later = (schedule) => {
  const times = quarters(schedule);
  return times.length === 0 ? nothing : html`<fieldset class="later"><legend class="visually-hidden">${t('decide.when')}</legend>
    <label class="check"><input type="checkbox" name="later"> ${t('decide.later')}</label>
    <label>${t('decide.notBefore')}
      <select name="notBefore">${times.map((at) => html`<option value=${at}>${dayAndTime(at)}</option>`)}</select></label></fieldset>`;
};

const dialog = (name, schedule) => {
  const { reason, danger } = COMMANDS[name];
  return html`
  <dialog id="decide-${name}" aria-labelledby="decide-${name}-title">
    <form @submit=${decide(name, schedule)}>
      <h2 id="decide-${name}-title">${t(`decide.${name}.title`)}</h2>
      <p>${t(`decide.${name}.lead`)}</p>
      ${name === 'approval' && schedule.fourEyes ? html`<p class="verdict ask">${t('decide.fourEyes')}</p>` : nothing}
      <label>${t(reason ? 'decide.reason' : 'decide.reason.optional')}
        <textarea name="reason" rows="3" maxlength="2000" ?required=${reason}></textarea></label>
      ${name === 'approval' ? later(schedule) : nothing}
      <div class="buttons">
        <button type="button" @click=${close}>${t('cancel')}</button>
        <button type="submit" class=${danger ? 'danger' : 'primary'}>${t(`decide.${name}`)}</button>
      </div>
    </form>
  </dialog>`;
};

const button = (name, mark) => html`
  <button type="button" class=${COMMANDS[name].danger ? 'danger' : 'primary'} data-do=${mark ?? name}
    @click=${() => open(name)}>${t(`decide.${name}`)}…</button>`;

const waitsHere = (schedule) =>
  schedule.publications?.some((one) => one.status === 'PENDING' && one.attempts === 0 && one.notBefore);

const offered = (schedule) => {
  switch (schedule.status) {
    case 'PROPOSED':
      return ['rejection', 'approval'];
    case 'APPROVED':
      return waitsHere(schedule) ? ['withdrawal'] : [];
    case 'PUBLISHED':
      return ['rollback'];
    default:
      return [];
  }
};

const MARKS = { approval: 'approve', rejection: 'reject' };

export const decisionBar = (schedule) => {
  const commands = offered(schedule);
  if (commands.length === 0) {
    return nothing;
  }
  if (!mayDecide()) {
    return html`<p class="muted small">${t('decide.onlyOperators', { role: word('role', state.me.roles[0]) })}</p>`;
  }
  const second = (schedule.decisions ?? []).find((one) => one.decision === 'SECOND NEEDED');
  return html`
    ${second && schedule.status === 'PROPOSED'
      ? html`<p class="verdict ask">${t('decide.second', { by: second.by })}</p>` : nothing}
    <div class="decide">${commands.map((name) => button(name, MARKS[name]))}</div>
    ${commands.map((name) => dialog(name, schedule))}`;
};
