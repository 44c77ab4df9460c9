import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  schemeSchema,
  type Condition,
  type Draft,
  type Question,
  type Scheme,
} from '../../workflows/scheme.js';
import { ContentError } from '../content-errors.js';

export interface Schemes {
  /** Every version ever shipped, by `id@version`: an application keeps the one it began with. */
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** The one a new application begins with. */
  readonly current: Scheme;
}

/** What a draft may leave open; the program fills these in, or leaves a readable blank. */
export const placeholders = ['manager', 'service', 'organisation', 'places', 'intake', 'role'] as const;

/** Characters that a button still shows whole on a phone. */
export const longestButton = 40;

/**
 * Reads every `*.json` of a folder once, at start. The current scheme is the one with the newest source year, then
 * the highest version, then the last file name: a new round is a new file and nothing else. Pass `currentId` to
 * hold on to one scheme where several are kept.
 *
 * @throws {ContentError} with every fault of every file.
 */
export function loadSchemes(folder: string, currentId?: string): Schemes {
  const schemes = new Map<string, Scheme>();
  const faults: string[] = [];
  for (const file of schemeFiles(folder)) {
    const { json, fault } = readJson(folder, file);
    if (fault) {
      faults.push(fault);
      continue;
    }
    const { scheme, faults: found } = readScheme(json, file);
    faults.push(...found);
    if (!scheme) continue;
    const key = `${scheme.id}@${scheme.version}`;
    if (schemes.has(key)) faults.push(`${file}: version: another file already holds ${key}`);
    else schemes.set(key, scheme);
  }
  if (faults.length > 0) throw new ContentError(faults);

  const candidates = [...schemes.values()].filter((s) => currentId === undefined || s.id === currentId);
  const current = candidates.reduce<Scheme | undefined>(newer, undefined);
  if (!current) {
    const held = [...schemes.keys()].join(', ');
    throw new ContentError([
      held
        ? `${folder}: (folder): there is no scheme “${currentId}”; it holds ${held}`
        : `${folder}: (folder): there is no scheme file (*.json) here`,
    ]);
  }
  return { schemes, current };
}

/** The newest version of a scheme, when there is a newer one than this. */
export function newerThan(
  { schemes }: Schemes,
  { id, version }: { id: string; version: number },
): Scheme | undefined {
  return [...schemes.values()]
    .filter((one) => one.id === id && one.version > version)
    .sort((a, b) => b.version - a.version)[0];
}

/** Everything that is wrong with one scheme, as `file: path: message`; empty when it can be used. */
export function checkScheme(json: unknown, fileName: string): string[] {
  return readScheme(json, fileName).faults;
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The scheme comes back only when there is no fault. */
function readScheme(json: unknown, file: string): { scheme?: Scheme; faults: string[] } {
  const line = ({ path, message }: Fault) =>
    `${file}: ${z.core.toDotPath(path) || '(whole file)'}: ${message}`;
  const parsed = schemeSchema.safeParse(json);
  if (!parsed.success) return { faults: parsed.error.issues.map(line) };
  const faults = crossChecks.flatMap((crossCheck) => crossCheck(parsed.data)).map(line);
  return faults.length > 0 ? { faults } : { scheme: parsed.data, faults };
}

function schemeFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (cause) {
    throw new ContentError([`${folder}: (folder): it cannot be read`], { cause });
  }
}

