// <nhip-map>: the city’s own roads below, what stands in it, the open plan, names on top.
import { local } from '../i18n.js';
import { legend } from './legend.js';
import { html, leaflet, render } from '../html.js';
import { defineStreetNames } from './street-names.js';
import { assetSymbol, deviceSymbol, palette } from './symbols.js';
import { defineThings } from './things.js';
import { change } from '../store.js';

const spot = (position) => [position.latitude, position.longitude];

/** What the page sets; another object asks for a drawing. */
const WATCHED = ['lang', 'theme', 'city', 'roads', 'assets', 'devices', 'selection', 'plan', 'alarms', 'focus'];

class CityMap extends HTMLElement {
  #L;
  #map;
  #things;
  #planCanvas;
  #layers = {};
  #drawn = {};
  #asked = false;
  #home;
  /** What the map was fitted to last; nothing once a person has moved it. */
  #fitted;

  constructor() {
    super();
    for (const name of WATCHED) {
      let value = this[name];
      Object.defineProperty(this, name, {
        get: () => value,
        set: (next) => {
          if (next !== value) {
            value = next;
            this.#ask();
          }
        },
      });
    }
  }

  async connectedCallback() {
    this.innerHTML = '';
    const stage = document.createElement('div');
    stage.className = 'map-stage';
    this.legendBox = document.createElement('div');
    this.append(stage, this.legendBox);
    this.#L = await leaflet();
    defineStreetNames(this.#L);
    defineThings(this.#L);
    this.#map = this.#L.map(stage, {
      renderer: this.#L.canvas({ padding: 0.3 }),
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      minZoom: 11,
      maxZoom: 19,
    });
    this.#L.control.zoom({ position: 'topright', zoomInTitle: '+', zoomOutTitle: '−' }).addTo(this.#map);
    for (const [name, height] of [['things', 410], ['plan', 415], ['names', 420]]) {
      this.#map.createPane(name).style.zIndex = height;
    }
    this.#things = this.#L.things({ pane: 'things' });
    this.#planCanvas = this.#L.canvas({ pane: 'plan', padding: 0.3 });
    this.#map.on('click', ({ containerPoint }) => {
      const found = this.#things.at(containerPoint);
      change({ selection: found && { type: found.type, id: found.id } });
    });
    this.#map.on('mousemove', ({ containerPoint }) => {
      stage.style.cursor = this.#things.at(containerPoint) ? 'pointer' : '';
    });
    for (const touch of ['pointerdown', 'wheel', 'keydown']) {
      stage.addEventListener(touch, () => { this.#fitted = undefined; }, { capture: true, passive: true });
    }
    new ResizeObserver(() => {
      this.#map.invalidateSize({ animate: false });
      if (this.offsetParent !== null) {
        this.#fit(this.#fitted);
      }
      this.#ask();
    }).observe(stage);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#all());
    this.#ask();
  }

  #ask() {
    if (!this.#asked) {
      this.#asked = true;
      requestAnimationFrame(() => {
        this.#asked = false;
        this.#draw();
      });
    }
  }

  #all() {
    this.#drawn = {};
    this.#ask();
  }

  /** Draws only what is another object than the last time. */
  #draw() {
    if (!this.#map || !this.city || this.offsetParent === null) {
      return;
    }
    if (!this.#drawn.city) {
      this.#map.setView(spot(this.city.centre), 14.5, { animate: false });
    }
    const themed = this.theme + this.lang;
    this.#when('city', this.city.id, () => undefined);
    this.#when('roads', [this.roads, themed], () => this.roads && this.#roads());
    this.#when('zones', [this.city.id, themed], () => this.#zones());
    this.#when('plan', [this.plan, themed], () => this.#plan());
    const standing = this.devices.map((one) => one.id).join();
    this.#when('standing', [this.assets, standing], () => this.#stand());
    this.#when('looks', [this.assets, this.devices, this.selection, themed], () => this.#look(themed));
    this.#when('alarms', [this.alarms, this.assets, this.devices, themed], () => this.#alarms());
    this.#when('focus', [this.focus], () => this.focus && this.#near(this.focus));
    this.#when('legend', [this.assets, this.devices, themed], () =>
      render(html`${legend(this.assets, this.devices)}`, this.legendBox));
  }

  #when(name, by, act) {
    const key = [].concat(by);
    const last = this.#drawn[name];
    if (!last || key.some((one, index) => one !== last[index])) {
      this.#drawn[name] = key;
      act();
    }
  }

  #fit(bounds) {
    if (bounds?.isValid()) {
      this.#fitted = bounds;
      this.#map.fitBounds(bounds, { padding: [32, 32], maxZoom: 16, animate: false });
    }
  }

  #near(position) {
    this.#fitted = undefined;
    this.#map.setView(spot(position), Math.max(16, this.#map.getZoom()), { animate: false });
  }

  #layer(name, pane) {
    this.#layers[name]?.remove();
    this.#layers[name] = this.#L.layerGroup([], { pane }).addTo(this.#map);
    return this.#layers[name];
  }

  #roads() {
    const colours = palette();
    const layer = this.#layer('roads');
    const at = new Map(this.roads.junctions.map((one) => [one.id, spot(one.position)]));
    const width = { arterial: 5, collector: 3, local: 1.6 };
    for (const section of this.roads.sections) {
      this.#L.polyline([at.get(section.from), at.get(section.to)], {
        color: section.roadClass === 'arterial' ? colours.arterial : colours.road,
        weight: width[section.roadClass] ?? 2,
        interactive: false,
      }).addTo(layer);
    }
    this.#L.streetNames(this.roads, colours, this.city.zones.map((zone) => spot(zone.centre))).addTo(layer);
    const bounds = this.#L.latLngBounds([...at.values()]);
    if (!this.#home && bounds.isValid()) {
      this.#home = bounds;
      this.#fit(bounds);
      this.#map.setMaxBounds(bounds.pad(0.6));
    }
  }

  #zones() {
    const layer = this.#layer('zones');
    for (const zone of this.city.zones) {
      this.#L.marker(spot(zone.centre), {
        interactive: false,
        keyboard: false,
        icon: this.#L.divIcon({ className: 'zone-name', html: '', iconSize: null }),
      }).addTo(layer).getElement().textContent = local(zone.name);
    }
  }

  /** Assets, and the devices that stand alone. */
  #stand() {
    const owned = new Set(this.assets.flatMap(({ assets }) => assets.map((asset) => asset.id)));
    const colours = palette();
    this.#things.addTo(this.#map).setThings([
      ...this.assets.flatMap(({ domain, assets }) => assets.map((one) => ({
        type: 'asset', id: one.id, path: one.path, position: one.position, asset: one, domain,
        look: assetSymbol(one, domain, undefined, colours),
      }))),
      ...this.devices.filter((device) => !owned.has(device.asset)).map((one) => ({
        type: 'device', id: one.id, position: one.position, device: one, look: deviceSymbol(one, colours),
      })),
    ]);
  }

  #look(themed) {
    if (this.#layers.theme !== themed) {
      this.#layers.theme = themed;
      this.#things.forgetColours();
    }
    const colours = palette();
    const latest = new Map(this.devices.map((device) => [device.asset, device]));
    this.#things.setLooks(({ type, id, asset, domain, device }) => ({
      ...(asset ? assetSymbol(asset, domain, latest.get(id), colours) : deviceSymbol(device, colours)),
      chosen: this.selection?.type === type && this.selection.id === id,
      ring: colours.text,
    }));
  }

  /** A ring around what an alarm is about. */
  #alarms() {
    const layer = this.#layer('alarms');
    const colours = palette();
    const place = new Map([
      ...this.devices.map((one) => [one.id, one.position]),
      ...this.assets.flatMap(({ assets }) => assets.map((one) => [one.id, one.position])),
    ]);
    for (const alarm of (this.alarms ?? []).filter((one) => !one.endedAt && place.has(one.asset))) {
      this.#L.circleMarker(spot(place.get(alarm.asset)), {
        radius: 11, color: colours.alarm, weight: 2.5, dashArray: '3 3', fill: false, interactive: false,
      }).addTo(layer);
    }
  }

  #plan() {
    const layer = this.#layer('plan');
    const colours = palette();
    const shapes = this.plan ?? [];
    // An open plan is what somebody looks at; the rest steps back.
    this.#map.getPane('things').style.opacity = shapes.length ? 0.4 : 1;
    for (const shape of shapes.filter((one) => one.path)) {
      this.#L.polyline(shape.path.map(spot), {
        color: shape.colour ?? colours.accent, weight: shape.weight ?? 4, opacity: shape.opacity ?? 0.9,
        dashArray: shape.dash, interactive: false, renderer: this.#planCanvas,
      }).addTo(layer);
    }
    for (const { at, text } of shapes.filter((one) => one.at && one.text)) {
      this.#L.marker(spot(at), {
        interactive: false, keyboard: false,
        icon: this.#L.divIcon({ className: 'plan-label', html: '', iconSize: null }),
      }).addTo(layer).getElement().textContent = text;
    }
    if (shapes.length) {
      this.#fit(this.#L.latLngBounds(shapes.flatMap((shape) => (shape.path ?? [shape.at]).map(spot))));
    } else if (this.#fitted) {
      this.#fit(this.#home);
    }
  }
}

customElements.define('nhip-map', CityMap);
