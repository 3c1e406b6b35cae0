// Trying things out: edit a plan, pin parts of it and solve again, or suppose that something happens.
import { get } from '../api.js';
import { draftList, draftPage } from '../review/draft.js';
import { trial, trialPage } from '../review/trial.js';
import { change, state } from '../store.js';

const loadDraft = async (id) => {
  try {
    change({ draft: await get(`/api/drafts/${encodeURIComponent(id)}`) });
  } catch (problem) {
    change({ failed: { ...state.failed, draft: problem } });
  }
};

export default {
  name: 'drafts',
  order: 25,
  icon: 'M9 3v6l-5 9a2 2 0 0 0 2 3h12a2 2 0 0 0 2-3l-5-9V3M8 3h8M7 15h10',
  data: { drafts: { path: '/api/drafts', stale: { draft: 200 } } },
  words: {
    vi: {
      'page.drafts': 'Thử nghiệm',
      'drafts.lead': 'Mọi thứ ở đây chỉ là bản nháp. Không gì chạm đến kế hoạch đang chạy cho tới khi bạn đề nghị duyệt một bản sửa.',
      'drafts.none': 'Chưa có bản nháp nào',
      'drafts.none.advice': 'Mở một kế hoạch rồi chọn “Sửa hoặc thử”.',
      'draft.title': 'Tên bản nháp',
      'draft.kind': 'Loại', 'draft.base': 'Từ kế hoạch', 'draft.by': 'Người làm', 'draft.made': 'Lúc',
      'draft.kind.EDIT': 'Bản sửa', 'draft.kind.WHAT_IF': 'Giả định',
      'draft.SOLVING': 'Đang giải', 'draft.READY': 'Xong', 'draft.FAILED': 'Lỗi', 'draft.OFFERED': 'Đã đề nghị duyệt',
      'draft.offer': 'Đề nghị duyệt',
      'draft.offer.done': 'Bản sửa đã thành kế hoạch chờ duyệt.',
      'draft.stop': 'Dừng giải',
      'draft.open': 'Xem kế hoạch chờ duyệt',
      'draft.figures': 'So với bản gốc, trong cùng điều kiện',
      'draft.before': 'Bản gốc trong điều kiện này',
      'draft.before.broken': 'Bản gốc không còn hợp lệ trong điều kiện này.',
      'draft.before.holds': 'Bản gốc vẫn hợp lệ trong điều kiện này.',
      'draft.supposed': 'Giả định',
      'draft.pinned': 'Giữ nguyên',
      'draft.never': 'Giả định không bao giờ được gửi ra hiện trường.',
      'trial.title': 'Sửa hoặc thử',
      'trial.edit': 'Sửa kế hoạch', 'trial.whatif': 'Giả định',
      'trial.edit.lead': 'Đổi số rồi xem điểm ngay. Ghim những phần phải giữ nguyên, rồi giải tiếp quanh chúng.',
      'trial.whatif.lead': 'Chọn điều có thể xảy ra. Nhịp giải lại trong một nhánh riêng và so với kế hoạch này.',
      'trial.name': 'Đặt tên để nhận ra sau này',
      'trial.name.edit': 'Bản sửa của {name}', 'trial.name.whatif': 'Nếu như…',
      'trial.seconds': 'Giải tiếp trong (giây)',
      'trial.keep': 'Giữ bản sửa', 'trial.solve': 'Giải lại', 'trial.reset': 'Bỏ các thay đổi',
      'trial.pin': 'Ghim', 'trial.pinned': 'Đã ghim',
      'trial.none': 'Lĩnh vực này chưa khai báo điều gì để giả định.',
      'trial.asset': 'Ở đâu', 'trial.value': 'Mức', 'trial.choose': 'Chọn điều xảy ra',
      'trial.noEditor': 'Lĩnh vực này chưa có trình sửa riêng. Bạn có thể sửa bản kế hoạch dạng JSON.',
      'trial.json': 'Bản kế hoạch (JSON)', 'trial.json.apply': 'Tính điểm',
      'trial.score': 'Điểm của bản sửa',
      'trial.busy': 'Đang tính…',
    },
    en: {
      'page.drafts': 'Try out',
      'drafts.lead': 'All of this is a draft. Nothing touches the plan in force until you offer an edit for approval.',
      'drafts.none': 'No draft yet',
      'drafts.none.advice': 'Open a schedule and choose “Edit or try”.',
      'draft.title': 'Title of the draft',
      'draft.kind': 'Kind', 'draft.base': 'From', 'draft.by': 'Made by', 'draft.made': 'At',
      'draft.kind.EDIT': 'Edit', 'draft.kind.WHAT_IF': 'What-if',
      'draft.SOLVING': 'Solving', 'draft.READY': 'Ready', 'draft.FAILED': 'Failed', 'draft.OFFERED': 'Offered',
      'draft.offer': 'Offer for approval',
      'draft.offer.done': 'The edit is a proposal now and waits for a decision.',
      'draft.stop': 'Stop solving',
      'draft.open': 'Open the proposal',
      'draft.figures': 'Beside the original, under the same conditions',
      'draft.before': 'The original under these conditions',
      'draft.before.broken': 'The original does not hold under these conditions.',
      'draft.before.holds': 'The original still holds under these conditions.',
      'draft.supposed': 'Supposed',
      'draft.pinned': 'Kept',
      'draft.never': 'A what-if is never sent to the field.',
      'trial.title': 'Edit or try',
      'trial.edit': 'Edit the plan', 'trial.whatif': 'Suppose',
      'trial.edit.lead': 'Change a figure and see the score at once. Pin what must stay, then solve around it.',
      'trial.whatif.lead': 'Choose what may happen. Nhịp solves again in a branch of its own and compares.',
      'trial.name': 'A name to find it by',
      'trial.name.edit': 'Edit of {name}', 'trial.name.whatif': 'What if…',
      'trial.seconds': 'Go on solving for (seconds)',
      'trial.keep': 'Keep the edit', 'trial.solve': 'Solve again', 'trial.reset': 'Drop the changes',
      'trial.pin': 'Pin', 'trial.pinned': 'Pinned',
      'trial.none': 'This domain declares nothing to suppose.',
      'trial.asset': 'Where', 'trial.value': 'How much', 'trial.choose': 'Choose what happens',
      'trial.noEditor': 'This domain has no editor of its own. You can edit the plan as JSON.',
      'trial.json': 'The plan (JSON)', 'trial.json.apply': 'Score it',
      'trial.score': 'Score of the edit',
      'trial.busy': 'Scoring…',
    },
  },
  open: (id, schedule) => {
    if (id === 'new' && schedule) {
      trial.begin(schedule);
    } else if (id) {
      change({ draft: undefined });
      loadDraft(id);
    }
  },
  badge: () => (state.drafts ?? []).filter((one) => one.status === 'SOLVING').length,
  view: (id) => (id === 'new' ? trialPage() : id ? draftPage(id, loadDraft) : draftList()),
};
