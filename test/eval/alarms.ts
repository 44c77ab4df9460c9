import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openMind } from '../../bot/turn/open-mind.js';
import { root } from '../../data/root.js';
import type { Reads } from '../../dialogs/conversation.js';
import { alarmIn } from '../../dialogs/understanding/safety.js';
import { alarmAround } from '../../dialogs/understanding/hear.js';

/** `npx tsx test/eval/alarms.ts`: how many of each set of messages are stopped that must be, and let pass that may. */

interface Line {
  readonly at: string;
  readonly text: string;
  readonly kind?: string;
}

const folder = join(root, 'test', 'eval');
const mind = openMind();

const opens: Record<string, Reads> = {
  menu: { type: 'menu' },
  yesNo: { type: 'yesNo' },
  choice: { type: 'choice', options: [] },
  wholeNumber: { type: 'wholeNumber', min: 0, max: 100 },
  date: { type: 'date', prefer: 'past' },
  paragraph: { type: 'paragraph', min: 1, max: 3000 },
  text: { type: 'text', min: 1, max: 200 },
  name: { type: 'name', min: 1, max: 120 },
  email: { type: 'email' },
  phone: { type: 'phone' },
};

for (const name of readdirSync(folder).filter((one) => /^alarms-.*\.yaml$/.test(one))) {
  const set = parse(readFileSync(join(folder, name), 'utf8')) as { innocent: Line[]; unsafe: Line[] };
  const heard = ({ at, text }: Line) =>
    mind.phrases.has(text)
      ? undefined
      : alarmIn(
          text,
          alarmAround(mind.ear.parse(text), {
            mind,
            today: '2027-01-04',
            prompt: { reads: opens[at] ?? { type: 'menu' } },
          }),
        );
  const stopped = (line: Line) => heard(line)?.level === 'alarm';
  const why = (line: Line) => `  ${line.at} · ${line.text} → ${heard(line)?.because ?? 'nothing'}`;
  const wrong = set.innocent.filter(stopped);
  const missed = set.unsafe.filter((line) => !stopped(line));
  const kind = set.innocent.filter((line) => heard(line)?.level === 'grumble');
  process.stdout.write(
    [
      `${name}: innocent let pass ${set.innocent.length - wrong.length} of ${set.innocent.length} (with a kind line ${kind.length}), caught ${set.unsafe.length - missed.length} of ${set.unsafe.length}`,
      ...[...wrong, ...missed].map(why),
      ...kind.map((line) => `  kind line: ${line.text}`),
      '',
    ].join('\n'),
  );
}
