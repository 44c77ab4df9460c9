import type { Scheme, University } from '../../workflows/scheme.js';
import { theRecipient } from '../rounds/words.js';

/** The universities with how sure each is, and from where. */
export function universities(scheme: Scheme, offered: readonly University[]): string {
  if (offered.length === 0)
    return `No university is chosen in this round: the form goes to ${theRecipient(scheme)}.`;
  return ['**Universities.** The form goes to one only.', ...groups(offered), scheme.notice].join('\n\n');
}

/** By how sure it is that they have the programme. What each says of it is in the table on the card. */
function groups(offered: readonly University[]): string[] {
  const named = (certainty: University['certainty']) =>
    offered
      .filter((one) => one.certainty === certainty)
      .map(({ name }) => name.replace(/^University of /, ''));
  const [sure, open] = [named('confirmed'), named('to-be-confirmed')];
  return [
    sure.length > 0 ? `**Named by a source of the time:** ${sure.join(', ')}.` : '',
    open.length > 0 ? `**To be confirmed:** ${open.join(', ')}.` : '',
  ].filter(Boolean);
}

/** `from`, `to`: with their article, as `theUniversity` gives them. */
export function changing(from: string): string {
  return `The form went to **${from}**. It may be with one university only, so first withdraw it there. Which university is it to go to instead? Or say **back**. Say **universities** to read about each.`;
}

export function changed(form: string, from: string, to: string, reference: string, on: string): string {
  return [
    `The form is now for **${to}**. Send this to ${from} first:`,
    `> **Withdrawal of ${form} ${reference}**\n>\n> Please withdraw our ${form}, reference ${reference}, which was sent to you on ${on}. We are returning it to another university instead. Please confirm that it is no longer being considered.`,
  ].join('\n\n');
}

export const sameOne = 'That is the university it is with now.';
