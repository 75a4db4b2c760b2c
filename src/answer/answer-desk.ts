import type { IsoDate } from '../calendar/dates.ts';
import { goodLinkKeys } from '../record/link-keys.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { AnswerRefused, type Answer, type Decision, type UnitAnswer } from './answer.ts';
import { cancelHappening, type CancelledHappening } from './cancel-happening.ts';
import { feedGeneration } from './feed-generation.ts';
import { findDeadline } from './find-deadline.ts';
import { isMarked, type ShownForm } from './form-mark.ts';
import { openDeadlineLink, openEventLink, openUnitLink, readToken } from './open-link.ts';
import type { Opened, OpenedDeadline, OpenedEvent, OpenedUnit } from './opened.ts';
import { registerHappening, type Registered } from './register-happening.ts';
import { takeAnswer } from './take-answer.ts';

/** What answer pages ask of whoever holds the record. Opening changes nothing. */
export interface AnswerDesk {
  openAnswer(token: string): Promise<Opened<OpenedDeadline<'answer'>>>;
  openDecision(token: string): Promise<Opened<OpenedDeadline<'decide'>>>;
  openEvent(token: string): Promise<Opened<OpenedEvent>>;
  openUnit(token: string): Promise<Opened<OpenedUnit>>;
  /** Takes what the leading unit says. @throws AnswerRefused, AnswerOutdated, FormNotShown */
  answer(token: string, form: MarkedForm, answer: UnitAnswer): Promise<string>;
  /** Takes what is decided above it. @throws AnswerRefused, AnswerOutdated, FormNotShown */
  decide(token: string, form: MarkedForm, decision: Decision): Promise<string>;
  /** Registers an event by its owner's link. @throws AnswerRefused, FormNotShown */
  register(token: string, mark: string, event: { day: IsoDate; reference: string }): Promise<Registered>;
  /** Registers an event that `by` tells of without a link. @throws AnswerRefused */
  registerFor(by: string, event: { kind: string; day: IsoDate; reference: string }): Promise<Registered>;
  /** Takes back an event that was registered by mistake, as `by` tells without a link. @throws AnswerRefused */
  cancelFor(by: string, happening: CancelledHappening): Promise<string>;
  /** Takes an answer or decision that `by` tells of without a link. @throws AnswerRefused, AnswerOutdated */
  answerFor(
    by: string,
    said: { deadline: string; seen?: number | undefined; answer: Answer },
  ): Promise<string>;
  /** A unit's calendar; `revoked` when its address was; undefined for a link that leads nowhere. */
  feed(token: string): Promise<{ text: string } | 'revoked' | undefined>;
}

/** What a form brings back: how many answers its page showed, and the page's mark. */
export interface MarkedForm {
  seen: number;
  mark: string;
}

/** The form did not come from its own page, or its page does not allow it. Nothing was changed. */
export class FormNotShown extends AnswerRefused {
  override name = 'FormNotShown';
}

export interface AnswerDeskParts {
  db: RecordDb;
  now: () => Date;
  /** The schedules in force. */
  schedule: () => Schedule;
  /** Plans anew, so that what was just written down takes effect. */
  plan: () => Promise<unknown>;
  /** The text of a unit's calendar. */
  feed: (folder: string, unit: string) => Promise<string>;
}

/** The desk over a record. */
export function openAnswerDesk({ db, now, schedule, plan, feed }: AnswerDeskParts): AnswerDesk {
  const parts = () => ({ db, now: now(), schedule: schedule() });

  /** Checks all anew, whatever the page has checked: the link, the form, who decides. */
  async function take(
    token: string,
    purpose: 'answer' | 'decide',
    { seen, mark }: MarkedForm,
    answer: Answer,
  ): Promise<string> {
    const opened = await openDeadlineLink(parts(), token, purpose);
    if (opened.as !== 'deadline' || !opened.mayAct) throw new FormNotShown(NOT_SHOWN);
    await checkMark(db, { token, purpose, seen }, mark);
    const { claims, sight } = opened;
    if (sight.closing !== undefined) throw new AnswerRefused('Nhiệm vụ này không còn nhận trả lời.');
    const by = sight.folder.units.get(claims.unit)?.name ?? claims.unit;
    const { deadline, mailbox } = claims;
    const said = await takeAnswer(db, now(), schedule(), { deadline, by, mailbox, seen, answer });
    await plan();
    return said;
  }

  async function register(by: string, event: { kind: string; day: IsoDate; reference: string }) {
    const registered = await registerHappening(db, now(), by, schedule(), event);
    if (!registered.known) await plan();
    return registered;
  }

  return {
    openAnswer: (token) => openDeadlineLink(parts(), token, 'answer'),
    openDecision: (token) => openDeadlineLink(parts(), token, 'decide'),
    openEvent: (token) => openEventLink(parts(), token),
    openUnit: (token) => openUnitLink(parts(), token),
    answer: (token, form, answer) => take(token, 'answer', form, answer),
    decide: (token, form, decision) => take(token, 'decide', form, decision),
    async register(token, mark, event) {
      const opened = await openEventLink(parts(), token);
      if (opened.as !== 'event' || !opened.mayAct) throw new FormNotShown(NOT_SHOWN);
      await checkMark(db, { token, purpose: 'event', seen: 0 }, mark);
      return register(opened.kind.owner?.name ?? opened.claims.unit, { kind: opened.kind.id, ...event });
    },
    registerFor: register,
    async cancelFor(by, happening) {
      const said = await cancelHappening(db, now(), by, schedule(), happening);
      await plan();
      return said;
    },
    async answerFor(by, { deadline: words, seen, answer }) {
      const deadline = await findDeadline(db, words);
      const said = await takeAnswer(db, now(), schedule(), {
        ...{ deadline, by, answer },
        ...(seen !== undefined && { seen }),
      });
      await plan();
      return said;
    },
    async feed(token) {
      const claims = (await readToken(db, token, 'calendar'))?.claims;
      if (claims === undefined) return undefined;
      const { folder, unit, generation } = claims;
      const known = schedule().folders.some(({ id, units }) => id === folder && units.has(unit));
      if (!known) return undefined;
      if (generation !== (await feedGeneration(db, folder, unit))) return 'revoked';
      return { text: await feed(folder, unit) };
    },
  };
}

const NOT_SHOWN = 'Nội dung gửi không xuất phát từ trang của đường dẫn này nên không được ghi nhận.';

async function checkMark(db: RecordDb, form: ShownForm, mark: string): Promise<void> {
  if (!isMarked(form, mark, await goodLinkKeys(db))) throw new FormNotShown(NOT_SHOWN);
}
