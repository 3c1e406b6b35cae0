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
