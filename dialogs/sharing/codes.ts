import { invitationDays } from '../../workflows/authority-rules.js';
import type { InvitationKind } from '../../workflows/people.js';

/** When a code made now ends. */
export function codeEnds(now: string, to: InvitationKind): string {
  return new Date(Date.parse(now) + invitationDays[to] * 24 * 60 * 60 * 1000).toISOString();
}

/** The code in what was said: 20 of its letters and digits, however they are grouped. */
export function codeIn(said: string): string | undefined {
  const whole = sentCodeIn(said);
  if (whole) return whole;
  const code = said
    .replace(/^\s*(?:the )?(?:code )?/i, '')
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase();
  return /^[346789BCDFGHJKMNPQRTVWXY]{20}$/.test(code) ? (code.match(/.{4}/g) ?? []).join('-') : undefined;
}

/** A code in its groups, as it was sent: it is found in any message, the whole invitation pasted for instance. */
export function sentCodeIn(said: string): string | undefined {
  const group = '[346789BCDFGHJKMNPQRTVWXY]{4}';
  return new RegExp(`\\b(?:${group}-){4}${group}\\b`, 'i').exec(said)?.[0].toUpperCase();
}

/** Could it be meant as a code, if a wrong one? Words alone are none. */
export function mayBeCode(said: string): boolean {
  return /\d/.test(said) || /^\S{8,}$/.test(said.trim());
}
