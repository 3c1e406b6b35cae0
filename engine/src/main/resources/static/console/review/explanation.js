// Why the plan is as it is: constraints with their share of the score, and the safety verdict.
import { html, nothing } from '../html.js';
import { local, number, t, word } from '../i18n.js';
import { LEVELS, scored, scoreText } from './score.js';

const line = (constraint) => html`
  <tr class=${constraint.score < 0 ? '' : 'kept'}>
    <th scope="row">${local(constraint.name)}
      ${constraint.examples.length
        ? html`<details><summary>${t('constraints.examples', { count: constraint.examples.length })}</summary>
            <ul>${constraint.examples.map((example) => html`<li>${local(example)}</li>`)}</ul></details>`
        : nothing}</th>
    <td>${word('level', constraint.level)}</td>
    <td class="figure">${constraint.score === 0
      ? html`<span class="better"><span aria-hidden="true">✓</span> 0</span>` : number(constraint.score)}</td>
    <td class="figure">${number(constraint.matches)}</td>
  </tr>`;

const agrees = (constraints, score) =>
  LEVELS.every((level) => {
    const total = constraints.filter((one) => one.level === level).reduce((all, one) => all + one.score, 0);
    return (scored(score, level) ?? 0) === total;
  });

const sum = (constraints, level) => {
  const lines = constraints.filter((one) => one.level === level);
  return lines.length === 0 ? nothing : html`<tr class="sum"><th scope="row">${t('constraints.sum')}</th>
    <td>${word('level', level)}</td>
    <td class="figure">${number(lines.reduce((all, one) => all + one.score, 0))}</td><td></td></tr>`;
};

const order = (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.score - b.score;

export const constraintTable = (schedule) => html`
  <p class="muted">${t('constraints.lead')} ${scoreText(schedule.score)}
    ${agrees(schedule.constraints, schedule.score)
      ? html`<span class="better">✓ ${t('constraints.agree')}</span>`
      : html`<span class="worse">▲ ${t('constraints.disagree')}</span>`}</p>
  <div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">${t('constraints.name')}</th><th scope="col">${t('constraints.level')}</th>
      <th scope="col" class="figure">${t('constraints.score')}</th>
      <th scope="col" class="figure">${t('constraints.matches')}</th></tr></thead>
    <tbody>${[...schedule.constraints].sort(order).map(line)}</tbody>
    <tfoot>${LEVELS.map((level) => sum(schedule.constraints, level))}</tfoot>
  </table></div>`;

export const safetyVerdict = (safety) =>
  safety.safe
    ? html`<p class="verdict good"><span aria-hidden="true">✓</span>
        ${t('safety.safe', { checks: number(safety.checks) })}</p>`
    : html`<div class="verdict bad" role="alert"><p><span aria-hidden="true">▲</span>
        ${t('safety.unsafe', { count: safety.violations.length })}</p>
        <ul>${safety.violations.map((violation) => html`<li><strong>${word('violation', violation.rule)}</strong>
          <span lang="en">${violation.problem}</span> <code>${violation.where}</code></li>`)}</ul></div>`;
