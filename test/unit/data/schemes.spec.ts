import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowQuestions, rowStage } from '../../../workflows/fields.js';
import { ContentError } from '../../../data/content-errors.js';
import { root } from '../../../data/root.js';
import { checkScheme, loadSchemes, longestButton, placeholders } from '../../../data/schemes/schemes.js';
import { schemeSchema, type Scheme } from '../../../workflows/scheme.js';

const folder = join(root, 'data', 'schemes');
const fileName = 'north-west.v1.json';
const bundledText = readFileSync(join(folder, fileName), 'utf8');
const bundled = schemeSchema.parse(JSON.parse(bundledText));

/** The bundled scheme with one thing changed, as it would be read from its file. */
function changed(change: (scheme: Scheme) => unknown): Scheme {
  const scheme = structuredClone(bundled);
  change(scheme);
  return scheme;
}

function first<T>(items: readonly T[], wanted: (item: T) => boolean): T {
  const found = items.find(wanted);
  assert.ok(found, 'the bundled scheme no longer has what this test breaks');
  return found;
}

const asked = (scheme: Scheme, id: string) => first(scheme.eligibility.questions, (q) => q.id === id);
const formQuestions = (scheme: Scheme) => scheme.form.sections.flatMap((s) => s.questions);
const inForm = (scheme: Scheme, id: string) => first(formQuestions(scheme), (q) => q.id === id);
const inRow = (scheme: Scheme, id: string) => first(rowQuestions(scheme), (q) => q.id === id);

