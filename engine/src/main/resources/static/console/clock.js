// The city's time between two answers of the server. It may run faster than the wall's.
let last;
let rate = 1;

export const heardTime = (instant, speed) => {
  last = { wall: performance.now(), city: Date.parse(instant) };
  rate = speed ?? 1;
};

export const cityNow = () =>
  last ? new Date(last.city + (performance.now() - last.wall) * rate) : undefined;

/** How many seconds pass in the city while one passes here. */
export const cityRate = () => rate;
