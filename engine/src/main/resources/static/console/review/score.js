// A score in words: `0hard/-3medium/-12soft` is how the solver writes it, not how somebody reads it.
import { html } from '../html.js';
import { number, t, word } from '../i18n.js';

export const LEVELS = ['hard', 'medium', 'soft'];

/** The level's part of a score, undefined where it has no such level. */
export const scored = (score, level) => {
  const found = score?.match(new RegExp(`(-?\\d+)${level}`));
  return found ? Number(found[1]) : undefined;
};

/** Whether the plan keeps what must hold. */
export const scoreVerdict = (score) => {
  const hard = scored(score, 'hard') ?? 0;
  return hard < 0
    ? html`<strong class="worse">▲ ${word('level', 'hard')} ${number(hard)}</strong>`
    : html`<span class="better">✓ ${t('score.holds')}</span>`;
};

export const scoreText = (score) => {
  const others = LEVELS.slice(1).filter((level) => scored(score, level));
  return html`<span class="score" title=${score}>${scoreVerdict(score)}${others.map(
    (level) => html` · ${word('level', level)} ${number(scored(score, level))}`)}</span>`;
};
