import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from '../../../bot/preview.js';
import { root } from '../../../data/root.js';
import { readSchemeText } from '../../../data/schemes/schemes.js';
import { letsThrough } from '../../../workflows/eligibility-rules.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import type { Scheme } from '../../../workflows/scheme.js';
import { roundStatus } from '../../../workflows/window-rules.js';
import { typed, Walk } from '../../support/round-walk.js';
import { northWest } from '../../support/schemes.js';

/** Words of one round of 2015, which no other round may hear. */
const leaks = [
  ...['North West', 'assistant practitioner', 'Expression of Interest', 'EoI', 'Confirmation of Support'],
  ...['four weeks', 'TAP', 'mentor', 'WBEF', 'Service or ward'],
];

const folder = join(root, 'test', 'rounds');

/** A day on which it takes forms. */
function dayIn(scheme: Scheme): string {
  const day = scheme.closes?.on ?? '2026-11-30';
  return [scheme.opens?.on ?? '', day, '2026-11-30'].find(
    (one) => one && roundStatus(scheme, one, '10:00').kind === 'open',
  )!;
}

describe('rounds that were written from public pages', () => {
  it('find no words of one round in the code: those stand in its file, and in the knowledge', () => {
    // How people say things, and what the two roles are, is about the roles and not about a round.
    const aboutRoles = /understanding\/|questions\/(?:content|business|follow-on)\.ts$/;
    const said =
      /North West|assistant practitioner|Expression of Interest|Confirmation of Support|four weeks|WBEF/i;
    const found = ['bot', 'dialogs', 'workflows']
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
      )
      .filter((file) => /\.(?:ts|js|html)$/.test(file) && !aboutRoles.test(file.replaceAll('\\', '/')))
      .flatMap((file) =>
        readFileSync(join(root, file), 'utf8')
          .split('\n')
          .filter((line) => said.test(line) && !line.includes('ap-or-na') && !/^\s*(?:\/?\*|\/\/)/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    assert.deepEqual(found, []);
  });

  it('have no word of the first one when nobody has said which is meant', () => {
    const rounds = readdirSync(folder).flatMap(
      (file) => readSchemeText(readFileSync(join(folder, file), 'utf8'), file).scheme ?? [],
    );
    const talk = new Walk([northWest, ...rounds], '2026-04-10');
    const said = talk.say('can I get money for a canteen');
    assert.doesNotMatch(said, /WBEF|commissioner/);
    assert.match(said, /CPD funding, Bradford Teaching Hospitals\*\*: The CPD team, CPDapprovals/);
  });

  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const { scheme, faults } = readSchemeText(text, file);

    it(`${file} is in order`, () => assert.deepEqual(faults, []));
    if (!scheme) continue;
    const foreign = leaks.filter((words) => !text.toLowerCase().includes(words.toLowerCase()));

    it(`${file} goes the whole way by typing, in its own words`, async function () {
      this.timeout(120_000);
      const lines: string[] = [];
      assert.equal(
        await preview(scheme, (line) => lines.push(line), `${dayIn(scheme)}T10:00:00Z`),
        'started',
      );
      const all = lines.join('\n');
      for (const words of foreign)
        assert.doesNotMatch(all, new RegExp(`\\b${words}\\b`, words === 'TAP' ? '' : 'i'), words);
      assert.doesNotMatch(all, /undefined|\[object|NaN|Invalid Date|remains: nothing, nothing/);
      if (scheme.fields.places === undefined) assert.doesNotMatch(all, /one place|how many\?/i);
      if (!scheme.readiness.checks.length) assert.doesNotMatch(all, /readiness checks/);
      if (!scheme.protocols.length) assert.doesNotMatch(all, /protocols/i);
    });

    it(`${file} goes the whole way by card`, function () {
      this.timeout(120_000);
      const talk = new Walk([scheme], dayIn(scheme));
      const first = () => 0;
      talk.say('apply');
      for (let step = 0; step < 60 && talk.state !== 'started'; step++) {
        const { prompt } = talk.last!;
        const open = formQuestions(scheme).find(({ id }) => prompt.step === `form:${id}`);
        const before = `${talk.state} ${talk.application?.history.length} ${prompt.step}`;
        if (prompt.step.startsWith('eligibility:')) talk.submit(eligible(scheme));
        else if (open?.type === 'statement') {
          talk.say('ask a colleague');
          talk.looked = { invitations: [] };
          talk.say('Somebody');
          talk.asColleague(`writer-${open.id}`, open.id, 'These are words of my own about it.');
          talk.say('continue');
        } else if (prompt.step.startsWith('readiness:') && prompt.reads.type !== 'menu')
          talk.say(prompt.reads.type === 'choice' ? 'done' : 'Jo Bell');
        else if (prompt.form && prompt.reads.type !== 'menu' && !prompt.isAgain) talk.submitAny(first);
        else if (
          talk.focus.dialog === 'readiness' &&
          prompt.reads.type === 'menu' &&
          talk.state !== 'preparing'
        )
          talk.say('check answers');
        else if (prompt.step === 'support:start') talk.say('18 April 2027');
        else if (talk.state === 'readyToSend') talk.say('sent today');
        else if (prompt.step === 'support:return') talk.say('returned today');
        else if (prompt.reads.type !== 'menu') talk.say(typed(prompt.reads, first, talk.today));
        else talk.say(onward(talk, scheme));
        const after = `${talk.state} ${talk.application?.history.length} ${talk.last!.prompt.step}`;
        assert.notEqual(after, before, `stuck:\n${talk.told()}`);
      }
      assert.equal(talk.state, 'started', talk.told());
    });
  }
});

/** What lets through, for the whole card of eligibility. */
function eligible({ eligibility }: Scheme): Record<string, string> {
  return Object.fromEntries(
    eligibility.questions.map(({ id, options, grades, max }) => [
      id,
      options.find(({ grade }) => letsThrough(grade))?.value ??
        String(Math.min(max ?? 40, 40, Math.max(...grades.map(({ below = 0 }) => below)) + 1)),
    ]),
  );
}

function onward(talk: Walk, scheme: Scheme): string {
  switch (talk.state) {
    case 'eligible':
      return 'apply';
    case 'checkingAnswers':
      return /Essential check not done/.test(talk.last!.prompt.text)
        ? 'am I ready to apply'
        : 'confirm answers';
    case 'awaitingDecision':
      return 'funded';
    case 'recruiting':
      talk.today = '2026-10-05';
      return scheme.after.some(({ asks }) => asks) ? 'recruited' : 'the programme has started';
    case 'supportConfirmed':
      talk.today = '2028-01-01';
      return 'the programme has started';
    default:
      return 'continue';
  }
}
