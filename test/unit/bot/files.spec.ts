import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileName, kindOf } from '../../../bot/turn/files/kind.js';
import { mostFiles } from '../../../bot/turn/files/receive.js';
import { root } from '../../../data/root.js';
import { loadSchemes, schemesOf } from '../../../data/schemes/schemes.js';
import { replay, type Application } from '../../../workflows/application.js';
import { attachedFile } from '../../../workflows/attached-file.js';
import { eicar, excelFile, macroFile, pdfFile, pngFile, wordFile } from '../../support/files.js';
import { textsIn } from '../../support/folder.js';
import { TestServer } from '../../support/server.js';
import { TeamsClient } from '../../support/teams.js';
import { WebPerson } from '../../support/web-person.js';

const faculty = loadSchemes(join(root, 'test', 'rounds')).schemes.get('ney-advanced-practice@1');
assert.ok(faculty);
const scheme = faculty;
const schemes = schemesOf([scheme]);

const toTheFile = [
  ...['apply', 'yes', 'pcn', '6', 'apply', 'Riverside PCN', 'Jo Bell', 'jo.bell@nhs.net', '2'],
  ...['bradford', 'september 2026', '3 march 2021', '£9,000'],
];
const afterTheFile = ['direct entry', 'am I ready to apply', 'done', 'Jo Bell', 'check answers'];

/** A file in an email, by its name. */
function enclosed(eml: string, name: string): Buffer | undefined {
  const part = eml.split(/\r\n--/).find((one) => one.includes(name) && one.includes('base64'));
  return part === undefined ? undefined : Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64');
}

