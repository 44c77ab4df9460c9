import { sourceNames } from '../../data/knowledge/source-names.js';
import { sayDate } from '../../workflows/dates.js';
import type { Application } from '../../workflows/application.js';
import type { Change, CheckAnswer, Gap, Verdict } from '../../workflows/readiness-rules.js';
import type { Check, Scheme, Source } from '../../workflows/scheme.js';
import { quoted } from '../understanding/text.js';
import { capital, fillDraft, inWords, plural } from '../words.js';

/** Every word of the readiness dialog. */

export const statuses = [
  {
    value: 'done',
    label: 'Done',
    also: [
      'yes',
      'y',
      'yep',
      'yeah',
      'complete',
      'completed',
      'finished',
      'sorted',
      'all done',
      'its done',
      'confirmed',
      'we have',
      'in place',
      'signed off',
      'yes it is',
      'already done',
      'ready',
    ],
  },
  {
    value: 'in-progress',
    label: 'In progress',
    also: [
      'in hand',
      'started',
      'working on it',
      'doing it',
      'under way',
      'underway',
      'ongoing',
      'partly',
      'nearly',
      'almost',
      'almost done',
      'nearly done',
      'draft',
      'drafted',
      'half done',
      'being done',
      'on it',
      'pending',
    ],
  },
  {
    value: 'not-started',
    label: 'Not started',
    also: [
      'no',
      'n',
      'nope',
      'not yet',
      'nothing yet',
      'havent started',
      'have not started',
      'to do',
      'not done',
      'none',
      'no its not',
    ],
  },
  {
    value: 'dont-know',
    label: "I don't know",
    also: [
      'dont know',
      'not sure',
      'dunno',
      'no idea',
      'unsure',
      'idk',
      'dont know yet',
      'need to check',
      'i dont know yet',
      'not sure yet',
    ],
  },
] as const;

/** The statuses as what can be chosen. */
export const statusOptions = statuses.map((one) => ({ ...one, also: [...one.also] }));

export function opening(count: number, again: boolean): string {
  const time = count > 6 ? 'about three minutes' : 'a minute or two';
  return again
    ? `I will ask only about what was not done last time: ${plural(count, 'check')}.`
    : `I will ask about ${plural(count, 'check')}. It takes ${time}, and you can stop at any point.`;
}

export function check(one: Check, position: string, before: CheckAnswer | undefined): string {
  return [`**${position}: ${one.title}**`, one.ask, before ? `Last time: ${status(before)}.` : '']
    .filter(Boolean)
    .join('\n\n');
}

export function detail(one: Check, answer: CheckAnswer): string {
  return answer.status === 'done'
    ? `Who confirmed it? Give a name or a job title, or say **skip**.`
    : `Who is doing it, and by what day? For instance “Priya in HR, by 14 January”. Or say **skip**.`;
}

/** What was said of who and by when, as it is typed. */
export function saidDetail(answer: CheckAnswer | undefined): string {
  return [answer?.who, answer?.by && `by ${sayDate(answer.by)}`].filter(Boolean).join(', ');
}

export const confirmedLabel = 'Who confirmed it';
export const detailLabel = 'Who, and by when';

export function kept(one: Check, answer: CheckAnswer | undefined): string {
  return `${one.title}: **${status(answer)}**.`;
}

/** Several that are alike, in one line. */
export function keptAll(told: readonly Check[], isEach: boolean, answer: CheckAnswer | undefined): string {
  const what = isEach
    ? `All ${plural(told.length, 'essential check')}`
    : told.map(({ title }) => title).join(', ');
  return `${what}: **${status(answer)}**.`;
}

