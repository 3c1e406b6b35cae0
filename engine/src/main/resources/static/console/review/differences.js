// What differs between two plans of any domain, told by place: things with an id are met by their id.
const MOST = 200;

const nameOf = (value, index) =>
  value && typeof value === 'object'
    ? String(value.id ?? value.group ?? value.truck ?? value.stage ?? value.name ?? index) : String(index);

const shown = (value) => {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

const keyed = (list) => {
  const names = list.map(nameOf);
  return new Set(names).size === names.length
    ? Object.fromEntries(list.map((value, index) => [names[index], value])) : { ...list };
};

const plain = (value) => value === null || typeof value !== 'object';

const walk = (a, b, where, rows) => {
  if (plain(a) || plain(b)) {
    if (a !== b) {
      rows.push({ where, a: shown(a), b: shown(b) });
    }
    return;
  }
  const [left, right] = [a, b].map((one) => (Array.isArray(one) ? keyed(one) : one));
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    walk(left[key], right[key], where ? `${where} › ${key}` : key, rows);
  }
};

export const differences = (a, b) => {
  const rows = [];
  walk(a, b, '', rows);
  return { rows: rows.slice(0, MOST), more: Math.max(0, rows.length - MOST) };
};
