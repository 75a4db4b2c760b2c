import ICAL from 'ical.js';

/** An event as a calendar program reads it; a day is `YYYY-MM-DD`, with a time only when the file gives one. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  stamp: string;
  start: string;
  end: string;
  summary: string;
  description: string;
  status: string;
  transparency: string;
  url: string;
}

export interface ReadCalendar {
  method: string;
  name: string;
  refresh: string;
  events: ReadEvent[];
}

/** Reads iCalendar text with a library that did not write it. @throws Error when it is not iCalendar. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const property = (of: ICAL.Component, name: string) => String(of.getFirstPropertyValue(name) ?? '');
  return {
    method: property(calendar, 'method'),
    // The library does not know this name's type; it is text (RFC 5545, 3.8.8.2).
    name: textOf(property(calendar, 'x-wr-calname')),
    refresh: property(calendar, 'refresh-interval'),
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: property(event, 'uid'),
      sequence: Number(property(event, 'sequence')),
      stamp: property(event, 'dtstamp'),
      start: property(event, 'dtstart'),
      end: property(event, 'dtend'),
      summary: property(event, 'summary'),
      description: property(event, 'description'),
      status: property(event, 'status'),
      transparency: property(event, 'transp'),
      url: property(event, 'url'),
    })),
  };
}

function textOf(raw: string): string {
  const { text } = ICAL.design.icalendar.value as { text: { fromICAL(raw: string): string } };
  return text.fromICAL(raw);
}
