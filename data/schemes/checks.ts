import { letsThrough } from '../../workflows/eligibility-rules.js';
import type { Condition, Draft, FieldName, GradeRule, Question, Scheme } from '../../workflows/scheme.js';

export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a draft may leave open; the program fills these in, or leaves a readable blank. */
export const placeholders = ['manager', 'service', 'organisation', 'places', 'intake', 'role'] as const;

/** Characters that a button still shows whole on a phone. */
export const longestButton = 40;

/** What zod cannot see: one part of a scheme against another. Each is one named rule. */
export const crossChecks: readonly ((scheme: Scheme) => Fault[])[] = [
  fieldsAreThere,
  stagesMakeSense,
  gradesMakeSense,
  audienceIsReal,
  windowMakesSense,
  idsAreUnique,
  conditionsLookBack,
  sourcesOfAnswersExist,
  feedsFit,
  formRepeatsEligibility,
  nothingIsADeadEnd,
  limitsMakeSense,
  draftsUseKnownPlaceholders,
  buttonsAreShort,
  otherWordsAreClear,
];

/** Each field names a question that there is, of a kind that fits, and the ones that are needed are there. */
function fieldsAreThere(scheme: Scheme): Fault[] {
  const { fields, sendTo, roles, universities, intakes } = scheme;
  const form = new Map(formQuestions(scheme).map(({ question }) => [question.id, question.type]));
  const eligibility = new Map(scheme.eligibility.questions.map(({ id, type }) => [id, type]));
  const rows = new Map(confirmationQuestions(scheme).map(({ question }) => [question.id, question.type]));
  const faults: Fault[] = [];
  for (const [name, id] of Object.entries(fields) as [FieldName, string][]) {
    const path = ['fields', name];
    const type = name === 'trainee' ? rows.get(id) : (form.get(id) ?? eligibility.get(id));
    const wanted = fieldTypes[name];
    if (type === undefined) {
      const where = name === 'trainee' ? 'asked about each place' : 'in the form or in eligibility';
      faults.push({ path, message: `no question ${where} is called “${id}”` });
    } else if (wanted && !wanted.includes(type)) {
      faults.push({ path, message: `“${id}” is a ${type}; it must be ${wanted.join(' or ')}` });
    }
  }
  const needed = (name: FieldName, why: string) => {
    if (fields[name] === undefined)
      faults.push({
        path: ['fields', name],
        message: `is needed, because ${why}. Give the id of the question`,
      });
  };
  if (sendTo.to === 'university') needed('university', 'the form goes to the university that is chosen');
  if (roles.length > 1) needed('role', 'there is more than one role');
  const count = (type: Question['type']) =>
    formQuestions(scheme).filter(({ question }) => question.type === type).length;
  for (const [type, list] of [
    ['university', universities],
    ['intake', intakes],
  ] as const) {
    const asked = count(type);
    if (asked > 1)
      faults.push({
        path: ['form', 'sections'],
        message: `the form must ask for the ${type} once, and it asks ${asked} times`,
      });
    if (asked === 1) needed(type, `the form asks for the ${type}`);
    if (asked === 1 && list.length === 0)
      faults.push({
        path: [type === 'intake' ? 'intakes' : 'universities'],
        message: 'is empty, and the form asks for one',
      });
  }
  if (rows.size > 0 && [...rows.values()].includes('name'))
    needed('trainee', 'a name is asked about each place');
  const rowIntakes = [...rows.values()].filter((type) => type === 'intake').length;
  if (rowIntakes > 0 && fields.intake === undefined) needed('intake', 'an intake is asked about each place');
  if (scheme.after.some(({ due }) => due && !('on' in due) && (due.before ?? due.after) === 'start'))
    needed('intake', 'something is due before or after the start');
  return [...faults, ...rolesAgree(scheme)];
}

const fieldTypes: Partial<Record<FieldName, readonly string[]>> = {
  organisation: ['text', 'name', 'paragraph'],
  service: ['text', 'name', 'paragraph'],
  trainingDepartment: ['choice'],
  role: ['choice'],
  applicant: ['name', 'text'],
  job: ['text'],
  email: ['email'],
  phone: ['phone'],
  places: ['wholeNumber'],
  university: ['university'],
  intake: ['intake'],
  trainee: ['name', 'text'],
};

