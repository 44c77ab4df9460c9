import type { Prompt } from '../conversation.js';
import { quoted } from '../understanding/text.js';
import * as content from './content.js';
import { card, spokenInput, text, type Card } from './elements.js';

/** Longer answers are in the application; here is only enough to know which one it was. */
const mostShown = 200;

/** What is left of a card after its question was answered or its button pressed: one line, to be read. */
export function lineCard(prompt: Prompt | undefined, said: string, time: string): Card {
  const line = lineOf(prompt, said);
  return card({
    fallbackText: line,
    body: [text(line), text(content.at(time), { isSubtle: true, size: 'small', spacing: 'none' })],
  });
}

/** `prompt`: the question that the card asked, unless its buttons stood for themselves. */
export function lineOf(prompt: Prompt | undefined, said: string): string {
  if (!prompt) return content.pressed(quoted(short(said)));
  const pressed = prompt.buttons.find(({ says }) => says === said);
  if (prompt.reads.type === 'menu' || (pressed && pressed.says !== pressed.title))
    return content.pressed(quoted(short(pressed?.title ?? said)));
  const answer = short(pressed?.title ?? spokenInput(prompt.reads, said));
  return prompt.label ? content.answered(prompt.label, quoted(answer)) : content.pressed(quoted(answer));
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > mostShown ? `${line.slice(0, mostShown).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
