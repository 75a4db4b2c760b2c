import { expect, it } from 'vitest';
import { AnswerOutdated } from '../../src/answer/answer.ts';
import { FormNotShown, openAnswerDesk } from '../../src/answer/answer-desk.ts';
import { revokeFeed } from '../../src/answer/feed-generation.ts';
import { createLinks } from '../../src/answer/links.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { linkKeys } from '../../src/record/link-keys.ts';
import { applyAt, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const DAY = '2019-10-09';
const NOW = instantAt(DAY, '09:00');
const schedule = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });

onEachRecord((record) => {
  async function desk() {
    const { db } = record();
    await applyAt(db, schedule, DAY);
    const [key] = await linkKeys(db, NOW, 'test');
    const links = createLinks('', key);
    const of = { deadline: ID, unit: 'so-tu-phap', mailbox: 'a@b.example', nominal: '2019-10-14' };
    return {
      token: links.answer(of, DAY).split('/').at(-1) ?? '',
      feedToken: (generation: number) =>
        links.calendar({ folder: 'tinh-thu', unit: 'so-tu-phap', generation }).slice('/lich/'.length, -4),
      desk: openAnswerDesk({
        db,
        now: () => NOW,
        schedule: () => schedule,
        plan: () => applyAt(db, schedule, DAY, { time: '09:00' }),
        feed: async () => 'calendar',
      }),
    };
  }

  it('takes an answer once for each time its page was opened', async () => {
    const { desk: open, token } = await desk();
    const opened = await open.openAnswer(token);
    if (opened.as !== 'deadline') throw new Error(opened.as);
    expect(opened.sight.history.map(({ what }) => what)).toEqual(['deadline-added']);
    const form = { seen: opened.sight.facts.answers, mark: opened.mark };
    expect(await open.answer(token, form, { kind: 'received' })).toBe('Cơ quan báo đã nhận nhiệm vụ.');
    await expect(open.answer(token, form, { kind: 'received' })).rejects.toThrow(AnswerOutdated);
    await expect(open.answer(token, { ...form, seen: 1 }, { kind: 'received' })).rejects.toThrow(
      FormNotShown,
    );
    const again = await open.openAnswer(token);
    expect(again).toMatchObject({ sight: { facts: { received: true, answers: 1 } } });
    expect(again.as === 'deadline' && again.sight.history.at(-1)).toMatchObject({
      what: 'deadline-received',
      by: 'Cơ quan so-tu-phap',
      mailbox: 'a@b.example',
    });
  });

  it('serves a calendar of the generation that is good', async () => {
    const { desk: open, feedToken } = await desk();
    expect(await open.feed(feedToken(0))).toEqual({ text: 'calendar' });
    expect(await revokeFeed(record().db, NOW, 'test', 'tinh-thu', 'so-tu-phap')).toBe(1);
    expect(await revokeFeed(record().db, NOW, 'test', 'tinh-thu', 'so-tu-phap')).toBe(2);
    expect(await open.feed(feedToken(0))).toBe('revoked');
    expect(await open.feed(feedToken(2))).toEqual({ text: 'calendar' });
  });
});
