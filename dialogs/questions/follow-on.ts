import type { Entry } from '../../data/knowledge/entry.js';
import { fieldWords, type FieldList } from '../../data/language/words.js';
import type { Move, View } from '../conversation.js';
import { normalise } from '../understanding/text.js';
import { answerQuestions, showEntry, showMore, showSources } from './dialog.js';

/**
 * "More please", "where does it say that?", "and for an AP?": said of the answer given last, for as long as nothing else was said
 * (`focus.topic` is empty then). Undefined: it is none of these, or there is no such answer. Pure.
 */
export function followOn(view: View, text: string): Move | undefined {
  const { knowledge } = view.mind;
  const topic = knowledge.byId.get(view.focus.topic ?? '');
  if (!topic) return undefined;
  const said = normalise(text);
  const asks = (list: FieldList): boolean => isSaid(list, said);
  if (asks('asks-more')) return showMore(view, topic);
  if (asks('asks-source')) return showSources(view, topic);
  if (asks('asks-why')) {
    const why = reasonFor(topic, view);
    if (why) return showEntry(view, why.id);
    return topic.detail ? showMore(view, topic) : showSources(view, topic);
  }
  const other = aboutAnother(said, topic);
  if (!other) return undefined;
  const found = knowledge.find(other, undefined, view.scheme.id);
  return found.best && found.best.id !== topic.id
    ? answerQuestions([{ ...found, other: undefined } as typeof found])
    : undefined;
}

/** In just these words, whatever stands before and behind them: "but why?", "more please". */
function isSaid(list: FieldList, said: string): boolean {
  const words = fieldWords();
  let left = said.replace(/^(?:yes|but) /, '');
  for (;;) {
    if (words[list].includes(left)) return true;
    const tail = words['asks-tail'].find((one) => left.endsWith(` ${one}`));
    if (tail === undefined) return false;
    left = left.slice(0, -tail.length - 1);
  }
}

/** Of what belongs to it, the one that tells why. */
function reasonFor(topic: Entry, { mind: { knowledge } }: View): Entry | undefined {
  const related = topic.related.flatMap((id) => knowledge.byId.get(id) ?? []);
  return related.find(({ question }) => /^why\b/i.test(question));
}

/** Roles that an answer may be about, and how each is said. */
const roles: readonly (readonly [name: string, said: RegExp])[] = [
  ['assistant practitioner', /\b(?:assistant practitioners?|associate practitioners?|aps?)\b/],
  ['nursing associate', /\b(?:nursing associates?|nas?|rnas?)\b/],
  ['advanced practitioner', /\b(?:advanced practitioners?|acps?)\b/],
];

/** "And for an AP?": the question answered last, asked of the other role. */
function aboutAnother(said: string, { question }: Entry): string | undefined {
  const asked =
    /^(?:and|what about|how about|and what about|ok and)(?: for| with)?(?: the| an| a)? (.+)$/.exec(
      said,
    )?.[1];
  const [name, pattern] = roles.find(([, role]) => role.test(asked ?? '')) ?? [];
  if (
    !name ||
    !asked
      ?.replace(pattern ?? '', '')
      .trim()
      .match(/^(?:then)?$/)
  )
    return undefined;
  const plain = normalise(question);
  const [, before] = roles.find(([other, role]) => other !== name && role.test(plain)) ?? [];
  return before ? plain.replace(before, `${name}s`) : undefined;
}
