import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { renderCalendar, type CalendarEvent } from '../../../dialogs/documents/calendar-file.js';
import { renderCsv } from '../../../dialogs/documents/csv.js';
import { cleanLine, cleanText, type DocumentModel } from '../../../dialogs/documents/document-model.js';
import { renderEmail, type Email } from '../../../dialogs/documents/email.js';
import { renderWord } from '../../../dialogs/documents/word.js';

const NOW = '2027-01-04T09:00:00Z';

const FORM: DocumentModel = {
  title: 'Expression of Interest',
  subtitle: 'North West, 2027',
  reference: 'AP-7K3M-Q9',
  created: NOW,
  footer: 'Made by AP Pathway on Monday 4 January 2027.',
  sections: [
    {
      heading: 'Your organisation',
      rows: [
        ['Name of organisation', 'Pennine & Irwell <Community> "NHS" Trust'],
        ['Manager', 'Siân Ó Brádaigh'],
        ['Why', 'First line.\nSecond line.'],
        ['In Arabic', 'مرحبا'],
        ['Odd characters', 'zero\u200bwidth bell\u0007 null\u0000 half\ud800 turned\u202e back'],
        ['Not answered', ''],
      ],
    },
    {
      heading: 'Development work',
      paragraphs: ['Confirmed in the readiness review.'],
      table: {
        head: ['Check', 'Answer'],
        rows: [
          ['Job description', 'Done'],
          ['Only one cell'],
          ...Array.from({ length: 60 }, (_, n) => [`Row ${n}`, 'Yes']),
        ],
      },
    },
  ],
};

