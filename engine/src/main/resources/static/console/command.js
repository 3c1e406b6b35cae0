// A command that somebody gives, and what the page says where it is refused.
import { post } from './api.js';
import { t } from './i18n.js';
import { reason } from './marks.js';
import { change } from './store.js';

/** Somebody else was quicker (412), it cannot be any more (409), or the server's own words. */
export const refusal = (problem) => {
  switch (problem.status) {
    case 412:
      return t('command.stale');
    case 409:
      return `${t('command.conflict')} ${reason(problem)}`;
    default:
      return reason(problem);
  }
};

export const tell = (tone, text) => change({ notice: { tone, text } });

/**
 * @param thing `{ body, tag, done }`: what is sent, the state that the person looked at, and what
 *     to say where it was carried out
 * @return the answer; undefined where it was refused, and the reader told why
 */
export const command = async (path, { body, tag, done } = {}) => {
  try {
    const answer = await post(path, body, tag);
    if (done) {
      tell('good', done);
    }
    return answer ?? {};
  } catch (problem) {
    tell('bad', refusal(problem));
    return undefined;
  }
};
