import { writeSync } from 'node:fs';
import { openJsonStore } from '../../../data/store/json-store.js';
import { StoreError } from '../../../data/store/errors.js';
import { application, testLookups } from './store-applications.js';

/**
 * A process of its own over a store, for `store.spec.ts` to kill, to trace or to shut out:
 * `<folder> load` commits without end and says what was acknowledged, `<folder> once` commits once and closes,
 * `<folder> hold` only holds the folder.
 */
const [, , folder = '', task] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const tuning = task === 'load' ? { journalBytes: 20_000, quiet: 20 } : {};
  const store = await openJsonStore({ folder, lookups: testLookups, lists: { person: 'log' }, tuning });
  if (task === 'once') {
    await store.commit([application('AP-1', { people: ['ann'] })]);
    say('acknowledged');
    await store.close();
  } else if (task === 'hold') {
    say('open');
    setInterval(() => undefined, 1_000);
  } else {
    const write = async (writer: number) => {
      const read = async () =>
        (await store.get<{ n: number; log: number[] }>('person', `w${writer}`))?.doc ?? { n: 0, log: [] };
      for (let n = (await read()).n + 1; ; n++) {
        const log = n % 300 === 1 ? [n] : [...(await read()).log, n];
        const doc = { people: [`p${n % 3}`], due: `2027-01-0${1 + (n % 5)}`, note: `${n} `.repeat(200) };
        await store.commit([
          application(`w${writer}-${n % 5}`, doc),
          { kind: 'person', id: `w${writer}`, doc: { n, log } },
        ]);
        say(`${writer} ${n}`);
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(write));
  }
} catch (error) {
  say(error instanceof StoreError ? `${error.code}: ${error.userMessage}` : String(error));
  process.exit(1);
}
