import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readLink, type Purpose } from '../../src/answer/link.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { goodLinkKeys } from '../../src/record/link-keys.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { carryOutLink, type LinkRequest } from '../../src/worker/link-request.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { applyAt, empty, eventsOf, openTestRecord, SLOW } from '../support/record.ts';
import { only, shippedInstructions } from './instructions.ts';

const ID = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';

let record: OpenRecord;
let instructions: Instructions;

beforeAll(async () => {
  record = await openTestRecord();
  instructions = only(await shippedInstructions(), 'A04', 'A13');
}, SLOW);
beforeEach(async () => {
  await empty(record.db);
  await applyAt(record.db, instructions.schedule, '2019-10-07');
});
afterAll(() => record.close());

function ask(request: LinkRequest) {
  return carryOutLink(request, {
    clock: virtualClock(instantAt('2019-10-07', '09:00')),
    db: record.db,
    instructions: () => instructions,
    publicUrl: 'https://dondoc.example',
  });
}

/** What the address that a reply names says. */
async function claimsOf(lines: string[], path: string, purpose: Purpose) {
  const url = lines.find((line) => line.startsWith('https://')) ?? '';
  expect(url).toContain(`https://dondoc.example${path}`);
  const token = url.slice(`https://dondoc.example${path}`.length).replace(/\.ics$/, '');
  return readLink(token, await goodLinkKeys(record.db), purpose);
}

it('a deadline’s address is for its unit, and with --decide for the unit above it', async () => {
  const answer = await ask({ ask: 'link-deadline', deadline: 'A04', decide: false, by: 'test' });
  expect(answer.lines[0]).toContain('dành cho Sở Tư pháp');
  expect(await claimsOf(answer.lines, '/tra-loi/', 'answer')).toEqual({
    for: 'answer',
    deadline: ID,
    unit: 'so-tu-phap',
    mailbox: 'vanthu@sotuphap.kontum.example',
    nominal: '2019-10-14',
    until: '2020-01-12',
  });
  const decide = await ask({ ask: 'link-deadline', deadline: 'A04', decide: true, by: 'test' });
  expect(await claimsOf(decide.lines, '/quyet-dinh/', 'decide')).toMatchObject({
    deadline: ID,
    unit: 'so-noi-vu',
  });
});

it('an event’s address is for the unit that the plan names as its owner', async () => {
  const { lines } = await ask({ ask: 'link-event', kind: 'cong-bo-tthc', by: 'test' });
  expect(lines[0]).toContain('“Công bố thủ tục hành chính”');
  expect(await claimsOf(lines, '/su-kien/', 'event')).toMatchObject({ unit: 'van-phong-ubnd-tinh' });
  await expect(ask({ ask: 'link-event', kind: 'khac', by: 'test' })).rejects.toThrow('“khac”');
});

it('a calendar’s address can be revoked: a new one is printed, and the record tells', async () => {
  const calendar = (revoke: boolean) =>
    ask({ ask: 'link-calendar', unit: 'so-tu-phap', revoke, by: 'Quản trị' });
  const first = await calendar(false);
  expect(await claimsOf(first.lines, '/lich/', 'calendar')).toMatchObject({ generation: 0 });
  expect((await calendar(false)).lines).toEqual(first.lines);
  const second = await calendar(true);
  expect(await claimsOf(second.lines, '/lich/', 'calendar')).toMatchObject({ generation: 1 });
  expect(await eventsOf(record.db, 'feed-revoked')).toHaveLength(1);
});

it('a unit that is not there is refused with the nearest one', async () => {
  const request = { ask: 'link-calendar', unit: 'so-tu-phep', revoke: false, by: 'test' } as const;
  await expect(ask(request)).rejects.toThrow('có phải ý bạn là “so-tu-phap”?');
});

it('keys are listed without their secrets; a new one signs, and one that is ended signs no more', async () => {
  expect((await ask({ ask: 'link-keys' })).lines).toEqual([
    'Chưa có khóa nào; khóa đầu tiên có khi lập đường dẫn.',
  ]);
  await ask({ ask: 'link-rotate', by: 'test' });
  const [key] = await goodLinkKeys(record.db);
  const listed = await ask({ ask: 'link-keys' });
  expect(listed.lines).toEqual([`${key?.id}  tạo lúc 09:00 thứ Hai, 07/10/2019, đang ký`]);
  expect(JSON.stringify(listed)).not.toContain(key?.secret);
  await ask({ ask: 'link-end', key: key?.id ?? '', by: 'test' });
  expect((await ask({ ask: 'link-keys' })).lines[0]).toContain('đã hủy lúc 09:00');
  await expect(ask({ ask: 'link-end', key: 'khac', by: 'test' })).rejects.toThrow('Không có khóa “khac”');
});
