// What the workbench holds: the version that is open, its files as they are being edited, results.
import { get, post } from '../api.js';
import { refusal } from '../command.js';
import { html, nothing } from '../html.js';
import { t } from '../i18n.js';
import { load } from '../loader.js';
import { change, state } from '../store.js';

export const desk = {
  version: undefined,
  files: {},
  file: undefined,
  tab: 'files',
  result: undefined,
  replay: undefined,
  answers: undefined,
  busy: false,
};

const set = (part) => {
  Object.assign(desk, part);
  change({});
};

const say = (tone, text) => change({ notice: { tone, text } });

/** Runs a call to the server; where somebody else was quicker, the version is loaded again. */
const work = async (call) => {
  set({ busy: true });
  try {
    return await call();
  } catch (problem) {
    say('bad', refusal(problem));
    if (problem.status === 412 && desk.version) {
      show(await get(`/api/rules/versions/${desk.version.line.id}`));
    }
    return undefined;
  } finally {
    set({ busy: false });
  }
};

const show = (version) =>
  set({
    version,
    tab: desk.version?.line.id === version.line.id ? desk.tab : 'files',
    files: { ...version.files },
    file: version.files[desk.file] === undefined ? first(version.files) : desk.file,
    result: undefined,
    replay: undefined,
    answers: undefined,
  });

const first = (files) => (files['triggers.drl'] === undefined ? Object.keys(files)[0] : 'triggers.drl');

export const open = (id) => {
  load('rules');
  if (!id || id === 'new') {
    desk.version = undefined;
    return;
  }
  if (String(desk.version?.line.id) !== id) {
    work(async () => show(await get(`/api/rules/versions/${encodeURIComponent(id)}`)));
  }
};

export const pick = (file) => set({ file, tab: 'files' });
export const turn = (tab) => set({ tab });
export const write = (file, text) => set({ files: { ...desk.files, [file]: text } });
export const changed = () =>
  Object.keys(desk.files).some((file) => desk.files[file] !== desk.version?.files[file]);

export const trial = () =>
  work(async () => {
    const name = desk.version.line.name;
    set({ result: await post('/api/rules/trial', { name, files: desk.files }) });
  });

export const draft = (name, files, reason) =>
  work(async () => {
    const made = await post('/api/rules/versions', { name, files, reason });
    show(made);
    location.hash = `#/rules/${made.line.id}`;
  });

const step = (path, reason) =>
  work(async () => {
    const id = desk.version.line.id;
    const answer = await post(`/api/rules/versions/${id}/${path}`, { reason }, desk.version.tag);
    if (answer.result) {
      set({ result: answer.result });
    }
    if (answer.pauseMillis !== undefined) {
      say('good', t('rules.serves', { pause: answer.pauseMillis }));
    }
    const result = desk.result;
    show(await get(`/api/rules/versions/${id}`));
    set({ result });
    load('rules');
  });

export const check = () => step('check');
export const shadow = (reason) => step('shadow', reason);
export const unshadow = (reason) => step('unshadow', reason);
export const activate = (reason) => step('activation', reason);

/** The tag of a package: its version that serves, as the list shows it. */
const active = (name) =>
  state.rules?.versions.find((one) => one.name === name && one.status === 'ACTIVE')?.id;

export const rollBack = (name, reason) =>
  work(async () => {
    const answer = await post(`/api/rules/packages/${name}/rollback`, { reason }, active(name));
    say('good', t('rules.serves', { pause: answer.pauseMillis }));
    load('rules');
  });

/** Of each of the two solves for a schedule that changes. */
const EVALUATIONS = 1000;

export const replay = (from, to, zone, schedules) =>
  work(async () => {
    const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const body = { ...span, ...(zone && { zone }), ...(schedules && { evaluations: EVALUATIONS }) };
    set({ replay: await post(`/api/rules/versions/${desk.version.line.id}/replay`, body) });
  });

export const whyNot = (zone, at) =>
  work(async () => {
    const moment = at ? `&at=${encodeURIComponent(new Date(at).toISOString())}` : '';
    const name = desk.version.line.name;
    set({
      answers: await get(
        `/api/rules/why-not?name=${name}&zone=${encodeURIComponent(zone)}${moment}`,
      ),
    });
  });

export const mayWrite = () =>
  ['RULE_ENGINEER', 'ADMINISTRATOR'].some((role) => state.me?.roles.includes(role));

/** Files of the city's folder that do not serve, and why. */
export const refused = () => {
  const all = Object.entries(state.rules?.refused ?? {});
  return all.length === 0
    ? nothing
    : html`<div class="refused" role="alert"><h2>${t('rules.refused')}</h2>
        ${all.map(([name, why]) => html`<p><strong>${name}</strong>: <code>${why}</code></p>`)}</div>`;
};
