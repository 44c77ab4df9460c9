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

/**
 * Exact ways of saying each command. `rest` takes what follows. Order matters only where one phrase begins another.
 * Kept plain on purpose: looser wording is the classifier's work, after an answer has been looked for.
 */
const phrases: readonly (readonly [Command, readonly string[], rest?: RegExp])[] = [
  [
    'help',
    [
      'what do i put',
      'help',
      'help me',
      'what can you do',
      'what can i say',
      'how does this work',
      'menu of commands',
      'commands',
      'options',
      'im stuck',
      'i am stuck',
    ],
  ],
  ['home', ['home', 'menu', 'main menu', 'start', 'get started']],
  [
    'greeting',
    [
      'hi',
      'hello',
      'hiya',
      'hey',
      'morning',
      'good morning',
      'afternoon',
      'good afternoon',
      'evening',
      'good evening',
      'hi there',
      'hello there',
      'alright',
    ],
  ],
  [
    'thanks',
    [
      'thanks',
      'thank you',
      'ta',
      'cheers',
      'thx',
      'many thanks',
      'thank you very much',
      'thanks a lot',
      'great thanks',
      'brilliant thanks',
      'lovely thanks',
    ],
  ],
  [
    'ready-check',
    [
      'am i ready to apply',
      'are we ready to apply',
      'am i ready',
      'are we ready',
      'ready check',
      'readiness',
      'readiness check',
      'check readiness',
      'check if we are ready',
      'answer the readiness checks',
      'update my checks',
      'update the checks',
    ],
  ],
  [
    'good-practice',
    ['good practice', 'good practice checks', 'check good practice', 'look at good practice'],
  ],
  ['fix', ['fix', 'show the fixes', 'fixes'], /^(?:show )?fix (?:number )?(.+)$/],
  [
    'eligibility',
    [
      'eligibility',
      'am i eligible',
      'are we eligible',
      'check eligibility',
      'can we apply',
      'can i apply',
      'do we qualify',
      'do i qualify',
    ],
  ],
  [
    'new-application',
    [
      'new application',
      'another application',
      'start a new application',
      'start another application',
      'begin a new application',
      'apply again',
    ],
  ],
  [
    'apply',
    [
      'apply',
      'i want to apply',
      'start an application',
      'start the form',
      'start form',
      'start my application',
      'start the application',
      'fill in the form',
      'fill in the eoi',
      'expression of interest',
      'eoi',
      'start eoi',
      'start the eoi',
      'do the form',
    ],
  ],
  [
    'continue',
    [
      'continue',
      'carry on',
      'resume',
      'carry on where i was',
      'carry on where i left off',
      'go on',
      'keep going',
      'next',
      'whats next',
      'what is next',
      'what next',
      'what do i do next',
      'pick up where i left off',
      'back to the form',
      'do it now',
      'continue my application',
      'continue the form',
    ],
  ],
  [
    'status',
    [
      'status',
      'my applications',
      'my application',
      'applications',
      'show my applications',
      'list my applications',
      'where is my application',
      'where are we',
      'wheres my application',
      'whats happening with my application',
    ],
  ],
  ['open', [], /^open (?:application )?(.+)$/],
  [
    'check-answers',
    [
      'check answers',
      'check my answers',
      'check your answers',
      'review',
      'review my answers',
      'show my answers',
      'see my answers',
      'what have i put',
      'what did i put',
      'what did i say',
    ],
  ],
  [
    'change',
    ['change', 'change an answer', 'change answer', 'edit', 'change something'],
    /^(?:change|edit|correct|amend|update) (?:my |the |our )?(.+)$/,
  ],
  [
    'back',
    [
      'back',
      'go back',
      'previous',
      'previous question',
      'last question',
      'undo',
      'one back',
      'step back',
      'back a step',
    ],
  ],
  [
    'save',
    [
      'save',
      'save and leave',
      'save and exit',
      'save for later',
      'later',
      'ill finish later',
      'finish later',
      'leave',
      'exit',
      'quit',
      'stop',
      'stop for now',
      'pause',
      'bye',
      'goodbye',
      'got to go',
      'save it',
      'save my answers',
      'thats all for now',
      'come back later',
    ],
  ],
  [
    'cancel',
    [
      'cancel',
      'cancel this',
      'cancel my application',
      'cancel the application',
      'forget it',
      'stop this application',
      'abandon',
      'never mind',
      'nevermind',
    ],
  ],
  [
    'start-over',
    ['start over', 'start again', 'restart', 'begin again', 'start from scratch', 'start from the beginning'],
  ],
  [
    'copy',
    [
      'copy',
      'copy it',
      'copy my application',
      'copy my old application',
      'copy an old application',
      'copy the old one',
      'copy to a new application',
      'copy into a new application',
      'reuse my answers',
      'use my old answers',
    ],
    /^copy (?:application )?(ap [a-z0-9]{4} [a-z0-9]{4})$/,
  ],
  [
    'new-version',
    [
      ...[
        'new version',
        'the new version',
        'newer version',
        'use the new version',
        'move to the new version',
      ],
      ...['new form', 'the new form', 'use the new form', 'move to the new form', 'update my form'],
      ...['see the new version', 'see the new form', 'what has changed in the form'],
    ],
  ],
  [
    'documents',
    [
      'documents',
      'document',
      'my documents',
      'get the form',
      'download the form',
      'download',
      'the word document',
      'word document',
      'get the email',
      'show the documents',
      'send me the form',
      'give me the form',
      'links',
      'new links',
      'get documents',
    ],
  ],
  [
    'sent',
    [
      'sent',
      'i sent it',
      'ive sent it',
      'i have sent it',
      'its sent',
      'sent it',
      'it has been sent',
      'its gone',
      'done its sent',
      'emailed it',
      'i emailed it',
      'returned',
      'i returned it',
      'ive returned it',
    ],
    /^(?:i |we |ive |weve |i have |we have |it was |its |has been )?(?:sent|returned|emailed|posted)(?: it| the form| this| them)?(?: off| back)? ((?:on |to |this |last |yesterday|today|mon|tue|wed|thu|fri|sat|sun|\d).*)$/,
  ],
  [
    'decision',
    [
      'weve heard',
      'we have heard',
      'ive heard',
      'i have heard',
      'decision',
      'outcome',
      'we heard back',
      'heard back',
      'weve had the decision',
      'record the decision',
      'we got the decision',
      'funded',
      'not funded',
      'we got it',
      'we got the funding',
      'we didnt get it',
      'we were unsuccessful',
      'unsuccessful',
      'turned down',
      'we were turned down',
      'rejected',
      'we were rejected',
      'refused',
      'successful',
      'we were successful',
      'still waiting',
      'not heard',
      'nothing yet',
      'still nothing',
      'no word yet',
      'nothing back yet',
      'not heard yet',
    ],
    /^((?:we (?:are |were |got |have |have been )?|weve (?:been |got )?|its |been )?(?:funded|awarded|given|funding|offered|successful) (?:for )?.*\d?.*)$/,
  ],
  [
    'withdraw',
    [
      'withdraw',
      'withdraw my application',
      'withdraw the application',
      'withdraw it',
      'pull out',
      'we want to withdraw',
      'i want to withdraw',
    ],
  ],
  [
    'reopen',
    [
      'reopen',
      'reopen it',
      'reopen my application',
      'reopen the application',
      'open it again',
      'the decision was wrong',
      'correct the decision',
    ],
  ],
  [
    'confirmation',
    [
      'confirmation of support',
      'confirmation',
      'confirm support',
      'fill in the confirmation',
      'the confirmation form',
      'support form',
      'fill in the confirmation of support',
      'do the confirmation',
      'recruited',
      'weve recruited',
      'we have recruited',
      'recruitment finished',
      'we have recruited them',
      'recruitment is done',
    ],
  ],
  [
    'universities',
    [
      'universities',
      'change university',
      'change the university',
      'change my university',
      'list universities',
      'compare universities',
      'show universities',
      'show the universities',
      'different university',
      'another university',
    ],
  ],
  [
    'start-date',
    [
      'change the start date',
      'start date moved',
      'the start date moved',
      'the start has moved',
      'start date changed',
      'the start date has changed',
      'change start date',
    ],
  ],
  [
    'dont-know',
    [
      'dont mind',
      'i dont mind',
      'dont mind which',
      'no preference',
      'not fussed',
      'dont know',
      'i dont know',
      'dont know yet',
      'i dont know yet',
      'dunno',
      'dunno yet',
      'not sure',
      'not sure yet',
      'no idea',
      'unsure',
      'idk',
      'park',
      'park it',
      'park this',
      'ask me later',
      'ill find out',
      'need to check',
      'i need to check',
      'ill have to check',
      'tbc',
      'to be confirmed',
      'havent decided',
      'dont know that yet',
      'not decided',
      'not decided yet',
      '?',
      'pass',
    ],
  ],
  [
    'same',
    [
      'same',
      'same again',
      'the same',
      'same as before',
      'as before',
      'as above',
      'same as above',
      'ditto',
      'same as trainee 1',
      'same as the last one',
    ],
  ],
  [
    'contacts',
    [
      'contacts',
      'who can i ask',
      'whom can i ask',
      'who do i ask',
      'who to ask',
      'who can help',
      'contact someone',
      'speak to someone',
      'talk to a person',
      'speak to a person',
    ],
  ],
  [
    'draft',
    [
      'draft',
      'show the message to send',
      'show the draft',
      'the message',
      'text to copy',
      'copy the text',
      'no outlook',
    ],
  ],
  [
    'send-it',
    [
      'send',
      'send it',
      'send it now',
      'send the form',
      'send it for me',
      'submit',
      'submit it',
      'submit the form',
      'email it',
    ],
  ],
  [
    'confirm-answers',
    [
      'confirm answers',
      'confirm my answers',
      'go on to the declaration',
      'answers are right',
      'all correct',
      'declare',
      'declaration',
    ],
  ],
  ['missing', ['answer what is missing', 'whats missing', 'what is missing', 'missing']],
  [
    'started',
    [
      'the programme has started',
      'programme has started',
      'it has started',
      'theyve started',
      'they have started',
      'the course has started',
    ],
  ],
  [
    'reminders',
    ['my reminders', 'reminders', 'show my reminders', 'list my reminders', 'what reminders are coming'],
  ],
  [
    'remind-me',
    ['remind me', 'set a reminder', 'add a reminder'],
    /^(?:remind|nudge|prompt|ping|alert|prod|chase) me (.+)$/,
  ],
  ['snooze', ['snooze', 'remind me later', 'not now'], /^snooze (.+)$/],
  ['already-done', ['already done', 'its done already', 'i have done it already'], /^already done (.+)$/],
  [
    'stop-reminders',
    ['stop reminders', 'stop these', 'stop the reminders', 'no more reminders', 'stop reminding me'],
    /^stop reminders (.+)$/,
  ],
  ['start-reminders', ['start reminders', 'reminders on'], /^start reminders (.+)$/],
  [
    'plan',
    ['plan', 'back plan', 'plan it', 'make a plan', 'when must things be done', 'show the plan', 'timeline'],
    /^(?:plan (?:for )?|(?:we |i )?want to start (?:in |on )?)(.+)$/,
  ],
  [
    'calendar',
    ['calendar', 'calendar file', 'my dates', 'add to my calendar', 'get the calendar', 'ics'],
    /^calendar (?:file )?(?:of |for )?(.+)$/,
  ],
  [
    'invite',
    [
      'invite',
      'invite a colleague',
      'invite my colleague',
      'invite someone',
      'invite somebody',
      'share',
      'share it',
      'share my application',
      'share this application',
      'share the application',
    ],
  ],
  ['ask-colleague', ['ask a colleague', 'ask my colleague', 'ask someone else', 'ask somebody else']],
  [
    'join',
    ['join', 'i have a code', 'use a code', 'enter a code', 'join an application'],
    /^(?:join|accept|answer(?= (?:[a-z0-9]{4} ){4}[a-z0-9]{4}$))(?: with)?(?: the)?(?: code)? (.+)$/,
  ],
  [
    'hand-over',
    [
      'hand over',
      'handover',
      'hand it over',
      'hand over my application',
      'hand over the application',
      'hand over to my successor',
      'transfer my application',
      'transfer ownership',
    ],
  ],
  [
    'people',
    [
      'who can see this',
      'who can see it',
      'who can see my application',
      'who has access',
      'who is invited',
      'people',
    ],
  ],
  [
    'remove',
    ['remove', 'remove somebody', 'remove someone', 'remove a colleague'],
    /^remove (?:number |colleague )?(.+)$/,
  ],
  [
    'take-back',
    [
      'take back the codes',
      'take back the code',
      'take the code back',
      'cancel the codes',
      'cancel the code',
    ],
  ],
  [
    'overview',
    [
      'overview',
      'show the overview',
      'coordinator overview',
      'all applications',
      'show all applications',
      'everyones applications',
      'our organisations applications',
    ],
  ],
  [
    'privacy',
    [
      'what do you hold about me',
      'what do you hold on me',
      'what do you know about me',
      'what data do you hold',
      'what is held about me',
      'what do you store about me',
      'my data',
      'privacy',
    ],
  ],
  [
    'download-data',
    [
      'download my data',
      'download all my data',
      'export my data',
      'get my data',
      'give me my data',
      'send me my data',
    ],
  ],
  [
    'delete-data',
    [
      'delete my data',
      'delete all my data',
      'delete everything about me',
      'delete everything',
      'delete me',
      'erase my data',
      'forget me',
    ],
  ],
  [
    'ap-or-na',
    [
      'ap or nursing associate',
      'assistant practitioner or nursing associate',
      'is it ap or nursing associate',
      'is it an ap or a nursing associate',
      'is it ap or na',
      'ap or nursing associate which is it',
      'compare the roles',
      'ap or na',
      'na or ap',
    ],
  ],
  [
    'advise',
    [
      'help me choose',
      'which role should we have',
      'which role should i choose',
      'which role do we need',
      'advisor',
      'which role',
    ],
  ],
  ['ask', [], /^ask ([a-z0-9 ]+)$/],
  ['helpful', ['helpful', 'that helped', 'that was helpful'], /^helpful ([a-z0-9 ]+)$/],
  [
    'not-helpful',
    ['not helpful', 'that didnt help', 'that did not help', 'unhelpful'],
    /^not helpful ([a-z0-9 ]+)$/,
  ],
  [
    'skip',
    [
      'skip',
      'skip it',
      'skip this',
      'skip this question',
      'none',
      'leave it blank',
      'leave blank',
      'no comment',
      'n a',
      'na',
    ],
  ],
];

