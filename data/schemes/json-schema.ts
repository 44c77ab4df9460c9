import { z } from 'zod';
import { schemeSchema } from '../../workflows/scheme.js';

/** What an editor's program shows beside a name while somebody types: by the name itself, wherever it stands. */
const explanations: Readonly<Record<string, string>> = {
  id: 'A short name in small letters, digits and hyphens. It must not change once people have answered.',
  version: 'Add one for new rules of the same round. Keep the old file for those who began with it.',
  notice: 'What everyone must be told about these rules, such as how old they are.',
  fields: 'Which of your questions is which: give the id of the question. Leave out what you do not ask.',
  terms: 'What this round calls things: the form, and who decides.',
  audience: 'Whom the round is for. With several rounds open, whoever begins is led to theirs by this.',
  summary: 'One line that tells this round from another.',
  regions: 'The places the round is for. Use the same value in every round that means the same place.',
  also: 'Other ways in which people say it, in small letters.',
  roles: 'What the places are for.',
  opens:
    'The first day, and the time if there is one, on which a form is taken. Leave it out if none is named.',
  closes: 'The last day, and the time if there is one. null when no closing date is named.',
  mayCloseEarly: 'true when it may close before its day.',
  untilFull: 'true when it takes forms until the places are gone.',
  closed: 'Your switch: since when it is full, or was closed early.',
  whenClosed: 'What can still be done once it is closed, such as a waiting list.',
  eligibility: 'Who may apply. Each answer has a grade and a sentence that says why.',
  grade:
    'pass, caution, refuse, signpost (it is done in another place), decide (somebody else decides) or unknown.',
  grades:
    'Rules for a number, a date or another answer. The first that holds counts. End with one that has no test.',
  reason: 'Why, in one sentence. The person reads it.',
  todo: 'What can be done, in one sentence.',
  by: 'Of decide: who decides. Of signpost: where one applies.',
  below: 'Holds for a number under this one.',
  atLeast: 'Holds for this number and above.',
  before: 'In a rule: holds for a day before this one. In due: counted back from this.',
  after:
    'In a rule: holds for a day after this one. In due: counted on from this. At the top: what comes after sending.',
  withinFinanceYear: '2027 is 1 April 2027 to 31 March 2028.',
  together: 'Holds only when another answer is one of these.',
  when: 'Asked only when an earlier answer is one of these.',
  from: 'Taken from an eligibility answer or a check, and not asked again. In a stage: from when it counts.',
  type: 'What kind of answer it is.',
  required: 'false when the form can be sent without it.',
  max: 'The most: characters of a text, the number itself, or pounds.',
  feeds: 'Which answer tells which, so that nobody is asked the same thing twice.',
  statement: 'What whoever returns the form for each place stands for.',
  sendTo: 'Where the form goes: to the university that is chosen, to a mailbox, or to a page on the web.',
  due: 'A day of its own, or so many days, workingDays or months before or after the start, closing, sending or decision.',
  asks: 'Questions about each place, in a form of their own. One stage at most has them.',
  decides: 'true for the stage at which it is said who is funded.',
  reminders: 'How many days before.',
  starts: 'A day like 2027-09-20, or a month like 2027-09 while the day is not known.',
  source: 'Where it is said, so that people can look it up.',
};

type Node = { properties?: Record<string, Node>; description?: string; [more: string]: unknown };

/** The schema as editors' programs read it: it completes and explains while somebody types. */
export function schemeJsonSchema(): object {
  const schema = z.toJSONSchema(schemeSchema, { io: 'input', unrepresentable: 'any' }) as Node;
  explain(schema);
  return { ...schema, title: 'A commissioning round' };
}

function explain(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as Node;
  for (const [name, property] of Object.entries(properties ?? {})) {
    const said = explanations[name];
    if (said && typeof property === 'object') property.description ??= said;
  }
  for (const inner of Object.values(node)) explain(inner);
}
