// Looks back over the past day: the devices as they were then.
import { get } from '../api.js';
import { cityNow } from '../clock.js';
import { html, nothing } from '../html.js';
import { dayAndTime, t } from '../i18n.js';
import { reason } from '../marks.js';
import { change, state } from '../store.js';

const STEPS = 96;
const STEP = 15 * 60_000;

let asked = 0;

const look = async (back) => {
  const mine = ++asked;
  if (back === 0) {
    change({ past: undefined });
    return;
  }
  const at = new Date(Math.floor(+cityNow() / STEP) * STEP - (back - 1) * STEP);
  change({ past: { ...state.past, at, back, devices: state.past?.devices ?? state.devices } });
  try {
    const devices = await get(`/api/devices?at=${at.toISOString()}`);
    if (mine === asked) {
      change({ past: { at, back, devices } });
    }
  } catch (problem) {
    change({ past: undefined, notice: { tone: 'bad', text: reason(problem) } });
  }
};

export const timeSlider = () => html`
  <div class="time-slider ${state.past ? 'past' : ''}">
    <label><span>${state.past ? t('slider.past', { at: dayAndTime(state.past.at) }) : t('slider')}</span>
      <input type="range" min=${-STEPS} max="0" step="1" aria-label=${t('slider.label')}
        aria-valuetext=${state.past ? dayAndTime(state.past.at) : t('slider.now')}
        .value=${String(-(state.past?.back ?? 0))} @input=${(event) => look(-Number(event.target.value))}></label>
    ${state.past ? html`<button type="button" class="small" @click=${() => look(0)}>${t('slider.now')}</button>` : nothing}
  </div>`;