/** The roles are the answers to the question that asks for the role, and a university offers each where there are any. */
function rolesAgree(scheme: Scheme): Fault[] {
  const faults: Fault[] = [];
  const roles = new Set(scheme.roles.map((r) => r.id));
  const { role } = scheme.fields;
  const inEligibility = scheme.eligibility.questions.find((q) => q.id === role);
  const inForm = formQuestions(scheme).find(({ question }) => question.id === role)?.question;
  const through = inEligibility
    ? inEligibility.options.filter((o) => letsThrough(o.grade)).map((o) => o.value)
    : inForm?.options?.map((o) => o.value);
  if (role !== undefined && through) {
    const what = inEligibility
      ? `the options of eligibility “${role}” that let an applicant through`
      : `the options of “${role}”`;
    faults.push(...difference([...roles], through, ['roles'], what));
  }
  for (const [i, university] of scheme.universities.entries()) {
    for (const [j, one] of university.roles.entries()) {
      if (roles.has(one)) continue;
      faults.push({ path: ['universities', i, 'roles', j], message: `there is no role “${one}”` });
    }
  }
  if (scheme.universities.length === 0) return faults;
  for (const [i, one] of scheme.roles.entries()) {
    if (scheme.universities.some((u) => u.roles.includes(one.id))) continue;
    faults.push({ path: ['roles', i, 'id'], message: `no university offers “${one.id}”` });
  }
  return faults;
}

/** One form for each place at most, one stage that decides, and reminders that come before the day. */
function stagesMakeSense({ after }: Scheme): Fault[] {
  const faults: Fault[] = [];
  for (const [what, message] of [
    ['asks', 'only one stage can ask about each place'],
    ['decides', 'only one stage can decide'],
  ] as const) {
    after
      .map((stage, i) => ({ has: Boolean(stage[what]), i }))
      .filter(({ has }) => has)
      .slice(1)
      .forEach(({ i }) => faults.push({ path: ['after', i, what], message }));
  }
  after.forEach(({ due, reminders, decides, from, asks }, i) => {
    if (reminders.length > 0 && !due)
      faults.push({
        path: ['after', i, 'reminders'],
        message: 'there is nothing to remind of without a due day',
      });
    if (decides && from === 'decision')
      faults.push({
        path: ['after', i, 'from'],
        message: 'what decides comes after sending: write from: sending',
      });
    if (asks && from === 'sending')
      faults.push({
        path: ['after', i, 'from'],
        message: 'each place is asked about once there are places: write from: decision',
      });
    if (!due || 'on' in due || due.before === undefined || due.days === undefined) return;
    for (const [j, days] of reminders.entries()) {
      if (days > due.days) continue;
      const message = `${days} days before the ${due.before} is not before the due day, ${due.days} days before it`;
      faults.push({ path: ['after', i, 'reminders', j], message });
    }
  });
  return faults;
}

/** A list of grades ends with one that always holds, where every answer must have one; what ends it says what can be done. */
function gradesMakeSense(scheme: Scheme): Fault[] {
  const faults: Fault[] = [];
  const look = (
    grades: readonly GradeRule[],
    path: readonly PropertyKey[],
    type: string,
    earlier: ReadonlySet<string>,
  ) =>
    grades.forEach((rule, i) => {
      const at = [...path, 'grades', i];
      if (['fail', 'signpost', 'unknown'].includes(rule.grade) && !rule.todo)
        faults.push({
          path: [...at, 'todo'],
          message: `graded ${rule.grade}, so it must say what can be done`,
        });
      if (['decide', 'signpost'].includes(rule.grade) && !rule.by)
        faults.push({
          path: [...at, 'by'],
          message: rule.grade === 'decide' ? 'must say who decides' : 'must say where one applies',
        });
      const isNumber = type === 'wholeNumber' || type === 'money';
      if (!isNumber && (rule.below !== undefined || rule.atLeast !== undefined))
        faults.push({ path: at, message: `below and atLeast are about numbers, and this is a ${type}` });
      const isDay = ['date', 'month', 'intake'].includes(type);
      for (const test of ['before', 'after', 'withinFinanceYear', 'outsideFinanceYear'] as const)
        if (!isDay && rule[test] !== undefined)
          faults.push({ path: [...at, test], message: `is about a date, and this is a ${type}` });
      if (rule.together && !earlier.has(rule.together.question))
        faults.push({
          path: [...at, 'together', 'question'],
          message: `no question is called “${rule.together.question}”`,
        });
    });
  const known = new Set([
    ...scheme.eligibility.questions.map(({ id }) => id),
    ...formQuestions(scheme).map(({ question }) => question.id),
  ]);
  scheme.eligibility.questions.forEach(({ type, grades, options }, i) => {
    const path = ['eligibility', 'questions', i];
    look(grades, path, type, known);
    if (type !== 'choice' && !isAlways(grades.at(-1)))
      faults.push({
        path: [...path, 'grades'],
        message: 'the last one must have no test, for every other answer',
      });
    if (type !== 'choice' && !grades.some(({ grade }) => letsThrough(grade)))
      faults.push({ path: [...path, 'grades'], message: 'no answer lets an applicant through' });
    options.forEach(({ grade, by, value }, j) => {
      if (['decide', 'signpost'].includes(grade) && !by)
        faults.push({
          path: [...path, 'options', j, 'by'],
          message: `“${value}” is graded ${grade}, so it must say ${grade === 'decide' ? 'who decides' : 'where one applies'}`,
        });
    });
  });
  for (const { question, path } of formQuestions(scheme)) look(question.grades, path, question.type, known);
  for (const { question, path } of confirmationQuestions(scheme))
    if (question.grades.length > 0)
      faults.push({ path: [...path, 'grades'], message: 'what is asked about each place is not graded' });
  return faults;
}

