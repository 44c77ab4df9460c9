import { z } from 'zod';
import { fileTypes } from './attached-file.js';
import { schemeFactSchema } from './scheme-facts.js';

/**
 * The vocabulary of a scheme (one commissioning round). A scheme is data: the rules in this room read it,
 * `data/schemes/` loads and cross-checks it. There is no expression language here on purpose: what a table
 * cannot say is a named rule in a `*-rules.ts` module.
 */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'Use small letters, digits and hyphens');
const sentence = z.string().trim().min(1);
/** What people call it, besides its own name: "jd", "job desc". */
const also = z.array(sentence).optional();
export const isoDate = z.iso.date();

/** Where a statement comes from: one of the source documents, a public page, or a product decision. */
export const sourceSchema = z.strictObject({
  document: z.string().min(2),
  section: z.string().optional(),
  year: z.int().min(1990).max(2100).optional(),
});

/** Asked only when an earlier answer is one of these. */
export const conditionSchema = z.strictObject({
  question: id,
  is: z.array(z.union([z.string(), z.boolean()])).min(1),
});

/**
 * What an answer comes to. `fail` (a file may say `refuse`) ends it with a reason; `signpost` ends it kindly: one applies,
 * but somewhere else; `decide` goes on, and somebody named decides; `unknown` keeps the form but cannot send it: the
 * person has yet to find out.
 */
export const gradeSchema = z
  .enum(['pass', 'caution', 'refuse', 'fail', 'signpost', 'decide', 'unknown'])
  .transform((grade) => (grade === 'refuse' ? 'fail' : grade));
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month like 2027-01');
const clockTime = z.iso.time();
/** A day, or a day and a London time. */
const moment = z.strictObject({ on: isoDate, at: clockTime.optional() });

const draftSchema = z.strictObject({
  kind: z.enum(['email', 'document', 'line']),
  to: z.string().optional(),
  title: sentence,
  body: sentence,
});

/** What a grade says, wherever it comes from. */
const verdictShape = {
  grade: gradeSchema,
  reason: sentence,
  todo: sentence.optional(),
  /** Of `decide`: who decides. Of `signpost`: where one applies. */
  by: sentence.optional(),
  draft: draftSchema.optional(),
  priority: z.boolean().default(false),
  source: sourceSchema,
};

/** The closed list of what a rule can look at. All that are given must hold; a rule with none of them always does. */
const testShape = {
  oneOf: z
    .array(z.union([z.string(), z.boolean()]))
    .min(1)
    .optional(),
  noneOf: z
    .array(z.union([z.string(), z.boolean()]))
    .min(1)
    .optional(),
  below: z.number().optional(),
  atLeast: z.number().optional(),
  /** A date, a month or an intake's start: strictly before, strictly after. */
  before: isoDate.optional(),
  after: isoDate.optional(),
  /** The year from 1 April of it: 2027 is 1 April 2027 to 31 March 2028. */
  withinFinanceYear: z.int().min(2000).max(2100).optional(),
  outsideFinanceYear: z.int().min(2000).max(2100).optional(),
  /** Another answer that must be one of these too. */
  together: conditionSchema.optional(),
};
export const gradeRuleSchema = z.strictObject({ ...testShape, ...verdictShape });

const eligibilityQuestionSchema = z
  .strictObject({
    id,
    label: sentence,
    also,
    ask: sentence,
    hint: sentence.optional(),
    when: conditionSchema.optional(),
    /** One of `options`, or a number or a date that `grades` looks at. */
    type: z.enum(['choice', 'wholeNumber', 'date']).default('choice'),
    min: z.int().optional(),
    max: z.int().optional(),
    options: z
      .array(
        z.strictObject({ value: id, label: sentence, also: z.array(sentence).default([]), ...verdictShape }),
      )
      .default([]),
    /** Tried in their order; the first that holds counts. */
    grades: z.array(gradeRuleSchema).default([]),
  })
  .refine((q) => q.type !== 'choice' || q.options.length >= 2, {
    error: 'a choice needs at least two options',
    path: ['options'],
  })
  .refine((q) => q.type === 'choice' || q.grades.length > 0, {
    error: 'a number or a date needs grades, the last one without a test',
    path: ['grades'],
  });

