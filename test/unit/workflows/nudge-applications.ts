import { rowQuestions } from '../../../workflows/fields.js';
import { northWest } from '../../support/schemes.js';

import { advance, newApplication, stateOf, type Application } from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import { openQuestion } from '../../../workflows/expression-of-interest.machine.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import type { Answer, Question, Scheme } from '../../../workflows/scheme.js';

/** Applications as people make them, at any stage, through the real machine and the bundled scheme. */

export const scheme = northWest;

/** The bundled scheme with another closing date. */
export function closing(on: string, at?: string): Scheme {
  return { ...scheme, closes: at ? { on, at } : { on } };
}

/** 10:00 in London's winter on that day: an instant well inside it, summer or winter. */
export const at = (day: string): string => `${day}T10:00:00Z`;

export function begin(day: string, by = scheme): Application {
  return newApplication(by, { reference: 'AP-7K3M', owner: 'u1', tenant: 't1', at: at(day) });
}

/** Applies events on a day; a refusal is a fault of the test. */
export function on(
  application: Application,
  day: string,
  events: readonly ApplicationEvent[],
  by = scheme,
): Application {
  const advanced = advance(by, application, events, { at: at(day), by: 'u1' });
  if (!advanced.ok) throw new Error(`${advanced.event.type} refused in ${advanced.state}`);
  return advanced.application;
}

/** Every essential check done, or those named left not started. */
export function checks(day: string, open: readonly string[] = []): ApplicationEvent[] {
  const ids = scheme.readiness.checks.filter(({ essential }) => essential).map(({ id }) => id);
  return [
    { type: 'readiness.started', checks: ids, on: day },
    ...ids.flatMap((check): ApplicationEvent[] =>
      open.includes(check)
        ? [{ type: 'readiness.answered', check, status: 'not-started', on: day }]
        : [
            { type: 'readiness.answered', check, status: 'done', on: day },
            { type: 'readiness.detailed', who: 'Sam Lee', on: day },
          ],
    ),
  ];
}

const eligible: Record<string, string> = {
  'organisation-kind': 'nhs',
  region: 'north-west',
  role: 'assistant-practitioner',
  'service-area': 'primary-care',
  'training-department': 'yes',
  'earlier-application': 'none',
};

export function eligibility(): ApplicationEvent[] {
  return Object.entries(eligible).map(([question, value]) => ({
    type: 'eligibility.answered',
    question,
    value,
  }));
}

/** Ready, eligible, and the form begun. */
export function formBegun(day: string, by = scheme): Application {
  return on(begin(day, by), day, [...checks(day), ...eligibility(), { type: 'form.started' }], by);
}

/** Everything answered, for an intake. */
export function formComplete(day: string, intake = 'february-2027', by = scheme): Application {
  let application = formBegun(day, by);
  while (stateOf(application.snapshot.value) === 'completingForm') {
    const open = openQuestion(formQuestions(by), application.snapshot.context.form.context);
    if (!open) throw new Error('Nothing to ask');
    const value = valueFor(open, intake);
    application = on(application, day, [{ type: 'form.answered', question: open.id, value }], by);
  }
  return application;
}

export function declared(day: string, intake = 'february-2027', by = scheme): Application {
  return on(
    formComplete(day, intake, by),
    day,
    [
      { type: 'answers.confirmed', date: day, time: '10:00' },
      { type: 'declaration.accepted', by: 'u1', at: at(day) },
    ],
    by,
  );
}

export function sent(day: string, intake = 'february-2027', by = scheme): Application {
  return on(declared(day, intake, by), day, [{ type: 'eoi.sent', on: day }], by);
}

/** Sent 20 days earlier, and funded on that day for the two places asked for. */
export function funded(day: string, sentOn: string, intake = 'february-2027'): Application {
  return on(sent(sentOn, intake), day, [{ type: 'decision.received', result: 'funded', places: 2, on: day }]);
}

/** Both trainees chosen and every row complete. */
export function rowsComplete(application: Application, day: string): Application {
  let next = on(application, day, [{ type: 'recruitment.finished', trainees: 2, reason: null }]);
  for (const row of [0, 1]) {
    for (;;) {
      const part = next.snapshot.context.support.rows[row];
      const open = part && openQuestion(rowQuestions(scheme), part.context);
      if (!open) break;
      const event = {
        type: 'form.answered',
        question: open.id,
        value: valueFor(open, 'february-2027'),
      } as const;
      next = on(next, day, [{ type: 'support.row', row, event }]);
    }
  }
  return next;
}

export function returned(application: Application, day: string): Application {
  return on(rowsComplete(application, day), day, [{ type: 'support.returned', on: day }]);
}

function valueFor({ id, type, options }: Question, intake: string): Answer {
  switch (type) {
    case 'yesNo':
      return id !== 'changes';
    case 'wholeNumber':
      return id === 'places' ? 2 : 10;
    case 'university':
      return 'chester';
    case 'intake':
      return intake;
    case 'choice':
      return options?.[0]?.value ?? 'yes';
    default:
      return (
        { 'service-name': 'Ward 7', 'manager-name': 'Jo Bell', 'work-email': 'jo@trust.nhs.uk' }[id] ??
        'Some words'
      );
  }
}