function isAlways(rule: GradeRule | undefined): boolean {
  return rule !== undefined && Object.keys(rule).every((key) => !testNames.includes(key));
}

const testNames = [
  ...['oneOf', 'noneOf', 'below', 'atLeast', 'before', 'after'],
  ...['withinFinanceYear', 'outsideFinanceYear', 'together'],
];

/** What leads somebody here is an answer that lets them through here. */
function audienceIsReal({ audience, eligibility }: Scheme): Fault[] {
  return (['regions', 'kinds', 'roles'] as const).flatMap((what) =>
    audience[what].flatMap(({ eligibility: told }, i): Fault[] => {
      if (!told) return [];
      const path = ['audience', what, i, 'eligibility'];
      const question = eligibility.questions.find(({ id }) => id === told.question);
      if (!question) return [{ path, message: `there is no eligibility question “${told.question}”` }];
      const option = question.options.find(({ value }) => value === told.option);
      if (!option) return [{ path, message: `“${told.question}” has no option “${told.option}”` }];
      return letsThrough(option.grade)
        ? []
        : [{ path, message: `“${told.option}” does not let an applicant through` }];
    }),
  );
}

function windowMakesSense({ opens, closes, closed, mayCloseEarly, untilFull }: Scheme): Fault[] {
  const faults: Fault[] = [];
  if (opens && closes && `${closes.on}${closes.at ?? '24'}` <= `${opens.on}${opens.at ?? '00'}`)
    faults.push({ path: ['closes'], message: `${closes.on} is not after the opening, ${opens.on}` });
  if (closed && !mayCloseEarly && !untilFull)
    faults.push({
      path: ['closed'],
      message: 'only a round with mayCloseEarly or untilFull can be closed by hand',
    });
  return faults;
}

function idsAreUnique(scheme: Scheme): Fault[] {
  const { eligibility, readiness, form } = scheme;
  return [
    ...repeated(scheme.roles, ['roles']),
    ...repeated(eligibility.questions, ['eligibility', 'questions']),
    ...eligibility.questions.flatMap((q, i) =>
      repeated(q.options, ['eligibility', 'questions', i, 'options']),
    ),
    ...repeated(readiness.checks, ['readiness', 'checks']),
    ...repeated(form.sections, ['form', 'sections']),
    ...repeatedAt(formQuestions(scheme).map(({ question, path }) => [question.id, [...path, 'id']])),
    ...repeated(scheme.after, ['after']),
    ...repeatedAt(confirmationQuestions(scheme).map(({ question, path }) => [question.id, [...path, 'id']])),
    ...allQuestions(scheme).flatMap(({ question, path }) =>
      repeated(question.options ?? [], [...path, 'options']),
    ),
    ...repeated(scheme.protocols, ['protocols']),
    ...repeated(scheme.universities, ['universities']),
    ...repeated(scheme.intakes, ['intakes']),
    ...repeated(scheme.contacts, ['contacts']),
  ];
}

