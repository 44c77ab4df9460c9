import { looksLike, normalise } from './text.js';

/** What a person can ask for at any moment, whatever is open. */
export type Command =
  | 'help'
  | 'home'
  | 'greeting'
  | 'thanks'
  | 'ready-check'
  | 'good-practice'
  | 'fix'
  | 'eligibility'
  | 'apply'
  | 'new-application'
  | 'continue'
  | 'status'
  | 'open'
  | 'check-answers'
  | 'change'
  | 'back'
  | 'undo'
  | 'redo'
  | 'save'
  | 'cancel'
  | 'start-over'
  | 'copy'
  | 'new-version'
  | 'documents'
  | 'sent'
  | 'send-it'
  | 'decision'
  | 'withdraw'
  | 'reopen'
  | 'confirmation'
  | 'universities'
  | 'start-date'
  | 'dont-know'
  | 'skip'
  | 'same'
  | 'contacts'
  | 'draft'
  | 'confirm-answers'
  | 'missing'
  | 'started'
  | 'reminders'
  | 'remind-me'
  | 'snooze'
  | 'already-done'
  | 'stop-reminders'
  | 'start-reminders'
  | 'plan'
  | 'calendar'
  | 'invite'
  | 'ask-colleague'
  | 'join'
  | 'hand-over'
  | 'people'
  | 'remove'
  | 'take-back'
  | 'overview'
  | 'privacy'
  | 'download-data'
  | 'delete-data'
  | 'ap-or-na'
  | 'advise'
  | 'ask'
  | 'helpful'
  | 'not-helpful';

export interface Commanded {
  readonly command: Command;
  /** What follows the command: "change **places**", "sent **on friday**". */
  readonly rest: string;
  /** Said in so many words, not a slip of the finger away nor with something after it. */
  readonly exact: boolean;
  /** Everything that was said, in plain lower case. */
  readonly said: string;
  /** As it was typed, where the words themselves are kept. */
  readonly typed?: string;
}

/** What follows a command in the same message, where something can. Short on purpose: who says more says it loosely. */
const rests: readonly (readonly [Command, RegExp])[] = [
  ['fix', /^(?:show )?fix (?:number )?(.+)$/],
  ['open', /^open (?:application )?(.+)$/],
  ['change', /^(?:change|edit|correct|amend|update) (?:my |the |our )?(.+)$/],
  ['copy', /^copy (?:application )?(ap [a-z0-9]{4} [a-z0-9]{4})$/],
  ['undo', /^undo (?:the |my |that )?(.+)$/],
  ['remind-me', /^(?:remind|nudge|prompt|ping|alert|prod|chase) me (.+)$/],
  ['snooze', /^snooze (.+)$/],
  ['already-done', /^already done (.+)$/],
  ['stop-reminders', /^stop reminders (.+)$/],
  ['start-reminders', /^start reminders (.+)$/],
  ['plan', /^(?:plan (?:for )?|(?:we |i )?want to start (?:in |on )?)(.+)$/],
  ['calendar', /^calendar (?:file )?(?:of |for )?(.+)$/],
  ['join', /^(?:join|accept|answer(?= (?:[a-z0-9]{4} ){4}[a-z0-9]{4}$))(?: with)?(?: the)?(?: code)? (.+)$/],
  ['remove', /^remove (?:number |colleague )?(.+)$/],
  ['ask', /^ask ([a-z0-9 ]+)$/],
  ['helpful', /^helpful ([a-z0-9 ]+)$/],
  ['not-helpful', /^not helpful ([a-z0-9 ]+)$/],
];

/** Pressed at any moment, also while a question waits for free text: a reminder's buttons, a plan's. */
const aboutReminders = new Set<Command>([
  'calendar',
  'remind-me',
  'snooze',
  'already-done',
  'stop-reminders',
  'start-reminders',
]);

/** The wordings of `phrases.yaml`: word for word a command, and so nothing else. */
export class Phrases {
  private readonly exact: ReadonlyMap<string, Command>;
  private readonly long: readonly (readonly [string, Command])[];

  constructor(byCommand: Readonly<Record<string, readonly string[]>>) {
    this.exact = new Map(
      Object.entries(byCommand).flatMap(([command, says]) =>
        says.map((say) => [normalise(say) || say, command as Command] as const),
      ),
    );
    this.long = [...this.exact].filter(([say]) => say.length >= 6);
  }

  /** Is it word for word a way of saying a command, and so nothing else? */
  has(text: string): boolean {
    return this.exact.has(normalise(text));
  }

  /** A command said in so many words, or a slip of the finger away. Pure. */
  read(text: string): Commanded | undefined {
    if (text === '') return undefined;
    const said = normalise(text)
      .replace(/^(?:please|can you|could you|can i|could i|i want to|id like to|i would like to|lets) /, '')
      .replace(/ (?:please|pls|plz|now)$/, '');
    const whole = normalise(text);
    const command = this.exact.get(whole || text.trim()) ?? this.exact.get(said);
    if (command) return { command, rest: '', exact: true, said: whole };
    for (const [name, rest] of rests) {
      const match = rest.exec(said);
      if (!match) continue;
      const what = (match[1] ?? '').trim();
      // Nobody answers a question with these words, nor with a reference or a code for joining.
      const isExact =
        aboutReminders.has(name) || endsWithReference(what) || (name === 'join' && isCode(what));
      return { command: name, rest: what, exact: isExact, said: whole, typed: text };
    }
    const slip = this.long.find(([say]) => looksLike(said, say));
    return slip ? { command: slip[1], rest: '', exact: false, said: whole } : undefined;
  }
}

/** "open AP-7K3M-9QRT", in plain lower case. */
function endsWithReference(text: string): boolean {
  return /\bap [a-z0-9]{4} [a-z0-9]{4}$/.test(text);
}

function isCode(text: string): boolean {
  return /^[a-z0-9]{20}$/.test(text.replaceAll(' ', ''));
}