const checkSchema = z.strictObject({
  id,
  title: sentence,
  also,
  ask: sentence,
  essential: z.boolean(),
  source: sourceSchema,
  fix: z.strictObject({ why: sentence, owner: sentence, draft: draftSchema }),
});

export const questionTypeSchema = z.enum([
  'text',
  'name',
  'paragraph',
  'choice',
  'yesNo',
  'wholeNumber',
  'email',
  'phone',
  'postcode',
  'university',
  'intake',
  'date',
  'month',
  'money',
  /** Written by somebody else, through their own code, and never by the owner: `by` says who. */
  'statement',
  /** A document that goes with the form. */
  'file',
]);

/** What the words of an answer are to look like, so that talk is told from them. */
export const textShapeSchema = z.enum([
  'person',
  'contact',
  'organisation',
  'service',
  'job',
  'study',
  'reason',
]);

const questionSchema = z
  .strictObject({
    id,
    /** Short name, for "check your answers" and the document. */
    label: sentence,
    also,
    ask: sentence,
    hint: sentence.optional(),
    example: sentence.optional(),
    type: questionTypeSchema,
    /** Of words; and of a whole number, that it counts hours a week. */
    shape: z.union([textShapeSchema, z.literal('hours')]).optional(),
    required: z.boolean().default(true),
    /** Characters for text, the number itself for wholeNumber, pounds for money. */
    min: z.int().optional(),
    max: z.int().optional(),
    /** Of a date: the first and the last day that it can be. */
    notBefore: z.union([z.literal('today'), isoDate]).optional(),
    notAfter: z.union([z.literal('today'), isoDate]).optional(),
    /** Of a file: what kinds are taken, and how large one may be. */
    files: z
      .strictObject({
        types: z.array(z.enum(fileTypes)).min(1),
        megabytes: z.int().min(1).max(20),
      })
      .optional(),
    /** Of a statement: who writes it, within a sentence: "the candidate". */
    by: sentence.optional(),
    /** What an answer comes to, tried in their order. */
    grades: z.array(gradeRuleSchema).default([]),
    maxWords: z.int().optional(),
    /** A whole number above this is asked again: "is that right?" */
    confirmAbove: z.int().optional(),
    options: z
      .array(z.strictObject({ value: id, label: sentence, also: z.array(sentence).default([]) }))
      .min(2)
      .optional(),
    when: conditionSchema.optional(),
    /** Already told: an eligibility answer, or who confirmed a readiness check. */
    from: z.union([z.strictObject({ eligibility: id }), z.strictObject({ readiness: id })]).optional(),
    /** A trainee's row may repeat the row before with one press. */
    sameForAll: z.boolean().default(false),
    /** About one person: it goes when somebody else is meant, a trainee who takes another's place or a new owner. */
    personal: z.boolean().default(false),
    source: sourceSchema,
  })
  .refine((q) => q.type !== 'statement' || q.by, {
    error: 'a statement says who writes it',
    path: ['by'],
  })
  .refine((q) => q.type !== 'choice' || q.options, { error: 'a choice needs options', path: ['options'] });

const roleSchema = z.strictObject({
  id,
  name: sentence,
  short: sentence,
  programme: sentence,
  postOnQualification: sentence,
  /** Whom to talk to about recruiting, once there are places. */
  recruiting: sentence.optional(),
});

const universitySchema = z.strictObject({
  id,
  name: sentence,
  also: z.array(sentence).default([]),
  roles: z.array(id).min(1),
  programme: sentence,
  /** Of its programme team, where the form goes. */
  email: z.email().optional(),
  /** `confirmed`: a source of the scheme's own time names the programme. Everything else is to be confirmed. */
  certainty: z.enum(['confirmed', 'to-be-confirmed']),
  note: sentence.optional(),
  source: sourceSchema,
});

const intakeSchema = z.strictObject({
  id,
  label: sentence,
  also: z.array(sentence).default([]),
  /** A day; or a month alone, where that is all that is known: it never turns into a day. */
  starts: z.union([isoDate, month], { error: 'write a date that there is, or a month alone' }),
  provisional: z.boolean(),
});

