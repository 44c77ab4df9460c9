import { sayDate, sayMonth } from '../../workflows/dates.js';
import { universityOf } from '../../workflows/expression-of-interest-rules.js';
import type { FormContext } from '../../workflows/expression-of-interest.machine.js';
import { roleOf, rowStage } from '../../workflows/fields.js';
import type { Answers, Intake, Scheme, Stage } from '../../workflows/scheme.js';
import type { Anchors } from '../../workflows/support-rules.js';
import type { Moment, RoundStatus } from '../../workflows/window-rules.js';

/** What a round calls things: no other file says the name of a form, a role or a recipient. */

/** The form's name on its own. */
export function formName({ terms }: Pick<Scheme, 'terms'>): string {
  return terms.form;
}

/** The same with its article. */
export function aForm(scheme: Pick<Scheme, 'terms'>): string {
  return `${/^[aeiou]/i.test(scheme.terms.form) ? 'an' : 'a'} ${scheme.terms.form}`;
}

/** What is accepted before a form is sent. */
export function declarationName({ protocols }: Pick<Scheme, 'protocols'>): string {
  return protocols.length > 0 ? 'the protocols and the declaration' : 'the declaration';
}

/** An answer of the form for each place, as one names it: "trainee 1 mentor". */
export function rowAnswer(scheme: Pick<Scheme, 'after'>): string {
  const { asks = [] } = rowStage(scheme) ?? {};
  const named = asks.find(({ sameForAll, type }) => sameForAll && type !== 'intake') ?? asks.at(-1);
  return `trainee 1${named ? ` ${named.label.toLowerCase()}` : ''}`;
}

/** The form for each place, as it is called. */
export function confirmationName(scheme: Pick<Scheme, 'after'>): string {
  return rowStage(scheme)?.title ?? 'form for each place';
}

/** The same with its article. */
export function theConfirmation(scheme: Pick<Scheme, 'after'>): string {
  return `the ${confirmationName(scheme)}`;
}

/** Whom the form goes to, within a sentence: “the University of Chester”, “the regional faculty”. */
export function recipientOf(scheme: Scheme, form: FormContext): string {
  if (scheme.sendTo.to !== 'university') return scheme.sendTo.name;
  return theUniversity(universityOf(scheme, form));
}

/** The same where nobody is chosen yet: "the university". */
export function theRecipient({ sendTo }: Pick<Scheme, 'sendTo'>): string {
  return sendTo.to === 'university' ? 'the university' : sendTo.name;
}

/** Whom to write to there: "the university’s programme team". */
export function teamAt(scheme: Pick<Scheme, 'sendTo'>): string {
  return scheme.sendTo.to === 'university' ? 'the university’s programme team' : scheme.sendTo.name;
}

/** A university's name within a sentence: “the University of Chester”, “Edge Hill University”. */
export function theUniversity(university: { readonly name: string } | undefined): string {
  if (!university) return 'the university';
  return university.name.startsWith('University') ? `the ${university.name}` : university.name;
}

/** The role that was chosen; where it is not chosen yet, all that the round is for. */
export function roleName(scheme: Scheme, answers: Answers): string {
  return roleOf(scheme, answers)?.name ?? scheme.roles.map(({ name }) => name).join(' or ');
}

/** In the plural, all that a round is for. */
export function roleNames({ roles }: Pick<Scheme, 'roles'>): string {
  return roles.map(({ name }) => `${name}s`).join(' or ');
}

/** When an intake starts: its day, or the month when no more is known. */
export function sayStart({ starts }: Pick<Intake, 'starts'>): string {
  return starts.length === 7 ? `${sayMonth(starts)}, on a day to be told` : sayDate(starts);
}

/** So many weeks, days or months before or after the day that counts, worked out from the stage's own number. */
export function dueRule(stage: Pick<Stage, 'due'>, anchors: Anchors): string {
  return ruleOf(stage, anchors, true);
}

/** The same counted out: "28 days before the start on Monday 4 January 2027". */
export function dueCount(stage: Pick<Stage, 'due'>, anchors: Anchors): string {
  return ruleOf(stage, anchors, false);
}

function ruleOf({ due }: Pick<Stage, 'due'>, anchors: Anchors, inWords: boolean): string {
  if (!due) return '';
  if ('on' in due) return `on ${sayDate(due.on)}${due.at ? `, ${due.at.slice(0, 5)}` : ''}`;
  const { days, months, workingDays } = due;
  const weeks = inWords && days !== undefined && days > 0 && days % 7 === 0 ? days / 7 : undefined;
  const [count, unit] =
    weeks !== undefined
      ? [weeks, 'week']
      : days !== undefined
        ? [days, 'day']
        : months !== undefined
          ? [months, 'month']
          : [workingDays ?? 0, 'working day'];
  const length = `${inWords ? (numbers[count] ?? count) : count} ${unit}${count === 1 ? '' : 's'}`;
  const from = due.before ?? due.after ?? 'start';
  const day = anchors[from];
  const named = `the ${anchorNames[from]}${day ? ` on ${sayDate(day)}` : ''}`;
  if (due.before) return `${inWords ? 'at least ' : ''}${length} before ${named}`;
  return inWords ? `within ${length} of ${named}` : `${length} after ${named}`;
}

const anchorNames = {
  start: 'start',
  closing: 'closing date',
  sending: 'day you sent the form',
  decision: 'decision',
} as const;

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function sayMoment({ on, at }: Moment): string {
  return `${sayDate(on)}${at ? `, ${at}` : ''}`;
}

/** Where a round stands, in a sentence. */
export function sayStatus(status: RoundStatus): string {
  switch (status.kind) {
    case 'not-yet':
      return `This round is not open yet. It opens on ${sayMoment(status.opens)}.`;
    case 'closed':
      switch (status.why) {
        case 'full':
          return `This round is full since ${sayMoment(status.since)}. It takes no more forms.`;
        case 'early':
          return `This round was closed early, on ${sayMoment(status.since)}. It takes no more forms.`;
        case 'closing':
          return `This round closed on ${sayMoment(status.since)}. It takes no more forms.`;
      }
      break;
    case 'open': {
      const until = status.closes ? `It closes on ${sayMoment(status.closes)}.` : 'It names no closing date.';
      if (status.until === 'full') return `This round is open until its places are gone. ${until}`;
      return status.until === 'early'
        ? `This round is open. ${until} It may close earlier.`
        : `This round is open. ${until}`;
    }
  }
}
