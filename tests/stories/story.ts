import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import {
  addDays,
  instantAt,
  localDate,
  localTime,
  type IsoDate,
  type LocalTime,
} from '../../src/calendar/dates.ts';
import type { Calendar } from '../../src/calendar/calendar.ts';
import type { Reply } from '../../src/worker/request.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { SmtpSink } from '../support/smtp-sink.ts';
import { only, withKonTum } from '../worker/instructions.ts';
import { arrived, type ArrivedLetter } from './letter-line.ts';
import { withDigests, withoutDuty, type Change } from './changes.ts';
import { World } from './world.ts';

export interface Setting {
  /** The duties of the Kon Tum plan that the story is about. */
  duties?: string[];
  /** When the system starts for the first time. */
  from: IsoDate;
  time?: LocalTime;
  /** What is different in the Kon Tum folder; its digests are off unless this turns them on. */
  but?: Change[];
  /** Another schedule altogether. */
  schedule?: Schedule;
}

export type Tell = (title: string, setting: Setting, story: (s: Story) => Promise<void>) => void;

/**
 * Opens the world before a file's stories, and answers what tells one. A story ends well when exactly the letters that it
 * expects have arrived at the mail server, and the record knows of each.
 */
export function storiesOfThisFile(): Tell {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  return (title, setting, tell) =>
    it(title, async () => {
      const story = new Story(world);
      await world.beginOn(setting.from, setting.time ?? '00:00', instructionsOf(setting, world.shipped));
      await tell(story);
      await story.end();
    });
}