/** The status in words, with who and by when. */
export function status(answer: CheckAnswer | undefined): string {
  if (!answer) return 'not answered';
  switch (answer.status) {
    case 'done':
      return answer.who ? `done, confirmed by ${quoted(answer.who)}` : 'done';
    case 'in-progress': {
      const by = answer.by ? `, due ${sayDate(answer.by)}` : '';
      return `in progress${answer.who ? `, with ${quoted(answer.who)}` : ''}${by}`;
    }
    case 'not-started':
      return 'not started';
    case 'dont-know':
      return 'not known yet';
  }
}

export function verdict(
  result: Verdict,
  open: readonly Gap[],
  essentials: number,
  changes: readonly Change[],
  since: string | null,
): string {
  const lines = [sentence(result, open, essentials)];
  if (since) {
    lines.push(
      changes.length > 0
        ? `Since ${sayDate(since)}:\n${changes.map(({ check: c, from, to }) => `- ${c.title}: ${short(from)}, now **${short(to)}**`).join('\n')}`
        : `Nothing has changed since ${sayDate(since)}.`,
    );
  }
  if (open.length > 0) {
    lines.push(
      `${open.some(({ check: c }) => c.essential) ? 'Close these, in this order:' : 'Worth closing, in this order:'}\n${open
        .map(({ check: c, answer }, i) => `${i + 1}. ${c.title}: ${status(answer)}`)
        .join('\n')}`,
      'For each one I have a draft ready to send. Say **fix 1** for the first.',
    );
  }
  return lines.join('\n\n');
}

function allDone(essentials: number): string {
  if (essentials === 1) return 'The one essential check is done.';
  return `All ${inWords(essentials)} essential checks are done.`;
}

function sentence(result: Verdict, open: readonly Gap[], essentials: number): string {
  const missing = open.filter(({ check: c }) => c.essential).length;
  switch (result) {
    case 'ready':
      return `**You are ready to apply.** ${allDone(essentials)}`;
    case 'ready-with-cautions':
      return `**You are ready to apply, with cautions.** ${allDone(essentials)} ${capital(plural(open.length, 'good-practice check'))} ${open.length === 1 ? 'is' : 'are'} still open. They do not stop you.`;
    default:
      return `**Not ready yet.** ${capital(plural(missing, 'essential check'))} of ${inWords(essentials)} ${missing === 1 ? 'is' : 'are'} not done. The form cannot be sent without ${missing === 1 ? 'it' : 'them'}, but you can start it now.`;
  }
}

function short(one: string): string {
  return one === 'dont-know' ? 'not known' : one.replace('-', ' ');
}

export function fix(
  { check: one, answer }: Gap,
  application: Application | undefined,
  scheme: Scheme,
): string {
  const { why, owner, draft } = one.fix;
  const filled = (text: string) => fillDraft(text, application, scheme);
  return [
    `**${one.title}** (${status(answer)})`,
    why,
    `**Who usually owns it:** ${owner}`,
    `${draft.kind === 'email' ? 'Email to send' : draft.kind === 'line' ? 'Line to use' : 'Outline to start from'}: **${capital(filled(draft.title))}**`,
    quoteBlock(filled(draft.body)),
    `Source: ${source(one.source)}.`,
  ].join('\n\n');
}

/** Lines of a letter stay lines: Markdown would run them together. */
export function quoteBlock(text: string): string {
  const lines = text.split('\n');
  return lines.map((line, n) => `> ${quoted(line)}${line && lines[n + 1] ? '  ' : ''}`).join('\n');
}

export function source({ document, section, year }: Source): string {
  const name = document.replace(
    /S00\d|product/g,
    (code) => (sourceNames as Record<string, { short: string }>)[code]?.short ?? code,
  );
  return [name, section, name.includes(String(year)) ? '' : year].filter(Boolean).join(', ');
}

export function noSuchFix(count: number): string {
  return count === 0
    ? 'There is nothing left to fix.'
    : `There ${count === 1 ? 'is one gap' : `are ${inWords(count)} gaps`}. Say **fix 1**${count > 1 ? ` to **fix ${count}**` : ''}.`;
}
