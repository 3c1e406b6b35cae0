// Names of places: a zone where the city knows it, else the scope's word.
import { local, word } from './i18n.js';
import { state } from './store.js';

const zoneOf = (scope) => state.city?.zones.find((one) => one.id === scope);

export const isZone = (scope) => zoneOf(scope) !== undefined;

export const scopeName = (scope) => {
  const zone = zoneOf(scope);
  return zone ? local(zone.name) : word('scope', scope);
};

/** An asset's name; its id where the city has no such asset (any more). */
export const assetName = (id) => {
  const asset = state.assets.flatMap(({ assets }) => assets).find((one) => one.id === id);
  return asset ? local(asset.name) : id;
};
