// A crew's page on a phone: the next stop, done or skipped and why, a photo, and what is still ahead.
import { post } from '../api.js';
import { html, nothing } from '../html.js';
import { local, number, t, time } from '../i18n.js';
import { loadSchedule } from '../loader.js';
import { empty, loading, reason } from '../marks.js';
import { remember, remembered } from '../remembered.js';
import { change, state } from '../store.js';
import { words as waste } from '../domains/waste/words.js';

const REASONS = ['blocked', 'broken', 'empty', 'danger', 'full'];
const LONGEST_SIDE = 1280;

let busy = false;
let skipping = false;

const inForce = () => state.schedules?.find((one) => one.domain === 'waste' && one.status === 'PUBLISHED');

const truck = (tours) => {
  const mine = remembered('truck', '');
  return tours.find((tour) => tour.truck === mine) ?? tours[0];
};

/** A stop's name within the tour: a site or a break may come twice. */
const nameOf = (visit) => (visit.kind === 'collect' ? visit.at : `${visit.kind}@${visit.start}`);

const assetOf = (id) => state.assets.flatMap(({ assets }) => assets).find((one) => one.id === id);

/** A phone's photo is far larger than anybody looks at. */
const small = async (file) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: picture.width * scale, height: picture.height * scale });
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.75).split(',')[1];
};

const report = async (schedule, tour, visit, outcome, form) => {
  busy = true;
  change({});
  try {
    const file = form?.photo.files[0];
    await post(`/api/schedules/${schedule.id}/reports`, {
      unit: tour.truck, stop: nameOf(visit), outcome,
      reason: form ? [t(`driver.reason.${form.reason.value}`), form.note.value.trim()].filter(Boolean).join(': ') : undefined,
      photo: file ? await small(file) : undefined,
    });
    skipping = false;
    await loadSchedule(schedule.id);
  } catch (problem) {
    change({ notice: { tone: 'bad', text: reason(problem) } });
  } finally {
    busy = false;
    change({});
  }
};

const skipForm = (schedule, tour, visit) => html`
  <form class="skip-form" @submit=${(event) => {
    event.preventDefault();
    report(schedule, tour, visit, 'SKIPPED', event.target);
  }}>
    <fieldset><legend>${t('driver.why')}</legend>${REASONS.map((reason, index) => html`
      <label class="check"><input type="radio" name="reason" value=${reason} required ?checked=${index === 0}> ${t(`driver.reason.${reason}`)}</label>`)}</fieldset>
    <label>${t('driver.note')}<input name="note" maxlength="300" autocomplete="off"></label>
    <label>${t('driver.photo')}<input name="photo" type="file" accept="image/*" capture="environment"></label>
    <div class="buttons"><button type="button" @click=${() => { skipping = false; change({}); }}>${t('cancel')}</button>
      <button type="submit" class="danger" data-do="skip-now" ?disabled=${busy}>${t('driver.skip')}</button></div></form>`;

const way = (position) => (position
  ? html`<a class="button" href="geo:${position.latitude},${position.longitude}?q=${position.latitude},${position.longitude}">${t('driver.way')}</a>` : nothing);

const next = (schedule, tour, visit) => {
  const asset = assetOf(visit.at);
  return html`<section class="next-stop" data-stop=${nameOf(visit)}>
    <p class="muted">${t(`waste.kind.${visit.kind}`)} · ${t('driver.at', { at: time(visit.arrive) })}</p>
    <h2>${visit.at || t(`waste.kind.${visit.kind}`)}</h2>
    <p>${asset ? local(asset.name) : nothing}${visit.litres ? html` · ${number(visit.litres)} ${t('waste.litres').toLowerCase()}` : nothing}</p>
    ${skipping ? skipForm(schedule, tour, visit) : html`
      <button type="button" class="primary huge" data-do="done" ?disabled=${busy} @click=${() => report(schedule, tour, visit, 'DONE')}>✓ ${t('driver.done')}</button>
      <div class="tools">${way(asset?.position)}
        ${visit.kind === 'collect' ? html`<button type="button" data-do="skip" @click=${() => { skipping = true; change({}); }}>${t('driver.skip')}…</button>` : nothing}</div>`}
  </section>`;
};