/** What a story is told with. Every step first lives until its own moment. */
export class Story {
  readonly #world: World;
  readonly #expected: string[] = [];
  #checked = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get smtp(): SmtpSink {
    return this.#world.sink;
  }

  /** Letters that must arrive, at any time in the story, each as one line. */
  expect(...lines: string[]): void {
    this.#expected.push(...lines);
  }

  /** Lives through the end of `day`. */
  async until(day: IsoDate): Promise<void> {
    await this.#world.liveUntil(new Date(instantAt(addDays(day, 1), '00:00').getTime() - 1));
  }

  /** Lives until `time` on `day`, then an answer is given to the one deadline that `deadline` names. */
  async says(day: IsoDate, deadline: string, answer: Answer, time = '09:00'): Promise<string> {
    const by = 'Sở Nội vụ';
    const { lines } = await this.#at(day, time, () =>
      this.#world.ask({ ask: 'answer', deadline, by, answer }),
    );
    return lines.join('\n');
  }

  /** Lives until `day`, then registers that a document has set off duties: of its own day when `of` does not say another. */
  async happens(
    day: IsoDate,
    kind: string,
    reference: string,
    { of = day, time = '09:00' }: { of?: IsoDate; time?: LocalTime } = {},
  ): Promise<void> {
    await this.#at(day, time, () =>
      this.#world.ask({ ask: 'happening', kind, day: of, reference, by: 'Văn phòng UBND tỉnh' }),
    );
  }

  /** Lives until `day`, then somebody changes the Kon Tum files, and the next beat reads them. */
  async changes(day: IsoDate, ...changes: Change[]): Promise<void> {
    await this.#newFiles(day, ({ calendar, folders }) => ({
      calendar,
      folders: folders.map((folder) => changes.reduce((before, change) => change(before), folder)),
    }));
  }

  /** Lives until `day`, then the duty is missing from the files. Answers the change that puts everything back. */
  async takesOut(day: IsoDate, id: string): Promise<Change> {
    const [whole] = this.#world.instructions.schedule.folders;
    await this.changes(day, withoutDuty(id));
    return (now) => whole ?? now;
  }

  /** Lives until `day`, then the year files of the calendar are others. */
  async getsCalendar(day: IsoDate, calendar: Calendar): Promise<void> {
    await this.#newFiles(day, (before) => ({ ...before, calendar }));
  }

  /** Lives through the end of `last`; then nothing runs until `time` on `day`, when the worker starts again. */
  async isAway(last: IsoDate, day: IsoDate, time = '00:00'): Promise<void> {
    await this.until(last);
    await this.#world.beAwayUntil(instantAt(day, time));
  }

  /** A beat in the middle of `day`: in a running worker there is one every five minutes. */
  async beats(day: IsoDate, time: LocalTime): Promise<void> {
    await this.#at(day, time, () => this.#world.plan());
  }

  /** Sets the machine's clock, back or forth, at `time` on `day`, while everything keeps running. */
  async setsTheClock(day: IsoDate, time: LocalTime, to: { day: IsoDate; time: LocalTime }): Promise<void> {
    await this.#at(day, time, async () => {
      this.#world.clock.set(instantAt(to.day, to.time));
      await this.#world.plan();
    });
  }

  /** The words of the only letter so far whose line begins with `line`. */
  async words(line: string): Promise<string> {
    const letters = (await this.#letters()).filter((letter) => letter.line.startsWith(line));
    expect(letters.map((letter) => letter.line)).toEqual([expect.stringContaining(line)]);
    const [letter] = letters;
    return `${letter?.subject}\n${letter?.text}`;
  }

  /** What the record tells of the deadline that `deadline` names. */
  async audit(deadline: string): Promise<string> {
    const reply: Reply = await this.#world.ask({ ask: 'audit', deadline });
    return reply.lines.join('\n');
  }

  /** The record itself, for what no letter shows. */
  get db() {
    return this.#world.record.db;
  }

  async end(): Promise<void> {
    const letters = await this.#letters();
    expect(letters.map(({ line }) => line).sort()).toEqual(this.#expected.toSorted());
    await this.#checkHours();
    const sent = await this.db
      .selectFrom('letter')
      .where('status', '=', 'sent')
      .select('message_id')
      .execute();
    expect(sent.map(({ message_id }) => message_id).sort()).toEqual(
      [...new Set(letters.map(({ messageId }) => messageId))].sort(),
    );
  }

  async #at<T>(day: IsoDate, time: LocalTime, act: () => Promise<T>): Promise<T> {
    await this.#world.liveUntil(instantAt(day, time));
    return act();
  }

  async #newFiles(day: IsoDate, change: (before: Schedule) => Schedule): Promise<void> {
    await this.#at(day, '09:00', async () => {
      await this.#checkHours();
      const { instructions } = this.#world;
      const schedule = change(instructions.schedule);
      this.#world.instructions = { ...instructions, schedule, fingerprint: `${instructions.fingerprint}'` };
      await this.#world.plan();
    });
  }

  /** Whatever arrived since the last look left on a working day, inside the sending hours of the files then in force. */
  async #checkHours(): Promise<void> {
    const { schedule } = this.#world.instructions;
    const letters = (await this.#letters()).slice(this.#checked);
    this.#checked += letters.length;
    const strays = letters.filter(({ date = new Date(0) }) => !isSendable(date, schedule));
    expect(strays.map(({ line }) => line)).toEqual([]);
  }

  async #letters(): Promise<ArrivedLetter[]> {
    const { schedule } = this.#world.instructions;
    return Promise.all(this.smtp.letters.map((letter) => arrived(letter, schedule)));
  }
}

function instructionsOf({ duties = [], schedule, but = [] }: Setting, shipped: Instructions): Instructions {
  if (schedule !== undefined) return { ...shipped, schedule, fingerprint: 'a schedule of its own' };
  return withKonTum(only(shipped, ...duties), (folder) =>
    [withDigests(), ...but].reduce((before, change) => change(before), folder),
  );
}

function isSendable(date: Date, { calendar, folders }: Schedule): boolean {
  const { at = '', until = '' } = folders[0]?.sending ?? {};
  return calendar.isWorkingDay(localDate(date)) && at <= localTime(date) && localTime(date) <= until;
}
