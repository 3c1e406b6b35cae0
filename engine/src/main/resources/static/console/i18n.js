// Words, numbers and times in the reader's language and the city's time zone.
import { cityNow } from './clock.js';
import { violations } from './i18n/violations.js';
import { prose } from './prose.js';
import { state } from './store.js';

const words = { vi: { ...violations.vi }, en: { ...violations.en } };
const locales = { vi: 'vi-VN', en: 'en-GB' };

/** The words of a page or a domain: `{ vi: {...}, en: {...} }`. */
export const addWords = (own = {}) =>
  Object.entries(own).forEach(([language, some]) => Object.assign(words[language], some));

/** Fetches the console's own words of a language; the other one is fetched when it is asked for. */
export const learn = async (language) => {
  const { default: own } = await import(`./i18n/${language}.js`);
  Object.assign(words[language], own);
};

await learn(state.lang);

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

/** The reader's side of a text that the server keeps in both languages; a person's own text as it is. */
export const local = (text) =>
  typeof text === 'string' ? text : told(text?.[state.lang] ?? text?.vi ?? '');

/** A sentence of the server with the reader's figures, days and times. */
export const told = (text) => prose(text, { instant: dayAndTime, day: date, number: exactly });

const exactly = (value, digits) => figure(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const unit = (id) => (id ? word('unit', id) : '');

/** For figures that stand beside each other: as many as the largest asks for, none where all are whole. */
export const digitsOf = (values) => {
  const known = values.filter((value) => value != null);
  const size = Math.max(...known.map(Math.abs));
  return known.every(Number.isInteger) || size >= 1000 ? 0 : size >= 10 ? 1 : 2;
};

/** Figures as the reader's language writes them, with a minus that is one. */
const figure = (value, options) => new Intl.NumberFormat(locale(), options).format(value).replace('-', '−');

/** With as many digits as its size asks for, or as its column has. */
export const number = (value, digits) =>
  digits === undefined ? figure(value, { maximumFractionDigits: digitsOf([value]) }) : exactly(value, digits);

export const signed = (value) =>
  figure(value, { maximumFractionDigits: digitsOf([value]), signDisplay: 'exceptZero' });

export const quantity = (value, id) => `${number(value)} ${unit(id)}`.trim();

const zone = () => state.city?.timeZone ?? 'Asia/Ho_Chi_Minh';

const clock = (instant, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone(), hourCycle: 'h23', ...options }).format(
    new Date(instant),
  );

export const time = (instant) => clock(instant, { hour: '2-digit', minute: '2-digit' });

export const timeWithSeconds = (instant) =>
  clock(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** 26/11 in both languages. */
export const day = (instant) => {
  const [year, month, number] = calendarDay(instant).split('-');
  return `${number}/${month}`;
};

export const dayAndTime = (instant) => `${time(instant)} ${day(instant)}`;

/** A moment of the city's today by its time alone. */
export const lately = (instant) =>
  calendarDay(instant) === calendarDay(cityNow() ?? new Date()) ? time(instant) : dayAndTime(instant);

/** A day of a calendar, `2026-11-26`: with its year where it is not this one. */
const date = (iso) => {
  const [year, month, number] = iso.split('-');
  return year === calendarDay(cityNow() ?? new Date()).slice(0, 4) ? `${number}/${month}` : `${number}/${month}/${year}`;
};

/** A span: the day is told once when both ends share it. */
export const span = (from, to) =>
  day(from) === day(to)
    ? `${time(from)}–${time(to)} ${day(from)}`
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

/** The city's day, `2026-11-26`: what Swedes write is ISO 8601. */
const calendarDay = (instant) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone(), dateStyle: 'short' }).format(new Date(instant));

/** The city's month, `2026-11`. */
export const month = (instant) => calendarDay(instant).slice(0, 7);

/** A month `2026-11` in the reader's words. */
export const monthName = (iso) => {
  const name = clock(`${iso}-15T12:00:00Z`, { month: 'long', year: 'numeric' });
  return name[0].toUpperCase() + name.slice(1);
};
