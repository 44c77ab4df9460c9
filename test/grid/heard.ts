import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Outcome } from '../../dialogs/converse.js';
import { mind } from '../support/assistant.js';
import { placeOf } from './states.js';
import { alarmIn, changed, Talk, type Stored } from './talk.js';

/*
 * Plays a set of messages in process: npx tsx test/grid/heard.ts FILE [--show] [--only id,id] [--at place]
 *
 * One JSON object a line: {id, group, at, say: [..], want: {path: regex or null}, same: [path or *], either: [path, regex],
 * reply, not: regex, alarm, long}. `want`: what must be stored; null: nothing there. `same`: what may not change. `either`: that
 * value or none. In every case no alarm but the one that is wanted, and no reply over 120 words unless it may be long.
 * A thing that is shown back and then stored by a yes counts as stored. Whoever wrote the code may write no set that judges it.
 */
interface Case {
  readonly id?: string;
  readonly group?: string;
  readonly at: string;
  readonly say: string | readonly string[];
  readonly want?: Readonly<Record<string, string | null>>;
  readonly same?: readonly string[];
  readonly either?: readonly [string, string];
  readonly reply?: string;
  readonly not?: string;
  readonly alarm?: string;
  readonly long?: boolean;
}

interface Played {
  readonly case: Case;
  readonly faults: readonly string[];
  readonly recorded: boolean;
  readonly alarmed: boolean;
  readonly askedBack: boolean;
  readonly text: string;
}

const everything = (outcome: Outcome): string =>
  outcome.replies
    .map(({ text, buttons }) => [text, ...buttons.map(({ title }) => title)].join('\n'))
    .join('\n\n');
const wordsOf = (outcome: Outcome): number =>
  outcome.replies.flatMap(({ text }) => text.split(/\s+/).filter(Boolean)).length;

/** The names that a set uses for what is stored. */
function storedBy(talk: Talk): Stored {
  const { declared, withdrawn, applications = '0', decision, ...rest } = talk.stored;
  return {
    ...rest,
    applications,
    ...(decision ? { decision, places: rest['places'] ?? '0' } : {}),
    ...(declared ? { declared: 'true' } : {}),
    ...(withdrawn ? { withdrawn: 'true' } : {}),
  };
}

const isRight = (value: string | undefined, pattern: string | null): boolean =>
  pattern === null ? value === undefined : value !== undefined && new RegExp(pattern, 'i').test(value);

function play(one: Case): Played {
  const place = placeOf(one.at);
  const nothing = { case: one, recorded: false, alarmed: false, askedBack: false, text: '' };
  if (!place) return { ...nothing, faults: [`no place ${one.at} in this round`] };
  const talk = new Talk(place);
  const before = storedBy(talk);
  const outcomes = [one.say].flat().map((text) => talk.say(text));
  const wanted = Object.entries(one.want ?? {});
  const holds = (now: Stored) => wanted.every(([path, pattern]) => isRight(now[path], pattern));
  let askedBack = false;
  if (talk.asksBack && wanted.length > 0 && !one.same?.length && !holds(storedBy(talk))) {
    outcomes.push(talk.say('yes'));
    askedBack = holds(storedBy(talk));
  }
  const after = storedBy(talk);
  const differs = changed(before, after);
  const faults: string[] = [];
  let recorded = false;
  const fault = (text: string, isRecord = false) => {
    faults.push(text);
    recorded ||= isRecord;
  };
  for (const path of one.same ?? []) {
    const bad = differs.filter((k) => path === '*' || k === path || k.startsWith(`${path}.`));
    if (bad.length > 0) fault(`recorded ${bad.map((k) => `${k} = ${after[k]}`).join(', ')}`, true);
  }
  for (const [path, pattern] of wanted)
    if (!isRight(after[path], pattern))
      fault(`${path} is ${after[path]}, not ${pattern}`, after[path] !== undefined && differs.includes(path));
  if (one.either) {
    const [path, pattern] = one.either;
    if (differs.includes(path) && after[path] !== undefined && !isRight(after[path], pattern))
      fault(`${path} is ${after[path]}, not ${pattern} or nothing`, true);
  }
  const said = outcomes.map(everything).join('\n');
  if (one.reply && !new RegExp(one.reply, 'is').test(said)) fault(`reply lacks /${one.reply}/`);
  if (one.not && new RegExp(one.not, 'is').test(said)) fault(`reply has /${one.not}/`);
  const alarm = outcomes.map(alarmIn).find(Boolean);
  const alarmed = Boolean(alarm) && !(one.alarm ?? '').split('|').includes(alarm!);
  if (alarmed) fault(`alarm: ${alarm}`);
  if (one.alarm && !alarm) fault(`no alarm: ${one.alarm}`);
  const longest = Math.max(...outcomes.map(wordsOf));
  if (!one.long && longest > 120) fault(`too long: ${longest} words`);
  return { case: one, faults, recorded, alarmed, askedBack, text: said };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean' }, only: { type: 'string' }, at: { type: 'string' } },
});
const [file] = positionals;
if (!file)
  throw new Error('Which file? npx tsx test/grid/heard.ts FILE [--show] [--only id,id] [--at place]');
const only = values.only?.split(',');
const chosen = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('//'))
  .map((line) => JSON.parse(line) as Case)
  .filter(({ id, at }) => (!only || only.includes(id ?? '')) && (!values.at || at === values.at));

await mind.learn();
const played = chosen.map(play);
for (const { case: one, faults, text } of played) {
  if (faults.length === 0) continue;
  console.log(`${one.id} [${one.at}] ${JSON.stringify(one.say)}: ${faults.join(' | ')}`);
  if (values.show) console.log(`      ${text.replace(/\s+/g, ' ').slice(0, 260)}`);
}
const count = (pick: (one: Played) => boolean) => played.filter(pick).length;
for (const group of new Set(played.flatMap((one) => one.case.group ?? [])))
  console.log(
    `group ${group}: ${count((one) => one.case.group === group && one.faults.length === 0)}/${count((one) => one.case.group === group)}`,
  );
console.log(
  `right ${count(({ faults }) => faults.length === 0)}/${played.length}, facts wrongly recorded ${count(({ recorded }) => recorded)}, ` +
    `false alarms ${count(({ alarmed }) => alarmed)}, shown back first ${count(({ askedBack }) => askedBack)}`,
);
