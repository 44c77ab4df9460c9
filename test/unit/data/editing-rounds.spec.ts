import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { preview } from '../../../bot/preview.js';
import { schemeJsonSchema } from '../../../data/schemes/json-schema.js';
import { roundFile } from '../../../data/schemes/round-file.js';
import { readSchemeText } from '../../../data/schemes/schemes.js';
import { root } from '../../../data/root.js';

const file = (name: string) => readFileSync(join(root, 'test', 'rounds', name), 'utf8');
const ney = 'north-east-yorkshire-advanced-practice.v1.yaml';
const cumbria = 'cumbria-apprenticeship.v1.yaml';

describe('for whoever edits a round', () => {
  it('the schema for editors’ programs is the one that the program checks with, and takes both rounds', () => {
    const kept: unknown = JSON.parse(
      readFileSync(join(root, 'data', 'schemes', 'scheme.schema.json'), 'utf8'),
    );
    assert.deepEqual(kept, JSON.parse(JSON.stringify(schemeJsonSchema())), 'say: npm run schema');
    const isScheme = new Ajv2020({ strict: false, validateFormats: false }).compile(kept as object);
    for (const name of [ney, cumbria])
      assert.ok(isScheme(parse(file(name))), JSON.stringify(isScheme.errors));
    assert.ok(!isScheme({ id: 'x' }));
    assert.match(JSON.stringify(kept), /The first day, and the time if there is one/);
  });

  it('a fault names file, line, the question, what was found and what would be right', () => {
    const text = file(ney).replace('type: email', 'type: e-mail');
    const [fault = ''] = readSchemeText(text, ney).faults;
    const line = text.split('\n').findIndex((one) => one.includes('e-mail')) + 1;
    assert.ok(
      fault.startsWith(`${ney}:${line}: form.sections[0].questions[2].type (“Email of the lead”): `),
      fault,
    );
    assert.match(fault, /Found: "e-mail"\. Example: type: text$/);
  });

  it('a field that is needed and missing, or names nothing, is told', () => {
    const faultsOf = (from: string, to: string) =>
      readSchemeText(file(ney).replace(from, to), ney).faults.join('\n');
    assert.match(faultsOf('  organisation: employer\n', ''), /fields\.organisation/);
    assert.match(faultsOf('  places: trainees', '  places: trainee'), /no question .* is called “trainee”/);
    assert.match(
      faultsOf('  intake: start\n', ''),
      /fields\.intake: is needed, because the form asks for the intake/,
    );
    assert.match(faultsOf('  places: trainees', '  places: lead-name'), /is a name; it must be wholeNumber/);
  });

  it('what looks odd is said and stops nothing', () => {
    const odd = (from: string, to: string) => {
      const { scheme, warnings } = readSchemeText(file(ney).replace(from, to), ney);
      assert.ok(scheme);
      return warnings.join('\n');
    };
    assert.equal(odd('', ''), '');
    assert.match(
      odd("closes: { on: 2026-04-30, at: '17:00' }", 'closes: { on: 2026-10-30 }'),
      /starts before the round closes/,
    );
    assert.match(odd('starts: 2026-09-21', 'starts: 2027-09-21'), /do not say the same/);
    assert.match(odd('starts: 2027-01', 'starts: 2028-01'), /outside the finance year|do not say the same/);
    assert.match(
      odd('Read the faculty’s handbook', 'Read https://trust.sharepoint.com/x'),
      /may not open for everybody/,
    );
    assert.match(
      odd('Read the faculty’s handbook', 'It pays £9,000 a year. Read the handbook'),
      /£10,200 a year here, and £9,000 a year elsewhere/,
    );
  });

  it('a new round from a few answers passes, and can be walked to its end', async () => {
    const { id, text } = roundFile({
      ...{ name: 'Advanced practice, South Coast', region: 'South Coast', role: 'Advanced Practitioner' },
      ...{ form: 'Request', recipient: 'the faculty', email: 'places@example.nhs.uk', closes: '2027-03-19' },
    });
    assert.equal(id, 'advanced-practice-south-coast');
    const { scheme, faults, warnings } = readSchemeText(text, `${id}.yaml`);
    assert.deepEqual([faults, warnings], [[], []]);
    assert.match(text, /^# /m);
    const said: string[] = [];
    assert.equal(await preview(scheme!, (line) => said.push(line), '2027-01-18T10:00:00Z'), 'started');
    assert.match(said.join('\n'), /To: places@example\.nhs\.uk[\s\S]*attached our Request/);
  });

  it('a comma in braces, and a source that is used again, are one fault that says what to do', () => {
    const text = file(ney)
      .replace('document: North East', 'document: The North, and East')
      .replace('notice:', 'notcie:');
    const { faults } = readSchemeText(text, ney);
    assert.equal(faults.length, 3, faults.join('\n'));
    assert.match(
      faults.join('\n'),
      /:9: source: the text before “and East.*” ends at its comma. Put all of it in quotes/,
    );
    assert.match(faults.join('\n'), /:8: notcie.*“notcie” means nothing here/);
    assert.match(faults.join('\n'), /notice: is missing/);
  });

  it('the preview walks a round with dated stages, and prints its cards, letters, plan and reminders', async () => {
    const { scheme } = readSchemeText(file(ney), ney);
    const said: string[] = [];
    assert.equal(await preview(scheme!, (line) => said.push(line), '2026-03-02T10:00:00Z'), 'started');
    const text = said.join('\n');
    for (const part of [
      /\[Education provider: University of Bradford \/ Teesside University\]/,
      /--- Application ---/,
      /=== The plan ===/,
      /Panel interviews: in 7 days/,
    ])
      assert.match(text, part);
    assert.doesNotMatch(text, /undefined|\[object|NaN/);
  });
}).timeout(60_000);
