/** "At 2", "2pm", "14:30", "at noon": with the phrase taken out of the words that it stood in. */
export function readTimeOfDay(text: string): { at: string | undefined; rest: string } {
  const match = clock.exec(text);
  if (!match) return { at: undefined, rest: text };
  const [phrase, noon, atHour, atMinutes, atHalf, hour = atHour, minutes = atMinutes, half = atHalf] = match;
  const said = noon ? 12 : Number(hour);
  // Nobody means four in the morning.
  const isAfternoon = half ? half.toLowerCase() === 'pm' && said < 12 : !noon && said < 7;
  const hours = isAfternoon ? said + 12 : said;
  if (hours > 23) return { at: undefined, rest: text };
  const rest = text.replace(phrase, ' ').replace(/\s+/g, ' ').trim();
  return { at: `${String(hours).padStart(2, '0')}:${minutes ?? '00'}`, rest };
}

const clock =
  /\b(?:(?:at )?(noon|midday)|at (\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm)?|(\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm))\b(?! (?:day|week|month))/i;
