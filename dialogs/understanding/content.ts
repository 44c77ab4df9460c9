import { sayDate } from '../../workflows/dates.js';
import { quoted } from './text.js';

/** What is said when an answer could not be taken as it was. */

export const pressOne =
  'Press one of the buttons, or type what you want to do. Say **help** to see what I can do.';
export const sayYesOrNo = 'Say **yes** or **no**.';
export const whichOne = 'Which one do you mean?';
export const whichNumber = 'Which number shall I put down?';
export const whichDay = 'Which day do you mean?';
export const whichIntake = 'Which intake do you mean?';
export const oneUniversity =
  'The form goes to **one** university only. Two returned forms can count against each other. Which one shall I put down?';
export const giveDate = 'Give a day, like “Friday” or “14 January”.';
export const whichDayOfMonth = 'That is a month. Give the day too, like “14 January”.';
export const notInFuture = 'That day has not come yet. Give today or an earlier day.';

/** Nothing is sent before it is there to send. `from`: the first day that can be meant. */
export function notBefore(from: string, today: string): string {
  return from === today
    ? 'It was only ready today, so it cannot have gone before. Say **today**, or tell me once it has gone.'
    : `Give a day from ${sayDate(from)} to today.`;
}

export const email = 'Enter a whole email address, like jo.bloggs@trust.nhs.uk.';
export const phone = 'Enter a UK phone number of 10 or 11 digits, like 0161 496 0000.';
export const postcode = 'Enter a whole UK postcode, like M1 1AE.';
export const aName = 'Give a name or a job title. If you have none yet, say **don’t know yet**.';
export const words = 'Answer in words, please.';

export function chooseOne(labels: readonly string[]): string {
  if (labels.length === 1) return `I did not find “${labels.join('')}” in that.`;
  const hasCommas = labels.some((label) => label.includes(','));
  return `Choose one: ${list(hasCommas ? labels.map((label) => `“${label}”`) : labels)}.`;
}

export function nameUniversity(names: readonly string[]): string {
  return `Name one of these: ${list(names)}.`;
}

export function wholeNumber(min: number, max: number): string {
  return `Enter a whole number from ${min} to ${max}, like ${Math.min(Math.max(3, min), max)}.`;
}

export function sureNumber(value: number): string {
  return `You said **${value}**. That is more than usual. Is it right?`;
}

export function tooShort(min: number): string {
  return `Say a little more: at least ${min} characters.`;
}

export function tooManyWords(count: number, max: number, value: string): string {
  return `That is ${count} words. There is room for ${max}. Shall I keep the first ${max}? They end: “…${quoted(value.slice(-80))}”`;
}

export function tooLong(length: number, max: number, value: string): string {
  return `That is ${length} characters. There is room for ${max}. Shall I keep this much? “${quoted(value)}”`;
}

export function day(date: string): string {
  return sayDate(date);
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
}

export const giveMonth = 'Give a month and a year, like **September 2027**.';
export const whichMonth = 'Which month do you mean?';
export function money(min: number, max: number): string {
  return `Enter an amount in pounds between £${min.toLocaleString('en-GB')} and £${max.toLocaleString('en-GB')}, like **£2,500**.`;
}
