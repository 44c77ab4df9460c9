import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventTransparency,
  type ICalEvent,
} from 'ical-generator';
import { addDays, atLondon, type Instant, type LondonDate } from '../../workflows/dates.js';
import { cleanLine, cleanText } from './document-model.js';

export interface CalendarFile {
  /** What a calendar program calls it: "AP Pathway: AP-7K3M". */
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** When the file was made: DTSTAMP of every event. */
  readonly stamp: Instant;
}

export interface CalendarEvent {
  /** The same for the same date of the same application for ever, so that a later file moves it and adds none. */
  readonly uid: string;
  readonly date: LondonDate;
  readonly title: string;
  readonly description: string;
  /** http or https; anything else is left out. Commas and semicolons are encoded: the library would spoil them. */
  readonly url?: string;
  /** Counts up each time the event changes: without that, calendar programs keep the older one. */
  readonly sequence: number;
  /** Whole days before, 0 being the day itself; each reminds at 09:00. */
  readonly alarmsDaysBefore?: readonly number[];
}

const NINE_O_CLOCK = 9 * 60 * 60;
const DAY = 24 * 60 * 60;

/**
 * All-day events as an iCalendar file (RFC 5545), the day shown as free time. Equal input gives equal text. Throws a
 * RangeError for a date or stamp that is none, an Error for an empty or doubled uid or for no event at all, which
 * the format forbids: faults upstream, all of them.
 */
export function renderCalendar({ name, events, stamp }: CalendarFile): string {
  const calendar = ical({
    name: cleanLine(name),
    prodId: { company: 'AP Pathway', product: 'Dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const uids = new Set<string>();
  for (const event of events) {
    const uid = cleanLine(event.uid);
    if (!uid || uids.has(uid)) throw new Error('A calendar event needs a uid of its own');
    uids.add(uid);
    const url = webAddress(event.url);
    const entry = calendar.createEvent({
      id: uid,
      sequence: event.sequence,
      stamp: new Date(instant(stamp)),
      allDay: true,
      start: utcMidnight(event.date),
      end: utcMidnight(addDays(event.date, 1)),
      summary: cleanLine(event.title),
      description: cleanText(event.description).trim(),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(url ? { url } : {}),
    });
    for (const days of event.alarmsDaysBefore ?? []) addAlarm(entry, days, cleanLine(event.title));
  }
  if (uids.size === 0) throw new Error('A calendar file needs an event');
  return `${alarmsLast(calendar.toString()).trimEnd()}\r\n`;
}

// The library writes a date by its UTC parts, so midnight in UTC keeps the day on a machine in any zone.
function utcMidnight(date: LondonDate): Date {
  atLondon(date, '00:00'); // throws for what is no date, where Date would roll 31 February over
  return new Date(`${date}T00:00:00Z`);
}

function instant(stamp: Instant): number {
  const time = Date.parse(stamp);
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${stamp}`);
  return time;
}

/** At 09:00: an all-day event begins at midnight, and a reminder at that hour helps nobody. */
function addAlarm(event: ICalEvent, days: number, title: string): void {
  const seconds = days * DAY - NINE_O_CLOCK;
  event
    .createAlarm({ type: ICalAlarmType.display, description: title, trigger: seconds })
    // On the day itself the library would count from the event's end, the next midnight; its options ignore this.
    .relatesTo(ICalAlarmRelatesTo.start);
}

function webAddress(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:'
    ? href.replace(/[,;]/g, encodeURIComponent)
    : undefined;
}

/** The library writes the address after the alarms; the grammar of RFC 5545 (3.6.1) wants every property before them. */
function alarmsLast(text: string): string {
  const alarmsThenRest =
    /^((?:BEGIN:VALARM\r\n(?:(?!END:VALARM).*\r\n)*END:VALARM\r\n)+)((?:(?!END:VEVENT).*\r\n)+)/gm;
  return text.replace(alarmsThenRest, '$2$1');
}