const tourPage = (schedule) => {
  const tours = schedule.plan.trucks.filter((tour) => tour.visits.length && !tour.outOfService);
  const tour = truck(tours);
  if (!tour) {
    return empty(t('driver.none'), t('driver.none.advice'));
  }
  const said = new Map((schedule.reports ?? []).filter((one) => one.unit === tour.truck).map((one) => [one.stop, one]));
  const visits = tour.visits.filter((visit) => !visit.done);
  const ahead = visits.filter((visit) => !said.has(nameOf(visit)));
  return html`
    <label class="chooser">${t('waste.truck')}<select data-do="truck" @change=${(event) => { remember('truck', event.target.value); skipping = false; change({}); }}>
      ${tours.map((one) => html`<option ?selected=${one === tour}>${one.truck}</option>`)}</select></label>
    <p><meter min="0" max=${visits.length} value=${visits.length - ahead.length} aria-label=${t('driver.progress')}></meter>
      ${t('driver.count', { done: visits.length - ahead.length, all: visits.length })}</p>
    ${ahead.length ? next(schedule, tour, ahead[0]) : empty(t('driver.over'), t('driver.over.advice'))}
    <details><summary>${t('driver.ahead', { count: Math.max(0, ahead.length - 1) })}</summary><ol class="ahead">${ahead.slice(1).map((visit) => html`
      <li>${time(visit.arrive)} · ${visit.at || t(`waste.kind.${visit.kind}`)}</li>`)}</ol></details>`;
};

const both = {
  'page.driver': ['Chuyến của tôi', 'My tour'], 'driver.none': ['Chưa có chuyến nào', 'No tour yet'],
  'driver.none.advice': ['Chuyến hiện ở đây khi điều hành viên duyệt kế hoạch.', 'Your tour appears here once an operator approves the plan.'],
  'driver.at': ['dự kiến {at}', 'expected at {at}'], 'driver.done': ['Xong', 'Done'], 'driver.skip': ['Bỏ qua', 'Skip'],
  'driver.way': ['Chỉ đường', 'Show the way'], 'driver.why': ['Vì sao bỏ qua?', 'Why is it skipped?'], 'driver.note': ['Nói thêm', 'More'],
  'driver.photo': ['Ảnh tại chỗ', 'A photo'], 'driver.progress': ['Đã đi được', 'Progress'], 'driver.count': ['{done} trên {all} điểm', '{done} of {all} stops'],
  'driver.over': ['Hết chuyến', 'The tour is over'], 'driver.over.advice': ['Cảm ơn. Đưa xe về bãi.', 'Thank you. Bring the truck home.'],
  'driver.ahead': ['Còn {count} điểm sau điểm này', '{count} stops after this one'],
  'driver.reason.blocked': ['Bị chắn, không vào được', 'Blocked, no way in'], 'driver.reason.broken': ['Thùng hỏng', 'The container is broken'],
  'driver.reason.empty': ['Thùng trống', 'The container is empty'], 'driver.reason.danger': ['Không an toàn', 'Not safe'], 'driver.reason.full': ['Xe đã đầy', 'The truck is full'],
};

const side = (index) => Object.fromEntries(Object.entries(both).map(([key, pair]) => [key, pair[index]]));

export default {
  name: 'driver',
  order: 5,
  roles: ['CREW'],
  icon: 'M2 6h12v10H2zM14 10h4l4 3v3h-8M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  words: { vi: { ...waste.vi, ...side(0) }, en: { ...waste.en, ...side(1) } },
  open: (id) => id && loadSchedule(id),
  view: (id) => {
    const plan = inForce();
    if (plan && plan.id !== id) {
      queueMicrotask(() => location.replace(`#/driver/${plan.id}`));
    }
    return html`<div class="driver"><div class="panel-head"><h1>${t('page.driver')}</h1></div>
      ${state.schedules === undefined ? loading()
        : !plan ? empty(t('driver.none'), t('driver.none.advice'))
          : state.schedule?.id === plan.id ? tourPage(state.schedule) : loading()}</div>`;
  },
};
