import { noFocus, type Focus, type Looked, type Mind, type View } from '../../dialogs/conversation.js';
import { converse, promptOf, type Outcome } from '../../dialogs/converse.js';
import { dialogOf } from '../../dialogs/applications/rules.js';
import { noReminders, type Reminders } from '../../dialogs/nudges/reminders.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { mind as learnt } from '../support/assistant.js';
import { names, viewOf } from '../support/view.js';
import { at } from '../unit/workflows/nudge-applications.js';
import type { Place } from './states.js';

/** The day of every state and saying: a Monday. */
export const today = '2027-01-04';

/** What is kept, flat: 'form.places' → '2'. Only what a person would call a fact, none of the bookkeeping. */
export type Stored = Readonly<Record<string, string>>;

/** What the memory holds beside the applications: nothing. */
const looked: Looked = {
  offer: null,
  invitations: [],
  overseen: [],
  held: { conversations: 1, messages: 0, links: 0, codes: 0, traces: 0 },
  proposed: [],
};

/** One person in one conversation, with everything in memory. A copy goes on from the same place. */
export class Talk {
  focus: Focus = noFocus;
  mine: readonly Application[] = [];
  reminders: Reminders = noReminders;
  last: Outcome | undefined;
  said: readonly string[] = [];
  /** What was done that leaves nothing in a record. */
  private done: Record<string, string> = {};
  private made = 0;

  constructor(
    { application, dialog }: Place,
    private readonly mind: Mind = learnt,
    private readonly day = today,
  ) {
    if (!application) return;
    this.mine = [application];
    this.focus = { ...noFocus, application: application.reference, dialog: dialog ?? dialogOf(application) };
  }

  copy(): Talk {
    const copy = new Talk({ application: undefined }, this.mind, this.day);
    return Object.assign(copy, {
      focus: this.focus,
      mine: this.mine,
      reminders: this.reminders,
      last: this.last,
      said: this.said,
      done: this.done,
      made: this.made,
    });
  }

  say(text: string): Outcome {
    const view = this.view();
    const heard = converse(view, { text });
    // What a turn asks to be told is told, and the turn taken again, as the house does.
    const outcome = heard.needs ? converse({ ...view, looked }, { text }) : heard;
    this.said = [...this.said, text];
    const changed = outcome.changed.map(({ reference }) => reference);
    this.mine = [...outcome.changed, ...this.mine.filter(({ reference }) => !changed.includes(reference))];
    this.focus = outcome.focus;
    this.reminders = outcome.reminders;
    this.last = outcome;
    if (outcome.erase) this.done = { ...this.done, erased: 'yes' };
    if (outcome.codes.length > 0) this.done = { ...this.done, codes: String(outcome.codes.length) };
    return outcome;
  }

  /** The question or page that is open, by its name in cards. */
  get step(): string {
    return promptOf(this.view()).step;
  }

  get prompt(): ReturnType<typeof promptOf> {
    return promptOf(this.view());
  }

  get state(): string {
    const application = this.application();
    return application ? stateOf(application.snapshot.value) : 'none';
  }

  /** Is a short question open about what was just said? */
  get asksBack(): boolean {
    return this.focus.pending !== null;
  }

  get stored(): Stored {
    const found: Record<string, string> = { ...this.done };
    const application = this.application() ?? this.mine[0];
    if (this.mine.length > 0) found['applications'] = String(this.mine.length);
    this.reminders.own.forEach((own, i) => (found[`reminder.${i}`] = JSON.stringify(own)));
    const { settings } = this.reminders;
    const isQuiet = settings.snoozed.length + settings.stopped.length > 0;
    if (isQuiet) found['quiet'] = JSON.stringify(settings);
    if (!application) return found;
    const {
      readiness,
      eligibility,
      form,
      declared,
      sent,
      decision,
      startMoved,
      support,
      returned,
      withdrawn,
    } = application.snapshot.context;
    for (const [id, { status, who, by }] of Object.entries(readiness.context.answers)) {
      found[`ready.${id}`] = status;
      if (who) found[`ready.${id}.who`] = who;
      if (by) found[`ready.${id}.by`] = by;
    }
    for (const [id, value] of Object.entries(eligibility.context.answers))
      found[`elig.${id}`] = String(value);
    for (const [id, value] of Object.entries(form.context.answers)) found[`form.${id}`] = String(value);
    for (const id of form.context.parked) found[`parked.${id}`] = 'yes';
    if (declared) found['declared'] = 'yes';
    const sending = sent.at(-1);
    if (sending) found['sent'] = `${sending.on}${sent.length > 1 ? ` (${sent.length} times)` : ''}`;
    if (decision) {
      found['decision'] = decision.result;
      if (decision.result === 'funded') found['places'] = String(decision.places);
    }
    if (startMoved) found['start'] = startMoved;
    if (support.trainees > 0) found['trainees'] = String(support.trainees);
    support.rows.forEach(({ context }, row) => {
      for (const [id, value] of Object.entries(context.answers)) found[`rows.${row}.${id}`] = String(value);
      for (const id of context.parked) found[`parked.${row}.${id}`] = 'yes';
    });
    if (returned) found['returned'] = returned.on;
    if (withdrawn) found['withdrawn'] = withdrawn.on;
    if (stateOf(application.snapshot.value) === 'started') found['started'] = 'yes';
    const asked = application.history.filter(({ event }) => event.type.startsWith('colleague.')).length;
    if (asked > 0) found['colleagues'] = String(asked);
    return found;
  }

  private application(): Application | undefined {
    return this.mine.find(({ reference }) => reference === this.focus.application);
  }

  view(): View {
    return viewOf(this.day, this.focus, this.mine, {
      person: { id: 'u1', name: 'Ann Lee', tenant: 't1', greetedAt: at(today) },
      reminders: this.reminders,
      mind: this.mind,
      ...names(() => ++this.made),
    });
  }
}

/** The paths whose value differs. */
export function changed(before: Stored, after: Stored): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}

/** Alarms by what every one of them must tell: whom to ring, or what cannot be done. */
const alarms: readonly (readonly [string, RegExp])[] = [
  ['crisis', /Samaritans|116 ?123/i],
  ['patient', /details of a patient/i],
  ['clinical', /cannot help with care|doses/i],
  ['danger', /\b999\b|safeguarding/i],
  ['rules', /cannot change my rules/i],
  ['others', /someone else[’']s application/i],
  ['pay', /one person[’']s pay|Freedom to Speak Up/i],
];

export function alarmIn(outcome: Outcome): string | undefined {
  const text = outcome.replies.map((reply) => reply.text).join('\n');
  return alarms.find(([, pattern]) => pattern.test(text))?.[0];
}
