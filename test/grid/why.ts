import { clean } from '../../dialogs/understanding/text.js';
import { aroundOf } from '../../dialogs/hearing.js';
import { promptOf } from '../../dialogs/converse.js';
import { openOf, table } from '../../dialogs/understanding/choice.js';
import { hear } from '../../dialogs/understanding/hear.js';
import { typedOf } from '../../dialogs/understanding/utterance.js';
import { mentionsIn } from '../../dialogs/understanding/mentions.js';
import { factKinds } from '../../data/language/language.js';
import { placeOf } from './states.js';
import { Talk } from './talk.js';

/**
 * Why something was understood as it was: `npm run why -- "sent it today" --at send`. It prints the clauses, what the words
 * do, what each reader made of it, and the row of the table that decided. `--at` is a place of `test/grid/states.ts`.
 */

const args = process.argv.slice(2);
const at = args.includes('--at') ? (args[args.indexOf('--at') + 1] ?? 'home') : 'home';
const said = args.filter((one, n) => one !== '--at' && args[n - 1] !== '--at').join(' ');
const place = placeOf(at);
if (!place || said === '') {
  process.stderr.write('Say what was said, and where: npm run why -- "sent it today" --at send\n');
  process.exit(1);
}
const view = new Talk(place).view();
const prompt = promptOf(view);
const around = { ...aroundOf(view, prompt), isPastTheDoor: false };
const heard = hear(clean(said), around);
const { parsed, chosen, proposals } = heard;
const open = openOf(prompt.reads, around.openCheck !== undefined && prompt.reads.type === 'choice');
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
line('\nDecided');
const row = chosen && table[chosen.row - 1];
line(
  row
    ? `  row ${String(chosen.row)} of choice.ts: ${row.reader}${row.needs ? `, if ${row.needs.join(' and ')}` : ''}${row.unless ? `, unless ${row.unless.join(' or ')}` : ''} → ${heard.outcome}`
    : '  no row fits: asked again',
);
for (const act of heard.acts) line(`  ${JSON.stringify(act).slice(0, 300)}`);
