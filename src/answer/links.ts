import { addDays, type IsoDate } from '../calendar/dates.ts';
import { signLink, type Claims, type LinkKey } from './link.ts';

/** Where each purpose's page lies under the public address. */
export const LINK_PATHS: Record<Claims['for'], string> = {
  answer: '/tra-loi/',
  decide: '/quyet-dinh/',
  event: '/su-kien/',
  unit: '/don-vi/',
  calendar: '/lich/',
};

/** A unit may still answer this many days after the date, or after the letter when that is later. */
const ANSWER_DAYS = 90;
const DECIDE_DAYS = 60;
const EVENT_DAYS = 365;
const UNIT_DAYS = 90;

/** Makes the web addresses that letters and pages carry. */
export interface Links {
  answer(of: { deadline: string; unit: string; mailbox: string; nominal: IsoDate }, today: IsoDate): string;
  decide(of: { deadline: string; unit: string; mailbox: string }, today: IsoDate): string;
  event(of: { folder: string; kind: string; unit: string }, today: IsoDate): string;
  unit(of: { folder: string; unit: string }, today: IsoDate): string;
  calendar(of: { folder: string; unit: string; generation: number }): string;
}

/** Links under `publicUrl` (without a slash at its end), signed by `key`. The same arguments give the same address. */
export function createLinks(publicUrl: string, key: LinkKey): Links {
  const url = (claims: Claims, ending = '') =>
    `${publicUrl.replace(/\/+$/, '')}${LINK_PATHS[claims.for]}${signLink(claims, key)}${ending}`;
  return {
    answer: ({ deadline, unit, mailbox, nominal }, today) => {
      const until = addDays(nominal > today ? nominal : today, ANSWER_DAYS);
      return url({ for: 'answer', deadline, unit, mailbox, nominal, until });
    },
    decide: ({ deadline, unit, mailbox }, today) =>
      url({ for: 'decide', deadline, unit, mailbox, until: addDays(today, DECIDE_DAYS) }),
    event: ({ folder, kind, unit }, today) =>
      url({ for: 'event', folder, kind, unit, until: addDays(today, EVENT_DAYS) }),
    unit: ({ folder, unit }, today) => url({ for: 'unit', folder, unit, until: addDays(today, UNIT_DAYS) }),
    calendar: ({ folder, unit, generation }) => url({ for: 'calendar', folder, unit, generation }, '.ics'),
  };
}
