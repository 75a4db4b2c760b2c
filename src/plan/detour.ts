import type { IsoDate } from '../calendar/dates.ts';
import type { Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { mailboxOf } from './addressee.ts';

/** That the letter goes to another mailbox than the addressee's own because that one takes no mail, in Vietnamese; empty when it does not. */
export function detourWords(addressee: Addressee, unit: Unit, day: IsoDate, mailbox: string): string {
  const own = mailboxOf(addressee, unit, day);
  if (own === undefined || own === mailbox) return '';
  return ` Gửi tới ${mailbox} vì thư gửi ${own} bị trả lại.`;
}

/** That no mailbox of the unit takes mail, in Vietnamese. */
export function deadEndWords(addressee: Addressee, unit: Unit, day: IsoDate): string {
  const own = mailboxOf(addressee, unit, day) ?? '';
  return `Thư gửi ${own} bị trả lại, ${unit.name} không còn hộp thư nào khác nhận được thư.`;
}