function readJson(folder: string, file: string): { json?: unknown; fault?: string } {
  try {
    return { json: JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  } catch (cause) {
    return { fault: `${file}: (whole file): not readable as JSON (${(cause as Error).message})` };
  }
}

function newer(best: Scheme | undefined, next: Scheme): Scheme {
  if (!best) return next;
  const byYear = (next.source.year ?? 0) - (best.source.year ?? 0);
  const byVersion = next.version - best.version;
  return (byYear || byVersion) >= 0 ? next : best;
}

/** What zod cannot see: one part of a scheme against another. Each is one named rule. */
const crossChecks: readonly ((scheme: Scheme) => Fault[])[] = [
  idsAreUnique,
  conditionsLookBack,
  sourcesOfAnswersExist,
  feedsFit,
  formRepeatsEligibility,
  rolesAgree,
  somethingIsEssential,
  nothingIsADeadEnd,
  oneUniversityAndOneIntake,
  limitsMakeSense,
  remindersComeBeforeTheDueDay,
  draftsUseKnownPlaceholders,
  buttonsAreShort,
  otherWordsAreClear,
];

function idsAreUnique(scheme: Scheme): Fault[] {
  const { eligibility, readiness, form, confirmation } = scheme;
  return [
    ...repeated(scheme.roles, ['roles']),
    ...repeated(eligibility.questions, ['eligibility', 'questions']),
    ...eligibility.questions.flatMap((q, i) =>
      repeated(q.options, ['eligibility', 'questions', i, 'options']),
    ),
    ...repeated(readiness.checks, ['readiness', 'checks']),
    ...repeated(form.sections, ['form', 'sections']),
    ...repeatedAt(formQuestions(scheme).map(({ question, path }) => [question.id, [...path, 'id']])),
    ...repeated(confirmation.questions, ['confirmation', 'questions']),
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
      question.options.map((o) => o.value),
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
  const form = new Map(formQuestions(scheme).map(({ question }) => [question.id, question.type]));
  const eligibility = new Set(scheme.eligibility.questions.map(({ id }) => id));
  const checks = new Set(scheme.readiness.checks.map(({ id }) => id));
  const rows = new Map(scheme.confirmation.questions.map(({ id, type }) => [id, type]));
  const known = {
    eligibility: (id: string) => eligibility.has(id),
    check: (id: string) => checks.has(id),
    form: (id: string) => form.has(id),
    earlier: (id: string) => form.has(id) || eligibility.has(id),
    trainee: (id: string) => rows.has(id),
  };
  return scheme.feeds.flatMap(({ from, to }, i) =>
    Object.entries({ from, to }).flatMap(([end, place]): Fault[] => {
      const [kind = '', id = ''] = place.split('.');
      if (known[kind as keyof typeof known](id)) return [];
      return [{ path: ['feeds', i, end], message: `there is nothing called “${place}”` }];
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
    if (question.type !== 'choice') {
      return [{ path: [...path, 'type'], message: 'an answer from eligibility must be a choice' }];
    }
    const through = told.options
      .filter((o) => o.grade === 'pass' || o.grade === 'caution')
      .map((o) => o.value);
    return difference(
      (question.options ?? []).map((o) => o.value),
      through,
      [...path, 'options'],
      `the options of eligibility “${told.id}” that let an applicant through`,
    );
  });
}

function rolesAgree(scheme: Scheme): Fault[] {
  const faults: Fault[] = [];
  const roles = new Set(scheme.roles.map((r) => r.id));
  const asked = scheme.eligibility.questions.find((q) => q.id === 'role');
  if (asked) {
    const through = asked.options
      .filter((o) => o.grade === 'pass' || o.grade === 'caution')
      .map((o) => o.value);
    const what = 'the options of eligibility “role” that let an applicant through';
    faults.push(...difference([...roles], through, ['roles'], what));
  } else {
    faults.push({ path: ['eligibility', 'questions'], message: 'there is no question “role”' });
  }
  for (const [i, university] of scheme.universities.entries()) {
    for (const [j, role] of university.roles.entries()) {
      if (roles.has(role)) continue;
      faults.push({ path: ['universities', i, 'roles', j], message: `there is no role “${role}”` });
    }
  }
  for (const [i, role] of scheme.roles.entries()) {
    if (scheme.universities.some((u) => u.roles.includes(role.id))) continue;
    faults.push({ path: ['roles', i, 'id'], message: `no university offers “${role.id}”` });
  }
  return faults;
}

function somethingIsEssential({ readiness }: Scheme): Fault[] {
  if (readiness.checks.some((check) => check.essential)) return [];
  return [{ path: ['readiness', 'checks'], message: 'at least one check must be essential' }];
}

/** Whoever cannot go on is told what can be done; whoever can go on has a way through each question. */
function nothingIsADeadEnd({ eligibility }: Scheme): Fault[] {
  return eligibility.questions.flatMap((question, i) => [
    ...(question.options.some((o) => o.grade === 'pass' || o.grade === 'caution')
      ? []
      : [
          {
            path: ['eligibility', 'questions', i, 'options'],
            message: 'no option lets an applicant through',
          },
        ]),
    ...question.options.flatMap(({ value, grade, todo }, j) =>
      (grade === 'fail' || grade === 'unknown') && !todo
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

function oneUniversityAndOneIntake(scheme: Scheme): Fault[] {
  const count = (type: Question['type']) =>
    formQuestions(scheme).filter(({ question }) => question.type === type).length;
  return (['university', 'intake'] as const)
    .filter((type) => count(type) !== 1)
    .map((type) => ({
      path: ['form', 'sections'],
      message: `the form must ask for the ${type} once, and it asks ${count(type)} times`,
    }));
}

function limitsMakeSense(scheme: Scheme): Fault[] {
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

function remindersComeBeforeTheDueDay({ nudges, confirmation }: Scheme): Fault[] {
  const due = confirmation.dueDaysBeforeStart;
  return nudges.confirmationDaysBeforeStart.flatMap((days, i) =>
    days > due
      ? []
      : [
          {
            path: ['nudges', 'confirmationDaysBeforeStart', i],
            message: `${days} days before the start is not before the due day, ${due} days before it`,
          },
        ],
  );
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

function confirmationQuestions({ confirmation }: Scheme): Placed[] {
  return confirmation.questions.map((question, i) => ({ question, path: ['confirmation', 'questions', i] }));
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
