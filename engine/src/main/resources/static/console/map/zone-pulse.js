// The city's beat: a few live figures a zone, above the map.
import { html, nothing } from '../html.js';
import { local, quantity, t, word } from '../i18n.js';
import { state } from '../store.js';

const FIGURES = [
  { property: 'trafficFlow', of: (values) => values.reduce((a, b) => a + b, 0) / values.length },
  { property: 'activePower', of: (values) => values.reduce((a, b) => a + b, 0) },
  { property: 'fillLevel', of: (values) => Math.max(...values) },
  { property: 'illuminance', of: (values) => Math.max(...values) },
  { property: 'rainfall', of: (values) => Math.max(...values) },
];

const figure = (devices) => ({ property, of }) => {
  const found = devices.flatMap((device) => device.latest.filter((one) => one.property === property));
  if (found.length === 0) {
    return nothing;
  }
  const value = of(found.map((one) => one.value));
  return html`<div><dt>${word('pulse', property)}</dt>
    <dd>${quantity(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10, found[0].unit)}</dd></div>`;
};

export const zonePulse = () => {
  const all = state.past?.devices ?? state.devices;
  if (!state.city || all.every((device) => device.latest.length === 0)) {
    return nothing;
  }
  return html`<div class="pulse" aria-label=${t('pulse.label')} role="region">
    ${state.city.zones.map((zone) => {
      const devices = all.filter((device) => device.zone === zone.id);
      return html`<article><h2>${local(zone.name)}</h2><dl>${FIGURES.map(figure(devices))}</dl></article>`;
    })}</div>`;
};
