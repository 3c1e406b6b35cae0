// Server-sent events: tells what changed, and whether the line is open.
const LONGEST_PAUSE = 15_000;

/**
 * @param types the kinds of events to hear
 * @param heard called with (type, id, data) for each event
 * @param turned called with 'connecting', 'open' or 'lost'
 * @returns a function that hangs up
 */
export const listen = (types, heard, turned) => {
  let line;
  let pause = 1_000;
  let timer;

  const connect = () => {
    turned('connecting');
    line = new EventSource('/api/events');
    line.onopen = () => {
      pause = 1_000;
      turned('open');
    };
    line.onerror = () => {
      line.close();
      turned('lost');
      clearTimeout(timer);
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const type of types) {
      line.addEventListener(type, (event) => {
        const { id, data } = JSON.parse(event.data);
        heard(type, id, data ?? {});
      });
    }
  };

  connect();
  return () => {
    clearTimeout(timer);
    line.close();
  };
};
