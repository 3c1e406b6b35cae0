// <nhip-sparkline>: the last three hours of one property as a line; the table beside it has the figure.
import { get } from '../api.js';
import { html, render, svg } from '../html.js';

const HOURS = 3;

class Sparkline extends HTMLElement {
  #asked;

  set of(key) {
    if (key !== this.#asked) {
      this.#asked = key;
      this.#load(...key.split('|'));
    }
  }

  async #load(device, property, until) {
    const to = new Date(Date.parse(until) + 1_000);
    const from = new Date(to - HOURS * 3_600_000);
    const query = new URLSearchParams({ device, property, from: from.toISOString(), to: to.toISOString() });
    const readings = await get(`/api/readings?${query}`).catch(() => []);
    const values = readings.map(({ reading }) => [Date.parse(reading.observedAt), reading.value]);
    if (values.length < 2) {
      return;
    }
    const top = Math.max(...values.map(([, value]) => value), 1e-9);
    const points = values.map(([at, value]) => `${((at - from) / (to - from)) * 96 + 2},${26 - (value / top) * 22}`);
    render(html`<svg viewBox="0 0 100 28" aria-hidden="true">${svg`<polyline points=${points.join(' ')} />`}</svg>`, this);
  }
}

customElements.define('nhip-sparkline', Sparkline);
