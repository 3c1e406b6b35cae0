// The city's time between two answers of the server. It may run faster than the wall's.
let last;
let rate = 1;

export const heardTime = (instant) => {
  const sample = { wall: performance.now(), city: Date.parse(instant) };
  if (last && sample.wall - last.wall < 2_000) {
    return;
  }
  if (last) {
    rate = Math.max(1, Math.round((sample.city - last.city) / (sample.wall - last.wall)));
  }
  last = sample;
};

export const cityNow = () =>
  last ? new Date(last.city + (performance.now() - last.wall) * rate) : undefined;

/** How many seconds pass in the city while one passes here. */
export const cityRate = () => rate;