describe('files that go with a form', function () {
  this.timeout(60_000);
  let server: TestServer;
  let folder: string;
  let scratch: string;

  const start = async (environment: Record<string, string> = {}, mayFetch?: (url: URL) => boolean) => {
    server = await TestServer.start(
      '2026-03-02T10:00',
      { FILES: 'on', ...environment },
      { schemes, ...(mayFetch ? { mayFetch } : {}) },
    );
    folder = server.folder;
  };
  const kept = async () => {
    const ids = [];
    for await (const id of server.store.ids('file')) ids.push(id);
    return ids;
  };
  const only = async (): Promise<Application> => {
    for await (const id of server.store.ids('application')) {
      const found = await server.store.get<Application>('application', id);
      if (found) return found.doc;
    }
    throw new Error('There is no application');
  };
  const answer = async () => (await only()).snapshot.context.form.context.answers['job-description'];
  const atTheFile = async () => {
    const jo = await WebPerson.open(server);
    assert.match(await jo.sayAll(toTheFile), /Attach the file here and send it.*PDF or Word, 10 MB at most/s);
    return jo;
  };

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'ap-pathway-scan-'));
  });
  afterEach(async () => {
    await server?.stop();
    await rm(scratch, { recursive: true, force: true });
  });

  it('goes from the page into the form, the check and the email, and is the same file there', async () => {
    await start();
    const jo = await atTheFile();
    assert.deepEqual(jo.last.at(-1)?.channelData?.takes, { types: ['pdf', 'docx'], megabytes: 10 });
    const bytes = await wordFile();
    const said = await jo.send('Job description.docx', bytes);
    assert.match(said, /Job description: \*\*Job description\.docx, \d+ KB\*\*/);
    assert.match(said, /Nobody has looked through it for viruses/);
    assert.match(said, /Which route/);
    assert.equal(jo.last.at(-1)?.channelData?.takes, undefined);
    assert.equal((await kept()).length, 1);
    assert.match(await jo.sayAll(afterTheFile), /Job description: Job description\.docx, \d+ KB/);
    await jo.say('confirm answers');
    const ready = await jo.say('I accept');
    const [, email = ''] = /\[Open the email\]\((\S+)\)/.exec(ready) ?? [];
    const [, form = ''] = /\[Form as a Word document\]\((\S+)\)/.exec(ready) ?? [];
    assert.match(await jo.say('continue'), /In the email already: Job description\.docx/);
    const eml = await (await jo.fetch(email)).text();
    assert.ok(enclosed(eml, 'Job description.docx')?.equals(bytes));
    assert.match(eml, /Attached as well/);
    const word = Buffer.from(await (await jo.fetch(form)).arrayBuffer());
    assert.equal(kindOf(word), 'docx');
    assert.ok(!word.includes(bytes));
    // A link is its person's alone.
    const eve = await WebPerson.open(server);
    assert.equal((await eve.fetch(email)).status, 404);
    const application = await only();
    const again = replay(application, () => scheme);
    assert.deepEqual(again.context, application.snapshot.context);
  });

  it('takes what is in a file for what it is, and keeps nothing of the rest', async () => {
    await start();
    const jo = await atTheFile();
    for (const [name, bytes, words] of [
      ['job.pdf', Buffer.from('MZ\x90 a program'), /not what the question takes/],
      ['job.docx', pngFile(), /not what the question takes/],
      ['job.docx', macroFile(), /macros cannot be taken/],
      ['job.docx', excelFile(), /not what the question takes/],
      ['job.pdf', Buffer.alloc(0), /nothing in that file/],
      ['job.pdf', pdfFile(10 * 1024 * 1024), /too large.*10 MB at most/],
    ] as const)
      assert.match(await jo.send(name, bytes), words, name);
    assert.equal(await jo.send('job.pdf', pdfFile(22 * 1024 * 1024)), '413');
    assert.deepEqual(await kept(), []);
    assert.equal(await answer(), undefined);
    assert.match(await jo.send('job.pdf', pdfFile(9 * 1024 * 1024)), /job\.pdf, 9\.4 MB/);
    assert.match(await jo.say('undo'), /Attach the file here/);
    assert.match(await jo.send('../../cv.pdf.exe', pdfFile()), /cv\.pdf\.exe\.pdf/);
    assert.match(await jo.say('change job description'), /You said: \*\*.*cv\.pdf\.exe\.pdf/);
    assert.match(await jo.say('I will attach it myself'), /Attached by hand/);
    assert.equal(await answer(), 'by-hand');
  });

  it('takes none where none is asked for, and none where the operator has not said so', async () => {
    await start();
    const jo = await WebPerson.open(server);
    for (const words of ['hello', 'apply']) {
      await jo.say(words);
      assert.match(await jo.send('job.pdf', pdfFile()), /I take no file at this point/);
    }
    assert.deepEqual(await kept(), []);
    await server.stop();
    await start({ FILES: 'off' });
    const sam = await WebPerson.open(server);
    assert.match(await sam.sayAll(toTheFile), /I take no files here, so you attach it/);
    assert.equal(sam.last.at(-1)?.channelData?.takes, undefined);
    assert.equal(await sam.send('job.pdf', pdfFile()), '415');
    assert.match(await sam.say('I will attach it myself'), /Attached by hand/);
  });

  it('hears the name of a file as words: one that tells of a patient is kept nowhere', async () => {
    await start();
    const jo = await atTheFile();
    for (const name of [
      'patient_John_Smith_NHS_943_476_5919.pdf',
      'Mr John Smith, born 12 March 1947, fell on the ward.pdf',
    ])
      assert.match(await jo.send(name, pdfFile()), /details of a patient.*name that says only what it is/s);
    assert.deepEqual(await kept(), []);
    assert.doesNotMatch(await jo.everything(), /Smith|943/);
    assert.doesNotMatch(await textsIn(folder), /Smith|943_476/);
    assert.match(await jo.send('Job description, band 7.pdf', pdfFile()), /band 7\.pdf/);
  });

  it('is looked through by a command that the operator sets', async () => {
    const scanner = join(scratch, 'scanner.cjs');
    await writeFile(
      scanner,
      `let all = ''; process.stdin.on('data', (some) => (all += some));
      process.stdin.on('end', () => process.exit(all.includes('EICAR') ? 1 : all.includes('BROKEN') ? 2 : process.env.ENCRYPTION_KEYS ? 3 : 0));`,
    );
    await start({ FILE_SCAN: `${process.execPath} ${scanner}` });
    const jo = await atTheFile();
    assert.match(await jo.send('a.pdf', Buffer.concat([pdfFile(), Buffer.from(eicar)])), /Do not send it on/);
    assert.match(await jo.send('a.pdf', Buffer.concat([pdfFile(), Buffer.from('BROKEN')])), /just now/);
    assert.deepEqual(await kept(), []);
    assert.match(await jo.send('a.pdf', pdfFile()), /looked through for viruses, and nothing was found/);
    await server.stop();
    await start({ FILE_SCAN: join(scratch, 'no-such-program') });
    assert.match(await (await atTheFile()).send('a.pdf', pdfFile()), /just now/);
    assert.deepEqual(await kept(), []);
  });

  it('is looked through at an address that the operator sets', async () => {
    const seen: number[] = [];
    const clam = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        seen.push(body.length);
        response.statusCode = body.includes('EICAR') ? 406 : body.includes('BROKEN') ? 500 : 200;
        response.end();
      });
    });
    try {
      await start({ FILE_SCAN: await listening(clam) });
      const jo = await atTheFile();
      assert.match(await jo.send('a.pdf', Buffer.concat([pdfFile(), Buffer.from(eicar)])), /service desk/);
      assert.match(await jo.send('a.pdf', Buffer.concat([pdfFile(), Buffer.from('BROKEN')])), /just now/);
      assert.deepEqual(await kept(), []);
      assert.match(await jo.send('a.pdf', pdfFile()), /nothing was found/);
      assert.equal(seen.at(-1), pdfFile().length);
    } finally {
      clam.close();
    }
  });

  it('comes from Teams by its own upload, and from nowhere that an activity names besides', async () => {
    const bytes = await wordFile('From OneDrive');
    const asked: string[] = [];
    const drive = createServer((request, response) => {
      asked.push(request.url ?? '');
      const to = { '/moved': '/file', '/away': 'http://127.0.0.1:9/secret' }[request.url ?? ''];
      response.statusCode = to ? 302 : request.url === '/gone' ? 404 : 200;
      if (to) response.setHeader('location', to);
      response.end(to ? '' : bytes);
    });
    const address = await listening(drive);
    await start({}, ({ origin }) => origin === address);
    const teams = await TeamsClient.open(() => server.url);
    const attach = async (downloadUrl: string, more: object[] = []) => {
      teams.take();
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      await teams.say('', {
        attachments: [
          {
            contentType,
            name: 'Job description.docx',
            content: { downloadUrl, uniqueId: 'u', fileType: 'docx' },
          },
          { contentType: 'text/html', content: '<p></p>' },
          ...more,
        ],
      });
      return teams.take().texts.join('\n');
    };
    try {
      await teams.say('hello');
      assert.match(await attach(`${address}/file`), /I take no file at this point/);
      assert.deepEqual(asked, []);
      for (const words of toTheFile) await teams.say(words);
      for (const url of [
        'http://127.0.0.1:9/secret',
        `${address}/away`,
        `${address}/gone`,
        'file:///etc/passwd',
      ])
        assert.match(await attach(url), /could not get that file/, url);
      const second = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'b.pdf' };
      assert.match(await attach(`${address}/file`, [second]), /several files/);
      assert.deepEqual(await kept(), []);
      assert.match(await attach(`${address}/moved`), /Job description\.docx, \d+ KB/);
      const [id] = await kept();
      assert.equal(attachedFile(await answer())?.id, id);
      const record = await server.store.get<{ content: string }>('file', id ?? '');
      assert.ok(Buffer.from(record?.doc.content ?? '', 'base64').equals(bytes));
    } finally {
      await teams.close();
      drive.close();
    }
  });

  it('is attached by a colleague to the one question that they were asked, and by no stranger', async () => {
    await start();
    const jo = await atTheFile();
    await jo.say('ask a colleague');
    const [, code = ''] = /answer ([0-9A-Z-]{24})/.exec(await jo.say('Ruth in HR')) ?? [];
    const ruth = await WebPerson.open(server);
    assert.match(await ruth.send('job.pdf', pdfFile()), /I take no file at this point/);
    assert.match(await ruth.say(`answer ${code}`), /One question for Ruth in HR.*Attach the file here/s);
    assert.match(await ruth.send('From HR.pdf', pdfFile()), /Thank you\. That is all.*From HR\.pdf/s);
    assert.match(await ruth.send('And more.pdf', pdfFile()), /I take no file at this point/);
    assert.equal((await kept()).length, 1);
    assert.equal(attachedFile(await answer())?.name, 'From HR.pdf');
    // The code was used: whoever finds it opens nothing, and the file stays as it is.
    const eve = await WebPerson.open(server);
    assert.match(await eve.say(`answer ${code}`), /does not work/);
    assert.match(await eve.send('From eve.pdf', pdfFile()), /I take no file at this point/);
    assert.equal((await kept()).length, 1);
    // A question that asks for words takes no file.
    await jo.say('change lead contact');
    await jo.say('ask a colleague');
    const [, other = ''] = /answer ([0-9A-Z-]{24})/.exec(await jo.say('Tom')) ?? [];
    const tom = await WebPerson.open(server);
    await tom.say(`answer ${other}`);
    assert.match(await tom.send('name.pdf', pdfFile()), /I take no file at this point/);
    assert.equal((await kept()).length, 1);
  });

  it('goes with the application: when its owner says so, and when its time is over', async () => {
    await start();
    const jo = await atTheFile();
    await jo.send('Unusual name.pdf', pdfFile());
    await jo.say('delete my data');
    assert.match(await jo.say('yes'), /deleted/i);
    assert.deepEqual(await kept(), []);
    assert.doesNotMatch(await textsIn(folder), /Unusual name/);
    assert.ok(!(await textsIn(folder)).includes(pdfFile().toString('base64').slice(0, 60)));

    const sam = await WebPerson.open(server);
    await sam.sayAll(toTheFile);
    await sam.send('job.pdf', pdfFile());
    assert.equal((await kept()).length, 1);
    await sam.say('withdraw');
    await sam.say('yes');
    const application = await only();
    server.clock.moveTo('2026-12-01T10:00');
    const { createRetention } = await import('../../../bot/jobs/retention.js');
    const { locksFor } = await import('../../../bot/turn/locks.js');
    const { silent } = await import('../../support/assistant.js');
    const { store, clock } = server;
    await createRetention({
      ...{ store, schemes, clock, log: silent, coordinators: [], locks: locksFor(store) },
    }).run();
    assert.equal(await store.get('application', application.reference), undefined);
    assert.deepEqual(await kept(), []);
  });

  it('lies encrypted where everything else does', async () => {
    await start({ ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString('base64') });
    const jo = await atTheFile();
    assert.match(await jo.send('Unusual name.pdf', pdfFile()), /Unusual name\.pdf/);
    const all = await textsIn(folder);
    assert.ok(!all.includes(pdfFile().toString('base64').slice(0, 60)));
    assert.doesNotMatch(all, /Unusual name/);
    assert.equal((await kept()).length, 1);
  });

  it(`keeps ${mostFiles} with one application, and says so at the next`, async () => {
    await start();
    const jo = await atTheFile();
    await jo.send('0.pdf', pdfFile());
    for (let n = 1; n < mostFiles; n++) {
      await jo.say('change job description');
      await jo.send(`${n}.pdf`, pdfFile());
    }
    await jo.say('change job description');
    assert.match(await jo.send('last.pdf', pdfFile()), /as many files with this application as I can keep/);
    assert.equal((await kept()).length, mostFiles);
  });
});

