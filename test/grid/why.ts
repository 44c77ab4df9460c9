import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clean } from '../../dialogs/understanding/text.js';
import { aroundOf } from '../../dialogs/hearing.js';
import { promptOf } from '../../dialogs/converse.js';
import { table } from '../../dialogs/understanding/choice.js';
import { hear, openIn } from '../../dialogs/understanding/hear.js';
import type { Proposed } from '../../dialogs/understanding/proposed.js';
import { typedOf } from '../../dialogs/understanding/utterance.js';
import { mentionsIn } from '../../dialogs/understanding/mentions.js';
import { factKinds } from '../../data/language/language.js';
import { placeOf } from './states.js';
import { Talk } from './talk.js';

/**
 * Why something was understood as it was: `npm run why -- "sent it today" --at send`. It prints the clauses, what the words
 * do, what each reader made of it, and the row of the table that decided. `--at` is a place of `test/grid/states.ts`;
 * `--proposed FILE` what a language model is to have proposed: JSON, [{"act", "about", "value", "words"}].
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { at: { type: 'string', default: 'home' }, proposed: { type: 'string' } },
});
const { at } = values;
const said = positionals.join(' ');
const proposed =
  values.proposed === undefined
    ? undefined
    : (JSON.parse(readFileSync(values.proposed, 'utf8')) as readonly Proposed[]);
const place = placeOf(at);
if (!place || said === '') {
  process.stderr.write('Say what was said, and where: npm run why -- "sent it today" --at send\n');
  process.exit(1);
}
const view = new Talk(place).view();
const prompt = promptOf(view);
const around = { ...aroundOf(view, prompt), isPastTheDoor: false, proposed };
const heard = hear(clean(said), around);
const { parsed, chosen, proposals, dropped } = heard;
const open = openIn(around);
const line = (text: string): void => void process.stdout.write(`${text}\n`);

line(`“${parsed.typed}”, where ${prompt.step} is open (${open}).`);
line('\nClauses');
for (const { first, last, asks } of parsed.clauses)
  line(`  ${typedOf(parsed, first, last)}${asks ? '   asked' : ''}`);
line('\nWhat the words do');
for (const { kind, first, last } of parsed.cues)
  if (kind !== 'function') line(`  ${typedOf(parsed, first, last).padEnd(24)} ${kind}`);
line('\nWhat is told');
for (const { kind, form, status, first, last } of around.ear.factsIn(parsed, factKinds))
  line(`  ${typedOf(parsed, first, last).padEnd(24)} ${kind}${form === 'so' ? '' : ` (${form})`}, ${status}`);
line('\nWhat is named');
for (const { first, last, slots } of mentionsIn(parsed, around.slots))
  line(`  ${typedOf(parsed, first, last).padEnd(24)} ${slots.map(({ id }) => id).join(', ')}`);
line('\nWhat each reader made of it');
for (const { reader, status, whole, sure, marks, because } of proposals)
  line(
    `  ${reader.padEnd(10)} ${[status, whole ? 'wholly explained' : 'not wholly explained', ...(marks ?? [])].join(', ')}, ${sure.toFixed(2)}: ${because}`,
  );
if (proposed && !dropped) line('  model      not asked: our own ear comes to something');
for (const { act, why } of dropped ?? []) line(`  model      ${act} put aside: ${why}`);
line('\nDecided');
const row = chosen && table[chosen.row - 1];
line(
  row
    ? `  row ${String(chosen.row)} of choice.ts: ${row.reader}${row.needs ? `, if ${row.needs.join(' and ')}` : ''}${row.unless ? `, unless ${row.unless.join(' or ')}` : ''} → ${heard.outcome}`
    : '  no row fits: asked again',
);
for (const act of heard.acts) line(`  ${JSON.stringify(act).slice(0, 300)}`);
