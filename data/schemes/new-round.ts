import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { root } from '../root.js';
import { roundFile, type Told } from './round-file.js';
import { readSchemeText } from './schemes.js';

/** `npm run new-round`: a few questions, then a file that passes the check and says with comments what to add. */
const questions: readonly (readonly [keyof Told, string, string])[] = [
  ['name', 'What is the round called?', 'Advanced practice, South Coast'],
  ['region', 'Which region is it for?', 'South Coast'],
  ['role', 'Which role are the places for?', 'Advanced Practitioner'],
  ['form', 'What is the form called?', 'Application form'],
  ['recipient', 'Who does the form go to?', 'the regional faculty'],
  ['email', 'To which mailbox?', 'places@example.nhs.uk'],
  ['closes', 'On which day does it close? (2027-03-19, or empty for none)', ''],
];

async function main([folder = join(root, 'data', 'schemes')]: readonly string[]): Promise<void> {
  const told: Record<string, string> = {};
  const lines = createInterface({ input: stdin });
  const next = lines[Symbol.asyncIterator]();
  for (const [key, ask, usual] of questions) {
    stdout.write(`${ask}${usual ? ` [${usual}]` : ''} `);
    const { value } = (await next.next()) as { value: string | undefined };
    told[key] = value?.trim() || usual;
  }
  lines.close();
  const { id, text } = roundFile(told as unknown as Told);
  const file = join(folder, `${id}.v1.yaml`);
  const { faults } = readSchemeText(text, `${id}.v1.yaml`);
  if (faults.length > 0) {
    process.stderr.write(`Nothing is written. This was not right:\n${faults.join('\n')}\n`);
    process.exitCode = 1;
  } else if (existsSync(file)) {
    process.stderr.write(`Nothing is written: ${file} is there already.\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    stdout.write(`\nWritten: ${file}\nSee it as people will: npm run preview -- ${file}\n`);
  }
}

await main(process.argv.slice(2));
