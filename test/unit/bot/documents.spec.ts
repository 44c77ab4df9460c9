import { northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { londonTime, sayDate } from '../../../workflows/dates.js';
import { answersOf, sayAnswer } from '../../../dialogs/words.js';
import { applicable } from '../../../workflows/question-rules.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import type { Application } from '../../../workflows/application.js';

import { TestServer, type Answer } from '../../support/server.js';
import { declared, funded, on, rowsComplete } from '../workflows/nudge-applications.js';

const DAY = '2026-11-23';
const scheme = northWest;
const odd = {
  'service-name': 'Ward <7> & "friends" [x](http://evil.example)',
  'manager-name': 'Siân O’Neill\u202e\u0007',
  'why-role':
    'First line.\nSecond line, =HYPERLINK("http://evil.example").\n<script>alert(1)</script> ends here.',
  'mentor-name': 'Zoë Łukasz',
};
const soffice = spawnSync('soffice', ['--version']).status === 0;

describe('documents', function () {
  this.timeout(60_000);
  let server: TestServer;

  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(() => server.stop());

  async function keep(application: Application, owner = 'sam'): Promise<Application> {
    const kept = { ...application, reference: 'AP-3333-4444', owner, tenant: 'test' };
    await server.keep(kept);
    await server.say('open AP-3333-4444', { person: owner });
    return kept;
  }

  const withOddWords = () =>
    on(declared(DAY), DAY, [
      ...Object.entries(odd).map(([question, value]) => ({
        type: 'form.answered' as const,
        question,
        value,
      })),
      { type: 'answers.confirmed', date: DAY, time: '10:00' },
      { type: 'declaration.accepted', by: 'sam', at: `${DAY}T10:00:00Z` },
    ]);

  /** The links of an answer, as they are written in its text. */
  const linksIn = ({ text }: Answer): string[] =>
    [...text.matchAll(/\]\((https?:[^)]+\/documents\/[^)]+)\)/g)].map(([, url]) => url!);

  const fetchDocument = (url: string) =>
    fetch(url.replace(/^https?:\/\/[^/]+/, server.url), { redirect: 'manual' });

  describe('links', () => {
    it('give the form and its email to the person who asked', async () => {
      await keep(declared(DAY));
      const links = linksIn(await server.say('documents'));
      assert.equal(links.length, 2);
      const types = await Promise.all(
        links.map(async (url) => (await fetchDocument(url)).headers.get('content-type') ?? ''),
      );
      assert.deepEqual(types.map((type) => type.split(';')[0]).sort(), [
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'message/rfc822',
      ]);
    });

    it('are never kept by anyone on the way, and never run in the page', async () => {
      await keep(declared(DAY));
      const [url] = linksIn(await server.say('documents'));
      const { headers } = await fetchDocument(url!);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/);
    });

    it('are the same "no longer works" when expired, guessed, odd, or of a person who may no longer see it', async () => {
      const kept = await keep(declared(DAY));
      const [url] = linksIn(await server.say('documents'));
      assert.equal((await fetchDocument(url!)).status, 200);
      const gone: string[] = [];
      const not = async (path: string) => {
        const response = await fetchDocument(path);
        assert.equal(response.status, 404, path);
        gone.push(await response.text());
      };
      await not(`${server.url}/documents/${'x'.repeat(32)}`);
      await not(`${server.url}/documents/${url!.slice(-32).toLowerCase()}x`);
      await not(`${server.url}/documents/__proto__`);
      await not(`${server.url}/documents/%2e%2e%2f%2e%2e`);
      await not(`${server.url}/documents/${'y'.repeat(90)}`);
      await server.keep({ ...kept, owner: 'somebody-else' });
      await not(url!);
      await server.keep(kept);
      assert.equal((await fetchDocument(url!)).status, 200);
      server.clock.moveTo('2026-11-23T11:00');
      await not(url!);
      assert.equal(new Set(gone).size, 1, 'one answer for all, that tells nothing');
      assert.doesNotMatch(gone[0]!, /AP-3333|sam/);
    });

    it('of a person of the web chat open in that person’s browser only', async () => {
      const page = await fetch(server.url);
      const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
      const kept = await keep(declared(DAY));
      const [url] = linksIn(await server.say('documents'));
      // The link of the person behind the cookie: as the store has it, for someone whose id begins with web-.
      const person = 'web-someone-else';
      await server.keep({ ...kept, owner: person });
      await server.say('open AP-3333-4444', { person });
      const [theirs] = linksIn(await server.say('documents', { person }));
      assert.equal((await fetch(theirs!, { headers: { cookie } })).status, 404);
      assert.equal((await fetch(theirs!)).status, 404);
      assert.equal((await fetchDocument(url!)).status, 404, 'and the first owner’s no longer');
    });
  });

  it('the completed form, opened by LibreOffice, holds every answer', async function () {
    if (!soffice) {
      if (process.env['CI'])
        assert.fail('LibreOffice (soffice) is needed here: the Word document was NOT opened.');
      console.warn('      LibreOffice (soffice) was not found: the Word document was NOT opened.');
      return this.skip();
    }
    const application = await keep(withOddWords());
    const [, form] = linksIn(await server.say('documents'));
    const text = textOf(Buffer.from(await (await fetchDocument(form!)).arrayBuffer()));
    const holds = (words: string) =>
      assert.ok(text.includes(plain(words)), `it does not hold: ${words}\n\n${text}`);
    const answers = answersOf(application, scheme);
    const asked = applicable(formQuestions(scheme), answers);
    assert.ok(asked.length > 20);
    for (const question of asked) {
      holds(question.label);
      for (const line of sayAnswer(scheme, question, answers[question.id]).split('\n')) holds(line);
    }
    for (const { title } of scheme.form.sections) holds(title);
    for (const check of scheme.readiness.checks.filter(({ essential }) => essential)) holds(check.title);
    for (const { text: protocol } of scheme.protocols) holds(protocol);
    holds(scheme.declaration);
    holds('AP-3333-4444');
    holds(`${sayDate(DAY)}, ${londonTime(`${DAY}T10:00:00Z`)}`);
    assert.doesNotMatch(text, /undefined|\[object|Not answered|Not known yet/);
  });

  it('the Confirmation of Support, opened by LibreOffice, has a row for each trainee', async function () {
    if (!soffice) return this.skip();
    await keep(rowsComplete(funded(DAY, DAY), DAY));
    const links = linksIn(await server.say('documents'));
    assert.equal(links.length, 4);
    const text = textOf(Buffer.from(await (await fetchDocument(links[1]!)).arrayBuffer()));
    for (const words of [
      'Confirmation of Support',
      'Trainee 1',
      'Trainee 2',
      'Monday 25 January 2027',
      'Ward 7',
    ])
      assert.ok(text.includes(words), words);
  });

  it('the email parses, with the same form attached and not a header that was typed', async () => {
    await keep(withOddWords());
    const [email, form] = linksIn(await server.say('documents'));
    const eml = Buffer.from(await (await fetchDocument(email!)).arrayBuffer());
    const parsed = parseEmail(eml);
    assert.equal(parsed.unsent, '1');
    assert.match(
      parsed.subject,
      /^Expression of Interest: Assistant Practitioner, Ward <7> & "friends".*AP-3333-4444$/,
    );
    assert.match(parsed.text, /University of Chester/);
    assert.deepEqual(
      parsed.attachments.map(({ name }) => name),
      ['Expression-of-Interest-AP-3333-4444.docx'],
    );
    const attached = unzipSync(new Uint8Array(Buffer.from(parsed.attachments[0]!.content, 'base64')));
    const alone = unzipSync(new Uint8Array(await (await fetchDocument(form!)).arrayBuffer()));
    assert.equal(strFromU8(attached['word/document.xml']!), strFromU8(alone['word/document.xml']!));
  });

  it('escapes what was typed in the document, and makes no link or formula of it', async () => {
    await keep(withOddWords());
    const [, form] = linksIn(await server.say('documents'));
    const files = unzipSync(new Uint8Array(await (await fetchDocument(form!)).arrayBuffer()));
    for (const [path, bytes] of Object.entries(files).filter(([name]) => /\.(xml|rels)$/.test(name))) {
      const xml = strFromU8(bytes);
      assert.doesNotMatch(
        xml,
        /<script|Ward <7>|<w:hyperlink|w:instrText[^>]*>[^<]*HYPERLINK|TargetMode="External"/,
        path,
      );
      assert.doesNotMatch(xml, /[\u202a-\u202e\u0007]/, path);
    }
  });

  it('escapes what was typed in the chat: neither a link nor a heading', async () => {
    await keep(withOddWords());
    const { text } = await server.say('check answers');
    assert.doesNotMatch(text, /(?<!\\)\[x\]\(http/);
    assert.match(text, /Ward \\<7\\>/);
  });
});