/** A condition names a question asked earlier, and an answer that question can have. */
function conditionsLookBack(scheme: Scheme): Fault[] {
  const faults: Fault[] = [];
  const eligibility = new Map<string, PossibleAnswers>();
  for (const [i, question] of scheme.eligibility.questions.entries()) {
    const path = ['eligibility', 'questions', i];
    if (question.when) faults.push(...conditionFaults(question.when, path, eligibility));
    eligibility.set(
      question.id,
      question.type === 'choice' ? question.options.map((o) => o.value) : 'anything',
    );
  }
  const inForm = new Map(eligibility);
  for (const { question, path } of formQuestions(scheme)) {
    if (question.when) faults.push(...conditionFaults(question.when, path, inForm));
    inForm.set(question.id, possibleAnswers(question));
  }
  const inConfirmation = new Map<string, PossibleAnswers>();
  for (const { question, path } of confirmationQuestions(scheme)) {
    if (question.when) faults.push(...conditionFaults(question.when, path, inConfirmation));
    inConfirmation.set(question.id, possibleAnswers(question));
  }
  return faults;
}

function sourcesOfAnswersExist(scheme: Scheme): Fault[] {
  const eligibility = new Set(scheme.eligibility.questions.map((q) => q.id));
  const checks = new Set(scheme.readiness.checks.map((c) => c.id));
  const inForm = formQuestions(scheme).flatMap(({ question, path }): Fault[] => {
    const { id, from, type } = question;
    if (eligibility.has(id) && !(from && 'eligibility' in from && from.eligibility === id)) {
      const message = `“${id}” is also an eligibility question, so it must take its answer from there or have another id`;
      return [{ path: [...path, 'from'], message }];
    }
    if (!from) return [];
    if ('eligibility' in from) {
      if (eligibility.has(from.eligibility)) return [];
      const message = `there is no eligibility question “${from.eligibility}”`;
      return [{ path: [...path, 'from', 'eligibility'], message }];
    }
    const at = [...path, 'from', 'readiness'];
    if (!checks.has(from.readiness)) return [{ path: at, message: `there is no check “${from.readiness}”` }];
    if (type === 'name' || type === 'yesNo') return [];
    const message = 'a check tells who confirmed it or that it is so, so the type must be name or yesNo';
    return [{ path: at, message }];
  });
  const inRows = confirmationQuestions(scheme)
    .filter(({ question }) => question.from)
    .map(({ path }) => ({
      path: [...path, 'from'],
      message: 'a trainee’s row takes no answer from earlier',
    }));
  return [...inForm, ...inRows];
}

/** Both ends of a feed exist, and what the one tells is an answer to the other. */
function feedsFit(scheme: Scheme): Fault[] {
  const questions = formQuestions(scheme).map(({ question }) => question);
  const ids = (placed: readonly Placed[]) => new Set(placed.map(({ question }) => question.id));
  const form = ids(formQuestions(scheme));
  const eligibility = new Set(scheme.eligibility.questions.map(({ id }) => id));
  const known = {
    eligibility,
    check: new Set(scheme.readiness.checks.map(({ id }) => id)),
    form,
    earlier: new Set([...form, ...eligibility]),
    trainee: ids(confirmationQuestions(scheme)),
  };
  return scheme.feeds.flatMap(({ from, to }, i) =>
    Object.entries({ from, to }).flatMap(([end, place]): Fault[] => {
      const [kind = '', id = ''] = place.split('.');
      if (!known[kind as keyof typeof known].has(id))
        return [{ path: ['feeds', i, end], message: `there is nothing called “${place}”` }];
      const type = kind === 'form' ? questions.find((one) => one.id === id)?.type : undefined;
      if (type !== 'statement' && type !== 'file') return [];
      const message = `“${id}” is a ${type}, which no other answer can tell and which tells no other`;
      return [{ path: ['feeds', i, end], message }];
    }),
  );
}

/** A choice told by eligibility offers what eligibility lets through, no more and no less. */
function formRepeatsEligibility(scheme: Scheme): Fault[] {
  return formQuestions(scheme).flatMap(({ question, path }): Fault[] => {
    const { from } = question;
    if (!from || !('eligibility' in from)) return [];
    const told = scheme.eligibility.questions.find((q) => q.id === from.eligibility);
    if (!told) return [];
    if (told.type !== 'choice') {
      if (question.type === told.type) return [];
      return [
        {
          path: [...path, 'type'],
          message: `eligibility “${told.id}” is a ${told.type}, so this must be one too`,
        },
      ];
    }
    if (question.type !== 'choice') {
      return [{ path: [...path, 'type'], message: 'an answer from eligibility must be a choice' }];
    }
    const through = told.options.filter((o) => letsThrough(o.grade)).map((o) => o.value);
    return difference(
      (question.options ?? []).map((o) => o.value),
      through,
      [...path, 'options'],
      `the options of eligibility “${told.id}” that let an applicant through`,
    );
  });
}

