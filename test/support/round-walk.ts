import { samples } from '../../bot/preview.js';
import assert from 'node:assert/strict';
import { englandCalendar } from '../../data/calendar/england.js';
import { fillIn, type Filled } from '../../dialogs/cards/fill.js';
import { formOf, type Form } from '../../dialogs/cards/form.js';
import { noFocus, type Focus, type Reads, type View } from '../../dialogs/conversation.js';
import { converse, revisionOf, settle, type Outcome } from '../../dialogs/converse.js';
import { noReminders } from '../../dialogs/nudges/reminders.js';
import { roundInFocus } from '../../dialogs/rounds/dialog.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { addDays, sayDate, sayMonth } from '../../workflows/dates.js';
import type { Scheme } from '../../workflows/scheme.js';
import { mind } from './assistant.js';

/** How a random person chooses: a number from 0 on, below the one given. */
export type Pick = (below: number) => number;

/** One person in one conversation over whatever rounds there are. What would be kept is kept here. */
export class Walk {
  focus: Focus = noFocus;
  mine: readonly Application[] = [];
  reminders = noReminders;
  last: Outcome | undefined;
  readonly spoken: string[] = [];
  /** What a turn asked to be told. */
  looked: View['looked'];
  private made = 0;

  constructor(
    readonly rounds: readonly Scheme[],
    public today: string,
    readonly time = '10:00',
  ) {}

  get application(): Application | undefined {
    return this.mine.find(({ reference }) => reference === this.focus.application);
  }

  get state(): string {
    return this.application ? stateOf(this.application.snapshot.value) : 'none';
  }

  get scheme(): Scheme {
    return this.view().scheme;
  }

  view(): View {
    const { application } = this;
    const schemeOf = ({ scheme }: Application) => {
      const found = this.rounds.find(({ id, version }) => id === scheme.id && version === scheme.version);
      assert.ok(found);
      return found;
    };
    return {
      now: `${this.today}T${this.time}:00.000Z`,
      today: this.today,
      time: this.time,
      person: { id: 'u1', name: 'Sam', tenant: 't1', greetedAt: '2026-01-01T09:00:00.000Z' },
      focus: this.focus,
      application,
      scheme: application
        ? schemeOf(application)
        : roundInFocus(this.rounds, this.focus.round, this.today, this.time),
      schemeOf,
      rounds: this.rounds,
      mine: this.mine,
      ...(this.looked ? { looked: this.looked } : {}),
      coordinator: false,
      newCode: () => 'CODE',
      group: false,
      reminders: this.reminders,
      calendar: englandCalendar(),
      newReference: () => `AP-3333-${String(1000 + ++this.made)}`,
      newToken: () => `token-${++this.made}`,
      mind,
      baseUrl: 'https://ap.test',
    };
  }

  say(text: string): string {
    this.spoken.push(`> ${text}`);
    const said = this.keep(converse(this.view(), { text }));
    this.looked = undefined;
    return said;
  }

  /** Saves the form of the card that is open, with these in its inputs. */
  submit(texts: Readonly<Record<string, string>>): Filled {
    const { prompt } = this.last ?? {};
    assert.ok(prompt?.form, `no card here: ${this.spoken.slice(-2).join('\n')}`);
    this.spoken.push(`> [${prompt.form}] ${JSON.stringify(texts)}`);
    const filled = fillIn(this.view(), {
      ...{ form: prompt.form, application: this.focus.application, texts, sure: {} },
      revision: revisionOf(this.application),
    });
    this.keep(filled.outcome);
    this.spoken.push(filled.outcome.said);
    return filled;
  }

  /** The form of the card that is open, as it would be shown. */
  shown(): Form {
    const form = formOf(this.view(), this.last?.prompt.form ?? '');
    assert.ok(form, this.last?.prompt.form);
    return form;
  }

  /** Fills in the whole card as a random person would. */
  submitAny(pick: Pick): void {
    const fields = this.shown().fields.filter(({ present }) => present === undefined);
    this.submit(Object.fromEntries(fields.map(({ id, reads }) => [id, cardInput(reads, pick, this.today)])));
  }