describe('the bundled North West scheme', () => {
  it('has no fault', () => {
    assert.deepEqual(checkScheme(JSON.parse(bundledText), fileName), []);
  });

  it('is a round that a new application can begin with', () => {
    const { schemes, rounds, faults, warnings } = loadSchemes(folder);
    assert.ok(rounds.includes(schemes.get('north-west@1')!));
    assert.deepEqual([faults, warnings], [[], []]);
  });

  it('says how old its rules are, and closes on no invented date', () => {
    assert.match(bundled.notice, /2015.*replaced.*[Cc]onfirm/s);
    assert.equal(bundled.closes, null);
    assert.ok(bundled.intakes.every((intake) => intake.provisional));
  });

  it('grades the answers as the commissioning process does', () => {
    const grades = (id: string) =>
      Object.fromEntries(asked(bundled, id).options.map((o) => [o.value, o.grade]));
    assert.deepEqual(grades('organisation-kind'), {
      nhs: 'pass',
      'not-for-profit': 'pass',
      'for-profit': 'fail',
      'no-nhs-care': 'fail',
      'dont-know': 'unknown',
    });
    assert.deepEqual(grades('role'), {
      'assistant-practitioner': 'pass',
      'advanced-practitioner': 'pass',
      'nursing-associate': 'fail',
      'dont-know': 'unknown',
    });
    assert.equal(grades('region')['elsewhere'], 'fail');
    assert.equal(grades('training-department')['not-yet'], 'caution');
    assert.equal(grades('earlier-application')['yes'], 'caution');
  });

  it('never refuses a service area, and gives priority to three', () => {
    const { options } = asked(bundled, 'service-area');
    assert.deepEqual([...new Set(options.map((o) => o.grade))], ['pass']);
    assert.deepEqual(
      options.filter((o) => o.priority).map((o) => o.value),
      ['primary-care', 'integrated-community', 'urgent-emergency'],
    );
  });

  it('holds seven essentials, first, and no other', () => {
    const essentials = bundled.readiness.checks.filter((c) => c.essential).map((c) => c.id);
    assert.deepEqual(essentials, [
      'workforce-plan',
      'board-support',
      'job-description',
      'person-specification',
      'guaranteed-post',
      'hr-arrangements',
      'study-release',
    ]);
    assert.deepEqual(
      bundled.readiness.checks.slice(0, essentials.length).map((c) => c.id),
      essentials,
    );
  });

  it('asks for the Confirmation of Support 28 days before the start', () => {
    const stage = rowStage(bundled);
    assert.deepEqual(stage?.due, { days: 28, before: 'start' });
    assert.deepEqual(stage.reminders, [56, 42, 35, 30]);
  });

  it('confirms only what a source of the time names', () => {
    const confirmed = bundled.universities.filter((u) => u.certainty === 'confirmed').map((u) => u.id);
    assert.deepEqual(confirmed, ['chester', 'central-lancashire']);
    const teaching = (role: string) => bundled.universities.filter((u) => u.roles.includes(role)).length;
    assert.equal(teaching('advanced-practitioner'), 8);
    assert.equal(teaching('assistant-practitioner'), 6);
  });

  it('gives drafts that can be sent as they are', () => {
    const drafts = [
      ...bundled.readiness.checks.map((c) => c.fix.draft),
      ...bundled.eligibility.questions.flatMap((q) => q.options.flatMap((o) => o.draft ?? [])),
    ];
    for (const { kind, to, title, body } of drafts) {
      const words = body.split(/\s+/).length;
      assert.ok(words >= 80 && (kind !== 'email' || words <= 180), `“${title}” has ${words} words`);
      assert.ok(to, `“${title}” goes to nobody`);
      assert.doesNotMatch(body, /\[|\bTBC\b|\bXX/i, `“${title}” has a blank`);
      if (kind === 'email') assert.match(body, /\{manager\}\n\{service\}, \{organisation\}$/);
    }
  });

  it('speaks plainly: “I” and “you”, never “we”, no exclamation marks, no more than six choices', () => {
    const spoken = structuredClone(bundled) as unknown;
    for (const { path, text } of texts(spoken)) {
      assert.doesNotMatch(text, /!/, path);
      if (/\.(draft|also)\b/.test(path)) continue;
      assert.doesNotMatch(text, /\b(we|our|us|ours)\b/i, path);
    }
    for (const { id, options } of asksWithOptions(bundled)) {
      assert.ok(options.length <= 6, `${id} has ${options.length} options`);
    }
  });

  it('knows the words that people type, in small letters', () => {
    const means = (id: string, said: string) =>
      asked(bundled, id).options.find((o) => o.also.includes(said))?.value;
    assert.equal(means('organisation-kind', 'hospital trust'), 'nhs');
    assert.equal(means('organisation-kind', 'gp surgery'), 'nhs');
    assert.equal(means('organisation-kind', 'hospice'), 'not-for-profit');
    assert.equal(means('organisation-kind', 'private care home'), 'for-profit');
    assert.equal(means('service-area', 'a&e'), 'urgent-emergency');
    for (const { id, options } of asksWithOptions(bundled)) {
      for (const said of options.flatMap((o) => o.also)) assert.equal(said, said.toLowerCase(), id);
    }
    const names = (said: string) =>
      bundled.universities.filter((u) => u.also.includes(said)).map((u) => u.id);
    assert.deepEqual(names('uclan'), ['central-lancashire']);
    assert.deepEqual(names('mmu'), ['manchester-metropolitan']);
    assert.equal(bundled.intakes.filter((i) => i.also.includes('feb')).length, 2);
  });
});

/** Each breaks one thing: the fault must name the file, the place and what is wrong. */
const broken: { name: string; change: (scheme: Scheme) => unknown; path: string; fault: RegExp }[] = [
  {
    name: 'an unknown field',
    change: (s) => Object.assign(s, { colour: 'blue' }),
    path: 'colour',
    fault: /means nothing here/,
  },
  {
    name: 'a missing sentence',
    change: (s) => Object.assign(s, { notice: ' ' }),
    path: 'notice',
    fault: /./,
  },
  {
    name: 'a date that does not exist',
    change: (s) => Object.assign(s.intakes[0]!, { starts: '2027-02-30' }),
    path: 'intakes[0].starts',
    fault: /date/i,
  },
  {
    name: 'a choice with no options',
    change: (s) => delete inForm(s, 'post-band').options,
    path: 'form.sections[3].questions[5].options',
    fault: /needs options/,
  },
  {
    name: 'a check used twice',
    change: (s) => Object.assign(s.readiness.checks[8]!, { id: 'why-this-role' }),
    path: 'readiness.checks[8].id',
    fault: /“why-this-role” is used twice/,
  },
  {
    name: 'a form question used twice in two sections',
    change: (s) => {
      s.fields.university = 'manager-job';
      Object.assign(s.form.sections[5]!.questions[0]!, { id: 'manager-job' });
      delete s.fields.job;
    },
    path: 'form.sections[5].questions[0].id',
    fault: /“manager-job” is used twice/,
  },
  {
    name: 'an option used twice',
    change: (s) => Object.assign(asked(s, 'region').options[1]!, { value: 'north-west' }),
    path: 'eligibility.questions[1].options[1].value',
    fault: /“north-west” is used twice/,
  },
  {
    name: 'an intake used twice',
    change: (s) => Object.assign(s.intakes[3]!, { id: 'february-2027' }),
    path: 'intakes[3].id',
    fault: /“february-2027” is used twice/,
  },
  {
    name: 'a condition on nothing',
    change: (s) => (inForm(s, 'training-lead').when = { question: 'training-team', is: ['yes'] }),
    path: 'form.sections[1].questions[8].when.question',
    fault: /no earlier question is called “training-team”/,
  },
  {
    name: 'a condition on a later question',
    change: (s) => (asked(s, 'organisation-kind').when = { question: 'region', is: ['north-west'] }),
    path: 'eligibility.questions[0].when.question',
    fault: /no earlier question is called “region”/,
  },
  {
    name: 'a condition on itself',
    change: (s) => (inRow(s, 'changes').when = { question: 'changes', is: [true] }),
    path: 'after[0].asks[9].when.question',
    fault: /no earlier question is called “changes”/,
  },
  {
    name: 'a condition on an answer that cannot be given',
    change: (s) => (inRow(s, 'changes-reason').when = { question: 'changes', is: ['yes'] }),
    path: 'after[0].asks[10].when.is[0]',
    fault: /"yes" is not an answer to “changes”/,
  },
  {
    name: 'a condition on free text',
    change: (s) => (inForm(s, 'phone').when = { question: 'work-email', is: ['a@nhs.net'] }),
    path: 'form.sections[1].questions[6].when.question',
    fault: /cannot decide/,
  },
  {
    name: 'an answer from an eligibility question that is not there',
    change: (s) => (inForm(s, 'service-area').from = { eligibility: 'area' }),
    path: 'form.sections[1].questions[1].from',
    fault: /must take its answer from there/,
  },
  {
    name: 'an answer from a check that is not there',
    change: (s) => (inForm(s, 'hr-contact').from = { readiness: 'hr' }),
    path: 'form.sections[3].questions[4].from.readiness',
    fault: /there is no check “hr”/,
  },
  {
    name: 'a name from a check for a question that wants no name',
    change: (s) => (inForm(s, 'places').from = { readiness: 'costs' }),
    path: 'form.sections[2].questions[1].from.readiness',
    fault: /must be name/,
  },
  {
    name: 'an option that eligibility refuses',
    change: (s) =>
      inForm(s, 'organisation-kind').options!.push({ value: 'for-profit', label: 'Company', also: [] }),
    path: 'form.sections[0].questions[1].options',
    fault: /“for-profit” is not one of them/,
  },
  {
    name: 'an option that eligibility lets through, left out',
    change: (s) => inForm(s, 'service-area').options!.pop(),
    path: 'form.sections[1].questions[1].options',
    fault: /“other” is missing/,
  },
  {
    name: 'a university for a role that is not there',
    change: (s) => (s.universities[0]!.roles[1] = 'nursing-associate'),
    path: 'universities[0].roles[1]',
    fault: /there is no role “nursing-associate”/,
  },
  {
    name: 'a role that no university teaches',
    change: (s) => s.universities.forEach((u) => (u.roles = ['advanced-practitioner'])),
    path: 'roles[0].id',
    fault: /no university offers “assistant-practitioner”/,
  },
  {
    name: 'a role that eligibility lets through, left out',
    change: (s) => {
      first(asked(s, 'role').options, (o) => o.value === 'nursing-associate').grade = 'pass';
      inForm(s, 'role').options!.push({ value: 'nursing-associate', label: 'Nursing associate', also: [] });
    },
    path: 'roles',
    fault: /“nursing-associate” is missing/,
  },
  {
    name: 'a refusal with nothing to do next',
    change: (s) => delete asked(s, 'region').options[1]!.todo,
    path: 'eligibility.questions[1].options[1].todo',
    fault: /must say what can be done/,
  },
  {
    name: 'a draft with an unknown placeholder',
    change: (s) => (s.readiness.checks[5]!.fix.draft.body += ' {ward}'),
    path: 'readiness.checks[5].fix.draft.body',
    fault: /\{ward\} is not known.*\{manager\}/,
  },
  {
    name: 'a button that is too long',
    change: (s) => (asked(s, 'role').options[0]!.label = 'Assistant practitioner, also known as an AP'),
    path: 'eligibility.questions[2].options[0].label',
    fault: new RegExp(`a button takes ${longestButton}`),
  },
  {
    name: 'words that mean two options, whatever their case',
    change: (s) => asked(s, 'organisation-kind').options[1]!.also.push('Hospital  Trust'),
    path: `eligibility.questions[0].options[1].also[${asked(bundled, 'organisation-kind').options[1]!.also.length}]`,
    fault: /also means “nhs”/,
  },
  {
    name: 'words that mean two universities',
    change: (s) => s.universities[8]!.also.push('mmu'),
    path: 'universities[8].also[3]',
    fault: /“mmu” also means “manchester-metropolitan”/,
  },
  {
    name: 'a feed from nowhere',
    change: (s) => s.feeds.push({ from: 'earlier.the-moon', to: 'form.places', as: 'answer' }),
    path: `feeds[${bundled.feeds.length}].from`,
    fault: /there is nothing called “earlier.the-moon”/,
  },
  {
    name: 'no question for the intake',
    change: (s) => {
      s.form.sections[5]!.questions.pop();
      s.feeds = s.feeds.filter(({ from }) => from !== 'form.intake');
    },
    path: 'fields.intake',
    fault: /no question in the form or in eligibility is called “intake”/,
  },
  {
    name: 'a least number above the most',
    change: (s) => (inForm(s, 'mentor-hours').min = 40),
    path: 'form.sections[4].questions[2].min',
    fault: /40 is above the max, 37/,
  },
  {
    name: 'a reminder on the due day or later',
    change: (s) => s.after[0]!.reminders.push(28),
    path: 'after[0].reminders[4]',
    fault: /not before the due day/,
  },
];

describe('a scheme with a fault', () => {
  for (const { name, change, path, fault } of broken) {
    it(`is reported: ${name}`, () => {
      const faults = checkScheme(changed(change), 'next-round.json');
      const at = `next-round.json: ${path}`;
      const here = faults.filter((f) => f.startsWith(`${at}:`) || f.startsWith(`${at} (“`));
      assert.ok(here.length > 0, `nothing at ${path}; found:\n${faults.join('\n')}`);
      assert.ok(
        here.some((f) => fault.test(f.slice(at.length))),
        here.join('\n'),
      );
      assert.equal(faults.length, here.length, `more than was broken:\n${faults.join('\n')}`);
    });
  }

  it('is reported whatever it is', () => {
    for (const json of [null, [], 'scheme', 7, undefined, {}]) {
      assert.notDeepEqual(checkScheme(json, 'next-round.json'), []);
    }
  });

  it('may say one month for two intakes', () => {
    assert.deepEqual(
      checkScheme(
        changed((s) => s.intakes.forEach((i) => i.also.push('spring'))),
        fileName,
      ),
      [],
    );
  });

  it('knows each placeholder that the program fills', () => {
    const scheme = changed((s) => {
      s.readiness.checks[0]!.fix.draft.title = placeholders.map((p) => `{${p}}`).join(' ');
    });
    assert.deepEqual(checkScheme(scheme, fileName), []);
  });
});

describe('loading a folder of schemes', () => {
  let temporary: string;
  beforeEach(() => (temporary = mkdtempSync(join(tmpdir(), 'ap-schemes-'))));
  afterEach(() => rmSync(temporary, { recursive: true, force: true }));
  const put = (name: string, content: unknown) =>
    writeFileSync(
      join(temporary, name),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    );
  const refused = (...faults: RegExp[]) =>
    assert.throws(
      () => loadSchemes(temporary),
      (error: unknown) => {
        assert.ok(error instanceof ContentError);
        assert.equal(error.code, 'CONTENT_INVALID');
        for (const fault of faults)
          assert.ok(
            error.faults.some((f) => fault.test(f)),
            error.message,
          );
        assert.ok(error.faults.every((f) => error.message.includes(f)));
        return true;
      },
    );

  it('keeps each version and begins with the newest', () => {
    put('b.json', bundled);
    put(
      'a.json',
      changed((s) => (s.version = 10)),
    );
    put(
      'c.json',
      changed((s) => (s.version = 2)),
    );
    put('notes.txt', 'not a scheme');
    const { schemes, rounds } = loadSchemes(temporary);
    assert.deepEqual([...schemes.keys()].sort(), ['north-west@1', 'north-west@10', 'north-west@2']);
    assert.deepEqual(
      rounds.map(({ version }) => version),
      [10],
    );
  });

  it('takes a new round under another id from its file alone, beside those there are', () => {
    put('north-west.v1.json', bundled);
    put(
      'another.json',
      changed((s) => Object.assign(s, { id: 'another', source: { document: 'New rules', year: 2027 } })),
    );
    assert.deepEqual(
      loadSchemes(temporary).rounds.map(({ id }) => id),
      ['another', 'north-west'],
    );
  });

  it('leaves out a file with a fault and no other, and says what is wrong with it and where', () => {
    put('north-west.v1.json', bundled);
    put('south.yaml', 'id: south\nversion: 1\nname: [\n');
    put('east.yaml', 'id: east\n# a comment\nversion: one\n');
    const { rounds, faults } = loadSchemes(temporary);
    assert.deepEqual(
      rounds.map(({ id }) => id),
      ['north-west'],
    );
    assert.match(
      faults.find((one) => one.startsWith('south.yaml')) ?? '',
      /^south\.yaml:\d+: not readable as YAML/,
    );
    const east = faults.find((one) => one.includes('version')) ?? '';
    assert.match(east, /^east\.yaml:3: version: .*Found: "one"\. Example: version: 1$/);
  });

  it('refuses the folder when no file is without a fault, and lists the faults of all', () => {
    put(
      'bad-role.json',
      changed((s) => (s.universities[0]!.roles = ['porter'])),
    );
    put('broken.json', '{ "id": ');
    refused(
      /^bad-role\.json:\d+: universities\[0\]\.roles\[0\] .*porter/,
      /^broken\.json: \(whole file\): .*JSON/,
    );
  });

  it('takes the first of two files for one version', () => {
    put('a.json', bundled);
    put('b.json', bundled);
    assert.match(
      loadSchemes(temporary).faults.join(),
      /^b\.json: version: another file already holds north-west@1/,
    );
  });

  it('refuses a folder that holds none, or that is not there', () => {
    refused(/no scheme file/);
    rmSync(temporary, { recursive: true });
    refused(/cannot be read/);
  });
});

function asksWithOptions(scheme: Scheme) {
  return [...scheme.eligibility.questions, ...formQuestions(scheme), ...rowQuestions(scheme)].flatMap(
    ({ id, options }) => (options ? [{ id, options: options as { also: string[] }[] }] : []),
  );
}

function texts(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}