const exact = new Map(phrases.flatMap(([command, says]) => says.map((say) => [say, command] as const)));
const long = [...exact].filter(([say]) => say.length >= 6);

/** Pressed at any moment, also while a question waits for free text: a reminder's buttons, a plan's. */
const aboutReminders = new Set<Command>([
  'calendar',
  'remind-me',
  'snooze',
  'already-done',
  'stop-reminders',
  'start-reminders',
]);

/** Is it word for word a way of saying a command, and so nothing else? */
export function isPhrase(text: string): boolean {
  return exact.has(normalise(text));
}

/** A command said in so many words, or a slip of the finger away. Pure. */
export function readCommand(text: string): Commanded | undefined {
  const said = normalise(text)
    .replace(/^(?:please|can you|could you|can i|could i|i want to|id like to|i would like to|lets) /, '')
    .replace(/ (?:please|pls|plz|now)$/, '');
  const whole = normalise(text);
  const command = exact.get(whole) ?? exact.get(said);
  if (command) return { command, rest: '', exact: true, said: whole };
  for (const [name, , rest] of phrases) {
    const match = rest?.exec(said);
    if (!match) continue;
    const what = (match[1] ?? '').trim();
    // Nobody answers a question with these words, nor with a reference or a code for joining.
    const isExact = aboutReminders.has(name) || endsWithReference(what) || (name === 'join' && isCode(what));
    return { command: name, rest: what, exact: isExact, said: whole, typed: text };
  }
  const slip = long.find(([say]) => looksLike(said, say));
  return slip ? { command: slip[1], rest: '', exact: false, said: whole } : undefined;
}

/** "open AP-7K3M-9QRT", in plain lower case. */
function endsWithReference(text: string): boolean {
  return /\bap [a-z0-9]{4} [a-z0-9]{4}$/.test(text);
}

function isCode(text: string): boolean {
  return /^[a-z0-9]{20}$/.test(text.replaceAll(' ', ''));
}
