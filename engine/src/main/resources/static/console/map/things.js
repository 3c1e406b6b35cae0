// Everything that stands in the city, on one canvas: drawn where it is seen, found where it is clicked.
// Ten thousand things are moved and painted as one picture; Leaflet's own layers would be one object each.
import { drawSymbol } from './symbols.js';

/** Of the index, in pixels of the world at zoom 0: about 600 m. */
const CELL = 256 / 2 ** 16;

/** Painted once and moved often: many small stamps are quicker where the page itself paints. */
const BY_PAGE = { willReadFrequently: true };

/** Pixels that a ring or an alarm's triangle takes around a symbol. */
const REACH = 8;

/** How many times its size a symbol has at a zoom. */
const scaleOf = (minor, zoom) =>
  minor ? Math.min(1.5, Math.max(0.5, 2 ** ((zoom - 15.2) / 2))) : Math.min(1.3, Math.max(0.8, 2 ** ((zoom - 15) / 4)));

const cellsOf = function* (xs, ys) {
  for (let x = Math.floor(Math.min(...xs) / CELL); x <= Math.floor(Math.max(...xs) / CELL); x++) {
    for (let y = Math.floor(Math.min(...ys) / CELL); y <= Math.floor(Math.max(...ys) / CELL); y++) {
      yield `${x}:${y}`;
    }
  }
};

/** Paths lie lowest, then small things, then what is rare. */
const rank = ({ xs, look }) => (xs.length > 1 ? 0 : look.minor ? 1 : 2);

const toSegment = (x, y, [x1, x2], [y1, y2]) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length ? Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) : 0;
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
};

export const defineThings = (L) => {
  if (L.things) {
    return;
  }
  const Things = L.Renderer.extend({
    options: { padding: 0.3 },

    _initContainer() {
      this._container = L.DomUtil.create('canvas');
      this._ctx = this._container.getContext('2d', BY_PAGE);
      this._items ??= [];
      this._cells ??= new Map();
      this._sprites = new Map();
    },

    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },

    /** @param things `{ type, id, path | position, look }`; where they stand is taken once */
    setThings(things) {
      const world = ({ latitude, longitude }) => this._map.project([latitude, longitude], 0);
      this._items = things.map((thing) => {
        const spots = (thing.path?.length > 1 ? thing.path : [thing.position]).map(world);
        return { ...thing, xs: spots.map((spot) => spot.x), ys: spots.map((spot) => spot.y) };
      });
      this._items.sort((a, b) => rank(a) - rank(b));
      this._cells = new Map();
      this._items.forEach((item, index) => {
        for (const cell of cellsOf(item.xs, item.ys)) {
          this._cells.get(cell)?.push(index) ?? this._cells.set(cell, [index]);
        }
      });
    },

    /** What they look like now; called with each thing. */
    setLooks(lookOf) {
      this._items.forEach((item) => {
        item.look = lookOf(item);
      });
      this._paint();
    },

    forgetColours() {
      this._sprites.clear();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) {
        return;
      }
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const sharp = devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      Object.assign(this._container, { width: size.x * sharp, height: size.y * sharp });
      Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      this._paint();
    },

    _within(xs, ys) {
      if (((xs[1] - xs[0]) / CELL) * ((ys[1] - ys[0]) / CELL) > this._cells.size) {
        return this._items;
      }
      const found = new Set();
      for (const cell of cellsOf(xs, ys)) {
        this._cells.get(cell)?.forEach((index) => found.add(index));
      }
      return [...found].sort((a, b) => a - b).map((index) => this._items[index]);
    },

    _paint() {
      if (!this._bounds || this._map._animatingZoom) {
        return;
      }
      const zoom = this._map.getZoom();
      const scale = 2 ** zoom;
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const size = this._bounds.getSize();
      const sharp = devicePixelRatio || 1;
      const ctx = this._ctx;
      ctx.setTransform(sharp, 0, 0, sharp, 0, 0);
      ctx.clearRect(0, 0, size.x, size.y);
      const sides = (from, length) => [(from - 12) / scale, (from + length + 12) / scale];
      const seen = this._within(sides(origin.x, size.x), sides(origin.y, size.y));
      const [x, y] = [(at) => at * scale - origin.x, (at) => at * scale - origin.y];
      this._lines(seen.filter((item) => item.xs.length > 1), x, y);
      for (const item of seen) {
        if (item.xs.length === 1) {
          this._stamp(item.look, x(item.xs[0]), y(item.ys[0]), zoom);
        }
      }
    },

    /** All lines of one look are one stroke. */
    _lines(items, x, y) {
      const byLook = Map.groupBy(items, ({ look }) => `${look.colour}|${look.chosen ? 6 : 2.2}`);
      this._ctx.globalAlpha = 0.7;
      this._ctx.lineCap = 'round';
      for (const [key, some] of byLook) {
        const [colour, width] = key.split('|');
        this._ctx.beginPath();
        for (const { xs, ys } of some) {
          xs.forEach((at, index) => (index ? this._ctx.lineTo(x(at), y(ys[index])) : this._ctx.moveTo(x(at), y(ys[index]))));
        }
        this._ctx.strokeStyle = colour;
        this._ctx.lineWidth = Number(width);
        this._ctx.stroke();
      }
      this._ctx.globalAlpha = 1;
    },

    /** A symbol is drawn once for each look and copied from then on. */
    _stamp(look, x, y, zoom) {
      const size = look.size * scaleOf(look.minor, zoom);
      const level = look.level === undefined ? '' : Math.round(look.level * 12);
      const key = `${look.shape}${size.toFixed(1)}${look.colour}${level}${look.alarm}${look.chosen}`;
      const reach = Math.ceil(size) + (look.alarm || look.chosen ? REACH : 2);
      let sprite = this._sprites.get(key);
      if (!sprite) {
        const sharp = devicePixelRatio || 1;
        sprite = document.createElement('canvas');
        Object.assign(sprite, { width: 2 * reach * sharp, height: 2 * reach * sharp });
        const ctx = sprite.getContext('2d', BY_PAGE);
        ctx.scale(sharp, sharp);
        drawSymbol(ctx, reach, reach, { ...look, size });
        this._sprites.set(key, sprite);
      }
      this._ctx.drawImage(sprite, x - reach, y - reach, 2 * reach, 2 * reach);
    },

    /** What somebody points at, the rarest first; undefined where nothing is. */
    at(point) {
      const zoom = this._map.getZoom();
      const scale = 2 ** zoom;
      const spot = this._map.containerPointToLayerPoint(point).add(this._map.getPixelOrigin());
      const sides = (at) => [(at - 14) / scale, (at + 14) / scale];
      const near = this._within(sides(spot.x), sides(spot.y)).toReversed();
      return near.find(({ xs, ys, look }) =>
        xs.length > 1
          ? xs.slice(1).some((to, index) => toSegment(spot.x, spot.y,
            [xs[index] * scale, to * scale], [ys[index] * scale, ys[index + 1] * scale]) < 6)
          : Math.hypot(xs[0] * scale - spot.x, ys[0] * scale - spot.y) < Math.max(6, look.size * scaleOf(look.minor, zoom) + 2));
    },
  });
  L.things = (options) => new Things(options);
};
