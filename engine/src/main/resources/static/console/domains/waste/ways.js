// Where a tour runs: the ways between its visits, read from encoded polylines of five digits.
const DIGITS = 1e5;

/** Whole numbers, each as differences of five bits a letter. */
const numbers = (line) => {
  const found = [];
  let value = 0;
  let shift = 0;
  for (const letter of line) {
    const bits = letter.charCodeAt(0) - 63;
    value |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits < 0x20) {
      found.push(value & 1 ? ~(value >> 1) : value >> 1);
      value = 0;
      shift = 0;
    }
  }
  return found;
};

/** The positions of one way. */
export const positions = (line) => {
  const all = numbers(line);
  const found = [];
  let [latitude, longitude] = [0, 0];
  for (let i = 0; i + 1 < all.length; i += 2) {
    latitude += all[i];
    longitude += all[i + 1];
    found.push({ latitude: latitude / DIGITS, longitude: longitude / DIGITS });
  }
  return found;
};

/** The positions of a whole tour, the way back included. */
export const path = (tour) => [...tour.visits.map((visit) => visit.way), tour.wayBack].flatMap(positions);

const METRES = 111_195;

/** The same way so many metres to the right of itself, so that several on one street are told apart. */
export const aside = (way, metres) =>
  way.map((at, index) => {
    const before = way[Math.max(0, index - 1)];
    const after = way[Math.min(way.length - 1, index + 1)];
    const narrow = Math.cos((at.latitude * Math.PI) / 180);
    const east = (after.longitude - before.longitude) * narrow;
    const north = after.latitude - before.latitude;
    const length = Math.hypot(east, north);
    return length === 0 ? at : {
      latitude: at.latitude - (east / length) * (metres / METRES),
      longitude: at.longitude + (north / length) * (metres / METRES / narrow),
    };
  });
