// The rule engineers' workbench: packages and versions, an editor, tests, replay, approval.
import { html, nothing } from '../html.js';
import { desk, open, refused } from '../rules/desk.js';
import { packages } from '../rules/packages.js';
import { gallery } from '../rules/gallery.js';
import { version } from '../rules/version.js';
import words from '../rules/words.js';

export default {
  name: 'rules',
  order: 40,
  icon: 'M6 4h9l3 3v13H6zM9 11l2 2-2 2M13 15h3',
  words,
  data: {
    rules: { path: '/api/rules', stale: { rules: 300 }, lazy: true },
    ruleNames: { path: '/api/rules/names', stale: { rules: 300 } },
  },
  open,
  view: (id) => html`
    <link rel="stylesheet" href="/console/rules/rules.css">
    ${refused()}
    <div class="workbench">${id === 'new' ? gallery() : id ? version() : packages()}</div>
    ${desk.busy ? html`<progress class="working"></progress>` : nothing}`,
};
