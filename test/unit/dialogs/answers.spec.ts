import { rowQuestions } from '../../../workflows/fields.js';
import { northWest } from '../../support/schemes.js';
import { strict as assert } from 'node:assert';

import type { Option, Reads } from '../../../dialogs/conversation.js';
import { readAnswer } from '../../../dialogs/understanding/answers.js';

const today = '2026-11-23';
const scheme = northWest;

/** What an answer came to in a word or two: its value, or why there is none. */
function read(reads: Reads, said: string): unknown {
  const reading = readAnswer(reads, said, today);
  return reading.kind === 'value' ? reading.value : reading.kind;
}

function holds(name: string, reads: Reads, rows: readonly (readonly [said: string, value: unknown])[]): void {
  describe(`dialogs/understanding/answers: ${name}`, () => {
    for (const [said, value] of rows)
      it(`“${said}” is ${String(value)}`, () => assert.deepEqual(read(reads, said), value));
  });
}

const all = (value: unknown, said: string): [string, unknown][] =>
  said.split(' | ').map((one) => [one, value]);

holds('yes or no', { type: 'yesNo' }, [
  ...all(
    true,
    'yes | y | yep | Yeah! | yh | aye | they have | we have | signed off already | course we do | of course | I think so | yep all sorted | they have signed it off | we spoke to them last week | yes, by HR on monday | we will | it is guaranteed | that’s right | he does | we do have one | defo | 100% | yeah we told training in august | I did it last week | everyone is happy with it | it’s all been agreed | we are | have asked HR | oh yes | already spoken to her | we already have someone | got someone in mind | yes of course | 100%, signed off by the director | We have, HR signed it | i believe so, Carol said it was agreed',
  ),
  ...all(
    false,
    'no | n | nope | nah | not yet | not as yet | no chance | haven’t got round to it | afraid not | nope nobody | not that I know of | dont think so | she hasn’t replied | not a chance | no we havent spoken to them | nothing in place | no not yet, waiting on finance | god no | still waiting | not until april | unfortunately not | no but we will | nobody yet | never | we have not | Unfortunately that hasn’t happened | we are for profit so that’ll be a no',
  ),
  ...all('again', 'maybe | yes and no | sort of | it depends'),
  ...all(
    true,
    'yeh go on then | think so yeah | yeah no problem | both yes | of course they will | done and dusted | matron is happy with it',
  ),
  ...all(false, 'nowt yet | no one has | finance said no | not as far as i know | i don’t think we have'),
  ...all(
    'none',
    'what does that mean | go back | i have a question | can they give meds? | who pays | i need to go | is it free? | save | help | yes and how long is the course then? | no idea | remind me on friday',
  ),
]);

holds('whole numbers', { type: 'wholeNumber', min: 0, max: 30 }, [
  ...all(1, 'one | just the one | only one | the one | 1 please | a single one'),
  ...all(2, 'a couple | 2 please | both | both of them | we want two | tow | 2ish | a pair'),
  ...all(3, 'three of them | id say three | x3 | 3 taps | thre please'),
  ...all(3, 'say 3 | 3 ideally | up to 3 | three if possible | want 3 places'),
  ...all(4, 'make it 4 | 4 places'),
  ...all(6, 'half a dozen'),
  // Staff of a band are not yet places.
  ...all('confirm', 'two band 4s | two band 6s'),
  ...all(0, 'none | none yet | zero'),
  ...all('which', '1 or 2 | two for now, maybe 3 later'),
  ...all('again', '40'),
  ...all('none', 'a few | which one | no | loads | band 4 | help | not sure'),
]);

const kinds: readonly Option[] = [
  { value: 'nhs', label: 'NHS organisation', also: [] },
  { value: 'charity', label: 'Not-for-profit that provides NHS care', also: ['charity', 'not for profit'] },
  { value: 'company', label: 'Company that makes a profit', also: ['for profit'] },
];
holds('a choice by its name', { type: 'choice', options: kinds }, [
  ...all(
    'nhs',
    'were NHS organisation | NHS organisation please | 1 | the first one | option a | A | number one',
  ),
  ...all('charity', 'charity | we’re a charity | second | 2nd | the middle one | not for profit'),
  ...all('company', 'a company | were a company im afraid | last one | the bottom one | 3 | compny'),
  ...all('none', 'banana | 4 | not a company'),
]);

const areas: readonly Option[] = [
  { value: 'primary', label: 'Primary care', also: [] },
  { value: 'community', label: 'Integrated or community care', also: [] },
  { value: 'urgent', label: 'Urgent or emergency care', also: [] },
  { value: 'ward', label: 'Hospital ward or another service', also: [] },
];
holds('a choice by part of its name', { type: 'choice', options: areas }, [
  ...all(
    'community',
    'community | the community one | integrated | we are community | id say community really',
  ),
  ...all('primary', 'primary | primry care'),
  ...all('urgent', 'emergency | urgent please'),
  ...all('ward', 'ward | hospital ward | a ward'),
  ...all('which', 'care | primary care or community care'),
]);

holds(
  'a role',
  {
    type: 'choice',
    options: ['Assistant practitioner', 'Advanced practitioner'].map((label) => ({
      value: label,
      label,
      also: [],
    })),
  },
  [
    ...all('Assistant practitioner', 'AP | assistant | assistant practioner | the first'),
    ...all('Advanced practitioner', 'advanced | the masters one | msc one | the latter'),
  ],
);