/** One way of being in a round's audience: `value` is the same word in every round that means the same. */
const placeSchema = z.strictObject({
  value: id,
  label: sentence,
  also: z.array(sentence).default([]),
  /** The eligibility answer that it is: its other words count here too, and nobody is asked twice. */
  eligibility: z.strictObject({ question: id, option: id }).optional(),
});

/** Whom a round is for. What is left out is open to all. */
const audienceSchema = z.strictObject({
  /** "NHS and not-for-profit services in one region": how it is told from another round. */
  summary: sentence,
  regions: z.array(placeSchema).default([]),
  kinds: z.array(placeSchema).default([]),
  roles: z.array(placeSchema).default([]),
});

/** Which of the scheme's questions is which. What is left out is not asked, and nothing depends on it. */
const fieldsSchema = z.strictObject({
  organisation: id,
  organisationKind: id.optional(),
  region: id.optional(),
  service: id.optional(),
  serviceArea: id.optional(),
  /**
   * Whether there is a training department to speak to: answered `none` where there is not. A contact of the same id is
   * then not named.
   */
  trainingDepartment: id.optional(),
  role: id.optional(),
  applicant: id.optional(),
  job: id.optional(),
  email: id.optional(),
  phone: id.optional(),
  /** Left out: one place. */
  places: id.optional(),
  university: id.optional(),
  intake: id.optional(),
  /** In the rows of the stage that asks about each place: the person's name. */
  trainee: id.optional(),
});

/** Where the completed form goes. */
const sendToSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('university') }),
  z.strictObject({ to: z.literal('mailbox'), name: sentence, email: z.email() }),
  z.strictObject({ to: z.literal('web'), name: sentence, url: z.url({ protocol: /^https$/ }) }),
]);

const anchor = z.enum(['start', 'closing', 'sending', 'decision']);
/** A day of its own, or so many days, working days or months before or after something else. */
const dueSchema = z.union(
  [
    moment,
    z
      .strictObject({
        days: z.int().min(0).optional(),
        workingDays: z.int().min(0).optional(),
        months: z.int().min(0).optional(),
        before: anchor.optional(),
        after: anchor.optional(),
      })
      .refine(
        (due) => [due.days, due.workingDays, due.months].filter((one) => one !== undefined).length === 1,
        {
          error: 'give one of days, workingDays and months',
        },
      )
      .refine((due) => (due.before === undefined) !== (due.after === undefined), {
        error: 'give either before or after',
      }),
  ],
  { error: 'write on with a day, or one of days, workingDays and months with before or after' },
);

/** Something that comes after sending: interviews, an outcome, a form for each place. */
const stageSchema = z.strictObject({
  id,
  title: sentence,
  /** How people call it too, for what they say. */
  also: z.array(sentence).default([]),
  /** Who does it, as it is said: "You and the university". */
  who: sentence,
  /** Whose it is to do: what is the applicant's they are asked about, the rest they are told. */
  whose: z.enum(['applicant', 'others']).default('applicant'),
  /** What is to be done, or what happens. */
  does: sentence.optional(),
  /** From when it counts: once the form is sent, or once there are places. */
  from: z.enum(['sending', 'decision']).default('decision'),
  due: dueSchema.optional(),
  /** Asked about each place, in a form of its own that goes where the first form went. At most one stage has it. */
  asks: z.array(questionSchema).min(1).optional(),
  /** Of the form for each place: what whoever returns it stands for. */
  statement: sentence.optional(),
  /** This is where it is said who is funded. At most one. */
  decides: z.boolean().default(false),
  /** Days before that from which `due` is counted, else before the due day. */
  reminders: z.array(z.int().min(1)).default([]),
  source: sourceSchema,
});

/**
 * What one answer tells another question, so that nobody is asked the same thing twice. `check`: of a check that is
 * done, who confirmed it, or that it is so. `earlier`: the person's application before this one. `trainee`: a row of
 * the form for each place.
 */
const feedSchema = z.strictObject({
  from: z.string().regex(/^(?:eligibility|check|form|earlier)\.[a-z][a-z0-9-]*$/),
  to: z.string().regex(/^(?:eligibility|check|form|trainee)\.[a-z][a-z0-9-]*$/),
  /** `offer`: it stands there to be looked at, and counts once the person keeps it. */
  as: z.enum(['answer', 'offer']).default('answer'),
});

