// The city at a glance: the live map, what is wrong now, and a search for anything in it.
import { alarmList } from '../map/alarms.js';
import { finder } from '../map/finder.js';
import { html } from '../html.js';
import { t } from '../i18n.js';
import { load } from '../loader.js';
import { whenLoaded } from '../marks.js';
import { state } from '../store.js';

export default {
  name: 'city',
  order: 20,
  layout: 'map',
  icon: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14',
  data: { alarms: { path: '/api/alarms', stale: { alarm: 300 } } },
  words: {
    vi: {
      'page.city': 'Thành phố', 'alarms': 'Báo động', 'alarms.open': 'Đang kéo dài hoặc chưa ai xem', 'alarms.past': 'Đã qua',
      'alarms.calm': 'Không có báo động nào. Thành phố đang yên.', 'alarm.acknowledge': 'Đã thấy',
      'alarm.times': '{times} lần', 'alarm.seen': '{by} đã thấy lúc {at}', 'alarm.since': 'từ {at}', 'alarm.ended': 'hết lúc {at}',
      'alarm.kind.device-silent': 'Thiết bị im lặng', 'alarm.kind.device-drift': 'Lệch kế hoạch', 'alarm.kind.rule-urgent': 'Luật khẩn',
      'alarm.kind.plan-unsafe': 'Kế hoạch bị chặn', 'alarm.kind.publication-failed': 'Không tới hiện trường', 'alarm.kind.job-failed': 'Lỗi lập kế hoạch', 'alarm.kind.stop-skipped': 'Điểm bị bỏ qua',
      'finder': 'Tìm nút giao, thùng, tủ, phố', 'finder.none': 'Không có gì khớp.', 'finder.more': 'và {count} kết quả nữa',
      'slider': 'Xem lại 24 giờ qua', 'slider.now': 'Bây giờ', 'slider.past': 'Đang xem lúc {at}', 'slider.label': 'Thời điểm xem lại',
    },
    en: {
      'page.city': 'City', 'alarms': 'Alarms', 'alarms.open': 'Lasting, or seen by nobody', 'alarms.past': 'Past',
      'alarms.calm': 'No alarm. The city is calm.', 'alarm.acknowledge': 'Seen',
      'alarm.times': '{times} times', 'alarm.seen': 'seen by {by} at {at}', 'alarm.since': 'since {at}', 'alarm.ended': 'ended {at}',
      'alarm.kind.device-silent': 'Silent device', 'alarm.kind.device-drift': 'Drift', 'alarm.kind.rule-urgent': 'Urgent rule',
      'alarm.kind.plan-unsafe': 'Plan stopped', 'alarm.kind.publication-failed': 'Not in the field', 'alarm.kind.job-failed': 'Planning failed', 'alarm.kind.stop-skipped': 'Stop skipped',
      'finder': 'Find a junction, container, cabinet, device, street', 'finder.none': 'Nothing matches.', 'finder.more': 'and {count} more',
      'slider': 'Look back 24 hours', 'slider.now': 'Now', 'slider.past': 'Looking at {at}', 'slider.label': 'Moment to look at',
    },
  },
  badge: () => (state.alarms ?? []).filter((one) => !one.endedAt && !one.acknowledgedAt).length,
  view: () => html`<div class="panel-head"><h1>${t('page.city')}</h1></div>
    ${finder()}
    <section class="part" aria-labelledby="alarms"><h2 id="alarms">${t('alarms')}</h2>
      ${whenLoaded('alarms', () => load('alarms'), alarmList)}</section>`,
};