holds('a university', { type: 'university', universities: scheme.universities }, [
  ...all(
    'chester',
    'chester | Chester please | uni of chester | we’ll go with chester | chestr | the chester one',
  ),
  ...all('central-lancashire', 'uclan | UCLAN pls | the one in preston | central lancs'),
  ...all('manchester-metropolitan', 'mmu | man met | manc met | the metropolitan one'),
  ...all('liverpool-john-moores', 'ljmu | john moores | lpool'),
  ...all('sheffield-hallam', 'sheff | hallam'),
  ...all('which', 'bolton or chester'),
  ...all('none', 'oxford | the cheap one'),
]);

holds('a date', { type: 'date', prefer: 'future' }, [
  ...all('2026-12-31', 'end of next month | 31/12'),
  ...all('2026-12-04', 'a week on friday'),
  ...all('2026-11-24', 'tomorrow | tmrw'),
  ...all('again', 'may'),
  ...all('none', 'no idea | soonish'),
]);

holds('an e-mail address', { type: 'email' }, [
  ...all(
    'jo.bell@nhs.net',
    'jo bell jo.bell@nhs.net | jo dot bell at nhs dot net | jo.bell(at)nhs.net | jo.bell @ nhs.net | its jo.bell@nhs.net thanks',
  ),
  ...all('again', 'jo.bell | jo.bell@nhs'),
  ...all('none', 'why do you need it? | go back'),
]);

holds('an intake in busy words', { type: 'intake', intakes: scheme.intakes }, [
  ...all(
    scheme.intakes[0]?.id,
    'whenever the next one starts | the next one | soonest | asap | first available | earliest please',
  ),
  ...all('none', 'either | when do they start?'),
]);

holds('a date that names no single day', { type: 'date', prefer: 'future' }, [
  ...all('again', 'first monday in march | a month today | mid february'),
  ...all('2027-09-27', 'sept 27 | 27th sept 2027 | 27.9.27'),
  ...all('none', 'when is the deadline? | whenever'),
]);

/** A question of the scheme, with what people call its options. */
function options(id: string): Reads {
  const asked = [
    ...scheme.eligibility.questions,
    ...rowQuestions(scheme),
    ...scheme.form.sections.flatMap(({ questions }) => questions),
  ].find((question) => question.id === id);
  return { type: 'choice', options: asked && 'options' in asked ? (asked.options ?? []) : [] };
}

holds('a kind of organisation', options('organisation-kind'), [
  ...all('nhs', 'gp practise | im in a and e at the general so nhs | just the nhs'),
  ...all('not-for-profit', 'charity hospice | were a cic'),
  ...all('no-nhs-care', 'we dont do any nhs work'),
]);

holds('a region', options('region'), [
  ...all('north-west', 'yes were in bolton | of course | st helens | yh north west'),
  ...all('elsewhere', 'no were in leeds | nah, derbyshire | nope'),
]);

holds('a yes in a list', options('training-department'), [
  ...all('yes', 'ive had a word with education | all sorted with L&D | yes spoke to jackie in L&D'),
  ...all('not-yet', 'no not spoken to anyone | havent spoke to them | on my list'),
]);

holds('a kind of service', options('service-area'), [
  ...all('urgent-emergency', 'a and e | mau | ED'),
  ...all('mental-health', 'psych ward | mental health inpatient'),
  ...all('which', 'community or urgent'),
]);

holds('a band', options('present-band'), [
  ...all('band-2', 'shes a 2 | b2 | hes on band 2'),
  ...all('other', 'external | b5'),
  ...all('which', '2 or 3'),
]);

holds('English and maths', options('english-maths'), [
  ...all('held', 'shes got her gcses | yep | yes got them'),
  ...all('booked', 'doing functional skills | in the pipeline'),
  ...all('not-yet', 'hasnt got maths | nope nothing'),
  ...all('none', 'no idea, need to ask her'),
]);

holds('so many out of all', { type: 'wholeNumber', min: 1, max: 3, ofAll: true }, [
  ...all(2, 'both | 2 of 3 | two out of three | just two of the three'),
  ...all(3, 'all of them | the lot | every one | all three'),
  ...all('again', '5 | none'),
]);

holds('hours a week', { type: 'wholeNumber', min: 1, max: 37 }, [
  ...all(1, 'an hour | about an hour a week'),
  ...all(4, 'half a day so 4 hours'),
  ...all('none', 'half an hour | one shift'),
]);

holds('an intake with its year', { type: 'intake', intakes: scheme.intakes }, [
  ...all('september-2027', 'september next year | autumn 2027 | 09/27 | sept of 2027'),
  ...all('which', 'the autumn one | feb'),
]);

holds('a day in the past', { type: 'date', prefer: 'past', notAfter: today }, [
  ...all('2026-11-22', 'yday'),
  ...all('2026-11-16', 'a week ago today'),
  ...all('2026-11-23', 'just sent it'),
  ...all('again', 'on the 30th of november'),
]);

holds('a phone number', { type: 'phone' }, [
  ...all('0161 496 0000 ext 234', '0161 496 0000 ext 234'),
  ...all('0161 496 0000', 'call me on 0161 496 0000 after 2'),
  ...all('again', '496 0000'),
]);

holds('a postcode', { type: 'postcode' }, all('BB2 3HH', 'BB2-3HH | haslingden rd, bb2 3hh'));
