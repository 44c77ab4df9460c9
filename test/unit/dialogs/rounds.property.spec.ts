import assert from 'node:assert/strict';
import fc from 'fast-check';
import { englandCalendar } from '../../../data/calendar/england.js';
import { checkScheme } from '../../../data/schemes/schemes.js';
import { eoiModel, supportModel } from '../../../dialogs/documents/models.js';
import type { DocumentModel } from '../../../dialogs/documents/document-model.js';
import { message } from '../../../dialogs/nudges/content.js';
import { calendarEvents } from '../../../dialogs/plan/content.js';
import { dueNudges } from '../../../workflows/nudge-rules.js';
import { replay } from '../../../workflows/application.js';
import { schemeSchema } from '../../../workflows/scheme.js';
import { randomScheme } from '../../support/random-scheme.js';
import { runs } from '../../support/whole.js';
import { typed, Walk, type Pick } from '../../support/round-walk.js';

const calendar = englandCalendar();

/** States from which nothing more is to be done in this application. */
const ends = ['started', 'unsuccessful', 'withdrawn'];

describe('schemes made at random', () => {
  it('are walked to the end by a random person: nobody gets stuck, and no document has a blank', function () {
    this.timeout(240_000);
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const pick = pickFrom(seed);
        const rounds = ['made', 'other'].slice(0, 1 + pick(2)).map((id, i) => {
          const regions = pick(2) === 0 ? [] : [{ value: `area-${i}`, label: `Area ${i}` }];
          const audience = { summary: `Number ${i}`, regions };
          const data = { ...(randomScheme(pick) as object), id, name: `Round ${i}`, audience };
          assert.deepEqual(checkScheme(data, 'made.yaml'), []);
          return schemeSchema.parse(data);
        });
        const talk = new Walk(rounds, '2027-01-18');
        walk(talk, pick);
        const end = talk.state;
        seen.set(end, (seen.get(end) ?? 0) + 1);
        for (const application of talk.mine) {
          const { value, context } = replay(application, () => talk.view().schemeOf(application));
          assert.deepEqual(
            { value, context },
            { value: application.snapshot.value, context: application.snapshot.context },
          );
        }
      }),
      { numRuns: runs(120, 40), seed: 20_270_118 },
    );
    assert.ok(
      (seen.get('started') ?? 0) > runs(20, 6) && (seen.get('unsuccessful') ?? 0) > runs(5, 1),
      JSON.stringify([...seen]),
    );
  });
});

/** Every road is taken by somebody: what is open is answered, by typing or by card, and what is not is gone round. */
function walk(talk: Walk, pick: Pick): void {
  talk.say('apply');
  for (let step = 0; step < 160; step++) {
    look(talk);
    if (ends.includes(talk.state)) return;
    const before = talk.application?.history.length ?? 0;
    const asked = talk.last?.prompt.step;
    go(talk, pick);
    const isSame = before === (talk.application?.history.length ?? 0) && asked === talk.last?.prompt.step;
    if (isSame && !moves(talk, pick)) return;
  }
  assert.fail(`never came to an end:\n${talk.told()}`);
}

function go(talk: Walk, pick: Pick): void {
  const prompt = talk.last?.prompt;
  assert.ok(prompt);
  if (prompt.form && pick(3) === 0) return talk.submitAny(pick);
  if (talk.state === 'readyToSend' || prompt.step === 'support:return')
    return void talk.say(`${talk.state === 'readyToSend' ? 'sent' : 'returned'} today`);
  if (prompt.reads.type !== 'menu')
    return void talk.say(
      pick(12) === 0 && prompt.parkable ? 'don’t know yet' : typed(prompt.reads, pick, talk.today),
    );
  switch (talk.state) {
    case 'eligible':
      return void talk.say('apply');
    case 'checkingAnswers':
      return void talk.say('confirm answers');
    case 'awaitingDecision':
      return void talk.say(pick(4) === 0 ? 'not funded' : 'funded');
    case 'recruiting':
      return void talk.say(
        talk.scheme.after.some(({ asks }) => asks) ? 'recruited' : 'the programme has started',
      );
    case 'supportConfirmed':
      talk.today = '2027-09-21';
      return void talk.say('the programme has started');
    case 'ineligible':
      return;
    default:
      return void talk.say('continue');
  }
}

/** Said to be not possible yet: what stands in the way is put right, or it is an end that says why and what to do. */
function moves(talk: Walk, pick: Pick): boolean {
  switch (talk.state) {
    case 'ineligible':
      assert.match(talk.told(), /Ask the panel\./);
      return false;
    case 'checkingAnswers': {
      const text = talk.last?.prompt.text ?? '';
      if (/Essential check/.test(text)) {
        talk.say('am I ready to apply');
        for (
          let i = 0;
          i < 12 && talk.focus.dialog === 'readiness' && talk.last?.prompt.reads.type !== 'menu';
          i++
        )
          talk.say(i % 2 === 0 ? 'done' : 'Jo Bell');
        talk.say('check answers');
        return true;
      }
      if (/Not answered/.test(text)) {
        talk.say('answer what is missing');
        return true;
      }
      // An answer of the person's own that the rules do not let through, or that they have to find out: it says so.
      assert.match(text, /To find out|Not eligible|Elsewhere/, talk.told());
      return false;
    }
    case 'recruiting':
    case 'supportConfirmed':
      talk.today = '2027-09-21';
      return true;
    default:
      return pick(2) >= 0 && talk.last?.prompt.reads.type !== 'menu';
  }
}

/** Whatever there is to see of it now holds no blank and throws nothing. */
function look(talk: Walk): void {
  const { application, scheme } = talk;
  if (!application) return;
  const { sent, support } = application.snapshot.context;
  const now = talk.view().now;
  const events = calendarEvents([application], () => scheme, { calendar, today: talk.today });
  for (const { title, description } of events)
    assert.doesNotMatch(`${title} ${description}`, /undefined|null|\(\)|, ,/);
  for (const nudge of dueNudges(application, scheme, calendar)) {
    const text = message([{ nudge, application, scheme }], nudge.due).text;
    assert.doesNotMatch(text, /undefined|null|NaN|\[/, text);
  }
  if (sent.length > 0) isWhole(eoiModel(application, scheme, now));
  if (support.rows.length > 0 && talk.state === 'supportConfirmed')
    isWhole(supportModel(application, scheme, now));
}

function isWhole(model: DocumentModel): void {
  for (const { rows = [] } of model.sections)
    for (const [label, value] of rows) {
      assert.ok(String(label).trim() && String(value).trim(), `${label}: ${value}`);
      assert.doesNotMatch(String(value), /undefined|null|NaN|\[object/);
    }
}

/** The same choices for the same number. */
function pickFrom(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
