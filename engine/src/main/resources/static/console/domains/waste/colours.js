// A colour a truck, by its place in the fleet: readable on both grounds, and never the only sign.
const COLOURS = [
  '#1f77b4', '#d1495b', '#2e933c', '#9467bd', '#c77700',
  '#00838f', '#b5438f', '#6b8e23', '#8c564b', '#5f6caf',
];

export const colourOf = (tour, plan) => COLOURS[plan.trucks.indexOf(tour) % COLOURS.length];
