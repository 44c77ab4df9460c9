import { northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { answersOf } from '../../../dialogs/words.js';
import type { Application } from '../../../workflows/application.js';
import type { Answers } from '../../../workflows/scheme.js';
import { startConnector, type Connector } from '../../support/connector.js';
import { message, pressed, TestServer, type Who } from '../../support/server.js';
import * as stages from '../workflows/nudge-applications.js';

const reference = 'AP-7K3M-9QRT';
const DAY = '2026-11-23';
const sam: Who = { person: 'sam', conversation: 'sams' };
const ina: Who = { person: 'ina', conversation: 'inas' };
const ruth: Who = { person: 'ruth', conversation: 'desk' };

describe('two people, one application', function () {
  this.timeout(60_000);
  let server: TestServer;
  let connector: Connector | undefined;

  beforeEach(async () => {
    server = await TestServer.start(`${DAY}T10:00`);
  });
  afterEach(async () => {
    await server.stop();
    await connector?.close();
    connector = undefined;
  });

  const keep = (application: Application, more: Partial<Application> = {}) =>
    server.keep({ ...application, reference, owner: 'sam', invited: ['ina'], tenant: 'test', ...more });
  const begin = async () => {
    await keep(stages.formBegun(DAY));
    for (const who of [sam, ina]) await server.say(`open ${reference}`, who);
  };
  const application = async (person = 'sam') => (await server.applications(person))[0]!;
  const answers = async (): Promise<Answers> => answersOf(await application(), northWest);
  const say = async (who: Who, text: string, more: object = {}) => (await server.say(text, who, more)).text;
  /** Without waiting for the answer: it goes to the stand-in of the channel. */
  const send = async (text: string, who: Who, to: Connector) => {
    await server.post(JSON.stringify({ ...message(text, who), serviceUrl: to.url }));
  };

  it('an answer belongs to the question that its conversation showed, whatever a colleague has opened', async () => {
    await begin();
    await say(sam, 'Northfield Trust');
    assert.match(await say(ina, 'change job title'), /job title/);
    await say(sam, 'Ward 7');
    await say(ina, 'Team leader');
    const { 'service-name': service, 'manager-job': job } = await answers();
    assert.deepEqual([service, job], ['Ward 7', 'Team leader']);
  });

  it('of 50 answers that two give at the same time, 50 are in the right place', async () => {
    await begin();
    connector = await startConnector();
    for (let i = 0; i < 25; i++) {
      await say(sam, 'change service or ward');
      await say(ina, 'change job title');
      await Promise.all([send(`Ward ${i}`, sam, connector), send(`Ward ${i} manager`, ina, connector)]);
      const { 'service-name': service, 'manager-job': job } = await answers();
      assert.deepEqual([service, job], [`Ward ${i}`, `Ward ${i} manager`]);
    }
  });

  it('what a colleague has answered meanwhile is told, with whose it is and what, and asked about', async () => {
    await begin();
    await say(sam, 'Northfield Trust');
    await say(ina, 'continue');
    await say(ina, 'Ward 9');
    const asked = await say(sam, 'Ward 7');
    assert.match(
      asked,
      /Ina has answered that meanwhile: Service or ward \(Ward 9\)\. Shall I put yours in its place/,
    );
    assert.equal((await answers())['service-name'], 'Ward 9');
    assert.match(await say(sam, 'no'), /stays as it is[^]*postcode/);
    assert.equal((await answers())['service-name'], 'Ward 9');
    assert.equal((await answers())['site-postcode'], undefined);
  });

  it('the yes to that puts one’s own in, and the same answer again is nothing', async () => {
    await begin();
    await say(ina, 'Southfield Trust');
    await say(sam, 'Northfield Trust');
    await say(sam, 'yes');
    assert.equal((await answers())['organisation-name'], 'Northfield Trust');
    await say(ina, 'continue');
    await say(sam, 'Ward 9');
    const before = (await application()).history.length;
    assert.match(await say(ina, 'Ward 9'), /Sam has answered that meanwhile[^]*It stays/);
    assert.equal((await application()).history.length, before);
  });

  it('“don’t know” takes no colleague’s answer away', async () => {
    await begin();
    await say(ina, 'Southfield Trust');
    assert.match(await say(sam, "don't know yet"), /Ina has answered that meanwhile/);
    assert.equal((await answers())['organisation-name'], 'Southfield Trust');
  });

  it('a button of one’s question counts, though a colleague has answered another since', async () => {
    await begin();
    await say(sam, 'change supernumerary');
    const card = await server.say('help', sam);
    await say(ina, 'Southfield Trust');
    const { value } = pressed(card, 'Yes') as { value: object };
    assert.doesNotMatch(await say(sam, '', { value }), /from earlier/);
    assert.equal((await answers())['supernumerary'], true);
  });

  it('a question that is asked no more takes no answer', async () => {
    await begin();
    await say(sam, 'Northfield Trust');
    await keep(stages.sent(DAY));
    assert.match(await say(sam, 'Ward 7'), /not open any more/);
    assert.equal((await application()).history.length, stages.sent(DAY).history.length);
  });

  it('two who go through the checks side by side each answer their own, and the detail goes to its check', async () => {
    await keep(stages.begin(DAY));
    for (const who of [sam, ina]) {
      await server.say(`open ${reference}`, who);
      await say(who, 'am i ready to apply?');
    }
    await say(sam, 'done');
    assert.match(await say(ina, 'not started'), /Sam has answered that meanwhile/);
    await say(ina, 'no');
    const first = northWest.readiness.checks[0]!.id;
    await say(sam, 'Priya Shah');
    const { answers: checks } = (await application()).snapshot.context.readiness.context;
    assert.equal(checks[first]?.status, 'done');
    assert.equal(checks[first].who, 'Priya Shah');
  });

  it('a slow channel of one holds the other up no longer than the turn itself', async () => {
    await begin();
    connector = await startConnector(4_000);
    const slow = send('Northfield Trust', sam, connector);
    for (let i = 0; i < 200 && (await answers())['organisation-name'] === undefined; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const begun = performance.now();
    await say(ina, 'change phone');
    const took = performance.now() - begun;
    assert.ok(took < 2_000, `${Math.round(took)} ms`);
    await slow;
  });

  describe('a colleague’s answer by a code', () => {
    const codeFor = async (opened: string): Promise<[string, string]> => {
      await say(sam, opened);
      await say(sam, 'ask a colleague');
      const invitation = await say(sam, 'Ruth in HR');
      const [, code = ''] = /answer ([0-9A-Z-]{24})/.exec(invitation) ?? [];
      const [, pasted = ''] = /^> (.*)$/m.exec(invitation) ?? [];
      assert.ok(code);
      return [code, pasted.replaceAll('**', '')];
    };
    const codes = () => server.store.find('invitations-of-application', reference);

    for (const [decision, stands] of [
      ['no', 'Northfield Trust'],
      ['yes', 'Southfield Trust'],
    ] as const)
      it(`is a proposal where something stands, and its owner decides: ${decision}`, async () => {
        await begin();
        await say(sam, 'Northfield Trust');
        const [code] = await codeFor('change organisation');
        await say(ruth, `answer ${code}`);
        assert.match(await say(ruth, 'Southfield Trust'), /I show yours to/);
        assert.equal((await answers())['organisation-name'], 'Northfield Trust');
        assert.doesNotMatch(await say(ina, 'continue'), /Southfield/);
        const asked = await say(sam, 'continue');
        assert.match(
          asked,
          /Ruth answered this on .*Southfield Trust\*\*\. The form says: \*\*Northfield Trust/,
        );
        await say(sam, decision);
        assert.equal((await answers())['organisation-name'], stands);
        assert.doesNotMatch(await say(sam, 'continue'), /answered this on/);
      });

    for (const said of [
      'I don’t know',
      'dont know sorry',
      'no idea',
      'hello',
      'hi there',
      'thanks',
      'the invitation',
    ])
      it(`is not “${said}”, and that does not use up the code`, async () => {
        await begin();
        const [code, invitation] = await codeFor('change job title');
        await say(ruth, `answer ${code}`);
        await say(ruth, said === 'the invitation' ? invitation : said);
        assert.equal((await answers())['manager-job'], undefined);
        assert.equal((await codes()).length, 1);
        assert.match(await say(ruth, `answer ${code}`), /One question for Ruth in HR/);
        await say(ruth, 'Team leader');
        assert.equal((await answers())['manager-job'], 'Team leader');
      });

    it('begins with the invitation, pasted whole', async () => {
      await begin();
      const [, invitation] = await codeFor('change job title');
      assert.match(await say(ruth, invitation), /One question for Ruth in HR/);
      await say(ruth, 'hello');
      assert.match(await say(ruth, `Hi, I got this: ${invitation} Thanks`), /What is your job title/i);
    });

    it('over one’s own is undone by its owner, after a question whose it was', async () => {
      await begin();
      const [code] = await codeFor('change job title');
      await say(ruth, `answer ${code}`);
      await say(ruth, 'Team leader');
      const asked = await say(sam, 'undo');
      assert.match(asked, /Ruth|ruth/);
      assert.match(await say(sam, 'Ruth’s: Your job title (Team leader)'), /Undone/);
      assert.equal((await answers())['manager-job'], undefined, asked);
    });
  });

  describe('a trainee who takes another’s place', () => {
    const row = async () => (await application()).snapshot.context.support.rows[0]!.context.answers;
    beforeEach(async () => {
      await keep(stages.rowsComplete(stages.funded(DAY, DAY), DAY));
      await server.say(`open ${reference}`, sam);
      await say(sam, 'change trainee 1 trainee');
      await say(sam, 'Ana Lopez');
      for (const text of ['ana@nhs.net', 'band 3', 'held']) await say(sam, text);
    });

    it('has none of the former one’s email, band, English and maths', async () => {
      const before = await row();
      await say(sam, 'change trainee 1 trainee');
      const said = await say(sam, 'Ben Price');
      assert.match(said, /another trainee, so I have cleared/);
      const after = await row();
      for (const id of ['trainee-email', 'present-band', 'english-maths']) {
        assert.notEqual(before[id], undefined, id);
        assert.equal(after[id], undefined, id);
      }
      assert.deepEqual([after['trainee-name'], after['mentor']], ['Ben Price', before['mentor']]);
      await say(sam, 'undo');
      assert.deepEqual(await row(), before);
    });

    it('is asked about where the names are alike, and a name put right clears nothing', async () => {
      const before = await row();
      await say(sam, 'change trainee 1 trainee');
      await say(sam, 'Ana Lopez-Diaz');
      assert.deepEqual(await row(), { ...before, 'trainee-name': 'Ana Lopez-Diaz' });
      await say(sam, 'change trainee 1 trainee');
      assert.match(await say(sam, 'Ana Smith'), /the same person, with the name put right\?/);
      await say(sam, 'yes');
      assert.deepEqual(await row(), { ...before, 'trainee-name': 'Ana Smith' });
      await say(sam, 'change trainee 1 trainee');
      await say(sam, 'Ana Brown');
      await say(sam, 'no');
      assert.equal((await row())['trainee-email'], undefined);
    });
  });

  describe('a handover', () => {
    const handOver = async (application: Application): Promise<string> => {
      await keep(application, { invited: [] });
      await server.say(`open ${reference}`, sam);
      const [, code = ''] = /join ([0-9A-Z-]{24})/.exec(await say(sam, 'hand over')) ?? [];
      return say(ina, `join ${code}`);
    };

    it('asks the new owner about the contact details of the one before', async () => {
      const said = await handOver(stages.formComplete(DAY));
      assert.match(said, /It still names these[^]*Jo Bell[^]*jo@trust\.nhs\.uk[^]*Are they still right/);
      assert.match(await say(ina, 'no'), /full name/);
      const next = await say(ina, 'Ina Mason');
      assert.match(next, /It still names these/);
      assert.doesNotMatch(next, /Jo Bell/);
      assert.match(await say(ina, 'yes'), /stay as they are/);
      assert.doesNotMatch(await say(ina, 'continue'), /It still names these/);
      const found = answersOf(await application('ina'), northWest);
      assert.deepEqual([found['manager-name'], found['work-email']], ['Ina Mason', 'jo@trust.nhs.uk']);
    });

    it('says whom a form names that has gone too far to be asked about', async () => {
      assert.match(await handOver(stages.sent(DAY)), /The form names these from before: .*Jo Bell/);
    });

    it('leaves nothing out of “what changed”', async () => {
      await handOver(stages.sent(DAY));
      for (const text of ['funded for 2', 'undo', 'funded for 1', 'recruited']) await say(ina, text);
      for (let i = 0; i < 4; i++) await say(ina, 'invite');
      const said = await say(ina, 'who can see this');
      for (const part of [
        'the declaration',
        'the form was sent',
        'made a code to hand over',
        'handed over to you',
        'the decision (funded for 2)',
        'the undoing of the decision (funded for 2)',
        'the decision (funded for 1)',
        'one trainee recruited',
      ])
        assert.ok(said.includes(part), `${part} in ${said}`);
      assert.equal(said.split('made a code to invite somebody').length, 5);
    });
  });
});
