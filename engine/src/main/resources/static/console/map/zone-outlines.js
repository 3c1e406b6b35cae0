// A zone has a centre but no border: the hull of what stands in it shows where it lies.
const turn = (a, b, c) => (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1]);

const half = (points) => {
  const chain = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) {
      chain.pop();
    }
    chain.push(point);
  }
  return chain.slice(0, -1);
};

const hull = (points) => {
  const sorted = [...points].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return sorted.length < 3 ? [] : [...half(sorted), ...half(sorted.reverse())];
};

export const zoneOutlines = (city, assets) => {
  const all = assets.flatMap((domain) => domain.assets);
  return city.zones.map((zone) => ({
    zone,
    outline: hull(
      all
        .filter((asset) => asset.zone === zone.id)
        .map((asset) => [asset.position.latitude, asset.position.longitude]),
    ),
  }));
};
