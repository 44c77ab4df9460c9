import type { Prompt } from '../conversation.js';
import type { Button } from '../reply.js';
import { readAnswer } from '../understanding/answers.js';
import { quoted } from '../understanding/text.js';
import * as content from './content.js';
import { card, spokenInput, text, type Card } from './elements.js';

/** Longer answers are in the application; here is only enough to know which one it was. */
const mostShown = 200;

/** Does a paragraph of a message say what the line already says? It may end in a full stop, and stress other words. */
export function repeats(line: string, paragraph: string): boolean {
  return plain(line) === plain(paragraph);
}

function plain(markdown: string): string {
  return markdown.replace(/\*\*/g, '').replace(/\.$/, '').trim().toLowerCase();
}

/** The words of a card that stands for itself, as its buttons carry them. */
export interface Left {
  /** The button's, when it says something else. */
  readonly title?: string | undefined;
  readonly about?: string | undefined;
}

/** What is left of a card after its question was answered or its button pressed: one line, to be read. */
export function lineCard(
  prompt: Prompt | undefined,
  said: string,
  time: string,
  { title, about }: Left = {},
): Card {
  const line = lineOf(prompt, title ?? said);
  return card({
    fallbackText: line,
    body: [
      ...(about ? [text(quoted(short(about)))] : []),
      text(line),
      text(content.at(time), { isSubtle: true, size: 'small', spacing: 'none' }),
    ],
  });
}

/** What is left of a card with a whole part, once it is saved. */
export function savedCard(line: string, time: string): Card {
  return card({
    fallbackText: line,
    body: [text(line), text(content.at(time), { isSubtle: true, size: 'small', spacing: 'none' })],
  });
}

/** `prompt`: the question that the card asked, unless its buttons stood for themselves. */
export function lineOf(prompt: Prompt | undefined, said: string): string {
  if (!prompt) return content.pressed(quoted(short(said)));
  const pressed = prompt.buttons.find(({ says }) => says === said);
  if (prompt.reads.type === 'menu' || (pressed && !answers(prompt, pressed)))
    return content.pressed(quoted(short(pressed?.title ?? said)));
  const answer = short(pressed?.title ?? spokenInput(prompt.reads, said));
  return prompt.label ? content.answered(prompt.label, quoted(answer)) : content.pressed(quoted(answer));
}

/** Is the button one of the answers? “Back” and “Don't know yet” are not, though there may be room for any words. */
function answers({ reads }: Prompt, { says }: Button): boolean {
  return (
    ['choice', 'yesNo', 'wholeNumber'].includes(reads.type) && readAnswer(reads, says, '').kind === 'value'
  );
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > mostShown ? `${line.slice(0, mostShown).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
