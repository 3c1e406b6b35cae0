// A lighting plan's bytes as spans of time.

/** `{ from, to, planned, programs: [{ group, spans: [{ from, to, percent }] }] }`, times in ms. */
export const night = (plan) => {
  const to = Date.parse(plan.off);
  const programs = plan.programs.map((program) => ({
    group: program.group,
    fallback: program.fallbackPercent,
    spans: program.points.map((point, index) => ({
      from: Date.parse(point.at),
      to: index + 1 < program.points.length ? Date.parse(program.points[index + 1].at) : to,
      percent: point.percent,
    })),
  }));
  return {
    from: Math.min(...programs.map((program) => program.spans[0].from)),
    to,
    planned: Date.parse(plan.plannedFrom),
    programs,
  };
};

export const levelAt = (program, at) =>
  program.spans.find((span) => at >= span.from && at < span.to)?.percent ?? program.fallback;

/** What a class asks for over the night: `[{ from, percent }]`, by group. */
export const asked = (expected = [], part) =>
  new Map(expected.filter((one) => one.part === part).map(({ asset, figures }) => [
    asset, Object.entries(figures).map(([from, percent]) => ({ from: Date.parse(from), percent }))]));

export const askedAt = (steps, moment) => steps.findLast(({ from }) => from <= moment)?.percent ?? 0;

/** The spans of a program in which it gives less than its class asks for: `{ from, to }`. */
export const below = (program, required, to) => {
  const times = [...new Set([...program.spans.map(({ from }) => from), ...required.map(({ from }) => from), to])].sort((a, b) => a - b);
  return times.slice(0, -1)
    .map((from, index) => ({ from, to: times[index + 1] }))
    .filter(({ from }) => levelAt(program, from) < askedAt(required, from));
};
