import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { answerInTime } from '../../../bot/channels/teams/in-time.js';
import { replay, stateOf, type Application } from '../../../workflows/application.js';
import { schemes } from '../../support/assistant.js';
import { roundOver } from '../../support/reminded.js';
import { TestServer } from '../../support/server.js';
import {
  elements,
  TeamsClient,
  wordsOf,
  partOf,
  type InvokeAnswer,
  type TeamsCard,
} from '../../support/teams.js';
import { begin, formBegun, funded, on, sent } from '../workflows/nudge-applications.js';

const day = '2026-11-23';
const reference = 'AP-3333-4444';

describe('Teams', function () {
  this.timeout(30_000);
  let server: TestServer;
  let teams: TeamsClient;

  beforeEach(async () => {
    server = await TestServer.start(`${day}T10:00`);
    teams = await TeamsClient.open(() => server.url);
  });
  afterEach(async () => {
    await server.stop();
    await teams.close();
  });

  /** Puts an application of Ana's in place and opens it; gives the card that comes with it. */
  async function opened(application: Application): Promise<TeamsCard> {
    await server.keep({ ...application, reference, owner: 'teams-ana', tenant: 't1' });
    await teams.say(`open ${reference}`);
    return lastCard();
  }

  function lastCard(): TeamsCard {
    const card = teams.take().cards.at(-1);
    assert.ok(card, 'there is no card');
    return card;
  }

  async function application(): Promise<Application> {
    const [one] = await server.applications('teams-ana');
    assert.ok(one);
    return one;
  }

  async function checkReplay(): Promise<void> {
    const one = await application();
    const replayed = replay(one, (version) => schemes.schemes.get(`${one.scheme.id}@${version}`)!);
    const { value, context } = one.snapshot;
    assert.deepEqual(JSON.parse(JSON.stringify(replayed)), JSON.parse(JSON.stringify({ value, context })));
  }

  const answers = async () => (await application()).snapshot.context.form.context.answers;
  const inPlace = ({ body }: InvokeAnswer): TeamsCard => {
    assert.equal(body.type, 'application/vnd.microsoft.card.adaptive');
    assert.ok(body.value);
    return body.value;
  };

  describe('living cards', () => {
    it('an answered card becomes a line to read, and the next question comes as a message', async () => {
      const card = await opened(formBegun(day));
      assert.equal(card.actions?.[0]?.type, 'Action.Execute');
      assert.equal(card.actions[0].fallback?.type, 'Action.Submit');
      assert.deepEqual(card.actions[0].fallback.data, card.actions[0].data);
      const answer = await teams.press(card, 'Save', { answer: 'Northfield NHS Trust' });
      const line = inPlace(answer);
      assert.match(wordsOf(line), /\*\*Organisation:\*\* Northfield NHS Trust\nAt 10:00/);
      assert.equal(line.actions, undefined);
      const { texts, all } = teams.take();
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? '', /Your service and you/);
      const update = all.find(({ method }) => method === 'PUT');
      assert.ok(update?.path.endsWith('/card-1'), 'the message itself is updated, so that the line stays');
      assert.deepEqual((update?.activity.attachments?.[0]?.content as TeamsCard).body, line.body);
      assert.equal((await answers())['organisation-name'], 'Northfield NHS Trust');
    });

    it('the same invoke four times acts once and is answered alike, by its id or by what it says', async () => {
      const card = await opened(formBegun(day));
      const id = randomUUID();
      const press = (more: object) => teams.press(card, 'Save', { answer: 'Northfield' }, { ...more });
      const all = [
        ...(await Promise.all([press({ id }), press({ id }), press({ id })])),
        await press({ id: randomUUID() }),
      ];
      for (const one of all) assert.deepEqual(one, all[0]);
      assert.match(wordsOf(inPlace(all[0]!)), /Northfield/);
      const events = (await application()).history.filter(({ event }) => event.type === 'form.answered');
      assert.equal(events.length, 1);
      assert.equal(teams.take().texts.length, 1, 'the next question is asked once');
    });

    it('a stale card shows the present in its place, and it works there', async () => {
      const card = await opened(formBegun(day));
      await teams.press(card, 'Save', { answer: 'Northfield' });
      teams.take();
      const stale = inPlace(await teams.press(card, 'Save', { answer: 'Other' }));
      assert.match(wordsOf(stale), /That card is from earlier, so nothing was changed/);
      assert.match(wordsOf(stale), /Your service and you/);
      assert.equal(teams.take().texts.length, 0);
      assert.equal((await answers())['organisation-name'], 'Northfield');
      await teams.fillIn(stale, { 'service-name': 'Stroke unit' });
      assert.equal((await answers())['service-name'], 'Stroke unit');
      await checkReplay();
    });

    it('a button that changes nothing leaves its card as it was', async () => {
      await teams.say('hello');
      const card = lastCard();
      const same = inPlace(await teams.press(card, 'What can you do?'));
      assert.deepEqual(
        same.actions?.map(({ title }) => title),
        card.actions?.map(({ title }) => title),
      );
      assert.match(teams.take().texts.join('\n'), /What you can say/);
    });

    it('the older action of a client without the newer one does the same, as a message', async () => {
      const card = await opened(formBegun(day));
      const older = { ...card, actions: (card.actions ?? []).map((one) => one.fallback ?? one) };
      await teams.press(older, 'Save', { answer: 'Northfield' });
      assert.equal((await answers())['organisation-name'], 'Northfield');
      const { texts, all } = teams.take();
      assert.equal(texts.length, 1);
      assert.ok(all.some(({ method }) => method === 'PUT'));
    });

    it('what the line already says is not said once more; what was understood from it is', async () => {
      const card = await opened(formBegun(day));
      await teams.press(card, 'Save', { answer: 'Northfield NHS Trust' });
      const [said = ''] = teams.take().texts;
      assert.doesNotMatch(said, /Northfield/);
      assert.match(said, /^\*\*Your service and you\*\*/);
      await teams.say('Stroke unit');
      const postcode = lastCard();
      await teams.press(postcode, 'Save', { answer: 'm202wr' });
      assert.match(teams.take().texts.join('\n'), /Site postcode: \*\*M20 2WR\*\*/);
    });

    it('“Back” and the like are no answer, and the line does not show them as one', async () => {
      const begun = on(formBegun(day), day, [{ type: 'form.asked', question: 'places' }]);
      const line = inPlace(await teams.press(await opened(begun), "Don't know yet"));
      assert.match(wordsOf(line), /^You chose \*\*Don't know yet\*\*\./);
    });

    it('a reminder’s card becomes a line too: what it was about, and the button’s name', async () => {
      await opened(formBegun(day));
      server.clock.moveTo('2026-11-26T10:00');
      await roundOver({ store: server.store, clock: server.clock }).run();
      const nudge = lastCard();
      assert.equal(nudge.actions?.[0]?.type, 'Action.Execute');
      const answer = await teams.press(nudge, 'Do it now');
      const line = inPlace(answer);
      assert.equal(wordsOf(line), `${reference}: the form is not sent.\nYou chose **Do it now**.\nAt 10:00`);
      assert.equal(line.actions, undefined);
      const { texts, all } = teams.take();
      assert.match(texts.join('\n'), /Your organisation/);
      assert.ok(all.some(({ method }) => method === 'PUT'));
      await teams.press(nudge, 'Tomorrow');
      assert.match(teams.take().texts.join('\n'), /I will remind you on \*\*Friday 27 November 2026\*\*/);
    });

    it('what is no answer is said, and asked again', async () => {
      const begun = on(formBegun(day), day, [{ type: 'form.asked', question: 'places' }]);
      const card = await opened(begun);
      await teams.press(card, 'Save', { answer: 'lots' });
      assert.match(teams.take().texts.join('\n'), /Enter a whole number from/);
      assert.equal((await answers())['places'], undefined);
    });

    it('the list of applications shows itself anew', async () => {
      await opened(formBegun(day));
      await teams.say('my applications');
      const card = lastCard();
      assert.deepEqual(card.refresh?.userIds, ['29:ana']);
      assert.match(wordsOf(card), /finish the form/);
      await teams.say('withdraw');
      await teams.say('yes');
      teams.take();
      const { verb, data } = card.refresh.action;
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'automatic' };
      const fresh = inPlace(await teams.post({ type: 'invoke', name: 'adaptiveCard/action', value }));
      assert.match(wordsOf(fresh), /withdrawn/);
      assert.ok(fresh.refresh);
      assert.equal(teams.take().all.length, 0, 'nothing is said');
    });

    it('its buttons hold at any time, also in the middle of a question for free text', async () => {
      await opened(formBegun(day));
      await teams.say('my applications');
      const list = lastCard();
      await teams.say('continue');
      teams.take();
      await teams.press(list, `Open ${reference}`);
      assert.match(teams.take().texts.join('\n'), /Your organisation/);
      assert.equal((await answers())['organisation-name'], undefined);
    });

    it('a card of somebody else shows nothing of theirs', async () => {
      const card = await opened(formBegun(day));
      const mallory = {
        from: { id: '29:mal', aadObjectId: 'mal', name: 'Mal' },
        conversation: { id: 'a:mal', conversationType: 'personal', tenantId: 't1' },
      };
      const shown = inPlace(await teams.press(card, 'Save', { answer: 'Mine' }, mallory));
      assert.match(wordsOf(shown), /an application that I cannot show you/);
      assert.doesNotMatch(JSON.stringify(shown), new RegExp(reference));
      const value = {
        action: {
          type: 'Action.Execute',
          verb: 'ap-fill',
          data: { ...card.actions?.[0]?.data, form: 'section:service', 'q.service-name': 'Mine' },
        },
      };
      const filled = await teams.post({ type: 'invoke', name: 'adaptiveCard/action', value, ...mallory });
      assert.doesNotMatch(JSON.stringify(filled), new RegExp(reference));
      assert.equal((await answers())['service-name'], undefined);
      assert.equal((await answers())['organisation-name'], undefined);
    });

    it('what is no card of ours is declined and changes nothing', async () => {
      const value = { action: { type: 'Action.Execute', verb: 'ap-say', data: { ap: 'x' } } };
      const answer = await teams.post({ type: 'invoke', name: 'adaptiveCard/action', value });
      assert.equal(answer.status, 200);
      assert.equal(answer.body.statusCode, 400);
      const unknown = await teams.post({ type: 'invoke', name: 'composeExtension/query', value: {} });
      assert.equal(unknown.status, 400);
    });
  });

  describe('a whole part on one card', () => {
    const inputsOf = (card: TeamsCard) => elements(card).filter(({ type }) => type.startsWith('Input.'));
    const valueIn = (card: TeamsCard, id: string) =>
      elements(card).find((one) => one.id === `q.${id}`)?.value;
    /** The card of the whole section that a question belongs to. */
    const sectionOf = async (question: string) =>
      teams.openPart(await opened(on(formBegun(day), day, [{ type: 'form.asked', question }])));
    const begunService = () =>
      on(formBegun(day), day, [
        { type: 'form.answered', question: 'organisation-name', value: 'Northfield' },
      ]);

    it('the checks: one box and one name for all of them', async () => {
      await opened(on(begin(day), day, []));
      await teams.say('are we ready to apply?');
      const card = lastCard();
      assert.match(wordsOf(card), /0 of 7 answered/);
      await teams.fillIn(card, { 'every-check': 'done', 'every-check.who': 'Jane Roe in HR' });
      assert.match(teams.take().texts.join('\n'), /You are ready to apply/);
      const checks = Object.values((await application()).snapshot.context.readiness.context.answers);
      assert.equal(checks.length, 7);
      assert.ok(checks.every(({ status, who }) => status === 'done' && who === 'Jane Roe in HR'));
      await checkReplay();
    });

    it('the checks: each for itself; who and when of one, and what is left comes back to be left', async () => {
      await opened(on(begin(day), day, []));
      await teams.say('are we ready to apply?');
      const back = partOf(
        await teams.fillIn(lastCard(), {
          'job-description': 'in-progress',
          'job-description.who': 'Priya in HR, by 14 January',
          'board-support': 'done',
          'hr-arrangements.who': 'Lee',
        }),
      );
      const kept = (await application()).snapshot.context.readiness.context.answers;
      assert.deepEqual(kept['job-description'], {
        status: 'in-progress',
        on: day,
        who: 'Priya in HR',
        by: '2027-01-14',
      });
      assert.equal(kept['board-support']?.status, 'done');
      assert.equal(kept['hr-arrangements'], undefined, 'a name alone says nothing');
      assert.match(wordsOf(back), /Choose how far it is/);
      assert.match(wordsOf(back), /Still missing/);
      assert.equal(valueIn(back, 'job-description'), undefined, 'what is saved is not asked again');
      await teams.fillIn(back, { 'hr-arrangements.who': '' }, { title: 'Leave these for later' });
      assert.match(teams.take().texts.join('\n'), /Not ready yet/);
      await checkReplay();
    });

    it('eligibility: what depends on an answer follows; when all passes, the form begins', async () => {
      const card = await opened(on(begin(day), day, []));
      assert.equal(inputsOf(card).length, 6);
      const next = partOf(
        await teams.fillIn(card, {
          'organisation-kind': 'nhs',
          region: 'north-west',
          role: 'advanced-practitioner',
          'service-area': 'mental-health',
          'training-department': 'yes',
          'earlier-application': 'none',
        }),
      );
      assert.deepEqual(
        inputsOf(next).map(({ id }) => id),
        ['q.registered-professional'],
      );
      await teams.fillIn(next, { 'registered-professional': 'yes' });
      assert.match(teams.take().texts.at(-1) ?? '', /You can apply[\s\S]*full name of your organisation/);
      assert.equal(stateOf((await application()).snapshot.value), 'completingForm');
      await checkReplay();
    });

    it('eligibility: a caution is shown before anything begins', async () => {
      const card = await opened(on(begin(day), day, []));
      await teams.fillIn(card, {
        'organisation-kind': 'nhs',
        region: 'north-west',
        role: 'assistant-practitioner',
        'service-area': 'mental-health',
        'training-department': 'not-yet',
        'earlier-application': 'none',
      });
      assert.match(teams.take().texts.at(-1) ?? '', /You can apply, with a caution/);
      assert.equal(stateOf((await application()).snapshot.value), 'eligible');
    });

    it('a section: what is right is kept; what is wrong, and what is missing, comes back marked', async () => {
      const card = await opened(begunService());
      assert.match(wordsOf(card), /Kind of service/, 'what eligibility told is shown, not asked');
      assert.ok(!elements(card).some(({ id }) => id === 'q.service-area'));
      const filled = {
        'service-name': 'Stroke unit',
        'site-postcode': 'nowhere',
        'work-email': 'sam at trust',
        phone: '',
      };
      const again = partOf(await teams.fillIn(card, filled));
      const words = wordsOf(again);
      assert.match(words, /Two answers need another look:\*\* Site postcode, Work email/);
      assert.match(words, /\*\*Put this right:\*\* Enter a whole UK postcode/);
      assert.match(
        words,
        /Still missing:\*\* Your name, Your job title, Work phone, Training department contact/,
      );
      assert.equal(valueIn(again, 'site-postcode'), 'nowhere');
      assert.equal(valueIn(again, 'work-email'), 'sam at trust');
      assert.equal((await answers())['service-name'], 'Stroke unit', 'kept, though others are wrong');
      assert.equal(valueIn(again, 'service-name'), undefined);
      assert.equal(teams.take().texts.length, 0, 'it is all on the card');

      await teams.fillIn(
        again,
        { 'site-postcode': 'm20 2wr', 'work-email': 'sam@nhs.net', 'manager-name': 'Sam Okafor' },
        { title: 'Leave these for later' },
      );
      const kept = await answers();
      assert.equal(kept['site-postcode'], 'M20 2WR');
      assert.equal(kept['work-email'], 'sam@nhs.net');
      assert.equal(kept['phone'], undefined);
      assert.deepEqual((await application()).snapshot.context.form.context.parked, [
        'manager-job',
        'phone',
        'training-lead',
      ]);
      assert.match(teams.take().texts.at(-1) ?? '', /The role and the places/, 'and it goes on');
      await checkReplay();
    });

    it('a saved part becomes a line, and the next part comes whole', async () => {
      const card = await opened(begunService());
      const line = partOf(
        await teams.fillIn(card, {
          ...{ 'service-name': 'Stroke unit', 'site-postcode': 'M20 2WR', 'manager-name': 'Sam Okafor' },
          ...{ 'manager-job': 'Ward manager', 'work-email': 'sam@nhs.net', phone: '0161 496 0123' },
          'training-lead': 'Ruth Bell',
        }),
      );
      assert.match(wordsOf(line), /“Your service and you”: seven answers saved/);
      assert.equal(line.actions, undefined);
      const next = lastCard();
      assert.ok(inputsOf(next).some(({ id }) => id === 'q.places'));
      assert.match(wordsOf(next), /1 of 4 answered/);
    });

    it('whoever types goes on one by one, and can have the rest on one card', async () => {
      await opened(begunService());
      await teams.say('Stroke unit');
      const single = lastCard();
      assert.deepEqual(
        inputsOf(single).map(({ id }) => id),
        ['answer'],
      );
      const part = await teams.openPart(single);
      assert.equal(valueIn(part, 'service-name'), 'Stroke unit');
      assert.ok(inputsOf(part).some(({ id }) => id === 'q.phone'));
      assert.equal(teams.take().texts.length, 0);
    });

    it('a large number is asked about once; saving it again is yes', async () => {
      const card = await sectionOf('places');
      const asked = partOf(await teams.fillIn(card, { places: 12 }));
      assert.match(
        wordsOf(asked),
        /You said \*\*12\*\*\. That is more than usual\. Is it right\? If so, press \*\*Save\*\* again/,
      );
      assert.equal((await answers())['places'], undefined);
      const changed = partOf(await teams.fillIn(asked, { places: 13 }));
      assert.match(wordsOf(changed), /\*\*13\*\*/, 'another number is asked about anew');
      await teams.fillIn(changed, { places: 13 });
      assert.equal((await answers())['places'], 13);
    });

    it('the same part sent four times acts once and is answered alike', async () => {
      const card = await opened(begunService());
      const send = () => teams.fillIn(card, { 'service-name': 'Stroke unit' });
      const all = [...(await Promise.all([send(), send(), send()])), await send()];
      for (const one of all) assert.deepEqual(one, all[0]);
      const events = (await application()).history.filter(({ event }) => event.type === 'form.answered');
      assert.equal(events.length, 2, 'the one before and this one');
    });

    it('older than the answers, it changes nothing, and comes back with both', async () => {
      const card = await opened(begunService());
      await teams.say('Stroke unit');
      const back = partOf(await teams.fillIn(card, { 'service-name': 'Ward 7' }));
      assert.equal((await answers())['service-name'], 'Stroke unit');
      assert.match(wordsOf(back), /nothing has been saved yet/);
      assert.match(wordsOf(back), /I have now: Stroke unit/);
      assert.equal(valueIn(back, 'service-name'), 'Ward 7', 'what was typed is still there');
      await teams.fillIn(back, { 'service-name': 'Ward 7' });
      assert.equal((await answers())['service-name'], 'Ward 7');
      await checkReplay();
    });

    it('a part that is over says so and changes nothing', async () => {
      const card = await opened(begunService());
      await teams.say('withdraw');
      await teams.say('yes');
      teams.take();
      const line = partOf(await teams.fillIn(card, { 'service-name': 'Ward 7' }));
      assert.match(wordsOf(line), /cannot be filled in at this point/);
      assert.equal(stateOf((await application()).snapshot.value), 'withdrawn');
    });

    it('university: the facts side by side, then one choice; the right answer is kept when the other is wrong', async () => {
      const card = await sectionOf('university');
      const words = wordsOf(card);
      for (const fact of [
        'University and programme',
        'How sure',
        'from where',
        'University of Chester',
        'To be confirmed',
      ])
        assert.ok(words.includes(fact), fact);
      const again = partOf(await teams.fillIn(card, { university: 'chester', intake: 'never' }));
      assert.match(wordsOf(again), /Put this right/);
      assert.equal((await answers())['university'], 'chester');
      assert.equal((await answers())['intake'], undefined);
    });

    it('changing the university after sending drafts the withdrawal', async () => {
      await opened(sent(day));
      await teams.say('change the university');
      const single = lastCard();
      await teams.press(single, 'Choose', { answer: 'bolton' });
      assert.match(teams.take().texts.join('\n'), /Withdrawal of Expression of Interest/);
      assert.equal(stateOf((await application()).snapshot.value), 'readyToSend');
      await checkReplay();
    });

    it('a trainee’s row has what the form told, the next one the same, and what depends on an answer follows', async () => {
      const recruited = on(funded(day, day), day, [
        { type: 'recruitment.finished', trainees: 2, reason: null },
      ]);
      const first = await opened(recruited);
      assert.equal(valueIn(first, 'mentor'), (await answers())['mentor-name']);
      assert.match(wordsOf(first), /As you told me before/);
      const more = partOf(
        await teams.fillIn(first, {
          'trainee-name': 'Ana Lopez',
          'trainee-email': 'ana@nhs.net',
          'present-band': 'band-2',
          mentor: 'Mary Shaw',
          'study-day': 'Wednesday',
          'guaranteed-post': 'no',
          'english-maths': 'held',
          changes: 'no',
        }),
      );
      assert.deepEqual(
        inputsOf(more).map(({ id }) => id),
        ['q.guaranteed-post-reason'],
      );
      await teams.fillIn(more, { 'guaranteed-post-reason': 'The budget is set in April each year.' });
      const second = lastCard();
      assert.equal(valueIn(second, 'mentor'), 'Mary Shaw');
      const { rows } = (await application()).snapshot.context.support;
      assert.equal(rows[0]?.value, 'complete');
      assert.equal(rows[1]?.context.answers['mentor'], undefined, 'offered is not kept until it is saved');
      await checkReplay();
    });

    it('a button of an earlier version, which opened a window, says where the form is now', async () => {
      const value = {
        data: { ap: { application: reference, step: 'form:x', revision: 1 }, form: 'section:service' },
      };
      const old = await teams.post({ type: 'invoke', name: 'task/fetch', value });
      assert.match(JSON.stringify(old.body.task), /on the card in the chat now/);
    });

    it('on another channel it is the same card with the older action', async () => {
      await teams.say('apply', { channelId: 'test', deliveryMode: 'normal' });
      const card = lastCard();
      assert.equal(inputsOf(card).length, 6);
      assert.doesNotMatch(JSON.stringify(card), /Action\.Execute/);
    });
  });

  describe('from outside', () => {
    it('an edited message corrects the answer that it gave, once', async () => {
      await opened(formBegun(day));
      await teams.say('Northfield', { id: 'm1' });
      assert.equal((await answers())['organisation-name'], 'Northfield');
      teams.take();
      const edit = { type: 'messageUpdate', id: 'm1', text: 'Northfield NHS Trust' };
      await teams.post({ ...edit, channelData: { eventType: 'editMessage' } });
      await teams.post({ ...edit, channelData: { eventType: 'editMessage' } });
      assert.equal((await answers())['organisation-name'], 'Northfield NHS Trust');
      const { texts } = teams.take();
      assert.match(
        texts[0] ?? '',
        /You have edited your message, so I have corrected the answer[\s\S]*service or ward/,
      );
      const events = (await application()).history.filter(({ event }) => event.type === 'form.answered');
      assert.equal(events.length, 2);
      await checkReplay();
    });

    it('an edited message that answered nothing, or that is long past, changes nothing and says so', async () => {
      await opened(formBegun(day));
      await teams.say('Northfield', { id: 'm1' });
      for (const said of ['Stroke unit', 'M20 2WR', 'Sam Okafor']) await teams.say(said);
      teams.take();
      await teams.post({ type: 'messageUpdate', id: 'm1', text: 'Southfield' });
      assert.match(teams.take().texts.join('\n'), /I changed nothing by it[\s\S]*change places/);
      assert.equal((await answers())['organisation-name'], 'Northfield');
    });

    it('a file without words is said not to be read', async () => {
      await opened(formBegun(day));
      const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'JD.docx' };
      await teams.say('', { attachments: [file] });
      assert.match(teams.take().texts.join('\n'), /I take no file at this point/);
      assert.equal((await answers())['organisation-name'], undefined);
    });

    it('once removed, nothing more is sent until it is installed again', async () => {
      await opened(formBegun(day));
      await teams.post({ type: 'installationUpdate', action: 'remove' });
      server.clock.moveTo('2026-11-26T10:00');
      const round = () => roundOver({ store: server.store, clock: server.clock }).run();
      await round();
      assert.equal(teams.take().texts.length, 0);
      await teams.post({ type: 'installationUpdate', action: 'add' });
      await round();
      assert.match(teams.take().texts.join('\n'), /the form is not sent/);
    });
  });

  describe('groups', () => {
    const group = { id: '19:ward@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 't1' };
    const mention = {
      conversation: group,
      entities: [
        { type: 'mention', text: '<at>AP Pathway</at>', mentioned: { id: '28:bot', name: 'AP Pathway' } },
      ],
    };

    it('answers when mentioned, and only then', async () => {
      await teams.say('who can I ask?', { conversation: group });
      assert.equal(teams.take().all.length, 0);
      await teams.say('<at>AP Pathway</at>&nbsp;who can I ask?', mention);
      assert.match(teams.take().texts.join('\n'), /Whom to ask/);
      await teams.say('<at>AP Pathway</at> help', mention);
      assert.match(teams.take().texts.join('\n'), /Here, mention me and ask/);
    });

    it('answers in a channel too', async () => {
      const channel = { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 't1' };
      await teams.say('<at>AP Pathway</at> which universities?', { ...mention, conversation: channel });
      assert.match(teams.take().texts.join('\n'), /Chester and Central Lancashire/);
    });

    it('shows nothing personal to a group and keeps nothing of it: that is between you and me', async () => {
      await opened(formBegun(day));
      const before = JSON.stringify(await application());
      for (const said of [
        'my applications',
        'continue',
        'apply',
        'check answers',
        'withdraw',
        'yes',
        'documents',
      ])
        await teams.say(`<at>AP Pathway</at> ${said}`, mention);
      const { texts, cards } = teams.take();
      assert.doesNotMatch(texts.join('\n'), /AP-\w{4}|Northfield/);
      assert.match(texts.join('\n'), /That is between you and me/);
      assert.match(JSON.stringify(cards), /https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:bot/);
      assert.equal(JSON.stringify(await application()), before);
    });

    it('two people in one group: neither finds the other’s conversation', async () => {
      const ben = { ...mention, from: { id: '29:ben', aadObjectId: 'ben', name: 'Ben' } };
      await teams.say('<at>AP Pathway</at> apply', mention);
      await teams.say('<at>AP Pathway</at> NHS', ben);
      await teams.say('<at>AP Pathway</at> continue', ben);
      assert.equal((await server.applications('teams-ana')).length, 0);
      assert.equal((await server.applications('teams-ben')).length, 0);
      assert.doesNotMatch(teams.take().texts.join('\n'), /Kind of organisation|1 of 6/);
    });

    it('is welcomed once, by the name of who added it, however Teams tells of it', async () => {
      const from = { id: '29:ben', aadObjectId: 'ben' };
      teams.member = { id: '29:ben', name: 'Ben Holt' };
      const bot = [{ id: '28:bot', name: 'AP Pathway' }];
      await Promise.all([
        teams.post({ type: 'conversationUpdate', membersAdded: bot, from, conversation: group }),
        teams.post({ type: 'installationUpdate', action: 'add', from, conversation: group }),
      ]);
      await teams.post({
        type: 'conversationUpdate',
        membersAdded: [{ id: '29:zoe', name: 'Zoe' }],
        from,
        conversation: group,
      });
      const { texts } = teams.take();
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? '', /Ben Holt added me here\.[\s\S]*Mention me and ask/);
    });

    it('is welcomed without a name when there is none', async () => {
      const bot = [{ id: '28:bot', name: 'AP Pathway' }];
      const from = { id: '29:ben', aadObjectId: 'ben' };
      await teams.post({ type: 'conversationUpdate', membersAdded: bot, from, conversation: group });
      assert.match(teams.take().texts.join('\n'), /I was added here/);
    });

    it('a person is greeted once in a lifetime, however Teams tells of it', async () => {
      const bot = [{ id: '28:bot', name: 'AP Pathway' }];
      await teams.post({ type: 'conversationUpdate', membersAdded: bot });
      await teams.post({ type: 'installationUpdate', action: 'add' });
      await teams.post({ type: 'conversationUpdate', membersAdded: [{ id: '29:ana' }] });
      const { texts } = teams.take();
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? '', /I am \*\*AP Pathway\*\*/);
      await teams.post({ type: 'installationUpdate', action: 'remove' });
      await teams.post({ type: 'installationUpdate', action: 'add' });
      assert.equal(teams.take().texts.length, 0);
    });
  });

  describe('in time', () => {
    it('an invoke is answered within its time though the messages after it are slow', async () => {
      const card = await opened(formBegun(day));
      teams.slowness = 6000;
      const started = Date.now();
      const answer = await teams.press(card, 'Save', { answer: 'Northfield' });
      assert.ok(Date.now() - started < 5000);
      assert.match(wordsOf(inPlace(answer)), /Northfield/);
      teams.slowness = 0;
    });

    it('uses no connection again that the service is about to close', async () => {
      await teams.say('hello');
      await teams.say('hello');
      assert.equal(teams.connections, 1, 'one after the other go by the same');
      await new Promise((resolve) => setTimeout(resolve, 4300));
      await teams.say('hello');
      assert.equal(teams.connections, 2);
      assert.equal(teams.take().texts.length, 3);
    });

    it('a turn that has decided nothing yet is said to take longer', async () => {
      const slow = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 200));
      const card = await answerInTime(
        { type: 'invoke', name: 'adaptiveCard/action' },
        () => Promise.resolve(),
        slow,
        20,
      );
      assert.match(JSON.stringify(card), /taking longer than usual/);
      const task = await answerInTime(
        { type: 'invoke', name: 'task/submit' },
        () => Promise.resolve(),
        slow,
        20,
      );
      assert.equal((task?.body as InvokeAnswer['body']).task?.type, 'message');
    });

    it('shows that it is typing when the answer takes a moment, before the answer', async () => {
      await teams.say('hello');
      assert.ok(teams.take().all.every(({ activity }) => activity.type !== 'typing'));
      teams.slowness = 700;
      // Two at once: the second waits for the first, longer than a person should wait without a sign.
      await Promise.all([teams.say('help'), teams.say('help'), teams.say('help')]);
      const types = teams.take().all.map(({ activity }) => activity.type);
      assert.ok(types.includes('typing'), types.join());
      assert.equal(types.at(-1), 'message');
    });
  });
});