/** Whoever cannot go on is told what can be done; whoever can go on has a way through each question. */
function nothingIsADeadEnd({ eligibility }: Scheme): Fault[] {
  return eligibility.questions.flatMap((question, i) => [
    ...(question.type !== 'choice' || question.options.some((o) => letsThrough(o.grade))
      ? []
      : [
          {
            path: ['eligibility', 'questions', i, 'options'],
            message: 'no option lets an applicant through',
          },
        ]),
    ...question.options.flatMap(({ value, grade, todo }, j) =>
      (grade === 'fail' || grade === 'unknown' || grade === 'signpost') && !todo
        ? [
            {
              path: ['eligibility', 'questions', i, 'options', j, 'todo'],
              message: `“${value}” is graded ${grade}, so it must say what can be done`,
            },
          ]
        : [],
    ),
  ]);
}

function limitsMakeSense(scheme: Scheme): Fault[] {
  const inRows = confirmationQuestions(scheme)
    .filter(({ question }) => question.type === 'statement')
    .map(({ path }) => ({
      path: [...path, 'type'],
      message: 'a statement is asked in the form, not about each place',
    }));
  const files = allQuestions(scheme)
    .filter(({ question }) => question.files && question.type !== 'file')
    .map(({ path }) => ({
      path: [...path, 'files'],
      message: 'only a question for a file says which files',
    }));
  return [...inRows, ...files, ...limitsOf(scheme)];
}

function limitsOf(scheme: Scheme): Fault[] {
  return allQuestions(scheme).flatMap(({ question, path }): Fault[] => {
    const { type, min = -Infinity, max = Infinity, confirmAbove } = question;
    const faults: Fault[] = [];
    if (min > max) faults.push({ path: [...path, 'min'], message: `${min} is above the max, ${max}` });
    if (confirmAbove !== undefined && type !== 'wholeNumber') {
      faults.push({ path: [...path, 'confirmAbove'], message: 'only a wholeNumber can be asked again' });
    } else if (confirmAbove !== undefined && (confirmAbove < min || confirmAbove >= max)) {
      faults.push({
        path: [...path, 'confirmAbove'],
        message: `${confirmAbove} is outside ${min} to ${max}`,
      });
    }
    if (question.options && type !== 'choice') {
      faults.push({ path: [...path, 'options'], message: `a ${type} has no options` });
    }
    return faults;
  });
}

function draftsUseKnownPlaceholders(scheme: Scheme): Fault[] {
  const drafts: { draft: Draft; path: PropertyKey[] }[] = [
    ...scheme.eligibility.questions.flatMap((question, i) =>
      question.options.flatMap(({ draft }, j) =>
        draft ? [{ draft, path: ['eligibility', 'questions', i, 'options', j, 'draft'] }] : [],
      ),
    ),
    ...scheme.readiness.checks.map(({ fix }, i) => ({
      draft: fix.draft,
      path: ['readiness', 'checks', i, 'fix', 'draft'],
    })),
  ];
  return drafts.flatMap(({ draft, path }) =>
    (['to', 'title', 'body'] as const).flatMap((field) =>
      [...(draft[field] ?? '').matchAll(/\{([^{}]*)\}/g)]
        .filter(([, name]) => !placeholders.some((known) => known === name))
        .map(([text]) => ({
          path: [...path, field],
          message: `${text} is not known; use ${placeholders.map((p) => `{${p}}`).join(', ')}`,
        })),
    ),
  );
}

function buttonsAreShort(scheme: Scheme): Fault[] {
  return [
    ...choices(scheme).flatMap(({ options, path }) =>
      options.map(({ label }, i) => ({ text: label, path: [...path, i, 'label'] })),
    ),
    ...scheme.universities.map(({ name }, i) => ({ text: name, path: ['universities', i, 'name'] })),
    ...scheme.intakes.map(({ label }, i) => ({ text: label, path: ['intakes', i, 'label'] })),
  ]
    .filter(({ text }) => text.length > longestButton)
    .map(({ text, path }) => ({
      path,
      message: `“${text}” has ${text.length} characters; a button takes ${longestButton}`,
    }));
}

