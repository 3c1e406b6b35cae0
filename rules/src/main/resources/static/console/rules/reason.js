// A step that needs a reason asks for it first.
import { html } from '../html.js';
import { t, word } from '../i18n.js';

/** A reason that the city gave itself is told in the reader's language; a person's stands as written. */
export const said = (reason) => {
  const [, rule] = /^ran away: (.*)$/.exec(reason) ?? [];
  return rule ? t('rules.said.ran away', { rule }) : word('rules.said', reason);
};

/** Who took a step: a person, or a part of the city. */
export const who = (name) => word('rules.who', name);

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
