// The citizen's form: what, where, a word, a photo; then a code to follow it by. Phone first.
import { commandKey, get, Problem } from '../api.js';
import { html, nothing, render } from '../html.js';
import { addWords, dayAndTime, local, t } from '../i18n.js';
import { languageSwitch, logo, reason, themeSwitch } from '../marks.js';
import { change, onChange, state } from '../store.js';
import words from './words.js';

addWords(words);

const KINDS = ['BIN_OVERFLOWS', 'LAMP_DARK', 'SIGNAL_FAULTY'];
const LONGEST_SIDE = 1280;

const say = (problem) => change({ problem });

/** Of the report that is being written: sent twice, it is taken once. */
let key = commandKey();

const send = async (method, path, body, type) => {
  const answer = await fetch(path, { method, body, headers: { 'Content-Type': type, ...(method === 'POST' && { 'Idempotency-Key': key }) } });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Problem(answer.status, told.detail, told.words);
  }
  return told;
};

/** A phone's photo is too large to send: it is drawn smaller here. */
const smaller = async (file) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
};

const here = () =>
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => change({ at: `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`, problem: undefined }),
    () => say(t('report.noPosition')),
    { enableHighAccuracy: true, timeout: 10_000 },
  );

const report = async (event) => {
  event.preventDefault();
  const form = event.target;
  const submit = form.querySelector('[type=submit]');
  const [latitude, longitude] = form.at.value.split(',').map(Number);
  const photo = form.photo.files[0];
  submit.disabled = true;
  try {
    const { code } = await send('POST', '/public/reports',
      JSON.stringify({ kind: form.kind.value, latitude, longitude, words: form.words.value }), 'application/json');
    change({ sent: code, problem: undefined });
    key = commandKey();
    if (photo) {
      await send('PUT', `/public/reports/${code}/photo`, await smaller(photo), 'image/jpeg')
        .catch(() => say(t('report.photoLost')));
    }
  } catch (problem) {
    say(reason(problem));
  } finally {
    submit.disabled = false;
  }
};

const follow = async (event) => {
  event.preventDefault();
  try {
    change({ followed: await get(`/public/reports/${encodeURIComponent(event.target.code.value.trim().toUpperCase())}`), problem: undefined });
  } catch (problem) {
    change({ followed: undefined, problem: problem.status === 404 ? t('report.unknown') : reason(problem) });
  }
};

const form = () => html`<form @submit=${report}>
  <fieldset><legend>${t('report.kind')}</legend>${KINDS.map((kind, at) => html`
    <label class="kind"><input type="radio" name="kind" value=${kind} ?checked=${at === 0}> ${t(`reportKind.${kind}`)}</label>`)}</fieldset>
  <fieldset><legend>${t('report.where')}</legend>
    <button type="button" @click=${here}>${t('report.here')}</button>
    <label>${t('report.position')} <input type="text" name="at" required inputmode="text"
      pattern="\\s*-?\\d+(\\.\\d+)?\\s*,\\s*-?\\d+(\\.\\d+)?\\s*" .value=${state.at ?? ''}></label></fieldset>
  <label class="wide">${t('report.words')}<textarea name="words" rows="3" maxlength="500"></textarea></label>
  <label class="wide">${t('report.photo')}<input type="file" name="photo" accept="image/jpeg,image/png" capture="environment">
    <span class="small muted">${t('report.photo.note')}</span></label>
  <button type="submit" class="primary">${t('report.send')}</button></form>`;

const receipt = () => html`<p role="status">${t('report.sent')}</p><p class="code">${state.sent}</p>
  <button type="button" @click=${() => change({ sent: undefined })}>${t('report.more')}</button>`;

const following = () => html`<h2>${t('report.follow')}</h2><form @submit=${follow}>
  <label class="wide">${t('report.code')}<input type="text" name="code" required maxlength="20" autocapitalize="characters"></label>
  <button type="submit">${t('report.look')}</button></form>
  ${state.followed ? html`<p role="status"><strong>${t(`reportState.${state.followed.state}`)}</strong>
    · ${t(`reportKind.${state.followed.kind}`)} · ${dayAndTime(state.followed.receivedAt)}
    ${state.followed.answer ? html`<br>${state.followed.answer}` : nothing}</p>` : nothing}`;

const page = () => html`<div class="open report">
  <header>${logo()}<strong>${local(state.place?.city) || 'Nhịp'}</strong>
    ${state.place?.synthetic ? html`<span class="synthetic" title=${t('synthetic.why')}>${t('synthetic')}</span>` : nothing}
    <div class="switches">${themeSwitch()}${languageSwitch()}</div></header>
  <main><h1>${t('report.title')}</h1><p class="lead">${t('report.lead')}</p>
    ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
    ${state.sent ? receipt() : form()}${following()}</main></div>`;

onChange(() => {
  document.documentElement.lang = state.lang;
  document.documentElement.dataset.theme = state.theme;
  document.title = `${local(state.place?.city) || 'Nhịp'} · ${t('report.title')}`;
  render(page(), document.getElementById('app'));
});
change({});
get('/public/reports').then((place) => change({ place })).catch(() => {});