/** What LibreOffice reads in a Word document. */
function textOf(docx: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'ap-pathway-office-'));
  try {
    writeFileSync(join(folder, 'form.docx'), docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const words = [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
      join(folder, 'form.docx'),
    ];
    execFileSync('soffice', words, { stdio: 'ignore', timeout: 50_000 });
    return plain(readFileSync(join(folder, 'form.txt'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words without what a document leaves out, as they are compared. */
function plain(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u202a-\u202e\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface ParsedEmail {
  subject: string;
  unsent: string;
  text: string;
  attachments: { name: string; content: string }[];
}

/** Python's own reader, since none of ours wrote it. */
function parseEmail(eml: Buffer): ParsedEmail {
  const program = `
import sys, json, base64, email, email.policy
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
assert not m.defects and set(k.lower() for k in m.keys()) <= {
    'from', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'x-unsent'}, m.keys()
print(json.dumps({'subject': m['subject'], 'unsent': m['x-unsent'], 'text': m.get_body().get_content(),
    'attachments': [{'name': a.get_filename(), 'content': base64.b64encode(a.get_content()).decode()}
                    for a in m.iter_attachments()]}))`;
  return JSON.parse(
    execFileSync('python3', ['-c', program], { input: eml, encoding: 'utf8' }),
  ) as ParsedEmail;
}
