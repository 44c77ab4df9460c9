import { rowQuestions } from '../../workflows/fields.js';
import { stateOf, type Application } from '../../workflows/application.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';
import { openQuestion } from '../../workflows/expression-of-interest.machine.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import type { Answer, Question } from '../../workflows/scheme.js';
import { begin, eligibility, on, scheme } from '../unit/workflows/nudge-applications.js';
import { type DialogName } from '../../dialogs/conversation.js';
import { today } from './talk.js';

/*
 * Places in a journey, reached by events and named as they are in `heard`: 'form:places' is where that question is open.
 * Nothing here depends on what is said. A place that the present round does not have gives undefined.
 */

/** What stands in the records of a person who got that far: other than anything that a seed says. */
const values: Readonly<Record<string, Answer>> = {
  'organisation-name': 'Mosslands Community NHS Trust',
  'service-name': 'Riverside Rehabilitation Team',
  'site-postcode': 'M34 5XX',
  'manager-name': 'Ann Lee',
  'manager-job': 'Ward manager',
  'work-email': 'ann.lee@mosslands.nhs.uk',
  phone: '0161 496 0000',
  'training-lead': 'Pat Dunn',
  places: 2,
  'candidate-identified': false,
  'why-role': 'Nurses spend ten hours a week on routine care that a trained AP could give.',
  'workforce-plan-evidence': 'Team plan 2026: two Band 5 posts become Band 4 AP posts.',
  'board-sponsor': 'Chief nurse',
  'post-band': 'band-4',
  'study-pattern': 'Mondays, 7.5 hours a week',
  'mentor-name': 'Jo Bloggs',
  'mentor-hours': 4,
  university: 'cumbria',
  intake: 'september-2027',
  'trainee-name': 'Zara Khan',
  'trainee-email': 'zara.khan@mosslands.nhs.uk',
  'present-band': 'band-3',
  mentor: 'Jo Bloggs',
  'study-day': 'Mondays, 7.5 hours',
  'guaranteed-post': true,
  'english-maths': 'held',
  changes: false,
};

function valueFor({ id, type, options }: Question): Answer {
  const known = values[id];
  if (known !== undefined) return known;
  if (type === 'yesNo') return true;
  if (type === 'wholeNumber') return 2;
  if (type === 'choice') return options?.[0]?.value ?? 'yes';
  return type === 'university' ? 'cumbria' : type === 'intake' ? 'september-2027' : 'Jane Roe in the office';
}

const then = (application: Application, ...events: ApplicationEvent[]) => on(application, today, events);

/** The checks up to one, which is open; or all of them. */
function checked(until?: string): Application | undefined {
  const ids = scheme.readiness.checks.filter(({ essential }) => essential).map(({ id }) => id);
  if (until && !ids.includes(until)) return undefined;
  const done = until ? ids.slice(0, ids.indexOf(until)) : ids;
  return then(
    begin(today),
    { type: 'readiness.started', checks: ids, on: today },
    ...done.flatMap((check): ApplicationEvent[] => [
      { type: 'readiness.answered', check, status: 'done', on: today },
      { type: 'readiness.detailed', who: 'Jane Roe, HR', on: today },
    ]),
  );
}

function detailing(check: string, status: 'done' | 'in-progress'): Application | undefined {
  const open = checked(check);
  return open && then(open, { type: 'readiness.answered', check, status, on: today });
}

/** The eligibility answers up to one, which is open; or all of them. */
function eligible(from: Application, until?: string): Application | undefined {
  const answers = eligibility().map((event) =>
    'question' in event && event.question === 'service-area'
      ? { ...event, value: 'integrated-community' }
      : event,
  ) as ApplicationEvent[];
  const index = answers.findIndex((event) => 'question' in event && event.question === until);
  if (until && index < 0) return undefined;
  return then(from, ...(until ? answers.slice(0, index) : answers));
}

