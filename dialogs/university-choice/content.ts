import type { Scheme, University } from '../../workflows/scheme.js';
import { theRecipient } from '../rounds/words.js';
import { source } from '../readiness/content.js';

/** The universities with how sure each is, and from where. */
export function universities(scheme: Scheme, offered: readonly University[]): string {
  if (offered.length === 0)
    return `No university is chosen in this round: the form goes to ${theRecipient(scheme)}.`;
  return [
    '**Universities**',
    offered.map(line).join('\n'),
    `The form goes to one university only. ${scheme.notice}`,
  ].join('\n\n');
}

function line({ name, programme, certainty, note, source: from }: University): string {
  const sure =
    certainty === 'confirmed' ? 'Named by a source of the time' : 'To be confirmed with the university';
  return `- **${name}**: ${programme.replace(/\.$/, '')}. ${sure} (${source(from)}).${note ? ` ${note}` : ''}`;
}

/** `from`, `to`: with their article, as `theUniversity` gives them. */
export function changing(from: string): string {
  return `The form went to **${from}**. It may be with one university only, so first withdraw it there. Which university is it to go to instead? Or say **back**. Say **universities** to read about each.`;
}

export function changed(form: string, from: string, to: string, reference: string, on: string): string {
  return [
    `The form is now for **${to}**. Send this to ${from} first:`,
    `> **Withdrawal of ${form} ${reference}**\n>\n> Please withdraw our ${form}, reference ${reference}, which was sent to you on ${on}. We are returning it to another university instead. Please confirm that it is no longer being considered.`,
    'Then send the new form. Both sendings stay in the history.',
  ].join('\n\n');
}

export const sameOne = 'That is the university it is with now.';
