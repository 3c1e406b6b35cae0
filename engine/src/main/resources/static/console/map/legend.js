// What the map's symbols mean; only kinds that this city has.
import { html } from '../html.js';
import { t, word } from '../i18n.js';
import { assetSymbol, deviceSymbol, drawSymbol, palette } from './symbols.js';
import { remember, remembered } from '../remembered.js';

const SIZE = 22;

class LegendSymbol extends HTMLElement {
  set look(look) {
    const sharp = devicePixelRatio || 1;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: SIZE * sharp, height: SIZE * sharp });
    const ctx = canvas.getContext('2d');
    ctx.scale(sharp, sharp);
    drawSymbol(ctx, SIZE / 2, SIZE / 2, { ...look, size: Math.min(6, Math.max(4, look.size)) });
    this.replaceChildren(canvas);
  }
}

customElements.define('nhip-symbol', LegendSymbol);

const entry = (look, text) => html`
  <li><nhip-symbol aria-hidden="true" .look=${look}></nhip-symbol>${text}</li>`;

export const legend = (assets, devices) => {
  const colours = palette();
  const kinds = new Map();
  for (const { domain, assets: list } of assets) {
    for (const asset of list) {
      const look = assetSymbol(asset, domain, undefined, colours);
      kinds.set(`asset-kind.${asset.kind}`, { ...look, level: 0.6 });
    }
  }
  const owned = new Set(assets.flatMap((domain) => domain.assets.map((asset) => asset.id)));
  for (const device of devices.filter((one) => !owned.has(one.asset))) {
    kinds.set(`device-kind.${device.kind}`, deviceSymbol(device, colours));
  }
  const alarm = { shape: 'pie', size: 4, colour: colours.waste, ground: colours.ground, level: 0.9, alarm: true, alarmColour: colours.alarm };
  return html`<details class="legend" ?open=${remembered('legend', 'closed') === 'open' && innerWidth > 760}
      @toggle=${(event) => remember('legend', event.target.open ? 'open' : 'closed')}>
    <summary>${t('legend')}</summary>
    <ul>${[...kinds].map(([kind, look]) => entry(look, word(...kind.split('.'))))}
      ${entry(alarm, t('legend.alarm'))}</ul>
    <p class="small muted">${t('legend.synthetic')}</p>
  </details>`;
};
