import { z } from 'zod';
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

/** `unknown` keeps the form but cannot send it: the person has yet to find out. */
export const gradeSchema = z.enum(['pass', 'caution', 'fail', 'unknown']);

const draftSchema = z.strictObject({
  kind: z.enum(['email', 'document', 'line']),
  to: z.string().optional(),
  title: sentence,
  body: sentence,
});

const eligibilityQuestionSchema = z.strictObject({
  id,
  label: sentence,
  also,
  ask: sentence,
  hint: sentence.optional(),
  when: conditionSchema.optional(),
  options: z
    .array(
      z.strictObject({
        value: id,
        label: sentence,
        also: z.array(sentence).default([]),
        grade: gradeSchema,
        reason: sentence,
        todo: sentence.optional(),
        draft: draftSchema.optional(),
        priority: z.boolean().default(false),
        source: sourceSchema,
      }),
    )
    .min(2),
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
    /** Characters for text, the number itself for wholeNumber. */
    min: z.int().optional(),
    max: z.int().optional(),
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
  .refine((q) => q.type !== 'choice' || q.options, { error: 'a choice needs options', path: ['options'] });

const roleSchema = z.strictObject({
  id,
  name: sentence,
  short: sentence,
  programme: sentence,
  postOnQualification: sentence,
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
  starts: isoDate,
  provisional: z.boolean(),
});

/**
 * What one answer tells another question, so that nobody is asked the same thing twice. `check`: of a check that is
 * done, who confirmed it, or that it is so. `earlier`: the person's application before this one. `trainee`: a row of the
 * Confirmation of Support.
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
  roles: z.array(roleSchema).min(1),
  /** The last moment an Expression of Interest is taken: a day, a day and a London time, or none. */
  closes: z.union([z.null(), z.strictObject({ on: isoDate, at: z.iso.time().optional() })]),
  eligibility: z.strictObject({ questions: z.array(eligibilityQuestionSchema).min(1) }),
  readiness: z.strictObject({ checks: z.array(checkSchema).min(1) }),
  form: z.strictObject({
    sections: z.array(z.strictObject({ id, title: sentence, questions: z.array(questionSchema) })).min(1),
  }),
  protocols: z.array(z.strictObject({ id, text: sentence, source: sourceSchema })).min(1),
  declaration: sentence,
  universities: z.array(universitySchema).min(1),
  intakes: z.array(intakeSchema).min(1),
  confirmation: z.strictObject({
    dueDaysBeforeStart: z.int().min(0),
    /** What whoever returns it stands for. */
    statement: sentence.optional(),
    questions: z.array(questionSchema).min(1),
    source: sourceSchema,
  }),
  /** The one list of which question tells which. A question that is told by eligibility or a check gets its `from` here. */
  feeds: z.array(feedSchema).default([]),
  /** Working days unless the name says otherwise. */
  nudges: z.strictObject({
    readinessIdle: z.array(z.int().min(1)),
    formBeforeClose: z.array(z.int().min(1)),
    formIdle: z.array(z.int().min(1)),
    decisionSilence: z.int().min(1),
    confirmationDaysBeforeStart: z.array(z.int().min(1)),
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
export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;
