// What each kind of thing looks like: a shape for the kind, a mark for its state.
const value = (device, property) =>
  device?.latest?.find((one) => one.property === property)?.value;

/** Colours come from the style sheet, so that light and dark have one source. */
export const palette = () => {
  const probe = document.documentElement.appendChild(document.createElement('i'));
  const read = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    arterial: read('--map-arterial'),
    road: read('--map-road'),
    label: read('--map-label'),
    ground: read('--map-ground'),
    text: read('--text'),
    accent: read('--accent'),
    lighting: read('--lighting'),
    waste: read('--waste'),
    signals: read('--signals'),
    device: read('--device'),
    alarm: read('--bad'),
  };
  probe.remove();
  return colours;
};

const SHAPES = {
  'luminaire-group': ['dot', 2.6],
  luminaires: ['dot', 2.6],
  cabinet: ['square', 5.5],
  container: ['pie', 4.2],
  depot: ['house', 8],
  'disposal-site': ['diamond', 7.5],
  disposal: ['diamond', 7.5],
  intersection: ['signal', 6],
};

/** Limits above which a thing asks for a look. */
const FULL = 85;

export const assetSymbol = (asset, domain, device, colours) => {
  const [shape, size] = SHAPES[asset.kind] ?? ['dot', 4];
  const fill = value(device, 'fillLevel');
  const power = value(device, 'activePower');
  const cap = Number(asset.properties?.capKilowatts ?? device?.limits?.capKilowatts ?? NaN);
  return {
    shape,
    size,
    colour: colours[domain] ?? colours.accent,
    level: fill === undefined ? undefined : fill / 100,
    alarm: fill > FULL || power > cap,
    alarmColour: colours.alarm,
    ground: colours.ground,
    minor: asset.kind === 'luminaire-group' || asset.kind === 'container',
  };
};

const DEVICES = {
  detector: ['triangle', 3.6],
  'weather-station': ['cross', 5],
  'light-sensor': ['ring', 4.5],
};

export const deviceSymbol = (device, colours) => {
  const [shape, size] = DEVICES[device.kind] ?? ['ring', 3.5];
  return { shape, size, colour: colours.device, ground: colours.ground, minor: device.kind === 'detector' };
};

const polygon = (ctx, points) => {
  ctx.beginPath();
  points.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
};

const outline = {
  dot: (ctx, x, y, r) => ctx.arc(x, y, r, 0, 7),
  pie: (ctx, x, y, r) => ctx.arc(x, y, r, 0, 7),
  ring: (ctx, x, y, r) => ctx.arc(x, y, r, 0, 7),
  square: (ctx, x, y, r) => ctx.rect(x - r, y - r, 2 * r, 2 * r),
  signal: (ctx, x, y, r) => ctx.roundRect(x - r * 0.6, y - r, r * 1.2, 2 * r, 2),
};

const corners = {
  triangle: (x, y, r) => [[x, y - r], [x + r, y + r * 0.8], [x - r, y + r * 0.8]],
  diamond: (x, y, r) => [[x, y - r], [x + r, y], [x, y + r], [x - r, y]],
  house: (x, y, r) => [[x, y - r], [x + r, y - r * 0.1], [x + r, y + r], [x - r, y + r], [x - r, y - r * 0.1]],
  cross: (x, y, r) => {
    const w = r * 0.38;
    return [[x - w, y - r], [x + w, y - r], [x + w, y - w], [x + r, y - w], [x + r, y + w], [x + w, y + w],
      [x + w, y + r], [x - w, y + r], [x - w, y + w], [x - r, y + w], [x - r, y - w], [x - w, y - w]];
  },
};

/** Draws one symbol; the legend and the map share it. */
export const drawSymbol = (ctx, x, y, look) => {
  const { shape, size: r, colour, level, alarm, alarmColour, ground, chosen, ring } = look;
  ctx.save();
  if (corners[shape]) {
    polygon(ctx, corners[shape](x, y, r));
  } else {
    ctx.beginPath();
    (outline[shape] ?? outline.dot)(ctx, x, y, r);
  }
  const hollow = shape === 'ring' || shape === 'pie';
  ctx.fillStyle = hollow ? ground : colour;
  ctx.strokeStyle = hollow ? colour : ground;
  ctx.lineWidth = hollow ? 1.4 : 1;
  ctx.fill();
  ctx.stroke();
  if (shape === 'pie' && level > 0) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + level * 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  }
  if (shape === 'signal') {
    ctx.fillStyle = ground;
    [-0.55, 0, 0.55].forEach((step) => {
      ctx.beginPath();
      ctx.arc(x, y + step * r, r * 0.22, 0, 7);
      ctx.fill();
    });
  }
  if (alarm) {
    ctx.strokeStyle = alarmColour;
    ctx.lineWidth = 2;
    polygon(ctx, corners.triangle(x, y - 0.5, r + 5));
    ctx.stroke();
  }
  if (chosen) {
    ctx.strokeStyle = ring;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, r + 6, 0, 7);
    ctx.stroke();
  }
  ctx.restore();
};
