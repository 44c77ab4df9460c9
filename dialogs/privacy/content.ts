import { plural, capital } from '../words.js';

/** Every word about what is kept of a person. */

export interface Counted {
  readonly web: boolean;
  readonly name: string;
  readonly owned: readonly string[];
  /** Of those, how many a colleague can see too. */
  readonly shared: number;
  readonly answers: number;
  readonly steps: number;
  readonly invitedTo: readonly string[];
  readonly traces: number;
  readonly ownReminders: number;
  readonly sentReminders: number;
  readonly conversations: number;
  readonly messages: number;
  readonly links: number;
  readonly codes: number;
}

/** Kinds and numbers. Never the content: a chat window is seen by others. */
export function held(it: Counted, privacyPage: string): string {
  const lines = [
    it.web
      ? 'Who you are: a random identifier, which a cookie in this browser carries.'
      : `Who you are: your name${it.name ? '' : ' (none given)'}, your identifier, and where to answer you.`,
    it.owned.length > 0
      ? `${capital(plural(it.owned.length, 'application'))} of yours (${it.owned.join(', ')}), with ${plural(it.answers, 'answer')} and a history of ${plural(it.steps, 'step')}.`
      : 'No applications of your own.',
    it.invitedTo.length > 0
      ? `${capital(plural(it.invitedTo.length, 'application'))} of others that you were invited to (${it.invitedTo.join(', ')}).`
      : '',
    it.traces > 0
      ? `Your identifier in the history of ${plural(it.traces, 'other application')}, for what you did there.`
      : '',
    `${capital(plural(it.ownReminders, 'reminder'))} that you set, and a note of ${plural(it.sentReminders, 'reminder')} sent.`,
    it.conversations > 0
      ? `${capital(plural(it.conversations, 'conversation'))} on the web page, with ${plural(it.messages, 'message')}.`
      : 'Of our conversation: what it is about now, and my last two answers.',
    `${capital(plural(it.links, 'link'))} to documents, good for an hour${it.codes > 0 ? `, and ${plural(it.codes, 'code')} for colleagues` : ''}.`,
  ];
  return [
    '**What I hold about you**',
    lines
      .filter(Boolean)
      .map((line) => `- ${line}`)
      .join('\n'),
    `Nothing is kept about patients, and no words of yours are in the logs. [How long it is kept, and why](${privacyPage}).`,
    'Say **download my data** to have all of it, or **delete my data** to have it deleted.',
  ].join('\n\n');
}

export const files = {
  json: 'My data as a file for programs (JSON)',
  word: 'My data to read (Word)',
} as const;

export function download(links: string): string {
  return `**Your data.** The links work for one hour, and only for you. The files hold everything, so keep them safe.\n${links}`;
}

/** Names what goes, what stays, and what there is to do first. */
export function sureDelete(it: Counted): string {
  const goes = [
    it.owned.length > 0
      ? `your ${it.owned.length === 1 ? 'application' : `${plural(it.owned.length, 'application')}`} ${it.owned.join(', ')}, with every answer, its history and its documents`
      : '',
    it.invitedTo.length > 0 ? `your place in ${it.invitedTo.join(', ')}` : '',
    'your name, your reminders, your links and codes',
    it.conversations > 0 ? 'our conversations on the web page' : 'what I remember of our conversation',
  ].filter(Boolean);
  return [
    '**Shall I delete everything that I hold about you?** It cannot be undone. This goes:',
    goes.map((line) => `- ${line}`).join('\n'),
    it.shared > 0
      ? `${capital(plural(it.shared, 'of these applications is', 'of these applications are'))} shared with colleagues, who lose it too. To let it go on without you, say **hand over** first.`
      : '',
    it.invitedTo.length > 0 || it.traces > 0
      ? 'What you answered in applications of others stays there, without your name or identifier.'
      : '',
    'It does not withdraw a form that you have sent: tell the university yourself. It does not reach files that you downloaded, or Teams’ copy of the chat.',
    'Say **yes** or **no**. To keep a copy, say **download my data** first.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const deleted =
  '**Deleted.** I hold nothing about you any more. If you write to me again, you start as somebody new.';
