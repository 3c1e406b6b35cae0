// Dead letters: why each could not be used; correct it and send it again.
import { command, tell } from '../command.js';
import { html, nothing } from '../html.js';
import { dayAndTime, local, t } from '../i18n.js';
import { load } from '../loader.js';
import { empty } from '../marks.js';

const told = async (path, asked) => {
  const result = await command(`/api/dead-letters/${path}`, asked);
  if (result) {
    const wrong = result.problem ?? result.stillWrong?.[0]?.problem;
    tell(wrong ? 'bad' : 'good', wrong ? local(wrong) : t('letter.sent'));
  }
  load('connectorLetters');
};

const send = (letter) => (event) => {
  event.preventDefault();
  const payload = new FormData(event.target).get('payload');
  told(`${letter.id}/redrive`, { body: payload === letter.payload ? {} : { payload }, tag: letter.tag });
};

const letter = (one) => html`<li class="cause">
  <p><span class="figure muted">${dayAndTime(one.receivedAt)}</span> <b>${one.source}</b>
    ${one.place ? html`<code>${one.place}</code>` : nothing}</p>
  <p class="problem">${local(one.reason)}</p>
  ${one.kind === 'TEXT' ? nothing : html`<form @submit=${send(one)}>
    <label>${t('letter.payload')}<textarea name="payload" rows="3" .value=${one.payload}></textarea></label>
    <div class="buttons"><button type="button" @click=${() => told(`${one.id}/discard`, { tag: one.tag })}>
      ${t('letter.discard')}</button><button class="primary" type="submit">${t('letter.redrive')}</button></div></form>`}</li>`;

export const letters = (list, source) => html`<section class="part" aria-labelledby="letters-title">
  <div class="panel-head"><h2 id="letters-title">${t('letters.title')}</h2>
    ${source && list.length
      ? html`<div class="tools"><button type="button"
          @click=${() => told(`redrive?source=${encodeURIComponent(source)}`)}>
          ${t('letters.redrive')}</button></div>` : nothing}</div>
  ${list.length === 0
    ? empty(t('letters.none'), t('letters.none.advice'))
    : html`<ul class="history">${list.slice(0, 30).map(letter)}</ul>`}</section>`;
