import type { Option } from '../conversation.js';

/**
 * "AP or nursing associate?": four questions about the service, and what the answers lean to. They lead to a row of the
 * comparison of the two roles (`data/roles/`), which has the sources, and to a draft; where they lead nowhere, to a person to ask.
 */
export interface AdvisorQuestion {
  readonly id: string;
  readonly ask: string;
  readonly options: readonly (Option & { readonly leans: 'ap' | 'na' | null; readonly because: string })[];
}

const option = (
  value: string,
  label: string,
  leans: 'ap' | 'na' | null,
  because: string,
  also: string[] = [],
) => ({
  value,
  label,
  also,
  leans,
  because,
});

export const advisorQuestions: readonly AdvisorQuestion[] = [
  {
    id: 'professions',
    ask: 'Who will the person mostly work with?',
    options: [
      option(
        'nurses',
        'Mostly nurses',
        'na',
        'the work is led by nurses, which is where the nursing associate role belongs',
        ['nurses', 'nursing', 'nurse'],
      ),
      option(
        'several',
        'Several professions',
        'ap',
        'the work crosses professions, which the AP role is made for',
        [
          'mixed',
          'therapy',
          'therapists',
          'physio',
          'ot',
          'social work',
          'mdt',
          'multi',
          'several',
          'mix',
          'all sorts',
          'everyone',
          'a bit of everyone',
          'nurses and physios',
          'nurses and therapists',
          'therapists and nurses',
          'doctors and nurses',
        ],
      ),
      option(
        'science',
        'Therapy or science only',
        'ap',
        'the work is outside nursing, and the AP role is not tied to one profession',
        ['radiography', 'lab', 'laboratory', 'imaging'],
      ),
    ],
  },
  {
    id: 'career',
    ask: 'Which career do you want it to open?',
    options: [
      option('nursing', 'Registered nursing', 'na', 'you want a road into registered nursing', [
        'nurse',
        'nursing',
      ]),
      option(
        'several',
        'Several professions',
        'ap',
        'an AP can go on to several registered professions, nursing among them',
        ['any', 'therapy', 'physio', 'several', 'open', 'anything', 'could be anything', 'keep it open'],
      ),
      option(
        'stay',
        'A post that people stay in',
        null,
        'my sources do not say which of the two stays longer in post',
        ['stay', 'neither'],
      ),
    ],
  },
  {
    id: 'registration',
    ask: 'Does the work need someone on a professional register?',
    options: [
      option(
        'yes',
        'Yes',
        'na',
        'APs are not on a statutory register, so work that needs registration is not theirs',
        ['yes', 'must be registered', 'has to be registered', 'registered'],
      ),
      option('no', 'No', 'ap', 'the work can be delegated to someone who is not registered', [
        'no',
        'not needed',
        'not registered',
      ]),
      option(
        'dont-know',
        'I don’t know',
        null,
        'whether the work needs registration is for your nursing lead to say',
        ['dont know', 'not sure'],
      ),
    ],
  },
  {
    id: 'tasks',
    ask: 'Are the duties special to your service, or general nursing care?',
    options: [
      option(
        'special',
        'Special to our service',
        'ap',
        'an AP is trained around the duties that your service has planned',
        ['special', 'specific', 'specialist', 'specialised', 'our own', 'unique'],
      ),
      option(
        'general',
        'General nursing care',
        'na',
        'general nursing care is where a nursing associate works',
        ['general', 'nursing care', 'basic care', 'washes', 'obs', 'obs and washes', 'personal care'],
      ),
      option('both', 'Some of both', null, 'the duties lean neither way', [
        'both',
        'mix',
        'mixed',
        'mixture',
      ]),
    ],
  },
];

export interface Advice {
  readonly role: 'ap' | 'na' | 'ask';
  readonly because: readonly string[];
}

/** What the answers lean to: a role when at least two more answers point its way, otherwise a person to ask. */
export function advise(answers: Readonly<Record<string, string>>): Advice {
  const given = advisorQuestions.flatMap(({ id, options }) =>
    options.filter(({ value }) => value === answers[id]),
  );
  const count = (role: 'ap' | 'na') => given.filter(({ leans }) => leans === role).length;
  // Registration is not a matter of balance: an AP is on no statutory register.
  const mustRegister = answers['registration'] === 'yes';
  const lead = count('ap') - count('na');
  const role = mustRegister ? (lead <= 0 ? 'na' : 'ask') : lead >= 2 ? 'ap' : lead <= -2 ? 'na' : 'ask';
  const because = given.filter(({ leans }) => role === 'ask' || leans === role).map((one) => one.because);
  return { role, because };
}

/** Which row of the comparison a question's answer turns on. */
export const rowOf: Readonly<Record<string, string>> = {
  professions: 'where',
  career: 'progression',
  registration: 'register',
  tasks: 'supervision',
};

/** The question that decided: registration where it did, else the first whose answer leans that way. */
export function decidedBy(answers: Readonly<Record<string, string>>, { role }: Advice): string {
  if (answers['registration'] === 'yes') return 'registration';
  const leaning = advisorQuestions.find(({ id, options }) =>
    options.some(({ value, leans }) => value === answers[id] && leans === role),
  );
  return leaning?.id ?? 'registration';
}
