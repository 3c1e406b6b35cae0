// The card of the thing that somebody chose on the map.
import { html, nothing } from '../html.js';
import { local, quantity, t, timeWithSeconds, word } from '../i18n.js';
import { domainMark } from '../marks.js';
import { scopeName } from '../places.js';
import { change, state } from '../store.js';
import './sparkline.js';

const find = ({ type, id }) => {
  if (type === 'device') {
    const device = state.devices.find((one) => one.id === id);
    return device && { name: word('device-kind', device.kind), zone: device.zone, id, devices: [device] };
  }
  for (const { domain, assets } of state.assets) {
    const asset = assets.find((one) => one.id === id);
    if (asset) {
      const devices = state.devices.filter((one) => one.asset === id || one.asset.startsWith(`${id}:`));
      return { ...asset, name: local(asset.name), domain, devices };
    }
  }
  return undefined;
};

const reading = (device) => (latest) => html`
  <tr><th scope="row">${word('property', latest.property)}
      ${device.asset.includes(':') ? html`<span class="muted">${word('approach', device.asset.split(':')[1])}</span>` : nothing}</th>
    <td class="figure"><strong>${quantity(latest.value, latest.unit)}</strong></td>
    <td class="figure muted">${timeWithSeconds(latest.observedAt)}</td>
    <td><nhip-sparkline .of=${`${device.id}|${latest.property}|${latest.observedAt}`}></nhip-sparkline></td></tr>`;

const readings = (devices) => {
  const rows = devices.flatMap((device) => device.latest.map(reading(device)));
  return rows.length
    ? html`<table class="readings"><thead class="visually-hidden"><tr><th>${t('reading.property')}</th>
        <th>${t('reading.value')}</th><th>${t('reading.observed')}</th><th>${t('reading.course')}</th></tr></thead>
        <tbody>${rows}</tbody></table>`
    : html`<p class="muted">${t(devices.length ? 'selection.silent' : 'selection.noDevice')}</p>`;
};

export const selectionCard = () => {
  const thing = state.selection && find(state.selection);
  if (!thing) {
    return nothing;
  }
  return html`<aside class="selection" aria-label=${t('selection.label')}>
    <header><div><h2>${thing.name}</h2>
        <p class="muted">${thing.domain ? domainMark(thing.domain) : nothing}
          ${thing.kind ? word('asset-kind', thing.kind) : nothing} · ${scopeName(thing.zone)} · <code>${thing.id}</code></p></div>
      <button class="plain" type="button" @click=${() => change({ selection: undefined })}>${t('close')}</button></header>
    ${thing.properties && Object.keys(thing.properties).length
      ? html`<dl class="facts">${Object.entries(thing.properties).map(
          ([key, text]) => html`<dt>${word('asset-property', key)}</dt><dd>${text}</dd>`)}</dl>`
      : nothing}
    ${readings(thing.devices)}
  </aside>`;
};
