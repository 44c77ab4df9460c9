import { northWest } from '../../../support/schemes.js';
import type { Reads } from '../../../../dialogs/conversation.js';

/** A Monday. */
export const today = '2027-01-04';
const scheme = northWest;

/** What was said, and what is to come of it: a value, or how it is asked about. */
export type Row = readonly [said: string, outcome: string | number | boolean];

export interface Kind {
  readonly reads: Reads;
  /** Said plainly. */
  readonly plain: readonly Row[];
  /** The same with words around it. */
  readonly wrapped: readonly Row[];
  /** About something else: `none`, or `again` where it is told what would do. */
  readonly notAnAnswer: readonly Row[];
  /** Shown back: `confirm 2`, `which 2 3`. */
  readonly doubtful: readonly Row[];
}

const all = (outcome: Row[1], said: string): Row[] => said.split(' | ').map((one) => [one, outcome]);
const each = (...said: string[]): Row[] => said.map((one) => [one, one]);
const talk = all(
  'none',
  'me again | same as last time | I told you already | back in 5 mins | hang on phone | brb | dont know yet | what do you mean | can i do this later | see above | tbc',
);

const text = { type: 'text', min: 1, max: 120 } as const;
const named = { type: 'name', min: 2, max: 80 } as const;

export const kinds: Readonly<Record<string, Kind>> = {
  person: {
    reads: { ...named, shape: 'person' },
    plain: each(
      'Sue Hartley',
      'sue hartley',
      "Siobhán O'Neill-Ng",
      'Nkechi Okafor',
      'Will Smith',
      'Dr Amin',
      'Lee',
    ),
    wrapped: [
      ...all('Priti', "it'll be Priti, she's a band 6 | the mentor is Priti | Priti please"),
      ...all('Dr Amin', 'that was Dr Amin who signed it | its Dr Amin'),
      ...all(
        'Sue Hartley',
        'my name is Sue Hartley | im Sue Hartley, ward manager, sue@nhs.net | hi, Sue Hartley here',
      ),
    ],
    notAnAnswer: [
      ...talk,
      ...all('none', 'Ward 7 | 07700 900123 | M20 2WR | tomorrow | at 3pm | not Sue | nope'),
      // People, and no name.
      ...all(
        'none',
        'one of them has withdrawn | someone from bay 4 | a few of them | the other one has gone off sick | whoever we can get | any of the band 3s | first one has dropped out | couple of them are off',
      ),
    ],
    doubtful: [
      ...all('confirm jo', 'probably jo | maybe jo'),
      ['matron', 'confirm matron'],
      ['Jo Bell?', 'confirm Jo Bell'],
      ['Okafor', 'confirm Okafor'],
    ],
  },
  contact: {
    reads: { ...named, shape: 'contact' },
    plain: each(
      'HR',
      'Priya in HR',
      'Karen Jones, chief nurse',
      'Jo Bell and Sam Okafor',
      'learning and development',
    ),
    wrapped: [
      ['the chief nurse', 'chief nurse'],
      ['spoke to Jackie in L&D', 'Jackie in L&D'],
      ['signed by Karen in HR on tuesday', 'Karen in HR'],
    ],
    notAnAnswer: [...talk, ...all('none', 'nobody yet | dont know yet, probably jo | no')],
    doubtful: [['okafor', 'confirm okafor']],
  },
  organisation: {
    reads: { ...text, shape: 'organisation' },
    plain: [
      ...each('Fellside Community NHS Trust', 'Fellside Hospice, Kendal', 'Northfield'),
      ['MFT', 'Manchester University NHS Foundation Trust'],
      ['alder hey', "Alder Hey Children's NHS Foundation Trust"],
      ['Morecambe Bay', 'University Hospitals of Morecambe Bay NHS Foundation Trust'],
      [
        'Wrightington, Wigan and Leigh',
        'Wrightington, Wigan and Leigh Teaching Hospitals NHS Foundation Trust',
      ],
    ],
    wrapped: [
      ['we work at MFT', 'Manchester University NHS Foundation Trust'],
      ['I work for Bolton NHS Trust', 'Bolton NHS Foundation Trust'],
      ['its a GP practice called Fellside Surgery', 'Fellside Surgery'],
      ['the trust is called Northfield NHS Trust', 'Northfield NHS Trust'],
    ],
    notAnAnswer: [...talk, ...all('none', 'the trust | our organisation | NHS | you know where i work')],
    doubtful: [
      ['bolton', 'confirm Bolton NHS Foundation Trust'],
      ['mersy care', 'confirm Mersey Care NHS Foundation Trust'],
      ['salford royal', 'confirm Northern Care Alliance NHS Foundation Trust'],
      [
        'Pennine Acute',
        'which Northern Care Alliance NHS Foundation Trust + Manchester University NHS Foundation Trust + Pennine Acute',
      ],
      ['banana', 'confirm banana'],
    ],
  },
  service: {
    reads: { ...text, shape: 'service' },
    plain: each(
      'Ward 7',
      'help desk',
      'Kestrel',
      'B3',
      'A&E',
      'district nursing',
      'Care of the elderly',
      'Stroke unit, Royal Bolton',
    ),
    wrapped: [
      ['our ward is called Bluebell', 'Bluebell'],
      ["the ward's called Kestrel ward", 'Kestrel ward'],
      ['ward: Rowan', 'Rowan'],
      ['its the stroke ward in Bolton', 'stroke ward in Bolton'],
    ],
    notAnAnswer: [...talk, ...all('none', 'our team | the ward | me | crash call')],
    doubtful: [
      ['kestrel', 'confirm kestrel'],
      ['Stop smoking service', 'confirm Stop smoking service'],
    ],
  },
  job: {
    reads: { ...text, shape: 'job' },
    plain: each('Ward manager', 'Matron', 'Head of Nursing, Medicine', 'clinical lead physio'),
    wrapped: [
      ['im the deputy ward manager', 'deputy ward manager'],
      ["I'm a band 7 sister", 'band 7 sister'],
      ['my job title is Ward Manager', 'Ward Manager'],
    ],
    notAnAnswer: [...talk, ...all('none', 'Sue Hartley | at 3pm | same')],
    doubtful: [['band 7', 'confirm band 7']],
  },
  study: {
    reads: { ...text, shape: 'study' },
    plain: each(
      'Wednesday',
      'every other thursday',
      'one day a week',
      'day release',
      '2 days a week in blocks',
      'Thursdays, term time only',
    ),
    wrapped: [
      ['Mondays please', 'Mondays'],
      ['theyll be off every Friday for uni', 'off every Friday for uni'],
    ],
    notAnAnswer: [...talk, ...all('none', 'change work email to x@y.com | at 3pm | not decided')],
    doubtful: [['whenever', 'confirm whenever']],
  },
  reason: {
    reads: { type: 'paragraph', min: 5, max: 3000, maxWords: 300 },
    plain: each(
      'our caseload has grown and nobody has time',
      'because the ward is short of registered nurses',
      'Two of our staff have retired and we cannot fill the posts.',
    ),
    wrapped: [],
    notAnAnswer: [...talk, ...all('none', 'sue@nhs.net | what should i put? | 0161 496 0000')],
    doubtful: [],
  },
  places: {
    reads: { type: 'wholeNumber', min: 1, max: 20, confirmAbove: 5 },
    plain: [...all(3, '3 | three | x3 | 3 places | three taps'), ['a couple', 2]],
    wrapped: all(3, '3 please, thanks | we want 3 | id say three of them | three for our stroke ward'),
    notAnAnswer: all(
      'none',
      'back in 5 mins | at 3pm | last year we got 3 | not 3 | we had 4 last time | loads',
    ),
    doubtful: [
      ...all(
        'confirm 2',
        'one for ward 5 and one for ward 6 | 1+1 | two band 6s | 2 nurses | 1 and 1 | probably 2 | 2 if the board agree',
      ),
      ['2 now and 2 next year', 'which 2 + 4'],
      ['2 or 3', 'which 2 + 3'],
      ['2 full time and 1 part time', 'confirm 3'],
      ['12', 'confirm 12'],
    ],
  },
  hours: {
    reads: { type: 'wholeNumber', min: 1, max: 37, shape: 'hours' },
    plain: [...all(4, '4 | 4 hours | four hrs a week'), ...all(1, 'an hour | 60 mins')],
    wrapped: all(2, 'about 2 hours a week please | a couple of hours'),
    notAnAnswer: all('none', 'back in 5 mins | 1 hour per shift | as many as needed'),
    doubtful: [
      ['half an hour a day', 'confirm 3'],
      ['30 mins', 'confirm 1'],
      ['90 mins', 'confirm 2'],
      ['an hour a day', 'confirm 5'],
      ['one day a week', 'confirm 8'],
      ['2 hours on monday and 1 on friday', 'confirm 3'],
      ['3 or 4 hours', 'which 3 + 4'],
    ],
  },
  phone: {
    reads: { type: 'phone' },
    plain: [
      ...all('0161 496 0000', '0161 496 0000 | +44 (0)161 496 0000 | O161 496 OOOO | (0161) 496-0000'),
      ...all('07700 900123', '07700900123 | 00447700900123 | 447700900123 | +44 7700 900 123'),
      ['01204 390390', '01204 390390'],
    ],
    wrapped: [
      ['call me on 0161 496 0000 after 2', '0161 496 0000'],
      ['0161 496 0000 ext 234', '0161 496 0000 ext 234'],
      ['0161 496 0000 bleep 1234', '0161 496 0000 bleep 1234'],
    ],
    notAnAnswer: [...all('again', '496 0000 | 07700 90012 | 077009001234'), ...all('none', 'no | ext 4567')],
    doubtful: all(
      'which 0161 496 0000 + 07700 900123',
      '0161 496 0000 or 07700 900123 | 0161 496 0000 / 07700 900123',
    ),
  },
  postcode: {
    reads: { type: 'postcode' },
    plain: [
      ...all('M20 2WR', 'M20 2WR | m202wr | m 20 2wr | m 20 2 wr | M2O 2WR | M20-2WR'),
      ...all('BL4 0JN', 'BL4OJN | bl4 ojn'),
    ],
    wrapped: [
      ['haslingden rd, bb2 3hh', 'BB2 3HH'],
      ['its in m1 1ae please', 'M1 1AE'],
    ],
    notAnAnswer: [...all('again', 'XX1 1XX | PR1'), ...all('none', 'no idea | go back')],
    doubtful: [['M1 1AE or M20 2WR', 'which M1 1AE + M20 2WR']],
  },
  email: {
    reads: { type: 'email' },
    plain: all(
      'jo.bell@nhs.net',
      'jo.bell@nhs.net | jo dot bell at nhs dot net | jo.bell @ nhs.net | <jo.bell@nhs.net>',
    ),
    wrapped: [
      ['my email is jo@mft.nhs.uk thanks', 'jo@mft.nhs.uk'],
      ['jo bell jo.bell@nhs.net', 'jo.bell@nhs.net'],
      ['siobhan.o’neill@nhs.net', "siobhan.o'neill@nhs.net"],
    ],
    notAnAnswer: [
      ...all('again', 'jo..bell@nhs.net | jo.@nhs.net | jo@-nhs.net | jo.bell | jo@nhs'),
      ...all('none', 'why do you need it? | go back'),
    ],
    doubtful: [
      ...all('confirm jo@nhs.net', 'jo@nsh.net | jo@nhs.ent | jo@nhs.nte'),
      ['jo@mft.nhs.ku', 'confirm jo@mft.nhs.uk'],
      ['sue hartley@nhs.net', 'which sue.hartley@nhs.net + suehartley@nhs.net + hartley@nhs.net'],
      ['sue .hartley@nhs.net', 'confirm sue.hartley@nhs.net'],
      ['a@nhs.net or b@nhs.net', 'which a@nhs.net + b@nhs.net'],
    ],
  },
  day: {
    reads: { type: 'date', prefer: 'future' },
    plain: [
      ['Good Friday', '2027-03-26'],
      ['easter', '2027-03-28'],
      ['christmas eve', '2027-12-24'],
      ['15 jan', '2027-01-15'],
    ],
    wrapped: [
      ['by good friday please', '2027-03-26'],
      ['Ja n 15', '2027-01-15'],
      ['jan 15', '2027-01-15'],
    ],
    notAnAnswer: [
      ...all(
        'again',
        '31 september | 30 feb | 32/1/27 | at 3pm | a year ago | 15 jan 2026 | 3 jan | mid Feb | after christmas',
      ),
      ...all('none', 'no idea | soonish'),
    ],
    doubtful: [['next friday', 'which 2027-01-08 + 2027-01-15']],
  },
  intake: {
    reads: { type: 'intake', intakes: scheme.intakes },
    plain: [
      ['february 2028', 'february-2028'],
      ['asap', 'february-2027'],
    ],
    wrapped: [['the one after christmas', 'february-2027']],
    notAnAnswer: all('none', 'either | when do they start?'),
    doubtful: [
      ['not feb', 'which september-2027 + september-2028'],
      ['mid feb', 'which february-2027 + february-2028'],
    ],
  },
};