/** Within one question, what a person says means one option. Months may name two intakes: the program asks which. */
function otherWordsAreClear(scheme: Scheme): Fault[] {
  const universities = scheme.universities.map(({ id, name, also }) => ({ value: id, label: name, also }));
  return [...choices(scheme), { options: universities, path: ['universities'] }].flatMap(
    ({ options, path }) => {
      const owner = new Map<string, number>();
      const faults: Fault[] = [];
      const claim = (text: string, i: number, at: PropertyKey[]) => {
        const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
        const first = owner.get(said);
        if (first === undefined) owner.set(said, i);
        else if (first !== i) {
          const message = `“${text}” also means “${options[first]?.value}”`;
          faults.push({ path: [...path, i, ...at], message });
        }
      };
      options.forEach(({ value, label }, i) => {
        claim(value, i, ['value']);
        claim(label, i, ['label']);
      });
      options.forEach(({ also }, i) => also.forEach((text, j) => claim(text, i, ['also', j])));
      return faults;
    },
  );
}

type PossibleAnswers = readonly (string | boolean)[] | 'anything';

function possibleAnswers({ type, options }: Question): PossibleAnswers {
  if (type === 'yesNo') return [true, false];
  return type === 'choice' ? (options ?? []).map((o) => o.value) : 'anything';
}

function conditionFaults(
  when: Condition,
  path: readonly PropertyKey[],
  earlier: ReadonlyMap<string, PossibleAnswers>,
): Fault[] {
  const answers = earlier.get(when.question);
  if (!answers) {
    return [
      { path: [...path, 'when', 'question'], message: `no earlier question is called “${when.question}”` },
    ];
  }
  if (answers === 'anything') {
    const message = `“${when.question}” is neither a choice nor a yes or no, so it cannot decide`;
    return [{ path: [...path, 'when', 'question'], message }];
  }
  return when.is.flatMap((value, i) =>
    answers.includes(value)
      ? []
      : [
          {
            path: [...path, 'when', 'is', i],
            message: `${JSON.stringify(value)} is not an answer to “${when.question}”`,
          },
        ],
  );
}

interface Placed {
  readonly question: Question;
  readonly path: readonly PropertyKey[];
}

/** In the order they are asked. */
function formQuestions({ form }: Scheme): Placed[] {
  return form.sections.flatMap((section, i) =>
    section.questions.map((question, j) => ({ question, path: ['form', 'sections', i, 'questions', j] })),
  );
}

/** What is asked about each place. */
function confirmationQuestions({ after }: Scheme): Placed[] {
  return after.flatMap(({ asks = [] }, i) =>
    asks.map((question, j) => ({ question, path: ['after', i, 'asks', j] })),
  );
}

function allQuestions(scheme: Scheme): Placed[] {
  return [...formQuestions(scheme), ...confirmationQuestions(scheme)];
}

/** Every list of options that a person picks from by button or by words. */
function choices(scheme: Scheme) {
  return [
    ...scheme.eligibility.questions.map(({ options }, i) => ({
      options: options as readonly { value: string; label: string; also: string[] }[],
      path: ['eligibility', 'questions', i, 'options'] as readonly PropertyKey[],
    })),
    ...allQuestions(scheme).map(({ question, path }) => ({
      options: question.options ?? [],
      path: [...path, 'options'],
    })),
  ];
}

function repeated(
  items: readonly ({ readonly id: string } | { readonly value: string })[],
  path: readonly PropertyKey[],
): Fault[] {
  return repeatedAt(
    items.map((item, i) =>
      'id' in item ? [item.id, [...path, i, 'id']] : [item.value, [...path, i, 'value']],
    ),
  );
}

function repeatedAt(ids: readonly (readonly [id: string, path: readonly PropertyKey[]])[]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(([id, path]) => {
    if (seen.has(id)) return [{ path, message: `“${id}” is used twice` }];
    seen.add(id);
    return [];
  });
}

function difference(
  found: readonly string[],
  expected: readonly string[],
  path: readonly PropertyKey[],
  what: string,
): Fault[] {
  const missing = expected.filter((value) => !found.includes(value)).map((value) => `“${value}” is missing`);
  const extra = found
    .filter((value) => !expected.includes(value))
    .map((value) => `“${value}” is not one of them`);
  return [...missing, ...extra].map((fault) => ({ path, message: `must be ${what}: ${fault}` }));
}
