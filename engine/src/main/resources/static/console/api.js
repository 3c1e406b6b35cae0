// Calls to the REST API. A refusal arrives as a Problem with the server's own words.
export class Problem extends Error {
  /**
   * @param words `{ vi, en }` where the server has them in both languages
   */
  constructor(status, detail, words) {
    super(detail || `HTTP ${status}`);
    this.status = status;
    this.detail = detail;
    this.words = words;
  }
}

const token = () => {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
};

const call = async (path, options = {}) => {
  let answer;
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...options });
  } catch {
    throw new Problem(0, '');
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, problem.detail ?? '', problem.words);
  }
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
};

export const get = (path) => call(path, { headers: { Accept: 'application/json' } });

/** Every command carries a key of its own: however often it arrives, it is carried out once. */
export const commandKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('');
};

/**
 * @param tag names the state that the person looked at; another state is refused with 412
 */
export const post = (path, body, tag) =>
  call(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-XSRF-TOKEN': token(),
      'Idempotency-Key': commandKey(),
      ...(tag ? { 'If-Match': `"${tag}"` } : {}),
    },
    body: JSON.stringify(body ?? {}),
  });

export const signIn = (username, password) =>
  call('/login', {
    method: 'POST',
    headers: { 'X-XSRF-TOKEN': token() },
    body: new URLSearchParams({ username, password }),
  });

export const signOut = () =>
  call('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token() } });
