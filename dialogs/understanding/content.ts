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

export const aTime = 'That is a time. Give the day, like “Friday” or “14 January”.';

export function noSuchDay(said: string): string {
  return `I found no day of the calendar in “${quoted(said.slice(0, 60))}”. Give one like “14 January”.`;
}

export function hasGone(day: string): string {
  return `${sayDate(day)} has gone. Give a day to come.`;
}

/** Nothing is sent before it is there to send. `from`: the first day that can be meant. */
export function notBefore(from: string, today: string): string {
  return from === today
    ? 'It was only ready today, so it cannot have gone before. Say **today**, or tell me once it has gone.'
    : `Give a day from ${sayDate(from)} to today.`;
}

export const email = 'Enter a whole email address, like jo.bloggs@trust.nhs.uk.';
export const phone = 'Enter a UK phone number of 10 or 11 digits, like 0161 496 0000.';
export const postcode = 'Enter a whole UK postcode, like M1 1AE.';
export const whichPhone = 'There are several numbers in that. Which one shall I put down?';
export const whichPostcode = 'There are several postcodes in that. Which one shall I put down?';
export const whichEmail = 'There are several addresses in that. Which one shall I put down?';
export const spaceInEmail = 'There may be a space in that address. Which one is it?';
export const aName = 'Give a name or a job title. If you have none yet, say **don’t know yet**.';
export const words = 'Answer in words, please.';
export const anOrganisation = 'Give the name of your organisation, like Fellside Community NHS Trust.';
export const aService = 'Give the name of your service or ward, like Ward 7 or District nursing.';
export const aJob = 'Give your job title, like Ward manager.';
export const studyDays = 'Say when, like “every Wednesday” or “one day a week”.';

/** What may be a name, and may be something else. */
export function putDown(value: string): string {
  return `Shall I put down “${quoted(value)}”?`;
}

export function didYouMean(value: string): string {
  return `Did you mean **${quoted(value)}**?`;
}

export function putDownAs(what: string): (value: string) => string {
  return (value) => `Shall I put down “${quoted(value)}” as ${what}?`;
}

export function organisationIsNow(former: string, now: string): string {
  return `${quoted(former)} is now ${quoted(now)}. Shall I put down “${quoted(now)}” as your organisation?`;
}

export function organisationBecame(former: string): string {
  return `${quoted(former)} is not there under that name now. Which shall I put down?`;
}

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

/** What was said has a number in it that may count something else, or several that may go together. */
export function putDownNumber(value: number): string {
  return `Shall I put down **${value}**?`;
}

export function putDownSum(parts: readonly number[], value: number): string {
  return `${parts.join(' and ')} make **${value}**. Shall I put down ${value}?`;
}

export function putDownHours(worked: number, value: number): string {
  const quarters = ['', '¼', '½', '¾'][Math.round(worked * 4) % 4] ?? '';
  const whole = Math.floor(Math.round(worked * 4) / 4);
  const said = `${whole > 0 || quarters === '' ? whole : ''}${quarters}`;
  const hours = `${said} ${worked > 1 ? 'hours' : 'hour'} a week`;
  return worked === value
    ? `That comes to **${hours}**. Shall I put down ${value}?`
    : `That comes to about ${hours}, and the form takes whole hours. Shall I put down **${value}**?`;
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
