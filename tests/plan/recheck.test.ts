import { expect, it } from 'vitest';
import { objectionTo, pauseOf, type NoticeAtSending } from '../../src/plan/recheck.ts';

const NOTICE: NoticeAtSending = {
  id: 'KH/A04/so-tu-phap/2019-10-14#T-3@office',
  addressee: 'office',
  kind: 'upcoming',
  deadline: {
    status: 'open',
    takenOff: false,
    met: false,
    aim: '2019-10-14',
    nominal: '2019-10-14',
    pause: undefined,
  },
  overtakenBy: undefined,
  stillSpoken: false,
  stillDead: false,
};

it('lets a notice go that is still true', () => {
  expect(objectionTo(NOTICE, '2019-10-09')).toBeUndefined();
  expect(objectionTo({ ...NOTICE, kind: 'today' }, '2019-10-14')).toBeUndefined();
  expect(objectionTo({ ...NOTICE, kind: 'overdue' }, '2019-10-15')).toBeUndefined();
});

it('holds back a notice of a duty that is done', () => {
  const deadline = { ...NOTICE.deadline, status: 'done' as const };
  expect(objectionTo({ ...NOTICE, deadline }, '2019-10-09')).toBe(
    'Nhiệm vụ đã hoàn thành trước khi thư được gửi.',
  );
});

it('holds back a notice of a target that is met', () => {
  const deadline = { ...NOTICE.deadline, met: true };
  expect(objectionTo({ ...NOTICE, deadline }, '2019-10-09')).toBe(
    'Đã đạt chỉ tiêu theo số liệu báo cáo; không nhắc nữa.',
  );
});

it('holds back a notice of a deadline that has left the schedule', () => {
  const deadline = { ...NOTICE.deadline, status: 'withdrawn' as const };
  expect(objectionTo({ ...NOTICE, deadline }, '2019-10-09')).toBe(
    'Thời hạn không còn trong lịch khi thư được gửi.',
  );
});

it('holds back a notice that a later one has overtaken', () => {
  expect(objectionTo({ ...NOTICE, overtakenBy: 'T-1' }, '2019-10-11')).toBe(
    'Được thay bằng lần nhắc T-1 đến sau.',
  );
});

it('holds back a notice whose letter speaks of another state than that of the day', () => {
  expect(objectionTo(NOTICE, '2019-10-14')).toBe(
    'Thư soạn cho tình trạng khác; đến ngày 14/10/2019 thì hạn 14/10/2019 không còn như thư viết.',
  );
  const moved = { ...NOTICE.deadline, aim: '2019-10-21', nominal: '2019-10-21' };
  expect(objectionTo({ ...NOTICE, kind: 'overdue', deadline: moved }, '2019-10-15')).toContain('21/10/2019');
});

it('holds back a rung of a paused deadline, and nothing that was answered or decided', () => {
  const pause = { since: new Date('2019-10-01'), until: '2019-10-10', ended: null, why: 'thiên tai' };
  const paused = { ...NOTICE, deadline: { ...NOTICE.deadline, pause } };
  expect(pauseOf(paused, '2019-10-10')).toBe('Đang tạm dừng đôn đốc đến hết ngày 10/10/2019: thiên tai');
  expect(pauseOf(paused, '2019-10-11')).toBeUndefined();
  expect(pauseOf({ ...paused, kind: 'decision' }, '2019-10-10')).toBeUndefined();
});

it('of a deadline that a decision withdrew, says only that', () => {
  const deadline = { ...NOTICE.deadline, status: 'withdrawn' as const, takenOff: true };
  expect(objectionTo({ ...NOTICE, deadline }, '2019-10-09')).toBe(
    'Nhiệm vụ đã được rút khỏi diện đôn đốc trước khi thư được gửi.',
  );
  expect(
    objectionTo({ ...NOTICE, kind: 'decision', stillSpoken: true, deadline }, '2019-10-09'),
  ).toBeUndefined();
});
