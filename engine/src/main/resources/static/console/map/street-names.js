// Street names along streets, which Leaflet has not.
export const defineStreetNames = (L) => {
  if (L.streetNames) {
    return;
  }
  const StreetNames = L.Layer.extend({
    initialize(roads, colours, kept) {
      this._kept = kept;
      this._streets = longestRuns(roads);
      this._colours = colours;
    },

    onAdd(map) {
      this._canvas = L.DomUtil.create('canvas', 'street-names leaflet-zoom-hide');
      map.getPane('names').appendChild(this._canvas);
      map.on('moveend zoomend resize', this._draw, this);
      this._draw();
    },

    onRemove(map) {
      map.off('moveend zoomend resize', this._draw, this);
      this._canvas.remove();
    },

    _draw() {
      const map = this._map;
      if (!map) {
        return;
      }
      const size = map.getSize();
      const sharp = devicePixelRatio || 1;
      Object.assign(this._canvas, { width: size.x * sharp, height: size.y * sharp });
      this._canvas.style.width = `${size.x}px`;
      this._canvas.style.height = `${size.y}px`;
      L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([0, 0]));
      const ctx = this._canvas.getContext('2d');
      ctx.scale(sharp, sharp);
      writeNames(ctx, map, this._streets, this._colours, this._kept);
    },
  });
  L.streetNames = (roads, colours, kept) => new StreetNames(roads, colours, kept);
};

const longestRuns = (roads) => {
  const at = new Map(roads.junctions.map((one) => [one.id, [one.position.latitude, one.position.longitude]]));
  return roads.sections
    .filter((section) => section.name)
    .map((section) => ({ name: section.name, rank: section.lanes, from: at.get(section.from), to: at.get(section.to) }))
    .sort((a, b) => b.rank - a.rank);
};

/** Beside its line, where the street's own things do not stand; in pixels. */
const BESIDE = 9;

/** One name a street at least 260 pixels apart, none over another or over what stands in the kept places. */
const writeNames = (ctx, map, streets, colours, kept) => {
  const written = kept.map((at) => ({ ...map.latLngToContainerPoint(at), half: 34 }));
  ctx.font = '500 11px system-ui, sans-serif';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const street of streets) {
    const a = map.latLngToContainerPoint(street.from);
    const b = map.latLngToContainerPoint(street.to);
    const x = (a.x + b.x) / 2;
    const y = (a.y + b.y) / 2;
    const half = ctx.measureText(street.name).width / 2;
    const near = written.some((other) => {
      const distance = Math.hypot(other.x - x, other.y - y);
      return distance < (other.name === street.name ? 260 : half + other.half + 4) && (other.name === street.name || Math.abs(other.y - y) < 60);
    });
    if (near || Math.hypot(a.x - b.x, a.y - b.y) < half * 1.3) {
      continue;
    }
    written.push({ x, y, half, name: street.name });
    let angle = Math.atan2(b.y - a.y, b.x - a.x);
    if (Math.abs(angle) > Math.PI / 2) {
      angle += Math.PI;
    }
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(angle);
    ctx.strokeStyle = colours.ground;
    ctx.lineWidth = 3.5;
    ctx.strokeText(street.name, 0, -BESIDE);
    ctx.fillStyle = colours.label;
    ctx.fillText(street.name, 0, -BESIDE);
    ctx.restore();
  }
};
