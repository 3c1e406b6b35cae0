// The running clock in the header; it draws itself so that nothing else has to.
import { cityNow, cityRate } from './clock.js';
import { day, t, timeWithSeconds } from './i18n.js';

class CityClock extends HTMLElement {
  connectedCallback() {
    this.tick();
    this.timer = setInterval(() => this.tick(), 1_000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const now = cityNow();
    if (!now) {
      this.textContent = '–';
      return;
    }
    const fast = cityRate() > 1 ? ` · ×${cityRate()}` : '';
    this.textContent = `${timeWithSeconds(now)} · ${day(now)}${fast}`;
    this.title = fast ? t('clock.fast', { rate: cityRate() }) : t('clock.live');
  }
}

customElements.define('nhip-clock', CityClock);
