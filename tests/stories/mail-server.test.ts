import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

story(
  'a greylisted letter arrives a minute later, under its own Message-ID',
  reportFrom('2019-10-14'),
  async (s) => {
    let greylisted = 0;
    s.smtp.trouble = (stage) => (stage === 'rcpt' && greylisted++ < 2 ? 451 : undefined);
    s.expect('2019-10-14 07:33 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
    const letter = await s.db
      .selectFrom('letter')
      .where('status', '=', 'sent')
      .select(['id', 'attempts', 'message_id'])
      .executeTakeFirstOrThrow();
    expect(letter).toMatchObject({ attempts: 3, message_id: `<${letter.id}@dondoc.example>` });
  },
);

story(
  'a server that falls silent is given up on, and the letter arrives a minute later',
  reportFrom('2019-10-14'),
  async (s) => {
    // A letter's content is looked at twice: when it begins and when it has come.
    let silent = 0;
    s.smtp.trouble = (stage) => (stage === 'data' && silent++ === 1 ? 'hang' : undefined);
    s.expect('2019-10-14 07:31 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
  },
);

story(
  'a letter whose acknowledgement is lost may come twice, as one and the same',
  reportFrom('2019-10-14'),
  async (s) => {
    let cut = 0;
    s.smtp.trouble = (stage) => (stage === 'stored' && cut++ === 0 ? 'cut' : undefined);
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0', '2019-10-14 07:31 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
    expect(new Set(s.smtp.letters.map(({ messageId }) => messageId)).size).toBe(1);
  },
);

story(
  'a refused mailbox is written down, and the next rung goes all the same',
  reportFrom('2019-10-11'),
  async (s) => {
    s.smtp.trouble = (stage) => (stage === 'rcpt' ? 550 : undefined);
    await s.until('2019-10-11');
    s.smtp.trouble = () => undefined;
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
    expect(await s.audit('A04')).toContain('Máy chủ thư từ chối hẳn; không gửi lại.');
  },
);

story('a refused office does not keep the superior from being told', reportFrom('2019-10-15'), async (s) => {
  s.smtp.trouble = (stage, to) =>
    stage === 'data' && to === 'vanthu@sotuphap.kontum.example' ? 554 : undefined;
  s.expect('2019-10-15 report vanthu@sonoivu A04:T+1', '2019-10-21 report vanthu@sonoivu A04:T+5');
  await s.until('2019-10-25');
});

story(
  'down for a morning, the letter leaves when the server is back',
  reportFrom('2019-10-14'),
  async (s) => {
    s.smtp.trouble = (stage) => (stage === 'mail' ? 421 : undefined);
    await s.beats('2019-10-14', '11:00');
    s.smtp.trouble = () => undefined;
    s.expect('2019-10-14 11:45 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
  },
);

story(
  'down for two days, the letter of the date is overtaken by the overdue one',
  reportFrom('2019-10-14'),
  async (s) => {
    s.smtp.trouble = (stage) => (stage === 'mail' ? 421 : undefined);
    await s.beats('2019-10-16', '09:00');
    s.smtp.trouble = () => undefined;
    s.expect(
      '2019-10-16 11:30 overdue vanthu@sotuphap A04:T+1',
      '2019-10-16 11:30 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-16 11:30 overdue')).toContain('[Quá hạn 02 ngày làm việc]');
  },
);

story(
  'down for longer than three working days, the letter is given up and the next rung goes',
  reportFrom('2019-10-15'),
  async (s) => {
    s.smtp.trouble = (stage) => (stage === 'mail' ? 421 : undefined);
    await s.until('2019-10-20');
    s.smtp.trouble = () => undefined;
    s.expect('2019-10-21 report vanthu@sonoivu A04:T+5');
    await s.until('2019-10-25');
    expect(await s.audit('A04')).toContain('Đã gửi lại hết thời gian cho phép');
  },
);

story(
  'done while the server was down, the letter is not sent any more',
  reportFrom('2019-10-14'),
  async (s) => {
    s.smtp.trouble = (stage) => (stage === 'mail' ? 421 : undefined);
    await s.says('2019-10-14', 'A04', { kind: 'done', document: '12/BC-STP', on: '2019-10-14' });
    s.smtp.trouble = () => undefined;
    await s.until('2019-10-31');
    expect(await s.audit('A04')).toContain('Nhiệm vụ đã hoàn thành trước khi thư được gửi.');
  },
);
