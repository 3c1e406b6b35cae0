// Day plans of signals: which plan runs when, why there, what each one is, and how plans change.
import { html } from '../html.js';
import { t } from '../i18n.js';
import { changes } from './signals-day/changes.js';
import { dayPicture, periods } from './signals-day/periods.js';
import { plans } from './signals-day/plans.js';
import { words as day } from './signals-day/words.js';
import { words as signals } from './signals/words.js';

export const words = { vi: { ...signals.vi, ...day.vi }, en: { ...signals.en, ...day.en } };

export const view = (schedule) => html`
  <h3>${t('signals-day.periods')}</h3>
  ${dayPicture(schedule)}${periods(schedule)}
  <h3>${t('signals-day.plans')}</h3>
  ${plans(schedule.plan)}
  <h3>${t('signals-day.changes')}</h3>
  ${changes(schedule.plan)}`;
