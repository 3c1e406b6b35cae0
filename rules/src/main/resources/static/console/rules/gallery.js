// A guided form for a first rule: it writes the package, the engineer goes on from there.
import { html } from '../html.js';
import { t } from '../i18n.js';
import { draft } from './desk.js';
import { average, properties, unitOf } from './templates.js';

const send = (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target));
  draft(form.name, average(form), `${t('rules.template.average')}: ${form.rule}`);
};

const field = (name, attributes) => html`<label>${t(`rules.form.${name}`)}
  <input name=${name} required .value=${attributes.value ?? ''} type=${attributes.type ?? 'text'}
    pattern=${attributes.pattern ?? '.+'} min=${attributes.min ?? ''} max=${attributes.max ?? ''} step=${attributes.step ?? 'any'}></label>`;

export const gallery = () => html`
  <header class="rules-head"><h1><a href="#/rules">${t('page.rules')}</a> / ${t('rules.new')}</h1></header>
  <h2>${t('rules.template.average')}</h2>
  <form class="guided" @submit=${send}>
    ${field('name', { pattern: '[a-z][a-z0-9]{0,39}' })}
    ${field('rule', { pattern: "[^\"\\\\]{3,120}" })}
    <label>${t('rules.form.property')} <select name="property">${properties.map((one) =>
      html`<option value=${one}>${one} (${unitOf(one)})</option>`)}</select></label>
    ${field('above', { type: 'number', value: 50 })}
    ${field('minutes', { type: 'number', value: 15, min: 3, max: 60, step: 1 })}
    <label>${t('rules.form.domain')} <select name="domain">${['lighting', 'waste', 'signals'].map((one) =>
      html`<option>${one}</option>`)}</select></label>
    ${field('severity', { type: 'number', value: 2, min: 1, max: 3, step: 1 })}
    ${field('cooldown', { type: 'number', value: 60, min: 1, max: 1440, step: 1 })}
    ${field('vi', {})}
    ${field('en', {})}
    <button type="submit">${t('rules.form.write')}</button>
  </form>`;