describe('what a file is', () => {
  it('is told by what is in it', async () => {
    assert.equal(kindOf(await wordFile()), 'docx');
    assert.equal(kindOf(excelFile()), 'xlsx');
    assert.equal(kindOf(pdfFile()), 'pdf');
    assert.equal(kindOf(pngFile()), 'png');
    assert.equal(kindOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'jpg');
    for (const none of [
      macroFile(),
      Buffer.from('PK\x03\x04 and no more'),
      Buffer.from('%PDF'),
      Buffer.alloc(3),
    ])
      assert.equal(kindOf(none), undefined);
    const cut = await wordFile();
    assert.equal(kindOf(cut.subarray(0, cut.length - 30)), undefined);
  });

  it('has a name that is no path, in any alphabet, and ends in what it is', () => {
    for (const [name, is] of [
      ['C:\\fakepath\\Job description.pdf', 'C-fakepath-Job description.pdf'],
      ['../../etc/passwd', '-..-etc-passwd.pdf'],
      ['', 'file.pdf'],
      ['cv.PDF', 'cv.pdf'],
      ['cv.pdf.exe', 'cv.pdf.exe.pdf'],
      ['職務内容.pdf', '職務内容.pdf'],
      [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(100)}.pdf`],
      ['a\r\nBcc: eve@example.org', 'a Bcc- eve@example.org.pdf'],
    ] as const)
      assert.equal(fileName(name, 'pdf'), is);
    assert.equal(fileName('photo.JPEG', 'jpg'), 'photo.jpg');
  });
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
