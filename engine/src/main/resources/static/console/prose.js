// The server's sentences are the same for every reader: plain figures with a point, instants as ISO 8601.
// Here they become the reader's. What looks like a name (HV3, TB-12, 07:2016) stays as it is.
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g;
const DAY = /(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g;
const CLOCK = /(?<![\w:-])(\d\d:\d\d):\d\d(?![\w:])/g;
const FIGURE = /(?<![\p{L}\d_.,:/#-]|[\p{L}\d]-)-?\d+(?:\.\d+)?(?![\p{L}\d_:/-]|[.,]\d)/gu;

/** A whole number that may well be a year is read as one. */
const isYear = (text) => /^(19|20)\d\d$/.test(text);

/**
 * @param say how the reader writes `{ instant, day, number(value, digits) }`
 */
export const prose = (text, say) => {
  const kept = [];
  const keep = (written) => `\u0000${String.fromCharCode(0xe000 + kept.push(written) - 1)}\u0000`;
  return text
    .replace(/(\d)\.\.(?=\d)/g, '$1–')
    .replace(INSTANT, (found) => keep(say.instant(found)))
    .replace(DAY, (found) => keep(say.day(found)))
    .replace(CLOCK, (all, short) => keep(short))
    .replace(FIGURE, (found) =>
      isYear(found) ? found : say.number(Number(found), (found.split('.')[1] ?? '').length))
    .replace(/\bCO2\b/g, 'CO₂')
    .replace(/\u0000(.)\u0000/g, (all, mark) => kept[mark.charCodeAt(0) - 0xe000]);
};
