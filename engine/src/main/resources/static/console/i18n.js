// Words, numbers and times in the reader's language and the city's time zone.
import vi from './i18n/vi.js';
import en from './i18n/en.js';
import { state } from './store.js';

const words = { vi, en };
const locales = { vi: 'vi-VN', en: 'en-GB' };

/** The words of a page or a domain: `{ vi: {...}, en: {...} }`. */
export const addWords = (own = {}) =>
  Object.entries(own).forEach(([language, some]) => Object.assign(words[language], some));

export const locale = () => locales[state.lang];

/** The text of a key; a missing one is marked so that a test sees it. */
export const t = (key, values = {}) => {
  const text = words[state.lang][key];
  if (text === undefined) {
    return `⟦${key}⟧`;
  }
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
};

/** A word of an open vocabulary: translated where known, else the id as a city wrote it. */
export const word = (group, id) => words[state.lang][`${group}.${id}`] ?? id;

/** The reader's side of a text that the server keeps in both languages. */
export const local = (text) =>
  typeof text === 'string' ? text : comma(text?.[state.lang] ?? text?.vi ?? '');

/** The server's sentences have decimal points; a Vietnamese reader reads commas. */
const comma = (text) => (state.lang === 'vi' ? text.replace(/(\d)\.(\d{1,2})(?![\d.])/g, '$1,$2') : text);

export const unit = (id) => (id ? word('unit', id) : '');

const digitsFor = (value) => {
  const size = Math.abs(value);
  return Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
};

export const number = (value, digits = digitsFor(value)) =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(value);

export const signed = (value) =>
  new Intl.NumberFormat(locale(), {
    maximumFractionDigits: digitsFor(value),
    signDisplay: 'exceptZero',
  }).format(value);

export const quantity = (value, id) => `${number(value)} ${unit(id)}`.trim();

const zone = () => state.city?.timeZone ?? 'Asia/Ho_Chi_Minh';

const clock = (instant, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone(), hourCycle: 'h23', ...options }).format(
    new Date(instant),
  );

export const time = (instant) => clock(instant, { hour: '2-digit', minute: '2-digit' });

export const timeWithSeconds = (instant) =>
  clock(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const day = (instant) => clock(instant, { day: '2-digit', month: '2-digit' });

export const dayAndTime = (instant) => `${time(instant)} · ${day(instant)}`;

/** A span: the day is told once when both ends share it. */
export const span = (from, to) =>
  day(from) === day(to)
    ? `${time(from)}–${time(to)} · ${day(from)}`
    : `${time(from)} ${day(from)} – ${time(to)} ${day(to)}`;

/** How long, in the largest two units: `1 giờ 20 phút`. */
export const duration = (milliseconds) => {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const parts = [[Math.floor(minutes / 1440), 'day'], [Math.floor((minutes % 1440) / 60), 'hour'], [minutes % 60, 'minute']];
  const told = parts.filter(([value]) => value > 0).slice(0, 2);
  return (told.length ? told : [[0, 'minute']])
    .map(([value, name]) =>
      new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value))
    .join(' ');
};

const parts = (instant) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone(), hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit', second: '2-digit',
    }).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );

/** An instant as the value of a date-and-time input, in the city's time. */
export const cityInput = (instant) => {
  const p = parts(instant);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
};

/** The instant of a date-and-time input in the city's time. */
export const cityInstant = (text) => {
  const guess = new Date(`${text}:00Z`);
  const p = parts(guess);
  const shown = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
  return new Date(+guess - (shown - +guess)).toISOString();
};

/** The city's month, `2026-11`. */
export const month = (instant) => cityInput(instant).slice(0, 7);
