// The messages of one connector, and the way of the one that is looked at.
import { get } from '../api.js';
import { html, nothing } from '../html.js';
import { dayAndTime, local, number, t, word } from '../i18n.js';
import { empty, failure, loading, ruleName } from '../marks.js';
import { change, state } from '../store.js';

const fetched = async (path, name) => {
  try {
    change({ [name]: await get(path) });
  } catch (problem) {
    change({ connectorProblem: problem });
  }
};

/** A message, and what its readings led to. */
const openWay = async (id) => {
  await fetched(`/api/messages/${id}`, 'messageWay');
  change({ messageLed: undefined });
  const ids = state.messageWay?.readings ?? [];
  if (ids.length) {
    fetched(`/api/firings?readings=${ids.slice(0, 200).join(',')}`, 'messageLed');
  }
};

/** From a reading back to the bytes that brought it. */
const openReading = async (id) => {
  await fetched(`/api/messages?reading=${id}`, 'messages');
  if (state.messages?.length) {
    openWay(state.messages[0].id);
  }
};

const READING = 'reading-';

export const openConnector = (name) => {
  change({ messages: undefined, messageWay: undefined, messageLed: undefined, connectorProblem: undefined });
  if (name?.startsWith(READING)) {
    openReading(name.slice(READING.length));
  } else if (name) {
    fetched(`/api/connectors/${encodeURIComponent(name)}/messages`, 'messages');
  }
};

const pretty = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

const readings = (list) =>
  list.length === 0
    ? html`<p class="muted">${t('way.nothing')}</p>`
    : html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('way.device')}</th>
        <th scope="col">${t('way.property')}</th><th scope="col">${t('way.observed')}</th>
        <th scope="col" class="figure">${t('way.value')}</th></tr></thead><tbody>${list.map(
          (one) => html`<tr><th scope="row">${one.device}</th><td>${one.property}</td><td>${one.observedAt}</td>
            <td class="figure">${one.value === null ? '–' : number(one.value)} ${one.unit}</td></tr>`,
        )}</tbody></table></div>`;

const led = (list) =>
  list.length === 0
    ? html`<p class="muted">${t('way.led.none')}</p>`
    : html`<ul class="findings">${list.map(({ firing, schedules }) => html`<li>
        ${ruleName(firing.rule)} <span class="muted">${dayAndTime(firing.at)}</span> · ${local(firing.reason)}
        ${schedules.map((one) => html` · <a href="#/schedules/${one.id}">${word('domain', one.domain)},
          ${t(`status.${one.status}`)}</a>`)}</li>`)}</ul>`;

const step = (title, body) => html`<li><h3>${title}</h3>${body}</li>`;

const way = (one) => html`<section class="part" aria-labelledby="way-title">
  <h2 id="way-title">${t('way.title', { id: one.message.id })}</h2>
  <ol class="way">
    ${step(t('way.came'), html`<pre tabindex="0">${one.payload}</pre>
      ${Object.keys(one.headers).length ? html`<p class="small"><code>${pretty(one.headers)}</code></p>` : nothing}`)}
    ${one.tree === null ? nothing : step(t('way.read'), html`<pre tabindex="0">${pretty(one.tree)}</pre>`)}
    ${step(t('way.mapped'), one.problemNow ? html`<p class="problem">${local(one.problemNow)}</p>` : readings(one.mapped))}
    ${step(t('way.kept'), html`<p>${t('way.ids', { count: one.readings.length })}
      <code>${one.readings.slice(0, 20).join(', ')}</code></p>`)}
    ${step(t('way.led'), led(state.messageLed ?? []))}
  </ol></section>`;

const row = (one) => html`<tr>
  <td class="figure"><button type="button" class="plain" @click=${() => openWay(one.id)}>
    ${dayAndTime(one.receivedAt)}</button></td>
  <td class="figure">${number(one.bytes)}</td><td class="figure">${number(one.accepted)}</td>
  <td class="figure">${number(one.duplicates)}</td><td class="figure">${number(one.rejected)}</td>
  <td>${one.problem ? local(one.problem) : ''}</td></tr>`;

export const messages = () => {
  if (state.connectorProblem) {
    return failure(state.connectorProblem);
  }
  if (state.messages === undefined) {
    return loading();
  }
  return html`<section class="part" aria-labelledby="messages-title"><h2 id="messages-title">${t('connector.messages')}</h2>
    ${state.messages.length === 0
      ? empty(t('messages.none'), state.route.path[0]?.startsWith(READING) ? t('way.noone') : t('messages.none.advice'))
      : html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col" class="figure">${t('message.came')}</th>
          <th scope="col" class="figure">${t('message.bytes')}</th>
          <th scope="col" class="figure">${t('connector.accepted')}</th>
          <th scope="col" class="figure">${t('connector.duplicates')}</th>
          <th scope="col" class="figure">${t('connector.wrong')}</th>
          <th scope="col">${t('message.problem')}</th></tr></thead>
          <tbody>${state.messages.slice(0, 50).map(row)}</tbody></table></div>`}</section>
    ${state.messageWay ? way(state.messageWay) : nothing}`;
};