  /** Somebody else answers one question, by the code for it. */
  asColleague(person: string, question: string, text: string): string {
    const { application } = this;
    assert.ok(application);
    const invitation = {
      ...{ id: `code-${question}`, to: 'answer' as const, question, application: application.reference },
      ...{ tenant: 't1', expires: '2099-01-01T00:00:00Z' },
    };
    const view: View = {
      ...this.view(),
      person: { id: person, name: person, tenant: 't1', greetedAt: '2026-01-01T09:00:00.000Z' },
      focus: { ...noFocus, dialog: 'asked', page: invitation.id },
      ...{ application: undefined, mine: [], asked: { invitation, application, others: [] } },
    };
    const outcome = converse(view, { text });
    const [changed] = outcome.changed;
    if (changed) this.mine = [changed, ...this.mine.filter((one) => one.reference !== changed.reference)];
    const said = outcome.replies.map((one) => one.text).join('\n\n');
    this.spoken.push(`${person}> ${text}`, said);
    return said;
  }

  private keep(outcome: Outcome): string {
    const changed = outcome.changed.map(({ reference }) => reference);
    this.mine = [...outcome.changed, ...this.mine.filter(({ reference }) => !changed.includes(reference))];
    this.focus = outcome.focus;
    this.reminders = outcome.reminders;
    this.last = outcome;
    const text = outcome.replies.map((one) => one.text).join('\n\n');
    this.spoken.push(
      text,
      `     ${outcome.replies.flatMap((one) => one.buttons.map(({ title }) => `[${title}]`)).join(' ')}`,
    );
    assert.doesNotMatch(text, /undefined|\[object|\bNaN\b|\bnull\b|Invalid Date/, this.told());
    assert.ok(text.trim() !== '', this.told());
    return text;
  }

  /** The conversation so far, for a test that fails. */
  told(): string {
    return this.spoken.slice(-16).join('\n');
  }

  /** Where somebody is now, said by themselves: nothing is done. */
  look(): void {
    this.keep(settle(this.view(), {}));
  }
}

/** An answer to what is open, as it would be typed. */
export function typed(reads: Reads, pick: Pick, today: string): string {
  switch (reads.type) {
    case 'yesNo':
      return pick(2) === 0 ? 'yes' : 'no';
    case 'choice':
      return reads.options[pick(reads.options.length)]?.label ?? '';
    case 'university':
      return reads.universities[pick(reads.universities.length)]?.name ?? '';
    case 'intake':
      return reads.intakes[pick(reads.intakes.length)]?.label ?? '';
    case 'wholeNumber':
      return String(reads.min + pick(Math.min(reads.max, reads.confirmAbove ?? reads.max) - reads.min + 1));
    case 'money':
      return `£${reads.min + pick(reads.max - reads.min + 1)}`;
    case 'month':
      return sayMonth(addDays(today, 31 * (1 + pick(12))).slice(0, 7));
    case 'date':
      return sayDate(dayIn(reads, today));
    case 'email':
      return 'jo.bell@example.nhs.uk';
    case 'phone':
      return '0161 496 0000';
    case 'postcode':
      return 'M1 1AE';
    case 'name':
      return 'Jo Bell';
    case 'menu':
      return '';
    default:
      return samples[reads.shape ?? 'reason'];
  }
}

function cardInput(reads: Reads, pick: Pick, today: string): string {
  switch (reads.type) {
    case 'choice':
      return reads.options[pick(reads.options.length)]?.value ?? '';
    case 'university':
      return reads.universities[pick(reads.universities.length)]?.id ?? '';
    case 'intake':
      return reads.intakes[pick(reads.intakes.length)]?.id ?? '';
    case 'date':
      return dayIn(reads, today);
    default:
      return typed(reads, pick, today);
  }
}

function dayIn(reads: Extract<Reads, { type: 'date' }>, today: string): string {
  const limit = (day: string | undefined) => (day === 'today' ? today : day);
  const [first, last] = [limit(reads.notBefore), limit(reads.notAfter)];
  if (last) return first && first > addDays(last, -1) ? first : addDays(last, -1);
  return first ? addDays(first, 1) : addDays(today, 30);
}
