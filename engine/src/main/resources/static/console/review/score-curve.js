// <nhip-score-curve>: how the soft score improved while a job searched; the table beside it has the last one.
import { get } from '../api.js';
import { html, render, svg } from '../html.js';
import { number, t } from '../i18n.js';
import { scored } from './score.js';

class ScoreCurve extends HTMLElement {
  #asked;

  set of(key) {
    if (key !== this.#asked) {
      this.#asked = key;
      this.#load(key.split('|')[0], key);
    }
  }

  async #load(job, key) {
    const points = (await get(`/api/jobs/${job}/progress`).catch(() => []))
      .map(({ elapsedMillis, score }) => [elapsedMillis, scored(score, 'soft')])
      .filter(([, value]) => Number.isFinite(value));
    if (points.length < 2 || key !== this.#asked) {
      return;
    }
    const last = points.at(-1)[0] || 1;
    const values = points.map(([, value]) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const path = points.map(([at, value]) =>
      `${2 + (at / last) * 96},${26 - ((value - low) / (high - low || 1)) * 22}`).join(' ');
    const text = t('job.curve', { seconds: number(last / 1000, 1), from: number(values[0]), to: number(values.at(-1)) });
    render(html`<svg viewBox="0 0 100 28" role="img" aria-label=${text}><title>${text}</title>
      ${svg`<polyline points=${path} />`}</svg>`, this);
  }
}

customElements.define('nhip-score-curve', ScoreCurve);
