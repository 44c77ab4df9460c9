import { invitationDays } from '../../workflows/authority-rules.js';
import type { InvitationKind } from '../../workflows/people.js';

/** When a code made now ends. */
export function codeEnds(now: string, to: InvitationKind): string {
  return new Date(Date.parse(now) + invitationDays[to] * 24 * 60 * 60 * 1000).toISOString();
}

/** The code in what was said: 20 of its letters and digits, however they are grouped. */
export function codeIn(said: string): string | undefined {
  const code = said
    .replace(/^\s*(?:the )?(?:code )?/i, '')
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase();
  return /^[346789BCDFGHJKMNPQRTVWXY]{20}$/.test(code) ? (code.match(/.{4}/g) ?? []).join('-') : undefined;
}