function formAt(until: string): Application | undefined {
  let application = then(eligible(checked()!)!, { type: 'form.started' });
  for (;;) {
    const open = openQuestion(formQuestions(scheme), application.snapshot.context.form.context);
    if (!open || open.id === until) return open && application;
    const event = { type: 'form.answered', question: open.id, value: valueFor(open) } as const;
    application = then(application, event);
  }
}

function summary(): Application {
  let application = then(eligible(checked()!)!, { type: 'form.started' });
  while (stateOf(application.snapshot.value) === 'completingForm') {
    const open = openQuestion(formQuestions(scheme), application.snapshot.context.form.context)!;
    application = then(application, { type: 'form.answered', question: open.id, value: valueFor(open) });
  }
  return application;
}

const declaring = () => then(summary(), { type: 'answers.confirmed', date: today, time: '10:00' });
const ready = () => then(declaring(), { type: 'declaration.accepted', by: 'u1', at: `${today}T10:00:00Z` });
const waiting = () => then(ready(), { type: 'eoi.sent', on: today });
const recruiting = () =>
  then(waiting(), { type: 'decision.received', result: 'funded', places: 2, on: today });
const rows = () => then(recruiting(), { type: 'recruitment.finished', trainees: 2, reason: null });

/** The rows up to a question of one of them, which is open; or all of them. */
function rowAt(until?: string, rowUntil = 0): Application | undefined {
  let application = rows();
  for (const row of [0, 1]) {
    for (;;) {
      const part = application.snapshot.context.support.rows[row]!;
      const open = openQuestion(rowQuestions(scheme), part.context);
      if (until && row === rowUntil && open?.id === until) return application;
      if (!open) break;
      const event = { type: 'form.answered', question: open.id, value: valueFor(open) } as const;
      application = then(application, { type: 'support.row', row, event });
    }
  }
  return until ? undefined : application;
}

const returned = () => then(rowAt()!, { type: 'support.returned', on: today });
const notFunded = () =>
  then(waiting(), { type: 'decision.received', result: 'not-funded', places: 0, on: today });

const plain: Readonly<Record<string, () => Application | undefined>> = {
  home: () => undefined,
  check1: () => checked(scheme.readiness.checks[0]?.id),
  who: () => detailing(scheme.readiness.checks[0]!.id, 'done'),
  when: () => detailing(scheme.readiness.checks[0]!.id, 'in-progress'),
  ready: () => checked(),
  'elig:result': () => eligible(begin(today)),
  summary,
  declare: declaring,
  send: ready,
  wait: waiting,
  'not-funded': notFunded,
  recruiting,
  'row:name': () => rowAt('trainee-name'),
  return: () => rowAt(),
  returned,
  started: () => then(returned(), { type: 'programme.started' }),
  withdrawn: () => then(waiting(), { type: 'application.withdrawn', on: today, reason: null }),
};

const made = new Map<string, Application | undefined>();

export interface Place {
  readonly application: Application | undefined;
  /** Where the conversation is, when the application does not say it. */
  readonly dialog?: DialogName;
}

/** The application at a place; undefined when this round has no such place. */
export function placeOf(name: string): Place | undefined {
  if (!made.has(name)) made.set(name, make(name));
  const application = made.get(name);
  if (!application && name !== 'home') return undefined;
  return name === 'ready' ? { application, dialog: 'readiness' } : { application };
}

function make(name: string): Application | undefined {
  const make = plain[name];
  if (make) return make();
  const [kind, id = '', more] = name.split(':');
  switch (kind) {
    case 'check':
      return checked(id);
    case 'detail':
      return detailing(id, more === 'in-progress' ? 'in-progress' : 'done');
    case 'elig':
      return eligible(begin(today), id);
    case 'form':
      return formAt(id);
    case 'row':
      return more === undefined ? rowAt(id) : rowAt(more, Number(id) - 1);
    default:
      throw new Error(`no state ${name}`);
  }
}
