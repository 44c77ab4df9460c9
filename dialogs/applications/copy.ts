import type { Application } from '../../workflows/application.js';
import { isKnown } from '../../workflows/application-events.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';
import { eligibilityGrade } from '../../workflows/eligibility-rules.js';
import { canBeCopied } from '../../workflows/feeds.js';
import { fieldOf } from '../../workflows/fields.js';
import { universitiesFor } from '../../workflows/expression-of-interest-rules.js';
import type { Scheme } from '../../workflows/scheme.js';

/**
 * What a new application starts with when an old one is copied: the same answers, as events, so that the new history
 * stands on its own. Answers that the new round no longer offers (an intake, a university) are asked again.
 */
export function copyEvents(old: Application, scheme: Scheme, today: string): ApplicationEvent[] {
  const { readiness, eligibility, form } = old.snapshot.context;
  const checks = scheme.readiness.checks.filter(({ id }) => readiness.context.answers[id]);
  const events: ApplicationEvent[] = [];
  if (checks.length > 0)
    events.push({ type: 'readiness.started', checks: checks.map(({ id }) => id), on: today });
  for (const { id } of checks) {
    const answer = readiness.context.answers[id];
    if (!answer) continue;
    events.push({ type: 'readiness.answered', check: id, status: answer.status, on: answer.on });
    if (answer.status === 'done' || answer.status === 'in-progress') {
      events.push({
        type: 'readiness.detailed',
        ...(answer.who ? { who: answer.who } : {}),
        ...(answer.by ? { by: answer.by } : {}),
        on: answer.on,
      });
    }
  }
  for (const { id } of scheme.eligibility.questions) {
    const value = eligibility.context.answers[id];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const event = { type: 'eligibility.answered', question: id, value } as const;
    if (isKnown(scheme, event)) events.push(event);
  }
  const grade = eligibilityGrade(scheme.eligibility.questions, eligibility.context.answers);
  if (grade === 'fail' || grade === 'signpost' || grade === 'unfinished') return events;
  events.push({ type: 'form.started' });
  const role = fieldOf(scheme, 'role', eligibility.context.answers);
  for (const { questions } of scheme.form.sections) {
    for (const { id, type } of questions) {
      const value = form.context.answers[id];
      const stillOffered =
        (type !== 'intake' || scheme.intakes.some((one) => one.id === value && one.starts > today)) &&
        (type !== 'university' || universitiesFor(scheme, role).some((one) => one.id === value));
      if (value === undefined || !stillOffered || !canBeCopied(type, value)) continue;
      const event = { type: 'form.answered', question: id, value } as const;
      if (isKnown(scheme, event)) events.push(event);
    }
  }
  return events;
}