async function wordParts(model: DocumentModel): Promise<Record<string, string>> {
  const files = unzipSync(await renderWord(model));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('Word document', () => {
  it('has heading styles, a repeated table head, A4, 2 cm margins, Arial 11 and British English', async () => {
    const parts = await wordParts(FORM);
    const body = parts['word/document.xml'] ?? '';
    assert.match(body, /<w:pStyle w:val="Title"\/>/);
    assert.equal(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length, 2);
    const tables = body.match(/<w:tbl>/g)?.length;
    assert.equal(body.match(/<w:tblHeader\/>/g)?.length, tables, 'each table has a marked head');
    assert.match(body, /w:w="11906"[^>]*w:h="16838"|w:h="16838"[^>]*w:w="11906"/);
    assert.match(body, /<w:pgMar [^>]*w:left="1134"/);
    assert.match(parts['word/styles.xml'] ?? '', /w:ascii="Arial".*w:sz w:val="22".*w:lang w:val="en-GB"/);
  });

  it('has the reference and "Page x of y" in the footer, and says who made it and when', async () => {
    const parts = await wordParts(FORM);
    const footer = Object.entries(parts).find(([path]) => /^word\/footer\d*\.xml$/.test(path))?.[1] ?? '';
    assert.match(footer, /AP-7K3M-Q9/);
    assert.match(footer, />PAGE</);
    assert.match(footer, />NUMPAGES</);
    const properties = parts['docProps/core.xml'] ?? '';
    assert.match(
      properties,
      /<dc:title>Expression of Interest<\/dc:title><dc:creator>AP Pathway<\/dc:creator>/,
    );
    assert.match(properties, /<dc:language>en-GB</);
    assert.match(properties, /<dcterms:created[^>]*>2027-01-04T09:00:00.000Z</);
    assert.doesNotMatch(
      (await wordParts({ ...FORM, created: undefined }))['docProps/core.xml'] ?? '',
      /dcterms:c/,
    );
  });

  it('holds no character that XML forbids, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const parts = await wordParts({
          title: text,
          subtitle: text,
          reference: text,
          footer: text,
          sections: [
            {
              heading: text,
              paragraphs: [text],
              rows: [[text, text]],
              table: { head: [text], rows: [[text]] },
            },
          ],
        });
        for (const path of ['word/document.xml', 'docProps/core.xml', 'word/footer1.xml']) {
          assert.doesNotMatch(
            parts[path] ?? '',
            /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
            path,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('opens in LibreOffice with every value in it', async function () {
    if (spawnSync('soffice', ['--version']).error) {
      const notice =
        'NOT RUN: the Word document was not opened, because soffice (LibreOffice) is not on the PATH.';
      if (process.env.CI) assert.fail(notice);
      console.warn(`\n    *** ${notice} ***\n`);
      this.skip();
    }
    this.timeout(120_000);
    const text = await asLibreOfficeReadsIt(FORM);
    const { sections } = FORM;
    const values = sections.flatMap(({ heading, rows = [], paragraphs = [], table }) => [
      heading,
      ...paragraphs,
      ...rows.flat(),
      ...(table ? [...table.head, ...table.rows.flat()] : []),
    ]);
    for (const value of [FORM.title, FORM.reference, ...values]) {
      for (const line of cleanText(value).split('\n')) assert.ok(text.includes(line), `missing: ${line}`);
    }
  });
});

async function asLibreOfficeReadsIt(model: DocumentModel): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ap-word-'));
  try {
    writeFileSync(join(folder, 'form.docx'), await renderWord(model));
    // A profile of its own, or a LibreOffice that is already open would take the work and answer nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
    execFileSync('soffice', [profile, ...convert, join(folder, 'form.docx')], {
      stdio: 'ignore',
      timeout: 110_000,
    });
    return readFileSync(join(folder, 'form.txt'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('text made fit for a file', () => {
  it('keeps letters of any alphabet, joined emoji, tabs and line breaks', () => {
    assert.equal(cleanText('Siân\tمرحبا 👩🏽‍⚕️\r\nnext\rlast'), 'Siân\tمرحبا 👩🏽‍⚕️\nnext\nlast');
    assert.equal(cleanLine('  one\r\n two\u2028three '), 'one two three');
  });

  it('drops control characters, half pairs and marks that turn the direction', () => {
    assert.equal(cleanText('a\u0000b\u0007c\ud800d\udc00e\u202ef\u2066g\ufeff\uffff'), 'abcdefg');
  });
});

const EMAIL: Email = {
  to: 'Admissions <ap@university.example>',
  cc: 'sian@trust.example, Amina O’Neill <amina@trust.example>',
  subject: 'Expression of Interest AP-7K3M',
  text: 'Dear colleague,\n\nPlease find the form.\n',
  attachments: [{ filename: 'form.docx', content: Buffer.from('PK'), contentType: 'application/x-form' }],
  date: NOW,
  messageId: 'AP-7K3M.1@ap-pathway',
};

async function headersOf(email: Email): Promise<string> {
  const [head = ''] = (await renderEmail(email)).toString().split('\r\n\r\n');
  return head.replace(/\r\n[ \t]+/g, ' ');
}

describe('email file', () => {
  it('is a draft with its people, subject, date and id', async () => {
    const head = await headersOf(EMAIL);
    assert.match(head, /^X-Unsent: 1$/m);
    assert.match(head, /^To: Admissions <ap@university\.example>$/m);
    assert.match(head, /^Cc: sian@trust\.example, .*<amina@trust\.example>$/m);
    assert.match(head, /^Subject: Expression of Interest AP-7K3M$/m);
    assert.match(head, /^Date: Mon, 04 Jan 2027 09:00:00 \+0000$/m);
    assert.match(head, /^Message-ID: <AP-7K3M\.1@ap-pathway>$/m);
    assert.doesNotMatch(head, /^From:/m);
  });

  it('carries the attachment whole, under its name in any alphabet', async () => {
    const content = Buffer.from(Array.from({ length: 3000 }, (_, n) => n % 256));
    const filename = 'Siân’s form مرحبا.docx';
    const text = (
      await renderEmail({ ...EMAIL, attachments: [{ filename, content, contentType: 'a/b' }] })
    ).toString();
    const part = text.split('base64\r\n')[1] ?? '';
    const [disposition = '', body = ''] = part.split('\r\n\r\n');
    assert.ok(Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').equals(content));
    const pieces = [...disposition.matchAll(/filename\*\d+\*?=(?:utf-8'')?"?([^;"]+)/g)].map(
      ([, piece = '']) => piece,
    );
    assert.equal(decodeURIComponent(pieces.join('').replace(/\r\n/g, '')), filename);
  });

  it('uses CRLF only, and equal input gives equal bytes', async () => {
    const one = await renderEmail(EMAIL);
    assert.doesNotMatch(one.toString(), /(?<!\r)\n/);
    assert.ok(one.equals(await renderEmail(EMAIL)));
  });

  it('gives nobody a way to add a header or a recipient by a line break', async () => {
    const evil = (text: string): string => `${text}\r\nBcc: evil@example.com\r\n\r\nbody`;
    const head = await headersOf({
      from: evil('me@trust.example'),
      to: evil('Admissions <ap@university.example>'),
      cc: evil('sian@trust.example'),
      subject: evil('Hello'),
      text: 'ok',
      attachments: [{ filename: evil('a.txt'), content: 'x', contentType: evil('text/plain') }],
      date: NOW,
      messageId: evil('id@x'),
    });
    const names = head.split('\r\n').map((line) => line.split(':')[0]);
    assert.deepEqual(
      names.filter((name) => /bcc/i.test(name ?? '')),
      [],
    );
    assert.match(head, /^From: me@trust\.example$/m);
    assert.match(head, /^To: Admissions <ap@university\.example>$/m);
    assert.match(head, /^Cc: sian@trust\.example$/m);
  });

  it('adds no header and names no folder, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        const head = await headersOf({
          ...EMAIL,
          from: text,
          to: text,
          cc: text,
          subject: text,
          attachments: [{ filename: `..\\../${text}`, content: 'x', contentType: text }],
        });
        for (const line of head.split('\r\n')) {
          assert.match(
            line,
            /^(?:X-Unsent|From|To|Cc|Subject|Message-ID|Date|MIME-Version|Content-Type):? /,
            line,
          );
        }

        assert.doesNotMatch(head.replaceAll('\r\n', ''), /[\u0000-\u0008\u000a-\u001f]/);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what is no address, and refuses a wrong date or an empty id', async () => {
    assert.doesNotMatch(await headersOf({ ...EMAIL, to: 'not an address' }), /^To:/m);
    await assert.rejects(renderEmail({ ...EMAIL, date: 'soon' }), RangeError);
    await assert.rejects(renderEmail({ ...EMAIL, messageId: ' ' }));
  });
});

const EVENT: CalendarEvent = {
  uid: 'AP-7K3M.confirmation@ap-pathway',
  date: '2027-02-22',
  title: 'Confirmation of Support due; Ward 7, Frailty',
  description: 'Return the form to the university.\nSay \\ who is on it: Siân, 👩🏽‍⚕️. '.repeat(4),
  url: 'https://pathway.example/a,b;c?d=1',
  sequence: 2,
  alarmsDaysBefore: [7, 0],
};
const calendarOf = (...events: CalendarEvent[]): string =>
  renderCalendar({ name: 'AP Pathway', events, stamp: NOW });
const unfold = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('calendar file', () => {
  it('is an all-day event with a lasting id, its count and the moment it was made', () => {
    const lines = unfold(calendarOf(EVENT));
    for (const line of [
      'UID:AP-7K3M.confirmation@ap-pathway',
      'SEQUENCE:2',
      'DTSTAMP:20270104T090000Z',
      'DTSTART;VALUE=DATE:20270222',
      'DTEND;VALUE=DATE:20270223',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Confirmation of Support due\\; Ward 7\\, Frailty',
    ]) {
      assert.ok(lines.includes(line), line);
    }
    assert.equal(calendarOf(EVENT), calendarOf(EVENT));
  });

  it('reminds at nine in the morning, on the day itself too', () => {
    const triggers = unfold(calendarOf(EVENT)).filter((line) => line.startsWith('TRIGGER'));
    assert.deepEqual(triggers, ['TRIGGER;RELATED=START:-P6DT15H', 'TRIGGER;RELATED=START:PT9H']);
  });

  it('follows RFC 5545: CRLF, lines of 75 bytes at most, properties before alarms, everything closed', () => {
    const text = calendarOf(EVENT, { ...EVENT, uid: 'another', alarmsDaysBefore: [1] });
    assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/);
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    const open: string[] = [];
    let closed = '';
    for (const line of unfold(text).filter(Boolean)) {
      assert.match(line, /^[A-Z-]+(?:;[A-Z-]+=[^:;]+)*:/, line);
      const [name = '', value = ''] = line.split(':');
      if (name === 'BEGIN') open.push(value);
      else if (name === 'END') assert.equal((closed = open.pop() ?? ''), value);
      else assert.ok(open.at(-1) !== 'VEVENT' || closed !== 'VALARM', `after an alarm: ${line}`);
      if (name === 'BEGIN' && value === 'VEVENT') closed = '';
    }
    assert.deepEqual(open, []);
  });

  it('keeps the address an address, and takes web addresses only', () => {
    const lines = unfold(calendarOf(EVENT));
    assert.ok(lines.includes('URL;VALUE=URI:https://pathway.example/a%2Cb%3Bc?d=1'));
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'no address']) {
      assert.doesNotMatch(calendarOf({ ...EVENT, url }), /^URL/m);
    }
  });

  it('lets no text end a line or an event', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const evil = `${text}\r\nEND:VEVENT\r\nX-EVIL:1`;
        const lines = unfold(
          calendarOf({ ...EVENT, uid: `u${evil}`, title: evil, description: evil, alarmsDaysBefore: [1] }),
        );
        assert.equal(lines.filter((line) => line === 'END:VEVENT').length, 1);
        assert.equal(lines.filter((line) => line.startsWith('X-EVIL')).length, 0);
      }),
    );
  });

  it('refuses what would be no calendar', () => {
    assert.throws(() => calendarOf(), /needs an event/);
    assert.throws(() => calendarOf(EVENT, EVENT), /uid of its own/);
    assert.throws(() => calendarOf({ ...EVENT, date: '2027-02-31' }), RangeError);
    assert.throws(() => renderCalendar({ name: 'x', events: [EVENT], stamp: 'now' }), RangeError);
  });

  it('keeps the day on a machine in any time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        assert.match(calendarOf({ ...EVENT, date: '2027-03-28' }), /DTSTART;VALUE=DATE:20270328\r\n/, zone);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe('CSV', () => {
  it('quotes what needs quotes, ends lines with CRLF and begins with a byte-order mark', () => {
    assert.equal(
      renderCsv([
        ['Ward', 'Note'],
        ['Ward 7, Frailty', 'said "yes"'],
        ['two\nlines', ''],
      ]),
      '\ufeffWard,Note\r\n"Ward 7, Frailty","said ""yes"""\r\n"two\nlines",\r\n',
    );
    assert.equal(renderCsv([]), '\ufeff');
  });

  for (const cell of ['=1+1', '+44', '-3', '@SUM(A1)', '\tx', '\rx', '\nx', '  =1', '＝1']) {
    it(`takes the sting out of ${JSON.stringify(cell)}`, () => {
      assert.match(renderCsv([[cell]]), /^\ufeff"?'/);
    });
  }

  it('leaves plain cells and a sign within a cell alone', () => {
    assert.equal(renderCsv([['a-b', 'x@y.example', '3']]), '\ufeffa-b,x@y.example,3\r\n');
  });
});
