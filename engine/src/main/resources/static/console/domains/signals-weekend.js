// Weekend plans of signals: the same table and pictures as a working day's.
export { words, view } from './signals-day.js';
