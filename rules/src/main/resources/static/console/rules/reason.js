// A step that needs a reason asks for it first.
import { html } from '../html.js';
import { t } from '../i18n.js';

export const reasonButton = (label, act) => {
  const send = (event) => {
    event.preventDefault();
    act(new FormData(event.target).get('reason'));
  };
  return html`<details class="with-reason"><summary class="button">${t(label)}</summary>
    <form @submit=${send}><label>${t('rules.reason')}
      <input name="reason" required maxlength="2000"></label>
      <button type="submit">${t(label)}</button></form></details>`;
};
