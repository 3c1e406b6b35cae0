// Colours the words of DRL and YAML; the text itself is never changed.
import { html } from '../html.js';

const DRL =
  /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|("(?:[^"\\\n]|\\.)*")|(\$\w+)|\b(package|import|rule|when|then|end|not|exists|accumulate|over|after|before|in|new)\b|\b([A-Z]\w*)\b|(\b\d+(?:\.\d+)?(?:ms|s|m|h|d)?\b)/g;
const YAML = /(#[^\n]*)|("(?:[^"\\\n]|\\.)*")|(\$\w+)|^(?:\s*-?\s*)([a-zA-Z]+)(?=:)|()(?!)|(\b\d+(?:\.\d+)?(?:ms|s|m|h|d)?\b)/gm;
const KINDS = ['', 'comment', 'text', 'variable', 'keyword', 'type', 'number'];

export const highlight = (text, file) => {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(file.endsWith('.drl') ? DRL : YAML)) {
    const group = match.findIndex((value, index) => index > 0 && value !== undefined);
    const start = match.index + match[0].length - match[group].length;
    parts.push(text.slice(at, start), html`<span class="hl-${KINDS[group]}">${match[group]}</span>`);
    at = start + match[group].length;
  }
  parts.push(text.slice(at), '\n');
  return parts;
};
