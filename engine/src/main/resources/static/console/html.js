// The one place that knows where the libraries lie on the class path.
export { html, svg, nothing, render } from '/_static/lit-html/3.3.3/lit-html.js';

/** Leaflet has no small module build: its script sets `L`. */
export const leaflet = async () => {
  await import('/webjars/leaflet/1.9.4/dist/leaflet.js');
  return globalThis.L;
};
