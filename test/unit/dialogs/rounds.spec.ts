import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../data/root.js';
import { loadSchemes } from '../../../data/schemes/schemes.js';
import { eoiModel, renderDocument } from '../../../dialogs/documents/models.js';
import { calendarEvents } from '../../../dialogs/plan/content.js';
import { dueNudges } from '../../../workflows/nudge-rules.js';
import { englandCalendar } from '../../../data/calendar/england.js';
import { Walk } from '../../support/round-walk.js';
import { northWest } from '../../support/schemes.js';

const { rounds: written, faults } = loadSchemes(join(root, 'test', 'rounds'));
const faculty = written.find(({ id }) => id === 'ney-advanced-practice')!;
const apprentices = written.find(({ id }) => id === 'cumbria-apprenticeship')!;
const all = [northWest, faculty, apprentices];
const calendar = englandCalendar();

function filled(talk: Walk) {
  const { application } = talk;
  assert.ok(application);
  return application;
}

describe('two rounds of other regions', () => {
  it('have no fault, and no code names them, nor a question of the North West’s', () => {
    assert.deepEqual(faults, []);
    const ids = all.flatMap((scheme) => [
      scheme.id,
      ...scheme.eligibility.questions.map(({ id }) => id),
      ...scheme.readiness.checks.map(({ id }) => id),
      ...scheme.form.sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
      ...scheme.after.map(({ id }) => id),
    ]);
    const code = ['bot', 'dialogs', 'workflows', 'data']
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(root, room, file),
        ),
      )
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = ids.filter((id) => id.includes('-') && code.includes(`'${id}'`));
    assert.deepEqual(named, []);
  });

  it('a faculty that decides, with interviews: the whole way by typing', () => {
    const talk = new Walk(all, '2026-03-02');
    assert.match(talk.say('apply'), /Where is your service\?/);
    assert.match(
      talk.say('we are in Leeds'),
      /This is the round \*\*Advanced practice, North East and Yorkshire\*\*/,
    );
    assert.match(talk.last!.said + talk.last!.prompt.text, /What kind of organisation/);
    talk.say('pcn');
    assert.match(talk.last!.prompt.text, /How many years/);
    assert.match(talk.say('4'), /Caution.*Most trainees have five years/s);
    talk.say('apply');
    talk.say('Riverside PCN');
    talk.say('Jo Bell');
    talk.say('jo.bell@nhs.net');
    talk.say('2');
    talk.say('bradford');
    const intake = talk.say('january 2027');
    assert.doesNotMatch(intake, /January 2027, starts Friday/);
    assert.match(intake, /January 2027, starts in January 2027, on a day to be told/);
    talk.say('3 march 2021');
    assert.match(talk.say('£12,500'), /Caution · Cost of supervision: The grant is £10,200/);
    assert.match(talk.told(), /It may be PDF or Word, 10 MB at most/);
    talk.say('I will attach it myself');
    talk.say('apprenticeship');
    assert.match(talk.say('june 2026'), /June 2026/);
    assert.match(talk.told(), /Worth knowing.*Cost of supervision/s);
    talk.say('am I ready to apply');
    talk.say('done');
    talk.say('Jo Bell');
    talk.say('check answers');
    if (talk.state === 'checkingAnswers') talk.say('confirm answers');
    assert.equal(talk.state, 'declaring', talk.told());
    assert.match(
      talk.say('I accept'),
      /Address it to \*\*the regional faculty\*\* only: england\.neyadvancedpractice@nhs\.net/,
    );
    const receipt = talk.say('sent today');
    assert.match(receipt, /Receipt\.\*\* Application \*\*AP-3333-1001\*\* sent to the regional faculty/);
    assert.match(receipt, /Panel interviews\*\*, Thursday 14 May 2026/);
    const nudges = dueNudges(filled(talk), faculty, calendar);
    assert.deepEqual(
      nudges.map(({ rule, due }) => `${rule} ${due}`),
      ['stage-ahead 2026-05-07', 'stage-ahead 2026-05-12', 'decision-silence 2026-05-29'],
    );
    const events = calendarEvents([filled(talk)], () => faculty, { calendar, today: talk.today });
    assert.ok(
      events.some(({ title, date }) => title.startsWith('Panel interviews') && date === '2026-05-14'),
    );
    talk.today = '2026-05-20';
    talk.say('done: panel interviews');
    talk.say('funded for 1');
    assert.equal(talk.state, 'recruiting', talk.told());
    assert.match(talk.told(), /Apply to the university\*\*, Thursday 18 June 2026/);
    talk.say('the programme has started');
    assert.equal(talk.state, 'started', talk.told());
  });

  it('a joint form that no stage follows: the whole way by card', async () => {
    const talk = new Walk(all, '2026-11-30');
    talk.say('I want to apply for an apprenticeship in Carlisle');
    assert.match(talk.told(), /Assistant practitioner apprenticeship, Cumbria/);
    talk.submit({ employed: 'yes', hours: '24' });
    assert.match(talk.say('apply'), /Who is the employer\?/);
    talk.submit({
      ...{ 'employer-name': 'Fellside Care', manager: 'Jo Bell', 'manager-email': 'jo@example.org' },
      'employer-support': 'A day a week to study, and a mentor.',
    });
    talk.submit({
      ...{ candidate: 'Sam Ward', 'employed-since': '2024-05-01', pay: '£24,500.50', wish: 'September 2027' },
      'right-to-work': 'no',
    });
    assert.match(talk.told(), /Not eligible · Right to work: An apprentice needs the right to work/);
    assert.match(talk.told(), /This is for the candidate to write, and nobody else can/);
    talk.say('I want to care for people in their homes.');
    assert.equal(filled(talk).snapshot.context.form.context.answers['candidate-words'], undefined);
    for (const [question, person] of [
      ['candidate-words', 'sam'],
      ['mentor-words', 'mary'],
    ] as const) {
      assert.match(talk.say('ask a colleague'), /Who/);
      talk.looked = { invitations: [] };
      assert.match(talk.say(person), /CODE/);
      if (question === 'mentor-words') {
        assert.match(talk.asColleague('sam', question, 'I would write this one too.'), /cannot either/);
        assert.match(talk.asColleague('u1', question, 'And I, who apply.'), /cannot write it/);
      }
      assert.match(
        talk.asColleague(person, question, 'Because it is what I want to do, every day.'),
        /Thank you/,
      );
      talk.say('continue');
    }
    talk.say('change right to work');
    talk.say('yes');
    talk.say('confirm answers');
    assert.equal(talk.state, 'declaring', talk.told());
    talk.say('I accept');
    const model = JSON.stringify(eoiModel(filled(talk), apprentices, '2026-11-30T10:00:00Z'));
    assert.match(model, /"Joint application"/);
    assert.match(model, /£24,500\.50/);
    const email = await renderDocument('eoi-email', filled(talk), apprentices, '2026-11-30T10:00:00Z');
    assert.match(email.content.toString(), /To: apprenticeships@cumbria\.ac\.uk/);
    talk.say('sent today');
    talk.say('funded');
    assert.equal(talk.state, 'recruiting', talk.told());
    talk.say('the programme has started');
    assert.equal(talk.state, 'started');
  });

  it('an intake that is gone is not offered, and one that is late is so with a word', () => {
    const late = { ...apprentices, closed: null };
    const scheme = {
      ...late,
      fields: { ...late.fields, intake: 'start-at' },
      intakes: [
        { id: 'gone', label: 'January 2027', also: [], starts: '2027-01-11', provisional: false },
        { id: 'late', label: 'March 2027', also: [], starts: '2027-03-01', provisional: false },
        { id: 'fine', label: 'September 2027', also: [], starts: '2027-09', provisional: true },
      ],
      form: {
        sections: [
          {
            ...{ id: 'all', title: 'All' },
            questions: [
              { ...late.form.sections[0]!.questions[0]! },
              {
                ...late.form.sections[0]!.questions[0]!,
                id: 'start-at',
                label: 'Start',
                ask: 'When?',
                type: 'intake' as const,
              },
            ],
          },
        ],
      },
      after: northWest.after,
    };
    const talk = new Walk([scheme], '2027-02-08');
    talk.say('apply');
    talk.say('yes');
    talk.say('37');
    talk.say('apply');
    const asked = talk.say('Fellside Care');
    assert.match(asked, /January 2027 has started already/);
    assert.match(
      asked,
      /For March 2027 it is late already: the Confirmation of Support was due on Monday 1 February 2027/,
    );
    assert.match(
      talk.say('march 2027'),
      /A caution\.\*\* For March 2027 it is late already.*whether it can still be reached/,
    );
  });

  it('a trust is shown the way to its lead, and is not refused', () => {
    const talk = new Walk([faculty], '2026-03-02');
    talk.say('apply');
    talk.say('yes');
    const end = talk.say('nhs trust');
    assert.match(end, /You do not apply here\.\*\* This is no refusal/);
    assert.match(end, /advanced practice lead of your trust/);
    assert.doesNotMatch(end, /cannot apply|Not eligible/);
  });

  it('whoever is in no round’s region is told so, and whom to ask', () => {
    const talk = new Walk(all, '2026-03-02');
    talk.say('apply');
    assert.match(talk.say('somewhere else'), /None of the rounds here is for you.*Whom to ask/s);
  });

  it('a closed round is said before anything is asked, with what can be done', () => {
    for (const [day, words] of [
      ['2026-05-04', /closed on Thursday 30 April 2026, 17:00.*list for the next round/s],
      ['2026-01-12', /not open yet\. It opens on Monday 2 February 2026, 09:00/],
    ] as const) {
      const talk = new Walk([faculty], day);
      assert.match(talk.say('apply'), words);
      assert.equal(talk.mine.length, day < '2026-02' ? 1 : 0);
    }
    const full = { ...apprentices, closed: { since: '2026-10-01' } };
    assert.match(
      new Walk([full], '2026-11-30').say('apply'),
      /full since Thursday 1 October 2026.*waiting list/s,
    );
  });
});