const contactSchema = z.strictObject({
  id,
  name: sentence,
  asks: sentence,
  email: z.email().optional(),
  phone: sentence.optional(),
});

const wholeSchema = z.strictObject({
  id,
  version: z.int().min(1),
  name: sentence,
  region: sentence,
  /** What everyone must be told about how old these rules are. */
  notice: sentence,
  source: sourceSchema,
  fields: fieldsSchema,
  /** What this round calls things. */
  terms: z.strictObject({
    form: sentence,
    formShort: sentence.optional(),
    /** Who decides on funding, within a sentence: "the commissioner". */
    decider: sentence,
  }),
  audience: audienceSchema,
  roles: z.array(roleSchema).min(1),
  /** The first and the last moment at which a form is taken; null: none that is named. */
  opens: moment.nullable().default(null),
  closes: moment.nullable(),
  /** It may close before its day. */
  mayCloseEarly: z.boolean().default(false),
  /** It takes forms until the places are gone. */
  untilFull: z.boolean().default(false),
  /** The operator's switch: it is full, or was closed early, since this moment. */
  closed: z.strictObject({ since: isoDate, at: clockTime.optional() }).nullable().default(null),
  /** What can be done once it is closed: a waiting list, another way. */
  whenClosed: sentence.optional(),
  eligibility: z.strictObject({ questions: z.array(eligibilityQuestionSchema).min(1) }),
  readiness: z.strictObject({ checks: z.array(checkSchema).default([]) }).default({ checks: [] }),
  form: z.strictObject({
    sections: z.array(z.strictObject({ id, title: sentence, questions: z.array(questionSchema) })).min(1),
  }),
  protocols: z.array(z.strictObject({ id, text: sentence, source: sourceSchema })).default([]),
  declaration: sentence,
  universities: z.array(universitySchema).default([]),
  intakes: z.array(intakeSchema).default([]),
  sendTo: sendToSchema,
  /** What comes after sending, in its order. Left out: nothing. */
  after: z.array(stageSchema).default([]),
  /** The one list of which question tells which. A question that is told by eligibility or a check gets its `from` here. */
  feeds: z.array(feedSchema).default([]),
  /** Working days unless the name says otherwise. */
  nudges: z.strictObject({
    readinessIdle: z.array(z.int().min(1)),
    formBeforeClose: z.array(z.int().min(1)),
    formIdle: z.array(z.int().min(1)),
    decisionSilence: z.int().min(1),
    colleagueQuestion: z.array(z.int().min(1)),
  }),
  retention: z.strictObject({ unsuccessfulMonths: z.int().min(1), successfulMonths: z.int().min(1) }),
  contacts: z.array(contactSchema).min(1),
  facts: z.array(schemeFactSchema).default([]),
});

export const schemeSchema = wholeSchema.transform(withSources);

/** Each question of the form with where its answer may have been told already, as the list of feeds says. */
function withSources(scheme: z.infer<typeof wholeSchema>): z.infer<typeof wholeSchema> {
  const told = new Map<string, Question['from']>();
  for (const { from, to, as } of scheme.feeds) {
    const [kind, name = ''] = from.split('.');
    const [where, question = ''] = to.split('.');
    if (where !== 'form' || as === 'offer') continue;
    if (kind === 'eligibility') told.set(question, { eligibility: name });
    if (kind === 'check') told.set(question, { readiness: name });
  }
  const sections = scheme.form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) =>
      one.from === undefined && told.has(one.id) ? { ...one, from: told.get(one.id) } : one,
    ),
  }));
  return { ...scheme, form: { ...scheme.form, sections } };
}

export type Scheme = z.infer<typeof schemeSchema>;
export type Feed = z.infer<typeof feedSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type TextShape = z.infer<typeof textShapeSchema>;
export type QuestionType = z.infer<typeof questionTypeSchema>;
export type EligibilityQuestion = z.infer<typeof eligibilityQuestionSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type University = z.infer<typeof universitySchema>;
export type Intake = z.infer<typeof intakeSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type Due = z.infer<typeof dueSchema>;
export type GradeRule = z.infer<typeof gradeRuleSchema>;
export type Audience = z.infer<typeof audienceSchema>;
export type AudiencePlace = z.infer<typeof placeSchema>;
export type FieldName = keyof z.infer<typeof fieldsSchema>;
export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;
